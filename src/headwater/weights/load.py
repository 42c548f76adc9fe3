"""Open the trained models that are shipped with the package.

The only place that knows onnxruntime; its types do not leave it.
"""

import hashlib
import importlib.resources
import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.errors import ContractError
from headwater.text.wordpiece import make_splitter

CARD: Final = "card.toml"
ATTRIBUTION: Final = "attribution_v1"
LINK: Final = "link_v1"
WORDS: Final = "words_v1"  # the word embedding that both graphs have in common
CLS_ID: Final = 101  # of the BERT uncased vocabulary, first piece of every window
SEP_ID: Final = 102  # its last piece
# Processors without VNNI would add products of bytes in 16 bits and cut off what is too large,
# so that the models would say other things there (decision 0019).
UNSATURATED: Final = ("session.x64quantprecision", "1")

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Tokens(NamedTuple):
    """Word pieces of a text in text order, special ones left out.

    `offsets` count code points of the text; `words` numbers the word of each piece.
    """

    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]
    words: Sequence[int | None]


class Surroundings(NamedTuple):
    """The words around K cues, N words each, as the cue reader takes them.

    `rows` (K, N) of the states; `place` (K, N) distance from the cue's first word, shifted;
    `paragraph` (K, N) likewise in paragraphs; `kind` (K, N) 1 in the cue, 0 elsewhere, -1 padding.
    """

    rows: Integers
    place: Integers
    paragraph: Integers
    kind: Floats


class AttributionWeights(NamedTuple):
    """The attribution model as three functions and its calibration.

    `encode` takes ids (L,) and features (L, F) of one window with its special pieces and gives
    states (L, S) and tag logits (L, 9); `read` takes states (W, S) of a text's words and
    surroundings and gives label logits (K, N, 5) and the cues' logits (K,). `calibration` holds
    the bias and weights of the logistic model that turns scores into a probability.
    """

    tokenize: Callable[[str], Tokens]
    encode: Callable[[Integers, Floats], tuple[Floats, Floats]]
    read: Callable[[Floats, Surroundings], tuple[Floats, Floats]]
    calibration: tuple[float, ...]


@lru_cache(maxsize=2)
def load_attribution(threads: int = 1) -> AttributionWeights:
    """Open the attribution model.

    Args:
        threads: That one run of the model may use; results are the same for any number.

    A missing file, or one that its card does not describe, ends in a ContractError.
    """
    card, files = read_files(ATTRIBUTION)
    encoder = open_session(files["encoder.onnx"], threads)
    reader = open_session(files["head.onnx"], threads)

    def encode(ids: Integers, features: Floats) -> tuple[Floats, Floats]:
        states, tags = encoder.run(None, {"ids": ids[None], "features": features[None]})
        return states[0], tags[0]

    def read(states: Floats, around: Surroundings) -> tuple[Floats, Floats]:
        labels, worth = reader.run(None, {"states": states, **around._asdict()})
        return labels, worth

    calibration = tuple(float(number) for number in card["calibration"]["weights"])
    return AttributionWeights(_tokenize(files["tokenizer.json"]), encode, read, calibration)


def read_files(name: str, *wanted: str) -> tuple[Mapping[str, Any], Mapping[str, bytes]]:
    """Return the card of a model and its files, each held against the card's digest.

    Args:
        name: Folder of the model.
        wanted: Files to read; all of the card if none is named.

    Raises:
        ContractError: A file is missing, or is not the one that the card describes.
    """
    folder = importlib.resources.files("headwater.weights").joinpath(name)
    try:
        card = tomllib.loads(_read(folder.joinpath(CARD)).decode("utf-8"))
        digests = {str(file): str(digest) for file, digest in card["digests"].items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise ContractError(f"weights/{name}/{CARD} is damaged: {error}") from error
    files: dict[str, bytes] = {}
    for file, digest in sorted(digests.items()):
        if wanted and file not in wanted:
            continue
        content = _read(folder.joinpath(file))
        if hashlib.sha256(content).hexdigest() != digest:
            raise ContractError(f"weights/{name}/{file} is not the file its card describes")
        files[file] = content
    return card, files


def _read(file: Traversable) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ContractError(
            f"the shipped weights are missing: {file.name}; reinstall headwater"
        ) from error


def open_session(model: bytes, threads: int) -> Any:  # noqa: ANN401 - a library's type stays inside
    """Return a session of an ONNX graph: the same numbers on every run and any processor."""
    import onnxruntime  # slow to import, and needed by one stage only

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    options.add_session_config_entry(*UNSATURATED)
    names, values = _common_words()
    if all(name.encode() in model for name in names):  # a graph must know every name it is given
        options.add_external_initializers(list(names), list(values))
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def _common_words() -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """Return names and values of what stands in a file of its own for all graphs.

    The sessions read these values where they lie, so they stay for as long as the process.
    """
    import onnxruntime

    _, files = read_files(WORDS)
    with np.load(BytesIO(files["words.npz"]), allow_pickle=False) as arrays:
        found = {f"words.{name}": np.ascontiguousarray(arrays[name]) for name in arrays.files}
    names = tuple(sorted(found))
    make = onnxruntime.OrtValue.ortvalue_from_numpy
    return names, tuple(make(found[name]) for name in names)


def _tokenize(definition: bytes) -> Callable[[str], Tokens]:
    split = make_splitter(json.loads(definition)["model"]["vocab"])

    def tokenize(text: str) -> Tokens:
        pieces = split(text)
        return Tokens(pieces.ids, pieces.offsets, pieces.words)

    return tokenize
