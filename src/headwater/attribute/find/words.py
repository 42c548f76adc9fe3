"""A document as rows of words: what the rules of this stage read."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final

from headwater.attribute.find.classes import ABBREVIATIONS, ADVERBS, APOSTROPHES, NOT_ADVERBS
from headwater.lexicon.verbs import verb_forms
from headwater.model.document import Document
from headwater.model.parse import Name, Parse
from headwater.model.span import Span

NAMES_AHEAD: Final = 24  # more names than one source holds
_LY: Final = re.compile(r"[a-z]{3,}ly$")


class Words:
    """The words of a document with what the parse knows of each.

    `starts`, `ends` are offsets of the words; `lower` has them in lower case; `sentence` numbers
    the sentence of each; `depth` tells how many quotations it lies in, marks included.
    """

    def __init__(self, document: Document, parse: Parse) -> None:
        """Lay out the sentences of a parse."""
        self.text = document.text
        self.parse = parse
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentence: list[int] = []
        self.bounds: list[tuple[int, int]] = []
        for number, sentence in enumerate(parse.sentences):
            first = len(self.starts)
            for start, end in sentence.tokens:
                self.starts.append(start)
                self.ends.append(end)
                self.sentence.append(number)
            self.bounds.append((first, len(self.starts)))
        self.raw = [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.lower = [word.lower() for word in self.raw]
        self.depth = [0] * len(self.starts)
        for quote in parse.quotes:
            for index in range(*self.within(quote.span)):
                self.depth[index] += 1

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)

    def within(self, span: Span) -> tuple[int, int]:
        """Return the range of the words that overlap a span."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words `first..last`, the last excluded."""
        return Span(start=self.starts[first], end=self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """Return the words `first..last` as they stand."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def paragraph_of(self, index: int) -> int:
        """Return the number of the paragraph of a word."""
        return self.parse.sentences[self.sentence[index]].paragraph

    def is_word(self, index: int) -> bool:
        """Tell whether this is a word or a number and no mark."""
        return self.raw[index][0].isalnum() or self.raw[index][0] == "_"

    def is_capital(self, index: int) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.raw[index][0].isupper()

    def is_adverb(self, index: int) -> bool:
        """Tell whether the word may stand between a subject and its verb."""
        word = self.lower[index]
        return (
            word in ADVERBS
            or bool(_LY.match(word))
            and word not in NOT_ADVERBS
            and not self.is_capital(index)
        )

    def is_titled(self, index: int) -> bool:
        """Tell whether the sentence of a word is a headline: most of its words are capitalised."""
        first, last = self.bounds[self.sentence[index]]
        listed = [i for i in range(first, last) if self.is_word(i)]
        return 2 * sum(self.is_capital(i) for i in listed) > len(listed)

    def is_compound(self, index: int) -> bool:
        """Tell whether a hyphen joins the word to another ("state-owned")."""
        before = (
            index > 1
            and self.raw[index - 1] == "-"
            and self.ends[index - 1] == self.starts[index] == self.ends[index - 2] + 1
        )
        after = (
            index + 1 < len(self.raw)
            and self.raw[index + 1] == "-"
            and self.ends[index] == self.starts[index + 1]
        )
        return before or after

    def is_inner_mark(self, index: int) -> bool:
        """Tell whether a mark belongs to a word: an apostrophe, a hyphen, the stop of "Mr."."""
        mark = self.raw[index]
        if index == 0 or index + 1 >= len(self.raw):
            return False
        glued = self.ends[index - 1] == self.starts[index]
        if mark in APOSTROPHES or mark in "-/&@#$%+":
            return True
        if mark == "." and glued:
            return (
                self.lower[index - 1] in ABBREVIATIONS or self.ends[index] == self.starts[index + 1]
            )
        return (
            mark == ","
            and glued
            and self.raw[index - 1][-1].isdigit()
            and self.ends[index] == self.starts[index + 1]
        )

    def is_finite_verb(self, index: int) -> bool:
        """Tell whether the word is surely a verb that ends a noun phrase on its right."""
        word = self.lower[index]
        if self.is_capital(index) or self.raw[index + 1 : index + 2] == ["by"]:
            return False
        form = verb_forms().get(word)
        return form is not None and not form.noun_too and form.form in ("third", "past", "base")

    def sentence_start(self, index: int) -> int:
        """Return the first word of the sentence of a word."""
        return self.bounds[self.sentence[index]][0]

    def sentence_end(self, index: int) -> int:
        """Return the end of the sentence of a word, excluded."""
        return self.bounds[self.sentence[index]][1]

    def names_from(self, start: int) -> tuple[Name, ...]:
        """Return the names that begin at an offset or later, up to a source's length behind it."""
        at = bisect_left(self._name_starts, start)
        return self.parse.names[at : at + NAMES_AHEAD]

    @cached_property
    def _name_starts(self) -> list[int]:
        """Return where names begin."""
        return [name.span.start for name in self.parse.names]

    @cached_property
    def quote_at(self) -> dict[int, int]:
        """Map the first word (the opening mark) of each outermost quotation to its end."""
        found: dict[int, int] = {}
        for quote in self.parse.quotes:
            first, last = self.within(quote.span)
            if quote.depth == 0 and first < last:
                found[first] = last
        return found

    @cached_property
    def quote_from(self) -> dict[int, int]:
        """Map the end of each outermost quotation, excluded, to its first word."""
        return {last: first for first, last in self.quote_at.items()}

    @cached_property
    def unclosed(self) -> dict[int, int]:
        """Map the end of each outermost quotation that has no end mark to its first word."""
        found: dict[int, int] = {}
        for quote in self.parse.quotes:
            first, last = self.within(quote.span)
            if quote.depth == 0 and not quote.closed and first < last:
                found[last] = first
        return found
