//! `sourceline supersede`: a figure is kept and no longer drawn, and the reason is written down.

use std::collections::HashMap;

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::Editor;
use sourceline::dataset::layout::FIGURES;
use sourceline::figure::{Formula, Rank};
use sourceline::locale::EN_GB;
use sourceline::locale::words::sentence;
use sourceline::store::FileEdit;

use super::change::{Job, Plan, judged};
use super::context::Context;
use super::drawing::changed_charts;
use super::edit::{NewCells, figures, the_row, told};
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;

/// Marks a figure as superseded by another: kept, never drawn
///
/// The rank becomes `superseded`, `superseded_by` names the other and the note gets the reason.
/// Formulas that read the figure read the other from then on. Nothing is deleted: a claim that was
/// made stays on record.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline supersede week-2018-a --by week-2018-b --why \"the day of the announcement, not of the arrests\"")]
pub struct Supersede {
    /// The id of the figure that is wrong, corrected or vaguer
    #[arg(value_name = "ID", allow_negative_numbers = true)]
    id: String,
    /// The id of the figure that takes its place
    #[arg(long, value_name = "ID")]
    by: String,
    /// The reason, for the note
    #[arg(long, alias = "reason", value_name = "TEXT")]
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
            words += &what_stays(&read.value, &self.id);
            let (edits, formulas) = with_followed(&editor, &self.id, &self.by, (row, &cells))?;
            words += &formulas;
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
    Ok((
        row,
        vec![
            ("rank", Rank::Superseded.word().into()),
            ("superseded_by", by.to_string()),
            ("note", note),
        ],
    ))
}

/// A formula that reads a figure whose place another takes.
pub struct Followed {
    pub row: usize,
    pub id: String,
    /// With the other in its place.
    pub formula: String,
}

/// The formulas that go on with the figures that took the place of others; of each pair the first
/// is the old one. A formula that is superseded stays as it was, and what took the place of its
/// own input is not worked out from itself.
pub fn followed(editor: &Editor, pairs: &[(String, String)]) -> Vec<Followed> {
    if pairs.is_empty() {
        return Vec::new();
    }
    let by: HashMap<&str, &str> = pairs.iter().map(|(old, by)| (&**old, &**by)).collect();
    let mut all = Vec::new();
    for row in editor.find_where("formula", |formula| formula.contains('[')) {
        if editor.cell(row, "rank") == Rank::Superseded.word() {
            continue;
        }
        let (id, before) = (editor.cell(row, "id"), editor.cell(row, "formula"));
        let Ok(parsed) = Formula::parse(&before) else { continue };
        let mut formula = before.to_string();
        for old in parsed.figures() {
            if let Some(by) = by.get(old).filter(|by| **by != id && old != id) {
                formula = formula.replace(&format!("[{old}]"), &format!("[{by}]"));
            }
        }
        if formula != before {
            all.push(Followed { row, id: id.to_string(), formula });
        }
    }
    all
}

/// The same for one figure, as changes beside those of its own row, and what is said of them.
pub fn with_followed(
    editor: &Editor,
    old: &str,
    by: &str,
    (row, cells): (usize, &NewCells),
) -> Result<(Vec<FileEdit>, String), Unchanged> {
    let mut words = String::new();
    let mut splices = Vec::new();
    for (column, text) in cells {
        splices.extend(editor.set(row, column, text)?);
    }
    for one in followed(editor, &[(old.to_string(), by.to_string())]) {
        words += &told(editor, one.row, &one.id, &vec![("formula", one.formula.clone())]);
        splices.extend(editor.set(one.row, "formula", &one.formula)?);
    }
    splices.sort_by_key(|splice| splice.at.start);
    let any = !splices.is_empty();
    Ok((any.then(|| FileEdit::new(FIGURES.file.label(), splices)).into_iter().collect(), words))
}

/// What a figure leaves behind whose place another takes: a break lies where it lies, whatever
/// becomes of the figure that carries it.
pub fn what_stays(data: &Dataset, id: &str) -> String {
    let figure = data.find_figure(id).map(|key| data.figure(key));
    match figure.filter(|figure| figure.status.is_break()) {
        Some(figure) => {
            let period = EN_GB.period(figure.period, data.naming(figure.series));
            format!("{id}: carries a break, which stays before {period}\n")
        }
        None => String::new(),
    }
}
