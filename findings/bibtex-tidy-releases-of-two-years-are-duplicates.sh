#!/usr/bin/env bash
# bibtex-tidy 1.14.0 (npm), which tidies bibliographies.
# Guess: with --duplicates and --merge entries are put into one that are the same work; the yearly release of an office,
# which has one author and one title and another year, is a work for each year. Signs are kept or written as LaTeX sets
# them.
# Seen: author and title decide: the release of 2019 is taken away, with a warning, and what cites it finds that of 2018
# if anything. ≥ and ± become \geq{} and \pm{}, which LaTeX knows in formulas alone, and a minus becomes a hyphen; with
# --encode-urls an underscore becomes \%5F, so that the address has a backslash.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund bibtex-tidy@1.14.0
cat > try.mjs <<'JS'
import { tidy } from 'bibtex-tidy'
const show = (text, settings) => {
  const { bibtex, warnings } = tidy(text, { align: false, ...settings })
  console.log(bibtex.trim())
  warnings.forEach(warning => console.log('warning:', warning.message))
}
const release = year => `@report{crime${year}, author = {{Office for Examples}}, title = {Recorded crime}, year = {${year}}, url = {https://example.org/${year}}}\n`
show(release(2018) + release(2019), { duplicates: true, merge: true })
show('@report{a, title = {Rates ≥5, ±2, of −158}, url = {https://example.org/a_b}}', { encodeUrls: true })
JS
cat > expected <<'TXT'
@report{crime2018,
  author = {{Office for Examples}},
  title = {Recorded crime},
  year = {2018},
  url = {https://example.org/2018}
}
warning: Duplicate removed. Entry crime2019 has similar content to entry crime2018.
@report{a,
  title = {Rates \geq{}5, \pm{}2, of -158},
  url = {https://example.org/a\%5Fb}
}
TXT
node try.mjs > seen
diff expected seen
