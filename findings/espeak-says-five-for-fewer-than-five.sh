#!/usr/bin/env bash
# espeak-ng 1.51 (Debian 12: 1.51+dfsg-10+deb12u2), a speech synthesizer which many screen readers use, in British
# English and as it is, without the names of signs that a screen reader may add; what it would say, in its own phonemes.
# Guess: signs before a figure are said, "less than" of <5 as "greater than or equal to" of ≥5; a range with a dash has a
# word or a pause; a fall of £158m has its minus.
# Seen: <5 is "five", the withheld small count an exact one. 5–10% with a dash is "five ten percent", 2018–19 "two
# thousand and eighteen nineteen"; with a hyphen it says "dash". -£158m with a hyphen is "pound 158 m", a rise; with
# the minus of Unicode, −£158m, and in -158 the minus is said. 1,234 with a raised 1 ends in "four one".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
for text in '5' '<5' '≥5' '±5' '5 to 10%' '5–10%' '5-10%' '2018–19' '158' '-158' '−158' '£158m' '-£158m' '−£158m' '£−158m' '1,234' '1,234¹'; do
  echo "$text | $(espeak-ng -q -x -v en-gb -- "$text" | tr -s ' \n' ' ')"
done > seen
cat > expected <<'TXT'
5 | f'aIv 
<5 | _:_:f'aIv 
≥5 | gr'eIt3r- O@r- 'i:kw@L t@ f'aIv 
±5 | pl'Vs O@ m'aIn@s f'aIv 
5 to 10% | f'aIv t@ t'En p3s'Ent 
5–10% | f'aIv t'En p3s'Ent 
5-10% | f'aIv d'aS t'En p3s'Ent 
2018–19 | t'u: T'aUz@nd @n 'eIti:n n'aInti:n 
158 | w'0nh'VndrI2d@n f'Ifti; 'eIt 
-158 | m'aIn@s w'0nh'VndrI2d@n f'Ifti; 'eIt 
−158 | m'aIn@s w'0nh'VndrI2d@n f'Ifti; 'eIt 
£158m | p'aUnd w'0nh'VndrI2d@n f'Ifti; 'eIt 'Em 
-£158m | p'aUnd w'0nh'VndrI2d@n f'Ifti; 'eIt 'Em 
−£158m | m'aIn@sp'aUnd w'0nh'VndrI2d@n f'Ifti; 'eIt 'Em 
£−158m | p'aUndm'aIn@s w'0nh'VndrI2d@n f'Ifti; 'eIt 'Em 
1,234 | w'0n T'aUz@nd_! t'u:h'VndrI2d@n T'3:ti f'o@ 
1,234¹ | w'0n T'aUz@nd_! t'u:h'VndrI2d@n T'3:ti f'o@ w'0n 
TXT
diff expected seen
