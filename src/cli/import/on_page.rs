//! A table that came to a page: looked at as a file is, and what only a person can say is asked by the fields
//! of a form.

use sourceline::check::check;
#[cfg(feature = "xlsx")]
use sourceline::tables::own_workbook::OwnWorkbook;

use super::look::FirstLook;
use super::options::ImportOptions;
use super::question::OpenMatter;
use super::{Import, Tried};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::table::Listing;

/// How far a table came.
pub struct PageLook {
    /// What it seems to be.
    pub said: String,
    /// Its columns, by the words that name them.
    pub columns: Vec<String>,
    /// Which of several columns the numbers of the series stand in is to be chosen.
    pub between: Option<String>,
    /// Everything said or guessed; who states it is never guessed, nor what a new series counts.
    pub options: ImportOptions,
    /// What only a person can say.
    pub open: Vec<OpenMatter>,
    /// What becomes of every row.
    pub rows: Option<Listing>,
    /// What came of it; nothing while something is to be said.
    pub tried: Option<Result<Exit, Failure>>,
}

impl Import {
    /// Looks, and tries it where all is said that is needed.
    pub fn on_page(mut self, context: &mut Context, bytes: &[u8]) -> Result<PageLook, Failure> {
        let project = context.project()?;
        #[cfg(feature = "xlsx")]
        if OwnWorkbook::read(bytes).ok().flatten().is_some() && !self.options.names_a_table() {
            return Err(Unchanged::new(format!(
                "{} is a workbook that sourceline wrote",
                self.file
            ))
            .hint("`sourceline import` brings it back, cell by cell")
            .into());
        }
        let bytes = self.in_utf8(bytes.to_vec())?;
        let table = self.table(&bytes)?;
        let files = project.files()?;
        let read = check(&files, project.settings.financial_year_starts);
        let mut look = FirstLook::of(&table, &self.file, &read.value, &self.options)?;
        look.settled.clear();
        if look.guessed_source {
            look.options.source = None;
        }
        let given = std::mem::replace(&mut self.options, look.options.clone());
        let described = !look.options.new_series || is_described(&given);
        if given.nature.is_none() {
            look.options.nature = None;
        }
        let mut page = PageLook {
            said: look.told(&table, &self.file),
            columns: (0..table.width()).map(|at| table.word(at)).collect(),
            between: look.between.map(|between| between.matter),
            options: look.options,
            open: Vec::new(),
            rows: None,
            tried: None,
        };
        if described && page.options.is_complete() {
            let tried = match self.is_of_use_why() {
                Ok(()) => self.tried(context, &project, (&table, &bytes), None),
                Err(refusal) => Err(refusal.into()),
            };
            page.tried = match tried {
                Ok(Tried::Open(open)) => {
                    page.open = open;
                    None
                }
                Ok(Tried::Done(exit, _)) => Some(Ok(exit)),
                Err(failure) => Some(Err(failure)),
            };
            page.rows = context.on_page.as_mut().and_then(|plan| plan.rows.take());
        }
        Ok(page)
    }
}

/// Is it said what a new series counts?
fn is_described(given: &ImportOptions) -> bool {
    given.nature.is_some() && given.unit.is_some()
}
