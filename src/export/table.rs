//! The drawn data as rows: what the CSV beside a chart, the table in its description and the
//! tables of the snippets are made from. One row for every mark, and for every gap.

use rust_decimal::Decimal;

use crate::chart::{
    Against, Chart, ClaimRow, Connector, Gap, Layer, Panel, Point, Standing, are_numbered, cited,
    in_full, rounded,
};
use crate::dataset::Dataset;
use crate::figure::{Day, Figure, FigureKey, Per, Quantity, Series, SeriesKey, Tie};
use crate::locale::Language;

/// A row of the table behind a chart: one mark, with everything that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataRow {
    /// The title of the panel, which may be empty.
    pub panel: String,
    /// The id of the series and its title.
    pub series: String,
    /// Of the series.
    pub title: String,
    /// What the series counts, in its own words.
    pub definition: String,
    /// The ids of the other series of the chart with which it may not be compared.
    pub apart_from: Vec<String>,
    /// Why not: the note of a series that says so.
    pub apart_because: String,
    /// Of its numbers, and on what a growth is: `percent on a year earlier`.
    pub unit: String,
    /// The place that is counted.
    pub geography: String,
    /// What a rate is an average over.
    pub per: Option<Per>,
    /// The id of the figure behind the mark.
    pub figure: String,
    /// The period as the data writes it, `2009-04/2010-03`, in words, `2009/10`, and its first
    /// and last day.
    pub written: String,
    /// In words.
    pub period: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// What is drawn, rounded if we worked it out; a gap has nothing.
    pub quantity: Option<Quantity>,
    /// In words, with every digit: `about 20,000,000`; for a gap the word why.
    pub said: String,
    /// How it came by its number.
    pub kind: RowKind,
    /// The letters of the status, and what they mean but for why there is no number.
    pub status: String,
    /// In the order of the letters.
    pub status_words: Vec<&'static str>,
    /// In words, the count that an average is of; empty for all other numbers.
    pub counted: String,
    /// Sources differ on it.
    pub disputed: bool,
    /// How it stands to the preferred one, where claims are set against each other.
    pub standing: Option<Standing>,
    /// Who states it, and where.
    pub source: Cited,
}

/// How a mark came by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A source states it.
    Stated,
    /// Worked out by us from other figures.
    Derived,
    /// Stated per another stretch of time.
    Converted,
    /// There is no number.
    Gap,
}

impl RowKind {
    /// As data says it, in every language.
    pub fn word(self) -> &'static str {
        match self {
            RowKind::Stated => "stated",
            RowKind::Derived => "derived",
            RowKind::Converted => "converted",
            RowKind::Gap => "gap",
        }
    }
}

/// The source of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    pub id: String,
    /// The number it has on the chart; `None` where the chart numbers no sources.
    pub number: Option<usize>,
    /// `NPCC, 6 September 2018`.
    pub text: String,
    pub url: String,
    /// Who said it first, where the source passes on another publisher's word.
    pub first: String,
}

impl DataRow {
    /// The number alone; `None` for a gap and for a range without one.
    pub fn value(&self) -> Option<Decimal> {
        self.quantity.as_ref().and_then(Quantity::value)
    }

    /// The ends of a range or of an interval.
    pub fn ends(&self) -> Option<(Decimal, Decimal)> {
        match self.quantity.as_ref()? {
            Quantity::Range { low, high } => Some((*low, *high)),
            Quantity::Interval(interval) => Some((interval.low, interval.high)),
            _ => None,
        }
    }

    fn say(
        &mut self,
        language: &'static Language,
        series: &Series,
        quantity: &Quantity,
        derived: bool,
    ) {
        self.said = in_full(language, series, quantity, derived);
        self.quantity = Some(rounded(series, quantity, derived));
    }

    /// What a reader must know besides the number: `estimate, derived, other figures differ`.
    pub fn remarks(&self, language: &Language) -> String {
        let remarks = self.status_words.iter().map(|word| word.to_string());
        let mut remarks: Vec<String> = remarks.collect();
        match self.kind {
            _ if !self.counted.is_empty() => {
                remarks.push(language.table.averaged(&self.counted));
            }
            RowKind::Derived => remarks.push(language.table.derived().to_string()),
            RowKind::Converted => remarks.push(language.table.converted().to_string()),
            RowKind::Stated | RowKind::Gap => {}
        }
        if let Some(standing) = self.standing {
            remarks.push(standing.said(language).to_string());
            remarks.retain(|remark| !remark.is_empty());
        } else if self.disputed {
            remarks.push(language.table.other_figures_differ().to_string());
        }
        remarks.join(language.small.comma())
    }
}

/// Every mark and gap of a chart, panel by panel, series by series, in time.
pub fn rows(chart: &Chart, data: &Dataset) -> Vec<DataRow> {
    let desk = RowWriter { chart, data };
    let mut rows: Vec<DataRow> = Vec::new();
    for panel in &chart.panels {
        for layer in &panel.layers {
            let mut of_layer: Vec<DataRow> =
                layer.marks().filter_map(|point| desk.point(panel, layer, point)).collect();
            of_layer.extend(layer.gaps.iter().filter_map(|gap| desk.gap(panel, layer, gap)));
            of_layer.sort_by_key(|row| (row.from, row.to));
            rows.extend(of_layer);
            let connector = layer.connector.as_ref();
            rows.extend(connector.and_then(|connector| desk.change(panel, connector)));
        }
        if let Against::Claims(claims) = &panel.form {
            rows.extend(claims.iter().filter_map(|claim| desk.claim(panel, claim)));
        }
    }
    set_apart(data, &mut rows);
    rows
}

/// Says of each row with what else of the chart it may not be compared.
fn set_apart(data: &Dataset, rows: &mut [DataRow]) {
    let mut all: Vec<SeriesKey> = Vec::new();
    for key in rows.iter().filter_map(|row| data.find_series(&row.series)) {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    for one in &all {
        let others =
            || all.iter().filter_map(|other| Some((*other, data.incomparable(*one, *other)?)));
        let mut reasons: Vec<&str> = others().map(|(_, why)| why.reason).collect();
        reasons.dedup();
        let ids: Vec<String> = others().map(|(key, _)| data.series(key).id.to_string()).collect();
        for row in rows.iter_mut().filter(|row| row.series == data.series(*one).id) {
            (row.apart_from, row.apart_because) = (ids.clone(), reasons.join(" "));
        }
    }
}

struct RowWriter<'a, 't> {
    chart: &'a Chart,
    data: &'a Dataset<'t>,
}

impl<'t> RowWriter<'_, 't> {
    fn find(&self, figure: &str) -> Option<(FigureKey, &Figure<'t>)> {
        let key = self.data.find_figure(figure)?;
        Some((key, self.data.figure(key)))
    }

    fn point(&self, panel: &Panel, layer: &Layer, point: &Point) -> Option<DataRow> {
        let (_, figure) = self.find(&point.figure)?;
        let key = self.data.find_series(&layer.series)?;
        let series = self.data.series(key);
        let mut row = self.row(panel, series, figure);
        // The end of a change that the data has no figure for carries the id of the change.
        let borrowed = layer.connector.is_some() && figure.series != key;
        row.kind = match (borrowed || figure.is_derived(), point.derived) {
            (true, _) => RowKind::Derived,
            (false, true) => RowKind::Converted,
            (false, false) => RowKind::Stated,
        };
        if borrowed {
            let units = [figure.period.first_unit(), figure.period.last_unit()];
            let end = units.into_iter().find(|unit| unit.span() == point.span)?;
            (row.written, row.period) = (end.to_string(), self.data.language.date(end));
            (row.status, row.status_words) = (String::new(), Vec::new());
        }
        row.per = layer.per;
        (row.from, row.to) = (point.span.start, point.span.end);
        row.say(self.data.language, series, &point.quantity, point.derived);
        if let (Some(_), Some(all)) = (layer.per, figure.quantity())
            && series.nature.tie() == Tie::Sum
        {
            row.counted = in_full(self.data.language, series, all, figure.is_derived());
        }
        row.disputed = point.disputed;
        Some(row)
    }

    fn claim(&self, panel: &Panel, claim: &ClaimRow) -> Option<DataRow> {
        let (key, figure) = self.find(&claim.figure)?;
        let series = self.data.series(figure.series);
        let mut row = self.row(panel, series, figure);
        row.kind = match (&claim.quantity, claim.derived) {
            (None, _) => RowKind::Gap,
            (Some(_), true) => RowKind::Derived,
            (Some(_), false) => RowKind::Stated,
        };
        match &claim.quantity {
            Some(quantity) => row.say(self.data.language, series, quantity, claim.derived),
            None => row.said = claim.said.clone(),
        }
        row.disputed = self.is_disputed(figure, key);
        row.standing = Some(claim.standing);
        Some(row)
    }

    fn gap(&self, panel: &Panel, layer: &Layer, gap: &Gap) -> Option<DataRow> {
        let (_, figure) = self.find(&gap.figure)?;
        let mut row = self.row(panel, self.data.series(figure.series), figure);
        row.kind = RowKind::Gap;
        row.per = layer.per;
        row.said = gap.word.clone();
        Some(row)
    }

    fn change(&self, panel: &Panel, connector: &Connector) -> Option<DataRow> {
        let (key, figure) = self.find(&connector.figure)?;
        let series = self.data.series(figure.series);
        let mut row = self.row(panel, series, figure);
        let quantity = figure.quantity()?;
        row.kind = if figure.is_derived() { RowKind::Derived } else { RowKind::Stated };
        row.say(self.data.language, series, quantity, figure.is_derived());
        row.period = self.data.language.from_to(figure.period);
        row.disputed = self.is_disputed(figure, key);
        Some(row)
    }

    /// Does some pair of the observation that the figure belongs to differ?
    fn is_disputed(&self, figure: &Figure, key: FigureKey) -> bool {
        let observations = self.data.observations_of(figure.series).iter();
        observations
            .filter(|observation| observation.disputed)
            .any(|observation| self.data.claims(observation).contains(&key))
    }

    /// What follows from the figure alone.
    fn row(&self, panel: &Panel, series: &Series, figure: &Figure) -> DataRow {
        let span = figure.period.span();
        DataRow {
            panel: panel.title.clone(),
            series: series.id.to_string(),
            title: series.title.to_string(),
            definition: series.definition.to_string(),
            apart_from: Vec::new(),
            apart_because: String::new(),
            unit: self.data.language.unit_of(series).into_owned(),
            geography: series.geography.to_string(),
            per: series.per,
            figure: figure.id.to_string(),
            written: figure.period.to_string(),
            period: self.data.language.period(figure.period, self.data.naming(figure.series)),
            from: span.start,
            to: span.end,
            quantity: None,
            said: String::new(),
            kind: RowKind::Stated,
            status: figure.status.to_string(),
            status_words: self.data.language.statuses(figure.status),
            counted: String::new(),
            disputed: false,
            standing: None,
            source: self.cited(figure),
        }
    }

    /// All that a figure without a row was worked out of: it has no source of its own.
    fn cited_together(&self, figure: &Figure) -> Cited {
        let key = self.data.find_figure(&figure.id);
        let all = key.map(|key| cited(self.data, &[key])).unwrap_or_default();
        let joined = |texts: Vec<&str>| texts.join("; ");
        Cited {
            id: joined(all.iter().map(|source| source.source.as_str()).collect()),
            number: None,
            text: joined(all.iter().map(|source| source.text.as_str()).collect()),
            url: match &all[..] {
                [one] => one.url.clone(),
                _ => String::new(),
            },
            first: String::new(),
        }
    }

    fn cited(&self, figure: &Figure) -> Cited {
        if self.data.series(figure.series).formula.is_some() {
            return self.cited_together(figure);
        }
        let source = self.data.source(figure.source);
        // One source may be cited twice, once for itself and once for whom it relays; and two by
        // the same words.
        let key = self.data.find_figure(&figure.id);
        let own = key.map(|key| cited(self.data, &[key])).unwrap_or_default();
        let sources = || self.chart.sources.iter();
        let place = sources()
            .position(|known| own.first().is_some_and(|own| own.text == known.text))
            .or_else(|| sources().position(|known| known.source == source.id));
        let first = self.data.relays(figure).then(|| self.data.first_voice(figure)).flatten();
        Cited {
            id: source.id.to_string(),
            number: place.filter(|_| are_numbered(&self.chart.sources)).map(|place| place + 1),
            text: match source.published {
                Some(date) => {
                    format!("{}, {}", source.publisher, self.data.language.published(date))
                }
                None => source.publisher.to_string(),
            },
            url: source.url.to_string(),
            first: first.map_or(String::new(), |key| self.data.source(key).publisher.to_string()),
        }
    }
}
