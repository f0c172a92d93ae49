//! `sourceline embed`: the files and the snippet that a host needs.

use std::path::PathBuf;

use clap::Args;
use sourceline::chart::ChartSpec;
use sourceline::embed::{self, Host, NamedFiles};
use sourceline::output::catalogue::Catalogue;
use sourceline::output::handout::{Handout, looks_for};
use sourceline::output::kit::Kit;
use sourceline::output::looks::Looks;
use sourceline::output::rendering::Rendering;
use sourceline::problem::{Level, Problem};
use sourceline::store::{Folder, way_to};

use super::context::{Context, in_order};
use super::drawing::Easel;
use super::exit::Exit;
use super::failure::Failure;
use super::fonts::FontFolder;
use super::looks::AskedLooks;
use super::named::find_chart;
use super::one_of::one_of_or_also;
use super::outputs::{Delivery, Force, Outputs, tell_not_ours};
use super::screen::visible;
use super::{drawing, report};

/// Puts a chart into a document: writes the files it needs and prints the snippet
///
/// The snippet holds the picture, its alternative text, a caption and the sources; where the host
/// has a place for them, also the description and the figures. For Word and PowerPoint it is a document to
/// copy from, for e-mail a page: open it in a browser, and copy all of it into the message.
///
/// Where Markdown may hold no HTML (CommonMark with raw HTML off, Hugo unless told otherwise), write
/// `--for markdown`: of what is for GitHub or HTML the picture would be gone.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline embed referrals --for html\n  sourceline embed referrals --for quarto --out report/figures\n  sourceline embed referrals --for word --bare\n  sourceline embed referrals --for latex --width 84mm\n  sourceline embed referrals --inline > figure.html"
)]
pub struct Embed {
    /// The chart
    #[arg(value_name = "NAME")]
    name: String,
    /// What the document is written in
    #[arg(long = "for", value_name = "HOST", value_parser = one_of_or_also(embed::ALL.iter().map(|host| (host.word, host.also, *host)).collect()), required_unless_present = "inline")]
    host: Option<(String, &'static Host)>,
    /// Write the files into this folder; otherwise into charts/, and a document for Word, PowerPoint or e-mail
    /// into the folder you are in
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
    looks: AskedLooks,
    #[command(flatten)]
    fonts: FontFolder,
    #[command(flatten)]
    force: Force,
    /// Write no file; say which would be written, and print the snippet
    #[arg(long)]
    dry_run: bool,
}

/// What is to be done, with every doubt removed.
struct EmbedPlan {
    chart: ChartSpec,
    host: &'static Host,
    folder: PathBuf,
    prefix: String,
    inline: bool,
    bare: bool,
    looks: AskedLooks,
    force: Force,
    dry_run: bool,
}

impl Embed {
    fn settle(&self, project: &Folder, catalogue: &Catalogue) -> Result<EmbedPlan, Failure> {
        let host = self.host.as_ref().map_or(&embed::HTML, |(_, host)| *host);
        if self.inline && host.inline.is_none() {
            return Err(Failure::Usage(format!(
                "--inline is HTML, and cannot be for {}",
                host.word
            )));
        }
        if self.looks.size.len() > 1 || self.looks.theme.len() > 1 {
            return Err(Failure::Usage(
                "a document is given one picture: name one size and one theme".into(),
            ));
        }
        let folder = match &self.out {
            Some(out) => out.clone(),
            // A document is for whoever asks; files that a snippet names lie beside the specs.
            None if host.names_no_text() => PathBuf::new(),
            None => project.charts()?,
        };
        Ok(EmbedPlan {
            chart: find_chart(&self.name, catalogue)?.clone(),
            host,
            prefix: match &self.path {
                Some(prefix) => prefix.clone(),
                None => way_to(&folder)?,
            },
            folder,
            inline: self.inline,
            bare: self.bare || host.names == NamedFiles::Slide,
            looks: self.looks.clone(),
            force: self.force,
            dry_run: self.dry_run,
        })
    }

    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |project, data, context| {
            let catalogue = drawing::catalogue(project, data)?;
            let plan = self.settle(project, &catalogue)?;
            if let Some((typed, host)) = &self.host
                && typed != host.word
            {
                let word = host.word;
                let ending = match host.names_no_text() && typed != host.ending {
                    true => format!(", which is {}", host.ending),
                    false => String::new(),
                };
                context.err.say(format_args!("{typed}: made by `--for {word}`{ending}\n"));
            }
            let kit = self.fonts.kit(data, project)?;
            let easel = Easel::new(project, data, &catalogue);
            match plan.made(project, &easel, &kit, context) {
                Some(made) => plan.deliver(&made, project, context),
                None => Ok(Exit::Problems),
            }
        })
    }
}

impl EmbedPlan {
    /// `None` where there is an error in the chart, which is told.
    fn made(
        &self,
        project: &Folder,
        easel: &Easel,
        kit: &Kit,
        context: &mut Context,
    ) -> Option<Handout> {
        let choice = |looks: &Looks, _| match (self.looks.is_asked(), self.inline) {
            (true, _) => vec![self.looks.of(looks)[0]],
            (_, true) => vec![looks.plain],
            (_, false) => looks_for(self.host, looks),
        };
        let drawn = easel.draw_all(&self.chart, self.bare, &choice);
        let mut problems = drawn.problems;
        let whole = drawn.value.undrawn.is_empty() && !drawn.value.drawn.is_empty();
        let made = whole.then(|| self.make(&drawn.value.drawn, kit));
        let made = made.and_then(|made| made.map_err(|problem| problems.push(*problem)).ok());
        problems.retain(|problem| problem.level() == Level::Error);
        report::print(
            &problems,
            report::BY_CHECK,
            |label| project.text_of(label, None),
            &mut context.err,
        );
        made
    }

    /// From the pictures, the plain one first.
    fn make(&self, drawings: &[Rendering], kit: &Kit) -> Result<Handout, Box<Problem>> {
        match self.inline {
            true => {
                let snippet = kit.inline(self.host, &drawings[0]);
                Ok(Handout { files: Vec::new(), snippet })
            }
            false => kit.hand_out(self.host, drawings, &self.prefix),
        }
    }

    fn deliver(
        &self,
        made: &Handout,
        project: &Folder,
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        let outputs = Outputs::into(project, &self.folder, self.force, self.dry_run)?;
        let mut others = Vec::new();
        for (file, bytes) in &made.files {
            let path = self.folder.join(file).to_string_lossy().into_owned();
            let word = match outputs.put(&self.chart.name, file, bytes)? {
                Delivery::Done(standing) => report::written(standing, self.dry_run),
                Delivery::NotOurs => "not ours",
            };
            context.err.say(format_args!("{word:14}{}\n", visible(&path)));
            if word == "not ours" {
                others.push(path);
            }
        }
        outputs.finish(context);
        if !others.is_empty() {
            tell_not_ours(&others, context);
            return Ok(Exit::Problems);
        }
        if let Some(snippet) = &made.snippet {
            context.out.say(format_args!("{snippet}"));
        }
        Ok(Exit::Fine)
    }
}
