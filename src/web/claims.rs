//! Who says what of one period: the figures of observations, as a table.

use maud::{Markup, PreEscaped, html};

use super::site::StaticSite;
use super::way;
use crate::dataset::Observation;
use crate::export::DataRow;
use crate::export::figure_words::{caveats, figure_in_words, period};
use crate::figure::{FigureKey, Rank};

/// What differs between tables of claims.
#[derive(Clone, Copy, Default)]
pub struct ClaimColumns {
    /// Are they of several series?
    pub series: bool,
    /// Is this the page to which others link for a figure?
    pub anchors: bool,
}

/// A figure, and how it stands to the others of its series and period.
#[derive(Clone, Copy)]
pub struct StandingClaim {
    pub key: FigureKey,
    pub standing: &'static str,
}

impl StaticSite<'_> {
    /// The claims behind rows that are disputed, each once.
    pub(super) fn disputed(&self, rows: &[DataRow]) -> Vec<StandingClaim> {
        let mut claims: Vec<StandingClaim> = Vec::new();
        for row in rows.iter().filter(|row| row.disputed) {
            let Some(key) = self.data.find_figure(&row.figure) else { continue };
            if claims.iter().any(|claim| claim.key == key) {
                continue;
            }
            let series = self.data.figure(key).series;
            let all = self.data.observations_of(series).iter().chain(self.data.targets_of(series));
            let of = all.into_iter().find(|one| self.data.claims(one).contains(&key));
            claims.extend(of.map(|one| self.standing(one)).unwrap_or_default());
        }
        claims
    }

    /// The figures of an observation, the preferred one first.
    pub(super) fn standing(&self, one: &Observation) -> Vec<StandingClaim> {
        let (claims, words) = (self.data.claims(one), &self.data.language.table);
        let standing = |key: FigureKey| match key {
            _ if claims.len() == 1 => "",
            key if key == one.preferred => words.preferred(),
            key if self.data.differ(one.preferred, key) => words.differs(),
            _ => words.agrees(),
        };
        claims.iter().map(|key| StandingClaim { key: *key, standing: standing(*key) }).collect()
    }

    pub(super) fn claims_table(
        &self,
        path: &str,
        caption: &str,
        claims: &[StandingClaim],
        columns: ClaimColumns,
    ) -> Markup {
        let (table, words) = (&self.data.language.table, &self.data.language.website);
        html! {
            section.wide tabindex="0" aria-label=(caption) {
                table {
                    caption { span.unseen { (caption) } }
                    thead {
                        tr {
                            @if columns.series { th scope="col" { (table.series()) } }
                            th scope="col" { (table.period()) }
                            th scope="col" { (table.figure()) }
                            th scope="col" { (table.remarks()) }
                            th scope="col" { (words.stated_by()) }
                            th scope="col" { (words.in_its_words()) }
                        }
                    }
                    tbody { @for claim in claims { (self.claim_row(path, claim, columns)) } }
                }
            }
        }
    }

    fn claim_row(&self, path: &str, claim: &StandingClaim, columns: ClaimColumns) -> Markup {
        let (data, key) = (self.data, claim.key);
        let figure = data.figure(key);
        let series = data.series(figure.series);
        html! {
            tr id=[columns.anchors.then(|| anchor(&figure.id))] {
                @if columns.series {
                    th scope="row" {
                        a href=(way::from(path, &way::of_series(series.id))) { (*series.title) }
                    }
                    td { (period(data, key)) }
                } @else {
                    th scope="row" { (period(data, key)) }
                }
                td.number { (figure_in_words(data, key)) }
                td { (self.remarks(claim)) }
                td { (self.stated_by(path, key)) }
                td { (self.in_its_words(key)) }
            }
        }
    }

    fn remarks(&self, claim: &StandingClaim) -> String {
        let (figure, language) = (self.data.figure(claim.key), self.data.language);
        let mut remarks = vec![claim.standing];
        remarks.extend(caveats(self.data, claim.key));
        if figure.is_derived() {
            remarks.push(language.table.derived());
        }
        if figure.rank == Rank::Superseded {
            remarks.push(language.table.superseded());
        }
        remarks.retain(|remark| !remark.is_empty());
        remarks.join(language.small.comma())
    }

    /// `Office for Examples, 10 July 2025`, with who said it first.
    pub(super) fn stated_by(&self, path: &str, key: FigureKey) -> Markup {
        let (data, language) = (self.data, self.data.language);
        let figure = data.figure(key);
        if !data.has_row(key) {
            return html! { (language.foot.worked_out()) };
        }
        let source = data.source(figure.source);
        let text = language.dated(&source.publisher, source.published);
        let own = html! { a href=(way::from(path, &way::of_source(source.id))) { (text) } };
        match data.relays(figure).then(|| data.first_voice(figure)).flatten() {
            None => own,
            Some(first) => {
                let first = html! { (*data.source(first).publisher) }.into_string();
                PreEscaped(language.table.relaying.marked_up(
                    |words| html! { (words) }.into_string(),
                    &[&own.into_string(), &first],
                ))
            }
        }
    }

    /// The words of the source, where they stand in it, how it was calculated, what is to be known of it.
    pub(super) fn in_its_words(&self, key: FigureKey) -> Markup {
        let (figure, language) = (self.data.figure(key), self.data.language);
        let (pages, words) = (&language.pages, &language.website);
        html! {
            @if !figure.stated.is_empty() { p { (pages.quoted(&*figure.stated)) } }
            @if !figure.period_stated.is_empty() { p { (pages.quoted(&*figure.period_stated)) } }
            @if !figure.locator.is_empty() { p { (words.stands_at()) ": " (*figure.locator) } }
            @if let Some(formula) = figure.claim.formula() {
                p { (words.calculated()) ": " code { (formula) } }
            }
            @if !figure.note.is_empty() { p { (words.note()) ": " (*figure.note) } }
        }
    }
}

/// The element of a figure on the page of its series.
pub fn anchor(figure: &str) -> String {
    format!("figure-{figure}")
}
