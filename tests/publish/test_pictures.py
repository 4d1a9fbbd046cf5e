"""Pictures are safe and self-contained, and state their size."""

from base64 import b64decode

import pytest

from briefing.errors import BriefingError
from briefing.publish.pictures import clean_svg, raster_svg, size_mm

from . import notebook_samples as s

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        "<foreignObject><body/></foreignObject>",
        '<image href="https://x.org/a.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<use href="other.svg#a"/>',
        '<rect style="fill:url(https://x.org/a)"/>',
        "<style>@import url(https://x.org);rect{fill:url(http://x.org/#b)}</style>",
        '<a href="javascript:alert(1)"><rect/></a>',
        "<metadata><creator>someone</creator></metadata>",
    ],
)
def test_nothing_runs_and_nothing_comes_from_elsewhere(harm) -> None:
    cleaned = clean_svg(f'<svg {NS} width="4" height="4">{harm}<circle r="1"/></svg>')
    assert "circle" in cleaned
    for word in ("alert", "x.org", "passwd", "other.svg", "script", "foreignObject", "someone"):
        assert word not in cleaned


def test_what_a_chart_needs_stays() -> None:
    chart = (
        f'<svg {NS} width="4" height="4"><defs><clipPath id="c"><rect/></clipPath></defs>'
        '<g clip-path="url(#c)"><use xlink:href="#m"/></g></svg>'
    )
    cleaned = clean_svg(chart)
    assert "url(#c)" in cleaned
    assert '"#m"' in cleaned


def test_entities_are_not_expanded_and_broken_pictures_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    assert "root:" not in clean_svg(f"{bomb}<svg {NS}><text>&e;</text></svg>")
    with pytest.raises(BriefingError, match="no well-formed SVG"):
        clean_svg("<svg")
    with pytest.raises(BriefingError, match="no SVG"):
        clean_svg("<html/>")


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="72pt" height="36pt"', (25.4, 12.7)),
        ('width="10mm" height="2cm"', (10, 20)),
        ('viewBox="0 0 96 48"', (25.4, 12.7)),
        ('width="96" viewBox="0 0 10 20"', (25.4, 50.8)),
        ('width="100%" height="100%"', (100, 100)),
    ],
)
def test_size_of_a_picture(attributes, size) -> None:
    assert size_mm(f"<svg {NS} {attributes}/>") == pytest.approx(size)


def test_a_png_is_shown_at_its_size_or_at_the_width_asked_for() -> None:
    content = b64decode(s.png(4, 2))
    assert size_mm(raster_svg(content, "png")) == pytest.approx((4 * 25.4 / 96, 2 * 25.4 / 96))
    assert size_mm(raster_svg(content, "png", width_px=96)) == pytest.approx((25.4, 12.7))
    with pytest.raises(BriefingError):
        raster_svg(b"GIF89a", "png")


def test_the_size_of_a_jpeg_stands_behind_other_segments() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00"
    assert size_mm(raster_svg(jpeg, "jpeg")) == pytest.approx((32 * 25.4 / 96, 16 * 25.4 / 96))
    with pytest.raises(BriefingError):
        raster_svg(b"\xff\xd8", "jpeg")
