#!/usr/bin/env python3
"""How the processor time of the program grows with what it is given.

Each kind of input is made at three sizes, each twice the one before, and handed to the program of the
first argument (a release build); words after it choose the kinds whose names begin so. What is more
than twice as slow for twice as much, and not refused by a limit, is told at the end.

    cargo build --release
    benches/sizes/measure.py target/release/sourceline [KIND]...
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
BASE = HERE / "tests/cli/project"
# Twice as much may take so many times as long; what the clock cannot tell apart is not judged.
STEEP, BRIEF = 2.8, 0.25
KINDS = {}


def kind(*sizes):
    def add(make):
        KINDS[make.__name__.replace("_", "-")] = (sizes, make)
        return make
    return add


def append(folder, name, text):
    with open(folder / "data" / name, "a", encoding="utf-8") as file:
        file.write(text)


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def day(number):
    return f"{1200 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


def figure(name, period, value=5, series="swift-boxes", more="", formula="", after=""):
    number = f"{value},,,{'exact' if value != '' else ''}"
    return f"{name},{series},{period},{number},,{formula},council-2024,,,,{more},{after}\n"


# The list of the issue.

@kind(250, 500, 1_000)
def disputed_figures(folder, size):
    append(folder, "figures.csv", "".join(figure(f"d-{at}", "2023", at + 1) for at in range(size - 1)))
    return ["render", "boxes"]


@kind(8_000, 16_000, 32_000)
def disputed_figures_past_the_limit(folder, size):
    append(folder, "figures.csv", "".join(figure(f"d-{at}", "2023", at + 1) for at in range(size)))
    return ["render", "boxes"]


@kind(25, 50, 100)
def events_of_a_panel(folder, size):
    append(folder, "events.csv", "".join(f"e-{at},{day(274_000 + 14 * at)},Storm {at},,\n" for at in range(size)))
    named = ", ".join(f'"e-{at}"' for at in range(size))
    write(folder, "charts/many.toml", 'title = "Nests"\n[[panels]]\nfrom = "2015"\nto = "2024"\n'
          f'series = [{{ id = "swift-nests", mark = "points" }}]\nevents = [{named}]\n')
    return ["render", "many"]


@kind(160, 320, 640)
def events_past_the_limit(folder, size):
    return events_of_a_panel(folder, size)


@kind(25, 50, 100)
def one_series_named_again(folder, size):
    named = ", ".join(['{ id = "swift-nests", mark = "points" }'] * size)
    write(folder, "charts/many.toml", f'title = "Nests"\n[[panels]]\nseries = [{named}]\n')
    return ["check"]


@kind(1_500, 3_000, 6_000)
def one_series_named_past_the_limit(folder, size):
    return one_series_named_again(folder, size)


@kind(5_000, 10_000, 20_000)
def unknown_keys(folder, size):
    keys = "".join(f"k{at} = 1\n" for at in range(size))
    write(folder, "charts/many.toml", f'title = "Nests"\n{keys}[[panels]]\nseries = [{{ id = "swift-nests" }}]\n')
    return ["check"]


def svg(folder, text):
    write(folder, "copy.svg", text)
    return ["verify", "copy.svg"]


def drawn(folder, change):
    text = (HERE / "charts/referrals.svg").read_text(encoding="utf-8")
    return svg(folder, change(text))


@kind(25_000, 50_000, 100_000)
def attributes_of_an_element(folder, size):
    return drawn(folder, lambda text: text.replace("<rect ", "<rect " + "".join(f'a{at}="" ' for at in range(size)), 1))


@kind(5_000, 10_000, 20_000)
def texts_in_each_other(folder, size):
    return drawn(folder, lambda text: text.replace("</svg>", "<text>" * size + "</text>" * size + "</svg>"))


# Others of the kinds.

@kind(4_000, 8_000, 16_000)
def points_of_a_line(folder, size):
    append(folder, "series.csv", "many,Many,boxes,stock,,Anytown,Council,,\n")
    append(folder, "figures.csv", "".join(figure(f"m-{at}", day(at), 1 + at * 7919 % 1000, "many") for at in range(size)))
    write(folder, "charts/many.toml", 'title = "Boxes"\n[[panels]]\nseries = [{ id = "many", mark = "line" }]\n')
    return ["render", "many"]


@kind(1_000, 2_000, 4_000)
def bars(folder, size):
    append(folder, "series.csv", "many,Many,boxes,flow,,Anytown,Council,,\n")
    append(folder, "figures.csv", "".join(figure(f"m-{at}", f"{1000 + at // 12}-{1 + at % 12:02}-01/{1000 + at // 12}-{1 + at % 12:02}-28", 1 + at * 7919 % 1000, "many") for at in range(size)))
    write(folder, "charts/many.toml", 'title = "Boxes"\n[[panels]]\nseries = [{ id = "many", mark = "points" }]\n')
    return ["render", "many"]


@kind(40_000, 80_000, 160_000)
def supersedings_in_a_chain(folder, size):
    path = folder / "data/figures.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    rows = [row + "," for row in rows]
    for at in range(size):
        rows.append(f"c-{at},swift-boxes,{day(at)},5,,,exact,,,council-2024,,,,superseded,,c-{at + 1}")
    rows.append(f"c-{size},swift-boxes,{day(size)},5,,,exact,,,council-2024,,,,,,")
    path.write_text("\n".join([head + ",superseded_by", *rows]) + "\n", encoding="utf-8")
    return ["check"]


@kind(40_000, 80_000, 160_000)
def formulas_in_a_chain(folder, size):
    rows = [figure("g-0", day(0))]
    for at in range(1, size):
        rows.append(f"g-{at},swift-boxes,{day(at)},,,,,,[g-{at - 1}] + 1,council-2024,,,,,\n")
    append(folder, "figures.csv", "".join(reversed(rows)))
    return ["check"]


@kind(40_000, 80_000, 160_000)
def formulas_in_a_circle(folder, size):
    rows = [f"g-{at},swift-boxes,{day(at)},,,,,,[g-{(at + 1) % size}] + 1,council-2024,,,,,\n" for at in range(size)]
    append(folder, "figures.csv", "".join(rows))
    return ["check"]


@kind(40_000, 80_000, 160_000)
def origins_in_a_chain(folder, size):
    rows = [f"o-{at},report,Club,,Nests,,2022,,,,{f'o-{at + 1}' if at + 1 < size else ''},,\n" for at in range(size)]
    append(folder, "sources.csv", "".join(rows))
    return ["check"]


@kind(40_000, 80_000, 160_000)
def origins_in_a_circle(folder, size):
    rows = [f"o-{at},report,Club,,Nests,,2022,,,,o-{(at + 1) % size},,\n" for at in range(size)]
    append(folder, "sources.csv", "".join(rows))
    return ["check"]


# The lists of twice as many bytes.
@kind(1_000, 1_414, 2_000)
def series_not_comparable_with_all(folder, size):
    path = folder / "data/series.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    names = ";".join(f"n-{at}" for at in range(min(size, 2_000)))
    rows = [row + "," for row in rows] + [f"n-{at},N {at},boxes,stock,,Anytown,Council,,Other.,{names}" for at in range(size)]
    path.write_text("\n".join([head + ",not_comparable_with", *rows]) + "\n", encoding="utf-8")
    return ["check"]


@kind(10_000, 20_000, 40_000)
def series_of_which_one_is_not_comparable_with_any(folder, size):
    path = folder / "data/series.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    rows = [row + "," for row in rows] + [f"n-{at},N {at},boxes,stock,,Anytown,Council,,Other.,{'' if at else '*'}" for at in range(size)]
    path.write_text("\n".join([head + ",not_comparable_with", *rows]) + "\n", encoding="utf-8")
    append(folder, "figures.csv", "".join(figure(f"n-{at}", "2020", 5, f"n-{at}") for at in range(size)))
    return ["check"]


@kind(1_000, 2_000, 4_000)
def mistyped_series_not_to_be_compared(folder, size):
    path = folder / "data/series.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    names = lambda at: ";".join(f"no-{at}-{other}" for other in range(40))
    rows = [row + "," for row in rows] + [f"n-{at},N {at},boxes,stock,,Anytown,Council,,Other.,{names(at)}" for at in range(size)]
    path.write_text("\n".join([head + ",not_comparable_with", *rows]) + "\n", encoding="utf-8")
    return ["check"]


@kind(40_000, 80_000, 160_000)
def rows_of_one_id(folder, size):
    append(folder, "figures.csv", "".join(figure("same", day(at)) for at in range(size)))
    return ["check"]


@kind(40_000, 80_000, 160_000)
def rows_that_say_the_same(folder, size):
    append(folder, "figures.csv", "".join(figure(f"s-{at}", f"{1200 + at % 800}") for at in range(size)))
    return ["check"]


@kind(40_000, 80_000, 160_000)
def periods_that_overlap(folder, size):
    rows = (figure(f"v-{at}", f"{day(at)}/{day(at + 60_000)}", 5, "swift-nests") for at in range(size))
    append(folder, "figures.csv", "".join(rows))
    return ["check"]


@kind(40_000, 80_000, 160_000)
def mistyped_series(folder, size):
    append(folder, "figures.csv", "".join(figure(f"t-{at}", day(at), 5, f"swift-bo{at}") for at in range(size)))
    return ["check"]


@kind(40_000, 80_000, 160_000)
def short_rows(folder, size):
    append(folder, "figures.csv", "x\n" * size)
    return ["check", "--all"]


@kind(4_000_000, 8_000_000, 16_000_000)
def a_quote_that_does_not_end(folder, size):
    append(folder, "figures.csv", '"' + "a,b,c\n" * (size // 6))
    return ["check"]


@kind(4_000_000, 8_000_000, 16_000_000)
def a_quote_that_does_not_end_mended(folder, size):
    append(folder, "figures.csv", '"' + "a,b,c\n" * (size // 6))
    return ["fix"]


@kind(4_000_000, 8_000_000, 16_000_000)
def quotes_only(folder, size):
    append(folder, "figures.csv", '"' * size)
    return ["check"]


@kind(40_000, 80_000, 160_000)
def text_after_quotes(folder, size):
    append(folder, "figures.csv", '"a"b,"c"d\n' * size)
    return ["fix"]


@kind(500, 1_000, 2_000)
def charts(folder, size):
    text = 'title = "Boxes"\n[[panels]]\nseries = [{ id = "swift-boxes", mark = "points" }]\n'
    for at in range(size):
        write(folder, f"charts/c{at}.toml", text)
    return ["check"]


@kind(250, 500, 1_000)
def a_long_title(folder, size):
    write(folder, "charts/many.toml", f'title = "{("ab " * size)[:size]}"\n[[panels]]\nseries = [{{ id = "swift-boxes", mark = "points" }}]\n')
    return ["check"]


@kind(50, 100, 200)
def computed_words(folder, size):
    word = "{{ latest('swift-nests') }} "
    notes = ", ".join(json.dumps(word * 20) for _ in range(min(size, 200) // 2))
    write(folder, "charts/many.toml", f'title = "Boxes"\nnotes = [{notes}]\n[[panels]]\nseries = [{{ id = "swift-nests", mark = "points" }}]\n')
    return ["check"]


@kind(25, 50, 100)
def typed_numbers(folder, size):
    notes = ", ".join(json.dumps(f"note {at} " * 110) for at in range(size))
    write(folder, "charts/many.toml", f'title = "Boxes"\nnotes = [{notes}]\n[[panels]]\nseries = [{{ id = "swift-nests", mark = "points" }}]\n')
    return ["check"]


@kind(5_000, 10_000, 20_000)
def closed_stretches_of_direction(folder, size):
    stretches = "\u2067ש\u2069" * 8_000
    append(folder, "series.csv", "".join(f"w-{at},W,boxes,stock,,Anytown,Council,,{stretches}\n" for at in range(size // 200)))
    return ["check"]


@kind(15_000, 30_000, 60_000)
def a_long_note(folder, size):
    append(folder, "series.csv", f"long,Long,boxes,stock,,Anytown,Council,Boxes.,{('rose by 5% in 2017, ' * size)[:size]}\n")
    append(folder, "figures.csv", figure("long-1", "2020", 5, "long"))
    write(folder, "charts/many.toml", 'title = "Boxes"\n[[panels]]\nseries = [{ id = "long", mark = "points" }]\n')
    return ["check"]


@kind(20_000, 40_000, 80_000)
def shapes_of_a_copy(folder, size):
    extra = '<rect x="1" y="2" width="3" height="4" fill="#ff0000" data-figure="a"/>' * size
    return drawn(folder, lambda text: text.replace("</svg>", extra + "</svg>"))


@kind(20_000, 40_000, 80_000)
def texts_of_a_copy(folder, size):
    extra = '<text x="1" y="2" font-size="12">82,109 of them</text>' * size
    return drawn(folder, lambda text: text.replace("</svg>", extra + "</svg>"))


def own(folder, change):
    program = os.path.abspath(sys.argv[1])
    subprocess.run([program, "render", "nests"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return svg(folder, change((folder / "charts/nests.svg").read_text(encoding="utf-8")))


@kind(20_000, 40_000, 80_000)
def shapes_added_to_a_copy(folder, size):
    extra = '<rect x="1" y="2" width="3" height="4" fill="#ff0000" data-figure="a"/>' * size
    return own(folder, lambda text: text.replace("</svg>", extra + "</svg>"))


@kind(20_000, 40_000, 80_000)
def shapes_of_no_figure_added_to_a_copy(folder, size):
    extra = "".join(f'<rect x="{at % 700}" y="{at // 700}" width="3" height="4" fill="#12436d"/>' for at in range(size))
    return own(folder, lambda text: re.sub("<(rect|line|circle|path|polyline) [^>]*/>", "", text).replace("</svg>", extra + "</svg>"))


@kind(50_000, 100_000, 200_000)
def declarations_of_a_style(folder, size):
    style = "".join(f"-inkscape-a{at}:1;" for at in range(size))
    return own(folder, lambda text: text.replace("<rect ", f'<rect style="{style}" ', 1))


@kind(400_000, 800_000, 1_600_000)
def a_path_of_a_copy(folder, size):
    extra = '<path d="M0 0' + " L1 2" * size + '"/>'
    return drawn(folder, lambda text: text.replace("</svg>", extra + "</svg>"))


@kind(20_000, 40_000, 80_000)
def groups_of_a_copy(folder, size):
    extra = '<g transform="translate(1 2)"><g fill="#ff0000"><rect x="1" y="2" width="3" height="4"/></g></g>' * size
    return drawn(folder, lambda text: text.replace("</svg>", extra + "</svg>"))


@kind(500, 1_000, 2_000)
def pictures_of_a_page(folder, size):
    picture = (HERE / "charts/referrals.svg").read_text(encoding="utf-8")
    write(folder, "page.html", "<!doctype html><title>P</title>" + "<p>Nests</p>" * size * 20 + picture * (size // 100))
    return ["verify", "page.html"]


@kind(20_000, 40_000, 80_000)
def pictures_of_markdown_that_are_not_there(folder, size):
    write(folder, "page.md", "[a]: #\n" * size + "![a](x.svg)\n" * size + "".join(f"![a](x{at}.svg) " for at in range(size)))
    return ["verify", "page.md"]


@kind(20_000, 40_000, 80_000)
def tags_of_a_page(folder, size):
    write(folder, "page.html", "<!doctype html><title>P</title>" + "<div><p>" * size)
    return ["add", "source", "--from-html", "page.html", "--dry-run"]


@kind(20_000, 40_000, 80_000)
def descriptions_of_a_page(folder, size):
    write(folder, "page.html", "<title>P</title>" + '<meta name="citation_author" content="A B">' * size)
    return ["add", "source", "--from-html", "page.html", "--dry-run"]


@kind(20_000, 40_000, 80_000)
def open_braces_of_bibtex(folder, size):
    write(folder, "list.bib", "@article{a, title = " + "{" * size + "}" * size + "}")
    return ["add", "source", "--from-bibtex", "list.bib", "--dry-run"]


@kind(2_500, 5_000, 10_000)
def entries_of_one_publisher(folder, size):
    write(folder, "list.bib", "".join(f"@book{{k{at}, title = {{Nests {at}}}, year = 2001}}\n" for at in range(size)))
    return ["add", "source", "--from-bibtex", "list.bib", "--publisher", "Club", "--dry-run"]


@kind(5_000, 10_000, 20_000)
def entries_of_bibtex(folder, size):
    write(folder, "list.bib", "".join(f"@article{{a{at}, title = {{Nests {at}}}, author = {{A B}}, year = 2020, crossref = {{a{(at + 1) % size}}}}}\n" for at in range(size)))
    return ["add", "source", "--from-bibtex", "list.bib", "--publisher", "Club", "--dry-run"]


@kind(20_000, 40_000, 80_000)
def entries_of_bibtex_that_are_never_closed(folder, size):
    write(folder, "list.bib", "@book{a, title = {\n" * size)
    return ["add", "source", "--from-bibtex", "list.bib", "--dry-run"]


@kind(500, 1_000, 2_000)
def entries_of_bibtex_that_take_over(folder, size):
    entries = "".join(f"@book{{k{at}, title = {{T}}, xdata = {{{','.join(f'k{(at + more) % size}' for more in range(1, 40))}}}}}\n" for at in range(size))
    write(folder, "list.bib", entries)
    return ["add", "source", "--from-bibtex", "list.bib", "--publisher", "Club", "--dry-run"]


@kind(2_500, 5_000, 10_000)
def items_of_csl(folder, size):
    items = [{"id": f"i{at}", "type": "report", "title": f"T {at}", "publisher": f"P {at}", f"f{at}": "x"} for at in range(size)]
    write(folder, "list.json", json.dumps(items, indent=1))
    return ["add", "source", "--from-csl", "list.json", "--dry-run"]


@kind(2_500, 5_000, 10_000)
def entries_of_ris(folder, size):
    write(folder, "list.ris", "".join(f"TY  - RPRT\nID  - r{at}\nTI  - T {at}\nPB  - P {at}\nPY  - 2020\nER  - \n" for at in range(size)))
    return ["add", "source", "--from-ris", "list.ris", "--dry-run"]


@kind(20_000, 40_000, 80_000)
def remarks_of_bibtex(folder, size):
    write(folder, "list.bib", "@article{a,\n" + "% a remark\n" * size + "title = {Nests}, author = {A B}, year = 2020}\n")
    return ["add", "source", "--from-bibtex", "list.bib", "--dry-run"]


@kind(5_000, 10_000, 20_000)
def authors_of_ris(folder, size):
    write(folder, "list.ris", "TY  - RPRT\n" + "AU  - Finch, R.\n" * size + "TI  - Nests\nPY  - 2020\nER  - \n")
    return ["add", "source", "--from-ris", "list.ris", "--dry-run"]


@kind(20_000, 40_000, 80_000)
def lists_in_each_other_of_csl(folder, size):
    write(folder, "list.json", "[" * size + "]" * size)
    return ["add", "source", "--from-csl", "list.json", "--dry-run"]


@kind(1_000, 2_000, 4_000)
def columns_of_a_table(folder, size):
    write(folder, "table.csv", "what," + ",".join(str(1000 + at) for at in range(size)) + "\nBoxes," + ",".join("5" for _ in range(size)) + "\n")
    return ["import", "table.csv", "--series", "swift-boxes", "--source", "council-2024", "--dry-run"]


@kind(500, 1_000, 2_000)
def series_across_a_table(folder, size):
    head = "".join(f",Area {at}" for at in range(size))
    rows = (f"{2015 + row}" + "".join(f",{10 + at + row}" for at in range(size)) for row in range(5))
    write(folder, "table.csv", f"Year{head}\n" + "\n".join(rows) + "\n")
    return ["import", "table.csv"]


@kind(500, 1_000, 2_000)
def columns_of_words_of_a_table(folder, size):
    head = "".join(f",word {at}" for at in range(size))
    rows = (f"{2015 + row}" + "".join(f",text {at}" for at in range(size)) + ",5" for row in range(5))
    write(folder, "table.csv", f"Year{head},Value\n" + "\n".join(rows) + "\n")
    return ["import", "table.csv"]


@kind(20_000, 40_000, 80_000)
def rows_of_a_table(folder, size):
    write(folder, "table.csv", "period,value\n" + "".join(f"{day(at)},5\n" for at in range(size)))
    return ["import", "table.csv", "--series", "swift-boxes", "--source", "council-2024", "--period-column", "period", "--value-column", "value", "--dry-run"]


@kind(20_000, 40_000, 80_000)
def merged_cells_of_a_workbook(folder, size):
    sheet = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 200))
    merged = "".join(f'<mergeCell ref="A{at}:B{at}"/>' for at in range(1, size + 1))
    space = "http://schemas.openxmlformats.org/"
    with zipfile.ZipFile(folder / "table.xlsx", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("xl/workbook.xml", f'<workbook xmlns="{space}spreadsheetml/2006/main" xmlns:r="{space}officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>')
        pack.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{space}package/2006/relationships"><Relationship Id="rId1" Type="{space}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        pack.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{space}spreadsheetml/2006/main"><sheetData>{sheet}</sheetData><mergeCells>{merged}</mergeCells></worksheet>')
    return ["import", "table.xlsx", "--source", "council-2024", "--dry-run"]


# The whole of the limit, and past it.
@kind(1_250_000, 2_500_000, 5_000_000)
def cells_of_a_workbook(folder, size):
    row = "<row>" + "<c><v>1</v></c>" * 10_000 + "</row>"
    space = "http://schemas.openxmlformats.org/"
    with zipfile.ZipFile(folder / "table.xlsx", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("xl/workbook.xml", f'<workbook xmlns="{space}spreadsheetml/2006/main" xmlns:r="{space}officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>')
        pack.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{space}package/2006/relationships"><Relationship Id="rId1" Type="{space}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        pack.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{space}spreadsheetml/2006/main"><sheetData>{row * (size // 10_000)}</sheetData></worksheet>')
    return ["import", "table.xlsx", "--source", "council-2024", "--dry-run"]


@kind(5_010_000, 6_000_000, 7_000_000)
def cells_of_a_workbook_past_the_limit(folder, size):
    return cells_of_a_workbook(folder, size)


@kind(25_000, 50_000, 100_000)
def attributes_in_a_list_of_endnote(folder, size):
    attributes = "".join(f'a{at}="" ' for at in range(size))
    write(folder, "list.xml", f"<xml><records><record><titles><title><style {attributes}>T</style></title></titles></record></records></xml>")
    return ["add", "source", "--from", "list.xml", "--dry-run"]


def document(folder, body):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(folder / "report.docx", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        pack.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')


@kind(50_000, 100_000, 200_000)
def paragraphs_of_a_document(folder, size):
    document(folder, '<w:p><w:r><w:t>Nests: {{ latest("swift-nests") }}</w:t></w:r></w:p>' * 1_000 + "<w:p><w:r><w:t>Nests</w:t></w:r></w:p>" * size)
    return ["update", "report.docx"]


@kind(50_000, 100_000, 200_000)
def paragraphs_in_each_other_of_a_document(folder, size):
    document(folder, "<w:p><w:r>" * size + "</w:r></w:p>" * size)
    return ["update", "report.docx"]


@kind(50_000, 100_000, 200_000)
def marks_of_a_document(folder, size):
    mark = '<w:p><w:bookmarkStart w:id="{0}" w:name="sl_word_title_0123456789_0123456789"/><w:r><w:t>N</w:t></w:r><w:bookmarkEnd w:id="{0}"/></w:p>'
    document(folder, "".join(mark.format(at) for at in range(size)))
    return ["update", "report.docx"]


def timed(program, words, folder):
    with open(os.devnull, "wb") as nowhere, tempfile.TemporaryFile() as told:
        process = subprocess.Popen([program, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=nowhere, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        told.seek(0)
        first = told.read(120).decode("utf-8", "replace").split("\n")[0]
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), first


def main():
    program, chosen = os.path.abspath(sys.argv[1]), sys.argv[2:]
    steep = []
    print(f"{'kind':40} {'size':>20} {'seconds':>26} {'MB':>6}  exit")
    for name, (sizes, make) in KINDS.items():
        if chosen and not any(name.startswith(word) for word in chosen):
            continue
        seconds, memory, status, first = [], 0, 0, ""
        for size in sizes:
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch) / "project"
                shutil.copytree(BASE, folder)
                words = make(folder, size)
                took, most, status, first = timed(program, words, folder)
            seconds.append(took)
            memory = max(memory, most)
        shown = " ".join(f"{one:8.2f}" for one in seconds)
        print(f"{name:40} {sizes[-1]:>20,} {shown} {memory:>6.0f}  {status} {first}", flush=True)
        slower = [after / max(before, 0.001) for before, after in zip(seconds, seconds[1:])]
        if seconds[-1] > BRIEF and slower[-1] > STEEP:
            steep.append(name)
        if status not in (0, 1, 2) or "unexpected argument" in first:
            steep.append(f"{name} (ended with {status}: {first})")
    if steep:
        sys.exit(f"more than in proportion: {', '.join(steep)}")


if __name__ == "__main__":
    main()
