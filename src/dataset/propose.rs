//! Ids that a person would give, for rows that come without one. None is taken yet.

use std::collections::BTreeMap;

use super::Dataset;
use super::cells::{as_id, id_fault};
use super::data_file::DataFile;
use crate::figure::{Frequency, Grain, Period, SeriesKey, Unit};

/// What another list calls a source, as an id: itself where it may be one.
pub fn source_id_of(key: &str) -> String {
    match id_fault(key) {
        None if !key.is_empty() => key.to_string(),
        _ => as_id(key, "source"),
    }
}

/// An id for a figure of a series that comes with it: `swans-2020`.
pub fn figure_id_of(series: &str, period: &str) -> String {
    as_id(&format!("{series}-{period}"), "figure")
}

impl Dataset<'_> {
    /// `nca-referrals-2017`, with who published the source behind it where another figure is called
    /// so; with the whole source, where another of the same publisher is; and at last with a number.
    pub fn propose_figure(&self, series: SeriesKey, period: Period, source: &str) -> String {
        let plain = format!("{}-{}", self.series(series).id, self.period_word(period));
        // Of a series `jan` the figure `jan-2019` would be a date.
        let plain = match id_fault(&plain) {
            Some(_) => format!("figure-{plain}"),
            None => plain,
        };
        let taken = |id: &str| self.knows(DataFile::Figures, id);
        if !taken(&plain) {
            return plain;
        }
        let stem = stem(source).map_or(source, |(stem, _)| stem);
        let with_source = [format!("{plain}-{stem}"), format!("{plain}-{source}")];
        let [_, whole] = &with_source;
        let whole = whole.clone();
        let mut ids = with_source.into_iter();
        ids.find(|id| !taken(id)).unwrap_or_else(|| free(&whole, taken))
    }

    /// The year for years of any kind, and what is more precise in full: `2017-06`.
    fn period_word(&self, period: Period) -> String {
        let span = period.span();
        let first = period.first_unit();
        let year = span.start.year();
        if !period.is_interval() && first.grain() == Grain::Day {
            return span.start.to_string();
        }
        match period.frequency() {
            twelve if twelve.months() == Some(12) => year.to_string(),
            Frequency::QUARTER => format!("{year}-q{}", span.start.month().div_ceil(3)),
            Frequency::MONTH => format!("{year}-{:02}", span.start.month()),
            Frequency::DAY => span.start.to_string(),
            _ => match period.is_interval() {
                true => format!("{}-to-{}", unit_word(first), unit_word(period.last_unit())),
                false => unit_word(first),
            },
        }
    }

    /// `guardian-2018-09-03`: how the publisher's other sources begin, or the publisher's name or
    /// initials, and the date as far as it is known.
    pub fn propose_source(&self, publisher: &str, published: Option<Unit>) -> String {
        let start = self.publisher_word(publisher);
        let id = match published {
            Some(date) => format!("{start}-{}", unit_word(date)),
            None => start,
        };
        free(&as_id(&id, "source"), |id| self.knows(DataFile::Sources, id))
    }

    fn publisher_word(&self, publisher: &str) -> String {
        let mut words: BTreeMap<&str, usize> = BTreeMap::new();
        let own = self.sources.iter().filter(|source| source.publisher == publisher);
        for (word, _) in own.filter_map(|source| stem(source.id)) {
            *words.entry(word).or_default() += 1;
        }
        // The commonest, and of those the shortest.
        let best = words.into_iter().max_by_key(|(word, count)| (*count, usize::MAX - word.len()));
        match best {
            Some((word, _)) => word.to_string(),
            None => short_name(publisher),
        }
    }

    /// An id for a series of this title that no other has.
    pub fn propose_series(&self, title: &str) -> String {
        free(&as_id(&leading_words(title, 5), "series"), |id| self.knows(DataFile::Series, id))
    }

    /// An id for an event of this label that no other has.
    pub fn propose_event(&self, label: &str) -> String {
        free(&as_id(&leading_words(label, 5), "event"), |id| self.knows(DataFile::Events, id))
    }
}

/// `guardian` and `2018-09-03`: what stands before the date of an id, and the date.
fn stem(id: &str) -> Option<(&str, &str)> {
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut at = 0;
    for part in id.split('-') {
        if is_year(part) && at > 0 {
            return Some((&id[..at - 1], &id[at..]));
        }
        at += part.len() + 1;
    }
    None
}

fn unit_word(unit: Unit) -> String {
    let start = unit.span().start;
    match unit.grain() {
        Grain::Year => start.year().to_string(),
        Grain::Quarter => format!("{}-q{}", start.year(), start.month().div_ceil(3)),
        Grain::Month => format!("{}-{:02}", start.year(), start.month()),
        Grain::Day => start.to_string(),
    }
}

/// The initials of a long name, a short one without its article.
fn short_name(publisher: &str) -> String {
    const SMALL: [&str; 8] = ["the", "of", "and", "for", "on", "in", "to", "a"];
    let words: Vec<&str> = publisher
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’' && c != '.')
        .filter(|word| !word.is_empty() && !SMALL.contains(&word.to_lowercase().as_str()))
        .collect();
    if words.len() >= 3 {
        return words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect::<String>()
            .to_lowercase();
    }
    as_id(&words.join(" ").replace(['\'', '’'], ""), "source")
}

fn leading_words(text: &str, count: usize) -> String {
    const SMALL: [&str; 10] = ["the", "of", "and", "for", "on", "in", "to", "a", "an", "by"];
    let plain = text.replace(['\'', '’'], "");
    // `A&E` is one word.
    let is_letter = |part: &str| part.len() == 1 && part.bytes().all(|c| c.is_ascii_uppercase());
    let whole = |word: &str| match word.split_once('&') {
        Some((one, other)) if is_letter(one) && is_letter(other) => format!("{one}{other}"),
        _ => word.to_string(),
    };
    let ends = |c: char| !c.is_alphanumeric() && c != '&';
    let plain = plain.split(ends).map(whole).collect::<Vec<_>>().join(" ");
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.filter(|word| !SMALL.contains(&word.to_lowercase().as_str()));
    words.take(count).collect::<Vec<_>>().join(" ")
}

fn free(id: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(id) {
        return id.to_string();
    }
    let numbered = (2..).map(|number: usize| format!("{id}-{number}"));
    numbered.into_iter().find(|id| !taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;

    #[test]
    fn ids_are_what_the_project_would_call_them() {
        let files = Files {
            figures: "id,series,period,value,source\narrests-2017,arrests,2017,5,mail-2018\n\
                arrests-2016,arrests,2016,5,mail-2018\narrests-2016-mail,arrests,2016,5,mail-2018\n"
                .into(),
            series: "id,title,unit,nature\narrests,Arrests,arrests,flow\n\
                jan,In January,arrests,flow\nmay,In May,arrests,flow\n"
                .into(),
            sources: "id,publisher,title\nmail-2018,Daily Mail,A\nmail-2019-01,Daily Mail,B\n"
                .into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let source =
            |publisher: &str, date: &str| data.propose_source(publisher, Unit::parse(date).ok());
        assert_eq!(source("Daily Mail", "2018-09-03"), "mail-2018-09-03");
        assert_eq!(source("Daily Mail", "2018"), "mail-2018-2");
        assert_eq!(source("National Crime Agency", "2020-04~"), "nca-2020-04");
        assert_eq!(source("National Police Chiefs' Council", "2020"), "npcc-2020");
        assert_eq!(source("The Guardian", ""), "guardian");
        assert_eq!(source("Home Office", "2023"), "home-office-2023");
        assert_eq!(source("朝日新聞", ""), "source");
        let arrests = data.find_series("arrests").unwrap();
        let figure = |period: &str| {
            data.propose_figure(arrests, Period::parse(period).unwrap(), "guardian-2018-09-03")
        };
        assert_eq!(figure("2018"), "arrests-2018");
        assert_eq!(figure("2017"), "arrests-2017-guardian");
        // Not -2, which says that the Mail has two figures here.
        let mail =
            |source: &str| data.propose_figure(arrests, Period::parse("2016").unwrap(), source);
        assert_eq!(mail("mail-2018"), "arrests-2016-mail-2018");
        assert_eq!(mail("mail-2019-01"), "arrests-2016-mail-2019-01");
        assert_eq!(figure("2009-04/2010-03"), "arrests-2009");
        assert_eq!(figure("2018-09~"), "arrests-2018-09");
        assert_eq!(figure("2017-Q2"), "arrests-2017-q2");
        assert_eq!(figure("2020-04/2020-09"), "arrests-2020-04-to-2020-09");
        // What a spreadsheet would take for a date is not proposed: `check` refuses it.
        for (series, period, id) in [
            ("jan", "2019", "figure-jan-2019"),
            ("jan", "2019-02-03", "figure-jan-2019-02-03"),
            ("may", "2017-Q2", "may-2017-q2"),
        ] {
            let key = data.find_series(series).unwrap();
            let period = Period::parse(period).unwrap();
            let proposed = data.propose_figure(key, period, "guardian-2018");
            assert_eq!((proposed.as_str(), id_fault(&proposed)), (id, None));
        }
        assert_eq!(
            data.propose_series("Arrests of people in the UK, by month of arrest"),
            "arrests-people-uk-month-arrest"
        );
        assert_eq!(data.propose_series("A&E attendances"), "ae-attendances");
        assert_eq!(data.propose_series("Argyll & Bute"), "argyll-bute");
        assert_eq!(data.propose_event("CAID goes live"), "caid-goes-live");
    }
}
