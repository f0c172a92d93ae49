//! What changed, in words for people and as rows for programs.

use serde_json::{Value, json};
use sourceline::dataset::Dataset;
use sourceline::dataset::changes::FigureChange;
use sourceline::export::{ChangeRow, change_rows, escape};
use sourceline::locale::EN_GB;

use super::charts::{ChangedHow, ChartChange};
use super::since::Since;
use crate::cli::report::count;
use crate::cli::screen::{Screen, visible, wrap};
use crate::cli::table::{Listing, TableFormat};

/// All that changed, and what it is held against.
pub struct ChangesTold<'a> {
    pub since: &'a Since,
    pub then: &'a Dataset<'a>,
    pub now: &'a Dataset<'a>,
    pub changes: Vec<FigureChange>,
    pub charts: Vec<ChartChange>,
    /// Those of `embedded.toml` in which any of the charts stands.
    pub documents: Vec<String>,
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
            let rows = rows.iter().map(|row| cells(row).map(Value::from).to_vec()).collect();
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
        if !self.documents.is_empty() {
            let head = screen.bold("Documents with these charts");
            screen.say(format_args!("\n{head}\n"));
        }
        for document in &self.documents {
            screen.say(format_args!("{}\n", visible(document)));
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
                    cells(row)[..heads.len()].iter().map(|text| cell(text)).collect();
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
        if !self.documents.is_empty() {
            let all: Vec<String> = self
                .documents
                .iter()
                .map(|document| escape::markdown(document).to_string())
                .collect();
            screen.say(format_args!("\nDocuments with these charts: {}\n", all.join(", ")));
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
            let [change, what, period, was, is, by, id] = cells(row);
            json!({
                "change": change, "series": what, "period": period, "was": was, "is": is,
                "said_by": by, "figure": id,
            })
        });
        let charts = self.charts.iter().map(|chart| {
            json!({
                "chart": chart.name, "change": chart.what.word(), "title": chart.title,
                "old_title": chart.old_title, "reasons": chart.reasons,
            })
        });
        print_all("figures", figures, ",", screen);
        print_all("charts", charts, ",", screen);
        print_all("documents", self.documents.iter().map(|one| json!(one)), "", screen);
        screen.say(format_args!("}}\n"));
    }

    pub fn rows(&self) -> Vec<ChangeRow> {
        change_rows(self.then, self.now, &self.changes)
    }

    /// `Since 30 June 2026, 2 figures were added and 1 was revised. …`
    pub fn paragraph(&self, rows: &[ChangeRow]) -> String {
        let since = &self.since.words;
        let mut counts: Vec<String> = Vec::new();
        for word in ["added", "revised", "corrected", "worked out anew", "withdrawn"] {
            let number = rows.iter().filter(|row| self::word(row.how) == word).count();
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
            let [_, what, period, was, is, by, _] = cells(row);
            told += &format!(" {what}, {period}: {was} is now {is} ({by}).");
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

fn word(how: FigureChange) -> &'static str {
    match how {
        FigureChange::Added(_) => "added",
        FigureChange::Revised(..) => "revised",
        FigureChange::Corrected(..) => "corrected",
        FigureChange::WorkedOutAnew(..) => "worked out anew",
        FigureChange::Withdrawn(_) => "withdrawn",
    }
}

/// `2020 (was 2019)`.
fn with_old(now: &str, old: Option<&String>) -> String {
    now.to_string() + &old.map_or(String::new(), |old| format!(" (was {old})"))
}

/// `Department for Examples, 10 July 2025`; of what we worked out, so.
pub fn by(row: &ChangeRow) -> &str {
    row.by.as_deref().unwrap_or("worked out")
}

pub fn cells(row: &ChangeRow) -> [String; 7] {
    let what = with_old(&row.what, row.was_of.as_ref());
    let period = with_old(&row.period, row.was_for.as_ref());
    let [change, was, is, by, id] = [word(row.how), &row.was, &row.is, by(row), &row.id];
    [change.into(), what, period, was.into(), is.into(), by.into(), id.into()]
}

fn print_all(name: &str, all: impl Iterator<Item = Value>, end: &str, screen: &mut Screen) {
    let lines: Vec<String> = all.map(|one| format!("\n    {one}")).collect();
    let close = if lines.is_empty() { "" } else { "\n  " };
    screen.say(format_args!("  \"{name}\": [{}{close}]{end}\n", lines.join(",")));
}
