//! Tables that are pasted or chosen on pages: by the code of `import`, and nothing but what was shown.

use std::fs;

use super::adding::{command, figures, form, hidden};
use super::{Answer, Served};
use crate::common::Faults;
use crate::common::folder::project;
use crate::site::links::elements;

const BOUNDARY: &str = "sourceline-tests";

/// Sends a form with a file, as a browser does.
pub fn sent(served: &Served, parts: &[(&str, Option<&str>, &[u8])]) -> Answer {
    let mut body: Vec<u8> = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map_or(String::new(), |file| format!("; filename=\"{file}\""));
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    let (host, cookie, length) = (served.host(), served.cookie(), body.len());
    let head = format!(
        "POST /import HTTP/1.1\r\nHost: {host}\r\n{cookie}Origin: http://{host}\r\nConnection: close\r\n\
         Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {length}\r\n\r\n"
    );
    served.send(&[head.as_bytes(), &body].concat())
}

/// The name under which a text is held that was pasted for a series.
fn pasted(served: &Served, text: &str, series: &str) -> String {
    let answer =
        sent(served, &[("series", None, series.as_bytes()), ("text", None, text.as_bytes())]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let way = answer.head.split("/import/look?table=").nth(1).expect("it leads on");
    way.split('&').next().expect("a name").to_string()
}

/// What is said of a table of periods and values.
fn said<'t>(table: &'t str, more: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'t str)> {
    let own = [("table", table), ("series", "swift-nests"), ("source", "club-2022")];
    own.into_iter().chain(more.iter().copied()).collect()
}

pub fn look(served: &Served, fields: &[(&str, &str)]) -> Answer {
    served.post("/import/look", &form(fields))
}

#[test]
fn what_is_pasted_is_shown_row_by_row_and_saved_as_the_command_writes_it() {
    let (by_page, by_command) = (project(), project());
    let before = figures(by_page.path());
    let served = Served::begin(by_page.path());
    let text = "Year\tNests\n2018\t88\n2019\t91\n";
    let table = pasted(&served, text, "swift-nests");
    let first = served.get(&format!("/import/look?table={table}&series=swift-nests"));
    assert!(first.status == 200 && hidden(&first, "agreed").is_none(), "nobody said who states it");
    let shown = look(&served, &said(&table, &[]));
    let agreed = hidden(&shown, "agreed").unwrap_or_else(|| panic!("{}", shown.text()));
    assert_eq!(figures(by_page.path()), before, "nothing is written before it is saved");
    // What is agreed to is of this series and this source.
    for other in [("series", "swift-boxes"), ("source", "club-2024"), ("skip-unread", "yes")] {
        let fields = said(&table, &[("agreed", &agreed), ("do", "save"), other]);
        // What stands later in a form holds.
        let fields: Vec<_> = fields
            .iter()
            .filter(|(name, text)| *name != other.0 || *text == other.1)
            .copied()
            .collect();
        look(&served, &fields);
        assert_eq!(figures(by_page.path()), before, "{other:?} was not shown");
    }
    let saved = look(&served, &said(&table, &[("agreed", &agreed), ("do", "save")]));
    assert_eq!(saved.status, 200, "{}", saved.text());
    let file = by_command.path().join("pasted.tsv");
    fs::write(&file, text).expect("it can be written");
    let file = file.to_string_lossy().into_owned();
    let words = [
        "import",
        &file,
        "--series",
        "swift-nests",
        "--source",
        "club-2022",
        "--period-column",
        "Year",
        "--value-column",
        "Nests",
        "--yes",
    ];
    let output = command(by_command.path(), &words);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(figures(by_page.path()), figures(by_command.path()));
    assert_ne!(figures(by_page.path()), before);
    let last = hidden(&saved, "last").expect("there is a way back");
    assert_eq!(served.post("/undo", &form(&[("last", &last)])).status, 200);
    assert_eq!(figures(by_page.path()), before);
}

/// Of several columns of numbers none is proposed but that which the series is called by.
#[test]
fn of_several_columns_that_of_the_series_is_proposed_or_asked_for() {
    let folder = project();
    let served = Served::begin(folder.path());
    let chosen = |page: &Answer| {
        let text = page.text();
        let select = text.split("name=\"value-column\"").nth(1).expect("a choice of columns");
        let select = select.split("</select>").next().expect("its end");
        let option = select.split("<option ").find(|option| option.contains(" selected"));
        option.and_then(|option| option.split('"').nth(1)).expect("one is chosen").to_string()
    };
    let look_at = |text: &str| {
        let table = pasted(&served, text, "swift-nests");
        served.get(&format!("/import/look?table={table}&series=swift-nests"))
    };
    let called = look_at("Year\tStreets\tNests\n2018\t12\t88\n2019\t13\t91\n");
    assert_eq!(chosen(&called), "Nests", "{}", called.text());
    let open = look_at("Year\tStreets\tGardens\n2018\t12\t88\n2019\t13\t91\n");
    assert_eq!(chosen(&open), "", "{}", open.text());
    let told = "nothing says which of them are those of `Swift nests in Anytown`";
    assert!(open.text().contains(told), "{}", open.text());
    assert!(hidden(&open, "agreed").is_none());
}

#[test]
fn what_cannot_be_taken_is_told_at_its_row_and_what_is_open_is_asked() {
    let folder = project();
    let served = Served::begin(folder.path());
    let before = figures(folder.path());
    let table = pasted(&served, "Year\tNests\n2018\t88\n2019\tlots\n", "swift-nests");
    let columns = [("period-column", "Year"), ("value-column", "Nests")];
    let shown = look(&served, &said(&table, &columns));
    assert_eq!(shown.status, 422, "{}", shown.text());
    let row = shown.text();
    let row = row.split("<tr class=\"wrong\">").nth(1).expect("a row is wrong");
    assert!(row.split("</tr>").next().is_some_and(|row| row.contains("lots")), "{row}");
    let passed = look(&served, &said(&table, &[columns[0], columns[1], ("skip-unread", "yes")]));
    assert!(hidden(&passed, "agreed").is_some(), "{}", passed.text());
    // Another number of the same source is a question, not a guess.
    let table = pasted(&served, "2020\t95\n2017\t70\n", "swift-nests");
    let asked = look(&served, &said(&table, &[]));
    let answers: Vec<String> = elements(&asked.body)
        .into_iter()
        .filter(|one| one.attributes.get("name").is_some_and(|name| name == "answer-0"))
        .map(|one| one.attributes["value"].clone())
        .collect();
    assert_eq!(answers.len(), 2, "{}", asked.text());
    assert!(hidden(&asked, "agreed").is_none());
    let answered = look(&served, &said(&table, &[("answer-0", &answers[1])]));
    assert!(answered.text().contains(">Save<"), "{}", answered.text());
    assert_eq!(figures(folder.path()), before);
    for (field, text) in [("said", "[\"--help\"]"), ("said", "no list"), ("answer-0", "[\"-x\"]")] {
        let answer = look(&served, &said(&table, &[(field, text)]));
        assert!([200, 422].contains(&answer.status), "{field} {text}: {}", answer.status);
    }
    assert_eq!(look(&served, &said("unknown", &[])).status, 404);
    assert_eq!(sent(&served, &[("text", None, b" \n")]).status, 422);
    assert_eq!(figures(folder.path()), before);
}

#[test]
fn a_file_is_chosen_and_a_new_series_made_of_it() {
    let folder = project();
    let served = Served::begin(folder.path());
    let answer =
        sent(&served, &[("file", Some("../gulls.csv"), b"Year,Gulls\n2019,12\n2020,14\n")]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let table = answer.head.split("table=").nth(1).and_then(|rest| rest.split('&').next());
    let table = table.expect("it is held").to_string();
    let first = served.get(&format!("/import/look?table={table}"));
    assert!(first.text().contains("gulls.csv: 2 rows") && !first.text().contains("../gulls"));
    let fields = [
        ("table", table.as_str()),
        ("period-column", "Year"),
        ("value-column", "Gulls"),
        ("series", "+new"),
        ("title", "Gulls of Anytown"),
        ("unit", "gulls"),
        ("source", "club-2022"),
    ];
    let shown = look(&served, &fields);
    assert!(hidden(&shown, "agreed").is_none(), "nobody said its nature: {}", shown.text());
    let fields: Vec<_> = fields.into_iter().chain([("nature", "flow")]).collect();
    let shown = look(&served, &fields);
    let agreed = hidden(&shown, "agreed").unwrap_or_else(|| panic!("{}", shown.text()));
    let save = [("agreed", agreed.as_str()), ("do", "save")];
    let saved = look(&served, &fields.into_iter().chain(save).collect::<Vec<_>>());
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert_eq!(figures(folder.path()).matches(",2020,14,").count(), 1);
}

/// What only a few tables need is said by fields of the same names, and does the same.
#[test]
fn what_the_command_takes_the_form_takes() {
    let (by_page, by_command) = (project(), project());
    let text = "Area\tYear\tNests\tLowest\tHighest\tRemark\nNorth\t2018\t88\t80\t95\tcounted twice\n\
                South\t2018\t12\t10\t14\t\nNorth\t2019\t91\t85\t99\t\n";
    let options = [
        ("period-column", "Year"),
        ("value-column", "Nests"),
        ("where", "Area=North"),
        ("low-column", "Lowest"),
        ("high-column", "Highest"),
        ("note-column", "Remark"),
        ("status", "p"),
        ("multiply", "1"),
    ];
    let served = Served::begin(by_page.path());
    let table = pasted(&served, text, "swift-nests");
    let shown = look(&served, &said(&table, &options));
    let agreed = hidden(&shown, "agreed").unwrap_or_else(|| panic!("{}", shown.text()));
    let save = [("agreed", agreed.as_str()), ("do", "save")];
    let fields: Vec<_> = said(&table, &options).into_iter().chain(save).collect();
    // What is agreed to is of what was said in these fields too.
    let other: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "note-column").collect();
    look(&served, &other);
    assert_eq!(figures(by_page.path()), figures(by_command.path()), "it was not shown so");
    let saved = look(&served, &fields);
    assert_eq!(saved.status, 200, "{}", saved.text());
    let file = by_command.path().join("pasted.tsv");
    fs::write(&file, text).expect("it can be written");
    let file = file.to_string_lossy().into_owned();
    let more = options.iter().flat_map(|(name, text)| [format!("--{name}"), text.to_string()]);
    let words = ["import", &file, "--series", "swift-nests", "--source", "club-2022", "--yes"];
    let words: Vec<String> = words.iter().map(|word| word.to_string()).chain(more).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let output = command(by_command.path(), &words);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(figures(by_page.path()), figures(by_command.path()));
    assert!(figures(by_page.path()).contains("counted twice"));
}

/// What a field holds.
fn held(page: &Answer, name: &str) -> Option<String> {
    let text = page.text();
    let field = text.split(&format!(" name=\"{name}\"")).nth(1)?;
    let field = field.split("</select>").next()?;
    let option = field.split("<option ").find(|option| option.contains(" selected"))?;
    option.split('"').nth(1).map(String::from)
}

/// An answer stands in its field from then on, and is taken back there.
#[test]
fn what_was_answered_can_be_said_otherwise() {
    let folder = project();
    let served = Served::begin(folder.path());
    let table = pasted(&served, "Date\tNests\n2018-01-01\t88\n2019-01-01\t91\n", "swift-nests");
    let columns = [("period-column", "Date"), ("value-column", "Nests")];
    let asked = look(&served, &said(&table, &columns));
    let answers: Vec<String> = elements(&asked.body)
        .into_iter()
        .filter(|one| one.attributes.get("name").is_some_and(|name| name == "answer-0"))
        .map(|one| one.attributes["value"].clone())
        .collect();
    let days = answers.iter().find(|answer| answer.contains("days")).expect("it may be days");
    let answered = look(&served, &said(&table, &[columns[0], columns[1], ("answer-0", days)]));
    assert_eq!(held(&answered, "dates").as_deref(), Some("days"), "{}", answered.text());
    let answer = hidden(&answered, "said").expect("what was answered goes along");
    assert_eq!(answer, "[]", "it is said once");
    let again = [columns[0], columns[1], ("said", answer.as_str()), ("dates", "years")];
    let again = look(&served, &said(&table, &again));
    assert_eq!(held(&again, "dates").as_deref(), Some("years"));
    assert!(!again.text().contains("2018-01-01 "), "{}", again.text());
}

/// A form that proposes a new series sends what it proposed along, whatever is chosen in it.
#[test]
fn a_series_that_is_there_is_chosen_where_a_new_one_was_proposed() {
    let folder = project();
    let served = Served::begin(folder.path());
    let table = pasted(&served, "Year\tBalance\n2018\t88\n2019\t91\n", "");
    let first = served.get(&format!("/import/look?table={table}&series="));
    assert!(first.text().contains(" name=\"title\""), "a new one is proposed: {}", first.text());
    let columns = [("period-column", "Year"), ("value-column", "Balance")];
    let proposed = [("title", "Balance"), ("unit", "balance"), ("nature", ""), ("per", "week")];
    let fields: Vec<_> = columns.into_iter().chain(proposed).collect();
    let chosen = look(&served, &said(&table, &fields));
    assert!(hidden(&chosen, "agreed").is_some(), "{}", chosen.text());
}

/// Every nature of a new series can be said with what it needs.
#[test]
fn a_rate_and_a_growth_have_what_they_are_per_and_compared_with() {
    let folder = project();
    let served = Served::begin(folder.path());
    for (nature, unit, field, text) in
        [("rate", "loans", "per", "week"), ("growth", "%", "base", "the year before")]
    {
        let table = pasted(&served, "Year\tX\n2018\t8.5\n2019\t-9.25\n", "");
        let fields = [
            ("table", table.as_str()),
            ("period-column", "Year"),
            ("value-column", "X"),
            ("series", "+new"),
            ("title", "Loans of the library"),
            ("unit", unit),
            ("nature", nature),
            ("source", "club-2022"),
        ];
        let lacks = look(&served, &fields);
        assert!(lacks.text().contains(&format!(" name=\"{field}\"")), "{}", lacks.text());
        let told = lacks.text();
        assert!(!told.contains(&format!("--{field}")), "it is a field here: {told}");
        let shown = look(&served, &fields.into_iter().chain([(field, text)]).collect::<Vec<_>>());
        assert!(shown.text().contains(">Save<") == (nature == "growth"), "{}", shown.text());
    }
}

#[test]
fn hostile_cells_are_texts_in_what_is_shown_of_them() {
    let folder = project();
    let served = Served::begin(folder.path());
    let mut faults = Faults::default();
    for text in [
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' hx-get='/undo' hx-trigger='load",
        "</pre></textarea><base href=//evil.example/>",
    ] {
        let quoted = format!("\"{}\"", text.replace('"', "\"\""));
        let table = format!("{quoted}\tNests\n{quoted}\t{quoted}\n2019\t90\n");
        let table = pasted(&served, &table, text);
        let first = served.get(&format!("/import/look?table={table}"));
        let fields =
            [("table", table.as_str()), ("series", text), ("source", text), ("title", text)];
        for page in
            [first, look(&served, &fields), look(&served, &said(&table, &[("sheet", text)]))]
        {
            for element in elements(&page.body) {
                let scripts = element.name == "script" && !element.attributes.contains_key("src");
                let odd = ["base", "img"].contains(&element.name.as_str());
                let runs = element.attributes.keys().any(|name| name.starts_with("on"));
                let asks = element.attributes.contains_key("hx-get");
                faults.check(!(scripts || odd || runs || asks), || {
                    format!("{text}: <{}> {:?}", element.name, element.attributes)
                });
            }
        }
    }
    faults.none();
}
