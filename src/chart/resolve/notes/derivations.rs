//! What was worked out, and how.

use crate::chart::resolve::arithmetic::term;
use crate::figure::formula::{Operator, Term};
use crate::locale::{numbers, words};

use super::writer::Writer;
impl<'w, 'a> Writer<'w, 'a> {
    pub(super) fn derivations(&self) -> Option<String> {
        let mut told = Vec::new();
        for (shown, observed) in self.observed() {
            let figure = self.desk.data.figure(observed.figure);
            if let (Some(formula), Some(quantity)) = (figure.claim.formula(), figure.quantity()) {
                let arithmetic = formula.write(&mut |term| self.term(term));
                told.push(format!(
                    "{} for {} = {arithmetic}",
                    shown.tone(self.desk).label(quantity, true),
                    self.named_period(shown, observed.period),
                ));
            }
        }
        for claims in self.claimed() {
            for figure in claims.figures().map(|key| self.desk.data.figure(key)) {
                if let (Some(formula), Some(quantity)) = (figure.claim.formula(), figure.quantity())
                {
                    let said = claims.tone(self.desk).label(quantity, true);
                    told.push(format!("{said} = {}", formula.write(&mut |term| self.term(term))));
                }
            }
        }
        for change in self.boards.iter().flat_map(|board| &board.changes) {
            if let Some(worked_out) = &change.worked_out {
                let tone = self.desk.tone(self.desk.data.series(change.on).nature);
                told.push(format!(
                    "{} for {} = {}",
                    tone.label(&worked_out.quantity, true),
                    self.desk.period(worked_out.period),
                    worked_out.arithmetic,
                ));
            }
        }
        (!told.is_empty()).then(|| format!("Worked out: {}.", told.join("; ")))
    }

    pub(super) fn conversions(&self) -> Vec<String> {
        self.shown()
            .filter_map(|shown| {
                let conversion = shown.conversion?;
                Some(format!(
                    "Converted from {} to {}: {}, {}.",
                    words::per(conversion.from),
                    words::per(conversion.to),
                    shown.called(self.desk),
                    conversion.arithmetic(),
                ))
            })
            .collect()
    }

    /// A part of a formula; an input that the chart does not draw names its source.
    fn term(&self, term: Term) -> String {
        let sign = |operator| match operator {
            Operator::Plus => "+",
            Operator::Minus => "−",
            Operator::Times => "×",
            Operator::Over => "÷",
        };
        match term {
            Term::Operator(operator) => sign(operator).to_string(),
            Term::Number(number) => numbers::full(number),
            Term::Figure(id) => self.input(id),
        }
    }

    fn input(&self, id: &str) -> String {
        let data = self.desk.data;
        let Some(key) = data.find_figure(id) else { return id.to_string() };
        let figure = data.figure(key);
        let tone = self.desk.tone(data.series(figure.series).nature);
        let rounded = figure.quantity().map(|q| tone.rounded(q, figure.is_derived()));
        let text = rounded.as_ref().and_then(term).unwrap_or_else(|| id.to_string());
        match self.observed().any(|(_, observed)| observed.figure == key) {
            true => text,
            false => format!("{text}{}", self.mark(key)),
        }
    }
}
