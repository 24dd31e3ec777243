"""Whole pages in the forms that the publishing systems in use print: from the bytes of a file to the article."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.ingest import read
from shanqu.model import Article

TITLE = "竹山县新开竹材加工园，三百村民家门口上班"
BODY = (
    "5月20日上午，竹山县竹材加工园正式开园，首批六家企业入驻，总投资三亿二千万元，预计年产值五亿元。",
    "园区占地一百二十亩，建有标准厂房八万平方米，烘干、碳化、热压等工序共用一套设备，企业拎着机器就能开工。",
    "“以前要到外地打工，现在走路十分钟就到车间。”村民李小竹说，她每月能拿到四千多元工资。",
)
SUBHEAD = "共用设备，轻装上阵"
ISO = "2024-05-20"


def opened(tmp_path: Path, data: bytes | str, name: str = "page.html") -> Article:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (page,) = read(path)
    return clean(page)


def text(article: Article) -> tuple[str, ...]:
    return tuple(" ".join(paragraph.text.split()) for paragraph in paragraphs(article))


def prints(body: tuple[str, ...] = BODY) -> str:
    return "".join(f"<p style='text-indent:2em'>{paragraph}</p>\n" for paragraph in body)


TRS = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_竹山县人民政府</title>
<meta name="SiteName" content="竹山县人民政府"><meta name="ArticleTitle" content="{TITLE}">
<meta name="PubDate" content="2024-05-20 09:30"><meta name="ContentSource" content="竹山日报">
<meta name="ColumnName" content="部门动态"></head><body>
<div class="top"><a href="/">网站首页</a><a href="/xxgk">信息公开</a><a href="/zmhd">政民互动</a></div>
<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/zwdt">政务动态</a> &gt; <a href="/bmdt">部门动态</a></div>
<div class="xl"><h1>{TITLE}</h1><div class="xl-info"><span>发布时间：2024-05-20 09:30</span>
<span>来源：竹山日报</span><span>浏览次数：<script>document.write(12)</script></span>
<span>字号：[<a>大</a> <a>中</a> <a>小</a>]</span></div>
<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{{line-height:2}}</style>{prints(BODY[:1])}
<p align="center"><strong>{SUBHEAD}</strong></p>{prints(BODY[1:])}</div>
<div class="fj">附件：<a href="a.doc">竹材加工园入驻企业申请表.doc</a></div>
<div class="gn"><a href="javascript:print()">【打印本页】</a><a>【关闭窗口】</a></div>
<div class="share">分享到：<a>微信</a><a>微博</a></div></div>
<div class="footer">主办：竹山县人民政府办公室 浙ICP备05000001号 网站标识码3300000001</div></body></html>"""

HANWEB = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>竹山县人民政府 部门动态 {TITLE}</title></head><body>
<table width="100%"><tr><td class="bt_content">您现在的位置：<a>首页</a>&gt;&gt;<a>部门动态</a></td></tr></table>
<table id="article"><tr><td class="title"><!--<$[标题名称(html)]>begin-->{TITLE}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td><table><tr><td>发布日期：2024-05-20</td><td>访问次数：<span id="count">35</span></td>
<td>信息来源：竹山县经信局</td><td>字号：[ 大 中 小 ]</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->{prints()}<!--ZJEG_RSS.content.end--></div></td></tr>
<tr><td align="right">[<a>打印</a>][<a>关闭</a>]</td></tr></table>
<table><tr><td>上一篇：<a>竹山县召开春茶工作会议</a></td></tr><tr><td>下一篇：<a>我县新增三家省级农业龙头企业</a></td></tr></table>
<table><tr><td>版权所有：竹山县人民政府 承办单位：竹山县大数据中心 浙公网安备 33000002000001号</td></tr></table>
</body></html>"""

JPAGE = f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body>
<div id="barrierfree_container"><div class="art-tit">{TITLE}</div>
<div class="art-info"><p>发布时间：<b>2024-05-20</b></p><p>文章来源：<b>竹山县融媒体中心</b></p><p>责任编辑：<b>王小山</b></p></div>
<div class="main-txt" id="zoom">{prints()}</div></div>
<div class="default_pgContainer"><ul><li><a title="我县开展防汛演练" href="/art/1.html">我县开展防汛演练</a><span>2024-05-18</span></li>
<li><a title="竹乡民宿迎来旺季" href="/art/2.html">竹乡民宿迎来旺季</a><span>2024-05-17</span></li></ul></div>
<script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="/art/3.html">不在页面上的标题</a></li>]]></record></recordset></datastore></script>
</body></html>"""

WORDPRESS = f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>{TITLE} – 竹山观察</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"竹山观察"}},
{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-05-20T01:30:00+08:00","author":{{"@type":"Person","name":"admin"}},
"publisher":{{"@type":"Organization","name":"竹山观察"}}}}]}}</script></head><body class="single">
<header class="site-header"><a class="site-title">竹山观察</a><nav><ul><li><a>首页</a></li><li><a>产业</a></li><li><a>关于我们</a></li></ul></nav></header>
<main><article class="post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on">2024年5月20日</span> <span class="byline">由 admin</span> <span class="comments-link"><a>发表评论</a></span></div></header>
<div class="entry-content"><figure class="wp-block-image"><img class="lazy" src="data:image/gif;base64,R0lGOD" data-src="/a.jpg" alt="">
<figcaption>竹材加工园车间一角。王小山 摄</figcaption></figure>{prints(BODY[:1])}<h2>{SUBHEAD}</h2>{prints(BODY[1:])}
<p>来源：竹山日报</p></div><footer class="entry-footer">标签：<a>竹产业</a>，<a>共同富裕</a></footer></article>
<nav class="post-navigation"><a>← 上一篇：春茶开采</a> <a>下一篇：民宿旺季 →</a></nav>
<div id="comments"><h2>发表回复</h2><form><p>您的邮箱地址不会被公开。 必填项已用 * 标注</p></form></div></main>
<aside class="widget-area"><h2>近期文章</h2><ul><li><a>春茶开采</a></li><li><a>民宿旺季</a></li></ul></aside>
<footer>自豪地采用WordPress</footer></body></html>"""

UEDITOR = f"""<html><head><meta charset="utf-8"><title>{TITLE}-竹山县投资促进中心</title></head><body><div class="nav"><a>首页</a><a>招商动态</a></div>
<div class="detail"><h2>{TITLE}</h2><p class="info">时间：2024-05-20 来源：竹山县投资促进中心 点击：<em>208</em></p><div class="ue-content">
{prints()}<table class="noBorderTable"><tbody><tr class="firstRow"><td><p>企业名称</p></td><td><p>总投资（万元）</p></td></tr>
<tr><td><p>竹风家居有限公司</p></td><td><p>8,000</p></td></tr><tr><td><p>绿筠科技有限公司</p></td><td><p>12,500</p></td></tr></tbody></table>
<p><br/></p></div></div><div class="footer">地址：竹山县城关镇竹海路1号 电话：0570-1234567</div></body></html>"""

WEIXIN = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="微信公众平台"></head>
<body id="activity-detail"><div id="page-content" class="rich_media_area_primary"><h1 class="rich_media_title" id="activity-name">{TITLE}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">李晓竹</span>
<span class="rich_media_meta rich_media_meta_nickname"><a id="js_name">竹山发布</a></span>
<em id="publish_time" class="rich_media_meta rich_media_meta_text">2024-05-20 18:30</em><em id="js_ip_wording">浙江</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section><p style="text-align:center">点击蓝字 关注我们</p></section>
{"".join(f"<section><p><span>{p}</span></p></section>" for p in BODY)}
<section><p><img data-src="https://mmbiz.qpic.cn/1" class="rich_pages wxw-img"></p></section>
<section><p>来源：竹山日报</p><p>编辑：王小山</p><p>责编：张大山</p><p>点分享 点收藏 点在看</p></section></div>
<div class="rich_media_tool"><a id="js_view_source">阅读原文</a><span>阅读 1024</span></div>
<div class="qr_code_pc"><p>微信扫一扫<br>关注该公众号</p></div></div></body></html>"""

MOBILE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{TITLE}-手机竹山网</title></head><body>
<header><a href="/">手机竹山网</a><a>打开APP</a></header><section class="article"><h1>{TITLE}</h1>
<div class="info"><span>竹山网</span><time>2024-05-20 10:12</time></div><div class="con">{prints()}</div>
<div class="open-app">打开竹山新闻客户端，查看更多精彩</div><div class="page"><span>1</span><a>2</a><a>下一页</a><a>全文</a></div></section>
<section class="hot"><h3>热点推荐</h3><ul><li><a>竹乡民宿迎来旺季</a></li><li><a>春茶开采早</a></li></ul></section>
<footer>手机竹山网 m.example.cn 触屏版 电脑版</footer></body></html>"""

COMMENTED = f"""<html><head><meta charset="utf-8"><title>{TITLE}_竹山新闻网</title></head><frameset><noframes></noframes></frameset><body>
<!-- <div class="old"><p>这一段早就不用了，里面有句号，也很长很长，但不该出现在正文里面，否则读者会看到两遍一样的内容。</p></div> -->
<!--[if IE]><p>您正在使用过时的浏览器，请升级您的浏览器以获得更好的体验。</p><![endif]-->
<iframe src="/top.html"></iframe><div class="path">您的位置：首页 &gt; 新闻中心 &gt; 正文</div><h1>{TITLE}</h1>
<div class="source">2024-05-20 08:15 来源：竹山新闻网 作者：王小山</div><div class="text">
<!-- if (a > b) {{ document.write("<p>脚本</p>"); }} -->{prints(BODY[:2])}<!--/enpcontent--><script>var a="<p>脚本里的段落，不是正文。</p>";</script>{prints(BODY[2:])}</div>
<div class="editor">（责任编辑：张大山）</div><iframe src="/foot.html"></iframe></body></html>"""

XHTML = f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh-CN"><head><title>{TITLE} - 竹山在线</title>
<script type="text/javascript">//<![CDATA[
if (1 < 2 && 3 > 2) {{ var s = "<div>不是正文</div>"; }}
//]]></script><style type="text/css">/*<![CDATA[*/ p {{ margin:0 }} /*]]>*/</style></head>
<body><div id="nav"><a href="/">首页</a> | <a href="/n">新闻</a> | <a href="/b">论坛</a></div><h1>{TITLE}</h1>
<p class="meta">2024-05-20 11:02:33 来源：竹山在线</p><div id="content">{prints()}</div>
<div id="pages"><a>上一页</a> <b>1</b> <a>2</a> <a>下一页</a> <a>阅读全文</a></div>
<p class="copyright">Copyright &copy; 2024 竹山在线 版权所有</p></body></html>"""

LAYOUT = f"""<HTML><HEAD><TITLE>竹山新闻网--{TITLE}</TITLE></HEAD><BODY bgColor=#ffffff><TABLE width=778 align=center><TR><TD>
<TABLE><TR><TD><A href=/>首页</A></TD><TD><A>要闻</A></TD><TD><A>经济</A></TD><TD><A>社会</A></TD></TR></TABLE>
<TABLE width=100%><TR><TD width=580 vAlign=top><TABLE><TR><TD align=center><FONT size=5><B>{TITLE}</B></FONT></TD></TR>
<TR><TD align=center>竹山新闻网 &nbsp; 2024-05-20 09:40:00 &nbsp; 来源：竹山日报</TD></TR><TR><TD><FONT style="FONT-SIZE: 14px">
{"".join(f"<P>　　{p}" for p in BODY)}</FONT></TD></TR><TR><TD align=right>编辑：王小山</TD></TR>
<TR><TD>【<A>发表评论</A>】【<A>推荐给朋友</A>】【<A>关闭窗口</A>】</TD></TR></TABLE></TD>
<TD width=180><TABLE><TR><TD>相关新闻</TD></TR><TR><TD>·<A>竹乡民宿迎来旺季</A></TD></TR><TR><TD>·<A>春茶开采早</A></TD></TR></TABLE></TD></TR></TABLE>
<TABLE><TR><TD align=center>竹山新闻网版权所有 未经授权请勿转载</TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>"""


@pytest.mark.parametrize(
    ("markup", "source", "kept"),
    [
        pytest.param(TRS, "竹山日报", (BODY[0], SUBHEAD, *BODY[1:]), id="trs"),
        pytest.param(HANWEB, "竹山县经信局", BODY, id="hanweb"),
        pytest.param(JPAGE, "竹山县融媒体中心", BODY, id="jpage"),
        pytest.param(
            WORDPRESS,
            "竹山日报",
            ("竹材加工园车间一角。王小山 摄", BODY[0], SUBHEAD, *BODY[1:]),
            id="wordpress",
        ),
        pytest.param(
            UEDITOR,
            "竹山县投资促进中心",
            (*BODY, "企业名称", "总投资（万元）", "竹风家居有限公司", "8,000", "绿筠科技有限公司", "12,500"),
            id="ueditor",
        ),
        pytest.param(WEIXIN, "竹山日报", BODY, id="weixin"),
        pytest.param(MOBILE, "竹山网", BODY, id="mobile"),
        pytest.param(COMMENTED, "竹山新闻网", BODY, id="comments-and-frames"),
        pytest.param(XHTML, "竹山在线", BODY, id="xhtml"),
        pytest.param(LAYOUT, "竹山日报", BODY, id="layout-tables"),
    ],
)
def test_the_article_of_each_system_is_whole_and_alone(
    tmp_path: Path, markup: str, source: str, kept: tuple[str, ...]
) -> None:
    found = opened(tmp_path, markup)
    assert text(found) == kept
    assert (found.title, found.published and found.published.iso, found.source) == (TITLE, ISO, source)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LAYOUT.encode("gb18030"), id="gbk-undeclared"),
        pytest.param(LAYOUT.encode("utf-16"), id="utf-16"),
        pytest.param(LAYOUT.encode("utf-16-le"), id="utf-16-without-mark"),
        pytest.param(LAYOUT.encode("utf-8-sig"), id="utf-8-with-mark"),
    ],
)
def test_the_bytes_of_a_page_need_not_be_declared(tmp_path: Path, data: bytes) -> None:
    found = opened(tmp_path, data)
    assert text(found) == BODY
    assert (found.title, found.published and found.published.iso, found.source) == (TITLE, ISO, "竹山日报")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_that_a_browser_saved_is_that_page(tmp_path: Path, encoding: str) -> None:
    raw = TRS.encode()
    body = quopri.encodestring(raw) if encoding == "quoted-printable" else base64.encodebytes(raw)
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/art/1.html\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----X"\r\n\r\n'
        f"------X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n"
        "Content-Location: https://www.example.gov.cn/art/1.html\r\n\r\n"
    )
    css = "\r\n------X\r\nContent-Type: text/css\r\nContent-Location: cid:a@mhtml.blink\r\n\r\np{margin:0}\r\n------X--\r\n"
    found = opened(tmp_path, head.encode() + body + css.encode(), "page.mhtml")
    assert text(found) == (BODY[0], SUBHEAD, *BODY[1:])
    assert (found.title, found.site, found.column) == (TITLE, "竹山县人民政府", "部门动态")
