//! SVG -> PNG at twice its size, with the words that belong to it.
//!
//! A chart has few colours: up to 256 of them are written once and each pixel as a number of its
//! colour, which takes less than half of the bytes. Its physical size is that of the SVG at 96 dots an
//! inch, so that a word processor places it as large as it was drawn.

use std::collections::HashMap;
use std::fmt;

use png::text_metadata::{ITXtChunk, TEXtChunk};
use png::{BitDepth, ColorType, Compression, Encoder, Filter, Info, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use usvg::Tree;

/// Pixels of the PNG to one of the SVG.
const SCALE: f32 = 2.0;
/// 96 dots an inch of 25.4 mm, at our scale, as dots a metre.
const DOTS_PER_METRE: u32 = 7559;

/// What a PNG says besides its pixels.
#[derive(Clone, Copy, Debug, Default)]
pub struct PngWords<'a> {
    /// What its words are said in, as in `en-GB`.
    pub language: &'a str,
    /// The title of the chart.
    pub title: &'a str,
    /// The long description.
    pub description: &'a str,
    /// The source line.
    pub source: &'a str,
    /// Which chart, figures and inputs it was drawn from.
    pub stamp: &'a str,
}

/// Why there is no PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unpainted {
    /// The picture would be larger than memory allows.
    Size {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// What the writer says.
    Encoding(String),
}

impl fmt::Display for Unpainted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unpainted::Size { width, height } => {
                write!(f, "a PNG of {width} by {height} pixels is too large")
            }
            Unpainted::Encoding(message) => write!(f, "the PNG cannot be written: {message}"),
        }
    }
}

impl std::error::Error for Unpainted {}

/// The bytes of a PNG with twice the pixels of the picture, and its words. Refused where it would
/// be larger than memory allows.
pub fn encode(tree: &Tree, words: &PngWords<'_>) -> Result<Vec<u8>, Unpainted> {
    let pixels = |length: f32| (length * SCALE).ceil() as u32;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    let mut picture = Pixmap::new(width, height).ok_or(Unpainted::Size { width, height })?;
    resvg::render(tree, Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
    write(&picture, words).map_err(|error| Unpainted::Encoding(error.to_string()))
}

fn write(picture: &Pixmap, words: &PngWords<'_>) -> Result<Vec<u8>, png::EncodingError> {
    let samples = Samples::of(picture);
    let mut info = Info::with_size(picture.width(), picture.height());
    info.bit_depth = BitDepth::Eight;
    info.color_type = samples.kind;
    info.palette = samples.palette.map(Into::into);
    info.trns = samples.alpha.map(Into::into);
    info.pixel_dims =
        Some(PixelDimensions { xppu: DOTS_PER_METRE, yppu: DOTS_PER_METRE, unit: Unit::Meter });
    info.utf8_text = texts(words);
    // Programs that keep one kind of text drop the other.
    if !words.stamp.is_empty() {
        info.uncompressed_latin1_text.push(TEXtChunk::new("sourceline", words.stamp));
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::with_info(&mut bytes, info)?;
    encoder.set_compression(Compression::Balanced);
    // Plain areas with sharp edges are shortest as they stand.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&samples.bytes)?;
    writer.finish()?;
    Ok(bytes)
}

fn texts(words: &PngWords<'_>) -> Vec<ITXtChunk> {
    let said = [
        ("Title", words.title),
        ("Description", words.description),
        ("Source", words.source),
        ("sourceline", words.stamp),
    ];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(keyword, text)| {
        let mut chunk = ITXtChunk::new(keyword, text);
        chunk.language_tag = words.language.to_string();
        chunk
    })
    .collect()
}

/// The pixels of a picture as a PNG has them.
struct Samples {
    kind: ColorType,
    bytes: Vec<u8>,
    /// Red, green and blue of each colour in turn, where a pixel is the number of one.
    palette: Option<Vec<u8>>,
    /// How opaque each of these is, where one is not wholly so.
    alpha: Option<Vec<u8>>,
}

impl Samples {
    fn of(picture: &Pixmap) -> Samples {
        Samples::numbered(picture).unwrap_or_else(|| Samples::in_full(picture))
    }

    /// `None` where there are more than 256 colours. Their numbers are in the order in which they come.
    fn numbered(picture: &Pixmap) -> Option<Samples> {
        let mut numbers = HashMap::new();
        let mut colours = Vec::new();
        let mut bytes = Vec::with_capacity(picture.pixels().len());
        // Most pixels are like the one before.
        let mut before = None;
        for pixel in picture.pixels() {
            let number = match before {
                Some((same, number)) if same == *pixel => number,
                _ => match numbers.get(&colour(pixel)) {
                    Some(number) => *number,
                    None => {
                        let number = u8::try_from(colours.len()).ok()?;
                        numbers.insert(colour(pixel), number);
                        colours.push(colour(pixel));
                        number
                    }
                },
            };
            before = Some((*pixel, number));
            bytes.push(number);
        }
        let palette = colours.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
        let alpha: Vec<u8> = colours.iter().map(|[_, _, _, alpha]| *alpha).collect();
        Some(Samples {
            kind: ColorType::Indexed,
            bytes,
            palette: Some(palette.collect()),
            alpha: alpha.iter().any(|alpha| *alpha < u8::MAX).then_some(alpha),
        })
    }

    fn in_full(picture: &Pixmap) -> Samples {
        let pixels = picture.pixels().iter();
        let (kind, bytes) = if pixels.clone().all(|pixel| pixel.is_opaque()) {
            let pixels = pixels.map(colour);
            (ColorType::Rgb, pixels.flat_map(|[red, green, blue, _]| [red, green, blue]).collect())
        } else {
            (ColorType::Rgba, pixels.flat_map(colour).collect())
        };
        Samples { kind, bytes, palette: None, alpha: None }
    }
}

/// Red, green, blue and how opaque.
fn colour(pixel: &PremultipliedColorU8) -> [u8; 4] {
    let plain = pixel.demultiply();
    [plain.red(), plain.green(), plain.blue(), plain.alpha()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::font::Fonts;

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='30.5' height='10'>\
         <rect width='30.5' height='10' fill='#ffffff'/>\
         <text x='1' y='9' font-size='8' fill='#1d2433'>Aé</text></svg>";

    fn read(bytes: &[u8]) -> (png::Info<'static>, Vec<u8>) {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        (reader.info().clone(), pixels)
    }

    #[test]
    fn it_has_twice_the_pixels_and_the_same_size_on_paper() {
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let (info, pixels) = read(&encode(&tree, &PngWords::default()).unwrap());
        assert_eq!((info.width, info.height), (61, 20));
        assert_eq!(info.color_type, ColorType::Indexed);
        assert_eq!(info.pixel_dims.unwrap().xppu, 7559);
        assert!(pixels.iter().any(|sample| *sample < 80), "the text has ink");
    }

    #[test]
    fn its_words_come_back_as_written() {
        let tree = Fonts::default().lay_out(SVG).unwrap();
        let words = PngWords {
            language: "de",
            title: "Größe – 20 million",
            description: "What it shows.",
            source: "NCA, 30 June 2021",
            stamp: "2;a;b",
        };
        let (info, _) = read(&encode(&tree, &words).unwrap());
        let texts: Vec<_> = info
            .utf8_text
            .iter()
            .map(|chunk| (chunk.keyword.as_str(), chunk.get_text().unwrap()))
            .collect();
        assert_eq!(
            texts,
            [
                ("Title", "Größe – 20 million".to_string()),
                ("Description", "What it shows.".to_string()),
                ("Source", "NCA, 30 June 2021".to_string()),
                ("sourceline", "2;a;b".to_string()),
            ]
        );
        let plain: Vec<_> = info
            .uncompressed_latin1_text
            .iter()
            .map(|chunk| (chunk.keyword.as_str(), chunk.text.as_str()))
            .collect();
        assert_eq!(plain, [("sourceline", "2;a;b")]);
    }

    #[test]
    fn a_picture_without_a_background_keeps_its_transparency() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>\
             <rect width='2' height='4' fill='#ff0000'/></svg>";
        let tree = Fonts::default().lay_out(svg).unwrap();
        let (info, pixels) = read(&encode(&tree, &PngWords::default()).unwrap());
        assert_eq!(info.color_type, ColorType::Indexed);
        assert_eq!(pixels[..4], [255, 0, 0, 255]);
        assert_eq!(pixels[7 * 4..8 * 4], [0, 0, 0, 0]);
    }

    /// A row of so many colours, the first of them wholly or half opaque.
    fn many_colours(count: u32, first: u8) -> Pixmap {
        let mut picture = Pixmap::new(count, 2).unwrap();
        let width = picture.width() as usize;
        for (at, pixel) in picture.pixels_mut().iter_mut().enumerate() {
            let [red, green, _, _] = u32::try_from(at % width).unwrap().to_le_bytes();
            let alpha = if at % width == 0 { first } else { 255 };
            let plain = resvg::tiny_skia::ColorU8::from_rgba(red, green, 7, alpha);
            *pixel = plain.premultiply();
        }
        picture
    }

    #[test]
    fn every_pixel_comes_back_whatever_the_number_of_colours() {
        for (count, first, kind) in [
            (1, 255, ColorType::Indexed),
            (256, 255, ColorType::Indexed),
            (256, 128, ColorType::Indexed),
            (257, 255, ColorType::Rgb),
            (257, 128, ColorType::Rgba),
        ] {
            let picture = many_colours(count, first);
            let (info, pixels) = read(&write(&picture, &PngWords::default()).unwrap());
            assert_eq!(info.color_type, kind, "{count} colours");
            let channels = if first == 255 { 3 } else { 4 };
            let expected: Vec<u8> = picture
                .pixels()
                .iter()
                .flat_map(|pixel| colour(pixel)[..channels].to_vec())
                .collect();
            assert_eq!(pixels, expected, "{count} colours");
        }
    }
}
