"""What a judgement says, in words."""

from typing import Final

from headwater.model.judgement import Judgement
from headwater.model.reason import Reason
from headwater.model.span import Place

RULE: Final = "judgement"


def reason(judgement: Judgement, what: str, places: tuple[Place, ...] = ()) -> Reason:
    """Return the reason that a person decided something.

    Args:
        judgement: Whose word it is.
        what: What was decided, as it goes on after "decided".
        places: The words that were pointed at.
    """
    why = f": {judgement.why}" if judgement.why else ""
    return Reason(
        rule=RULE, text=f"{judgement.who} decided {what}{why} ({judgement.id})", places=places
    )
