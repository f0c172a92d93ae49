//! Words of a source, repeated on a chart: `said("evidence", "we are drowning in it")`.

use super::desk::Desk;
use crate::chart::words::no_answer::{NoAnswer, no_answer};
use crate::figure::FigureKey;
use crate::locale::EN_GB;
use crate::nearest::{ask, likely};
use crate::reading::{HeardSense, sentence};

/// So many sayings of a source are told where it does not say what is asked.
const TOLD: usize = 3;

/// The figure in whose row a source says these words. The title of the source is said by it too,
/// and stands for its first figure.
pub fn said_by(desk: &Desk, id: &str, words: &str) -> Result<FigureKey, NoAnswer> {
    let data = desk.data;
    let Some(source) = data.find_source(id) else {
        let known = data.sources.iter().map(|one| (one.id, one.title.to_string()));
        return Err(NoAnswer {
            message: format!("there is no source `{id}`"),
            hint: ask(&likely(id, known))
                .unwrap_or_else(|| "the ids stand in data/sources.csv".to_string()),
        });
    };
    let wanted = plain(words);
    if !wanted.contains(char::is_alphanumeric) {
        return no_answer("said() is given no words", "write the words of the source in it");
    }
    let own: Vec<(FigureKey, &str)> =
        data.figures_of(source).map(|key| (key, &*data.figure(key).stated)).collect();
    let title = &*data.source(source).title;
    let headline = own.first().map(|(key, _)| (*key, title));
    let all = || own.iter().copied().chain(headline).filter(|(_, said)| !said.is_empty());
    let holding = || all().filter(|(_, said)| holds(&plain(said), &wanted));
    if let Some((key, _)) = holding().find(|(_, said)| keeps_numbers(said, words)) {
        return Ok(key);
    }
    let says = |some: Vec<&str>| {
        let mut told: Vec<String> = Vec::new();
        for one in some {
            let one = format!("`{one}`");
            if !told.contains(&one) {
                told.push(one);
            }
        }
        told.truncate(TOLD);
        EN_GB.list(&told)
    };
    let cut: Vec<&str> = holding().map(|(_, said)| said).collect();
    if !cut.is_empty() {
        return no_answer(
            format!("`{words}` leaves out what `{id}` says of the number"),
            format!("quote it with the words around it: {}", says(cut)),
        );
    }
    // what has a word in common with it is told first
    let mut known: Vec<&str> = all().map(|(_, said)| said).collect();
    let common = |said: &str| {
        let said = plain(said);
        wanted.split(' ').filter(|word| word.len() > 3 && holds(&said, word)).count()
    };
    known.sort_by_key(|said| std::cmp::Reverse(common(said)));
    let hint = match known.is_empty() {
        true => {
            "put its words into the `stated` cell of a figure that it is the source of".to_string()
        }
        false => format!("it says {}", says(known)),
    };
    no_answer(format!("`{id}` does not say `{words}` in any row of the data"), hint)
}

/// In small letters, with one blank between words and one kind of quotation marks.
fn plain(text: &str) -> String {
    let text = text.to_lowercase();
    let text = text.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Do whole words stand in a text?
fn holds(text: &str, words: &str) -> bool {
    let touches = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let starts = words.starts_with(char::is_alphanumeric);
        let ends = words.ends_with(char::is_alphanumeric);
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !(starts && touches(before) || ends && touches(after))
    })
}

/// Is each number of a part of a text what it is in the whole? `250 visits` cut out of `fewer than
/// 250 visits` is another one.
fn keeps_numbers(whole: &str, part: &str) -> bool {
    let numbers = |text: &str| -> Vec<String> {
        let heard = sentence(text).heard.into_iter();
        let numbers = heard.filter_map(|one| match one.says {
            HeardSense::Number(number) => Some(format!("{number} {}", one.denied)),
            _ => None,
        });
        numbers.collect()
    };
    let whole = numbers(whole);
    numbers(part).iter().all(|one| whole.contains(one))
}

#[cfg(test)]
mod tests {
    use crate::chart::resolve;
    use crate::dataset::{Dataset, Files};

    /// The title of a chart, or what is wrong with it.
    fn title(expression: &str) -> Result<String, String> {
        let files = Files {
            figures: "id,series,period,value,qualifier,source,stated\n\
                      a-2020,a,2020,250,less_than,one,\"“We had fewer than 250 visits”, a record low\"\n\
                      a-2021,a,2021,300,,two,\n"
                .into(),
            series: "id,title,unit,nature\na,Visits,visits,flow\n".into(),
            sources: "id,publisher,title,published\n\
                      one,One,The year’s visits,2021\ntwo,Two,Nothing new,2022\nthree,Three,T,2022\n"
                .into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let spec = format!(
            "title = '''{{{{ {expression} }}}}'''\n[[panels]]\nseries = [{{ id = \"a\", mark = \"points\" }}]\n"
        );
        let checked = resolve("x", "charts/x.toml", &spec, &data, "p");
        match checked.value {
            Some(chart) => Ok(chart.title),
            None => {
                let told = checked.problems.iter().filter(|one| one.rule.name() == "words");
                let told = told.map(|one| {
                    format!("{} | {}", one.message, one.hint.as_deref().unwrap_or_default())
                });
                Err(told.collect::<Vec<_>>().join("; "))
            }
        }
    }

    #[test]
    fn words_of_a_source_stand_between_quotation_marks() {
        for (expression, expected) in [
            (r#"said("one", "fewer than 250 visits")"#, "“fewer than 250 visits”"),
            (r#"said("one", "We had fewer than 250 visits")"#, "“We had fewer than 250 visits”"),
            (r#"said("one", "a record low")"#, "“a record low”"),
            (r#"said("one", "The year's visits")"#, "“The year's visits”"),
        ] {
            assert_eq!(title(expression).as_deref(), Ok(expected), "{expression}");
        }
    }

    #[test]
    fn what_a_source_does_not_say_is_refused_with_what_it_says() {
        for (expression, message, hint) in [
            (r#"said("on", "a record low")"#, "there is no source `on`", "one"),
            (r#"said("one", "250 visits")"#, "leaves out", "fewer than 250 visits"),
            (r#"said("one", "a record high")"#, "does not say", "a record low"),
            (r#"said("one", "had few")"#, "does not say", "fewer than 250"),
            (r#"said("two", "a record low")"#, "does not say", "Nothing new"),
            (r#"said("three", "a record low")"#, "does not say", "`stated`"),
            (r#"said("one", " ")"#, "no words", "write the words"),
            (r#"said("one")"#, "is given 1 words", "said("),
        ] {
            let told = title(expression).expect_err(expression);
            assert!(told.contains(message) && told.contains(hint), "{expression}: {told}");
        }
    }
}
