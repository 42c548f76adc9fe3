"""Small good documents of every format, made in memory, and ways to spoil them."""

import io
import json
import random
import zipfile
from collections.abc import Iterator, Mapping
from email.message import EmailMessage

import docx
from examples.harbour.make import assemble, write_pdf

TITLE = "Ferry fares rise in Quillhaven"
BODY = (
    "The ferries of Quillhaven will cost a tenth more from May, the harbour board said on Monday.",
    "“Fuel is dear,” said Ada Penn, who chairs the board. She did not say when fares might fall.",
    "Passengers told the board that 40 people a day now drive round the bay instead.",
)
TEXT = "\n\n".join((TITLE, *BODY)) + "\n"


def make_docx(*paragraphs: str, title: str = TITLE) -> bytes:
    """A Word file with a title and paragraphs."""
    story = docx.Document()
    story.add_paragraph(title, style="Title")
    for paragraph in paragraphs or BODY:
        story.add_paragraph(paragraph)
    out = io.BytesIO()
    story.save(out)
    return out.getvalue()


def make_mail(body: str = "\n\n".join(BODY), **headers: str) -> EmailMessage:
    """A mail message."""
    message = EmailMessage()
    defaults = {
        "Subject": TITLE,
        "From": "Harbour Board of Quillhaven <board@quillhaven.example>",
        "Date": "Mon, 03 Nov 2031 23:10:00 -0500",
    }
    for name, value in {**defaults, **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message


def make_html(
    *, head: str = "", title: str = TITLE, body: tuple[str, ...] = BODY, foot: str = ""
) -> bytes:
    """A page with a menu, an article and a footer."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    page = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/sea'>Sea</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>{foot}</footer></body></html>"
    )
    return page.encode()


def make_zip(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def make_lines(*rows: object) -> bytes:
    """JSON lines."""
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def make_good() -> dict[str, bytes]:
    """One good file of each format."""
    return {
        "good.txt": TEXT.encode(),
        "good.md": f"---\ntitle: {TITLE}\n---\n\n# {TITLE}\n\n{BODY[0]}\n".encode(),
        "good.html": make_html(),
        "good.pdf": write_pdf((TITLE, *BODY)),
        "good.docx": make_docx(),
        "good.eml": make_mail().as_bytes(),
        "good.jsonl": make_lines({"text": TEXT, "title": TITLE}, {"text": BODY[1]}),
        "good.zip": make_zip({"a.txt": TEXT.encode(), "b.html": make_html()}),
        "good.mhtml": (
            b"MIME-Version: 1.0\r\nSnapshot-Content-Location: https://quay.example/fares\r\n"
            b'Content-Type: multipart/related; boundary="xx"\r\n\r\n--xx\r\n'
            b"Content-Type: text/html; charset=utf-8\r\n\r\n" + make_html() + b"\r\n--xx--\r\n"
        ),
    }


def spoil(name: str, data: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield spoilt versions of a good file."""
    for share in (0.02, 0.2, 0.5, 0.8, 0.95, 0.999):
        yield f"cut-{share}-{name}", data[: int(len(data) * share)]
    for count in (1, 5, 50, 500):
        flipped = bytearray(data)
        for _ in range(count):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        yield f"flip-{count}-{name}", bytes(flipped)
    for size in (16, 256):
        at = chance.randrange(len(data))
        yield f"hole-{size}-{name}", data[:at] + b"\x00" * size + data[at + size :]
        yield f"gone-{size}-{name}", data[:at] + data[at + size :]
        yield f"noise-{size}-{name}", data[:at] + chance.randbytes(size) + data[at:]
    yield f"twice-{name}", data + data
    yield f"head-{name}", chance.randbytes(64) + data
    yield f"tail-{name}", data + chance.randbytes(4096)
    yield f"reversed-{name}", data[::-1]


def make_odd(chance: random.Random) -> dict[str, bytes]:
    """Files that are wrong in a known way."""
    bomb = make_zip({"bomb.txt": b"a" * 50_000_000})
    nested = make_zip({"in.txt": b"The innermost text of all."})
    for _ in range(6):
        nested = make_zip({"in.zip": nested})
    locked = bytearray(make_zip({"a.txt": TEXT.encode()}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    laughs = (
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "'
        + b"&a;" * 10
        + b'">'
        + b"".join(b'<!ENTITY %c "%b">' % (99 + n, b"&%c;" % (98 + n) * 10) for n in range(10))
        + b"]><d>&l;</d>"
    )
    members = dict.fromkeys(("[Content_Types].xml", "_rels/.rels", "word/document.xml"), b"")
    endless = assemble(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 9999 >>"]
    )
    return {
        "empty.txt": b"",
        "empty.pdf": b"",
        "empty.docx": b"",
        "empty.zip": make_zip({}),
        "blank.txt": b" \n\t\r\n \n",
        "nul.txt": b"\x00" * 4096,
        "nul-inside.txt": b"The board met.\x00\x00\x00 It broke up." * 9,
        "noise.txt": chance.randbytes(5000),
        "noise.html": chance.randbytes(5000),
        "noise.eml": chance.randbytes(5000),
        "noise.pdf": b"%PDF-1.7\n" + chance.randbytes(5000),
        "noise.zip": b"PK\x03\x04" + chance.randbytes(5000),
        "picture.txt": b"\x89PNG\r\n\x1a\n" + chance.randbytes(900),
        "program": b"\x7fELF" + chance.randbytes(900),
        "marks.txt": b"!!! ... ??? --- ***",
        "cp1252.txt": "The board’s “café” is dear, said José Peña.".encode("cp1252"),
        "utf16.txt": TEXT.encode("utf-16"),
        "utf16-bare.txt": TEXT.encode("utf-16-le"),
        "utf32.txt": TEXT.encode("utf-32"),
        "utf16-cut.txt": TEXT.encode("utf-16")[:101],
        "shift-jis.txt": "港の料金が上がると委員会は月曜日に述べた。".encode("shift-jis"),
        "koi8.txt": "Паром подорожает в мае, сообщили в порту".encode("koi8-r"),
        "half-mark.txt": b"\xef\xbb",
        "mark-only.txt": b"\xef\xbb\xbf",
        "surrogates.txt": b"The board \xed\xa0\x80 met on Monday.",
        "one-line.txt": b"word " * 200_000,
        "brackets.json": b"[" * 100_000,
        "brackets.jsonl": b'{"a":' * 50_000 + b"\n" + make_lines({"text": "The board met."}),
        "lines.jsonl": b'{"text": 7}\nnull\n[]\n{"text": ""}\n"text"\n{"text": "\\ud800 met."}\n{',
        "wrong-types.jsonl": make_lines(
            {"text": "The board met.", "title": {"x": 1}, "date": [1, 2], "outlet": 5, "id": None},
            {"text": "It met again.", "date": {"from": "no", "to": None}, "byline": [{}, [], 3]},
        ),
        "deep-lists.jsonl": b'{"text": "The board met.", "author": %b1%b}\n'
        % (b"[" * 600, b"]" * 600),
        "deep-names.html": make_html(
            head='<script type=\'application/ld+json\'>{"@type": "Article", "author": '
            + '{"name": ' * 400
            + "1"
            + "}" * 401
            + "</script>"
        ),
        "deep.html": b"<html><body>" + b"<div>" * 50_000 + b"deep" + b"</div>" * 50_000,
        "open.html": b"<html><body>" + b"<b><i><div>" * 20_000 + b"The board met.",
        "no-text.html": b"<html><head><title>x</title></head><body><img src='a.png'></body></html>",
        "ld.html": make_html(head="<script type='application/ld+json'>{\"@graph\": [[[</script>"),
        "ld-deep.html": make_html(
            head=f"<script type='application/ld+json'>{'[' * 50_000}</script>"
        ),
        "charset.html": make_html(head="<meta charset='no-such-code'>"),
        "xml.html": b"<?xml version='1.0' encoding='utf-16'?>" + make_html(),
        "entities.html": laughs,
        "laughs.docx": make_zip({**members, "word/document.xml": laughs}),
        "no-parts.docx": make_zip({"word/document.xml": b"<x/>"}),
        "not-a.docx": TEXT.encode(),
        "sheet.xlsx": make_zip({"xl/workbook.xml": b"<x/>"}),
        "sheet.docx": make_zip({"xl/workbook.xml": b"<x/>"}),
        "old.doc": b"\xd0\xcf\x11\xe0" + chance.randbytes(900),
        "letter.rtf": b"{\\rtf1 The board met.}",
        "bomb.zip": bomb,
        "nested.zip": nested,
        "locked.zip": bytes(locked),
        "many.zip": make_zip({f"{n}.txt": b"The board met. %d" % n for n in range(300)}),
        "paths.zip": make_zip({"../../up.txt": b"Going up.", "/abs.txt": b"From the root."}),
        "mixed.zip": make_zip({"a.pdf": b"%PDF-", "b.txt": TEXT.encode(), "c.docx": b"PK"}),
        "broken-docs.zip": make_zip({"a.txt": TEXT.encode(), "docs.json": b"{"}),
        "bomb.docx": make_zip({"word/document.xml": b"<a/>" * 12_000_000}),
        "blank.pdf": write_pdf(()),
        "endless.pdf": endless,
        "locked.pdf": write_pdf((TEXT,)).replace(
            b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) >>"
        ),
        "no-body.eml": b"Subject: x\r\nFrom: y\r\n\r\n",
        "no-headers.eml": b"\r\n\r\n",
        "bad-codes.eml": b"Subject: =?utf-8?B?////?=\r\nFrom: <<<>\r\nDate: never\r\n"
        b"Content-Type: text/plain; charset=nope\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@@",
        "boundary.eml": b"Subject: x\r\nContent-Type: multipart/mixed\r\n\r\n--\r\n\r\n",
        "headers.eml": b"X-A: b\r\n" * 20_000 + b"\r\nThe board met.",
        "parts.eml": b'Content-Type: multipart/mixed; boundary="a"\r\n\r\n'
        + b'--a\r\nContent-Type: multipart/mixed; boundary="a"\r\n\r\n' * 500,
        "front.md": b"---\ntitle: [\n---\n\nThe board met.",
        "front-toml.md": b"+++\ntitle = \n+++\n\nThe board met.",
        "front-only.md": b"---\ntitle: x\n---\n",
        "judgements.jsonl": b'{"id": 1}\nnot json\n',
        "docs.json": b'{"docs": 3}',
    }
