"""Find what outlets and researchers read out of data: "analyzed customs records, revealing ..."."""

from collections.abc import Sequence

from headwater.attribute.find.classes import RELATIVES
from headwater.attribute.find.contents import end_of_content
from headwater.attribute.find.drafts import LIKELY, Draft, Found
from headwater.attribute.find.noun_phrases import noun_phrase_after
from headwater.attribute.find.nouns import kind_of_noun, nouns_for, read_phrase
from headwater.attribute.find.sources import find_subject_at
from headwater.attribute.find.words import Words


def find_examined(
    words: Words, first: int, last: int, drafts: Sequence[Draft]
) -> tuple[Draft, ...]:
    """Return the attributions of "X analyzed Y, revealing C": X around Y, both with content C.

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        drafts: What was found in the sentence so far; a draft with the same content is not doubled.
    """
    verbs, shows = nouns_for("routes", "examined"), nouns_for("routes", "showing")
    found: list[Draft] = []
    for index in range(first + 1, last - 2):
        if words.lower[index] not in verbs or words.depth[index]:
            continue
        thing = _thing_after(words, index + 1, last)
        reader = find_subject_at(words, index, first)
        if thing is None or reader is None:
            continue
        shown = next(
            (
                i
                for i in range(thing.last, min(last - 1, thing.last + 3))
                if words.lower[i] in shows
            ),
            None,
        )
        if shown is None:
            continue
        start = shown + 1
        end = end_of_content(words, start, last, words.depth[start])
        if end > start:
            found.append(
                Draft(
                    reader,
                    Found(index, index + 1),
                    (Found(thing.first, end),),
                    "cites",
                    "examined.v1",
                    LIKELY,
                )
            )
            if not any(
                draft.cue is not None
                and draft.cue.first <= shown < draft.cue.last
                and draft.source == thing
                for draft in drafts
            ):
                found.append(
                    Draft(
                        thing,
                        Found(shown, shown + 1),
                        (Found(start, end),),
                        "shows",
                        "examined.v1",
                        LIKELY,
                    )
                )
    return tuple(found)


def _thing_after(words: Words, first: int, last: int) -> Found | None:
    """Return data, papers or recordings that follow a verb, up to a comma or a relative."""
    phrase = noun_phrase_after(words, first, last)
    if phrase is None:
        return None
    end = next(
        (
            i
            for i in range(phrase.first + 1, phrase.last)
            if words.lower[i] in RELATIVES or words.lower[i].endswith("ing") or words.raw[i] == ","
        ),
        phrase.last,
    )
    thing = Found(phrase.first, end)
    return (
        thing
        if kind_of_noun(read_phrase(words, thing).head) in ("dataset", "report", "leak", "visual")
        else None
    )
