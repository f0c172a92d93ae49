//! What labels say in words, so that the key need not.

use super::label::{Label, Says};
use super::layer::{Connector, Layer, Point, RivalMark};
use super::panel::Against;
use super::sign::{Sign, Signs};
use super::waist::Chart;
use crate::figure::{Quantity, Side};

impl Chart {
    /// Of the signs that were drawn, those that the key explains: what the label of every mark of a
    /// sign says in words, `about` or `another source: BBC News`, needs no entry. The labels are
    /// those that have found a place beside the marks of such figures.
    pub fn to_explain(&self, drawn: &Signs, labelled: impl Fn(&str) -> bool) -> Signs {
        let said = |figure: &str, label: &Label, what: Says| {
            labelled(figure) && label.value.iter().chain(&label.below).any(|part| part.says == what)
        };
        let in_words = |side: &Side| self.says_in_words(*side, &said);
        let sides: Vec<Side> = Side::ALL.into_iter().filter(in_words).collect();
        let whole = self.signs_in_words(&said);
        drawn.unsaid(|side| sides.contains(&side)).without(&whole)
    }

    fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.panels.iter().flat_map(|panel| &panel.layers)
    }

    /// Those that have a mark of their own: what is only repeated is a tick on the tail of another.
    fn own_marks(&self) -> impl Iterator<Item = &Point> {
        self.layers().flat_map(Layer::marks).filter(|point| !point.repeats)
    }

    fn has_claims(&self) -> bool {
        self.panels.iter().any(|panel| matches!(panel.form, Against::Claims(_)))
    }

    /// Does the label of every mark of which it is said say so, `about` or `at least`?
    fn says_in_words(&self, side: Side, said: &impl Fn(&str, &Label, Says) -> bool) -> bool {
        let mut of_side = self.own_marks().filter(
            |point| matches!(point.quantity, Quantity::One { side: own, .. } if own == side),
        );
        of_side.all(|point| said(&point.figure, &point.label, Says::Qualifier))
            && !self.has_claims()
    }

    /// The signs that mean one thing, which the label of each of their marks says.
    fn signs_in_words(&self, said: &impl Fn(&str, &Label, Says) -> bool) -> Vec<Sign> {
        let is_range = |quantity: &Quantity| matches!(quantity, Quantity::Range { .. });
        let mut ranges = self.own_marks().filter(|point| is_range(&point.quantity));
        let both_ends = |point: &Point| said(&point.figure, &point.label, Says::Number);
        let rivals = || self.layers().flat_map(|layer| &layer.rivals);
        let who = |rival: &RivalMark| said(&rival.figure, &rival.label, Says::Status);
        let of_ranges =
            |ranges: bool| rivals().filter(move |rival| is_range(&rival.quantity) == ranges);
        let mut changes = self.layers().filter_map(|layer| layer.connector.as_ref());
        let no_values = |one: &Connector| said(&one.figure, &one.label, Says::Meaning);
        let told = [
            (!self.has_claims() && ranges.all(both_ends), vec![Sign::Range, Sign::RangeBar]),
            (of_ranges(false).all(who), vec![Sign::Rival]),
            (of_ranges(true).all(who), vec![Sign::RivalRange]),
            (changes.all(no_values), vec![Sign::Change]),
        ];
        told.into_iter().filter(|(told, _)| *told).flat_map(|(_, signs)| signs).collect()
    }
}
