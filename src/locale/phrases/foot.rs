use crate::locale::phrase::phrases;

phrases! {
    /// The line of sources below a chart.
    Foot {
        /// Where all figures have one source.
        source(all),
        sources(all),
        /// A source of events, where it is not one of the figures.
        for_events(events, source),
    }
}
