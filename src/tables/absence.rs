//! Why there is no number, in the words of a table.

/// Why there is no number, as what a table says of a mark has it: confidential, not applicable, not available.
pub fn absence_meant(text: &str) -> Option<char> {
    const MEANT: [(char, &[&str]); 3] = [
        (
            'c',
            &[
                "confidential",
                "suppress",
                "disclos",
                "geheim",
                "secret",
                "withheld",
                "vertrouwelijk",
            ],
        ),
        ('z', &["applicable", "nicht sinnvoll", "sans objet", "no aplicable", "van toepassing"]),
        (
            'x',
            &["available", "missing", "not collected", "not recorded", "unbekannt", "non disponib"],
        ),
    ];
    let small = text.to_lowercase();
    let means = |(_, stems): &&(char, &[&str])| stems.iter().any(|stem| small.contains(stem));
    let mut meant = MEANT.iter().filter(means).map(|(letter, _)| *letter);
    // `unknown or confidential` is neither for sure.
    meant.next().filter(|_| meant.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::absence_meant;

    #[test]
    fn words_say_why_there_is_no_number() {
        for (text, letter) in [
            ("Suppressed to prevent disclosure", Some('c')),
            ("Zahlenwert geheim zu halten", Some('c')),
            ("not applicable", Some('z')),
            ("Tabellenfach gesperrt, weil Aussage nicht sinnvoll", Some('z')),
            ("Not available for any period", Some('x')),
            ("Zahlenwert unbekannt oder geheim zu halten", None),
            ("nichts vorhanden", None),
        ] {
            assert_eq!(absence_meant(text), letter, "{text}");
        }
    }
}
