//! The known name that a person probably meant.

use strsim::osa_distance;

/// The nearest of the known names, if it is near enough to be worth naming: letters put in, taken
/// out, changed, or swapped with their neighbour count one each.
pub fn nearest<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word = compared(word);
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    known
        .into_iter()
        .filter(|name| name.len().abs_diff(length) <= allowed + name.len() / 3)
        .map(|name| (osa_distance(&word, &compared(name)), name))
        .filter(|(distance, name)| *distance <= allowed.max(name.len() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// So many known names are compared with those that were mistyped in a file, and no more.
pub const MOST_COMPARISONS: usize = 2_000_000;

/// The nearest as long as names may still be compared: of very many mistyped ones the last are not held
/// against all.
pub fn nearest_within<'n>(
    word: &str,
    known: impl Iterator<Item = &'n str>,
    left: &mut usize,
) -> Option<&'n str> {
    let enough = left.checked_sub(known.size_hint().1.unwrap_or(usize::MAX));
    *left = enough.unwrap_or(0);
    enough.and_then(|_| nearest(word, known))
}

/// Capitals count as small letters, and a long word as its beginning.
fn compared(word: &str) -> String {
    word.chars().take(LONGEST).flat_map(char::to_lowercase).collect()
}

/// Longer words are compared by their beginning.
const LONGEST: usize = 128;

/// What to write instead of a word that is not known: the nearest name, or how to find one.
pub fn did_you_mean<'n>(
    word: &str,
    known: impl IntoIterator<Item = &'n str>,
    otherwise: impl Into<String>,
) -> String {
    ask(nearest(word, known).as_slice()).unwrap_or_else(|| otherwise.into())
}

/// What a person may have meant by part of a name: the nearest id; otherwise a few, the shortest
/// first, whose id or title has every word of it, at the start of a word.
pub fn likely<'n>(typed: &str, known: impl IntoIterator<Item = (&'n str, String)>) -> Vec<&'n str> {
    const SHOWN: usize = 3;
    let known: Vec<(&str, String)> = known.into_iter().collect();
    if let Some(near) = nearest(typed, known.iter().map(|(id, _)| *id)) {
        return vec![near];
    }
    let sought = parts(typed);
    let has_all = |(id, title): &(&str, String)| {
        let own: Vec<String> = parts(id).into_iter().chain(parts(title)).collect();
        sought.iter().all(|word| own.iter().any(|own| own.starts_with(word.as_str())))
    };
    if sought.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<&str> = known.iter().filter(|one| has_all(one)).map(|(id, _)| *id).collect();
    found.sort_by_key(|id| id.len());
    found.truncate(SHOWN);
    found
}

/// Asks whether one of these was meant, if there are any.
pub fn ask(names: &[impl AsRef<str>]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    let (last, others) = names.split_last()?;
    Some(match others {
        [] => format!("did you mean {last}?"),
        _ => format!("did you mean {} or {last}?", others.join(", ")),
    })
}

/// The words of an id or a title.
fn parts(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{ask, likely, nearest};

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let known = ["nca-referrals", "nca-referrals-change", "caid-images", "scale"];
        assert_eq!(nearest("nca-referal", known), Some("nca-referrals"));
        assert_eq!(nearest("caid-iamges", known), Some("caid-images"));
        assert_eq!(nearest("sclae", known), Some("scale"), "two letters swapped are one slip");
        assert_eq!(nearest("scla", known), None);
        assert_eq!(nearest("SCALE", known), Some("scale"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn part_of_a_name_is_enough_to_be_asked_about() {
        let known = || {
            [
                ("nca-referrals", "Industry referrals to the NCA"),
                ("nca-arrests", "Arrests"),
                ("threat-online", "Estimates of offenders"),
                ("nca-cases", "Cases"),
                ("nca-staff", "Staff"),
            ]
            .map(|(id, title)| (id, title.to_string()))
        };
        assert_eq!(likely("nca-referal", known()), ["nca-referrals"]);
        assert_eq!(likely("threat", known()), ["threat-online"]);
        assert_eq!(likely("Industry ref", known()), ["nca-referrals"]);
        assert_eq!(likely("nca", known()), ["nca-cases", "nca-staff", "nca-arrests"]);
        assert_eq!(
            likely("hreat", known()),
            [] as [&str; 0],
            "the start of a word, not its middle"
        );
        assert_eq!(likely("", known()), [] as [&str; 0]);
        assert_eq!(likely("--", known()), [] as [&str; 0]);
        assert_eq!(ask(&["a", "b", "c"]).as_deref(), Some("did you mean `a`, `b` or `c`?"));
        assert_eq!(ask(&[] as &[&str]), None);
    }
}
