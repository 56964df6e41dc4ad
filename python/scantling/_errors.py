"""One tree of exceptions; each is also the built-in that fits. Memory that cannot be had is a MemoryError, a wrong type a TypeError."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._scantling import Diagnostic


class ScantlingError(Exception):
    """Whatever scantling says no to. `str(error)` is the whole text for people, with excerpts and carets."""

    diagnostics: tuple[Diagnostic, ...]
    """Each mistake with its code, place and help."""

    def __init__(self, text: str, diagnostics: Iterable[Diagnostic] = ()) -> None:
        super().__init__(text)
        self.diagnostics = tuple(diagnostics)


class PolicyError(ScantlingError, ValueError):
    """Policies, a profile, a parameter or a bundle are wrong."""


class InputError(ScantlingError, ValueError):
    """A document is wrong, or it is unclear what it is about."""


class IoError(ScantlingError, OSError):
    """A file or folder cannot be read."""


class InvalidArgument(ScantlingError, ValueError):
    """An argument has the right type and a wrong value."""


class IncompatibleError(ScantlingError):
    """A bundle of another version, or a build that lacks what is asked for."""


class LimitError(ScantlingError):
    """Something is larger than the library takes, or than the caller allowed."""


class InternalError(ScantlingError, RuntimeError):
    """A fault of the library: please report it."""


for _class in (ScantlingError, PolicyError, InputError, IoError, InvalidArgument, IncompatibleError, LimitError, InternalError):
    _class.__module__ = "scantling"
del _class
