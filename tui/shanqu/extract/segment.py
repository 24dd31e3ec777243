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
    return tokenizer


def words(text: str) -> list[str]:
    """The words of `text` in order; joined they give `text` again."""
    return list(_tokenizer().cut(text, HMM=False))


def frequency(word: str) -> int:
    """How often the dictionary has seen `word`; 0 for a word that it does not know."""
    return int(_tokenizer().FREQ.get(word) or 0)
