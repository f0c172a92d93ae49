#!/usr/bin/env python3
"""What it takes to find the charts of a folder of documents and to judge them.

    cargo build --profile thorough
    benches/documents.py target/thorough/sourceline [DOCUMENTS]

So many Word documents (1,000) of twenty pages, each with five charts of this project, as SVG and PNG, lie in a folder. Beside
`sourceline verify FOLDER` stands `unzip -tqq` of each of them, in the same run: in seconds of the processor, the
medians of three runs, and the most memory that `verify` held.
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
CHARTS = ["arrests", "children-safeguarded", "images", "iwf-reports", "threat-estimates"]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def ran(words, folder):
    """Seconds of the processor and bytes at most of a process that ends well."""
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (words, process.returncode, told)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def prose(choices, paragraphs):
    words = ["children", "police", "figures", "year", "report", "of", "the", "in", "were", "and", "is", "said"]
    return "".join(paragraph(" ".join(choices.choices(words, k=80))) for _ in range(paragraphs))


def document(path, choices, charts):
    body = "".join(prose(choices, 24) + paragraph(f"{{{{ chart {chart} }}}}") for chart in charts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                         f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
                         'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        package.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                         f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>')


def main():
    program = Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / "project"
        project.mkdir()
        for name in ["data", "charts"]:
            shutil.copytree(HERE / name, project / name)
        documents = project / "documents"
        documents.mkdir()
        choices = random.Random(1)
        for at in range(10):
            path = documents / f"report-{at}.docx"
            document(path, choices, CHARTS)
            ran([program, "update", path], project)
            path.with_name(f"{path.name}.before").unlink()
        for at in range(10, count):
            shutil.copyfile(documents / f"report-{at % 10}.docx", documents / f"report-{at}.docx")
        size = sum(path.stat().st_size for path in documents.iterdir())
        with zipfile.ZipFile(documents / "report-0.docx") as package:
            pictures = [name for name in package.namelist() if name.endswith((".svg", ".png"))]
        assert len(pictures) == 2 * len(CHARTS), pictures
        taken = {"verify": [], "unzip": []}
        most = 0
        for _ in range(3):
            seconds, memory = ran([program, "verify", "documents"], project)
            taken["verify"].append(seconds)
            most = max(most, memory)
            taken["unzip"].append(sum(ran(["unzip", "-tqq", path], project)[0] for path in sorted(documents.iterdir())))
        verify, unzip = (statistics.median(taken[what]) for what in ("verify", "unzip"))
        print(f"{count} documents of {size / count / 1e3:.0f} kB with {count * len(CHARTS)} charts: verify {verify:.2f} s, "
              f"unzip -t {unzip:.2f} s: {verify / unzip:.2f} times; {most / 2**20:.0f} MiB of memory")


main()
