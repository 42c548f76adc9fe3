"""The dossier as one self-contained HTML page."""

import base64
import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.dossier import Dossier, Manifest
from headwater.report.lookup import Lookup
from headwater.report.pictures.coverage import draw_coverage
from headwater.report.places import Places
from headwater.report.ranking import WorthKind
from headwater.report.settings import SECTIONS, ReportSettings
from headwater.report.views.cards import CardMaker, ClaimLine
from headwater.report.views.counts import count_all, lay_tiles, say_counts, say_finding
from headwater.report.views.detail import unfolded
from headwater.report.views.gaps import Gaps, find_gaps
from headwater.report.views.positions import find_positions
from headwater.report.views.sources import list_sources
from headwater.report.views.stands import lay_stands
from headwater.report.views.texts import is_notable, show_texts
from headwater.report.views.timeline import draw_timeline, make_timeline
from headwater.report.words import count_of, count_word, day, show_text

ISO_DAY: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")
ANCHOR: Final = re.compile(r'<[a-z0-9]+ [^<>]*?\bid="([^"]+)"')
LINK: Final = re.compile(r'(<a\b[^<>]*?) href="#([^"]*)"')
QUOTES_OPEN: Final = 6  # statements of a claim that show before a reader asks for more
RELATED_CAP: Final = 12  # related claims of a claim that are listed
LIST_CAP: Final = 40  # lines of a list before the rest is left to the documents section
KIND_WORDS: Final[dict[WorthKind, str]] = {
    "echo": "Echo: repeated, one origin",
    "possible echo": "Possible echo: repeated, perhaps one origin",
    "disputed": "Disputed",
    "figures differ": "Figures disagree",
    "veiled": "Nobody named stands behind it",
    "unsourced": "No source given",
}
SHORT_KINDS: Final[dict[WorthKind, str]] = {
    "echo": "one origin",
    "possible echo": "perhaps one origin",
    "disputed": "disputed",
    "figures differ": "figures disagree",
    "veiled": "unnamed source",
    "unsourced": "no source",
}
GROUPS: Final[tuple[tuple[str, str, tuple[WorthKind, ...]], ...]] = (
    (
        "Repeated, but not confirmed",
        "Several documents, and one origin, or perhaps one.",
        ("echo", "possible echo"),
    ),
    ("Disputed", "Somebody denies it, or another claim cannot hold beside it.", ("disputed",)),
    ("Figures that disagree", "Two figures for what seems to be one thing.", ("figures differ",)),
    (
        "Nobody answers for it",
        "No source, or only sources without a name.",
        ("veiled", "unsourced"),
    ),
)


class Group(Record, frozen=True, kw_only=True):
    """Claims under one heading; `more` are left out."""

    title: str
    note: str
    lines: tuple[ClaimLine, ...]
    more: int = 0


def render_page(dossier: Dossier, *, settings: ReportSettings | None = None) -> str:
    """Return the dossier as one HTML page that needs no other file and no network.

    Args:
        dossier: As `report` returns it.
        settings: How much is shown; the defaults if None.
    """
    chosen = settings if settings is not None else ReportSettings()
    lookup = Lookup(dossier)
    ranked = [lookup.claims[key] for key in dossier.ranking if key in lookup.claims]
    listed = ranked[: chosen.listed]
    carded = pick_carded(lookup, listed, chosen.cards)
    held = {claim.id for claim in carded}
    places = Places(lookup, frozenset(claim.id for claim in listed))
    maker = CardMaker(lookup, places)
    sources = list_sources(lookup, places)
    days = make_timeline(lookup, places)
    values: dict[str, object] = {
        "cards": [maker.card(claim) for claim in carded],
        "groups": group_worth(maker, listed, chosen.top),
        "others": group_others(lookup, maker, [claim for claim in listed if claim.id not in held]),
        "sources": sources[: chosen.sources],
        "more_sources": max(0, len(sources) - chosen.sources),
        "unlisted": len(ranked) - len(listed),
        "tiles": lay_tiles(lookup, places),
        "actors": find_positions(lookup, places),
        "days": days,
        "tracks": draw_timeline(days, places),
        "matrix": lay_stands(lookup, places),
        "coverage": draw_coverage(lookup, places),
    }
    gaps = find_gaps(lookup, places)
    values["texts"] = show_texts(lookup, places)  # last: it sets the anchors that all others want
    sections = frozenset(chosen.only or SECTIONS)
    values |= {"sections": sections, "contents": list_contents(values, sections)}
    page = fill_page(dossier, lookup, gaps, values)
    return unlink(page) if chosen.only or len(dossier.ranking) < len(dossier.claims) else page


def unlink(page: str) -> str:
    """Return a page whose links to what was left out lead nowhere any more."""
    known = set(ANCHOR.findall(page))
    return LINK.sub(lambda found: found[0] if found[2] in known else found[1], page)


def to_html(dossier: Dossier, *, only: tuple[str, ...] = ()) -> bytes:
    """Return the dossier as one HTML page.

    Args:
        dossier: As `report` returns it, or cut down to some claims.
        only: Names of the sections to show; all if empty.
    """
    return render_page(dossier, settings=ReportSettings(only=only)).encode()


def fill_page(dossier: Dossier, lookup: Lookup, gaps: Gaps, values: Mapping[str, object]) -> str:
    """Return the filled template."""
    style, script = page_style(), read_part("script.js")
    counts = count_all(lookup)
    return environment().get_template("page.html.j2").render(
        **values,
        title=show_days(show_text(dossier.title)),
        finding=say_finding(counts),
        lede=say_counts(counts),
        manifest=safe_manifest(dossier.manifest),
        judgements=len(dossier.judgements),
        gaps=name_gaps(gaps),
        some_gaps=any(lines for _, lines in name_gaps(gaps)),
        kind_words=KIND_WORDS,
        short_kinds=SHORT_KINDS,
        related_cap=RELATED_CAP,
        quotes_open=QUOTES_OPEN,
        list_cap=LIST_CAP,
        style=Markup(style),
        script=Markup(script),
        policy=make_policy(style, script),
    )  # fmt: skip


def pick_carded(lookup: Lookup, ranked: Iterable[Claim], limit: int) -> list[Claim]:
    """Return the claims that get a card: those repeated, and those with a reason to look."""
    found = []
    for claim in ranked:
        if is_notable(lookup, claim):
            found.append(claim)
    return found[:limit]


def group_worth(maker: CardMaker, ranked: Iterable[Claim], top: int) -> tuple[Group, ...]:
    """Return the claims of the first screen under their strongest reason."""
    lines = [maker.line(claim) for claim in ranked]
    groups, tucked = [], set[str]()
    for title, note, kinds in GROUPS:
        reasons = ((line, line.kinds if line.id in tucked else line.kinds[:1]) for line in lines)
        mine = [line for line, found in reasons if set(kinds).intersection(found)]
        heads = unfolded(maker.lookup, {line.id for line in mine})
        tucked = (tucked | {line.id for line in mine}) - heads
        mine = [line for line in mine if line.id in heads]
        if mine:
            shown = tuple(mine[:top])
            groups.append(Group(title=title, note=note, lines=shown, more=len(mine) - len(shown)))
    return tuple(groups)


def group_others(lookup: Lookup, maker: CardMaker, claims: list[Claim]) -> tuple[Group, ...]:
    """Return the claims without a card by document, in text order."""
    by_document: dict[str, list[Claim]] = {document.id: [] for document in lookup.dossier.documents}
    order = {claim.id: at for at, claim in enumerate(lookup.dossier.claims)}
    for claim in sorted(claims, key=lambda c: order[c.id]):
        mentions = lookup.mentions_of(claim)
        if mentions:
            by_document[mentions[0].document].append(claim)
    return tuple(
        Group(
            title=show_text(lookup.outlet_name(key)),
            note="",
            lines=tuple(maker.line(claim) for claim in found),
        )
        for key, found in by_document.items()
        if found
    )


def show_days(title: str) -> str:
    """Return a title with its ISO days as a reader writes them."""
    return ISO_DAY.sub(lambda found: day(found.group()), title)


def name_gaps(gaps: Gaps) -> list[tuple[str, tuple[object, ...]]]:
    """Return the gaps under their headings."""
    return [
        ("Files", gaps.failures),
        ("Documents without outlet or date", gaps.mastheads),
        ("Circular chains", gaps.circles),
        ("Said by nobody named", gaps.nameless),
        ("People's decisions that do not hold", gaps.decisions),
    ]


def list_contents(
    values: Mapping[str, object], sections: Collection[str]
) -> list[tuple[str, str, int | None]]:
    """Return the table of contents: anchor, name, count."""
    rows: list[tuple[str, str, str | None]] = [
        ("look", "Worth a look", None),
        ("claims", "Claims", "cards"),
        ("others", "Other claims", "others"),
        ("sources", "Sources", "sources"),
        ("positions", "Positions and denials", "actors"),
        ("timeline", "Timeline", "days"),
        ("documents", "Documents", "texts"),
        ("gaps", "Not read, not resolved", None),
        ("run", "How this was made", None),
    ]
    rows = [row for row in rows if row[0] in sections]
    contents: list[tuple[str, str, int | None]] = []
    for anchor, name, key in rows:
        found = values.get(key) if key else None
        if key and not found and key in {"others", "actors", "days"}:
            continue
        size = len(found) if isinstance(found, list | tuple) else None
        contents.append((anchor, name, None if key in {"others", "days", "actors"} else size))
    return contents


def safe_manifest(manifest: Manifest) -> Manifest:
    """Return the manifest with text that is safe to show."""
    return Manifest(
        version=show_text(manifest.version),
        schema=show_text(manifest.schema),
        parts=tuple(show_text(part) for part in manifest.parts),
        settings=show_text(manifest.settings),
        inputs=tuple(show_text(line) for line in manifest.inputs),
    )


def make_policy(style: str, script: str) -> str:
    """Return the page's Content-Security-Policy: nothing but its own style and script."""
    return (
        f"default-src 'none'; style-src {source_hash(style)}; script-src {source_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def source_hash(text: str) -> str:
    """Return a CSP hash source for an inline block."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def page_style() -> str:
    """Return the style of a page: colours, the page itself, its pictures."""
    return "".join(map(read_part, ("colours.css", "style.css", "pictures.css")))


@cache
def read_part(name: str) -> str:
    """Return the text of a file beside the templates."""
    return files("headwater.report").joinpath("templates", name).read_text(encoding="utf-8")


def plain(value: float) -> str:
    """Return a coordinate without needless digits."""
    return f"{value:g}"


@cache
def environment() -> Environment:
    """Return the template environment: everything is escaped, a missing value is an error."""
    made = Environment(
        loader=PackageLoader("headwater.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(count_of=count_of, count_word=count_word, num=plain)
    return made
