"""What the enumerations have beside their members, which the extension module adds."""

from __future__ import annotations

import enum


class Word(enum.Enum):
    """Prints as the command line writes it."""

    def __str__(self) -> str:
        return self.name.lower()


class VerdictWord(Word):
    """Neither true nor false: an enumerator would be true, and CLEAN is 0."""

    def __bool__(self) -> bool:
        raise TypeError("a verdict is neither true nor false, since there are three: compare it with scantling.Verdict.CLEAN")


class OrderedWord(Word):
    """Ordered by value, but that 0 (unknown) comes last: it may turn out to be the worst."""

    @property
    def _rank(self) -> float:
        return self.value or float("inf")

    def __lt__(self, other: object) -> bool:
        return self._rank < other._rank if isinstance(other, type(self)) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._rank <= other._rank if isinstance(other, type(self)) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._rank > other._rank if isinstance(other, type(self)) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._rank >= other._rank if isinstance(other, type(self)) else NotImplemented
