//! `sourceline rename`: another id for a series or a source, wherever it is named.

use clap::Args;
use sourceline::chart::mentions::patterns;
use sourceline::chart::spec::Spec;
use sourceline::dataset::edit::Splice;
use sourceline::dataset::layout::{ALL, EVENTS, Layout, SERIES, SOURCES};
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::series_list::{listed, relisted};
use sourceline::nearest::did_you_mean;
use sourceline::problem::Checked;
use sourceline::store::{FileEdit, Folder, Groundwork};

use super::change::{Job, Plan, editor, judged, mentions};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::import::recipe;
use super::named_in_documents::{self, NamingExpression};
use super::one_of::one_of;
use super::refusal::Unchanged;
use super::report;

/// The column that lists ids of series.
const APART: &str = "not_comparable_with";

/// Gives a series or a source another id, in the data and in the charts
///
/// Published ids are best left as they are: others may point at them.
#[derive(Args)]
#[command(after_help = "Example:\n  sourceline rename series arrests arrests-monthly")]
pub struct Rename {
    #[arg(value_name = "WHAT", value_parser = one_of([&SERIES, &SOURCES].map(|layout| (layout.file.noun(), layout))))]
    what: &'static Layout,
    #[arg(value_name = "OLD", allow_negative_numbers = true)]
    old: String,
    #[arg(value_name = "NEW")]
    new: String,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Rename {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let job = Job { project: &project, dry_run: self.dry_run, specs: true };
        job.change(context, |ground, read| {
            self.refuse(&read.value)?;
            let mut edits = self.in_specs(ground)?;
            // The file that defines it comes last: should the rest be written and it not, the
            // same command goes on from there.
            let others = ALL.into_iter().filter(|file| *file != self.what);
            for file in others.chain([self.what]) {
                edits.extend(self.in_table(ground, read, file)?);
            }
            let count: usize = edits.iter().map(|edit| edit.splices.len()).sum();
            let places = report::count(count, "place", "places");
            let mut words = format!("{} is called {} now, in {places}\n", self.old, self.new);
            if self.what.file == DataFile::Series {
                words += &self.lost(ground);
                words += &self.in_documents(&project)?;
            }
            words += &self.in_recipes(&project)?;
            judged(ground, read, Plan { edits, words, ..Plan::default() })
        })
    }

    fn refuse(&self, data: &Dataset) -> Result<(), Unchanged> {
        let noun = self.what.file.noun();
        if !data.ids(self.what.file).any(|id| id == self.old) {
            let list = "`sourceline list` names them all";
            let hint = did_you_mean(&self.old, data.ids(self.what.file), list);
            return Err(Unchanged::new(format!("there is no {noun} `{}`", self.old)).hint(hint));
        }
        match data.knows(self.what.file, &self.new) {
            true => Err(Unchanged::new(format!("there is a {noun} `{}` already", self.new))
                .hint("write another id")),
            false => Ok(()),
        }
    }

    fn in_table(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        layout: &Layout,
    ) -> Result<Option<FileEdit>, Unchanged> {
        let own = (layout == self.what).then_some("id");
        let columns: Vec<&str> = own.into_iter().chain(layout.columns_naming(self.what)).collect();
        if columns.is_empty() || *layout == EVENTS && ground.files.events.is_none() {
            return Ok(None);
        }
        let editor = editor(ground, read, layout)?;
        let mut splices = Vec::new();
        for column in columns {
            for row in editor.find(column, &self.old) {
                splices.extend(editor.set(row, column, &self.new)?);
            }
        }
        if layout == self.what && *layout == SERIES {
            for row in editor.find_where(APART, |text| listed(text).any(|id| id == self.old)) {
                let listed = relisted(&editor.cell(row, APART), &self.old, &self.new);
                splices.extend(editor.set(row, APART, &listed)?);
            }
            let (old, new) = (format!("[{}]", self.old), format!("[{}]", self.new));
            for row in editor.find_where("formula", |text| text.contains(&old)) {
                let formula = editor.cell(row, "formula").replace(&old, &new);
                splices.extend(editor.set(row, "formula", &formula)?);
            }
        }
        splices.sort_by_key(|splice| splice.at.start);
        Ok((!splices.is_empty()).then(|| FileEdit::new(layout.file.label(), splices)))
    }

    /// The patterns of specs that fit the series no more.
    fn lost(&self, ground: &Groundwork) -> String {
        let mut told = String::new();
        for (label, bytes) in &ground.specs {
            let text = String::from_utf8_lossy(bytes);
            let Some(spec) = Spec::read(label, &text).value else { continue };
            for ids in patterns(&spec).filter(|ids| ids.fits(&self.old) && !ids.fits(&self.new)) {
                let pattern = &ids.pattern.text;
                let new = &self.new;
                told += &format!(
                    "{label}: `{pattern}` does not fit `{new}`, which leaves its charts\n"
                );
            }
        }
        told
    }

    /// The recipes that name it: they are told, and left as they are.
    fn in_recipes(&self, project: &Folder) -> Result<String, Failure> {
        let mut told = String::new();
        for name in project.recipes()? {
            let label = recipe::label(&name);
            let Ok(text) = project.text(&label) else { continue };
            for line in recipe::lines_naming(&text, self.what.file.noun(), &self.old) {
                told += &format!(
                    "{label}:{line}: names `{}`: write `{}` there before it is run again\n",
                    self.old, self.new
                );
            }
        }
        Ok(told)
    }

    /// The documents that name it: they are told, since nothing but `update` writes into them.
    fn in_documents(&self, project: &Folder) -> Result<String, Failure> {
        let mut told = String::new();
        for NamingExpression { place, typed } in named_in_documents::naming(project, &self.old)? {
            let newer = typed.replace(&self.old, &self.new);
            told += &format!("{place}: type {newer} in place of what {typed} filled in\n");
        }
        Ok(told)
    }

    fn in_specs(&self, ground: &Groundwork) -> Result<Vec<FileEdit>, Unchanged> {
        let found = mentions(ground, self.what.file, &self.old)?.into_iter();
        let edits = found.map(|(label, _, found)| {
            let with = self.new.as_bytes().to_vec();
            FileEdit::new(
                label,
                found.into_iter().map(|at| Splice { at, with: with.clone() }).collect(),
            )
        });
        Ok(edits.collect())
    }
}
