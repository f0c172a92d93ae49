//! Charts of every frequency, made up: each figure is drawn, each bar stands in the plot, each tick
//! is the name of a period that exists and stands under it, and the words name the first and the
//! last period rightly. What they should say is worked out here from the calendar of `chrono`.

use std::fmt::Write;

use chrono::{Datelike, Days, Months, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sourceline::check;
use sourceline::dataset::Files;
use sourceline::draw::scene::{Area, Role, Scene};

use crate::common::{Drawn, FINANCIAL_MONTH, draw_spec};

/// How the periods of a series follow each other.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Course {
    /// So many days each, the first from this day of January 2020.
    Days(u64, u32),
    /// So many months each, the first from this day and month of 1960.
    Months(u32, u32, u32),
    /// Windows of so many months, each so many months after the last.
    Rolling(u32, u32),
    /// From April 2006, each so many months longer.
    Running(u32),
    /// A year, then its quarters.
    Mixed,
}

/// The first and the last day of a period.
type Stretch = (NaiveDate, NaiveDate);

impl Course {
    fn all() -> Vec<Course> {
        let weeks = (1..=7).flat_map(|day| [7, 14, 28].map(|days| Course::Days(days, day)));
        let parts = [1, 2, 3, 4, 6].map(|months| Course::Months(months, 1, 1));
        let years = [
            (12, 1, 1),
            (12, 4, 1),
            (12, 9, 1),
            (12, 7, 1),
            (12, 4, 6),
            (24, 1, 1),
            (60, 1, 1),
            (60, 4, 1),
            (6, 4, 1),
            (3, 2, 1),
        ];
        let years = years.map(|(months, month, day)| Course::Months(months, month, day));
        let rolling = [(12, 3), (12, 1), (3, 1), (24, 12)];
        let rolling = rolling.map(|(months, step)| Course::Rolling(months, step));
        let others = [Course::Days(1, 1), Course::Days(10, 1), Course::Mixed];
        let running = [Course::Running(12), Course::Running(3)];
        weeks.chain(parts).chain(years).chain(rolling).chain(running).chain(others).collect()
    }

    fn periods(self, count: usize) -> Vec<Stretch> {
        let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a date");
        let after = |start: NaiveDate, months: u32| start + Months::new(months);
        let until = |start: NaiveDate, months: u32| (start, after(start, months) - Days::new(1));
        let number = |at: usize| u32::try_from(at).expect("few periods");
        let at = |at: usize| match self {
            Course::Days(days, first) => {
                let start = date(2020, 1, first) + Days::new(days * at as u64);
                (start, start + Days::new(days - 1))
            }
            Course::Months(months, month, day) => {
                until(after(date(1960, month, day), months * number(at)), months)
            }
            Course::Rolling(months, step) => {
                until(after(date(2001, 1, 1), step * number(at)), months)
            }
            Course::Running(step) => until(date(2006, 4, 1), step * (number(at) + 1)),
            Course::Mixed if at.is_multiple_of(5) => {
                until(date(1990 + 2 * (at as i32 / 5), 1, 1), 12)
            }
            Course::Mixed => {
                let year = date(1991 + 2 * (at as i32 / 5), 1, 1);
                until(after(year, 3 * (number(at) % 5 - 1)), 3)
            }
        };
        (0..count).map(at).collect()
    }

    /// Do neighbours share days?
    fn overlaps(self) -> bool {
        matches!(self, Course::Rolling(..) | Course::Running(_))
    }
}

/// As the data file writes it.
fn written((start, end): Stretch) -> String {
    let months = start.day() == 1 && (end + Days::new(1)).day() == 1;
    match months {
        _ if start == end => start.to_string(),
        true if start.month() == 1 && end.month() == 12 && start.year() == end.year() => {
            format!("{:04}", start.year())
        }
        true => format!("{}/{}", start.format("%Y-%m"), end.format("%Y-%m")),
        false => format!("{start}/{end}"),
    }
}

#[derive(Clone, Debug)]
struct Case {
    course: Course,
    nature: &'static str,
    mark: &'static str,
    size: &'static str,
    count: usize,
    series: usize,
}

impl Case {
    fn files(&self, periods: &[Stretch]) -> Files {
        let mut files = Files {
            figures: b"id,series,period,value,source\n".to_vec(),
            series: b"id,title,unit,nature,per\n".to_vec(),
            sources: b"id,kind,publisher,title,published\ncount,report,Office,Counts,2999\n"
                .to_vec(),
            events: None,
        };
        let (mut figures, mut series) = (String::new(), String::new());
        let (unit, per) = match self.nature {
            "share" => ("percent", ""),
            "rate" => ("loans", "month"),
            _ => ("loans", ""),
        };
        for one in 0..self.series {
            writeln!(series, "s{one},Loans {one},{unit},{},{per}", self.nature).unwrap();
            for (at, period) in periods.iter().enumerate() {
                let wide = if self.nature == "share" { 40 } else { 200_000 };
                let value = wide + (at * 7919 + one * 104_729) % (wide / 2);
                let period = written(*period);
                writeln!(figures, "s{one}-{at},s{one},{period},{value},count").unwrap();
            }
        }
        files.figures.extend(figures.bytes());
        files.series.extend(series.bytes());
        files
    }

    fn spec(&self) -> String {
        let line = |one| format!("{{ id = \"s{one}\", mark = \"{}\" }}", self.mark);
        let lines: Vec<String> = (0..self.series).map(line).collect();
        let (size, lines) = (self.size, lines.join(", "));
        format!("title = \"Loans\"\nsize = \"{size}\"\n[[panels]]\nseries = [{lines}]\n")
    }

    /// The rule that must stop it; none where it must be drawn.
    fn refused(&self) -> Option<&'static str> {
        let several = self.count > 1;
        let two_totals = matches!(self.course, Course::Running(_)) && self.count == 2;
        let mixed = (self.course == Course::Mixed && several) || two_totals;
        match (self.nature, self.mark) {
            ("stock", "bars") | (_, "spans") if self.nature == "stock" => Some("span-mark"),
            ("flow", _) if mixed => Some("mixed-periods"),
            // Two windows are no sequence, and each span is as wide as its own.
            (_, "spans") if self.count == 2 => None,
            (_, "bars" | "spans") if self.course.overlaps() && several => Some("overlapping-marks"),
            ("flow", "line") if self.course.overlaps() && self.count == 2 => {
                Some("overlapping-marks")
            }
            _ => None,
        }
    }
}

fn cases() -> impl Strategy<Value = Case> {
    (
        prop::sample::select(Course::all()),
        prop::sample::select(vec!["flow", "rate", "share", "ratio"]),
        prop::sample::select(vec!["bars", "spans", "line", "points"]),
        prop::sample::select(vec!["report", "narrow", "slide"]),
        1usize..=60,
        1usize..=4,
    )
        .prop_map(|(course, nature, mark, size, count, series)| Case {
            course,
            nature,
            mark,
            size,
            count,
            series,
        })
}

fn config() -> ProptestConfig {
    let set = |name: &str, other: u64| {
        let set = std::env::var(name).ok();
        set.map_or(other, |text| text.parse().expect("a whole number"))
    };
    let cases = set("SOURCELINE_CASES", 48) as u32;
    let rng_seed = RngSeed::Fixed(set("SOURCELINE_SEED", 2017));
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_frequency_is_drawn_whole_and_called_by_its_name(case in cases()) {
        let periods = case.course.periods(case.count);
        let files = case.files(&periods);
        let checked = check::check(&files, FINANCIAL_MONTH);
        prop_assert!(!sourceline::problem::has_errors(&checked.problems), "{:?}", checked.problems);
        let drawn = draw_spec("loans", &case.spec(), &checked.value, "loans");
        let drawn = match (drawn, case.refused()) {
            (Ok(drawn), None) => drawn,
            (Err(told), Some(rule)) => {
                prop_assert!(told.contains(&format!("[{rule}]")), "{told}");
                return Ok(());
            }
            (Ok(_), Some(rule)) => return Err(TestCaseError::fail(format!("no {rule}"))),
            (Err(told), None) => {
                // so many labels are refused in words
                prop_assert!(told.contains("has no room in a height"), "{told}");
                return Ok(());
            }
        };
        nothing_is_undrawn(&case, &drawn.scene)?;
        bars_stand_in_the_plot(&drawn.scene)?;
        ticks_are_names_of_what_stands_above(&case, &periods, &drawn.scene)?;
        words_name_the_first_and_the_last(case.course, &periods, &drawn)?;
    }
}

fn marks(scene: &Scene, id: &str) -> Vec<Area> {
    let shapes = scene.shapes.iter().filter(|shape| shape.role == Role::Mark);
    shapes.filter(|shape| shape.figure.as_deref() == Some(id)).map(|shape| shape.area()).collect()
}

fn nothing_is_undrawn(case: &Case, scene: &Scene) -> Result<(), TestCaseError> {
    for one in 0..case.series {
        for at in 0..case.count {
            let id = format!("s{one}-{at}");
            prop_assert!(!marks(scene, &id).is_empty(), "{id} is not drawn");
        }
    }
    let lines = scene.shapes.iter().filter(|shape| shape.role == Role::Line).count();
    let followed = case.course != Course::Mixed && (case.count > 2 || !case.course.overlaps());
    let joined = case.mark == "line" && case.count > 1 && followed;
    prop_assert!(!joined || lines >= case.series, "{lines} lines");
    Ok(())
}

fn bars_stand_in_the_plot(scene: &Scene) -> Result<(), TestCaseError> {
    let axis = scene.shapes.iter().filter(|shape| shape.role == Role::Axis);
    let right = axis.map(|shape| shape.area().right).fold(0.0, f64::max);
    for bar in scene.shapes.iter().filter(|shape| shape.role == Role::Mark) {
        let area = bar.area();
        prop_assert!(area.right <= right + 0.1, "{:?} leaves the plot", bar.figure);
        let mut numbers = scene.texts(&[Role::GridLabel]);
        let hit = numbers.find(|(_, text)| text.area(1.0).overlaps(&area));
        prop_assert!(hit.is_none(), "{:?} covers {hit:?}", bar.figure);
    }
    Ok(())
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

fn long(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// Where a stretch of time begins, or ends: a year where it has whole ones, else a month, else a day.
fn edge((start, end): Stretch, at: NaiveDate) -> String {
    let months = start.day() == 1 && (end + Days::new(1)).day() == 1;
    match months {
        true if start.month() == 1 && end.month() == 12 => at.year().to_string(),
        true => format!("{} {}", month(at), at.year()),
        false => long(at),
    }
}

/// What a whole period is called, where it has one name and not two ends.
fn own_name((start, end): Stretch) -> Option<String> {
    let whole = |months: u32| start.day() == 1 && start + Months::new(months) == end + Days::new(1);
    let year = start.year();
    match start.month() {
        _ if start == end => Some(long(start)),
        1 if whole(12) => Some(year.to_string()),
        4 if whole(12) && (year + 1) % 100 == 0 => Some(format!("{year}/{}", year + 1)),
        4 if whole(12) => Some(format!("{year}/{:02}", (year + 1) % 100)),
        first if whole(3) && first % 3 == 1 => Some(format!("Q{} {year}", first / 3 + 1)),
        _ if whole(1) => Some(format!("{} {year}", month(start))),
        _ => None,
    }
}

fn words_name_the_first_and_the_last(
    course: Course,
    periods: &[Stretch],
    drawn: &Drawn,
) -> Result<(), TestCaseError> {
    let first = periods.iter().min().expect("a period");
    let last = periods.iter().max_by_key(|(start, end)| (*end, *start)).expect("a period");
    let overlapping = course.overlaps() && periods.len() > 2;
    let windows = overlapping && matches!(course, Course::Rolling(..));
    let said = &drawn.chart.description;
    if first != last {
        let end = |period: Stretch, date: NaiveDate| match own_name(period) {
            Some(name) if !overlapping => name,
            _ if windows => format!("{} {}", month(date), date.year()),
            _ => edge(period, date),
        };
        let (from, to) = (end(*first, first.0), end(*last, last.1));
        prop_assert!(said.contains(&format!("{from} to {to}")), "{from} to {to}: {said}");
    }
    Ok(())
}

/// Every name that an axis may have room for.
fn short_names(course: Course, (start, end): Stretch) -> Vec<String> {
    let short = |date: NaiveDate| &month(date)[..3];
    let day = |date: NaiveDate| format!("{} {}", date.day(), short(date));
    let dated = |date: NaiveDate| format!("{} {}", day(date), date.year());
    let month_of = |date: NaiveDate| format!("{} {}", short(date), date.year());
    let (year, next) = (start.year(), (start.year() + 1) % 100);
    let last = |date: NaiveDate| vec![month_of(date), short(date).to_string()];
    match course {
        // One or two are no sequence, and called as any other.
        Course::Rolling(..) | Course::Running(_) => {
            let (months, first) = match course {
                Course::Rolling(months, _) => (months, 1),
                Course::Running(months) => (months, 4),
                _ => (0, 0),
            };
            let alone = Course::Months(months, first, 1);
            last(end).into_iter().chain(short_names(alone, (start, end))).collect()
        }
        Course::Days(1, _) => vec![dated(start), day(start)],
        Course::Days(7, _) => vec![dated(end), day(end)],
        Course::Days(..) => {
            let from = match (start.year(), start.month()) {
                same if same == (end.year(), end.month()) => start.day().to_string(),
                (same, _) if same == end.year() => day(start),
                _ => dated(start),
            };
            vec![format!("{from} to {}", dated(end)), format!("{from} to {}", day(end))]
        }
        Course::Months(12, 1, _) | Course::Mixed if end.year() - year == 0 => {
            vec![year.to_string()]
        }
        Course::Months(12, 4, 1) => {
            let century = format!("{year}/{}", year + 1);
            vec![format!("{year}/{next:02}"), format!("{:02}/{next:02}", year % 100), century]
        }
        Course::Months(12, _, 1) => vec![format!("to {}", month_of(end))],
        Course::Months(12, ..) => vec![format!("to {}", dated(end))],
        Course::Months(24, 1, 1) => vec![format!("{year} and {}", end.year())],
        Course::Months(60, 1, 1) => vec![format!("{year} to {}", end.year())],
        Course::Months(60, 4, 1) => {
            let (last, after) = (end.year() - 1, end.year() % 100);
            vec![format!("{year}/{next:02} to {last}/{after:02}")]
        }
        Course::Months(3, 1, _) => {
            let quarter = format!("Q{}", start.month() / 3 + 1);
            vec![format!("{quarter} {year}"), quarter]
        }
        Course::Months(1, ..) => last(start),
        _ if year == end.year() => {
            let from = short(start);
            vec![format!("{from} to {}", month_of(end)), format!("{from} to {}", short(end))]
        }
        _ => vec![format!("{} to {}", month_of(start), month_of(end))],
    }
}

/// What may stand in the place of periods that are too many: the years, and the months of days.
fn round_names(course: Course, (start, end): Stretch) -> Vec<String> {
    let years = (start.year()..=end.year()).map(|year| year.to_string());
    let firsts = (1..=12).map(|month| NaiveDate::from_ymd_opt(start.year(), month, 1));
    let months = [start, end].into_iter().chain(firsts.flatten());
    let months = months.map(|date| format!("{} {}", &month(date)[..3], date.year()));
    match course {
        // What differs in length has the dates of the calendar.
        Course::Days(..) | Course::Mixed => years.chain(months).collect(),
        Course::Months(12.., ..) => Vec::new(),
        _ => years.collect(),
    }
}

fn ticks_are_names_of_what_stands_above(
    case: &Case,
    periods: &[Stretch],
    scene: &Scene,
) -> Result<(), TestCaseError> {
    let middle = |area: &Area| (area.left + area.right) / 2.0;
    let stand: Vec<f64> = (0..periods.len())
        .filter_map(|at| marks(scene, &format!("s0-{at}")).first().map(middle))
        .collect();
    let edges = (0..periods.len()).flat_map(|at| marks(scene, &format!("s0-{at}")));
    let (left, right) = edges.fold((f64::INFINITY, 0.0f64), |(left, right), area| {
        (left.min(area.left), right.max(area.right))
    });
    let slot = (stand[stand.len() - 1] - stand[0]) / stand.len().max(2) as f64;
    let shared = case.mark == "bars" && case.series > 1;
    for (_, text) in scene.texts(&[Role::TickLabel]) {
        let (said, x) = (&text.content, middle(&text.area(1.0)));
        // A label at an end of the plot may stand aside, and bars beside each other share a slot.
        let reach = slot + text.width / 2.0 + if shared { slot } else { 0.0 };
        let named = |(at, period): (usize, &Stretch)| {
            let near = periods.len() == 1 || (stand[at] - x).abs() <= reach;
            near && short_names(case.course, *period).contains(said)
        };
        let own = periods.iter().enumerate().any(named);
        let mut rounds = periods.iter().flat_map(|period| round_names(case.course, *period));
        let within = (left - reach..=right + reach).contains(&x);
        let round = periods.len() > 1 && within && rounds.any(|name| name == *said);
        prop_assert!(own || round, "`{said}` is the name of no period there");
    }
    Ok(())
}
