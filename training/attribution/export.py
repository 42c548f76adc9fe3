"""Turn a trained model into what ships: two int8 graphs, a tokenizer and a card."""

import json
import shutil
import tempfile
import tomllib
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import torch

from headwater.attribute.tagger_pieces import FEATURES
from training.attribution.model import LEFT, RIGHT, STATE
from training.attribution.train import Model, load_model
from training.graphs import (
    EXAMPLE_PIECES,
    ByteEmbedding,
    Ports,
    digest_of,
    quantise,
    share_words,
    write_graph,
)

FLOAT_LAYERS: Final = ("tags", "project")  # small last layers that stay in 32 bits
FILES: Final = ("encoder.onnx", "head.onnx", "tokenizer.json")
WORDS: Final = "words_v1"  # the folder beside, with the word embedding of all graphs


class Measured(NamedTuple):
    """What dev gave: the calibration fitted to it and the scores at the threshold in use."""

    calibration: tuple[float, ...]
    scores: Mapping[str, float]
    note: str


def export_graphs(model: Model, folder: Path) -> tuple[Path, Path]:
    """Write both parts as 32-bit ONNX graphs."""
    ids = torch.full((1, EXAMPLE_PIECES), 999)
    grows = {name: {1: "pieces"} for name in ("ids", "features", "states", "tags")}
    encoder = write_graph(
        model.encoder,
        (ids, torch.zeros(1, EXAMPLE_PIECES, FEATURES)),
        Ports(("ids", "features"), ("states", "tags"), grows),
        folder / "encoder_32.onnx",
    )
    count, width = 3, LEFT + 1 + RIGHT
    around = torch.zeros(count, width, dtype=torch.int64)
    place = torch.arange(width)[None].repeat(count, 1)
    kind = torch.zeros(count, width)
    kind[:, LEFT] = 1.0
    names = ("rows", "place", "paragraph", "kind", "labels")
    axes = {"states": {0: "words"}, "worth": {0: "cues"}}
    head = write_graph(
        model.reader,
        (torch.ones(50, STATE), around, place, around + 3, kind),
        Ports(
            ("states", *names[:4]),
            ("labels", "worth"),
            axes | {name: {0: "cues", 1: "around"} for name in names},
        ),
        folder / "head_32.onnx",
    )
    return encoder, head


def export(checkpoint: Path, encoder: str, out: Path) -> None:
    """Write graphs and tokenizer of a checkpoint; the word embedding goes to a folder beside."""
    warnings.filterwarnings("ignore")
    model, source = load_model(encoder)
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    model.eval()
    words = model.encoder.words.weight.detach()
    model.encoder.words = ByteEmbedding(words)  # type: ignore[assignment]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        body, head = export_graphs(model, Path(folder))
        quantise(body, out / "encoder.onnx", keep=FLOAT_LAYERS)
        quantise(head, out / "head.onnx", keep=FLOAT_LAYERS)
    share_words(out / "encoder.onnx", out.parent / WORDS)
    shutil.copyfile(source / "tokenizer.json", out / "tokenizer.json")


def read_facts(folder: Path) -> dict[str, str]:
    """Return the plain lines of a card: what the model is and how it came about."""
    card: dict[str, Any] = tomllib.loads((folder / "card.toml").read_text(encoding="utf-8"))
    return {name: value for name, value in card.items() if isinstance(value, str)}


def write_card(folder: Path, facts: Mapping[str, str], measured: Measured) -> None:
    """Write the card of the files in a folder."""
    lines = ["# The attribution model: who said it (source), cue and content.", ""]
    lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items()]
    lines += ["", "[calibration]", "# bias, then a weight for each signal of tagger.propose"]
    lines += [f"weights = {_numbers(measured.calibration)}"]
    lines += ["", "[scores]", f"# {measured.note}"]
    lines += [f"{name} = {value:.3f}" for name, value in measured.scores.items()]
    lines += ["", "[digests]"]
    lines += [f'"{name}" = "{digest_of(folder / name)}"' for name in FILES]
    (folder / "card.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _numbers(numbers: Sequence[float]) -> str:
    """Return numbers as a TOML list, four digits behind the point."""
    return json.dumps([round(number, 4) for number in numbers])
