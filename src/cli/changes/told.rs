//! What changed, in words for people and as rows for programs.

use serde_json::{Value, json};
use sourceline::dataset::Dataset;
use sourceline::dataset::changes::FigureChange;
use sourceline::export::escape;
use sourceline::figure::FigureKey;
use sourceline::locale::EN_GB;

use super::charts::{ChangedHow, ChartChange};
use super::since::Since;
use crate::cli::figure_words::{period, value_and_status};
use crate::cli::report::count;
use crate::cli::screen::{Screen, visible, wrap};
use crate::cli::table::{Listing, TableFormat};

/// All that changed, and what it is held against.
pub struct ChangesTold<'a> {
    pub since: &'a Since,
    pub then: &'a Dataset<'a>,
    pub now: &'a Dataset<'a>,
    pub changes: &'a [FigureChange],
    pub charts: Vec<ChartChange>,
}

/// One figure that changed.
struct ChangeRow {
    change: &'static str,
    what: String,
    period: String,
    was: String,
    is: String,
    by: String,
    id: String,
}

/// As many revisions are told in the paragraph; the table has all of them.
const IN_WORDS: usize = 3;
/// How wide the paragraph is where nobody says how wide the terminal is.
const WIDTH: usize = 100;
const COLUMNS: &[&str] = &["change", "what", "period", "was", "is", "said by", "figure"];

impl ChangesTold<'_> {
    pub fn text(&self, screen: &mut Screen) {
        let columns = screen.width().unwrap_or(WIDTH).clamp(40, 120);
        let rows = self.rows();
        for line in wrap(&visible(&self.paragraph(&rows)), columns) {
            screen.say(format_args!("{line}\n"));
        }
        if !rows.is_empty() {
            screen.say(format_args!("\n"));
            let rows = rows.iter().map(|row| row.cells().map(Value::from).to_vec()).collect();
            Listing { columns: COLUMNS, rows }.print(TableFormat::Table, screen);
        }
        if !self.charts.is_empty() {
            let head = screen.bold("Charts");
            screen.say(format_args!("\n{head}\n"));
        }
        for chart in &self.charts {
            let head = format!("{} ({}): {}", chart.name, chart.what.word(), chart.title);
            let old = chart.old_title.iter().map(|old| format!("  the title was: {old}"));
            let reasons = chart.reasons.iter().map(|reason| format!("  {reason}"));
            for text in std::iter::once(head).chain(old).chain(reasons) {
                screen.say(format_args!("{}\n", visible(&text)));
            }
        }
        let commit = &self.since.commit;
        let held = format!("held against {} “{}”", commit.short(), commit.subject);
        let held = screen.dim(&visible(&held));
        screen.say(format_args!("\n{held}\n"));
    }

    pub fn markdown(&self, screen: &mut Screen) {
        let rows = self.rows();
        screen.say(format_args!("{}\n", escape::markdown(&self.paragraph(&rows))));
        let cell = |text: &str| escape::markdown(text).replace('|', "\\|");
        if !rows.is_empty() {
            // The id says nothing to those who get the e-mail.
            let heads = &COLUMNS[..COLUMNS.len() - 1];
            screen.say(format_args!(
                "\n| {} |\n|{}\n",
                heads.join(" | "),
                "---|".repeat(heads.len())
            ));
            for row in &rows {
                let cells: Vec<String> =
                    row.cells()[..heads.len()].iter().map(|text| cell(text)).collect();
                screen.say(format_args!("| {} |\n", cells.join(" | ")));
            }
        }
        if !self.charts.is_empty() {
            screen.say(format_args!("\n"));
        }
        for chart in &self.charts {
            let (name, title) = (escape::markdown(&chart.name), escape::markdown(&chart.title));
            screen.say(format_args!("- **{name}** ({}): {title}\n", chart.what.word()));
            if let Some(old) = &chart.old_title {
                screen.say(format_args!("  - the title was: {}\n", escape::markdown(old)));
            }
            for reason in &chart.reasons {
                screen.say(format_args!("  - {}\n", escape::markdown(reason)));
            }
        }
    }

    /// One object.
    pub fn json(&self, screen: &mut Screen) {
        let rows = self.rows();
        let commit = &self.since.commit;
        let held = json!({
            "commit": commit.id, "day": commit.day, "author": commit.author,
            "subject": commit.subject,
        });
        screen.say(format_args!("{{\n  \"since\": {held},\n"));
        screen.say(format_args!("  \"summary\": {},\n", Value::from(self.paragraph(&rows))));
        let figures = rows.iter().map(|row| {
            json!({
                "change": row.change, "series": row.what, "period": row.period, "was": row.was,
                "is": row.is, "said_by": row.by, "figure": row.id,
            })
        });
        let charts = self.charts.iter().map(|chart| {
            json!({
                "chart": chart.name, "change": chart.what.word(), "title": chart.title,
                "old_title": chart.old_title, "reasons": chart.reasons,
            })
        });
        print_all("figures", figures, ",", screen);
        print_all("charts", charts, "", screen);
        screen.say(format_args!("}}\n"));
    }

    /// What was worked out anew and reads as it did, as it is rounded, has not changed for a reader.
    fn rows(&self) -> Vec<ChangeRow> {
        let all = self.changes.iter().map(|change| (change, self.row(*change)));
        let reads_alike = |(change, row): &(&FigureChange, ChangeRow)| {
            matches!(change, FigureChange::WorkedOutAnew(..)) && row.was == row.is
        };
        all.filter(|one| !reads_alike(one)).map(|(_, row)| row).collect()
    }

    fn row(&self, change: FigureChange) -> ChangeRow {
        let word = match change {
            FigureChange::Added(_) => "added",
            FigureChange::Revised(..) => "revised",
            FigureChange::Corrected(..) => "corrected",
            FigureChange::WorkedOutAnew(..) => "worked out anew",
            FigureChange::Withdrawn(_) => "withdrawn",
        };
        let (old, new) = match change {
            FigureChange::Added(new) => (None, Some(new)),
            FigureChange::Withdrawn(old) => (Some(old), None),
            FigureChange::Revised(old, new)
            | FigureChange::Corrected(old, new)
            | FigureChange::WorkedOutAnew(old, new) => (Some(old), Some(new)),
        };
        let said = |data: &Dataset, key: Option<FigureKey>| {
            key.map_or(String::new(), |key| value_and_status(data, key))
        };
        let (data, key) = match new {
            Some(new) => (self.now, new),
            None => (self.then, old.expect("a change is of a figure")),
        };
        let figure = data.figure(key);
        let mut what = data.series(figure.series).title.to_string();
        let mut told_period = period(data, key);
        // A row may have got another period or series.
        if let (Some(old), Some(new)) = (old, new) {
            let was = self.then.figure(old);
            if was.period != self.now.figure(new).period {
                told_period += &format!(" (was {})", period(self.then, old));
            }
            let old_series = self.then.series(was.series);
            if old_series.title != data.series(figure.series).title {
                what += &format!(" (was {})", old_series.title);
            }
        }
        ChangeRow {
            change: word,
            what,
            period: told_period,
            was: said(self.then, old),
            is: said(self.now, new),
            by: by(data, key),
            id: figure.id.to_string(),
        }
    }

    /// `Since 30 June 2026, 2 figures were added and 1 was revised. …`
    fn paragraph(&self, rows: &[ChangeRow]) -> String {
        let since = &self.since.words;
        let mut counts: Vec<String> = Vec::new();
        for word in ["added", "revised", "corrected", "worked out anew", "withdrawn"] {
            let number = rows.iter().filter(|row| row.change == word).count();
            if number > 0 {
                let were = if number == 1 { "was" } else { "were" };
                let noun = match counts.is_empty() {
                    true => count(number, "figure", "figures"),
                    false => number.to_string(),
                };
                counts.push(format!("{noun} {were} {word}"));
            }
        }
        let mut told = match counts.is_empty() {
            true => format!("Since {since}, no figure has changed."),
            false => format!("Since {since}, {}.", EN_GB.list(&counts)),
        };
        let changed = rows.iter().filter(|row| !row.was.is_empty() && !row.is.is_empty());
        for row in changed.take(IN_WORDS) {
            told += &format!(" {}, {}: {} is now {}", row.what, row.period, row.was, row.is);
            told += &if row.by.is_empty() { ".".into() } else { format!(" ({}).", row.by) };
        }
        let of = |what: ChangedHow| -> Vec<&str> {
            let charts = self.charts.iter().filter(|chart| chart.what == what);
            charts.map(|chart| chart.name.as_str()).collect()
        };
        for (what, one, more) in [
            (ChangedHow::Changed, "The chart", "The charts"),
            (ChangedHow::New, "New is the chart", "New are the charts"),
            (ChangedHow::Gone, "Gone is the chart", "Gone are the charts"),
            (ChangedHow::CannotBeDrawn, "No longer drawn is", "No longer drawn are"),
        ] {
            let names = of(what);
            let start = if names.len() == 1 { one } else { more };
            let end = match (what, names.len()) {
                (ChangedHow::Changed, 1) => " has changed",
                (ChangedHow::Changed, _) => " have changed",
                _ => "",
            };
            if !names.is_empty() {
                told += &format!(" {start} {}{end}.", EN_GB.list(&names));
            }
        }
        if self.charts.is_empty() {
            told += " No chart has changed.";
        }
        told
    }
}

impl ChangeRow {
    fn cells(&self) -> [&str; 7] {
        [self.change, &self.what, &self.period, &self.was, &self.is, &self.by, &self.id]
    }
}

/// `Department for Examples, 10 July 2025`; of what we worked out, so.
fn by(data: &Dataset, key: FigureKey) -> String {
    let figure = data.figure(key);
    if figure.is_derived() {
        return "worked out".to_string();
    }
    let source = data.source(figure.source);
    let published = source.published.map(|date| EN_GB.published(date));
    std::iter::once(source.publisher.to_string()).chain(published).collect::<Vec<_>>().join(", ")
}

fn print_all(name: &str, all: impl Iterator<Item = Value>, end: &str, screen: &mut Screen) {
    let lines: Vec<String> = all.map(|one| format!("\n    {one}")).collect();
    let close = if lines.is_empty() { "" } else { "\n  " };
    screen.say(format_args!("  \"{name}\": [{}{close}]{end}\n", lines.join(",")));
}
