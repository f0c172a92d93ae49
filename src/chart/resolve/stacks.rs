//! Stacked bars: what a panel of them may hold, which periods can be stacked, and why others cannot.
//!
//! A period is stacked where all parts and the total have one exact figure that nobody disputes, no
//! forecast among them and none below zero, and where the parts add up to the total within rounding:
//! see [`slack`]. Else its figures stand side by side, each from zero.

use rust_decimal::Decimal;

use super::board::{Board, Stacks, WhyApart, measures};
use super::desk::Desk;
use super::shown::Shown;
use crate::chart::layer::Stand;
use crate::chart::mark::Mark;
use crate::chart::spec::{PanelSpec, SeriesSpec, Subject, TypedText};
use crate::figure::{Nature, Period, Quantity, Series, SeriesKey, Side, Span, UnitForm};
use crate::problem::Rule;

/// The line of the series that the parts of a panel add up to.
pub fn whole(total: Option<&TypedText>, parts: &[SeriesSpec]) -> Option<SeriesSpec> {
    let mark = parts.iter().find(|line| line.mark.value.traits().stacks)?.mark.clone();
    Some(SeriesSpec { subject: Subject::Total(total?.clone()), mark, per: None, name: None })
}

/// Lets the parts of each period stand on each other where they may. Tells of what does not go with
/// them; of periods only where the panel is sound otherwise.
pub fn stack(desk: &mut Desk, board: &mut Board, sound: bool) {
    if !board.spec.series.iter().any(|line| line.mark.value.traits().stacks) {
        if let Some(total) = &board.spec.total {
            let message = format!("`total` only goes with the mark {}", Mark::StackedBars.word());
            let hint = "leave it out, or write mark = \"stacked-bars\"";
            desk.error(Rule::WrongValue, &total.bytes, message, hint);
        }
        return;
    }
    let known = desk.problems.len();
    nothing_else(desk, board.spec);
    parts_of_one_whole(desk, board);
    aims_at_no_part(desk, board);
    total_is_stated(desk, board);
    if !sound || desk.problems.len() > known {
        return;
    }
    no_more_than_a_whole(desk, board);
    if desk.problems.len() > known {
        return;
    }
    let mut stacks = Stacks { apart: Vec::new(), rounded: false };
    let mut stacked = 0;
    for (series, period) in periods(board) {
        match added_up(desk, board, period.span()) {
            Ok((sum, total)) => {
                stand(board, period.span());
                stacked += 1;
                stacks.rounded |= sum != total;
            }
            Err(why) => stacks.apart.push((series, period, why)),
        }
    }
    if stacked == 0 {
        nothing_stacked(desk, board, &stacks);
    }
    board.stacks = Some(stacks);
}

/// What cannot be told from a part, or has no place among parts.
fn nothing_else(desk: &mut Desk, spec: &PanelSpec) {
    let word = Mark::StackedBars.word();
    if let Some(other) = spec.series.iter().find(|line| !line.mark.value.traits().stacks)
        && !matches!(other.subject, Subject::Reference(_))
    {
        let message = format!(
            "{word} are the parts of one whole, and what is drawn as `{}` is none of them",
            other.mark.value.word()
        );
        let hint = "write the same mark for all, or give it a panel of its own";
        desk.error(Rule::MixedPanel, &other.mark.bytes, message, hint);
    }
    if let Some(figure) = spec.references.first() {
        let message = format!(
            "`reference` does not go with {word}, where nobody could tell which part it is for"
        );
        desk.error(Rule::WrongValue, &figure.bytes, message, "leave it out");
    }
    if let Some(per) = spec.series.iter().find_map(|line| line.per.as_ref()) {
        let message =
            format!("`per` does not go with {word}, whose parts add up as they are stated");
        desk.error(Rule::WrongValue, &per.bytes, message, "leave it out");
    }
    let parts = spec.series.iter().filter(|line| !matches!(line.subject, Subject::Total(_)));
    if let [only] = &parts.collect::<Vec<_>>()[..] {
        let message = "one part is no whole".to_string();
        let hint = format!("name the other parts too, or {}", side_by_side(spec, "\"bars\""));
        desk.error(Rule::StackedBars, &only.mark.bytes, message, hint);
    }
}

/// What to write for figures side by side: `total` goes with no other mark.
fn side_by_side(spec: &PanelSpec, marks: &str) -> String {
    let total = if spec.total.is_some() { " and leave out `total`" } else { "" };
    format!("write mark = {marks}{total}")
}

/// Shares of one place, or counts that somebody also states the total of; of one place, or each of
/// one of its own that lies in that of the total.
fn parts_of_one_whole(desk: &mut Desk, board: &Board) {
    let data = desk.data;
    let Some((first, _, id)) = measures(board).next() else { return };
    let total = board.total();
    if board.spec.total.is_none() && data.series(first).nature != Nature::Share {
        let message =
            "counts are stacked to a total that a source states, and this panel names none";
        let hint = match likely_total(desk, board) {
            Some(id) => format!("write total = \"{id}\", which they add up to"),
            None => {
                "write total = \"SERIES\", the series of what they add up to; or mark = \"bars\""
                    .to_string()
            }
        };
        return desk.error(Rule::StackedBars, &id.bytes, message, hint);
    }
    let place = |shown: &Shown| data.series(shown.series).geography.to_lowercase();
    let parts: Vec<&Shown> = board.shown.iter().filter(|one| !one.is_total()).collect();
    let Some(first) = parts.first() else { return };
    let places: Vec<String> = parts.iter().map(|one| place(one)).collect();
    let whole = total.map(place);
    let one_place = places.iter().all(|own| *own == places[0]);
    let divided = whole.as_ref().is_some_and(|whole| {
        let once = |own: &String| places.iter().filter(|other| *other == own).count() == 1;
        places.iter().all(|own| own != whole && !own.is_empty() && once(own))
    });
    if one_place && whole.is_none_or(|whole| whole == places[0]) || divided {
        return;
    }
    let usual = total.unwrap_or(first);
    let odd = parts.iter().find(|one| place(one) != place(usual)).unwrap_or(first);
    let (odd, usual) = (data.series(odd.series), data.series(usual.series));
    let message = format!(
        "`{}` is of {} and `{}` of {}, so that they are not parts of one whole",
        odd.id,
        said_place(odd),
        usual.id,
        said_place(usual)
    );
    let hint =
        "stack parts of one place, or one part for each place with the `total` of all of them";
    let id = parts.iter().map(|one| one.spec.subject.id()).find(|id| id.text == odd.id);
    desk.error_about(Rule::StackedBars, id.unwrap_or(first.spec.subject.id()), message, hint);
}

fn said_place(series: &Series) -> String {
    match series.geography.is_empty() {
        true => "no place that is named".to_string(),
        false => series.geography.to_string(),
    }
}

/// A series of the same unit whose figure for some period is what the parts of it add up to.
fn likely_total(desk: &Desk, board: &Board) -> Option<String> {
    let data = desk.data;
    let own: Vec<SeriesKey> = board.shown.iter().map(|one| one.series).collect();
    let first = data.series(*own.first()?);
    let sums: Vec<(Span, Decimal)> = periods(board)
        .into_iter()
        .filter_map(|(_, period)| {
            let numbers = board.shown.iter().map(|one| exact(desk, one, period.span()).ok());
            let numbers: Vec<Decimal> = numbers.collect::<Option<_>>()?;
            Some((period.span(), sum(&numbers)?))
        })
        .collect();
    let adds_up = |key: &SeriesKey| {
        data.observations_of(*key).iter().any(|one| {
            let figure = data.claims(one).first().map(|key| data.figure(*key));
            let stated = figure.filter(|figure| !figure.is_derived());
            let number = stated.and_then(|figure| figure.quantity()).and_then(Quantity::value);
            number.is_some_and(|number| sums.contains(&(one.period.span(), number)))
        })
    };
    let alike = |key: &SeriesKey| {
        let series = data.series(*key);
        series.formula.is_none()
            && series.nature == first.nature
            && series.unit.eq_ignore_ascii_case(&first.unit)
    };
    let mut keys = data.series.iter().filter_map(|series| data.find_series(series.id));
    let found = keys.find(|key| !own.contains(key) && alike(key) && adds_up(key))?;
    Some(data.series(found).id.to_string())
}

/// A level to be reached would stand among parts that begin anywhere.
fn aims_at_no_part(desk: &mut Desk, board: &Board) {
    let part = board.shown.iter().find(|one| !one.is_total() && !one.targets.is_empty());
    let Some((part, target)) = part.and_then(|part| Some((part, part.targets.first()?))) else {
        return;
    };
    let id = &desk.data.figure(target.figure).id;
    let message =
        format!("`{id}` is a target for a part, and among stacked parts no level could show it");
    let other = side_by_side(board.spec, "\"bars\"");
    let hint = format!("leave it out, as without = [\"{id}\"], or {other}");
    desk.error(Rule::StackedBars, &part.spec.mark.bytes, message, hint);
}

/// Parts always add up to what is worked out from them, which says nothing.
fn total_is_stated(desk: &mut Desk, board: &Board) {
    let data = desk.data;
    let Some((total, written)) = board.total().zip(board.spec.total.as_ref()) else { return };
    let mut figures = total.observed.iter().map(|one| data.figure(one.figure));
    let worked_out = match data.series(total.series).formula {
        Some(_) => Some(data.series(total.series).id.to_string()),
        None => figures.find(|figure| figure.is_derived()).map(|figure| figure.id.to_string()),
    };
    let Some(id) = worked_out else { return };
    let message = format!(
        "`{id}` is worked out, and parts would add up to it even where no source states such a total"
    );
    let other = side_by_side(board.spec, "\"bars\"");
    let hint = format!("name a total that a source states, or {other}");
    desk.error(Rule::StackedBars, &written.bytes, message, hint);
}

/// Shares that come to more than 100% in one period are of different wholes in all.
fn no_more_than_a_whole(desk: &mut Desk, board: &Board) {
    let Some(first) = board.shown.first().map(|one| desk.data.series(one.series)) else { return };
    if first.nature != Nature::Share {
        return;
    }
    let whole = Decimal::ONE_HUNDRED;
    let too_much = periods(board).into_iter().find_map(|(series, period)| {
        let parts = board.shown.iter().filter(|one| !one.is_total());
        let parts: Vec<Decimal> =
            parts.filter_map(|one| exact(desk, one, period.span()).ok()).collect();
        let sum = sum(&parts)?;
        (sum - whole > slack(&parts, whole, first.form)).then_some((series, period, sum))
    });
    let Some((series, period, sum)) = too_much else { return };
    let Some(mark) = board.spec.series.first().map(|line| &line.mark) else { return };
    let tone = desk.tone(series);
    let message = format!(
        "for {} the parts add up to {}, so that they are not parts of one whole, which is {}",
        desk.period(series, period),
        tone.number(sum.normalize()),
        tone.number(whole)
    );
    let other = side_by_side(board.spec, "\"bars\" or \"points\"");
    let hint = format!("name shares of one whole, or {other}");
    desk.error(Rule::StackedBars, &mark.bytes, message, hint);
}

/// Every period of which something is drawn, in time.
fn periods(board: &Board) -> Vec<(SeriesKey, Period)> {
    let all = board
        .shown
        .iter()
        .flat_map(|one| one.observed.iter().chain(&one.gaps).map(|own| (one.series, own.period)));
    let mut all: Vec<(SeriesKey, Period)> = all.collect();
    all.sort_by_key(|(_, period)| period.span());
    all.dedup_by_key(|(_, period)| period.span());
    all
}

/// What the parts of a period add up to, and the total that they are parts of, where the one is the
/// other.
fn added_up(desk: &Desk, board: &Board, span: Span) -> Result<(Decimal, Decimal), WhyApart> {
    let number = |one: &Shown| exact(desk, one, span);
    let parts = board.shown.iter().filter(|one| !one.is_total());
    let parts: Vec<Decimal> = parts.map(number).collect::<Result<_, _>>()?;
    let stated = board.total().map(number).transpose().map_err(|why| match why {
        WhyApart::Missing => WhyApart::NoTotal,
        why => why,
    })?;
    let total = stated.unwrap_or(Decimal::ONE_HUNDRED);
    let form = board.shown.first().map(|one| desk.data.series(one.series).form);
    let sum = sum(&parts).ok_or(WhyApart::Sum { sum: Decimal::ZERO, total })?;
    let all: Vec<Decimal> = parts.into_iter().chain(stated).collect();
    match (sum - total).abs() <= slack(&all, total, form.unwrap_or_default()) {
        true => Ok((sum, total)),
        false => Err(WhyApart::Sum { sum, total }),
    }
}

fn sum(numbers: &[Decimal]) -> Option<Decimal> {
    numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))
}

/// The one exact number of a series for a period, which stands as it is.
fn exact(desk: &Desk, shown: &Shown, span: Span) -> Result<Decimal, WhyApart> {
    let observed = shown.observed.iter().find(|one| one.span() == span).ok_or(WhyApart::Missing)?;
    let figure = desk.data.figure(observed.figure);
    match figure.quantity() {
        _ if observed.disputed => Err(WhyApart::Disputed),
        _ if figure.status.is_forecast() => Err(WhyApart::Forecast),
        Some(Quantity::One { side: Side::Exact, value }) if *value < Decimal::ZERO => {
            Err(WhyApart::Negative)
        }
        Some(Quantity::One { side: Side::Exact, value }) => Ok(*value),
        Some(_) => Err(WhyApart::NotExact),
        None => Err(WhyApart::Missing),
    }
}

/// How far a sum may lie from its total because all of them were rounded: half a unit of the last digit
/// of each. Whole numbers of things were not, unless each of them ends in zeros. A 0 has no last digit
/// to round. Never more than a tenth of the total.
fn slack(numbers: &[Decimal], total: Decimal, unit: UnitForm) -> Decimal {
    rounded_by(numbers, unit).min(total / Decimal::TEN)
}

fn rounded_by(numbers: &[Decimal], unit: UnitForm) -> Decimal {
    let numbers: Vec<Decimal> = numbers.iter().copied().filter(|one| !one.is_zero()).collect();
    let half = |digits: i64, scale: u32| Decimal::new(digits, scale) / Decimal::TWO;
    let whole = numbers.iter().all(|number| number.normalize().scale() == 0);
    let rounded = unit.is_percent() || unit.scale.is_some() || unit.currency().is_some();
    if !whole || rounded {
        return numbers.iter().map(|number| half(1, number.scale())).sum();
    }
    let ends_in = |tens: &Decimal| numbers.iter().all(|number| (number % tens).is_zero());
    let most = numbers.iter().max().copied().unwrap_or_default();
    let tens = std::iter::successors(Some(Decimal::TEN), |tens| tens.checked_mul(Decimal::TEN));
    match tens.take_while(|tens| *tens <= most && ends_in(tens)).last() {
        Some(tens) => tens / Decimal::TWO * Decimal::from(numbers.len()),
        None => Decimal::ZERO,
    }
}

/// Lets the parts of a period stand on each other, in the order of the spec, and the total over them.
fn stand(board: &mut Board, span: Span) {
    let mut below = Decimal::ZERO;
    for shown in &mut board.shown {
        let total = shown.is_total();
        let Some(point) = shown.layer.points.iter_mut().find(|point| point.span == span) else {
            continue;
        };
        match total {
            true => point.stand = Stand::Whole,
            false => {
                point.stand = Stand::OnParts(below);
                below += point.quantity.value().unwrap_or_default();
            }
        }
    }
}

/// Not one period of the panel is a whole of parts.
fn nothing_stacked(desk: &mut Desk, board: &Board, stacks: &Stacks) {
    // That they add up to something else says more than that some have no number.
    let is_sum = |why: &WhyApart| matches!(why, WhyApart::Sum { .. });
    let sum = stacks.apart.iter().rev().find(|(_, _, why)| is_sum(why));
    let Some((series, period, why)) = sum.or(stacks.apart.last()).copied() else { return };
    let Some(mark) = board.spec.series.first().map(|line| &line.mark) else { return };
    let said = desk.period(series, period);
    let tone = desk.tone(series);
    let why = match why {
        WhyApart::Missing => format!("for {said} a part has no figure"),
        WhyApart::NoTotal => format!("for {said} the total has no figure"),
        WhyApart::NotExact => format!("for {said} not all figures are exact"),
        WhyApart::Disputed => format!("for {said} sources differ"),
        WhyApart::Forecast => format!("for {said} there are forecasts"),
        WhyApart::Negative => format!("for {said} a figure is below zero"),
        WhyApart::Sum { sum, total } => format!(
            "for {said} the parts add up to {}, and the total is {}",
            tone.number(sum),
            tone.number(total)
        ),
    };
    let message = format!("there is no period whose parts could be stacked: {why}");
    let other = side_by_side(board.spec, "\"bars\" or \"points\"");
    let hint = format!("name parts that add up, or {other}");
    desk.error(Rule::StackedBars, &mark.bytes, message, hint);
}
