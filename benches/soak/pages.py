#!/usr/bin/env python3
"""Two pages and a command line add figures at once, while others ask for what nobody would ask; then the server is
killed in the middle of saves.

    benches/soak/pages.py target/release/sourceline [CHANGES] [KILLS] [ODD]

ODD is how many odd requests there are at least; they go on beside the changes. Each change is there afterwards and says what was saved, the data are in order by `check`, no request makes the server go wrong, and
what is killed leaves the old file or the new one.
"""

import re
import shutil
import socket
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

from common import BASE, HERE, Program, chooser, cleared

sys.path.insert(0, str(HERE / "benches"))
from page import Served  # noqa: E402

CHANGES = int(sys.argv[2]) if len(sys.argv) > 2 else 200
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 40
ODD_REQUESTS = int(sys.argv[4]) if len(sys.argv) > 4 else 0
ODD = [b"\0", b"\r\n", b"\r\n\r\n", b"%00", b"%2e%2e/", b"\xff", b"{{", b"<b>", b"=", b"&", b"9" * 30, b"Host: x\r\n"]


def fields_of(at, number):
    """A figure of a year of its own."""
    return {"series": "swift-nests", "source": "club-2024", "period": str(1000 + at), "value": str(number)}


def shown(served, fields):
    text, _ = served.ask("/add/said", fields)
    found = re.search(r'name="agreed" value="([^"]*)"', text)
    assert found, text
    return {**fields, "agreed": found.group(1), "do": "save"}


def by_page(served, numbers):
    for at, number in numbers:
        text, _ = served.ask("/add", shown(served, fields_of(at, number)))
        assert "<h1>Saved</h1>" in text, text


def by_command(program, folder, numbers):
    for at, number in numbers:
        ran = program.run(folder, "add", "swift-nests", 1000 + at, number, "--exact", "--source", "club-2024")
        assert ran.status == 0, ran


def odd(served, until, counts):
    """Requests like those of a page and unlike them, on connections of their own."""
    choices = chooser("pages")
    head = "".join(f"{name}: {text}\r\n" for name, text in served.head.items())
    form = urllib.parse.urlencode({**fields_of(5, 5), "do": "look", "text": "title = 'x'"})
    while not until.is_set() or sum(counts.values()) < ODD_REQUESTS:
        way = choices.choice(["/add/said", "/add", "/spec/drawn", "/spec/marked", "/import/look", "/new", "/charts/nests/index.html"])
        said = (
            f"POST {way} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n{head}Connection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n{form}"
        ).encode()
        for _ in range(choices.randrange(4)):
            at = choices.randrange(len(said))
            said = said[:at] + choices.choice(ODD) + said[at + choices.randrange(3):]
        with socket.create_connection(("127.0.0.1", int(served.port)), timeout=30) as door:
            try:
                door.sendall(said)
                door.shutdown(socket.SHUT_WR)
                answer = door.recv(1 << 16)
            except OSError:
                answer = b""
        status = answer[9:12].decode(errors="replace") or "cut off"
        counts[status] = counts.get(status, 0) + 1
        assert not answer.startswith(b"HTTP/1.1 500"), said


def together(program, scratch):
    folder = scratch / "together"
    shutil.copytree(BASE, folder)
    served = Served(program.path, str(folder))
    numbers = [(at, 100 + at * 7) for at in range(CHANGES)]
    faults, until, counts = [], threading.Event(), {}

    def kept(work, *words):
        def run():
            try:
                work(*words)
            except BaseException as fault:  # SystemExit is how a page that refuses is told.
                faults.append(f"{work.__name__}: {fault}")
        return threading.Thread(target=run)

    noise = kept(odd, served, until, counts)
    workers = [
        kept(by_page, served, numbers[0::3]), kept(by_page, served, numbers[1::3]),
        kept(by_command, program, folder, numbers[2::3]),
    ]
    begun = time.monotonic()
    for thread in [noise, *workers]:
        thread.start()
    for thread in workers:
        thread.join()
    took = time.monotonic() - begun
    until.set()
    noise.join()
    served.child.kill()
    served.child.wait()
    text = (folder / "data/figures.csv").read_text()
    lost = [at for at, number in numbers if len(re.findall(rf"(?m)^[^,]*,swift-nests,{1000 + at},{number},", text)) != 1]
    check = program.run(folder, "check")
    print(f"{CHANGES} changes in {took:.0f} s, {len(lost)} lost; answers to {sum(counts.values())} odd requests: {counts}")
    return faults + [f"lost: {lost}"] * bool(lost) + [str(check)] * (check.status != 0)


def killed(program, scratch):
    folder = scratch / "killed"
    shutil.copytree(BASE, folder)
    figures, choices, faults, new = folder / "data/figures.csv", chooser("kills"), [], 0
    for at in range(KILLS):
        served = Served(program.path, str(folder))
        before = figures.read_text()
        said = shown(served, fields_of(at, 1000 + at))

        def save():
            try:
                served.ask("/add", said)
            except BaseException:
                pass  # It was killed.

        saving = threading.Thread(target=save)
        saving.start()
        time.sleep(choices.random() * 0.03)
        served.child.kill()
        served.child.wait()
        saving.join()
        after = figures.read_text()
        row = [line for line in after.splitlines() if f",swift-nests,{1000 + at},{1000 + at}," in line]
        new += len(row)
        if after != before and not (len(row) == 1 and after.replace(row[0] + "\n", "") == before):
            faults.append(f"neither old nor new after save {at}:\n{after}")
    check = program.run(folder, "check")
    undo = program.run(folder, "undo", "--list")
    left = cleared(folder, lambda: program.run(folder, "add", "swift-nests", 1999, 7, "--exact", "--source", "club-2024"))
    print(f"{KILLS} killed, {new} had saved; {left} unfinished files, which the next command has cleared")
    return faults + [str(ran) for ran in (check, undo) if ran.status != 0]


def main():
    program = Program(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        faults = together(program, Path(scratch)) + killed(program, Path(scratch))
    for fault in faults:
        print(f"FAULT {fault[:2000]}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
