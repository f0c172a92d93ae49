//! Marks that tables glue to their periods: `2020 (p)`, `2019r`, `2020*`, `2020[2]`, `20201`.

use super::Refusal;
use super::footnotes::footnote;
use super::letter_digits::letter_digit;
use super::statuses::with_status;
use crate::figure::Status;

/// Why a period with a mark of its figure behind it is refused, and what to write. `form` gives what
/// to type for the text without its mark, if that is a period.
pub(super) fn marked(text: &str, form: impl Fn(&str) -> Option<String>) -> Option<Refusal> {
    let text = text.trim();
    let (rest, status) = with_status(text);
    if status != Status::default() {
        return told(form(&rest)?, status);
    }
    let last = text.chars().last()?;
    let rest = text[..text.len() - last.len_utf8()].trim_end();
    // `2019r`, where a letter of its own would be another word.
    let glued = rest.ends_with(|before: char| before.is_ascii_digit());
    let letter = last.to_ascii_lowercase();
    if let Ok(status) = Status::parse(&letter.to_string())
        && glued
        && "pref".contains(letter)
    {
        return told(form(rest)?, status);
    }
    if let Some(found) = letter_digit(text)
        && let Some(write) = form(&found.digits)
    {
        let hint = found.hint(&write, form(&found.without).as_deref());
        return Some(Refusal::new(found.reason("period"), format!("write {hint}")));
    }
    if let Some((without, mark)) = footnote(text)
        && let Some(write) = form(without)
    {
        let reason = format!("`{}` at the period looks like a footnote mark", mark.mark());
        return Some(Refusal::new(reason, format!("write {write} without it")));
    }
    // `20201` is what a raised 1 becomes on its way out of a PDF.
    let runs: Vec<&str> = rest.split(|letter: char| !letter.is_ascii_digit()).collect();
    let whole = match runs.last() {
        Some(run) if run.len() == 1 => !rest.contains(['-', '/', '.']),
        last => last.is_some_and(|run| run.len() == 2 || run.len() == 4),
    };
    let of_today = |year: &&str| matches!(year.parse(), Ok(1500..2200)) && year.len() == 4;
    let mut years = runs.iter().filter(|run| run.len() > 2);
    if last.is_ascii_digit() && whole && years.clone().next().is_some() && years.all(of_today) {
        let write = form(rest)?;
        let reason = format!("the last digit of `{text}` may be a footnote mark");
        return Some(Refusal::new(reason, format!("write {write} if it is")));
    }
    None
}

fn told(write: String, status: Status) -> Option<Refusal> {
    let words = status.words().collect::<Vec<_>>().join(", ");
    let reason = format!("a mark beside the period says of its figure: {words}");
    Some(Refusal::new(reason, format!("write {write}, and give the figure the status {status}")))
}
