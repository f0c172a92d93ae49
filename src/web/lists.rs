//! The pages that list others: charts with their pictures, series, sources.

use maud::{Markup, PreEscaped, html};

use super::page::WebPage;
use super::site::{ShownOn, SiteChart, SiteFile, StaticSite};
use super::way;
use crate::embed::{PictureFile, Pictures, Twin, picture};
use crate::figure::SeriesKey;
use crate::output::evidence::{BIBTEX, CSL};

impl StaticSite<'_> {
    /// All charts, and the field in which everything is searched.
    pub(super) fn index(&self, charts: &[SiteChart]) -> SiteFile {
        let words = &self.data.language.website;
        let body = html! {
            h1 { (self.title()) }
            @if !self.package.description.is_empty() { p { (self.package.description) } }
            div #search role="search" hidden data-found=(words.found("{number}")) data-none=(words.nothing_found()) {
                label for="words" { (words.search_for()) }
                input #words type="search" autocomplete="off" spellcheck="false";
                p #found role="status" {}
                ul #results {}
            }
            section {
                h2 { (words.charts()) }
                @if charts.is_empty() { p { (words.no_charts()) } }
                (self.cards(way::INDEX, &charts.iter().collect::<Vec<_>>()))
            }
        };
        let about = match self.package.description.as_str() {
            "" => self.title(),
            description => description,
        };
        let linked_data = self.catalogue_of_data(charts);
        let page =
            WebPage { path: way::INDEX, title: self.title(), about, linked_data, card: None, body };
        SiteFile { path: way::INDEX.to_string(), bytes: self.page(&page) }
    }

    fn listed(
        &self,
        path: &str,
        title: &str,
        linked_data: serde_json::Value,
        body: Markup,
    ) -> SiteFile {
        let page = WebPage { path, title, about: title, linked_data, card: None, body };
        SiteFile { path: path.to_string(), bytes: self.page(&page) }
    }

    /// A picture and a title for each, as one link.
    pub(super) fn cards(&self, path: &str, charts: &[&SiteChart]) -> Markup {
        html! {
            @if !charts.is_empty() {
                ul.cards {
                    @for chart in charts { li { (self.card_of(path, chart)) } }
                }
            }
        }
    }

    /// The picture and the title of a chart as one link, on the page that lies at `path`.
    pub fn card_of(&self, path: &str, chart: &SiteChart) -> Markup {
        html! {
            a href=(way::from(path, &way::of_chart(&chart.name))) {
                (PreEscaped(thumbnail(path, &chart.pictures)))
                span.title { (chart.title) }
            }
            @if !chart.subtitle.is_empty() { p { (chart.subtitle) } }
        }
    }

    /// Where something is drawn.
    pub(super) fn on_charts(&self, path: &str, charts: &[&SiteChart]) -> Markup {
        let words = &self.data.language.website;
        html! {
            section {
                h2 { (words.on_charts()) }
                @if charts.is_empty() { p { (words.on_no_chart()) } }
                (self.cards(path, charts))
            }
        }
    }

    pub(super) fn series_list(&self, shown: &ShownOn) -> SiteFile {
        let title = self.data.language.website.series();
        let path = way::SERIES;
        self.listed(path, title, serde_json::Value::Null, self.series_list_body(shown))
    }

    /// What the list of series says within whatever is around it.
    pub fn series_list_body(&self, shown: &ShownOn) -> Markup {
        let (data, words) = (self.data, &self.data.language.website);
        let keys = (0..data.series.len() as u32).map(SeriesKey);
        html! {
            h1 { (words.series()) }
            ul.list {
                @for key in keys {
                    @let series = data.series(key);
                    @let all = data.observations_of(key);
                    li {
                        a href=(way::of_series(series.id)) { (*series.title) }
                        p {
                            (data.language.unit_of(series))
                            @if let Some(last) = all.last() {
                                (data.language.small.comma())
                                (words.most_recent(data.language.period(last.period, data.naming(key))))
                            }
                            @let charts = shown.series(series.id).len();
                            @if charts > 0 { (data.language.small.comma()) (words.of_charts(charts)) }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn source_list(&self, shown: &ShownOn) -> SiteFile {
        let title = self.data.language.website.sources();
        let path = way::SOURCES;
        self.listed(path, title, serde_json::Value::Null, self.source_list_body(shown))
    }

    /// What the list of sources says within whatever is around it.
    pub fn source_list_body(&self, shown: &ShownOn) -> Markup {
        let (data, words) = (self.data, &self.data.language.website);
        let pages = &data.language.pages;
        let lists = [(BIBTEX, pages.for_bibtex()), (CSL, pages.for_csl())];
        html! {
            h1 { (words.sources()) }
            p {
                @for (at, (file, used_for)) in lists.into_iter().enumerate() {
                    @if at > 0 { br; }
                    a href=(file) download { (file) } ": " (used_for)
                }
            }
            ul.list {
                @for source in &data.sources {
                    li {
                        a href=(way::of_source(source.id)) { (*source.title) }
                        p {
                            (data.language.dated(&source.publisher, source.published))
                            @let charts = shown.source(source.id).len();
                            @if charts > 0 { (data.language.small.comma()) (words.of_charts(charts)) }
                        }
                    }
                }
            }
        }
    }
}

/// For a page that is light or dark. Its title stands beside it, and so it has no text.
fn thumbnail(path: &str, pictures: &Pictures) -> String {
    let from = |picture: &PictureFile| PictureFile {
        path: "../".repeat(path.matches('/').count()) + &picture.path,
        ..picture.clone()
    };
    let wide = pictures.twins.iter().filter(|twin| !twin.narrow);
    let shown = Pictures {
        svg: from(&pictures.svg),
        twins: wide.map(|twin| Twin { picture: from(&twin.picture), ..twin.clone() }).collect(),
        pdf: String::new(),
    };
    picture(&shown, "", " loading=\"lazy\"")
}
