"""Turn a checkpoint of the reader into the shipped weights: an int8 ONNX graph and a vocabulary.

    python -m training.link.export --checkpoint FILE --out src/headwater/weights/link_v1
"""

import argparse
import json
import tempfile
import warnings
from pathlib import Path
from typing import Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.attribution.export import ByteEmbedding, share_words
from training.link.model import Reader, load_reader

OPSET: Final = 17
EXAMPLE_PIECES: Final = 40


def export_graph(model: Reader, out: Path) -> None:
    """Write the reader for one pair at a time as a 32-bit ONNX graph."""
    ids = torch.randint(999, 20000, (1, EXAMPLE_PIECES))
    kinds = torch.zeros(1, EXAMPLE_PIECES, dtype=torch.int64)
    torch.onnx.export(
        model,
        (ids, kinds),
        str(out),
        input_names=["ids", "kinds"],
        output_names=["labels"],
        dynamic_axes={"ids": {1: "pieces"}, "kinds": {1: "pieces"}},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(graph: Path, out: Path) -> None:
    """Make the matrices one byte a value, a scale a column; the last layer stays in 32 bits."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(graph), str(ready), skip_symbolic_shape=True)
        nodes = onnx.load(str(ready)).graph.node
        keep = [n.name for n in nodes if n.op_type in {"MatMul", "Gemm"} and "/labels/" in n.name]
        quantize_dynamic(
            str(ready),
            str(out),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=keep,
            extra_options={"MatMulConstBOnly": True},
        )


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore")
    model, source = load_reader()
    if arguments.checkpoint:
        model.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    model.eval()
    model.words = ByteEmbedding(model.words.weight.detach())  # type: ignore[assignment]
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        export_graph(model, Path(folder) / "reader_32.onnx")
        quantise(Path(folder) / "reader_32.onnx", arguments.out / "reader.onnx")
    share_words(arguments.out / "reader.onnx", arguments.out.parent / "words_v1")
    pieces = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    listed = sorted(pieces, key=lambda piece: pieces[piece])
    (arguments.out / "pieces.txt").write_text("\n".join(listed), encoding="utf-8")


if __name__ == "__main__":
    main()
