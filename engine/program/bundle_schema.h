// The part of a bundle that stands before its units: what their policies added to the built-in facts model.
//
// Types, enums, records and domains are listed in the order in which the front end made them, so that replaying the list over this
// engine's model gives every one of them the number that the units call it by. The record of a map's entries (`entries(m)`) is no part of
// the layout: no table holds one.
#pragma once

#include <memory>

#include "engine/program/bundle_bytes.h"
#include "engine/schema/layout.h"
#include "engine/schema/schema.h"

namespace scantling::bundle {

struct Model {
    std::shared_ptr<const Layout> layout;
    std::shared_ptr<const Schema> schema;  // the layout's with more types, and the records of entries
};

void write_model(ByteWriter& out, const Model& model);

// Everything that a layout takes for granted is checked before one is made. Nothing where the reader failed.
[[nodiscard]] Model read_model(ByteReader& in);

// Of the built-in model, of the operators and of the builtin functions: what numbers in a bundle mean. 64 digits.
[[nodiscard]] const std::string& model_digest();

}  // namespace scantling::bundle
