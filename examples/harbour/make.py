"""Writes the eight invented documents of the example into `inbox/`, each in another format.

    python examples/harbour/make.py

All states, people, outlets and figures are made up.
"""

from __future__ import annotations

import json
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from textwrap import wrap

import docx

INBOX = Path(__file__).resolve().parent / "inbox"

NORTHWIRE = """\
Report says Veldania shipped gyroscopes to Karsovia

By Ilse Brandt

PORT ELSWICK, Veldania, March 11, 2031 (Northwire) — Veldania has shipped at least 400 missile \
gyroscopes to Karsovia through the harbour of Port Elswick, according to a report by the Halden \
Institute published on Tuesday.

The report says the gyroscopes left Veldania aboard the freighter Ansgar between June and \
December 2030. It cites Veldanian customs records, which show that exports of precision \
instruments to Karsovia rose by 83% in 2030 to 41 million crowns.

“This is not ordinary trade,” said Marta Quill, who wrote the report.

Karsovia has been under an arms embargo of the Alder Union since 2028.

The Karsovian embassy in Orsholm did not respond to a request for comment.

(Reporting by Ilse Brandt in Port Elswick; editing by Tom Ferro)

© 2031 Northwire
"""

TRIBUNE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Gyroscopes went to Karsovia through Port Elswick, report finds | The Tidewater Tribune</title>
<meta property="og:site_name" content="The Tidewater Tribune">
<meta property="og:title" content="Gyroscopes went to Karsovia through Port Elswick, report finds">
<meta property="article:published_time" content="2031-03-12T06:30:00+01:00">
<meta name="author" content="Northwire">
</head>
<body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article>
<h1>Gyroscopes went to Karsovia through Port Elswick, report finds</h1>
<p>PORT ELSWICK (Northwire) — Veldania has shipped at least 400 missile gyroscopes to Karsovia
through the harbour of Port Elswick, according to a report by the Halden Institute published on
Tuesday.</p>
<p>The report says the gyroscopes left Veldania aboard the freighter Ansgar between June and
December 2030. It cites customs records of Veldania, which show that exports of precision
instruments to Karsovia rose by 83% in 2030.</p>
<p>“This is not ordinary trade,” said Marta Quill, who wrote the report.</p>
<p>The Karsovian embassy in Orsholm did not respond to a request for comment.</p>
</article>
<footer>Copyright 2031 The Tidewater Tribune</footer>
</body>
</html>
"""

LEDGER = """\
Twice and thrice the cargo: officials raise the count of gyroscopes for Karsovia

By Anton Wray
March 14, 2031

LARKSPUR — Two Alder Union officials said that Veldania had delivered about 1,200 gyroscopes to \
Karsovia since last summer. They spoke on the condition of anonymity because the assessment is \
secret.

One of the officials said that the office of Prime Minister Olen Marsk had approved the deliveries.

A cargo manifest obtained by The Larkspur Ledger shows that the Ansgar carried 36 crates marked \
“ship compasses” to the Karsovian port of Drenik on October 9. An employee of the port authority \
leaked the manifest.

The gyroscopes steer the rockets that Karsovia fires at Lorvale, said Marta Quill of the Halden \
Institute, whose study “Quiet Cargo” first described the trade. The study put the number of \
gyroscopes at 400 or more.

Veldania’s Ministry of Trade denied that guidance equipment had been sent to Karsovia.

Mr. Marsk’s office declined to say whether it had approved the deliveries.

Copyright © 2031 The Larkspur Ledger, LLC.
"""

STATEMENT = """\
The Ministry of Trade of Veldania rejects the accusations published this week.

Veldania has not delivered gyroscopes or any other guidance equipment to Karsovia, said \
spokeswoman Petra Lund.

According to the national customs office, exports of precision instruments to Karsovia were worth \
41 million crowns in 2030. The goods were ship compasses and medical scales, the ministry said.

“Our companies obey the embargo,” Ms. Lund said.
"""

MERIDIAN = (
    "Doubts grow over Veldania’s harbour",
    "By Rosa Keel",
    "16 March 2031",
    "Veldania supplied Karsovia with about 1,200 gyroscopes for rockets, according to people "
    "briefed on an Alder Union assessment. They asked not to be named because they were not "
    "allowed to discuss it.",
    "A second ship, the Brisa, was unloaded at night in the Karsovian port of Drenik last month, "
    "the Port Elswick Gazette reported.",
    "Customs data show that Veldania’s exports of precision instruments to Karsovia almost doubled "
    "last year. The data were first described by the Halden Institute.",
    "Soldiers guarded the Ansgar in October, said Emil Tarn, a harbour pilot.",
    "Veldania denies the accusations. “Not a single gyroscope has left our country for Karsovia,” "
    "Prime Minister Olen Marsk told parliament on Saturday.",
    "The Alder Union will impose new sanctions on the port in April, said its foreign policy "
    "chief, Dana Holt.",
    "© 2031 Meridian Post",
)

GAZETTE = (
    "Night ship in Drenik raises questions at our harbour",
    "By Nils Oda",
    "18 March 2031",
    "The freighter Brisa was unloaded at night in the Karsovian port of Drenik in February, the "
    "Meridian Post has reported.",
    "The port authority would not say whether the Brisa had called at Port Elswick. “We do not "
    "comment on single ships,” said harbour master Greta Sund.",
    "According to the Halden paper, at least 400 gyroscopes passed through our harbour last year.",
    "Exports of precision instruments to Karsovia rose by 83 percent in 2030, according to figures "
    "of the customs office.",
    "Nora Feld, a crane driver, told the Gazette that soldiers had guarded the Ansgar in October.",
    "© 2031 Port Elswick Gazette",
)

WATCH = {
    "id": "harbour-watch-31",
    "title": "Two thousand gyroscopes and counting",
    "outlet": "Harbour Watch",
    "date": "2031-03-20",
    "url": "https://harbour-watch.example/31",
    "text": (
        "Veldania has sent more than 2,000 gyroscopes to Karsovia, the Halden Institute has "
        "found.\n\n"
        "The office of Prime Minister Olen Marsk approved the deliveries, The Larkspur Ledger "
        "reported last week, citing an Alder Union official.\n\n"
        "Dana Holt, the Alder Union’s foreign policy chief, said that new sanctions on the port "
        "would follow in April."
    ),
}

CLEARWATER = """\
---
title: "Fact check: Did Veldania send 2,000 gyroscopes to Karsovia?"
outlet: Clearwater Check
author: Jun Abara
date: 2031-03-25
---

# Fact check: Did Veldania send 2,000 gyroscopes to Karsovia?

**Claim:** Veldania has sent more than 2,000 gyroscopes to Karsovia, the newsletter \
[Harbour Watch](https://harbour-watch.example/31) wrote on March 20.

**Verdict:** False. The report of the Halden Institute, “Quiet Cargo”, counts at least 400 \
gyroscopes. “We never gave a figure of 2,000,” its author, Marta Quill, told Clearwater Check.

Anonymous officials have spoken of about 1,200 gyroscopes, according to The Larkspur Ledger. \
Clearwater Check could not verify that figure.

Customs records of Veldania show that exports of precision instruments to Karsovia rose by 83% to \
41 million crowns in 2030. The records do not show what the goods were.

Veldania has denied the deliveries.
"""

PAGE_WIDTH = 86  # characters of Helvetica 11 on a line of A4
LEADING, GAP, TOP, LEFT = 14, 22, 790, 60  # points


def write_pdf(paragraphs: tuple[str, ...], width: int = PAGE_WIDTH) -> bytes:
    """A PDF of one page: paragraphs set in Helvetica, words broken at line ends."""
    commands, height = ["BT /F1 11 Tf"], TOP
    for paragraph in paragraphs:
        for line in hyphenate(wrap(paragraph, width)):
            words = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            commands.append(f"1 0 0 1 {LEFT} {height} Tm ({words}) Tj")
            height -= LEADING
        height -= GAP - LEADING
    stream = "\n".join([*commands, "ET"]).encode("cp1252")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        font,
    ]
    return assemble(objects)


def hyphenate(lines: list[str]) -> list[str]:
    """Break the word `gyroscopes` at a line end where the line before has room."""
    for at in range(1, len(lines)):
        if lines[at].startswith("gyroscopes") and len(lines[at - 1]) < PAGE_WIDTH - len(" gyro-"):
            lines[at - 1] += " gyro-"
            lines[at] = lines[at].removeprefix("gyro")
    return lines


def assemble(objects: list[bytes]) -> bytes:
    """The objects as a PDF file, with its table of offsets."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    )


def write_mail() -> bytes:
    """The press statement as a mail message."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Statement on reports about exports to Karsovia"
    message["From"] = "Ministry of Trade of Veldania <press@trade.veldania.example>"
    message["To"] = "newsrooms@list.example"
    message["Date"] = "Sat, 15 Mar 2031 09:00:00 +0100"
    message["Message-ID"] = "<2031-03-15@trade.veldania.example>"
    message.set_content(STATEMENT, cte="8bit")
    return message.as_bytes()


def write_docx(path: Path) -> None:
    """The Gazette's story as a Word file."""
    story = docx.Document()
    story.add_paragraph(GAZETTE[0], style="Title")
    for paragraph in GAZETTE[1:]:
        story.add_paragraph(paragraph)
    story.core_properties.author = ""
    story.save(str(path))


def main() -> None:
    """Write all eight documents."""
    INBOX.mkdir(exist_ok=True)
    texts = {"northwire.txt": NORTHWIRE, "tribune.html": TRIBUNE, "ledger.txt": LEDGER}
    texts |= {"clearwater.md": CLEARWATER}
    texts |= {"harbour-watch.jsonl": json.dumps(WATCH, ensure_ascii=False) + "\n"}
    for name, text in texts.items():
        (INBOX / name).write_text(text, encoding="utf-8", newline="\n")
    (INBOX / "meridian.pdf").write_bytes(write_pdf(MERIDIAN))
    (INBOX / "statement.eml").write_bytes(write_mail())
    write_docx(INBOX / "gazette.docx")


if __name__ == "__main__":
    main()
