//! What the field on the first page searches: titles and words of all pages, as a script, for a page
//! that is read from a disk may not read other files.

use serde_json::{Value, json};

use super::site::{SiteChart, SiteFile, StaticSite};
use super::way;
use crate::export::escape::address_of_file;

impl StaticSite<'_> {
    pub(super) fn search_index(&self, charts: &[SiteChart]) -> SiteFile {
        let words = &self.data.language.website;
        let entry = |kind: &str, path: String, title: &str, more: &[&str]| {
            json!([kind, address_of_file(&path), title, more.join(" ")])
        };
        let mut entries: Vec<Value> = Vec::new();
        for chart in charts {
            let more = [&*chart.subtitle, &*chart.name];
            entries.push(entry(words.chart(), way::of_chart(&chart.name), &chart.title, &more));
        }
        for series in &self.data.series {
            let more = [&*series.unit, &*series.geography, &*series.counted_by, series.id];
            entries.push(entry(words.a_series(), way::of_series(series.id), &series.title, &more));
        }
        for source in &self.data.sources {
            let published = source
                .published
                .map(|date| format!("{date} {}", self.data.language.published(date)));
            let published = published.unwrap_or_default();
            let more =
                [&*source.publisher, &*source.author, &*source.container, &published, source.id];
            entries.push(entry(words.a_source(), way::of_source(source.id), &source.title, &more));
        }
        let lines: Vec<String> =
            entries.iter().map(|entry| in_script(&entry.to_string())).collect();
        let text = format!("window.sitePages = [\n{}\n];\n", lines.join(",\n"));
        SiteFile { path: way::SEARCH_INDEX.to_string(), bytes: text.into_bytes() }
    }
}

/// JSON as a script takes it: it ends a line at two characters more.
fn in_script(json: &str) -> String {
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace('<', "\\u003c")
}
