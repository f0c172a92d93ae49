//! `sourceline embed`: the files and the snippet that a host needs.

use std::path::PathBuf;

use clap::Args;
use sourceline::chart::Look;
use sourceline::dataset::Dataset;
use sourceline::embed::{self, Host, Picture, Pictures, Piece, Twin};
use sourceline::output::drawing::Drawing;
use sourceline::output::format::{self, Format};
use sourceline::output::kit::Kit;
use sourceline::output::looks::Looks;
use sourceline::problem::{Level, Problem};
use sourceline::store::{Folder, put, way_to};

use super::context::{Context, in_order};
use super::exit::Exit;
use super::failure::Failure;
use super::fonts::FontFolder;
use super::named::find_chart;
use super::one_of::one_of;
use super::screen::visible;
use super::{drawing, report};

/// Puts a chart into a document: writes the files it needs and prints the snippet
///
/// The snippet holds the picture, its alternative text, a caption and the sources; where the host
/// has a place for them, also the description and the figures. For Word it is a document to copy
/// from.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline embed referrals --for html\n  sourceline embed referrals --for quarto --out report/figures\n  sourceline embed referrals --for word --bare\n  sourceline embed referrals --inline > figure.html"
)]
pub struct Embed {
    /// The chart
    #[arg(value_name = "NAME")]
    name: String,
    /// What the document is written in
    #[arg(long = "for", value_name = "HOST", value_parser = one_of(hosts()), required_unless_present = "inline")]
    host: Option<Host>,
    /// Write the files into this folder instead of charts/
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// What stands before the names of the files in the snippet; otherwise the way to them from
    /// the folder you are in
    #[arg(long, value_name = "PREFIX")]
    path: Option<String>,
    /// The SVG itself in the snippet, for HTML; no file is written
    #[arg(long, conflicts_with_all = ["out", "path"])]
    inline: bool,
    /// Leave title and subtitle out of the picture and put them into the caption
    #[arg(long)]
    bare: bool,
    #[command(flatten)]
    fonts: FontFolder,
    /// Write no file; say which would be written, and print the snippet
    #[arg(long)]
    dry_run: bool,
}

/// The hosts for which this program was built.
fn hosts() -> impl Iterator<Item = (&'static str, Host)> {
    let lacking = |host: &Host| {
        !cfg!(feature = "pdf") && matches!(host, Host::Latex | Host::Typst)
            || !cfg!(feature = "png") && *host == Host::Word
    };
    Host::ALL.into_iter().filter(move |host| !lacking(host)).map(|host| (host.word(), host))
}

/// What is to be done, with every doubt removed.
struct Plan {
    name: String,
    host: Host,
    folder: PathBuf,
    prefix: String,
    inline: bool,
    bare: bool,
    dry_run: bool,
}

impl Embed {
    fn settle(&self, project: &Folder) -> Result<Plan, Failure> {
        let host = self.host.unwrap_or(Host::Html);
        if self.inline && host != Host::Html {
            return Err(Failure::Usage(format!(
                "--inline is HTML, and cannot be for {}",
                host.word()
            )));
        }
        let folder = self.out.clone().unwrap_or_else(|| project.root.join("charts"));
        Ok(Plan {
            name: find_chart(&self.name, &project.charts()?)?,
            host,
            prefix: match &self.path {
                Some(prefix) => prefix.clone(),
                None => way_to(&folder)?,
            },
            folder,
            inline: self.inline,
            bare: self.bare,
            dry_run: self.dry_run,
        })
    }

    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |project, data, context| {
            let plan = self.settle(project)?;
            let kit = self.fonts.kit(data, project)?;
            match plan.made(project, data, &kit, context)? {
                Some(made) => plan.deliver(&made, context),
                None => Ok(Exit::Problems),
            }
        })
    }
}

/// What a host is given.
struct Made {
    files: Vec<(String, Vec<u8>)>,
    snippet: Option<String>,
}

impl Plan {
    /// `None` where there is an error in the chart, which is told.
    fn made(
        &self,
        project: &Folder,
        data: &Dataset,
        kit: &Kit,
        context: &mut Context,
    ) -> Result<Option<Made>, Failure> {
        let choice = |looks: &Looks, _| named(self.host, self.inline, looks);
        let drawn = drawing::draw_all(project, &self.name, data, self.bare, &choice)?;
        let mut problems = drawn.problems;
        let whole = drawn.value.undrawn.is_empty() && !drawn.value.drawn.is_empty();
        let made = whole.then(|| self.make(&drawn.value.drawn, kit));
        let made = made.and_then(|made| made.map_err(|problem| problems.push(*problem)).ok());
        problems.retain(|problem| problem.level == Level::Error);
        report::print(&problems, |label| project.text_of(label, None), &mut context.err);
        Ok(made)
    }

    /// From the pictures, the plain one first.
    fn make(&self, drawings: &[Drawing], kit: &Kit) -> Result<Made, Box<Problem>> {
        let drawings: Vec<&Drawing> = drawings.iter().collect();
        let drawing = drawings[0];
        let rows = kit.rows(drawing);
        let pictures = pictures(&drawings, &self.prefix);
        let chart = &drawing.chart;
        let piece = Piece { chart, rows: &rows, pictures: &pictures };
        if self.inline {
            let snippet = Some(embed::inline(&piece, &drawing.svg));
            return Ok(Made { files: Vec::new(), snippet });
        }
        let files = match self.host {
            #[cfg(feature = "png")]
            Host::Word => vec![kit.word(drawing, &piece)?],
            host => {
                let mut files = Vec::new();
                for drawing in &drawings {
                    files.extend(kit.files(drawing, &needs(host))?);
                }
                files
            }
        };
        Ok(Made { files, snippet: embed::snippet(self.host, &piece) })
    }

    fn deliver(&self, made: &Made, context: &mut Context) -> Result<Exit, Failure> {
        for (file, bytes) in &made.files {
            let path = self.folder.join(file);
            let word = report::written(put(&path, bytes, self.dry_run)?, self.dry_run);
            context.err.say(format_args!("{word:14}{}\n", visible(&path.to_string_lossy())));
        }
        if let Some(snippet) = &made.snippet {
            context.out.say(format_args!("{snippet}"));
        }
        Ok(Exit::Fine)
    }
}

/// The pictures that a snippet names, the plain one first.
fn named(host: Host, inline: bool, looks: &Looks) -> Vec<Look> {
    let mut of_pages = looks.for_pages();
    match host {
        Host::Html if !inline => {}
        // Beside Markdown there is a place for a dark twin only.
        Host::Markdown | Host::Github => of_pages.retain(|look| !looks.is_narrow(*look)),
        _ => of_pages.truncate(1),
    }
    of_pages
}

/// The files that a snippet names.
fn needs(host: Host) -> Vec<&'static Format> {
    match host {
        #[cfg(feature = "pdf")]
        Host::Latex | Host::Typst => vec![&format::PDF],
        _ => vec![&format::SVG],
    }
}

/// Of the drawings of a chart, the plain one first.
pub fn pictures(drawings: &[&Drawing], prefix: &str) -> Pictures {
    let picture = |drawing: &Drawing| Picture {
        path: format!("{prefix}{}", format::SVG.file(&drawing.stem)),
        width: drawing.scene.width,
        height: drawing.scene.height,
    };
    let plain = drawings[0];
    let twin = |drawing: &&Drawing| {
        let (dark, narrow) =
            (plain.looks.is_dark(drawing.look), plain.looks.is_narrow(drawing.look));
        Twin { picture: picture(drawing), dark, narrow }
    };
    Pictures {
        svg: picture(plain),
        twins: drawings[1..]
            .iter()
            .filter(|twin| plain.looks.serves_pages(twin.look))
            .map(twin)
            .collect(),
        pdf: format!("{prefix}{}.pdf", plain.stem),
    }
}

#[cfg(test)]
mod tests {
    use sourceline::chart::{Size, ThemeName, Wanted};

    use super::*;

    #[test]
    fn what_a_document_has_no_place_for_is_not_drawn() {
        let looks = Looks::of(
            Wanted::default(),
            &[Size::Report, Size::Narrow],
            &[ThemeName::Light, ThemeName::Dark],
        );
        let stems = |host, inline| {
            let named = named(host, inline, &looks);
            named.into_iter().map(|look| looks.stem("a", look)).collect::<Vec<_>>()
        };
        assert_eq!(stems(Host::Html, false), ["a", "a-dark", "a-narrow", "a-narrow-dark"]);
        assert_eq!(stems(Host::Html, true), ["a"]);
        assert_eq!(stems(Host::Github, false), ["a", "a-dark"]);
        assert_eq!(stems(Host::Markdown, false), ["a", "a-dark"]);
        assert_eq!(stems(Host::Quarto, false), ["a"]);
    }
}
