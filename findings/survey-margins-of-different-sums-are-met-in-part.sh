#!/usr/bin/env bash
# survey 4.1 with R 4.2.2 (Debian 12: r-cran-survey), ipfn 1.4.4 and samplics 0.6.1 (PyPI), which weight a sample to the
# margins of a population.
# Guess: margins that contradict each other, areas of 300 and 700 (in thousands) and sexes of 40 and 60 (per cent), are
# refused, or a warning says that they cannot both be met.
# Seen: no word. Raking meets the margin that it comes to last, which depends on the order, in ipfn and samplics the last as
# well, and the total is 100 or 1,000. survey's calibrate() takes one of 1,000 people with 960 women, or an area of minus
# 600. ipfn says "converged" where one asks.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(survey))
design <- svydesign(ids = ~1, weights = ~w, data = data.frame(area = c("N", "N", "S", "S"), sex = c("m", "f", "m", "f"), w = 1))
area <- data.frame(area = c("N", "S"), Freq = c(300, 700))
sex <- data.frame(sex = c("m", "f"), Freq = c(40, 60))
say <- function(name, weighted) { found <- coef(svytotal(~area + sex, weighted)); cat(name, "|", paste(names(found), round(found)), "\n") }
say("rake, area then sex", rake(design, list(~area, ~sex), list(area, sex)))
say("rake, sex then area", rake(design, list(~sex, ~area), list(sex, area)))
say("calibrate, area then sex", calibrate(design, list(~area, ~sex), list(area, sex)))
say("calibrate, sex then area", calibrate(design, list(~sex, ~area), list(sex, area)))
R
Rscript --vanilla try.R > seen 2>&1
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ipfn==1.4.4 samplics==0.6.1 pandas==2.3.3 numpy==2.4.6
cat > try.py <<'PY'
import warnings
import numpy
from ipfn import ipfn
from samplics.weighting import SampleWeight
def say(name, weights):
    m = numpy.asarray(weights, dtype=float).ravel()
    print(name, "| area N", round(m[0] + m[1]), "S", round(m[2] + m[3]), "sex m", round(m[0] + m[2]), "f", round(m[1] + m[3]))
warnings.simplefilter("error", UserWarning)
area, sex = numpy.array([300.0, 700.0]), numpy.array([40.0, 60.0])
say("ipfn, area then sex", ipfn.ipfn(numpy.ones((2, 2)), [area, sex], [[0], [1]]).iteration())
say("ipfn, sex then area", ipfn.ipfn(numpy.ones((2, 2)), [sex, area], [[1], [0]]).iteration())
margins = {"area": numpy.array(["N", "N", "S", "S"]), "sex": numpy.array(["m", "f", "m", "f"])}
say("samplics", SampleWeight().rake(numpy.ones(4), margins=margins, control={"area": {"N": 300, "S": 700}, "sex": {"m": 40, "f": 60}}))
PY
env/bin/python try.py 2> log | grep -v converged >> seen
cat > expected <<'TXT'
rake, area then sex | areaN 30 areaS 70 sexf 60 sexm 40 
rake, sex then area | areaN 300 areaS 700 sexf 600 sexm 400 
calibrate, area then sex | areaN 300 areaS 700 sexf 960 sexm 40 
calibrate, sex then area | areaN -600 areaS 700 sexf 60 sexm 40 
ipfn, area then sex | area N 30 S 70 sex m 40 f 60
ipfn, sex then area | area N 300 S 700 sex m 400 f 600
samplics | area N 30 S 70 sex m 40 f 60
TXT
diff expected seen
