//! Which of several figures for one period counts.

/// The word in the `rank` column. In order: what is drawn first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Drawn, whatever the others say.
    Preferred,
    /// The column is empty; the rules of observations decide.
    #[default]
    Unranked,
    /// Wrong, corrected, or a vaguer form of another: kept, never drawn.
    Superseded,
}

impl Rank {
    /// The word in the `rank` column; empty where it is unranked.
    pub fn word(self) -> &'static str {
        match self {
            Rank::Preferred => "preferred",
            Rank::Unranked => "",
            Rank::Superseded => "superseded",
        }
    }

    /// The rank of a word; `None` for a word that is not allowed.
    pub fn parse(word: &str) -> Option<Rank> {
        [Rank::Preferred, Rank::Unranked, Rank::Superseded]
            .into_iter()
            .find(|rank| rank.word() == word)
    }
}
