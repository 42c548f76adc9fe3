"""Train the attribution model on PolNeAR: a fixed number of steps, so that a run repeats.

`training.attribution.build` calls this; the weights after every epoch are kept as `epoch_N.pt`.
"""

import logging
import random
from pathlib import Path
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.batches import IGNORED, Windows, candidates_of, cues_of, windows_of
from training.attribution.data import Article, Crop, batches_of, epoch_crops
from training.attribution.model import CueReader, Encoder
from training.encoder import load_bert, open_encoder

log = logging.getLogger("train")

WINDOW: Final = 382  # pieces of a window besides its two special ones
BATCH: Final = 2400  # pieces of a batch
ENCODER_RATE: Final = 2.5e-4
HEAD_RATE: Final = 1e-3
LAYER_DECAY: Final = 0.9
WARM_UP: Final = 0.06  # of all steps
AVERAGE_STEPS: Final = 250  # the averaged weights look back about this far
SHOWN_EVERY: Final = 20  # steps
TAG_WEIGHTS: Final = (0.5, 1.0, 0.5)  # of source, cue and content tags in the loss


class Model(nn.Module):
    """Both parts together, so that they are trained and saved as one."""

    def __init__(self, config: dict[str, int]) -> None:
        super().__init__()
        self.encoder = Encoder(config)
        self.reader = CueReader()


def groups_of(model: Model) -> list[dict[str, object]]:
    """Return the optimizer's groups; lower layers learn more slowly, words not at all."""
    depth = len(model.encoder.layers)
    rates: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if name == "encoder.words.weight":
            parameter.requires_grad_(requires_grad=False)
            continue
        rate = HEAD_RATE
        if name.startswith("encoder.layers."):
            rate = ENCODER_RATE * LAYER_DECAY ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.positions", "encoder.kinds", "encoder.norm")):
            rate = ENCODER_RATE * LAYER_DECAY**depth
        rates.setdefault(rate, []).append(parameter)
    return [{"params": params, "lr": rate, "peak": rate} for rate, params in rates.items()]


def tag_loss(tags: Tensor, gold: Tensor) -> Tensor:
    """Return the tags' loss per word that has the role, weighted over the roles."""
    total = tags.new_zeros(())
    for column, weight in enumerate(TAG_WEIGHTS):
        logits = tags[..., 3 * column : 3 * column + 3].reshape(-1, 3)
        wanted = gold[..., column].reshape(-1)
        loss = functional.cross_entropy(logits, wanted, ignore_index=IGNORED, reduction="sum")
        total = total + weight * loss / ((wanted > 0).sum() + 5)
    return total


def loss_of(
    model: Model, crops: list[Crop], windows: Windows, rng: random.Random
) -> tuple[Tensor, tuple[float, float, float]]:
    """Return the loss of a batch and its parts (tags, labels, worth)."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states, tags = model.encoder(windows.ids, windows.features, windows.mask.bfloat16())
    rows = torch.arange(len(crops))[:, None]
    states, tags = states[rows, windows.first], tags[rows, windows.first].float()
    tagged = tag_loss(tags, windows.tags)
    chosen = candidates_of(crops, tags[..., 3:6].detach().numpy(), rng)
    if not chosen:
        return tagged, (tagged.item(), 0.0, 0.0)
    width = windows.first.shape[1]
    cues = cues_of(crops, chosen, width)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        flat = states.reshape(len(crops) * width, -1)
        labels, worth = model.reader(flat, cues.index, cues.place, cues.paragraph, cues.kind)
    wanted = cues.labels.reshape(-1)
    label = functional.cross_entropy(
        labels.float().reshape(wanted.shape[0], -1), wanted, ignore_index=IGNORED, reduction="sum"
    ) / ((wanted > 0).sum() + 5)
    worthy = functional.binary_cross_entropy_with_logits(worth.float(), cues.worth)
    return tagged + 1.5 * label + 0.5 * worthy, (tagged.item(), label.item(), worthy.item())


def rate_at(progress: float) -> float:
    """Return the share of the peak rate: warm-up, then down to nothing."""
    if progress < WARM_UP:
        return progress / WARM_UP
    return max(0.0, (1.0 - progress) / (1.0 - WARM_UP))


class Average:
    """Running mean of the weights."""

    def __init__(self, model: Model) -> None:
        self.count = 0
        self.values = {n: p.detach().clone() for n, p in model.named_parameters()}

    def add(self, model: Model) -> None:
        """Move the mean towards the weights; early steps are forgotten sooner."""
        self.count += 1
        share = max(1.0 / AVERAGE_STEPS, 1.0 / (self.count + 1))
        for name, parameter in model.named_parameters():
            if parameter.requires_grad:
                self.values[name].lerp_(parameter.detach(), share)


def load_model(name: str) -> tuple[Model, Path]:
    """Return an untrained model on a BERT-like checkpoint, and the checkpoint's folder."""
    start = open_encoder(name)
    model = Model(start.config)
    load_bert(model.encoder, start.weights)
    return model, start.folder


class Plan(NamedTuple):
    """What decides a run, besides the texts.

    Attributes:
        encoder: Checkpoint to start from.
        seed: Of everything that is drawn.
        epochs: Passes over the texts; the learning rate falls to nothing at the end of the last.
        threads: Of torch; sums are added in another order by another number.
    """

    encoder: str
    seed: int
    epochs: int
    threads: int


def train(plan: Plan, parts: tuple[list[Article], list[Article]], out: Path) -> list[Path]:
    """Train and return the weights after each epoch, averaged over the last steps.

    Args:
        plan: What to do.
        parts: The articles as they are, and with straight quotation marks.
        out: Folder for the weights.
    """
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    torch.use_deterministic_algorithms(mode=True)
    rng = random.Random(plan.seed)
    model, _ = load_model(plan.encoder)
    optimizer = torch.optim.AdamW(groups_of(model), weight_decay=0.01, betas=(0.9, 0.98))
    average = Average(model)
    model.train()
    epochs = [batches_of(epoch_crops(*parts, rng, WINDOW), rng, BATCH) for _ in range(plan.epochs)]
    total, step, saved = sum(map(len, epochs)), 0, []
    for number, batches in enumerate(epochs, 1):
        for crops in batches:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate_at(step / total)
            loss, parts_of_loss = loss_of(model, crops, windows_of(crops), rng)
            _step(model, optimizer, loss)
            average.add(model)
            step += 1
            if step % SHOWN_EVERY == 0:
                shown = " ".join(f"{part:.3f}" for part in parts_of_loss)
                log.info("step %d of %d: %s", step, total, shown)
        saved.append(out / f"epoch_{number}.pt")
        torch.save(average.values, saved[-1])
    return saved


def _step(model: Model, optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """Move the weights against the loss."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
    optimizer.step()
