//! How the pictures of a project look, as its settings say.

/// What `[style]` settles; nothing of it by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseStyle {
    /// Red, green and blue of the first series, in their order, where a picture is in the light theme.
    pub colours: Vec<[u8; 3]>,
    /// Who stands for the pictures: the last line of each; may be empty.
    pub organisation: String,
}

impl HouseStyle {
    /// In a few letters, for the stamp; empty where nothing is settled.
    pub(super) fn said(&self) -> String {
        match *self == HouseStyle::default() {
            true => String::new(),
            false => format!("{:?} {}", self.colours, self.organisation),
        }
    }
}
