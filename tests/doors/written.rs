//! What people type: specs, settings, sentences, quantities, periods.

use std::sync::LazyLock;

use sourceline::chart;
use sourceline::check;
use sourceline::dataset::{Dataset, Files};
use sourceline::draw::{self, Style};
use sourceline::encode::svg;
use sourceline::figure::{Nature, Per, Period};
use sourceline::output::settings::Settings;
use sourceline::problem::has_errors;
use sourceline::reading::{self, Measure, Setting};

use super::data::told;
use super::drawn::well_formed;
use super::{files, lines};

const FIGURES: &[u8] = include_bytes!("../charts/data/figures.csv");
const SERIES: &[u8] = include_bytes!("../charts/data/series.csv");
const SOURCES: &[u8] = include_bytes!("../charts/data/sources.csv");
const EVENTS: &[u8] = include_bytes!("../charts/data/events.csv");

/// The invented data of the specs in `tests/charts`.
static INVENTED: LazyLock<Dataset<'static>> = LazyLock::new(|| {
    let files: &'static Files = Box::leak(Box::new(Files {
        figures: FIGURES.to_vec(),
        series: SERIES.to_vec(),
        sources: SOURCES.to_vec(),
        events: Some(EVENTS.to_vec()),
    }));
    check::check(files, 4).value
});

/// What is not refused is drawn, or the picture says why not.
fn resolved(spec: &str) {
    let read = chart::resolve("tried", "charts/tried.toml", spec, &INVENTED, "invented");
    told(&read.problems);
    let refused = has_errors(&read.problems);
    let Some(chart) = read.value.filter(|_| !refused) else {
        return assert!(refused, "no chart, and no problem says why");
    };
    match draw::draw(&chart, &Style::of(&chart)) {
        Ok(scene) => well_formed(&svg::encode(&scene)),
        Err(unfit) => assert!(!unfit.to_string().is_empty()),
    }
}

pub fn specs(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes) {
        resolved(text);
    }
}

pub fn specs_seeds() -> Vec<Vec<u8>> {
    let mut seeds = files("tests/charts/charts", &[".toml"]);
    seeds.extend(files("tests/specs", &[".toml"]));
    seeds.extend(files("tests/gallery", &[".toml"]));
    seeds
}

pub fn settings(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let mut problems = Vec::new();
    let settings = Settings::parse(text, &mut problems);
    told(&problems);
    assert!((1..=12).contains(&settings.financial_year_starts));
}

pub fn settings_seeds() -> Vec<Vec<u8>> {
    let mut seeds = files("tests", &["sourceline.toml"]);
    seeds.push(
        b"financial_year_starts = 4\nformats = [\"svg\", \"png\"]\nsizes = [\"report\"]\n".to_vec(),
    );
    seeds.push(
        b"themes = [\"light\", \"dark\"]\ncitations = \"none\"\nsite = \"https://example.org/\"\n"
            .to_vec(),
    );
    seeds
}

/// A text as the title, a note and a name of a chart, and as a sentence on its own.
pub fn words(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    drop(reading::sentence(text));
    let quoted = serde_json::to_string(text).expect("a text can be quoted");
    let panel = "[[panels]]\nseries = [{ id = \"ferry-passengers\", mark = \"points\"";
    resolved(&format!("title = {quoted}\nnotes = [{quoted}]\n{panel} }}]\n"));
    resolved(&format!("title = \"T\"\nalt = {quoted}\n{panel}, name = {quoted} }}]\n"));
}

pub fn words_seeds() -> Vec<Vec<u8>> {
    let mut seeds = lines(&files("tests/sentences", &[".tsv"]), 2);
    let functions = [
        "{{ latest(\"ferry-passengers\") }} in 2020",
        "Up {{ times(\"ferry-passengers\", \"2018\", \"2020\") }} times",
        "{% if true %}a{% endif %}",
    ];
    seeds.extend(functions.iter().map(|text| text.as_bytes().to_vec()));
    seeds
}

/// Whatever a typed number is read as can be said in words again.
pub fn quantities(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let all = [
        Measure { unit: "referrals", nature: Nature::Flow, per: None, base: "" },
        Measure { unit: "percent", nature: Nature::Share, per: None, base: "" },
        Measure { unit: "£ million", nature: Nature::Net, per: None, base: "" },
        Measure { unit: "calls", nature: Nature::Rate, per: Per::parse("month"), base: "" },
    ];
    for of in &all {
        for quantity in reading::quantity(text, of).values() {
            assert!(!reading::quantity_in_words(quantity, of).is_empty());
            let _ = reading::says_plainly(text, quantity);
        }
        drop(reading::quoted(text, of));
    }
    let (_, status) = reading::with_status(text);
    drop((status, reading::typed_status(text), reading::stated_cell(text)));
}

pub fn quantities_seeds() -> Vec<Vec<u8>> {
    lines(&files("tests/reading", &["quantities.tsv"]), 0)
}

/// A period that is read is written so that the files read the same.
pub fn periods(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let years = [None, Some(true), Some(false)];
    for financial_years in years {
        let setting = Setting { financial_years, ..Setting::default() };
        for period in reading::period(text, &setting).values() {
            assert!(!reading::period_in_words(*period).is_empty());
            let written = period.to_string();
            let again = Period::parse(&written).map(Period::span);
            assert_eq!(again.ok(), Some(period.span()), "`{written}` of `{text}`");
        }
    }
    if let Ok(period) = Period::parse(text) {
        let again = Period::parse(&period.to_string()).map(Period::span);
        assert_eq!(again.ok(), Some(period.span()), "`{text}`");
    }
}

pub fn periods_seeds() -> Vec<Vec<u8>> {
    lines(&files("tests/reading", &["periods.tsv"]), 0)
}
