//! What `embed` writes into a document beside the picture, between marks by which it is known again:
//! comments in HTML, link definitions in Markdown, which no reader shows, and bookmarks in Word. A mark
//! says which chart the words are of and, by a hash, whether anybody has changed them since.

use roxmltree::Node;
use sha2::{Digest, Sha256};

use crate::chart::Chart;

/// Words of a chart, as a host writes them.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPart {
    /// By what it is known again.
    pub mark: OwnMark,
    /// As it stands in the document.
    pub markup: String,
}

/// Which words of which chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMark {
    /// The host that wrote them and what they are: `html-figures`.
    pub part: String,
    /// Which chart of which project: see [`chart_tag`].
    pub chart: String,
    /// A hash over the words: see [`words_hash`].
    pub words: String,
}

/// The title, where the picture leaves it to the caption.
pub const TITLE: &str = "title";
/// The same where the picture says it too: Word has it in every caption.
pub const NAME: &str = "name";
/// The line of sources.
pub const SOURCES: &str = "sources";
/// The description, the table and the notes.
pub const FIGURES: &str = "figures";

/// A file of its own that is nothing but the words of a chart.
pub const DOCUMENT: &str = "document";

const START: &str = "sourceline:";
const END: &str = "end:";
/// Digits of a hash that tell charts of one document, or words before and after a change, apart.
const DIGITS: usize = 10;

/// Tells a chart from others of the same document, be they of other projects.
pub fn chart_tag(project: &str, chart: &str) -> String {
    short_hash(format!("{project}\n{chart}").as_bytes())
}

/// A hash over words however they are broken into lines and whatever fills a table.
pub fn words_hash(text: &str) -> String {
    let mut bytes = String::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        if letter != '-' || !bytes.ends_with('-') {
            bytes.push(letter);
        }
    }
    short_hash(bytes.as_bytes())
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

impl OwnMark {
    /// Does it say what the words are: `title`?
    pub fn is(&self, what: &str) -> bool {
        self.part.rsplit('-').next() == Some(what)
    }

    /// Do the words stand in a document of an office, as plain text?
    pub fn is_office(&self) -> bool {
        OFFICES.iter().any(|host| self.part.split('-').next() == Some(host))
    }

    /// What a person calls the words.
    pub fn called(&self) -> &'static str {
        match self.part.rsplit('-').next() {
            Some(TITLE | NAME) => "title",
            Some(SOURCES) => "sources",
            Some(DOCUMENT) => "words",
            _ => "description and figures",
        }
    }

    /// The name of a bookmark in Word, which has letters, digits and `_`.
    pub fn bookmark(&self) -> String {
        format!("sl_{}_{}_{}", self.part.replace('-', "_"), self.chart, self.words)
    }

    /// The name of that over the last paragraph of words of several.
    pub fn last_bookmark(&self) -> String {
        format!("sl_{}_end_{}", self.part.replace('-', "_"), self.chart)
    }

    /// Told where the end of the words cannot be found.
    pub fn unended(&self, place: &str) -> String {
        let what = self.called();
        format!(
            "{place}: the mark of `embed` before the {what} of a chart has no end any more, so they were \
             neither compared nor updated: embed the chart anew"
        )
    }

    /// What the name of a bookmark says.
    pub fn of_bookmark(name: &str) -> Option<OwnMark> {
        let (host, rest) = name.strip_prefix("sl_")?.split_once('_')?;
        let mut rest = rest.split('_');
        let (part, chart, words) = (rest.next()?, rest.next()?, rest.next()?);
        OwnMark::of_words(&format!("{host}-{part}"), chart, words).filter(|_| rest.next().is_none())
    }

    fn of_words(part: &str, chart: &str, words: &str) -> Option<OwnMark> {
        let is_hash =
            |text: &str| text.len() == DIGITS && text.bytes().all(|one| one.is_ascii_hexdigit());
        let (_, what) = part.split_once('-')?;
        let known = [TITLE, NAME, SOURCES, FIGURES, DOCUMENT].contains(&what)
            && is_hash(chart)
            && is_hash(words);
        known.then(|| OwnMark {
            part: part.to_string(),
            chart: chart.to_string(),
            words: words.to_string(),
        })
    }

    fn start(&self) -> String {
        format!("{START}{}:{}:{}", self.part, self.chart, self.words)
    }

    fn end(&self) -> String {
        format!("{START}{END}{}:{}", self.part, self.chart)
    }

    /// What stands before the words and after them, in the same form as a mark that was found.
    pub fn around(&self, form: MarkForm) -> (String, String) {
        let (before, after) = form.around();
        (format!("{before}{}{after}", self.start()), format!("{before}{}{after}", self.end()))
    }
}

/// How a mark stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkForm {
    /// `<!-- sourceline:... -->`
    Comment,
    /// `[sourceline:...]: #`
    Definition,
}

impl MarkForm {
    /// Both.
    pub const ALL: [MarkForm; 2] = [MarkForm::Comment, MarkForm::Definition];

    /// What stands before and behind what a mark says.
    pub fn around(self) -> (&'static str, &'static str) {
        match self {
            MarkForm::Comment => ("<!-- ", " -->"),
            MarkForm::Definition => ("[", "]: #"),
        }
    }
}

/// What a mark in a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkSays {
    /// Words begin.
    Start(OwnMark),
    /// They end: part and chart.
    End(String, String),
}

impl MarkSays {
    /// Of what stands between the signs of a mark.
    pub fn read(text: &str) -> Option<MarkSays> {
        let said = text.strip_prefix(START)?;
        if let Some(end) = said.strip_prefix(END) {
            let (part, chart) = end.split_once(':')?;
            return Some(MarkSays::End(part.to_string(), chart.to_string()));
        }
        let mut words = said.split(':');
        let mark = OwnMark::of_words(words.next()?, words.next()?, words.next()?)?;
        words.next().is_none().then_some(MarkSays::Start(mark))
    }
}

impl OwnPart {
    /// `what` of a chart, for a host. The words are those of the markup.
    pub(super) fn of(chart: &Chart, host: &str, what: &str, markup: String) -> OwnPart {
        let words = words_hash(&words_in(host, &markup));
        let (project, name) = (&chart.stamp.project, &chart.stamp.chart);
        let mark =
            OwnMark { part: format!("{host}-{what}"), chart: chart_tag(project, name), words };
        OwnPart { mark, markup }
    }

    /// A document in Markdown that is all about a chart.
    pub fn whole(chart: &Chart, markup: String) -> OwnPart {
        OwnPart::of(chart, "md", DOCUMENT, markup)
    }

    /// It, with its mark in the last line.
    pub fn as_document(&self) -> String {
        let (mark, _) = self.mark.around(MarkForm::Comment);
        format!("{}\n\n{mark}\n", self.markup.trim_end())
    }

    /// The words without what marks them up, for a person.
    pub fn words(&self) -> String {
        words_in(self.mark.part.split('-').next().unwrap_or_default(), &self.markup)
    }

    /// Paragraphs of Word, with one bookmark over the words of the first and one over those of the last:
    /// LibreOffice loses the start of one that goes on over a table.
    pub fn in_paragraphs(&self, first: &str, last: &str) -> String {
        let start =
            |id: &str, name: &str| format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>");
        let end = |id: &str| format!("<w:bookmarkEnd w:id=\"{id}\"/>");
        let text = &self.markup;
        let begins = text.find("<w:r>").unwrap_or(0);
        let (before, rest) = text.split_at(begins);
        let (head, rest) = rest.split_at(rest.find("</w:p>").unwrap_or(0));
        let (rest, after) = rest.split_at(rest.rfind("</w:p>").unwrap_or(rest.len()));
        let behind = |sign: &str| rest.rfind(sign).map_or(0, |at| at + sign.len());
        let (rest, tail) = rest.split_at(behind("<w:p>").max(behind("</w:pPr>")));
        let (named, ended) = (self.mark.bookmark(), self.mark.last_bookmark());
        [
            before,
            &start(first, &named),
            head,
            &end(first),
            rest,
            &start(last, &ended),
            tail,
            &end(last),
            after,
        ]
        .concat()
    }

    /// With its marks, in HTML.
    pub fn in_html(&self) -> String {
        let (start, end) = self.mark.around(MarkForm::Comment);
        format!("{start}\n{}{end}\n", self.markup)
    }

    /// With its marks, in Markdown; between blank lines.
    pub fn in_markdown(&self) -> String {
        let (start, end) = self.mark.around(MarkForm::Definition);
        format!("{start}\n\n{}\n\n{end}\n", self.markup.trim_end())
    }
}

fn words_in(host: &str, markup: &str) -> String {
    match host {
        host if OFFICES.contains(&host) => {
            let text = in_namespace(markup);
            let document = roxmltree::Document::parse(&text);
            document.map_or(String::new(), |document| words_of(document.root().descendants()))
        }
        _ => markup.to_string(),
    }
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// Hosts whose words stand in XML.
const OFFICES: [&str; 2] = ["word", "powerpoint"];

/// Markup of Word or PowerPoint as a document of its own.
pub fn in_namespace(markup: &str) -> String {
    format!("<all xmlns:w=\"{WORD}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"r\">{markup}</all>")
}

/// The words of some elements of Word or PowerPoint, in order.
pub fn words_of<'d>(nodes: impl Iterator<Item = Node<'d, 'd>>) -> String {
    let mut text = String::new();
    for node in nodes.filter(Node::is_element) {
        match node.tag_name().name() {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "p" | "br" | "tab" => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mark_says_is_read_back() {
        let mark = OwnMark {
            part: "html-figures".into(),
            chart: chart_tag("p", "a -- b"),
            words: words_hash("one"),
        };
        assert_eq!(OwnMark::of_bookmark(&mark.bookmark()), Some(mark.clone()));
        assert!(mark.bookmark().len() <= 40, "Word takes no longer name");
        for form in MarkForm::ALL {
            let (start, end) = mark.around(form);
            let (before, after) = form.around();
            let inner = |text: &str| {
                let text = text.strip_prefix(before).and_then(|text| text.strip_suffix(after));
                MarkSays::read(text.expect("within its signs"))
            };
            assert_eq!(inner(&start), Some(MarkSays::Start(mark.clone())));
            assert_eq!(inner(&end), Some(MarkSays::End(mark.part.clone(), mark.chart.clone())));
        }
        for other in ["sl_word_figures_1_2", "sl_a", "_Toc1", "sl_word_other_0123456789_0123456789"]
        {
            assert_eq!(OwnMark::of_bookmark(other), None, "{other}");
        }
    }

    #[test]
    fn words_are_the_same_however_a_program_breaks_and_fills_them() {
        assert_eq!(words_hash("| a | b |\n|---|--|"), words_hash("|  a|  b |\r\n|-----|---|\r\n"));
        assert_ne!(words_hash("118"), words_hash("119"));
        assert_ne!(words_hash("-1"), words_hash("1"));
    }
}
