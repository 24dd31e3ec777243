"""Files to pages: folders, encodings, formats."""

from shanqu.ingest.discover import discover
from shanqu.ingest.errors import IngestError
from shanqu.ingest.reader import read

__all__ = ["IngestError", "discover", "read"]
