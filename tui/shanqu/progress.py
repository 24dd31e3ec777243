"""How far an import has come, in one line: the same in the command and in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shanqu.i18n import _

if TYPE_CHECKING:
    from shanqu.indexing import Progress


def progress_line(progress: Progress) -> str:
    """Files done and in all, how many in a second, and the time left, as far as these are known."""
    parts = [_("reading {done}/{total}").format(done=f"{progress.done:,}", total=f"{progress.total:,}")]
    if progress.rate is not None:
        parts.append(_("{rate}/s").format(rate=_short(progress.rate)))
    if progress.left is not None and progress.done < progress.total:
        parts.append(_("{time} left").format(time=_duration(progress.left)))
    return " · ".join(parts)


def _short(rate: float) -> str:
    return f"{rate:.1f}" if rate < 10 else f"{rate:,.0f}"


def _duration(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
