//! `sourceline remove`: a row goes, unless something refers to it.

use clap::Args;
use sourceline::dataset::edit::Editor;
use sourceline::dataset::layout::{ALL, EVENTS, FIGURES, Layout, SERIES};
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::series_list::listed;
use sourceline::nearest::did_you_mean;
use sourceline::problem::{Checked, Place};
use sourceline::store::{FileEdit, Groundwork};

use super::add::sure::Sure;
use super::change::{Job, Plan, editor, judged, mentions};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::named_in_documents::{self, NamingExpression};
use super::one_of::one_of;
use super::refusal::Unchanged;
use super::report;

/// Removes a row that nothing refers to
///
/// It may be a figure, a series, a source or an event.
/// A figure that is wrong is better superseded: `sourceline supersede` keeps it on record.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline remove nca-referrals-2017-mail\n  sourceline remove metro --from sources"
)]
pub struct Remove {
    #[arg(value_name = "ID", allow_negative_numbers = true)]
    id: String,
    /// Where, if more than one file has a row of this id
    #[arg(long, value_name = "FILE", value_parser = one_of(ALL.map(|layout| (layout.file.name(), layout))))]
    from: Option<&'static Layout>,
    #[command(flatten)]
    sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Remove {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let job = Job { project: &project, dry_run: self.dry_run, specs: true };
        job.change(context, |ground, read| {
            let (layout, editor, row) = self.find(ground, read)?;
            let referring = self.referring(ground, read, layout, row)?;
            if !referring.is_empty() {
                return Err(in_use(&self.id, &referring).into());
            }
            let mut words =
                format!("{} {} leaves {}\n", layout.file.noun(), self.id, layout.file.label());
            if *layout == SERIES {
                for NamingExpression { place, typed } in
                    named_in_documents::naming(&project, &self.id)?
                {
                    words += &format!("{place}: {typed} is not brought up to date any more\n");
                }
            }
            let edits = vec![FileEdit::new(layout.file.label(), vec![editor.remove(row)])];
            let question = self.sure.asking("Remove it?");
            judged(ground, read, Plan { edits, words, question, ..Plan::default() })
        })
    }

    fn find<'r, 't>(
        &self,
        ground: &Groundwork,
        read: &'r Checked<Dataset<'t>>,
    ) -> Result<(&'static Layout, Editor<'r, 't>, usize), Unchanged> {
        let mut found = Vec::new();
        for layout in ALL.into_iter().filter(|file| self.from.is_none_or(|from| from == *file)) {
            if *layout == EVENTS && ground.files.events.is_none() {
                continue;
            }
            let editor = editor(ground, read, layout)?;
            let rows = editor.find("id", &self.id);
            found.extend(rows.first().map(|row| (layout, editor, *row)));
            if rows.len() > 1 {
                return Err(Unchanged::new(format!(
                    "{} rows of {} have the id `{}`",
                    rows.len(),
                    layout.file.label(),
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
                    found.iter().map(|(layout, ..)| layout.file.label()).collect();
                let files = sourceline::locale::EN_GB.list(&files);
                Err(Unchanged::new(format!("`{}` is an id in {files}", self.id))
                    .hint("say which with --from figures, series, sources or events"))
            }
        }
    }

    fn unknown(&self, data: &Dataset) -> Unchanged {
        let ids = DataFile::ALL.into_iter().flat_map(|file| data.ids(file));
        let list = "`sourceline list figures` names the figures";
        Unchanged::new(format!("nothing has the id `{}`", self.id))
            .hint(did_you_mean(&self.id, ids, list))
    }

    /// Everything that names the row, but for the row itself.
    fn referring(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        layout: &Layout,
        row: usize,
    ) -> Result<Vec<Place>, Unchanged> {
        let mut places = Vec::new();
        for file in ALL {
            let Ok(editor) = Editor::of(read, file) else { continue };
            let rows = file.columns_naming(layout).flat_map(|name| editor.find(name, &self.id));
            let others = rows.filter(|other| file != layout || *other != row);
            places.extend(others.map(|row| editor.place(row)));
        }
        if [&FIGURES, &SERIES].contains(&layout)
            && let Ok(editor) = Editor::of(read, layout)
        {
            let name = format!("[{}]", self.id);
            places.extend(
                editor
                    .find_where("formula", |text| text.contains(&name))
                    .into_iter()
                    .filter(|other| *other != row)
                    .map(|row| editor.place(row)),
            );
        }
        if *layout == SERIES
            && let Ok(editor) = Editor::of(read, layout)
        {
            let names = |text: &str| listed(text).any(|id| id == self.id);
            let rows = editor.find_where("not_comparable_with", names).into_iter();
            places.extend(rows.filter(|other| *other != row).map(|row| editor.place(row)));
        }
        for (label, text, found) in mentions(ground, layout.file, &self.id)? {
            places.extend(found.into_iter().map(|bytes| Place::in_text(label, text, bytes)));
        }
        Ok(places)
    }
}

fn in_use(id: &str, places: &[Place]) -> Unchanged {
    const SHOWN: usize = 5;
    let mut named: Vec<String> =
        places.iter().take(SHOWN).map(|place| format!("{}:{}", place.file, place.line)).collect();
    if places.len() > SHOWN {
        named.push(format!("{} more", places.len() - SHOWN));
    }
    let count = report::count(places.len(), "place refers", "places refer");
    let named = sourceline::locale::EN_GB.list(&named);
    Unchanged::new(format!("{count} to `{id}`: {named}")).hint("change or remove those first")
}
