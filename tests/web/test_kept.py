"""What is worked out for pages is kept by size: the newest stay, and long pages push others out."""

from lentera.web.kept import EACH, ROOM, kept_by_size


def counting():
    worked = []

    @kept_by_size(len)
    def work(text):
        worked.append(text)
        return text.upper()

    return work, worked


def test_the_same_page_is_worked_out_once():
    work, worked = counting()
    assert [work("a"), work("b"), work("a")] == ["A", "B", "A"]
    assert worked == ["a", "b"]


def test_the_page_that_was_asked_for_longest_ago_goes_first():
    work, worked = counting()
    pages = [str(number) for number in range(ROOM // EACH)]
    for page in pages:
        work(page)
    work(pages[0])
    work("one more")
    worked.clear()
    work(pages[0])
    assert worked == []
    work(pages[1])
    assert worked == [pages[1]]


def test_a_page_that_is_longer_than_all_the_room_is_still_kept_once():
    work, worked = counting()
    long = "x" * (2 * ROOM)
    work("short")
    work(long)
    work(long)
    assert worked == ["short", long]
    work("short")
    assert worked == ["short", long, "short"]
