//! Which charts show or tell a figure.

use std::collections::{BTreeMap, BTreeSet};

use sourceline::chart::{Chart, resolve_spec};

use crate::cli::drawing::{Easel, for_each};

/// The charts of the project by the figures on them, and by their sources.
pub struct OnCharts {
    /// Those that have a mark for it.
    drawn: BTreeMap<String, Vec<String>>,
    /// Those that tell of it in words.
    told: BTreeMap<String, Vec<String>>,
}

impl OnCharts {
    /// Charts with errors show nothing.
    pub fn of(easel: &Easel) -> OnCharts {
        let studio = &easel.studio;
        let charts = for_each(easel.catalogue.charts(), false, |spec| {
            let chart = resolve_spec(spec, &studio.settings.house, studio.data, studio.project);
            chart.value
        });
        OnCharts::these(charts.iter().flatten())
    }

    /// Those of charts that are resolved already.
    pub fn these<'c>(charts: impl IntoIterator<Item = &'c Chart>) -> OnCharts {
        let mut on = OnCharts { drawn: BTreeMap::new(), told: BTreeMap::new() };
        for chart in charts {
            let drawn: BTreeSet<&String> = chart.sources_of.iter().map(|one| &one.0).collect();
            for id in &chart.stamp.figures {
                let list = if drawn.contains(id) { &mut on.drawn } else { &mut on.told };
                list.entry(id.clone()).or_default().push(chart.name.clone());
            }
        }
        on
    }

    /// The charts that have a mark for a figure.
    pub fn drawn(&self, figure: &str) -> &[String] {
        self.drawn.get(figure).map_or(&[], Vec::as_slice)
    }

    /// The charts that only tell of it, in a note, a title or beside another.
    pub fn told(&self, figure: &str) -> &[String] {
        self.told.get(figure).map_or(&[], Vec::as_slice)
    }

    /// The charts with any of these figures, each once, in the order of the alphabet.
    pub fn with_any<'f>(&self, figures: impl Iterator<Item = &'f str>) -> Vec<String> {
        let charts = figures.flat_map(|id| self.drawn(id).iter().chain(self.told(id)));
        charts.collect::<BTreeSet<_>>().into_iter().cloned().collect()
    }
}
