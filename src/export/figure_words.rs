//! How a figure is said in one line, whoever asks.

use crate::chart::in_full;
use crate::dataset::Dataset;
use crate::figure::{Claim, FigureKey, Tie};

/// With every digit that is stated: `about 80,000`, `not available`, `300 (target)`.
pub fn figure_in_words(data: &Dataset, key: FigureKey) -> String {
    let (figure, language) = (data.figure(key), data.language);
    let series = data.series(figure.series);
    let said = match &figure.claim {
        Claim::Stated(quantity) => in_full(language, series, quantity, false),
        Claim::Derived(derived) => in_full(language, series, &derived.quantity, true),
        Claim::Absent(absence) => language.absence(*absence).to_string(),
    };
    match figure.status.is_target() {
        true => language.answers.with_status(said, language.statuses.target()),
        false => said,
    }
}

/// With its unit: `82,109 referrals`.
pub fn value(data: &Dataset, key: FigureKey) -> String {
    let (figure, language) = (data.figure(key), data.language);
    let series = data.series(figure.series);
    let said = figure_in_words(data, key);
    let unit = language.rest_of_unit(series);
    let per = series.per.map_or("", |per| language.per(per));
    match figure.claim {
        Claim::Absent(_) => said,
        _ => format!("{said} {unit} {per}").split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// What its status says beside why there is no number and that it is a target.
pub fn caveats(data: &Dataset, key: FigureKey) -> Vec<&'static str> {
    let mut words = data.language.statuses(data.figure(key).status);
    words.retain(|word| *word != data.language.statuses.target());
    words
}

/// The same with how sure it is: `82,109 referrals, provisional`.
pub fn value_and_status(data: &Dataset, key: FigureKey) -> String {
    let caveats = caveats(data, key).into_iter().map(String::from);
    let said: Vec<String> = std::iter::once(value(data, key)).chain(caveats).collect();
    said.join(data.language.small.comma())
}

/// `2017`, `2009/10`, `2012 to 2017`.
pub fn period(data: &Dataset, key: FigureKey) -> String {
    let figure = data.figure(key);
    match data.series(figure.series).nature.tie() {
        Tie::Step => data.language.from_to(figure.period),
        _ => data.language.period(figure.period, data.naming(figure.series)),
    }
}
