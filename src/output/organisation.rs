//! The name of who stands for the pictures: the last line of each, which no figure answers for, so that
//! it may be a name and nothing else.

use toml::Spanned;
use toml::de::DeValue;

use super::site_settings::{SettingMistake, mistake, words};
use crate::reading::{Heard, HeardKind, HeardSense, HeardText, SaidCaveat, names_caveat, sentence};

/// So many letters fit into a line of a phone.
const LONGEST: usize = 60;

/// More digits in a row are a year or a figure; fewer may be of a name, as in `Forum 21`.
const MOST_DIGITS: usize = 2;

/// The name, or why it is none and what to write.
pub(super) fn read(value: &Spanned<DeValue>) -> Result<String, SettingMistake> {
    let refused = |message: &str, hint: &str| {
        let hint = format!("{hint}: organisation = \"Example Charity\"");
        Err(mistake(value.span(), message, &hint))
    };
    let Some(typed) = value.get_ref().as_str() else {
        return refused("`organisation` is a name", "write it in quotes");
    };
    if typed.trim().is_empty() {
        return refused("`organisation` is empty", "leave the line out, or write a name");
    }
    let Some(name) = words(value) else {
        let message = "`organisation` has a character that ends the line, turns the direction of what is read or stands for none";
        return refused(message, "write visible letters in one line");
    };
    let letters = name.chars().count();
    if letters > LONGEST {
        let message = format!(
            "`organisation` has {letters} letters, and no more than {LONGEST} fit below a picture"
        );
        return refused(&message, "write a shorter name");
    }
    if let Some(said) = says_of_figures(&name) {
        let message = format!(
            "`organisation` is a name, and `{said}` may speak of figures: it would stand below every \
             picture, whatever that shows"
        );
        let hint = "write the name alone, in capitals where it has such a word, and what figures say in the \
                    title or a note of a chart";
        return refused(&message, hint);
    }
    Ok(name)
}

/// What of a text speaks of figures. A word of growth, rank or status that is written as names are,
/// with a capital letter, does not: `Peak District`, `The Growth Company`.
fn says_of_figures(text: &str) -> Option<&str> {
    let heard = sentence(text);
    let is_small = |said: &str| !said.starts_with(char::is_uppercase);
    let said = heard.heard.iter().find(|one| match one.says {
        HeardSense::Number(_) => {
            is_figure(one) || counts_much(one) && is_small(&text[one.at.clone()])
        }
        HeardSense::Whole(_) => true,
        _ => is_small(&text[one.at.clone()]),
    });
    long_number(text)
        .or_else(|| text.matches(['%', '‰']).next())
        .or_else(|| said.map(|one| &text[one.at.clone()]))
        .or_else(|| status(text, &heard))
}

/// Is a number one of a share, of a change or of money, or typed with a word of scale?
fn is_figure(heard: &Heard) -> bool {
    let HeardSense::Number(number) = &heard.says else { return false };
    let scaled = number.digits && number.scale > 1.into();
    scaled
        || number.money.is_some()
        || matches!(number.kind, HeardKind::Percent | HeardKind::Points)
        || number.digits && number.kind != HeardKind::Plain
}

/// Is a number one that names seldom have: a part, `doubled`, `five hundred`?
fn counts_much(heard: &Heard) -> bool {
    let HeardSense::Number(number) = &heard.says else { return false };
    number.kind != HeardKind::Plain || number.value.abs() >= 100.into()
}

/// The first number of so many digits that it is a year or a figure, with what sets its thousands apart.
fn long_number(text: &str) -> Option<&str> {
    let apart = |letter: char| ",.'’\u{a0}\u{2009}\u{202f}".contains(letter);
    text.split(|letter: char| !letter.is_numeric() && !apart(letter))
        .map(|part| part.trim_matches(apart))
        .find(|part| part.chars().filter(|letter| letter.is_numeric()).count() > MOST_DIGITS)
}

/// The first word that says how sure figures are.
fn status<'t>(text: &'t str, heard: &HeardText) -> Option<&'t str> {
    const SURE: [&str; 8] =
        ["final", "finalised", "revised", "confirmed", "verified", "accurate", "exact", "precise"];
    const CAVEATS: [SaidCaveat; 6] = [
        SaidCaveat::Target,
        SaidCaveat::Forecast,
        SaidCaveat::Provisional,
        SaidCaveat::Estimate,
        SaidCaveat::Unreliable,
        SaidCaveat::Disputed,
    ];
    let found = heard.words.iter().find(|word| {
        let one = std::slice::from_ref(*word);
        let said = SURE.contains(&word.text.as_str())
            || CAVEATS.into_iter().any(|caveat| names_caveat(one, caveat));
        said && !text[word.at.clone()].starts_with(char::is_uppercase)
    });
    found.map(|word| &text[word.at.clone()])
}

#[cfg(test)]
mod tests {
    use super::says_of_figures;

    #[test]
    fn a_name_says_nothing_of_figures() {
        for name in [
            "Example Charity",
            "Forum 21",
            "38 Degrees",
            "Channel 4 News",
            "Peak District National Park Authority",
            "The Growth Company",
            "First Step Trust",
            "National Records of Scotland",
            "Office for National Statistics (ONS)",
            "Ligue de l’enseignement",
        ] {
            assert_eq!(says_of_figures(name), None, "{name}");
        }
    }

    #[test]
    fn what_speaks_of_figures_is_no_name() {
        for (text, said) in [
            ("Girls doubled to 500 in 2024, all figures final", "500"),
            ("Example Charity 2024", "2024"),
            ("Example Charity, 1,2 million girls", "1,2 million"),
            ("Example Charity, up 5%", "%"),
            ("Example Charity, 5 per cent more", "5 per cent"),
            ("Girls doubled", "doubled"),
            ("Referrals rose", "rose"),
            ("Example Charity, the highest of all", "highest"),
            ("Example Charity, all figures final", "final"),
            ("Example Charity (provisional)", "provisional"),
            ("Example Charity ٢٠٢٤", "٢٠٢٤"),
        ] {
            let found = says_of_figures(text).unwrap_or_default();
            assert!(
                found.contains(said) || said.contains(found) && !found.is_empty(),
                "{text}: {found}"
            );
        }
    }
}
