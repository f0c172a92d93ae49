//! Series that are worked out whole: each figure is what the arithmetic gives, says no more than its
//! inputs, and makes a chart stale when one of them changes.

use proptest::prelude::*;
use rust_decimal::Decimal;
use sourceline::chart::resolve;
use sourceline::dataset::{Dataset, Files, Lack};
use sourceline::figure::{FigureKey, Quantity};

const SERIES: &str = "id,title,unit,nature,formula\n\
    placed,Placed,children,flow,\n\
    children,Children,children,stock,\n\
    rate,Rate,per 1000,ratio,[placed] / [children] * 1000\n\
    level,Level,index,ratio,\"index([placed], \"\"2000\"\")\"\n";

fn files(rows: &str) -> Files {
    Files {
        figures: format!("id,series,period,value,low,high,qualifier,status,source,note\n{rows}")
            .into(),
        series: SERIES.into(),
        sources: "id,publisher,title\ns,S,S\nt,T,T\n".into(),
        events: None,
    }
}

/// The figure of a series for a period, and what it says.
fn figure(data: &Dataset, id: &str) -> Option<(FigureKey, Quantity)> {
    let key = data.find_figure(id)?;
    Some((key, data.figure(key).quantity()?.clone()))
}

fn said(data: &Dataset, id: &str) -> String {
    let found = figure(data, id);
    found.map_or("none".to_string(), |(key, quantity)| {
        let quantity = quantity.map(|number| Some(number.round_dp(2).normalize()));
        format!("{} {}", quantity.expect("a number"), data.figure(key).status).trim().to_string()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_figure_is_what_the_arithmetic_gives(
        rows in prop::collection::vec((1i64..5_000_000, prop::option::of(0i64..9_000_000)), 1..12),
    ) {
        let mut text = String::new();
        for (at, (placed, children)) in rows.iter().enumerate() {
            let year = 2000 + at;
            text += &format!("placed-{year},placed,{year},{placed},,,,,s,\n");
            if let Some(children) = children {
                text += &format!("children-{year},children,{year}-06-30,{children},,,,,t,\n");
            }
        }
        let files = files(&text);
        let data = Dataset::read(&files, 4).value;
        for (at, (placed, children)) in rows.iter().enumerate() {
            let year = 2000 + at;
            let rate = figure(&data, &format!("rate@{year}"));
            prop_assert_eq!(rate.is_some(), children.is_some_and(|children| children > 0));
            let index = figure(&data, &format!("level@{year}")).expect("it has an index");
            let pairs = [(rate, *children, 1000), (Some(index), Some(rows[0].0), 100)];
            for (found, divisor, times) in pairs {
                let (Some((key, quantity)), Some(divisor)) = (found, divisor) else { continue };
                // Multiplied out, so that nothing here divides as the program does.
                let back = quantity.value().expect("one number") * Decimal::from(divisor);
                let off = (back - Decimal::from(placed * times)).abs();
                prop_assert!(off < Decimal::new(1, 9), "{} is off by {off}", data.figure(key).id);
                prop_assert!(data.figure(key).is_derived() && !data.has_row(key));
            }
        }
        let rate = data.find_series("rate").expect("it is there");
        let lacking = data.shortfalls(rate).len();
        prop_assert_eq!(data.observations_of(rate).len() + lacking, rows.len());
    }
}

#[test]
fn a_result_is_no_surer_than_its_inputs() {
    let files = files(
        "p-2000,placed,2000,500,,,,p,s,\n\
         p-2001,placed,2001,500,,,about,,s,\n\
         p-2002,placed,2002,500,,,at_least,e,s,\n\
         p-2003,placed,2003,,400,500,,,s,\n\
         p-2004,placed,2004,500,,,at_least,,s,\n\
         p-2005,placed,2005,500,,,,,s,\n\
         p-2005-t,placed,2005,700,,,,,t,\n\
         p-2006,placed,2006,500,,,,b,s,Break: another method.\n\
         p-2007,placed,2007,500,,,,,s,\n\
         c-2000,children,2000-06-30,1000,,,,,t,\n\
         c-2001,children,2001,1000,,,,,t,\n\
         c-2002,children,2002,1000,,,,,t,\n\
         c-2003,children,2003,1000,,,,,t,\n\
         c-2004,children,2004,1000,,,at_least,,t,\n\
         c-2005,children,2005,1000,,,,,t,\n\
         c-2006,children,2006,1000,,,,,t,\n\
         c-2007-a,children,2007-03-31,1000,,,,,t,\n\
         c-2007-b,children,2007-06-30,1000,,,,,t,\n",
    );
    let data = Dataset::read(&files, 4).value;
    let expected = ["500 p", "about 500", "at least 500 e", "none", "none", "500", "500 b", "none"];
    let found = (2000..2008).map(|year| said(&data, &format!("rate@{year}")));
    assert_eq!(found.collect::<Vec<_>>(), expected);
    let rate = data.find_series("rate").unwrap();
    let observations = data.observations_of(rate).iter();
    let disputed: Vec<String> =
        observations.filter(|one| one.disputed).map(|one| one.period.to_string()).collect();
    assert_eq!(disputed, ["2005"]);
    let lacks: Vec<&Lack> = data.shortfalls(rate).iter().map(|one| &one.lack).collect();
    assert!(matches!(lacks[..], [Lack::Range(_), Lack::Opposed, Lack::Several(_)]), "{lacks:?}");
    assert_eq!(data.breaks_of(rate).len(), 1);
    // An index does not reach across the break.
    let indices = (2005..2008).map(|year| said(&data, &format!("level@{year}")));
    assert_eq!(indices.collect::<Vec<_>>(), ["100 p", "none", "none"]);
}

#[test]
fn a_chart_is_stale_once_an_input_changes() {
    let spec = "title = \"Placed\"\n[[panels]]\nseries = [{ id = \"rate\", mark = \"line\" }]\n";
    let stamp = |children: &str| {
        let files = files(&format!(
            "p-2000,placed,2000,500,,,,,s,\np-2001,placed,2001,520,,,,,s,\n\
             c-2000,children,2000-06-30,{children},,,,,t,\nc-2001,children,2001-06-30,1000,,,,,t,\n"
        ));
        let data = Dataset::read(&files, 4).value;
        let chart = resolve("c", "charts/c.toml", spec, &data, "p").value.expect("a chart");
        let sources: Vec<String> = chart.sources.iter().map(|one| one.source.clone()).collect();
        assert_eq!(sources, ["s", "t"]);
        chart.stamp
    };
    let before = stamp("1000");
    let expected = ["c-2000", "c-2001", "p-2000", "p-2001", "rate@2000", "rate@2001"];
    assert_eq!(before.figures, expected);
    assert_eq!(before.inputs, stamp("1000").inputs);
    assert_ne!(before.inputs, stamp("1001").inputs);
}

/// The status of a row's figure, and whether it is disputed.
fn standing(data: &Dataset, id: &str) -> String {
    let key = data.find_figure(id).expect("the figure is there");
    let figure = data.figure(key);
    let own = data.observations_of(figure.series);
    let one = own.iter().find(|one| one.preferred == key).expect("it is preferred");
    format!("{}{}", figure.status, if one.disputed { " disputed" } else { "" })
}

#[test]
fn a_figure_in_a_row_is_no_surer_than_its_inputs_however_long_the_chain() {
    let rows = "forecast,a,2001,900,,,,f,,s,\nrough,a,2002,900,,,,pu,,s,\n\
        one,a,2003,900,,,,,,s,\ntwo,a,2003,800,,,,,,t,\naim,a,2004,900,,,,t,,s,\n\
        half,a,2011,,,,,e,[forecast] / 2,s,\nquarter,a,2012,,,,,e,[half] / 2,s,\n\
        both,a,2013,,,,,,[rough] + [quarter],s,\nless,a,2014,,,,,e,[one] - 10,s,\n\
        least,a,2015,,,,,e,[less] - 10,s,\ntowards,a,2016,,,,,e,[aim] - [one],s,\n\
        sure,a,2017,,,,,e,100 + 5,s,\n";
    let files = Files {
        figures: format!(
            "id,series,period,value,low,high,qualifier,status,formula,source,note\n{rows}"
        )
        .into(),
        series: "id,title,unit,nature\na,A,visits,flow\n".into(),
        sources: "id,publisher,title\ns,S,S\nt,T,T\n".into(),
        events: None,
    };
    let data = Dataset::read(&files, 4).value;
    let said = ["half", "quarter", "both", "less", "least", "towards", "sure"]
        .map(|id| format!("{id} {}", standing(&data, id)));
    let expected = [
        "half ef",
        "quarter ef",
        "both efpu",
        "less e disputed",
        "least e disputed",
        "towards e disputed",
        "sure e",
    ];
    assert_eq!(said, expected);
}
