//! No number is told that the chart does not hold: those of the description and of the one
//! sentence are looked for among its values, dates, counts and the cells it quotes.

use std::collections::BTreeSet;

use crate::common::{Faults, Project, drawn};
use rust_decimal::{Decimal, RoundingStrategy};
use sourceline::chart::{Against, Chart};
use sourceline::export::rows;
use sourceline::figure::{Span, UnitScale, Way};

#[test]
fn every_number_of_a_description_is_in_the_chart() {
    let mut faults = Faults::default();
    for (project, case, drawn) in drawn() {
        let known = Known::of(project, &drawn.chart);
        // What a function of the title worked out is judged where titles are.
        let title = known.unknown(&drawn.chart.title);
        for (what, text) in [("desc", &drawn.chart.description), ("alt", &drawn.chart.alt)] {
            let unknown = known.unknown(text).into_iter();
            for number in unknown.filter(|number| what == "desc" || !title.contains(number)) {
                faults.say(format!(
                    "{}: {number} of its {what} is not in the chart:\n  {text}",
                    case.name
                ));
            }
        }
    }
    faults.none();
}

#[test]
fn every_note_begins_as_a_sentence_does() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        for note in drawn.chart.notes.iter().map(ToString::to_string) {
            let small = note.chars().next().is_some_and(char::is_lowercase);
            faults.check(!small, || format!("{}: {note}", case.name));
        }
    }
    faults.none();
}

#[test]
fn every_description_tells_how_many_sources_stand_behind_it() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let count = drawn.chart.sources.len();
        let told = match count {
            1 => {
                drawn.chart.description.contains("one source")
                    || drawn.chart.description.contains("1 source")
            }
            count => drawn.chart.description.contains(&format!("{count} sources")),
        };
        faults.check(told, || {
            format!("{}: {count} sources, but it says\n  {}", case.name, drawn.chart.description)
        });
    }
    faults.none();
}

#[test]
fn every_mark_has_its_row_with_the_number_of_its_source() {
    let mut faults = Faults::default();
    for (project, case, drawn) in drawn() {
        let rows = rows(&drawn.chart, &project.data);
        for (figure, cite) in marks(&drawn.chart) {
            let first = cite.trim_matches(['[', ']']).split(", ").next().unwrap_or_default();
            let number = first.parse::<usize>().ok();
            let own: Vec<_> = rows.iter().filter(|row| row.figure == figure).collect();
            faults.check(!own.is_empty(), || format!("{}: {figure} has no row", case.name));
            // without numbers in the plot the row has its own, and the mark none
            let numbered = drawn.chart.numbered;
            faults.check(numbered || cite.is_empty(), || {
                format!("{}: {figure} is cited as {cite} in a plot without numbers", case.name)
            });
            let is_own = |found: Option<usize>| match numbered {
                true => found == number,
                false => found.is_none_or(|found| {
                    let mut of = drawn.chart.sources_of.iter();
                    of.any(|(one, places)| one == figure && places.contains(&(found - 1)))
                }),
            };
            faults.check(own.iter().all(|row| is_own(row.source.number)), || {
                format!("{}: {figure} is cited as {cite} and not in its row", case.name)
            });
        }
    }
    faults.none();
}

/// The figures that are drawn, each with the numbers of its sources.
fn marks(chart: &Chart) -> Vec<(&str, &str)> {
    let mut marks = Vec::new();
    for panel in &chart.panels {
        let points = panel.layers.iter().flat_map(|layer| &layer.points);
        marks.extend(points.map(|point| (point.figure.as_str(), point.label.cite())));
        if let Against::Claims(claims) = &panel.form {
            marks.extend(claims.iter().map(|claim| (claim.figure.as_str(), claim.cite.as_str())));
        }
    }
    marks
}

/// What a description may draw its numbers from.
struct Known {
    values: Vec<Decimal>,
    /// Numbers of dates and counts, and those in the cells that may be quoted.
    words: BTreeSet<String>,
}

impl Known {
    fn of(project: &Project, chart: &Chart) -> Known {
        let mut known = Known { values: Vec::new(), words: BTreeSet::new() };
        let layers = || chart.panels.iter().flat_map(|panel| &panel.layers);
        for layer in layers() {
            for point in &layer.points {
                let scale = scale(project, &point.figure);
                known.values.extend(point.quantity.numbers().into_iter().map(|n| n * scale));
                if point.derived {
                    // a bound is never made surer than it is
                    let strategy = match point.quantity.open() {
                        Some(Way::Up) => RoundingStrategy::ToNegativeInfinity,
                        Some(Way::Down) => RoundingStrategy::ToPositiveInfinity,
                        None => RoundingStrategy::MidpointAwayFromZero,
                    };
                    let numbers = point.quantity.numbers().into_iter();
                    let rounded = numbers.flat_map(|number| worked_out(number, strategy));
                    known.values.extend(rounded.map(|number| number * scale));
                }
                known.dates(point.span);
            }
            for gap in &layer.gaps {
                known.dates(gap.span);
            }
            if let Some(connector) = &layer.connector {
                known.values.extend([connector.from.1, connector.to.1]);
            }
            known.quote(&layer.name);
        }
        for panel in &chart.panels {
            known.quote(&panel.title);
            for event in &panel.events {
                known.dates(event.span);
                known.quote(&event.label);
            }
        }
        for figure in &project.data.figures {
            if chart.stamp.figures.iter().any(|told| **told == *figure.id) {
                let numbers = figure.quantity().into_iter().flat_map(|q| q.numbers());
                known.values.extend(numbers.map(|number| number * scale(project, &figure.id)));
                known.dates(figure.period.first_unit().span());
                known.dates(figure.period.last_unit().span());
                known.quote(&figure.note);
                let series = project.data.series(figure.series);
                for cell in [
                    &series.title,
                    &series.unit,
                    &series.geography,
                    &series.definition,
                    &series.counted_by,
                ] {
                    known.quote(cell);
                }
                if let Some(formula) = &series.formula {
                    known.formula(&formula.to_string());
                    let lacking = project.data.shortfalls(figure.series).iter();
                    lacking.for_each(|shortfall| known.dates(shortfall.period.span()));
                }
            }
        }
        for source in &chart.sources {
            known.quote(&source.text);
        }
        // A number of millions is said with the word.
        for panel in &chart.panels {
            let times = Decimal::from(panel.unit.multiplier());
            let scaled = known.values.iter().filter_map(|value| value.checked_mul(times));
            let scaled: Vec<Decimal> = scaled.collect();
            known.values.extend(scaled);
        }
        for layer in layers() {
            known.words.extend((1..=layer.points.len()).map(|count| count.to_string()));
        }
        known.words.extend((1..=chart.sources.len()).map(|count| count.to_string()));
        known.words.insert(chart.panels.len().to_string());
        known
    }

    /// The numbers that a formula is written with, and the period that is 100 in it.
    fn formula(&mut self, text: &str) {
        let numbers = text.split(|c: char| !c.is_ascii_digit() && c != '.');
        self.values.extend(numbers.filter_map(|number| number.parse::<Decimal>().ok()));
        if text.contains("index(") {
            self.values.push(Decimal::ONE_HUNDRED);
        }
    }

    fn dates(&mut self, span: Span) {
        for day in [span.start, span.end] {
            self.words.insert(day.year().to_string());
            self.words.insert(day.day_of_month().to_string());
            self.words.insert(format!("{:02}", day.year() % 100));
        }
    }

    fn quote(&mut self, text: &str) {
        self.words.extend(numbers(text).into_iter().map(|number| number.text));
    }

    fn unknown(&self, text: &str) -> Vec<String> {
        let unknown = numbers(text).into_iter().filter(|number| !self.knows(number));
        unknown.map(|number| number.text).collect()
    }

    fn knows(&self, number: &Number) -> bool {
        let equal = |value: &Decimal| value.abs() == number.value || number.rounds(value.abs());
        self.words.contains(&number.text) || self.values.iter().any(equal)
    }
}

/// What the unit of a figure says with each number: a million in `£ million`.
fn scale(project: &Project, figure: &str) -> Decimal {
    let key = project.data.find_figure(figure).expect("it is in the data");
    let series = project.data.series(project.data.figure(key).series);
    Decimal::from(match series.form.scale {
        None => 1,
        Some(UnitScale::Thousand) => 1_000,
        Some(UnitScale::Million) => 1_000_000,
        Some(UnitScale::Billion) => 1_000_000_000,
        Some(UnitScale::Trillion) => 1_000_000_000_000_i64,
    })
}

/// What we worked out is shown to three significant digits, as a whole number, or with one decimal.
fn worked_out(value: Decimal, strategy: RoundingStrategy) -> impl Iterator<Item = Decimal> {
    let three = value.round_sf_with_strategy(3, strategy);
    let to = |places| value.round_dp_with_strategy(places, strategy);
    three.into_iter().chain([to(0), to(1)])
}

/// A number as it stands in a sentence: `82,109`, `0.004`, `36.2 million`.
struct Number {
    text: String,
    value: Decimal,
    /// One unit of its last digit, where it is written in millions or billions.
    unit: Option<Decimal>,
}

impl Number {
    /// Is this number `value`, rounded to the digits shown? Only millions and billions are.
    fn rounds(&self, value: Decimal) -> bool {
        let Some(unit) = self.unit else { return false };
        (value - self.value).abs() * Decimal::TWO <= unit
    }
}

fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
            .unwrap_or(rest.len());
        let written = rest[..end].trim_end_matches(['.', ',']);
        rest = &rest[end..];
        let plain = written.replace(',', "");
        let Ok(value) = plain.parse::<Decimal>() else { continue };
        let scale = ["thousand", "million", "billion"]
            .iter()
            .position(|word| rest.trim_start().starts_with(word));
        let times = scale.map(|at| Decimal::from(1000u64.pow(at as u32 + 1)));
        let unit = times.map(|times| times * Decimal::new(1, value.scale()));
        found.push(Number {
            text: written.to_string(),
            value: value * times.unwrap_or(Decimal::ONE),
            unit,
        });
    }
    found
}

#[test]
fn numbers_are_found_in_sentences() {
    let found: Vec<String> = numbers("From 4,560 in 1998 to 36.2 million, in 2023. Of 0.004.")
        .into_iter()
        .map(|number| number.value.normalize().to_string())
        .collect();
    assert_eq!(found, ["4560", "1998", "36200000", "2023", "0.004"]);
}
