//! Which columns each file has.

use super::data_file::DataFile;

/// One of the four files.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// Which it is.
    pub file: DataFile,
    /// The names of all, in the order in which a new file has them.
    pub columns: &'static [&'static str],
    /// Without these a row says nothing; the other columns may be missing.
    pub required: &'static [usize],
    /// One of these must be there.
    pub one_of: &'static [usize],
    /// Columns that hold ids.
    pub keys: &'static [usize],
    /// Columns that hold words for people.
    pub texts: &'static [usize],
}

pub(crate) mod figures {
    pub const ID: usize = 0;
    pub const SERIES: usize = 1;
    pub const PERIOD: usize = 2;
    pub const VALUE: usize = 3;
    pub const LOW: usize = 4;
    pub const HIGH: usize = 5;
    pub const QUALIFIER: usize = 6;
    pub const STATUS: usize = 7;
    pub const FORMULA: usize = 8;
    pub const SOURCE: usize = 9;
    pub const ORIGIN: usize = 10;
    pub const STATED: usize = 11;
    pub const PERIOD_STATED: usize = 12;
    pub const LOCATOR: usize = 13;
    pub const RANK: usize = 14;
    pub const SUPERSEDED_BY: usize = 15;
    pub const REPEATS: usize = 16;
    pub const NOTE: usize = 17;
}

/// `data/figures.csv`: what one source states for one series and one period.
pub static FIGURES: Layout = Layout {
    file: DataFile::Figures,
    columns: &[
        "id",
        "series",
        "period",
        "value",
        "low",
        "high",
        "qualifier",
        "status",
        "formula",
        "source",
        "origin",
        "stated",
        "period_stated",
        "locator",
        "rank",
        "superseded_by",
        "repeats",
        "note",
    ],
    required: &[figures::ID, figures::SERIES, figures::PERIOD, figures::SOURCE],
    one_of: &[figures::VALUE, figures::LOW, figures::FORMULA],
    keys: &[
        figures::ID,
        figures::SERIES,
        figures::SOURCE,
        figures::ORIGIN,
        figures::SUPERSEDED_BY,
        figures::REPEATS,
    ],
    texts: &[figures::STATED, figures::PERIOD_STATED, figures::LOCATOR, figures::NOTE],
};

pub(crate) mod series {
    pub const ID: usize = 0;
    pub const TITLE: usize = 1;
    pub const UNIT: usize = 2;
    pub const NATURE: usize = 3;
    pub const PER: usize = 4;
    pub const BASE: usize = 5;
    pub const GEOGRAPHY: usize = 6;
    pub const COUNTED_BY: usize = 7;
    pub const DEFINITION: usize = 8;
    pub const FORMULA: usize = 9;
    pub const YEAR_STARTS: usize = 10;
    pub const NOT_COMPARABLE_WITH: usize = 11;
    pub const CONVERTIBLE: usize = 12;
    pub const NOTE: usize = 13;
}

/// `data/series.csv`: what is counted.
pub static SERIES: Layout = Layout {
    file: DataFile::Series,
    columns: &[
        "id",
        "title",
        "unit",
        "nature",
        "per",
        "base",
        "geography",
        "counted_by",
        "definition",
        "formula",
        "year_starts",
        "not_comparable_with",
        "convertible",
        "note",
    ],
    required: &[series::ID, series::TITLE, series::UNIT, series::NATURE],
    one_of: &[],
    keys: &[series::ID],
    texts: &[
        series::TITLE,
        series::UNIT,
        series::BASE,
        series::GEOGRAPHY,
        series::COUNTED_BY,
        series::DEFINITION,
        series::NOTE,
    ],
};

pub(crate) mod sources {
    pub const ID: usize = 0;
    pub const KIND: usize = 1;
    pub const PUBLISHER: usize = 2;
    pub const AUTHOR: usize = 3;
    pub const TITLE: usize = 4;
    pub const CONTAINER: usize = 5;
    pub const PUBLISHED: usize = 6;
    pub const URL: usize = 7;
    pub const ARCHIVE_URL: usize = 8;
    pub const ACCESSED: usize = 9;
    pub const ORIGIN: usize = 10;
    pub const LICENCE: usize = 11;
    pub const NOTE: usize = 12;
}

/// `data/sources.csv`: who said it, when and where.
pub static SOURCES: Layout = Layout {
    file: DataFile::Sources,
    columns: &[
        "id",
        "kind",
        "publisher",
        "author",
        "title",
        "container",
        "published",
        "url",
        "archive_url",
        "accessed",
        "origin",
        "licence",
        "note",
    ],
    required: &[sources::ID, sources::PUBLISHER, sources::TITLE],
    one_of: &[],
    keys: &[sources::ID, sources::ORIGIN],
    texts: &[
        sources::KIND,
        sources::PUBLISHER,
        sources::AUTHOR,
        sources::TITLE,
        sources::CONTAINER,
        sources::LICENCE,
        sources::NOTE,
    ],
};

pub(crate) mod events {
    pub const ID: usize = 0;
    pub const DATE: usize = 1;
    pub const LABEL: usize = 2;
    pub const SOURCE: usize = 3;
    pub const NOTE: usize = 4;
}

/// `data/events.csv`: what happened; a project may do without.
pub static EVENTS: Layout = Layout {
    file: DataFile::Events,
    columns: &["id", "date", "label", "source", "note"],
    required: &[events::ID, events::DATE, events::LABEL],
    one_of: &[],
    keys: &[events::ID, events::SOURCE],
    texts: &[events::LABEL, events::NOTE],
};

/// The files, in the order in which their problems are told.
pub static ALL: [&Layout; 4] = [&FIGURES, &SERIES, &SOURCES, &EVENTS];

/// The columns that name rows of a file: where they are, and of which.
static LINKS: [(&Layout, &str, &Layout); 7] = [
    (&FIGURES, "series", &SERIES),
    (&FIGURES, "source", &SOURCES),
    (&FIGURES, "origin", &SOURCES),
    (&FIGURES, "superseded_by", &FIGURES),
    (&FIGURES, "repeats", &FIGURES),
    (&SOURCES, "origin", &SOURCES),
    (&EVENTS, "source", &SOURCES),
];

impl Layout {
    /// The columns of this file that name rows of another, or of itself.
    pub fn columns_naming<'l>(
        &'l self,
        other: &'l Layout,
    ) -> impl Iterator<Item = &'static str> + use<'l> {
        let links = LINKS.iter().filter(move |(own, _, named)| *own == self && *named == other);
        links.map(|(_, column, _)| *column)
    }

    /// The place of the column of this name, from 0.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|known| *known == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_columns_are_those_of_their_names() {
        assert_eq!(FIGURES.column("note"), Some(figures::NOTE));
        assert_eq!(FIGURES.column("source"), Some(figures::SOURCE));
        assert_eq!(SERIES.column("note"), Some(series::NOTE));
        assert_eq!(SOURCES.column("note"), Some(sources::NOTE));
        assert_eq!(SOURCES.column("archive_url"), Some(sources::ARCHIVE_URL));
        assert_eq!(EVENTS.column("note"), Some(events::NOTE));
    }
}
