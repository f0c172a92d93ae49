//! A language that does not exist: every word of it stands between `‹` and `›`, numbers have a
//! decimal comma, dates begin with the year. Whatever a reader meets in it is marked, or comes
//! from the data or the spec; so no word of another language is left in the code, and nothing in
//! it depends on what words are like.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use sourceline::chart::{ChartSpec, Size, ThemeName};
use sourceline::dataset::Dataset;
use sourceline::locale::phrases::Dates;
use sourceline::locale::{DRAFT, Language, Numerals};
use sourceline::output::folder::pages;
use sourceline::output::kit::Kit;
use sourceline::output::rendering::Rendering;
use sourceline::output::settings::Settings;
use sourceline::output::studio::Studio;

use crate::common::{self, FINANCIAL_MONTH, Faults, Project};

static MADE_UP: LazyLock<Language> = LazyLock::new(|| {
    let marked = DRAFT.map(|template| Box::leak(marked(template).into_boxed_str()));
    let dates = Dates {
        day: "{year}-{month}-{day}",
        day_and_month: "{month}-{day}",
        month: "{year}-{month}",
        ..marked.dates
    };
    let numerals = Numerals { group: "’", decimal: ",", minus: "−" };
    Language { tag: "en-XA", numerals, dates, ..marked }.finished()
});

/// Every word of a template between marks, but for the names of its places.
fn marked(template: &str) -> String {
    let (mut text, mut word, mut is_name) = (String::new(), String::new(), false);
    for letter in template.chars().chain(['\0']) {
        if letter.is_alphabetic() && !is_name {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            let _ = write!(text, "‹{word}›");
            word.clear();
        }
        is_name = letter == '{' || (is_name && !matches!(letter, '}' | '|'));
        if letter != '\0' {
            text.push(letter);
        }
    }
    text
}

/// What is not marked in a text.
fn unmarked(text: &str) -> String {
    let mut rest = String::new();
    let mut parts = text.split('‹');
    rest.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (word, after) = part.split_once('›').unwrap_or_else(|| panic!("`{part}` is open"));
        assert!(word.chars().all(|letter| letter.is_alphabetic() || letter == '\n'), "{word}");
        rest.push(' ');
        rest.push_str(after);
    }
    rest
}

/// What a project says itself: the words and the numbers of its files and of a spec.
struct Own {
    text: String,
    words: HashSet<String>,
}

impl Own {
    fn of(project: &Project, spec: &str) -> Own {
        let files = project.files;
        let tables = [&files.figures, &files.series, &files.sources];
        let tables = tables.into_iter().chain(&files.events);
        let mut text: String = tables.map(|bytes| String::from_utf8_lossy(bytes)).collect();
        text.push_str(spec);
        text.push_str(&project.name);
        let text = text.to_lowercase();
        let words = words(&text).map(str::to_string).collect();
        Own { text, words }
    }

    fn is_end_of_a_long_one(&self, word: &str) -> bool {
        self.words.iter().any(|own| own.chars().count() > 24 && own.ends_with(word))
    }

    /// Tells of every word and number of a text that is of another language.
    fn check(&self, place: &str, text: &str, faults: &mut Faults) {
        let rest = unmarked(text);
        for word in words(&rest) {
            // A letter may stand for a name, and a long word be broken.
            let word = word.to_lowercase();
            let known = match word.chars().count() {
                1 => true,
                25.. => self.text.contains(&word),
                _ => self.words.contains(&word) || self.is_end_of_a_long_one(&word),
            };
            faults.check(known, || format!("{place}: `{word}` is no word of the language"));
        }
        let number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
        for number in rest.split(|letter| !number(letter)) {
            let number = number.trim_matches(['.', ',']);
            let english = number.contains('.')
                || !number.starts_with("0,")
                    && number.split(',').skip(1).any(|group| group.len() == 3);
            faults.check(!english || self.text.contains(number), || {
                format!("{place}: `{number}` is set as another language does")
            });
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Every text of a picture that is seen or read out.
fn texts(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).expect("it is SVG");
    let root = document.root_element();
    assert_eq!(root.attribute("lang"), Some(MADE_UP.tag));
    let mut all = root.attribute("aria-label").unwrap_or_default().to_string();
    let texts = document.descendants().filter(|node| {
        node.is_element() && matches!(node.tag_name().name(), "title" | "desc" | "text")
    });
    texts.filter_map(|node| node.text()).for_each(|text| {
        all.push('\n');
        all.push_str(text);
    });
    all
}

/// A document without its markup: tags, addresses, and lines that are for its author.
fn without_markup(text: &str) -> String {
    let mut plain = String::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with(['%', '/'])) {
        let mut rest = line;
        while let Some(at) = rest.find(['<', '{']).or_else(|| rest.find("](")) {
            plain.push_str(&rest[..at]);
            let close = match &rest[at..=at] {
                "<" => '>',
                "{" => '}',
                _ => ')',
            };
            plain.push(' ');
            rest = rest[at..].find(close).map_or("", |end| &rest[at + end + 1..]);
        }
        plain.push_str(rest);
        plain.push('\n');
    }
    plain.replace("&quot;", " ").replace("&amp;", " ").replace("&lt;", " ").replace("&gt;", " ")
}

struct Drawn {
    own: Own,
    place: String,
    rendering: Rendering,
}

/// Every chart of a project in some sizes.
fn drawn(project: &Project, data: &Dataset, sizes: &[Size]) -> Vec<Drawn> {
    let settings = Settings {
        sizes: sizes.to_vec(),
        themes: vec![ThemeName::default()],
        ..Settings::default()
    };
    let studio = Studio { project: &project.name, settings: &settings, data };
    let mut all = Vec::new();
    for case in &project.cases {
        let spec = ChartSpec::only(&case.name, "", &case.spec);
        let drawn = studio.draw(&spec, false, &|looks, _| looks.all()).value;
        all.extend(drawn.drawn.into_iter().map(|rendering| Drawn {
            own: Own::of(project, &case.spec),
            place: rendering.stem.clone(),
            rendering,
        }));
    }
    all
}

fn told_in_it(project: &'static Project) -> Dataset<'static> {
    let mut data = Dataset::read(project.files, FINANCIAL_MONTH).value;
    data.language = &MADE_UP;
    data
}

#[test]
fn no_word_of_another_language_is_in_a_picture() {
    let mut faults = Faults::default();
    for project in common::projects() {
        let data = told_in_it(project);
        for drawn in drawn(project, &data, &Size::ALL) {
            drawn.own.check(&drawn.place, &texts(&drawn.rendering.svg), &mut faults);
        }
    }
    faults.none();
}

/// Words of markup, and names of files, in what is handed to hosts.
const MARKUP: &str = "alt align ARABIC begin BeginAccSupp bib caption centering charts csl csv custom datapackage details docx \
    em email EndAccSupp fi fig figure fill footnotesize htbp href html ifdefined image img \
    includegraphics index json label linewidth link max md myst narrow pandoc par pdf png pptx qmd raggedright \
    rem root SEQ size slide snippet source strict style svg td tex text th txt typ width 0.85";

/// What is said in a file to be handed on, without its markup.
fn said(name: &str, bytes: &[u8]) -> Option<String> {
    if name.ends_with(".svg") {
        return Some(texts(&String::from_utf8_lossy(bytes)));
    }
    #[cfg(feature = "png")]
    if name.ends_with(".docx") {
        use std::io::{Cursor, Read};
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a ZIP");
        let mut text = String::new();
        let mut document = archive.by_name("word/document.xml").expect("it is a document");
        document.read_to_string(&mut text).expect("it is text");
        return Some(without_markup(&text));
    }
    if name.ends_with(".csv") {
        // Names of columns and codes are those of the format.
        let mut reader = csv::Reader::from_reader(bytes);
        let heads = reader.headers().expect("it has a header").clone();
        let columns = ["panel", "source_text"].map(|name| heads.iter().position(|one| one == name));
        let rows = reader.records().map(|row| row.expect("it is a row"));
        let cells = rows.flat_map(|row| {
            columns.map(|column| column.and_then(|at| row.get(at)).unwrap_or_default().to_string())
        });
        return Some(cells.collect::<Vec<_>>().join("\n"));
    }
    // Marks of what is our own are no words for a reader.
    let text = std::str::from_utf8(bytes).ok()?.lines();
    let text: Vec<&str> = text.filter(|line| !line.starts_with("[sourceline:")).collect();
    Some(without_markup(&text.join("\n")))
}

#[test]
fn no_word_of_another_language_is_in_what_is_handed_on() {
    let mut faults = Faults::default();
    let project = &common::projects()[0];
    let data = told_in_it(project);
    let kit = Kit::new(&data, &Default::default(), Vec::new());
    let mut own = Own::of(project, "");
    own.words.extend(words(MARKUP).map(str::to_lowercase));
    own.text.push_str(MARKUP);
    let mut packed = Vec::new();
    for drawn in drawn(project, &data, &[Size::Report]).chunk_by(|a, b| a.own.text == b.own.text) {
        own.text.push_str(&drawn[0].own.text);
        own.words.extend(drawn[0].own.words.iter().cloned());
        own.words.extend(words(&drawn[0].rendering.chart.name).map(str::to_string));
        let renderings = drawn.iter().map(|drawn| drawn.rendering.clone()).collect();
        packed.push(kit.pack(renderings).unwrap_or_else(|problem| panic!("{}", problem.message)));
    }
    let page = pages(&MADE_UP, &project.name, &packed);
    for (name, bytes) in packed.iter().flat_map(|packed| &packed.files).chain(&page) {
        if name.ends_with(".pdf") {
            let tag = format!("/Lang({})", MADE_UP.tag);
            let found = bytes.windows(tag.len()).any(|window| window == tag.as_bytes());
            faults.check(found, || format!("{name}: it does not name its language"));
        }
        if let Some(text) = said(name, bytes) {
            own.check(name, &text, &mut faults);
        }
    }
    faults.none();
}

/// Where code looks for words that are no language's: of the data, of another program, of ours.
const LOOKED_FOR: [(&str, &str); 6] = [
    ("chart/spec/values.rs", "duplicate"),
    ("embed/word.rs", "LANGUAGE"),
    ("embed/powerpoint.rs", "LANGUAGE"),
    ("embed/own.rs", "sl_"),
    ("embed/own.rs", "<w:r>"),
    ("embed/own.rs", "</w:p>"),
];

#[test]
fn no_code_looks_for_a_word_in_a_text() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Faults::default();
    let mut waiting: Vec<_> =
        ["chart", "draw", "embed", "export"].map(|room| source.join(room)).into();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("the folder can be read");
            waiting.extend(entries.map(|entry| entry.expect("it is there").path()));
            continue;
        }
        let name = path.strip_prefix(&source).expect("it is below").to_string_lossy();
        let name = name.replace('\\', "/");
        let text = fs::read_to_string(&path).expect("the source can be read");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if name.contains("/tests") || name.ends_with("fixtures.rs") {
            continue;
        }
        for (before, rest) in code.match_indices("(\"").map(|(at, _)| code.split_at(at)) {
            let method = before.rsplit('.').next().unwrap_or_default();
            let literal = rest[2..].split('"').next().unwrap_or_default();
            // The ends of lines are no words.
            let literal_words = literal.replace("\\r", "").replace("\\n", "");
            let letters = literal_words.chars().filter(|letter| letter.is_alphabetic()).count();
            let looks = [
                "contains",
                "starts_with",
                "ends_with",
                "strip_prefix",
                "strip_suffix",
                "split",
                "split_once",
                "rsplit_once",
                "find",
                "matches",
                "replace",
                "trim_start_matches",
                "trim_end_matches",
            ];
            let known = LOOKED_FOR.contains(&(name.as_str(), literal));
            faults.check(!looks.contains(&method) || letters < 2 || known, || {
                format!("{name}: it looks for `{literal}` in a text")
            });
        }
    }
    faults.none();
}
