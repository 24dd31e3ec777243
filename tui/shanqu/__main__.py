"""The entry point: sets what Textual reads when it is imported, then hands over to the commands."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as `typing` has it, which takes a while to load
if TYPE_CHECKING:
    from shanqu.ui.first_frame import FirstFrame

# Textual reads these once, when it is first imported. What the user has set stays.
_TERMINAL = {
    # The kitty keyboard protocol loses what Chinese input methods commit in several terminals.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Over SSH an animated page costs more than ten times the bytes of one that just appears.
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    # What has changed waits for the next frame, of Textual's own 60 a second up to 17 ms. A key has two, its own and that
    # of what it led to.
    "TEXTUAL_FPS": "250",
}


def main() -> int:
    """Run the command line of this process; the exit status."""
    for name, value in _TERMINAL.items():
        os.environ.setdefault(name, value)
    # Before anything else is loaded.
    frame = _frame_at_once(sys.argv[1:])
    try:
        from shanqu.cli.main import main as run

        return run(sys.argv[1:], frame)
    finally:
        if frame is not None:
            frame.leave()


def _frame_at_once(arguments: list[str]) -> FirstFrame | None:
    if os.name != "posix":  # there terminals are another matter
        return None
    from shanqu.ui.first_frame import at_once

    return at_once(arguments)


if __name__ == "__main__":
    sys.exit(main())
