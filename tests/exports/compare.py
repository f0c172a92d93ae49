"""What independent programs read in the exports, held to the CSV files cell by cell.

Arguments: the program, and a folder to write into. Each project is exported, and every number and
every text that a program reads is compared with what the csv module of Python reads in the project.
"""

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from decimal import Decimal, getcontext
from pathlib import Path

import duckdb
import frictionless
import openpyxl
import pandas
import sqlite_utils

# Enough for every decimal; 28 would round a sum.
getcontext().prec = 60
frictionless.system.trusted = True

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = {"shipped": ROOT, "hard": ROOT / "tests/exports/project"}
TABLES = ["sources", "series", "events", "figures"]
NUMBERS = ["value", "low", "high"]
PROGRAM, WORK = sys.argv[1], Path(sys.argv[2])
compared = 0


def run(*words, **more):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


def refused(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 1, f"{words}: {done.returncode} {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def stated(project, table):
    """The rows of a file by their ids; an empty cell is None."""
    with open(project / "data" / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
        rows = [{key: cell or None for key, cell in row.items()} for row in csv.DictReader(file)]
    return {row["id"]: row for row in rows}


def same(name, program, stated, read, exact=True):
    """Every cell of every row of the file is read so. `exact`: with all of its digits."""
    global compared
    own = {key: row for key, row in read.items() if "@" not in key}
    assert set(own) == set(stated), f"{program}, {name}: {set(own) ^ set(stated)}"
    for key, row in stated.items():
        for column, cell in row.items():
            got = own[key][column]
            place = f"{program}, {name}, {key}, {column}: {got!r} instead of {cell!r}"
            if column in NUMBERS:
                # A formula has its number in the export alone.
                if cell is None:
                    assert got is None or row["formula"], place
                elif exact:
                    assert Decimal(str(got)) == Decimal(cell), place
                else:
                    assert float(got) == float(cell), place
            elif column == "qualifier" and cell is None:
                assert got in (None, "exact", "range") or row["formula"], place
            elif column == "year_starts":
                assert (None if got is None else int(got)) == (None if cell is None else int(cell)), place
            else:
                assert got == cell, place
            compared += 1


def by_key(rows):
    rows = list(rows)
    return {row["id"]: row for row in rows}


def with_json(name, project):
    path = WORK / f"{name}.json"
    run("--project", project, "export", "--for", "json", "--out", path)
    text = path.read_text(encoding="utf-8")
    exact = json.loads(text, parse_float=Decimal)
    for table in TABLES:
        same(name, "json", stated(project, table), by_key(exact[table]))
    ids = {row["id"] for row in exact["figures"]}
    for row in exact["observations"]:
        assert row["figure"] in ids and row["first_day"] <= row["last_day"], row
    # Numbers are numbers for a program that reads them as floats, too.
    frame = pandas.DataFrame(json.loads(text)["figures"]).astype(object)
    frame = frame.where(frame.notna(), None)
    same(name, "pandas", stated(project, "figures"), by_key(frame.to_dict("records")), exact=False)
    return exact


def with_sql(name, project, exact):
    text = run("--project", project, "export", "--for", "sql")
    path = WORK / f"{name}.db"
    shell = subprocess.run(["sqlite3", "-bail", path], input=text, capture_output=True, text=True)
    assert shell.returncode == 0 and not shell.stderr, shell.stderr
    with sqlite3.connect(path) as database:
        assert not list(database.execute("PRAGMA foreign_key_check"))
        assert list(database.execute("PRAGMA integrity_check")) == [("ok",)]
    tables = sqlite_utils.Database(path)
    for table in TABLES:
        rows = [dict(row) for row in tables[table].rows]
        if table == "figures":
            same(name, "sqlite, numbers", stated(project, table), by_key(rows), exact=False)
            rows = [row | {key: row[f"{key}_text"] for key in NUMBERS} for row in rows]
        same(name, "sqlite", stated(project, table), by_key(rows))
    assert tables["observations"].count == len(exact["observations"])
    total = next(tables.query("SELECT sum(value) AS total FROM figures"))["total"]
    expected = sum(float(row["value"]) for row in exact["figures"] if row["value"] is not None)
    assert abs(total - expected) <= abs(expected) * 1e-12, (total, expected)
    assert {key.column for key in tables["figures"].foreign_keys} >= {"series", "source", "origin"}
    page = subprocess.run(
        [sys.executable, "-m", "datasette", path, "--get", f"/{name}/figures.json?_shape=array&_size=max"],
        capture_output=True, text=True,
    )
    assert page.returncode == 0, page.stderr
    served = json.loads(page.stdout, parse_float=Decimal)
    served = [row | {key: row[f"{key}_text"] for key in NUMBERS} for row in served]
    same(name, "datasette", stated(project, "figures"), by_key(served))


def with_package(name, project):
    path = WORK / f"{name}.zip"
    run("--project", project, "export", "--for", "datapackage", "--out", path)
    report = frictionless.Package(str(path)).validate()
    assert report.valid, report.flatten(["type", "message"])
    folder = WORK / f"{name}-package"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    package = frictionless.Package(str(folder / "datapackage.json"))
    for table in TABLES:
        rows = [row.to_dict() for row in package.get_resource(table).read_rows()]
        same(name, "frictionless", stated(project, table), by_key(rows))
    fields = package.get_resource("figures").schema
    assert [fields.get_field(key).type for key in NUMBERS] == ["number"] * 3
    database = duckdb.connect()
    for table in TABLES:
        file = folder / f"{table}.csv"
        rows = database.execute(
            "SELECT * FROM read_csv(?, all_varchar = true, header = true, quote = '\"', strict_mode = true)",
            [str(file)],
        )
        names = [column[0] for column in rows.description]
        rows = [dict(zip(names, row)) for row in rows.fetchall()]
        same(name, "duckdb", stated(project, table), by_key(rows))
    frame = pandas.read_csv(folder / "figures.csv", dtype=str, keep_default_na=False, na_values=[""])
    frame = frame.astype(object).where(frame.notna(), None)
    same(name, "pandas, csv", stated(project, "figures"), by_key(frame.to_dict("records")))


def cells(path):
    book = openpyxl.load_workbook(path)
    read = {}
    for table in TABLES:
        if table in book.sheetnames:
            head, *rows = book[table].iter_rows(values_only=True)
            rows = [dict(zip(head, row)) for row in rows if any(cell is not None for cell in row)]
            read[table] = by_key(rows)
    return read


def saved_anew(path, folder):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{WORK}/profile", "--headless",
         "--convert-to", "xlsx", "--outdir", folder, path],
        check=True, capture_output=True, timeout=120,
    )
    return folder / path.name


def with_workbook(name, project):
    path = WORK / f"{name}.xlsx"
    run("--project", project, "export", "--for", "xlsx", "--out", path)
    for program, file in [("openpyxl", path), ("LibreOffice", saved_anew(path, WORK / "anew"))]:
        for table, rows in cells(file).items():
            same(name, program, stated(project, table), rows)
        told = run("--project", project, "import", file, "--dry-run")
        assert told.strip() == "nothing to change", told


def edited(name, change, project=None):
    """A workbook of the hard project that somebody changed, and the copy of it to bring back to."""
    own = WORK / f"{name}-project"
    shutil.copytree(project or PROJECTS["hard"], own)
    path = WORK / f"{name}.xlsx"
    run("--project", own, "export", "--for", "xlsx", "--out", path)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return own, path


def column(sheet, name):
    return next(cell.column for cell in sheet[1] if cell.value == name)


def cell(sheet, key, name):
    row = next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == key)
    return sheet.cell(row, column(sheet, name))


def brought_back():
    def change(book):
        figures = book["figures"]
        cell(figures, "small", "value").value = 3
        cell(figures, "small", "stated").value = "3 things"
        cell(figures, "share", "note").value = "Said in a talk."
        figures.append(["", "007-things", "2020", 12.5, None, None, "about", None, None, "007-report"])
        book["sources"].append(["new-source", "web", "New", None, "A new page"])
        figures.delete_rows(cell(figures, "target", "id").row)

    own, path = edited("brought", change)
    saved = saved_anew(path, WORK / "anew")
    for file in [path, saved]:
        assert "--edit" in refused("--project", own, "import", file)
    told = run("--project", own, "import", saved, "--edit", "--dry-run")
    for words in ["`3` instead of `0`", "is new", "target is not in the workbook", "--remove"]:
        assert words in told, told
    run("--project", own, "import", saved, "--edit", "--remove")
    figures = stated(own, "figures")
    before = stated(PROJECTS["hard"], "figures")
    assert figures["small"]["value"] == "3" and figures["small"]["stated"] == "3 things"
    assert figures["007-things-2020"]["value"] == "12.5", figures
    assert figures["share"]["value"] == "0.10" and figures["share"]["note"] == "Said in a talk."
    assert "target" not in figures and "new-source" in stated(own, "sources")
    for key in set(before) - {"small", "share", "target"}:
        assert figures[key] == before[key], key
    again = run("--project", own, "import", saved)
    assert "is there already" in again and stated(own, "figures") == figures, again

    own, path = edited("replaced", lambda book: setattr(cell(book["figures"], "small", "value"), "value", 3))
    run("--project", own, "import", path, "--supersede", "--why", "counted anew")
    figures = stated(own, "figures")
    assert figures["small"]["rank"] == "superseded" and figures["small"]["value"] == "0"
    new = next(row for key, row in figures.items() if key not in before)
    assert new["value"] == "3" and new["id"] in figures["small"]["note"], new


def spoiled():
    """What a spreadsheet makes of what was typed is told, and nothing is written."""
    import datetime

    def date(book):
        one = cell(book["figures"], "financial", "period")
        one.value, one.number_format = datetime.datetime(2009, 10, 1), "mmm-yy"

    def percentage(book):
        one = cell(book["figures"], "share", "value")
        one.value, one.number_format = 0.44, "0%"

    def digits(book):
        cell(book["figures"], "small", "value").value = 12345678901234500

    def words(book):
        cell(book["figures"], "small", "value").value = "about 80,000"

    def heading(book):
        book["figures"].cell(1, column(book["figures"], "note")).value = "Notes"

    def twice(book):
        cell(book["figures"], "small", "id").value = "about"

    for change, said in [(date, "2009-10-01/2009-10-31"), (percentage, "percentage"), (digits, "15 digits"),
                         (words, "plain number"), (heading, "no column"), (twice, "have the id")]:
        own, path = edited(change.__name__, change)
        before = (own / "data/figures.csv").read_bytes()
        told = refused("--project", own, "import", path, "--edit")
        assert said in told, f"{change.__name__}: {told}"
        assert (own / "data/figures.csv").read_bytes() == before


def conflicts():
    own, path = edited("since", lambda book: setattr(cell(book["figures"], "small", "note"), "value", "mine"))
    run("--project", own, "edit", "price", "--note", "changed since")
    told = run("--project", own, "import", path)
    assert "price was changed in the project since" in told, told
    assert stated(own, "figures")["price"]["note"] == "changed since"
    assert stated(own, "figures")["small"]["note"] == "mine"

    own, path = edited("both", lambda book: setattr(cell(book["figures"], "small", "note"), "value", "mine"))
    run("--project", own, "edit", "small", "--note", "theirs")
    assert "in the workbook and in the project" in refused("--project", own, "import", path)

    def forget(book):
        del book["sourceline"]
        cell(book["figures"], "small", "note").value = "mine"

    own, path = edited("forgetful", forget)
    assert "no longer says" in run("--project", own, "import", path)
    assert stated(own, "figures")["small"]["note"] == "mine"


for name, project in PROJECTS.items():
    exact = with_json(name, project)
    with_sql(name, project, exact)
    with_package(name, project)
    with_workbook(name, project)
brought_back()
spoiled()
conflicts()
print(f"{compared} cells are the same in every program")
