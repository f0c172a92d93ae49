//! Who said it, when and where; and the dated events that a chart may point at.

use std::borrow::Cow;

use super::{SourceKey, Unit};

#[derive(Clone, Debug)]
pub struct Source<'t> {
    pub id: &'t str,
    pub kind: Cow<'t, str>,
    pub publisher: Cow<'t, str>,
    pub author: Cow<'t, str>,
    pub title: Cow<'t, str>,
    pub container: Cow<'t, str>,
    pub published: Option<Unit>,
    pub url: Cow<'t, str>,
    pub archive_url: Cow<'t, str>,
    pub accessed: Option<Unit>,
    /// The source it passes on.
    pub origin: Option<SourceKey>,
    pub licence: Cow<'t, str>,
    pub note: Cow<'t, str>,
}

#[derive(Clone, Debug)]
pub struct Event<'t> {
    pub id: &'t str,
    pub date: Unit,
    pub label: Cow<'t, str>,
    pub source: Option<SourceKey>,
    pub note: Cow<'t, str>,
}
