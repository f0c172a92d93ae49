//! `sourceline verify`: from a chart copied elsewhere back to the rows it was drawn from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use roxmltree::{Document, Node};
use sourceline::chart::first_spec::{first_spec, series_named};
use sourceline::chart::{Look, Stamp};
use sourceline::check;
use sourceline::dataset::Dataset;
use sourceline::encode::stamp;
use sourceline::output::looks::Looks;
use sourceline::output::rendering::Rendering;
use sourceline::problem::has_errors;
use sourceline::store::{Folder, read};

use super::context::Context;
use super::drawing;
use super::exit::Exit;
use super::failure::Failure;
use super::screen::visible;

/// Tells whether a chart copied elsewhere is still current
///
/// A chart carries a stamp: which chart of which project it is, and what it was drawn from. It is
/// stale when its figures, its sources or its words have changed since, or when the copy was
/// altered. Exit codes: 0 current, 1 stale, 2 it cannot be told.
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
    Current(Vec<String>),
    Stale(Vec<String>),
    Unknown(String),
}

impl Verify {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let checked = check::errors(&files, project.settings.financial_year_starts);
        let in_order = !has_errors(&checked.problems) && !has_errors(&project.problems);
        let mut exit = Exit::Fine;
        for path in &self.files {
            let verdict = match copy(path) {
                Err(unknown) => unknown,
                Ok(_) if !in_order => Verdict::Unknown(
                    "there are errors in the project; `sourceline check` tells".into(),
                ),
                Ok(copy) => judge(&project, &checked.value, &copy)?,
            };
            let (word, code, reasons) = match verdict {
                Verdict::Current(reasons) => (context.out.bold("current"), Exit::Fine, reasons),
                Verdict::Stale(reasons) => (context.out.bold_red("stale"), Exit::Problems, reasons),
                Verdict::Unknown(reason) => {
                    (context.out.yellow("unknown"), Exit::Unable, vec![reason])
                }
            };
            exit = exit.max(code);
            context.out.say(format_args!("{word} {}\n", visible(&path.to_string_lossy())));
            for reason in reasons {
                context.out.say(format_args!("  {}\n", visible(&reason)));
            }
        }
        Ok(exit)
    }
}

/// What a file says of itself.
struct Copy {
    text: String,
    stamp: Stamp,
}

fn copy(path: &Path) -> Result<Copy, Verdict> {
    let bytes = read(path).map_err(|failure| Verdict::Unknown(failure.to_string()))?;
    let unknown = |why: &str| Verdict::Unknown(why.to_string());
    let text = String::from_utf8(bytes).map_err(|_| unknown("it is not an SVG in UTF-8"))?;
    let document = Document::parse(&text).map_err(|_| unknown("it is not an SVG"))?;
    let metadata = document.descendants().find(|node| node.tag_name().name() == "metadata");
    let attribute = document.root_element().attribute(stamp::ATTRIBUTE);
    let stamp = attribute.map(str::to_string).or_else(|| metadata.map(words));
    let stamp = stamp.and_then(|text| Some(stamp::read(&text)?.0));
    let stamp =
        stamp.ok_or_else(|| unknown("it carries no stamp: another program may have dropped it"))?;
    Ok(Copy { stamp, text })
}

fn judge(project: &Folder, data: &Dataset, copy: &Copy) -> Result<Verdict, Failure> {
    let (own, stamp) = (&project.name, &copy.stamp);
    if stamp.project != *own {
        let why = format!("it was drawn in the project `{}`, and this is `{own}`", stamp.project);
        return Ok(Verdict::Unknown(why));
    }
    if let Some(now) = of_series(project, data, &stamp.chart, stamp.look)
        && (now.svg == copy.text || !project.charts()?.contains(&stamp.chart))
    {
        return Ok(compare(data, copy, &now));
    }
    if !project.charts()?.contains(&stamp.chart) {
        return Ok(Verdict::Unknown(format!("there is no chart `{}` any more", stamp.chart)));
    }
    let own = |bare| -> Result<Option<Rendering>, Failure> {
        let choice = |_: &Looks, _| vec![stamp.look];
        let drawn = drawing::draw_all(project, &stamp.chart, data, bare, &choice)?.value.drawn;
        Ok(drawn.into_iter().next())
    };
    let drawn = own(false)?;
    // A copy made for a report may leave its title to the caption.
    let bare = own(true)?;
    if let Some(now) = bare.filter(|now| now.svg == copy.text) {
        return Ok(compare(data, copy, &now));
    }
    Ok(match drawn {
        Some(now) => compare(data, copy, &now),
        None => Verdict::Unknown(format!(
            "the chart `{}` cannot be drawn now; `sourceline check` tells why",
            stamp.chart
        )),
    })
}

/// What `render --series` draws under this name.
fn of_series(project: &Folder, data: &Dataset, name: &str, look: Look) -> Option<Rendering> {
    let spec = first_spec(data, &series_named(data, name)?, None);
    let choice = |_: &Looks, _| vec![look];
    let drawn = drawing::studio(project, data).draw(name, &spec, false, &choice).value.drawn;
    drawn.into_iter().next()
}

fn compare(data: &Dataset, copy: &Copy, now: &Rendering) -> Verdict {
    if copy.text == now.svg {
        return Verdict::Current(Vec::new());
    }
    let then = PictureWords::of(&copy.text);
    let told_now = PictureWords::of(&now.svg);
    let mut changes = figure_changes(data, &copy.stamp, &then, &now.chart.stamp, &told_now);
    let same_inputs = copy.stamp.inputs == now.chart.stamp.inputs;
    if same_inputs && then.all == told_now.all {
        return Verdict::Current(vec![
            "by its stamp and every word; the file itself was written by another program or version".into(),
        ]);
    }
    if then.title != told_now.title {
        changes.push(format!("title: was “{}”, is “{}”", then.title, told_now.title));
    }
    if same_inputs {
        changes.insert(0, "nothing it was drawn from has changed, but its words have: it was altered, or drawn by another version".into());
    } else if changes.is_empty() {
        changes.push("the figures are the same; sources, notes or the spec have changed".into());
    }
    Verdict::Stale(changes)
}

/// Figures that are gone, new, or labelled otherwise.
fn figure_changes(
    data: &Dataset,
    was: &Stamp,
    then: &PictureWords,
    is: &Stamp,
    now: &PictureWords,
) -> Vec<String> {
    let mut changes = Vec::new();
    for id in &was.figures {
        if data.find_figure(id).is_none() {
            changes.push(format!("{id}: gone from the data"));
        } else if !is.figures.contains(id) {
            changes.push(format!("{id}: no longer on the chart"));
        } else if then.figures.get(id) != now.figures.get(id) {
            let label = |words: &PictureWords| {
                words.figures.get(id).map_or("without a label".into(), |label| format!("“{label}”"))
            };
            changes.push(format!("{id}: was {}, is {}", label(then), label(now)));
        }
    }
    let new = is.figures.iter().filter(|id| !was.figures.contains(id));
    changes.extend(new.map(|id| format!("{id}: new on the chart")));
    changes
}

/// What a picture says in words.
#[derive(Default)]
struct PictureWords {
    title: String,
    /// What stands beside the marks of a figure.
    figures: BTreeMap<String, String>,
    all: Vec<String>,
}

impl PictureWords {
    fn of(svg: &str) -> PictureWords {
        let mut found = PictureWords::default();
        let Ok(document) = Document::parse(svg) else { return found };
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            if !matches!(name, "title" | "desc" | "text") {
                continue;
            }
            let text = words(node);
            match node.attribute("data-figure") {
                Some(id) if name == "text" => {
                    let label = found.figures.entry(id.to_string()).or_default();
                    label.push_str(if label.is_empty() { "" } else { " " });
                    label.push_str(&text);
                }
                _ if name == "title" && found.title.is_empty() => found.title = text.clone(),
                _ => {}
            }
            found.all.push(text);
        }
        found
    }
}

/// All text within an element, with single blanks.
fn words(node: Node) -> String {
    let texts = node.descendants().filter(Node::is_text);
    let text: String = texts.filter_map(|inner| inner.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
