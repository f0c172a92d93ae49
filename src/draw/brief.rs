//! What labels leave to the foot of a chart where they are crowded: first the numbers of their
//! sources, then the names of the marks, for which a letter stands; on a phone then `about` and the
//! like above bars, whose shape says so and the key. Values always stay beside their marks.

use super::scene::{Role, Scene};
use crate::chart::{Body, Chart, Layer, Point, Runs, Size, StandsFor};
use crate::figure::{Quantity, Side};

/// A chart with shorter labels, and what the foot says in their place.
pub(super) struct Brief {
    pub chart: Chart,
    pub told: Vec<Runs>,
}

/// More than this a reader would not look up.
const MOST: usize = 30;
/// A name of fewer letters takes little more room than a letter would.
const LONG: usize = 16;
/// So many figures of one source are told one by one.
const FEW: usize = 4;

/// How crowded labels are: leader lines, sources that stand on a line of their own, and pixels by
/// which the plots have grown.
pub(super) fn crowd(scene: &Scene, grown: f64) -> f64 {
    let leaders = scene.shapes.iter().filter(|shape| shape.role == Role::Leader).count();
    let torn = scene.texts(&[Role::Label]).filter(|(_, text)| text.content.starts_with(['[', '(']));
    4.0 * leaders as f64 + 2.0 * torn.count() as f64 + grown / 10.0
}

/// So much less crowded labels must be for something to be taken from them.
pub(super) const WORTH: f64 = 6.0;

/// The chart with ever shorter labels.
pub(super) fn shorter(chart: &Chart, size: Size) -> impl Iterator<Item = Brief> {
    let uncited = without_sources(chart);
    let unnamed = without_names(uncited.as_ref(), chart);
    let phone = size == Size::Narrow;
    let numbers = phone.then(|| without_words(unnamed.as_ref().or(uncited.as_ref()), chart));
    let numbers = numbers.flatten();
    uncited.into_iter().chain(unnamed).chain(numbers)
}

fn points(layers: &[Layer]) -> impl Iterator<Item = &Point> {
    layers.iter().flat_map(|layer| &layer.points)
}

/// The foot says which value is of which source. Labels that may be left out are.
fn without_sources(chart: &Chart) -> Option<Brief> {
    let all = || chart.panels.iter().flat_map(|panel| points(&panel.layers));
    let cited: Vec<&Point> =
        all().filter(|point| point.label.required && !point.label.cite.is_empty()).collect();
    if cited.is_empty() || cited.len() > MOST {
        return None;
    }
    let mut told: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for point in cited {
        let (text, cite) = (point.label.text.as_str(), point.label.cite.trim_matches(['[', ']']));
        match told.iter_mut().find(|(texts, _)| texts.contains(&text)) {
            Some((_, cites)) if cites.contains(&cite) => {}
            Some((_, cites)) => cites.push(cite),
            None => told.push((vec![text], vec![cite])),
        }
    }
    let mut grouped: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for (texts, cites) in told {
        match grouped.iter_mut().find(|(_, known)| *known == cites) {
            Some((known, _)) => known.extend(texts),
            None => grouped.push((texts, cites)),
        }
    }
    // What most figures have in common is said once, at the end.
    let most = grouped.iter().map(|(texts, _)| texts.len()).max().unwrap_or(0);
    if most > FEW || grouped.len() == 1 {
        let alone = grouped.len() == 1;
        let at = grouped.iter().position(|(texts, _)| texts.len() == most).unwrap_or(0);
        let (_, cites) = grouped.remove(at);
        grouped.push((vec![if alone { "all" } else { "all others" }], cites));
    }
    let entry = |(texts, cites): &(Vec<&str>, Vec<&str>)| {
        format!("{}\u{a0}[{}]", texts.join(", "), cites.join(", "))
    };
    let entries: Vec<String> = grouped.iter().map(entry).collect();
    let mut brief = chart.clone();
    let layers = brief.panels.iter_mut().flat_map(|panel| &mut panel.layers);
    for point in layers.flat_map(|layer| &mut layer.points) {
        point.label.cite.clear();
        if !point.label.required {
            point.label.text.clear();
        }
    }
    let told = match &grouped[..] {
        [(_, cites)] => format!("Figures in the labels: [{}].", cites.join(", ")),
        _ => format!("Figures by source: {}.", entries.join("; ")),
    };
    let told = vec![Runs::whole(told, StandsFor::Between)];
    Some(Brief { chart: brief, told })
}

/// A letter stands for the name of a mark, and the foot says what it stands for.
fn without_names(uncited: Option<&Brief>, chart: &Chart) -> Option<Brief> {
    let (mut chart, mut told) = match uncited {
        Some(brief) => (brief.chart.clone(), brief.told.clone()),
        None => (chart.clone(), Vec::new()),
    };
    // The letter takes the place of the sources' numbers.
    let layers = || chart.panels.iter().flat_map(|panel| &panel.layers);
    if layers().flat_map(|layer| &layer.points).any(|point| !point.label.cite.is_empty()) {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for layer in chart.panels.iter_mut().flat_map(|panel| &mut panel.layers) {
        if layer.name.chars().count() < LONG {
            continue;
        }
        let at = names.iter().position(|name| *name == layer.name).unwrap_or(names.len());
        let letter = LETTERS.chars().nth(at)?;
        if at == names.len() {
            names.push(layer.name.clone());
        }
        for label in layer.points.iter_mut().map(|point| &mut point.label) {
            let rest = rest(&label.below, &layer.name);
            if rest != label.below && !label.text.is_empty() {
                label.below = rest;
                label.cite = format!("({letter})");
            }
        }
    }
    if names.is_empty() {
        return None;
    }
    let entry = |(letter, name): (char, &String)| format!("({letter})\u{a0}{name}");
    let entries: Vec<String> = LETTERS.chars().zip(&names).map(entry).collect();
    told.insert(0, Runs::whole(format!("{}.", entries.join("; ")), StandsFor::Between));
    Some(Brief { chart, told })
}

/// The number alone above a bar, where its shape and the key say that it is about, or a bound.
fn without_words(so_far: Option<&Brief>, chart: &Chart) -> Option<Brief> {
    let (mut chart, told) = match so_far {
        Some(brief) => (brief.chart.clone(), brief.told.clone()),
        None => (chart.clone(), Vec::new()),
    };
    let mut shorter = false;
    let Chart { panels, key, .. } = &mut chart;
    let bars = panels.iter_mut().flat_map(|panel| &mut panel.layers);
    let bars = bars
        .filter(|layer| layer.mark.traits().body == Body::Bar)
        .flat_map(|layer| &mut layer.points);
    for Point { quantity, label, .. } in bars {
        let qualified = matches!(quantity, Quantity::One { side, .. } if *side != Side::Exact);
        let number = label.text.find(|letter: char| letter.is_ascii_digit() || letter == '−');
        let word = label.text[..number.unwrap_or(0)].trim_end().to_string();
        // A key that says more than the word does not say which it is.
        if qualified && key.iter().any(|entry| entry.meaning == word) {
            label.text.drain(..number.unwrap_or(0));
            shorter = true;
        }
    }
    shorter.then_some(Brief { chart, told })
}

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// What a line below a label says beside the name: how sure the figure is, and its period.
fn rest(below: &str, name: &str) -> String {
    let without = below.replacen(name, "", 1);
    let parts = without.split(", ").filter(|part| {
        let part = part.trim();
        !part.is_empty() && !name.to_lowercase().contains(&part.to_lowercase())
    });
    parts.collect::<Vec<&str>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Sign;
    use crate::draw::fixtures;

    #[test]
    fn what_a_label_no_longer_says_the_foot_says() {
        let mut chart = fixtures::threat();
        for (at, layer) in chart.panels[0].layers.iter_mut().enumerate() {
            layer.name = format!("people of kind {at}");
            layer.points.iter_mut().for_each(|point| point.label.below = layer.name.clone());
        }
        let brief: Vec<Brief> = shorter(&chart, Size::Narrow).collect();
        // There are no bars.
        assert_eq!(brief.len(), 2);
        let cites = |brief: &Brief| -> Vec<String> {
            let layers = brief.chart.panels.iter().map(|panel| points(&panel.layers));
            layers.flatten().map(|point| point.label.cite.clone()).collect()
        };
        assert!(cites(&brief[0]).iter().all(String::is_empty));
        assert!(
            brief[0].told[0].as_str().starts_with("Figures by source: "),
            "{:?}",
            brief[0].told
        );
        assert!(brief[1].told[0].as_str().starts_with("(A)\u{a0}"), "{:?}", brief[1].told);
        for (before, after) in [(&chart, &brief[0]), (&brief[0].chart, &brief[1])] {
            let texts = |chart: &Chart| -> Vec<String> {
                let layers = chart.panels.iter().map(|panel| points(&panel.layers));
                layers.flatten().map(|point| point.label.text.clone()).collect()
            };
            assert_eq!(texts(before), texts(&after.chart));
        }
    }

    #[test]
    fn the_shape_of_a_bar_says_what_its_label_no_longer_does() {
        let mut chart = fixtures::arrests();
        let layer = &mut chart.panels[0].layers[0];
        layer.points[1].quantity = Side::AtLeast.of(fixtures::number("297"));
        layer.points[1].label.text = "at least 297".into();
        chart.key = fixtures::key(&[(Sign::AtLeastBar, "at least")]);
        let last = shorter(&chart, Size::Narrow).last().unwrap();
        assert_eq!(last.chart.panels[0].layers[0].points[1].label.text, "297");
        let dots = |chart: &Chart| chart.panels[1].layers[0].points[0].label.text.clone();
        assert_eq!(dots(&last.chart), dots(&chart));
    }

    #[test]
    fn words_of_doubt_stay_beside_the_mark() {
        assert_eq!(
            rest("2019, people, NCA range, provisional", "people, NCA range"),
            "2019, provisional"
        );
        assert_eq!(rest("people", "people, NCA range"), "");
        assert_eq!(rest("forecast", "people"), "forecast");
    }
}
