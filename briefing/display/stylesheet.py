"""The style sheet of the HTML edition and of notebook outputs, from the one theme."""

from __future__ import annotations

from string import Template

from briefing.display import style

_SHEET = Template("""
.bk{color:$ink;background:$paper;font:1rem/1.5 $font;
overflow-wrap:break-word}
.bk *{box-sizing:border-box}
.bk h1,.bk h2,.bk h3,.bk h4{line-height:1.2;margin:1.6em 0 .5em;break-after:avoid}
.bk h1{font-size:1.9rem}.bk h2{font-size:1.5rem}.bk h3{font-size:1.2rem}.bk h4{font-size:1.05rem}
.bk p,.bk ul,.bk ol{margin:.5em 0;max-width:72ch}
.bk li{margin:.25em 0}.bk .bk-tight li{margin:0}
.bk a{color:$link;text-underline-offset:.15em}
.bk a:hover{text-decoration-thickness:.15em}
.bk :focus-visible{outline:3px solid $focus;outline-offset:2px;box-shadow:0 0 0 5px $ink}
.bk .bk-lead{font-size:1.2rem}.bk .bk-small,.bk .bk-source{font-size:.875rem}
.bk .bk-source,.bk .bk-muted,.bk figcaption,.bk .bk-summary{color:$muted}
.bk .bk-question{font-weight:700}
.bk .bk-number{color:$muted}
.bk .bk-box{border:1px solid $axis;border-left-width:.4rem;border-radius:.25rem;
padding:.6rem 1rem;margin:1rem 0;break-inside:avoid}
.bk .bk-box>:first-child{margin-top:.2em}
.bk .bk-box-title{font-size:1.1rem;font-weight:700}
$tones
.bk .bk-columns{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
.bk .bk-figure{margin:1rem 0;break-inside:avoid}
.bk .bk-figure .bk-svg{display:block;width:100%;height:auto}
.bk figcaption{font-size:.875rem;margin-top:.25rem}
.bk .bk-scroll{overflow-x:auto;margin:1rem 0}
.bk .bk-table{border-collapse:collapse;table-layout:auto;width:100%;
font-variant-numeric:tabular-nums}
.bk .bk-table caption{text-align:left;font-weight:700;padding:.4rem 0}
.bk .bk-summary{display:block;font-weight:400;font-size:.875rem}
.bk .bk-table th,.bk .bk-table td{padding:.4rem .5rem;text-align:left;vertical-align:top;
border-bottom:1px solid $grid;min-width:4.5rem}
.bk .bk-table th[scope=row]{font-weight:400;min-width:11rem}
.bk .bk-table thead th{border-bottom:2px solid $ink;vertical-align:bottom;font-weight:700}
.bk .bk-group th{background:$note;font-weight:700;padding-top:.7rem}
.bk .bk-dense{font-size:.875rem}.bk .bk-dense th,.bk .bk-dense td{padding:.2rem .4rem}
.bk .bk-icon .bk-svg{width:1.25em;height:1.25em;vertical-align:-.25em;margin-right:.4em}
.bk .bk-spark .bk-svg{display:block;width:4.5rem;height:auto;margin-top:.2rem}
.bk .bk-download{font-size:.875rem}
.bk .bk-notes{margin:1rem 0;color:$muted}
.bk .bk-notes span{display:block;height:2rem;border-bottom:1px solid $axis}
.bk .bk-code{background:$note;padding:.6rem;overflow-x:auto}
.bk .bk-code,.bk .bk-code *{word-break:normal;overflow-wrap:normal}
.bk .bk-document{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;
border-bottom:2px solid $ink;padding-bottom:.5rem}
.bk .bk-logo{height:3rem;width:auto}
.bk .bk-status{border:2px solid $draft;padding:.1rem .6rem;font-weight:700}
.bk .bk-table .bk-right{text-align:right}.bk .bk-table .bk-center{text-align:center}
.bk .bk-wide .bk-svg{min-width:38rem}
@media screen and (max-width:40rem){
.bk .bk-table,.bk .bk-table tbody,.bk .bk-table tr,.bk .bk-table th,.bk .bk-table td,
.bk .bk-table caption,.bk .bk-table .bk-right,.bk .bk-table .bk-center{
display:block;min-width:0;text-align:left}
.bk .bk-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.bk .bk-table tr{border-bottom:2px solid $axis;padding:.4rem 0}
.bk .bk-table th[scope=row]{font-weight:700;border:0}
.bk .bk-table td{border:0;padding:.1rem .5rem}.bk .bk-table td:empty{display:none}
.bk .bk-table td[data-label]:before{content:attr(data-label) ": ";content:attr(data-label) ": "/"";
color:$muted}
.bk .bk-group{background:$note}
.bk .bk-spark .bk-svg{display:inline-block;vertical-align:middle}}
@media (min-width:48rem){.bk .bk-columns{grid-template-columns:var(--bk-tracks)}}
@media print{.bk{font-size:10pt}.bk .bk-dense .bk-small{font-size:inherit}
.bk .bk-wide .bk-svg{min-width:0}
.bk .bk-scroll{overflow:visible}.bk .bk-download{display:none}
.bk .bk-page-break{break-after:page}.bk .bk-columns{grid-template-columns:var(--bk-tracks)}
.bk thead{display:table-header-group}.bk tr{break-inside:avoid}
.bk .bk-box,.bk td,.bk th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){.bk .bk-svg{background:$paper}}
""")


def _tones() -> str:
    return "\n".join(
        f".bk .bk-box.bk-tone-{name}{{background:{tone.fill};border-color:{tone.edge}}}"
        f".bk .bk-tone-{name}>.bk-box-title{{color:{tone.ink}}}"
        f".bk td.bk-tone-{name},.bk .bk-status.bk-tone-{name}"
        f"{{background:{tone.fill};color:{tone.ink}}}"
        for name, tone in style.TONES.items()
    )


#: The style sheet: phone to desktop, print, high contrast. Every class begins with ``bk``.
CSS = _SHEET.substitute(
    ink=style.INK,
    paper=style.PAPER,
    muted=style.MUTED,
    grid=style.GRID,
    axis=style.AXIS,
    link=style.LINK,
    focus=style.FOCUS,
    note=style.TONES["note"].fill,
    draft=style.TONES["draft"].edge,
    font=style.FONT_STACK,
    tones=_tones(),
).strip()
