"""Word boundaries by jieba, loaded on first use.

jieba keeps its dictionary as a marshal file under a fixed name in the shared temporary folder, where
anybody could plant one. So it gets a folder of the user's own, which nobody else may enter.
"""

from __future__ import annotations

import logging
import os
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from shanqu.gazetteer import terms, zones


def _private_folder() -> Path:
    base = os.environ.get("SHANQU_CACHE")
    folder = Path(base) if base else user_cache_path("shanqu")
    folder = folder / "jieba"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


@cache
def _tokenizer() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_private_folder())
    tokenizer.initialize()
    for name in (*terms.words("edges", "whole"), *(form for zone in zones.zones() for form in zone.names)):
        tokenizer.add_word(name)
    return tokenizer


@cache
def _verbs() -> frozenset[str]:
    """The dictionary's words that are verbs and nothing else."""
    with _tokenizer().get_dict_file() as lines:
        words = (line.split(b" ", 1)[0].decode("utf-8") for line in lines if line.rstrip().endswith(b" v"))
        return frozenset(word for word in words if len(word) > 1)


def is_verb(word: str) -> bool:
    """Whether the dictionary knows `word`, of two characters or more, as a verb."""
    return word in _verbs()


def words(text: str) -> list[str]:
    """The words of `text` in order; joined they give `text` again."""
    return list(_tokenizer().cut(text, HMM=False))


def frequency(word: str) -> int:
    """How often the dictionary has seen `word`; 0 for a word that it does not know."""
    return int(_tokenizer().FREQ.get(word) or 0)
