//! `sourceline supersede`: a figure is kept and no longer drawn, and the reason is written down.

use clap::Args;
use sourceline::figure::Rank;
use sourceline::locale::EN_GB;

use super::change::{Job, Plan, judged};
use super::context::Context;
use super::edit::{NewCells, figures, set, the_row, told};
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;

/// Marks a figure as superseded by another: kept, never drawn
///
/// The rank becomes `superseded` and the note gets the reason. Nothing is deleted: a claim that
/// was made stays on record.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline supersede week-2018-a --by week-2018-b --why \"the day of the announcement, not of the arrests\"")]
pub struct Supersede {
    /// The id of the figure that is wrong, corrected or vaguer
    #[arg(value_name = "ID")]
    id: String,
    /// The id of the figure that takes its place
    #[arg(long, value_name = "ID")]
    by: String,
    /// The reason, for the note
    #[arg(long, value_name = "TEXT")]
    why: String,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Supersede {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        if self.id == self.by {
            return Err(Unchanged::new("a figure cannot supersede itself").into());
        }
        if self.why.trim().is_empty() {
            return Err(Unchanged::new("the reason is empty").hint("write it: --why \"…\"").into());
        }
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        job.change(context, |ground, read| {
            let editor = figures(ground, read)?;
            let row = the_row(&editor, &read.value, &self.id)?;
            let other = the_row(&editor, &read.value, &self.by)?;
            if editor.cell(other, "rank") == Rank::Superseded.word() {
                return Err(Unchanged::new(format!("`{}` is superseded itself", self.by))
                    .hint("name the figure that took its place")
                    .into());
            }
            let reason = format!(
                "Superseded by {}: {}",
                self.by,
                sourceline::locale::words::sentence(self.why.trim())
            );
            let note = editor.cell(row, "note");
            let note = match (note.trim(), note.contains(&reason)) {
                (_, true) => note.to_string(),
                ("", _) => reason,
                (before, _) => format!("{} {reason}", sourceline::locale::words::sentence(before)),
            };
            let cells: NewCells = vec![("rank", Rank::Superseded.word().into()), ("note", note)];
            let mut words = told(&editor, row, &self.id, &cells);
            let figure = read.value.find_figure(&self.id).map(|key| read.value.figure(key));
            if let Some(figure) = figure.filter(|figure| figure.status.is_break()) {
                words += &format!(
                    "{}: carries a break, which stays before {}\n",
                    self.id,
                    EN_GB.period(figure.period, read.value.naming(figure.series))
                );
            }
            let edits = set(&editor, row, &cells)?;
            judged(ground, read, Plan { edits, words, ..Plan::default() })
        })
    }
}
