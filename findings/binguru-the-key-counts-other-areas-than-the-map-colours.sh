#!/usr/bin/env bash
# binguru 1.0.1 (npm), which puts the figures of areas into classes for maps, by twelve methods; to compare ckmeans() of
# simple-statistics 7.12.1 (npm).
# To be expected: the sizes it gives for the key are the numbers of areas that it gives to each class; of 1, 2, 3, 11, 12, 13, 31, 32
# with natural breaks each class has its own group; no class is empty beside a figure that is in it.
# Seen: a figure that is equal to a break is in the class below for the colours, and in the class above for the sizes: the map
# has 3, 3 and 2 areas in its classes, and the key says 2, 3 and 3. Of six areas with quantiles the map has 3, 2 and 1, and
# the key two of each. An area that fell by 20 is alone in the first class, and the key says that there is none. The natural
# breaks by Fisher and Jenks of 10 to 60 part 10 from 20, 30 and 40, 50, 60, where ckmeans makes three pairs.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund binguru@1.0.1 simple-statistics@7.12.1
cat > try.mjs <<'JS'
import { BinGuru } from 'binguru'
import { ckmeans } from 'simple-statistics'
function say(name, figures, method) {
  const { binBreaks, binSizes, dataBinAssignments } = new BinGuru(figures, 3, 2)[method]()
  const groups = [1, 2, 3].map(number => figures.filter((_, place) => dataBinAssignments[place] === number).join(' '))
  console.log(name, '| breaks', ...binBreaks, '| map', groups.join(' / '), '| key', Object.values(binSizes.valids).join(' / '))
}
const groups = [1, 2, 3, 11, 12, 13, 31, 32], tens = [10, 20, 30, 40, 50, 60], falls = [-20, 1, 2, 4, 5, 10, 100]
say('groups, ckMeans', groups, 'ckMeans')
say('tens, quantile', tens, 'quantile')
say('falls, ckMeans', falls, 'ckMeans')
say('tens, fisherJenks', tens, 'fisherJenks')
console.log('tens, simple-statistics |', ckmeans(tens, 3).map(group => group.join(' ')).join(' / '))
JS
cat > expected <<'TXT'
groups, ckMeans | breaks 3 13 | map 1 2 3 / 11 12 13 / 31 32 | key 2 / 3 / 3
tens, quantile | breaks 30 50 | map 10 20 30 / 40 50 / 60 | key 2 / 2 / 2
falls, ckMeans | breaks -20 10 | map -20 / 1 2 4 5 10 / 100 | key 0 / 5 / 2
tens, fisherJenks | breaks 10 30 | map 10 / 20 30 / 40 50 60 | key 0 / 2 / 4
tens, simple-statistics | 10 20 / 30 40 / 50 60
TXT
node try.mjs > seen
cat seen
diff expected seen
