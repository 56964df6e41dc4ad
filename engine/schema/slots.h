// Typed names for slots: what the generated slots.h is made of.
//
// A Slot says of which record it is and what its cell holds, so that a reader that writes a text into a number, or a field of
// one record into another, does not compile.
#pragma once

#include "engine/schema/layout.h"

namespace scantling {

namespace kind {
struct Boolean {};
struct Integer {};
struct Decimal {};
struct Text {};
struct Time {};
struct Duration {};
struct Size {};
struct Version {};
template <typename E>
struct Enumeration {};
template <typename R>
struct Embedded {};
template <typename R>
struct Reference {};
template <typename K>
struct List {};  // K: the kind of its element
template <typename V>
struct Map {};  // from text to V
template <typename R>
struct View {};  // a list that shows rows of R's home
}  // namespace kind

template <typename R, typename Kind>
struct Slot {
    SlotIndex index = 0;
};

}  // namespace scantling
