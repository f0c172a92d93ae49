#!/usr/bin/env bash
# weightipy 0.4.2 with pandas 2.3.3 (PyPI), which weights the answers of a survey to the shares of a population.
# Guess: targets that fit no answer, since the answers have the codes "1" and "2" and the targets 1 and 2, are refused
# or told of; so is a group without a target, and a target that nobody belongs to.
# Seen: nothing is said. With codes that are text every weight is 1: 60% men stay 60% where 50% were asked for. With a
# target for men alone they are weighted to the whole sample and the women added: 14 people of 10. With a target of 10%
# that nobody belongs to, the weights add up to 9.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check weightipy==0.4.2 pandas==2.3.3
cat > try.py <<'PY'
import pandas, weightipy
people = pandas.DataFrame({"sex": [1] * 6 + [2] * 4})
def say(name, table, targets):
    weighted = weightipy.weight_dataframe(table, weightipy.scheme_from_dict(targets))
    for column in targets:
        print(name, "|", column, {key: round(float(sum), 3) for key, sum in weighted.groupby(column, observed=True).weights.sum().items()})
say("numbers", people, {"sex": {1: 50, 2: 50}})
say("texts", people.astype({"sex": str}), {"sex": {1: 50, 2: 50}})
say("men alone", people, {"sex": {1: 100}})
say("nobody", people, {"sex": {1: 50, 2: 40, 3: 10}})
PY
cat > expected <<'TXT'
numbers | sex {1: 5.0, 2: 5.0}
texts | sex {'1': 6.0, '2': 4.0}
men alone | sex {1: 10.0, 2: 4.0}
nobody | sex {1: 5.0, 2: 4.0}
TXT
v/bin/python try.py > seen 2>&1
diff expected seen
