//! Which chart, which figures and which inputs: what lets a stale copy be told from a fresh one.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::str::FromStr;

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use super::house_style::HouseStyle;
use super::look::Look;
use super::short_hash::short_hash;
use super::tone::Tone;
use crate::dataset::Dataset;
use crate::figure::{
    Day, EventKey, Figure, FigureKey, Formula, Interval, Quantity, SeriesKey, Side, SourceKey,
    Status,
};

/// Which chart, which figures and which inputs a picture was drawn from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The name of the project.
    pub project: String,
    /// The name of the spec.
    pub chart: String,
    /// The ids of every figure drawn or told of, sorted.
    pub figures: Vec<String>,
    /// What each of them said: see [`StampedFigure::read`].
    pub said: Vec<String>,
    /// A hash over what the spec and every row the chart read mean: see `short_hash`.
    pub inputs: String,
    /// Twins differ in nothing but this.
    pub look: Look,
    /// The day as of which it was drawn; `None` where from all that was known.
    pub as_of: Option<Day>,
    /// The family that its texts are set in where a reader has it; may be empty.
    pub font: String,
    /// Was it drawn without its title, which stands in a caption?
    pub bare: bool,
}

/// What a figure said when the picture was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampedFigure {
    /// `None` where the figure had no number.
    pub quantity: Option<Quantity>,
    /// Its letters.
    pub status: Status,
}

impl StampedFigure {
    /// `82109`, `about20000000`, `550000~850000`, `50(40~60)`; a status follows as in `41/p`.
    fn write(&self) -> String {
        let one = |side: Side, value: Decimal| {
            let word = if side == Side::Exact { "" } else { side.word() };
            format!("{word}{}", value.normalize())
        };
        let number = match &self.quantity {
            None => String::new(),
            Some(Quantity::One { side, value }) => one(*side, *value),
            Some(Quantity::Range { low, high }) => {
                format!("{}~{}", low.normalize(), high.normalize())
            }
            Some(Quantity::Interval(interval)) => {
                let Interval { value, low, high, about } = **interval;
                let side = if about { Side::About } else { Side::Exact };
                format!("{}({}~{})", one(side, value), low.normalize(), high.normalize())
            }
        };
        match self.status.to_string() {
            status if status.is_empty() => number,
            status => format!("{number}/{status}"),
        }
    }

    /// From what a stamp says of a figure; `None` if that is nothing.
    pub fn read(said: &str) -> Option<StampedFigure> {
        let (number, status) = said.split_once('/').unwrap_or((said, ""));
        let status = Status::parse(status).ok()?;
        if number.is_empty() {
            return (!said.is_empty()).then_some(StampedFigure { quantity: None, status });
        }
        let ends = |text: &str| -> Option<(Decimal, Decimal)> {
            let (low, high) = text.split_once('~')?;
            Some((Decimal::from_str(low).ok()?, Decimal::from_str(high).ok()?))
        };
        let one = |text: &str| -> Option<(Side, Decimal)> {
            let starts = text.find(|letter: char| letter.is_ascii_digit() || letter == '-')?;
            let (word, value) = text.split_at(starts);
            let word = if word.is_empty() { Side::Exact.word() } else { word };
            let side = Side::ALL.into_iter().find(|side| side.word() == word)?;
            Some((side, Decimal::from_str(value).ok()?))
        };
        let quantity = if let Some((value, rest)) = number.split_once('(') {
            let (side, value) = one(value)?;
            let (low, high) = ends(rest.strip_suffix(')')?)?;
            let about = side == Side::About;
            Quantity::Interval(Box::new(Interval { value, low, high, about }))
        } else if let Some((low, high)) = ends(number) {
            Quantity::Range { low, high }
        } else {
            let (side, value) = one(number)?;
            side.of(value)
        };
        Some(StampedFigure { quantity: Some(quantity), status })
    }

    /// What a figure of the data says, as far as anybody stands for its digits.
    pub fn of(data: &Dataset, figure: &Figure) -> StampedFigure {
        let series = data.series(figure.series);
        let tone = Tone::of(data.language, series);
        let number = |quantity| tone.rounded(quantity, figure.is_derived());
        StampedFigure { quantity: figure.quantity().map(number), status: figure.status }
    }
}

/// What a chart has read of the data, each as often as it was read.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Drawn or told of.
    pub shown: Vec<FigureKey>,
    /// Read to decide what is drawn.
    pub read: Vec<FigureKey>,
    pub series: Vec<SeriesKey>,
    pub events: Vec<EventKey>,
}

fn once<K: Ord>(mut keys: Vec<K>) -> Vec<K> {
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The stamp over what the spec means and what every row that was read says: neither how a cell is
/// quoted nor the order of rows or columns counts, nor a text that no reader of the chart meets.
/// `told` is every text of the chart.
pub fn stamp(
    data: &Dataset,
    (project, chart): (&str, &str),
    (spec, house): (&str, &HouseStyle),
    mut inputs: Inputs,
    told: &[&str],
) -> Stamp {
    inputs.shown = once(inputs.shown);
    let mut shown: Vec<&Figure> = inputs.shown.iter().map(|key| data.figure(*key)).collect();
    shown.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    let said = shown.iter().map(|figure| StampedFigure::of(data, figure).write()).collect();
    inputs.read.extend(&inputs.shown);
    inputs.read = once(inputs.read);
    inputs.series.extend(inputs.read.iter().map(|key| data.figure(*key).series));
    inputs.series = once(inputs.series);
    inputs.events = once(inputs.events);
    let meaning = RowMeaning { data, told };
    let mut hash = Sha256::new();
    let table = spec.parse::<toml::Table>();
    feed(&mut hash, &table.map_or_else(|_| spec.to_string(), |table| format!("{table:?}")));
    let settled = house.said();
    if !settled.is_empty() {
        feed(&mut hash, &settled);
    }
    rows(&mut hash, inputs.read.iter().map(|key| meaning.figure(*key)));
    rows(&mut hash, inputs.series.iter().map(|key| meaning.series(*key)));
    rows(&mut hash, sources(data, &inputs).into_iter().map(|key| meaning.source(key)));
    rows(&mut hash, inputs.events.iter().map(|key| meaning.event(*key)));
    Stamp {
        project: project.to_string(),
        chart: chart.to_string(),
        figures: shown.iter().map(|figure| figure.id.to_string()).collect(),
        said,
        inputs: short_hash(&hash.finalize(), 16),
        look: Look::default(),
        as_of: data.as_known.as_ref().map(|known| known.day),
        font: house.font.map(|font| font.family.clone()).unwrap_or_default(),
        bare: false,
    }
}

/// What rows say to a reader of the chart, each as a list of texts.
struct RowMeaning<'c> {
    data: &'c Dataset<'c>,
    told: &'c [&'c str],
}

impl<'c> RowMeaning<'c> {
    /// The text, if the chart says it, or its first sentence.
    fn told<'s>(&self, text: &'s str) -> &'s str {
        let first = text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches('.');
        let is_told = !first.is_empty() && self.told.iter().any(|told| told.contains(first));
        if is_told { text } else { "" }
    }

    fn figure(&self, key: FigureKey) -> Vec<Cow<'c, str>> {
        let figure = self.data.figure(key);
        let voice = |key: Option<SourceKey>| key.map_or("", |key| self.data.source(key).id);
        vec![
            figure.period.to_string().into(),
            figure.quantity().map(Quantity::to_string).unwrap_or_default().into(),
            figure.status.to_string().into(),
            figure.claim.formula().map(Formula::to_string).unwrap_or_default().into(),
            self.data.series(figure.series).id.into(),
            voice(Some(figure.source)).into(),
            voice(figure.origin).into(),
            format!("{:?}", figure.rank).into(),
            self.told(&figure.note).into(),
            self.told(&figure.stated).into(),
        ]
    }

    fn series(&self, key: SeriesKey) -> Vec<Cow<'c, str>> {
        let series = self.data.series(key);
        vec![
            series.id.into(),
            (&*series.title).into(),
            (&*series.unit).into(),
            format!("{:?} {:?} {:?}", series.nature, series.per, series.year_starts).into(),
            (&*series.base).into(),
            (&*series.geography).into(),
            self.told(&series.counted_by).into(),
            self.told(&series.definition).into(),
            self.told(&series.note).into(),
        ]
    }

    fn source(&self, key: SourceKey) -> Vec<Cow<'c, str>> {
        let source = self.data.source(key);
        vec![
            source.id.into(),
            (&*source.publisher).into(),
            source.published.map(|unit| unit.to_string()).unwrap_or_default().into(),
            source.origin.map_or("", |origin| self.data.source(origin).id).into(),
            self.told(&source.author).into(),
            self.told(&source.title).into(),
            self.told(&source.container).into(),
        ]
    }

    fn event(&self, key: EventKey) -> Vec<Cow<'c, str>> {
        let event = self.data.event(key);
        vec![
            event.date.to_string().into(),
            (&*event.label).into(),
            event.source.map_or("", |source| self.data.source(source).id).into(),
        ]
    }
}

/// The sources of the figures and events, and those that they relay.
fn sources(data: &Dataset, inputs: &Inputs) -> Vec<SourceKey> {
    let figures = inputs.read.iter().map(|key| data.figure(*key));
    let mut waiting: Vec<SourceKey> =
        figures.flat_map(|figure| [Some(figure.source), figure.origin]).flatten().collect();
    waiting.extend(inputs.events.iter().filter_map(|key| data.event(*key).source));
    waiting = once(waiting);
    let (mut sources, mut known) = (Vec::new(), BTreeSet::new());
    while let Some(key) = waiting.pop() {
        if known.insert(key) {
            sources.push(key);
            waiting.extend(data.source(key).origin);
        }
    }
    sources
}

fn rows<'c>(hash: &mut Sha256, rows: impl Iterator<Item = Vec<Cow<'c, str>>>) {
    let mut rows: Vec<Vec<Cow<str>>> = rows.collect();
    rows.sort_unstable();
    feed(hash, &rows.len().to_string());
    rows.iter().flatten().for_each(|text| feed(hash, text));
}

/// Each text with its length, so that no two lists of texts are hashed alike.
fn feed(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_figure_said_is_read_as_it_was_written() {
        let number = |text: &str| Decimal::from_str(text).unwrap();
        let sided = Side::ALL.map(|side| side.of(number("-20.5")));
        let (low, high) = (number("-4"), number("6"));
        let interval = |about| Interval { value: number("5"), low, high, about };
        let others = [
            Quantity::Range { low, high },
            Quantity::Interval(Box::new(interval(true))),
            Quantity::Interval(Box::new(interval(false))),
        ];
        for quantity in sided.into_iter().chain(others).map(Some).chain([None]) {
            for status in ["", "p", "bu"] {
                let status = Status::parse(status).unwrap();
                let figure = StampedFigure { quantity: quantity.clone(), status };
                let said = figure.write();
                let read = StampedFigure::read(&said);
                let empty = said.is_empty();
                assert_eq!(read, (!empty).then_some(figure), "{said}");
            }
        }
        for other in ["x", "about", "12~", "5(4~6", "1/q"] {
            assert_eq!(StampedFigure::read(other), None, "{other}");
        }
    }
}
