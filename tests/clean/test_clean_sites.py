"""What sites write of themselves and of their pages beside an article, and what only sounds like it."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.model import KEPT_ROLES, Article, Page

TITLE = "云溪竹器走出山门"
STAMP = "2021-03-02 来源:云溪日报"
BODY = (
    "近日,云溪县城南的几家竹器工厂里机器轰鸣,工人们正在赶制一批销往沿海的茶具,车间主任说订单已经排到明年三月。",
    "据了解,全县共有竹器企业四百余家,去年实现产值四十二亿元,产品销往六十多个地方。",
    "下一步,当地将继续引导企业加大研发投入,支持企业申请专利,三年内培育十家规模以上企业。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page("p", "\n".join(lines), "utf-8", ""))


def kept(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(cleaned(*lines))]


@pytest.mark.parametrize(
    "line",
    [
        "此文由网友上传,不代表山货通赞同其观点。",
        "上述内容由用户自行发布,与绿野网无关。",
        "内容来自合作媒体,青禾网对此不承担责任。",
        "本网站所登载之信息,仅供交流,由此产生的后果由使用者承担。",
        "部分素材取自别处,如有不妥请留言删除。",
        "我们尊重原创,如有问题请及时与编辑部联系。",
        "来源网络,侵权必删。",
        "1.青禾网遵循行业规范,凡转载的稿件都会标注作者和来源;2.原创文章转载时务必注明出处;3.投稿可能会经编辑修改。",
        "以上就是关于毛竹种植的全部内容,希望对大家有所帮助。",
        "感谢您对青禾网的支持!",
        "这篇文章对您有帮助吗?",
        "非常满意 基本满意 不太满意 很不满意",
        "评论请遵守国家法律法规,文明发言。",
        "快来抢沙发吧",
        "原文链接:http://www.qinghe.example/news/1.html",
        "《云溪竹器走出山门》竹业资讯-青禾网",
        "云溪竹器走出山门_竹业资讯_青禾网",
        "点个“在看”吧!",
        "青禾新闻,新鲜有料。世界很大,期待在此相遇。",
        "关注青禾日报,关注身边的大事小情。",
        "↓↓↓往期回顾",
        "▲点击图片了解详情",
        "更多精彩,一键抵达!",
        "您访问的链接即将离开“云溪县人民政府”门户网站 是否继续?",
        "--> 2023-08-30 云溪 5 5 青禾日报 content_240649.html 1 云溪竹器走出山门 /enpproperty-->",
    ],
)
def test_what_a_site_says_below_the_text_goes(line: str) -> None:
    assert kept(TITLE, STAMP, *BODY, line) == [*BODY]


@pytest.mark.parametrize(
    "line",
    [
        "优质供应商",
        "今日看点",
        "网友还看了",
        "返回新闻列表页",
        "较早的文章:山茶花开满坡",
        "暂无相关记录",
        "文章字数:610",
        "录入者:王芳",
        "核稿:周强",
        "上报:李娟 审定:周强",
        "推荐给朋友",
        "今日访问量:123 总访问量:45678",
        "县直部门网站",
        "局长信箱",
        "原载《青禾日报》",
        "文稿:王芳",
        "轻点两下取消赞",
        "该企业其他产品",
        "没有留下签名~~",
        "查看完整版本: 云溪竹器走出山门",
        "3 上一篇 下一篇 4 语音朗读 放大 缩小 默认",
        "政务新媒体矩阵",
        "青禾发布编辑部",
        "作者:王芳 青禾日报·山里网记者 李娟",
        "策划、文案:王芳",
        "青禾电视台 摄制",
        "开通会员",
        "加入购物车",
        "详见《青禾日报》第2版",
    ],
)
def test_words_and_fields_that_trail_below_the_text_go(line: str) -> None:
    assert kept(TITLE, STAMP, *BODY, line) == [*BODY]


@pytest.mark.parametrize(
    "line",
    [
        "内容提要:",
        "文章字数:610",
        "当前版:01版",
        "所属栏目:县域经济",
        "专业的木材信息服务平台",
        "诚信为本,服务至上!",
        "天气再变,我们的诚信永远不会变!",
        "铝锭 铜 锌 铅 镍 锡 黄金",
        "0578-1234567",
        "点击上方蓝字关注",
        "哪家医院治白癜风最好 https://disease.example/1/",
        "论坛 资讯 供应 求购",
        "天气:晴 12℃",
        "无障碍 | 长辈版",
        "T大 T小",
        "正文| 张强",
        "打印文章 发送给我好友",
        "总第123期",
    ],
)
def test_what_stands_between_the_fields_and_the_text_goes(line: str) -> None:
    assert kept(TITLE, STAMP, line, *BODY) == [*BODY]


@pytest.mark.parametrize(
    "line",
    [
        "信息平台接到侵权通知后,应当及时告知平台内经营者。",
        "视频平台方面表示,该平台不承担赔偿责任,由商家自行处理。",
        "该网站不承担销售职能,只发布供求信息。",
        "文章发表在1998年的《农业考古》上,作者认为毛竹的栽培与移民有关。",
        "以上就是该镇发展毛竹产业的三条路子。",
        "感谢党的好政策,让我们山里人也过上了好日子!",
        "诚信经营,是这家老店立足的根本。",
        "推荐产品多达三百种,其中茶具、竹椅最受欢迎。",
        "云溪竹器走出山门的秘诀",
        "视频里的新农人",
        "约500",
        "县医院白癜风专家团队进村",
        "无障碍服务",
        "你在看风景",
        "点在看得见的地方",
        "智能客服",
        "打印机 打印纸",
        "据青禾日报报道,这里的毛竹卖出了好价钱。",
        "图片由村民提供",
        "关注山里人,关注他们的日子。",
    ],
)
def test_what_only_sounds_like_it_stays(line: str) -> None:
    assert kept(TITLE, STAMP, BODY[0], line, *BODY[1:]) == [BODY[0], line, *BODY[1:]]


@pytest.mark.parametrize(
    "title",
    [
        "云溪打造全国最大的竹器交易平台",
        "坚持质量第一 推动竹器企业升级",
        "传递正能量 云溪青年在行动",
        "专题:竹器产业走出去",
        "服务至上 诚信为本 这家竹器企业走得稳",
        "县长信箱:竹器企业最盼什么",
        "天气转凉 竹器厂订单升温",
        "公告:云溪县竹器企业名单",
        "政务新媒体怎样服务竹器企业",
    ],
)
def test_headlines_with_such_words_are_headlines(title: str) -> None:
    assert cleaned(title, STAMP, *BODY).title == title


def test_the_headline_of_something_else_below_the_text_goes() -> None:
    assert kept(TITLE, STAMP, *BODY, "夏日防溺水 这几点请记牢") == [*BODY]


@pytest.mark.parametrize(
    "line", ["竹编茶具成了抢手货", "此致敬礼!山里人某某 6月11日", "山里服务中心 舒小扬", "注:以上为快报数"]
)
def test_a_last_line_that_has_to_do_with_the_text_or_signs_it_is_none(line: str) -> None:
    article = cleaned(TITLE, STAMP, *BODY, line)
    assert article.blocks[-1].reason != "headline-of-other"


def test_goods_side_by_side_above_a_short_line_stay() -> None:
    goods = "铝锭 铜 锌 铅 镍 锡 黄金"
    article = cleaned(goods, "都涨价了", "你买了吗")
    assert any(
        block.role in KEPT_ROLES and goods in article.page.text[block.start : block.end]
        for block in article.blocks
    )


def test_a_lead_that_was_cut_goes_where_the_whole_follows_below_a_button() -> None:
    lead = BODY[0][:38] + "..."
    assert kept(lead, "小字号", *BODY) == [*BODY]


def test_a_sentence_that_trails_off_stays_where_no_whole_follows() -> None:
    lead = "山里的日子,一天比一天好,老人们坐在门前编着竹篮,说起从前的路..."
    assert kept(TITLE, STAMP, lead, *BODY) == [lead, *BODY]
