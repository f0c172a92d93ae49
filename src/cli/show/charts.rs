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

/// The figures of a chart, each with whether there is a mark for it.
struct FiguresOn {
    chart: String,
    figures: Vec<(String, bool)>,
}

impl FiguresOn {
    fn of(chart: &Chart) -> FiguresOn {
        let drawn: BTreeSet<&String> = chart.sources_of.iter().map(|one| &one.0).collect();
        let figures = chart.stamp.figures.iter().map(|id| (id.clone(), drawn.contains(id)));
        FiguresOn { chart: chart.name.clone(), figures: figures.collect() }
    }
}

impl OnCharts {
    /// Charts with errors show nothing.
    pub fn of(easel: &Easel) -> OnCharts {
        let studio = &easel.studio;
        // Of each chart no more is kept than its figures: there may be thousands.
        let figures = for_each(easel.catalogue.charts(), false, |spec| {
            let chart = resolve_spec(spec, &studio.settings.house, studio.data, studio.project);
            chart.value.as_ref().map(FiguresOn::of)
        });
        OnCharts::gathered(figures.into_iter().flatten())
    }

    /// Those of charts that are resolved already.
    #[cfg(feature = "page")]
    pub fn these<'c>(charts: impl IntoIterator<Item = &'c Chart>) -> OnCharts {
        OnCharts::gathered(charts.into_iter().map(FiguresOn::of))
    }

    fn gathered(charts: impl Iterator<Item = FiguresOn>) -> OnCharts {
        let mut on = OnCharts { drawn: BTreeMap::new(), told: BTreeMap::new() };
        for FiguresOn { chart, figures } in charts {
            for (id, is_drawn) in figures {
                let list = if is_drawn { &mut on.drawn } else { &mut on.told };
                list.entry(id).or_default().push(chart.clone());
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
