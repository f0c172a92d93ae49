//! `sourceline site`: the project as pages for any web server.

mod folder;
mod history;

use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use sourceline::chart::ChartSpec;
use sourceline::dataset::Dataset;
use sourceline::output::catalogue::{Catalogue, told_once};
use sourceline::output::kit::Kit;
use sourceline::problem::{Checked, Level, Problem};
use sourceline::store::Folder;
use sourceline::web::{ChartDrawings, ChartPages, SiteChart, SitePackage, StaticSite};

use self::folder::SiteFolder;
use super::context::{Context, in_order};
use super::drawing::Easel;
use super::exit::Exit;
use super::failure::Failure;
use super::fonts::FontFolder;
use super::outputs::{Force, tell_not_ours};
use super::refusal::Unchanged;
use super::screen::visible;
use super::{drawing, progress, report};

/// Writes the project as pages for any web server: charts, series, sources, search
///
/// Each chart has a page with its picture, what it shows in words, its figures with their sources and what
/// differs from them, files to take away, what to paste into documents and, where the project lies in
/// a git repository, what changed when; and NAME/embed.html, for other sites to frame. The pages name each
/// other by relative addresses and load nothing from elsewhere; they may be opened from a disk.
///
/// Only files that would change are written, and those of charts that are gone are taken away. What
/// somebody else made or edited there is told and stays. [site] in sourceline.toml says title, address,
/// licence and contact; with an address there are a sitemap and pictures for those who link to a page.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline site --out public\n  sourceline site --out public --dry-run"
)]
pub struct Site {
    /// The folder to write into, which is for the site alone
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    fonts: FontFolder,
    #[command(flatten)]
    force: Force,
    /// Write nothing; say what would be written
    #[arg(long)]
    dry_run: bool,
}

/// So many charts are made before they are written.
const AT_ONCE: usize = 64;

/// What came of the charts.
#[derive(Default)]
struct MadeCharts {
    charts: Vec<SiteChart>,
    /// The names of those that there are no pages of.
    unmade: Vec<String>,
    /// Of those that do not go on a card.
    cardless: Vec<String>,
}

impl Site {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |project, data, context| self.make(project, data, context))
    }

    fn make(
        &self,
        project: &Folder,
        data: &Dataset,
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        let mut folder = SiteFolder::open(project, &self.out, self.force, self.dry_run)?;
        let catalogue = drawing::catalogue(project, data)?;
        let kit = self.fonts.kit(data, project)?;
        let package = project.package();
        let site = StaticSite {
            data,
            settings: &project.settings,
            project: &project.name,
            package: SitePackage::of(package.as_deref()),
            history: history::of(project, context)?,
        };
        refuse_clash(&site, &catalogue)?;
        let easel = Easel::new(project, data, &catalogue);
        let made = self.make_charts(&site, &easel, &kit, project, &mut folder, context)?;
        folder.write(site.pages(&made.charts))?;
        folder.clear(&made.unmade)?;
        let told = folder.finish()?;
        if !made.cardless.is_empty() {
            let names = made.cardless.join(", ");
            context.err.say(format_args!(
                "no picture for those who link to the page, as it holds more than goes on a card: {}\n",
                visible(&names)
            ));
        }
        tell_not_ours(&told.others, context);
        let (wrote, took) = match self.dry_run {
            true => ("would be written", "would be taken away"),
            false => ("written", "taken away"),
        };
        let taken = match told.taken {
            0 => String::new(),
            taken => format!(", {taken} {took}"),
        };
        context.out.say(format_args!(
            "{} in {}: {} {wrote}, {} unchanged{taken}\n",
            report::count(told.written + told.same, "file", "files"),
            visible(&self.out.to_string_lossy()),
            told.written,
            told.same,
        ));
        match made.unmade.is_empty() && told.others.is_empty() {
            true => Ok(Exit::Fine),
            false => Ok(Exit::Problems),
        }
    }

    fn make_charts(
        &self,
        site: &StaticSite,
        easel: &Easel,
        kit: &Kit,
        project: &Folder,
        folder: &mut SiteFolder,
        context: &mut Context,
    ) -> Result<MadeCharts, Failure> {
        let specs = easel.catalogue.charts();
        let bar = progress::bar(specs.len());
        let mut made = MadeCharts::default();
        let mut found: Vec<(&ChartSpec, Vec<Problem>)> = Vec::new();
        let with_card = !project.settings.house.address.is_empty() && cfg!(feature = "png");
        for some in specs.chunks(AT_ONCE) {
            let pages = some.par_iter().map(|spec| {
                let drawn = draw(easel, spec, with_card);
                bar.inc(1);
                pages(site, kit, drawn)
            });
            let mut files = Vec::new();
            for (spec, Checked { value, problems }) in
                some.iter().zip(pages.collect::<Vec<Checked<Option<(ChartPages, bool)>>>>())
            {
                found.push((spec, problems));
                match value {
                    None => made.unmade.push(spec.name.clone()),
                    Some((pages, has_card)) => {
                        if with_card && !has_card {
                            made.cardless.push(spec.name.clone());
                        }
                        made.charts.push(pages.chart);
                        files.extend(pages.files);
                    }
                }
            }
            folder.write(files)?;
        }
        bar.finish_and_clear();
        let text_of = |label: &str| project.text_of(label, None);
        report::print(&told_once(found), report::BY_CHECK, text_of, &mut context.err);
        Ok(made)
    }
}

/// The pictures of a chart, and the errors in its spec.
fn draw(easel: &Easel, spec: &ChartSpec, with_card: bool) -> Checked<Option<ChartDrawings>> {
    let mut drawn = easel.draw_for_pages(spec, with_card);
    drawn.problems.retain(|problem| problem.level() == Level::Error);
    drawn
}

fn pages(
    site: &StaticSite,
    kit: &Kit,
    drawn: Checked<Option<ChartDrawings>>,
) -> Checked<Option<(ChartPages, bool)>> {
    let Checked { value, mut problems } = drawn;
    let made = value.and_then(|drawings| {
        let pages = site.chart(kit, &drawings).map_err(|problem| problems.push(*problem)).ok()?;
        Some((pages, drawings.card.is_some()))
    });
    Checked { value: made, problems }
}

/// A chart whose page would lie where another page lies.
fn refuse_clash(site: &StaticSite, catalogue: &Catalogue) -> Result<(), Failure> {
    let Some((name, path)) = site.clash(&catalogue.names()) else { return Ok(()) };
    let message =
        format!("the pages of the chart `{name}` would lie where `{path}` of the site lies");
    let hint = format!("give its spec another name, such as charts/{name}-chart.toml");
    Err(Unchanged::new(message).hint(hint).into())
}
