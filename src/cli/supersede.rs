//! `sourceline supersede`: a figure is kept and no longer drawn, and the reason is written down.

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::Editor;
use sourceline::figure::Rank;
use sourceline::locale::EN_GB;
use sourceline::locale::words::sentence;

use super::change::{Job, Plan, judged};
use super::context::Context;
use super::drawing::changed_charts;
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
            let other = the_row(&editor, &read.value, &self.by)?;
            if editor.cell(other, "rank") == Rank::Superseded.word() {
                return Err(Unchanged::new(format!("`{}` is superseded itself", self.by))
                    .hint("name the figure that took its place")
                    .into());
            }
            let (row, cells) = superseded(&editor, &read.value, &self.id, &self.by, &self.why)?;
            let mut words = told(&editor, row, &self.id, &cells);
            words += &what_stays(&editor, &read.value, &self.id);
            let edits = set(&editor, row, &cells)?;
            let plan = judged(ground, read, Plan { edits, ..Plan::default() })?;
            if !plan.edits.is_empty() {
                let after = ground.with(&plan.edits);
                let after = Dataset::read(&after.files, read.value.years.month()).value;
                words += &changed_charts(&project, &read.value, &after)?;
            }
            Ok(Plan { words, ..plan })
        })
    }
}

/// The row of a figure whose place another takes, and what its cells say then.
pub fn superseded(
    editor: &Editor,
    data: &Dataset,
    id: &str,
    by: &str,
    why: &str,
) -> Result<(usize, NewCells), Unchanged> {
    let row = the_row(editor, data, id)?;
    let reason = format!("Superseded by {by}: {}", sentence(why.trim()));
    let note = editor.cell(row, "note");
    let note = match (note.trim(), note.contains(&reason)) {
        (_, true) => note.to_string(),
        ("", _) => reason,
        (before, _) => format!("{} {reason}", sentence(before)),
    };
    Ok((row, vec![("rank", Rank::Superseded.word().into()), ("note", note)]))
}

/// What a figure leaves behind whose place another takes: a break lies where it lies, whatever
/// becomes of the figure that carries it, and formulas go on reading the old figure.
pub fn what_stays(editor: &Editor, data: &Dataset, id: &str) -> String {
    let mut words = String::new();
    let figure = data.find_figure(id).map(|key| data.figure(key));
    if let Some(figure) = figure.filter(|figure| figure.status.is_break()) {
        let period = EN_GB.period(figure.period, data.naming(figure.series));
        words += &format!("{id}: carries a break, which stays before {period}\n");
    }
    let name = format!("[{id}]");
    for row in editor.find_where("formula", |formula| formula.contains(&name)) {
        let of = editor.cell(row, "id");
        words += &format!(
            "{of}: is still worked out of {id}; another formula: sourceline edit {of} --formula …\n"
        );
    }
    words
}
