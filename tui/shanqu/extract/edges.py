"""Where a name begins: from its suffix leftwards, word by word, to the first word that cannot belong to it."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import frequency, is_verb, words

_RUN = re.compile(r"[^\s,，。;；:：、!！?？《》【】\[\]|/…<>\"]*$")
_DASHES = re.compile(r".*(?:——|--)", re.DOTALL)
_SINGLE = frozenset(
    "的了在到与和及跟同对把被将让由从向往为是有等该这那各其此个名位某自于以并而且或所也都已又再就还仍才只需能可会使令给请派赴随经按据凭靠如若因但却不未很更最较每用做看见说指称叫找访问去来入进出当既则乃间着过们您你我他她它里内外旁边前后时达超近约逾仅共至年月日号系携起"
)
_WORDS = frozenset(
    """
    位于 坐落 坐落于 落户 落户于 落地 入驻 进驻 走进 走访 来到 来自 前往 赶赴 打造 建设 建成 建立 创建 创办 设立 成立 组建 共建 引进 引入 引育 招引
    培育 培养 发展 推进 推动 加快 加速 促进 实施 启动 开展 完成 实现 形成 成为 作为 获得 获评 荣获 入选 列入 纳入 跻身 依托 围绕 聚焦 立足 通过 根据
    按照 据悉 目前 如今 近日 日前 今年 去年 明年 其中 包括 以及 或者 还有 还是 就是 便是 正是 这是 而是 不仅 不但 同时 此外 另外 由于 因此 所以 如果
    虽然 但是 并且 而且 先后 陆续 已经 正在 即将 将要 可以 能够 必须 需要 应当 负责 主导 牵头 联合 携手 联手 对接 服务 支持 帮助 助力 带动 引领 拥有 具有
    涌现 集聚 聚集 汇聚 吸引 签约 签订 签署 投资 总投资 投产 开工 开建 竣工 奠基 揭牌 挂牌 启用 运营 运行 生产 制造 销售 研发 主要 主营 专业 从事 采用
    使用 利用 运用 提供 提升 提高 增强 强化 深化 优化 完善 健全 构建 构筑 搭建 谋划 规划 布局 探索 创新 示范 承接 承担 承办 主办 举办 召开 举行 参加 参观
    考察 调研 介绍 表示 告诉 认为 透露 指出 强调 记者 笔者 我们 你们 他们 它们 自己 本地 当地 这家 那家 一家 一个 一批 一些 这个 那个 这里 那里 这些 那些 多家
    全球 全国 全省 全市 全县 全区 国内 国内外 国外 省内 市内 最大 最强 最早 知名 著名 首家 首个 首批 第一 第二 重点 龙头 领军 骨干 代表 代表性 典型 标志性
    企业 公司 厂商 制造商 供应商 运营商 生产商 服务商 开发商 经销商 巨头 机构 单位 客户 股东 旗下 隶属 所属 下属 子公司 母公司 投资方 合作方 牵线方 一方 双方
    看到 见到 了解 获悉 得知 发现 走过 经过 穿过 进入 走出 离开 选择 决定 计划 准备 希望 继续 坚持 始终 全力 大力 积极 主动 不断 持续 进一步 高水平 高标准 高质量
    高品质 全面 深入 扎实 有力 有效 成功 顺利 正式 率先 抢抓 抓住 抓好 做好 做强 做大 做优 做精 盘活 整合 拓展 延伸 补齐 承载 支撑 保障 确保 力争 争取 争创
    原本 曾经 曾 离 距 像 比如 例如 譬如 诸如 尤其 特别 分别 共同 一起 参与 加入 收购 并购 控股 参股 改造 改建 扩建 新建 在建 迁建 拟建 续建 翻开 漫步 沿着 随着 得益于
    与会 与此同时 坐拥 毗邻 紧邻 邻近 靠近 附近 隔壁 对面 门口 车间 现场 厂房 园内 落成 入围 荣膺 摘得 斩获 出台 制定 发布 印发 推出 公布 颁发 授予 命名 认定 评为 评选
    为主 为主导 为核心 为龙头 当中 之中 之一 以来 以后 之后 之前 以前 期间 的话 来说 产业 经济 项目 工程
    挺进 迈向 冲刺 迈进 切入 激活 谋求 串联 除了 除 并举 壮大 切换 拥抱 抢占 聚力 竞逐 布局 深耕 投身 涉足 转向 做 好 项目 上游 下游 淘汰 关停 替代 补强 延长 打通 链接 串起 催生 孕育 倒逼 倡导 致力 致力于 专注 专注于
    发挥 赋能 促成 引爆 擦亮 擘画 奏响 驶入 迎来 跑出 交出 展示 展现 彰显 凸显 突出 突破 瞄准 锚定 对标 紧扣 紧盯 把 使 让 令 
    """.split()
)
# Words that end the walk only in front of a place name: inside a name they are ordinary parts of it.
_NOUNISH = frozenset(
    """
    建设 发展 投资 服务 制造 生产 销售 研发 运营 规划 创新 示范 保障 重点 产业 经济 项目 工程 开发 培育 实施 引领 支撑 支持 集聚 联合 合作 共同 探索 提升 优化 整合 布局
    承接 制造 主导 全球 全国 利用 提供 共建 龙头 骨干 专业 参加 考察 调研 参观 领军 代表 服务 运行 知名 著名 国内 国外 新建 在建 改造 使用 品质 经营 对接 突出 突破
    """.split()
)
# Verbs by the dictionary that names are made of.
_NAME_VERBS = frozenset(
    "制造 加工 孵化 协同 协作 合作 创业 创新 智造 科创 研究 检测 检验 通信 智慧 照明 循环 共享 种植 养殖 旅游 教育 培训 飞地 开源 振兴 未来 自主 交易 展示 体验 观光 养生 休闲 度假 管理 监测 储能 抽水 发电 供电 供水 装配 铸造 锻造 印刷 包装 印染 织造 酿造 制药 治疗 诊断 医疗 运输 仓储 扩建 改建 迁建 技改 改造 升级 生产 建设 开发 整治 提升 利用 处理 回收 再生 应用 呼吸".split()
)
_TAIL = re.compile(r"(?:商|企业|公司|机构|巨头|投资方|牵线方)$")
_COUNT = re.compile(r"^第?[\d.一二三四五六七八九十百千万亿两多余几数]+[个家项条座张款种批大类届所]?$")
_MEASURES = frozenset("个家项条座张款种批大类届名位所")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两多余几数第")
_JOINERS = frozenset("与及和暨")
_ZONE_END = re.compile(r"(?:开发区|经开区|高新区|新区)(?!域)")


def run_before(text: str, end: int, limit: int = 40) -> int:
    """Where the unbroken run of characters before `end` begins, at most `limit` back."""
    low = max(0, end - limit)
    match = _RUN.search(text[low:end])
    low = low + match.start() if match else end
    dashes = _DASHES.match(text[low:end])
    return low + dashes.end() if dashes else low


def left_edge(
    text: str, suffix: int, *, low: int | None = None, least: int = 2, extra: frozenset[str] = frozenset()
) -> int:
    """Where the name begins whose suffix starts at `suffix`; `suffix` itself if nothing precedes it.

    `least` characters are taken before a one-character stop word is believed, because names hold such
    characters too. `extra` are further words that end the walk.
    """
    begin = run_before(text, suffix) if low is None else low
    for zone in _ZONE_END.finditer(text, begin, suffix - 1):
        begin = zone.end()
    pieces = words(text[begin:suffix])
    at = suffix
    depth = 0
    for piece in reversed(pieces):
        if piece in ")）”’」":
            depth += 1
        elif piece in "(（“‘「":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and piece[-2:] in _NOUNISH and piece not in extra:
            if begins_with_place(text, at, suffix):
                break
        elif depth == 0 and _stops(text, at, piece, suffix, least, extra):
            break
        at -= len(piece)
    at = at if depth == 0 else _after_close(text, at, suffix)
    return _without_nounish(text, at, suffix)


def begins_with_place(text: str, start: int, end: int) -> bool:
    """Whether the span begins with the name of a known place."""
    entries = place_scanner().entries
    return any(text[start : start + length] in entries for length in range(2, min(9, end - start) + 1))


def begins_with_known(text: str, start: int, end: int) -> bool:
    """Whether the span begins with the name of a well-known body (武汉大学, 中科院)."""
    entries = name_scanner().entries
    forms = (text[start : start + length] for length in range(3, min(12, end - start) + 1))
    return any(form in entries and entries[form].kind == "organization" for form in forms)


def _without_nounish(text: str, start: int, end: int) -> int:
    """The start behind leading words that only lead up to a name."""
    for piece in words(text[start:end]):
        if piece not in _NOUNISH:
            break
        start += len(piece)
    return start


def _stops(text: str, at: int, piece: str, suffix: int, least: int, extra: frozenset[str]) -> bool:
    if piece in _WORDS or piece[-2:] in _WORDS or piece in extra or _TAIL.search(piece):
        return True
    before = text[at - len(piece) - 1 : at - len(piece)]
    if len(piece) > 1:
        counted = bool(_COUNT.match(piece)) and not piece.isascii()
        return counted or (
            piece not in _NAME_VERBS and is_verb(piece) and not _after_place(text, at - len(piece))
        )
    if piece in _MEASURES:
        return before in _NUMERALS
    if piece in _JOINERS and begins_with_known(text, run_before(text, at - 1), suffix):
        return False
    return piece in _SINGLE and (suffix - at == 0 or suffix - at >= least)


def _after_place(text: str, at: int) -> bool:
    """Whether a place name ends at `at`: what follows it there is part of a name (浙江开源金属)."""
    entries = place_scanner().entries
    return text[:at].endswith(("国家", "国际")) or any(
        text[at - length : at] in entries for length in (2, 3) if length <= at
    )


def _after_close(text: str, at: int, suffix: int) -> int:
    """The start behind the last closing bracket whose partner was not reached."""
    closes = [text.rfind(mark, at, suffix) for mark in ")）”’」"]
    return max(closes) + 1
