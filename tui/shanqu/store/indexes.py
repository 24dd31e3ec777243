"""Indexes that came later than the tables: each answers a question without reading the rows themselves."""

# What a browser asks while somebody waits, answered by indexes alone: the articles in which a place is named together
# with another thing, the sentences that name an entity, the few facts of a kind among the many, the few articles with
# edits, the last year that a place has a figure of.
QUICKER = """
CREATE INDEX beside_other ON beside (place, kind, other, article, sentence);
DROP INDEX mention_entity;
CREATE INDEX mention_entity ON mention (entity, article, sentence);
CREATE INDEX fact_paired ON fact (article, sentence) WHERE about GLOB 'pairing *';
CREATE INDEX fact_dated ON fact (article, sentence) WHERE about GLOB 'event *' OR about GLOB 'milestone *';
CREATE INDEX fact_latest ON fact (code, age) WHERE code <> '' AND standing < 8 AND age < 9999
    AND about NOT GLOB 'event *' AND about NOT GLOB 'pairing *';
CREATE INDEX content_edited ON content (article) WHERE json_extract(record, '$.edits') <> '[]';
"""

# What stands in one sentence with an entity is found without the rows of mentions, the greatest investment in a place
# without those of its facts.
COVERING = """
DROP INDEX mention_article;
CREATE INDEX mention_article ON mention (article, sentence, entity, how);
DROP INDEX fact_place;
CREATE INDEX fact_place ON fact (code, indicator, standing, age, about, printed, article, amount) WHERE code <> '';
"""
