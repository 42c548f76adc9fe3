"""The board, the pages of claims, and search."""

from starlette.requests import Request
from starlette.responses import Response

from headwater.desk.cases.front import Front
from headwater.desk.pages import render_case
from headwater.desk.routes.common import (
    cut_page,
    desk_of,
    go,
    name_of,
    opened_of,
    page_of,
    record_of,
)
from headwater.desk.views.board import PER_PAGE, Filters, choose, read_filters
from headwater.desk.views.claim import show_claim
from headwater.desk.views.folded import fold_copies
from headwater.desk.views.sources import matches
from headwater.report.views.counts import say_counts
from headwater.report.words import show_text

HITS = 60  # sentences of a search that are shown
SNIPPETS = 400  # sentences in which a board's row looks for its own
NAMES = 20  # sources of a search that are shown


def board(request: Request) -> Response:
    """Answer with the ranked claims."""
    filters = read_filters(request.query_params)
    front = front_of(request, filters)
    if front is not None:
        return show_front(request, front, filters)
    opened = opened_of(request)
    found, snippets = None, {}
    if filters.q:
        hits, _ = opened.index.find(filters.q, SNIPPETS)
        found = opened.index.claims(filters.q)
        for hit in reversed(hits):
            snippets.update(dict.fromkeys(hit.claims, hit.pieces))
    rows = choose(opened.rows, filters, found)
    shown, pager = cut_page(rows, page_of(request), PER_PAGE)
    return render_case(
        request,
        opened.name,
        "board.html.j2",
        active="",
        lede=say_counts(opened.counts),
        rows=shown,
        pager=pager,
        filters=filters,
        choices=opened.choices,
        snippets=snippets,
        folds={row.id: fold_copies(opened.lookup, row.id) for row in shown},
    )


def front_of(request: Request, filters: Filters) -> Front | None:
    """Return the board's first page if that is asked for and the dossier is not read yet."""
    if filters != Filters() or page_of(request) > 1:
        return None
    return desk_of(request).shelf.front(name_of(request))


def show_front(request: Request, front: Front, filters: Filters) -> Response:
    """Answer with the board's first page as it was kept."""
    _, pager = cut_page(range(front.choices.total), 1, PER_PAGE)
    return render_case(
        request,
        name_of(request),
        "board.html.j2",
        front=front,
        active="",
        lede=front.lede,
        rows=front.rows,
        pager=pager,
        filters=filters,
        choices=front.choices,
        snippets={},
        folds=front.folds,
    )


def claim(request: Request) -> Response:
    """Answer with a claim's page; of one that a correction changed, with what became of it."""
    opened = opened_of(request)
    key = request.path_params["key"]
    heir = opened.heir(key) if key not in opened.lookup.claims else None
    if heir is not None:
        return go(f"{opened.places.claim(heir)}{query_of(request)}")
    found = record_of(opened.lookup.claims, key, "claim")
    page = show_claim(opened.bounded, opened.places, found, page_of(request))
    return render_case(
        request,
        opened.name,
        "claim_page.html.j2",
        active="",
        c=page.card,
        v=page,
        row=opened.row_of[key],
        near=nearby(opened.dossier.ranking, key),
        item=key,
    )


def merge(request: Request) -> Response:
    """Answer with claims that a claim may be merged with."""
    opened = opened_of(request)
    key, asked = request.path_params["key"], request.query_params.get("q", "").strip()
    row = record_of(opened.row_of, key, "claim")
    found = opened.index.claims(asked) if asked else frozenset()
    rows = [row for row in opened.rows if row.id in found and row.id != key]
    return render_case(
        request,
        opened.name,
        "merge.html.j2",
        active="",
        row=row,
        rows=rows[:PER_PAGE],
        asked=show_text(asked),
        best=opened.lookup.claims[key].best,
    )


def nearby(ranking: tuple[str, ...], key: str) -> tuple[str | None, str | None]:
    """Return the claims before and after one on the board."""
    at = ranking.index(key) if key in ranking else -1
    before = ranking[at - 1] if at > 0 else None
    after = ranking[at + 1] if 0 <= at < len(ranking) - 1 else None
    return before, after


def mention(request: Request) -> Response:
    """Lead to the claim that a statement belongs to now."""
    opened = opened_of(request)
    found = opened.lookup.claim_of.get(request.path_params["key"])
    if found is None:
        return go(f"{opened.places.base}/{query_of(request)}")
    return go(f"{opened.places.claim(found.id)}{query_of(request)}")


def query_of(request: Request) -> str:
    """Return the query of an address with its question mark, empty if there is none."""
    return f"?{request.url.query}" if request.url.query else ""


def search(request: Request) -> Response:
    """Answer with every sentence that holds the words, and the sources whose names do."""
    opened = opened_of(request)
    asked = request.query_params.get("q", "").strip()
    hits, total = opened.index.find(asked, HITS) if asked else ((), 0)
    sources = [
        line for line in opened.sources if asked and matches((line.name, *line.aliases), asked)
    ]
    notes = [
        judgement
        for judgement in opened.dossier.judgements
        if asked and matches((judgement.why, judgement.value or ""), asked)
    ]
    return render_case(
        request,
        opened.name,
        "search.html.j2",
        active=None,
        asked=show_text(asked),
        hits=hits,
        total=total,
        sources=sources[:NAMES],
        notes=notes[:NAMES],
        documents=opened.lookup.documents,
        rows=opened.row_of,
        places=opened.places,
        outlet=lambda key: show_text(opened.lookup.outlet_name(key)),
    )
