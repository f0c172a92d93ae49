//! Where a spec names a series, a figure or an event, so that a name can be changed everywhere.

use std::ops::Range;

use super::spec::{IdsSpec, Spec, Subject, TypedText};

/// What a name in a spec stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A row of `data/series.csv`.
    Series,
    /// A row of `data/figures.csv`.
    Figure,
    /// A row of `data/events.csv`.
    Event,
}

/// The bytes of every name that is `id`, in order. What stands in the words of a chart to be
/// computed, as in `{{ latest("caid-images") }}`, is a series.
pub fn mentions(spec: &Spec, text: &str, what: Named, id: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut name = |named: Named, name: &TypedText| {
        if named == what && name.text == id {
            let inside = text.get(name.bytes.clone()).and_then(|raw| raw.find(id));
            found.extend(inside.map(|at| name.bytes.start + at..name.bytes.start + at + id.len()));
        }
    };
    let each = spec.each.iter().flat_map(|each| &each.except);
    each.for_each(|one| name(Named::Series, one));
    spec.without.iter().for_each(|figure| name(Named::Figure, figure));
    for panel in &spec.panels {
        panel.events.iter().for_each(|event| name(Named::Event, event));
        panel.references.iter().for_each(|figure| name(Named::Figure, figure));
        panel.claims.iter().for_each(|claims| name(Named::Series, &claims.series));
        panel.total.iter().for_each(|series| name(Named::Series, series));
        for line in &panel.series {
            match &line.subject {
                Subject::Series(series) => name(Named::Series, series),
                // A pattern goes with its series: whatever it fits is meant.
                Subject::Fitting(ids) => ids.except.iter().for_each(|one| name(Named::Series, one)),
                // They stand apart, in keys of their own.
                Subject::Reference(_) | Subject::Total(_) => {}
                Subject::Change { figure, on } => {
                    name(Named::Figure, figure);
                    name(Named::Series, on);
                }
            }
        }
    }
    if what == Named::Series {
        for words in words(spec) {
            found.extend(computed(text, words.bytes.clone(), id));
        }
    }
    found.sort_by_key(|bytes| bytes.start);
    found
}

/// Does an expression, `latest("caid-images")`, name the series?
pub fn is_named_in(expression: &str, id: &str) -> bool {
    let text = format!("{{{{{expression}}}}}");
    !computed(&text, 0..text.len(), id).is_empty()
}

/// The patterns of ids in a spec.
pub fn patterns(spec: &Spec) -> impl Iterator<Item = &IdsSpec> {
    let lines = spec.panels.iter().flat_map(|panel| &panel.series);
    let fitting = lines.filter_map(|line| match &line.subject {
        Subject::Fitting(ids) => Some(ids),
        _ => None,
    });
    spec.each.iter().chain(fitting)
}

/// Every text of a spec that may have something to compute.
fn words(spec: &Spec) -> impl Iterator<Item = &TypedText> {
    let chart =
        [Some(&spec.title), spec.subtitle.as_ref(), spec.alt.as_ref()].into_iter().flatten();
    let panels = spec.panels.iter().flat_map(|panel| {
        panel.title.iter().chain(panel.series.iter().filter_map(|line| line.name.as_ref()))
    });
    chart.chain(&spec.notes).chain(panels)
}

/// Where the id stands in quotes between double braces.
fn computed(text: &str, within: Range<usize>, id: &str) -> Vec<Range<usize>> {
    let raw = text.get(within.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = raw[at..].find("{{").map(|open| at + open) {
        let close = raw[open..].find("}}").map_or(raw.len(), |close| open + close);
        for (offset, _) in raw[open..close].match_indices(id) {
            let start = open + offset;
            let before = raw[..start].ends_with(['"', '\'']);
            let after = raw[start + id.len()..].trim_start_matches('\\').starts_with(['"', '\'']);
            if before && after {
                found.push(within.start + start..within.start + start + id.len());
            }
        }
        at = close;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_words_that_look_like_them_are_not() {
        let text = r#"
title = 'arrests: {{ times("arrests", "2012", "2017") }}'
subtitle = "{{ latest(\"arrests\") }} and arrests-monthly"
notes = ["arrests"]
without = ["arrests"]
[[panels]]
title = "arrests"
events = ["arrests"]
series = [
  { id = "arrests", mark = "line" }, # "arrests"
  { id = "arrests-monthly", mark = "points" },
  { figure = "arrests", mark = "change", on = "arrests" },
]
[[panels]]
claims = { series = "arrests", period = "2017" }
"#;
        let spec = Spec::read("charts/x.toml", text).value.unwrap();
        let lines = |what| -> Vec<usize> {
            let line = |bytes: &Range<usize>| {
                assert_eq!(&text[bytes.clone()], "arrests");
                text[..bytes.start].matches('\n').count()
            };
            mentions(&spec, text, what, "arrests").iter().map(line).collect()
        };
        assert_eq!(lines(Named::Series), [1, 2, 9, 11, 14]);
        assert_eq!(lines(Named::Figure), [4, 11]);
        assert_eq!(lines(Named::Event), [7]);
    }
}
