"""The tables of `library.sqlite` and the steps from each version of them to the next.

Only what can be rebuilt from the sources lives here: deleting the file loses nothing of the user's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from shanqu.store import (
    blocks,
    folding,
    following,
    indexes,
    marks,
    meetings,
    phrases,
    reprints,
    sealing,
    splitting,
    upgrade,
)

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

# For comparing: what decides which of a place's many figures are shown, in the order in which they are, so that the
# records of the others need not be read. Triggers keep it, for it only repeats what the records say.
_LEADING = """
    standing = 8 * CASE json_extract(record, '$.status')
            WHEN 'forecast' THEN 1 WHEN 'planned' THEN 2 WHEN 'target' THEN 3 ELSE 0 END
        + CASE json_extract(record, '$.scope') WHEN 'zone' THEN 1 WHEN 'project' THEN 2 WHEN 'company' THEN 3
            WHEN 'industry' THEN 4 WHEN 'province' THEN 5 WHEN 'foreign' THEN 6 ELSE 0 END,
    age = 9999 - coalesce(substr(rtrim(substr(json_extract(record, '$.period_norm'),
        instr(rtrim(json_extract(record, '$.period_norm'), '/'), '/') + 1), '/'), 1, 4), 0),
    about = json_extract(record, '$.kind') || ' ' || coalesce(json_extract(record, '$.unit'), '')
        || ' ' || coalesce(json_extract(record, '$.period_norm'), json_extract(record, '$.period'), '')
        || ' ' || coalesce(json_extract(record, '$.subject'), ''),
    printed = json_extract(record, '$.value_text'),
    sentence = json_extract(record, '$.sentence_start')
"""
_PLACE = "(place.kind = 'park' OR place.kind = 'place' AND place.code <> '')"
_COMPARING = f"""
ALTER TABLE article ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]';     -- JSON list
UPDATE article SET warnings =
    (SELECT json_extract(record, '$.warnings') FROM content WHERE content.article = article.id);
CREATE INDEX article_warned ON article (warnings) WHERE warnings <> '[]';
CREATE TRIGGER warn AFTER INSERT ON content BEGIN
    UPDATE article SET warnings = json_extract(new.record, '$.warnings') WHERE id = new.article;
END;
ALTER TABLE fact ADD COLUMN standing INTEGER NOT NULL DEFAULT 0;        -- status, then scope: the least leads
ALTER TABLE fact ADD COLUMN age INTEGER NOT NULL DEFAULT 9999;          -- of its last year; 9999: undated
ALTER TABLE fact ADD COLUMN about TEXT NOT NULL DEFAULT '';             -- what else tells figures apart
ALTER TABLE fact ADD COLUMN printed TEXT NOT NULL DEFAULT '';
ALTER TABLE fact ADD COLUMN sentence INTEGER NOT NULL DEFAULT 0;
UPDATE fact SET {_LEADING};
DROP INDEX fact_code;
CREATE INDEX fact_place ON fact (code, indicator, standing, age, about, printed, article)
    WHERE code <> '';
CREATE INDEX fact_sentence ON fact (article, sentence);
CREATE TRIGGER lead AFTER INSERT ON fact BEGIN
    UPDATE fact SET {_LEADING} WHERE rowid = new.rowid;
END;
CREATE TABLE beside (               -- what the sentences of an article name together with a place or park
    place INTEGER NOT NULL,         -- its entity
    kind TEXT NOT NULL,             -- of the other entity
    article INTEGER NOT NULL,
    other INTEGER NOT NULL,
    sentence INTEGER NOT NULL,      -- the first such sentence
    PRIMARY KEY (place, kind, article, other)
) WITHOUT ROWID;
INSERT OR IGNORE INTO beside SELECT here.entity, there.kind, here.article, there.id, here.sentence
    FROM mention here JOIN entity place ON place.id = here.entity
    JOIN mention with_it ON with_it.article = here.article AND with_it.sentence = here.sentence
    JOIN entity there ON there.id = with_it.entity
    WHERE {_PLACE} AND there.id <> place.id AND with_it.how <> 'reporter'
    ORDER BY here.article, here.sentence;
CREATE TRIGGER meet AFTER INSERT ON mention WHEN new.how <> 'reporter' BEGIN
    INSERT OR IGNORE INTO beside SELECT place.id, there.kind, new.article, there.id, new.sentence
        FROM entity place JOIN mention with_it ON with_it.article = new.article AND with_it.sentence = new.sentence
        JOIN entity there ON there.id = with_it.entity
        WHERE place.id = new.entity AND {_PLACE} AND there.id <> place.id AND with_it.how <> 'reporter';
    INSERT OR IGNORE INTO beside SELECT place.id, there.kind, new.article, there.id, new.sentence
        FROM entity there JOIN mention here ON here.article = new.article AND here.sentence = new.sentence
        JOIN entity place ON place.id = here.entity
        WHERE there.id = new.entity AND {_PLACE} AND there.id <> place.id;
END;
CREATE TRIGGER part AFTER DELETE ON mention BEGIN
    DELETE FROM beside WHERE place = old.entity AND article = old.article AND kind IN ('place', 'company', 'park',
        'organization', 'person', 'project', 'industry', 'product', 'policy');
END;
"""

# The text for people stands in a table of its own, small enough for quick snippets; the folded one is made
# from it where it is asked for. The body comes first in the index: FTS5 spends two bytes less on each entry of a
# first column. Counts of entities are kept, because a large library cannot count them while somebody types.
_TEXTS = """
CREATE TABLE text (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    body TEXT NOT NULL              -- the cleaned text: what the full-text index holds, folded
);
ALTER TABLE article ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;     -- its file is no longer there
ALTER TABLE entity ADD COLUMN named_articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN named_times INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fact ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE fact ADD COLUMN amount REAL;                            -- in yuan, the least where it is a range
CREATE INDEX article_sha256 ON article (sha256);
CREATE INDEX article_gone ON article (id) WHERE gone;
CREATE INDEX article_copies ON article (reprints) WHERE reprints <> id;
CREATE INDEX article_site ON article (site, id);
CREATE INDEX entity_rank ON entity (kind, named_articles DESC);
CREATE INDEX fact_amount ON fact (amount, article) WHERE amount IS NOT NULL;
"""
_REFILLED = """
CREATE TABLE content_slim (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    page TEXT NOT NULL,
    record TEXT NOT NULL
);
INSERT INTO content_slim SELECT article, page, record FROM content;
DROP TABLE content;
ALTER TABLE content_slim RENAME TO content;
CREATE TRIGGER warn AFTER INSERT ON content BEGIN
    UPDATE article SET warnings = json_extract(new.record, '$.warnings') WHERE id = new.article;
END;
DROP TABLE fulltext;
CREATE VIRTUAL TABLE fulltext USING fts5(body, title, content='', tokenize='ascii');
INSERT INTO fulltext(fulltext, rank) VALUES ('automerge', 0);
INSERT INTO fulltext(fulltext, rank) VALUES ('crisismerge', 2000);
INSERT INTO fulltext(fulltext, rank) VALUES ('hashsize', 67108864);
UPDATE entity SET (named_articles, named_times) =
    (SELECT count(*), coalesce(sum(mentions), 0) FROM naming WHERE entity = entity.id);
"""

# What a split does to the record of a fact is to be seen in its order, too.
_FOLLOWING = f"""
{following.COLUMN}
CREATE TRIGGER lead_again AFTER UPDATE OF record ON fact BEGIN
    UPDATE fact SET {_LEADING} WHERE rowid = new.rowid;
END;
"""

_KEYWORDS = """
ALTER TABLE article ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]';     -- JSON list, the weightiest first
"""

# How many articles name two things in one sentence: counted while writing, for a place that thousands of articles
# name cannot have them counted while somebody waits.
_BESIDE_COUNTED = """
CREATE TABLE beside_total (
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    other INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (place, kind, other)
) WITHOUT ROWID;
INSERT INTO beside_total SELECT place, kind, other, count(*) FROM beside GROUP BY place, kind, other;
CREATE TRIGGER count_beside AFTER INSERT ON beside BEGIN
    INSERT INTO beside_total VALUES (new.place, new.kind, new.other, 1)
        ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER discount_beside AFTER DELETE ON beside BEGIN
    UPDATE beside_total SET articles = articles - 1
        WHERE place = old.place AND kind = old.kind AND other = old.other;
    DELETE FROM beside_total
        WHERE place = old.place AND kind = old.kind AND other = old.other AND articles <= 0;
END;
"""

# By its bytes a file is known again that has been moved.
_MOVING = """
ALTER TABLE source ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
UPDATE source SET sha256 =
    coalesce((SELECT sha256 FROM article WHERE article.path = source.path AND member = ''), '');
CREATE INDEX source_sha256 ON source (sha256);
"""

# Each step: statements, what only a program can do, statements. A change of `text.fold.fold` needs a step that
# fills the index again: ('', refill, ''); a test watches over it.
Step = tuple[str, Callable[[sqlite3.Connection], None] | None, str]
MIGRATIONS: tuple[Step, ...] = (
    (_ARTICLES + _FINDINGS + _FULLTEXT, None, ""),
    (_COMPARING, None, ""),
    (reprints.TABLES, None, ""),
    (_TEXTS, upgrade.fill_texts, _REFILLED),
    ("", upgrade.refill, ""),
    (_KEYWORDS, None, ""),
    (_BESIDE_COUNTED, None, ""),
    (_MOVING, None, ""),
    (indexes.QUICKER, None, ""),
    (blocks.TABLES, sealing.seal_without_phrases, ""),
    (folding.TABLES, folding.rank_changed, ""),
    (indexes.COVERING, None, ""),
    (meetings.TABLES, meetings.fill, meetings.TOTALS),
    # The phrases of older blocks are kept when all else is tidied, block by block; until then the index tells them.
    (phrases.TABLES, None, ""),
    (splitting.TABLES + meetings.ITEMS, None, ""),
    (marks.TABLES, None, ""),
    (reprints.KIN, upgrade.group_again, ""),
    (_FOLLOWING, following.follow_all, ""),
)
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
        for before, change, after in MIGRATIONS[version(connection) :]:
            _run(connection, before)
            if change:
                change(connection)
            _run(connection, after)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> list[str]:
    # Connection.executescript would commit the transaction before it starts.
    found, piece = [], ""
    for line in script.splitlines(keepends=True):
        piece += line
        if sqlite3.complete_statement(piece):
            found.append(piece)
            piece = ""
    return found
