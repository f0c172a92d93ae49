//! Where a figure, a series, a source and an event stand in their data set.

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// Its place, counted from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

keys! {
    /// The place of a figure among the figures of its data set, counted from 0.
    FigureKey
    /// The place of a series among the series of its data set.
    SeriesKey
    /// The place of a source among the sources of its data set.
    SourceKey
    /// The place of an event among the events of its data set.
    EventKey
}
