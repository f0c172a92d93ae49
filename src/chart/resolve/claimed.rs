//! How a row of a panel of claims is said.

use super::board::Claims;
use super::desk::Desk;
use crate::chart::claim::Standing;
use crate::figure::{Figure, SourceKey};

/// `BBC News, 30 June 2021`; and which of their texts, or where in it, if that is said of two.
pub fn who(desk: &Desk, claims: &Claims, figure: &Figure) -> String {
    let data = desk.data;
    if figure.is_derived() {
        return data.language.foot.worked_out().to_string();
    }
    let said = |key: SourceKey| {
        let source = data.source(key);
        data.language.dated(&source.publisher, source.published)
    };
    let others = || claims.figures().map(|key| data.figure(key)).filter(|one| one.id != figure.id);
    let mut who = said(figure.source);
    let source = data.source(figure.source);
    let twins = || others().filter(|one| said(one.source) == who);
    let (titled, placed) = (
        twins().any(|one| one.source != figure.source) && !source.title.is_empty(),
        twins().any(|one| one.source == figure.source) && !figure.locator.is_empty(),
    );
    if titled {
        who.push_str(&format!(", {}", source.title));
    }
    if placed {
        who.push_str(&format!(", {}", figure.locator.replace(". ", ".\u{a0}")));
    }
    who
}

/// `differs, relaying NCA, estimate`.
pub fn remark(desk: &Desk, figure: &Figure, standing: Standing) -> String {
    let data = desk.data;
    let first = data.relays(figure).then(|| data.first_voice(figure)).flatten();
    let language = data.language;
    let mut remarks = vec![standing.said(language).to_string()];
    remarks.extend(first.map(|first| language.foot.relaying(&*data.source(first).publisher)));
    if figure.quantity().is_some() {
        let mut statuses = language.statuses(figure.status);
        statuses.retain(|status| *status != language.statuses.series_break());
        remarks.extend(statuses.into_iter().map(str::to_string));
    }
    remarks.retain(|remark| !remark.is_empty());
    remarks.join(language.small.comma())
}
