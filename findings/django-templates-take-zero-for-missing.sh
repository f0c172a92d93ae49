#!/usr/bin/env bash
# Django 5.2.19 (PyPI), templates of pages and reports, with its humanize.
# Guess: {{ boxes|default:"n/a" }} is for figures that are not there; add adds; a table sorted by a figure that one row
# lacks has all rows; apnumber spells numbers below ten, or leaves 2.7; pluralize knows 1,644 as many.
# Seen: a figure of 0 is "n/a" (default_if_none is for None alone). 5.5 and 1.6 are 6, "1.5" and "2.5" 1.52.5, "5" and
# "1,644" 51,644. Sorted by dictsort the table with a gap is empty. 2.7 is "two", 0.5 is 0 in intword, and it is "1,644
# box". The slug of "2018/19, 2½" is 201819-212. Without a word.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check Django==5.2.19
cat > try.py <<'PY'
import django
from django.conf import settings
settings.configure(USE_I18N=False, INSTALLED_APPS=["django.contrib.humanize"], TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}])
django.setup()
from django.template import Context, Template
def say(template, *values):
    shown = Template("{% load humanize %}" + template).render(Context({"v": values[0], "w": values[-1]}))
    print(template, *values, "|", shown.strip())
say('{{ v|default:"n/a" }} {{ v|default_if_none:"n/a" }}', 0)
for one, other in [(5.5, 1.6), ("1.5", "2.5"), ("5", "1,644")]:
    say("{{ v|add:w }}", one, other)
say('{% for row in v|dictsort:"boxes" %}{{ row.year }} {% endfor %}', [{"year": 2017, "boxes": 5}, {"year": 2018, "boxes": None}])
say("{{ v|apnumber }} {{ v|intword }}", 2.7)
say("{{ v|apnumber }} {{ v|intword }}", 0.5)
say('{{ v }} box{{ v|pluralize:"es" }}', "1,644")
say("{{ v|slugify }}", "2018/19, 2½")
PY
cat > expected <<'TXT'
{{ v|default:"n/a" }} {{ v|default_if_none:"n/a" }} 0 | n/a 0
{{ v|add:w }} 5.5 1.6 | 6
{{ v|add:w }} 1.5 2.5 | 1.52.5
{{ v|add:w }} 5 1,644 | 51,644
{% for row in v|dictsort:"boxes" %}{{ row.year }} {% endfor %} [{'year': 2017, 'boxes': 5}, {'year': 2018, 'boxes': None}] | 
{{ v|apnumber }} {{ v|intword }} 2.7 | two 2
{{ v|apnumber }} {{ v|intword }} 0.5 | 0 0
{{ v }} box{{ v|pluralize:"es" }} 1,644 | 1,644 box
{{ v|slugify }} 2018/19, 2½ | 201819-212
TXT
v/bin/python try.py > seen
diff expected seen
