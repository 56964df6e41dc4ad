// `scantling.report/1`: the report for machines. Written as a stream, so that a run over thousands of subjects never holds its report as
// a tree; every object is written in ascending order of its keys.
#include "engine/base/json_writer.h"
#include "engine/facts/locator.h"
#include "engine/report/json_pieces.h"
#include "engine/report/report.h"
#include "engine/report/words.h"
#include "engine/schema/generated/slots.h"
#include "engine/values/time.h"

namespace scantling {

namespace {

using report::name_of;

class Writer {
  public:
    explicit Writer(const Report& report) : report_(report), facts_(*report.facts), program_(*report.program), locator_(facts_) {}

    std::string write() {
        json_.begin_object().line();
        if (!program_.deviations.empty()) list("deviations", program_.deviations, [this](const Deviation& d) { deviation(d); });
        list("diagnostics", report_.diagnostics, [this](const Diagnostic& d) { diagnostic(d); });
        if (!program_.excluded.empty()) list("excluded", program_.excluded, [this](const ExcludedRule& rule) { exclusion(rule); });
        list("findings", report_.evaluation.findings, [this](const Finding& f) { finding(f); });
        json_.member("format", "scantling.report/1").line();
        inputs();
        json_.key("now");
        report_.now ? json_.string(print_time(*report_.now)) : json_.null();
        json_.line().member("profile", program_.profile).line();
        rules();
        subjects();
        json_.member("verdict", name_of(report_.judgement.verdict)).line().end_object();
        return json_.take() + "\n";
    }

  private:
    template <typename Items, typename Write>
    void list(std::string_view name, const Items& items, Write write) {
        json_.key(name).begin_array();
        for (const auto& item : items) {
            json_.line();
            write(item);
        }
        if (!items.empty()) json_.line();
        json_.end_array().line();
    }

    void refs(std::uint32_t rule) {
        json_.key("refs");
        report::write_refs(json_, *program_.rules[rule].rule);
    }

    void subject(Row row) {
        json_.key("subject");
        row == no_row ? json_.null() : json_.string(report::subject_name(facts_, row));
    }

    [[nodiscard]] const std::string& file_of(const Located& at) const { return facts_.documents()[at.document].source->name(); }

    void location(PlaceId place) {
        if (place == PlaceId::none) return;
        const Located at = locator_.locate(place);
        json_.key("location").begin_object().member("column", std::int64_t{at.position.column}).member("file", file_of(at));
        json_.member("line", std::int64_t{at.position.line});
        if (!at.pointer.empty()) json_.member("pointer", at.pointer);
        json_.end_object();
    }

    void deviation(const Deviation& d) {
        json_.begin_object().member("initial", d.initial).member("name", d.name).member("value", d.value).end_object();
    }

    void exclusion(const ExcludedRule& rule) {
        json_.begin_object().member("because", rule.because).member("rule", rule.name).end_object();
    }

    void diagnostic(const Diagnostic& d) {
        json_.begin_object().member("code", d.code);
        const Position at = d.source ? d.source->position(d.span.begin) : Position{};
        if (d.source)
            json_.member("column", std::int64_t{at.column}).member("file", d.source->name()).member("line", std::int64_t{at.line});
        json_.member("message", d.message);
        json_.member("severity", d.severity == DiagnosticSeverity::error ? "error" : "warning").end_object();
    }

    void finding(const Finding& f) {
        json_.begin_object().member("fingerprint", f.fingerprint);
        if (!f.fix.empty()) json_.member("fix", f.fix);
        location(f.place);
        json_.member("message", f.message);
        refs(f.rule);
        json_.member("rule", program_.rules[f.rule].rule->name);
        json_.member("severity", f.severity ? name_of(*f.severity) : "unknown");
        subject(f.subject);
        json_.member("waived", f.waived).end_object();
    }

    void inputs() {
        json_.key("inputs").begin_array();
        for (DocumentId id = 0; id < facts_.documents().size(); ++id) {
            const Document& document = facts_.documents()[id];
            json_.line().begin_object().member("file", document.source->name()).member("kind", document.kind);
            if (facts_.subject_of(id) != no_row) subject(facts_.subject_of(id));
            json_.end_object();
        }
        json_.line().end_array().line();
    }

    void counts(const Counts& c) {
        const auto number = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
        json_.key("counts").begin_object().member("candidates", number(c.candidates)).member("selected", number(c.selected));
        json_.member("undetermined", number(c.undetermined)).member("violating", number(c.violating)).member("waived", number(c.waived));
        json_.end_object();
    }

    void outcome(const Outcome& o) {
        json_.begin_object();
        if (!o.causes.empty()) {
            json_.key("causes").begin_array();
            for (const LocatedCause& c : o.causes) report::write_cause(json_, c, facts_, locator_);
            json_.end_array();
        }
        counts(o.counts);
        json_.member("id", program_.rules[o.rule].rule->name);
        if (o.more_causes != 0) json_.member("more_causes", static_cast<std::int64_t>(o.more_causes));
        json_.member("outcome", name_of(o.kind));
        if (o.reason != OutcomeReason::none) json_.member("reason", name_of(o.reason));
        refs(o.rule);
        const bool weighs = o.kind == OutcomeKind::fail || o.kind == OutcomeKind::unknown;
        if (o.severity || weighs) json_.member("severity", o.severity ? name_of(*o.severity) : "unknown");
        subject(o.subject);
        json_.end_object();
    }

    void input_partial() {
        json_.line()
            .begin_object()
            .key("causes")
            .begin_array()
            .begin_object()
            .member("cause", name_of(CauseKind::unreadable))
            .end_object()
            .end_array();
        json_.member("id", report::input_partial_rule)
            .member("outcome", name_of(OutcomeKind::unknown))
            .member("severity", name_of(report::input_partial_severity))
            .key("subject")
            .null()
            .end_object();
    }

    void rules() {
        json_.key("rules").begin_array();
        if (report_.input_partial) input_partial();
        for (const Outcome& o : report_.evaluation.outcomes) {
            json_.line();
            outcome(o);
        }
        json_.line().end_array().line();
    }

    void subjects() {
        constexpr SlotIndex image = model::SubjectRoot::image.index + 1;
        json_.key("subjects").begin_array();
        for (Row row = 0; row < facts_.subjects(); ++row) {
            const auto add = [&](std::string_view key, SlotIndex slot) {
                const Column& column = facts_.column(subjects_table, slot);
                if (column.state(row) == CellState::present) json_.member(key, facts_.text(column.narrow[row]));
            };
            json_.line().begin_object();
            add("digest", image + model::Image::digest.index);
            add("id", image + model::Image::id.index);
            json_.member("name", report::subject_name(facts_, row));
            add("reference", image + model::Image::reference.index + 1 + model::ImageReference::text.index);
            json_.end_object();
        }
        json_.line().end_array().line();
    }

    const Report& report_;
    const Facts& facts_;
    const Program& program_;
    Locator locator_;
    JsonWriter json_;
};

}  // namespace

std::string render_json(const Report& report) { return Writer(report).write(); }

}  // namespace scantling
