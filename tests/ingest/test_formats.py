"""One reader at a time: text, title, what the format states, what it sets aside."""

import io
import json

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from examples.harbour.make import write_pdf
from tests.ingest.build import BODY, TITLE, make_docx, make_html, make_lines, make_mail

from headwater.ingest import ingest
from headwater.ingest.raw import RawFile
from headwater.model.document import Document

FIELDS = ("title", "outlet", "byline", "agency", "dateline", "published", "url", "language")


def read(name: str, data: bytes) -> Document:
    found = ingest([RawFile(name=name, data=data)])
    assert not found.failures
    return found.documents[0]


def stated(document: Document) -> dict[str, tuple[str, str]]:
    told = {field: getattr(document, field) for field in FIELDS}
    return {name: (t.value, t.given_by) for name, t in told.items() if t is not None}


@pytest.mark.parametrize(
    "text",
    [
        "The board met.\r\n\r\nIt broke up.\r\n",
        "  The board met.\n\n\n\tIt broke up.  ",
        "The board met.\rIt broke up.\x0cIt met again.\u2028It broke up.",
        "Die Behörde – “ja” – naïve 港 🚢 met.\n",
    ],
)
def test_plain_text_is_kept_to_the_character(text: str) -> None:
    assert read("a.txt", text.encode()).text == text
    assert read("a.txt", b"\xef\xbb\xbf" + text.encode()).text == text


def test_front_matter_of_plain_text_is_set_aside_where_it_stands() -> None:
    text = "---\noutlet: The Quay Times\ndate: 4 Nov 2031\n---\nThe board met on Monday.\n"
    document = read("a.txt", text.encode())
    assert document.text == text
    assert stated(document) == {
        "outlet": ("The Quay Times", "front-matter"),
        "published": ("2031-11-04", "front-matter"),
    }
    assert document.asides[0].span.cut(text) == text[: text.index("The board")]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "---\ntitle: 'Fares'\nauthors:\n  - Jo Marlow\n  - Sam Pell\n---\n",
            "Jo Marlow, Sam Pell",
        ),
        ("---\ntitle: Fares\nauthor: [Jo Marlow, Sam Pell]\n---\n", "Jo Marlow, Sam Pell"),
        ('+++\ntitle = "Fares"\nauthor = "Jo Marlow"\n+++\n', "Jo Marlow"),
    ],
)
def test_front_matter_of_markdown(front: str, expected: str) -> None:
    document = read("a.md", f"{front}\n# Fares\n\nThe board met.\n".encode())
    assert document.text == "Fares\n\nThe board met."
    assert document.byline is not None
    assert document.byline.value == expected
    assert document.title is not None
    assert document.title.span is not None


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Fares** rise, *again*, in `May`", "Fares rise, again, in May"),
        ("The [board](https://quay.example/b) met", "The board met"),
        ("![crane](a.png)The board met", "The board met"),
        ("> “Fuel is dear”", "“Fuel is dear”"),
        ("- fuel\n- wages", "fuel\nwages"),
        ("2 * 3 * 4 and snake_case_name stay", "2 * 3 * 4 and snake_case_name stay"),
        ("No. 5\\. is kept", "No. 5. is kept"),
    ],
)
def test_marks_of_markdown_go(marked: str, plain: str) -> None:
    assert read("a.md", marked.encode()).text == plain


def test_a_page_states_its_masthead_in_json_ld() -> None:
    node = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": TITLE,
                "datePublished": "2031-11-04T23:30:00-05:00",
                "author": [{"@type": "Person", "name": "Jo Marlow"}, {"name": "Reuters"}],
                "publisher": {"@type": "Organization", "name": "The Quay Times"},
                "mainEntityOfPage": {"@id": "https://quay.example/fares"},
            },
        ],
    }
    script = f"<script type='application/ld+json'>{json.dumps(node)}</script>"
    assert stated(read("a.html", make_html(head=script))) == {
        "title": (TITLE, "html:json-ld:headline"),
        "outlet": ("The Quay Times", "html:json-ld:publisher"),
        "byline": ("Jo Marlow, Reuters", "html:json-ld:author"),
        "agency": ("Reuters", "html:json-ld:author"),
        "published": ("2031-11-04", "html:json-ld:published"),
        "url": ("https://quay.example/fares", "html:json-ld:url"),
        "language": ("en", "text:function-words"),
    }


def test_a_page_states_its_masthead_in_meta_tags() -> None:
    head = (
        f"<title>{TITLE} | The Quay Times</title>"
        "<meta property='og:site_name' content='The Quay Times'>"
        "<meta property='article:published_time' content='2031-11-04'>"
        "<meta name='author' content='By Jo Marlow'>"
        "<link rel='canonical' href='https://quay.example/fares'>"
    )
    told = stated(read("page", make_html(head=head)))
    assert told["title"] == (TITLE, "html:h1")
    assert told["outlet"] == ("The Quay Times", "html:og:site_name")
    assert told["byline"] == ("Jo Marlow", "html:author")
    assert told["published"] == ("2031-11-04", "html:article:published_time")
    assert told["url"] == ("https://quay.example/fares", "html:canonical")


def test_a_page_gives_its_title_first_and_its_paragraphs() -> None:
    document = read("a.html", make_html(foot="© 2031 The Quay Times"))
    assert document.text == "\n\n".join((TITLE, *BODY))
    assert document.title is not None
    assert document.title.span is not None
    assert document.title.span.cut(document.text) == TITLE


def test_a_known_address_names_the_outlet() -> None:
    head = "<!-- saved from url=(0042)https://www.reuters.com/world/fares --><title>x</title>"
    document = read("a.html", make_html(head=head))
    assert stated(document)["outlet"] == ("Reuters", "lexicon:sites")


def test_an_agency_is_no_agency_on_its_own_page() -> None:
    head = "<meta property='og:site_name' content='Reuters'>"
    body = ("QUILLHAVEN, Nov 4 (Reuters) - " + BODY[0], *BODY[1:])
    document = read("a.html", make_html(head=head, body=body))
    assert document.outlet is not None
    assert document.agency is None


def test_pdf_lines_become_paragraphs_and_broken_words_whole() -> None:
    paragraphs = (TITLE, "By Jo Marlow", BODY[0], "The gyroscopes " * 30, BODY[2])
    document = read("a.pdf", write_pdf(paragraphs))
    assert document.text == "\n\n".join(" ".join(p.split()) for p in paragraphs)
    assert stated(document)["byline"] == ("Jo Marlow", "text")


def test_word_paragraphs_and_title() -> None:
    document = read("a.docx", make_docx("By Jo Marlow", *BODY))
    assert document.text == "\n\n".join((TITLE, "By Jo Marlow", *BODY))
    assert stated(document)["title"] == (TITLE, "docx:Title")


def test_word_reads_controls_tables_and_insertions() -> None:
    story = docx.Document()
    story.add_paragraph("The board met.")
    row = story.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "Fare", "4 crowns"
    body = story.element.body
    body.insert(
        1,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>It rose</w:t></w:r>"
            "<w:ins><w:r><w:t xml:space='preserve'> at noon</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText> at ten</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt>"
        ),
    )
    out = io.BytesIO()
    story.save(out)
    assert (
        read("a.docx", out.getvalue()).text
        == "The board met.\n\nIt rose at noon\n\nFare | 4 crowns"
    )


def test_mail_states_subject_sender_and_day() -> None:
    document = read("a.eml", make_mail().as_bytes())
    assert document.text == "\n\n".join((TITLE, *BODY))
    told = stated(document)
    assert told["title"] == (TITLE, "mail:Subject")
    assert told["published"] == ("2031-11-03", "mail:Date")
    assert told["outlet"] == ("Harbour Board of Quillhaven", "mail:From")


def test_lines_broken_by_mail_software_are_joined() -> None:
    body = (
        "The ferries of Quillhaven will cost a tenth more from May, the harbour\n"
        "board said on Monday after a long meeting.\n\nHarbour Board\n1 Quay Street\n"
    )
    text = read("a.eml", make_mail(body).as_bytes()).text
    assert "the harbour board said" in text
    assert "Harbour Board\n1 Quay Street" in text


@pytest.mark.parametrize(
    "tail",
    [
        "-- \nJo Marlow\nThe Quay Times",
        "On Mon, 3 Nov 2031, Ada Penn wrote:\n> Fuel is dear.\n> Very.",
        "----- Original Message -----\nFrom: Ada Penn\nFuel is dear.",
    ],
)
def test_what_is_not_the_senders_is_set_aside(tail: str) -> None:
    document = read("a.eml", make_mail(f"The board met.\n\n{tail}\n").as_bytes())
    assert [a.span.cut(document.text).strip() for a in document.asides] == [tail]


def test_a_person_who_writes_a_mail_is_no_outlet() -> None:
    document = read("a.eml", make_mail(From="Jo Marlow <jo@quay.example>").as_bytes())
    assert document.outlet is None
    assert stated(document)["byline"] == ("Jo Marlow", "mail:From")


def test_mail_in_html_is_read() -> None:
    message = make_mail()
    message.set_content(make_html().decode(), subtype="html")
    assert "Fuel is dear" in read("a.eml", message.as_bytes()).text


def test_attachments_are_documents_of_their_own() -> None:
    message = make_mail()
    message.add_attachment(make_docx("The annex."), "application", "x", filename="annex.docx")
    message.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    found = ingest([RawFile(name="a.eml", data=message.as_bytes())])
    assert [d.name for d in found.documents] == ["a.eml", "a.eml!annex.docx"]
    assert not found.failures


def test_json_lines_keep_their_text_and_state_their_fields() -> None:
    row = {
        "id": "q1",
        "text": "The board met.\r\n",
        "headline": TITLE,
        "source": {"name": "The Quay Times"},
        "date": "2031-11-04T08:00:00Z",
        "link": "https://quay.example/1",
    }
    found = ingest([RawFile(name="a.jsonl", data=make_lines(row, {"text": "It broke up."}))])
    first, second = sorted(found.documents, key=lambda d: d.name, reverse=True)
    assert (first.name, first.text) == ("q1", "The board met.\r\n")
    assert stated(first)["outlet"] == ("The Quay Times", "jsonl:outlet")
    assert second.name == "a.jsonl:2"


def test_a_json_list_is_read_as_lines() -> None:
    rows = [{"text": "The board met."}, {"text": "It broke up."}]
    found = ingest([RawFile(name="a.json", data=json.dumps({"articles": rows}).encode())])
    assert [d.text for d in found.documents] == ["The board met.", "It broke up."]


def test_only_english_is_said_to_be_english() -> None:
    german = (
        "Die Fähren der Bucht werden ab Mai um ein Zehntel teurer, sagte die Behörde am Montag. "
        "Treibstoff sei teuer, und wann die Preise wieder fallen, wisse niemand genau."
    )
    assert read("a.txt", german.encode()).language is None
    assert stated(read("a.txt", " ".join(BODY).encode()))["language"][0] == "en"
