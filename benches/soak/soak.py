#!/usr/bin/env python3
"""Several processes work on one growing project for a while and are killed at random.

    benches/soak/soak.py target/release/sourceline [MINUTES]

After each round every row that was confirmed is there and says what was confirmed of it, no file is torn,
nothing is left over, all is in order by `check`, `render --check` and `verify`, and a command takes no more
memory than in a fresh project of the same data: what it takes grows in a straight line with the points of
a chart, of which there are more with each round.
"""

import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from common import BASE, DATA, Program, chooser, cleared, day, is_unfinished, page, rows, whole

MINUTES = float(sys.argv[2]) if len(sys.argv) > 2 else 15
WORKERS, ROUND, KILLED = 4, 30, 0.2
# So many MB more than in a fresh project are no growth of their own.
LEVEL = 3


class Known:
    """What was confirmed. Each worker changes only rows of its own, so that it knows what they say."""

    def __init__(self):
        self.lock = threading.Lock()
        self.rows, self.unsure, self.gone = {}, set(), set()
        self.number, self.counts, self.faults = 0, Counter(), []

    def next(self, many=1):
        with self.lock:
            self.number += many
            return self.number - many


class Worker(threading.Thread):
    def __init__(self, at, program, folder, known, until, seed):
        super().__init__()
        self.at, self.program, self.folder, self.known = at, program, folder, known
        self.until, self.choices = until, chooser(seed)

    def run(self):
        try:
            while time.monotonic() < self.until and not self.known.faults:
                self.once()
        except AssertionError as fault:
            self.known.faults.append(str(fault))

    def own(self):
        with self.known.lock:
            mine = [name for name, row in self.known.rows.items() if row["worker"] == self.at and row["rank"] == ""]
        return self.choices.choice(mine) if mine else None

    def do(self, *words):
        """Whether it is known to be done: not where it was killed."""
        kill = self.choices.random() * 1.3 if self.choices.random() < KILLED else None
        ran = self.program.run(self.folder, *words, kill=kill)
        self.known.counts["killed" if ran.killed else words[0]] += 1
        if ran.killed:
            return False
        assert ran.status == 0, ran
        return True

    def forget(self, *names):
        """What a killed command may have done to rows is not known."""
        for name in names:
            self.known.rows.pop(name, None)
            self.known.unsure.add(name)

    def once(self):
        what = self.choices.choice(["add"] * 8 + ["edit"] * 3 + ["import", "supersede", "remove", "render", "export", "update", "fix", "bundle", "check"])
        rows, name = self.known.rows, self.own()
        if what == "add":
            number = self.known.next()
            name = f"swift-boxes-{day(number)}"
            done = self.do("add", "swift-boxes", day(number), "50", "--source", "council-2024")
            if done:
                rows[name] = {"worker": self.at, "note": "", "rank": ""}
            else:
                self.known.unsure.add(name)
        elif what == "import":
            first = self.known.next(5)
            table = self.folder / f"table-{self.at}.csv"
            table.write_text("period,value\n" + "".join(f"{day(first + at)},5\n" for at in range(5)), encoding="utf-8")
            names = [f"swift-boxes-{day(first + at)}" for at in range(5)]
            done = self.do("import", table.name, "--series", "swift-boxes", "--source", "council-2024",
                           "--period-column", "period", "--value-column", "value")
            for name in names:
                if done:
                    rows[name] = {"worker": self.at, "note": "", "rank": ""}
                else:
                    self.known.unsure.add(name)
        elif what == "edit" and name:
            note = f"Looked at {self.known.next()} times."
            if self.do("edit", name, "--note", note):
                rows[name]["note"] = note
            else:
                self.forget(name)
        elif what == "supersede" and name:
            other = self.own()
            if other != name:
                if self.do("supersede", name, "--by", other, "--why", "Counted again."):
                    rows[name]["rank"], rows[other]["rank"] = "superseded", "successor"
                    rows[name]["note"] = None
                else:
                    self.forget(name, other)
        elif what == "remove" and name:
            if self.do("remove", name):
                rows.pop(name)
                self.known.gone.add(name)
            else:
                self.forget(name)
        elif what == "render":
            self.do("render", "--out", f"drawn-{self.at}", "--format", "svg,png,pdf")
        elif what == "bundle":
            self.do("bundle", "nests", "--out", f"bundle-{self.at}")
        elif what == "export":
            self.do("export", "--for", "json", "--out", f"export-{self.at}.json")
        elif what == "update":
            self.do("update", f"page-{self.at}.html")
        elif what == "fix":
            self.do("fix", "--write")
        elif what == "check":
            self.do("check")


def looked(program, folder, known, round_number):
    there = rows(folder)
    lost = [name for name in known.rows if name not in there]
    assert not lost, f"lost: {lost[:5]}"
    back = [name for name in known.gone if name in there]
    assert not back, f"back again: {back[:5]}"
    for name, row in known.rows.items():
        now = there[name]
        if row["note"] is not None:
            assert now["note"] == row["note"], f"{name} says {now['note']!r}, and {row['note']!r} was confirmed"
        if row["rank"] == "superseded":
            assert now["rank"] == "superseded", f"{name} is not superseded"
    asked = set(known.rows) | known.unsure | known.gone
    strange = [name for name in there if name.startswith("swift-boxes-1") and name not in asked]
    assert not strange, f"nobody asked for: {strange[:5]}"
    for name in DATA:
        rows(folder, name)
    for path in folder.rglob("*"):
        if path.is_file() and not is_unfinished(path) and ".sourceline" not in path.parts:
            whole(path)
    left = cleared(folder, lambda: program.run(folder, "add", "event", "--date", "2021", "--label", f"Round {round_number}"))
    taken = program.run(folder, "undo")
    assert taken.status == 0, taken
    # Copies of documents are kept for their reader, who here wants none.
    for path in folder.glob("*.before*"):
        path.unlink()
    memory = {}
    for words in (["check"], ["render"], ["render", "--check"], ["add", "event", "--date", "2021", "--label", f"Event {round_number}"]):
        ran = program.run(folder, *words)
        assert ran.status == 0, ran
        memory[" ".join(words[:2])] = ran.memory
    memory["fresh"] = fresh(program, folder)
    assert memory["check"] < memory["fresh"] + LEVEL, f"`check` takes more than in a fresh project: {memory}"
    for worker in range(WORKERS):
        ran = program.run(folder, "update", f"page-{worker}.html")
        assert ran.status == 0, ran
        ran = program.run(folder, "verify", f"page-{worker}.html")
        assert ran.status == 0, ran
    for path in folder.glob("*.before*"):
        path.unlink()
    others = [path.name for path in folder.iterdir() if path.is_file() and path.suffix not in (".html", ".json", ".csv", ".toml")]
    size = (folder / "data/figures.csv").stat().st_size
    return len(there), size, left, memory, others


def fresh(program, folder):
    """What `check` takes of the same data and specs, with nothing else there."""
    with tempfile.TemporaryDirectory() as scratch:
        for part in ("data", "charts"):
            shutil.copytree(folder / part, Path(scratch) / part)
        ran = program.run(Path(scratch), "check")
        assert ran.status == 0, ran
        return ran.memory


def main():
    program = Program(sys.argv[1])
    known, begun = Known(), time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        shutil.copytree(BASE, folder)
        assert program.run(folder, "render").status == 0
        for worker in range(WORKERS):
            (folder / f"page-{worker}.html").write_text(page(folder, "nests"), encoding="utf-8")
        round_number = 0
        while time.monotonic() - begun < MINUTES * 60:
            round_number += 1
            until = time.monotonic() + min(ROUND, MINUTES * 60)
            workers = [Worker(at, program, folder, known, until, round_number * 100 + at) for at in range(WORKERS)]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            assert not known.faults, known.faults
            count, size, left, memory, others = looked(program, folder, known, round_number)
            assert not [name for name in others if not name.startswith(".")], others
            told = ", ".join(f"{words} {most:.0f} MB" for words, most in memory.items())
            print(f"round {round_number}: {count} rows, {size / 1024:.0f} KiB, {len(known.rows)} confirmed, "
                  f"{known.counts['killed']} killed so far, {left} left and cleared; {told}", flush=True)
    print(f"{round_number} rounds, {sum(known.counts.values())} runs: {dict(known.counts)}; nothing confirmed was lost")


if __name__ == "__main__":
    main()
