use crate::dataset::Dataset;
use crate::problem::Problem;

/// # formula-sum, formula-result (error)
///
/// What a formula adds or subtracts has one unit and one place, as the parts and the whole of one
/// count have. A sum goes into a series of its unit. What is made by dividing and multiplying
/// different figures goes into one that says what it makes: a share, a change, a growth, a rate or
/// a ratio, or a count whose definition says how it is made.
pub fn mixed_formula(data: &Dataset) -> Vec<Problem> {
    let rows = data.rows().filter(|key| data.figure(*key).is_derived());
    let told = rows.filter_map(|key| {
        let mixed = data.mixed_in_row(key)?;
        let place = data.place_of_figure(key, "formula");
        Some(mixed.rule.at(place, mixed.message).hint(mixed.hint))
    });
    told.collect()
}
