#!/usr/bin/env bash
# reveal.js 5.2.1 with its Markdown plugin, in jsdom 29.1.1 (npm); reveal-md and others show slides by it.
# Guess: a line that begins with "Note:" and says what a reader must know of a figure stands on the slide, with the source
# below it; speaker's notes have a mark of their own.
# Seen: the line is that mark, in capitals or not, "Notes:" and "note:" too, also in the midst of a paragraph: it and all
# that follows, the source and the figures, go to the speaker's notes and are gone from the slide. With two such lines on
# a slide both stay. "Please note:" and "Notes of 2018" stay.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund reveal.js@5.2.1 jsdom@29.1.1
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { JSDOM } from 'jsdom'
const { window } = new JSDOM('<body></body>', { runScripts: 'outside-only' })
globalThis.document = window.document
window.eval(readFileSync('node_modules/reveal.js/plugin/markdown/markdown.js', 'utf8'))
for (const markdown of [
  'Boxes: 550\n\nNote: 2018 is provisional.\n\nSource: Office, 2019',
  'Boxes: 550\nnotes: one box is not one nest\n\nCrates: 60',
  'Boxes: 550\n\nPlease note: provisional\n\nNotes of 2018',
  'Boxes: 550\n\nNote: provisional\n\nNote: one box is not one nest'
]) {
  document.body.innerHTML = '<div><section data-markdown><script type="text/template"></' + 'script></section></div>'
  const slides = document.querySelector('div')
  slides.querySelector('script').textContent = markdown
  const plugin = window.RevealMarkdown()
  await plugin.init({ getConfig: () => ({}), getRevealElement: () => slides, on() {} })
  const notes = slides.querySelector('aside.notes')
  notes?.remove()
  const words = node => node ? node.textContent.trim().replace(/\s*\n\s*/g, ' / ') : 'none'
  console.log('slide |', words(slides), '| speaker |', words(notes))
}
JS
node try.mjs > seen
cat > expected <<'TXT'
slide | Boxes: 550 | speaker | 2018 is provisional. / Source: Office, 2019
slide | Boxes: 550 | speaker | one box is not one nest / Crates: 60
slide | Boxes: 550 / Please note: provisional / Notes of 2018 | speaker | none
slide | Boxes: 550 / Note: provisional / Note: one box is not one nest | speaker | none
TXT
diff expected seen
