//! The pages of a project: which there are, and what all of them are made with.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::history::SiteHistory;
use super::way;
use crate::chart::{Look, Size, Wanted};
use crate::dataset::Dataset;
use crate::embed::Pictures;
use crate::output::evidence::{BIBTEX, CSL, PACKAGE, PackedTable, evidence};
use crate::output::kit::Kit;
use crate::output::looks::Looks;
use crate::output::rendering::Rendering;
use crate::output::settings::Settings;
use crate::output::site_settings::SiteLicence;
use crate::problem::Problem;

/// A project, to be made into pages.
pub struct StaticSite<'a> {
    /// Whose figures they are.
    pub data: &'a Dataset<'a>,
    /// What it settles.
    pub settings: &'a Settings,
    /// What it is called.
    pub project: &'a str,
    /// What its data package says.
    pub package: SitePackage<'a>,
    /// What is known of what was.
    pub history: SiteHistory,
}

/// A data package, as far as pages repeat it.
#[derive(Default)]
pub struct SitePackage<'a> {
    text: Option<&'a str>,
    pub(super) title: String,
    pub(super) description: String,
}

impl<'a> SitePackage<'a> {
    /// From its text, if there is one.
    pub fn of(text: Option<&'a str>) -> SitePackage<'a> {
        let package: serde_json::Value =
            text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let said = |key: &str| {
            let said = package.get(key).and_then(serde_json::Value::as_str);
            said.unwrap_or_default().trim().to_string()
        };
        SitePackage { text, title: said("title"), description: said("description") }
    }
}

/// One file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// From its root, with `/` between its parts.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The pictures of a chart that its pages show, the plain one first.
pub struct ChartDrawings {
    /// With their titles: to be taken elsewhere.
    pub whole: Vec<Rendering>,
    /// Without: below a heading that says them.
    pub bare: Vec<Rendering>,
    /// For those who show where a link leads, if it could be drawn.
    pub card: Option<Rendering>,
}

/// What the other pages say of a chart.
#[derive(Clone, Debug)]
pub struct SiteChart {
    /// Of the chart.
    pub name: String,
    /// What its spec is called.
    pub(super) label: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    /// Without titles, by their paths from the root of the site.
    pub(super) pictures: Pictures,
    /// The ids of the series and of the sources that it shows or tells of.
    pub(super) series: BTreeSet<String>,
    pub(super) sources: BTreeSet<String>,
}

/// The files of a chart, and what others say of it.
pub struct ChartPages {
    /// For the pages of the project.
    pub chart: SiteChart,
    /// Its page and whatever lies beside it.
    pub files: Vec<SiteFile>,
}

/// The looks of the pictures in a page: for pages that are dark or narrow too, unless a spec names
/// its look.
pub fn looks_of_pages(looks: &Looks, wanted: Wanted) -> Vec<Look> {
    let mut all = looks.for_handing_on(wanted);
    all.retain(|look| *look == looks.plain || looks.serves_pages(*look));
    all
}

/// That of a card.
pub fn card_look(looks: &Looks) -> Vec<Look> {
    looks.asked(&[Size::Card], &[looks.plain.theme])
}

impl StaticSite<'_> {
    /// What the site is called.
    pub(super) fn title(&self) -> &str {
        match (self.settings.site.title.as_str(), self.package.title.as_str()) {
            ("", "") => self.project,
            ("", title) | (title, _) => title,
        }
    }

    /// Where it is found on the web, if that is said.
    pub(super) fn address(&self) -> Option<&str> {
        Some(self.settings.house.address.as_str()).filter(|address| !address.is_empty())
    }

    /// That of the settings, or else that of the data package.
    pub(super) fn licence(&self) -> Option<SiteLicence> {
        let own = self.settings.site.licence.clone();
        own.or_else(|| SiteLicence::of_package(self.package.text?))
    }

    pub(super) fn has_history(&self) -> bool {
        !self.history.steps.is_empty()
    }

    /// Which state of the data it shows, in a sentence.
    pub(super) fn state(&self) -> Option<String> {
        let (shown, words) = (self.history.shown.as_ref()?, &self.data.language.website);
        let day = self.data.language.date(shown.day);
        Some(match shown.whole {
            true => words.shows_state(day, &shown.revision),
            false => words.shows_uncommitted(day, &shown.revision),
        })
    }

    /// The page of a chart with all its files, unless a picture cannot be made.
    pub fn chart(&self, kit: &Kit, drawings: &ChartDrawings) -> Result<ChartPages, Box<Problem>> {
        self.chart_pages(kit, drawings)
    }

    /// The pages of the project, which need all charts.
    pub fn pages(&self, charts: &[SiteChart]) -> Vec<SiteFile> {
        let shown = ShownOn::of(charts);
        let mut files = vec![
            self.index(charts),
            self.series_list(&shown),
            self.source_list(&shown),
            self.search_index(charts),
        ];
        files.extend(self.series_pages(&shown));
        files.extend(self.source_pages(&shown));
        files.extend(self.changes_page(charts));
        files.extend(self.feed());
        files.extend(self.evidence(charts));
        for (path, text) in [
            (way::STYLE, include_str!("../../assets/site/site.css")),
            (way::SEARCH, include_str!("../../assets/site/search.js")),
        ] {
            files.push(SiteFile { path: path.to_string(), bytes: text.into() });
        }
        let pages: Vec<String> = charts.iter().map(|chart| way::of_chart(&chart.name)).collect();
        files.extend(self.sitemap(&pages, &files));
        files
    }

    /// What would lie where something else lies: a chart whose name is that of a page. Gives the name and the path.
    pub fn clash(&self, names: &[String]) -> Option<(String, String)> {
        let mut others: HashMap<String, ()> = HashMap::new();
        let roots = [
            way::INDEX,
            way::SERIES,
            way::SOURCES,
            way::CHANGES,
            way::FEED,
            way::SITEMAP,
            PACKAGE,
            BIBTEX,
            CSL,
        ];
        others.extend(roots.map(|path| (path.to_string(), ())));
        others.extend(self.data.series.iter().map(|one| (way::of_series(one.id), ())));
        others.extend(self.data.sources.iter().map(|one| (way::of_source(one.id), ())));
        names.iter().find_map(|name| {
            let own = [name.clone(), way::of_chart(name), way::of_frame(name)];
            let taken = own.into_iter().find(|path| others.contains_key(path))?;
            Some((name.clone(), taken))
        })
    }

    /// The tables of all charts as a data package, and the sources as lists of references.
    pub fn evidence(&self, charts: &[SiteChart]) -> Vec<SiteFile> {
        let tables: Vec<PackedTable> = charts
            .iter()
            .map(|chart| PackedTable {
                name: &chart.name,
                title: &chart.title,
                path: way::of_table(&chart.name),
            })
            .collect();
        let cited: Vec<&str> = self.data.sources.iter().map(|source| source.id).collect();
        let files = evidence(self.project, self.package.text, self.data, &tables, &cited);
        files.into_iter().map(|(path, bytes)| SiteFile { path, bytes }).collect()
    }
}

/// The charts that show a series or a source, in the order in which they are listed.
pub struct ShownOn<'c> {
    by_series: BTreeMap<&'c str, Vec<&'c SiteChart>>,
    by_source: BTreeMap<&'c str, Vec<&'c SiteChart>>,
}

impl<'c> ShownOn<'c> {
    /// By what the charts say.
    pub fn of(charts: &'c [SiteChart]) -> ShownOn<'c> {
        let mut shown = ShownOn { by_series: BTreeMap::new(), by_source: BTreeMap::new() };
        for chart in charts {
            for id in &chart.series {
                shown.by_series.entry(id).or_default().push(chart);
            }
            for id in &chart.sources {
                shown.by_source.entry(id).or_default().push(chart);
            }
        }
        shown
    }

    /// Those that show a series.
    pub fn series(&self, id: &str) -> &[&'c SiteChart] {
        self.by_series.get(id).map_or(&[], Vec::as_slice)
    }

    /// Those that show a source or tell of it.
    pub fn source(&self, id: &str) -> &[&'c SiteChart] {
        self.by_source.get(id).map_or(&[], Vec::as_slice)
    }
}
