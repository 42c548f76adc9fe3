"""Turn a checkpoint of the reader into the shipped weights: an int8 ONNX graph and a vocabulary.

python -m training.link.export --checkpoint FILE --out src/headwater/weights/link_v1
"""

import argparse
import json
import tempfile
import warnings
from pathlib import Path

import torch

from training.graphs import (
    EXAMPLE_PIECES,
    ByteEmbedding,
    Ports,
    quantise,
    share_words,
    write_graph,
)
from training.link.model import Reader, load_reader


def export_graph(model: Reader, out: Path) -> Path:
    """Write the reader for one pair at a time as a 32-bit ONNX graph."""
    ids = torch.randint(999, 20000, (1, EXAMPLE_PIECES))
    kinds = torch.zeros(1, EXAMPLE_PIECES, dtype=torch.int64)
    ports = Ports(("ids", "kinds"), ("labels",), {"ids": {1: "pieces"}, "kinds": {1: "pieces"}})
    return write_graph(model, (ids, kinds), ports, out)


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
        graph = export_graph(model, Path(folder) / "reader_32.onnx")
        quantise(graph, arguments.out / "reader.onnx", keep=("labels",))
    share_words(arguments.out / "reader.onnx", arguments.out.parent / "words_v1")
    pieces = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    listed = sorted(pieces, key=lambda piece: pieces[piece])
    (arguments.out / "pieces.txt").write_text("\n".join(listed), encoding="utf-8")


if __name__ == "__main__":
    main()
