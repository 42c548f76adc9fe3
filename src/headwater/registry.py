"""The exchangeable parts: kind, "name.vN", "module:function". Nothing registers itself.

A part of somebody else's package joins through an entry point of the group `headwater` whose
name is `<kind>.<name>.v<N>`, such as `attribute.mine.v1`.
"""

import importlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any, Final

from headwater.errors import ContractError, InputError

GROUP: Final = "headwater"

PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "ingest": {"files.v1": "headwater.ingest:ingest"},
    "parse": {"rules.v1": "headwater.parse:parse"},
    "attribute": {
        "lexicon.v1": "headwater.attribute:attribute",
        "model.v1": "headwater.attribute.tagged:attribute_tagged",
    },
    "extract": {"rules.v1": "headwater.extract:extract"},
    "resolve": {"rules.v1": "headwater.resolve:resolve"},
    "link": {"gated.v1": "headwater.link:link"},
    "trace": {"chains.v1": "headwater.trace:trace"},
    "assess": {"rules.v1": "headwater.assess:assess"},
    "compare": {"gated.v1": "headwater.link:compare_statements"},
    "report": {"dossier.v1": "headwater.report:report"},
    "export": {
        "csv.v1": "headwater.report.tables:to_csv",
        "graphml.v1": "headwater.report.graph:to_graphml",
        "html.v1": "headwater.report.page:to_html",
        "interchange.v1": "headwater.report.interchange:to_interchange_json",
        "json.v1": "headwater.report.data:to_json",
        "md.v1": "headwater.report.markdown:to_markdown",
        "pictures.v1": "headwater.report.drawn:to_pictures_zip",
        "tables.v1": "headwater.report.flat:to_tables_zip",
    },
}


@cache
def _others() -> dict[str, dict[str, str]]:
    """Return the parts that other installed packages offer."""
    found: dict[str, dict[str, str]] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        kind, _, name = point.name.partition(".")
        found.setdefault(kind, {}).setdefault(name, point.value)
    return found


def kinds() -> tuple[str, ...]:
    """Return every kind of part, sorted."""
    return tuple(sorted({*PARTS, *_others()}))


def names(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's parts, sorted; ours win over another package's.

    Raises:
        InputError: If there is no such kind.
    """
    offered = {**_others().get(kind, {}), **PARTS.get(kind, {})}
    if not offered:
        raise InputError(f"no kind of part is called {kind!r}; there are {', '.join(kinds())}")
    return tuple(sorted(offered))


def address(kind: str, name: str) -> str:
    """Return the `module:function` of a part.

    Raises:
        InputError: If there is no such part; the message lists those of the kind.
    """
    known = names(kind)
    if name not in known:
        raise InputError(f"{kind} has no part {name!r}; it has {', '.join(known)}")
    return PARTS.get(kind, {}).get(name) or _others()[kind][name]


@cache
def load(kind: str, name: str) -> Any:  # noqa: ANN401 - protocols.py says what each kind is
    """Import a part, once, and return it.

    Raises:
        ContractError: If its module or function is not there.
    """
    where = address(kind, name)
    module, _, function = where.partition(":")
    try:
        return getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError) as error:
        raise ContractError(f"{kind}={name} ({where}) cannot be loaded: {error}") from error
