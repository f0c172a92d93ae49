//! Parts of a whole: which periods are stacked, and what is said of those that are not.

use sourceline::chart::{Chart, Stand, resolve};
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::Checked;

const SERIES: &str = "id,title,unit,nature,geography,formula\n\
    a,As,people,flow,Here,\nb,Bs,people,flow,Here,\nall,All,people,flow,Here,\n\
    x,Xs,percent,share,Here,\ny,Ys,percent,share,Here,\n\
    p,Ps,£ million,flow,Here,\nq,Qs,£ million,flow,Here,\nr,Rs,£ million,flow,Here,\n\
    sum,Sums,people,flow,Here,[a] + [b]\n";
const COUNTS: &str = "total = \"all\"\nseries = [{ id = \"a\", mark = \"stacked-bars\" }, \
    { id = \"b\", mark = \"stacked-bars\" }]\n";
const SHARES: &str =
    "series = [{ id = \"x\", mark = \"stacked-bars\" }, { id = \"y\", mark = \"stacked-bars\" }]\n";
const MONEY: &str = "total = \"r\"\nseries = [{ id = \"p\", mark = \"stacked-bars\" }, \
    { id = \"q\", mark = \"stacked-bars\" }]\n";

/// A period that can be stacked, and one of these rows: series, value, qualifier, status, low, high,
/// rank, formula.
fn resolved(panel: &str, rows: &str) -> Checked<Option<Chart>> {
    let sound = "a=40 b=60 all=100 p=40 q=60 r=100 x=40 y=60";
    let row = |year: i32, at: usize, row: &str| {
        let (series, said) = row.split_once('=').expect("series=value");
        let mut cells = said.split(',');
        let mut next = || cells.next().unwrap_or_default().to_string();
        let (value, qualifier, status, low, high, rank) =
            (next(), next(), next(), next(), next(), next());
        let formula = next();
        format!(
            "f{year}-{at},{series},{year},{value},{low},{high},{qualifier},{status},s,{rank},\
            {formula}\n"
        )
    };
    let all = |year: i32, rows: &str| -> String {
        rows.split(' ').enumerate().map(|(at, one)| row(year, at, one)).collect()
    };
    let header = "id,series,period,value,low,high,qualifier,status,source,rank,formula\n";
    let files = Files {
        figures: format!("{header}{}{}", all(2020, sound), all(2021, rows)).into(),
        series: SERIES.into(),
        sources: "id,publisher,title\ns,S,T\n".into(),
        events: None,
    };
    let data = Dataset::read(&files, 4).value;
    let spec = format!("title = \"T\"\n[[panels]]\n{panel}");
    resolve("c", "charts/c.toml", &spec, &data, "p")
}

fn chart(panel: &str, rows: &str) -> Chart {
    let resolved = resolved(panel, rows);
    assert_eq!(resolved.problems, [], "{rows}");
    resolved.value.expect("no problem, so a chart")
}

/// The notes on what is stacked.
fn told(panel: &str, rows: &str) -> Vec<String> {
    let chart = chart(panel, rows);
    let own = chart.notes.iter().map(|note| note.to_string());
    let said = |note: &String| note.starts_with("Not stacked") || note.contains("rounding");
    own.filter(said).collect()
}

#[test]
fn only_what_is_exact_and_adds_up_is_stacked() {
    let rounding = "Parts may not add up to the total because of rounding.";
    for (panel, rows, expected) in [
        (COUNTS, "a=45 b=65 all=110", ""),
        (COUNTS, "a=45,,p b=65,,p all=110,,p", ""),
        (COUNTS, "a=0 b=65 all=65", ""),
        (COUNTS, "a=45 b=65 all=111", "the parts add up to 110, not to 111"),
        (COUNTS, "a=12000 b=30000 all=43000", rounding),
        (COUNTS, "a=12000 b=30000 all=44000", "the parts add up to 42,000, not to 44,000"),
        (COUNTS, "a=12001 b=30000 all=42000", "the parts add up to 42,001, not to 42,000"),
        (COUNTS, "a=45,about b=65 all=110", "not all numbers are exact"),
        (COUNTS, "a=45,at_least b=65 all=110", "not all numbers are exact"),
        (COUNTS, "a=45 b=65 all=110,more_than", "not all numbers are exact"),
        (COUNTS, "a=,,,40,50 b=65 all=110", "not all numbers are exact"),
        (COUNTS, "a=45,,,40,50 b=65 all=110", "not all numbers are exact"),
        (COUNTS, "a=45,,f b=65,,f all=110,,f", "there are forecasts"),
        (COUNTS, "a=45 a=46 b=65 all=110", "sources differ"),
        (COUNTS, "a=45 a=46,,,,,superseded b=65 all=110", ""),
        (COUNTS, "a=,,c b=65 all=110", "not all parts have a number"),
        (COUNTS, "b=65 all=110", "not all parts have a number"),
        (COUNTS, "a=,,c b=65", "not all parts have a number"),
        (COUNTS, "a=45 b=65", "the total has no number"),
        (COUNTS, "a=45 b=65 all=,,c", "the total has no number"),
        (COUNTS, "a=0 b=0 all=0", ""),
        (COUNTS, "a=0 b=0 all=10", "the parts add up to 0, not to 10"),
        (COUNTS, "a=0 b=0 all=1000", "the parts add up to 0, not to 1,000"),
        (COUNTS, "a=100 b=0 all=0", "the parts add up to 100, not to 0"),
        (COUNTS, "a=0 b=10 all=20", "the parts add up to 10, not to 20"),
        (COUNTS, "a=0 b=1000 all=2000", "the parts add up to 1,000, not to 2,000"),
        (COUNTS, "a=10 b=10 all=30", "the parts add up to 20, not to 30"),
        (SHARES, "x=41 y=60", rounding),
        (SHARES, "x=40.5 y=59.6", rounding),
        (SHARES, "x=39.5 y=59.5", "the parts add up to 99%, not to 100%"),
        (SHARES, "x=38 y=60", "the parts add up to 98%, not to 100%"),
        (SHARES, "x=0 y=99", "the parts add up to 99%, not to 100%"),
        (MONEY, "p=12 q=30 r=43", rounding),
        (MONEY, "p=12 q=30 r=44", "the parts add up to"),
        (MONEY, "p=0 q=0 r=1", "the parts add up to"),
        (MONEY, "p=1 q=0 r=0", "the parts add up to"),
    ] {
        let told = told(panel, rows);
        match expected {
            "" => assert!(told.is_empty(), "{rows}: {told:?}"),
            expected if expected == rounding => assert_eq!(told, [rounding], "{rows}"),
            expected => {
                let said = told.iter().any(|note| note.starts_with("Not stacked: 2021, as "));
                assert!(said && told[0].contains(expected), "{rows}: {told:?}");
            }
        }
    }
}

#[test]
fn parts_stand_on_each_other_and_what_is_apart_on_zero() {
    let stands = |rows: &str| -> Vec<Stand> {
        let chart = chart(COUNTS, rows);
        let layers = chart.panels[0].layers.iter();
        let last = layers.filter_map(|layer| layer.points.last());
        last.map(|point| point.stand).collect()
    };
    let parts = |below: i64| Stand::OnParts(below.into());
    assert_eq!(stands("a=45 b=65 all=110"), [parts(0), parts(45), Stand::Whole]);
    assert_eq!(stands("a=45,about b=65 all=110"), [Stand::OnZero; 3]);
}

/// What a panel is refused with, where it is, and only if the other advice of it is accepted.
fn refused(panel: &str, rows: &str) -> String {
    let problems = resolved(panel, rows).problems;
    let [only] = &problems[..] else { panic!("{rows}: {problems:?}") };
    let hint = only.hint.as_deref().expect("advice");
    let leaves_out = hint.ends_with("and leave out `total`");
    assert_eq!(leaves_out, panel.starts_with("total"), "{hint}");
    assert!(hint.contains("write mark = \"bars\""), "{hint}");
    let lines = panel.lines().filter(|line| !leaves_out || !line.starts_with("total"));
    let lines: Vec<&str> = lines.collect();
    chart(&lines.join("\n").replace("stacked-bars", "bars"), rows);
    only.message.clone()
}

#[test]
fn shares_of_different_wholes_are_stacked_nowhere() {
    for (rows, sum) in [
        ("x=60 y=70", "130%"),
        ("x=42 y=60", "102%"),
        ("x=40.5 y=60.5", "101%"),
        ("x=0 y=101", "101%"),
        ("x=130 y=,,c", "130%"),
    ] {
        let said = refused(SHARES, rows);
        let expected = format!("for 2021 the parts add up to {sum}, so that they are not parts of");
        assert!(said.starts_with(&expected), "{rows}: {said}");
    }
}

#[test]
fn a_total_that_is_worked_out_is_none_that_a_source_states() {
    let derived = "a=45 b=65 all=,exact,e,,,,[f2021-0]+[f2021-1]";
    for (panel, rows, id) in [
        (COUNTS.to_string(), derived, "f2021-2"),
        (COUNTS.replace("\"all\"", "\"sum\""), "a=45 b=65", "sum"),
    ] {
        let said = refused(&panel, rows);
        assert!(said.starts_with(&format!("`{id}` is worked out")), "{said}");
    }
}

#[test]
fn advice_goes_with_the_total() {
    let one = "total = \"all\"\nseries = [{ id = \"a\", mark = \"stacked-bars\" }]\n";
    assert_eq!(refused(one, "a=45 b=65 all=110"), "one part is no whole");
    let others = COUNTS.replace("\"all\"", "\"r\"").replace("\"a\"", "\"p\"");
    let others = others.replace("\"b\"", "\"r\"").replace("total = \"r\"", "total = \"q\"");
    assert!(refused(&others, "a=45 b=65").starts_with("there is no period"));
}
