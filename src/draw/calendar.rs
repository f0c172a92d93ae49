//! By what the time of a panel is told: the periods that its figures are about, or instants.

use super::text::Face;
use super::time_ticks::{MOST, Room, TimeTick};
use crate::chart::{Body, Panel, Ticks};
use crate::figure::{Day, Frequency, Span, Years};

/// The ticks a panel asks for, and the periods they may stand for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Calendar {
    pub kind: Ticks,
    /// When the years of the panel start, and what they are called.
    pub years: Years,
    /// Those of its figures, in time, where all are of one frequency and none overlap.
    periods: Vec<Span>,
    /// It marks where years meet.
    meets: bool,
}

/// So many periods from tick to tick.
const EVERY: [usize; 14] = [2, 3, 4, 5, 6, 8, 10, 12, 13, 20, 26, 40, 52, 100];
/// So many months from tick to tick, where ticks are of months.
const MONTHS: [i32; 12] = [2, 3, 4, 6, 12, 24, 36, 60, 120, 240, 600, 1200];
/// Shorter periods are told by their years where there are so many of those. Of four years on the
/// ladder of ticks has no months, which would look like periods where those are of several months.
const SHORT: f64 = 120.0;
const YEARS_OF_DAYS: f64 = 2.0;
const YEARS_OF_MONTHS: f64 = 4.0;

/// So many labels may have no room at the ends of a plot.
const NO_ROOM_AT_ENDS: usize = 2;

impl Calendar {
    /// That of one panel.
    pub fn of(panel: &Panel) -> Calendar {
        let points = || panel.layers.iter().flat_map(|layer| &layer.points);
        let gaps = panel.layers.iter().flat_map(|layer| &layer.gaps).map(|gap| gap.span);
        let mut periods: Vec<Span> = points().map(|point| point.span).chain(gaps).collect();
        // A target of one of them has a tick, and one of another length none.
        let aimed = panel.layers.iter().flat_map(|layer| &layer.targets).map(|point| point.span);
        for span in aimed {
            let with = periods.iter().copied().chain([span]);
            let apart = |known: &Span| *known == span || !known.overlaps(span);
            if Frequency::shared(with).is_some() && periods.iter().all(apart) {
                periods.push(span);
            }
        }
        let bodies = panel.layers.iter().any(|layer| layer.mark.traits().body != Body::Dot);
        // What is true of one day, or stands at an end of its period, is no period on the axis.
        let stands = |at: f64, span: Span| (at - span.middle()).abs() < 1.0;
        let dated = points().any(|point| !stands(point.at, point.span));
        let days = || Frequency::shared(periods.iter().copied()) == Some(Frequency::DAY);
        let round = match panel.ticks {
            Ticks::Instants => true,
            Ticks::Scattered => !bodies && (dated || days()),
            Ticks::Periods(_) | Ticks::Ends => false,
        };
        if round {
            periods.clear();
        }
        if panel.ticks == Ticks::Ends {
            periods = ends(&periods);
        }
        Calendar::new(panel.ticks, panel.years, periods)
    }

    /// Ticks of this kind for these periods.
    pub fn new(kind: Ticks, years: Years, mut periods: Vec<Span>) -> Calendar {
        periods.sort_by_key(|span| (span.start, span.end));
        periods.dedup();
        let overlap = periods.windows(2).any(|pair| pair[0].overlaps(pair[1]));
        if overlap || Frequency::shared(periods.iter().copied()).is_none() {
            periods.clear();
        }
        Calendar { kind, years, periods, meets: false }
    }

    /// Takes on the periods of another panel.
    pub fn add(&mut self, other: &Calendar) {
        let both = [&self.periods[..], &other.periods[..]].concat();
        *self = Calendar::new(self.kind, self.years, both);
    }

    /// Is every tick that of a year?
    pub fn is_of_years(&self) -> bool {
        matches!(self.kind, Ticks::Periods(frequency) if frequency.months() == Some(12))
    }

    /// The same for a panel that shows instants: it marks where the years meet.
    pub fn for_instants(&self) -> Calendar {
        Calendar { meets: self.kind == Ticks::Periods(Frequency::YEAR), ..self.clone() }
    }

    /// Do several periods make a year, whose ends are worth a mark?
    pub fn is_finer_than_years(&self) -> bool {
        let shorter = self.frequency().is_some_and(|frequency| frequency.days() < SHORT);
        let kind = matches!(self.kind, Ticks::Periods(Frequency::QUARTER | Frequency::MONTH));
        self.meets || shorter || kind
    }

    fn frequency(&self) -> Option<Frequency> {
        Frequency::shared(self.periods.iter().copied())
    }

    /// Each period with its own tick, where there is room; else every second, and so on, unless
    /// round years or months say it better.
    pub fn own(&self, room: &Room) -> Option<Vec<TimeTick>> {
        let frequency = self.frequency()?;
        if self.kind == Ticks::Ends {
            return self.at_ends(frequency, room);
        }
        if let Some(ticks) = self.every(1, frequency, room) {
            return Some(ticks);
        }
        let years = match frequency {
            Frequency::Days { .. } => YEARS_OF_DAYS,
            Frequency::Months { .. } => YEARS_OF_MONTHS,
        };
        let round = self.kind != Ticks::Scattered
            || frequency.days() < SHORT && room.count(365.25) >= years
            || self.periods.len() == 1;
        if round {
            return None;
        }
        EVERY.iter().find_map(|count| self.every(*count, frequency, room))
    }

    /// The last days with their ticks, where there is room; else those of one month of the year, and
    /// so on.
    fn at_ends(&self, frequency: Frequency, room: &Room) -> Option<Vec<TimeTick>> {
        let first = self.periods.first()?.start;
        let months = |span: &Span| {
            (span.end.year() - first.year()) * 12 + span.end.month() as i32 - first.month() as i32
        };
        let all = || self.periods.iter().filter(|span| room.shows(last_day(**span)));
        let by_month = frequency == Frequency::MONTH;
        let apart: &[i32] = if by_month { &MONTHS } else { &[] };
        let by_month = apart.iter().map(|apart| {
            all().filter(|span| months(span) % apart == 0).copied().collect::<Vec<Span>>()
        });
        let by_count = EVERY.iter().map(|count| all().step_by(*count).copied().collect());
        let mut ways = std::iter::once(all().copied().collect()).chain(by_month).chain(by_count);
        ways.find_map(|spans: Vec<Span>| {
            let before = std::iter::once(None).chain(spans.iter().copied().map(Some));
            let pairs: Vec<(Option<Span>, Span)> = before.zip(spans.iter().copied()).collect();
            [false, true].into_iter().find_map(|short| {
                let ticks = pairs.iter().map(|(before, span)| TimeTick {
                    at: last_day(*span),
                    half: 0.0,
                    ..self.tick(*before, *span, frequency, short, room.face)
                });
                let ticks = room.within(ticks.collect(), short);
                let whole = ticks.len() + if ticks.len() > 3 { 2 } else { 0 } >= spans.len();
                (whole && ticks.len() >= spans.len().min(2) && room.holds(&ticks)).then_some(ticks)
            })
        })
    }

    fn every(&self, count: usize, frequency: Frequency, room: &Room) -> Option<Vec<TimeTick>> {
        let shown = self.periods.iter().filter(|span| room.shows(span.middle()));
        let spans: Vec<Span> = shown.step_by(count).copied().collect();
        if count == 1 && spans.len() > MOST + NO_ROOM_AT_ENDS {
            return None;
        }
        let before = std::iter::once(None).chain(spans.iter().copied().map(Some));
        let pairs: Vec<(Option<Span>, Span)> = before.zip(spans.iter().copied()).collect();
        [false, true].into_iter().find_map(|short| {
            let ticks: Vec<TimeTick> = pairs
                .iter()
                .map(|(before, span)| self.tick(*before, *span, frequency, short, room.face))
                .collect();
            let ticks = room.within(ticks, short);
            // At the ends of the plot a label may have no room.
            let whole = count > 1
                || ticks.len() + if ticks.len() > 3 { NO_ROOM_AT_ENDS } else { 0 } >= spans.len();
            (whole && ticks.len() >= spans.len().min(2) && room.holds(&ticks)).then_some(ticks)
        })
    }

    /// The tick of a period; its year may be left out if the period before is of the same year.
    fn tick(
        &self,
        before: Option<Span>,
        span: Span,
        frequency: Frequency,
        short: bool,
        face: Face,
    ) -> TimeTick {
        let language = face.language;
        let label = match self.years.named(frequency) {
            Some(_) if short => language.short_financial_year(span.start.year()),
            _ => language.period_tick(span, frequency, self.years),
        };
        TimeTick {
            at: (f64::from(span.start.number()) + f64::from(span.end.number()) + 1.0) / 2.0,
            label,
            of_year: frequency.years().is_some(),
            half: f64::from(span.days()) / 2.0,
            aside: true,
            brief: before.and_then(|before| language.brief_tick(before, span, frequency)),
        }
    }
}

/// The last months of periods of whole months, the last days of others.
fn ends(periods: &[Span]) -> Vec<Span> {
    let months = periods.iter().all(|span| Frequency::of(*span).months().is_some());
    let end = |span: &Span| {
        let first = Day::new(span.end.year(), span.end.month(), 1).filter(|_| months);
        Span { start: first.unwrap_or(span.end), end: span.end }
    };
    periods.iter().map(end).collect()
}

/// In days.
fn last_day(span: Span) -> f64 {
    f64::from(span.end.number()) + 0.5
}
