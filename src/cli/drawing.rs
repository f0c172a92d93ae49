//! The pictures of the charts whose specs lie in the project.

use rayon::prelude::*;
use sourceline::chart::ChartSpec;
use sourceline::chart::spec::Spec;
use sourceline::dataset::Dataset;
use sourceline::output::catalogue::Catalogue;
use sourceline::output::rendering::{Rendering, Renderings};
use sourceline::output::studio::{LookChoice, PLAIN, Studio};
use sourceline::problem::{Checked, Problem, has_errors};
use sourceline::store::Folder;
use sourceline::web::{ChartDrawings, card_look, looks_of_pages};

use super::failure::Failure;

/// The charts of the project, as its specs and its data say.
pub fn catalogue(project: &Folder, data: &Dataset) -> Result<Catalogue, Failure> {
    Ok(Catalogue::of(project.spec_texts()?, data))
}

pub fn studio<'a>(project: &'a Folder, data: &'a Dataset<'a>) -> Studio<'a> {
    Studio { project: &project.name, settings: &project.settings, data }
}

/// From this many charts on, starting threads takes less time than it saves.
const WORTH_THREADS: usize = 16;

/// Something for each chart, in their order, on all cores where that is worth it. One chart of a
/// `heavy` format is work enough for a thread.
pub fn for_each<T: Send>(
    charts: &[ChartSpec],
    heavy: bool,
    one: impl Fn(&ChartSpec) -> T + Sync + Send,
) -> Vec<T> {
    match charts.len() {
        2.. if heavy => charts.par_iter().map(one).collect(),
        WORTH_THREADS.. => charts.par_iter().map(one).collect(),
        _ => charts.iter().map(one).collect(),
    }
}

/// What charts are drawn with: where, what of, and beside which others.
#[derive(Clone, Copy)]
pub struct Easel<'a> {
    pub studio: Studio<'a>,
    pub catalogue: &'a Catalogue,
}

impl<'a> Easel<'a> {
    pub fn new(project: &'a Folder, data: &'a Dataset<'a>, catalogue: &'a Catalogue) -> Easel<'a> {
        Easel { studio: studio(project, data), catalogue }
    }

    /// The plain picture, unless there is an error in the spec; and what is wrong with it.
    pub fn draw(&self, spec: &ChartSpec) -> Checked<Option<Rendering>> {
        let Checked { value, problems } = self.draw_all(spec, false, PLAIN);
        Checked { value: value.drawn.into_iter().next(), problems }
    }

    /// The pictures that are chosen; where `bare` without title and subtitle, whatever the spec says.
    pub fn draw_all(
        &self,
        spec: &ChartSpec,
        bare: bool,
        choice: LookChoice,
    ) -> Checked<Renderings> {
        let Checked { value, mut problems } = self.studio.draw(spec, bare, choice);
        let apart = value.apart_from(self.catalogue);
        problems.extend(apart.problems);
        Checked { value: apart.value, problems }
    }
}

impl Easel<'_> {
    /// The pictures that pages show of a chart, unless there is an error in its spec.
    pub fn draw_for_pages(
        &self,
        spec: &ChartSpec,
        with_card: bool,
    ) -> Checked<Option<ChartDrawings>> {
        let Checked { value: whole, mut problems } = self.draw_all(spec, false, &looks_of_pages);
        if !whole.drawn.first().is_some_and(Rendering::is_plain) || has_errors(&problems) {
            return Checked { value: None, problems };
        }
        let Checked { value: bare, problems: of_bare } = self.draw_all(spec, true, &looks_of_pages);
        let news = of_bare.into_iter().filter(|problem| !problems.contains(problem));
        let news: Vec<Problem> = news.collect();
        problems.extend(news);
        // What fits with its title fits without.
        let bare = if bare.undrawn.is_empty() { bare.drawn } else { whole.drawn.clone() };
        let card = match with_card {
            true => self.draw_all(spec, false, &|looks, _| card_look(looks)).value.drawn.pop(),
            false => None,
        };
        Checked { value: Some(ChartDrawings { whole: whole.drawn, bare, card }), problems }
    }
}

/// What is wrong with a spec by itself, whatever the data.
pub fn spec_problems(spec: &ChartSpec) -> Vec<Problem> {
    match spec.problems.is_empty() {
        true => Spec::read(&spec.label, &spec.text).problems,
        false => spec.problems.clone(),
    }
}

/// A chart that looks another way afterwards; without a picture where there is none.
#[cfg_attr(not(feature = "page"), expect(dead_code, reason = "only a page shows the pictures"))]
pub struct ChangedChart {
    pub name: String,
    pub before: Option<String>,
    pub after: String,
}

/// What a change of the data does to the charts.
#[derive(Default)]
pub struct ChartChanges {
    pub changed: Vec<ChangedChart>,
    pub new: Vec<String>,
    pub gone: Vec<String>,
    /// Those that can no longer be drawn.
    pub lost: Vec<String>,
}

impl ChartChanges {
    /// A line for each kind.
    pub fn told(&self) -> String {
        let told = |names: &[String], what: &str| match names {
            [] => String::new(),
            names => format!("{what}: {}\n", names.join(", ")),
        };
        let changed: Vec<String> = self.changed.iter().map(|chart| chart.name.clone()).collect();
        let all = told(&changed, "charts that change")
            + &told(&self.new, "charts that are new")
            + &told(&self.gone, "charts that there are no longer")
            + &told(&self.lost, "charts that can no longer be drawn until their specs are changed");
        if all.is_empty() { "no chart changes\n".to_string() } else { all }
    }
}

/// Which charts look another way afterwards, which can no longer be drawn and which come or go.
pub fn chart_changes(
    project: &Folder,
    before: &Dataset,
    after: &Dataset,
) -> Result<ChartChanges, Failure> {
    let (were, are) = (catalogue(project, before)?, catalogue(project, after)?);
    let (then, now) = (Easel::new(project, before, &were), Easel::new(project, after, &are));
    let svg = |easel: &Easel, spec: &ChartSpec| easel.draw(spec).value.map(|drawing| drawing.svg);
    let mut changes = ChartChanges::default();
    let pictures = for_each(are.charts(), false, |spec| {
        were.find(&spec.name).map(|old| (svg(&then, old), svg(&now, spec)))
    });
    for (spec, pictures) in are.charts().iter().zip(pictures) {
        let name = spec.name.clone();
        match pictures {
            None => changes.new.push(name),
            Some((before, after)) if before == after => {}
            Some((_, None)) => changes.lost.push(name),
            Some((before, Some(after))) => {
                changes.changed.push(ChangedChart { name, before, after });
            }
        }
    }
    changes.gone = were.names();
    changes.gone.retain(|name| are.find(name).is_none());
    Ok(changes)
}

/// The same in words, a line each.
pub fn changed_charts(
    project: &Folder,
    before: &Dataset,
    after: &Dataset,
) -> Result<String, Failure> {
    Ok(chart_changes(project, before, after)?.told())
}
