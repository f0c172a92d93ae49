//! Every page asked for with what nobody would type: each is answered, none of them goes wrong, and what is not
//! saved changes no file. `SOURCELINE_DOORS=10` is ten seconds.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use percent_encoding::{NON_ALPHANUMERIC, percent_encode};

use super::Served;
use crate::common::folder::project;
use crate::mutations::Mutations;

/// What a form sends, its fields apart by a zero byte.
const FORMS: [(&str, &str); 15] = [
    (
        "/add/said",
        "series=swift-nests\0source=club-2024\0period=2019\0value=150\0status=p\0locator=p. 3\0sure=about",
    ),
    ("/add/charts", "series=swift-nests\0source=club-2024\0period=2019\0value=150"),
    ("/add", "series=swift-nests\0source=club-2024\0period=2019\0value=150\0do=look"),
    (
        "/add",
        "series=swift-nests\0source=club-2024\0period=2022\0value=119\0do=revise\0supersedes=swift-nests-2022\0why=x",
    ),
    ("/new/spec?as=line&series-swift-nests=yes", ""),
    ("/new?series-swift-nests=yes&series-swift-boxes=yes", ""),
    ("/spec?chart=nests", ""),
    (
        "/spec/drawn",
        "name=x\0text=title = 'x'\n\n[[panels]]\nseries = [{ id = \"swift-nests\", mark = \"bars\" }]\n",
    ),
    (
        "/spec/marked",
        "text=title = 'x'\n[[panels]]\nseries = [{ id = \"swift-nests\", mark = \"line\" }]\n\0figure=swift-nests-2022\0do=annotate\0words=x",
    ),
    (
        "/spec/marked",
        "text=title = 'x'\n[[panels]]\nseries = [{ id = \"swift-nests\", mark = \"line\" }]\n\0figure=swift-nests-2022\0do=series",
    ),
    (
        "/import/look",
        "table=x\0series=swift-nests\0said=[\"--where\",\"a=b\"]\0answer-1=[\"--round\",\"about\"]",
    ),
    ("/import/look?table=x&series=swift-nests", ""),
    ("/charts/series/swift-nests.html?x=1", ""),
    ("/review?since=HEAD", ""),
    ("/undo?last=x", ""),
];

#[test]
fn whatever_is_asked_of_a_page_is_answered() {
    let seconds = env::var("SOURCELINE_DOORS").ok().and_then(|said| said.parse().ok());
    let time = Duration::from_secs_f64(seconds.unwrap_or(1.0));
    let folder = project();
    let served = Served::begin(folder.path());
    let before = whole(folder.path());
    let seeds: Vec<Vec<u8>> =
        FORMS.iter().map(|(way, fields)| format!("{way}\0{fields}").into_bytes()).collect();
    let mut mutations = Mutations::of(&seeds, "pages");
    let (begun, mut count) = (Instant::now(), 0);
    let mut all = seeds.clone().into_iter();
    while begun.elapsed() < time || all.len() > 0 {
        let said = all.next().unwrap_or_else(|| mutations.next());
        let answer = ask(&served, &said);
        count += 1;
        let fine = matches!(answer, 200 | 303 | 400 | 404 | 405 | 414 | 415 | 422 | 431);
        assert!(fine, "{answer} at {:?}", String::from_utf8_lossy(&said));
        let now = whole(folder.path());
        let other = now.keys().find(|name| now.get(*name) != before.get(*name));
        let said = String::from_utf8_lossy(&said);
        assert!(
            now == before,
            "nothing was saved, and a file is another after {said:?}: {other:?}"
        );
    }
    assert_eq!(served.get("/charts/index.html").status, 200);
    println!("{count} asked");
}

/// The way and the fields of a form; no way is none of a series, so that what is said is said to a page.
fn ask(served: &Served, said: &[u8]) -> u16 {
    let mut parts = said.split(|byte| *byte == 0);
    let way = parts.next().unwrap_or_default();
    let encoded = |bytes: &[u8]| percent_encode(bytes, NON_ALPHANUMERIC).to_string();
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(byte);
    let plain: Vec<u8> = way.iter().copied().filter(is_plain).collect();
    let way = String::from_utf8(plain).expect("it is ASCII");
    let way = if way.starts_with('/') { way } else { format!("/{way}") };
    let fields: Vec<String> = parts
        .filter(|field| !field.is_empty())
        .map(|field| {
            let at = field.iter().position(|byte| *byte == b'=').unwrap_or(field.len());
            let (name, text) = field.split_at(at);
            format!("{}={}", encoded(name), encoded(text.get(1..).unwrap_or_default()))
        })
        .collect();
    match fields.is_empty() {
        true => served.get(&way).status,
        false => served.post(&way, &fields.join("&")).status,
    }
}

/// Every file that is the person's, with its bytes.
fn whole(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for below in ["data", "charts"] {
        for entry in fs::read_dir(folder.join(below)).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.ends_with(".sourceline.lock") {
                continue;
            }
            files.insert(path.display().to_string(), fs::read(&path).expect("it can be read"));
        }
    }
    files
}
