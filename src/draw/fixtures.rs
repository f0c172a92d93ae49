//! Charts made by hand, for the tests of this room.

use rust_decimal::Decimal;

use crate::chart::*;
use crate::figure::{Day, Frequency, Quantity, Side, Span, UnitForm, Years};

pub fn year(year: i32) -> Span {
    Span { start: Day::new(year, 1, 1).unwrap(), end: Day::new(year, 12, 31).unwrap() }
}

/// An event from the first to the last of these days, all of which the axis shows.
pub(super) fn event(id: &str, span: Span, label: &str) -> EventMark {
    let (event, label, cite) = (id.into(), label.into(), String::new());
    EventMark { event, span, room: span, label, cite, numbered: false }
}

pub fn month(year: i32, month: u32) -> Span {
    let start = Day::new(year, month, 1).unwrap();
    let after = Day::new(year + (month / 12) as i32, month % 12 + 1, 1).unwrap();
    Span { start, end: Day::from_number(after.number() - 1).unwrap() }
}

pub fn financial_year(year: i32) -> Span {
    Span { start: Day::new(year, 4, 1).unwrap(), end: Day::new(year + 1, 3, 31).unwrap() }
}

pub fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn label(quantity: &Quantity, cite: &str) -> Label {
    let say = |number| crate::locale::EN_GB.with_word(number);
    let ends = match quantity {
        Quantity::Range { low, high } => Some((say(*low), say(*high))),
        _ => None,
    };
    let around = crate::locale::EN_GB.around_number(quantity, |number, _| say(number));
    let value = parts(around, matches!(quantity, Quantity::Interval(_)));
    Label {
        value,
        ends,
        cite: cited(cite),
        required: true,
        must: true,
        priority: 1,
        ..Label::default()
    }
}

/// The sources of `[1, 2]`; none where it is empty.
pub fn cited(cite: &str) -> Option<LabelPart> {
    let numbers = cite.strip_prefix('[')?.strip_suffix(']')?.split(", ");
    let places = numbers.map(|number| number.parse::<usize>().unwrap() - 1).collect();
    Some(LabelPart::new(Says::Sources(places), cite, " "))
}

/// A line below a label of one part.
pub fn below(says: Says, text: &str) -> Vec<LabelPart> {
    vec![LabelPart::new(says, text, ", ")]
}

pub fn point(figure: &str, span: Span, quantity: Quantity, cite: &str) -> Point {
    Point {
        figure: figure.into(),
        span,
        at: span.middle(),
        derived: false,
        forecast: false,
        provisional: false,
        disputed: false,
        repeats: false,
        stand: Stand::default(),
        hue: Hue::default(),
        label: Label { strong: true, ..label(&quantity, cite) },
        quantity,
    }
}

/// Exact values in successive years, the first with a source.
pub fn years(name: &str, first: i32, values: &[&str]) -> Vec<Point> {
    let point = |(at, value): (usize, &&str)| {
        let quantity = Side::Exact.of(number(value));
        let cite = if at == 0 { "[1]" } else { "" };
        point(&format!("{name}-{}", first + at as i32), year(first + at as i32), quantity, cite)
    };
    values.iter().enumerate().map(point).collect()
}

pub fn layer(mark: Mark, colour: usize, mut points: Vec<Point>) -> Layer {
    points.iter_mut().for_each(|point| point.hue = Hue::Palette(colour));
    let links = (1..points.len())
        .filter(|_| mark == Mark::Line)
        .map(|to| Join { from: to - 1, to, dash: Dash::Solid })
        .collect();
    let ranged =
        |at: usize| matches!(points[at].quantity, Quantity::Range { .. } | Quantity::Interval(_));
    let bands = (1..points.len())
        .filter(|to| mark == Mark::Line && ranged(to - 1) && ranged(*to))
        .map(|to| Join { from: to - 1, to, dash: Dash::Solid })
        .collect();
    Layer {
        series: "series".into(),
        per: None,
        name: String::new(),
        hue: Hue::Palette(colour),
        mark,
        points,
        links,
        bands,
        targets: vec![],
        guides: vec![],
        gaps: vec![],
        rivals: Vec::new(),
        connector: None,
    }
}

pub fn panel_of(title: &str, scale: Scale, ticks: Ticks, layers: Vec<Layer>) -> Panel {
    Panel {
        beside: Vec::new(),
        title: title.into(),
        form: Against::Time,
        scale,
        from: None,
        to: None,
        unit: UnitForm::default(),
        unit_told: false,
        ticks,
        years: match ticks {
            Ticks::Periods(frequency) => {
                Years::of_project(frequency.years().map_or(4, |(_, month)| month))
            }
            _ => Years::of_project(4),
        },
        layers,
        events: vec![],
        breaks: vec![],
    }
}

/// Points in successive years from 2001.
pub fn panel(scale: Scale, quantities: Vec<Quantity>) -> Panel {
    let points = quantities
        .into_iter()
        .enumerate()
        .map(|(at, quantity)| point(&format!("f{at}"), year(2001 + at as i32), quantity, ""))
        .collect();
    panel_of("", scale, Ticks::Periods(Frequency::YEAR), vec![layer(Mark::Points, 0, points)])
}

pub fn chart(title: &str, subtitle: &str, panels: Vec<Panel>) -> Chart {
    Chart {
        name: "fixture".into(),
        language: &crate::locale::EN_GB,
        title: title.into(),
        subtitle: subtitle.into(),
        arrangement: Arrangement::SideBySide,
        scale: None,
        bare: false,
        wanted: Wanted::default(),
        panels,
        notes: vec![],
        apart: Vec::new(),
        aside: vec![],
        spare: vec![],
        in_plot: vec![],
        said_in_plot: vec![],
        numbered: true,
        house: HouseStyle::default(),
        address: String::new(),
        sources_of: vec![],
        told: vec![],
        sources: vec![],
        alt: title.into(),
        description: "What the chart shows.".into(),
        stamp: Stamp { project: "fixtures".into(), chart: "fixture".into(), ..Stamp::default() },
    }
}

pub fn key(entries: &[(Sign, &str)]) -> Vec<KeyEntry> {
    let entry = |(sign, meaning): &(Sign, &str)| KeyEntry {
        signs: vec![*sign],
        hue: None,
        meaning: meaning.to_string(),
    };
    entries.iter().map(entry).collect()
}

fn cite(text: &str) -> Citation {
    let publisher = text.split(',').next().unwrap_or(text).to_string();
    let (source, url) = (text.to_lowercase(), String::new());
    Citation { source, text: text.into(), publisher, url, ..Citation::default() }
}

/// A claim between two observed ends beside five bars.
pub fn referrals() -> Chart {
    let mut points = years("referrals", 2012, &["10384"]);
    points.push(point("referrals-2017", year(2017), Side::Exact.of(number("82109")), "[1, 2]"));
    let ends = [points[0].at, points[1].at];
    let mut change = layer(Mark::Change, 0, vec![]);
    change.connector = Some(Connector {
        figure: "change".into(),
        from: (ends[0], number("10384")),
        to: (ends[1], number("82109")),
        label: Label {
            value: vec![LabelPart::new(Says::Number, "up 700%, as stated", "")],
            cite: cited("[1]"),
            required: true,
            priority: 3,
            ..Label::default()
        },
    });
    let ticks = Ticks::Periods(Frequency::YEAR);
    let left = panel_of(
        "Industry referrals received by the NCA",
        Scale::Linear,
        ticks,
        vec![layer(Mark::Points, 0, points), change],
    );
    let bars = years("uk", 2019, &["74330", "75578", "97727", "316900", "178648"]);
    let right = panel_of(
        "NCMEC reports resolved to the UK",
        Scale::Linear,
        ticks,
        vec![layer(Mark::Bars, 1, bars)],
    );
    let mut chart = chart(
        "Referrals from online companies to the NCA grew eightfold from 2012 to 2017",
        "Reports of child abuse images from online companies that reached UK authorities, per year",
        vec![left, right],
    );
    chart.notes = Runs::notes([
        "The two counts give about 691%, so the stated 700% is a fair rounding.",
        "The panels count different things and are not joined.",
    ]);
    chart.sources = vec![
        cite("NPCC, 6 September 2018"),
        cite("Sputnik International, relaying NPCC, 3 September 2018"),
        cite("NCMEC, CyberTipline reports by country, 2019 to 2023"),
    ];
    chart
}

/// One figure of each kind in a series of estimates.
pub fn threat() -> Chart {
    let q = |text: &str| number(text);
    let mut points = vec![
        point("t1", month(2017, 12), Side::AtLeast.of(q("20000")), "[1]"),
        point("t2", month(2018, 9), Side::About.of(q("80000")), "[2]"),
        point("t3", month(2020, 4), Side::AtLeast.of(q("300000")), "[3]"),
        point(
            "t4",
            month(2021, 5),
            Quantity::Range { low: q("550000"), high: q("850000") },
            "[4, 5]",
        ),
        point("t5", month(2022, 3), Side::AtMost.of(q("700000")), "[6]"),
        point(
            "t6",
            month(2023, 3),
            Quantity::Interval(Box::new(crate::figure::Interval {
                value: q("400000"),
                low: q("350000"),
                high: q("480000"),
                about: false,
            })),
            "[6]",
        ),
    ];
    points[3].label.below = below(Says::Name, "National Crime Agency, by another method");
    points[5].forecast = true;
    points[5].label.below = below(Says::Status, "forecast");
    let mut panel =
        panel_of("", Scale::Linear, Ticks::Instants, vec![layer(Mark::Points, 0, points)]);
    panel.events = vec![
        event(
            "e1",
            Span { start: Day::new(2019, 7, 1).unwrap(), end: Day::new(2019, 7, 1).unwrap() },
            "Method changes, 1 July 2019",
        ),
        event("e2", month(2022, 9), "Law passed, Sep 2022"),
    ];
    let mut chart = chart(
        "Estimates of people posing a threat rose as methods changed, so they cannot be read as growth",
        "People in the UK estimated to pose a sexual threat to children, by body and method",
        vec![panel],
    );
    chart.notes = Runs::notes([
        "Each estimate uses a different method or population, so none are joined. Other figures for this period: 500,000 to 850,000 (BBC).",
    ]);
    chart.sources = [
        "Guardian interview, December 2017",
        "Home Affairs Committee, 2018",
        "NCA, 3 April 2020",
        "BBC News, 30 June 2021",
        "The Independent, 25 May 2021",
        "NCA, 2023",
    ]
    .map(cite)
    .into();
    chart
}

/// A long line on a log scale with a break.
pub fn ncmec() -> Chart {
    let values = [
        "4560", "9673", "19236", "24511", "42969", "81987", "112017", "70768", "76584", "105047",
        "102029", "119753", "223374", "326310", "415650", "505292", "1106072", "4403657",
        "8274609", "10214753", "18462424", "16987361", "21751085", "29397681", "32059029",
        "36210368",
    ];
    let mut points = years("ncmec", 1998, &values);
    for point in &mut points[1..] {
        (point.label.required, point.label.must) = (false, false);
        point.label.priority = 0;
    }
    points[25].label.required = true;
    points[25].label.priority = 9;
    points.push(point("ncmec-2024", year(2024), Side::About.of(number("20500000")), "[2]"));
    let mut line = layer(Mark::Line, 0, points);
    line.links.pop();
    let mut panel = panel_of("", Scale::Log, Ticks::Periods(Frequency::YEAR), vec![line]);
    panel.breaks = vec![Break {
        figure: "ncmec-2024".into(),
        at: f64::from(Day::new(2024, 1, 1).unwrap().number()),
        reason: String::new(),
        label: String::new(),
        required: false,
    }];
    let mut chart = chart(
        "Reports to NCMEC grew from thousands in 1998 to 36 million in 2023",
        "Reports received by the CyberTipline, worldwide, per year. Log scale",
        vec![panel],
    );
    chart.sources = vec![cite("NCMEC, annual reports and CyberTipline data, 1998 to 2024")];
    chart
}

/// Bars for financial years with a gap, beside monthly statements.
pub fn arrests() -> Chart {
    let values = [("83", 2006), ("297", 2007), ("334", 2008), ("417", 2009), ("513", 2010)];
    let mut bars: Vec<Point> = values
        .iter()
        .map(|(value, start)| {
            let quantity = Side::Exact.of(number(value));
            point(&format!("ceop-{start}"), financial_year(*start), quantity, "")
        })
        .collect();
    bars[0].derived = true;
    bars[4].label.cite = cited("[1]");
    let mut bars = layer(Mark::Bars, 0, bars);
    bars.gaps = vec![Gap {
        figure: "gap".into(),
        span: financial_year(2011),
        word: "not available".into(),
        cite: String::new(),
    }];
    let own = point("own-2012", financial_year(2012), Side::AtLeast.of(number("192")), "[2]");
    let own = layer(Mark::Bars, 2, vec![own]);
    let left = panel_of(
        "CEOP arrests per financial year",
        Scale::Linear,
        Ticks::Periods(Frequency::years_from(4)),
        vec![bars, own],
    );
    let monthly = [
        (2016, 7, Side::About.of(number("375"))),
        (2017, 3, Side::About.of(number("400"))),
        (2018, 9, Side::About.of(number("400"))),
        (2019, 1, Quantity::Range { low: number("400"), high: number("450") }),
        (2020, 4, Side::AtLeast.of(number("500"))),
        (2020, 5, Side::AtLeast.of(number("650"))),
        (2021, 6, Side::About.of(number("850"))),
        (2022, 10, Side::AtLeast.of(number("800"))),
        (2023, 9, Side::About.of(number("800"))),
        (2025, 2, Side::About.of(number("1000"))),
    ];
    let monthly = monthly
        .into_iter()
        .enumerate()
        .map(|(at, (y, m, quantity))| {
            point(&format!("m{at}"), month(y, m), quantity, &format!("[{}]", at + 3))
        })
        .collect();
    let right = panel_of(
        "NCA and police arrests per month, as stated",
        Scale::Linear,
        Ticks::Periods(Frequency::MONTH),
        vec![layer(Mark::Points, 1, monthly)],
    );
    let mut chart = chart(
        "Arrests are now counted by the month, not the year – but the two counts measure different things",
        "Arrests for online child sexual abuse offences, UK. The panels count different things",
        vec![left, right],
    );
    chart.notes = Runs::notes([
        "850 counts offenders dealt with, who may not all have been arrested. 2011/12: no figure found.",
    ]);
    chart.sources = (1..=12).map(|at| cite(&format!("Source number {at}, 30 June 2021"))).collect();
    chart
}

/// Four lines that cross, with names at their ends.
pub fn lines() -> Chart {
    let values: [&[&str]; 4] = [
        &["10", "14", "19", "22", "30", "41"],
        &["40", "38", "33", "30", "28", "26"],
        &["12", "12", "13", "22", "25", "27"],
        &["50", "47", "49", "51", "44", "40"],
    ];
    let names = ["Cycling", "By bus", "On foot", "By car"];
    let layers = values.iter().zip(names).enumerate().map(|(at, (values, name))| {
        let mut points = years(name, 2015, values);
        let last = points.len() - 1;
        for (place, point) in points.iter_mut().enumerate() {
            point.label.cite = None;
            point.label.required = place == 0 || place == last;
            point.label.must = point.label.required;
        }
        points[last].label.below = below(Says::Name, name);
        points[last].label.priority = 9;
        let mut layer = layer(Mark::Line, at, points);
        layer.name = name.into();
        layer
    });
    let mut panel = panel_of("", Scale::Linear, Ticks::Periods(Frequency::YEAR), layers.collect());
    panel.unit = UnitForm::PERCENT;
    chart("How people went to work", "Percent of people in work, Somewhere, per year", vec![panel])
}

/// Every chart made by hand, with a name for it.
pub fn all() -> Vec<(&'static str, Chart)> {
    vec![
        ("referrals", referrals()),
        ("threat", threat()),
        ("ncmec", ncmec()),
        ("arrests", arrests()),
        ("lines", lines()),
    ]
}
