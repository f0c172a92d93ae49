#!/usr/bin/env bash
# Readers of workbooks for Perl and Ruby (Debian 12): Spreadsheet::ParseXLSX 0.27 under Spreadsheet::Read 0.87
# (libspreadsheet-parsexlsx-perl, libspreadsheet-read-perl), Roo 2.10.0 (ruby-roo); the workbook is written by openpyxl 3.1.5 (PyPI).
# Guess: a formula that no spreadsheet has worked out yet has no value; a duration of [h]:mm is shown as hours and minutes; a number
# shown as FY2018 or "3 months" is that number, and 29% is shown as 29%.
# Seen: in ParseXLSX such a formula is 0, a total of 550 and 600 too, with a warning of Perl's at most, and 30 hours are shown as 30:01, two and a
# half hours as 2:01, since the minutes are taken for a month. In Roo such a formula is an error for the whole sheet; 29% is shown as 28%,
# FY2018 is a day of 1905, "3 months" 2 January 1900.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
packages="libspreadsheet-read-perl libspreadsheet-parsexlsx-perl ruby-roo"
dpkg -s $packages > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends $packages > log 2>&1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5
cat > write.py <<'PY'
import datetime, openpyxl

def write(path, cells):
    book = openpyxl.Workbook()
    for row, (value, shown) in enumerate(cells, 1):
        book.active.cell(row, 1, value).number_format = shown
    book.save(path)

shown = [(550, "0"), (600, "0"), (0.29, "0%"), (2018, '"FY"0'), (3, '0 "months"'), (datetime.timedelta(hours=30), "[h]:mm"),
         (datetime.timedelta(hours=2, minutes=30), "[h]:mm")]
write("shown.xlsx", shown)
write("total.xlsx", shown[:2] + [("=SUM(A1:A2)", "0")])
PY
v/bin/python write.py
cat > try.pl <<'PL'
use Spreadsheet::Read;
for my $path ('shown.xlsx', 'total.xlsx') {
  my $sheet = ReadData($path)->[1];
  print "ParseXLSX $path |", (map { ' ' . $sheet->{cell}[1][$_] . ' shown ' . $sheet->{"A$_"} . ' |' } 1 .. $sheet->{maxrow}), "\n";
}
PL
cat > try.rb <<'RB'
require 'roo'
['shown.xlsx', 'total.xlsx'].each do |path|
  book = Roo::Spreadsheet.open(path)
  puts "Roo #{path} | " + (1..book.last_row).map { |row| "#{book.cell(row, 1)} shown #{book.formatted_value(row, 1)}" }.join(' | ')
rescue => error
  puts "Roo #{path} | #{error.class}"
end
RB
perl try.pl > seen 2> /dev/null
ruby -W0 try.rb >> seen 2> /dev/null
cat > expected <<'TXT'
ParseXLSX shown.xlsx | 550 shown 550 | 600 shown 600 | 0.29 shown 29% | 2018 shown FY2018 | 3 shown 3 months | 1.25 shown 30:01 | 0.104166666666667 shown 2:01 |
ParseXLSX total.xlsx | 550 shown 550 | 600 shown 600 | 0 shown 0 |
Roo shown.xlsx | 550 shown 550 | 600 shown 600 | 0.29 shown 28% | 1905-07-10 shown 1905-07-10 00:00:00 | 1900-01-02 shown 1900-01-02 00:00:00 | 1899-12-31T06:00:00+00:00 shown [6]:00 | 9000 shown [2]:30
Roo total.xlsx | ArgumentError
TXT
diff expected seen
