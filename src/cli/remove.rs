//! `sourceline remove`: a row goes, unless something refers to it.

use clap::{Args, ValueEnum};
use sourceline::chart::mentions::Named;
use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::Editor;
use sourceline::dataset::layout::{EVENTS, FIGURES, Layout, SERIES, SOURCES};
use sourceline::nearest::nearest;
use sourceline::problem::{Checked, Place};

use super::add::judged;
use super::change::{Edit, Ground, Job, Plan};
use super::failure::Failure;
use super::refusal::Refusal;
use super::{Context, Exit, report};

/// Removes a row that nothing refers to
///
/// It may be a figure, a series, a source or an event.
/// A figure that is wrong is better superseded: `sourceline supersede` keeps it on record.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline remove nca-referrals-2017-mail\n  sourceline remove metro --from sources"
)]
pub struct Remove {
    #[arg(value_name = "ID")]
    id: String,
    /// Where, if more than one file has a row of this id
    #[arg(long, value_name = "FILE", value_enum)]
    from: Option<Table>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Table {
    Figures,
    Series,
    Sources,
    Events,
}

const TABLES: [Table; 4] = [Table::Figures, Table::Series, Table::Sources, Table::Events];

impl Table {
    fn layout(self) -> &'static Layout {
        match self {
            Table::Figures => &FIGURES,
            Table::Series => &SERIES,
            Table::Sources => &SOURCES,
            Table::Events => &EVENTS,
        }
    }

    /// The cells that name rows of this table.
    fn referring(self) -> Vec<(&'static Layout, &'static str)> {
        match self {
            Table::Figures | Table::Events => Vec::new(),
            Table::Series => vec![(&FIGURES, "series")],
            Table::Sources => {
                vec![
                    (&FIGURES, "source"),
                    (&FIGURES, "origin"),
                    (&SOURCES, "origin"),
                    (&EVENTS, "source"),
                ]
            }
        }
    }

    fn named(self) -> Option<Named> {
        match self {
            Table::Figures => Some(Named::Figure),
            Table::Series => Some(Named::Series),
            Table::Sources => None,
            Table::Events => Some(Named::Event),
        }
    }
}

impl Remove {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let month = project.settings.financial_year_starts;
        let job = Job { project: &project, dry_run: self.dry_run, specs: true };
        job.carry_out(context, |ground| {
            let read = check(&ground.files, month);
            let (table, editor, row) = self.find(ground, &read)?;
            let referring = self.referring(ground, &read, table, row)?;
            if !referring.is_empty() {
                return Err(in_use(&self.id, &referring).into());
            }
            let layout = table.layout();
            let words = format!("{} {} leaves {}\n", layout.noun, self.id, layout.label);
            let edits = vec![Edit::new(layout.label, vec![editor.remove(row)])];
            judged(ground, &read, Plan { edits, words, ..Plan::default() })
        })
    }

    fn find<'r, 't>(
        &self,
        ground: &Ground,
        read: &'r Checked<Dataset<'t>>,
    ) -> Result<(Table, Editor<'r, 't>, usize), Refusal> {
        let mut found = Vec::new();
        for table in TABLES.into_iter().filter(|table| self.from.is_none_or(|from| from == *table))
        {
            if table == Table::Events && ground.files.events.is_none() {
                continue;
            }
            let layout = table.layout();
            let editor = Editor::of(read, layout)
                .map_err(|problems| ground.unreadable(problems, layout.label))?;
            let rows = editor.find("id", &self.id);
            found.extend(rows.first().map(|row| (table, editor, *row)));
            if rows.len() > 1 {
                return Err(Refusal::new(format!(
                    "{} rows of {} have the id `{}`",
                    rows.len(),
                    layout.label,
                    self.id
                ))
                .hint("give them ids of their own first"));
            }
        }
        match found.len() {
            0 => Err(self.unknown(&read.value)),
            1 => Ok(found.remove(0)),
            _ => {
                let files: Vec<&str> =
                    found.iter().map(|(table, ..)| table.layout().label).collect();
                let files = sourceline::locale::words::list(&files);
                Err(Refusal::new(format!("`{}` is an id in {files}", self.id))
                    .hint("say which with --from figures, series, sources or events"))
            }
        }
    }

    fn unknown(&self, data: &Dataset) -> Refusal {
        let figures = data.figures.iter().map(|one| one.id);
        let series = data.series.iter().map(|one| one.id);
        let sources = data.sources.iter().map(|one| one.id);
        let ids = figures.chain(series).chain(sources).chain(data.events.iter().map(|one| one.id));
        Refusal::new(format!("nothing has the id `{}`", self.id)).hint(
            match nearest(&self.id, ids) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`sourceline list figures` names the figures".into(),
            },
        )
    }

    /// Everything that names the row, but for the row itself.
    fn referring(
        &self,
        ground: &Ground,
        read: &Checked<Dataset>,
        table: Table,
        row: usize,
    ) -> Result<Vec<Place>, Refusal> {
        let mut places = Vec::new();
        for (layout, column) in table.referring() {
            let Ok(editor) = Editor::of(read, layout) else { continue };
            let rows = editor.find(column, &self.id).into_iter();
            let others = rows.filter(|other| layout.label != table.layout().label || *other != row);
            places.extend(others.map(|row| editor.place(row)));
        }
        if table == Table::Figures
            && let Ok(editor) = Editor::of(read, &FIGURES)
        {
            let name = format!("[{}]", self.id);
            places.extend(
                editor
                    .find_where("formula", |text| text.contains(&name))
                    .into_iter()
                    .map(|row| editor.place(row)),
            );
        }
        let Some(named) = table.named() else { return Ok(places) };
        for (label, text, found) in ground.mentions(named, &self.id)? {
            places.extend(found.into_iter().map(|bytes| Place::in_text(label, text, bytes)));
        }
        Ok(places)
    }
}

fn in_use(id: &str, places: &[Place]) -> Refusal {
    const SHOWN: usize = 5;
    let mut named: Vec<String> =
        places.iter().take(SHOWN).map(|place| format!("{}:{}", place.file, place.line)).collect();
    if places.len() > SHOWN {
        named.push(format!("{} more", places.len() - SHOWN));
    }
    let count = report::count(places.len(), "place refers", "places refer");
    let named = sourceline::locale::words::list(&named);
    Refusal::new(format!("{count} to `{id}`: {named}")).hint("change or remove those first")
}
