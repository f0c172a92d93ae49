//! The page of a series: what is counted, who says what of each period, and where it is drawn.

use maud::{Markup, html};

use super::claims::{ClaimColumns, StandingClaim};
use super::page::WebPage;
use super::site::{ShownOn, SiteFile, StaticSite};
use super::way;
use crate::dataset::Observation;
use crate::figure::{FigureKey, Rank, Series, SeriesKey};

impl StaticSite<'_> {
    pub(super) fn series_pages(&self, shown: &ShownOn) -> Vec<SiteFile> {
        let superseded = self.superseded();
        let keys = (0..self.data.series.len() as u32).map(SeriesKey);
        keys.map(|key| self.series_page(key, shown, &superseded[key.index()])).collect()
    }

    /// What is kept and never drawn, by series.
    fn superseded(&self) -> Vec<Vec<FigureKey>> {
        let mut superseded = vec![Vec::new(); self.data.series.len()];
        for (key, figure) in self.data.figures() {
            if figure.rank == Rank::Superseded {
                superseded[figure.series.index()].push(key);
            }
        }
        superseded
    }

    /// What the page of a series says within whatever is around it; who says what of each period is
    /// told by `figures` where that is given.
    pub fn series_body(&self, key: SeriesKey, shown: &ShownOn, figures: Option<Markup>) -> Markup {
        let figures = figures.unwrap_or_else(|| {
            let superseded = std::mem::take(&mut self.superseded()[key.index()]);
            self.figures_of_series(key, &superseded)
        });
        let series = self.data.series(key);
        let path = way::of_series(series.id);
        html! {
            h1 { (*series.title) }
            (self.about_series(&path, series))
            (self.on_charts(&path, shown.series(series.id)))
            (figures)
            (self.shortfalls(key))
        }
    }

    fn figures_of_series(&self, key: SeriesKey, superseded: &[FigureKey]) -> Markup {
        let (data, words) = (self.data, &self.data.language.website);
        let path = way::of_series(data.series(key).id);
        let mut observations: Vec<&Observation> =
            data.observations_of(key).iter().chain(data.targets_of(key)).collect();
        observations.sort_by_key(|one| one.period.span());
        let claims: Vec<StandingClaim> =
            observations.iter().flat_map(|one| self.standing(one)).collect();
        let of_old = |key: &FigureKey| StandingClaim { key: *key, standing: "" };
        let superseded: Vec<StandingClaim> = superseded.iter().map(of_old).collect();
        let columns = ClaimColumns { anchors: true, ..ClaimColumns::default() };
        html! {
            @if !claims.is_empty() {
                section {
                    h2 { (data.language.pages.the_figures()) }
                    (self.claims_table(&path, words.who_says_what(), &claims, columns))
                }
            }
            @if !superseded.is_empty() {
                section {
                    h2 { (words.superseded()) }
                    (self.claims_table(&path, words.superseded(), &superseded, columns))
                }
            }
        }
    }

    fn series_page(&self, key: SeriesKey, shown: &ShownOn, superseded: &[FigureKey]) -> SiteFile {
        let series = self.data.series(key);
        let path = way::of_series(series.id);
        let body = self.series_body(key, shown, Some(self.figures_of_series(key, superseded)));
        let about = match series.definition.as_ref() {
            "" => &*series.title,
            definition => definition,
        };
        let bytes = self.page(&WebPage {
            path: &path,
            title: &series.title,
            about,
            linked_data: self.series_dataset(key, &path),
            card: None,
            body,
        });
        SiteFile { path, bytes }
    }

    fn about_series(&self, path: &str, series: &Series) -> Markup {
        let (language, words) = (self.data.language, &self.data.language.website);
        let per = series.per.map_or("", |per| language.per(per));
        let unit = format!("{} {per}", language.unit_of(series));
        let apart: Vec<&str> = series.apart_from().collect();
        let formula = series.formula.as_ref().map(ToString::to_string).unwrap_or_default();
        let facts: [(&str, &str); 7] = [
            (words.definition(), &series.definition),
            (words.unit(), unit.trim()),
            (words.nature(), series.nature.word()),
            (words.geography(), &series.geography),
            (words.counted_by(), &series.counted_by),
            (words.calculated(), &formula),
            (words.note(), &series.note),
        ];
        html! {
            dl {
                @for (label, said) in facts.iter().filter(|(_, said)| !said.is_empty()) {
                    dt { (label) }
                    dd { (said) }
                }
                @if !apart.is_empty() {
                    dt { (words.apart_from()) }
                    @for id in apart {
                        dd {
                            @match self.data.find_series(id) {
                                Some(other) => {
                                    a href=(way::from(path, &way::of_series(id))) { (*self.data.series(other).title) }
                                }
                                None => { (words.apart_from_all()) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The periods for which a formula gives no figure, and why.
    fn shortfalls(&self, key: SeriesKey) -> Markup {
        let (data, words) = (self.data, &self.data.language.website);
        let shortfalls = data.shortfalls(key);
        html! {
            @if !shortfalls.is_empty() {
                section {
                    h2 { (words.not_worked_out()) }
                    dl {
                        @for shortfall in shortfalls {
                            dt { (data.language.period(shortfall.period, data.naming(key))) }
                            dd { (data.why(&shortfall.lack)) }
                        }
                    }
                }
            }
        }
    }
}
