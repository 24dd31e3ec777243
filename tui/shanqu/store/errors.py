"""What can be wrong with a library, in one clear sentence each."""

from __future__ import annotations


class LibraryError(Exception):
    """The library cannot be used; the message says which one, why, and what to do."""

    def __init__(self, message: str) -> None:
        """`message` is one English sentence, a `Message` that can be translated."""
        super().__init__(message)
        self.message = message


class LibraryMissingError(LibraryError):
    """There is no library in the folder."""


class LibraryBusyError(LibraryError):
    """Another process kept the library locked for too long."""


class LibraryOutdatedError(LibraryError):
    """The library has an older format; to open it for writing brings it up to date."""


class LibraryInterruptedError(LibraryError):
    """What was asked is no longer wanted."""
