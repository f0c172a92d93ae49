use crate::dataset::Dataset;
use crate::figure::Span;
use crate::problem::{Problem, Rule};
use crate::reading::{self, Reading, Setting, period_in_words};

/// # period-stated-differs (advice)
///
/// The words of a source in `period_stated` say the period of the row, or one that it lies in or that
/// lies in it: "2023/24 (to December)" of 2023-04/2023-12, "at 31 March 2020" of 2020. Words of another
/// time are a slip of one of the two cells. What is counted from the day of the source, such as "last
/// year", is not judged, and a note of the row that names the period answers it.
pub fn period_stated_differs(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let words = figure.period_stated.trim();
        if words.is_empty() || !names_a_year(words) || !data.has_row(key) {
            continue;
        }
        let setting = Setting {
            published: data.source(figure.source).published,
            years: data.years(figure.series),
            nature: Some(data.series(figure.series).nature),
            ..Setting::default()
        };
        let meant: Vec<_> = match reading::period(words, &setting) {
            Reading::Understood(understood) => vec![understood.value],
            Reading::Ambiguous(ambiguous) => {
                ambiguous.choices.iter().map(|choice| choice.value).collect()
            }
            Reading::Refused(_) => continue,
        };
        let own = figure.period.span();
        let Some(first) = meant.first() else { continue };
        if meant.iter().any(|period| lies_with(period.span(), own)) {
            continue;
        }
        if [words.to_string(), first.to_string()].iter().any(|said| figure.note.contains(said)) {
            continue;
        }
        let message = format!(
            "the source's words for the period, `{}`, say {}, and the figure is of {}",
            words.chars().take(80).collect::<String>(),
            period_in_words(*first),
            period_in_words(figure.period)
        );
        let hint = format!(
            "write the period {first}, or the words that say {}; if both are right, say in the note of \
             the row why {first} is not its period",
            figure.period
        );
        let place = data.place_of_figure(key, "period");
        problems.push(Rule::PeriodStatedDiffers.at(place, message).hint(hint));
    }
    problems
}

/// Does one lie in the other?
fn lies_with(one: Span, other: Span) -> bool {
    one.contains(other) || other.contains(one)
}

/// Four digits in a row: without them the words depend on the day of the source.
fn names_a_year(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4)
}
