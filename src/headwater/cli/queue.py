"""The queue of uncertain decisions, worked through with single keys."""

import sys
from typing import TYPE_CHECKING, Any, Final

import click

from headwater.cli.deciding import apply, now, person
from headwater.cli.speak import result, result_json, say

if TYPE_CHECKING:
    from headwater.case import Case
    from headwater.model.dossier import Dossier
    from headwater.review.question import Question

AROUND: Final = 60  # characters on either side of the words that are asked about
SKIP: Final = "s"
QUIT: Final = "q"


def work_through(case: "Case", options: dict[str, Any]) -> None:
    """Ask about the least certain decisions; without a terminal, list them."""
    from headwater.review.queue import queue

    dossier = case.dossier()
    questions = queue(dossier, options["number"])
    if options["as_json"]:
        result_json([{**shown(one), "answers": keys(one)} for one in questions])
    elif not at_terminal():
        for number, question in enumerate(questions, 1):
            result(f"{number}. {question.text}\n    {question.consequence} ({question.why})")
    else:
        for number, question in enumerate(questions, 1):
            say(f"\n{number} of {len(questions)}: {question.consequence}")
            if not ask(case, dossier, question, options):
                break
        apply(case, options)


def at_terminal() -> bool:
    """Tell whether somebody can press keys."""
    return sys.stdin.isatty()


def shown(question: "Question") -> dict[str, Any]:
    """Return a question as plain data."""
    import msgspec

    return {**msgspec.to_builtins(question), "consequence": question.consequence}


def keys(question: "Question") -> dict[str, str]:
    """Return the answers by their keys."""
    return {answer.key: answer.label for answer in question.answers}


def ask(case: "Case", dossier: "Dossier", question: "Question", options: dict[str, Any]) -> bool:
    """Ask one question and record the answer; tell whether to go on."""
    for line in context(dossier, question):
        say(line)
    say(question.text)
    offered = {**keys(question), SKIP: "skip", QUIT: "quit"}
    say("  ".join(f"[{key}] {label}" for key, label in offered.items()))
    pressed = ""
    while pressed not in offered:
        pressed = click.getchar().lower()
        if pressed in {"\x03", "\x04", "\x1b"}:
            pressed = QUIT
    for answer in question.answers:
        if answer.key == pressed:
            signed = answer.signed(who=person(options), made_at=now(), why=options["why"])
            case.judge(signed)
            result(signed.id)
    return pressed != QUIT


def context(dossier: "Dossier", question: "Question") -> list[str]:
    """Return the words that a question is about, in their sentences."""
    documents = {document.id: document for document in dossier.documents}
    lines = []
    for place in question.places:
        document, span = documents[place.document], place.span
        before = document.text[max(0, span.start - AROUND) : span.start]
        after = document.text[span.end : span.end + AROUND]
        words = f"…{before}»{span.cut(document.text)}«{after}…"
        lines.append(f"  {document.name}: {' '.join(words.split())}")
    return lines
