//! What a panel may hold: only what may be compared within it, on axes that say what they show
//! (rules 1, 2 and 6).

use rust_decimal::Decimal;

use super::apart::one_axis;
use super::board::{Board, measures, scale, units};
use super::desk::Desk;
use super::emphasis::Emphasis;
use super::lengths::counts_of_one_length;
use super::observed::Observed;
use super::overlaps::no_day_told_twice;
use super::shown::Shown;
use crate::chart::layer::Point;
use crate::chart::mark::{Body, Objection};
use crate::chart::panel::Scale;
use crate::chart::waist::{MOST_IN_GREY, MOST_SERIES};
use crate::figure::{Per, Quantity, SeriesKey};
use crate::locale::EN_GB;
use crate::problem::Rule;

/// More bars in one period have no room for their labels: leader lines would cross them.
const MOST_BARS: usize = 4;

/// Tells of everything in a panel that is against the rules.
pub fn judge(desk: &mut Desk, board: &Board) {
    once_each(desk, board);
    one_axis(desk, board);
    one_nature(desk, board);
    a_mark_that_takes_it(desk, board);
    one_unit_if_joined(desk, board);
    counts_of_one_length(desk, board);
    honest_axis(desk, board);
    zero_is_near(desk, board);
    no_day_told_twice(desk, board);
}

fn once_each(desk: &mut Desk, board: &Board) {
    for (at, shown) in board.shown.iter().enumerate() {
        let same = |other: &&Shown| {
            other.series == shown.series && !other.is_reference() && !shown.is_reference()
        };
        if let Some(other) = board.shown[..at].iter().find(same) {
            let both = [shown, other].map(|one| one.spec.subject.id());
            let fitted = both.into_iter().find(|id| desk.is_pattern(&id.bytes));
            let id = fitted.unwrap_or(both[0]);
            let message = format!("the series `{}` stands twice in this panel", id.text);
            desk.error_about(Rule::MixedPanel, id, message, "leave one out");
        }
    }
}

fn one_nature(desk: &mut Desk, board: &Board) {
    let data = desk.data;
    let per_of = |series: SeriesKey, per: Option<Option<Per>>| {
        per.unwrap_or_else(|| data.series(series).per)
    };
    let Some((first, per, _)) = measures(board).next() else { return };
    let (expected, expected_per) = (data.series(first).nature, per_of(first, per));
    for (series, per, id) in measures(board) {
        let (nature, per) = (data.series(series).nature, per_of(series, per));
        if nature != expected {
            let message = format!(
                "`{}` is a {} beside a {}, and a panel holds one nature",
                data.series(series).id,
                nature.noun(),
                expected.noun()
            );
            desk.error_about(Rule::MixedPanel, id, message, "give it a panel of its own");
        } else if per != expected_per {
            let said = |per: Option<Per>| match per {
                Some(per) => EN_GB.per(per),
                None => "in all",
            };
            let message = format!(
                "`{}` is counted {} beside one counted {}, and a panel holds one `per`",
                data.series(series).id,
                said(per),
                said(expected_per)
            );
            let hint = match expected_per {
                Some(per) => {
                    format!("give it a panel of its own, or convert it: per = \"{}\"", per.word())
                }
                None => "give it a panel of its own, or leave its `per` out".to_string(),
            };
            desk.error_about(Rule::MixedPanel, id, message, hint);
        }
    }
}

/// A mark may have no way to show a nature.
fn a_mark_that_takes_it(desk: &mut Desk, board: &Board) {
    for shown in &board.shown {
        let series = desk.data.series(shown.series);
        if let Some(Objection { rule, why, hint }) = shown.layer.mark.refuses(series.nature) {
            let message = format!("`{}` is a {}, {why}", series.id, series.nature.noun());
            desk.error(rule, &shown.spec.mark.bytes, message, hint);
        }
    }
}

/// More series would repeat colours, markers and hatchings. Small multiples need but one of each, and
/// what is grey none.
pub fn few_enough(desk: &mut Desk, board: &Board, emphasis: Option<&Emphasis>) {
    if board.rows.is_some() {
        return;
    }
    let (mut known, mut coloured): (Vec<SeriesKey>, usize) = (Vec::new(), 0);
    let whole = board.total().map(|one| one.series);
    for (series, _, id) in measures(board) {
        if known.contains(&series) {
            continue;
        }
        known.push(series);
        let colour = Some(series) != whole;
        let colour = colour && emphasis.is_none_or(|emphasis| emphasis.colours(series));
        coloured += usize::from(colour);
        let (message, hint) = match emphasis {
            _ if coloured > MOST_SERIES => (
                format!(
                    "this is one series more than {MOST_SERIES}, and a panel has no more colours and shapes to tell them apart"
                ),
                match emphasis {
                    None => {
                        "write layout = \"small-multiples\", or spread them over several panels, or name in `emphasis` those that matter: all others turn grey"
                    }
                    Some(_) => "take some out of `emphasis`",
                },
            ),
            Some(_) if known.len() > MOST_IN_GREY => (
                format!(
                    "these are more series than {MOST_IN_GREY}, and no reader tells so many apart"
                ),
                "leave some out, or spread them over several panels",
            ),
            _ => continue,
        };
        return desk.error(Rule::TooManySeries, &id.bytes, message, hint);
    }
    few_bars_side_by_side(desk, board);
}

fn few_bars_side_by_side(desk: &mut Desk, board: &Board) {
    let side_by_side = |one: &&Shown| one.mark().body == Body::Bar && !one.mark().stacks;
    let bars: Vec<&Shown> = board.shown.iter().filter(side_by_side).collect();
    let meet = |one: &Observed, other: &Observed| one.span().overlaps(other.span());
    let beside = |one: &Shown, other: &Shown| {
        one.observed.iter().any(|own| other.observed.iter().any(|its| meet(own, its)))
    };
    let beside_any = |(at, one): (usize, &&Shown)| {
        bars.iter().enumerate().any(|(place, other)| place != at && beside(one, other))
    };
    let together = bars.iter().enumerate().filter(|bar| beside_any(*bar)).count();
    if let Some(one_more) = bars.get(MOST_BARS).filter(|_| together > MOST_BARS) {
        let message = format!(
            "{together} series have bars side by side, and of more than {MOST_BARS} the labels no longer stand at their bars"
        );
        let hint = "write layout = \"small-multiples\", or mark = \"points\", or spread them over several panels";
        desk.error(Rule::TooManySeries, &one_more.spec.subject.id().bytes, message, hint);
    }
}

fn one_unit_if_joined(desk: &mut Desk, board: &Board) {
    let units = units(desk, board);
    if units.len() < 2 {
        return;
    }
    for shown in &board.shown {
        if !shown.mark().read_alone {
            let message = format!(
                "this panel counts {}, and series of different units share a panel only as points",
                EN_GB.list(&units)
            );
            let hint = "write mark = \"points\", or give it a panel of its own";
            desk.error(Rule::MixedUnits, &shown.spec.mark.bytes, message, hint);
        }
    }
}

/// Bars start at zero and are never drawn on a log scale; a log scale has no zero.
fn honest_axis(desk: &mut Desk, board: &Board) {
    let (log, zero) = (&board.spec.log, &board.spec.zero);
    if let Some(shown) = board.shown.iter().find(|shown| shown.mark().from_zero) {
        let bars = shown.mark().word;
        if log.value {
            let hint = "write mark = \"points\" or \"line\", or leave the log scale out";
            let message =
                format!("{bars} are never drawn on a log scale, which has no zero to start from");
            desk.error(Rule::LogScale, &shown.spec.mark.bytes, message, hint);
        }
        if !zero.value {
            let hint = "leave `zero` out, or write mark = \"points\" or \"line\"";
            let message = format!("{bars} always start at zero");
            desk.error(Rule::BarsFromZero, &zero.bytes, message, hint);
        }
    }
    if log.value && !zero.value {
        let hint = "leave `zero` out";
        desk.error(Rule::LogScale, &zero.bytes, "a log scale never starts at zero", hint);
    }
    if log.value {
        above_zero(desk, board);
    }
}

fn above_zero(desk: &mut Desk, board: &Board) {
    let shown = board.shown.iter().map(|shown| (&shown.layer, shown.spec));
    let changes = board.changes.iter().map(|change| (&change.layer, change.spec));
    for (layer, spec) in shown.chain(changes) {
        if let Some(point) = layer.marks().find(|point| least(point) <= Decimal::ZERO) {
            let id = spec.subject.id();
            let message = format!(
                "the figure `{}` is zero or less, which a log scale cannot show",
                point.figure
            );
            let hint = "leave scale = \"log\" out";
            desk.error(Rule::LogScale, &id.bytes, message, hint);
        }
    }
}

fn least(point: &Point) -> Decimal {
    let numbers = match &point.quantity {
        Quantity::Range { low, .. } => Some(*low),
        Quantity::Interval(interval) => Some(interval.low),
        other => other.value(),
    };
    numbers.unwrap_or_default()
}

/// Says so where the author asks for an axis without zero and the values do not allow it.
fn zero_is_near(desk: &mut Desk, board: &Board) {
    let zero = &board.spec.zero;
    let from_zero = board.shown.iter().any(|shown| shown.mark().from_zero);
    if !zero.value && !from_zero && scale(board) == Scale::Linear {
        let message = "the values reach to zero or near it, so the axis begins there all the same";
        let advice = Rule::ZeroIsNear.at(desk.place(&zero.bytes), message);
        desk.problems.push(advice.hint("leave `zero` out"));
    }
}
