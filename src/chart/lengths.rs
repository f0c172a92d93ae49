//! How wide and how high a picture is to be, where somebody says so.

use std::fmt;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

/// The lengths of a whole picture in pixels; `None` leaves one to the size and the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureLengths {
    /// From the left to the right edge.
    pub width: Option<u32>,
    /// From the top to the bottom.
    pub height: Option<u32>,
}

impl PictureLengths {
    /// With the lengths of another where this says none.
    pub fn or(self, other: PictureLengths) -> PictureLengths {
        PictureLengths { width: self.width.or(other.width), height: self.height.or(other.height) }
    }
}

/// A side of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureSide {
    /// From the left to the right edge.
    Width,
    /// From the top to the bottom.
    Height,
}

/// Why a length is none that a picture can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LengthError {
    /// It is no number with a unit.
    Unread,
    /// So many pixels are too few or too many.
    Outside {
        /// The length in whole pixels.
        pixels: u32,
        /// Of which side.
        side: PictureSide,
    },
}

/// A CSS pixel is a 96th of an inch.
const UNITS: [(&str, Decimal, Decimal); 4] = [
    ("px", Decimal::ONE, Decimal::ONE),
    ("mm", Decimal::from_parts(960, 0, 0, false, 0), Decimal::from_parts(254, 0, 0, false, 0)),
    ("cm", Decimal::from_parts(9600, 0, 0, false, 0), Decimal::from_parts(254, 0, 0, false, 0)),
    ("in", Decimal::from_parts(96, 0, 0, false, 0), Decimal::ONE),
];

impl PictureSide {
    /// How it is called in specs and commands.
    pub fn word(self) -> &'static str {
        match self {
            PictureSide::Width => "width",
            PictureSide::Height => "height",
        }
    }

    /// The lengths that a picture may have, in pixels. On less than the least width a label and the
    /// axis have no room beside each other.
    pub fn range(self) -> RangeInclusive<u32> {
        match self {
            PictureSide::Width => 300..=4_000,
            PictureSide::Height => 100..=6_000,
        }
    }

    /// Reads `84mm`, `8.4cm`, `3.3in`, `640px` or `640`, rounded down to whole pixels, so that the
    /// picture is never longer than the place for it.
    pub fn read(self, text: &str) -> Result<u32, LengthError> {
        let text = text.trim();
        let unit = UNITS.iter().find_map(|(unit, times, by)| {
            text.strip_suffix(unit).map(|number| (number.trim_end(), *times, *by))
        });
        let (number, times, by) = unit.unwrap_or((text, Decimal::ONE, Decimal::ONE));
        let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let number: Decimal = match number.parse() {
            Ok(number) if plain => number,
            _ => return Err(LengthError::Unread),
        };
        let pixels = number.checked_mul(times).ok_or(LengthError::Unread)? / by;
        let pixels = u32::try_from(pixels.floor()).map_err(|_| LengthError::Unread)?;
        self.take(pixels)
    }

    /// So many pixels, if a picture may have them.
    pub fn take(self, pixels: u32) -> Result<u32, LengthError> {
        match self.range().contains(&pixels) {
            true => Ok(pixels),
            false => Err(LengthError::Outside { pixels, side: self }),
        }
    }

    /// A length as a spec says it.
    pub fn example(self) -> &'static str {
        match self {
            PictureSide::Width => "\"84mm\"",
            PictureSide::Height => "480",
        }
    }

    /// What to write instead.
    pub fn advice(self) -> String {
        let (least, most) = (*self.range().start(), *self.range().end());
        match self {
            PictureSide::Width => format!("from {least} to {most} pixels, or from 80mm on"),
            PictureSide::Height => {
                format!("from {least} to {most} pixels, or a length such as 120mm")
            }
        }
    }
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LengthError::Unread => {
                f.write_str("is no length: a number of pixels, or one with px, mm, cm or in")
            }
            LengthError::Outside { pixels, side } if pixels > side.range().end() => {
                write!(f, "is {pixels} pixels, more than any picture has")
            }
            LengthError::Outside { pixels, side: PictureSide::Width } => {
                write!(
                    f,
                    "is {pixels} pixels, on which axis and labels have no room beside each other"
                )
            }
            LengthError::Outside { pixels, side: PictureSide::Height } => {
                write!(f, "is {pixels} pixels, on which nothing has room below the title")
            }
        }
    }
}

impl std::error::Error for LengthError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_the_units_of_paper_and_screen() {
        let width = |text| PictureSide::Width.read(text);
        assert_eq!(width("84mm"), Ok(317));
        assert_eq!(width("8.4cm"), Ok(317));
        assert_eq!(width("8.4 cm"), Ok(317));
        assert_eq!(width("3.5in"), Ok(336));
        assert_eq!((width("640"), width("640px"), width(" 300 ")), (Ok(640), Ok(640), Ok(300)));
        for unread in ["", "mm", "84pt", "-84mm", "+400", "1e3", "84,5mm", "wide", "4_00", "NaN"] {
            assert_eq!(width(unread), Err(LengthError::Unread), "{unread}");
        }
        for (text, pixels) in [("299", 299), ("79mm", 298), ("0", 0), ("4001", 4001)] {
            assert_eq!(width(text), Err(LengthError::Outside { pixels, side: PictureSide::Width }));
        }
        assert_eq!(width("99999999999999999999999999in"), Err(LengthError::Unread));
        assert_eq!(PictureSide::Height.read("29.9mm"), Ok(113));
    }
}
