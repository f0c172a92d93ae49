//! Problems on a page: where, the line as it stands there, and what to write instead.

use std::borrow::Cow;

use maud::{Markup, html};
use sourceline::problem::{Level, Problem};

use crate::cli::screen::visible;

/// So many are shown; `sourceline check` tells all.
const SHOWN: usize = 50;

/// So much of a line is shown on either side of what is meant.
const AROUND: usize = 120;

/// A list of them; `text_of` gives the bytes of a file by its label.
pub fn list<'t>(problems: &[Problem], text_of: impl Fn(&str) -> Option<Cow<'t, [u8]>>) -> Markup {
    html! {
        ul.problems {
            @for problem in problems.iter().take(SHOWN) {
                li.error[problem.level() == Level::Error] {
                    p { strong { (problem.level()) } " " (visible(&problem.message)) }
                    p.where { (problem.place) " · " (problem.rule.name()) }
                    @if let Some((before, meant, after)) = line(problem, &text_of) {
                        pre tabindex="0" aria-label="The line" { code { (before) mark { (meant) } (after) } }
                    }
                    @if let Some(hint) = &problem.hint { p.hint { (visible(hint)) } }
                }
            }
        }
        @if problems.len() > SHOWN {
            p { "and " (problems.len() - SHOWN) " more, which " code { "sourceline check" } " tells" }
        }
    }
}

/// What is meant, with what stands before and after it on its line.
fn line<'t>(
    problem: &Problem,
    text_of: impl Fn(&str) -> Option<Cow<'t, [u8]>>,
) -> Option<(String, String, String)> {
    let place = &problem.place;
    if place.line == 0 {
        return None;
    }
    let text = text_of(&place.file)?;
    let (before, from) = text.split_at_checked(place.bytes.start)?;
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = before.iter().rposition(ends).map_or(0, |at| at + 1);
    let rest = &from[..from.iter().position(ends).unwrap_or(from.len())];
    let (meant, after) = rest.split_at(place.bytes.len().min(rest.len()));
    let shown = |bytes: &[u8]| visible(&String::from_utf8_lossy(bytes)).into_owned();
    let (before, after) = (shown(&before[start..]), shown(after));
    let skipped = before.chars().count().saturating_sub(AROUND);
    let cut: String = before.chars().skip(skipped).collect();
    let before = if skipped > 0 { format!("…{cut}") } else { cut };
    let more = after.chars().count() > AROUND;
    let cut: String = after.chars().take(AROUND).collect();
    Some((before, shown(meant), if more { format!("{cut}…") } else { cut }))
}
