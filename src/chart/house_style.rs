//! How the pictures of a project look, as its settings say.

use super::house_font::HouseFont;

/// What `[style]` settles; nothing of it by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseStyle {
    /// Red, green and blue of the first series, in their order, where a picture is in the light theme.
    pub colours: Vec<[u8; 3]>,
    /// Who stands for the pictures: the last line of each; may be empty.
    pub organisation: String,
    /// What texts are set in, where a reader has it.
    pub font: Option<&'static HouseFont>,
    /// How large they are.
    pub type_size: TypeSize,
}

/// The size of the type at figures, in tenths of a pixel of a report; all other type follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeSize(u16);

impl TypeSize {
    /// Smaller type is hard to read, larger leaves a phone no room.
    const ALLOWED: std::ops::RangeInclusive<f64> = 12.5..=16.0;

    /// In pixels, if texts of this size fit all pictures.
    pub fn of(pixels: f64) -> Option<TypeSize> {
        TypeSize::ALLOWED.contains(&pixels).then(|| TypeSize((pixels * 10.0).round() as u16))
    }

    /// How many times the usual size.
    pub fn times(self) -> f64 {
        f64::from(self.0) / f64::from(TypeSize::default().0)
    }
}

impl Default for TypeSize {
    fn default() -> TypeSize {
        TypeSize(125)
    }
}

impl HouseStyle {
    /// In a few letters, for the stamp; empty where nothing is settled.
    pub(super) fn said(&self) -> String {
        if *self == HouseStyle::default() {
            return String::new();
        }
        let mut said = format!("{:?} {}", self.colours, self.organisation);
        if let Some(font) = self.font {
            said += &format!(" {font:?}");
        }
        if self.type_size != TypeSize::default() {
            said += &format!(" {}", self.type_size.0);
        }
        said
    }
}
