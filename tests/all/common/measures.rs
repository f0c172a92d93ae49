//! How a chart comes out in a size: how high its picture is, which share of it is the foot, and how
//! much stands in its plot.

use std::collections::BTreeSet;

use sourceline::chart::{Chart, Look, Size, ThemeName};
use sourceline::draw::scene::{Form, Role, Scene, Shape};
use sourceline::draw::{self, Style};

pub struct Measures {
    pub height: f64,
    /// Of the height in percent, from the rule above the key on.
    pub foot: f64,
    /// Figures that are labelled.
    pub labels: usize,
    pub leaders: usize,
    /// Of sources, in the plot.
    pub numbers: usize,
    /// Of the leaders, in pixels of the picture.
    pub longest: f64,
}

pub fn measured(chart: &Chart, size: Size) -> Result<Measures, String> {
    let style = Style::new(Look::new(size, ThemeName::default()), None);
    let scene = draw::draw(chart, &style).map_err(|unfit| unfit.to_string())?;
    let (leaders, labels) = (leaders(&scene), || scene.texts(&[Role::Label]));
    let labelled: BTreeSet<&str> =
        labels().filter_map(|(shape, _)| shape.figure.as_deref()).collect();
    let rule = scene.shapes.iter().find_map(|shape| match (&shape.role, &shape.form) {
        (Role::Rule, Form::Line(from, _)) => Some(from.y),
        _ => None,
    });
    Ok(Measures {
        height: scene.height,
        foot: 100.0 * (scene.height - rule.unwrap_or(scene.height)) / scene.height,
        labels: labelled.len(),
        leaders: leaders.len(),
        numbers: labels().filter(|(_, text)| text.content.contains('[')).count(),
        longest: leaders.into_iter().fold(0.0, f64::max),
    })
}

/// How long each leader is.
fn leaders(scene: &Scene) -> Vec<f64> {
    let leader = |shape: &Shape| match (&shape.role, &shape.form) {
        (Role::Leader, Form::Line(from, to)) => Some((to.x - from.x).hypot(to.y - from.y)),
        _ => None,
    };
    scene.shapes.iter().filter_map(leader).collect()
}
