"""Three short articles about an invented matter, for tests of the command line."""

import json
from pathlib import Path
from typing import Final

ARTICLES: Final = {
    "courier.txt": (
        "Ostrel shipped cranes to Vandar, ministry says\n"
        "The Courier, May 3, 2024\n\n"
        "Ostrel shipped 40 harbour cranes to Vandar last year, the Trade Ministry said on Friday. "
        "The ministry cited customs records of the port of Lisk.\n\n"
        "“We never sold a single crane to Vandar,” Ostrel spokeswoman Ida Brenn said. "
        "Vandar did not respond to a request for comment.\n"
    ),
    "gazette.txt": (
        "Forty cranes went to Vandar\n"
        "The Gazette, May 4, 2024\n\n"
        "Forty harbour cranes were shipped to Vandar by Ostrel last year, according to the Trade "
        "Ministry. Two officials, who spoke on condition of anonymity because the inquiry is "
        "secret, said that Vandar paid more than $12 million for them.\n"
    ),
    "herald.txt": (
        "Vandar deal grows\n"
        "The Herald, May 9, 2024\n\n"
        "Vandar paid $15 million for cranes from Ostrel, the Gazette reported, citing officials. "
        "Customs records show that 44 cranes left the port of Lisk in 2023. "
        "Brenn denied that Ostrel shipped cranes to Vandar.\n"
    ),
}

SIDECAR: Final = {
    "docs": [
        {"file": "courier.txt", "outlet": "The Courier", "published": "2024-05-03"},
        {"file": "gazette.txt", "outlet": "The Gazette", "published": "2024-05-04"},
        {"file": "herald.txt", "outlet": "The Herald", "published": "2024-05-09"},
    ]
}


def write_articles(folder: Path) -> list[Path]:
    """Write the articles and their sidecar into a folder; return the paths of the articles."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "docs.json").write_text(json.dumps(SIDECAR), encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in ARTICLES]
