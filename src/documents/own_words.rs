//! Words that `embed` wrote into a page beside a picture, between its marks.

use std::ops::Range;

use super::found::{FoundWords, LineStarts};
use super::splice::TextChanges;
use crate::embed::{DOCUMENT, MarkForm, MarkSays, OwnMark, OwnPart};

/// Where they stand in a text.
pub struct WordsInPage {
    pub words: FoundWords,
    form: MarkForm,
    /// With the marks.
    span: Range<usize>,
}

/// A mark in a text.
struct MarkInPage {
    says: MarkSays,
    form: MarkForm,
    span: Range<usize>,
}

/// All in the order of the page. A mark without its fellow is none.
pub fn in_page(text: &str) -> Vec<WordsInPage> {
    let lines = LineStarts::of(text);
    let mut open: Option<(OwnMark, MarkForm, Range<usize>)> = None;
    let mut found = Vec::new();
    for MarkInPage { says, form, span } in marks(text) {
        match says {
            // It stands in the last line, and is of all before it; what was added behind is of it too.
            MarkSays::Start(mark) if mark.is(DOCUMENT) => found.push(WordsInPage {
                words: FoundWords {
                    place: format!("line {}", lines.line(span.start)),
                    mark,
                    text: format!("{}\n{}", &text[..span.start], &text[span.end..]),
                },
                form,
                span: 0..text.len(),
            }),
            MarkSays::Start(mark) => open = Some((mark, form, span)),
            MarkSays::End(part, chart) => {
                let fits = |(mark, before, _): &(OwnMark, MarkForm, Range<usize>)| {
                    (&mark.part, &mark.chart, before) == (&part, &chart, &form)
                };
                let Some((mark, form, start)) = open.take().filter(fits) else { continue };
                found.push(WordsInPage {
                    words: FoundWords {
                        place: format!("line {}", lines.line(start.start)),
                        mark,
                        text: text[start.end..span.start].trim().to_string(),
                    },
                    form,
                    span: start.start..span.end,
                });
            }
        }
    }
    found
}

fn marks(text: &str) -> Vec<MarkInPage> {
    let mut found = Vec::new();
    for form in MarkForm::ALL {
        let (before, after) = form.around();
        let start = format!("{before}sourceline:");
        for at in memchr::memmem::find_iter(text.as_bytes(), &start) {
            let said = at + before.len();
            let Some(length) = text[said..].find(after) else { continue };
            if let Some(says) = MarkSays::read(&text[said..said + length]) {
                found.push(MarkInPage { says, form, span: at..said + length + after.len() });
            }
        }
    }
    found.sort_by_key(|mark| mark.span.start);
    found
}

impl WordsInPage {
    /// Does a stretch of the page lie between the marks?
    pub fn holds(&self, stretch: &Range<usize>) -> bool {
        self.span.start <= stretch.start && stretch.end <= self.span.end
    }

    /// Puts newer words in their place, with the line ends of the page.
    pub fn replace(&self, text: &str, part: &OwnPart, changes: &mut TextChanges) {
        let (start, end) = part.mark.around(self.form);
        let between = if self.form == MarkForm::Comment { "\n" } else { "\n\n" };
        let mut new = match part.mark.is(DOCUMENT) {
            true => part.as_document(),
            false => format!("{start}{between}{}{between}{end}", part.markup.trim_end()),
        };
        if text[self.span.clone()].contains("\r\n") {
            new = new.replace('\n', "\r\n");
        }
        changes.replace(self.span.clone(), new);
    }
}

/// The words of a page without its tags and marks.
pub fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = rest[at..].split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    out.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}
