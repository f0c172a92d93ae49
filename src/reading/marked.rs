//! Marks that tables glue to their periods: `2020 (p)`, `2019r`, `2020*`.

use super::Refusal;
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
    if "*†‡§¹²³".contains(last) {
        let write = form(rest.trim_end_matches(['*', '†', '‡', '§', '¹', '²', '³']))?;
        let reason = format!("`{last}` behind the period looks like a footnote mark");
        return Some(Refusal::new(reason, format!("write {write} without it")));
    }
    // `2019r`, where a letter of its own would be another word.
    let glued = rest.ends_with(|before: char| before.is_ascii_digit());
    let status =
        Status::parse(&last.to_string()).ok().filter(|_| glued && "pref".contains(last))?;
    told(form(rest)?, status)
}

fn told(write: String, status: Status) -> Option<Refusal> {
    let words = status.words().collect::<Vec<_>>().join(", ");
    let reason = format!("a mark beside the period says of its figure: {words}");
    Some(Refusal::new(reason, format!("write {write}, and give the figure the status {status}")))
}
