// OCI image configuration → image.config, layers and history, by docs/reference/facts.md, "Image configuration".
#include "engine/ingest/shared/image_config.h"

#include <array>

#include "engine/values/ascii.h"
#include "engine/values/digest.h"
#include "engine/values/path.h"
#include "engine/values/platform.h"

namespace scantling {

namespace {

const JsonKeys config_keys{"User",       "ExposedPorts", "Env",        "Entrypoint",  "Cmd",     "Volumes",
                           "WorkingDir", "Labels",       "StopSignal", "Healthcheck", "OnBuild", "Shell"};
enum ConfigKey : std::size_t {
    user,
    exposed_ports,
    env,
    entrypoint,
    cmd,
    volumes,
    workdir,
    labels,
    stop_signal,
    healthcheck_key,
    on_build,
    shell
};

const JsonKeys root_keys{"architecture", "os", "variant", "created", "author", "config", "rootfs", "history"};
enum RootKey : std::size_t { architecture, os_key, variant, created, author, config_key, rootfs, history_key };

const JsonKeys rootfs_keys{"diff_ids"};

const JsonKeys step_keys{"created", "created_by", "comment", "empty_layer"};
enum StepKey : std::size_t { step_created, created_by, comment, empty_layer };

constexpr std::array<std::string_view, 2> unix_shell = {"/bin/sh", "-c"};
constexpr std::array<std::string_view, 3> windows_shell = {"cmd", "/S", "/C"};

std::vector<std::string_view> shell_of(const std::vector<PlacedText>& stated, std::string_view os) {
    if (!stated.empty()) {
        std::vector<std::string_view> out;
        for (const PlacedText& word : stated) out.push_back(word.text);
        return out;
    }
    if (ascii::equal_folded(os, "windows")) return {windows_shell.begin(), windows_shell.end()};
    return {unix_shell.begin(), unix_shell.end()};
}

// Absolute and cleaned; a path of Windows stays as it is written.
std::string path_of(std::string_view text) { return !text.empty() && text.front() == '/' ? clean_path(text) : std::string(text); }

void read_exec(const JsonValue& value, const std::vector<PlacedText>& words, std::span<const std::string_view> shell_words,
               const RecordWriter<model::ImageConfig>& to, Slot<model::ImageConfig, kind::Embedded<model::Exec>> slot) {
    if (words.empty()) {
        to.absent(slot, value.place());
        return;
    }
    write_exec(to.open(slot, value.place()), words, shell_prefix(words, shell_words), value.place());
}

void read_commands(const JsonFields& fields, std::string_view os, const RecordWriter<model::ImageConfig>& to) {
    using model::ImageConfig;
    const std::vector<PlacedText> stated = read_strings(fields[shell]);
    const std::vector<std::string_view> shell_words = shell_of(stated, os);
    const std::vector<PlacedText> start = read_strings(fields[entrypoint]);
    const std::vector<PlacedText> arguments = read_strings(fields[cmd]);
    read_exec(fields[entrypoint], start, shell_words, to, ImageConfig::entrypoint);
    read_exec(fields[cmd], arguments, shell_words, to, ImageConfig::cmd);
    const auto command = to.list(ImageConfig::command, fields[entrypoint].place());
    for (const PlacedText& word : start) command.add(word.text, word.place);
    for (const PlacedText& word : arguments) command.add(word.text, word.place);
    const auto words = to.list(ImageConfig::shell, fields[shell].place());
    for (std::size_t i = 0; i < shell_words.size(); ++i)
        words.add(shell_words[i], stated.empty() ? fields[shell].place() : stated[i].place);
}

void read_layer(const JsonValue& value, std::uint32_t index, const ListWriter<kind::Embedded<model::Layer>>& to,
                std::vector<std::string>& ids, std::vector<RecordWriter<model::Layer>>& rows) {
    const auto text = value.string();
    if (!text) {
        if (!value.present()) value.wrong_type("a digest");
        return;
    }
    const auto row = to.add(value.place());
    const auto digest = parse_digest(*text);
    if (digest) {
        row.set(model::Layer::diff_id, *digest);
        ids.push_back(*digest);
    } else {
        row.unknown(model::Layer::diff_id, CellState::unreadable);
    }
    row.set(model::Layer::index, index);
    rows.push_back(row);
}

// One step; `layers`: those of the document, or null where it has no list of them. `next`: the layer that the next step would make.
void read_step(const JsonFields& fields, const RecordWriter<model::HistoryStep>& to, const std::vector<RecordWriter<model::Layer>>* layers,
               std::size_t& next) {
    using model::HistoryStep;
    read_time(fields[step_created], to, HistoryStep::created);
    read_text(fields[comment], to, HistoryStep::comment);
    const auto text = fields[created_by].string();
    const auto words = to.list(HistoryStep::words, fields[created_by].place());
    if (text) {
        to.set(HistoryStep::created_by, *text, fields[created_by].place());
        const HistoryText parsed = parse_history(*text);
        for (const std::string& word : parsed.words) words.add(std::string_view(word));
        if (parsed.keyword) {
            to.set(HistoryStep::keyword, *parsed.keyword, fields[created_by].place());
        } else {
            to.absent(HistoryStep::keyword, fields[created_by].place());
        }
    } else {
        to.unknown(HistoryStep::created_by, CellState::not_stated);
        to.unknown(HistoryStep::keyword, CellState::not_stated);
        words.incomplete(CellState::not_stated);
    }
    const bool empty = fields[empty_layer].boolean().value_or(false);
    to.set(HistoryStep::empty_layer, empty, fields[empty_layer].place());
    if (empty) {
        to.absent(HistoryStep::layer, fields[empty_layer].place());
    } else if (layers != nullptr && next < layers->size()) {
        to.set(HistoryStep::layer, (*layers)[next].row());
        if (text) (*layers)[next].set(model::Layer::created_by, *text, fields[created_by].place());
        ++next;
    } else if (layers != nullptr) {
        to.unknown(HistoryStep::layer, CellState::unreadable);  // more steps with layers than layers: nobody can pair them
    }
}

}  // namespace

void read_image_config(const JsonValue& config, const JsonValue& healthcheck, std::string_view os,
                       const RecordWriter<model::ImageConfig>& to) {
    using model::ImageConfig;
    const JsonFields fields = config.fields(config_keys);
    const auto text = fields[user].string();
    if (text && !text->empty()) {
        write_user(to.open(ImageConfig::user, fields[user].place()), *text, fields[user].place());
    } else {
        to.absent(ImageConfig::user, fields[user].place());
    }
    read_commands(fields, os, to);
    const auto directory = fields[workdir].string();
    if (directory && !directory->empty()) {
        to.set(ImageConfig::workdir, path_of(*directory), fields[workdir].place());
    } else {
        to.absent(ImageConfig::workdir, fields[workdir].place());
    }
    write_env(to.list(ImageConfig::env, fields[env].place()), read_strings(fields[env]));
    const auto ports = to.list(ImageConfig::exposed_ports, fields[exposed_ports].place());
    for (const PlacedText& port : read_key_set(fields[exposed_ports])) add_port(ports, port.text, port.place);
    const auto paths = to.list(ImageConfig::volumes, fields[volumes].place());
    for (const PlacedText& path : read_key_set(fields[volumes])) paths.add(path_of(path.text), path.place);
    read_string_map(fields[labels], to.map(ImageConfig::labels, fields[labels].place()));
    const JsonValue& check = fields[healthcheck_key].present() ? fields[healthcheck_key] : healthcheck;
    if (has_healthcheck(check)) {
        read_healthcheck(check, to.open(ImageConfig::healthcheck, check.place()));
    } else {
        to.absent(ImageConfig::healthcheck, fields[healthcheck_key].place());
    }
    read_text(fields[stop_signal], to, ImageConfig::stop_signal);
    read_string_list(fields[on_build], to.list(ImageConfig::on_build, fields[on_build].place()));
}

void read_image_platform(const JsonValue& os, const JsonValue& architecture, const JsonValue& variant,
                         const RecordWriter<model::Image>& to) {
    using Model = model::Platform;
    const auto platform = to.open(model::Image::platform, os.place());
    const auto system = os.string();
    const auto machine = architecture.string();
    const auto version = variant.string();
    const Platform known = normalise_platform(system.value_or(""), machine.value_or(""), version.value_or(""));
    const auto state = [&](const JsonValue& value, std::string_view text, auto slot) {
        if (text.empty()) {
            platform.unknown(slot, CellState::not_stated, value.place());
        } else {
            platform.set(slot, text, value.place());
        }
    };
    state(os, known.os, Model::os);
    state(architecture, known.architecture, Model::architecture);
    if (known.variant) {
        platform.set(Model::variant, *known.variant, variant.place());
    } else {
        platform.absent(Model::variant, variant.place());
    }
}

std::vector<std::string> read_layers_and_history(const JsonValue& diff_ids, const JsonValue& history, const RecordWriter<model::Image>& to,
                                                 Row fragment) {
    using model::Image;
    std::vector<std::string> ids;
    std::vector<RecordWriter<model::Layer>> layers;
    if (diff_ids.present()) {
        to.builder().supply(model::part::image_layers, fragment);
        const auto list = to.list(Image::layers, diff_ids.place());
        std::uint32_t index = 0;
        for (const JsonValue element : diff_ids.elements()) read_layer(element, index++, list, ids, layers);
        for (const auto& layer : layers) layer.absent(model::Layer::created_by);
    }
    if (history.present()) {
        to.builder().supply(model::part::image_history, fragment);
        const auto list = to.list(Image::history, history.place());
        std::size_t next = 0;
        std::int64_t position = 0;
        for (const JsonValue element : history.elements()) {
            const auto step = list.add(element.place());
            step.set(model::HistoryStep::position, position++);
            if (!element.present()) element.wrong_type("an object");
            read_step(element.fields(step_keys), step, diff_ids.present() ? &layers : nullptr, next);
        }
    }
    return ids;
}

std::vector<std::string> read_image_configuration(const JsonValue& root, const RecordWriter<model::Image>& to, Row fragment) {
    using model::Image;
    Builder& builder = to.builder();
    const JsonFields fields = root.fields(root_keys);
    read_image_platform(fields[os_key], fields[architecture], fields[variant], to);
    read_time(fields[created], to, Image::created);
    read_text(fields[author], to, Image::author);
    builder.supply(model::part::image, fragment);
    builder.supply(model::part::image_config, fragment);
    read_image_config(fields[config_key], JsonValue(), fields[os_key].string().value_or(""),
                      to.open(Image::config, fields[config_key].place()));
    return read_layers_and_history(fields[rootfs].fields(rootfs_keys)[0], fields[history_key], to, fragment);
}

}  // namespace scantling
