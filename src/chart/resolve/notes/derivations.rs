//! What was worked out, and how.

use crate::chart::resolve::arithmetic::term;
use crate::chart::resolve::convert::Conversion;
use crate::chart::resolve::observed::Observed;
use crate::chart::resolve::shown::Shown;
use crate::chart::resolve::whole;
use crate::figure::formula::Term;
use crate::locale::words;

use super::writer::NoteWriter;

impl NoteWriter<'_, '_> {
    /// The arithmetic; what sources differ on that goes into it; what else is to be said of it.
    pub(super) fn derivations(&self) -> (Vec<String>, Option<String>, Vec<String>) {
        // the sources of claims are numbered first
        let of_claims: Vec<String> = self.derived_claims().collect();
        let mut told = Vec::new();
        for (shown, observed) in self.observed() {
            if whole::formula(self.teller, shown).is_some() {
                self.teller.worked_out(observed.figure);
                continue;
            }
            let figure = self.teller.worked_out(observed.figure);
            if let (Some(formula), Some(quantity)) = (figure.claim.formula(), figure.quantity()) {
                let arithmetic = formula.write(&mut |term| self.term(term));
                told.push(self.says().equals(
                    self.teller.tone_of(shown.series).label(quantity, true),
                    self.named_observed(shown, observed),
                    arithmetic,
                ));
            }
        }
        told.extend(of_claims);
        let whole: Vec<String> = self.shown().filter_map(|shown| self.whole(shown)).collect();
        for change in self.boards.iter().flat_map(|board| &board.changes) {
            if let Some(worked_out) = &change.worked_out {
                let tone = self.teller.tone_of(change.on);
                told.push(self.says().equals(
                    tone.label(&worked_out.quantity, true),
                    self.teller.period(change.on, worked_out.period),
                    &worked_out.arithmetic,
                ));
            }
        }
        let each = (!told.is_empty()).then(|| self.says().worked_out(told.join("; ")));
        let whole = (!whole.is_empty()).then(|| self.says().worked_out_whole(whole.join("; ")));
        let remarks = self.shown().flat_map(|shown| whole::remarks(self.teller, shown));
        (each.into_iter().chain(whole).collect(), self.inputs_disputed(), remarks.collect())
    }

    /// Figures with a formula of their own, on whose inputs sources differ. Who says what stands
    /// with the inputs.
    fn inputs_disputed(&self) -> Option<String> {
        let inherits = |(shown, observed): &(&Shown, &Observed)| {
            let whole = whole::formula(self.teller, shown).is_some();
            let derived = self.teller.figure(observed.figure).is_derived();
            observed.disputed && observed.claims.len() == 1 && derived && !whole
        };
        let named = self.observed().filter(inherits);
        let named: Vec<String> =
            named.map(|(shown, observed)| self.named_observed(shown, observed)).collect();
        let told = self.says().inputs_disputed(self.teller.language().list(&named));
        (!named.is_empty()).then_some(told)
    }

    /// How all figures of a layer are worked out, named where there are several.
    fn whole(&self, shown: &Shown) -> Option<String> {
        let arithmetic = whole::arithmetic(self.teller, shown)?;
        Some(match self.name(shown) {
            name if name.is_empty() => arithmetic,
            name => format!("{name} = {arithmetic}"),
        })
    }

    fn derived_claims(&self) -> impl Iterator<Item = String> {
        let rows = self.claimed().flat_map(|claims| claims.figures().map(move |key| (claims, key)));
        rows.filter_map(|(claims, key)| {
            let figure = self.teller.worked_out(key);
            let (formula, quantity) = (figure.claim.formula()?, figure.quantity()?);
            let said = self.teller.tone_of(claims.series).label(quantity, true);
            Some(format!("{said} = {}", formula.write(&mut |term| self.term(term))))
        })
    }

    pub(super) fn conversions(&self) -> Vec<String> {
        let language = self.teller.language();
        let mut alike: Vec<(Conversion, Vec<&str>)> = Vec::new();
        for (conversion, shown) in self.shown().filter_map(|one| Some((one.conversion?, one))) {
            let called = self.teller.called(shown);
            match alike.iter_mut().find(|(known, _)| *known == conversion) {
                Some((_, series)) if series.contains(&called) => {}
                Some((_, series)) => series.push(called),
                None => alike.push((conversion, vec![called])),
            }
        }
        let told = alike.into_iter().map(|(conversion, series)| {
            let (series, how) = (language.list(&series), conversion.arithmetic(language));
            match conversion {
                Conversion::Rate { from, to } => {
                    let [from, to] = [from, to].map(|per| language.per(per));
                    self.says().converted(from, to, series, how)
                }
                Conversion::Average { to, .. } => {
                    self.says().averaged(language.per(to), series, how)
                }
            }
        });
        told.collect()
    }

    /// A part of a formula; an input that the chart does not draw names its source.
    fn term(&self, term: Term) -> String {
        match term {
            Term::Operator(operator) => whole::sign(self.teller, operator).to_string(),
            Term::Number(number) => self.teller.language().full(number),
            Term::Figure(id) => self.input(id),
        }
    }

    fn input(&self, id: &str) -> String {
        let Some((key, figure)) = self.teller.input(id) else { return id.to_string() };
        let tone = self.teller.tone_of(figure.series);
        let rounded = figure.quantity().map(|q| tone.rounded(q, figure.is_derived()));
        let text = rounded
            .as_ref()
            .and_then(|rounded| term(self.teller.language(), rounded))
            .unwrap_or_else(|| id.to_string());
        let text = self.teller.language().with_caveat(text, &[figure.status]);
        match self.observed().any(|(_, observed)| observed.figure == key) {
            true => text,
            false => match self.mark(key) {
                mark if mark.is_empty() && self.teller.cites_several() => {
                    let publisher = words::name(&self.teller.source(figure.source).publisher);
                    format!("{text} ({publisher})")
                }
                mark => format!("{text}{mark}"),
            },
        }
    }
}
