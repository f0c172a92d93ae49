#!/usr/bin/env bash
# email-reply-parser 0.5.12 (PyPI); node-email-reply-parser 0.1.4 and planer 1.2.0 (npm), which cut the text of a mail down
# to what its sender has written, for mail that comes in to help desks and trackers.
# Guess: a plain mail of figures, that answers nothing, stays as it is; only a line of two hyphens starts a signature, only
# lines that begin with "> " and stand below "wrote:" are quoted.
# Seen: a line that begins with -3 is a signature: in Python, after an empty line, it and all below are gone; in
# node-email-reply-parser also below the rows of a table, so that the rise of the East and the note are gone with the fall
# of the North. A line below the heads of a table ends the mail as well. ">5" at the start of a line takes the line away,
# while the South stays. planer finds a mail passed on in "Period: ... Date: ...", and the figures are gone. Nothing is said.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check email-reply-parser==0.5.12
npm install --silent --no-audit --no-fund node-email-reply-parser@0.1.4 planer@1.2.0
cat > mails.json <<'JSON'
{"fall first": "Change on 2017:\n\n-3.2% in the North\n+1.1% in the East\nRevised in May.\n",
 "fall below": "Change on 2017:\nSouth +2.5%\n-3.2% in the North\nEast +1.1%\nRevised in May.\n",
 "table": "Year | Boxes\n------------\n2017 | 1,644\n2018 | 1,802\n",
 "more than": "Boxes:\n\n>5 in the North\n212 in the South\n",
 "heads": "Period: 2018-19\nDate: 3 May\nNorth 1,644\n"}
JSON
cat > try.py <<'PY'
import json
from email_reply_parser import EmailReplyParser
for name, mail in json.load(open("mails.json")).items():
    print("email-reply-parser |", name, "|", " / ".join(EmailReplyParser.parse_reply(mail).strip().split("\n")))
PY
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs'
import node from 'node-email-reply-parser'
import planer from 'planer'
const mails = Object.entries(JSON.parse(readFileSync('mails.json', 'utf8')))
for (const [name, mail] of mails) console.log('node-email-reply-parser |', name, '|', node(mail, true).trim().split('\n').join(' / '))
for (const [name, mail] of mails) console.log('planer |', name, '|', planer.extractFrom(mail, 'text/plain').trim().split('\n').join(' / '))
JS
venv/bin/python try.py > seen
node try.mjs >> seen
cat seen
cat > expected <<'TXT'
email-reply-parser | fall first | Change on 2017:
email-reply-parser | fall below | Change on 2017: / South +2.5% / -3.2% in the North / East +1.1% / Revised in May.
email-reply-parser | table | Year | Boxes
email-reply-parser | more than | Boxes: / 212 in the South
email-reply-parser | heads | Period: 2018-19 / Date: 3 May / North 1,644
node-email-reply-parser | fall first | Change on 2017:
node-email-reply-parser | fall below | Change on 2017: / South +2.5%
node-email-reply-parser | table | Year | Boxes
node-email-reply-parser | more than | Boxes: / 212 in the South
node-email-reply-parser | heads | Period: 2018-19 / Date: 3 May / North 1,644
planer | fall first | Change on 2017: /  / -3.2% in the North / +1.1% in the East / Revised in May.
planer | fall below | Change on 2017: / South +2.5% / -3.2% in the North / East +1.1% / Revised in May.
planer | table | Year | Boxes / ------------ / 2017 | 1,644 / 2018 | 1,802
planer | more than | Boxes: /  / >5 in the North / 212 in the South
planer | heads | Period: 2018-19
TXT
diff expected seen
