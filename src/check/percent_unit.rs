use crate::dataset::Dataset;
use crate::figure::{Nature, Series, SeriesKey, Tie, UnitForm};
use crate::problem::{Problem, Rule};

/// # percent-unit (error)
///
/// The numbers of a share are percent, and those of a change or a growth are percent or percentage
/// points: any other unit would be said with a sign that is not its own. What is counted over a
/// period, or on average, is neither.
pub fn percent_unit(data: &Dataset) -> Vec<Problem> {
    let all = (0..data.series.len() as u32).map(SeriesKey);
    let wrong = all.filter_map(|key| {
        let series = data.series(key);
        let (why, hint) = fault(series)?;
        let message = format!("the unit of `{}` is `{}`, and {why}", series.id, series.unit.trim());
        Some(Rule::PercentUnit.at(data.place_of_series(key, "unit"), message).hint(hint))
    });
    wrong.collect()
}

/// Why the unit does not fit the nature, and what to write instead.
fn fault(series: &Series) -> Option<(String, String)> {
    let (nature, unit) = (series.nature, series.unit.trim());
    let known = UnitForm::of_percentages(unit);
    let Some(allowed) = nature.percent_units() else {
        let counted = matches!(nature.tie(), Tie::Sum | Tie::Average);
        return (counted && known.is_some()).then(|| (not_counted(nature), NATURES.to_string()));
    };
    if unit.is_empty() || known.is_some_and(|unit| allowed.contains(&unit)) {
        return None;
    }
    let words: Vec<String> = allowed.iter().map(|form| format!("`{}`", word(*form))).collect();
    let words = words.join(" or ");
    let why = format!("the numbers of a {} are {words}", nature.word());
    let hint = match (known, likely(unit)) {
        (Some(_), _) => "write `percent` if the numbers are of a whole; if they are differences, \
                         give the series the nature `change` for periods from one date to another, \
                         or `growth` with its `base`"
            .to_string(),
        (None, Some(likely)) if allowed.contains(&likely) => format!("write `{}`", word(likely)),
        _ if nature.tells_changes() => format!(
            "write {words} if they are that; if they are {unit}, give the series the nature `net`"
        ),
        _ => format!(
            "write {words} if they are that; if they are {unit}, give the series the nature \
             `stock` for levels at a date, `flow` for counts over the period, or `net` for those \
             that may be below zero"
        ),
    };
    Some((why, hint))
}

fn word(form: UnitForm) -> &'static str {
    if form.is_percent() { "percent" } else { "percentage points" }
}

/// What other words for a percentage were likely meant to be.
fn likely(unit: &str) -> Option<UnitForm> {
    let unit = unit.to_lowercase().replace("per cent", "percent");
    let mut words = unit.split(|letter: char| !letter.is_alphanumeric());
    let points = ["pp", "ppt", "ppts", "points"];
    if words.any(|word| points.contains(&word)) || unit.contains("percentage point") {
        return Some(UnitForm::POINTS);
    }
    let percent = ["percent", "%", "pct"].iter().any(|sign| unit.contains(sign));
    percent.then_some(UnitForm::PERCENT)
}

fn not_counted(nature: Nature) -> String {
    format!("a {} is {}: percentages are not counted", nature.noun(), nature.about())
}

const NATURES: &str = "give the series the nature `share` for percent of a whole, `growth` with its \
                       `base` for a published rate of change, or `change` for one between two dates";
