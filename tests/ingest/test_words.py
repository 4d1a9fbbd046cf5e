"""Small grammars: days, slugs and titles."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.ingest.words.dates import clock, days, first_day
from briefing.ingest.words.slugs import slug, unused
from briefing.ingest.words.titles import readable


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thursday, 26th September, 2030", date(2030, 9, 26)),
        ("held on 8 AUGUST 2030", date(2030, 8, 8)),
        ("1st of March 2030", date(2030, 3, 1)),
        ("raised 08/09/30", date(2030, 9, 8)),
        ("08.09.2030", date(2030, 9, 8)),
        ("2030-09-08", date(2030, 9, 8)),
        ("9 Sept 2030", date(2030, 9, 9)),
    ],
)
def test_a_day_is_read_with_the_day_before_the_month(text: str, day: date) -> None:
    assert first_day(text) == day


@pytest.mark.parametrize(
    "text", ["31 February 2030", "Aug-22", "item 7", "45/13/2030", "8 Foo 2030"]
)
def test_what_is_no_day_of_the_calendar_is_none(text: str) -> None:
    assert first_day(text) is None


def test_all_days_come_in_their_order() -> None:
    assert days("from 8 July 2030 to 30 July 2030") == [date(2030, 7, 8), date(2030, 7, 30)]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 10.00 am", "10:00"),
        ("5.30 pm", "17:30"),
        ("at 6pm", "18:00"),
        ("12 noon, 12.15 pm", "12:15"),
        ("12:05 a.m.", "00:05"),
        ("at 17:30", "17:30"),
        ("section 7.30", ""),
    ],
)
def test_a_time_of_day(text: str, time: str) -> None:
    assert clock(text) == time


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Right support – Family Help", "right-support-family-help"),
        ("Children's services & learning", "childrens-services-and-learning".replace("and-", "")),
        ("Café 12%", "cafe-12-percent"),
        ("???", "untitled"),
        ("CON", "con-x"),
    ],
)
def test_a_slug_can_name_a_folder_on_every_system(text: str, made: str) -> None:
    assert slug(text) == made


def test_a_slug_that_is_taken_gets_the_first_free_number() -> None:
    assert unused("visits", {"visits", "visits-2"}) == "visits-3"
    assert unused("visits", {}) == "visits"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("THE YOUTH JUSTICE SERVICE", "The Youth Justice Service"),
        (
            "WESTMOOR CHILDREN PARTNERSHIP (WCP) ANNUAL REPORT",
            "Westmoor Children Partnership (WCP) Annual Report",
        ),
        ("SUPPORT FOR CHILDREN AND FAMILIES", "Support for Children and Families"),
        ("CHILDREN'S PLAN - AN UPDATE", "Children's Plan - an Update"),
        ("Early Help in Westmoor", "Early Help in Westmoor"),
        ("SEND", "Send"),
        ("MTFS", "MTFS"),
    ],
)
def test_titles_in_capitals_become_easier_to_read(printed: str, read: str) -> None:
    assert readable(printed) == read
