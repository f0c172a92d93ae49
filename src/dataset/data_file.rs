//! The four files of a project's data, by their names.

/// One of the four files, in the order in which their problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFile {
    /// What sources state.
    Figures,
    /// What is counted.
    Series,
    /// Who said it.
    Sources,
    /// What happened: the only one that may be missing.
    Events,
}

impl DataFile {
    /// All four.
    pub const ALL: [DataFile; 4] =
        [DataFile::Figures, DataFile::Series, DataFile::Sources, DataFile::Events];

    /// What a person calls the file: `figures`.
    pub const fn name(self) -> &'static str {
        self.names().0
    }

    /// How problems name it: its path from the root of the project, `data/figures.csv`.
    pub const fn label(self) -> &'static str {
        self.names().1
    }

    /// What one row of it is: `figure`.
    pub const fn noun(self) -> &'static str {
        self.names().2
    }

    /// The file that problems name so.
    pub fn labelled(label: &str) -> Option<DataFile> {
        DataFile::ALL.into_iter().find(|file| file.label() == label)
    }

    const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            DataFile::Figures => ("figures", "data/figures.csv", "figure"),
            DataFile::Series => ("series", "data/series.csv", "series"),
            DataFile::Sources => ("sources", "data/sources.csv", "source"),
            DataFile::Events => ("events", "data/events.csv", "event"),
        }
    }
}
