from sections.reading import headings, walk, words


def test_page_one_has_what_a_councillor_needs_first(section) -> None:
    page = section("2024-09-26", "front_page")
    assert [text for level, text in headings(page)] == [
        "Children and Families Scrutiny Panel",
        "Five things to know",
        "What the panel is asked to decide",
        "Who is invited",
    ]
    text = words(page)
    assert "Thursday 26 September 2024" in text
    assert "DRAFT" in text
    assert "The big question" in text
    assert "Independent Scrutineer" in text


def test_what_is_not_stated_is_said_to_be_so(section) -> None:
    assert "time and place not stated in the papers on record" in words(
        section("2024-09-26", "front_page")
    )


def test_five_things_are_good_and_bad_and_carry_their_places(section) -> None:
    page = section("2024-09-26", "front_page")
    ordered = next(b for b in walk(page) if b.get("ordered"))
    things = [words(entry) for entry in ordered["items"]]
    assert len(things) == 5
    assert any(t.startswith("Going well") for t in things)
    assert any(t.startswith("To look into") for t in things)
    assert all("page" in t for t in things)


def test_draft_until_approved(section) -> None:
    document = next(b for b in section("2024-09-26", "front_page") if b["type"] == "document")
    assert document["status"] == "DRAFT"
    assert document["language"] == "en-GB"


def test_a_second_hand_briefing_says_so_on_page_one(section) -> None:
    assert "second-hand" in words(section("2025-09-11", "front_page")).lower()
    assert "Second-hand source" not in words(section("2024-09-26", "front_page"))


def test_a_meeting_on_record_shows_what_was_resolved_and_who_was_there(section) -> None:
    text = words(section("2024-08-08", "front_page"))
    assert "What the panel resolved" in text
    assert "Who was there" in text
    assert "Apologies" in text
