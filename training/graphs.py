"""Trained models as ONNX graphs with one byte a weight."""

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

OPSET: Final = 17
EXAMPLE_PIECES: Final = 40
COMMON: Final = ("words.scale", "words.table")  # the same in every graph, as words are not trained


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


class Ports(NamedTuple):
    """Names of a graph's inputs and outputs, and the names of their axes that may grow."""

    inputs: Sequence[str]
    outputs: Sequence[str]
    axes: Mapping[str, Mapping[int, str]]


def write_graph(model: nn.Module, example: tuple[Tensor, ...], ports: Ports, out: Path) -> Path:
    """Write a model as a 32-bit graph and return where it lies."""
    torch.onnx.export(
        model,
        example,
        str(out),
        input_names=list(ports.inputs),
        output_names=list(ports.outputs),
        dynamic_axes={name: dict(axes) for name, axes in ports.axes.items()},
        opset_version=OPSET,
        dynamo=False,
    )
    return out


def quantise(graph: Path, out: Path, *, keep: Sequence[str] = ()) -> None:
    """Make the matrices one byte a value, a scale a column; activations unsigned.

    Args:
        graph: In 32 bits.
        out: Where to write.
        keep: Layers that stay in 32 bits: small last ones, on which all hangs.
    """
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(graph), str(ready), skip_symbolic_shape=True)
        kept = [
            node.name
            for node in onnx.load(str(ready)).graph.node
            if node.op_type in {"MatMul", "Gemm"} and any(f"/{part}/" in node.name for part in keep)
        ]
        quantize_dynamic(
            str(ready),
            str(out),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=kept,
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
