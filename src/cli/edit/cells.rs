//! Other cells in one row of a source, a series or an event: named by options, or asked one by one.

use sourceline::dataset::edit::Editor;
use sourceline::dataset::layout::Layout;
use sourceline::dataset::{DataFile, Dataset};
use sourceline::nearest::did_you_mean;
use sourceline::store::FileEdit;

use crate::cli::add::sure::Sure;
use crate::cli::ask::{Asker, Judged};
use crate::cli::change::{Job, Plan, editor, judged, mentions};
use crate::cli::context::Context;
use crate::cli::drawing::changed_charts;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::said::TypedCells;

pub type NewCells = Vec<(&'static str, String)>;

/// What was typed of a row.
pub struct RowEdit<'e> {
    pub layout: &'static Layout,
    pub id: &'e str,
    pub typed: TypedCells<'e>,
    pub sure: &'e Sure,
    pub dry_run: bool,
}

/// Reads what was typed for a column: gives what the file is to say.
pub type ReadCell<'r> = &'r dyn Fn(&Dataset, &str, &str) -> Result<String, Unchanged>;

impl RowEdit<'_> {
    pub fn run(&self, context: &mut Context, read_cell: ReadCell) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = context.asker();
        let job = Job { project: &project, dry_run: self.dry_run, specs: true };
        let named = self.typed.iter().any(|(_, text)| text.is_some());
        let mut settled: Option<NewCells> = None;
        job.change(context, |ground, read| {
            let data = &read.value;
            let editor = editor(ground, read, self.layout)?;
            let row = the_row(&editor, data, self.layout.file, self.id)?;
            let cells = match (&settled, named, &asker) {
                (Some(cells), ..) => cells.clone(),
                (None, true, _) => self.as_typed(data, read_cell)?,
                (None, false, Some(asker)) => self.asked(&editor, row, data, asker, read_cell)?,
                (None, false, None) => {
                    let (column, _) = self.typed[0];
                    let option = column.replace('_', "-");
                    return Err(Unchanged::new("nothing to change was named")
                        .hint(format!("write what, as in --{option} \"…\""))
                        .into());
                }
            };
            settled = Some(cells.clone());
            let mut words = told(&editor, row, self.id, &cells);
            let edits = set(&editor, self.layout, row, &cells)?;
            let question = self.sure.asking("Change it?").filter(|_| !named);
            let plan = judged(ground, read, Plan { edits, question, ..Plan::default() })?;
            if !plan.edits.is_empty() {
                for (label, ..) in mentions(ground, self.layout.file, self.id)? {
                    words += &format!("{label} names {}\n", self.id);
                }
                let after = ground.with(&plan.edits);
                let after = Dataset::read(&after.files, data.years.month()).value;
                words += &changed_charts(&project, data, &after)?;
            }
            Ok(Plan { words, ..plan })
        })
    }

    fn as_typed(&self, data: &Dataset, read_cell: ReadCell) -> Result<NewCells, Failure> {
        let mut cells = Vec::new();
        for (column, text) in &self.typed {
            if let Some(text) = text.as_deref().map(str::trim) {
                cells.push((*column, filled(data, column, text, read_cell)?));
            }
        }
        Ok(cells)
    }

    /// Each cell with what it says now as the answer that is there already.
    fn asked(
        &self,
        editor: &Editor,
        row: usize,
        data: &Dataset,
        asker: &Asker,
        read_cell: ReadCell,
    ) -> Result<NewCells, Failure> {
        let mut cells = Vec::new();
        for (column, _) in &self.typed {
            let now = editor.cell(row, column).into_owned();
            let answer = asker.line(column, &now, |text| match text == now.trim() {
                true => Judged::Fine(text.into()),
                false => match filled(data, column, text, read_cell) {
                    Ok(text) => Judged::Fine(text),
                    Err(refusal) => Judged::Not(refusal.in_short()),
                },
            })?;
            if answer != now.trim() {
                cells.push((*column, filled(data, column, &answer, read_cell)?));
            }
        }
        Ok(cells)
    }
}

fn filled(
    data: &Dataset,
    column: &str,
    text: &str,
    read_cell: ReadCell,
) -> Result<String, Unchanged> {
    if text.is_empty() { Ok(String::new()) } else { read_cell(data, column, text) }
}

/// Where the one row of an id starts.
pub fn the_row(
    editor: &Editor,
    data: &Dataset,
    file: DataFile,
    id: &str,
) -> Result<usize, Unchanged> {
    match editor.find("id", id)[..] {
        [row] => Ok(row),
        [] => {
            let (noun, name) = (file.noun(), file.name());
            let list = match file {
                DataFile::Events => format!("they stand in {}", file.label()),
                _ => format!("`sourceline list {name}` names them all"),
            };
            let hint = did_you_mean(id, data.ids(file), list);
            Err(Unchanged::new(format!("there is no {noun} `{id}`")).hint(hint))
        }
        ref rows => Err(Unchanged::new(format!("{} rows have the id `{id}`", rows.len()))
            .hint("give them ids of their own first")),
    }
}

/// What changes in which cells.
pub fn told(editor: &Editor, row: usize, id: &str, cells: &NewCells) -> String {
    let mut words = String::new();
    for (column, text) in cells {
        let before = editor.cell(row, column);
        if before != *text {
            let said = |text: &str| {
                if text.is_empty() { "nothing".to_string() } else { format!("`{text}`") }
            };
            let line = format!("{id}: {column}: {} instead of {}", said(text), said(&before));
            words += &format!("{}\n", crate::cli::screen::visible(&line));
        }
    }
    words
}

pub fn set(
    editor: &Editor,
    layout: &Layout,
    row: usize,
    cells: &NewCells,
) -> Result<Vec<FileEdit>, Unchanged> {
    let mut splices = Vec::new();
    for (column, text) in cells {
        splices.extend(editor.set(row, column, text)?);
    }
    splices.sort_by_key(|splice| splice.at.start);
    Ok(match splices.is_empty() {
        true => Vec::new(),
        false => vec![FileEdit::new(layout.file.label(), splices)],
    })
}
