//! Figures that are worked out from others.

use std::collections::HashMap;

use super::cells::shown;
use super::ids::Known;
use super::layout::figures::FORMULA;
use super::sheet::Sheet;
use crate::figure::formula::NoResult;
use crate::figure::formula::split_derived_id;
use crate::figure::{Claim, Figure, FigureKey, Formula, Quantity, Side, Sided, Status};
use crate::nearest::{MOST_COMPARISONS, nearest_within};
use crate::problem::{Gathered, Rule};

/// Works out every formula, in an order that has the inputs first. A figure whose formula has no
/// result is taken out again; its id stays known.
pub fn work_out<'t>(
    figures: &mut Vec<Figure<'t>>,
    derived: &[FigureKey],
    sheet: &mut Sheet<'t>,
    problems: &mut Gathered,
) {
    let (states, behind) = (HashMap::new(), HashMap::new());
    let comparisons_left = MOST_COMPARISONS;
    let mut work = Work { figures, sheet, problems, states, behind, comparisons_left };
    for key in derived {
        let inputs = work.inputs(*key);
        work.states.insert(*key, inputs.map_or(State::Broken, State::Waiting));
    }
    for key in derived {
        work.visit(*key);
    }
    let is_broken = |key: &&FigureKey| matches!(work.states.get(key), Some(State::Broken));
    let mut broken: Vec<u32> = derived.iter().filter(is_broken).map(|key| key.0).collect();
    broken.sort_unstable();
    if !broken.is_empty() {
        sheet.ids.take_out(figures, &broken, |figure| &figure.id);
    }
}

/// A result stands on so many figures at most, each counted as often as it is read.
const MOST_BEHIND: usize = 4_000;

enum State {
    /// Not yet looked at; its inputs that are derived themselves.
    Waiting(Vec<FigureKey>),
    /// On the path.
    Open,
    Done,
    Broken,
}

struct Work<'w, 't> {
    figures: &'w mut Vec<Figure<'t>>,
    sheet: &'w Sheet<'t>,
    problems: &'w mut Gathered,
    states: HashMap<FigureKey, State>,
    /// How many figures each result stands on.
    behind: HashMap<FigureKey, usize>,
    comparisons_left: usize,
}

impl<'t> Work<'_, 't> {
    fn find(&self, id: &str) -> Known {
        self.sheet.ids.find(id, |key| &self.figures[key as usize].id)
    }

    /// The derived figures that a formula reads; `None` if it reads one that is not there.
    fn inputs(&mut self, key: FigureKey) -> Option<Vec<FigureKey>> {
        let formula = self.figures[key.index()].claim.formula()?.clone();
        let mut inputs = Some(Vec::new());
        for id in formula.figures() {
            match self.find(id) {
                Known::Key(input) => {
                    if self.figures[input as usize].is_derived()
                        && let Some(inputs) = &mut inputs
                    {
                        inputs.push(FigureKey(input));
                    }
                }
                Known::Broken => inputs = None,
                Known::Unknown => {
                    inputs = None;
                    self.unknown(key, id);
                }
            }
        }
        inputs
    }

    fn unknown(&mut self, key: FigureKey, id: &str) {
        let ids = self.figures.iter().map(|figure| &*figure.id);
        let near = nearest_within(id, ids, &mut self.comparisons_left);
        let hint = match near {
            _ if split_derived_id(id).is_some() => {
                "a figure of a series that is worked out has no row; write a formula for the whole \
                 series in data/series.csv, or name the figures that it is worked out from"
                    .to_string()
            }
            Some(near) => format!("write [{near}]"),
            None => "write the id of a figure of this file between the square brackets".into(),
        };
        self.report(
            Rule::UnknownFigure,
            key,
            Some(id),
            format!("there is no figure {}, so the formula has no result", shown(id)),
            hint,
        );
    }

    fn visit(&mut self, root: FigureKey) {
        let mut path: Vec<Pending> = Vec::new();
        self.enter(root, &mut path);
        while let Some(step) = path.last_mut() {
            let key = step.key;
            if let Some(input) = step.left.pop() {
                match self.states.get(&input) {
                    Some(State::Open) => self.circle(&path, input),
                    _ => self.enter(input, &mut path),
                }
                continue;
            }
            path.pop();
            if let Some(State::Open) = self.states.get(&key) {
                let done = self.evaluate(key).is_some();
                self.states.insert(key, if done { State::Done } else { State::Broken });
            }
        }
    }

    fn enter(&mut self, key: FigureKey, path: &mut Vec<Pending>) {
        if let Some(state) = self.states.get_mut(&key)
            && let State::Waiting(inputs) = state
        {
            path.push(Pending { key, left: std::mem::take(inputs) });
            *state = State::Open;
        }
    }

    /// The path has come back to one of its steps.
    fn circle(&mut self, path: &[Pending], again: FigureKey) {
        let start = path.iter().rposition(|step| step.key == again).unwrap_or_default();
        let members: Vec<FigureKey> = path[start..].iter().map(|step| step.key).collect();
        for member in &members {
            self.states.insert(*member, State::Broken);
        }
        // Told at the first of them in the file, and from there round.
        let first = (0..members.len()).min_by_key(|at| members[*at]).unwrap_or_default();
        let round = members.iter().cycle().skip(first).take(members.len() + 1);
        let ids: Vec<&str> = round.map(|key| &*self.figures[key.index()].id).collect();
        let message = match ids[..] {
            [one, _] => format!("the formula of `{one}` reads its own result"),
            _ => format!("the formulas run in a circle: {}", chain(&ids)),
        };
        let key = members[first];
        let hint = "work one of them out from a stated figure";
        let next = ids.get(1).copied().map(str::to_string);
        self.report(Rule::FormulaCircle, key, next.as_deref(), message, hint.into());
    }

    fn evaluate(&mut self, key: FigureKey) -> Option<()> {
        let figure = &self.figures[key.index()];
        let Claim::Derived(derived) = &figure.claim else { return None };
        let formula = derived.formula.clone();
        let claimed = derived.quantity.side()?;
        for id in formula.figures() {
            self.input(key, id)?;
        }
        self.few_behind(key, &formula)?;
        let value = |id: &str| match self.find(id) {
            Known::Key(input) => {
                let quantity = self.figures[input as usize].quantity();
                quantity.and_then(Sided::of).ok_or(())
            }
            _ => Err(()),
        };
        match formula.evaluate(&mut |id| value(id)) {
            Ok(result) => {
                self.follows(key, &formula, claimed, result.side)?;
                let status = self.inherited(&formula, self.figures[key.index()].status);
                let figure = &mut self.figures[key.index()];
                figure.status = status;
                let claim = &mut figure.claim;
                if let Claim::Derived(derived) = claim {
                    derived.quantity = claimed.of(result.number);
                }
                Some(())
            }
            Err(NoResult::Figure(())) => None,
            Err(NoResult::DivisionByZero) => {
                let message = "the formula divides by zero, so it has no result".to_string();
                let hint = "divide by a figure or a number that is not zero".to_string();
                self.report(Rule::DivisionByZero, key, None, message, hint);
                None
            }
            Err(NoResult::TooLarge) => {
                let message = "the result has more digits than are kept".to_string();
                let hint = "work with smaller numbers, as in thousands or millions".to_string();
                self.report(Rule::Formula, key, None, message, hint);
                None
            }
        }
    }

    /// Whoever cites a result goes back to all that it stands on.
    fn few_behind(&mut self, key: FigureKey, formula: &Formula) -> Option<()> {
        let own = |id| match self.find(id) {
            Known::Key(input) => 1 + self.behind.get(&FigureKey(input)).copied().unwrap_or(0),
            _ => 1,
        };
        let count = formula.figures().into_iter().map(own).sum();
        self.behind.insert(key, count);
        if count > MOST_BEHIND {
            let message = format!(
                "the formula stands on {count} figures through other formulas, more than the \
                 {MOST_BEHIND} that are followed"
            );
            let hint = "work it out from figures that are stated".to_string();
            self.report(Rule::TooMany, key, None, message, hint);
            return None;
        }
        Some(())
    }

    /// The status with what the inputs say of theirs: a result is no surer than what it is made of.
    fn inherited(&self, formula: &Formula, own: Status) -> Status {
        let inputs = formula.figures().into_iter().filter_map(|id| match self.find(id) {
            Known::Key(input) => Some(self.figures[input as usize].status.without_target()),
            _ => None,
        });
        let status = inputs.fold(own, Status::inherited);
        if self.is_of_targets(formula) { status.with_target() } else { status }
    }

    /// Is it worked out from targets alone? What is held against a target is none itself.
    fn is_of_targets(&self, formula: &Formula) -> bool {
        let is_target = |id: &&str| match self.find(id) {
            Known::Key(input) => self.figures[input as usize].status.is_target(),
            _ => false,
        };
        let inputs = formula.figures();
        !inputs.is_empty() && inputs.iter().all(is_target)
    }

    /// The qualifier claims no more than the inputs say; what does is reported.
    fn follows(
        &mut self,
        key: FigureKey,
        formula: &Formula,
        claimed: Side,
        side: Option<Side>,
    ) -> Option<()> {
        let Some(side) = side else {
            let message = "the bounds it is worked out from pull in different directions, so nobody knows \
                           whether the result is at least or at most that";
            let hint = "work it out from figures that are exact or about, or name each bound once, \
                        as in 100 / (1 + [rest] / [part])";
            self.report(Rule::Formula, key, None, message.to_string(), hint.to_string());
            return None;
        };
        if side.implies(claimed) {
            return Some(());
        }
        let hint = format!("write the qualifier `{}`", side.word());
        let inexact = formula.figures().into_iter().find_map(|id| {
            let Known::Key(input) = self.find(id) else { return None };
            let quantity = self.figures[input as usize].quantity()?;
            (!matches!(quantity, Quantity::One { side: Side::Exact, .. }))
                .then(|| (id, quantity.clone()))
        });
        let (id, quantity) = inexact?;
        if claimed == Side::Exact {
            let message = format!("{} is {quantity}, so the result is not exact either", shown(id));
            self.report(Rule::FormulaExact, key, Some(id), message, hint);
            return None;
        }
        let message = format!(
            "{} is {quantity}, so the result is `{}`, and `{}` does not follow",
            shown(id),
            side.word(),
            claimed.word()
        );
        self.report(Rule::Formula, key, Some(id), message, hint);
        None
    }

    /// An input must have one number; what has none is reported.
    fn input(&mut self, key: FigureKey, id: &str) -> Option<()> {
        let Known::Key(input) = self.find(id) else { return None };
        if let Some(State::Broken) = self.states.get(&FigureKey(input)) {
            return None;
        }
        let message = match &self.figures[input as usize].claim {
            Claim::Absent(absence) => format!("{} has no number: {}", shown(id), absence.word()),
            claim => match claim.quantity()? {
                range @ Quantity::Range { .. } => {
                    format!("{} is {range}, a range, which is no one number", shown(id))
                }
                _ => return Some(()),
            },
        };
        let hint = "name a figure that has a value".to_string();
        self.report(Rule::FormulaInput, key, Some(id), message, hint);
        None
    }

    /// Reports a problem at the formula of a figure, at an id in it if one is to blame.
    fn report(
        &mut self,
        rule: Rule,
        key: FigureKey,
        id: Option<&str>,
        message: String,
        hint: String,
    ) {
        let place = self.sheet.place_of_id(key.0, FORMULA, id.unwrap_or_default());
        self.problems.push(rule.at(place, message).hint(hint));
    }
}

/// A figure on the way, and the inputs still to be looked at.
struct Pending {
    key: FigureKey,
    left: Vec<FigureKey>,
}

/// Ids with an arrow between each two; of many only the first.
pub fn chain(ids: &[&str]) -> String {
    const LONGEST: usize = 8;
    let short: Vec<&str> = ids.iter().take(LONGEST).copied().collect();
    let more = if ids.len() > LONGEST { " → …" } else { "" };
    format!("{}{more}", short.join(" → "))
}
