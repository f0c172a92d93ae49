//! Parts of a whole: which periods are stacked, and what is said of those that are not.

use sourceline::chart::{Chart, Stand, resolve};
use sourceline::dataset::{Dataset, Files};

const SERIES: &str = "id,title,unit,nature,geography\n\
    a,As,people,flow,Here\nb,Bs,people,flow,Here\nall,All,people,flow,Here\n\
    x,Xs,percent,share,Here\ny,Ys,percent,share,Here\n\
    p,Ps,£ million,flow,Here\nq,Qs,£ million,flow,Here\nr,Rs,£ million,flow,Here\n";
const COUNTS: &str = "total = \"all\"\nseries = [{ id = \"a\", mark = \"stacked-bars\" }, \
    { id = \"b\", mark = \"stacked-bars\" }]\n";
const SHARES: &str =
    "series = [{ id = \"x\", mark = \"stacked-bars\" }, { id = \"y\", mark = \"stacked-bars\" }]\n";
const MONEY: &str = "total = \"r\"\nseries = [{ id = \"p\", mark = \"stacked-bars\" }, \
    { id = \"q\", mark = \"stacked-bars\" }]\n";

/// A period that can be stacked, and one of these rows: series, value, qualifier, status.
fn chart(panel: &str, rows: &str) -> Chart {
    let sound = match panel {
        COUNTS => "a=40 b=60 all=100",
        MONEY => "p=40 q=60 r=100",
        _ => "x=40 y=60",
    };
    let row = |year: i32, at: usize, row: &str| {
        let (series, said) = row.split_once('=').expect("series=value");
        let mut cells = said.split(',');
        let mut next = || cells.next().unwrap_or_default().to_string();
        let (value, qualifier, status, low, high, rank) =
            (next(), next(), next(), next(), next(), next());
        format!("f{year}-{at},{series},{year},{value},{low},{high},{qualifier},{status},s,{rank}\n")
    };
    let all = |year: i32, rows: &str| -> String {
        rows.split(' ').enumerate().map(|(at, one)| row(year, at, one)).collect()
    };
    let header = "id,series,period,value,low,high,qualifier,status,source,rank\n";
    let files = Files {
        figures: format!("{header}{}{}", all(2020, sound), all(2021, rows)).into(),
        series: SERIES.into(),
        sources: "id,publisher,title\ns,S,T\n".into(),
        events: None,
    };
    let data = Dataset::read(&files, 4).value;
    let spec = format!("title = \"T\"\n[[panels]]\n{panel}");
    let resolved = resolve("c", "charts/c.toml", &spec, &data, "p");
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
        (COUNTS, "a=45 b=65", "not all parts have a number"),
        (SHARES, "x=41 y=60", rounding),
        (SHARES, "x=40.5 y=59.6", rounding),
        (SHARES, "x=40.5 y=60.5", "the parts add up to 101%, not to 100%"),
        (SHARES, "x=42 y=60", "the parts add up to 102%, not to 100%"),
        (MONEY, "p=12 q=30 r=43", rounding),
        (MONEY, "p=12 q=30 r=44", "the parts add up to"),
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
