"""What becomes of a bundle in LibreOffice, Pandoc, LaTeX and Typst, and whether its PDF is sound.

For each: the picture is there at its size, its words are there as text where the host keeps text,
and the alternative text is in the host's own place. Run by `.ci/hosts`.
"""

import csv
import html
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import nh3
import typst
from pptx import Presentation

SOURCELINE, WORK = sys.argv[1], Path(sys.argv[2])
KIT, BARE, HOSTILE = WORK / "kit", WORK / "bare", WORK / "hostile"
OUT = WORK / "documents"
OUT.mkdir()


def run(*words, cwd=None, check=True):
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, capture_output=True, text=True, timeout=300
    )
    if check and done.returncode != 0:
        raise SystemExit(f"{words}: {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def plain(text):
    """Single blanks, whatever the program made of ligatures and hyphens at line ends."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())


def squeezed(text):
    return "".join(plain(text).split())


def has(text, part, where):
    if squeezed(part) not in squeezed(text):
        raise SystemExit(f"{where} lacks: {part}\n--- it has\n{plain(text)[:3000]}")


def said(message):
    print(f"  {message}", flush=True)


class Chart:
    """What a chart says of itself, by its own files."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.alt = (folder / f"{name}.alt.txt").read_text().strip()
        svg = ElementTree.parse(folder / f"{name}.svg").getroot()
        self.width, self.height = float(svg.get("width")), float(svg.get("height"))
        space = "{http://www.w3.org/2000/svg}"
        self.title = svg.find(f"{space}title").text
        self.labels = [text.text for text in svg.iter(f"{space}text")]
        with open(folder / f"{name}.csv", newline="") as file:
            self.rows = list(csv.DictReader(file))

    def file(self, ending):
        return self.folder / f"{self.name}.{ending}"


def text_of(pdf):
    return run("pdftotext", "-layout", pdf, "-")


def fonts_are_embedded(pdf):
    lines = run("pdffonts", pdf).splitlines()[2:]
    if not lines:
        raise SystemExit(f"{pdf} has no text")
    for line in lines:
        embedded = line.split()[-5]
        if embedded != "yes":
            raise SystemExit(f"{pdf}: a font is not embedded: {line}")


def alternatives(pdf):
    """The alternative texts of a PDF, which stand in /Alt."""
    run("qpdf", "--qdf", "--object-streams=disable", pdf, pdf.with_suffix(".qdf"))
    raw = pdf.with_suffix(".qdf").read_bytes()
    found = []
    for match in re.finditer(rb"/Alt\s*(<[0-9a-fA-F\s]*>|\((?:\\.|[^\\)])*\))", raw, re.S):
        token = match.group(1)
        if token.startswith(b"<"):
            bytes_ = bytes.fromhex(token[1:-1].decode())
        else:
            bytes_ = re.sub(rb"\\([0-7]{3})", lambda m: bytes([int(m.group(1), 8)]), token[1:-1])
            bytes_ = re.sub(rb"\\(.)", rb"\1", bytes_, flags=re.S)
        if bytes_.startswith(b"\xfe\xff"):
            found.append(bytes_[2:].decode("utf-16-be"))
        elif bytes_.startswith(b"\xef\xbb\xbf"):
            found.append(bytes_[3:].decode())
        else:
            found.append(bytes_.decode("latin-1"))
    return found


def has_alternative(pdf, alt):
    found = alternatives(pdf)
    if not any(squeezed(alt) == squeezed(one) for one in found):
        raise SystemExit(f"{pdf}: the alternative text is not in /Alt: {alt}\nthere is: {found}")


def office(source, ending):
    profile = WORK / "office"
    run(
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
        "--convert-to", ending, "--outdir", OUT, source,
    )
    return OUT / (source.stem + "." + ending.split(":")[0])


def our_pdf(chart):
    pdf = chart.file("pdf")
    run("qpdf", "--check", pdf)
    fonts_are_embedded(pdf)
    text = text_of(pdf)
    for label in chart.labels:
        has(text, label, pdf)
    facts = run("pdfinfo", pdf)
    for fact in ["Tagged:          yes", "JavaScript:      no"]:
        has(facts, fact, "pdfinfo")
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", facts).groups())
    assert abs(width - chart.width * 0.75) < 0.1 and abs(height - chart.height * 0.75) < 0.1, facts
    has_alternative(pdf, chart.alt)
    structure = run("pdfinfo", "-struct-text", pdf)
    titled = ["H1"] if chart.folder != BARE else []
    for part in [*titled, "Figure", "Link"]:
        has(structure, part, "the structure")
    run("pdfdetach", "-saveall", "-o", OUT, pdf)
    attached = (OUT / f"{chart.name}.csv").read_bytes()
    assert attached == chart.file("csv").read_bytes(), "the attached data is the sidecar"
    links = run("pdfinfo", "-url", pdf)
    # Many sources are folded into who said it; of `[5–9]` only the ends are links.
    folded = any("in the data table" in label for label in chart.labels)
    for url in {row["url"] for row in chart.rows if row["url"] and not folded}:
        has(links, url, "the links of the PDF")
    said(f"{pdf.name}: sound, tagged, every label is text, data attached, sources are links")


def spreadsheet(chart):
    sheet = office(chart.file("csv"), "fods")
    space = {
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    }
    numbers = []
    for cell in ElementTree.parse(sheet).getroot().iter(f"{{{space['table']}}}table-cell"):
        value = cell.get(f"{{{space['office']}}}value")
        if value is not None and cell.get(f"{{{space['office']}}}value-type") == "float":
            numbers.append(float(value))
    for row in chart.rows:
        for column in ["value", "low", "high"]:
            if row[column]:
                assert float(row[column]) in numbers, f"{row[column]} is lost in {sheet}"
    said(f"{chart.name}.csv: LibreOffice reads the same numbers")


def centimetres(length):
    return float(length[:-2]) * {"cm": 1.0, "in": 2.54, "mm": 0.1}[length[-2:]]


def word(chart):
    docx = chart.file("docx")
    pdf = office(docx, "pdf")
    text = text_of(pdf)
    has(text, f"Figure 1: {chart.title}", pdf)
    has(text, "Source", pdf)
    for row in chart.rows:
        has(text, row["source_text"], pdf)
    flat = office(docx, "fodt")
    raw = flat.read_text()
    has(html.unescape(raw), chart.alt, "the description of the picture in LibreOffice")
    frame = re.search(r'<draw:frame[^>]*svg:width="([^"]+)" svg:height="([^"]+)"', raw)
    width, height = map(centimetres, frame.groups())
    expected = min(chart.width / 96 * 2.54, 15.92)
    assert abs(width - expected) < 0.05, f"the picture is {width} cm wide, not {expected}"
    assert abs(height - expected * chart.height / chart.width) < 0.05
    said(f"{docx.name}: LibreOffice shows picture, caption, sources, figures; alt text kept")


def pandoc_alt(docx):
    with zipfile.ZipFile(docx) as archive:
        names = archive.namelist()
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    frames = [node for node in body.iter() if node.tag.endswith("}docPr")]
    extents = [node for node in body.iter() if node.tag.endswith("}extent")]
    return names, frames, extents


def pandoc(chart):
    source = chart.file("pandoc.md")
    made = {ending: OUT / f"{chart.name}.pandoc.{ending}" for ending in ["docx", "odt", "html"]}
    for target in made.values():
        run("pandoc", "--standalone", "--metadata", "title=A report", source, "-o", target,
            cwd=chart.folder)
    names, frames, extents = pandoc_alt(made["docx"])
    assert [frame.get("descr") for frame in frames] == [chart.alt], "alt text in docx"
    assert any(name.endswith(".svg") for name in names), "the SVG is in the docx"
    assert any(name.endswith(".png") for name in names), "its fallback is in the docx"
    ratio = int(extents[0].get("cx")) / int(extents[0].get("cy"))
    assert abs(ratio - chart.width / chart.height) < 0.01, "its proportions are kept"
    page = made["html"].read_text()
    has(html.unescape(page), f'alt="{chart.alt}"', "Pandoc's HTML")
    with zipfile.ZipFile(made["odt"]) as archive:
        assert any(name.endswith(".svg") for name in archive.namelist()), "the SVG is in the odt"
        has(archive.read("content.xml").decode(), "Source", "Pandoc's odt")
    pdf = OUT / f"{chart.name}.pandoc.pdf"
    run("pandoc", source, "-o", pdf, "--pdf-engine=lualatex", cwd=chart.folder)
    text = text_of(pdf)
    has(text, chart.title, pdf)
    has(text, "Source", pdf)
    for label in chart.labels[:6]:
        has(text, label, pdf)
    said(f"{source.name}: Pandoc to docx, odt, HTML and PDF keeps picture, caption and sources")


def markdown(chart):
    for ending, form in [("snippet.md", "markdown"), ("github.md", "gfm")]:
        page = run("pandoc", "-f", form, "-t", "html", chart.file(ending), cwd=chart.folder)
        has(html.unescape(page), f'alt="{chart.alt}"', ending)
        has(page, f"{chart.name}.svg", ending)
        assert "<script" not in page, f"{ending}: {page}"
    document = OUT / f"{chart.name}.snippet.docx"
    run("pandoc", chart.file("snippet.md"), "-o", document, cwd=chart.folder)
    _, frames, _ = pandoc_alt(document)
    assert chart.alt in [frame.get("descr") for frame in frames], "the picture survives"
    page = run("pandoc", "-f", "gfm", "-t", "html", chart.file("github.md"))
    tags = set(re.findall(r"<([a-z0-9]+)", page))
    assert tags <= GITHUB, f"GitHub takes out {tags - GITHUB}"
    own = re.findall(r"<[a-z][^>]*>", chart.file("github.md").read_text())
    assert not any(" style=" in tag or " class=" in tag for tag in own), own
    said(f"{chart.name}: Markdown and GitHub's keep picture and alt text")


# What GitHub's own documentation and its html-pipeline let through, as far as we use it.
GITHUB = set(
    "a b br code details em h1 h2 h3 hr img li ol p picture source strong summary table tbody "
    "td th thead tr ul colgroup col".split()
)


def quarto(chart):
    """Quarto cannot be had here; Pandoc, which it is built on, reads what it would be given."""
    tree = json.loads(run("pandoc", "-f", "markdown", "-t", "json", chart.file("qmd")))
    images = []

    def walk(node):
        if isinstance(node, dict):
            if node.get("t") == "Image":
                images.append(node["c"])
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(tree)
    assert len(images) == 1, images
    (name, _, pairs), caption, (path, _) = images[0]
    assert name == f"fig-{chart.name}" and path == f"{chart.name}.svg"
    assert dict(pairs)["fig-alt"] == chart.alt, dict(pairs)
    assert caption, "there is a caption"
    said(f"{chart.name}.qmd: number, alt text and caption as Quarto asks for them")


LATEX = r"""\documentclass{article}
\usepackage[T1]{fontenc}\usepackage{textcomp}\usepackage[margin=2.5cm]{geometry}
\usepackage{graphicx}\usepackage{hyperref}\usepackage{accsupp}
\input{figures}
\begin{document}
Before. \sourceline{SERIES}{latest} by \sourcelinesource{SERIES}{latest}.
\input{NAME}
After.
\end{document}
"""


def latex(chart, engine, project):
    folder = OUT / f"{chart.name}-{engine}"
    folder.mkdir()
    for ending in ["tex", "pdf"]:
        (folder / f"{chart.name}.{ending}").write_bytes(chart.file(ending).read_bytes())
    (folder / "figures.tex").write_text(run(SOURCELINE, *project, "export", "--for", "latex"))
    source = LATEX.replace("NAME", chart.name).replace("SERIES", chart.rows[0]["series"])
    (folder / "report.tex").write_text(source)
    run(engine, "-interaction=nonstopmode", "-halt-on-error", "report.tex", cwd=folder)
    text = text_of(folder / "report.pdf")
    has(text, "After.", engine)
    has(text, "Figure 1", engine)
    has(text, "Source", engine)
    has(text, f"by {chart.rows[-1]['source_text'].split(',')[0]}"[:12], engine)
    for label in chart.labels[2:8]:
        has(text, label, engine)
    fonts_are_embedded(folder / "report.pdf")
    has_alternative(folder / "report.pdf", chart.alt)
    without = (folder / "report.tex").read_text().replace(r"\usepackage{accsupp}", "")
    (folder / "plain.tex").write_text(without)
    run(engine, "-interaction=nonstopmode", "-halt-on-error", "plain.tex", cwd=folder)
    said(f"{chart.name}.tex: {engine} sets picture, alt text, caption, sources and variables")


def typst_document(chart, project):
    folder = OUT / f"{chart.name}-typst"
    folder.mkdir()
    for ending in ["typ", "pdf", "svg"]:
        (folder / f"{chart.name}.{ending}").write_bytes(chart.file(ending).read_bytes())
    (folder / "figures.typ").write_text(run(SOURCELINE, *project, "export", "--for", "typst"))
    series = chart.rows[0]["series"]
    (folder / "report.typ").write_text(
        '#set document(title: "A report")\n#set text(lang: "en")\n#import "figures.typ": *\n'
        f'Before. #say("{series}", "latest") by #source("{series}", "latest").\n'
        f'#include "{chart.name}.typ"\nAfter. @fig-{chart.name}\n'
    )
    pdf = folder / "report.pdf"
    typst.compile(str(folder / "report.typ"), output=str(pdf), root=str(folder))
    text = text_of(pdf)
    for part in ["After.", "Figure 1", "Source", chart.title]:
        has(text, part, "Typst")
    for label in chart.labels[2:8]:
        has(text, label, "Typst")
    has_alternative(pdf, chart.alt)
    with_svg = (folder / f"{chart.name}.typ").read_text().replace(".pdf", ".svg")
    (folder / f"{chart.name}.typ").write_text(with_svg)
    strict = folder / "strict.pdf"
    typst.compile(
        str(folder / "report.typ"), output=str(strict), root=str(folder), pdf_standards=["ua-1"]
    )
    has_alternative(strict, chart.alt)
    said(f"{chart.name}.typ: Typst sets picture, caption, alt text and variables; PDF/UA with the SVG")


def slide(chart):
    pptx = chart.file("pptx")
    presentation = Presentation(pptx)
    (only,) = presentation.slides
    assert chart.title in plain(only.shapes.title.text_frame.text), "the slide has the title"
    (picture,) = [shape for shape in only.shapes if shape.shape_type == 13]
    properties = picture._element.nvPicPr.cNvPr
    assert squeezed(properties.get("descr")) == squeezed(chart.alt), "alt text on the slide"
    assert abs(picture.width / picture.height - chart.width / chart.height) < 0.01
    assert picture.top >= 0 and picture.top + picture.height <= presentation.slide_height
    notes = only.notes_slide.notes_text_frame.text
    for row in chart.rows:
        has(notes, row["url"], "the notes of the slide")
    saved = OUT / f"{chart.name}.saved.pptx"
    presentation.save(saved)
    pdf = office(pptx, "pdf")
    has(text_of(pdf), "Source", pdf)
    again = office(pptx, "pptx")
    said(f"{pptx.name}: python-pptx reads title, picture, alt text and notes; LibreOffice shows it")
    return [saved, again]


def message(chart):
    page = chart.file("email.html").read_text()
    body = page[page.index("<body>") + 6 : page.index("</body>")]
    kept = nh3.clean(body, url_schemes={"http", "https", "data"})
    assert "<style" not in page and "style=" not in page and "<svg" not in page
    assert kept.count("<td") == body.count("<td") and kept.count("<tr") == body.count("<tr")
    has(html.unescape(kept), f'alt="{plain(chart.alt)}"', "the message")
    said(f"{chart.name}.email.html: nh3 keeps picture, alt text, table and links")


def myst(chart):
    folder = OUT / f"{chart.name}-myst"
    folder.mkdir()
    for ending in ["svg", "pdf"]:
        (folder / chart.file(ending).name).write_bytes(chart.file(ending).read_bytes())
    (folder / "index.md").write_text(
        f"# A report\n\n{chart.file('myst.md').read_text()}\nAfter.\n"
    )
    (folder / "conf.py").write_text('extensions = ["myst_parser"]\n')
    run(sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", folder, folder / "html")
    page = html.unescape((folder / "html" / "index.html").read_text())
    has(page, f'alt="{chart.alt}"', "Sphinx's page")
    has(page, "Source", "Sphinx's page")
    assert ".svg" in page, "the page takes the SVG"
    run(sys.executable, "-m", "sphinx", "-q", "-W", "-b", "latex", folder, folder / "latex")
    tex = next(path for path in (folder / "latex").glob("*.tex") if "includegraphics" in path.read_text())
    has(tex.read_text(), f"{{{chart.name}}}.pdf", tex)
    said(f"{chart.name}.myst.md: Sphinx shows picture, caption and alt text; its LaTeX takes the PDF")


def main():
    hostile_project = ["--project", WORK / "hostile-project"]
    charts = [
        (Chart(KIT, "referrals"), []),
        (Chart(KIT, "arrests"), []),
        (Chart(BARE, "referrals"), []),
        (Chart(HOSTILE, "boxes"), hostile_project),
    ]
    for chart, project in charts:
        for path in OUT.iterdir():
            if path.is_dir():
                path.rename(path.with_name(f"{path.name}.{os.urandom(4).hex()}"))
        print(f"{chart.folder.name}/{chart.name}", flush=True)
        our_pdf(chart)
        spreadsheet(chart)
        word(chart)
        pandoc(chart)
        markdown(chart)
        quarto(chart)
        for engine in ["pdflatex", "lualatex"]:
            latex(chart, engine, project)
        typst_document(chart, project)
        saved = slide(chart)
        if chart.folder != HOSTILE:
            run(SOURCELINE, "verify", *saved)
        message(chart)
        myst(chart)


main()
