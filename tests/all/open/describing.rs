//! Charts that are described on pages: what suits the series, and the text of the spec.

use std::fs;
use std::path::Path;

use super::Served;
use super::adding::{command, form, hidden};
use crate::common::Faults;
use crate::common::folder::{copy, project};
use crate::site::links::elements;

fn ways(served: &Served, series: &str) -> Vec<String> {
    let page = served.get(&format!("/new?{series}"));
    assert_eq!(page.status, 200, "{}", page.text());
    let links =
        elements(&page.body).into_iter().filter_map(|one| one.attributes.get("href").cloned());
    links.filter(|way| way.starts_with("/new/spec?")).collect()
}

#[test]
fn each_way_of_the_sheet_is_a_spec_that_is_drawn_as_the_command_writes_it() {
    let folder = project();
    let served = Served::begin(folder.path());
    let mut faults = Faults::default();
    let single = ways(&served, "series-swift-nests=yes");
    for way in ["line", "bars", "spans", "points", "bars-across", "claims"] {
        let link = single.iter().find(|link| link.contains(&format!("as={way}&")));
        let Some(link) = link else {
            faults.check(false, || format!("{way} is not offered in {single:?}"));
            continue;
        };
        let page = served.get(link);
        let text = page.text();
        let spec = text.split("spellcheck=\"false\">title = ").nth(1).unwrap_or_default();
        let spec = format!("title = {}", spec.split("</textarea>").next().unwrap_or_default());
        let spec = spec.replace("&quot;", "\"").replace("&amp;", "&");
        let words = ["add", "chart", way, "--series", "swift-nests", "--as", way, "--yes"];
        let written = command(folder.path(), &words);
        let told = String::from_utf8_lossy(&written.stderr).into_owned();
        faults.check(written.status.success(), || format!("{way}: {told}"));
        let file = folder.path().join(format!("charts/{way}.toml"));
        let file = fs::read_to_string(file).unwrap_or_default();
        faults.check(file == spec, || format!("{way}: {file}{spec}"));
    }
    let both = ways(&served, "series-swift-nests=yes&series-swift-boxes=yes");
    faults.check(both.iter().any(|link| link.contains("as=panels&")), || format!("{both:?}"));
    faults.check(served.get("/new/spec?as=bars").status == 404, || "of nothing".into());
    faults.none();
}

#[test]
fn the_text_of_a_spec_is_written_if_it_is_drawn_and_says_what_was_shown() {
    let folder = project();
    let served = Served::begin(folder.path());
    let file = folder.path().join("charts/swifts.toml");
    let text = "title = 'Swifts, <b>&</b> \"more\"'\r\n\r\n[[panels]]\r\nseries = [{ id = \"swift-nests\", mark = \"bars\" }]\r\n";
    let save = |name: &str, text: &str, before: &str| {
        let fields = [("name", name), ("text", text), ("before", before), ("do", "save")];
        served.post("/spec", &form(&fields))
    };
    let drawn = served.post("/spec/drawn", &form(&[("text", text)]));
    let shown = elements(&drawn.body).into_iter().find(|one| one.name == "img").expect("a picture");
    assert!(served.get(&shown.attributes["src"]).body.starts_with(b"<svg"));
    assert!(drawn.text().contains("data-insert=\"{{ latest(&quot;swift-nests&quot;) }}\""));
    let wrong =
        served.post("/spec/drawn", &form(&[("text", &text.replace("swift-nests", "swift-nest"))]));
    assert!(wrong.text().contains("<mark>&quot;swift-nest&quot;</mark>"), "{}", wrong.text());
    for (name, text) in
        [("Swifts!", text), ("../swifts", text), ("nests", text), ("swifts", "title = 1")]
    {
        let answer = save(name, text, "");
        assert_eq!(answer.status, 422, "{name}: {}", answer.text());
        assert!(!answer.text().contains("<b>"), "{}", answer.text());
    }
    assert!(!file.exists());
    assert_eq!(save("swifts", text, "").status, 303);
    let own = fs::read_to_string(&file).expect("it is there");
    assert_eq!(own, text.replace("\r\n", "\n"));
    // Edited, it keeps the ends of its lines, and what somebody else wrote is not written over.
    fs::write(&file, text).expect("it can be written");
    let page = served.get("/spec?chart=swifts");
    let before = hidden(&page, "before").expect("it is known again");
    let edited = text.replace("Swifts", "More swifts");
    assert_eq!(save("swifts", &edited, &before).status, 303);
    assert_eq!(fs::read_to_string(&file).expect("it is there"), edited);
    let late = save("swifts", text, &before);
    assert!(late.status == 422 && late.text().contains("was changed since"), "{}", late.text());
    let undone = command(folder.path(), &["undo"]);
    assert!(undone.status.success(), "{}", String::from_utf8_lossy(&undone.stderr));
    assert_eq!(fs::read_to_string(&file).expect("it is there"), text);
    assert_eq!(served.get("/spec?chart=nobody").status, 404);
}

#[test]
fn a_mark_is_made_to_stand_out_and_gets_words_by_the_text_of_the_spec() {
    let folder = project();
    let served = Served::begin(folder.path());
    let text = "# Ours.\ntitle = \"Swifts\" # short\n\n[[panels]]\nseries = [{ id = \"swift-nests\", mark = \"bars\" }]\n";
    let mark = |text: &str, what: &str, words: &str| {
        let fields =
            [("text", text), ("figure", "swift-nests-2022"), ("do", what), ("words", words)];
        let answer = served.post("/spec/marked", &form(&fields));
        assert_eq!(answer.status, 200, "{}", answer.text());
        let body = answer.text();
        let own = body
            .split("spellcheck=\"false\">")
            .nth(1)
            .and_then(|own| own.split("</textarea>").next());
        let own = own
            .expect("the text comes back")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        (own.replace("&amp;", "&"), body)
    };
    let (out, body) = mark(text, "figure", "");
    assert_eq!(out, text.replace("# short\n", "# short\nemphasis = [\"swift-nests-2022\"]\n"));
    assert!(body.contains("value=\"figure\" aria-pressed=\"true\""), "{body}");
    assert_eq!(mark(&out, "figure", "").0, text);
    let series = mark(text, "series", "").0;
    assert!(series.contains("emphasis = [\"swift-nests\"]"), "{series}");
    let (said, body) = mark(text, "annotate", "<b>wet</b> & \"cold\"");
    let own = "annotate = [{ series = \"swift-nests\", period = \"2022\", text = '<b>wet</b> & \"cold\"' }]\n";
    assert_eq!(said, format!("{text}{own}"));
    assert!(!body.contains("<b>") && body.contains("<img"), "{body}");
    assert_eq!(mark(&said, "annotate", "").0, text);
    // What is said there is judged as all words of a chart are.
    let (false_words, body) = mark(text, "annotate", "900 nests");
    assert!(false_words.contains("900 nests") && body.contains("class=\"error\""), "{body}");
    // What is no TOML, what no panel draws and what draws many charts stay as they are.
    for other in ["title = ", "title = \"x\"\n", &text.replace("swift-nests", "swift-boxes")] {
        let (same, body) = mark(other, "annotate", "x");
        assert!(same == *other && body.contains("cannot be done to this text"), "{same}: {body}");
    }
    let each = text
        .replace("\n[[panels]]", "\n[each]\nids = \"swift-n*\"\n\n[[panels]]")
        .replace("id = \"swift-nests\"", "id = \"each\"");
    let drawn = served.post("/spec/drawn", &form(&[("text", &each)])).text();
    assert!(drawn.contains("a chart for each of several series"), "{drawn}");
    let (same, _) = mark(&each, "figure", "");
    assert_eq!(same, each);
}

#[test]
fn parts_of_a_total_are_offered_on_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let gallery = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    let offered = |case: &str, series: &str| {
        let own = folder.path().join(format!("{case}-{}", series.len()));
        copy(&gallery.join(case), &own);
        let served = Served::begin(&own);
        let all = ways(&served, series);
        let stacked = all.iter().find(|way| way.contains("as=stacked-bars&"))?;
        Some(served.get(stacked).text().replace("&quot;", "\""))
    };
    let parts = ["online", "at-home", "at-school", "elsewhere"];
    let ticked = |ids: &[&str]| {
        ids.iter().map(|id| format!("series-{id}=yes")).collect::<Vec<_>>().join("&")
    };
    let whole = offered("parts-of-a-total", &ticked(&parts)).expect("they add up");
    assert!(whole.contains("total = \"offences\""), "{whole}");
    let among = offered("parts-of-a-total", &ticked(&[&parts[..], &["offences"]].concat()));
    let among = among.expect("one of them is the total");
    assert!(
        among.contains("total = \"offences\"") && !among.contains("{ id = \"offences\""),
        "{among}"
    );
    assert!(offered("parts-of-a-total", &ticked(&parts[..3])).is_none(), "three are not the whole");
}
