"""What biber, citation-js and rispy read in the exported lists of references, held to sources.csv.

Arguments: the program, a folder to write into, and one with the packages of npm. Of every source the
title, the date, the author, the publisher and the address are compared in every program.
"""

import csv
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import rispy

ROOT = Path(__file__).resolve().parents[2]
PROGRAM, WORK, PACKAGES = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"
COMMANDS = {r"\textasciicircum{}": "^", r"\textbackslash{}": "\\", r"\textasciitilde{}": "~",
            r"\textbraceleft{}": "{", r"\textbraceright{}": "}"}
compared = 0
faults = []


def run(*words, **more):
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


def export(project, form):
    # Of a file whose name ends in anything but .bib, biber writes its schema over the file itself.
    file = WORK / f"sources.{'bib' if form == 'bibtex' else form}"
    run(PROGRAM, "--project", project, "export", "--for", form, "--out", file)
    return file


def person(*parts):
    """A name without the order and the signs in which a program keeps its parts."""
    return " ".join(sorted(re.findall(r"[^\s,]+", " ".join(filter(None, parts)))))


def dated(ends, about=False):
    """`2018`, `2018-09`, `2018-09-03`, and `2018-Q3` of its first and its last month."""
    date = ends[0]
    if len(ends) == 2:
        date = f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"
    return date + ("~" if about else "")


def hold(program, read, rows, lacks=()):
    """Every source is there once, with these contents, but for what the program `lacks`: pairs of a
    kind, or of any, and what it does not keep of it."""
    global compared
    assert sorted(read) == sorted(rows), f"{program}: {set(read) ^ set(rows)}"
    for key, row in rows.items():
        lost = {what for kind, what in lacks if kind in (None, row["kind"])}
        date, about = row["published"].rstrip("~"), row["published"].endswith("~")
        authors = row["author"].removesuffix(" et al.").split("; ")
        wanted = {
            "title": row["title"],
            "date": (date[:4] if "day" in lost or "quarter" in lost and "Q" in date else date) + ("~" if about and "about" not in lost else ""),
            "author": sorted(person(name) for name in authors if name),
            "publisher": row["publisher"],
            "url": row["url"],
        }
        for field, cell in wanted.items():
            if field not in lost:
                compared += 1
                if read[key][field] != cell:
                    faults.append(f"{program}, {key}, {field}: {read[key][field]!r} is not {cell!r}")


def plain(text):
    """What biber leaves of LaTeX."""
    letters = []
    for piece in re.findall(r"\\text[a-z]+\{\}|\\.|[^\\]", text):
        known = COMMANDS.get(piece, piece[1:] if piece.startswith("\\") else piece)
        letters.append("" if piece in "{}" else known)
    return "".join(letters)


def by_biber(file):
    run("biber", "--tool", "--quiet", "--nolog", "--output-format=biblatexml", file, "-O", WORK / "biber.xml", cwd=WORK)
    inner = lambda node: plain("".join(node.itertext()).strip())
    read = {}
    for entry in ElementTree.parse(WORK / "biber.xml").getroot():
        text = lambda name: "".join(inner(node) for node in entry.iterfind(BLTX + name) if not node.get("type"))
        lists = ["journaltitle", "publisher", "institution", "organization"]
        named = [" | ".join(map(inner, node.iter(BLTX + "item"))) or inner(node)
                 for name in lists for node in entry.iterfind(BLTX + name)]
        ends = [inner(end) for name in ["start", "end"] for date in entry.iterfind(BLTX + "date") if not date.get("type") for end in date.iterfind(BLTX + name)]
        # It writes 2018~-09 of 2018-09~.
        whole = ends or [text("date")]
        read[entry.get("id")] = {
            "title": text("title"),
            "date": dated([end.replace("~", "") for end in whole], "~" in whole[0]),
            "author": sorted(person(*[" ".join(part.itertext()) for part in name.iterfind(BLTX + "namepart")])
                             for name in entry.iterfind(f"{BLTX}names/{BLTX}name")),
            "publisher": next(iter(named), ""),
            "url": text("url"),
        }
    return read


def of_csl(items, rows):
    parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal"]
    read = {}
    for item in items:
        issued = item.get("issued") or {"date-parts": [[]]}
        ends = ["-".join(f"{int(part):02}" for part in end) for end in issued["date-parts"]]
        # Who wrote in a newspaper is a reporter in what it makes of RIS, and a text.
        reporters = item.get("reporter", [])
        reporters = [{"literal": name} for name in ([reporters] if isinstance(reporters, str) else reporters)]
        people = [name for name in item.get("author", reporters) if not (name.get("literal") or "").startswith("et al.") and name.get("family") != "others"]
        places = ["container-title", "publisher"] if rows[item["id"]]["kind"] == "news" else ["publisher"]
        read[item["id"]] = {
            "title": re.sub(r"</?span[^>]*>", "", item.get("title", "")),
            "date": dated(ends, issued.get("circa", False)),
            "author": sorted(person(*[name.get(part) for part in parts]) for name in people),
            "publisher": next((item[place] for place in places if place in item), ""),
            "url": item.get("URL", ""),
        }
    return read


def by_rispy(file, rows):
    with open(file, encoding="utf-8") as text:
        records = rispy.load(text)
    read = {}
    for record in records:
        year, month, day, beside = (record.get("date", "") + "///").split("/")[:4]
        quarter = beside.rstrip("~") if beside.startswith("Q") else ""
        places = ["secondary_title", "publisher"] if rows[record["id"]]["kind"] == "news" else ["publisher"]
        read[record["id"]] = {
            "title": record.get("title", ""),
            "date": dated(["-".join(filter(None, [year, quarter or month, day]))], beside.endswith(("~", "approximately"))),
            "author": sorted(person(name) for name in record.get("authors", []) if name != "et al.,"),
            "publisher": next((record[place] for place in places if place in record), ""),
            "url": next(iter(record.get("urls", [])), ""),
        }
    return read


for project in [ROOT, ROOT / "tests/exports/sources"]:
    with open(project / "data/sources.csv", encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    files = {form: export(project, form) for form in ["bibtex", "csl", "ris"]}
    node = {**os.environ, "NODE_PATH": str(PACKAGES / "node_modules")}
    js = json.loads(run("node", ROOT / "tests/exports/citation.cjs", *files.values(), env=node))
    hold("biber", by_biber(files["bibtex"]), rows)
    hold("citation-js, CSL", of_csl(js[str(files["csl"])], rows), rows)
    hold("citation-js, BibLaTeX", of_csl(js[str(files["bibtex"])], rows), rows, [(None, "about")])
    hold("citation-js, RIS", of_csl(js[str(files["ris"])], rows), rows, 
         [(None, "about"), (None, "quarter"), ("news", "day")])
    hold("rispy", by_rispy(files["ris"], rows), rows)

assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:60])
print(f"{compared} contents are the same in biber, citation-js and rispy")
