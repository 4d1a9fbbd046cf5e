"""Lists of names as papers print them, and what may not be carried: telephone and mail."""

from __future__ import annotations

import re

#: The office that someone holds at the meeting itself.
CHAIRS = re.compile(
    r"(?:in\s+the\s+chair|(?:(?:joint|co|acting|interim)[\s-]*)?(?:(?:vice|deputy)[\s-]*)?"
    r"chair(?:man|woman|person)?)",
    re.I,
)
#: Honours, offices and letters that belong to the name before the comma.
HONOURS = re.compile(
    r"(?:[CODKM]BE|GBE|BEM|QPM|JP|DL|TD|RD|CB|KCB|QC|KC|MP|MEP|FRSA|PhD|Esq|Jnr|Snr|Jr|Sr)\.?",
    re.I,
)
_GROUP = re.compile(
    r"\b(?P<label>(?:(?:voting|non-voting|statutory|independent|parent(?:\s+governor)?|church|other"
    r"|diocesan)\s+)*(?:appointed|co-?opted|co-?optee|lay|independent)\s*(?:members?|persons?|"
    r"representatives?|s)?|co-?optees?)\s*[:\-–]\s*",
    re.I,
)
_MEMBER_WORD = re.compile(
    r"^(?:(?:(?:voting|non-voting)\s+)?(?:appointed|co-?opted)\s+members?)\s+(?=[A-Z])", re.I
)
_LABEL = re.compile(
    r"^(?:members\s+)?(?:present|apologies(?:\s+for\s+absence)?|members|councillors?\s+present|"
    r"substitutes?)\s*:\s*",
    re.I,
)
_PLURAL = re.compile(r"^(?:councillors|cllrs|clls)\.?:?\s+", re.I)
_SINGLE = re.compile(r"^(?:councillor|cllr)\.?:?\s+", re.I)
_BREAK = r"[(\[]|[)\]]|\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+"
_BEFORE_TITLE = re.compile(r"\([^)]*\)|(?<=[\w.)])\s+(?=(?:councillors?|cllrs?)\b)", re.I)
_CUT = re.compile(r"(?<=[A-Za-z])-\s+(?=[A-Z])")
_PARTICLES = {"de", "la", "le", "du", "van", "von", "der", "den", "di", "da", "dos", "al", "el"}
_PARTICLES |= {"bin", "bint", "ap", "ab", "y", "st", "of", "ul", "ur"}
_NAME_WORD = re.compile(r"(?:[dDO]['’])?[^\W\d_a-z][\w'’‘.\-]*,?")
_TITLES = r"(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|rev|revd|reverend|prof|professor|canon|the)"
_TITLE_ALONE = re.compile(_TITLES + r"\.?", re.I)
_NOBODY = re.compile(r"(?:none|nil|n/?a|no\s+apologies.*|there\s+were.*|all\s+members.*)\.?", re.I)

_TELEPHONE = re.compile(
    r"(?:\b(?:tel(?:ephone)?|phone|mobile|mob|fax)\b\s*(?:no\b\.?|number)?\s*[:.]?\s*)?"
    r"(?<![\d.,/£])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\d,/%])"
    r"(?:\s*(?:ext|x)\.?\s*\d{2,5})?",
    re.I,
)
_ENDING = r"(?:uk|com|org|net|gov|nhs|ac|co|info|eu)\b"
_MAIL = re.compile(
    r"(?:\be-?mail\b\s*[:.]?\s*(?:[\w.+'’-]+[.\-_]\s*\n\s*)?)?"
    r"[\w.+'’-]+\s?@\s*(?:[\w-]+-\s*\n\s*)?[\w-]+"
    r"(?:\s*\.[\w-]+|\.\s+" + _ENDING + r")+",
    re.I,
)


def names_in(text: str) -> list[str]:
    """The names of a printed list, in its order.

    A name is as printed, with the title that the list gives to all ("Councillors A and B" names
    "Councillor A" and "Councillor B") and its honours; words in brackets are left out.

    Examples
    --------
    >>> names_in("Councillors Reed (Chair), G Moss and Mrs Vale")
    ['Councillor Reed', 'Councillor G Moss', 'Councillor Mrs Vale']
    >>> names_in("Sir Ian Reed, CBE, Mr P Crow-\\nBrown and Ms L Moss.")
    ['Sir Ian Reed, CBE', 'Mr P Crow-Brown', 'Ms L Moss']
    """
    return [name for name, _ in people_in(text)]


def people_in(text: str) -> list[tuple[str, str]]:
    """The names of a printed list, each with its role as printed; a blank role for none.

    A role stands in brackets ("(Vice-Chair)"), behind a dash, or above a group ("Appointed
    Members:"). What has not the form of a name is passed over.
    """
    found: list[tuple[str, str]] = []
    at, label = 0, ""
    flat = text.replace("\u00a0", " ")
    for match in _GROUP.finditer(flat):
        found += _of_groups(flat[at : match.start()], label)
        at, label = match.end(), _singular(match["label"])
    return found + _of_groups(flat[at:], label)


def is_name(text: str) -> bool:
    """Whether words have the form of a person's name: capitals throughout, no figures."""
    words = text.replace(",", " ").split()
    while words and words[0].lower() in ("councillor", "cllr"):
        words = words[1:]
    if not 1 <= len(words) <= 7 or any(c.isdigit() or c in ":;!?" for c in text):
        return False
    if _TITLE_ALONE.fullmatch(words[-1]) or _NOBODY.fullmatch(" ".join(words)):
        return False
    return all(word.lower() in _PARTICLES or _NAME_WORD.fullmatch(word) for word in words) and (
        words[0].lower() not in ("of", "y") and len(words[-1].strip(".")) > 1
    )


def unhyphenated(text: str) -> str:
    """A text with names that a line's end cut at their hyphen made whole: ``Crow-Brown``."""
    return _CUT.sub("-", text)


def without_contacts(text: str) -> str:
    """A text without telephone numbers and mail addresses, broken over lines or not."""
    cut = _TELEPHONE.sub(_number_cut, _MAIL.sub("", text))
    if cut == text:
        return text
    return re.sub(r"[ \t]{2,}", " ", cut).strip()


def _number_cut(match: re.Match[str]) -> str:
    """Nothing for a telephone number, which has ten digits or more; else what was printed."""
    return "" if sum(map(str.isdigit, match[0])) >= 10 else match[0]


def _of_groups(text: str, role: str) -> list[tuple[str, str]]:
    """The names under one heading; those behind "together with" do not share the first title."""
    parts = re.split(r"\b(?:together|along)\s+with\b", text)
    return [person for part in parts for person in _of_group(part, role)]


def _of_group(text: str, role: str) -> list[tuple[str, str]]:
    """The names under one heading."""
    text = _LABEL.sub("", unhyphenated(text.strip()))
    if not _has_separator(text):
        text = re.sub(r"\s*\n\s*", "; ", text.strip())
    text = " ".join(_BEFORE_TITLE.sub(_broken, text).split())
    found: list[tuple[str, str]] = []
    title = ""
    for piece in _pieces(text):
        piece, own_role = _without_role(piece)
        if found and not own_role and HONOURS.fullmatch(piece):
            found[-1] = (f"{found[-1][0]}, {piece}", found[-1][1])
            continue
        if found and CHAIRS.fullmatch(piece):
            found[-1] = (found[-1][0], piece)
            continue
        if _PLURAL.match(piece):
            title, piece = "Councillor ", _PLURAL.sub("", piece)
        elif _SINGLE.match(piece):
            title, piece = "", "Councillor " + _SINGLE.sub("", piece)
        given = role
        if member := _MEMBER_WORD.match(piece):
            title, piece, given = "", piece[member.end() :], _singular(member[0])
        if is_name(piece):
            whole = piece if piece.startswith("Councillor ") else title + piece
            found.append((whole, own_role or given))
    return found


def _broken(match: re.Match[str]) -> str:
    """A break before a further "Councillor"; brackets are left as they are."""
    return match[0] if match[0].startswith("(") else "; "


def _has_separator(text: str) -> bool:
    outside = re.sub(r"\([^)]*\)", "", text)
    return bool(re.search(r",|;|\band\b|&", outside))


def _pieces(text: str) -> list[str]:
    """A list cut at its commas, semicolons and last "and"; brackets are left whole."""
    pieces, depth, at = [], 0, 0
    for match in re.finditer(_BREAK, text):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth = max(depth - 1, 0)
        elif not depth:
            pieces.append(text[at : match.start()])
            at = match.end()
    pieces.append(text[at:])
    return [piece for piece in (_trimmed(piece) for piece in pieces) if piece]


def _trimmed(piece: str) -> str:
    piece = re.sub(r"^and\s+|\s+and$", "", piece.strip(" \t\n*_•\ufffd\uf0b7"))
    return re.sub(r"(?<=\w{2})\.$|(?<=\))\.$", "", piece)


def _without_role(piece: str) -> tuple[str, str]:
    """A name and the role behind it in brackets, behind a dash or in words."""
    if bracket := re.fullmatch(r"(.*?)\s*[(\[](.*?)[)\]]\s*", piece):
        return bracket[1], _office(bracket[2])
    if dashed := re.fullmatch(r"(.*?)\s+[-–—]\s+(.+)", piece):
        return dashed[1], _office(dashed[2])
    if chair := re.fullmatch(rf"(.*?)\s+({CHAIRS.pattern})", piece, re.I):
        return chair[1], _office(chair[2])
    return piece, ""


def _office(role: str) -> str:
    return "Chair" if re.fullmatch(r"in\s+the\s+chair", role.strip(), re.I) else role.strip()


def _singular(label: str) -> str:
    words = " ".join(label.split())
    words = re.sub(r"(?i)(member|person|representative|optee)s$", r"\1", words)
    return words if words[:1].isupper() else words.capitalize()
