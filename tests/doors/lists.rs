//! Lists of sources, saved pages and tables of others.

use sourceline::references::{self, ListFormat, Listed};
use sourceline::tables::meaning::TableGuess;
use sourceline::tables::{self, Asked, PublishedTable};

use super::{files, lines};

/// What is read of a list can be written as a list, which is read again.
fn listed(bytes: &[u8], format: ListFormat) {
    let Ok(text) = references::text_of(bytes) else { return };
    let _ = ListFormat::of(&text);
    let Listed { mut references, .. } = format.read(&text);
    // They are written under the ids of a project.
    references.iter_mut().enumerate().for_each(|(at, one)| one.key = format!("s{at}"));
    for written in ListFormat::WRITTEN {
        let list = written.write(&references).expect("it is written");
        let again = written.read(&list);
        assert_eq!(again.references.len(), references.len(), "in {}: {list}", written.word());
    }
}

pub fn bibtex(bytes: &[u8]) {
    listed(bytes, ListFormat::BibTex);
}

pub fn bibtex_seeds() -> Vec<Vec<u8>> {
    let mut seeds = files("tests", &[".bib"]);
    seeds.push(
        b"@string{oup = {Oxford}}\n% a remark\n@book{a, title = {A {B} \\'e}, % more\n author = \"Finch, R. and others\", year = 2020, publisher = oup # { Press}}\n"
            .to_vec(),
    );
    seeds
}

pub fn csl(bytes: &[u8]) {
    listed(bytes, ListFormat::Csl);
}

pub fn csl_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![
        br#"[{"id":"a","type":"report","title":"T","author":[{"family":"Finch","given":"R."},{"literal":"Club"}],"issued":{"date-parts":[[2020,3,1]]},"URL":"https://example.org/a"}]"#
            .to_vec(),
    ];
    seeds.push(br#"{"items":[{"type":"article-newspaper","title":"A <i>b</i>","issued":{"raw":"2020-03"}}]}"#.to_vec());
    seeds
}

pub fn ris(bytes: &[u8]) {
    listed(bytes, ListFormat::Ris);
}

pub fn ris_seeds() -> Vec<Vec<u8>> {
    let mut seeds = files("tests", &[".ris"]);
    seeds.push(b"TY  - NEWS\nTI  - T\nAU  - Finch, R.\nDA  - 2020/03/01/\nUR  - https://example.org/\nER  - \n".to_vec());
    seeds
}

pub fn endnote(bytes: &[u8]) {
    listed(bytes, ListFormat::EndNote);
}

pub fn endnote_seeds() -> Vec<Vec<u8>> {
    let records = "<xml><records><record><ref-type name=\"Report\">27</ref-type><titles><title>\
        <style face=\"normal\">T &amp; U</style></title></titles><contributors><authors><author>Finch, R.\
        </author></authors></contributors><dates><year>2020</year></dates><urls><related-urls><url>\
        https://example.org/</url></related-urls></urls></record></records></xml>";
    vec![records.as_bytes().to_vec()]
}

pub fn html(bytes: &[u8]) {
    listed(bytes, ListFormat::Page);
}

pub fn html_seeds() -> Vec<Vec<u8>> {
    files("tests/pages", &[".html"])
}

/// As `import` looks at it.
fn table(bytes: &[u8]) {
    match tables::read("table.csv", bytes, &Asked::default()) {
        Ok(grid) => {
            let table = PublishedTable::of(grid);
            let guess = TableGuess::of(&table);
            drop(table.filled_down(&guess.fill_down));
            let body = table.body();
            assert!(
                body.start <= body.end && body.end <= table.grid.height(),
                "the body is inside"
            );
        }
        Err(problem) => assert!(!problem.message.is_empty()),
    }
}

pub fn tables(bytes: &[u8]) {
    table(bytes);
    let range = Some("B2:D9".to_string());
    drop(tables::read("table.csv", bytes, &Asked { range, ..Asked::default() }));
}

pub fn tables_seeds() -> Vec<Vec<u8>> {
    let mut seeds = files("tests/tables", &[".csv", ".tsv", ".txt"]);
    seeds.extend(lines(&files("tests/reading", &[".tsv"]), 0));
    seeds
}
