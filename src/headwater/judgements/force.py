"""Which judgements hold: order, merging of logs, taking back."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from headwater.judgements.moment import moment
from headwater.model.judgement import Judgement


def in_order(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return judgements oldest first, ties by id."""
    return tuple(sorted(judgements, key=moment))


def merge(*logs: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return all judgements of several people's logs, each once, oldest first.

    If two logs hold different lines under one id, the line that sorts first is taken: the order
    in which logs are merged never matters.
    """
    listed = sorted((one for log in logs for one in log), key=msgspec.json.encode)
    return in_order({judgement.id: judgement for judgement in reversed(listed)}.values())


def undoers(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return which judgements are taken back, each with the latest one that takes it back.

    A judgement holds unless one that holds takes it back; so taking back what took another back
    brings the first one into force again, as often as people like. Clocks that differ between two
    people change nothing in this.
    """
    listed = {judgement.id: judgement for judgement in in_order(judgements)}
    against: dict[str, list[str]] = defaultdict(list)
    for one in listed.values():
        if one.undoes is not None:
            against[one.undoes].append(one.id)
    found: dict[str, str] = {}
    done: set[str] = set()
    for first in listed:
        todo = [first]
        while todo:
            key = todo[-1]
            waiting = [other for other in against[key] if other not in done and other not in todo]
            if waiting:
                todo += waiting
                continue
            todo.pop()
            done.add(key)
            holding = [other for other in against[key] if other not in found]
            if holding:
                found[key] = holding[-1]
    return found


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return those that decide something and were not taken back, oldest first."""
    listed = in_order(judgements)
    undone = undoers(listed)
    return tuple(one for one in listed if one.id not in undone and one.kind is not None)
