//! The page of a source: what it is, where it is read, and what it states.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::claims::anchor;
use super::page::{WebPage, linked};
use super::site::{ShownOn, SiteFile, StaticSite};
use super::way;
use crate::export::figure_words::{period, value_and_status};
use crate::figure::{FigureKey, Source, SourceKey};

/// The figures of each source, and those that others pass on from it.
#[derive(Default)]
struct Stated {
    own: BTreeMap<SourceKey, Vec<FigureKey>>,
    passed_on: BTreeMap<SourceKey, Vec<FigureKey>>,
}

impl StaticSite<'_> {
    pub(super) fn source_pages(&self, shown: &ShownOn) -> Vec<SiteFile> {
        let stated = self.stated();
        let keys = (0..self.data.sources.len() as u32).map(SourceKey);
        keys.map(|key| self.source_page(key, shown, &stated)).collect()
    }

    fn stated(&self) -> Stated {
        let mut stated = Stated::default();
        for key in self.data.rows() {
            let figure = self.data.figure(key);
            stated.own.entry(figure.source).or_default().push(key);
            let first = self.data.first_voice(figure).filter(|first| *first != figure.source);
            if let Some(first) = first {
                stated.passed_on.entry(first).or_default().push(key);
            }
        }
        stated
    }

    /// What the page of a source says within whatever is around it.
    pub fn source_body(&self, key: SourceKey, shown: &ShownOn) -> Markup {
        self.body_of_source(key, shown, &self.stated())
    }

    fn source_page(&self, key: SourceKey, shown: &ShownOn, stated: &Stated) -> SiteFile {
        let source = self.data.source(key);
        let path = way::of_source(source.id);
        let bytes = self.page(&WebPage {
            path: &path,
            title: &source.title,
            about: &self.data.language.dated(&source.publisher, source.published),
            linked_data: self.source_work(source),
            card: None,
            body: self.body_of_source(key, shown, stated),
        });
        SiteFile { path, bytes }
    }

    fn body_of_source(&self, key: SourceKey, shown: &ShownOn, stated: &Stated) -> Markup {
        let words = &self.data.language.website;
        let source = self.data.source(key);
        let path = way::of_source(source.id);
        let of = |all: &BTreeMap<SourceKey, Vec<FigureKey>>| all.get(&key).cloned();
        let (own, passed_on) = (of(&stated.own), of(&stated.passed_on));
        let none = own.is_none() && passed_on.is_none();
        html! {
            h1 { (*source.title) }
            (self.about_source(&path, source))
            (self.on_charts(&path, shown.source(source.id)))
            @if none { p { (words.states_no_figure()) } }
            @for (head, keys) in [(words.what_it_states(), own), (words.passed_on_by_others(), passed_on)] {
                @if let Some(keys) = keys {
                    section {
                        h2 { (head) }
                        (self.stated_table(&path, head, &keys))
                    }
                }
            }
        }
    }

    fn about_source(&self, path: &str, source: &Source) -> Markup {
        let (language, words) = (self.data.language, &self.data.language.website);
        let date = |unit| language.published(unit);
        let facts: [(&str, String); 6] = [
            (words.publisher(), source.publisher.to_string()),
            (words.author(), source.author.to_string()),
            (words.container(), source.container.to_string()),
            (words.kind(), source.kind.replace('_', " ")),
            (words.published(), source.published.map(date).unwrap_or_default()),
            (words.accessed(), source.accessed.map(date).unwrap_or_default()),
        ];
        let links = [(words.address(), &source.url), (words.archived_copy(), &source.archive_url)];
        let last: [(&str, &str); 2] =
            [(words.licence(), &source.licence), (words.note(), &source.note)];
        html! {
            dl {
                @for (label, said) in facts.iter().filter(|(_, said)| !said.is_empty()) {
                    dt { (label) }
                    dd { (said) }
                }
                @for (label, address) in links.iter().filter(|(_, address)| !address.is_empty()) {
                    dt { (label) }
                    dd { (linked(address, address)) }
                }
                @if let Some(origin) = source.origin.map(|key| self.data.source(key)) {
                    dt { (words.passes_on()) }
                    dd {
                        a href=(way::from(path, &way::of_source(origin.id))) {
                            (language.dated(&origin.publisher, origin.published))
                        }
                    }
                }
                @for (label, said) in last.iter().filter(|(_, said)| !said.is_empty()) {
                    dt { (label) }
                    dd { (said) }
                }
            }
        }
    }

    fn stated_table(&self, path: &str, caption: &str, keys: &[FigureKey]) -> Markup {
        let (data, table) = (self.data, &self.data.language.table);
        html! {
            section.wide tabindex="0" aria-label=(caption) {
                table {
                    caption { span.unseen { (caption) } }
                    thead {
                        tr {
                            th scope="col" { (table.series()) }
                            th scope="col" { (table.period()) }
                            th scope="col" { (table.figure()) }
                            th scope="col" { (data.language.website.in_its_words()) }
                        }
                    }
                    tbody {
                        @for key in keys {
                            @let figure = data.figure(*key);
                            @let series = data.series(figure.series);
                            @let page = way::from(path, &way::of_series(series.id));
                            tr {
                                th scope="row" {
                                    a href=(format!("{page}#{}", anchor(&figure.id))) { (*series.title) }
                                }
                                td { (period(data, *key)) }
                                td.number {
                                    (value_and_status(data, *key))
                                    @if figure.is_derived() {
                                        (data.language.small.comma()) (table.derived())
                                    }
                                }
                                td { (self.in_its_words(*key)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
