"""Imported by the process that all working processes are forked from: loads, once for all, what reading needs.

Rules are compiled and the tagger's arrays loaded when they are first used, which takes seconds; so some text is read.
"""

from __future__ import annotations

import gc
from pathlib import Path
from tempfile import TemporaryDirectory

from shanqu.indexing.own_rules import rules_number
from shanqu.indexing.working import Context, Job, packed, work

_TEXT = """遂昌县发力生态工业
2023-11-15 来源:丽水日报 记者 王敏

浙江省遂昌县经济开发区去年引进企业二十多家,总投资16亿元,其中某某科技有限公司的产值同比增长12.5%。
县委书记王敏说,今年的工业投资比去年同期有较大增长,项目建设进展顺利。
"""


def _warm_up() -> None:
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(_TEXT, encoding="utf-8")
        work(Context(0, rules_number(0), packed({})), [Job(page, {})])
    # What is loaded now stays, and is to remain shared between the processes.
    gc.collect()
    gc.freeze()


_warm_up()
