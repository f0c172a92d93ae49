//! `sourceline import`: many figures out of somebody's table.

mod across;
mod against;
mod attempt;
mod brackets;
mod brackets_open;
mod called;
mod called_by;
mod columns_told;
mod damage;
mod decimals;
mod dialogue;
mod entries;
mod every_row;
mod evidence;
mod fate;
mod fill;
mod frame;
mod heading_years;
mod look;
mod look_told;
mod marks_of_others;
mod named_otherwise;
mod naming;
mod natures;
mod noted_names;
mod numbers;
mod odd_length;
mod on_day;
#[cfg(feature = "page")]
pub mod on_page;
pub mod options;
mod other_column;
mod other_times;
mod own_source;
mod part_notes;
mod part_years;
mod partition;
mod percent_signs;
mod period_cells;
mod periods;
mod placed;
mod plan;
mod provisional;
mod provisional_lines;
pub mod question;
pub mod recipe;
mod respelt;
mod rest;
mod said_before;
pub mod shell;
mod since;
mod small_letters;
mod stand_in;
mod straight;
mod targets;
mod title_words;
mod titles;
mod told;
mod told_length;
mod total_columns;
mod unfinished;
mod units_of_rows;
mod windows;

use clap::{Args, Parser};
use sourceline::check::check;
use sourceline::dataset::edit::Splice;
use sourceline::problem::Rule;
use sourceline::store::{self, FileEdit, Folder};
#[cfg(feature = "xlsx")]
use sourceline::tables::own_workbook::OwnWorkbook;
use sourceline::tables::{self, Asked, PublishedTable};

use self::attempt::{Attempt, Outcome};
use self::every_row::{KeptLines, said_of_every_row};
use self::look::FirstLook;
use self::options::ImportOptions;
use self::question::{OpenMatter, Settlement};
use self::respelt::respelt;
use self::said_before::{hold_to_said, said_of};
use self::told::Revision;
use self::unfinished::unfinished;
use super::add::chart::AddChart;
use super::add::sure::Sure;
use super::ask::Asker;
#[cfg(feature = "xlsx")]
use super::bring_back::BringBack;
use super::change::Job;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::hint::Hint;
use super::refusal::Unchanged;
use super::render::Render;

/// Adds the figures of a table
///
/// With the file alone it says what the table seems to be and which command imports it; on a
/// terminal it asks. Periods and values are read as `sourceline add` reads them, and what may mean
/// two things is settled once for a whole column: asked on a terminal, and refused elsewhere with
/// what to type. What is there already is passed over; what the same source gives with another
/// number, in the project or in another row of the table, is a conflict and stops the whole.
/// --dry-run shows what would become of every row.
#[derive(Args)]
#[command(after_help = told::help())]
pub struct Import {
    /// The table, a text such as CSV or a workbook; or the name of a recipe, which has neither a dot
    /// nor a slash in it
    #[arg(value_name = "FILE")]
    file: String,
    #[command(flatten)]
    options: ImportOptions,
    /// Keep all this as a recipe, imports/NAME.toml: `sourceline import NAME` runs it again
    #[arg(long, value_name = "NAME")]
    keep: Option<String>,
    /// Describe a chart of the series and draw it: charts/NAME.toml
    #[arg(long, value_name = "NAME")]
    chart: Option<String>,
    /// Why the figures that --supersede replaces are no longer right, for their notes
    #[arg(long, alias = "reason", value_name = "TEXT")]
    why: Option<String>,
    #[command(flatten)]
    sure: Sure,
    #[cfg(feature = "xlsx")]
    #[command(flatten)]
    back: BringBack,
    /// Say what would become of every row, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// What came of one try.
enum Tried {
    Done(Exit, Vec<String>),
    Open(Vec<OpenMatter>),
}

impl Import {
    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let again = recipe::is_recipe(&self.file);
        let mut path = std::path::PathBuf::from(&self.file);
        let typed = self.options.clone();
        let mut kept = None;
        if again {
            let (file, options, said) = recipe::read(&project, &self.file)?;
            kept = Some(KeptLines { recipe: recipe::label(&self.file), said });
            self.options = options.with(&self.options.words()).map_err(|error| usage(&error))?;
            path = project.root.join(&file);
            self.file = file;
        }
        if let Some(name) = self.keep.as_deref().filter(|name| !is_name(name)) {
            return Err(Unchanged::new(format!("`{name}` cannot be the name of a recipe"))
                .hint("write lower-case letters, digits and hyphens, as in quarterly-counts")
                .into());
        }
        let mut bytes = match again {
            true => store::read_whole(&path)?,
            false => store::read_named(&path)?,
        };
        bytes = self.in_utf8(bytes)?;
        #[cfg(feature = "xlsx")]
        if !again && let Some(done) = self.bring_back(context, &bytes) {
            return done;
        }
        self.is_of_use_why()?;
        let table = self.table(&bytes)?;
        if again {
            for told in respelt(&table, &mut self.options) {
                context.out.say(format_args!("{}\n", super::screen::visible(&told)));
            }
        }
        if let Some(said_before) =
            kept.as_ref().map(|kept| &kept.said).filter(|said| !said.is_empty())
        {
            let now = said_of(&table, &self.file, &self.options)?;
            let unit = || unit_of(&project, &self.options);
            hold_to_said((said_before, &now), (&self.options, &typed), unit, &self.file)?;
        }
        let asker = context.asker();
        if !self.options.is_complete() {
            match &asker {
                Some(asker) => {
                    let said = (self.file.as_str(), &self.options);
                    self.options = dialogue::ask(context, &project, &table, asker, said)?;
                }
                None => return self.look(context, &project, &table, &bytes),
            }
        }
        loop {
            let mut open = match self.tried(context, &project, (&table, &bytes), kept.as_ref())? {
                Tried::Done(exit, series) => return self.drawn(context, exit, series),
                Tried::Open(open) => open,
            };
            let Some(asker) = &asker else {
                let last = open.pop();
                for matter in open {
                    Failure::from(Unchanged::from(matter)).print(&mut context.err);
                }
                return Err(last.map_or(Unchanged::default(), Unchanged::from).into());
            };
            for matter in open {
                let words = dialogue::answer(asker, &matter)?;
                self.options = self.options.with(&words).map_err(|error| usage(&error))?;
            }
        }
    }

    /// A reason is of use where something is superseded.
    fn is_of_use_why(&self) -> Result<(), Unchanged> {
        if self.why.is_none() || self.options.supersede {
            return Ok(());
        }
        let hint = Hint::new("write ").option("--supersede").words(" too, or leave it out");
        Err(Unchanged::new("a reason is for the notes of figures that are superseded").hint(hint))
    }

    /// As UTF-8, where it is said what it is otherwise.
    fn in_utf8(&self, bytes: Vec<u8>) -> Result<Vec<u8>, Unchanged> {
        let Some(encoding) = self.options.encoding else { return Ok(bytes) };
        tables::in_utf8(&self.file, &bytes, encoding.meant()).map_err(|problem| {
            Unchanged::problems(vec![*problem], Vec::new(), "nothing was imported")
        })
    }

    fn table(&self, bytes: &[u8]) -> Result<PublishedTable, Unchanged> {
        let asked = Asked { sheet: self.options.sheet.clone(), range: self.options.range.clone() };
        let grid = tables::read(&self.file, bytes, &asked).map_err(|problem| {
            // Nothing of a workbook or a picture can be shown as a line.
            let is_text = !matches!(problem.rule, Rule::NoTable | Rule::NoText | Rule::Limit);
            let texts = is_text.then(|| (self.file.clone(), bytes.to_vec())).into_iter().collect();
            Unchanged::problems(vec![*problem], texts, "nothing was imported")
        })?;
        Ok(PublishedTable::of(grid))
    }

    /// A workbook of ours, which is no table of others.
    #[cfg(feature = "xlsx")]
    fn own_workbook(&self, bytes: &[u8]) -> Option<OwnWorkbook> {
        let book = OwnWorkbook::read(bytes).ok().flatten();
        book.filter(|_| !self.options.names_a_table())
    }

    #[cfg(feature = "xlsx")]
    fn brought_back(&self, context: &mut Context, book: &OwnWorkbook) -> Result<Exit, Failure> {
        let (supersede, yes) = (self.options.supersede, self.sure.question().is_none());
        let back = self.back.because(self.why.as_deref());
        back.run(context, book, supersede, yes, self.dry_run)
    }

    /// A workbook of ours comes back.
    #[cfg(feature = "xlsx")]
    fn bring_back(&self, context: &mut Context, bytes: &[u8]) -> Option<Result<Exit, Failure>> {
        if let Some(book) = self.own_workbook(bytes) {
            return Some(self.brought_back(context, &book));
        }
        let name = self.back.named()?;
        let message = format!(
            "{} is no workbook that sourceline wrote, or one of its sheets is missing, so {name} \
             says nothing",
            self.file
        );
        Some(Err(Unchanged::new(message).hint("leave it out").into()))
    }

    /// What the table seems to be, and the command that imports it so.
    fn look(
        &self,
        context: &mut Context,
        project: &Folder,
        table: &PublishedTable,
        bytes: &[u8],
    ) -> Result<Exit, Failure> {
        let ground = project.ground(false)?;
        let read = check(&ground.files, project.settings.financial_year_starts);
        let mut look = FirstLook::of(table, &self.file, &read.value, &self.options)?;
        let words = look.settle(table, (&self.file, bytes), project, &ground)?;
        let cited = look.is_cited();
        context.out.say(format_args!("{}", look.told(table, &self.file)));
        let works = words.is_some();
        if let Some(words) = words {
            context.out.say(format_args!("{words}"));
        }
        let complete = look.options.is_complete();
        if works && look.tally.add == 0 {
            let why = match look.tally.there {
                0 => "no cell of these columns holds a number".to_string(),
                there => match look.tally.all - there {
                    0 => "the project has every number of these columns".to_string(),
                    rest => format!(
                        "the project has the {} there already; the other {rest} are told above",
                        if there == 1 { "one" } else { "numbers that are" }
                    ),
                },
            };
            context.out.say(format_args!("there is nothing to import: {why}\n"));
            return Ok(Exit::Fine);
        }
        if !cited && (works || look.works && look.begins()) {
            look.options.source = Some("SOURCE".into());
            context.out.say(format_args!("first: sourceline add source\n"));
        }
        let command = look.command(&self.file);
        if complete && works {
            context.out.say(format_args!("this imports it:\n  {command}\n"));
        }
        let lacks_source = !cited && look.works && look.options.is_complete();
        if lacks_source {
            let then = "then, with the id of that source for SOURCE";
            context.out.say(format_args!("{then}:\n  {command}\n"));
        }
        // What was typed beside the file is not all that an import needs.
        if works && complete || lacks_source {
            return Ok(Exit::Fine);
        }
        Err(unfinished(table, &look).into())
    }

    fn tried(
        &self,
        context: &mut Context,
        project: &Folder,
        (table, bytes): (&PublishedTable, &[u8]),
        kept: Option<&KeptLines>,
    ) -> Result<Tried, Failure> {
        let again = kept.is_some();
        let job = Job { project, dry_run: self.dry_run, specs: false };
        let attempt = Attempt {
            table,
            label: &self.file,
            bytes,
            options: &self.options,
            month: project.settings.financial_year_starts,
            revision: match (self.options.supersede, again) {
                (true, _) => Revision::Superseded,
                (false, true) => Revision::Told,
                (false, false) => Revision::Conflict,
            },
            tells_all: self.dry_run,
            why: self.why.as_deref(),
            kept,
        };
        let mut outcome = Outcome::default();
        let done = job.change(context, |ground, read| {
            let mut plan = attempt.plan(ground, read, &mut outcome)?;
            if let Some(name) = &self.keep {
                plan.edits.push(self.kept(project, table, name)?);
            }
            plan.question = self.sure.question().filter(|_| !again || outcome.tally.add > 0);
            Ok(plan)
        });
        if !outcome.open.is_empty() {
            return Ok(Tried::Open(outcome.open));
        }
        let revised = outcome.tally.revised > 0 && !self.options.supersede;
        // The table belongs to the refusal as much as to the change.
        let shown = self.dry_run || done.is_err() || again && revised;
        match (outcome.shown.filter(|_| shown), &mut context.on_page) {
            (Some(table), Some(page)) => page.rows = Some(table),
            (Some(table), None) => table.print(super::table::TableFormat::Table, &mut context.out),
            (None, _) => {}
        }
        if again && revised && done.is_ok() {
            context.out.say(format_args!(
                "the source has changed {}: --supersede takes the new ones\n",
                super::report::count(
                    outcome.tally.revised,
                    "number or its marks",
                    "numbers or their marks"
                )
            ));
        }
        let asked = context.on_page.is_some() || !self.dry_run && Asker::new(false).is_some();
        let asks = revised && !self.options.skip_conflicts;
        if asks && outcome.tally.conflict == 0 && asked {
            context.out.finish().map_err(Failure::Print)?;
            let answers = vec![
                Settlement::new(&["--supersede"], "to take the new ones"),
                Settlement::new(&["--skip-conflicts"], "to leave the old ones"),
            ];
            let matter = OpenMatter::new("the source has changed some of its numbers", answers);
            return Ok(Tried::Open(vec![matter]));
        }
        Ok(Tried::Done(done?, outcome.series))
    }

    /// The recipe as a new file.
    fn kept(
        &self,
        project: &Folder,
        table: &PublishedTable,
        name: &str,
    ) -> Result<FileEdit, Failure> {
        let label = recipe::label(name);
        if store::is_there(&project.root.join(&label)) {
            return Err(Unchanged::new(format!("there is an {label} already"))
                .hint("write another name, or edit it")
                .into());
        }
        let file = store::from_root(&project.root, self.file.as_ref())?;
        let mut said = said_of(table, &self.file, &self.options)?;
        said.extend(said_of_every_row(table, &self.file, &self.options)?);
        let with = recipe::text(name, &file, &self.options, &said).into_bytes();
        Ok(FileEdit::new(&label, vec![Splice { at: 0..0, with }]))
    }

    fn drawn(
        &self,
        context: &mut Context,
        exit: Exit,
        series: Vec<String>,
    ) -> Result<Exit, Failure> {
        let Some(name) = self.chart.as_deref().filter(|_| exit == Exit::Fine) else {
            return Ok(exit);
        };
        if self.dry_run {
            let told = format!("would then draw charts/{name}.svg\n");
            context.out.say(format_args!("{}", super::screen::visible(&told)));
            return Ok(exit);
        }
        let words = series.iter().flat_map(|id| ["--series", id]);
        let add = Alone::<AddChart>::parse_from(["add", name, "--yes"].into_iter().chain(words));
        if add.command.run(context)? != Exit::Fine {
            return Ok(Exit::Problems);
        }
        Alone::<Render>::parse_from(["render", name]).command.run(context)
    }
}

/// Another command with words of ours.
#[derive(Parser)]
struct Alone<C: Args> {
    #[command(flatten)]
    command: C,
}

/// The unit that the rows are counted in, as far as one is said.
fn unit_of(project: &Folder, options: &ImportOptions) -> Option<String> {
    let id = options.series.as_deref();
    let of_series = id.and_then(|id| {
        let files = project.files().ok()?;
        let read = check(&files, project.settings.financial_year_starts);
        let key = read.value.find_series(id)?;
        Some(read.value.series(key).unit.to_string())
    });
    of_series.or_else(|| options.unit.clone())
}

fn usage(error: &clap::Error) -> Failure {
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    Failure::Usage(first.trim_start_matches("error: ").to_string())
}

fn is_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    !name.is_empty() && name.len() <= 100 && name.chars().all(allowed) && !name.starts_with('-')
}
