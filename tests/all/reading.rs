//! What people write, as cases in files: `tests/reading/*.tsv`. Each line is a text, what it
//! depends on, and its meaning: the words that are said back, `ask:` with the choices, or
//! `refuse:` with the reason. Blanks that do not show are written `\u{a0}`.

use std::collections::HashSet;
use std::fmt::Debug;

use proptest::prelude::*;
use rust_decimal::Decimal;
use sourceline::figure::{Interval, Nature, Per, Period, Quantity, Side, Unit, Years};
use sourceline::reading::{
    BesideMonth, Choice, Convention, DateOrder, Measure, NamedYear, Reading, Setting,
    YearAndNumber, no_number, number_hint, period, period_in_words, quantity, quantity_in_words,
    with_status,
};

const QUANTITIES: &str = include_str!("../reading/quantities.tsv");
pub const PERIODS: &str = include_str!("../reading/periods.tsv");

#[test]
fn quantities_mean_what_the_file_says() {
    check(QUANTITIES, 900, |text, context| {
        let of = measure(context);
        let (number, status) = with_status(text);
        if number.is_empty() && status.absence().is_some() {
            return format!("no number [{status}]");
        }
        let reading = quantity(&number, &of);
        advice_is_right(&number, &reading, &of);
        for value in reading.values() {
            let words = quantity_in_words(value, &of);
            assert_eq!(quantity(&words, &of).value(), Some(value), "`{words}` for `{text}`");
            let plain = quantity(&value.to_string(), &of);
            assert!(plain.values().contains(&value), "`{value}`, the plain form for `{text}`");
        }
        let same = |write: &str, value: &Quantity| quantity(write, &of).value() == Some(value);
        match status.to_string().as_str() {
            "" => shown(&reading, same),
            letters => format!("{} [{letters}]", shown(&reading, same)),
        }
    });
}

#[test]
fn periods_mean_what_the_file_says() {
    check(PERIODS, 600, |text, context| {
        let setting = setting(context);
        let reading = period(text, &setting);
        for value in reading.values() {
            let form = Period::parse(&value.to_string()).expect("what is printed is read");
            assert_eq!(same(&form), same(value), "`{value}`, the form of the files for `{text}`");
            let again = period(&period_in_words(*value), &setting);
            assert_eq!(again.value().map(same), Some(same(value)), "`{}`", period_in_words(*value));
        }
        if let Reading::Understood(understood) = &reading {
            return format!("{} = {}", understood.value, understood.words);
        }
        if let Reading::Refused(refusal) = &reading {
            advice_is_understood(&refusal.hint, &setting);
        }
        shown(&reading, |write, value| {
            period(write, &setting).value().is_some_and(|read| same(read) == same(value))
        })
    });
}

#[test]
fn the_advice_for_a_part_of_a_decade_names_that_part() {
    let part = [
        ("early 1990s", "1990/1993"),
        ("the late 1990s", "1996/1999"),
        ("in the mid-1980s", "1984/1986"),
        ("the nineties", "1990/1999"),
    ];
    for (text, years) in part {
        let Reading::Refused(refusal) = period(text, &setting("-")) else {
            panic!("`{text}` is taken")
        };
        assert!(refusal.hint.contains(years), "{refusal:?}");
    }
}

/// What a refusal tells to write is a number or a question, and has no digit that was not typed;
/// after `as in` stands an example, which is a number all the same.
fn advice_is_right(text: &str, reading: &Reading<Quantity>, of: &Measure) {
    let Reading::Refused(refusal) = reading else { return };
    let digits = |text: &str| -> Vec<char> { text.chars().filter(char::is_ascii_digit).collect() };
    let (advice, example) = refusal.hint.split_once("as in").unwrap_or((&refusal.hint, ""));
    let ticked = |text: &str| -> Vec<String> {
        text.split('`').skip(1).step_by(2).map(str::to_string).collect()
    };
    for write in ticked(advice).iter().filter(|word| !["stated", "status"].contains(&word.as_str()))
    {
        let (number, _) = with_status(write);
        let again = quantity(&number, of);
        assert!(!again.values().is_empty(), "`{write}` for `{text}`: {again}");
        // An l or an I may be a typed 1, and an O a nought.
        let typed = digits(&text.replace(['l', 'I'], "1"));
        let told = digits(&number);
        let within = |digit: &char| typed.contains(digit) || *digit == '0';
        assert!(told.iter().all(within), "`{write}` for `{text}`");
    }
    for write in ticked(example) {
        assert!(!quantity(&write, of).values().is_empty(), "`{write}`, an example for `{text}`");
    }
}

/// Runs every line of a case file, and shows all that differ at once.
fn check(file: &str, at_least: usize, run: impl Fn(&str, &str) -> String) {
    let lines: Vec<&str> =
        file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let mut seen = HashSet::new();
    let mut wrong = Vec::new();
    for line in &lines {
        let [text, context, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns in `{line}`");
        };
        assert!(seen.insert((text, context)), "twice: `{line}`");
        let got = run(&unescaped(text), context);
        if got != expected {
            wrong.push(format!("{text}\t{context}\t{got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
    assert!(lines.len() >= at_least, "only {} cases", lines.len());
}

/// The reading as the case file has it; what is to be typed for a choice must mean that choice.
fn shown<T: Debug>(reading: &Reading<T>, means: impl Fn(&str, &T) -> bool) -> String {
    match reading {
        Reading::Understood(understood) => understood.words.clone(),
        Reading::Ambiguous(ambiguous) => {
            assert!(ambiguous.choices.len() > 1, "{ambiguous:?}");
            let write = |choice: &Choice<T>| {
                assert!(means(&choice.write, &choice.value), "{choice:?}");
                choice.write.clone()
            };
            let choices: Vec<String> = ambiguous.choices.iter().map(write).collect();
            format!("ask: {}", choices.join(" | "))
        }
        Reading::Refused(refusal) => {
            assert!(!refusal.hint.is_empty(), "{refusal:?}");
            format!("refuse: {}", refusal.reason)
        }
    }
}

/// Whatever a hint says to write has one meaning, typed back in: what stands in backticks, and the
/// forms of the files.
fn advice_is_understood(hint: &str, setting: &Setting) {
    let setting = Setting { column: Convention::default(), ..*setting };
    let quoted = hint.split('`').skip(1).step_by(2);
    let plain = hint.split('`').step_by(2).flat_map(|part| part.split([' ', ',', ';']));
    let forms = plain.filter(|word| word.len() > 4 && Period::parse(word).is_ok());
    for advice in quoted.filter(|quoted| !quoted.contains("published")).chain(forms) {
        let read = period(advice, &setting);
        assert!(read.value().is_some(), "`{advice}` of `{hint}`: {read}");
    }
}

/// The days, and whether approximate: what makes two periods one.
pub fn same(period: &Period) -> (sourceline::figure::Span, bool) {
    (period.span(), period.is_approximate())
}

pub fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("a closed escape");
        let code = u32::from_str_radix(code, 16).expect("a number in base 16");
        plain.push(char::from_u32(code).expect("a character"));
        plain.push_str(rest);
    }
    plain
}

/// `flow referrals`, `share`, `rate referrals/month`, `growth percent on a year earlier`.
fn measure(context: &str) -> Measure<'_> {
    let (nature, unit) = context.split_once(' ').unwrap_or((context, "percent"));
    let (unit, base) = unit.split_once(" on ").unwrap_or((unit, ""));
    let (unit, per) = unit.split_once('/').unwrap_or((unit, ""));
    let nature = Nature::parse(nature).unwrap_or_else(|| panic!("the nature in `{context}`"));
    Measure { unit, nature, per: Per::parse(per), base }
}

/// `2018-09-03 fy`: the date of the source, and whether the series has financial years (`fy`) or
/// other ones (`cy`); what the column was settled to be (`day-first`, `=month`) after that.
pub fn setting(context: &str) -> Setting {
    let mut setting = Setting::default();
    for word in context.split_whitespace() {
        match word {
            "fy" => setting.financial_years = Some(true),
            "cy" => setting.financial_years = Some(false),
            "july" => setting.years = Years::of_project(7),
            "academic" => setting.years = Years::of_project(4).of_series(9),
            "months" => setting.months = true,
            "stock" => setting.nature = Some(Nature::Stock),
            "flow" => setting.nature = Some(Nature::Flow),
            "change" => setting.nature = Some(Nature::Change),
            "rate" => setting.nature = Some(Nature::Rate),
            "growth" => setting.nature = Some(Nature::Growth),
            "day-first" => setting.column.date_order = Some(DateOrder::DayFirst),
            "month-first" => setting.column.date_order = Some(DateOrder::MonthFirst),
            "digits-year" => setting.column.beside_month = Some(BesideMonth::Year),
            "digits-day" => setting.column.beside_month = Some(BesideMonth::Day),
            "=ending" => setting.column.named_year = Some(NamedYear::Ending),
            "=starting" => setting.column.named_year = Some(NamedYear::Starting),
            "=month" => setting.column.year_and_number = Some(YearAndNumber::Month),
            "=financial" => setting.column.year_and_number = Some(YearAndNumber::FinancialYear),
            "=calendar" => setting.column.year_and_number = Some(YearAndNumber::CalendarYears),
            "-" => {}
            date => setting.published = Some(Unit::parse(date).expect(date)),
        }
    }
    setting
}

fn any_measure() -> impl Strategy<Value = Measure<'static>> {
    prop::sample::select(vec![
        "flow referrals",
        "stock images",
        "rate referrals/month",
        "share",
        "change",
        "ratio per 1,000",
        "ratio per 100,000 people",
        "ratio °C",
        "net £ million",
        "flow thousand tonnes",
        "growth",
        "change percentage points",
    ])
    .prop_map(measure)
}

fn any_setting() -> impl Strategy<Value = Setting> {
    let contexts =
        vec!["-", "fy", "cy", "2018-09-03 cy", "2021-06~ fy", "2020", "0001", "9999-12-31"];
    prop::sample::select(contexts).prop_map(setting)
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    (any::<i64>(), 0u32..6, 1i64..1_000_000, 0u8..6, 0u32..12).prop_map(
        |(number, scale, spread, kind, noughts)| {
            let step = 10_i64.pow(noughts);
            let value = Decimal::new(number / step * step / 4, scale);
            let high = value + Decimal::new(spread, scale);
            match kind {
                0 => Side::Exact.of(value),
                1 => Side::About.of(value),
                2 => Side::AtLeast.of(value),
                3 => Side::AtMost.of(value),
                4 => Quantity::Range { low: value, high },
                _ => Quantity::Interval(Box::new(Interval {
                    value,
                    low: value,
                    high,
                    about: noughts % 2 == 0,
                })),
            }
        },
    )
}

fn any_period() -> impl Strategy<Value = Period> {
    let unit = || {
        (1i32..=9998, 1u32..=12, 1u32..=28, 0u8..4, any::<bool>()).prop_map(
            |(year, month, day, grain, about)| {
                let unit = match grain {
                    0 => Unit::year(year),
                    1 => Unit::quarter(year, month.div_ceil(3)),
                    2 => Unit::month(year, month),
                    _ => Unit::day(year, month, day),
                };
                let unit = unit.expect("within the calendar");
                if about { unit.approximately() } else { unit }
            },
        )
    };
    (unit(), unit(), any::<bool>()).prop_map(|(first, last, single)| {
        let period = Period::between(first, last).filter(|_| !single);
        period.unwrap_or_else(|| Period::of(first))
    })
}

/// Texts that look like what people write, in any order.
fn wordy() -> impl Strategy<Value = String> {
    let words = vec![
        "17",
        "1,5",
        "1.234",
        "0",
        "2009",
        "10",
        "2009/10",
        "30",
        "million",
        "m",
        "bn",
        "half",
        "a",
        "and",
        "quarter",
        "of",
        "per cent",
        "%",
        "between",
        "to",
        "-",
        "–",
        "about",
        "at least",
        "nearly",
        "twenty",
        "three",
        "hundred",
        "thousand",
        "fold",
        "times",
        "increased",
        "fell",
        "by",
        "more",
        "than",
        "(",
        ")",
        "±",
        "£",
        "/",
        "+",
        "one",
        "in",
        "four",
        "dozen",
        "point",
        "June",
        "Feb",
        "31",
        "29",
        "FY",
        "year",
        "ending",
        "months",
        "ago",
        "last",
        "this",
        "week",
        "Q3",
        "H1",
        "first",
        "end",
        "mid",
        "since",
        "from",
        "until",
        "~",
        "'",
        "Monday",
        "financial",
        "99999999999",
        "1e28",
        "½",
        "each",
        "month",
        "billion",
        "trillion",
        "trillion",
        "rose",
        "up",
        "5%",
        "-5",
        "400",
        "20,000",
        "1,2342",
        "0,234",
        "0.4",
        "crore",
        "k",
        "b",
        "°C",
        "per",
        "100,000",
        "people",
        "tonnes",
        "percentage points",
        "but",
        "no",
        "just",
        "over",
        "under",
        "again",
        "as many",
        "rounded",
        "[r]",
        "provisional",
        "²",
    ];
    prop::collection::vec(prop::sample::select(words), 0..9).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_makes_a_reading_panic(
        text in prop_oneof![any::<String>(), "\\PC{0,40}", wordy()],
        of in any_measure(),
        setting in any_setting(),
    ) {
        let quantities = quantity(&text, &of);
        for value in quantities.values() {
            let words = quantity_in_words(value, &of);
            let again = quantity(&words, &of);
            prop_assert_eq!(again.value(), Some(value), "`{}` for `{}`", words, text);
        }
        let periods = period(&text, &setting);
        for value in periods.values() {
            let words = period_in_words(*value);
            let again = period(&words, &setting);
            prop_assert_eq!(again.value().map(same), Some(same(value)), "`{}` for `{}`", words, text);
        }
        let _ = (with_status(&text), number_hint(&text, None), no_number(&text), quantities.to_string(), periods.to_string());
    }

    #[test]
    fn a_quantity_in_words_reads_back(value in any_quantity()) {
        for context in ["ratio per 1,000", "change"] {
            let of = measure(context);
            let words = quantity_in_words(&value, &of);
            let again = quantity(&words, &of);
            prop_assert_eq!(again.value(), Some(&value), "`{}`", words);
        }
    }

    #[test]
    fn a_period_in_words_and_as_in_the_files_reads_back(value in any_period(), setting in any_setting()) {
        let words = period_in_words(value);
        let again = period(&words, &setting);
        prop_assert_eq!(again.value().map(same), Some(same(&value)), "`{}`", words);
        let again = period(&value.to_string(), &setting);
        prop_assert!(again.values().into_iter().any(|read| same(read) == same(&value)), "`{}`", value);
    }
}
