//! Every spec of the project, of the invented one and of the gallery in every size: nothing
//! overlaps, nothing leaves the picture, no word is small or faint, and what has to be said beside
//! a mark is said.

use std::collections::BTreeSet;

use crate::common;
use crate::common::picture::{Picture, judge_picture};
use crate::common::{Drawn, Faults, drawn};
use sourceline::chart::{Chart, Look, PictureLengths, Says, Size, ThemeName};
use sourceline::draw::scene::{Role, Scene};
use sourceline::draw::{self, Style, Unfit};
use sourceline::encode::svg;

/// The picture in a look; where a slide is too low for it, as high as it would have to be.
pub fn scene_of(chart: &Chart, look: Look) -> Result<Scene, Unfit> {
    match draw::draw(chart, &Style::new(look, None)) {
        Err(Unfit::TooLow { needed, .. }) => {
            draw::draw(chart, &Style::new(look, Some(needed as u32)))
        }
        drawn => drawn,
    }
}

fn judge(name: &str, drawn: &Drawn, look: Look, faults: &mut Faults) {
    let wide = look.lengths.width.map(|width| format!(" {width}")).unwrap_or_default();
    let told =
        |what: String| format!("{name}, {}{wide} {}: {what}", look.size.word(), look.theme.word());
    let scene = match scene_of(&drawn.chart, look) {
        Ok(scene) => scene,
        Err(unfit) => return faults.say(told(unfit.to_string())),
    };
    let picture = Picture::read(&svg::encode(&scene));
    judge_picture(&picture, &told, faults);
    values_stand_by_their_marks(&drawn.chart, &scene, |what| faults.say(told(what)));
}

/// Sources and names may have gone to the foot; a value may not, and how sure it is only to the key.
fn values_stand_by_their_marks(chart: &Chart, scene: &Scene, mut fault: impl FnMut(String)) {
    let labels: Vec<(&str, &str)> = scene
        .texts(&[Role::Label])
        .map(|(shape, text)| (shape.figure.as_deref().unwrap_or(""), text.content.as_str()))
        .collect();
    for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
        for point in layer.points.iter().filter(|point| point.label.required) {
            let said: BTreeSet<&str> = labels
                .iter()
                .filter(|(figure, _)| *figure == point.figure)
                .flat_map(|(_, content)| content.split([' ', '\u{a0}']))
                .collect();
            let words = |text: &str| text.split([' ', '\u{a0}']).all(|word| said.contains(word));
            // `£642m` where there is little room
            let says = |text: &str| words(text) || words(&chart.language.with_short_scale(text));
            let number = common::by_the_key(chart, scene, point);
            // of an end of an average the number alone, where the foot says the rest
            let end = |text: &str| match number {
                Some(_) => text.split(' ').next().is_some_and(|number| said.contains(number)),
                None => says(text),
            };
            let ends = point.label.ends.as_ref().is_some_and(|(low, high)| end(low) && end(high));
            let doubts = point.label.below.iter().filter(|part| part.says == Says::Status);
            let mut doubt = doubts.map(|part| &part.text);
            let number = number.as_ref().is_some_and(|number| says(number));
            if !says(&point.label.text()) && !ends && !number {
                fault(format!("`{}` of {} is missing", point.label.text(), point.figure));
            }
            // The shape of a part and the key say how sure it is.
            let key = sourceline::chart::key(chart.language, &scene.signs);
            let in_key = |word: &str| {
                layer.mark.traits().stacks && key.iter().any(|entry| entry.meaning == word)
            };
            let told = |word: &str| said.contains(word) || in_key(word);
            if let Some(word) = doubt.find(|word| !told(word)) {
                fault(format!("{} is not said to be {word}", point.figure));
            }
        }
    }
}

#[test]
fn every_chart_can_be_read_on_a_phone() {
    in_size(Size::Narrow);
}

#[test]
fn every_chart_can_be_read_on_a_slide() {
    in_size(Size::Slide);
}

#[test]
fn every_chart_can_be_read_on_a_card() {
    in_size(Size::Card);
}

#[test]
fn every_chart_can_be_read_in_a_square_post() {
    in_size(Size::Square);
}

#[test]
fn every_chart_can_be_read_in_a_tall_post() {
    in_size(Size::Tall);
}

/// From the narrowest that is taken on, with the column of a journal and what lies between the sizes.
#[test]
fn every_chart_can_be_read_at_any_width() {
    let mut faults = Faults::default();
    let widths = [300, 317, 340, 400, 480, 559, 560, 640, 800, 1000, 1400].into_iter().cycle();
    for ((_, case, drawn), width) in drawn().zip(widths) {
        for width in [300, width] {
            let lengths = PictureLengths { width: Some(width), height: None };
            let look = Look { lengths, ..Look::default() };
            judge(&case.name, drawn, look, &mut faults);
        }
    }
    faults.none();
}

#[test]
fn every_chart_of_the_project_fits_where_there_is_height() {
    let own = drawn().filter(|(project, ..)| project.folder.join("Cargo.toml").exists());
    for (_, case, drawn) in own {
        for size in [Size::Report, Size::Narrow, Size::Slide, Size::Tall] {
            let look = Look { size, ..Look::default() };
            let scene = draw::draw(&drawn.chart, &Style::new(look, None));
            assert!(scene.is_ok(), "{}, {}: {}", case.name, size.word(), scene.unwrap_err());
        }
    }
}

#[test]
fn every_chart_can_be_read_in_a_report() {
    in_size(Size::Report);
}

fn in_size(size: Size) {
    let mut faults = Faults::default();
    // One theme for each chart, in turn: they differ in inks and in the shapes of dots.
    let themes = ThemeName::ALL.into_iter().cycle();
    for ((_, case, drawn), theme) in drawn().zip(themes) {
        judge(&case.name, drawn, Look::new(size, theme), &mut faults);
    }
    faults.none();
}
