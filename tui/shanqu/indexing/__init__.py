"""The one door through which anything gets into a library: ingest, clean, extract, store.

Importing this package loads nothing but this; what a name needs is loaded when the name is first asked for,
because the browser asks for one of them before its first frame.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shanqu.indexing.adding import RULES_VERSION, add
    from shanqu.indexing.analysing import analyse
    from shanqu.indexing.background import Background
    from shanqu.indexing.executors import ClusterError, Crew
    from shanqu.indexing.reports import Progress, Report
    from shanqu.indexing.resume import unfinished

__all__ = [
    "RULES_VERSION",
    "Background",
    "ClusterError",
    "Crew",
    "Progress",
    "Report",
    "add",
    "analyse",
    "unfinished",
]

_HOMES = {
    "RULES_VERSION": "adding",
    "add": "adding",
    "analyse": "analysing",
    "Background": "background",
    "ClusterError": "executors",
    "Crew": "executors",
    "Progress": "reports",
    "Report": "reports",
    "unfinished": "resume",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
