use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::dataset::Dataset;
use crate::figure::{Nature, Per, Quantity, Series, SeriesKey, Span};
use crate::problem::{Problem, Rule};

/// # same-series (advice)
///
/// Two series that say of themselves the same, in title, unit, place, counter, nature, `per` and
/// definition, are likely one: nobody could tell them apart on a chart. So are two of one unit that
/// have the same three or more figures for the same periods. Where they are two, a title or a
/// definition that parts them, or for figures the note of one of them, answers it.
pub fn same_series(data: &Dataset) -> Vec<Problem> {
    let mut said: HashMap<Likeness, SeriesKey> = HashMap::new();
    let mut counted: HashMap<(String, Nature, Option<Per>, usize), Vec<SeriesKey>> = HashMap::new();
    let mut problems = Vec::new();
    for key in (0..data.series.len() as u32).map(SeriesKey) {
        let series = data.series(key);
        match said.entry(words(series)) {
            Entry::Vacant(new) => {
                new.insert(key);
            }
            Entry::Occupied(known) => {
                problems.push(advice(data, *known.get(), key, "title", SAYS));
                continue;
            }
        }
        let of = data.observations_of(key);
        if of.len() < ENOUGH || !series.note.is_empty() || series.formula.is_some() {
            continue;
        }
        let kind = (plain(&series.unit), series.nature, series.per, of.len());
        let alike = counted.entry(kind).or_default();
        match alike.iter().find(|known| same_figures(data, **known, key)) {
            Some(known) => problems.push(advice(data, *known, key, "id", FIGURES)),
            None => alike.push(key),
        }
    }
    problems
}

/// So many figures do not agree by chance.
const ENOUGH: usize = 3;

const SAYS: &str = "says of itself the same";
const FIGURES: &str = "has the same figures";

/// What a series says of itself, case and blanks apart.
type Likeness = ([String; 5], Nature, Option<Per>);

fn words(series: &Series) -> Likeness {
    let texts =
        [&series.title, &series.unit, &series.geography, &series.counted_by, &series.definition];
    (texts.map(|text| plain(text)), series.nature, series.per)
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn same_figures(data: &Dataset, one: SeriesKey, other: SeriesKey) -> bool {
    let figures = |key: SeriesKey| {
        data.observations_of(key).iter().map(|observation| {
            let quantity: Option<&Quantity> = data.figure(observation.preferred).quantity();
            (observation.period.span(), quantity)
        })
    };
    let same = |((span, quantity), (other, known)): ((Span, Option<&Quantity>), _)| {
        span == other && quantity.is_some() && quantity == known
    };
    figures(one).zip(figures(other)).all(same)
}

fn advice(data: &Dataset, known: SeriesKey, key: SeriesKey, column: &str, same: &str) -> Problem {
    let (known, own) = (data.series(known).id, data.series(key).id);
    let message = format!("`{own}` {same} as `{known}`, and may be one series under two ids");
    let hint = match same {
        SAYS => format!(
            "give the figures of both one id; or say in title or definition in what `{own}` differs"
        ),
        _ => format!(
            "give the figures of both one id; or say in the note of `{own}` in what it differs"
        ),
    };
    Rule::SameSeries.at(data.place_of_series(key, column), message).hint(hint)
}
