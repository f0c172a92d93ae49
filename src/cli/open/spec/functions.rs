//! The functions that a title or a note may call, each with what it says now.

use maud::{Markup, html};
use sourceline::chart;
use sourceline::chart::spec::{Spec, Subject};
use sourceline::dataset::Dataset;
use sourceline::figure::SeriesKey;

/// Of so many series they are offered.
const MOST: usize = 6;

/// Of the series that a spec names.
pub fn offered(data: &Dataset, label: &str, text: &str) -> Markup {
    let series = named(data, label, text);
    html! {
        @if !series.is_empty() {
            section aria-labelledby="functions" {
                h2 #functions { "Numbers for its words" }
                p { "Written into a title or a note between quotation marks of TOML, as in " code { "title = '…'" } ", they stay true when figures are added." }
                @for key in series.into_iter().take(MOST) {
                    h3 { (*data.series(key).title) }
                    ul.list {
                        @for (call, says) in calls(data, key) {
                            li {
                                button.second id=(format!("insert-{call}")) type="button" data-insert=(call) aria-label=(format!("Insert {call}")) { "Insert" }
                                " " code { (call) } " = " strong { (says) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn named(data: &Dataset, label: &str, text: &str) -> Vec<SeriesKey> {
    let Some(spec) = Spec::read(label, text).value else { return Vec::new() };
    let lines = spec.panels.iter().flat_map(|panel| &panel.series);
    let mut keys: Vec<SeriesKey> = Vec::new();
    for line in lines {
        let Subject::Series(id) = &line.subject else { continue };
        keys.extend(data.find_series(&id.text).filter(|key| !keys.contains(key)));
    }
    keys
}

/// What can be said of a series: the call, and its answer.
fn calls(data: &Dataset, key: SeriesKey) -> Vec<(String, String)> {
    let id = data.series(key).id;
    let periods: Vec<String> =
        data.observations_of(key).iter().map(|one| one.period.to_string()).collect();
    let mut calls =
        vec![format!("latest(\"{id}\")"), format!("first(\"{id}\")"), format!("period(\"{id}\")")];
    if let [first, .., last] = periods.as_slice() {
        calls.extend(
            ["times", "change", "difference"]
                .map(|name| format!("{name}(\"{id}\", \"{first}\", \"{last}\")")),
        );
    }
    let answered = calls.into_iter().filter_map(|call| {
        let says = chart::quote(&call, data).ok()?;
        Some((format!("{{{{ {call} }}}}"), says.text))
    });
    answered.collect()
}
