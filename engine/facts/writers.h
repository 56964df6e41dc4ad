// Typed writing of facts: what a reader holds while it fills a row. Copyable handles of a few words; valid as long as the builder.
//
//     RecordWriter<model::Stage> stage = dockerfile.list(model::Dockerfile::stages).add(place);
//     stage.set(model::Stage::index, 0);
//     stage.set(model::Stage::name, "build", place_of_name);
//     stage.absent(model::Stage::as_text);
//     RecordWriter<model::ImageConfig> config = stage.open(model::Stage::config);
//     config.unknown(model::ImageConfig::user, CellState::unresolved);
//
// A place that is not given is the row's.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "engine/facts/builder.h"
#include "engine/schema/generated/slots.h"

namespace scantling {

template <typename R>
class RecordWriter;

namespace detail {

// A cell of some kind: the one place that knows how each kind is stored.
struct CellWriter {
    Builder* builder;
    TableId table;
    Row row;

    void put(SlotIndex slot, kind::Boolean, bool value, PlaceId place) const {
        builder->set_narrow(table, row, slot, value ? 1 : 0, place);
    }
    void put(SlotIndex slot, kind::Text, std::string_view value, PlaceId place) const {
        builder->set_narrow(table, row, slot, builder->dictionary().intern(value), place);
    }
    template <typename E>
    void put(SlotIndex slot, kind::Enumeration<E>, E value, PlaceId place) const {
        builder->set_narrow(table, row, slot, static_cast<std::uint32_t>(value), place);
    }
    template <typename R>
    void put(SlotIndex slot, kind::Reference<R>, Row value, PlaceId place) const {
        builder->set_narrow(table, row, slot, value, place);
    }
    void put(SlotIndex slot, kind::Integer, std::int64_t value, PlaceId place) const { builder->set_wide(table, row, slot, value, place); }
    void put(SlotIndex slot, kind::Decimal, std::int64_t millionths, PlaceId place) const {
        builder->set_wide(table, row, slot, millionths, place);
    }
    void put(SlotIndex slot, kind::Time, std::int64_t microseconds, PlaceId place) const {
        builder->set_wide(table, row, slot, microseconds, place);
    }
    void put(SlotIndex slot, kind::Duration, std::int64_t microseconds, PlaceId place) const {
        builder->set_wide(table, row, slot, microseconds, place);
    }
    void put(SlotIndex slot, kind::Size, std::int64_t bytes, PlaceId place) const { builder->set_wide(table, row, slot, bytes, place); }
};

}  // namespace detail

// The elements of a list of scalars.
template <typename K>
class ListWriter {
  public:
    ListWriter(Builder& builder, TableId owner, Row row, SlotIndex slot) : builder_(&builder), owner_(owner), row_(row), slot_(slot) {}
    template <typename Value>
    void add(Value value, PlaceId place = PlaceId::none) const {
        const TableId child = builder_->child(owner_, slot_);
        const Row element = builder_->add_row(child, row_, place);
        detail::CellWriter{builder_, child, element}.put(0, K{}, value, PlaceId::none);
    }
    // A text that is interned already.
    void add_id(StringId value, PlaceId place = PlaceId::none) const
        requires std::is_same_v<K, kind::Text>
    {
        const TableId child = builder_->child(owner_, slot_);
        builder_->set_narrow(child, builder_->add_row(child, row_, place), 0, value, PlaceId::none);
    }
    // An element that is there but could not be worked out.
    void add_unknown(CellState state, PlaceId place = PlaceId::none) const {
        const TableId child = builder_->child(owner_, slot_);
        const Row element = builder_->add_row(child, row_, place);
        builder_->set_state(child, element, 0, state, PlaceId::none);
    }
    // The list is not whole.
    void incomplete(CellState state) const { builder_->set_state(owner_, row_, slot_, state, PlaceId::none); }

  private:
    Builder* builder_;
    TableId owner_;
    Row row_;
    SlotIndex slot_;
};

// The rows of a list of records.
template <typename R>
class ListWriter<kind::Embedded<R>> {
  public:
    ListWriter(Builder& builder, TableId owner, Row row, SlotIndex slot) : builder_(&builder), owner_(owner), row_(row), slot_(slot) {}
    RecordWriter<R> add(PlaceId place = PlaceId::none) const {
        const TableId child = builder_->child(owner_, slot_);
        return RecordWriter<R>(*builder_, child, builder_->add_row(child, row_, place), 0);
    }
    // Whether anybody will ask about this list of the rows: if nobody does, it may be left alone.
    template <typename K>
    [[nodiscard]] bool is_asked(Slot<R, K> slot) const {
        return builder_->is_asked(builder_->child(builder_->child(owner_, slot_), slot.index));
    }
    void incomplete(CellState state) const { builder_->set_state(owner_, row_, slot_, state, PlaceId::none); }

  private:
    Builder* builder_;
    TableId owner_;
    Row row_;
    SlotIndex slot_;
};

// The entries of a map from text. Keys must be distinct: a later one of the same name is the reader's business.
template <typename V>
class MapWriter {
  public:
    MapWriter(Builder& builder, TableId owner, Row row, SlotIndex slot) : builder_(&builder), owner_(owner), row_(row), slot_(slot) {}
    // `key_place` where the key is a text of its own (`{"name": …, "value": …}`); else the place names the key as its last step.
    template <typename Value>
    void add(std::string_view key, Value value, PlaceId place = PlaceId::none, PlaceId key_place = PlaceId::none) const {
        add_id(builder_->dictionary().intern(key), value, place, key_place);
    }
    // A key that is interned already.
    template <typename Value>
    void add_id(StringId key, Value value, PlaceId place = PlaceId::none, PlaceId key_place = PlaceId::none) const {
        const TableId child = builder_->child(owner_, slot_);
        const Row entry = builder_->add_row(child, row_, place);
        builder_->set_narrow(child, entry, 0, key, key_place);
        detail::CellWriter{builder_, child, entry}.put(1, V{}, value, PlaceId::none);
    }
    void add_unknown(std::string_view key, CellState state, PlaceId place = PlaceId::none) const {
        const TableId child = builder_->child(owner_, slot_);
        const Row entry = builder_->add_row(child, row_, place);
        detail::CellWriter{builder_, child, entry}.put(0, kind::Text{}, key, PlaceId::none);
        builder_->set_state(child, entry, 1, state, PlaceId::none);
    }
    void incomplete(CellState state) const { builder_->set_state(owner_, row_, slot_, state, PlaceId::none); }

  private:
    Builder* builder_;
    TableId owner_;
    Row row_;
    SlotIndex slot_;
};

// A row, or a record embedded in one at slot `base`.
template <typename R>
class RecordWriter {
  public:
    RecordWriter(Builder& builder, TableId table, Row row, SlotIndex base) : builder_(&builder), table_(table), row_(row), base_(base) {}

    // The row of its table: what a `ref` to it holds. Only of a whole row.
    [[nodiscard]] Row row() const { return row_; }
    [[nodiscard]] TableId table() const { return table_; }
    [[nodiscard]] Builder& builder() const { return *builder_; }
    // The absolute slot of a field, for the untyped calls of the builder.
    template <typename K>
    [[nodiscard]] SlotIndex at(Slot<R, K> slot) const {
        return static_cast<SlotIndex>(base_ + slot.index);
    }

    template <typename K, typename Value>
    void set(Slot<R, K> slot, Value value, PlaceId place = PlaceId::none) const {
        detail::CellWriter{builder_, table_, row_}.put(at(slot), K{}, value, place);
    }
    // A text that is interned already.
    void set_id(Slot<R, kind::Text> slot, StringId id, PlaceId place = PlaceId::none) const {
        builder_->set_narrow(table_, row_, at(slot), id, place);
    }
    void set_version(Slot<R, kind::Version> slot, std::string_view text, model::Ecosystem ecosystem, PlaceId place = PlaceId::none) const {
        set_version_id(slot, builder_->dictionary().intern(text), ecosystem, place);
    }
    void set_version_id(Slot<R, kind::Version> slot, StringId text, model::Ecosystem ecosystem, PlaceId place = PlaceId::none) const {
        builder_->set_narrow(table_, row_, at(slot), builder_->version_id(text, static_cast<std::uint32_t>(ecosystem)), place);
    }
    // The source was read and the thing is not there.
    template <typename K>
    void absent(Slot<R, K> slot, PlaceId place = PlaceId::none) const {
        builder_->set_state(table_, row_, at(slot), CellState::absent, place);
    }
    // Nobody can tell, for this reason. Of a list: nothing of it is known.
    template <typename K>
    void unknown(Slot<R, K> slot, CellState state, PlaceId place = PlaceId::none) const {
        builder_->set_state(table_, row_, at(slot), state, place);
    }
    // Marks the embedded record as present.
    template <typename S>
    RecordWriter<S> open(Slot<R, kind::Embedded<S>> slot, PlaceId place = PlaceId::none) const {
        builder_->set_state(table_, row_, at(slot), CellState::present, place);
        return inside(slot);
    }
    // The embedded record without saying anything of its presence.
    template <typename S>
    RecordWriter<S> inside(Slot<R, kind::Embedded<S>> slot) const {
        return RecordWriter<S>(*builder_, table_, row_, static_cast<SlotIndex>(at(slot) + 1));
    }
    // Marks the list as complete (until `incomplete` is called).
    template <typename K>
    ListWriter<K> list(Slot<R, kind::List<K>> slot, PlaceId place = PlaceId::none) const {
        builder_->set_state(table_, row_, at(slot), CellState::present, place);
        return ListWriter<K>(*builder_, table_, row_, at(slot));
    }
    template <typename V>
    MapWriter<V> map(Slot<R, kind::Map<V>> slot, PlaceId place = PlaceId::none) const {
        builder_->set_state(table_, row_, at(slot), CellState::present, place);
        return MapWriter<V>(*builder_, table_, row_, at(slot));
    }
    // A row of the home table joins the view; an untouched view is unknown, so open it even if it stays empty.
    template <typename S>
    void open_view(Slot<R, kind::View<S>> slot) const {
        builder_->set_state(table_, row_, at(slot), CellState::present, PlaceId::none);
    }
    template <typename S>
    void add_to_view(Slot<R, kind::View<S>> slot, Row target) const {
        builder_->add_to_view(table_, row_, at(slot), target);
    }

  private:
    Builder* builder_;
    TableId table_;
    Row row_;
    SlotIndex base_;
};

// The roots.
[[nodiscard]] inline RecordWriter<model::RunRoot> run_writer(Builder& builder) { return {builder, run_table, 0, 0}; }
[[nodiscard]] inline RecordWriter<model::SubjectRoot> fragment_writer(Builder& builder, Row fragment) {
    return {builder, subjects_table, fragment, 0};
}

}  // namespace scantling
