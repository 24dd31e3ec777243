"""The one door through which anything gets into a library: ingest, clean, extract, store.

Importing this package loads none of them; they are loaded when something is to be read.
"""

from shanqu.indexing.adding import RULES_VERSION, add
from shanqu.indexing.analysing import analyse
from shanqu.indexing.background import Background
from shanqu.indexing.reports import Progress, Report
from shanqu.indexing.unfinished import unfinished

__all__ = ["RULES_VERSION", "Background", "Progress", "Report", "add", "analyse", "unfinished"]
