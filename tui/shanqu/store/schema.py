"""The tables of `library.sqlite` and the steps from each version of them to the next.

Only what can be rebuilt from the sources lives here: deleting the file loses nothing of the user's.
"""

from __future__ import annotations

import sqlite3

_ARTICLES = """
CREATE TABLE source (
    path TEXT PRIMARY KEY,          -- a file that was read to its end
    size INTEGER NOT NULL,
    mtime REAL NOT NULL,
    rules INTEGER NOT NULL          -- version of the rules that read it
) WITHOUT ROWID;
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    member TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL,
    rules INTEGER NOT NULL,
    title TEXT NOT NULL,            -- as shown and searched; the page's own title is in the record
    site TEXT,
    section TEXT,
    published TEXT,
    meaning TEXT,
    chars INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    places TEXT NOT NULL,           -- JSON list of county names, most often first
    shape INTEGER NOT NULL,         -- number of hashes in the sketch
    reprints INTEGER NOT NULL,      -- its group of reprints: the smallest article id in it
    UNIQUE (path, member)
);
CREATE INDEX article_order ON article (published DESC, id);
CREATE INDEX article_reprints ON article (reprints);
CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    page TEXT NOT NULL,             -- the decoded source
    record TEXT NOT NULL,           -- blocks, edits and metadata as JSON
    folded TEXT NOT NULL,           -- the cleaned text, folded: what the full-text index holds
    folded_title TEXT NOT NULL
);
CREATE TABLE sketch (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX sketch_article ON sketch (article);
"""

_FINDINGS = """
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    canonical TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    pinyin TEXT NOT NULL,
    initials TEXT NOT NULL,
    UNIQUE (kind, canonical, code)
);
CREATE INDEX entity_code ON entity (code) WHERE code <> '';
CREATE TABLE surface (              -- the names that pages use for an entity
    entity INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (entity, text)
) WITHOUT ROWID;
CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    entity INTEGER NOT NULL REFERENCES entity (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    sentence INTEGER NOT NULL,      -- page span of the sentence it stands in
    sentence_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    how TEXT NOT NULL
);
CREATE INDEX mention_article ON mention (article, sentence);
CREATE INDEX mention_entity ON mention (entity, article);
CREATE TABLE naming (               -- how often an article names an entity
    entity INTEGER NOT NULL REFERENCES entity (id),
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX naming_article ON naming (article, entity, mentions);
CREATE TABLE fact (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    code TEXT NOT NULL DEFAULT '',
    indicator TEXT NOT NULL,
    record TEXT NOT NULL            -- the whole fact as JSON
);
CREATE INDEX fact_article ON fact (article);
CREATE INDEX fact_code ON fact (code) WHERE code <> '';
"""

# Contentless: the grams are ours and the texts live in `content`. The automatic merges of FTS5 can stall a
# single write for seconds; the writer merges in small steps of its own instead.
_FULLTEXT = """
CREATE VIRTUAL TABLE fulltext USING fts5(title, body, content='', tokenize='ascii');
INSERT INTO fulltext(fulltext, rank) VALUES ('automerge', 0);
INSERT INTO fulltext(fulltext, rank) VALUES ('crisismerge', 2000);
INSERT INTO fulltext(fulltext, rank) VALUES ('hashsize', 67108864);
"""

MIGRATIONS: tuple[str, ...] = (_ARTICLES + _FINDINGS + _FULLTEXT,)
VERSION = len(MIGRATIONS)


def version(connection: sqlite3.Connection) -> int:
    """The version of the tables in the file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to `VERSION`, all steps in one transaction.

    The version is read again under the write lock, because another process may have just done it.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in MIGRATIONS[version(connection) :]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _statements(script: str) -> list[str]:
    # Connection.executescript would commit the transaction before it starts.
    found, piece = [], ""
    for line in script.splitlines(keepends=True):
        piece += line
        if sqlite3.complete_statement(piece):
            found.append(piece)
            piece = ""
    return found
