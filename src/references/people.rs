//! Who is a person: lists write people with the family name first, and bodies as they are.

/// A name of `sources.csv`.
pub(super) enum AuthorName<'n> {
    /// Given names, and the family name with what belongs to it: `Jan`, `van der Berg`.
    Person(&'n str, &'n str),
    /// An office, a company, or what may be one.
    Body(&'n str),
    /// `et al.`
    Others,
}

/// Words that only bodies have in their names.
const BODIES: [&str; 33] = [
    "agency",
    "association",
    "authority",
    "board",
    "bureau",
    "centre",
    "center",
    "charity",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "council",
    "department",
    "force",
    "foundation",
    "group",
    "house",
    "institute",
    "ltd",
    "ministry",
    "network",
    "news",
    "office",
    "parliament",
    "police",
    "press",
    "service",
    "society",
    "times",
    "trust",
    "university",
];

/// The names of a cell, `Ann Bell; Home Office et al.`, told apart.
pub(super) fn named(author: &str) -> Vec<AuthorName<'_>> {
    let (names, others) = match author.strip_suffix(" et al.") {
        Some(names) => (names, true),
        None => (author, false),
    };
    let names = names.split("; ").filter(|name| !name.is_empty());
    let mut named: Vec<AuthorName> = names.map(one).collect();
    if others {
        named.push(AuthorName::Others);
    }
    named
}

fn one(name: &str) -> AuthorName<'_> {
    let words: Vec<&str> = name.split(' ').collect();
    let is_plain = |word: &&str| {
        let letters = |c: char| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’');
        !word.is_empty() && word.chars().all(letters)
    };
    let is_of_a_body = |word: &&str| {
        let shouted = word.len() > 2 && word.chars().all(|c| c.is_uppercase());
        let joins = ["and", "of", "for", "the", "on", "in"].contains(word);
        shouted || joins || BODIES.contains(&word.to_lowercase().as_str())
    };
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let person = (2..=5).contains(&words.len())
        && words.iter().all(is_plain)
        && !words.iter().any(is_of_a_body)
        && !is_small(&words[0])
        && !is_small(&words[words.len() - 1]);
    if !person {
        return AuthorName::Body(name);
    }
    let family = words.iter().position(is_small).unwrap_or(words.len() - 1);
    let given = words[..family].iter().map(|word| word.len() + 1).sum::<usize>();
    AuthorName::Person(name[..given].trim_end(), &name[given..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_bodies() {
        let told = |author: &'static str| {
            let told = |named: &AuthorName| match named {
                AuthorName::Person(given, family) => format!("{family}, {given}"),
                AuthorName::Body(body) => format!("[{body}]"),
                AuthorName::Others => "others".to_string(),
            };
            named(author).iter().map(told).collect::<Vec<_>>().join(" | ")
        };
        for (author, expected) in [
            ("Simon Bailey", "Bailey, Simon"),
            ("Ann B. Bell; Jan van der Berg", "Bell, Ann B. | van der Berg, Jan"),
            ("Ann Bell et al.", "Bell, Ann | others"),
            ("Home Office", "[Home Office]"),
            ("Press Association", "[Press Association]"),
            (
                "K. A. Niven (witness, National Crime Agency)",
                "[K. A. Niven (witness, National Crime Agency)]",
            ),
            ("NSPCC", "[NSPCC]"),
            ("", ""),
        ] {
            assert_eq!(told(author), expected);
        }
    }
}
