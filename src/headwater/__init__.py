"""Headwater traces reported claims upstream to where they really come from."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from headwater.version import __version__

if TYPE_CHECKING:
    from headwater.case import Case
    from headwater.config import Settings
    from headwater.errors import ContractError, DocumentError, HeadwaterError, InputError
    from headwater.model.assessment import Assessment
    from headwater.model.attribution import Attribution
    from headwater.model.claim import Claim, Comparison, Relation, Stance
    from headwater.model.document import Document
    from headwater.model.dossier import Dossier
    from headwater.model.failure import Failure
    from headwater.model.judgement import Judgement
    from headwater.model.mention import Mention
    from headwater.model.parse import Parse
    from headwater.model.reason import Reason
    from headwater.model.source import Source
    from headwater.model.span import Place, Span
    from headwater.model.trace import Chain, Copy, Corroboration, Origin

__all__ = [
    "Assessment",
    "Attribution",
    "Case",
    "Chain",
    "Claim",
    "Comparison",
    "ContractError",
    "Copy",
    "Corroboration",
    "Document",
    "DocumentError",
    "Dossier",
    "Failure",
    "HeadwaterError",
    "InputError",
    "Judgement",
    "Mention",
    "Origin",
    "Parse",
    "Place",
    "Reason",
    "Relation",
    "Settings",
    "Source",
    "Span",
    "Stance",
    "__version__",
    "open",
]

# Imported when they are asked for: the command line must not load models to print its help.
_MODULES: Final = {
    "headwater.case": ("Case",),
    "headwater.config": ("Settings",),
    "headwater.errors": ("ContractError", "DocumentError", "HeadwaterError", "InputError"),
    "headwater.model.assessment": ("Assessment",),
    "headwater.model.attribution": ("Attribution",),
    "headwater.model.claim": ("Claim", "Comparison", "Relation", "Stance"),
    "headwater.model.document": ("Document",),
    "headwater.model.dossier": ("Dossier",),
    "headwater.model.failure": ("Failure",),
    "headwater.model.judgement": ("Judgement",),
    "headwater.model.mention": ("Mention",),
    "headwater.model.parse": ("Parse",),
    "headwater.model.reason": ("Reason",),
    "headwater.model.source": ("Source",),
    "headwater.model.span": ("Place", "Span"),
    "headwater.model.trace": ("Chain", "Copy", "Corroboration", "Origin"),
}
_WHERE: Final = {name: module for module, names in _MODULES.items() for name in names}


def open(folder: Path | str) -> "Case":
    """Return the case in a folder that `headwater run` wrote; `InputError` if there is none."""
    case: type[Case] = __getattr__("Case")
    return case.open(folder)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import a public name.

    Raises:
        AttributeError: If it is none.
    """
    if name not in _WHERE:
        raise AttributeError(f"module 'headwater' has no attribute {name!r}")
    return getattr(importlib.import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return __all__
