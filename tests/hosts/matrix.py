#!/usr/bin/env python3
"""Every chart of the project in every document that is written for it, from `embed` to `update`. By hand:

    tests/hosts/matrix.py target/debug/sourceline [CHART]...

In a copy of the project each chart is put into all documents: current; an unrelated row changes: still current; a
figure of it changes: stale, with the old value and the new one; `update`; current again. Of a package all but the
pictures, their sizes and the words of ours stays part by part, and LibreOffice shows as many pages as before.
"""

import csv
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1]).resolve()
HOSTS = ["html", "strict-html", "markdown", "github", "quarto", "pandoc", "myst", "latex", "typst", "word", "powerpoint", "email"]
ENDINGS = {"markdown": "md", "github": "md", "quarto": "qmd", "pandoc": "md", "myst": "md", "latex": "tex", "typst": "typ"}


def ran(folder, *words, codes=(0,)):
    done = subprocess.run([PROGRAM, *map(str, words)], cwd=folder, capture_output=True, text=True)
    if done.returncode not in codes:
        raise SystemExit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def rows(folder, name):
    with open(folder / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(folder, name, table):
    with open(folder / "data" / name, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table)


def drawn(folder, chart):
    told = csv.DictReader(io.StringIO(ran(folder, "show", chart, "--format", "csv")))
    return [row["figure"] for row in told if chart in row["drawn_on"].split("; ")]


def change(folder, chart):
    """Makes a figure of the chart another, so that nothing else is wrong; gives its old and its new value."""
    before = rows(folder, "figures.csv")
    head = before[0]
    column = {name: at for at, name in enumerate(head)}
    plain = [row for row in before[1:] if row[0] in drawn(folder, chart) and re.fullmatch(r"\d{2,}", row[column["value"]])
             and row[column["qualifier"]] in ("exact", "about") and not row[column["formula"]]]
    for row in plain:
        old = row[column["value"]]
        new = str(int(old) + max(1, int(old) // 90))
        changed = [[*one] for one in before]
        own = next(one for one in changed if one[0] == row[0])
        own[column["value"]], own[column["stated"]] = new, ""
        write(folder, "figures.csv", changed)
        done = subprocess.run([PROGRAM, "check"], cwd=folder, capture_output=True, text=True)
        if done.returncode == 0:
            return f"{int(old):,}", f"{int(new):,}"
    write(folder, "figures.csv", before)
    raise SystemExit(f"{chart}: no figure could be another")


def unrelated(folder, chart):
    table = rows(folder, "figures.csv")
    drawn_ones, note = drawn(folder, chart), table[0].index("note")
    for row in table[1:]:
        if row[0] not in drawn_ones and not row[note]:
            row[note] = "Looked at again."
            break
    write(folder, "figures.csv", table)


def made(folder, chart):
    """All documents; those that `update` writes, and those that it leaves."""
    out = folder / "documents"
    for host in HOSTS:
        snippet = ran(folder, "embed", chart, "--for", host, "--out", out / host)
        if host in ENDINGS:
            way = out / host / f"page.{ENDINGS[host]}"
            way.write_text(re.sub(rf"\bdocuments/{host}/", "", snippet), encoding="utf-8")
        elif host in ("html", "strict-html"):
            page = re.sub(rf"\bdocuments/{host}/", "", snippet)
            (out / host / "page.html").write_text(f"<!doctype html><title>A page</title>\n{page}", encoding="utf-8")
    inline = ran(folder, "embed", chart, "--inline")
    (out / "inline.html").write_text(f"<!doctype html><title>A page</title>\n{inline}", encoding="utf-8")
    ran(folder, "render", chart, "--format", "svg,png,pdf", "--out", out / "alone")
    word = next((out / "word").glob("*.docx"))
    for ending in ["odt", "pdf"]:
        office(word, out / "office", ending)
    zipped = out / "all.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        for path in sorted((out / "alone").iterdir()):
            archive.write(path, path.name)
    return out


def office(source, out, ending):
    profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/matrix-office"
    out.mkdir(exist_ok=True)
    subprocess.run(["soffice", profile, "--headless", "--convert-to", ending, "--outdir", out, source],
                   check=True, capture_output=True, timeout=300)
    return out / f"{source.stem}.{ending}"


def verdicts(folder, out, codes):
    told = csv.DictReader(io.StringIO(ran(folder, "verify", out, "--format", "csv", codes=codes)))
    return list(told)


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return [(info.filename, info.date_time, archive.read(info)) for info in archive.infolist()]


def pages(path, scratch):
    pdf = office(path, scratch, "pdf")
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told)[1])


def tried(chart):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        for name in ["data", "charts"]:
            shutil.copytree(HERE / name, folder / name)
        out = made(folder, chart)
        pdf = out / "office" / f"{chart}.pdf"
        # What a word processor makes of a picture in a PDF carries no stamp.
        pdf.unlink()
        first = verdicts(folder, out, (0,))
        assert all(row["verdict"] == "current" for row in first), [row for row in first if row["verdict"] != "current"]
        unrelated(folder, chart)
        second = verdicts(folder, out, (0,))
        assert [row["verdict"] for row in second] == [row["verdict"] for row in first]
        old, new = change(folder, chart)
        stale = verdicts(folder, out, (1,))
        assert len(stale) == len(first), (len(stale), len(first))
        for row in stale:
            assert row["verdict"] == "stale" and old in row["reasons"] and new in row["reasons"], (row, old, new)
        packages = sorted(path for path in out.rglob("*") if path.suffix in (".docx", ".pptx", ".odt"))
        before = {path: (parts(path), pages(path, Path(scratch) / "shown")) for path in packages}
        kinds = {".docx", ".pptx", ".odt", ".html", ".md", ".qmd", ".svg", ".png", ".pdf"}
        documents = sorted(path for path in out.rglob("*") if path.suffix in kinds)
        # Of a page that shows a file of its own the file is updated, so the order does not matter.
        pictures = [path for path in documents if path.suffix in (".svg", ".png", ".pdf")]
        ran(folder, "update", *pictures)
        ran(folder, "update", *[path for path in documents if path not in pictures])
        for path in out.rglob("*.before*"):
            path.unlink()
        left = [row for row in verdicts(folder, out, (0, 1)) if row["verdict"] != "current"]
        # What is no document of `update`: an archive, made anew by whoever made it.
        assert {Path(row["document"]).name for row in left} <= {"all.zip"}, left
        for path, (was, shown) in before.items():
            now = parts(path)
            assert [one[:2] for one in now] == [one[:2] for one in was], f"{path}: parts, order or times"
            changed = {name for (name, _, old_bytes), (_, _, new_bytes) in zip(was, now) if old_bytes != new_bytes}
            ours = re.compile(r"(word|ppt)/media/|Pictures/|(^|/)(document|content|notesSlide\d+|slide\d+)\.xml$")
            assert all(ours.search(name) for name in changed), f"{path}: {changed}"
            assert pages(path, Path(scratch) / "shown") == shown, f"{path}: another number of pages"
        print(f"{chart}: {len(first)} copies in {len(documents)} files, {old} to {new}", flush=True)


for chart in sys.argv[2:] or sorted(path.stem for path in (HERE / "charts").glob("*.toml")):
    tried(chart)
