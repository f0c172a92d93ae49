//! Who said it, when and where; and the dated events that a chart may point at.

use super::{SourceKey, Text, Unit};

#[derive(Clone, Debug)]
pub struct Source<'t> {
    pub id: &'t str,
    pub kind: Text<'t>,
    pub publisher: Text<'t>,
    pub author: Text<'t>,
    pub title: Text<'t>,
    pub container: Text<'t>,
    pub published: Option<Unit>,
    pub url: Text<'t>,
    pub archive_url: Text<'t>,
    pub accessed: Option<Unit>,
    /// The source it passes on.
    pub origin: Option<SourceKey>,
    pub licence: Text<'t>,
    pub note: Text<'t>,
}

#[derive(Clone, Debug)]
pub struct Event<'t> {
    pub id: &'t str,
    pub date: Unit,
    pub label: Text<'t>,
    pub source: Option<SourceKey>,
    pub note: Text<'t>,
}
