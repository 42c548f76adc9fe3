"""Names that the gazetteer knows."""

from headwater.lexicon.name_lists import Known, load_names, name_key
from headwater.parse.names.words import Word


def find_known(words: list[Word], start: int, end: int) -> Known | None:
    """Return what the gazetteer says of exactly these words."""
    lists = load_names()
    if end - start > lists.longest:
        return None
    texts = [_key_text(words[i]) for i in range(start, end)]
    known = lists.gazetteer.get(name_key(texts))
    if known is None or (known.upper and not words[start].text.replace(".", "").isupper()):
        return None
    if known.upper and len(texts[0]) < 2:  # noqa: PLR2004 - one letter names nothing
        return None
    return known


def _key_text(word: Word) -> str:
    """Keep the s of "People's Daily", whose parts the word scanner splits."""
    return (
        word.text + "s"
        if word.owns and word.lower in {"people", "women", "moody", "lloyd"}
        else word.text
    )


def longest_known(words: list[Word], start: int, end: int) -> int:
    """Return the number of words of the longest gazetteer name that begins here."""
    for stop in range(min(end, start + load_names().longest), start, -1):
        if find_known(words, start, stop) is not None:
            return stop - start
    return 0
