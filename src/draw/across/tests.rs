//! Rows of any kind: no two words meet.

use super::super::scene::{Area, Role};
use super::super::style::Style;
use crate::chart::{
    Against, BarRow, BesideBar, Chart, ClaimRow, Gap, Hue, LabelPart, Mark, Point, RowShows, Says,
    Scale, Standing, Ticks,
};
use crate::draw::{fixtures, text};
use crate::figure::{Quantity, Side};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn quantity() -> impl Strategy<Value = Quantity> {
    let number = || (-2_000_000i64..90_000_000_000, 0u32..8);
    (number(), number(), 0..5).prop_map(|(one, other, kind)| {
        let of = |(digits, scale): (i64, u32)| Decimal::new(digits, scale);
        let (low, high) = (of(one).min(of(other)), of(one).max(of(other)));
        match kind {
            0 => Side::Exact.of(low),
            1 => Side::About.of(high),
            2 => Side::AtLeast.of(low),
            3 => Side::AtMost.of(high),
            _ => Quantity::Range { low, high },
        }
    })
}

/// The same as bars, each in a row of its own, some with what is aimed at.
fn bars(rows: Vec<(Option<Quantity>, String)>, beside: bool) -> Chart {
    let mut layers = Vec::new();
    let mut all = Vec::new();
    for (layer, (quantity, name)) in rows.into_iter().enumerate() {
        let mut own = fixtures::layer(Mark::BarsAcross, 0, Vec::new());
        let mut point = fixtures::years("p", 2020, &["1"]).remove(0);
        point.figure = format!("f{layer}");
        let aimed = (layer % 3 == 1).then(|| Point {
            figure: format!("t{layer}"),
            quantity: Side::Exact.of(Decimal::from(5_000 * layer as i64)),
            ..point.clone()
        });
        let target = aimed.is_some().then_some(0);
        own.targets.extend(aimed);
        let shows = match quantity {
            None => {
                let (figure, span) = (point.figure, point.span);
                let word = "confidential".to_string();
                own.gaps.push(Gap { figure, span, word, cite: String::new() });
                RowShows::Gap(0)
            }
            Some(quantity) => {
                let said = crate::locale::EN_GB.full(quantity.numbers()[0]);
                point.label.value = vec![LabelPart::new(Says::Number, said, "")];
                own.points.push(Point { quantity, ..point });
                RowShows::Point(0)
            }
        };
        let text = match shows {
            RowShows::Point(_) => own.points[0].label.text().into_owned(),
            _ => "confidential".to_string(),
        };
        let figure = format!("f{layer}");
        let mut said = vec![BesideBar { figure, text, is_value: true, strong: true }];
        if layer % 3 == 1 {
            let (figure, text) = (format!("t{layer}"), "target 5,000".to_string());
            said.push(BesideBar { figure, text, is_value: false, strong: false });
        }
        all.push(BarRow { name, said, layer, shows, apart: layer % 4 == 3, strong: false, target });
        layers.push(own);
    }
    let mut panel = fixtures::panel_of("Where", Scale::Linear, Ticks::Instants, layers);
    panel.form = Against::Rows(all);
    let panels = if beside { vec![panel.clone(), panel] } else { vec![panel] };
    fixtures::chart("Bars", "of many", panels)
}

fn chart(rows: Vec<(Option<Quantity>, String)>, beside: bool) -> Chart {
    let claim = |(at, (quantity, who)): (usize, (Option<Quantity>, String))| ClaimRow {
        figure: format!("f{at}"),
        said: quantity.as_ref().map_or("confidential".into(), |quantity| {
            crate::locale::EN_GB.quantity(quantity, |number, _| crate::locale::EN_GB.full(number))
        }),
        quantity,
        derived: false,
        forecast: at == 1,
        hue: Hue::default(),
        strong: at == 0,
        standing: if at == 0 { Standing::Preferred } else { Standing::Differs },
        who: format!("{who}, 30 September 2021"),
        cite: format!("[{at}]"),
        remark: format!("differs, relaying {who}"),
    };
    let claims = rows.into_iter().enumerate().map(claim).collect();
    let mut panel = fixtures::panel_of("Who says what", Scale::Linear, Ticks::Instants, vec![]);
    panel.form = Against::Claims(claims);
    let panels = if beside { vec![panel.clone(), panel] } else { vec![panel] };
    fixtures::chart("Claims", "of many", panels)
}

proptest! {
    #[test]
    fn no_two_words_meet_and_all_lie_within(
        rows in prop::collection::vec(
            (prop::option::weighted(0.9, quantity()), "[A-Za-z]{1,14}( [A-Za-z]{1,14}){0,6}"),
            1..14,
        ),
        beside: bool,
        as_bars: bool,
    ) {
        let chart = if as_bars { bars(rows, beside) } else { chart(rows, beside) };
        let scene = crate::draw::draw(&chart, &Style::default()).unwrap();
        let roles = [Role::Title, Role::Subtitle, Role::PanelTitle, Role::Label, Role::Gap,
            Role::TickLabel];
        let texts: Vec<Area> =
            scene.texts(&roles).map(|(_, text)| text.area(text::SLACK)).collect();
        let page = Area { left: 0.0, top: 0.0, right: scene.width, bottom: scene.height };
        for (at, one) in texts.iter().enumerate() {
            prop_assert!(page.contains(one), "{one:?} outside {page:?}");
            let inner = |area: &Area| area.grown(-0.6);
            let other = texts[at + 1..].iter().find(|other| inner(one).overlaps(&inner(other)));
            prop_assert!(other.is_none(), "{one:?} on {other:?}");
        }
        for mark in scene.shapes.iter().filter(|shape| shape.role == Role::Mark) {
            prop_assert!(page.contains(&mark.area()), "{mark:?}");
            let label = texts.iter().find(|text| text.grown(-1.0).overlaps(&mark.area()));
            prop_assert!(label.is_none(), "{mark:?} under {label:?}");
        }
    }
}
