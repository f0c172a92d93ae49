//! What has changed since a copy was drawn: first the values, then words, sources last.

use std::collections::{BTreeMap, BTreeSet};

use sourceline::chart::{StampedFigure, in_full};
use sourceline::dataset::Dataset;
use sourceline::draw::scene::Stamp;
use sourceline::encode::copy::PictureCopy;
use sourceline::encode::piece::{PicturePiece, PieceForm, one_line};
use sourceline::figure::FigureKey;

use super::now::Now;
use super::words::{ChangedWords, changed_words};

/// The texts of a picture, in order.
pub fn words_of(pieces: &[PicturePiece]) -> Vec<&str> {
    pieces.iter().filter_map(said_by).collect()
}

fn said_by(piece: &PicturePiece) -> Option<&str> {
    match &piece.form {
        PieceForm::Words { text, .. } => Some(text),
        PieceForm::Outline { .. } => None,
    }
}

pub fn changes(data: &Dataset, copy: &PictureCopy, now: &Now) -> Vec<String> {
    let mut changes = values_and_title(data, copy, now);
    let alt = one_line(&now.drawing.scene.alt);
    if changes.is_empty() {
        changes.extend(other_words(copy, now));
    }
    let description = one_line(&now.drawing.scene.description);
    for (was, is) in [(&copy.alt, &alt), (&copy.description, &description)] {
        if changes.is_empty() {
            changes.extend(otherwise("description", was, is));
        }
    }
    if changes.is_empty() {
        changes.push("the figures and the words are the same; it would look otherwise".into());
    }
    changes
}

/// What no other wording of the program explains: figures, what stands beside marks, the title.
pub fn values_and_title(data: &Dataset, copy: &PictureCopy, now: &Now) -> Vec<String> {
    let mut changes = values(data, &copy.stamp, now);
    if copy.stamp.said.is_empty() {
        changes.extend(labels(copy, now));
    }
    let title = now.title();
    if copy.title != title {
        changes.push(format!("title: was “{}”, is “{title}”", copy.title));
    }
    changes
}

/// What the stamps say of the figures.
pub fn values(data: &Dataset, was: &Stamp, now: &Now) -> Vec<String> {
    let is = &now.drawing.chart.stamp;
    let mut changes = Vec::new();
    let said = |ids: &[String], said: &[String], id: &str| {
        let at = ids.iter().position(|known| known == id)?;
        StampedFigure::read(said.get(at)?)
    };
    let mut new: Vec<&String> = is.figures.iter().filter(|id| !was.figures.contains(id)).collect();
    let after = |id: &String| Some((data.find_figure(id)?, said(&is.figures, &is.said, id)?));
    let series = is.figures.iter().filter_map(|id| Some(data.figure(data.find_figure(id)?).series));
    let several = series.collect::<BTreeSet<_>>().len() > 1;
    for id in &was.figures {
        let then = said(&was.figures, &was.said, id);
        if is.figures.contains(id) {
            let at_present = said(&is.figures, &is.said, id);
            let key = data.find_figure(id);
            // It is told as withdrawn beside what took its place.
            let by = key.and_then(|key| data.figure(key).superseded_by);
            let by = by.and_then(|by| new.iter().position(|id| data.find_figure(id) == Some(by)));
            let newer = by.map(|at| new.remove(at)).and_then(after);
            if let (Some(key), Some(then), Some((by, said))) = (key, &then, &newer) {
                changes.push(changed(data, key, then, *by, said, several));
            } else if let (Some(key), Some(then), Some(at_present)) = (key, &then, &at_present)
                && then != at_present
            {
                changes.push(changed(data, key, then, key, at_present, several));
            }
            continue;
        }
        let key = data.find_figure(id);
        let meant = |key: FigureKey| (data.figure(key).series, data.figure(key).period);
        let successor = key.and_then(|key| {
            let alike =
                |id: &&String| data.find_figure(id).is_some_and(|new| meant(new) == meant(key));
            new.iter().position(alike).map(|at| new.remove(at))
        });
        let after = successor.and_then(after);
        match (key, &then, after) {
            (Some(key), Some(then), Some((new, at_present))) => {
                changes.push(changed(data, key, then, new, &at_present, several));
            }
            (None, ..) => changes.push(format!("{id}: gone from the data")),
            _ => changes.push(format!("{id}: no longer on the chart")),
        }
    }
    changes.extend(new.into_iter().map(|id| format!("{id}: new on the chart")));
    changes
}

/// Of stamps that keep no values: what stands beside the marks.
fn labels(copy: &PictureCopy, now: &Now) -> Vec<String> {
    let beside = |pieces: &[PicturePiece]| {
        let mut labels: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for piece in pieces {
            if let (Some(id), Some(text)) = (&piece.figure, said_by(piece)) {
                labels.entry(id.clone()).or_default().push(text.to_string());
            }
        }
        labels
    };
    let (then, is) = (beside(&copy.pieces), beside(&now.pieces));
    let both = then.iter().filter_map(|(id, was)| Some((id, was, is.get(id)?)));
    both.filter(|(_, was, is)| was != is)
        .map(|(id, was, is)| format!("{id}: was “{}”, is “{}”", was.join(" "), is.join(" ")))
        .collect()
}

/// A line that is no longer there, beside what may stand in its place.
fn other_words(copy: &PictureCopy, now: &Now) -> Vec<String> {
    let (was, is) = (words_of(&copy.pieces), words_of(&now.pieces));
    let gone: Vec<&str> = was.iter().filter(|text| !is.contains(text)).copied().collect();
    let new: Vec<&str> = is.iter().filter(|text| !was.contains(text)).copied().collect();
    match (&gone[..], &new[..]) {
        ([], []) => Vec::new(),
        ([], new) => vec![format!("it would now say “{}”", new.join(" "))],
        (gone, []) => vec![format!("it would no longer say “{}”", gone.join(" "))],
        (gone, new) => otherwise("words", &gone.join(" "), &new.join(" ")),
    }
}

fn otherwise(what: &str, was: &str, is: &str) -> Vec<String> {
    let changed = changed_words(was, is).into_iter();
    changed.map(|ChangedWords { was, is }| format!("{what}: was “{was}”, is “{is}”")).collect()
}

/// `2024/25: 2,885,653 is now 2,901,114, revised, Trussell, 20 June 2025`.
fn changed(
    data: &Dataset,
    old: FigureKey,
    then: &StampedFigure,
    new: FigureKey,
    is: &StampedFigure,
    several: bool,
) -> String {
    let value = |key: FigureKey, said: &StampedFigure| {
        let figure = data.figure(key);
        let series = data.series(figure.series);
        match &said.quantity {
            Some(quantity) => in_full(data.language, series, quantity, figure.is_derived()),
            None => "no number".to_string(),
        }
    };
    let figure = data.figure(new);
    let source = data.source(figure.source);
    let (was, now) = (value(old, then), value(new, is));
    let words: Vec<&str> = then.status.words().collect();
    let before = if was == now { format!("{was}, {},", words.join(", ")) } else { was };
    let before = before.replace(", ,", "");
    let period = data.language.period(figure.period, data.naming(figure.series));
    // Of which series, where the chart has several.
    let series = several.then(|| format!("{}, ", data.series(figure.series).title));
    let mut told = format!("{}{period}: {before} is now {now}", series.unwrap_or_default());
    let more = is.status.words().map(str::to_string);
    let published = source.published.map(|date| data.language.date(date));
    for part in more.chain([source.publisher.to_string()]).chain(published) {
        told += ", ";
        told += &part;
    }
    told
}
