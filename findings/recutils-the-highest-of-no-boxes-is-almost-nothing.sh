#!/usr/bin/env bash
# recutils 1.9 (Debian 12: recutils), tables kept as plain text.
# Guess: a field that a record does not have is left out of Avg, as it is of Count, and meets no condition; the highest of the figure
# 0 is 0; with a condition (-e) sums are those of the records that meet it; 010 in a field of whole numbers is 10 in sums and in conditions alike.
# Seen: it counts as zero in Avg, which divides by all records, and in conditions: `boxes < 6` takes records without the field. Max
# begins with 2.2e-308, the smallest number above nothing, and stays there for 0 and for what is below. 010 is 8 in
# conditions and 10 in sums. A condition is passed over by sums and counts: those of North alone are those of all areas.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s recutils > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends recutils > log 2>&1
cat > boxes.rec <<'REC'
%rec: Box
%type: boxes int
%key: area

area: North
boxes: 550

area: South

area: East
boxes: 010
REC
{
  recsel -t Box -p 'Count(boxes),Sum(boxes),Avg(boxes),Max(boxes)' boxes.rec
  echo "below 6: $(recsel -t Box -e 'boxes < 6' -P area boxes.rec | xargs)"
  echo "above 8: $(recsel -t Box -e 'boxes > 8' -P area boxes.rec | xargs)"
  echo "of North alone:"; recsel -t Box -e "area = 'North'" -p 'Count(boxes),Sum(boxes)' boxes.rec; recsel -t Box -e "area = 'North'" -c boxes.rec
  for figure in 0 -158; do
    printf '%%rec: Box\n\narea: West\nboxes: %s\n' "$figure" > one.rec
    echo "of $figure"; recsel -t Box -p 'Max(boxes)' one.rec
  done
} > seen
cat > expected <<'TXT'
Count_boxes: 2
Sum_boxes: 560
Avg_boxes: 186.667
Max_boxes: 550
below 6: South
above 8: North
of North alone:
Count_boxes: 2
Sum_boxes: 560
1
of 0
Max_boxes: 2.22507e-308
of -158
Max_boxes: 2.22507e-308
TXT
diff expected seen
