"""The entry point: sets what Textual reads when it is imported, then hands over to the commands."""

from __future__ import annotations

import os
import sys

# Textual reads these once, when it is first imported. What the user has set stays.
_TERMINAL = {
    # The kitty keyboard protocol loses what Chinese input methods commit in several terminals.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Over SSH an animated page costs more than ten times the bytes of one that just appears.
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    # What has changed waits for the next frame: of Textual's own 60 a second up to 17 ms.
    "TEXTUAL_FPS": "120",
}


def main() -> int:
    """Run the command line of this process; the exit status."""
    for name, value in _TERMINAL.items():
        os.environ.setdefault(name, value)
    from shanqu.cli.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
