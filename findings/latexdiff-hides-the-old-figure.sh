#!/usr/bin/env bash
# latexdiff 1.3.2-1 (Debian 12).
# Guess: in a report marked up by latexdiff each figure that changed is shown twice, the old one struck out and the new one
# underlined, also where siunitx sets it, and a new alternative text or address is told.
# Seen: of \SI{12}{\percent} and \num{1644} the new figure alone is printed, and without a mark; the old one is a comment of
# the source (%DIFDELCMD, left out below), so that no reader sees that there was another. So it is with the alternative text
# and with the address of a link. A bare figure, 5\%, is shown twice; of 1,234 and 1,244 "234 to 5" and "244 to 6".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > old.tex <<'TEX'
\documentclass{article}
\begin{document}
It rose by 1,234 to 5\% of all.

A share of \SI{12}{\percent} of all.

In all \num{1644} boxes.

See \includegraphics[alt={Boxes rose}]{a.pdf} here.

By \href{https://example.org/2018}{the Office} of boxes.
\end{document}
TEX
sed 's/1,234/1,244/; s/5\\%/6\\%/; s/{12}/{13}/; s/1644/1645/; s/Boxes rose/Boxes fell/; s/2018/2019/' old.tex > new.tex
latexdiff old.tex new.tex > marked.tex 2> log
grep -o 'providecommand{.DIF[a-z]*begin}{}' marked.tex > seen
sed -n '/^.begin{document}/,$p' marked.tex | tr '\n' '\r' | sed 's/%DIFDELCMD[^\r]*//g; s/%%%//g; s/%\r/\r/g' | tr '\r' '\n' | grep -v '^ *$' >> seen
cat > expected <<'TXT'
providecommand{\DIFaddbegin}{}
providecommand{\DIFdelbegin}{}
providecommand{\DIFmodbegin}{}
\begin{document}
It rose by 1,\DIFdelbegin \DIFdel{234 to 5}\DIFdelend \DIFaddbegin \DIFadd{244 to 6}\DIFaddend \% of all.
A share of \DIFdelbegin 
\DIFdelend \DIFaddbegin \SI{13}{\percent} \DIFaddend of all.
In all \DIFdelbegin 
\DIFdelend \DIFaddbegin \num{1645} \DIFaddend boxes.
See \DIFdelbegin 
\DIFdelend \DIFaddbegin \includegraphics[alt={Boxes fell}]{a.pdf} \DIFaddend here.
By \DIFdelbegin 
\DIFdelend \DIFaddbegin \href{https://example.org/2019}{\DIFaddend the Office} of boxes.
\end{document}
TXT
diff expected seen
