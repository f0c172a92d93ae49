//! How tall a picture is. As a rule its height follows from what it has to say: where a required
//! label finds no place, the plot grows. Where the height is given, the plots take what the words
//! around them leave, and what does not fit is an error that tells the height it would need.

use std::collections::HashSet;

use super::page::Page;
use super::row::PanelRow;
use super::scene::{Role, Scene, StandsFor};
use super::style::{HEADROOM, Style};
use super::unfit::{Crowded, Unfit};
use crate::chart::{
    Arrangement, Chart, LabelRoom, key, said_in_plot, shorter, with_numbered_events,
    with_spare_labels, with_words_in_plot,
};

/// Lays a chart out and draws it. Where labels are crowded, they say long words of scale short and
/// averages leave what they are of to the foot; where there is little room, all labels are shortened
/// as far as it helps.
/// In a given height a plot cannot grow: labels that need not be there go before it is refused.
///
/// What a note says stands beside its marks where there is room for all of it, and in the foot otherwise.
pub fn draw(chart: &Chart, style: &Style) -> Result<Scene, Unfit> {
    let plain = || laid_out(chart, style).map_err(Refused::told);
    let Some(Ok(tried)) = with_words_in_plot(chart).map(|asked| laid_out(&asked, style)) else {
        return plain();
    };
    let figures = |role| -> HashSet<&str> {
        tried.texts(&[role]).filter_map(|(shape, _)| shape.figure.as_deref()).collect()
    };
    let (at_breaks, at_marks) = (figures(Role::EventLabel), figures(Role::Label));
    let placed = |figure: &str, of_break: bool| match of_break {
        true => at_breaks.contains(figure),
        false => at_marks.contains(figure),
    };
    let leaders =
        |scene: &Scene| scene.shapes.iter().filter(|shape| shape.role == Role::Leader).count();
    if let Some(Ok(said)) = said_in_plot(chart, placed).map(|said| laid_out(&said, style))
        && said.height <= tried.height
        && leaders(&said) <= leaders(&tried)
    {
        return Ok(said);
    }
    plain()
}

fn laid_out(chart: &Chart, style: &Style) -> Result<Scene, Refused> {
    let style = style.told_in(chart.language).of_house(&chart.house);
    let mut best = as_dense_as_needed(chart, &style);
    for least in SPARE {
        if best.is_ok() || style.height.is_none() {
            break;
        }
        if let Some(sparer) = with_spare_labels(chart, least) {
            best = as_dense_as_needed(&sparer, &style);
        }
    }
    best
}

/// Why there is no picture. Which height would do is only asked of what was tried last.
enum Refused {
    Unfit(Unfit),
    TooLow { height: f64, what: Crowded, tried: Box<(Chart, Style)> },
}

impl Refused {
    /// With the height that would do.
    fn told(self) -> Unfit {
        match self {
            Refused::Unfit(unfit) => unfit,
            Refused::TooLow { height, what, tried } => match needed(&tried.0, &tried.1, height) {
                Ok(needed) => Unfit::TooLow { height, needed, what },
                Err(unfit) => unfit,
            },
        }
    }
}

impl From<Unfit> for Refused {
    fn from(unfit: Unfit) -> Refused {
        Refused::Unfit(unfit)
    }
}

/// Labels that come after so many others may go: at first those in the middle, then any.
const SPARE: [u8; 2] = [2, u8::MAX];

/// In smaller type where there is no room otherwise.
fn as_dense_as_needed(chart: &Chart, style: &Style) -> Result<Scene, Refused> {
    let mut style = style.clone();
    loop {
        let (named, whole) = with_events(chart, &style);
        let fitted = shortened(named.as_ref().unwrap_or(chart), whole, &style);
        let scene = match (fitted, style.denser()) {
            (Err(Refused::TooLow { .. }), Some(denser)) => {
                style = denser;
                continue;
            }
            (fitted, _) => fitted?.scene,
        };
        return Ok(if style.scale == 1.0 { scene } else { scene.enlarged(style.scale) });
    }
}

/// A picture, and by how much its plots had to grow.
struct Fitted {
    scene: Scene,
    grown: f64,
}

fn fitted(chart: &Chart, style: &Style) -> Result<Fitted, Refused> {
    match style.height {
        None => Ok(flowing(chart, style, f64::INFINITY)?),
        Some(height) => fixed(chart, style, height),
    }
}

/// By so many pixels names of events may make a picture higher than numbers would.
const NAMES_WORTH: f64 = 40.0;
/// So many names in so many lines each are a thicket.
const MANY_NAMES: usize = 4;
const TORN: usize = 3;

/// Names that make a plot grow by so much are not tried further before numbers are.
const NAMES_MOST: f64 = 160.0;

/// The chart with its events by number where their names have no room, make it so much higher, or
/// are a thicket.
fn with_events(chart: &Chart, style: &Style) -> (Option<Chart>, Result<Fitted, Refused>) {
    let Some(numbered) = with_numbered_events(chart) else { return (None, fitted(chart, style)) };
    let named = match style.height {
        None => flowing(chart, style, NAMES_MOST).map_err(Refused::from),
        Some(height) => fixed(chart, style, height),
    };
    let torn = |fitted: &Fitted| {
        let drawn = chart.panels.iter().flat_map(|panel| &panel.events);
        let names = drawn.filter(|event| !event.label.is_empty()).count();
        names >= MANY_NAMES && fitted.scene.texts(&[Role::EventLabel]).count() >= TORN * names
    };
    let torn = named.as_ref().is_ok_and(torn);
    if !torn && named.as_ref().is_ok_and(|fitted| fitted.grown < NAMES_WORTH) {
        return (None, named);
    }
    let other = fitted(&numbered, style);
    // What grows as much with numbers may have its names.
    let named = match &other {
        Ok(other) if named.is_err() && other.grown < NAMES_MOST => named,
        _ if named.is_ok() || style.height.is_some() => named,
        _ => fitted(chart, style),
    };
    let better = match (&other, &named) {
        (Ok(other), Ok(named)) => torn || other.scene.height + NAMES_WORTH < named.scene.height,
        (Ok(_), Err(_)) => true,
        (Err(_), _) => false,
    };
    if better { (Some(numbered), other) } else { (None, named) }
}

/// So much less crowded labels must be for something to be taken from them.
const WORTH: f64 = 6.0;
/// Where there is room as a rule, labels that are less crowded than this are left as they are; of
/// those that are more so, any that say less are better.
const CROWDED: f64 = 24.0;

/// The same or, if that is less crowded, with shorter labels.
fn shortened(
    chart: &Chart,
    whole: Result<Fitted, Refused>,
    style: &Style,
) -> Result<Fitted, Refused> {
    let crowd = |fitted: &Result<Fitted, Refused>| match fitted {
        Ok(fitted) => crowd(&fitted.scene, fitted.grown),
        Err(_) => f64::INFINITY,
    };
    let mut best = whole;
    let mut least = crowd(&best);
    let (crowded, worth) = if style.brief { (WORTH, WORTH) } else { (CROWDED, 0.0) };
    if least < crowded {
        return best;
    }
    let key = Page::plan(chart, style).map(|mut page| key(chart.language, &page.signs(style)));
    let key = key.unwrap_or_default();
    let room = match style.brief {
        false => LabelRoom::Enough,
        // On a phone, or where there is no room otherwise.
        true if !style.low || best.is_err() => LabelRoom::Least,
        true => LabelRoom::Little,
    };
    for brief in shorter(chart, &key, room) {
        if least < crowded {
            break;
        }
        let shorter = fitted(&brief, style);
        let own = crowd(&shorter);
        if own + worth <= least {
            (best, least) = (shorter, own);
        }
    }
    best
}

/// How crowded labels are: leader lines, lines that tear a label, and pixels by
/// which the plots have grown.
fn crowd(scene: &Scene, grown: f64) -> f64 {
    let leaders = scene.shapes.iter().filter(|shape| shape.role == Role::Leader).count();
    let torn = scene.texts(&[Role::Label]).filter(|(_, text)| {
        text.runs.first().is_some_and(|run| run.stands_for == StandsFor::Aside)
    });
    4.0 * leaders as f64 + 2.0 * torn.count() as f64 + grown / 10.0
}

/// No row grows more often than this before it is too tall.
const ROUNDS: u32 = 400;
const TALLEST: f64 = 6_000.0;
/// No label is taller than this.
const LONGEST_LABEL: f64 = 600.0;

/// As tall as it has to be, with plots that grow by no more than so many pixels.
fn flowing(chart: &Chart, style: &Style, most: f64) -> Result<Fitted, Unfit> {
    let mut page = Page::plan(chart, style)?;
    let plots = |page: &Page| page.rows.iter().map(|row| row.plot_height).sum::<f64>();
    let (mut tightened, natural) = (false, plots(&page));
    for _ in 0..ROUNDS {
        match page.paint(chart, style) {
            Ok(scene) if tightened || page.is_tight(&scene) => {
                return Ok(Fitted { scene, grown: plots(&page) - natural });
            }
            Ok(scene) => {
                page.tighten(&scene);
                tightened = true;
            }
            Err(short) => {
                let alike = page.alike;
                let rows = page.rows.iter_mut().enumerate();
                let grown = rows.filter(|(at, _)| alike || *at == short.row);
                grown.for_each(|(_, row)| row.grow());
                let row = &page.rows[short.row];
                let sizes = [
                    (short.missing.height, LONGEST_LABEL),
                    (row.plot_height, TALLEST),
                    (plots(&page) - natural, most),
                ];
                for (needed, allowed) in sizes {
                    if needed > allowed {
                        return Err(Unfit::TooTall {
                            needed,
                            allowed,
                            what: Crowded::Label(short.missing.words),
                        });
                    }
                }
            }
        }
    }
    let needed = page.rows.iter().map(|row| row.plot_height).fold(0.0, f64::max);
    Err(Unfit::TooTall { needed, allowed: TALLEST, what: Crowded::Chart })
}

/// A plot lower than this shows nothing; one of many may be lower.
const LOWEST: f64 = 60.0;
const LOWEST_SMALL: f64 = 48.0;

/// Just so tall.
fn fixed(chart: &Chart, style: &Style, height: f64) -> Result<Fitted, Refused> {
    // Whole pixels of the picture: a height that went through other scales is a hair off, and the
    // plot, cut to whole pixels, one too low.
    let height = (height * style.scale).round() / style.scale;
    let what = match within(chart, style, height)? {
        Ok(scene) => return Ok(Fitted { scene, grown: 0.0 }),
        Err(what) => what,
    };
    // Where there is width to spare, panels that have no room one below the other may side by side.
    if style.low && chart.arrangement == Arrangement::Stacked {
        let beside = Chart { arrangement: Arrangement::SideBySide, ..chart.clone() };
        if let Ok(scene) = within(&beside, style, height)? {
            return Ok(Fitted { scene, grown: 0.0 });
        }
    }
    let height = (height * style.scale).round();
    Err(Refused::TooLow { height, what, tried: Box::new((chart.clone(), style.clone())) })
}

/// A height in whole pixels that is enough, not far above the least that is. As tall as the chart
/// would be by itself, it may well be enough; from there it is narrowed down.
fn needed(chart: &Chart, style: &Style, too_low: f64) -> Result<f64, Unfit> {
    let enough = |height: f64| Ok(within(chart, style, height / style.scale)?.is_ok());
    let free = flowing(chart, style, f64::INFINITY)?.scene.height * style.scale;
    let (mut low, mut high) = (too_low, free.max(too_low * 1.1).ceil());
    while !enough(high)? {
        (low, high) = (high, (high * 1.2).ceil());
        if high > TALLEST * style.scale {
            let what = Crowded::Chart;
            return Err(Unfit::TooTall { needed: high, allowed: TALLEST, what });
        }
    }
    for _ in 0..NARROWED {
        let middle = ((low + high) / 2.0).ceil();
        if middle >= high {
            break;
        }
        if enough(middle)? { high = middle } else { low = middle }
    }
    Ok(high)
}

/// How often the height needed is narrowed down.
const NARROWED: usize = 5;

/// The picture of this height, or what has no room in it.
fn within(chart: &Chart, style: &Style, height: f64) -> Result<Result<Scene, Crowded>, Unfit> {
    let mut page = Page::plan(chart, style)?;
    let apart = page.apart_from_plots(style);
    // Claims are as high as their words.
    let alike = page.alike;
    let (claims, plots): (Vec<&PanelRow>, Vec<&PanelRow>) =
        page.rows.iter().partition(|row| row.is_of_claims());
    let claims: f64 = claims.iter().map(|row| row.plot_height).sum();
    let count = plots.len().max(1) as f64;
    let plot = ((height - apart - claims) / count).floor();
    let lowest = if alike { LOWEST_SMALL } else { LOWEST };
    if plot < if plots.is_empty() { 0.0 } else { lowest } {
        return Ok(Err(Crowded::Plot));
    }
    let usual = style.plot;
    let share = plots.first().map_or(1.0, |row| row.plot_height / usual);
    // Again, now that it is known how high the axis of values is.
    let style = &Style { plot: plot / share, ..style.clone() };
    let mut page = Page::plan(chart, style)?;
    let (mut plot, mut missing) = (plot, None);
    for (pressed, headroom) in TRIES {
        // What is drawn may ask for another line of the foot than what was planned did.
        for _ in 0..2 {
            let lower = plot - (headroom - HEADROOM);
            if lower < lowest && plot >= lowest || (pressed > 2 && plot < DESPERATE * usual) {
                break;
            }
            let plots = page.rows.iter_mut().filter(|row| !row.is_of_claims());
            plots.for_each(|row| row.press(lower, headroom, pressed));
            match page.paint(chart, style) {
                Ok(scene) if scene.height <= height => return Ok(Ok(Scene { height, ..scene })),
                Ok(scene) => plot -= ((scene.height - height) / count).ceil(),
                Err(short) => {
                    missing = missing.or(Some(Crowded::Label(short.missing.words)));
                    break;
                }
            }
        }
    }
    Ok(Err(missing.unwrap_or(Crowded::Plot)))
}

/// How hard labels are pressed, and how far they may rise above the plot.
const TRIES: [(u32, f64); 7] = [
    (1, HEADROOM),
    (1, HEADROOM + 30.0),
    (2, HEADROOM),
    (2, HEADROOM + 30.0),
    (2, HEADROOM + 60.0),
    (3, HEADROOM + 30.0),
    (3, HEADROOM + 240.0),
];
/// Only where a plot is so many times as tall as usual a leader line may cross another label.
const DESPERATE: f64 = 2.5;
