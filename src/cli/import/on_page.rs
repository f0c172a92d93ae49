//! A table that came to a page: looked at as a file is, and what only a person can say is asked by the fields
//! of a form.

use sourceline::check::check;

use super::look::FirstLook;
use super::options::ImportOptions;
use super::question::OpenMatter;
use super::{Import, Tried};
#[cfg(feature = "xlsx")]
use crate::cli::bring_back::differences;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::table::Listing;

/// What came to a page.
pub enum CameToPage {
    Table(Box<PageLook>),
    #[cfg(feature = "xlsx")]
    Book(BookLook),
}

/// A workbook of ours, and what came of bringing it back.
#[cfg(feature = "xlsx")]
pub struct BookLook {
    /// Figures in it have another number, period, series or source.
    pub changes_figures: bool,
    /// Rows of the project are not in it any more.
    pub lacks_rows: bool,
    /// What came of it; nothing while it is to be said what becomes of changed figures.
    pub tried: Option<Result<Exit, Failure>>,
}

impl CameToPage {
    /// What came of it, where nothing more is to be said first.
    pub fn tried(&self) -> Option<&Result<Exit, Failure>> {
        match self {
            CameToPage::Table(look) => look.tried.as_ref(),
            #[cfg(feature = "xlsx")]
            CameToPage::Book(book) => book.tried.as_ref(),
        }
    }

    /// The one series of a table.
    pub fn series(&self) -> Option<&str> {
        match self {
            CameToPage::Table(look) => look.options.series.as_deref(),
            #[cfg(feature = "xlsx")]
            CameToPage::Book(_) => None,
        }
    }
}

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
    pub fn on_page(mut self, context: &mut Context, bytes: &[u8]) -> Result<CameToPage, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        #[cfg(feature = "xlsx")]
        if let Some(book) = self.own_workbook(bytes) {
            let read = check(&files, project.settings.financial_year_starts);
            let (changes_figures, lacks_rows) = differences(&read.value, &book);
            let is_said = self.options.supersede || self.back.is_edit();
            let tried = self.brought_back(context, &book);
            let tried = Some(tried).filter(|tried| tried.is_ok() || is_said || !changes_figures);
            return Ok(CameToPage::Book(BookLook { changes_figures, lacks_rows, tried }));
        }
        let bytes = self.in_utf8(bytes.to_vec())?;
        let table = self.table(&bytes)?;
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
        Ok(CameToPage::Table(Box::new(page)))
    }
}

/// Is it said what a new series counts?
fn is_described(given: &ImportOptions) -> bool {
    given.nature.is_some() && given.unit.is_some()
}
