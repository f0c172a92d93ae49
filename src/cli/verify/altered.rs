//! What of a copy is not as it was drawn, told by figure.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use rust_decimal::{Decimal, RoundingStrategy};
use sourceline::chart::{Panel, Scale, in_full};
use sourceline::dataset::Dataset;
use sourceline::draw::scene::{Colour, Role};
use sourceline::encode::compare::{PieceFault, faults};
use sourceline::encode::copy::PictureCopy;
use sourceline::encode::imprint::{Imprint, LastingTraits, MarkPlace};
use sourceline::encode::piece::{PicturePiece, PieceForm, one_line};
use sourceline::encode::svg::FIRST_FONT;
use sourceline::figure::Side;

use super::now::Now;
use super::words::{ChangedWords, changed_words};

/// Held against what is drawn now.
pub fn against(data: &Dataset, copy: &PictureCopy, now: &Now) -> Vec<String> {
    let scene = &now.drawing.scene;
    let mut told = Vec::new();
    let view = [0.0, 0.0, scene.width, scene.height];
    let as_wide = copy
        .view()
        .is_some_and(|found| found.iter().zip(view).all(|(one, other)| (one - other).abs() < 0.5));
    if !as_wide {
        told.push(format!("its viewBox is `{}`, and shows another part", copy.root[2]));
    }
    for (what, found, drawn) in [
        ("title", &copy.title, &scene.title),
        ("aria-label", &copy.alt, &scene.alt),
        ("description", &copy.description, &scene.description),
    ] {
        let changed = changed_words(&one_line(drawn), found).into_iter();
        told.extend(
            changed.map(|ChangedWords { was, is }| {
                format!("its {what} says “{is}”, and said “{was}”")
            }),
        );
    }
    for (what, found, drawn) in
        [("role", &copy.root[0], "img"), ("lang", &copy.root[1], scene.lang)]
    {
        // svgo drops both; a browser then names the picture by its label all the same.
        if !found.is_empty() && found != drawn {
            told.push(format!("its {what} is `{found}`, and was `{drawn}`"));
        }
    }
    told.extend(copy.strange.iter().cloned());
    told.extend(other_fonts(copy, &scene.stamp.font));
    if as_wide {
        let found = faults(&now.pieces, &copy.pieces);
        told.extend(found.into_iter().map(|fault| say(data, copy, now, fault)));
    }
    told
}

/// Held against what its own stamp says.
pub fn against_itself(copy: &PictureCopy, imprint: &Imprint) -> Vec<String> {
    let mut told = copy.strange.clone();
    told.extend(other_fonts(copy, &copy.stamp.font));
    let places = MarkPlace::of(&copy.stamp.figures, &copy.pieces);
    let stamped = copy.stamp.figures.iter().zip(&imprint.places).zip(places);
    for ((id, stamped), found) in stamped {
        match (stamped, found) {
            (Some(_), None) => told.push(format!("the mark of {id} is not shown")),
            (Some(stamped), Some(found)) if !stamped.is_near(&found) => {
                told.push(format!("the mark of {id} stands elsewhere than it was drawn"));
            }
            _ => {}
        }
    }
    let traits = LastingTraits::of(copy.head(), &copy.pieces);
    if !told.is_empty() || imprint.traits.agrees(&traits) {
        return told;
    }
    told.push(match () {
        () if traits.count > imprint.traits.count => "something was added to what was drawn".into(),
        () if traits.count < imprint.traits.count => "something that was drawn is not shown".into(),
        () if traits.looks != imprint.traits.looks => {
            "its words, its colours or their order are not as they were drawn".into()
        }
        () => "something that stands for no figure was moved".into(),
    });
    told
}

/// What its texts are set in, where that is not the family that its stamp names.
fn other_fonts(copy: &PictureCopy, family: &str) -> impl Iterator<Item = String> {
    let drawn = if family.is_empty() { FIRST_FONT } else { family };
    let others = copy.fonts.iter().filter(move |found| *found != drawn);
    others.map(move |found| format!("it is set in `{found}`, and was in `{drawn}`"))
}

fn say(data: &Dataset, copy: &PictureCopy, now: &Now, fault: PieceFault) -> String {
    let drawn = |at: usize| named(data, now, at);
    match fault {
        PieceFault::Missing(at) => format!("{} is not shown", drawn(at)),
        PieceFault::Added(other) => format!("{} was added", added(&copy.pieces[other])),
        PieceFault::Moved(at, other) => match stands_at(data, now, at, &copy.pieces[other]) {
            Some(value) => format!("{} stands at {value}", drawn(at)),
            None => format!("{} was moved, or has another size", drawn(at)),
        },
        PieceFault::Repainted(at, other) => match is_painted_away(&copy.pieces[other], now) {
            true => format!("{} has the colour of the background, and cannot be seen", drawn(at)),
            false => format!("{} has another colour or line", drawn(at)),
        },
        PieceFault::Reworded(at, other) => match &copy.pieces[other].form {
            PieceForm::Words { text, .. } => format!("{} says “{text}”", drawn(at)),
            PieceForm::Outline { .. } => format!("{} is something else", drawn(at)),
        },
        PieceFault::OfAnother(at, other) => match &copy.pieces[other].figure {
            Some(id) => format!("{} is said to stand for {id}", drawn(at)),
            None => format!("{} is no longer said to stand for it", drawn(at)),
        },
        PieceFault::Reordered => "what lay below lies above".to_string(),
    }
}

/// Is all that is painted of it as good as the background, by its colour or since it is faint?
fn is_painted_away(piece: &PicturePiece, now: &Now) -> bool {
    let Colour(red, green, blue) = now.drawing.scene.background;
    let off = |one: u8, other: u8, opacity: f64| f64::from(one.abs_diff(other)) * opacity;
    let is_away = |(Colour(r, g, b), opacity): (Colour, f64)| {
        [(r, red), (g, green), (b, blue)]
            .iter()
            .all(|(one, other)| off(*one, *other, opacity) < 12.0)
    };
    let stroke = piece.stroke.as_ref().map(|stroke| (stroke.colour, stroke.opacity));
    piece.fill.is_none_or(is_away) && stroke.is_none_or(is_away)
}

fn added(piece: &PicturePiece) -> String {
    let what = match &piece.form {
        PieceForm::Words { text, .. } => format!("the text “{text}”"),
        PieceForm::Outline { closed: true, .. } => "a shape".to_string(),
        PieceForm::Outline { .. } => "a line".to_string(),
    };
    match &piece.figure {
        Some(id) => format!("{what} that is said to stand for {id}"),
        None => what,
    }
}

/// `the dot of 2017`, `the label “82,109” of 2017`, `a line of the grid`.
fn named(data: &Dataset, now: &Now, at: usize) -> String {
    let piece = &now.pieces[at];
    let role = at.checked_sub(1).map(|at| now.drawing.scene.shapes[at].role);
    let of = piece.figure.as_deref().map(|id| match data.find_figure(id) {
        Some(key) => {
            let figure = data.figure(key);
            data.language.period(figure.period, data.naming(figure.series))
        }
        None => id.to_string(),
    });
    let what = match (&piece.form, role) {
        (PieceForm::Words { text, .. }, _) => format!("the text “{text}”"),
        (_, None) => "the background".to_string(),
        (PieceForm::Outline { spots, closed: true }, _) if of.is_some() => match spots.len() {
            4 => "the bar".to_string(),
            count if count > 20 => "the dot".to_string(),
            _ => "the mark".to_string(),
        },
        (_, Some(Role::Grid)) => "a line of the grid".to_string(),
        (_, Some(Role::Axis)) => "the line of the axis".to_string(),
        (_, Some(Role::Line)) => "the line between the marks".to_string(),
        (_, Some(Role::Break)) => "the line of a break".to_string(),
        (_, Some(Role::Event | Role::Band)) => "the line of an event".to_string(),
        (_, Some(Role::Backing)) => "the ground of a text".to_string(),
        (_, Some(Role::Key)) => "a sign of the key".to_string(),
        _ => "the line".to_string(),
    };
    match of {
        Some(of) => format!("{what} of {of}"),
        None => what,
    }
}

/// The value at which a mark stands now, on the axis that the other marks of its panel show.
fn stands_at(data: &Dataset, now: &Now, at: usize, moved: &PicturePiece) -> Option<String> {
    let piece = &now.pieces[at];
    let id = piece.figure.as_deref()?;
    let level = level(piece)?;
    let has = |panel: &&Panel| {
        panel.layers.iter().flat_map(|layer| layer.marks()).any(|point| point.figure == id)
    };
    let panel = now.drawing.chart.panels.iter().find(has)?;
    let scaled = |value: f64| if panel.scale == Scale::Log { value.ln() } else { value };
    let marks = panel.layers.iter().flat_map(|layer| layer.marks());
    let places: Vec<(f64, f64)> = marks
        .filter_map(|point| {
            let value = scaled(point.quantity.value()?.to_f64()?);
            let alike = |other: &&PicturePiece| {
                other.figure.as_deref() == Some(&point.figure) && corners(other) == corners(piece)
            };
            Some((level_of(now.pieces.iter().find(alike)?)?, value))
        })
        .collect();
    // A bar stands on zero, which is as good as another mark.
    let foot = (corners(piece) == Some(4)).then(|| (piece.extent().1.1, 0.0));
    let (here, value) = places.iter().copied().find(|(place, _)| (place - level).abs() < 0.5)?;
    let others = places.iter().copied().chain(foot);
    let (there, other) =
        others.max_by(|one, two| (one.0 - here).abs().total_cmp(&(two.0 - here).abs()))?;
    if (there - here).abs() < 2.0 {
        return None;
    }
    let new = level_of(moved)?;
    let found = value + (new - here) * (other - value) / (there - here);
    let found = if panel.scale == Scale::Log { found.exp() } else { found };
    // A move to the side alone leaves the value as it is.
    if (new - level).abs() < 0.5 {
        return None;
    }
    let found = Decimal::from_f64(found)?;
    let digits = if found.abs() < Decimal::TEN { 2 } else { 3 };
    let found = found.round_sf_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)?;
    let series = data.series(data.figure(data.find_figure(id)?).series);
    Some(in_full(data.language, series, &Side::About.of(found.normalize()), false))
}

fn corners(piece: &PicturePiece) -> Option<usize> {
    match &piece.form {
        PieceForm::Outline { spots, closed: true } => Some(spots.len()),
        _ => None,
    }
}

/// How high the value of a mark stands: the top of a bar, the middle of what else is closed.
fn level(piece: &PicturePiece) -> Option<f64> {
    corners(piece)?;
    level_of(piece)
}

fn level_of(piece: &PicturePiece) -> Option<f64> {
    match &piece.form {
        PieceForm::Outline { spots, .. } if spots.len() <= 6 => Some(piece.extent().0.1),
        PieceForm::Outline { .. } => Some(piece.middle().y),
        PieceForm::Words { .. } => None,
    }
}
