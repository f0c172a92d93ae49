//! The charts of a project by their names: the one place that knows which there are. A spec has one
//! chart, or one for each of several series.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::chart::ChartSpec;
use crate::chart::spec::Spec;
use crate::dataset::Dataset;
use crate::locale::EN_GB;
use crate::problem::{Place, Problem, Rule, has_errors};

/// What a chart's spec is called in problems, and where it is from the root of a project.
pub fn spec_label(name: &str) -> String {
    format!("charts/{name}.toml")
}

/// Every chart of a project, by the names of the specs, and those of one spec in the order of the
/// data.
pub struct Catalogue {
    charts: Vec<ChartSpec>,
    /// Where the first chart of each name stands.
    by_name: HashMap<String, usize>,
    /// Where the charts of each spec stand, by its label.
    by_label: HashMap<String, Range<usize>>,
}

impl Catalogue {
    /// From the name of each spec and its text; without a text, what is wrong with it.
    pub fn of(
        specs: impl IntoIterator<Item = (String, Result<String, Vec<Problem>>)>,
        data: &Dataset,
    ) -> Catalogue {
        let charts = specs.into_iter().flat_map(|(name, text)| charts(&name, text, data));
        let mut charts: Vec<ChartSpec> = charts.collect();
        tell_apart(&mut charts);
        let (mut by_name, mut by_label) = (HashMap::new(), HashMap::<String, Range<usize>>::new());
        for (at, chart) in charts.iter().enumerate() {
            by_name.entry(chart.name.clone()).or_insert(at);
            by_label.entry(chart.label.clone()).or_insert(at..at).end = at + 1;
        }
        Catalogue { charts, by_name, by_label }
    }

    /// All of them.
    pub fn charts(&self) -> &[ChartSpec] {
        &self.charts
    }

    /// The names of all, each once.
    pub fn names(&self) -> Vec<String> {
        let charts = self.charts.iter().enumerate();
        let first = charts.filter(|(at, chart)| self.by_name.get(&chart.name) == Some(at));
        first.map(|(_, chart)| chart.name.clone()).collect()
    }

    /// The chart of this name.
    pub fn find(&self, name: &str) -> Option<&ChartSpec> {
        self.by_name.get(name).map(|at| &self.charts[*at])
    }

    /// May a chart of this name be one of a spec that has several, which cannot be told because
    /// something is wrong with it?
    pub fn may_have(&self, name: &str) -> bool {
        let unknown = |spec: &ChartSpec| {
            has_errors(&spec.problems)
                || Spec::each_of(&spec.text).is_some()
                || Spec::read(&spec.label, &spec.text).value.is_none()
        };
        let begins = |spec: &&ChartSpec| {
            let rest = name.strip_prefix(&*spec.name);
            spec.each.is_none() && rest.is_some_and(|rest| rest.starts_with('-'))
        };
        self.charts.iter().filter(begins).any(unknown)
    }

    /// The charts of a spec that has one for each of several series.
    pub fn of_spec(&self, name: &str) -> Vec<&ChartSpec> {
        let charts = self.by_label.get(&spec_label(name)).cloned().unwrap_or_default();
        self.charts[charts].iter().filter(|chart| chart.each.is_some()).collect()
    }
}

fn charts(name: &str, text: Result<String, Vec<Problem>>, data: &Dataset) -> Vec<ChartSpec> {
    let label = spec_label(name);
    let text = match text {
        Ok(text) => text,
        Err(problems) => {
            return vec![ChartSpec { problems, ..ChartSpec::only(name, &label, "") }];
        }
    };
    let only = ChartSpec::only(name, &label, &text);
    let Some(each) = Spec::each_of(&text) else { return vec![only] };
    let ids = data.all_series().map(|(_, series)| series.id);
    let ids: Vec<&str> = ids.filter(|id| each.fits(id)).collect();
    if ids.is_empty() {
        return vec![only];
    }
    let chart = |id: &&str| ChartSpec {
        name: format!("{name}-{id}"),
        text: Arc::clone(&only.text),
        each: Some(id.to_string()),
        ..only.clone()
    };
    ids.iter().map(chart).collect()
}

/// No two charts have one name, or one picture would be written over the other.
fn tell_apart(charts: &mut [ChartSpec]) {
    let mut labels: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for chart in charts.iter() {
        labels.entry(chart.name.clone()).or_default().push(chart.label.clone());
    }
    for chart in charts {
        let Some(id) = chart.each.clone() else { continue };
        let Some(other) = labels[&chart.name].iter().find(|label| **label != chart.label) else {
            continue;
        };
        let bytes = Spec::each_of(&chart.text).map(|each| each.pattern.bytes).unwrap_or_default();
        let place = Place::in_text(&chart.label, &chart.text, bytes);
        let message = format!("the chart `{}` is that of {other} as well", chart.name);
        let hint = format!(
            "give one of the two specs another name, or write except = [\"{id}\"] below [each]"
        );
        chart.problems.push(Rule::OneChart.at(place, message).hint(hint));
    }
}

/// What is wrong with the charts of some specs, each problem once: what only some of the charts of a
/// spec have is told with their names.
pub fn told_once(found: Vec<(&ChartSpec, Vec<Problem>)>) -> Vec<Problem> {
    let mut told = Vec::new();
    for of_spec in found.chunk_by(|one, next| one.0.label == next.0.label) {
        let count = of_spec.len();
        let mut own: Vec<(&Problem, Vec<&str>)> = Vec::new();
        let mut alike: HashMap<(usize, &str), Vec<usize>> = HashMap::new();
        for (chart, problems) in of_spec {
            for problem in problems {
                let alike = alike.entry((problem.place.bytes.start, &problem.message)).or_default();
                match alike.iter().copied().find(|at| own[*at].0 == problem) {
                    Some(at) if own[at].1.last() == Some(&&*chart.name) => {}
                    Some(at) => own[at].1.push(&chart.name),
                    None => {
                        alike.push(own.len());
                        own.push((problem, vec![&chart.name]));
                    }
                }
            }
        }
        own.sort_by_key(|(problem, _)| problem.place.bytes.start);
        told.extend(own.into_iter().map(|(problem, names)| match names.len() == count {
            true => problem.clone(),
            false => {
                let message = format!("{} (in {})", problem.message, some(&names));
                Problem { message, ..problem.clone() }
            }
        }));
    }
    told
}

/// `a, b, c and 4 more`.
fn some(names: &[&str]) -> String {
    const NAMED: usize = 3;
    let mut told: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    if names.len() > NAMED {
        told.push(format!("{} more", names.len() - NAMED));
    }
    EN_GB.list(&told)
}
