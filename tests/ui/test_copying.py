"""A sentence with its source in the clipboard of the terminal, and in a file."""

from __future__ import annotations

from shanqu import paths


def copied(shanqu) -> str:
    text = paths.copied_file().read_text("utf-8")
    assert text == shanqu.app.clipboard + "\n"
    return text


async def test_a_sentence_is_copied_with_where_it_stands(browser):
    async with browser() as shanqu:
        await shanqu.press("tab", "tab", "e", "j", "Y")
        item = shanqu.widget("#sentences").current
        sentence, source = copied(shanqu).strip().split("\n")
        assert sentence == item.text
        assert item.title in source and ".txt" in source and item.published in source
        assert "copied.txt" in shanqu.widget("#bottom").message


async def test_in_the_article_behind_it_the_sentence_is_copied_too(browser):
    async with browser() as shanqu:
        await shanqu.press("tab", "tab", "e", "Y")
        before = copied(shanqu)
        await shanqu.press("enter", "Y")
        assert copied(shanqu) == before


async def test_on_a_line_of_contexts_its_whole_sentence_is_copied(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"山海协作", "enter", "w", "j", "Y")
        sentence = copied(shanqu).split("\n")[0]
        assert "山海协作" in sentence and len(sentence) > 20
        # In the article the word alone is marked.
        await shanqu.press("enter", "Y")
        assert copied(shanqu).split("\n")[0] == sentence


async def test_on_the_list_the_article_is_named(browser):
    async with browser() as shanqu:
        await shanqu.press("j", "Y")
        assert copied(shanqu).startswith(f"《{shanqu.widget('#list').row(1).title}》")
        await shanqu.press("slash", *"没有这个词", "enter", "Y")
        assert "没有" in shanqu.widget("#bottom").message


async def test_nothing_that_steers_a_terminal_is_copied(browser, put, library_dir):
    put(
        "遂昌县的项目\x1b]0;x\x07开工。",
        "/a\x1b[2J.txt",
        ("place", "遂昌县", "遂昌县", "331123"),
        title="遂昌县\x1b[31m",
    )
    async with browser(library=library_dir) as shanqu:
        await shanqu.press("Y")
        assert "\x1b" not in copied(shanqu)
