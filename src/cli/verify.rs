//! `sourceline verify`: from a chart copied elsewhere, be it within a document, back to the rows it
//! was drawn from.

mod altered;
pub mod beside;
pub mod judge;
pub mod now;
mod registered;
pub mod stale;
pub mod words;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use sourceline::chart::Look;
use sourceline::check;
use sourceline::documents::{self, DocumentKind, FoundCharts, FoundWords, MOST_BYTES, Unlooked};
use sourceline::draw::scene::Stamp;
use sourceline::embed::chart_tag;
use sourceline::output::kit::Kit;
use sourceline::problem::has_errors;
use sourceline::store::{files_below, read_named_within, read_within};

use self::beside::{WordsJudge, WordsVerdict, bare_charts};
use self::judge::{CopyJudge, JudgedCopy, NO_STAMP, Verdict};
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
/// copy. A copy is stale when it would look or read otherwise if it were drawn now; it is altered
/// when it shows what was not drawn: something moved, hidden, added, taken away, or in other words or
/// colours. Another program may have written the file anew. A PNG or PDF is known by its stamp alone.
///
/// What `embed`, `bundle` and `render --out` wrote is entered into embedded.toml, beside sourceline.toml,
/// and so is what carries no stamp, such as NAME.csv. Without a path all of it is looked at.
///
/// Exit codes: 0 current, 1 stale or altered, 2 it cannot be told.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline verify\n  sourceline verify report.docx\n  sourceline verify ../site ../reports\n  sourceline verify figures/referrals.svg --format json"
)]
pub struct Verify {
    /// The documents and pictures to look at, and folders of them; all that embedded.toml names, if
    /// none is given
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Look at these no longer: take them out of embedded.toml
    #[arg(long, value_name = "PATH", num_args = 1.., conflicts_with = "paths")]
    forget: Vec<PathBuf>,
    /// Print every chart as a row, for other programs
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    format: TableFormat,
}

/// So many reasons are told; the rest is counted.
const TOLD: usize = 10;

/// What is told of one chart, or of a document that cannot be looked at.
pub struct VerdictRow {
    document: String,
    place: String,
    chart: String,
    look: String,
    verdict: Verdict,
}

impl Verify {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        if !self.forget.is_empty() {
            return registered::forget(&project, &self.forget, context);
        }
        let files = project.files()?;
        let checked = check::errors(&files, project.settings.financial_year_starts);
        let in_order = !has_errors(&checked.problems) && !has_errors(&project.problems);
        let catalogue = drawing::catalogue(&project, &checked.value)?;
        let easel = Easel::new(&project, &checked.value, &catalogue);
        let judge = CopyJudge::new(&project, easel, in_order);
        // Words need no font.
        let kit = Kit::new(&checked.value, Vec::new());
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

/// Of pictures, and of the words beside them.
type Judges<'j> = (&'j CopyJudge<'j>, &'j WordsJudge<'j>);

/// The charts of one document. One that was found in a folder and holds none is no row.
fn document(
    (judge, words): Judges,
    path: &Path,
    named: bool,
    without: &mut Vec<String>,
) -> Vec<VerdictRow> {
    let found = match look(path) {
        Ok(found) => found,
        Err(why) => return vec![VerdictRow::untold(path, why)],
    };
    let mut rows: Vec<VerdictRow> = Vec::new();
    let mut tags = Vec::new();
    for picture in &found.pictures {
        let JudgedCopy { stamp, verdict } = judge.picture(picture);
        tags.push(stamp.as_ref().map(|stamp| chart_tag(&stamp.project, &stamp.chart)));
        let (chart, look) = stamp
            .map(|stamp| (words_of(&stamp), stamp))
            .map(|(look, stamp)| (stamp.chart, look))
            .unwrap_or_default();
        let place = picture.place.clone();
        rows.push(VerdictRow { place, chart, look, verdict, ..VerdictRow::of(path) });
    }
    let more = words_beside(words, &found.words, path, &tags, &mut rows);
    rows.extend(more);
    for remark in found.remarks.into_iter().chain(found.missing) {
        rows.push(VerdictRow::untold(path, remark));
    }
    if rows.is_empty() && named {
        let is_picture =
            DocumentKind::named(&path.to_string_lossy()).is_some_and(DocumentKind::is_picture);
        let why = if is_picture { NO_STAMP } else { "it holds no chart with a stamp" };
        rows.push(VerdictRow::untold(path, why.into()));
    } else if rows.is_empty() {
        without.push(path.to_string_lossy().into_owned());
    }
    rows
}

/// Words that differ from what their chart would now say make it stale, too; those whose chart is not
/// there have a row of their own.
fn words_beside(
    judge: &WordsJudge,
    words: &[FoundWords],
    path: &Path,
    tags: &[Option<String>],
    rows: &mut [VerdictRow],
) -> Vec<VerdictRow> {
    let bare = bare_charts(words);
    let mut more: Vec<VerdictRow> = Vec::new();
    for found in words {
        let (place, what) = (&found.place, found.mark.called());
        let reasons: Vec<String> = match judge.judge(found, &bare) {
            WordsVerdict::Right => continue,
            WordsVerdict::Stale(_, changes) => {
                changes.iter().map(|one| format!("{what} beside it ({place}): {one}")).collect()
            }
            WordsVerdict::ByHand => vec![format!(
                "{what} beside it ({place}): changed by hand, and of what was said before; read \
                 them, or take the marks round them away"
            )],
        };
        let at = tags.iter().position(|tag| tag.as_ref() == Some(&found.mark.chart));
        match at.map(|at| &mut rows[at].verdict) {
            Some(Verdict::Current(_)) => rows[at.unwrap_or(0)].verdict = Verdict::Stale(reasons),
            // What has changed is told of the picture.
            Some(Verdict::Stale(told)) if told.iter().all(|one| !one.contains(" beside it (")) => {}
            Some(Verdict::Stale(told)) => told.extend(reasons),
            Some(_) => {}
            None => more.push(VerdictRow {
                place: place.clone(),
                chart: judge.chart(found).unwrap_or_default().to_string(),
                verdict: Verdict::Stale(reasons),
                ..VerdictRow::of(path)
            }),
        }
    }
    more
}

/// What a file holds; else why it cannot be told.
pub fn look(path: &Path) -> Result<FoundCharts, String> {
    let bytes = read_named_within(path, MOST_BYTES).map_err(|failure| failure.to_string())?;
    if bytes.len() > MOST_BYTES {
        return Err(Unlooked::Large.to_string());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut beside = |address: &str| {
        // Whatever a document names, no pipe is waited for.
        read_within(&folder.join(address), MOST_BYTES).ok()
    };
    documents::find(&path.to_string_lossy(), &bytes, &mut beside).map_err(|why| why.to_string())
}

/// `narrow dark`; nothing for the usual look of what is known now.
fn words_of(stamp: &Stamp) -> String {
    let look = stamp.look;
    let plain = Look::default();
    let size = (look.size != plain.size).then(|| look.size.word().to_string());
    let theme = (look.theme != plain.theme).then(|| look.theme.word().to_string());
    let width = look.lengths.width.map(|pixels| format!("{pixels} px wide"));
    let height = look.lengths.height.map(|pixels| format!("{pixels} px high"));
    let day = stamp.as_of.map(|day| format!("as known on {day}"));
    [size, theme, width, height, day].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

impl VerdictRow {
    /// Of a chart that has neither name nor look.
    pub fn judged(path: &Path, verdict: Verdict) -> VerdictRow {
        VerdictRow { verdict, ..VerdictRow::of(path) }
    }

    fn of(path: &Path) -> VerdictRow {
        VerdictRow {
            document: path.to_string_lossy().into_owned(),
            place: String::new(),
            chart: String::new(),
            look: String::new(),
            verdict: Verdict::Current(Vec::new()),
        }
    }

    fn untold(path: &Path, why: String) -> VerdictRow {
        VerdictRow::judged(path, Verdict::Unknown(why))
    }

    pub fn word(&self) -> &'static str {
        match self.verdict {
            Verdict::Current(_) => "current",
            Verdict::Stale(_) => "stale",
            Verdict::Altered(_) => "altered",
            Verdict::Both(..) => "stale and altered",
            Verdict::Unknown(_) => "unknown",
        }
    }

    pub fn exit(&self) -> Exit {
        match self.verdict {
            Verdict::Current(_) => Exit::Fine,
            Verdict::Stale(_) | Verdict::Altered(_) | Verdict::Both(..) => Exit::Problems,
            Verdict::Unknown(_) => Exit::Unable,
        }
    }

    pub fn reasons(&self) -> Vec<String> {
        match &self.verdict {
            Verdict::Current(how) => how.clone(),
            Verdict::Stale(reasons) | Verdict::Altered(reasons) => reasons.clone(),
            Verdict::Both(stale, altered) => {
                let altered = altered.iter().map(|one| format!("altered: {one}"));
                stale.iter().cloned().chain(altered).collect()
            }
            Verdict::Unknown(reason) => vec![reason.clone()],
        }
    }

    fn few_reasons(&self) -> Vec<String> {
        match &self.verdict {
            Verdict::Both(stale, altered) => {
                let altered = few(altered.clone()).into_iter().map(|one| format!("altered: {one}"));
                few(stale.clone()).into_iter().chain(altered).collect()
            }
            _ => few(self.reasons()),
        }
    }
}

fn few(mut reasons: Vec<String>) -> Vec<String> {
    let more = reasons.len().saturating_sub(TOLD);
    reasons.truncate(TOLD);
    if more > 0 {
        reasons.push(format!("and {more} more"));
    }
    reasons
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
        for reason in row.few_reasons() {
            out.say(format_args!("  {}\n", visible(&reason)));
        }
    }
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
