use crate::dataset::Dataset;
use crate::figure::SourceKey;
use crate::problem::{Problem, Rule};

/// # accessed-before (advice)
///
/// A source was read when it was published or after that. Where `accessed` is the earlier date, one
/// of the two is likely mistyped, or day and month were exchanged.
pub fn accessed_before(data: &Dataset) -> Vec<Problem> {
    let told = data.sources.iter().enumerate().filter_map(|(key, source)| {
        let (accessed, published) = (source.accessed?, source.published?);
        let vague = accessed.is_approximate() || published.is_approximate();
        if vague || accessed.span().end >= published.span().start {
            return None;
        }
        let message = format!(
            "`{}` was read in {accessed}, before it was published in {published}",
            source.id
        );
        let place = data.place_of_source(SourceKey(key as u32), "accessed");
        Some(Rule::AccessedBefore.at(place, message).hint("mend one of the two dates"))
    });
    told.collect()
}
