//! Typed sentences that are true of a chart, and false ones: `tests/sentences/README` says their form.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use sourceline::chart::{self, ChartSpec, HouseRules};
use sourceline::dataset::Dataset;
use sourceline::problem::Level;

use super::common::read_files;

struct Sentence {
    /// `true.tsv:12`
    place: String,
    chart: String,
    site: String,
    words: String,
    why: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences")
}

/// The sentences of all files whose name begins so.
fn sentences(start: &str) -> Vec<Sentence> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "tsv"))
        .collect();
    files.sort();
    let mut found = Vec::new();
    for path in files {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if !name.starts_with(start) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it is text");
        for (at, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let place = format!("{name}:{}", at + 1);
            let cells: Vec<&str> = line.split('\t').collect();
            let [chart, site, words, why] = cells[..] else {
                panic!("{place}: four cells with tabs between them")
            };
            let [chart, site, words, why] = [chart, site, words, why].map(str::to_string);
            found.push(Sentence { place, chart, site, words, why });
        }
    }
    found
}

/// Where the data and the charts of a sentence are: those of this project where it says `shipped/`.
fn project(sentence: &Sentence) -> (PathBuf, &str) {
    match sentence.chart.strip_prefix("shipped/") {
        Some(chart) => (PathBuf::from(env!("CARGO_MANIFEST_DIR")), chart),
        None => (folder(), &sentence.chart),
    }
}

/// The spec with the sentence in it.
fn put(sentence: &Sentence) -> String {
    let (folder, chart) = project(sentence);
    let path = folder.join(format!("charts/{chart}.toml"));
    let spec = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {}: {error}", sentence.place, path.display()));
    let words = match sentence.words.contains('\'') {
        false => format!("'{}'", sentence.words),
        true => format!("\"{}\"", sentence.words.replace('\\', "\\\\").replace('"', "\\\"")),
    };
    let (first, rest) = spec.split_once('\n').expect("a title, and panels");
    let (head, panel) = rest.split_once("[[panels]]\n").expect("a panel");
    let (title, others) = match panel.starts_with("title = ") {
        true => panel.split_once('\n').expect("the title of a panel, and its series"),
        false => ("", panel),
    };
    assert!(first.starts_with("title = "), "{}", sentence.place);
    let others = match sentence.site.as_str() {
        "name" => others.replacen(" }", &format!(", name = {words} }}"), 1),
        _ => others.to_string(),
    };
    let rest = |title: &str| format!("{head}[[panels]]\n{title}\n{others}");
    match sentence.site.as_str() {
        "title" => format!("title = {words}\n{}", rest(title)),
        "subtitle" => format!("{first}\nsubtitle = {words}\n{}", rest(title)),
        "note" if head.contains("notes = [") => {
            let head = head.replacen("notes = [", &format!("notes = [{words},"), 1);
            format!("{first}\n{head}[[panels]]\n{title}\n{others}")
        }
        "note" => format!("{first}\nnotes = [{words}]\n{}", rest(title)),
        "alt" => format!("{first}\nalt = {words}\n{}", rest(title)),
        "panel" => format!("{first}\n{}", rest(&format!("title = {words}"))),
        "name" => format!("{first}\n{}", rest(title)),
        site if site.starts_with("mark ") => {
            let cells: Vec<&str> = site.split(' ').collect();
            let [_, series, period] = cells[..] else {
                panic!("{}: a series and a period", sentence.place)
            };
            let beside = format!(
                "annotate = [{{ series = \"{series}\", period = \"{period}\", text = {words} }}]"
            );
            let found = others.find(&format!("\"{series}\"")).expect("it is drawn");
            let panel = others[..found].rfind("series = [").expect("its panel");
            format!(
                "{first}\n{}",
                rest(title).replacen(
                    &others[panel..],
                    &format!("{beside}\n{}", &others[panel..]),
                    1
                )
            )
        }
        site => panic!("{}: no place is called {site}", sentence.place),
    }
}

/// What is said of each sentence that should not be: of true ones errors, of false ones nothing.
fn wrong(sentences: &[Sentence], refused: bool) -> (usize, String) {
    let files = [folder(), PathBuf::from(env!("CARGO_MANIFEST_DIR"))];
    let files = files.map(|folder| read_files(&folder.join("data")));
    let [own, shipped] = [&files[0], &files[1]].map(|files| {
        let data = Dataset::read(files, super::common::FINANCIAL_MONTH);
        assert!(!data.problems.iter().any(|one| one.rule.level() == Level::Error));
        data.value
    });
    let (mut count, mut told) = (0, String::new());
    for sentence in sentences {
        let spec = put(sentence);
        let data = if sentence.chart.starts_with("shipped/") { &shipped } else { &own };
        let problems = chart::resolve("c", "charts/c.toml", &spec, data, "s").problems;
        let errors = problems.iter().filter(|one| one.rule.level() == Level::Error);
        let errors: Vec<&str> = errors.map(|one| one.message.as_str()).collect();
        if errors.is_empty() == refused {
            count += 1;
            let Sentence { place, words, why, .. } = sentence;
            writeln!(told, "{place}: {words}\n    {why}; {}", errors.join("; ")).expect("a string");
        }
    }
    (count, told)
}

#[test]
fn true_sentences_pass_and_false_ones_do_not() {
    let (good, bad) = (sentences("true"), sentences("false"));
    let (alarms, told) = wrong(&good, false);
    println!("{alarms} false alarms of {} true sentences\n{told}", good.len());
    let (misses, told) = wrong(&bad, true);
    println!("{misses} misses of {} false sentences\n{told}", bad.len());
    assert!(alarms * 50 <= good.len(), "{alarms} false alarms of {}", good.len());
    assert!(misses * 50 <= bad.len(), "{misses} misses of {}", bad.len());
}

/// Of a sentence that passes, is a look advised, since its words would pass whatever the figures are?
#[test]
fn words_that_nothing_is_held_against_are_told_and_few_true_sentences_have_one() {
    let files = [folder(), PathBuf::from(env!("CARGO_MANIFEST_DIR"))];
    let files = files.map(|folder| read_files(&folder.join("data")));
    let [own, shipped] = [&files[0], &files[1]]
        .map(|files| Dataset::read(files, super::common::FINANCIAL_MONTH).value);
    let told = |sentence: &Sentence| {
        let spec = put(sentence);
        let data = if sentence.chart.starts_with("shipped/") { &shipped } else { &own };
        let spec = ChartSpec::only("c", "charts/c.toml", &spec);
        chart::unheld_words(&spec, &HouseRules::default(), data, "s")
    };
    let good = sentences("true");
    let advised: Vec<_> = good.iter().filter(|one| !told(one).is_empty()).collect();
    for Sentence { place, words, .. } in &advised {
        println!("{place}: {words}");
    }
    println!("{} of {} true sentences are looked at", advised.len(), good.len());
    assert!(advised.len() * 20 <= good.len(), "{} of {}", advised.len(), good.len());
    let bad = sentences("unheld");
    assert!(bad.len() > 20);
    for sentence in &bad {
        let told = told(sentence);
        assert_eq!(told.len(), 1, "{}: {}", sentence.place, sentence.words);
    }
}
