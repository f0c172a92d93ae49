//! Problems as they are found in a large file, of which a few are held: what a broken file says
//! should not take many times the memory that the file takes.

use std::sync::mpsc::SyncSender;

use super::{Level, Problem, Rule};

/// What becomes of the problems of a rule in a file after so many.
#[derive(Clone, Debug, Default)]
pub enum Hold {
    /// They are held as well.
    #[default]
    All,
    /// They are counted.
    First(usize),
    /// They are handed to whoever tells them.
    Handing(usize, SyncSender<Problem>),
}

impl Hold {
    fn most(&self) -> usize {
        match self {
            Hold::All => usize::MAX,
            Hold::First(most) | Hold::Handing(most, _) => *most,
        }
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub struct Gathered {
    /// In the order in which they were found.
    pub held: Vec<Problem>,
    hold: Hold,
    /// How many there are of each rule in this file.
    counts: Vec<usize>,
    /// How many of each rule are not held.
    rest: Unheld,
}

/// How many problems of each rule are not held.
#[derive(Clone, Debug, Default)]
pub struct Unheld(Vec<usize>);

impl Unheld {
    /// Of this rule.
    pub fn of(&self, rule: Rule) -> usize {
        self.0.get(rule as usize).copied().unwrap_or(0)
    }

    /// Of this level.
    pub fn at(&self, level: Level) -> usize {
        let rules = Rule::ALL.iter().filter(|rule| rule.level() == level);
        rules.map(|rule| self.of(*rule)).sum()
    }

    /// Advice is not told.
    pub fn drop_advice(&mut self) {
        let places = Rule::ALL.iter().filter(|rule| rule.level() == Level::Advice);
        for rule in places {
            if let Some(count) = self.0.get_mut(*rule as usize) {
                *count = 0;
            }
        }
    }

    /// Are all held?
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|count| *count == 0)
    }

    /// Those of another reading as well.
    pub fn add(&mut self, other: &Unheld) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(count, more)| *count += more);
    }
}

impl Gathered {
    /// Nothing yet.
    pub fn new(hold: Hold) -> Gathered {
        Gathered { hold, ..Gathered::default() }
    }

    /// Nothing yet, for another thread.
    pub fn beside(&self) -> Gathered {
        Gathered::new(self.hold.clone())
    }

    /// Can two threads gather at once? What is handed out has an order.
    pub fn is_in_order(&self) -> bool {
        matches!(self.hold, Hold::Handing(..))
    }

    /// Another file begins.
    pub fn begin(&mut self) {
        self.counts.clear();
    }

    /// One more.
    pub fn push(&mut self, problem: Problem) {
        let place = problem.rule as usize;
        if self.counts.len() <= place {
            self.counts.resize(Rule::ALL.len(), 0);
        }
        self.counts[place] += 1;
        if self.counts[place] <= self.hold.most() {
            return self.held.push(problem);
        }
        self.rest.0.resize(Rule::ALL.len(), 0);
        self.rest.0[place] += 1;
        if let Hold::Handing(_, to) = &self.hold {
            // Who does not listen any more wants no more.
            let _ = to.send(problem);
        }
    }

    /// One that is told together with others, once all are known.
    pub fn keep(&mut self, problem: Problem) {
        self.held.push(problem);
    }

    /// What was found in the rest of the file.
    pub fn append(&mut self, other: Gathered) {
        self.held.extend(other.held);
        self.rest.add(&other.rest);
        self.counts.resize(self.counts.len().max(other.counts.len()), 0);
        self.counts.iter_mut().zip(&other.counts).for_each(|(count, more)| *count += more);
    }

    /// What is held, and how many there are of each rule beside.
    pub fn done(self) -> (Vec<Problem>, Unheld) {
        (self.held, self.rest)
    }
}

impl Extend<Problem> for Gathered {
    fn extend<I: IntoIterator<Item = Problem>>(&mut self, problems: I) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }
}
