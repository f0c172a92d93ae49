//! Data that is made up from bytes, drawn in whatever way they say and handed out everywhere.

use std::fmt::Write as _;

use roxmltree::Document;
use sourceline::dataset::Files;
use sourceline::export;
use sourceline::{Project, ProjectError, ProjectTexts, embed};

use super::data::told;

/// Well-formed, of known elements only, without a character that XML forbids.
pub fn well_formed(svg: &str) {
    let document = Document::parse(svg).expect("a picture is well-formed");
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(ELEMENTS.contains(&name), "the picture has <{name}>");
    }
    let legal = |c: char| c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    assert!(svg.chars().all(legal), "the picture has a character that is none");
}

const ELEMENTS: [&str; 12] = [
    "svg", "title", "desc", "metadata", "g", "rect", "line", "polyline", "polygon", "path",
    "circle", "text",
];

/// Bytes as choices; when they are used up, always the first.
struct Choices<'b>(&'b [u8]);

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn below(&mut self, count: usize) -> usize {
        usize::from(self.byte()) % count
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

const NATURES: [(&str, &str); 8] = [
    ("flow", "nests"),
    ("stock", "boxes"),
    ("share", "percent"),
    ("rate", "calls"),
    ("ratio", "per 1,000"),
    ("net", "£ million"),
    ("growth", "percent"),
    ("flow", "£"),
];
const MARKS: [&str; 6] = ["points", "line", "bars", "spans", "bars-across", "line"];
/// For a whole spec.
const SETTLED: [&str; 8] = [
    "",
    "labels = \"all\"\n",
    "labels = \"none\"\n",
    "citations = \"numbers\"\n",
    "layout = \"side-by-side\"\n",
    "layout = \"small-multiples\"\n",
    "size = \"narrow\"\n",
    "scales = \"free\"\n",
];
/// For a panel.
const EXTRAS: [&str; 8] = [
    "",
    "scale = \"log\"\n",
    "events = [\"storm\"]\n",
    "reference = [{ figure = \"f0-1\" }]\n",
    "from = \"2000\"\nto = \"2010\"\n",
    "zero = false\n",
    "title = \"A panel\"\n",
    "period = \"2001\"\n",
];
const WORDS: [&str; 8] = [
    "Nests",
    "\"Swifts\", said the <club>",
    "Größe & Zahl",
    "a | b ` c * d",
    "燕の巣",
    "a very long name of something that is counted by several people in several places at once",
    "{{ latest(\"s0\") }}",
    "100%",
];

pub fn draw(bytes: &[u8]) {
    let texts = made_up(&mut Choices(bytes));
    let project = match Project::read(&texts) {
        Ok(project) => project,
        Err(error) => return refused(&error),
    };
    let chart = match project.chart("tried") {
        Ok(chart) => chart,
        Err(error) => return refused(&error),
    };
    for picture in &chart.pictures {
        well_formed(&picture.svg);
    }
    let rows = export::rows(chart.chart(), &project.data);
    drop(export::csv::write(&rows));
    drop(export::markdown::document(chart.chart(), &rows, &project.data, "tried.svg"));
    for host in embed::ALL.iter().filter(|host| !host.names_no_text() && host.word != "latex") {
        drop(chart.hand_out(host, "charts/"));
    }
}

fn refused(error: &ProjectError) {
    match error {
        ProjectError::Problems(problems) => {
            assert!(!problems.is_empty(), "refused without a word");
            told(problems);
        }
        ProjectError::NoChart { name, .. } => panic!("the chart {name} is there"),
    }
}

fn made_up(choices: &mut Choices) -> ProjectTexts {
    let count = 1 + choices.below(4);
    let mut series = String::from("id,title,unit,nature,per,geography,definition,base,note\n");
    let mut figures =
        String::from("id,series,period,value,low,high,qualifier,status,source,rank,note\n");
    let mut spec = format!("title = {}\n", quoted(choices.of(&WORDS)));
    spec += choices.of(&SETTLED);
    for at in 0..count {
        let (nature, unit) = NATURES[choices.below(NATURES.len())];
        let per = if nature == "rate" { choices.of(&["week", "month", "year"]) } else { "" };
        let base = if nature == "growth" { "a year earlier" } else { "" };
        let title = cell(WORDS[choices.below(6)]);
        writeln!(series, "s{at},{title},{},{nature},{per},UK,,{base},", cell(unit))
            .expect("memory");
        let rows = choices.below(40);
        let (mut year, step) = (1900 + choices.below(120), choices.below(4));
        for row in 0..rows {
            let period = match step {
                0 => format!("{year}"),
                1 => format!("{year}-{:02}", 1 + row % 12),
                2 => format!("{year}-{:02}-{:02}", 1 + row % 12, 1 + choices.below(28)),
                _ => format!("{year}-04/{}-03", year + 1),
            };
            year += if step == 1 || step == 2 { usize::from(row % 12 == 11) } else { 1 };
            year += usize::from(choices.byte() > 230) * choices.below(20);
            let quantity = quantity(choices);
            let source = choices.of(&["club", "paper"]);
            let status = choices.of(&["", "", "", "", "p", "f", "t", "b", "e"]);
            let note = if status == "b" { "Counted otherwise." } else { "" };
            writeln!(figures, "f{at}-{row},s{at},{period},{quantity},{status},{source},,{note}")
                .expect("memory");
        }
    }
    let panels = 1 + choices.below(3);
    for _ in 0..panels {
        spec += "[[panels]]\n";
        spec += choices.of(&EXTRAS);
        let shown = 1 + choices.below(count);
        let mark = choices.of(&MARKS);
        let per = choices.of(&["", "", "", ", per = \"month\""]);
        let line = |at| format!("{{ id = \"s{at}\", mark = \"{mark}\"{per} }}");
        let lines = (0..shown).map(line);
        writeln!(spec, "series = [{}]", lines.collect::<Vec<_>>().join(", ")).expect("memory");
    }
    let sizes =
        choices.of(&["", "sizes = [\"report\", \"narrow\"]\n", "themes = [\"light\", \"dark\"]\n"]);
    let events = "id,date,label,source,note\nstorm,2005-06,A storm,club,\n";
    ProjectTexts {
        name: "made-up".into(),
        data: Files {
            figures: figures.into_bytes(),
            series: series.into_bytes(),
            sources: SOURCES.into(),
            events: Some(events.into()),
        },
        settings: sizes.into(),
        charts: vec![("tried".into(), spec)],
        ..ProjectTexts::default()
    }
}

const SOURCES: &[u8] = b"id,kind,publisher,title,published,url,origin\n\
    club,report,Anytown Club,Swifts,2099-03,https://example.org/a,\n\
    paper,news,Gazette,Swifts are back,2099-05-01,https://example.org/b,club\n";

/// Value, low, high and qualifier.
fn quantity(choices: &mut Choices) -> String {
    let digits = choices.below(12);
    let mut value = String::new();
    if choices.byte() > 250 {
        value.push('-');
    }
    value.push(char::from(b'1' + choices.byte() % 9));
    (0..digits).for_each(|_| value.push(char::from(b'0' + choices.byte() % 10)));
    if choices.byte() > 200 {
        write!(value, ".{}", choices.byte()).expect("memory");
    }
    match choices.below(10) {
        0 => format!("{value},,,about"),
        1 => format!("{value},,,at_least"),
        2 => format!("{value},,,at_most"),
        3 => format!(",{value},{value}9,range"),
        4 => format!("{value},{value},{value}9,about"),
        _ => format!("{value},,,exact"),
    }
}

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can be quoted")
}

pub fn draw_seeds() -> Vec<Vec<u8>> {
    // Steps through the choices, each another way.
    let choice = |seed: u32, at: u32| ((at * (2 * seed + 1) * 37) >> 3) as u8;
    (0..64).map(|seed| (0..600).map(|at| choice(seed, at)).collect()).collect()
}
