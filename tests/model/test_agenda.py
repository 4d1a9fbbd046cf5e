import pytest

from briefing.model.agenda import is_procedural, is_tracker


@pytest.mark.parametrize(
    "title",
    [
        "Apologies and changes in panel membership (if any)",
        "Disclosure of personal and pecuniary interests",
        "Declaration of party political whip",
        "Statement from the Chair",
        "Minutes of the previous meeting (including matters arising)",
        "Election of Vice-Chair",
        "Election of the chair",
        "Declarations of interest",
        "To receive apologies for absence",
        "Minutes",
        "Petitions",
    ],
)
def test_procedure(title: str) -> None:
    assert is_procedural(title)


@pytest.mark.parametrize(
    "title",
    [
        "The Youth Justice Service",
        "Children and Learning - Performance and Transformation",
        "Monitoring scrutiny recommendations",
        "Annual conversation with Ofsted and progress of post-inspection improvement plan",
        "Elections review",
        "Update on disclosures of abuse in children's homes",
        "Declaration of climate emergency",
        "Petition to keep the children's centres",
        "Disclosure and barring checks in schools",
    ],
)
def test_business(title: str) -> None:
    assert not is_procedural(title)


@pytest.mark.parametrize(
    ("title", "tracks"),
    [
        ("Monitoring scrutiny recommendations", True),
        ("Recommendation tracker", True),
        ("Tracking of the panel's recommendations", True),
        ("Fostering: recruitment and retention", False),
        ("Recommendations of the serious case review", False),
    ],
)
def test_the_item_that_follows_recommendations(title: str, tracks: bool) -> None:
    assert is_tracker(title) is tracks
