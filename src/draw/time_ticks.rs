//! The ticks of an axis of time: the finest that fit, no finer than what the points are about.

use super::calendar::Calendar;
use super::text::{Face, reserved};
use crate::chart::Ticks;
use crate::figure::{Day, Frequency};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct TimeTick {
    /// Where its label has its middle.
    pub at: f64,
    pub label: String,
    /// Does it say a year, and no part of one?
    pub of_year: bool,
    /// Half the period it is centred under; 0 for an instant.
    pub half: f64,
    /// May its label stand a little aside, where its middle would reach too far?
    pub aside: bool,
    /// The same without the year, where a tick before it has said that.
    pub brief: Option<String>,
}

pub(super) fn day(at: f64) -> Day {
    let number = at.floor().clamp(-3_650_000.0, 3_650_000.0) as i32;
    Day::from_number(number).or_else(|| Day::from_number(1)).expect("the first day is a date")
}

/// The middle of a label of this half width, moved so that it reaches no further than a little over
/// the ends of the plot.
pub(super) fn aside(x: f64, half: f64, (left, right): (f64, f64)) -> f64 {
    x.min(right + OVERHANG - half).max(left - OVERHANG + half)
}

/// The space labels have.
pub(super) struct Room {
    pub start: f64,
    pub end: f64,
    pub shortest: i32,
    pub inset: (f64, f64),
    pub pixels: f64,
    pub face: Face,
}

/// Between two labels, in pixels.
const SPACE: f64 = 8.0;
/// How far a label may stick out of the plot.
const OVERHANG: f64 = 12.0;
/// How far beyond what is shown a tick may stand, as a share of it.
const BEYOND: f64 = 0.03;
/// How far a label may stand aside, as a share of half its width.
const ASIDE: f64 = 0.6;
/// No axis has more ticks than this.
pub(super) const MOST: usize = 13;

impl Room {
    /// Do these ticks fit side by side?
    pub fn holds(&self, ticks: &[TimeTick]) -> bool {
        let reach = |tick: &TimeTick| reserved(&tick.label, self.face) / 2.0;
        ticks.len() <= MOST
            && ticks.windows(2).all(|pair| {
                let apart = self.x(&pair[1]) - self.x(&pair[0]);
                apart >= reach(&pair[0]) + reach(&pair[1]) + SPACE
            })
    }

    /// Where a label has its middle, in pixels from the first moment: those of the first and the
    /// last bar may stand a little aside.
    fn x(&self, tick: &TimeTick) -> f64 {
        let x = (tick.at - self.start) * self.pixels / (self.end - self.start);
        let half = reserved(&tick.label, self.face) / 2.0;
        aside(x, half, (-self.inset.0, self.pixels + self.inset.1))
    }

    /// The ticks whose labels lie within the plot; all but the first without the year if `short`.
    pub fn within(&self, mut ticks: Vec<TimeTick>, short: bool) -> Vec<TimeTick> {
        let first = ticks.iter().position(|tick| self.holds_within(tick));
        ticks.drain(..first.unwrap_or(0));
        if short {
            let brief =
                ticks.iter_mut().skip(1).filter_map(|tick| Some((tick.brief.take()?, tick)));
            brief.for_each(|(brief, tick)| tick.label = brief);
        }
        match first {
            Some(_) => ticks.retain(|tick| self.holds_within(tick)),
            None => ticks.truncate(1),
        }
        ticks
    }

    pub fn shows(&self, at: f64) -> bool {
        at >= self.start - 1e-6 && at <= self.end + 1e-6
    }

    /// The first and the last moment at which a tick may stand: in what is left free at the ends
    /// of the plot too, where that is near.
    fn ends(&self) -> (f64, f64) {
        let days = (self.end - self.start) / self.pixels.max(1.0);
        let most = BEYOND * (self.end - self.start);
        let beyond = |pixels: f64| (pixels * days).min(most);
        (self.start - beyond(self.inset.0), self.end + beyond(self.inset.1))
    }

    /// Does the label reach no further than a little over the ends of the plot?
    fn holds_within(&self, tick: &TimeTick) -> bool {
        let scale = self.pixels / (self.end - self.start);
        let half = reserved(&tick.label, self.face) / 2.0;
        let over = match tick.aside {
            true => OVERHANG + ASIDE * half,
            false if self.shows(tick.at) => OVERHANG,
            false => 0.0,
        };
        half <= (tick.at - self.start) * scale + self.inset.0 + over
            && half <= (self.end - tick.at) * scale + self.inset.1 + over
    }

    /// The first days of the years, unless they are too close to tell apart.
    pub fn years(&self) -> Vec<f64> {
        if self.pixels / self.count(365.25) < 6.0 {
            return Vec::new();
        }
        (day(self.start).year()..=day(self.end).year())
            .filter_map(|year| Day::new(year, 1, 1))
            .map(|day| f64::from(day.number()))
            .filter(|at| self.shows(*at))
            .collect()
    }

    /// How many of `days` the axis spans.
    pub fn count(&self, days: f64) -> f64 {
        (self.end - self.start) / days
    }
}

/// A way to divide time: the months from tick to tick, or days.
#[derive(Clone, Copy, Debug)]
enum Step {
    Days(i32),
    Months(i32),
}

const YEARS: [i32; 15] = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000];

/// The finest ticks that fit and are no finer than the periods shown.
pub(super) fn ladder(calendar: &Calendar, room: &Room) -> Vec<TimeTick> {
    if let Some(own) = calendar.own(room) {
        return own;
    }
    let Calendar { kind, years: own, .. } = *calendar;
    let financial = own.month();
    let years = YEARS.map(|years| Step::Months(12 * years));
    let days = [1, 2, 7, 14].map(Step::Days);
    let months = [1, 2, 3, 6].map(Step::Months);
    let period = named(kind);
    let finer: &[Step] = match period {
        Some(frequency) if frequency.years().is_some() => &[],
        Some(Frequency::QUARTER) => &[Step::Months(3), Step::Months(6)],
        _ => &months,
    };
    // Years say enough where there are four of them; below that months, below that days.
    let coarse = room.count(365.25) >= 4.0;
    let fine = period.is_none() && room.count(30.44) < 4.0 && room.shortest < 28;
    let between = period.is_some() || (!coarse && room.shortest < 365);
    let steps = days.iter().filter(|_| fine).chain(finer.iter().filter(|_| between)).chain(&years);
    let mut best = Vec::new();
    for step in steps {
        for short in [false, true] {
            let mut all = ticks(*step, period, financial, short, room);
            // Of the year that begins where the last period ends there is no figure.
            all.retain(|tick| {
                kind != Ticks::Scattered || tick.half > 0.0 || tick.at < room.end - 1.0
            });
            let ticks = room.within(all, short);
            if ticks.len() >= 2 && room.holds(&ticks) {
                return ticks;
            }
            if !ticks.is_empty() && room.holds(&ticks) && best.is_empty() {
                best = ticks;
            }
        }
    }
    if best.is_empty() {
        best = days_or_first(room);
    }
    best
}

/// The frequency of the periods, where each has a name that a tick may say.
fn named(kind: Ticks) -> Option<Frequency> {
    let Ticks::Periods(frequency) = kind else { return None };
    let year = frequency.months() == Some(12);
    (year || matches!(frequency, Frequency::QUARTER | Frequency::MONTH)).then_some(frequency)
}

/// Where nothing coarser falls within the axis: its first day.
fn days_or_first(room: &Room) -> Vec<TimeTick> {
    let first = day(room.start.ceil());
    let at = f64::from(first.number());
    let at = at.clamp(room.start, room.end);
    vec![TimeTick {
        at,
        label: room.face.language.short_day(first),
        of_year: false,
        half: 0.0,
        brief: None,
        aside: false,
    }]
}

fn ticks(
    step: Step,
    period: Option<Frequency>,
    financial: u32,
    short: bool,
    room: &Room,
) -> Vec<TimeTick> {
    match step {
        Step::Days(days) => {
            if room.count(f64::from(days)) > 60.0 {
                return Vec::new();
            }
            // Weeks from the first day shown, so that levels of every Friday have ticks at Fridays.
            let start = room.start.floor() as i32;
            let first = if days >= 7 { start } else { (start - 1).div_euclid(days) * days + 1 };
            (first..=room.end.floor() as i32)
                .step_by(days as usize)
                .filter_map(Day::from_number)
                .map(|day| TimeTick {
                    at: f64::from(day.number()) + 0.5,
                    label: room.face.language.short_day(day),
                    of_year: false,
                    half: 0.5,
                    brief: (short && (day.month(), day.day_of_month()) != (1, 1))
                        .then(|| room.face.language.day_and_month(day)),
                    aside: true,
                })
                .filter(|tick| room.shows(tick.at))
                .collect()
        }
        Step::Months(months) => month_ticks(months, period, financial, short, room),
    }
}

/// Ticks every so many months. Of a period they are centred under it: under the financial year,
/// quarter or month itself where those are ticked, under the calendar year otherwise.
fn month_ticks(
    months: i32,
    period: Option<Frequency>,
    financial: u32,
    short: bool,
    room: &Room,
) -> Vec<TimeTick> {
    if room.count(f64::from(months) * 30.44) > 60.0 {
        return Vec::new();
    }
    let own = match period {
        Some(Frequency::QUARTER) if months < 12 => 3,
        Some(Frequency::MONTH) if months < 12 => 1,
        Some(_) => 12,
        None => 0,
    };
    let financial_year =
        period.is_some_and(|one| one.months() == Some(12) && one != Frequency::YEAR);
    let offset = if financial_year { financial as i32 - 1 } else { 0 };
    // Without its century, or without its year where no month comes twice.
    let brief = months < 12 && own <= 1 && room.count(365.25) < 1.0;
    if short && !brief && !(financial_year && room.count(365.25) < 100.0) {
        return Vec::new();
    }
    let index = |at: f64| {
        let day = day(at);
        day.year() * 12 + day.month() as i32 - 1 - offset
    };
    // Where not every period has its tick, ticks go on to the ends of the plot.
    let (from, to) = if months > own { room.ends() } else { (room.start, room.end) };
    let first = index(from).div_euclid(months) * months;
    let start_of = |index: i32| {
        let index = index + offset;
        Day::new(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1)
    };
    let language = room.face.language;
    let mut ticks = Vec::new();
    for index in (first..=index(to)).step_by(months as usize) {
        let (Some(start), Some(after)) = (start_of(index), start_of(index + own)) else { continue };
        let at = (f64::from(start.number()) + f64::from(after.number())) / 2.0;
        if at < from - 1e-6 || at > to + 1e-6 || start.year() == 0 {
            continue;
        }
        let label = match (months % 12 == 0, period) {
            (true, _) if financial_year && short => language.short_financial_year(start.year()),
            (true, _) if financial_year => language.financial_year(start.year()),
            (true, _) => start.year().to_string(),
            (false, Some(Frequency::QUARTER)) => language.quarter(start),
            (false, _) => language.short_month_and_year(start),
        };
        let half = (f64::from(after.number()) - f64::from(start.number())) / 2.0;
        let name = || language.short_month(start.month()).to_string();
        let brief = (short && brief && start.month() != 1).then(name);
        ticks.push(TimeTick { at, label, of_year: months % 12 == 0, half, brief, aside: false });
    }
    // A period of which nothing is shown has no figure.
    ticks.retain(|tick: &TimeTick| {
        tick.half == 0.0 || (tick.at + tick.half > room.start && tick.at - tick.half < room.end)
    });
    ticks
}
