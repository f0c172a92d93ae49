//! Series that are worked out whole: a figure for each period of which every series of the formula
//! has one. Such a figure has no row; its rows are those of its inputs.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::Dataset;
use super::cells::shown;
use super::ids::Known;
use super::layout::series::FORMULA;
use super::match_periods::{Leaf, Made, Match, Matcher};
use super::observe::SeriesObserved;
use super::shortfall::{Lack, Shortfall};
use super::sums::mixed;
use crate::dataset::DataFile;
use crate::figure::formula::{NoResult, derived_id, split_derived_id};
use crate::figure::{
    CellText, Claim, Derived, Figure, FigureKey, Formula, Period, Quantity, Rank, SeriesKey, Sided,
    Span, Status, Tie,
};
use crate::nearest::{MOST_COMPARISONS, nearest_within};
use crate::problem::{Gathered, Problem, Rule};

impl Dataset<'_> {
    /// Works out every series that has a formula, those first of which others are made. Called
    /// when the figures of all other series are grouped.
    pub(super) fn derive_series(&mut self, problems: &mut Gathered) {
        count_broken(self, &problems.held);
        if self.series.iter().all(|series| series.formula.is_none()) {
            return;
        }
        let keys = (0..self.series.len() as u32).map(SeriesKey);
        let derived: Vec<SeriesKey> =
            keys.filter(|key| self.series(*key).formula.is_some()).collect();
        let (inputs, comparisons_left) = (BTreeMap::new(), MOST_COMPARISONS);
        let mut work = SeriesWork { data: self, problems, inputs, comparisons_left };
        work.refuse_rows(&derived);
        for key in &derived {
            if let Some(leaves) = work.leaves(*key) {
                work.inputs.insert(*key, leaves);
            }
        }
        let order = work.order(&derived);
        for key in order {
            work.series(key);
        }
    }

    /// Why there is no figure, for a message.
    pub fn why(&self, lack: &Lack) -> String {
        let series = |key: &SeriesKey| self.series(*key).id;
        match lack {
            Lack::Missing(key) => format!("`{}` has no figure for the same days", series(key)),
            Lack::Silent(key) => format!("`{}` has no number", self.figure(*key).id),
            Lack::Range(key) => {
                let figure = self.figure(*key);
                let range = figure.quantity().map_or(String::new(), ToString::to_string);
                format!("`{}` is {range}, a range, which is no one number", figure.id)
            }
            Lack::Several(key) => format!("`{}` has several levels inside it", series(key)),
            Lack::Zero => "the formula divides by zero".to_string(),
            Lack::Opposed => "the bounds it is worked out from pull in different directions, so \
                              nobody knows whether the result is at least or at most that"
                .to_string(),
            Lack::TooLong => "the result has more digits than are kept".to_string(),
            Lack::Break(key) => {
                format!("a break in `{}` lies between it and the period that is 100", series(key))
            }
        }
    }
}

/// A series whose formula cannot be read is in use all the same.
fn count_broken(data: &mut Dataset, problems: &[Problem]) {
    let label = DataFile::Series.label();
    for problem in problems.iter().filter(|problem| problem.rule == Rule::Formula) {
        let starts = &data.series_sheet.ids.starts;
        let after = starts.partition_point(|start| *start as usize <= problem.place.bytes.start);
        if let Some(row) = after.checked_sub(1).filter(|_| problem.place.file == label) {
            data.series_uses[row] += 1;
        }
    }
}

struct SeriesWork<'w, 't> {
    data: &'w mut Dataset<'t>,
    problems: &'w mut Gathered,
    /// What each formula reads that can be worked out.
    inputs: BTreeMap<SeriesKey, Vec<Leaf>>,
    comparisons_left: usize,
}

impl<'t> SeriesWork<'_, 't> {
    /// A figure of a source beside a formula would be drawn in its place, or the other way round.
    fn refuse_rows(&mut self, derived: &[SeriesKey]) {
        let mut rows: BTreeMap<SeriesKey, (FigureKey, usize)> = BTreeMap::new();
        for (key, figure) in self.data.figures() {
            if derived.binary_search(&figure.series).is_ok() {
                rows.entry(figure.series).or_insert((key, 0)).1 += 1;
            }
        }
        for (series, (first, count)) in rows {
            let id = self.data.series(series).id;
            let figures = match count {
                1 => "here is a figure of it".to_string(),
                many => format!("here is the first of {many} figures of it"),
            };
            let message = format!(
                "`{id}` is worked out by its formula, and {figures}, so nobody would know which \
                 of the two is drawn"
            );
            let hint = format!(
                "give the figure a series of its own, or empty the formula of `{id}` in {}",
                DataFile::Series.label()
            );
            let place = self.data.place_of_figure(first, "series");
            self.problems.push(Rule::FormulaRows.at(place, message).hint(hint));
        }
    }

    /// The series that a formula reads; `None` if one of them is not there.
    fn leaves(&mut self, key: SeriesKey) -> Option<Vec<Leaf>> {
        let formula = self.data.series(key).formula.clone()?;
        self.data.series_uses[key.index()] += 1;
        let mut leaves = Some(Vec::new());
        let mut unknown: Vec<&str> = Vec::new();
        for text in formula.figures() {
            let (id, base) = match split_derived_id(text) {
                Some((id, base)) => (id, Some(base)),
                None => (text, None),
            };
            match self.data.known(DataFile::Series, id) {
                Known::Key(series) => {
                    let leaf = Leaf { text: text.to_string(), series: SeriesKey(series), base };
                    leaves.iter_mut().for_each(|leaves| leaves.push(leaf.clone()));
                    self.data.series_uses[series as usize] += 1;
                    if self.data.series(leaf.series).nature.tie() == Tie::Step {
                        let message = format!(
                            "`{id}` is a `change`, which compares two periods and has no figure \
                             of one"
                        );
                        let hint = "name the series of levels that it compares";
                        self.report(Rule::Formula, key, Some(id), message, hint);
                        leaves = None;
                    }
                }
                Known::Broken => leaves = None,
                Known::Unknown => {
                    if !unknown.contains(&id) {
                        unknown.push(id);
                        self.unknown(key, id);
                    }
                    leaves = None;
                }
            }
        }
        if formula.figures().is_empty() {
            let message = "the formula names no series, so it has no periods";
            let hint = "name a series of this file in square brackets, as in [series-a] * 1000";
            self.report(Rule::Formula, key, None, message, hint);
            return None;
        }
        let leaves = leaves?;
        let series_of =
            |text: &str| leaves.iter().find(|leaf| leaf.text == text).map(|leaf| leaf.series);
        if let Some(mixed) = mixed(self.data, &formula, &series_of, key) {
            self.report(mixed.rule, key, None, mixed.message, mixed.hint);
            return None;
        }
        Some(leaves)
    }

    fn unknown(&mut self, key: SeriesKey, id: &str) {
        let ids = self.data.series.iter().map(|series| series.id);
        let near = nearest_within(id, ids, &mut self.comparisons_left);
        let hint = match (self.data.find_figure(id), near) {
            (Some(figure), _) => format!(
                "`{id}` is a figure; write the id of its series, [{}], or the formula in the row \
                 of a figure",
                self.data.series(self.data.figure(figure).series).id
            ),
            (None, Some(near)) => format!("write [{near}]"),
            (None, None) => {
                "write the id of a series of this file between the square brackets".to_string()
            }
        };
        let message = format!("there is no series {}, so the formula has no result", shown(id));
        self.report(Rule::UnknownSeries, key, Some(id), message, hint);
    }

    /// Those that can be worked out, each after those that it reads. Those that run in a circle
    /// are told.
    fn order(&mut self, derived: &[SeriesKey]) -> Vec<SeriesKey> {
        let is_derived = |key: &SeriesKey| derived.binary_search(key).is_ok();
        let mut readers: HashMap<SeriesKey, Vec<SeriesKey>> = HashMap::new();
        let mut waiting: BTreeMap<SeriesKey, usize> = BTreeMap::new();
        for (key, leaves) in &self.inputs {
            let read: Vec<SeriesKey> =
                leaves.iter().map(|leaf| leaf.series).filter(is_derived).collect();
            waiting.insert(*key, read.len());
            read.into_iter().for_each(|input| readers.entry(input).or_default().push(*key));
        }
        let free = waiting.iter().filter(|(_, count)| **count == 0).map(|(key, _)| *key);
        let mut ready: VecDeque<SeriesKey> = free.collect();
        let mut order = Vec::new();
        while let Some(key) = ready.pop_front() {
            order.push(key);
            for reader in readers.get(&key).into_iter().flatten() {
                let Some(count) = waiting.get_mut(reader) else { continue };
                *count -= 1;
                if *count == 0 {
                    ready.push_back(*reader);
                }
            }
        }
        waiting.retain(|_, count| *count > 0);
        let rest: Vec<SeriesKey> = waiting.into_keys().collect();
        self.circles(&rest);
        order
    }

    /// Of series that wait for one another, or for one that cannot be worked out.
    fn circles(&mut self, rest: &[SeriesKey]) {
        let mut seen: Vec<SeriesKey> = Vec::new();
        for start in rest {
            let mut path: Vec<SeriesKey> = Vec::new();
            let mut at = Some(*start);
            while let Some(key) = at.filter(|key| !seen.contains(key)) {
                seen.push(key);
                path.push(key);
                let leaves = self.inputs.get(&key).into_iter().flatten();
                let mut next =
                    leaves.map(|leaf| leaf.series).filter(|key| rest.binary_search(key).is_ok());
                at = next.next();
                if let Some(from) = path.iter().position(|known| Some(*known) == at) {
                    self.circle(&path[from..]);
                }
            }
        }
    }

    fn circle(&mut self, members: &[SeriesKey]) {
        let round = members.iter().chain(members.first());
        let ids: Vec<&str> = round.map(|key| self.data.series(*key).id).collect();
        let message = match ids[..] {
            [one, _] => format!("the formula of `{one}` reads its own result"),
            _ => format!("the formulas run in a circle: {}", super::derive::chain(&ids)),
        };
        let next = ids[1].to_string();
        let hint = "work one of them out from series whose figures have rows";
        self.report(Rule::FormulaCircle, members[0], Some(&next), message, hint);
    }

    /// The figures of one series, and the periods for which there is none.
    fn series(&mut self, key: SeriesKey) {
        let Some(formula) = self.data.series(key).formula.clone() else { return };
        let Some(leaves) = self.inputs.get(&key).cloned() else { return };
        let matcher = match Matcher::new(self.data, &leaves) {
            Ok(matcher) => matcher,
            Err(fault) => {
                let message = fault.message;
                return self.report(fault.rule, key, Some(&fault.id), message, fault.hint);
            }
        };
        let mut made = Vec::new();
        let mut lacking = Vec::new();
        for (span, period) in matcher.periods() {
            match figure(self.data, &matcher, key, &formula, span, period) {
                Ok(figure) => made.push(figure),
                Err(lack) => lacking.push(Shortfall { period, lack }),
            }
        }
        matcher.set_breaks(self.data, &mut made);
        let nothing = made.is_empty();
        let first = self.data.figures.len() as u32;
        let keys = (first..).map(FigureKey);
        let rows =
            made.iter().zip(keys).map(|(made, key)| (made.figure.period, key, made.disputed));
        self.data.observed[key.index()] = SeriesObserved::of_derived(key, rows);
        for (made, key) in made.into_iter().zip(first..) {
            if made.figure.status.is_break() {
                self.data.indexes.breaks.add(made.figure.series, FigureKey(key));
            }
            self.data.figures.push(made.figure);
        }
        self.tell(key, nothing, &lacking);
        self.data.shortfalls.insert(key, lacking);
    }

    /// What is in the figures and stops the arithmetic; a figure that is not there is told on
    /// charts only.
    fn tell(&mut self, key: SeriesKey, nothing: bool, lacking: &[Shortfall]) {
        let mut told: Vec<(String, &'static str, Vec<Period>)> = Vec::new();
        for shortfall in lacking {
            if shortfall.lack.is_absence() && !nothing {
                continue;
            }
            let (why, hint) = (self.data.why(&shortfall.lack), shortfall.lack.hint());
            match told.iter_mut().find(|(known, ..)| *known == why) {
                Some((_, _, periods)) => periods.push(shortfall.period),
                None => told.push((why, hint, vec![shortfall.period])),
            }
        }
        for (why, hint, periods) in told {
            const NAMED: usize = 6;
            let mut named: Vec<String> =
                periods.iter().take(NAMED).map(Period::to_string).collect();
            if periods.len() > NAMED {
                named.push(format!("{} more", periods.len() - NAMED));
            }
            let periods = self.data.language.list(&named);
            let message =
                format!("`{}` has no figure for {periods}: {why}", self.data.series(key).id);
            self.report(Rule::FormulaPeriod, key, None, message, hint);
        }
        if nothing && lacking.is_empty() {
            let message = format!(
                "`{}` has no figure, because there is no period of which every series that it reads has one",
                self.data.series(key).id
            );
            let hint = "add figures of the same periods to each of them";
            self.report(Rule::FormulaPeriod, key, None, message, hint);
        }
    }

    /// Reports a problem at the formula of a series, at an id in it if one is to blame.
    fn report(
        &mut self,
        rule: Rule,
        key: SeriesKey,
        id: Option<&str>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let id = id.unwrap_or_default();
        let place = self.data.series_sheet.place_of_id(key.0, FORMULA, id);
        self.problems.push(rule.at(place, message).hint(hint));
    }
}

fn figure<'t>(
    data: &Dataset<'t>,
    matcher: &Matcher,
    key: SeriesKey,
    formula: &Formula,
    span: Span,
    period: Period,
) -> Result<Made<'t>, Lack> {
    let matches = matcher.at(data, span)?;
    let of = |text: &str| matches.iter().find(|one| one.leaf.text == text);
    let number = |text: &str| {
        let quantity = of(text).and_then(|one| data.figure(one.figure).quantity());
        quantity.and_then(Sided::of).ok_or(())
    };
    let result =
        formula.evaluate(&mut |text| number(text)).map_err(|no_result| match no_result {
            NoResult::DivisionByZero => Lack::Zero,
            NoResult::TooLarge | NoResult::Figure(()) => Lack::TooLong,
        })?;
    let quantity: Quantity = result.quantity().ok_or(Lack::Opposed)?;
    let id_of = |text: &str| of(text).map(|one| data.figure(one.figure).id.to_string());
    let formula = formula.renamed(&id_of);
    let inputs: Vec<FigureKey> = matches.iter().map(|one| one.figure).collect();
    let figures = || inputs.iter().map(|key| data.figure(*key));
    let status = figures().fold(Status::default(), |all, one| all.inherited(one.status));
    let first = inputs.first().ok_or(Lack::TooLong)?;
    let figure = Figure {
        id: derived_id(data.series(key).id, period).into(),
        series: key,
        period,
        claim: Claim::Derived(Box::new(Derived { formula, quantity })),
        status,
        source: data.figure(*first).source,
        origin: None,
        rank: Rank::Unranked,
        superseded_by: None,
        repeats: None,
        stated: CellText::default(),
        period_stated: CellText::default(),
        locator: CellText::default(),
        note: CellText::default(),
    };
    let disputed = matches.iter().any(|one: &Match| one.disputed);
    Ok(Made { figure, disputed, inputs })
}
