//! What pages say to programs that gather data sets, in the words of schema.org.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::site::{SiteChart, StaticSite};
use super::way;
use crate::chart::Chart;
use crate::export::DataRow;
use crate::export::escape::address_of_file;
use crate::figure::{SeriesKey, Source};

const CONTEXT: &str = "https://schema.org";
/// A description of a data set has at least so many characters.
const LEAST: usize = 50;
/// And at most so many.
const MOST: usize = 5_000;

impl StaticSite<'_> {
    /// A chart as a data set: its figures, and where they are taken from.
    pub(super) fn chart_dataset(&self, chart: &Chart, rows: &[DataRow]) -> Value {
        let data = self.data;
        let path = way::of_chart(&chart.name);
        let mut set = self.dataset(&path, &chart.title, &chart.described());
        let measured: BTreeSet<(&str, &str)> =
            rows.iter().map(|row| (row.title.as_str(), row.unit.as_str())).collect();
        let places: BTreeSet<&str> = rows.iter().map(|row| row.geography.as_str()).collect();
        let span = rows.iter().map(|row| row.from).min().zip(rows.iter().map(|row| row.to).max());
        set.insert("variableMeasured".into(), measured.iter().map(variable).collect());
        fill(&mut set, "temporalCoverage", span.map(|(from, to)| json!(format!("{from}/{to}"))));
        fill(&mut set, "spatialCoverage", places_of(places));
        let table = way::of_table(&chart.name);
        let place = self.place_of(&table).unwrap_or_else(|| way::from(&path, &table));
        set.insert(
            "distribution".into(),
            json!([{ "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": place }]),
        );
        let cited = chart.sources.iter().filter_map(|one| data.find_source(&one.source));
        let works: Vec<Value> = cited.map(|key| self.work(data.source(key))).collect();
        fill(&mut set, "isBasedOn", (!works.is_empty()).then_some(Value::Array(works)));
        Value::Object(set)
    }

    /// A series as a data set.
    pub(super) fn series_dataset(&self, key: SeriesKey, path: &str) -> Value {
        let data = self.data;
        let series = data.series(key);
        let mut set = self.dataset(path, &series.title, &series.definition);
        let unit = data.language.unit_of(series);
        set.insert("variableMeasured".into(), json!([variable(&(&*series.title, &unit))]));
        let all = data.observations_of(key);
        let span = all.iter().map(|one| one.period.span().start).min();
        let span = span.zip(all.iter().map(|one| one.period.span().end).max());
        fill(&mut set, "temporalCoverage", span.map(|(from, to)| json!(format!("{from}/{to}"))));
        fill(&mut set, "spatialCoverage", places_of([&*series.geography].into()));
        Value::Object(set)
    }

    /// All charts as a catalogue.
    pub(super) fn catalogue_of_data(&self, charts: &[SiteChart]) -> Value {
        let sets = charts.iter().map(|chart| {
            let path = way::of_chart(&chart.name);
            let place = self.place_of(&path).unwrap_or_else(|| address_of_file(&path));
            json!({ "@type": "Dataset", "name": chart.title, "url": place })
        });
        let mut catalogue = self.thing("DataCatalog", way::INDEX, self.title());
        catalogue.insert("dataset".into(), sets.collect());
        Value::Object(catalogue)
    }

    /// A source as what it is: something that somebody published.
    pub(super) fn source_work(&self, source: &Source) -> Value {
        let mut work = Map::new();
        work.insert("@context".into(), CONTEXT.into());
        if let Value::Object(own) = self.work(source) {
            work.extend(own);
        }
        Value::Object(work)
    }

    fn work(&self, source: &Source) -> Value {
        let mut work = Map::new();
        work.insert("@type".into(), "CreativeWork".into());
        work.insert("name".into(), json!(*source.title));
        let publisher = json!({ "@type": "Organization", "name": *source.publisher });
        work.insert("publisher".into(), publisher);
        fill(
            &mut work,
            "datePublished",
            source.published.map(|date| json!(date.span().start.to_string())),
        );
        fill(&mut work, "url", way::is_link(&source.url).then(|| json!(*source.url)));
        Value::Object(work)
    }

    fn dataset(&self, path: &str, title: &str, description: &str) -> Map<String, Value> {
        let mut set = self.thing("Dataset", path, title);
        let told = match description.chars().count() {
            ..LEAST => format!("{title}. {description}").trim_end().to_string(),
            _ => description.chars().take(MOST).collect(),
        };
        set.insert("description".into(), told.into());
        let by = json!({ "@type": "Organization", "name": self.title() });
        set.insert("creator".into(), by);
        set.insert("isAccessibleForFree".into(), true.into());
        let shown = self.history.shown.as_ref();
        fill(
            &mut set,
            "dateModified",
            shown.map(|shown| json!(shown.day.span().start.to_string())),
        );
        set
    }

    fn thing(&self, kind: &str, path: &str, name: &str) -> Map<String, Value> {
        let mut thing = Map::new();
        thing.insert("@context".into(), CONTEXT.into());
        thing.insert("@type".into(), kind.into());
        thing.insert("name".into(), name.into());
        thing.insert("inLanguage".into(), self.data.language.tag.into());
        fill(&mut thing, "url", self.place_of(path).map(Value::from));
        let licence = self.licence();
        let licence = licence.map(|own| if own.url.is_empty() { own.name } else { own.url });
        fill(&mut thing, "license", licence.map(Value::from));
        thing
    }

    fn place_of(&self, path: &str) -> Option<String> {
        Some(way::on_the_web(self.address()?, path))
    }
}

fn variable((title, unit): &(&str, &str)) -> Value {
    json!({ "@type": "PropertyValue", "name": title, "unitText": unit })
}

fn places_of(mut places: BTreeSet<&str>) -> Option<Value> {
    places.remove("");
    let all: Vec<Value> =
        places.into_iter().map(|name| json!({ "@type": "Place", "name": name })).collect();
    (!all.is_empty()).then_some(Value::Array(all))
}

fn fill(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    map.extend(value.map(|value| (key.to_string(), value)));
}
