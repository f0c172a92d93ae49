//! What the project and the other rows of the table say of the same series and period.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};

use sourceline::dataset::Dataset;
use sourceline::figure::agreement::agree;
use sourceline::figure::{FigureKey, Period, Rank, SeriesKey, SourceKey, Span, Status};

use super::fate::{Fate, ImportRow, NewRow};
use sourceline::export::figure_words::figure_in_words;

/// The figures of a project, to look up what is there already.
pub struct FiguresThere<'r, 't> {
    data: &'r Dataset<'t>,
    /// Those that stand in no observation.
    superseded: HashMap<(SeriesKey, Span), Vec<FigureKey>>,
    /// Does the table mark any of its numbers?
    marked: AtomicBool,
    /// Are the figures of an earlier edition superseded by others of a later one?
    superseding: bool,
}

/// Where the next observation of which series is likely to be.
#[derive(Default)]
pub struct NextThere(Option<SeriesKey>, usize);

impl<'r, 't> FiguresThere<'r, 't> {
    /// `marked`: a column of the table holds marks.
    pub fn new(data: &'r Dataset<'t>, marked: bool, superseding: bool) -> FiguresThere<'r, 't> {
        let mut superseded: HashMap<_, Vec<FigureKey>> = HashMap::new();
        for (key, figure) in data.figures().filter(|(_, one)| one.rank == Rank::Superseded) {
            superseded.entry((figure.series, figure.period.span())).or_default().push(key);
        }
        FiguresThere { data, superseded, marked: AtomicBool::new(marked), superseding }
    }

    /// What becomes of a new row.
    pub fn fate(
        &self,
        next: &mut NextThere,
        series: SeriesKey,
        source: SourceKey,
        mut new: NewRow,
    ) -> Fate {
        if new.more.as_ref().is_some_and(|more| !more.marked.is_empty()) {
            self.marked.store(true, Ordering::Relaxed);
        }
        let span = new.period.span();
        let observations = self.data.observations_of(series);
        // Most tables are in order: the next one is where the last one was found.
        let NextThere(last_series, likely) = *next;
        let here = |at: usize| observations.get(at).map(|one| one.period.span());
        let fits = last_series == Some(series) && here(likely) == Some(span);
        let first = match fits && (likely == 0 || here(likely - 1) < Some(span)) {
            true => likely,
            false => observations.partition_point(|one| one.period.span() < span),
        };
        *next = NextThere(Some(series), first + 1);
        let own = observations[first..].iter().take_while(|one| one.period.span() == span);
        let mut differs = Vec::new();
        let mut before = None;
        let mut editions = Vec::new();
        for key in own.flat_map(|one| self.data.claims(one)).copied() {
            let figure = self.data.figure(key);
            if figure.source == source && !figure.is_derived() {
                if self.says(key, &new) {
                    return Fate::There(key);
                }
                before = before.or(Some(key));
            } else if let (Some(old), Some(quantity)) = (figure.quantity(), &new.quantity)
                && !agree(old, quantity)
            {
                let is_earlier = !figure.is_derived() && self.is_edition(figure.source, source);
                editions.extend(is_earlier.then_some(key));
                let words = figure_in_words(self.data, key);
                differs.push(format!("{words} ({})", self.data.source(figure.source).id));
            }
        }
        let edition = editions.first().copied();
        if let Some(key) = before.or(edition.filter(|_| self.superseding)) {
            editions.retain(|earlier| *earlier != key);
            if self.superseding && !editions.is_empty() {
                new.more.get_or_insert_default().earlier = editions;
            }
            return Fate::Revised(key, new);
        }
        let mut given_up = self.superseded.get(&(series, span)).into_iter().flatten().copied();
        let is_own = |key: &FigureKey| self.data.figure(*key).source == source;
        if let Some(key) = given_up.find(|key| is_own(key) && self.says(*key, &new)) {
            return Fate::There(key);
        }
        if !differs.is_empty() {
            let more = new.more.get_or_insert_default();
            (more.differs, more.edition) = (differs, edition.is_some());
        }
        Fate::Add(new)
    }

    /// Did the publisher of a source say earlier what another source says now?
    fn is_edition(&self, earlier: SourceKey, later: SourceKey) -> bool {
        let (earlier, later) = (self.data.source(earlier), self.data.source(later));
        let same = earlier.publisher.trim().eq_ignore_ascii_case(later.publisher.trim());
        let ended = earlier.published.map(|unit| unit.span().end);
        let began = later.published.map(|unit| unit.span().start);
        same && ended.zip(began).is_some_and(|(ended, began)| ended < began)
    }

    /// What the source said of a period of which it says nothing now.
    pub fn withdrawn(&self, series: SeriesKey, source: SourceKey, period: Period) -> Fate {
        let span = period.span();
        let observations = self.data.observations_of(series);
        let first = observations.partition_point(|one| one.period.span() < span);
        let own = observations[first..].iter().take_while(|one| one.period.span() == span);
        let mut said = own.flat_map(|one| self.data.claims(one)).copied();
        let is_given = |key: &FigureKey| {
            let figure = self.data.figure(*key);
            figure.source == source && !figure.is_derived() && figure.quantity().is_some()
        };
        said.find(is_given).map_or(Fate::Empty, Fate::Withdrawn)
    }

    fn says(&self, key: FigureKey, new: &NewRow) -> bool {
        new.is_number_of(self.data.figure(key)) && self.marks_as(key, new)
    }

    /// Are the marks of a new row those of the figure?
    fn marks_as(&self, key: FigureKey, new: &NewRow) -> bool {
        let (figure, letters) = (self.data.figure(key), new.letters());
        let kept = figure.status;
        if new.more.is_none() && kept == Status::default() && figure.note.is_empty() {
            return true;
        }
        // A target is our word for it, and a source marks what it has revised for a while only.
        let lost = |letter: char| !matches!(letter, 't' | 'r') && !letters.contains(letter);
        let same = kept == Status::default() && letters.is_empty()
            || letters.chars().all(|letter| kept.has(letter))
                && !Status::letters().any(|letter| kept.has(letter) && lost(letter));
        let marks = new.more.as_ref().map_or(&[][..], |more| &more.marked.words);
        let known = |text: &str| text.matches(KNOWN_MARK).count();
        let now: usize = marks.iter().map(|words| known(words)).sum();
        let note = &*figure.note;
        // Words that a person put in their place say it as well.
        let reworded = !note.is_empty() && known(note) == 0;
        // `Marked * in the source.` of a mark that the number has no more.
        let own =
            note.split("Marked ").skip(1).filter_map(|rest| rest.split_once(" in the source."));
        let kept = |(mark, _): (&str, &str)| {
            let words = format!("Marked {mark} in the source");
            marks.iter().any(|own| own.starts_with(&words))
        };
        if !own.into_iter().all(kept) {
            return false;
        }
        let told = |words: &String| known(words) == 0 || note.contains(words.as_str());
        same && (reworded || known(note) == now && marks.iter().all(told))
    }

    /// What the table says of a number that is there with other marks. A table without any marks
    /// says nothing of them.
    pub fn leave_marks(&self, rows: &mut [ImportRow]) {
        if self.marked.load(Ordering::Relaxed) {
            return;
        }
        for row in rows {
            if let Fate::Revised(key, new) = &row.fate
                && new.is_number_of(self.data.figure(*key))
            {
                row.fate = Fate::Unmarked(*key);
            }
        }
    }
}

/// What another row of the table says is not withdrawn.
pub fn withdrawn_once(rows: &mut [ImportRow]) {
    if !rows.iter().any(|row| matches!(row.fate, Fate::Withdrawn(_))) {
        return;
    }
    let said: HashSet<FigureKey> = rows
        .iter()
        .filter_map(|row| match &row.fate {
            Fate::There(key) | Fate::Unmarked(key) | Fate::Revised(key, _) => Some(*key),
            _ => None,
        })
        .collect();
    for row in rows {
        if let Fate::Withdrawn(key) = &row.fate
            && said.contains(key)
        {
            row.fate = Fate::Empty;
        }
    }
}

/// In every sentence that a mark without a letter of ours became.
const KNOWN_MARK: &str = " in the source: ";

/// The rows of one series and period, where there are several: each run as places in the list.
pub fn same_periods(rows: &[ImportRow]) -> Vec<Vec<usize>> {
    let key = |row: &ImportRow| match &row.fate {
        Fate::Add(new) | Fate::Revised(_, new) => {
            row.series.map(|series| (series, row.source, new.period.span()))
        }
        _ => None,
    };
    // Most tables are in order, series by series: there is nothing to gather then.
    let mut last: Vec<Option<Span>> = Vec::new();
    let in_order = rows.iter().filter_map(key).all(|(series, _, span)| {
        last.resize(last.len().max(series.index() + 1), None);
        last[series.index()].replace(span).is_none_or(|before| before < span)
    });
    if in_order {
        return Vec::new();
    }
    let mut of_period: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(key) = key(row) {
            of_period.entry(key).or_default().push(at);
        }
    }
    let mut several: Vec<Vec<usize>> =
        of_period.into_values().filter(|same| same.len() > 1).collect();
    several.sort();
    several
}

/// Rows of one period hold one figure if they agree to the letter, and none if they do not:
/// nobody can tell which of them is right.
pub fn among_themselves(
    rows: &mut [ImportRow],
    several: &[Vec<usize>],
    told: impl Fn(&ImportRow) -> (String, usize),
) {
    for same in several {
        let (first, again) = (same[0], &same[1..]);
        let is_as = |at: usize| match (&rows[at].fate, &rows[first].fate) {
            (
                Fate::Add(one) | Fate::Revised(_, one),
                Fate::Add(other) | Fate::Revised(_, other),
            ) => one.is_as(other),
            _ => false,
        };
        let other = again.iter().copied().find(|at| !is_as(*at));
        let in_row = |row: &ImportRow| {
            let (value, line) = told(row);
            format!("{value} in line {line}")
        };
        let Some(other) = other else {
            let line = told(&rows[first]).1;
            again.iter().for_each(|at| rows[*at].fate = Fate::Again(line));
            continue;
        };
        let value = |at: usize| told(&rows[at]).0;
        let (one, other) = (in_row(&rows[first]), in_row(&rows[other]));
        let same_as_first: Vec<bool> = again.iter().map(|at| value(*at) == value(first)).collect();
        rows[first].fate = Fate::Conflict(other.as_str().into());
        for (at, same) in again.iter().zip(same_as_first) {
            let why = if same { &other } else { &one };
            rows[*at].fate = Fate::Conflict(why.as_str().into());
        }
    }
}
