//! What labels leave to the foot of a chart where they are crowded: after long words of scale, as
//! in `£642 million`, first what averages are of, then the numbers of their sources, then the names
//! of the marks, for which a letter stands; on a phone, or where there is no room otherwise, then
//! `about` and the like above bars, whose shape says so and the key. What [may go nowhere](MayGo)
//! stays.

use super::key::KeyEntry;
use super::label::{Label, LabelPart, MayGo, Says};
use super::layer::{Layer, Point};
use super::mark::Body;
use super::runs::{Runs, StandsFor};
use super::waist::Chart;
use crate::locale::Language;

/// More than this a reader would not look up.
const MOST: usize = 30;
/// A name of fewer letters takes little more room than a letter would.
const LONG: usize = 16;
/// So many figures of one source are told one by one.
const FEW: usize = 4;
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The chart whose labels that need not be there and come after so many others stand only where
/// there is room; `None` where none of those was asked for.
pub fn with_spare_labels(chart: &Chart, least: u8) -> Option<Chart> {
    let spare = |label: &Label| !label.must && label.priority < least;
    if !points(chart).any(|point| point.label.required && spare(&point.label)) {
        return None;
    }
    let mut sparer = chart.clone();
    let labels = layers_mut(&mut sparer).flat_map(Layer::marks_mut).map(|one| &mut one.label);
    labels.filter(|label| spare(label)).for_each(|label| label.required = false);
    Some(sparer)
}

/// How much room a picture has for labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelRoom {
    /// Only averages leave what they are of to the foot.
    Enough,
    /// The foot may speak for them.
    Little,
    /// The key too.
    Least,
}

/// The chart with ever shorter labels, and what the foot says in their place.
pub fn shorter(chart: &Chart, key: &[KeyEntry], room: LabelRoom) -> impl Iterator<Item = Chart> {
    let scales = with_short_scales(chart);
    let said = scales.as_ref().unwrap_or(chart);
    let rest: Vec<Chart> = match room {
        LabelRoom::Enough => averages_alone(said).into_iter().collect(),
        _ => without_parts(said, key, room == LabelRoom::Least).collect(),
    };
    scales.into_iter().chain(rest)
}

fn without_parts(
    said: &Chart,
    key: &[KeyEntry],
    numbers_alone: bool,
) -> impl Iterator<Item = Chart> {
    let averages = averages_alone(said);
    let whole = averages.as_ref().unwrap_or(said);
    let uncited = without_sources(whole);
    let unnamed = without_names(uncited.as_ref().unwrap_or(whole));
    let last = unnamed.as_ref().or(uncited.as_ref()).unwrap_or(whole);
    let numbers = numbers_alone.then(|| without_words(last, key)).flatten();
    averages.into_iter().chain(uncited).chain(unnamed).chain(numbers)
}

fn points(chart: &Chart) -> impl Iterator<Item = &Point> {
    chart.panels.iter().flat_map(|panel| &panel.layers).flat_map(Layer::marks)
}

fn layers_mut(chart: &mut Chart) -> impl Iterator<Item = &mut Layer> {
    chart.panels.iter_mut().flat_map(|panel| &mut panel.layers)
}

/// `£642m` in the place of `£642 million`, where the unit brings a sign or a scale.
fn with_short_scales(chart: &Chart) -> Option<Chart> {
    let language = chart.language;
    let mut brief = chart.clone();
    let panels = brief.panels.iter_mut();
    let panels = panels.filter(|one| one.unit.scale.is_some() || one.unit.currency().is_some());
    for label in panels
        .flat_map(|panel| &mut panel.layers)
        .flat_map(|layer| &mut layer.points)
        .map(|point| &mut point.label)
    {
        for part in label.value.iter_mut().filter(|part| part.says != Says::Qualifier) {
            part.text = language.with_short_scale(&part.text);
        }
        if let Some((low, high)) = &mut label.ends {
            (*low, *high) = (language.with_short_scale(low), language.with_short_scale(high));
        }
    }
    (brief != *chart).then_some(brief)
}

/// The foot says which value is of which source. Labels that may be left out are.
fn without_sources(chart: &Chart) -> Option<Chart> {
    let required = points(chart).map(|point| &point.label).filter(|label| label.required);
    let cited: Vec<(String, &[usize])> = required.filter_map(cited).collect();
    if cited.is_empty() || cited.len() > MOST {
        return None;
    }
    let mut brief = chart.clone();
    brief.told.push(by_source(chart.language, cited));
    for label in layers_mut(&mut brief).flat_map(Layer::marks_mut).map(|one| &mut one.label) {
        label.cite = None;
        if !label.required {
            label.value.clear();
        }
    }
    Some(brief)
}

/// What a label says, and the places of its sources.
fn cited(label: &Label) -> Option<(String, &[usize])> {
    match &label.cite.as_ref()?.says {
        Says::Sources(places) => Some((label.text().into_owned(), places)),
        _ => None,
    }
}

/// `Figures by source: 80,000 [2]; all others [1].`
fn by_source(language: &Language, cited: Vec<(String, &[usize])>) -> Runs {
    let mut told: Vec<(String, Vec<&[usize]>)> = Vec::new();
    for (text, places) in cited {
        match told.iter_mut().find(|(known, _)| *known == text) {
            Some((_, all)) if all.contains(&places) => {}
            Some((_, all)) => all.push(places),
            None => told.push((text, vec![places])),
        }
    }
    let mut grouped: Vec<(Vec<String>, Vec<&[usize]>)> = Vec::new();
    for (text, places) in told {
        match grouped.iter_mut().find(|(_, known)| *known == places) {
            Some((texts, _)) => texts.push(text),
            None => grouped.push((vec![text], places)),
        }
    }
    if let [(_, places)] = &grouped[..] {
        return Runs::said(&language.foot.in_the_labels, &[numbers(places)]);
    }
    // What most figures have in common is said once, at the end.
    let most = grouped.iter().map(|(texts, _)| texts.len()).max().unwrap_or(0);
    if most > FEW {
        let at = grouped.iter().position(|(texts, _)| texts.len() == most).unwrap_or(0);
        let (_, places) = grouped.remove(at);
        grouped.push((vec![language.foot.all_others().to_string()], places));
    }
    let mut all = Runs::default();
    for (at, (texts, places)) in grouped.iter().enumerate() {
        all.between(if at == 0 { "" } else { "; " });
        all.between(texts.join(language.small.comma()));
        all.between("\u{a0}");
        all.append(&numbers(places));
    }
    Runs::said(&language.foot.by_source, &[all])
}

/// `[1, 2]`
fn numbers(places: &[&[usize]]) -> Runs {
    let mut line = Runs::whole("[", StandsFor::Between);
    for (at, place) in places.iter().flat_map(|places| places.iter()).enumerate() {
        line.between(if at == 0 { "" } else { ", " });
        line.push((place + 1).to_string(), StandsFor::Source(*place));
    }
    line.between("]");
    line
}

/// The average alone: the subtitle says what it is per, and the foot what it is of.
fn averages_alone(chart: &Chart) -> Option<Chart> {
    let total = |part: &LabelPart| matches!(part.says, Says::Total { .. });
    if !points(chart).any(|point| point.label.value.iter().any(total)) {
        return None;
    }
    let mut brief = chart.clone();
    // Each series with what its labels no longer say.
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for panel in &mut brief.panels {
        for layer in &mut panel.layers {
            let name = if layer.name.is_empty() { &panel.title } else { &layer.name }.clone();
            let counted = layer.points.iter_mut();
            let counted = counted.filter_map(|point| total_gone(&mut point.label));
            let aimed = layer.targets.iter_mut();
            let aimed = aimed.filter_map(|point| total_gone(&mut point.label));
            let target = chart.language.statuses.target();
            let aimed = aimed.map(|told| format!("{target} {told}"));
            let told: Vec<String> = counted.chain(aimed).collect();
            match all.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => known.extend(told),
                None => all.push((name, told)),
            }
        }
    }
    all.retain(|(_, told)| !told.is_empty());
    if all.iter().map(|(_, told)| told.len()).sum::<usize>() > MOST {
        return None;
    }
    let says = &chart.language.notes;
    let several = all.len() > 1;
    let told = all.iter().map(|(name, told)| match several && !name.is_empty() {
        true => says.in_all_of(name, told.join("; ")),
        false => says.in_all(told.join("; ")),
    });
    let told = told.map(|told| Runs::whole(told, StandsFor::Between));
    brief.told.splice(0..0, told);
    Some(brief)
}

/// Leaves out what goes to the foot of an average, and gives what is to be told of it there.
fn total_gone(label: &mut Label) -> Option<String> {
    let goes = |part: &LabelPart| part.says.may_go() == MayGo::ToTheFoot;
    let gone: Vec<LabelPart> = label.value.extract_if(.., |part| goes(part)).collect();
    if let Some((low, high)) = &mut label.ends {
        for part in gone.iter().rev() {
            let end = format!("{}{}", part.joint, part.text);
            for text in [&mut *low, &mut *high] {
                text.truncate(text.strip_suffix(&end).unwrap_or(text).len());
            }
        }
    }
    gone.into_iter().find_map(|part| match part.says {
        Says::Total { told } => Some(told),
        _ => None,
    })
}

/// A letter stands for the name of a mark, and the foot says what it stands for.
fn without_names(chart: &Chart) -> Option<Chart> {
    // The letter takes the place of the sources' numbers.
    if points(chart).any(|point| point.label.cite.is_some()) {
        return None;
    }
    let mut brief = chart.clone();
    let mut names: Vec<String> = Vec::new();
    for layer in layers_mut(&mut brief) {
        if layer.name.chars().count() < LONG || layer.mark.traits().stacks {
            continue;
        }
        let at = names.iter().position(|name| *name == layer.name).unwrap_or(names.len());
        let letter = LETTERS.chars().nth(at)?;
        if at == names.len() {
            names.push(layer.name.clone());
        }
        for label in layer.marks_mut().map(|point| &mut point.label) {
            let goes = |part: &LabelPart| part.says.may_go() == MayGo::ToTheFoot;
            if label.below.iter().any(goes) && !label.value.is_empty() {
                label.below.retain(|part| !goes(part));
                label.cite = Some(LabelPart::new(Says::Letter, format!("({letter})"), " "));
            }
        }
    }
    if names.is_empty() {
        return None;
    }
    let entry = |(letter, name): (char, &String)| format!("({letter})\u{a0}{name}");
    let entries: Vec<String> = LETTERS.chars().zip(&names).map(entry).collect();
    let told = Runs::whole(format!("{}.", entries.join("; ")), StandsFor::Between);
    brief.told.insert(0, told);
    Some(brief)
}

/// The number alone above a bar, where its shape and the key say that it is about, or a bound.
fn without_words(chart: &Chart, key: &[KeyEntry]) -> Option<Chart> {
    let mut brief = chart.clone();
    let mut shorter = false;
    let bars = layers_mut(&mut brief).filter(|layer| layer.mark.traits().body == Body::Bar);
    for label in bars.flat_map(Layer::marks_mut).map(|point| &mut point.label) {
        // A key that says more than the word does not say which it is.
        let said = |part: &LabelPart| {
            part.says.may_go() == MayGo::ToTheKey
                && key.iter().any(|entry| entry.meaning == part.text)
        };
        let interval = label.value.iter().any(|part| part.says == Says::Interval);
        if !interval && label.value.iter().any(said) {
            label.value.retain(|part| !said(part));
            shorter = true;
        }
    }
    shorter.then_some(brief)
}
