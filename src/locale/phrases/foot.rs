use crate::locale::phrase::phrases;

phrases! {
    /// The line of sources below a chart.
    Foot {
        /// Where all figures have one source.
        source(all),
        sources(all),
        /// A source of events, where it is not one of the figures.
        for_events(events, source),
        /// In the place of the name of a chart's only event.
        the_event,
        /// The same of many.
        the_events,
        /// The events that have numbers in the plot, and one of them.
        events_by_number(all),
        numbered(number, name),
        /// A list in which a name is of several.
        and_last(before, last),
        /// Publishers of whose words all, or some, are known from others.
        all_as_reported(all),
        some_as_reported(all),
        /// The whole line, and where the chart is found.
        found_at(line, address),
        /// Who said something first, and who passed it on.
        relayed_by(publisher, relay),
        /// The sources of all figures, where labels leave them out.
        in_the_labels(sources),
        by_source(all),
        /// The figures that are not listed with their source.
        all_others,
        /// Beside a source that passes on what another said first.
        relaying(first),
        dated(source, date),
        undated(source),
        /// In the place of a source.
        worked_out,
    }
}
