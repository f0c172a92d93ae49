//! Every row is true of the files that are written by it.

use super::*;
use crate::chart::{ChartSpec, HouseStyle, Size, ThemeName};
use crate::dataset::{Dataset, Files};
use crate::output::kit::Kit;
use crate::output::looks::Looks;
use crate::output::rendering::{Rendering, Renderings};
use crate::output::settings::Settings;
use crate::output::studio::Studio;

/// A trial of a JSON export once wrote boxes-dark.json beside boxes.json: what was no picture had
/// to be named in a list of those that were none.
#[test]
fn a_format_has_a_file_for_each_look_just_where_its_row_says_so() {
    let files = Files {
        figures: include_bytes!("../../../assets/project/data/figures.csv").to_vec(),
        series: include_bytes!("../../../assets/project/data/series.csv").to_vec(),
        sources: include_bytes!("../../../assets/project/data/sources.csv").to_vec(),
        events: Some(include_bytes!("../../../assets/project/data/events.csv").to_vec()),
    };
    let data = Dataset::read(&files, 4).value;
    let settings = Settings {
        sizes: vec![Size::Report],
        themes: vec![ThemeName::Light, ThemeName::Dark],
        ..Settings::default()
    };
    let studio = Studio { project: "trial", settings: &settings, data: &data };
    let spec = include_str!("../../../assets/project/charts/example.toml");
    let drawn = studio.draw(
        &ChartSpec::only("boxes", "charts/boxes.toml", spec),
        false,
        &|looks: &Looks, _| looks.all(),
    );
    let Renderings { drawn, undrawn } = drawn.value;
    assert_eq!((drawn.len(), undrawn.len()), (2, 0));
    let kit = Kit::new(&data, &HouseStyle::default(), Vec::new());
    for format in ALL {
        let files = drawn.iter().flat_map(|drawing| kit.files(drawing, &[format]).unwrap());
        let (names, bytes): (Vec<String>, Vec<Vec<u8>>) = files.unzip();
        match format.has_looks {
            true => {
                assert_eq!(names, [format.file("boxes"), format.file("boxes-dark")]);
                assert_ne!(bytes[0], bytes[1], "{format:?} of two looks");
            }
            false => {
                assert_eq!(names, [format.file("boxes")]);
                // Nothing of a look is in it, so that it may stand for all.
                let leading = |drawing| Rendering { leads: true, ..drawing };
                let other = drawn.last().cloned().map(leading).unwrap();
                assert_eq!(kit.files(&other, &[format]).unwrap()[0].1, bytes[0], "{format:?}");
            }
        }
    }
}

#[test]
fn no_two_formats_are_called_alike() {
    for (at, format) in ALL.iter().enumerate() {
        assert_eq!(named(format.word), Some(*format));
        for other in &ALL[..at] {
            assert_ne!(format.word, other.word);
            assert_ne!(format.ending, other.ending);
        }
    }
}

/// Only what lays out every letter anew takes long.
#[test]
fn heavy_formats_are_those_that_need_fonts() {
    let heavy: Vec<&str> =
        ALL.iter().filter(|format| format.is_heavy).map(|format| format.word).collect();
    let built = [("png", cfg!(feature = "png")), ("pdf", cfg!(feature = "pdf"))];
    let built = built.into_iter().filter(|(_, built)| *built).map(|(word, _)| word);
    assert_eq!(heavy, built.collect::<Vec<_>>());
}
