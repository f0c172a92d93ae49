//! How colours look to those who see them otherwise: which two nobody would tell apart.

use super::super::scene::Colour;

type Matrix = [[f64; 3]; 3];

/// How somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All colours.
    Full,
    /// Protanopia.
    NoRed,
    /// Deuteranopia.
    NoGreen,
    /// Tritanopia.
    NoBlue,
}

/// Colours that lie nearer to each other than this, in CIELAB, are easily taken for one; 2.3 are just
/// noticed.
pub const APART: f64 = 10.0;

/// Over linear red, green and blue. The three kinds of dichromacy are those of Machado, Oliveira and
/// Fernandes (2009) at full severity.
const SIGHTS: [(Sight, Matrix); 4] = [
    (Sight::Full, [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        Sight::NoRed,
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        Sight::NoGreen,
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        Sight::NoBlue,
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// For whom two colours are least apart, and how far.
pub fn least_apart(one: Colour, other: Colour) -> (Sight, f64) {
    let far = |(who, matrix): &(Sight, Matrix)| {
        (*who, distance(lab(see(matrix, one)), lab(see(matrix, other))))
    };
    let all = SIGHTS.iter().map(far);
    all.min_by(|one, other| one.1.total_cmp(&other.1)).expect("there are sights")
}

/// How unlike two colours are to most.
pub fn unlike(one: Colour, other: Colour) -> f64 {
    let [one, other] = [one, other].map(|colour| lab(see(&SIGHTS[0].1, colour)));
    distance(one, other)
}

fn see(matrix: &Matrix, Colour(red, green, blue): Colour) -> [f64; 3] {
    let linear = [red, green, blue].map(|part| {
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    let row = |row: &[f64; 3]| row.iter().zip(linear).map(|(by, part)| by * part).sum::<f64>();
    [row(&matrix[0]), row(&matrix[1]), row(&matrix[2])].map(|part| part.clamp(0.0, 1.0))
}

/// CIELAB, under the white of sRGB.
fn lab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
    let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883;
    let [x, y, z] = [x, y, z].map(|part| match part > 216.0 / 24389.0 {
        true => part.cbrt(),
        false => (24389.0 / 27.0 * part + 16.0) / 116.0,
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}
