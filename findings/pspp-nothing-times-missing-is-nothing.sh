#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12: pspp 1.6.2-2), which runs the language of SPSS.
# Guess: what is worked out of a missing figure is missing, v + w as well as 0 * v and v ** 0; RECODE ... (ELSE = 0) is for
# the figures that no rule names, and a missing one stays missing; SUM(v, w) is missing where one of both is, as v + w is.
# Seen: 0 times a missing figure is 0, 0 divided by it too, and its power of 0 is 1: a price of 0 for an unknown number of
# boxes is a revenue of 0. ELSE takes what is missing in, also a 999 that is declared missing, so that a refusal becomes 0.
# SUM() adds what there is.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.sps <<'SPS'
DATA LIST LIST NOTABLE /area (A5) v (F8.2) w (F8.2).
BEGIN DATA
North 5 10
South . 20
West 999 30
END DATA.
MISSING VALUES v (999).
COMPUTE plus = v + w.
COMPUTE zero = 0 * v.
COMPUTE part = 0 / v.
COMPUTE power = v ** 0.
COMPUTE sum = SUM(v, w).
COMPUTE mean = MEAN(v, w).
RECODE v (1 THRU 10 = 1) (ELSE = 0) INTO few.
FORMATS plus zero part power sum mean few (F6.1).
LIST area v plus zero part power sum mean few.
SPS
pspp try.sps | grep '^|' > seen
cat > expected <<'TXT'
| area|   v  |plus|zero|part|power| sum|mean|few|
|North|  5.00|15.0|  .0|  .0|  1.0|15.0| 7.5|1.0|
|South|     .|   .|  .0|  .0|  1.0|20.0|20.0| .0|
|West |999.00|   .|  .0|  .0|  1.0|30.0|30.0| .0|
TXT
diff expected seen
