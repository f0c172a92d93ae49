//! A workbook that `sourceline export --for xlsx` wrote and somebody edited, brought back: what was
//! changed in it is told cell by cell, and written as `add`, `edit` and `supersede` would.

mod compare;
mod resolve;
mod row;
mod splices;
mod typed;

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::dataset::layout::{self, EVENTS, FIGURES};
use sourceline::problem::Checked;
use sourceline::store::Groundwork;
use sourceline::tables::own_workbook::OwnWorkbook;

use self::compare::Comparison;
use self::splices::{BookSplices, ChangedFigure};
use super::ask::{Asker, Item, Judged};
use super::change::{Job, Plan, editor, judged};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::hint::Hint;
use super::refusal::Unchanged;
use super::report;
use super::screen::visible;

const OWN: &str = "A workbook of ours";

/// What may be said of a workbook that comes back.
#[derive(Args, Clone, Debug, Default)]
pub struct BringBack {
    /// Write a changed figure into its own row: what stood there was a slip
    #[arg(long, help_heading = OWN, conflicts_with = "supersede")]
    edit: bool,
    /// What `--why` says.
    #[arg(skip)]
    why: Option<String>,
    /// Remove the rows that are no longer in the workbook
    #[arg(long, help_heading = OWN)]
    remove: bool,
}

/// Do figures of the workbook say something else than those of the project, and are there rows that it
/// has no more?
#[cfg(feature = "page")]
pub fn differences(data: &Dataset, book: &OwnWorkbook) -> (bool, bool) {
    let comparison = Comparison::of(data, book);
    (comparison.has_changed_figures(), comparison.gone() > 0)
}

impl BringBack {
    /// The same with the reason why figures are superseded.
    pub fn because(&self, why: Option<&str>) -> BringBack {
        BringBack { why: why.map(str::to_string), ..self.clone() }
    }

    /// Was what stood there a slip?
    #[cfg(feature = "page")]
    pub fn is_edit(&self) -> bool {
        self.edit
    }

    /// What was said that only a workbook of ours can have.
    pub fn named(&self) -> Option<&'static str> {
        let all = [("--edit", self.edit), ("--remove", self.remove)];
        all.into_iter().find(|(_, said)| *said).map(|(name, _)| name)
    }

    pub fn run(
        &self,
        context: &mut Context,
        book: &OwnWorkbook,
        supersede: bool,
        yes: bool,
        dry_run: bool,
    ) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = context.asker();
        let job = Job { project: &project, dry_run, specs: true };
        let on_page = context.on_page.is_some();
        let mut settled = None;
        let mut told = String::new();
        let done = job.change(context, |ground, read| {
            let comparison = Comparison::of(&read.value, book);
            comparison.is_of()?;
            told = comparison.words();
            comparison.refuse()?;
            if comparison.has_changed_figures() && settled.is_none() {
                settled = Some(self.settle(&comparison, supersede, asker.as_ref())?);
            }
            let plan = self.plan(ground, read, &comparison, settled.as_ref(), on_page)?;
            Ok(Plan { question: (!yes).then_some("Write it?"), ..plan })
        });
        if done.is_err() {
            context.out.say(format_args!("{}", visible_lines(&told)));
        }
        done
    }

    fn settle(
        &self,
        comparison: &Comparison,
        supersede: bool,
        asker: Option<&Asker>,
    ) -> Result<ChangedFigure, Failure> {
        let count = comparison.changed_figures();
        let supersede = match (self.edit, supersede, asker) {
            (true, ..) => false,
            (_, true, _) => true,
            (_, _, Some(asker)) => {
                let question = format!(
                    "{} another number, period, series or source. What was there",
                    report::count(count, "figure has", "figures have")
                );
                let items = [
                    Item::new("was a slip: write the new into its row"),
                    Item::new("was said: keep it, superseded by a new row"),
                ];
                asker.pick(&question, &items)? == 1
            }
            (_, _, None) => {
                return Err(Unchanged::new(format!(
                    "{} another number, period, series or source, so nothing was written",
                    report::count(count, "figure has", "figures have")
                ))
                .hint(
                    "--edit writes it into the row, where what stood there was a slip; --supersede \
                     --why TEXT keeps the old row, superseded by a new one",
                )
                .into());
            }
        };
        if !supersede {
            return Ok(ChangedFigure::Edit);
        }
        let typed = self.why.as_deref().map(str::trim).filter(|why| !why.is_empty());
        let why = match (typed, asker) {
            (Some(why), _) => why.to_string(),
            (None, Some(asker)) => {
                asker.line("Why are they no longer right", "", |text| match text {
                    "" => Judged::Not("their notes get the reason".into()),
                    text => Judged::Fine(format!("Superseded: {text}")),
                })?
            }
            (None, None) => {
                return Err(Unchanged::new("the reason is missing")
                    .hint(
                        Hint::new("write why the old figures are no longer right: ")
                            .option_of("--why", "\"…\""),
                    )
                    .into());
            }
        };
        Ok(ChangedFigure::Supersede { why })
    }

    fn plan(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        comparison: &Comparison,
        changed: Option<&ChangedFigure>,
        on_page: bool,
    ) -> Result<Plan, Failure> {
        let gone = comparison.gone();
        if self.remove && gone > 0 && !comparison.remembers {
            return Err(Unchanged::new(
                "the workbook no longer says what was in it when it was written, so that a row \
                 that was removed cannot be told from one that the project got since",
            )
            .hint("remove them one by one: sourceline remove ID")
            .into());
        }
        let mut edits = Vec::new();
        // What others name goes first.
        for layout in layout::ALL.into_iter().rev() {
            let Some(sheet) = comparison.sheet(layout) else { continue };
            if *layout == EVENTS && ground.files.events.is_none() {
                if sheet.news.is_empty() {
                    continue;
                }
                return Err(Unchanged::new("the project has no data/events.csv yet")
                    .hint("add the first event with `sourceline add event`")
                    .into());
            }
            let editor = editor(ground, read, layout)?;
            let mut splices = BookSplices::new(ground, &read.value, &editor);
            splices.changed(sheet, changed.filter(|_| *layout == FIGURES))?;
            splices.added(sheet)?;
            if self.remove {
                splices.removed(sheet)?;
            }
            edits.extend(splices.edit(layout)?);
        }
        let mut words = visible_lines(&comparison.words());
        if gone > 0 && !self.remove {
            let stay = report::count(
                gone,
                "row is not in the workbook and stays",
                "rows are not in the workbook and stay",
            );
            // A page has a field for it beside what is said here.
            let typed = if on_page { "" } else { "; --remove removes what is not there" };
            words += &format!("{stay}{typed}\n");
        }
        judged(ground, read, Plan { edits, words, ..Plan::default() })
    }
}

fn visible_lines(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", visible(line))).collect()
}
