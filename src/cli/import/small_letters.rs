//! A heading as the name of what is counted: `Deaths registered` is `deaths registered`, and `GP
//! appointments`, `CO2 emissions` and `Welsh speakers` stay what they are.

/// In small letters, but for words that no sentence writes so.
pub fn in_small_letters(heading: &str) -> String {
    let is_shouted = !heading.contains(char::is_lowercase) && heading.len() > 3;
    // A title that begins every word of its own with a capital tells no name from another word.
    let is_long = |word: &&str| word.len() > 3 && word.contains(char::is_alphabetic);
    let is_title = heading.split(' ').skip(1).filter(is_long).all(is_capitalised);
    let small = |(at, word): (usize, &str)| {
        let is_ordinary = is_capitalised(word) && !is_name(word) && (at == 0 || is_title);
        if is_shouted || is_ordinary { word.to_lowercase() } else { word.to_string() }
    };
    heading.split(' ').enumerate().map(small).collect::<Vec<_>>().join(" ")
}

/// `Deaths`, and not `GP`, `kWh` or `deaths`.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase)
        && !word.contains(|c: char| c.is_numeric())
        && letters.all(char::is_lowercase)
}

/// `Wales`, `Welsh`, `European`: places, and what is called after one.
fn is_name(word: &str) -> bool {
    const NAMES: [&str; 17] = [
        "Britain",
        "British",
        "Christmas",
        "Covid",
        "Easter",
        "England",
        "English",
        "Europe",
        "European",
        "Gaelic",
        "Ireland",
        "Irish",
        "Kingdom",
        "Scotland",
        "Scottish",
        "Wales",
        "Welsh",
    ];
    NAMES.contains(&word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::in_small_letters;

    #[test]
    fn names_and_short_forms_keep_their_capitals() {
        for (heading, unit) in [
            ("Deaths", "deaths"),
            ("DEATHS", "deaths"),
            ("Deaths registered", "deaths registered"),
            ("Total Deaths", "total deaths"),
            ("GP appointments", "GP appointments"),
            ("A&E attendances", "A&E attendances"),
            ("CO2 emissions", "CO2 emissions"),
            ("MWh generated", "MWh generated"),
            ("Welsh speakers", "Welsh speakers"),
            ("People in Wales", "people in Wales"),
            ("Pupils With SEN Support", "pupils with SEN support"),
            ("COVID-19 deaths", "COVID-19 deaths"),
            ("Number of Jobs", "number of jobs"),
            ("Rate Per 1000 Population", "rate per 1000 population"),
            ("kWh", "kWh"),
            ("MW", "MW"),
            ("WEEKLY DEATHS", "weekly deaths"),
            ("", ""),
        ] {
            assert_eq!(in_small_letters(heading), unit);
        }
    }
}
