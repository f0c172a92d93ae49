//! British English.

use super::language::{Language, Numerals};
use super::phrases::{Dates, Small};

/// As templates: a place to start from for another language.
pub const DRAFT: Language<&'static str> = Language {
    tag: "en-GB",
    plural: |count| if count == 1 { 0 } else { 1 },
    numerals: Numerals { group: ",", decimal: ".", minus: "\u{2212}" },
    months: [
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
    ],
    // `Sept` has four letters in a newspaper, but three on an axis.
    short_months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    small: Small {
        about: "about {number}",
        at_least: "at least {number}",
        at_most: "at most {number}",
        range: "{low} to {high}",
        interval: "{value} ({low} to {high})",
        percent: "{number}%",
        million: "{number} million",
        billion: "{number} billion",
        trillion: "{number} trillion",
        comma: ", ",
        and: "{most} and {last}",
        or: "{most} or {last}",
        per_week: "a week",
        per_month: "a month",
        per_quarter: "a quarter",
        per_year: "a year",
        worldwide: "worldwide",
    },
    dates: Dates {
        day: "{day} {month} {year}",
        month: "{month} {year}",
        quarter: "Q{number} {year}",
        financial_year: "{start}/{end}",
        from_to: "{from} to {to}",
        days_of_month: "{from} to {to} {month} {year}",
        months_of_year: "{from} to {to} {year}",
    },
};

pub static EN_GB: Language = DRAFT.finished();
