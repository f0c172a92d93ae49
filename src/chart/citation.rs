//! Who is cited.

/// A source at the foot of the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The id of the source.
    pub source: String,
    /// `NCA, reported by BBC News, 30 June 2021`; no number in front.
    pub text: String,
    /// Its title, of what is known by its title: a report, statistics. Empty for what is known by
    /// who published it, as an article is by its newspaper.
    pub publication: String,
    /// Who said it.
    pub publisher: String,
    /// Who passed it on, where that is another.
    pub relay: Option<String>,
    /// Where it is found on the web; may be empty.
    pub url: String,
    /// `the event`, or the names of several: what it is the source of, where no number says so and
    /// it is not that of the figures.
    pub only_of: String,
}
