//! One series, its observations, and who says what.

use rust_decimal::Decimal;
use sourceline::dataset::{Dataset, Observation};
use sourceline::figure::{
    Absence, Claim, FigureKey, Quantity, Rank, Series, SeriesKey, Side, Tie, Way,
};
use sourceline::locale::EN_GB;

use crate::cli::list::TARGET;
use crate::cli::report;
use crate::cli::screen::{Screen, visible, width, wrap};
use sourceline::export::figure_words::figure_in_words;

/// All that is known of one series.
pub fn print(data: &Dataset, key: SeriesKey, columns: usize, screen: &mut Screen) {
    print_series(data.series(key), columns, screen);
    let targets = data.targets_of(key).iter();
    let mut observations: Vec<Observation> =
        data.observations_of(key).iter().chain(targets).cloned().collect();
    observations.sort_by_key(|one| one.period.span());
    let observations = &observations;
    print_picture(data, observations, columns, screen);
    observations.iter().for_each(|one| print_observation(data, one, columns, screen));
    print_shortfalls(data, key, columns, screen);
    print_superseded(data, key, columns, screen);
}

fn print_series(series: &Series, columns: usize, screen: &mut Screen) {
    let title = screen.bold(&visible(&series.title));
    screen.say(format_args!("{title}\n"));
    let per = series.per.map_or(String::new(), |per| format!(" {}", EN_GB.per(per)));
    let unit = EN_GB.unit_of(series);
    let mut what = vec![format!("{unit}{per}"), series.nature.word().to_string()];
    what.extend((!series.geography.is_empty()).then(|| series.geography.to_string()));
    if !series.counted_by.is_empty() {
        what.push(format!("counted by {}", series.counted_by));
    }
    if let Some(month) = series.year_starts {
        what.push(format!("years from {}", EN_GB.month(month)));
    }
    let apart: Vec<&str> = series.apart_from().collect();
    let apart = match &apart[..] {
        [] => String::new(),
        ["*"] => "may not be compared with any other series".to_string(),
        ids => format!("may not be compared with {}", EN_GB.list(ids)),
    };
    if !series.convertible {
        what.push("not converted".to_string());
    }
    let formula =
        series.formula.as_ref().map_or(String::new(), |formula| format!("calculated: {formula}"));
    for text in
        [&what.join(", "), series.definition.as_ref(), &formula, &apart, series.note.as_ref()]
    {
        for line in wrap(&visible(text), columns) {
            screen.say(format_args!("{line}\n"));
        }
    }
}

/// A line for every observation, to one scale: the shapes are those of the charts.
fn print_picture(
    data: &Dataset,
    observations: &[Observation],
    columns: usize,
    screen: &mut Screen,
) {
    let numbers: Vec<Decimal> = observations
        .iter()
        .filter_map(|one| data.figure(one.preferred).quantity())
        .flat_map(Quantity::numbers)
        .collect();
    let lines: Vec<(String, String)> =
        observations.iter().map(|one| (period(data, one), in_words(data, one.preferred))).collect();
    let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| width(text)).max();
    let periods = widest(&mut lines.iter().map(|line| &line.0)).unwrap_or(0);
    let figures = widest(&mut lines.iter().map(|line| &line.1)).unwrap_or(0);
    let room = columns.saturating_sub(periods + figures + 5).min(60);
    let scale = BarScale::over(&numbers, room);
    screen.say(format_args!("\n"));
    for (one, (period, words)) in observations.iter().zip(&lines) {
        let figure = data.figure(one.preferred);
        let picture = match (&scale, figure.quantity()) {
            (Some(scale), Some(quantity)) => {
                scale.picture(quantity, figure.is_derived() || figure.status.is_target())
            }
            _ => String::new(),
        };
        let (before, after) = (periods - width(period), figures - width(words));
        let line =
            format!("{period}{}  {}{words}  {picture}", " ".repeat(before), " ".repeat(after));
        screen.say(format_args!("{}\n", line.trim_end()));
    }
    if let Some(scale) = scale {
        let [low, high] = [scale.low, scale.high].map(|end| EN_GB.full(short(end)));
        let gap = (scale.cells + 1).saturating_sub(width(&low) + width(&high));
        let indent = " ".repeat(periods + figures + 4);
        screen.say(format_args!("{indent}{low}{}{high}\n", " ".repeat(gap.max(1))));
    }
}

/// What was worked out may have more digits than anybody stands for.
fn short(number: Decimal) -> Decimal {
    const MOST_DECIMALS: u32 = 9;
    let rounded = match number.scale() > MOST_DECIMALS {
        true => number.round_sf(3),
        false => None,
    };
    rounded.unwrap_or(number).normalize()
}

/// From zero, or from below it, to the highest number, on so many columns.
struct BarScale {
    low: Decimal,
    high: Decimal,
    cells: usize,
}

impl BarScale {
    /// `None` where there is no room or nothing to show.
    fn over(numbers: &[Decimal], cells: usize) -> Option<BarScale> {
        let low = (*numbers.iter().min()?).min(Decimal::ZERO);
        let high = (*numbers.iter().max()?).max(Decimal::ZERO);
        (cells >= 10 && low < high).then_some(BarScale { low, high, cells })
    }

    fn cell(&self, number: Decimal) -> usize {
        let share = number
            .checked_sub(self.low)
            .zip(self.high.checked_sub(self.low))
            .and_then(|(part, whole)| part.checked_div(whole))
            .and_then(|share| share.checked_mul(Decimal::from(self.cells - 1)))
            .and_then(|cell| usize::try_from(cell.round()).ok());
        share.unwrap_or(0).min(self.cells - 1)
    }

    fn picture(&self, quantity: &Quantity, derived: bool) -> String {
        // One column more on either side, for the arrows.
        let mut line = vec![' '; self.cells + 2];
        let at = |number: Decimal| self.cell(number) + 1;
        line[at(Decimal::ZERO)] = '│';
        let dot = match quantity {
            Quantity::One { side: Side::Exact, .. } | Quantity::Interval(_)
                if !derived && !quantity.is_rough() =>
            {
                '●'
            }
            _ => '○',
        };
        match quantity {
            Quantity::One { side, value } => {
                line[at(*value)] = dot;
                match side.open() {
                    Some(Way::Up) => line[at(*value) + 1] = '→',
                    Some(Way::Down) => line[at(*value) - 1] = '←',
                    None => {}
                }
            }
            Quantity::Range { low, high } => draw_range(&mut line, at(*low), at(*high)),
            Quantity::Interval(interval) => {
                draw_range(&mut line, at(interval.low), at(interval.high));
                line[at(interval.value)] = dot;
            }
        }
        String::from_iter(line)
    }
}

fn draw_range(line: &mut [char], low: usize, high: usize) {
    line[low..=high].fill('─');
    (line[low], line[high]) = if low == high { ('┼', '┼') } else { ('├', '┤') };
}

fn period(data: &Dataset, observation: &Observation) -> String {
    match data.series(observation.series).nature.tie() {
        Tie::Step => EN_GB.from_to(observation.period),
        _ => EN_GB.period(observation.period, data.naming(observation.series)),
    }
}

fn in_words(data: &Dataset, key: FigureKey) -> String {
    visible(&figure_in_words(data, key)).into_owned()
}

/// The claims of an observation, each with its source and what it is to the one that is drawn.
fn print_observation(data: &Dataset, one: &Observation, columns: usize, screen: &mut Screen) {
    let claims = data.claims(one);
    let head = screen.bold(&period(data, one));
    let disputed = match one.disputed {
        true => format!("  {}", screen.yellow("disputed")),
        false => String::new(),
    };
    screen.say(format_args!("\n{head}{disputed}  {}\n", voices(data, one)));
    for key in claims {
        let verdict = match *key {
            key if key == one.preferred && claims.len() == 1 => "",
            key if key == one.preferred => "drawn",
            key if data.differ(one.preferred, key) => "differs",
            key if claims.iter().any(|other| data.differ(*other, key)) => "agrees with the drawn",
            _ => "agrees",
        };
        print_claim(data, *key, verdict, columns, screen);
    }
}

fn print_claim(data: &Dataset, key: FigureKey, verdict: &str, columns: usize, screen: &mut Screen) {
    let figure = data.figure(key);
    let mut parts = vec![in_words(data, key)];
    let absence = figure.status.absence().map(Absence::word);
    let said = [absence, figure.status.is_target().then_some(TARGET)];
    let words = figure.status.words().filter(|word| !said.contains(&Some(*word)));
    parts.extend(words.map(String::from));
    parts.extend((figure.rank == Rank::Preferred).then(|| "preferred".to_string()));
    parts.extend((!verdict.is_empty()).then(|| verdict.to_string()));
    screen.say(format_args!("  {}\n", parts.join(", ")));
    let mut lines = vec![cited(data, key)];
    if let Claim::Derived(derived) = &figure.claim {
        lines.push(format!("calculated: {}", derived.formula));
    }
    if !figure.stated.is_empty() {
        lines.push(format!("“{}”", figure.stated));
    }
    if !figure.period_stated.is_empty() {
        lines.push(format!("for “{}”", figure.period_stated));
    }
    for (says, named) in [("superseded by", figure.superseded_by), ("repeats", figure.repeats)] {
        lines.extend(named.map(|key| format!("{says} {}", data.figure(key).id)));
    }
    if !figure.note.is_empty() {
        lines.push(figure.note.to_string());
    }
    for line in lines.iter().flat_map(|line| wrap(&visible(line), columns - 4)) {
        let line = screen.dim(&line);
        screen.say(format_args!("    {line}\n"));
    }
}

/// `The Guardian, 3 September 2018 (guardian-2018-09-03), passing on npcc-2018`.
fn cited(data: &Dataset, key: FigureKey) -> String {
    let figure = data.figure(key);
    if !data.has_row(key) {
        return figure.id.to_string();
    }
    let source = data.source(figure.source);
    let date =
        source.published.map_or(String::new(), |date| format!(", {}", EN_GB.published(date)));
    let first = data.first_voice(figure).filter(|first| *first != figure.source);
    let relayed = first.map_or(String::new(), |first| {
        format!(", passing on {} ({})", data.source(first).publisher, data.source(first).id)
    });
    format!("{}: {}{date} ({}){relayed}", figure.id, source.publisher, source.id)
}

/// `stated by 5 sources, 3 of them reporting others`.
fn voices(data: &Dataset, one: &Observation) -> String {
    let voices = data.voices(data.claims(one));
    let (sources, relaying) = (voices.sources.len(), voices.relaying.len());
    if sources == 0 {
        return "calculated".to_string();
    }
    let stated = format!("stated by {}", report::count(sources, "source", "sources"));
    let first: Vec<&str> =
        voices.first.iter().map(|key| data.source(*key).publisher.as_ref()).collect();
    match relaying {
        0 => stated,
        _ if relaying == sources => {
            let who = visible(&EN_GB.list(&first)).into_owned();
            format!("{stated}, {}reporting {who}", if sources > 1 { "all " } else { "" })
        }
        _ => format!("{stated}, {relaying} of them reporting others"),
    }
}

/// The periods for which a formula gives no figure, and why.
fn print_shortfalls(data: &Dataset, series: SeriesKey, columns: usize, screen: &mut Screen) {
    let shortfalls = data.shortfalls(series);
    if shortfalls.is_empty() {
        return;
    }
    let head = screen.bold("Not worked out");
    screen.say(format_args!("\n{head}\n"));
    for shortfall in shortfalls {
        let period = EN_GB.period(shortfall.period, data.naming(series));
        let why = data.why(&shortfall.lack);
        for line in wrap(&visible(&format!("{period}: {why}")), columns - 2) {
            screen.say(format_args!("  {line}\n"));
        }
    }
}

/// What is kept but never drawn.
fn print_superseded(data: &Dataset, series: SeriesKey, columns: usize, screen: &mut Screen) {
    let keys = (0..data.figures.len() as u32).map(FigureKey);
    let superseded: Vec<FigureKey> = keys
        .filter(|key| data.figure(*key).series == series)
        .filter(|key| data.figure(*key).rank == Rank::Superseded)
        .collect();
    if superseded.is_empty() {
        return;
    }
    let head = screen.bold("Superseded: kept, and never drawn");
    screen.say(format_args!("\n{head}\n"));
    for key in superseded {
        let period = EN_GB.period(data.figure(key).period, data.naming(series));
        print_claim(data, key, &format!("for {period}"), columns, screen);
    }
}
