//! `sourceline verify`: from a chart copied elsewhere, be it within a document, back to the rows it
//! was drawn from.

mod altered;
pub mod beside;
mod chart_titles;
pub mod document;
pub mod judge;
pub mod now;
pub mod registered;
mod revision;
pub mod row;
pub mod stale;
pub mod typed;
pub mod unmarked;
pub mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use sourceline::check;
use sourceline::documents::DocumentKind;
use sourceline::output::kit::Kit;
use sourceline::problem::{Hold, has_errors};
use sourceline::store::files_below;

use self::beside::WordsJudge;
use self::document::document;
use self::judge::{CopyJudge, Verdict};
use self::revision::AtRevision;
use self::row::{VerdictRow, few};
use super::context::Context;
use super::drawing::{self, Easel};
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
use super::report;
use super::screen::{Screen, visible, width};
use super::table::{Listing, TableFormat};

/// Tells whether charts in documents are still current, and whether they were altered
///
/// A chart carries a stamp: which chart of which project it is, and what it was drawn from. It is
/// found in SVG, PNG and PDF, in documents of Word, PowerPoint and OpenDocument, in EPUB and ZIP, in
/// HTML, Markdown, Quarto, Jupyter, LaTeX and Typst. The chart is drawn again and held against the
/// copy. What `update` wrote in place of `{{ latest("series") }}`, typed into a document of Word or
/// PowerPoint, is held against the data. A copy is stale when it would look or read otherwise if it were drawn now; it is altered
/// when it shows what was not drawn: something moved, hidden, added, taken away, or in other words or
/// colours. Another program may have written the file anew. A PNG or PDF is known by its stamp alone.
///
/// What `embed`, `bundle` and `render --out` wrote is entered into embedded.toml, beside sourceline.toml,
/// and so is what carries no stamp, such as NAME.csv. Without a path all of it is looked at.
///
/// What git keeps is looked at, too, and held against the data of today: `HEAD~3` for all documents that the
/// project had then, `v1.2:reports` or `HEAD~3:report.docx` for one folder or file, counted from the folder of the
/// project. A file or folder of the name comes first; `main:` is the revision beside a folder `main`.
///
/// A picture that carries no stamp and whose alternative text or words have the title of a chart is named:
/// it looks like that chart, and cannot be told.
///
/// Exit codes: 0 current, 1 stale or altered, 2 it cannot be told.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline verify\n  sourceline verify report.docx\n  sourceline verify ../site ../reports\n  sourceline verify HEAD~3:reports/report.docx\n  sourceline verify figures/referrals.svg --format json"
)]
pub struct Verify {
    /// The documents and pictures to look at, folders of them, and revisions of git; all that embedded.toml
    /// names, if none is given
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Look at these no longer: take them out of embedded.toml
    #[arg(long, value_name = "PATH", num_args = 1.., conflicts_with = "paths")]
    forget: Vec<PathBuf>,
    /// Print every chart as a row, for other programs
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    format: TableFormat,
}

impl Verify {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        if !self.forget.is_empty() {
            return registered::forget(&project, &self.forget, context);
        }
        let files = project.files()?;
        let month = project.settings.financial_year_starts;
        let checked = check::errors_holding(&files, month, Hold::First(1)).0;
        let in_order = !has_errors(&checked.problems) && !has_errors(&project.problems);
        let catalogue = drawing::catalogue(&project, &checked.value)?;
        let easel = Easel::new(&project, &checked.value, &catalogue);
        let judge = CopyJudge::new(&project, easel, in_order);
        // Words need no font.
        let kit = Kit::new(&checked.value, &project.settings.house.style, Vec::new());
        let words = WordsJudge::new(&judge, &kit);
        let judges = (&judge, &words);
        let mut rows = Vec::new();
        let mut without = Vec::new();
        if self.paths.is_empty() {
            rows = registered::rows(&project, judges, &kit)?;
            if rows.is_empty() {
                let nothing = "nothing that was written for documents is known of";
                let hint = "name documents or folders: sourceline verify report.docx";
                return Err(Unchanged::new(nothing).hint(hint).into());
            }
        }
        for path in &self.paths {
            match AtRevision::of(&project.root, path) {
                Some(Ok(kept)) => {
                    rows.extend(kept.rows(judges, &mut without));
                    continue;
                }
                Some(Err(why)) => {
                    rows.push(VerdictRow::untold(path, why));
                    continue;
                }
                None => {}
            }
            match files_below(path, &|name| DocumentKind::named(name).is_some())? {
                None => rows.extend(document(judges, path, true, &mut without)),
                Some(below) => {
                    for file in &below.files {
                        rows.extend(document(judges, file, false, &mut without));
                    }
                    if below.more {
                        let why = "it holds more files than are looked at; name folders in it";
                        rows.push(VerdictRow::untold(path, why.into()));
                    }
                }
            }
        }
        // Where nothing was found nothing was told.
        let none = if without.is_empty() { Exit::Fine } else { Exit::Unable };
        let exit = rows.iter().map(VerdictRow::exit).max().unwrap_or(none);
        match self.format {
            TableFormat::Table => {
                print(&rows, &mut context.out);
                if !without.is_empty() {
                    let documents = report::count(without.len(), "file holds", "files hold");
                    let names = few(without).join(", ");
                    let names = visible(&names);
                    context.err.say(format_args!("{documents} no chart with a stamp: {names}\n"));
                }
            }
            format => listing(&rows, &without, format).print(format, &mut context.out),
        }
        Ok(exit)
    }
}

/// A line for each chart, in columns, and the reasons below it.
fn print(rows: &[VerdictRow], out: &mut Screen) {
    let cells = |row: &VerdictRow| {
        [&row.document, &row.place, &row.chart, &row.look].map(|text| visible(text).into_owned())
    };
    let all: Vec<[String; 4]> = rows.iter().map(cells).collect();
    let wide = |at: usize| all.iter().map(|cells| width(&cells[at])).max().unwrap_or(0);
    let widths = [wide(0), wide(1), wide(2), wide(3)];
    let word = rows.iter().map(|row| row.word().len()).max().unwrap_or(0);
    let mut told = BTreeMap::new();
    for (row, cells) in rows.iter().zip(&all) {
        let padding = " ".repeat(word - row.word().len());
        let painted = match row.verdict {
            Verdict::Current(_) => out.bold(row.word()),
            Verdict::Unknown(_) => out.yellow(row.word()),
            _ => out.bold_red(row.word()),
        };
        let mut line = String::new();
        for (cell, wide) in cells.iter().zip(widths).filter(|(_, wide)| *wide > 0) {
            line += &format!("  {cell}{}", " ".repeat(wide - width(cell)));
        }
        out.say(format_args!("{painted}{padding}{}\n", line.trim_end()));
        let reasons = row.few_reasons();
        // What is true of all pictures of a chart in a folder is told once, and of the others where.
        let folder = Path::new(&row.document).parent();
        let kind = (folder, row.chart.as_str(), row.word(), reasons.clone());
        let first = *told.entry(kind).or_insert(row.document.as_str());
        if first != row.document && !reasons.is_empty() && is_whole_file(row) {
            out.say(format_args!("  as {} above\n", visible(first)));
            continue;
        }
        for reason in reasons {
            out.say(format_args!("  {}\n", visible(&reason)));
        }
    }
}

/// Is the chart all that its file holds?
fn is_whole_file(row: &VerdictRow) -> bool {
    !row.chart.is_empty() && row.place.is_empty()
}

/// A row for each chart, then for each file that holds none: whoever reads on can leave those out.
fn listing(rows: &[VerdictRow], without: &[String], format: TableFormat) -> Listing {
    let row = |row: &VerdictRow| {
        let told = match format {
            TableFormat::Json => json!(row.reasons()),
            _ => Value::from(row.reasons().join("; ")),
        };
        let texts = [&row.document, &row.place, &row.chart, &row.look].map(|text| json!(text));
        texts.into_iter().chain([json!(row.word()), told]).collect()
    };
    let none = |document: &String| {
        let reasons = if format == TableFormat::Json { json!([]) } else { json!("") };
        vec![json!(document), json!(""), json!(""), json!(""), json!("no chart"), reasons]
    };
    Listing {
        columns: &["document", "place", "chart", "look", "verdict", "reasons"],
        rows: rows.iter().map(row).chain(without.iter().map(none)).collect(),
    }
}
