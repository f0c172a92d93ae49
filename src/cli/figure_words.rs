//! How commands say a figure in one line.

use sourceline::dataset::Dataset;
use sourceline::figure::{Absence, Claim, FigureKey, Tie};
use sourceline::locale::EN_GB;

use super::list::{TARGET, figure_in_words};

/// With its unit: `82,109 referrals`.
pub fn value(data: &Dataset, key: FigureKey) -> String {
    let figure = data.figure(key);
    let series = data.series(figure.series);
    let said = figure_in_words(data, key);
    let unit = EN_GB.rest_of_unit(series);
    let per = series.per.map_or("", |per| EN_GB.per(per));
    match figure.claim {
        Claim::Absent(_) => said,
        _ => format!("{said} {unit} {per}").split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The same with how sure it is: `82,109 referrals, provisional`.
pub fn value_and_status(data: &Dataset, key: FigureKey) -> String {
    let (number, figure) = (value(data, key), data.figure(key));
    let said = [figure.status.absence().map(Absence::word), Some(TARGET)];
    let words = figure.status.words().filter(|word| !said.contains(&Some(*word)));
    std::iter::once(number).chain(words.map(String::from)).collect::<Vec<_>>().join(", ")
}

/// `2017`, `2009/10`, `2012 to 2017`.
pub fn period(data: &Dataset, key: FigureKey) -> String {
    let figure = data.figure(key);
    match data.series(figure.series).nature.tie() {
        Tie::Step => EN_GB.from_to(figure.period),
        _ => EN_GB.period(figure.period, data.naming(figure.series)),
    }
}
