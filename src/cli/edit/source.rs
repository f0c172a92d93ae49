//! `sourceline edit source`.

use clap::Args;
use sourceline::dataset::layout::SOURCES;

use super::cells::RowEdit;
use crate::cli::add::settle::find_source;
use crate::cli::add::source::{KINDS, date};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

/// Changes a source
///
/// An empty text empties the cell: --note "". Without an option every cell is asked for, with what
/// it says now. `sourceline rename source` changes the id.
#[derive(Args)]
#[command(after_help = "Example:\n  \
    sourceline edit source nca-npcc-2018-09 --accessed 2026-01-31 --dry-run")]
pub struct EditSource {
    /// The id of the source; `sourceline list sources` names them
    #[arg(value_name = "ID", allow_negative_numbers = true)]
    id: String,
    #[arg(long, value_name = "TEXT")]
    publisher: Option<String>,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// As far as it is known: 2018, "September 2018", 2018-09-03
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = KINDS)]
    kind: Option<String>,
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    #[arg(long, value_name = "TEXT")]
    container: Option<String>,
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    #[arg(long, value_name = "URL")]
    archive_url: Option<String>,
    /// The day on which it was read
    #[arg(long, value_name = "DATE")]
    accessed: Option<String>,
    /// The source that it passes on
    #[arg(long, value_name = "ID")]
    origin: Option<String>,
    #[arg(long, value_name = "NAME")]
    licence: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl EditSource {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let typed = vec![
            ("publisher", &self.publisher),
            ("title", &self.title),
            ("published", &self.published),
            ("kind", &self.kind),
            ("author", &self.author),
            ("container", &self.container),
            ("url", &self.url),
            ("archive_url", &self.archive_url),
            ("accessed", &self.accessed),
            ("origin", &self.origin),
            ("licence", &self.licence),
            ("note", &self.note),
        ];
        let edit = RowEdit { layout: &SOURCES, id: &self.id, typed, dry_run: self.dry_run };
        edit.run(context, &|data, column, text| match column {
            "published" | "accessed" => {
                Ok(date(Some(text))?.map_or(String::new(), |unit| unit.to_string()))
            }
            "origin" => find_source(data, text).map(|_| text.to_string()),
            _ => Ok(text.to_string()),
        })
    }
}
