//! What readers of each kind of output make of it.

use std::collections::BTreeSet;

use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options, Parser, Tag};
use roxmltree::Document;
use serde_json::Value;
use sourceline::encode::piece::one_line;
use sourceline::export::data::records::{RecordCell, records};
use sourceline::export::data::{self, DataSource, Writes};
use sourceline::tables::own_workbook::OwnWorkbook;
use sourceline::{Project, ProjectChart};
use unicode_bidi::{BidiClass, BidiInfo, Level};

use crate::common::Faults;

/// What stands in a text beside words: elements with their attributes, commands, signs.
#[derive(Default, Debug)]
pub struct Shape(BTreeSet<String>);

impl Shape {
    pub fn of(name: &str, written: &str) -> Shape {
        let mut shape = Shape::default();
        match name {
            "html" | "strict-html" => shape.page(written),
            "document" | "markdown" | "github" => shape.markdown(written),
            // Attributes in braces are a string there, which CommonMark does not know.
            "pandoc" | "quarto" => shape.markdown(&without_braces(written)),
            "myst" => shape.directive(written),
            "typst" | "variables-typst" => shape.typst(written),
            "latex" | "variables-latex" => shape.latex(written),
            "json" => shape.json(written),
            "variables-quarto" => shape.yaml(written),
            "csv" | "sql" => {}
            other => panic!("nobody reads {other}"),
        }
        shape
    }

    pub fn extend(&mut self, other: Shape) {
        self.0.extend(other.0);
    }

    /// What the other has not.
    pub fn beyond<'s>(&'s self, other: &'s Shape) -> impl Iterator<Item = &'s String> {
        self.0.difference(&other.0)
    }

    fn put(&mut self, what: impl Into<String>) {
        self.0.insert(what.into());
    }

    pub fn page(&mut self, written: &str) {
        for token in Tokenizer::new(written) {
            match token.expect("a text can be read") {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    for attribute in tag.attributes.keys() {
                        let attribute = String::from_utf8_lossy(attribute);
                        self.put(format!("<{name} {attribute}>"));
                    }
                    self.put(format!("<{name}>"));
                }
                Token::EndTag(tag) => {
                    self.put(format!("</{}>", String::from_utf8_lossy(&tag.name)))
                }
                Token::Comment(comment) => {
                    let said = String::from_utf8_lossy(&comment);
                    self.put(format!("<!--{}", said.split(':').take(2).collect::<String>()));
                }
                Token::Doctype(_) => self.put("<!doctype>"),
                Token::Error(error) => self.put(format!("{error:?}")),
                Token::String(_) => {}
            }
        }
    }

    fn markdown(&mut self, written: &str) {
        for event in Parser::new_ext(written, all_of_markdown()) {
            match event {
                Event::Start(Tag::Link { .. }) => self.put("a link"),
                Event::Start(Tag::Image { .. }) => self.put("an image"),
                Event::Start(tag) => self.put(format!("{tag:?}")),
                Event::Html(html) | Event::InlineHtml(html) => self.page(&html),
                Event::Code(_) => self.put("code"),
                Event::Rule => self.put("a rule"),
                Event::HardBreak => self.put("a break"),
                Event::InlineMath(_) | Event::DisplayMath(_) => self.put("a formula"),
                Event::FootnoteReference(_) => self.put("a footnote"),
                Event::TaskListMarker(_) => self.put("a box"),
                Event::Text(_) | Event::SoftBreak | Event::End(_) => {}
            }
        }
    }

    /// A fence, options between lines of dashes, words as in Markdown, the end of the fence.
    fn directive(&mut self, written: &str) {
        let inner = written.trim_end().strip_suffix("\n```").unwrap_or_default();
        let [head, options, body] = inner.splitn(3, "\n---\n").collect::<Vec<_>>()[..] else {
            return self.put("no directive");
        };
        if head.lines().count() != 1 || !head.starts_with("```{figure} ") {
            self.put(format!("the head {head:.60}"));
        }
        for line in options.lines() {
            let (name, value) = line.split_once(": ").unwrap_or((line, ""));
            self.put(format!("the option {name}"));
            if value.starts_with('"') && serde_json::from_str::<String>(value).is_err() {
                self.put(format!("the value {value:.60}"));
            }
        }
        if body.lines().any(|line| line.starts_with("```") || line.starts_with('%')) {
            self.put("a fence or a remark");
        }
        self.markdown(body);
    }

    /// Strings and remarks taken out, each word behind a `#` and each sign.
    fn typst(&mut self, written: &str) {
        let mut rest = written;
        while let Some(letter) = rest.chars().next() {
            let end = match letter {
                '"' => string_end(rest),
                '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
                '#' => {
                    let word = rest[1..].find(|c: char| !c.is_alphanumeric());
                    let end = 1 + word.unwrap_or(rest.len() - 1);
                    self.put(&rest[..end]);
                    end
                }
                _ => {
                    if "*_`$@~\\=<>[]{}-+/'&|^%".contains(letter) {
                        self.put(letter);
                    }
                    letter.len_utf8()
                }
            };
            rest = &rest[end..];
        }
    }

    fn latex(&mut self, written: &str) {
        let mut rest = written;
        let mut depth = 0_i32;
        while let Some(letter) = rest.chars().next() {
            let mut end = letter.len_utf8();
            match letter {
                '\\' => {
                    let word = rest[1..].find(|c: char| !c.is_ascii_alphabetic() && c != '@');
                    let word = word.unwrap_or(rest.len() - 1);
                    let sign = rest[1..].chars().next().map_or(0, char::len_utf8);
                    end = 1 + if word == 0 { sign } else { word };
                    if !SAFE_IN_LATEX.contains(&&rest[..end]) {
                        self.put(&rest[..end]);
                    }
                }
                '%' => {
                    end = rest.find('\n').unwrap_or(rest.len());
                    self.put("%");
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                '&' | '~' | '^' | '_' | '#' | '$' => self.put(letter),
                _ => {}
            }
            if depth < 0 {
                self.put("a brace too many");
            }
            rest = &rest[end..];
        }
        if depth != 0 {
            self.put(format!("{depth} open braces"));
        }
    }

    fn json(&mut self, written: &str) {
        match serde_json::from_str::<Value>(written) {
            Ok(_) => self.put("JSON"),
            Err(error) => self.put(error.to_string()),
        }
    }

    /// Lines of a key and a string, both as JSON writes them.
    fn yaml(&mut self, written: &str) {
        for line in written.lines().filter(|line| !line.starts_with('#')) {
            let line = line.trim_start();
            let (key, value) = match line.starts_with('"') {
                true => line.split_at(string_end(line)),
                false => line.split_at(line.find(':').unwrap_or(line.len())),
            };
            let value = value.strip_prefix(':').unwrap_or("no value").trim();
            let good = value.is_empty() || serde_json::from_str::<String>(value).is_ok();
            if !good || key.is_empty() {
                self.put(format!("the line {line:.60}"));
            }
        }
    }
}

/// How letters that mean something are written.
const SAFE_IN_LATEX: [&str; 24] = [
    "\\textbackslash",
    "\\textasciitilde",
    "\\textasciicircum",
    "\\&",
    "\\%",
    "\\$",
    "\\#",
    "\\_",
    "\\{",
    "\\}",
    "\\/",
    "\\ensuremath",
    "\\geq",
    "\\leq",
    "\\times",
    "\\div",
    "\\textquotedbl",
    "\\textgreater",
    "\\textless",
    "\\textbar",
    "\\textquotesingle",
    "\\textasciigrave",
    "\\textasciiacute",
    "\\textgreater",
];

fn all_of_markdown() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

/// Without `{... "a string"}`.
fn without_braces(written: &str) -> String {
    let mut kept = String::new();
    let mut rest = written;
    while let Some(at) = rest.find("{#").or(rest.find("){").map(|at| at + 1)) {
        kept += &rest[..at];
        rest = &rest[at..];
        while !rest.is_empty() && !rest.starts_with('}') {
            let string = if rest.starts_with('"') { string_end(rest) } else { 0 };
            rest = &rest[string.max(rest.chars().next().map_or(1, char::len_utf8))..];
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    kept + rest
}

/// Where the string ends that begins here.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// Does whoever follows the rules of Unicode show a number of this line backwards, or, where no
/// letter is written from right to left, the numbers in another order?
pub fn turned(line: &str) -> bool {
    let bidi_class = unicode_bidi::bidi_class;
    let written_so = line.chars().any(|c| {
        let letter = matches!(bidi_class(c), BidiClass::R | BidiClass::AL);
        letter && !matches!(c, '\u{200f}')
    });
    let numbers = |text: &str| {
        let parts = text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
        let parts = parts.map(|part| part.trim_matches(['.', ','])).filter(|part| part.len() > 1);
        let mut parts: Vec<String> = parts.map(String::from).collect();
        if written_so {
            parts.sort();
        }
        parts
    };
    // Without such a letter nothing is turned.
    if line.chars().all(|c| (c as u32) < 0x590) {
        return false;
    }
    let bidi = BidiInfo::new(line, Some(Level::ltr()));
    let shown: String =
        bidi.paragraphs.iter().map(|part| bidi.reorder_line(part, part.range.clone())).collect();
    numbers(&shown) != numbers(line)
}

/// What is shown and what is said of the picture are what the chart says.
pub fn picture(what: &str, chart: &ProjectChart, faults: &mut Faults) {
    let Ok(document) = Document::parse(chart.svg()) else { return };
    let root = document.root_element();
    let child = |name: &str| {
        let found = root.children().find(|node| node.has_tag_name(name));
        found.and_then(|node| node.text()).map(one_line).unwrap_or_default()
    };
    let words = chart.chart();
    let same = [
        (child("title"), &words.title),
        (one_line(root.attribute("aria-label").unwrap_or_default()), &words.alt),
    ];
    for (is, was) in same {
        faults.check(is == one_line(was), || format!("{what}: {was:?} is read as {is:?}"));
    }
    for node in document.descendants().filter(|node| node.is_text()) {
        let said = node.text().unwrap_or_default();
        let line = said.lines().find(|line| turned(line));
        faults.check(line.is_none(), || format!("{what}: turns digits: {line:?}"));
    }
}

/// The title of the chart is read back where it is written.
pub fn arrives(
    what: &str,
    name: &str,
    written: &str,
    project: &Project,
    chart: &ProjectChart,
    faults: &mut Faults,
) {
    let said = match name {
        "html" | "strict-html" => words_of_page(written),
        "document" | "markdown" | "github" | "pandoc" | "quarto" => words_of_markdown(written),
        "sql" => return sql(what, written, project, faults),
        "csv" => return csv(what, written, faults),
        _ => return,
    };
    let title = one_line(&chart.chart().title);
    let flat = one_line(&said);
    faults.check(flat.contains(&title), || format!("{what}: {title:.60?} is not in {flat:.200?}"));
}

fn words_of_page(written: &str) -> String {
    let mut words = String::new();
    for token in Tokenizer::new(written) {
        match token.expect("a text can be read") {
            Token::String(text) => words += &String::from_utf8_lossy(&text),
            Token::StartTag(tag) => {
                for (name, value) in &tag.attributes {
                    if ***name == *b"alt" {
                        words += &String::from_utf8_lossy(value);
                    }
                }
            }
            _ => {}
        }
    }
    words
}

fn words_of_markdown(written: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(written, all_of_markdown()) {
        match event {
            Event::Text(text) => words += &text,
            Event::Html(html) | Event::InlineHtml(html) => words += &words_of_page(&html),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// As many cells in each row, none of which a spreadsheet would run.
fn csv(what: &str, written: &str, faults: &mut Faults) {
    let mut reader = ::csv::Reader::from_reader(written.as_bytes());
    for record in reader.records() {
        let Ok(record) = record else { return faults.say(format!("{what}: another row")) };
        let runs = |cell: &&str| cell.starts_with(['=', '@', '\t', '\r']);
        let found = record.iter().find(runs);
        faults.check(found.is_none(), || format!("{what}: runs {found:?}"));
        let cell = record.iter().find(|cell| cell.lines().any(turned));
        faults.check(cell.is_none(), || format!("{what}: turns digits: {cell:?}"));
    }
}

/// Statements of which each is one of ours, their strings those of the data.
fn sql(what: &str, written: &str, project: &Project, faults: &mut Faults) {
    let mut outside = String::new();
    let mut strings: BTreeSet<String> = BTreeSet::new();
    let mut rest = written;
    while let Some(at) = rest.find('\'') {
        outside += &rest[..at];
        let mut string = String::new();
        rest = &rest[at + 1..];
        loop {
            let Some(end) = rest.find('\'') else { return faults.say(format!("{what}: open")) };
            string += &rest[..end];
            rest = &rest[end + 1..];
            match rest.strip_prefix('\'') {
                Some(after) => (string, rest) = (string + "'", after),
                None => break,
            }
        }
        strings.insert(string);
    }
    outside += rest;
    let starts = ["INSERT INTO", "CREATE TABLE", "PRAGMA", "BEGIN", "COMMIT", "CREATE INDEX"];
    let code: String = outside.lines().filter(|line| !line.starts_with("--")).collect();
    for statement in code.split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
        let known = starts.iter().any(|start| statement.starts_with(start));
        faults.check(known, || format!("{what}: makes {statement:.60?}"));
    }
    for table in records(&project.data) {
        for cell in table.rows.flatten() {
            if let RecordCell::Text(text) = cell {
                // A NUL ends a text of SQLite; none is let in.
                let there = strings.contains(&*text);
                faults.check(there, || format!("{what}: {text:.60?} is not read back"));
            }
        }
    }
}

/// JSON and the workbook say each cell as the data have it.
pub fn exports(what: &str, text: &str, project: &Project, faults: &mut Faults) {
    let source = DataSource { project: "tried", package: None, data: &project.data };
    let workbook = data::ALL.iter().find(|format| format.word == "xlsx");
    let Some(Writes::Bytes(write)) = workbook.map(|format| format.writes) else {
        unreachable!("a workbook is bytes")
    };
    let bytes = match write(&source) {
        Ok(bytes) => bytes,
        Err(told) => return faults.check(!told.is_empty(), || format!("{what}: no word")),
    };
    let book = OwnWorkbook::read(&bytes);
    let Ok(Some(book)) = book else {
        return faults.say(format!("{what}: the workbook is not read back"));
    };
    let stored: BTreeSet<String> = book
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flat_map(|row| row.cells.values().map(|cell| one_line(&cell.shown)))
        .collect();
    for table in records(&project.data).into_iter().filter(|table| table.name != "observations") {
        for cell in table.rows.flatten() {
            if let RecordCell::Text(said) = cell
                && *said == *text
            {
                let there = stored.contains(&one_line(&said));
                faults.check(there, || format!("{what}: not in the workbook"));
            }
        }
    }
}
