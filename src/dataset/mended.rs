//! What was mended in a file, and how that is told.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// A file as it should be, and what was mended in it how often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended<'t> {
    /// The whole file, in UTF-8; as it was where nothing is to be mended.
    pub text: Cow<'t, [u8]>,
    /// How often each was done.
    pub what: BTreeMap<Mend, usize>,
}

/// What can be mended without a choice of meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mend {
    /// Letters of Windows-1252 became UTF-8.
    Windows1252,
    /// The mark at the start of the file went.
    ByteOrderMark,
    /// Line endings became line feeds.
    LineEnding,
    /// A first line `sep=;` went.
    SeparatorLine,
    /// Semicolons or tabs became commas.
    Separator,
    /// The name of a column became the one that is known.
    ColumnName,
    /// Blanks around a cell went.
    Blanks,
    /// Quotation marks went from an id.
    Quotes,
    /// Characters that nobody sees went.
    Hidden,
    /// Marks between thousands went from a number.
    Thousands,
    /// A typographic minus became a plain one.
    Minus,
    /// A whole number or a year that a program had written as `82109.0` lost its `.0`.
    Float,
    /// `2009-10` among months became the month, by its days.
    Month,
    /// `2009-10` among financial years became the year, with its months.
    FinancialYear,
}

impl Mend {
    /// What was done, for so many.
    pub fn words(self, count: usize) -> String {
        let of = |one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
        match self {
            Mend::Windows1252 => "the text is read as Windows-1252 and written as UTF-8".into(),
            Mend::ByteOrderMark => "the byte order mark goes".into(),
            Mend::LineEnding => format!("{} LF", of("line ending becomes", "line endings become")),
            Mend::SeparatorLine => "the `sep=` line goes".into(),
            Mend::Separator => "commas part the cells".into(),
            Mend::ColumnName => {
                format!("{} written plainly", of("column name is", "column names are"))
            }
            Mend::Blanks => format!("{} blanks at its ends", of("cell loses", "cells lose"))
                .replace("its", if count == 1 { "its" } else { "their" }),
            Mend::Quotes => format!("{} quotation marks", of("id loses its", "ids lose their")),
            Mend::Hidden => {
                format!("{} invisible characters", of("id loses its", "ids lose their"))
            }
            Mend::Thousands => {
                format!("{} marks between thousands", of("number loses its", "numbers lose their"))
            }
            Mend::Float => {
                format!("{} `.0`", of("whole number loses its", "whole numbers lose their"))
            }
            Mend::Month => {
                format!(
                    "{} by its days",
                    of("month among months is written", "months among months are each written")
                )
            }
            Mend::FinancialYear => format!(
                "{} with its months",
                of("financial year is written", "financial years are each written")
            ),
            Mend::Minus => format!("{} a plain minus", of("number gets", "numbers get")),
        }
    }
}
