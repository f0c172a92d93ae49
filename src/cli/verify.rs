//! `sourceline verify`: from a chart copied elsewhere back to the rows it was drawn from.

mod altered;
mod now;
mod stale;
mod words;

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use clap::Args;
use sourceline::chart::first_spec::{first_spec, series_named};
use sourceline::chart::{ChartSpec, Look};
use sourceline::check;
use sourceline::dataset::Dataset;
use sourceline::encode::copy::PictureCopy;
use sourceline::output::catalogue::spec_label;
use sourceline::output::looks::Looks;
use sourceline::output::rendering::Rendering;
use sourceline::problem::has_errors;
use sourceline::store::{Folder, read_named};

use super::context::Context;
use super::drawing::{self, Easel};
use super::exit::Exit;
use super::failure::Failure;
use super::screen::visible;
use now::Now;

/// Tells whether a chart copied elsewhere is still current, and whether it was altered
///
/// A chart carries a stamp: which chart of which project it is, and what it was drawn from. The
/// chart is drawn again and held against the copy. A copy is stale when it would look or read
/// otherwise if it were drawn now; it is altered when it shows what was not drawn: something moved,
/// hidden, added, taken away, or in other words or colours. Another program may have written the
/// file anew. Exit codes: 0 current, 1 stale or altered, 2 it cannot be told.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline verify report/referrals.svg\n  sourceline verify ../site/images/*.svg"
)]
pub struct Verify {
    /// The SVG files to look at
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

/// What can be said of a copy, and why.
enum Verdict {
    Current(&'static str),
    Stale(Vec<String>),
    Altered(Vec<String>),
    /// First what has changed since, then what was altered.
    Both(Vec<String>, Vec<String>),
    Unknown(String),
}

/// So many reasons are told; the rest is counted.
const TOLD: usize = 10;

impl Verify {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let checked = check::errors(&files, project.settings.financial_year_starts);
        let in_order = !has_errors(&checked.problems) && !has_errors(&project.problems);
        let catalogue = drawing::catalogue(&project, &checked.value)?;
        let easel = Easel::new(&project, &checked.value, &catalogue);
        let mut exit = Exit::Fine;
        for path in &self.files {
            let verdict = match copy(path) {
                Err(unknown) => unknown,
                Ok(_) if !in_order => Verdict::Unknown(
                    "there are errors in the project; `sourceline check` tells".into(),
                ),
                Ok((text, copy)) => judge(&project, &easel, &text, &copy),
            };
            let out = &mut context.out;
            let (word, code, reasons) = match verdict {
                Verdict::Current("") => (out.bold("current"), Exit::Fine, Vec::new()),
                Verdict::Current(how) => (out.bold("current"), Exit::Fine, vec![how.to_string()]),
                Verdict::Stale(reasons) => (out.bold_red("stale"), Exit::Problems, few(reasons)),
                Verdict::Altered(reasons) => {
                    (out.bold_red("altered"), Exit::Problems, few(reasons))
                }
                Verdict::Both(stale, altered) => {
                    let mut reasons = few(stale);
                    reasons.extend(few(altered).into_iter().map(|one| format!("altered: {one}")));
                    (out.bold_red("stale and altered"), Exit::Problems, reasons)
                }
                Verdict::Unknown(reason) => (out.yellow("unknown"), Exit::Unable, vec![reason]),
            };
            exit = exit.max(code);
            out.say(format_args!("{word} {}\n", visible(&path.to_string_lossy())));
            for reason in reasons {
                out.say(format_args!("  {}\n", visible(&reason)));
            }
        }
        Ok(exit)
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

fn copy(path: &Path) -> Result<(String, PictureCopy), Verdict> {
    let bytes = read_named(path).map_err(|failure| Verdict::Unknown(failure.to_string()))?;
    let unknown = |why: &str| Verdict::Unknown(why.to_string());
    let text = String::from_utf8(bytes).map_err(|_| unknown("it is not an SVG in UTF-8"))?;
    match PictureCopy::read(&text) {
        None => Err(unknown("it is not an SVG")),
        Some(Err(_)) => Err(unknown("it carries no stamp: another program may have dropped it")),
        Some(Ok(copy)) => Ok((text, copy)),
    }
}

fn judge(project: &Folder, easel: &Easel, text: &str, copy: &PictureCopy) -> Verdict {
    let data = easel.studio.data;
    let (own, stamp) = (&project.name, &copy.stamp);
    if stamp.project != *own {
        let why = format!("it was drawn in the project `{}`, and this is `{own}`", stamp.project);
        return Verdict::Unknown(why);
    }
    let chart = easel.catalogue.find(&stamp.chart);
    let series = of_series(easel, &stamp.chart, stamp.look);
    let mut drawings = Vec::new();
    if let Some(chart) = chart {
        // A copy made for a report may leave its title to the caption.
        for bare in [false, true] {
            let choice = |_: &Looks, _| vec![stamp.look];
            let drawn = easel.draw_all(chart, bare, &choice).value.drawn;
            drawings.extend(drawn.into_iter().next());
        }
    } else if series.is_none() {
        return Verdict::Unknown(format!("there is no chart `{}` any more", stamp.chart));
    }
    if drawings.iter().chain(&series).any(|now| now.svg == text) {
        return Verdict::Current("");
    }
    let drawings: Vec<Now> = drawings.into_iter().map(Now::of).collect();
    let series = series.map(Now::of);
    let picture = copy.imprint.as_ref().map(|imprint| imprint.picture.as_str());
    let is_same = |now: &&Now| Some(now.imprint.picture.as_str()) == picture;
    let same = drawings.iter().chain(&series).find(is_same);
    let nearest = || match chart.is_some() {
        true => drawings.iter().min_by_key(|now| now.pieces.len().abs_diff(copy.pieces.len())),
        false => series.as_ref(),
    };
    match same.or_else(nearest) {
        Some(now) => compare(data, copy, now),
        None => Verdict::Unknown(format!(
            "the chart `{}` cannot be drawn now; `sourceline check` tells why",
            stamp.chart
        )),
    }
}

/// What `render --series` draws under this name.
fn of_series(easel: &Easel, name: &str, look: Look) -> Option<Rendering> {
    let data = easel.studio.data;
    let spec = first_spec(data, &series_named(data, name)?, None);
    let choice = |_: &Looks, _| vec![look];
    let spec = ChartSpec::only(name, &spec_label(name), &spec);
    let drawn = easel.studio.draw(&spec, false, &choice).value.drawn;
    drawn.into_iter().next()
}

const FORM: &str = "only its file form differs: it shows and says the same";
const OLDER: &str = "it was drawn by an older version, and says the same";
const NEWER: &str = "it was drawn by a newer version, and says the same";
const REWORDED: &str = "its figures are the same and other words are not, and its stamp is too old to tell whether the data or only the wording changed";
const OTHER: &str = "it was drawn by another version, and says the same";

fn compare(data: &Dataset, copy: &PictureCopy, now: &Now) -> Verdict {
    let against_now = altered::against(data, copy, now);
    if against_now.is_empty() {
        return Verdict::Current(FORM);
    }
    let changes = stale::changes(data, copy, now);
    let Some(imprint) = &copy.imprint else {
        let says_the_same = stale::words_of(&copy.pieces) == stale::words_of(&now.pieces)
            && copy.title == sourceline::encode::piece::one_line(&now.drawing.scene.title);
        return match (copy.strange.is_empty(), says_the_same) {
            (false, _) => Verdict::Altered(copy.strange.clone()),
            (true, true) => Verdict::Unknown(
                "it says the same, but its shapes are others, and its stamp is too old to tell whether they were altered".into(),
            ),
            (true, false) if stale::values_and_title(data, copy, now).is_empty() => {
                Verdict::Unknown(REWORDED.into())
            }
            (true, false) => Verdict::Stale(changes),
        };
    };
    if imprint.picture == now.imprint.picture {
        return Verdict::Altered(against_now);
    }
    let altered = altered::against_itself(copy, imprint);
    let same_inputs = copy.stamp.inputs == now.drawing.chart.stamp.inputs;
    let newer = imprint.drawing != now.imprint.drawing;
    let says_the_same = stale::words_of(&copy.pieces) == stale::words_of(&now.pieces);
    let is_stale = copy.stamp.said != now.drawing.chart.stamp.said
        || copy.stamp.figures != now.drawing.chart.stamp.figures
        || !same_inputs && (!newer || !says_the_same)
        || !newer && !says_the_same && altered.is_empty();
    match (is_stale, altered.is_empty()) {
        (false, true) => Verdict::Current(match imprint.drawing.cmp(&now.imprint.drawing) {
            Ordering::Less => OLDER,
            Ordering::Equal => OTHER,
            Ordering::Greater => NEWER,
        }),
        (false, false) => Verdict::Altered(altered),
        (true, true) => Verdict::Stale(changes),
        (true, false) => Verdict::Both(changes, altered),
    }
}
