//! The chart in sentences, for those who do not see it. Every number is one that the chart shows or tells, with every digit it has.

use rust_decimal::Decimal;

use super::board::{BarRows, Board, Change, Claims};
use super::convert::Conversion;
use super::observed::Observed;
use super::shown::Shown;
use super::teller::Teller;
use super::whole;
use crate::chart::bar_row::RowShows;
use crate::chart::layer::Point;
use crate::chart::tone::Tone;
use crate::figure::{
    Claim as Stated, FigureKey, Frequency, Period, Quantity, Series, SeriesKey, Tie, Way,
};
use crate::locale::words;

/// So many stretches without figures are named one by one.
const GAPS_NAMED: usize = 4;

/// What it shows, unit, place, period; first and last, highest and lowest; gaps, breaks and
/// disputes. The number of sources follows, once it is known.
pub fn description(teller: &Teller, boards: &[Board], scale: Option<&str>) -> String {
    let mut sentences = Vec::new();
    let mut told = Vec::new();
    for board in boards {
        if let Some(title) = board.title().filter(|_| boards.len() > 1) {
            sentences.push(words::sentence(&teller.says().panel(title)));
        }
        sentences.extend(board.stacks.as_ref().map(|_| parts(teller, board)));
        match board.rows.as_ref().and_then(|rows| rowed(teller, board, rows)) {
            Some(rows) => sentences.extend(rows),
            None => board.shown.iter().for_each(|shown| layer(teller, shown, &mut sentences)),
        }
        for change in &board.changes {
            changed(teller, change, &mut sentences);
        }
        if let Some(claims) = &board.claims {
            claimed(teller, claims, &mut sentences);
        }
        for (key, event) in &board.events {
            if !told.contains(key) {
                told.push(*key);
                sentences.push(teller.says().event(&event.label));
            }
        }
        for event in &board.far {
            if !told.contains(&event.key) {
                told.push(event.key);
                sentences.push(teller.says().event_not_drawn(&event.label));
            }
        }
    }
    sentences.extend(scale.map(words::sentence));
    sentences.join(" ")
}

/// What stands on each other, and what it adds up to.
fn parts(teller: &Teller, board: &Board) -> String {
    let own = board.shown.iter().filter(|one| !one.is_total()).map(|one| teller.called(one));
    let own = teller.language().list(&own.collect::<Vec<&str>>());
    match board.total() {
        Some(total) => teller.says().parts_of(teller.called(total), own),
        None => teller.says().parts_of_a_whole(own),
    }
}

fn layer(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    let series = teller.series(shown.series);
    let per = shown.per_said(teller.language());
    sentences.push(measured(teller, series, per, window(teller, shown)));
    if !series.definition.trim().is_empty() {
        sentences.push(words::sentence(&series.definition));
    }
    if let Some(arithmetic) = whole::arithmetic(teller, shown) {
        sentences.push(teller.says().worked_out_whole(arithmetic));
        sentences.extend(whole::remarks(teller, shown));
    }
    let points = &shown.layer.points;
    let said = |at: usize| value(teller, shown, at);
    match points.len() {
        0 => {}
        1 => sentences.push(format!("{}.", words::capital(&said(0)))),
        2 => sentences.push(teller.says().first_last(said(0), said(1))),
        many => {
            sentences.push(teller.says().first_last(said(0), said(many - 1)));
            extremes(teller, shown, sentences);
            let all: Vec<String> = (1..many - 1).map(said).collect();
            sentences.push(teller.says().between(all.join("; ")));
        }
    }
    if !shown.targets.is_empty() {
        let marks = shown.layer.targets.iter().zip(&shown.targets);
        let all: Vec<String> =
            marks.map(|(point, one)| said_of(teller, shown, point, one)).collect();
        sentences.push(teller.says().targets(all.join("; ")));
    }
    if !shown.guides.is_empty() {
        let marks = shown.layer.guides.iter().zip(&shown.guides);
        let all = marks.map(|(point, one)| said_of(teller, shown, point, one));
        let all: Vec<String> = all.collect();
        sentences.push(teller.says().held_against(all.join("; ")));
    }
    for gap in &shown.gaps {
        let word = &shown.layer.gaps.iter().find(|known| known.span == gap.span());
        let word = word.map(|gap| gap.word.as_str()).unwrap_or_default();
        sentences.push(teller.says().no_number(teller.when(shown.series, gap.period), word));
    }
    missing(teller, shown, sentences);
    besides(teller, shown, sentences);
}

/// What is to be known of the figures of a series beside what they are.
fn besides(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    for figure in shown.superseded.iter().map(|key| teller.named(*key)) {
        let said = figure
            .quantity()
            .map(|quantity| teller.tone_of(shown.series).full(quantity, figure.is_derived()));
        let said = said.unwrap_or_default();
        let said = teller.language().with_caveat(said, &[figure.status]);
        sentences.push(teller.says().superseded(said, teller.when(shown.series, figure.period)));
    }
    for observed in shown.observed.iter().skip(1) {
        for key in &observed.breaks {
            let (period, reason) = teller.broken(*key);
            let period = teller.period(shown.series, period);
            sentences.push(words::sentence(&teller.says().break_before(period, reason)));
        }
    }
    repeated(teller, shown, sentences);
    let drawn: Vec<FigureKey> = shown.observed.iter().map(|one| one.figure).collect();
    differing(teller, shown.series, &drawn, sentences);
    for observed in shown.drawn() {
        sentences.extend(dispute(teller, shown.series, observed, teller.tone_of(shown.series)));
    }
}

/// What is said again, and no new figure.
fn repeated(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    let mut at = 0;
    for run in shown.layer.points.chunk_by(|_, next| next.repeats) {
        let (first, last) = (at, at + run.len());
        at = last;
        let when = |one: &Observed| teller.when(shown.series, one.period);
        let all: Vec<String> = shown.observed[first + 1..last].iter().map(when).collect();
        if !all.is_empty() {
            let said = words::capital(&value(teller, shown, first));
            sentences.push(teller.says().repeated(said, teller.language().list(&all)));
        }
    }
}

/// Several series at one period, as the rows stand, where all are of one thing: `Burglaries: burglaries, 2024.
/// Kent 4,120; Surrey 3,105.`
fn rowed(teller: &Teller, board: &Board, rows: &BarRows) -> Option<Vec<String>> {
    let (common, period) = (rows.names.common.as_ref()?, rows.period?);
    let first = board.shown.first()?;
    let per = first.per_said(teller.language());
    let when = teller.period(first.series, period);
    let mut sentences =
        vec![measured_as(teller, (common, teller.series(first.series)), per, vec![when])];
    let said = rows.ordered(board).into_iter().map(|(at, shows)| {
        let shown = &board.shown[at];
        let name = &rows.names.each[at];
        let said = match shows {
            RowShows::Missing => String::new(),
            RowShows::Gap(gap) => shown.layer.gaps[gap].word.clone(),
            RowShows::Point(point) => {
                let (point, one) = (&shown.layer.points[point], &shown.observed[point]);
                number(teller, shown, point, one, |number| number)
            }
            RowShows::Target(target) => {
                let (point, one) = (&shown.layer.targets[target], &shown.targets[target]);
                teller.says().target(number(teller, shown, point, one, |number| number))
            }
        };
        format!("{name} {said}")
    });
    sentences.push(words::sentence(&said.collect::<Vec<String>>().join("; ")));
    for (shown, name) in board.shown.iter().zip(&rows.names.each) {
        let mut own = Vec::new();
        if !teller.series(shown.series).definition.trim().is_empty() {
            own.push(words::sentence(&teller.series(shown.series).definition));
        }
        besides(teller, shown, &mut own);
        sentences.extend((!own.is_empty()).then(|| format!("{name}: {}", own.join(" "))));
    }
    Some(sentences)
}

/// What is measured: `Reports: reports a year, United Kingdom, 2012 to 2017.`
fn measured(teller: &Teller, series: &Series, per: Option<String>, when: Option<String>) -> String {
    let place = teller.language().place(&series.geography).to_string();
    let after = [Some(place), when].into_iter().flatten().collect();
    measured_as(teller, (&series.title, series), per, after)
}

fn measured_as(
    teller: &Teller,
    (title, series): (&str, &Series),
    per: Option<String>,
    after: Vec<String>,
) -> String {
    let language = teller.language();
    let unit = language.unit_of(series);
    let unit = match per {
        Some(per) => teller.says().unit_per(&*unit, per),
        None => unit.into_owned(),
    };
    let mut what = vec![format!("{title}: {unit}")];
    what.extend(after);
    what.retain(|part| !part.is_empty());
    words::sentence(&what.join(language.small.comma()))
}

/// The days from the first to the last period: `2012 to 2017`.
fn window(teller: &Teller, shown: &Shown) -> Option<String> {
    // what is aimed at is told with its own period
    let aimed = shown.targets.iter().filter(|_| shown.observed.is_empty());
    let all = || shown.observed.iter().chain(&shown.gaps).chain(aimed.clone());
    let periods = || all().map(|observed| observed.period);
    let first = periods().min_by_key(|period| period.span())?;
    let last = periods().max_by_key(|period| (period.span().end, period.span().start))?;
    Some(teller.first_to_last(shown.series, first, last))
}

/// `about 80,000 in September 2018`.
fn value(teller: &Teller, shown: &Shown, at: usize) -> String {
    said_of(teller, shown, &shown.layer.points[at], &shown.observed[at])
}

fn said_of(teller: &Teller, shown: &Shown, point: &Point, observed: &Observed) -> String {
    let when = teller.when(shown.series, observed.period);
    number(teller, shown, point, observed, |number| teller.says().number_when(number, when))
}

/// The number, dressed as it is said, with what is to be known of it.
fn number(
    teller: &Teller,
    shown: &Shown,
    point: &Point,
    observed: &Observed,
    dressed: impl FnOnce(String) -> String,
) -> String {
    let text = dressed(teller.tone_of(shown.series).full(&point.quantity, point.derived));
    let worked_out = match shown.conversion {
        _ if !point.derived => None,
        None if whole::formula(teller, shown).is_some() => None,
        Some(Conversion::Average { .. }) => {
            let figure = teller.figure(observed.figure);
            let tone = teller.tone_of(shown.series);
            let all = figure.quantity().map(|all| tone.full(all, figure.is_derived()));
            all.map(|all| teller.says().averaged(all))
        }
        Some(Conversion::Rate { .. }) => Some(teller.says().converted().to_string()),
        None => Some(teller.says().worked_out().to_string()),
    };
    let caveat = teller.caveat(point).map(str::to_string);
    let words: Vec<String> = worked_out.into_iter().chain(caveat).collect();
    match words.is_empty() {
        true => text,
        false => format!("{text} ({})", words.join(teller.language().small.comma())),
    }
}

/// The highest and the lowest of each stretch between breaks, where it has exact or about values of
/// one kind of period and no bound or range may be higher or lower.
fn extremes(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    let mut start = 0;
    let ends: Vec<usize> = (1..shown.observed.len())
        .filter(|at| !shown.observed[*at].breaks.is_empty())
        .chain([shown.observed.len()])
        .collect();
    let whole = ends.len() == 1;
    for end in ends {
        let (from, to) = (start, end);
        start = end;
        let compared: Vec<usize> =
            (from..to).filter(|at| comparable(&shown.layer.points[*at])).collect();
        let spans = compared.iter().map(|at| shown.observed[*at].span());
        let flow = teller.series(shown.series).nature.tie() == Tie::Sum;
        let stated = shown.conversion.is_none();
        if compared.len() < 3 || (flow && stated && Frequency::shared(spans).is_none()) {
            continue;
        }
        let drawn: Vec<(usize, Reach)> = (from..to)
            .filter(|at| !shown.layer.points[*at].forecast)
            .map(|at| (at, Reach::of(&shown.layer.points[at].quantity)))
            .collect();
        // the first of equals
        let highest = drawn.iter().rev().max_by_key(|(_, reach)| reach.at_least);
        let lowest = drawn.iter().min_by_key(|(_, reach)| reach.at_most);
        let (Some((highest, most)), Some((lowest, least))) = (highest, lowest) else { continue };
        let (most, least) = (most.at_least, least.at_most);
        // Of a bound or a range that is said to reach further nobody knows whether it is the one.
        let sure = drawn.iter().all(|(at, reach)| {
            (at == highest || reach.said.1 <= most) && (at == lowest || reach.said.0 >= least)
        });
        if !sure || most == least {
            continue;
        }
        let [highest, lowest] = [*highest, *lowest].map(|at| value(teller, shown, at));
        sentences.push(match whole {
            true => teller.says().highest_lowest(highest, lowest),
            false => {
                let [first, last] =
                    [from, to - 1].map(|at| teller.period(shown.series, shown.observed[at].period));
                teller.says().highest_lowest_of(first, last, highest, lowest)
            }
        });
    }
}

/// Where a figure lies.
struct Reach {
    /// It is no lower than this.
    at_least: Decimal,
    /// It is no higher than this.
    at_most: Decimal,
    /// The lowest and the highest number that is said of it.
    said: (Decimal, Decimal),
}

impl Reach {
    /// An interval of an estimate says how sure its value is, and not which it is.
    fn of(quantity: &Quantity) -> Reach {
        let (low, high) = match quantity {
            Quantity::Range { low, high } => (*low, *high),
            Quantity::Interval(interval) => (interval.value, interval.value),
            Quantity::One { value, .. } => (*value, *value),
        };
        let open = quantity.open();
        Reach {
            at_least: if open == Some(Way::Down) { Decimal::MIN } else { low },
            at_most: if open == Some(Way::Up) { Decimal::MAX } else { high },
            said: (low, high),
        }
    }
}

fn comparable(point: &Point) -> bool {
    matches!(&point.quantity, Quantity::One { side, .. } if side.open().is_none())
        && !point.forecast
}

/// Where periods are missing between two that follow each other.
fn missing(teller: &Teller, shown: &Shown, sentences: &mut Vec<String>) {
    let nature = teller.series(shown.series).nature;
    if !matches!(nature.tie(), Tie::Sum | Tie::Whole) {
        return;
    }
    let mut missing = Vec::new();
    for pair in shown.observed.windows(2) {
        let (after, before) = (pair[0].span().end.next(), pair[1].span().start);
        let between = |gap: &Observed| match shown.sequence.reaches_back() {
            true => pair[0].span() < gap.span() && gap.span() < pair[1].span(),
            false => after <= gap.span().start && gap.span().end < before,
        };
        let missing_here = match shown.sequence.reaches_back() {
            true => !shown.sequence.follows(pair[1].span(), pair[0].span()),
            false => after < before,
        };
        if missing_here && !shown.gaps.iter().any(between) {
            let [one, next] =
                [&pair[0], &pair[1]].map(|one| teller.period(shown.series, one.period));
            missing.push(teller.says().between_periods(one, next));
        }
    }
    match missing.len() {
        0 => {}
        1..=GAPS_NAMED => {
            let between = missing.join(teller.says().nor());
            sentences.push(teller.says().no_figures(between));
        }
        _ => sentences.push(teller.says().none_between().to_string()),
    }
}

/// Levels that differ within one period, or around one.
fn differing(teller: &Teller, series: SeriesKey, drawn: &[FigureKey], sentences: &mut Vec<String>) {
    let (tone, notes) = (teller.tone_of(series), &teller.language().notes);
    for one in teller.differing(series, drawn) {
        let others = one.others.iter().map(|(period, other)| {
            let said = tone.full(&other.quantity, other.derived);
            notes.others_for(teller.period(series, *period), said)
        });
        let others: Vec<String> = others.collect();
        let (count, period) = (others.len(), teller.period(series, one.period));
        let others = teller.language().list(&others);
        sentences.push(match one.holds {
            true => notes.within(period, count, others),
            false => notes.around(period, count, others),
        });
    }
}

fn dispute(teller: &Teller, series: SeriesKey, observed: &Observed, tone: Tone) -> Option<String> {
    let others = teller.others(observed);
    let said: Vec<String> =
        others.iter().map(|other| tone.full(&other.quantity, other.derived)).collect();
    let language = teller.language();
    let period = teller.period(series, observed.period);
    let period = match observed.target {
        true => language.answers.with_status(period, language.statuses.target()),
        false => period,
    };
    let all = language.list(&said);
    (!said.is_empty()).then(|| teller.says().disputed(period, said.len(), all))
}

/// Who states what, as the rows stand.
fn claimed(teller: &Teller, claims: &Claims, sentences: &mut Vec<String>) {
    let series = teller.series(claims.series);
    let period = teller.period(claims.series, claims.period);
    let per = series.per.map(|per| teller.language().per(per).to_string());
    sentences.push(measured(teller, series, per, Some(period)));
    let tone = teller.tone_of(claims.series);
    for (key, standing) in &claims.rows {
        let figure = teller.figure(*key);
        let said = match figure.quantity() {
            Some(quantity) => tone.full(quantity, figure.is_derived()),
            None => match &figure.claim {
                Stated::Absent(absence) => {
                    let why = teller.language().absence(*absence);
                    teller.says().silent_because(why)
                }
                _ => teller.says().silent().to_string(),
            },
        };
        let remark = teller.remark(figure, *standing);
        let remark = if remark.is_empty() { remark } else { format!(" ({remark})") };
        sentences.push(format!("{}: {said}{remark}.", teller.who(claims, figure)));
    }
    let differ = match claims.disputed {
        true => teller.says().not_all_agree(),
        false => teller.says().all_agree(),
    };
    let numbers =
        claims.standing().into_iter().filter(|key| teller.figure(*key).quantity().is_some());
    sentences.extend((numbers.count() > 1).then(|| differ.to_string()));
}

fn changed(teller: &Teller, change: &Change, sentences: &mut Vec<String>) {
    let figure = teller.figure(change.figure);
    let level = teller.series(change.on);
    if let (Some(connector), true) = (&change.layer.connector, figure.quantity().is_some()) {
        let period = teller.language().from_to(figure.period);
        let label = connector.label.text();
        sentences.push(match figure.is_derived() {
            true => teller.says().change(&*level.title, period, label),
            false => teller.says().stated_change(&*level.title, period, label),
        });
    }
    let tone = teller.tone_of(change.on);
    for point in &change.layer.points {
        let unit = [figure.period.first_unit(), figure.period.last_unit()]
            .into_iter()
            .find(|unit| unit.span() == point.span);
        let Some(unit) = unit else { continue };
        let number = tone.full(&point.quantity, point.derived);
        let when = teller.when(change.on, Period::of(unit));
        let said = words::capital(&teller.says().number_when(number, when));
        sentences.push(match point.derived {
            true => format!("{said} ({}).", teller.says().worked_out()),
            false => format!("{said}."),
        });
    }
    for end in &change.ends {
        sentences.extend(dispute(teller, change.on, end, tone));
    }
    let tone = teller.tone_of(figure.series);
    sentences.extend(dispute(teller, figure.series, &change.observed, tone));
}
