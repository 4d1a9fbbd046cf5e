"""Exempt matter goes, whole, before anything is recognised; boilerplate stays."""

from __future__ import annotations

import pytest

from briefing.ingest.exempt.quarantine import quarantine
from briefing.ingest.page import Source
from briefing.ingest.pages.printed import number
from briefing.ingest.recognise import agenda, report_cover

from . import papers

#: Words that no part of a quarantined document may carry.
SECRET = "Purchase of Larkfield House"

SHEET = """WESTMOOR CITY COUNCIL
CHILDREN'S SCRUTINY PANEL

AGENDA

1   APOLOGIES

2   MINUTES OF THE LAST MEETING
(Pages 1 - 2)

3   FOSTERING UPDATE
(Pages 3 - 4)

 Report of the Director of Children's Services on fostering.

"""

SIGNED = "\nMonday, 7 July 2031 Director of Governance\n"

#: Each marks item 4, Purchase of Larkfield House, as exempt in a way of its own.
MARKED = {
    "title in brackets": "4   PURCHASE OF LARKFIELD HOUSE (EXEMPT)\n(Pages 5 - 6)\n",
    "title in square brackets": "4   PURCHASE OF LARKFIELD HOUSE [CONFIDENTIAL]\n(Pages 5 - 6)\n",
    "behind a dash": "4   PURCHASE OF LARKFIELD HOUSE - EXEMPT\n(Pages 5 - 6)\n",
    "behind a long dash": "4   PURCHASE OF LARKFIELD HOUSE – CONFIDENTIAL ITEM\n(Pages 5 - 6)\n",
    "before a colon": "4   EXEMPT: PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "before a dash": "4   CONFIDENTIAL ITEM - PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "part two": "4   PURCHASE OF LARKFIELD HOUSE (PART 2)\n(Pages 5 - 6)\n",
    "part ii private": "4   PURCHASE OF LARKFIELD HOUSE (PART II - PRIVATE)\n(Pages 5 - 6)\n",
    "restricted": "4   PURCHASE OF LARKFIELD HOUSE (RESTRICTED)\n(Pages 5 - 6)\n",
    "not for publication in the title": "4   PURCHASE OF LARKFIELD HOUSE (NOT FOR PUBLICATION)\n",
    "not for publication below": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    "NOT FOR PUBLICATION\n",
    "paragraph of the schedule": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    " Not for publication by virtue of paragraph 3 of Schedule 12A, Local Government Act 1972.\n",
    "under the schedule": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    " Exempt under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Act.\n",
    "exempt by paragraph": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n (Exempt - Para 3)\n",
    "contains exempt information": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    " This report contains exempt information about a trader's affairs.\n",
    "this item is": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    " This item is confidential because a family may be known by it.\n",
    "in private": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    " The matter will be considered in private.\n",
    "public excluded": "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    " The press and public will be excluded while it is discussed.\n",
    "heading of exempt items": "EXEMPT ITEMS\n\n4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "heading part two": "PART 2\n\n4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "heading private": "PRIVATE BUSINESS\n\n4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "heading without the public": "ITEMS FROM WHICH THE PUBLIC IS EXCLUDED\n\n"
    "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "motion before the next": "4   EXCLUSION OF THE PRESS AND PUBLIC\n\n"
    " To move that the public leave for the following item.\n\n"
    "5   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "motion with its number": "4   EXCLUSION OF THE PUBLIC\n\n To resolve that the public be "
    "excluded for item 5.\n\n5   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "motion that says nothing": "4   EXCLUSION OF THE PRESS AND PUBLIC\n\n"
    "5   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n",
    "asterisk": "4   *PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n"
    " Items marked with an asterisk * are exempt and not for the public.\n",
}

PAGES = (
    "\f MINUTES OF THE MEETING HELD ON 2 JUNE 2031\n\nThe Panel met.\n\nPage 1"
    "\fThe Panel rose.\n\nPage 2"
    "\f DECISION-MAKER: CHILDREN'S SCRUTINY PANEL\n\nSUBJECT: FOSTERING UPDATE\n\n"
    "DATE OF DECISION: 15 JULY 2031\n\nREPORT OF: DIRECTOR OF CHILDREN'S SERVICES\n\n"
    "RECOMMENDATIONS:\n\n(i) That the Panel notes the report.\n\nREASONS FOR THE REPORT\n\nPage 3"
    "\fMore of fostering.\n\nPage 4"
    "\f DECISION-MAKER: CHILDREN'S SCRUTINY PANEL\n\nSUBJECT: PURCHASE OF LARKFIELD HOUSE\n\n"
    "DATE OF DECISION: 15 JULY 2031\n\nREPORT OF: DIRECTOR OF PROPERTY\n\n"
    "RECOMMENDATIONS:\n\n(i) That Larkfield House is bought for 900 pounds.\n\nPage 5"
    "\fThe seller asks 900 pounds.\n\nPage 6"
)

#: Each is public for all the words in it.
PUBLIC = {
    "form at a report's end": "Paper | Which part of Schedule 12A, allowing documents to be "
    "Exempt/Confidential (if applicable)",
    "form at a report's end over the rules": "Paragraph of the information rules / Schedule 12A "
    "(if applicable)",
    "no exempt items": "There are no exempt items on this agenda.",
    "none expected": "At the time of writing no items were expected to be exempt or confidential.",
    "statement none": "STATEMENT OF CONFIDENTIALITY: None",
    "not exempt": "This report is not exempt under paragraph 3 of Schedule 12A.",
    "contains none": "This report does not contain exempt information.",
    "question": "Exempt information: No",
    "not applicable": "Confidential or exempt: Not applicable",
    "may exclude": "The Panel may exclude the public where exempt information would be told.",
    "whether": "To consider whether any item contains exempt information.",
    "if any": "To agree the exclusion of the public for exempt items (if any).",
    "should any": "Should any confidential matter arise, members may be asked to leave.",
    "part of an act": "Duties under Part 2 of the Children and Families Act are met.",
    "private fostering": "Private fostering is watched by the service.",
    "private rents": "Rents in the private sector went up.",
    "confidential line": "A confidential helpline is open to young people.",
    "records": "Records are kept confidential and are shared on a need to know basis.",
    "exempt from tax": "Care leavers are exempt from council tax.",
    "exempt homes": "Exempt accommodation is reviewed each year.",
    "restricted roads": "Access is restricted to residents on school streets.",
    "open meeting": "The public may stay for all of these items.",
    "vat": "Supplies that are VAT exempt are listed below.",
}

TITLES = (
    "PRIVATE FOSTERING",
    "PRIVATE SECTOR HOUSING",
    "EXEMPT ACCOMMODATION REVIEW",
    "CONFIDENTIALITY AND SHARING OF RECORDS",
    "CHILDREN AND FAMILIES ACT PART 2 DUTIES",
    "RESTRICTED PARKING NEAR SCHOOLS",
)


def whole(source: Source) -> str:
    """All the words of a document, its markup and its links."""
    words = " ".join(line.text for line in source.lines)
    links = " ".join(f"{name} {address}" for name, address in source.links)
    return f"{words} {source.html} {links} {source.title}".lower()


def pack(item: str) -> Source:
    """A pack of six numbered pages whose last two are the papers of the item on the agenda."""
    return number(papers.text(SHEET + item + SIGNED + PAGES))


@pytest.mark.parametrize("item", MARKED.values(), ids=MARKED)
def test_a_marked_item_goes_with_its_title_and_its_papers(item):
    clean, found = quarantine(pack(item))
    assert "larkfield" not in whole(clean)
    assert "900 pounds" not in whole(clean)
    assert {one.kind for one in found} == {"exempt-left-out"}
    assert all("larkfield" not in one.message.lower() for one in found)


@pytest.mark.parametrize("item", MARKED.values(), ids=MARKED)
def test_what_stands_beside_a_marked_item_stays(item):
    clean, _ = quarantine(pack(item))
    items = {one.number: one for one in agenda.recognise(clean)}
    assert items["3"].title == "FOSTERING UPDATE"
    assert not items["3"].exempt
    assert "more of fostering" in whole(clean)
    assert [one.subject for one in report_cover.recognise(clean)] == ["FOSTERING UPDATE"]


@pytest.mark.parametrize("item", MARKED.values(), ids=MARKED)
def test_of_an_exempt_item_only_the_number_is_left(item):
    clean, _ = quarantine(pack(item))
    exempt = [one for one in agenda.recognise(clean) if one.exempt]
    expected = "5" if item.startswith("4   EXCLUSION") else "4"
    assert [(one.number, one.title, one.purpose) for one in exempt] == [(expected, "", "")]


@pytest.mark.parametrize("item", MARKED.values(), ids=MARKED)
def test_the_agenda_tells_exempt_items_by_itself_too(item):
    raw = [one for one in agenda.recognise(pack(item)) if one.exempt]
    assert [one.title for one in raw] == [""]


@pytest.mark.parametrize("words", PUBLIC.values(), ids=PUBLIC)
def test_boilerplate_below_an_item_lets_it_through(words):
    source = pack(f"4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n {words}\n")
    clean, found = quarantine(source)
    assert found == []
    assert clean == source


@pytest.mark.parametrize("words", PUBLIC.values(), ids=PUBLIC)
def test_boilerplate_in_a_report_lets_it_through(words):
    source = number(
        papers.text(SHEET + SIGNED + PAGES.replace("The seller asks 900 pounds.", words + "\n"))
    )
    assert quarantine(source) == (source, [])


@pytest.mark.parametrize("title", TITLES)
def test_a_title_with_such_words_in_another_sense_is_public(title):
    source = pack(f"4   {title}\n(Pages 5 - 6)\n")
    assert quarantine(source) == (source, [])


def test_a_heading_of_exempt_items_with_none_below_it_is_public():
    source = pack(
        "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\nEXEMPT ITEMS\n"
        "(There were no exempt items when this agenda was made. The public may not\n"
        "stay for any that come up)\n"
    )
    assert quarantine(source) == (source, [])


def test_items_under_a_heading_of_unrestricted_ones_are_public():
    source = pack("UNRESTRICTED ITEMS\n\n4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n")
    assert quarantine(source) == (source, [])


def test_a_motion_for_none_lets_the_items_behind_it_through():
    source = pack(
        "4   EXCLUSION OF THE PUBLIC\n\n To consider whether to exclude it for any items.\n\n"
        "5   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n"
    )
    assert quarantine(source) == (source, [])


@pytest.mark.parametrize(
    "status",
    ["Exempt", "Yes", "Not for publication: paragraph 3 of Schedule 12A", "Part 2", "Confidential"],
)
def test_a_report_with_a_mark_on_its_cover_goes_with_its_item(status):
    marked = PAGES.replace(
        "REPORT OF: DIRECTOR OF PROPERTY\n",
        f"REPORT OF: DIRECTOR OF PROPERTY\n\nCLASSIFICATION: {status}\n",
    )
    item = "4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n"
    clean, found = quarantine(number(papers.text(SHEET + item + SIGNED + marked)))
    assert "larkfield" not in whole(clean)
    assert "900 pounds" not in whole(clean)
    assert len(found) == 1


@pytest.mark.parametrize(
    "status",
    ["None", "Unrestricted", "Public", "Not applicable", "No", "Not exempt", "Part 1", "Open"],
)
def test_a_cover_that_says_that_the_report_is_public_lets_it_through(status):
    said = PAGES.replace(
        "REPORT OF: DIRECTOR OF PROPERTY\n",
        f"REPORT OF: DIRECTOR OF PROPERTY\n\nCLASSIFICATION: {status}\n",
    )
    source = number(papers.text(SHEET + SIGNED + said))
    assert quarantine(source) == (source, [])


@pytest.mark.parametrize(
    "mark",
    [
        "NOT FOR PUBLICATION",
        "EXEMPT",
        "PRIVATE AND CONFIDENTIAL",
        "Confidential Appendix 2",
        "By virtue of paragraph 3 of Part 1 of Schedule 12A",
    ],
)
def test_a_marked_page_goes_with_those_that_follow_up_to_the_next_report(mark):
    made = PAGES.replace("More of fostering.", f"{mark}\n\nLarkfield: 900 pounds").replace(
        "PURCHASE OF LARKFIELD HOUSE", "VISITS TO CHILDREN"
    )
    made = made.replace("That Larkfield House is bought for 900 pounds", "That it is noted")
    made = made.replace("The seller asks 900 pounds", "Visits were made")
    clean, found = quarantine(number(papers.text(SHEET + SIGNED + made)))
    assert "900 pounds" not in whole(clean)
    assert "visits were made" in whole(clean)
    assert len(found) == 1


def test_a_placeholder_for_a_restricted_document_goes_alone():
    made = PAGES.replace("The Panel rose.", "Document is Restricted")
    clean, found = quarantine(number(papers.text(SHEET + SIGNED + made)))
    assert "more of fostering" in whole(clean)
    assert len(found) == 1


def test_an_item_of_minutes_that_is_marked_goes():
    source = papers.text(
        "MINUTES OF THE MEETING HELD ON 2 JUNE 2031\n\n1. APOLOGIES\n\nNone.\n\n"
        "2. PURCHASE OF LARKFIELD HOUSE (EXEMPT)\n\nBought for 900 pounds.\n\n3. CLOSE\n\nThe end."
    )
    clean, found = quarantine(source)
    assert "900 pounds" not in whole(clean)
    assert "the end." in whole(clean)
    assert len(found) == 1


def test_its_name_in_another_place_goes_too():
    item = "4   PURCHASE OF LARKFIELD HOUSE (EXEMPT)\n(Pages 5 - 6)\n"
    named = PAGES.replace(
        "The Panel rose.", "It looked forward to the purchase of\nLarkfield House."
    )
    clean, _ = quarantine(number(papers.text(SHEET + item + SIGNED + named)))
    assert "larkfield" not in whole(clean)


def test_a_second_time_changes_nothing_more():
    clean, _ = quarantine(pack(MARKED["title in brackets"]))
    again, found = quarantine(clean)
    assert (again, found) == (clean, [])


def test_a_marked_row_of_a_web_page_goes_from_its_markup_and_its_links():
    html = (
        "<html><body><table><tr><td class='mgItemNumberCell'>1.</td><td><p class='mgAiTitleTxt'>"
        "Fostering</p></td></tr><tr><td class='mgItemNumberCell'>2.</td><td>"
        "<p class='mgAiTitleTxt'><a href=\"documents/larkfield.pdf\">Larkfield House</a></p>"
        "<div class='mgWordPara'>Not for publication under paragraph 3 of Schedule 12A.</div>"
        "</td></tr></table></body></html>"
    )
    clean, found = quarantine(papers.web(html))
    assert "larkfield" not in whole(clean)
    assert "fostering" in whole(clean)
    assert [one.message for one in found] == ["Exempt matter was left out (item 2)."]


@pytest.mark.parametrize(
    "said",
    [
        " Appendix 2 to the report is exempt under paragraph 3 of Schedule 12A.\n",
        " Report of the Director of Property, with a confidential appendix.\n",
    ],
)
def test_an_exempt_appendix_leaves_its_report_and_asks_a_person(said):
    source = pack(f"4   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n\n{said}")
    clean, found = quarantine(source)
    assert clean == source
    assert [one.kind for one in found] == ["exempt-appendix"]


def test_a_motion_for_an_exempt_appendix_leaves_the_next_report_and_asks_a_person():
    source = pack(
        "4   EXCLUSION OF THE PUBLIC - EXEMPT PAPERS\n\n"
        " To move that the public leave while the exempt appendix to the following item is heard.\n"
        "\n5   PURCHASE OF LARKFIELD HOUSE\n(Pages 5 - 6)\n"
    )
    clean, found = quarantine(source)
    assert clean == source
    assert [one.kind for one in found] == ["exempt-appendix"]


def test_a_web_page_of_another_make_loses_its_markup_and_links_with_the_item():
    source = papers.web(
        "<h1>AGENDA</h1><p>1 APOLOGIES</p><p>2 LARKFIELD HOUSE (EXEMPT)</p>"
        '<p>3 FOSTERING <a href="larkfield.pdf">Larkfield</a></p>'
    )
    clean, found = quarantine(source)
    assert [(one.number, one.exempt) for one in agenda.recognise(clean)][1] == ("2", True)
    assert clean.html == ""
    assert clean.links == ()
    assert len(found) == 1
