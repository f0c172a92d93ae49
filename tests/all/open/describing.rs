//! Charts that are described on pages: what suits the series, and the text of the spec.

use std::fs;

use super::Served;
use super::adding::{command, form, hidden};
use crate::common::Faults;
use crate::common::folder::project;
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
