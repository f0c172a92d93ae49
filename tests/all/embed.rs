//! Snippets and sidecars, made from the invented project in `tests/charts` with words that try to
//! be markup.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::Path;

use crate::common::read_files;
use sourceline::chart::{self, Chart, Citation, Runs};
use sourceline::dataset::{Dataset, Files};
use sourceline::embed::{self, BothForms, Embedded, Gives, PictureFile, Pictures, Twin};
use sourceline::export::variables::{self, Notation};
use sourceline::export::{self, DataRow};
use sourceline::figure::Per;

const HOSTILE: &str = "</title><script>alert(1)</script> ]( \"x\" *b* $a$ \\end{figure} % # 100%";

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/charts"))
}

fn files() -> Files {
    read_files(&folder().join("data"))
}

/// The data of the project itself.
fn shipped() -> Files {
    read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

fn names() -> Vec<String> {
    let entries = std::fs::read_dir(folder().join("charts")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_string())
        .collect();
    names.sort();
    names
}

fn chart(name: &str, data: &Dataset) -> Chart {
    let label = format!("charts/{name}.toml");
    let text = std::fs::read_to_string(folder().join(&label)).unwrap();
    let resolved = chart::resolve(name, &label, &text, data, "invented");
    resolved.value.unwrap_or_else(|| panic!("{name}: {:?}", resolved.problems))
}

/// The same chart with hostile words everywhere.
fn hostile(mut chart: Chart) -> Chart {
    chart.title = format!("Title {HOSTILE}");
    chart.subtitle = format!("Subtitle {HOSTILE}");
    chart.alt = format!("Alt {HOSTILE}");
    chart.description = format!("Description {HOSTILE}");
    chart.notes = Runs::notes([format!("Note {HOSTILE}")]);
    chart.apart = vec![format!("Apart {HOSTILE}")];
    chart.sources = vec![
        Citation {
            source: chart.sources[0].source.clone(),
            text: format!("Source {HOSTILE}"),
            url: "https://example.org/a_(b)?c=1&d=%20#e\"><script>".to_string(),
            ..Citation::default()
        },
        Citation { source: "other".into(), text: "Other".into(), ..Citation::default() },
    ];
    chart
}

fn pictures() -> Pictures {
    let picture = |path: &str, width| PictureFile { path: path.to_string(), width, height: 400.5 };
    Pictures {
        svg: picture("my charts/a.svg", 720.0),
        twins: vec![
            Twin { picture: picture("my charts/a.dark.svg", 720.0), dark: true, narrow: false },
            Twin { picture: picture("my charts/a.narrow.svg", 360.0), dark: false, narrow: true },
            Twin {
                picture: picture("my charts/a.narrow.dark.svg", 360.0),
                dark: true,
                narrow: true,
            },
        ],
        pdf: "my charts/a.pdf".to_string(),
    }
}

#[test]
fn every_mark_and_gap_of_every_chart_is_a_row() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    for name in names() {
        let chart = chart(&name, &data);
        let layers: Vec<_> = chart.panels.iter().flat_map(|panel| &panel.layers).collect();
        let marks: usize = layers
            .iter()
            .map(|layer| {
                layer.points.len() + layer.gaps.len() + usize::from(layer.connector.is_some())
            })
            .sum();
        let rows = export::rows(&chart, &data);
        assert_eq!(rows.len(), marks, "{name}");
        for row in &rows {
            assert!(!row.said.is_empty() && !row.period.is_empty(), "{name}: {row:?}");
        }
    }
}

#[test]
fn the_csv_reads_back_with_the_numbers_of_the_chart() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    for name in names() {
        let chart = chart(&name, &data);
        let rows = export::rows(&chart, &data);
        let text = export::csv::write(&rows);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len(), "{name}");
        for (record, row) in records.iter().zip(&rows) {
            let value = row.value().map_or(String::new(), |value| value.normalize().to_string());
            assert_eq!(record[10], value, "{name}");
            assert_eq!(record[8], row.from.to_string(), "{name}");
        }
    }
}

#[test]
fn a_converted_rate_says_what_it_is_per_now() {
    let mut files = files();
    // None at all a week is none a month, a quarter and a year.
    files.figures.extend_from_slice(
        b"letters-none,letters-weekly,2023-02,0,,,exact,,,tree-trust,,,,,\n\
          letters-silent,letters-weekly,2023-03,,,,,x,,tree-trust,,,,,\n",
    );
    let data = Dataset::read(&files, 4).value;
    let rows = export::rows(&chart("conversion", &data), &data);
    let letters: Vec<&DataRow> = rows.iter().filter(|row| row.series == "letters-weekly").collect();
    assert_eq!(letters.len(), 5);
    for row in letters {
        assert!(matches!(row.kind, export::RowKind::Converted | export::RowKind::Gap), "{row:?}");
        assert_eq!(row.per, Some(Per::Month), "{row:?}");
    }
}

#[test]
fn the_end_of_a_change_that_no_figure_states_is_of_the_level_series() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let rows = export::rows(&chart("change-one-end", &data), &data);
    let change = rows.iter().find(|row| row.said.ends_with('%')).expect("the claim is a row");
    let borrowed: Vec<&DataRow> = rows
        .iter()
        .filter(|row| row.figure == change.figure && row.series != change.series)
        .collect();
    assert_eq!(borrowed.len(), 1, "{rows:#?}");
    assert_eq!(borrowed[0].kind, export::RowKind::Derived);
    assert!(!borrowed[0].period.contains(" to "), "one end only: {}", borrowed[0].period);
}

#[test]
fn hostile_words_stay_words_in_html() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let chart = hostile(chart("bars-with-qualifiers", &data));
    let rows = export::rows(&chart, &data);
    let pictures = pictures();
    for bare in [false, true] {
        let chart = Chart { bare, ..chart.clone() };
        let piece = Embedded { chart: &chart, rows: &rows, pictures: &pictures };
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>t</title></svg>";
        for snippet in [
            embed::HTML.snippet(&piece).unwrap(),
            embed::GITHUB.snippet(&piece).unwrap().split("\n\n").next().unwrap().into(),
            embed::HTML.inline.unwrap()(&piece, svg),
            embed::STRICT_HTML.snippet(&piece).unwrap(),
            embed::STRICT_HTML.inline.unwrap()(&piece, svg),
        ] {
            if snippet.starts_with("**") {
                continue;
            }
            let tags = well_formed(&snippet);
            assert!(!tags.contains("script"), "{snippet}");
        }
        let snippet = embed::HTML.snippet(&piece).unwrap();
        assert_eq!(snippet.contains("<strong>"), bare, "{snippet}");
        assert!(!snippet.contains(" id="), "{snippet}");
        assert_eq!(snippet.matches("style=").count(), 2, "{snippet}");
        let strict = embed::STRICT_HTML.snippet(&piece).unwrap();
        assert!(!strict.contains("style="), "{strict}");
        assert!(snippet.contains("srcset=\"my%20charts/a.dark.svg\""), "{snippet}");
    }
}

/// The names of the tags of a snippet, once it was read as XML.
fn well_formed(snippet: &str) -> BTreeSet<String> {
    let text = format!("<page>{snippet}</page>");
    let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| {
        panic!("{error}\n{text}");
    });
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    elements.map(|element| element.tag_name().name().to_string()).collect()
}

#[test]
fn the_narrowest_and_darkest_twin_is_offered_first() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let chart = chart("one-point", &data);
    let (rows, pictures) = (export::rows(&chart, &data), pictures());
    let piece = Embedded { chart: &chart, rows: &rows, pictures: &pictures };
    let snippet = embed::HTML.snippet(&piece).unwrap();
    let places: Vec<usize> = ["a.narrow.dark.svg", "a.narrow.svg", "a.dark.svg", "a.svg\""]
        .iter()
        .map(|name| snippet.find(name).unwrap())
        .collect();
    assert!(places.is_sorted(), "{snippet}");
}

#[test]
fn a_label_is_one_word_whatever_the_chart_is_called() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let mut chart = chart("one-point", &data);
    for (name, label) in [
        ("referrals_2", "referrals_2"),
        ("100% done", "100-done-d9ddb5"),
        ("my chart", "my-chart-68edf2"),
        ("my chart}", "my-chart-c6cf6b"),
        ("%", "bbf3f1"),
    ] {
        chart.name = name.to_string();
        let (rows, pictures) = (export::rows(&chart, &data), pictures());
        let piece = Embedded { chart: &chart, rows: &rows, pictures: &pictures };
        for (host, written) in [
            (&embed::LATEX, format!("\\label{{fig:{label}}}\n")),
            (&embed::TYPST, format!("<fig-{label}>\n")),
            (&embed::QUARTO, format!("{{#fig-{label} fig-alt=")),
        ] {
            let snippet = host.snippet(&piece).unwrap();
            assert!(snippet.contains(&written), "{host:?}: {snippet}");
        }
    }
}

#[test]
fn a_bare_picture_has_its_title_in_the_caption_of_every_host() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let mut chart = chart("one-point", &data);
    chart.title = "Plain title".to_string();
    chart.subtitle = "Plain subtitle".to_string();
    chart.bare = true;
    let (rows, pictures) = (export::rows(&chart, &data), pictures());
    for host in embed::ALL {
        let piece = Embedded { chart: &chart, rows: &rows, pictures: &pictures };
        let Some(snippet) = host.snippet(&piece) else { continue };
        assert!(snippet.contains("Plain title"), "{host:?}: {snippet}");
        assert!(snippet.contains("Plain subtitle"), "{host:?}: {snippet}");
        assert!(snippet.contains("Source"), "{host:?}: {snippet}");
    }
}

#[test]
fn every_host_and_the_table_say_why_series_are_not_compared() {
    let files = shipped();
    let data = Dataset::read(&files, 4).value;
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("charts/arrests.toml");
    let spec = std::fs::read_to_string(spec).unwrap();
    let chart = chart::resolve("arrests", "charts/arrests.toml", &spec, &data, "p").value.unwrap();
    let (rows, pictures) = (export::rows(&chart, &data), pictures());
    let piece = Embedded { chart: &chart, rows: &rows, pictures: &pictures };
    let reason = "and not on one axis with yearly counts";
    for host in embed::ALL {
        let Some(snippet) = host.snippet(&piece) else { continue };
        assert!(snippet.contains("The panels are not comparable. "), "{host:?}: {snippet}");
        assert!(snippet.contains(reason), "{host:?}: {snippet}");
    }
    let html = embed::HTML.snippet(&piece).unwrap();
    let counts = "Arrests in operations that CEOP itself ran or coordinated";
    let heads = html.matches("scope=\"rowgroup\"").count();
    assert!(html.contains(counts) && heads == 3, "{heads}: {html}");
    assert!(embed::GITHUB.snippet(&piece).unwrap().contains(counts));
    let table = export::csv::write(&rows);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    for record in reader.records().map(Result::unwrap) {
        let with = match &record[at("series")] {
            "arrests-monthly" => "ceop-arrests ceop-arrests-own",
            _ => "arrests-monthly",
        };
        assert_eq!(&record[at("not_comparable_with")], with);
        assert!(record[at("not_comparable_because")].contains(reason));
        assert!(!record[at("definition")].is_empty());
    }
}

#[test]
fn a_word_document_is_well_formed_and_carries_both_pictures_and_the_alternative_text() {
    let files = files();
    let data = Dataset::read(&files, 4).value;
    let mut chart = hostile(chart("three-panels", &data));
    chart.alt.push('\u{1}');
    let (rows, pictures) = (export::rows(&chart, &data), pictures());
    let piece = Embedded { chart: &chart, rows: &rows, pictures: &pictures };
    let picture = BothForms { svg: "<svg/>", png: b"\x89PNG" };
    let Gives::Document(document) = embed::WORD.gives else { panic!("Word is given a document") };
    let bytes = document(&piece, picture).unwrap();
    assert_eq!(bytes, document(&piece, picture).unwrap(), "the same bytes each time");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().to_string(), content));
    }
    for (name, content) in parts.iter().filter(|(name, _)| !name.contains("media")) {
        let text = std::str::from_utf8(content).unwrap();
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let part = |name: &str| &parts.iter().find(|(known, _)| known == name).unwrap().1;
    assert_eq!(part("word/media/chart.png"), b"\x89PNG");
    assert_eq!(part("word/media/chart.svg"), b"<svg/>");
    let body = roxmltree::Document::parse(std::str::from_utf8(part("word/document.xml")).unwrap())
        .unwrap()
        .descendants()
        .find(|node| node.tag_name().name() == "docPr")
        .and_then(|node| node.attribute("descr").map(String::from));
    assert_eq!(body, Some(format!("Alt {HOSTILE}")));
}

#[test]
fn a_quote_carries_its_qualifier_and_its_sources() {
    let files = shipped();
    let data = Dataset::read(&files, 4).value;
    let say = |expression: &str| chart::quote(expression, &data).map(|quote| quote.with_sources());
    let latest = say("latest(\"arrests-monthly\")").unwrap();
    assert!(latest.starts_with("about 1,000 ["), "{latest}");
    assert!(latest.ends_with("reported by The Independent, February 2026]"), "{latest}");
    let times = say("times('nca-referrals', '2012', '2017')").unwrap();
    assert!(times.starts_with("about 7.9 times ["), "{times}");
    for (wrong, part) in [
        ("latest(\"caid-image\")", "there is no series"),
        ("\"about 20\"", "computes nothing"),
        ("sources()", "there is none"),
        ("latest(", ""),
        ("", ""),
        ("}} {{", ""),
    ] {
        let reason = chart::quote(wrong, &data).unwrap_err();
        assert!(reason.message.contains(part), "{wrong}: {reason:?}");
    }
}

#[test]
fn every_observation_is_a_variable_in_each_language() {
    let files = shipped();
    let data = Dataset::read(&files, 4).value;
    for language in Notation::ALL {
        let text = variables::write(language, &data);
        for said in ["about 20 million", "2009-04/2010-03", "82,109", "LBC, 30 June 2021"] {
            assert!(text.contains(said), "{language:?}: {said}");
        }
        let percent = if language == Notation::Latex { "\"700\\%\"" } else { "\"700%\"" };
        assert!(text.contains(percent.trim_matches('"')), "{language:?}");
    }
}
