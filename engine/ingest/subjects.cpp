// The last step of reading: groups of fragments get a name, say whether they match, are linked, and freeze into facts.
#include "engine/ingest/subjects.h"

#include <algorithm>

#include "engine/facts/writers.h"
#include "engine/ingest/containers.h"
#include "engine/ingest/grouping.h"
#include "engine/ingest/packages.h"
#include "engine/ingest/shared/config_values.h"
#include "engine/values/digest.h"

namespace scantling {

namespace {

constexpr SlotIndex image_config_slot = static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + model::Image::config.index);

// Members in the order in which the freezer asks them: what they are, then when they came.
std::vector<Member> ranked(const SubjectGroup& group) {
    std::vector<Member> out = group.members;
    std::stable_sort(out.begin(), out.end(), [](const Member& a, const Member& b) { return a.fragment->kind < b.fragment->kind; });
    return out;
}

void write_match(Builder& builder, TableId table, Row row, SlotIndex slot, Attachment attachment) {
    if (attachment == Attachment::by_name) {
        builder.set_state(table, row, slot, CellState::not_stated, PlaceId::none);
    } else {
        builder.set_narrow(table, row, slot, attachment == Attachment::by_content ? 1 : 0, PlaceId::none);
    }
}

// By fragment: how it was attached; then every row of a table that hangs on fragments is told.
void write_matches(Builder& builder, const std::vector<std::optional<Attachment>>& attachments, TableId table, SlotIndex slot) {
    const std::vector<Row> parents = builder.table(table).parents;
    for (Row row = 0; row < parents.size(); ++row) {
        if (parents[row] == no_row || !attachments[parents[row]]) continue;
        if (builder.column(table, slot).state(row) == CellState::present) continue;  // facts that a policy writes out say it themselves
        write_match(builder, table, row, slot, *attachments[parents[row]]);
    }
}

// What the caller calls the image fills what its documents do not state.
void write_forced_name(Builder& builder, const SubjectGroup& group) {
    if (group.forced.empty()) return;
    const auto reference = parse_image_reference(group.forced);
    const auto digest = reference ? reference->digest : parse_digest(group.forced);
    const auto slot = [](auto field) { return static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + field.index); };
    for (const Member& member : ranked(group)) {
        const Row row = member.fragment->row;
        if (member.fragment->kind != FragmentKind::image) continue;
        const auto image = fragment_writer(builder, row).inside(model::SubjectRoot::image);
        if (reference && is_unknown(builder.column(subjects_table, slot(model::Image::reference)).state(row))) {
            write_image_reference(image.open(model::Image::reference), *reference, PlaceId::none);
        }
        if (digest && is_unknown(builder.column(subjects_table, slot(model::Image::digest)).state(row))) {
            image.set(model::Image::digest, *digest);
        }
        return;
    }
}

// The fragment whose image.config wins.
Row config_fragment(const Builder& builder, const std::vector<Member>& members) {
    const Table& table = builder.table(subjects_table);
    for (const Member& member : members) {
        if (table.columns[image_config_slot].state(member.fragment->row) == CellState::present) return member.fragment->row;
    }
    return no_row;
}

void link_group(Builder& builder, const SubjectGroup& group) {
    const std::vector<Member> members = ranked(group);
    fragment_writer(builder, members.front().fragment->row).set(model::SubjectRoot::subject_name, std::string_view(group.name));
    write_forced_name(builder, group);
    std::vector<Row> rows;
    for (const Member& member : members) rows.push_back(member.fragment->row);
    link_containers(builder, rows, config_fragment(builder, members));
}

}  // namespace

Assembly assemble(Builder& builder, const std::vector<SubjectInput>& inputs) {
    Grouping grouping = group_fragments(builder, inputs);
    Assembly out;
    out.diagnostics = std::move(grouping.diagnostics);
    if (has_errors(out.diagnostics)) return out;
    Assignment assignment;
    assignment.subjects = static_cast<Row>(grouping.groups.size());
    assignment.subject.assign(builder.fragments(), no_row);
    assignment.rank.assign(builder.fragments(), 0);
    std::vector<std::optional<Attachment>> attachments(builder.fragments());
    FragmentGroups fragments(assignment.subjects);
    for (Row subject = 0; subject < assignment.subjects; ++subject) {
        for (const Member& member : grouping.groups[subject].members) {
            assignment.subject[member.fragment->row] = subject;
            assignment.rank[member.fragment->row] = static_cast<std::uint32_t>(member.fragment->kind);
            attachments[member.fragment->row] = member.attachment;
        }
        for (const Member& member : ranked(grouping.groups[subject])) fragments[subject].push_back(member.fragment->row);
        link_group(builder, grouping.groups[subject]);
    }
    using Root = model::SubjectRoot;
    const auto containers = static_cast<SlotIndex>(Root::runtime.index + 1 + model::Runtime::containers.index);
    write_matches(builder, attachments, builder.child(subjects_table, Root::sboms.index), model::Sbom::matches_subject.index);
    write_matches(builder, attachments, builder.child(subjects_table, Root::scans.index), model::Scan::matches_subject.index);
    write_matches(builder, attachments, builder.child(subjects_table, containers),
                  static_cast<SlotIndex>(model::Container::image.index + 1 + model::ContainerImage::is_subject.index));
    link_shared_mounts(builder, assignment.subject);
    unite_sources(builder, fragments);
    out.facts = builder.freeze(assignment);
    return out;
}

}  // namespace scantling
