#!/usr/bin/env python3
"""How long the pages of `sourceline open` take to answer, as a browser asks for them.

    python3 benches/page.py PROGRAM PROJECT SERIES SOURCE

PROGRAM is a release build. SERIES and SOURCE are ids of PROJECT; `cargo run --example generate` makes a large one.
Each answer is asked for often, and the middle one is told beside what it may take: 20 ms at each key and 100 ms for
the charts redrawn in the shipped project, 50 ms and 200 ms with 10,000 figures, 200 ms until a page knows that a file
was edited, 150 KB for a page and all that it loads but pictures. Writes nothing into the project: it is copied.
"""

import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

RUNS = 41
LARGE = 10_000


class Served:
    """A run of `sourceline open`."""

    def __init__(self, program, project):
        words = [program, "open", "--no-browser", "--project", project]
        self.child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = self.child.stdout.readline().strip()
        self.port, secret = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/enter/(\w+)", address).groups()
        origin = f"http://127.0.0.1:{self.port}"
        self.head = {"Cookie": f"sourceline-{self.port}={secret}", "Origin": origin}

    def ask(self, path, fields=None):
        """The answer, and the seconds until it was there."""
        connection = http.client.HTTPConnection("127.0.0.1", int(self.port), timeout=60)
        head = dict(self.head)
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            head["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        connection.request("GET" if body is None else "POST", path, body, head)
        answer = connection.getresponse()
        text = answer.read()
        took = time.perf_counter() - begun
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {text.decode()[:300]}")
        return text.decode(errors="replace"), took


def told(what, value, most, unit):
    mark = "" if value <= most else "  MORE THAN IT MAY"
    print(f"{what:36}{value:9.1f} {unit}  of {most} {unit}{mark}")
    return value <= most


def middle(ask):
    ask()
    return 1000 * statistics.median(ask()[1] for _ in range(RUNS))


def follows(served, figures):
    """From an edit until a page that waits is told."""
    state = re.search(r'data-state="(\d+)"', served.ask("/charts/index.html")[0]).group(1)
    done = {}

    def wait():
        served.ask(f"/changed?state={state}")
        done["at"] = time.perf_counter()

    waiting = threading.Thread(target=wait)
    waiting.start()
    time.sleep(0.5)
    text = figures.read_bytes()
    begun = time.perf_counter()
    figures.write_bytes(text.rstrip(b"\r\n") + b"\n\n")
    waiting.join()
    figures.write_bytes(text)
    time.sleep(0.5)
    return 1000 * (done["at"] - begun)


def main():
    program, project, series, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder, "project")
        keep = shutil.ignore_patterns("target", ".git", "node_modules")
        shutil.copytree(project, own, ignore=keep)
        figures = own / "data/figures.csv"
        large = figures.read_bytes().count(b"\n") >= LARGE
        served = Served(program, str(own))
        try:
            typed = {"series": series, "source": source, "period": "1901", "value": "12"}
            fine = [
                told("the answer at a key", middle(lambda: served.ask("/add/said", typed)), 50 if large else 20, "ms"),
                told("the charts redrawn", middle(lambda: served.ask("/add/charts", typed)), 200 if large else 100, "ms"),
                told("told of an edit", statistics.median(follows(served, figures) for _ in range(5)), 200, "ms"),
            ]
            page, _ = served.ask("/charts/index.html")
            parts = re.findall(r'(?:src|href)="(/assets/[^"]+)"', page)
            weight = len(page.encode()) + sum(len(served.ask(part)[0].encode()) for part in parts)
            fine.append(told("a page with all that it loads", weight / 1000, 150, "KB"))
        finally:
            served.child.kill()
    sys.exit(0 if all(fine) else 1)


if __name__ == "__main__":
    main()
