use crate::dataset::Dataset;
use crate::figure::{SeriesKey, Tie, UnitForm};
use crate::problem::{Problem, Rule};

/// # percent-nature (advice)
///
/// Most percentages are shares or rates of change, and their natures say so. A level or a ratio
/// in percent, such as an interest rate, says in the note of its series of what it is a percentage.
pub fn percent_nature(data: &Dataset) -> Vec<Problem> {
    let all = (0..data.series.len() as u32).map(SeriesKey);
    let unsure = all.filter_map(|key| {
        let series = data.series(key);
        let counted = matches!(series.nature.tie(), Tie::Sum | Tie::Average);
        if series.nature.is_percent() || counted || !series.note.is_empty() {
            return None;
        }
        UnitForm::of_percentages(&series.unit)?;
        let (id, nature) = (series.id, series.nature);
        let message = format!(
            "`{id}` is in {} and a {}, {}, so it is not known of what it is a percentage",
            series.unit.trim(),
            nature.word(),
            nature.about()
        );
        let hint = "give it the nature `share` for percent of a whole, or `growth` with its `base` \
                    for a rate of change; if it is neither, as an interest rate is, say in its \
                    note what it is";
        Some(Rule::PercentNature.at(data.place_of_series(key, "nature"), message).hint(hint))
    });
    unsure.collect()
}
