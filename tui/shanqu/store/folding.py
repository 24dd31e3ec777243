"""Which copy of each group of reprints a list shows: the best one; the others have their places behind it.

The places are kept, because a list of many thousands of articles cannot rank copies while somebody waits. Triggers
note the groups that change, and they are ranked before the transaction ends.
"""

from __future__ import annotations

import json
import sqlite3

from shanqu.text.copies import Copy, best_first

TABLES = """
ALTER TABLE article ADD COLUMN behind INTEGER NOT NULL DEFAULT 0;   -- its place among its copies; 0: shown in lists
CREATE INDEX article_shown ON article (published DESC, id) WHERE behind = 0;
CREATE INDEX article_behind ON article (reprints, behind) WHERE behind > 0;
CREATE TABLE regrouped (            -- groups of reprints that are to be ranked (again)
    reprints INTEGER PRIMARY KEY
);
INSERT INTO regrouped SELECT DISTINCT reprints FROM article WHERE reprints <> id;
CREATE TRIGGER regroup AFTER UPDATE OF reprints ON article
    WHEN old.reprints <> new.reprints AND old.reprints <> 0 BEGIN
    INSERT OR IGNORE INTO regrouped VALUES (old.reprints), (new.reprints);
END;
"""


def rank_changed(connection: sqlite3.Connection) -> None:
    """Tell the places of the copies in the groups that have changed."""
    for (group,) in connection.execute("SELECT reprints FROM regrouped").fetchall():
        ranked = best_first(_copies(connection, group))
        connection.executemany(
            "UPDATE article SET behind = ?1 WHERE id = ?2 AND behind <> ?1",
            [(place, copy.id) for place, copy in enumerate(ranked)],
        )
    connection.execute("DELETE FROM regrouped")


def _copies(connection: sqlite3.Connection, group: int) -> list[Copy]:
    # The second table is an index of the few articles with edits: the records of the others are not read.
    rows = connection.execute(
        "SELECT id, kept, coalesce(json_array_length(record, '$.edits'), 0), meaning, published, warnings"
        " FROM article LEFT JOIN content ON article = id AND json_extract(record, '$.edits') <> '[]'"
        " WHERE reprints = ?",
        (group,),
    )
    return [
        Copy(id, kept, edits, meaning, published, tuple(json.loads(warnings)))
        for id, kept, edits, meaning, published, warnings in rows
    ]
