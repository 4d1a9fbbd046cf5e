"""Comparators of an earlier year than the latest that was public when the papers came out."""

from __future__ import annotations

from briefing.face import ComparatorCheck
from briefing.model import blocks as b
from briefing.model import compose
from briefing.model.blocks import Block, Inline
from briefing.sections.edition import Edition
from briefing.sections.words import as_entry


def older_comparators(edition: Edition) -> list[Block]:
    """Each such comparator in one entry; nothing where there is none."""
    older = [one for one in edition.meeting.comparator_checks if one.newer is not None]
    if not older:
        return []
    return [
        b.heading("Comparators with a newer published value", level=3),
        b.paragraph(
            "The comparator columns were held against figures published for all councils. A figure "
            "of an earlier year may serve its purpose; it helps to know the year.",
            style="small",
        ),
        b.items([_entry(edition, one) for one in older], style="tight"),
    ]


def published_sources(edition: Edition) -> list[str]:
    """The releases that those entries name figures of."""
    older = [one for one in edition.meeting.comparator_checks if one.newer is not None]
    releases = {
        release for one in older if one.newer for release in (one.release, one.newer.release)
    }
    return [f"{release}. Open Government Licence." for release in sorted(filter(None, releases))]


def _entry(edition: Edition, one: ComparatorCheck) -> Inline:
    indicator = edition.store.indicators[one.row["indicator"]]
    place = one.printed.citation
    return [
        {"text": f"{as_entry(indicator.name)}, {one.whose}: ", "bold": True},
        compose("{printed} is printed. {working}", printed=one.printed, working=one.working),
        {"text": f" ({place.text})" if place else "", "muted": True},
    ]
