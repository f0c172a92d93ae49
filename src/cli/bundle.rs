//! `sourceline bundle`: everything about some charts in one folder, ready to hand on.

use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use sourceline::chart::{ChartSpec, Wanted};
use sourceline::dataset::Dataset;
use sourceline::output::catalogue::told_once;
use sourceline::output::evidence::{PackedTable, evidence};
use sourceline::output::folder::{self, Packed};
use sourceline::output::kit::Kit;
use sourceline::output::looks::Looks;
use sourceline::output::rendering::Rendering;
use sourceline::problem::{Checked, Level};
use sourceline::store::{FileStanding, Folder};

use super::context::{Context, in_order};
use super::drawing::Easel;
use super::exit::Exit;
use super::failure::Failure;
use super::fonts::FontFolder;
use super::named::charts_named;
use super::outputs::{Delivery, Force, Outputs, tell_not_ours};
use super::screen::visible;
use super::{drawing, progress, report};

/// Writes everything about some charts into one folder, to hand to a colleague
///
/// All formats, a snippet for every host, a page that shows the charts, a README that tells what is what,
/// the tables described as a data package, and the sources as BibTeX and CSL. An error in one chart stops that chart.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline bundle --out handover\n  sourceline bundle referrals images --out handover"
)]
pub struct Bundle {
    /// The charts; all of them if none is named
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// The folder to write into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Leave title and subtitle out of the pictures and put them into the captions
    #[arg(long)]
    bare: bool,
    #[command(flatten)]
    fonts: FontFolder,
    #[command(flatten)]
    force: Force,
    /// Write nothing; say what would be written
    #[arg(long)]
    dry_run: bool,
}

impl Bundle {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |project, data, context| self.make(project, data, context))
    }

    fn make(
        &self,
        project: &Folder,
        data: &Dataset,
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        let catalogue = drawing::catalogue(project, data)?;
        let charts = charts_named(&catalogue, &self.names)?;
        let easel = Easel::new(project, data, &catalogue);
        let kit = self.fonts.kit(data, project)?;
        let bar = progress::bar(charts.len());
        let packed = charts.par_iter().map(|chart| {
            let packed = self.pack(&easel, &kit, chart);
            bar.inc(1);
            packed
        });
        let packed: Vec<Checked<Option<Packed>>> = packed.collect();
        bar.finish_and_clear();
        let mut exit = Exit::Fine;
        let (mut whole, mut found) = (Vec::new(), Vec::new());
        for (chart, Checked { value, problems }) in charts.iter().zip(packed) {
            if !problems.is_empty() {
                exit = Exit::Problems;
            }
            found.push((chart, problems));
            match value {
                Some(packed) => whole.push(packed),
                None => exit = Exit::Problems,
            }
        }
        let text_of = |label: &str| project.text_of(label, None);
        report::print(&told_once(found), report::BY_CHECK, text_of, &mut context.err);
        Ok(exit.max(self.deliver(project, data, &whole, context)?))
    }

    fn pack(&self, easel: &Easel, kit: &Kit, chart: &ChartSpec) -> Checked<Option<Packed>> {
        let choice = |looks: &Looks, wanted: Wanted| looks.for_handing_on(wanted);
        let Checked { value, mut problems } = easel.draw_all(chart, self.bare, &choice);
        problems.retain(|problem| problem.level() == Level::Error);
        let plain = value.drawn.first().is_some_and(Rendering::is_plain);
        let packed = plain.then(|| kit.pack(value.drawn));
        let packed = packed.and_then(|packed| packed.map_err(|error| problems.push(*error)).ok());
        Checked { value: packed, problems }
    }

    fn deliver(
        &self,
        project: &Folder,
        data: &Dataset,
        whole: &[Packed],
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        let pages = folder::pages(data.language, &project.name, whole);
        let package = project.package();
        let tables: Vec<PackedTable> = whole.iter().map(Packed::table).collect();
        let cited: Vec<&str> = whole.iter().flat_map(Packed::sources).collect();
        let evidence = evidence(&project.name, package.as_deref(), data, &tables, &cited);
        let pages: Vec<(String, Vec<u8>)> = pages.into_iter().chain(evidence).collect();
        let outputs = Outputs::into(project, &self.out, self.force, self.dry_run)?;
        let of_charts = whole.iter().flat_map(|packed| {
            packed.files.iter().map(move |(name, bytes)| (packed.name(), name, bytes))
        });
        let all = of_charts.chain(pages.iter().map(|(name, bytes)| ("", name, bytes)));
        let (mut written, mut same, mut others) = (0, 0, Vec::new());
        for (chart, name, bytes) in all {
            match outputs.put(chart, name, bytes)? {
                Delivery::Done(FileStanding::Same) => same += 1,
                Delivery::Done(_) => written += 1,
                Delivery::NotOurs => {
                    others.push(self.out.join(name).to_string_lossy().into_owned());
                }
            }
        }
        outputs.finish(context);
        tell_not_ours(&others, context);
        let word = if self.dry_run { "would be written" } else { "written" };
        context.out.say(format_args!(
            "{} in {}: {written} {word}, {same} unchanged\n",
            report::count(written + same, "file", "files"),
            visible(&self.out.to_string_lossy())
        ));
        Ok(if others.is_empty() { Exit::Fine } else { Exit::Problems })
    }
}
