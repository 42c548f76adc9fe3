"""Masthead fields from what a page's markup states: JSON-LD, OpenGraph, meta tags."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from headwater.ingest.masthead.byline import is_name_list
from headwater.ingest.masthead.dates import find_day
from headwater.model.document import Stated

_ARTICLE_TYPES: Final = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "ClaimReview", "Report",
    "PressRelease", "WebPage",
)  # fmt: skip
_METAS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "byline": ("author", "article:author", "dc.creator", "byl", "parsely-author"),
    "published": (
        "article:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date",
        "dc.date.issued", "parsely-pub-date", "sailthru.date", "article.published",
    ),
    "url": ("og:url", "parsely-link"),
    "language": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip
_BY: Final = re.compile(r"^by:?\s+", re.IGNORECASE)
_DEEPEST: Final = 6  # lists and graphs inside each other; what is deeper is no masthead
_SEPARATORS: Final = (" | ", " - ", " – ", " — ", " :: ", " · ")


def find_fields(facts: Mapping[str, Any]) -> dict[str, Stated]:
    """Return the masthead fields of a page; JSON-LD before OpenGraph before other markup.

    Args:
        facts: What `web` read: `ld`, `meta`, `title`, `h1`, `canonical`, `lang`, `times` and
            `saved_from`, `bylines`.
    """
    given: dict[str, Stated] = {}
    for source in (_from_ld(facts), _from_meta(facts), _from_elements(facts)):
        for field, stated in source:
            if stated.value and field not in given:
                given[field] = stated
    title = given.get("title")
    if title is not None:
        outlet = given["outlet"].value if "outlet" in given else ""
        shorter = _without_outlet(title.value, outlet, facts["h1"])
        given["title"] = Stated(value=shorter, given_by=title.given_by)
    return given


def _from_ld(facts: Mapping[str, Any]) -> Iterator[tuple[str, Stated]]:
    """Yield the fields of the first article in JSON-LD."""
    nodes = [node for script in facts["ld"] for node in _nodes(_load(script))]
    for kind in _ARTICLE_TYPES:
        for node in nodes:
            if kind in _listed(node.get("@type")):
                yield from _from_article(node)
                return


def _from_article(node: Mapping[str, Any]) -> Iterator[tuple[str, Stated]]:
    """Yield the fields of an article in JSON-LD."""
    names = {
        "title": _name(node.get("headline")),
        "outlet": _name(node.get("publisher")),
        "byline": _name(node.get("author")),
        "agency": _name(node.get("sourceOrganization")),
        "published": find_day(str(node.get("datePublished") or "")) or "",
        "url": _name(node.get("url")) or _name(node.get("mainEntityOfPage")),
        "language": _name(node.get("inLanguage")),
    }
    keys = {"title": "headline", "outlet": "publisher", "byline": "author"}
    for field, value in names.items():
        if field == "url" and not value.startswith("http"):
            continue
        yield field, Stated(value=value, given_by=f"html:json-ld:{keys.get(field, field)}")


def _from_meta(facts: Mapping[str, Any]) -> Iterator[tuple[str, Stated]]:
    """Yield the fields of meta tags."""
    metas: dict[str, str] = {}
    for key, content in facts["meta"]:
        metas.setdefault(key, content)
    for field, keys in _METAS.items():
        for key in keys:
            value = metas.get(key, "")
            if field == "published":
                value = find_day(value) or ""
            if field == "byline" and value.startswith(("http:", "https:")):
                continue
            yield field, Stated(value=value, given_by=f"html:{key}")


def _from_elements(facts: Mapping[str, Any]) -> Iterator[tuple[str, Stated]]:
    """Yield the fields of other elements."""
    if len(facts["h1"]) == 1:
        yield "title", Stated(value=facts["h1"][0], given_by="html:h1")
    yield "title", Stated(value=facts["title"], given_by="html:title")
    names = {_BY.sub("", words) for words in facts["bylines"]}
    if len(names) == 1 and is_name_list(only := names.pop()):
        yield "byline", Stated(value=only, given_by="html:byline")
    for address, where in ((facts["canonical"], "canonical"), (facts["saved_from"], "saved-from")):
        if address.startswith("http"):
            yield "url", Stated(value=address, given_by=f"html:{where}")
    days = {day for day in (find_day(value) for value in facts["times"]) if day}
    if len(days) == 1:  # several times on a page: comments, other articles
        yield "published", Stated(value=days.pop(), given_by="html:time")
    yield "language", Stated(value=facts["lang"], given_by="html:lang")


def _without_outlet(title: str, outlet: str, headings: tuple[str, ...]) -> str:
    """Return a title without the name of the site that follows or precedes it."""
    for mark in _SEPARATORS:
        head, found, tail = title.rpartition(mark)
        if found and (tail.casefold() == outlet.casefold() or head in headings):
            return head
        head, found, tail = title.partition(mark)
        if found and (head.casefold() == outlet.casefold() or tail in headings):
            return tail
    return title


def _load(script: str) -> object:
    """Return the value of a JSON-LD script, None if it is broken."""
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON-LD value, of lists and graphs too."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph") or [], depth + 1)


def _listed(value: object) -> tuple[str, ...]:
    """Return a value or list of values as strings."""
    return tuple(str(part) for part in value) if isinstance(value, list) else (str(value),)


def _name(value: object, depth: int = 0) -> str:
    """Return the name in a JSON-LD value: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict) and depth < _DEEPEST:
        return _name(value.get("name") or value.get("@id") or "", depth + 1)
    if isinstance(value, list) and depth < _DEEPEST:
        return ", ".join(filter(None, (_name(part, depth + 1) for part in value)))
    return ""
