//! `sourceline rename`: another id for a series or a source, wherever it is named.

use clap::{Args, ValueEnum};
use sourceline::chart::mentions::Named;
use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::{Editor, Splice};
use sourceline::dataset::layout::{EVENTS, FIGURES, Layout, SERIES, SOURCES};
use sourceline::nearest::nearest;
use sourceline::problem::Checked;

use super::add::judged;
use super::change::{Edit, Ground, Job, Plan};
use super::failure::Failure;
use super::refusal::Refusal;
use super::{Context, Exit, report};

/// Gives a series or a source another id, in the data and in the charts
///
/// Published ids are best left as they are: others may point at them.
#[derive(Args)]
#[command(after_help = "Example:\n  sourceline rename series arrests arrests-monthly")]
pub struct Rename {
    #[arg(value_name = "WHAT", value_enum)]
    what: What,
    #[arg(value_name = "OLD")]
    old: String,
    #[arg(value_name = "NEW")]
    new: String,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Series,
    Source,
}

impl What {
    /// Where ids of this kind stand. The file that defines them comes last: should the rest be
    /// written and it not, the same command goes on from there.
    fn columns(self) -> Vec<(&'static Layout, &'static [&'static str])> {
        match self {
            What::Series => vec![(&FIGURES, &["series"]), (&SERIES, &["id"])],
            What::Source => {
                vec![
                    (&FIGURES, &["source", "origin"]),
                    (&EVENTS, &["source"]),
                    (&SOURCES, &["id", "origin"]),
                ]
            }
        }
    }

    fn noun(self) -> &'static str {
        match self {
            What::Series => "series",
            What::Source => "source",
        }
    }
}

impl Rename {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let month = project.settings.financial_year_starts;
        let job = Job { project: &project, dry_run: self.dry_run, specs: true };
        job.carry_out(context, |ground| {
            let read = check(&ground.files, month);
            self.refuse(&read.value)?;
            let mut edits = self.in_specs(ground)?;
            for (layout, columns) in self.what.columns() {
                edits.extend(self.in_table(ground, &read, layout, columns)?);
            }
            let count: usize = edits.iter().map(|edit| edit.splices.len()).sum();
            let places = report::count(count, "place", "places");
            let words = format!("{} is called {} now, in {places}\n", self.old, self.new);
            judged(ground, &read, Plan { edits, words, ..Plan::default() })
        })
    }

    fn refuse(&self, data: &Dataset) -> Result<(), Refusal> {
        let (known, taken): (Vec<&str>, bool) = match self.what {
            What::Series => {
                (data.series.iter().map(|one| one.id).collect(), data.knows_series(&self.new))
            }
            What::Source => {
                (data.sources.iter().map(|one| one.id).collect(), data.knows_source(&self.new))
            }
        };
        let noun = self.what.noun();
        if !known.contains(&self.old.as_str()) {
            let near = nearest(&self.old, known);
            let hint = near.map_or("`sourceline list` names them all".into(), |near| {
                format!("did you mean `{near}`?")
            });
            return Err(Refusal::new(format!("there is no {noun} `{}`", self.old)).hint(hint));
        }
        match taken {
            true => Err(Refusal::new(format!("there is a {noun} `{}` already", self.new))
                .hint("write another id")),
            false => Ok(()),
        }
    }

    fn in_table(
        &self,
        ground: &Ground,
        read: &Checked<Dataset>,
        layout: &'static Layout,
        columns: &[&'static str],
    ) -> Result<Option<Edit>, Refusal> {
        if layout.label == EVENTS.label && ground.files.events.is_none() {
            return Ok(None);
        }
        let editor =
            Editor::of(read, layout).map_err(|found| ground.unreadable(found, layout.label))?;
        let mut splices = Vec::new();
        for column in columns {
            for row in editor.find(column, &self.old) {
                splices.extend(editor.set(row, column, &self.new)?);
            }
        }
        splices.sort_by_key(|splice| splice.at.start);
        Ok((!splices.is_empty()).then(|| Edit::new(layout.label, splices)))
    }

    fn in_specs(&self, ground: &Ground) -> Result<Vec<Edit>, Refusal> {
        // A spec names no source.
        if self.what == What::Source {
            return Ok(Vec::new());
        }
        let found = ground.mentions(Named::Series, &self.old)?.into_iter();
        let edits = found.map(|(label, _, found)| {
            let with = self.new.as_bytes().to_vec();
            Edit::new(
                label,
                found.into_iter().map(|at| Splice { at, with: with.clone() }).collect(),
            )
        });
        Ok(edits.collect())
    }
}
