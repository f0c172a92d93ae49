//! Every file of `tests/checks` is a mistake, with what must be said of it and a mended twin of
//! which nothing may be said.
//!
//! A case is made of sections that begin with `--- `: `--- figures.csv` and the like give a file
//! (the others come from `base.case`), `--- said` lists the problems, one a line, as
//! `file:line:column (cell): level rule: what to write instead`, and `--- mended figures.csv` gives
//! the twin. What stands above the first section says what the case is about. In the files `\r`,
//! `\t`, `\\`, `\x92` (a byte) and `\u{200b}` (a character) are escapes; of a line that ends in `\`
//! the line ending is left out.
//!
//! Where what is said has changed on purpose, `BLESS=1 cargo test checks` writes it anew.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use sourceline::check::check;
use sourceline::dataset::Files;
use sourceline::problem::Problem;

struct Case {
    path: PathBuf,
    text: String,
}

impl Case {
    fn read(path: PathBuf) -> Case {
        let text = std::fs::read_to_string(&path).expect("a case is UTF-8");
        Case { path, text }
    }

    fn name(&self) -> String {
        self.path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn section(&self, name: &str) -> Option<&str> {
        let start = self.text.find(&format!("--- {name}\n"))? + name.len() + 5;
        let rest = &self.text[start..];
        Some(&rest[..rest.find("--- ").unwrap_or(rest.len())])
    }

    fn sections(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter_map(|line| line.strip_prefix("--- "))
    }

    fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.section(name).map(unescaped)
    }

    fn is_mended(&self) -> bool {
        self.sections().any(|section| section.starts_with("mended "))
    }

    /// The files of the case; those it does not give come from the base.
    fn files(&self, base: &Case, mended: bool) -> Files {
        let file = |name: &str| {
            let twin = self.file(&format!("mended {name}")).filter(|_| mended);
            twin.or_else(|| self.file(name)).or_else(|| base.file(name))
        };
        Files {
            figures: file("figures.csv").unwrap_or_default(),
            series: file("series.csv").unwrap_or_default(),
            sources: file("sources.csv").unwrap_or_default(),
            events: file("events.csv"),
        }
    }

    fn bless(&self, said: &str) {
        let old = self.section("said").expect("a case says what is said");
        let start = old.as_ptr() as usize - self.text.as_ptr() as usize;
        let mut text = self.text.clone();
        text.replace_range(start..start + old.len(), said);
        std::fs::write(&self.path, text).expect("the case can be written");
    }
}

/// The bytes of a file whose escapes are read.
pub fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend(&rest.as_bytes()[..at]);
        let mut escape = rest[at + 1..].chars();
        let sign = escape.next().expect("an escape does not end the file");
        rest = escape.as_str();
        let mut encode = |character: char| bytes.extend(character.to_string().as_bytes());
        match sign {
            'r' => encode('\r'),
            't' => encode('\t'),
            '\\' => encode('\\'),
            '\n' => {}
            'x' => {
                bytes.push(u8::from_str_radix(&rest[..2], 16).expect("two digits after \\x"));
                rest = &rest[2..];
            }
            'u' => {
                let end = rest.find('}').expect("a closing brace after \\u");
                let code = u32::from_str_radix(&rest[1..end], 16).expect("digits after \\u");
                encode(char::from_u32(code).expect("a character after \\u"));
                rest = &rest[end + 1..];
            }
            other => panic!("no such escape: \\{other}"),
        }
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// The files that a case does not give.
pub fn base() -> Files {
    let (base, _) = cases();
    base.files(&base, false)
}

fn said(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|problem| {
            let Problem { place, rule, hint, .. } = problem;
            let level = problem.level();
            let hint = hint.as_deref().unwrap_or_default().replace('\n', "⏎");
            format!("{place}: {level} {rule}: {hint}\n")
        })
        .collect()
}

fn cases() -> (Case, Vec<Case>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("there are cases")
        .map(|entry| entry.expect("a case can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "case"))
        .collect();
    paths.sort();
    let mut cases: Vec<Case> = paths.into_iter().map(Case::read).collect();
    let base = cases.iter().position(|case| case.name() == "base").expect("there is a base");
    (cases.remove(base), cases)
}

#[test]
fn of_every_mistake_is_said_what_to_write_instead() {
    let (base, cases) = cases();
    assert!(cases.len() > 80, "only {} cases were found", cases.len());
    let mut wrong = String::new();
    for case in &cases {
        let files = case.files(&base, false);
        let found = said(&check(&files, 4).problems);
        let expected = case.section("said").expect("a case says what is said");
        if found == expected {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            case.bless(&found);
        }
        wrong += &format!("{}:\nexpected\n{expected}found\n{found}\n", case.name());
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn of_the_mended_twin_nothing_is_said() {
    let (base, cases) = cases();
    for case in cases {
        let says_something = case.section("said").is_some_and(|said| !said.is_empty());
        assert!(case.is_mended() || !says_something, "{} has no mended twin", case.name());
        let files = case.files(&base, true);
        let problems = check(&files, 4).problems;
        assert!(problems.is_empty(), "{}, mended:\n{}", case.name(), said(&problems));
    }
}

#[test]
fn fifty_mistakes_give_fifty_messages() {
    let (base, cases) = cases();
    let case =
        cases.iter().find(|case| case.name() == "fifty-mistakes").expect("there is the case");
    let files = case.files(&base, false);
    let problems = check(&files, 4).problems;
    let errors = problems.iter().filter(|p| p.level() == sourceline::problem::Level::Error).count();
    assert_eq!((problems.len(), errors), (50, 50), "{}", said(&problems));
}

#[test]
fn every_message_says_what_was_found_and_why() {
    let (base, cases) = cases();
    for case in cases {
        let files = case.files(&base, false);
        for problem in check(&files, 4).problems {
            let message = &problem.message;
            let name = case.name();
            assert!(message.len() > 20, "{name}: {message}");
            assert!(!message.ends_with('.'), "{name}: {message}");
            assert!(!message.contains(char::is_control), "{name}: {message}");
            assert!(message.chars().count() < 1_000, "{name}: {message}");
        }
    }
}

/// The place of a problem is where its bytes are, counted by another way.
#[test]
fn places_are_those_of_a_slow_count() {
    let (base, cases) = cases();
    for case in cases {
        let files = case.files(&base, false);
        for problem in check(&files, 4).problems {
            let bytes = match &*problem.place.file {
                "data/figures.csv" => &files.figures,
                "data/series.csv" => &files.series,
                "data/sources.csv" => &files.sources,
                _ => files.events.as_ref().expect("there are events"),
            };
            let before = String::from_utf8_lossy(&bytes[..problem.place.bytes.start]);
            let before = before.replace("\r\n", "\n").replace('\r', "\n");
            let lines: Vec<&str> = before.split('\n').collect();
            let last = lines.last().map_or("", |line| line.trim_start_matches('\u{feff}'));
            let column = if lines.len() == 1 {
                last.chars().count()
            } else {
                lines[lines.len() - 1].chars().count()
            };
            let name = case.name();
            assert_eq!(
                (problem.place.line, problem.place.column),
                (lines.len(), column + 1),
                "{name}"
            );
        }
    }
}

fn header() -> &'static str {
    "id,series,period,value,low,high,qualifier,status,formula,source,origin,stated,locator,rank,note\n"
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        figures in proptest::collection::vec(any::<u8>(), 0..200),
        cells in proptest::collection::vec("[-a-z0-9\",;=\\n\\r\\[\\]/~ é.]{0,12}", 0..60),
        other in proptest::collection::vec(any::<u8>(), 0..100),
    ) {
        let mut rows = header().as_bytes().to_vec();
        rows.extend(cells.join(",").as_bytes());
        let tables = [
            Files { figures: figures.clone(), series: other.clone(), sources: rows.clone(), events: Some(other) },
            Files { figures: rows.clone(), series: figures.clone(), sources: figures.clone(), events: None },
            Files { figures: [header().as_bytes(), &figures].concat(), ..Files::default() },
        ];
        for files in tables {
            let checked = check(&files, 4);
            let data = checked.value;
            for (key, figure) in data.figures() {
                prop_assert_eq!(data.find_figure(&figure.id), Some(key));
                prop_assert!(!data.row_text(key).is_empty());
            }
        }
    }

    #[test]
    fn what_the_csv_crate_writes_is_read_back(
        words in proptest::collection::vec(("[ -~\\né\"',;]{0,20}", "[ -~\\n\"]{0,20}", any::<i64>()), 1..20),
        ending in 0usize..3,
    ) {
        let ending = [csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')][ending];
        let mut writer = csv::WriterBuilder::new().terminator(ending).from_writer(Vec::new());
        writer.write_record(["note", "value", "id", "source", "series", "stated", "period"]).unwrap();
        for (at, (note, stated, value)) in words.iter().enumerate() {
            let (id, value, period) = (format!("figure-{at}"), value.to_string(), (1000 + at).to_string());
            writer.write_record([note, &value, &id, "report", "change", stated, &period]).unwrap();
        }
        let files = Files {
            figures: writer.into_inner().unwrap(),
            series: b"id,title,unit,nature\nchange,Change,things,net\n".to_vec(),
            sources: b"id,publisher,title\nreport,Office,Report\n".to_vec(),
            events: None,
        };
        let checked = check(&files, 4);
        prop_assert!(!checked.has_errors(), "{}", said(&checked.problems));
        let data = checked.value;
        prop_assert_eq!(data.figures.len(), words.len());
        for (figure, (note, stated, value)) in data.figures.iter().zip(&words) {
            // A cell of blanks says nothing.
            let said = |cell: &'_ str| if cell.trim().is_empty() { "" } else { cell }.to_string();
            prop_assert_eq!([&*figure.note, &*figure.stated], [said(note), said(stated)]);
            prop_assert_eq!(figure.value(), Some(rust_decimal::Decimal::from(*value)));
        }
    }
}
