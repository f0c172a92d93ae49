#!/usr/bin/env python3
"""Kills commands at any moment and looks at what is left.

    benches/soak/kills.py target/release/sourceline [KILLS [BESIDE [COMMAND]]]

Where a command is named, only runs of that one are killed. Of so many kills (1,000), so many (200) happen while two others add figures. Alone, every file must be the
one from before or the one that the command writes when nobody kills it; beside others no row that was
confirmed may be missing, and none may be there that nobody asked for.
"""

import os
import shutil
import sys
import tempfile
import threading
import tomllib
from collections import Counter
from pathlib import Path

from common import BASE, DATA, Program, chooser, cleared, day, is_unfinished, page, rows, whole

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
BESIDE = int(sys.argv[3]) if len(sys.argv) > 3 else 200
ONLY = sys.argv[4] if len(sys.argv) > 4 else ""
TABLE = "period,value\n"
REGISTER = "embedded.toml"


def add(number, *more):
    return ["add", "swift-boxes", day(number), "50", "--source", "council-2024", *more]


def commands(number):
    """A command for each that writes, on the project as `prepared` leaves it."""
    every = [
        add(number),
        ["revise", "swift-boxes", "2022-06-30", "42", "--source", "council-2024", "--reason", "counted again"],
        ["edit", "swift-boxes-1200-01-01", "--note", f"Looked at {number} times."],
        ["edit", "series", "swift-boxes", "--note", f"Looked at {number} times."],
        ["edit", "source", "council-2024", "--note", f"Looked at {number} times."],
        ["rename", "series", "swift-boxes", f"boxes-{number}"],
        ["rename", "source", "council-2024", f"council-{number}"],
        ["supersede", "swift-boxes-1200-01-02", "--by", "swift-boxes-1200-01-03", "--why", "Counted again."],
        ["remove", "swift-boxes-1200-01-04"],
        ["undo"],
        ["add", "source", "--publisher", "Club", "--title", f"Nests {number}", "--published", "2023", "--kind", "report"],
        ["add", "series", "--title", f"Owls {number}", "--unit", "owls", "--nature", "stock"],
        ["add", "event", "--date", "2021", "--label", f"Storm {number}"],
        ["add", "chart", f"chart-{number}", "--series", "swift-share"],
        ["import", "table.csv", "--series", "swift-nests", "--source", "club-2024",
         "--period-column", "period", "--value-column", "value", "--keep", f"table-{number}"],
        ["fix", "--write"],
        ["render"],
        ["render", "--format", "svg,png,pdf"],
        ["embed", "boxes", "--for", "word", "--out", "embedded"],
        ["export", "--for", "json", "--out", "export.json"],
        ["export", "--for", "xlsx", "--out", "export.xlsx"],
        ["bundle", "boxes", "--out", "bundle"],
        ["update", "page.html"],
        ["update", "boxes.docx"],
        ["update", "boxes-slide.bare.pptx", "boxes.email.html"],
        ["verify", "--forget", "given/boxes.svg"],
        ["init", "another"],
    ]
    return [words for words in every if ONLY in ("", words[0])]


def prepared(program, folder):
    """A project of a thousand rows, with a page whose picture is old, and a last command to take back."""
    shutil.copytree(BASE, folder)
    with open(folder / "data/figures.csv", "a", encoding="utf-8") as file:
        for at in range(1_000):
            file.write(f"swift-boxes-{day(at)},swift-boxes,{day(at)},5,,,exact,,,council-2024,,,,,\n")
    (folder / "table.csv").write_text(TABLE + "".join(f"{1900 + at},5\n" for at in range(50)), encoding="utf-8")
    ran = program.run(folder, "render")
    assert ran.status == 0, ran
    (folder / "page.html").write_text(page(folder), encoding="utf-8")
    for host in ["word", "powerpoint", "email"]:
        ran = program.run(folder, "embed", "boxes", "--for", host, "--out", ".")
        assert ran.status == 0, ran
    ran = program.run(folder, "embed", "boxes", "--for", "html", "--out", "given")
    assert ran.status == 0, ran
    ran = program.run(folder, *add(1_001))
    assert ran.status == 0, ran


def spoilt(folder, words):
    """Something to mend, for the command that mends."""
    if words[0] == "fix":
        with open(folder / "data/figures.csv", "a", encoding="utf-8") as file:
            file.write(f"odd,swift-boxes,{day(2_000)}, 7,,,exact,,,council-2024,,,,,\n")


def files(folder):
    """What there is, but for the log and the lock."""
    found = {}
    for path in sorted(folder.rglob("*")):
        kept = ".sourceline" in path.parts or path.name == ".sourceline.lock"
        if path.is_file() and not kept and not is_unfinished(path):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def is_between(now, was, then):
    """Of several documents some are entered, or entered anew: each entry is the old one or the new one of its document."""
    def entries(text):
        return {entry["path"]: entry for entry in tomllib.loads((text or b"").decode())["file"]}
    now, was, then = entries(now), entries(was), entries(then)
    stayed = was.keys() & then.keys() <= now.keys() <= was.keys() | then.keys()
    return stayed and all(entry in (was.get(path), then.get(path)) for path, entry in now.items())


def alone(program, scratch, wanted, choices, tally):
    model = scratch / "model"
    prepared(program, model)
    before, after = {}, {}
    for words in commands(7):
        other = scratch / "other"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(model, other)
        spoilt(other, words)
        before[tuple(words)] = files(other)
        ran = program.run(other, *words)
        assert ran.status == 0, ran
        program.typical.setdefault(words[0], ran.seconds)
        after[tuple(words)] = files(other)
    left = 0
    while sum(tally[kind] for kind in ("old", "new", "part")) < wanted:
        words = choices.choice(commands(7))
        folder = scratch / "tried"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(model, folder)
        spoilt(folder, words)
        ran = program.run(folder, *words, kill=choices.random() * 1.3)
        if not ran.killed:
            assert ran.status == 0, ran
            tally["finished"] += 1
            continue
        now, was, then = files(folder), before[tuple(words)], after[tuple(words)]
        for name in sorted({*now, *was, *then}):
            known = now.get(name) in (was.get(name), then.get(name)) or (
                name == REGISTER and is_between(now.get(name), was.get(name), then.get(name)))
            assert known, f"{name} is neither old nor new after `{' '.join(words)}`"
        tally["old" if now == was else "new" if now == then else "part"] += 1
        count = sum(tally[kind] for kind in ("old", "new", "part"))
        if count % 50 == 0:
            print(f"{count} kills: {tally['old']} left all as it was, {tally['new']} all new, {tally['part']} some of the files", flush=True)
        tally[words[0]] += 1
        # Whatever it was, typed again it ends as if it had never been killed, and nothing is left.
        if now != then and words[0] not in ("undo", "revise", "remove"):
            again = program.run(folder, *words)
            told = again.status == 0 or now != was
            assert told, again
            if again.status == 0 and words[0] != "update":
                same = {name: text for name, text in files(folder).items() if not name.endswith(".before")}
                wanted_files = {name: text for name, text in then.items() if not name.endswith(".before")}
                other = sorted(name for name in {*same, *wanted_files} if same.get(name) != wanted_files.get(name))
                assert not other, f"`{' '.join(words)}` typed again ends otherwise: {other}"
        check = program.run(folder, "check")
        assert check.status in (0, 1) and "torn" not in check.told, check
        last = ["add", "series", "--title", "Last", "--unit", "ones", "--nature", "stock"]
        left = max(left, cleared(folder, lambda: program.run(folder, *last)))
        for name in DATA:
            rows(folder, name)
    return left


def beside(program, scratch, wanted, choices, tally):
    folder = scratch / "shared"
    prepared(program, folder)
    expected = set(rows(folder))
    confirmed, perhaps, stop, faults = set(), set(), threading.Event(), []
    numbers = iter(range(10_000, 10_000_000))
    lock = threading.Lock()

    def writer():
        try:
            while not stop.is_set():
                with lock:
                    number = next(numbers)
                ran = program.run(folder, *add(number))
                assert ran.status == 0, ran
                confirmed.add(f"swift-boxes-{day(number)}")
        except AssertionError as fault:
            faults.append(str(fault))

    writers = [threading.Thread(target=writer) for _ in range(2)]
    for one in writers:
        one.start()
    kills = 0
    while kills < wanted and not faults:
        with lock:
            number = next(numbers)
        words = choices.choice([add(number)] * 6 + [
            ["edit", "swift-boxes-1200-01-01", "--note", f"Looked at {number} times."],
            ["edit", "source", "council-2024", "--note", f"Looked at {number} times."],
            ["render"], ["fix", "--write"], ["export", "--for", "json", "--out", "export.json"],
            ["bundle", "boxes", "--out", "bundle"],
        ])
        ran = program.run(folder, *words, kill=choices.random() * 1.3)
        if words[0] == "add":
            (perhaps if ran.killed else confirmed).add(f"swift-boxes-{day(number)}")
        kills += ran.killed
        tally["beside"] += ran.killed
        if not ran.killed:
            assert ran.status == 0, ran
        asked = expected | set(confirmed)
        missing = asked - set(rows(folder))
        assert not missing, f"lost: {sorted(missing)[:5]}"
    stop.set()
    for one in writers:
        one.join()
    assert not faults, faults
    there = set(rows(folder))
    lost = (expected | confirmed) - there
    assert not lost, f"lost: {sorted(lost)[:5]}"
    strange = there - expected - confirmed - perhaps
    assert not strange, f"nobody asked for: {sorted(strange)[:5]}"
    for path in folder.rglob("*"):
        if path.is_file() and not is_unfinished(path) and ".sourceline" not in path.parts:
            whole(path)
    check = program.run(folder, "check")
    assert check.status == 0, check
    cleared(folder, lambda: program.run(folder, *add(next(numbers))))
    return len(confirmed), len(perhaps & there), len(perhaps)


def main():
    program, choices, tally = Program(sys.argv[1]), chooser(16), Counter()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        left = alone(program, scratch, KILLS - BESIDE, choices, tally)
        print(f"alone: {dict(tally)}; at most {left} files left by one kill, all cleared by the next command")
        confirmed, there, perhaps = beside(program, scratch, BESIDE, choices, tally)
        print(f"beside two that add: {tally['beside']} kills; {confirmed} rows confirmed, none lost; of {perhaps} killed additions {there} are there")


if __name__ == "__main__":
    main()
