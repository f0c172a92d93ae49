"""What the scripts of this folder share: running and killing the program, and reading what it wrote."""

import csv
import io
import json
import os
import random
import signal
import subprocess
import tempfile
import time
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
BASE = HERE / "tests/cli/project"
DATA = ["figures.csv", "series.csv", "sources.csv", "events.csv"]


def day(number):
    """Another day for each number, 336 of them a year."""
    return f"{1200 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


class Ran:
    def __init__(self, words, status, told, seconds, memory):
        self.words, self.status, self.told = words, status, told
        self.seconds, self.memory = seconds, memory

    @property
    def killed(self):
        return self.status == -signal.SIGKILL

    def __str__(self):
        return f"`{' '.join(self.words)}` ended with {self.status}: {self.told[-400:]}"


class Program:
    """Runs the program in a folder; after how long it is killed, if at all, is spread around how long
    a command takes, which changes with what else the machine does."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.typical = {}

    def run(self, folder, *words, kill=None):
        words = [str(word) for word in words]
        with tempfile.TemporaryFile() as told:
            begun = time.monotonic()
            process = subprocess.Popen(
                [self.path, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=told, stderr=told
            )
            if kill is not None:
                longest = self.typical.get(words[0], 0.05)
                try:
                    process.wait(timeout=longest * kill)
                except subprocess.TimeoutExpired:
                    process.kill()
                process.wait()
                status, memory = process.returncode, 0
            else:
                _, ended, used = os.wait4(process.pid, 0)
                status, memory = os.waitstatus_to_exitcode(ended), used.ru_maxrss / 1024
                process.returncode = status
            seconds = time.monotonic() - begun
            told.seek(0)
            ran = Ran(words, status, told.read().decode("utf-8", "replace"), seconds, memory)
        if kill is not None:
            # Killed too early or too late is no trial of what lies between.
            known = self.typical.get(words[0], 0.05)
            self.typical[words[0]] = known * (1.05 if ran.killed else 0.9)
        return ran


def rows(folder, name="figures.csv"):
    """The rows of a data file by id; fails where one is torn or an id stands twice."""
    text = (folder / "data" / name).read_text(encoding="utf-8")
    assert text.endswith("\n"), f"{name} ends within a line"
    head, *body = csv.reader(io.StringIO(text))
    found = {}
    for row in body:
        assert len(row) == len(head), f"{name} has a torn row: {row}"
        assert row[0] not in found, f"{name} has {row[0]} twice"
        found[row[0]] = dict(zip(head, row))
    return found


def whole(path):
    """Fails where a written file is not whole."""
    content = path.read_bytes()
    ending = path.suffix
    if ending == ".svg":
        xml.fromstring(content)
    elif ending == ".json":
        json.loads(content)
    elif ending in (".xlsx", ".docx", ".zip"):
        with zipfile.ZipFile(path) as pack:
            assert pack.testzip() is None, f"{path} is torn"
    elif ending == ".pdf":
        assert content.rstrip().endswith(b"%%EOF"), f"{path} is torn"
    elif ending == ".png":
        assert content.endswith(b"IEND\xaeB\x60\x82"), f"{path} is torn"
    elif ending == ".html":
        assert content.rstrip().endswith(b">"), f"{path} is torn"
    elif ending == ".toml":
        assert content.endswith(b"\n"), f"{path} is torn"


def unfinished(folder):
    """What runs that were killed have left so far."""
    return [path for path in folder.rglob("*") if path.is_file() and is_unfinished(path)]


def is_unfinished(path):
    return path.name.startswith(".") and path.name not in (".sourceline.lock",) and ".sourceline" not in path.parts


def cleared(folder, add):
    """Makes them old, lets a command run, and fails where one is still there."""
    left = unfinished(folder)
    for path in left:
        os.utime(path, (time.time() - 120, time.time() - 120))
    ran = add()
    assert ran.status == 0, ran
    still = [path for path in unfinished(folder) if path in left and is_kept_clear(folder, path)]
    assert not still, f"left over: {still}"
    return len(left)


def is_kept_clear(folder, path):
    """Folders of the project; what `--out` names elsewhere nobody looks through again."""
    return path.parent in (folder, folder / "data", folder / "charts", folder / "imports")


def page(folder, chart="boxes"):
    picture = (folder / "charts" / f"{chart}.svg").read_text(encoding="utf-8")
    return f"<!doctype html>\n<html><title>Report</title>\n<p>As shown.</p>\n{picture}\n</html>\n"


def chooser(seed):
    return random.Random(seed)
