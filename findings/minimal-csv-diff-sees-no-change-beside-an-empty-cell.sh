#!/usr/bin/env bash
# minimal-csv-diff 0.4.2 with polars 2.1.0 (PyPI), which compares two editions of a table by a key.
# Guess: a figure that changed is reported, whether or not another cell of its row is empty in both editions.
# Seen: a row with a cell that is empty in both is not compared: 5 becomes 6 beside an empty note, and "No differences
# found". With a note of its own the same change is reported. A figure that was withdrawn is not reported either where the
# note is empty. Fill empty cells first.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check minimal-csv-diff==0.4.2 polars==2.1.0
compare() {
  rm -f diff.csv
  printf 'area,boxes,note\n%b\n' "$2" > old.csv
  printf 'area,boxes,note\n%b\n' "$3" > new.csv
  env/bin/minimal-csv-diff old.csv new.csv --key area > said 2> log
  echo "$1 | $(cut -d. -f1 said | head -1 | cut -c1-20) | $(test -e diff.csv && tail -n +2 diff.csv | cut -d, -f1-3 | tr -d '"' | tr '\n' ';')"
}
{
  compare "with a note" 'North,5,p' 'North,6,p'
  compare "empty note" 'North,5,' 'North,6,'
  compare "withdrawn, empty note" 'North,5,' 'North,,'
  compare "two areas" 'North,5,\nSouth,7,p' 'North,6,\nSouth,8,p'
} > seen
cat > expected <<'TXT'
with a note | Differences found an | old.csv,boxes,North;new.csv,boxes,North;
empty note | No differences found | 
withdrawn, empty note | No differences found | 
two areas | Differences found an | old.csv,boxes,South;new.csv,boxes,South;
TXT
diff expected seen
