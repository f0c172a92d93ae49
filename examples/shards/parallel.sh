#!/usr/bin/env bash
# GNU parallel: as many jobs as are given, each with its part of the charts, then the proof that
# they are whole. What follows goes to `render` as it is: parallel.sh 4 --out pictures
set -euo pipefail
jobs="${1:?how many jobs}"
shift
seq "$jobs" | parallel --halt now,fail=1 sourceline render --shard "{}/$jobs" "${@@Q}"
sourceline render --check "$@"
