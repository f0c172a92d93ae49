use crate::locale::phrase::phrases;

phrases! {
    /// The figures of a chart as a table, and what is remarked on one.
    Table {
        series,
        period,
        figure,
        remarks,
        source,
        /// A source that passes on what another said first.
        relaying(source, first),
        /// Worked out by us.
        derived,
        converted,
        /// A count over the whole period, drawn as the average over it.
        averaged(number),
        other_figures_differ,
        preferred,
        agrees,
        differs,
        superseded,
    }
}

impl Table {
    /// What stands above its columns.
    pub fn heads(&self) -> [&'static str; 5] {
        [self.series(), self.period(), self.figure(), self.remarks(), self.source()]
    }
}
