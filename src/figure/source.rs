//! Who said it, when and where; and the dated events that a chart may point at.

use super::keys::SourceKey;
use super::period::Period;
use super::text::CellText;
use super::unit::Unit;

/// One row of `sources.csv`: one publication.
#[derive(Clone, Debug)]
pub struct Source<'t> {
    /// As figures and events name it.
    pub id: &'t str,
    /// What it is: `report`, `news`, `web`.
    pub kind: CellText<'t>,
    /// The organisation that published it, as the foot of a chart names it.
    pub publisher: CellText<'t>,
    /// Who wrote it, where that is not the publisher.
    pub author: CellText<'t>,
    /// Its title, without quotes.
    pub title: CellText<'t>,
    /// What it is a part of: a series of reports, a newspaper.
    pub container: CellText<'t>,
    /// When, as precisely as is known.
    pub published: Option<Unit>,
    /// Where it is; http or https, or empty.
    pub url: CellText<'t>,
    /// Where a copy of it is kept.
    pub archive_url: CellText<'t>,
    /// When somebody last looked at it.
    pub accessed: Option<Unit>,
    /// The source it passes on.
    pub origin: Option<SourceKey>,
    /// On what terms it may be used.
    pub licence: CellText<'t>,
    /// What a reader of the data must know of it.
    pub note: CellText<'t>,
}

/// One row of `events.csv`.
#[derive(Clone, Debug)]
pub struct Event<'t> {
    /// As specs name it.
    pub id: &'t str,
    /// When, as precisely as is known; an interval where it lasts.
    pub date: Period,
    /// What a chart says beside it.
    pub label: CellText<'t>,
    /// Who says so.
    pub source: Option<SourceKey>,
    /// What a reader of the data must know of it.
    pub note: CellText<'t>,
}
