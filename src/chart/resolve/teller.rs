//! The one door through which texts get at figures. Whatever figure a text speaks of is
//! remembered here, so that the chart cites it and its stamp names it: nobody has to list it.

use std::borrow::Cow;
use std::cell::RefCell;

use super::apart::{self, PairApart};
use super::board::{self, Board, Claims};
use super::breaks;
use super::citations::{Citations, inputs};
use super::claimed;
use super::desk::Desk;
use super::disputes::{self, Other};
use super::observed::Observed;
use super::shown::Shown;
use super::within::{self, Differing};
use crate::chart::claim::Standing;
use crate::chart::layer::Point;
use crate::chart::tone::Tone;
use crate::dataset::Voices;
use crate::figure::agreement::agree;
use crate::figure::{
    Claim, EventKey, Figure, FigureKey, Formula, Frequency, Grain, Period, Series, SeriesKey,
    Source, SourceKey,
};
use crate::locale::Language;
use crate::locale::phrases::{Description, Notes};

/// What a text is written from. It lets nobody at the data itself.
pub struct Teller<'d, 'a> {
    desk: &'d Desk<'a>,
    citations: &'d Citations,
    spoken_of: RefCell<SpokenOf>,
}

/// The figures that texts speak of, each as often as they do.
#[derive(Clone, Debug, Default)]
pub struct SpokenOf {
    /// In the order in which their sources are numbered.
    pub cited: Vec<FigureKey>,
    /// Named and not cited.
    pub named: Vec<FigureKey>,
}

impl<'d, 'a> Teller<'d, 'a> {
    /// Without citations it learns what must be cited; with them it gives the numbers.
    pub fn new(desk: &'d Desk<'a>, citations: &'d Citations) -> Teller<'d, 'a> {
        Teller { desk, citations, spoken_of: RefCell::default() }
    }

    /// What was spoken of until now.
    pub fn spoken_of(self) -> SpokenOf {
        self.spoken_of.into_inner()
    }

    /// A figure that the text speaks of, and that is cited for it.
    pub fn figure(&self, key: FigureKey) -> &'d Figure<'a> {
        let cited = &mut self.spoken_of.borrow_mut().cited;
        // One sentence asks for it several times.
        if cited.last() != Some(&key) {
            cited.push(key);
        }
        self.desk.data.figure(key)
    }

    /// A figure that the text names and does not cite: one that is not drawn, with who states it,
    /// or one that tells of a break.
    pub fn named(&self, key: FigureKey) -> &'d Figure<'a> {
        self.spoken_of.borrow_mut().named.push(key);
        self.desk.data.figure(key)
    }

    /// What descriptions are made of.
    pub fn says(&self) -> &'static Description {
        &self.language().description
    }

    pub fn language(&self) -> &'static Language {
        self.desk.data.language
    }

    /// The number of the source of a figure, as in `[2]`; empty where all have the same.
    pub fn mark(&self, key: FigureKey) -> String {
        self.figure(key);
        self.citations.mark(self.desk.data, key)
    }

    /// Have the figures more than one source, whether or not numbers say which?
    pub fn cites_several(&self) -> bool {
        self.citations.are_several()
    }

    pub fn mark_event(&self, key: EventKey) -> String {
        self.citations.mark_event(self.desk.data, key)
    }

    /// The same for several figures together: `[1, 3]`.
    pub fn mark_all(&self, keys: &[FigureKey]) -> String {
        self.spoken_of.borrow_mut().cited.extend(keys);
        self.citations.mark_all(self.desk.data, keys)
    }

    /// The figures that the formula of a figure reads.
    pub fn worked_out_of(&self, key: FigureKey) -> Vec<FigureKey> {
        let formula = self.desk.data.figure(key).claim.formula();
        let ids = formula.map(Formula::figures).unwrap_or_default().into_iter();
        ids.filter_map(|id| self.desk.data.find_figure(id)).collect()
    }

    /// The sentences below a chart.
    pub fn notes(&self) -> &'static Notes {
        &self.language().notes
    }

    pub fn find_series(&self, id: &str) -> Option<SeriesKey> {
        self.desk.data.find_series(id)
    }

    /// A figure of a formula, by its id.
    pub fn input(&self, id: &str) -> Option<(FigureKey, &'d Figure<'a>)> {
        let key = self.desk.data.find_figure(id)?;
        Some((key, self.figure(key)))
    }

    /// A figure, and whatever it was worked out from, if it was.
    pub fn worked_out(&self, key: FigureKey) -> &'d Figure<'a> {
        let figure = self.figure(key);
        if figure.is_derived() {
            self.spoken_of.borrow_mut().cited.extend(inputs(self.desk.data, key));
        }
        figure
    }

    /// What the data has that differs from what is drawn.
    pub fn others(&self, observed: &Observed) -> Vec<Other> {
        let others = disputes::others(self.desk, observed);
        let figures = others.iter().flat_map(|other| &other.figures);
        self.spoken_of.borrow_mut().cited.extend(figures);
        others
    }

    /// What the data has for a period around or within that of a level that is drawn, and that
    /// differs from it.
    pub fn differing(&self, series: SeriesKey, drawn: &[FigureKey]) -> Vec<Differing> {
        let differing = within::differing(self.desk, series, drawn);
        let others = differing.iter().flat_map(|one| &one.others);
        let figures = others.flat_map(|(_, other)| &other.figures);
        self.spoken_of.borrow_mut().cited.extend(figures);
        differing
    }

    /// The superseded figures of the period of what is drawn whose number does not agree with it.
    pub fn withdrawn(&self, observed: &Observed) -> Vec<FigureKey> {
        let data = self.desk.data;
        let drawn = data.figure(observed.figure);
        let differs = |figure: &Figure| match (drawn.quantity(), figure.quantity()) {
            (Some(drawn), Some(other)) => !agree(drawn, other),
            _ => false,
        };
        let superseded = data.superseded_within(drawn.series, observed.span());
        let withdrawn = superseded.filter(|key| {
            let figure = data.figure(*key);
            figure.status.is_target() == drawn.status.is_target() && differs(figure)
        });
        withdrawn.collect()
    }

    /// The claims of what is drawn that have no number.
    pub fn silent(&self, observed: &Observed) -> Vec<FigureKey> {
        let claims = observed.claims.iter().copied();
        let absent =
            |key: &FigureKey| matches!(self.desk.data.figure(*key).claim, Claim::Absent(_));
        let silent: Vec<FigureKey> = claims.filter(absent).collect();
        self.spoken_of.borrow_mut().cited.extend(&silent);
        silent
    }

    /// Why a break is there, and the period that it lies before.
    pub fn broken(&self, key: FigureKey) -> (Period, String) {
        (self.named(key).period, breaks::reason(self.desk, key))
    }

    /// The figures that the author leaves out.
    pub fn without(&self) -> &'d [FigureKey] {
        &self.desk.without
    }

    /// What the panels show and may not be compared.
    pub fn pairs(&self, boards: &[Board]) -> Vec<PairApart<'a>> {
        apart::pairs(self.desk, boards)
    }

    pub fn series(&self, key: SeriesKey) -> &'d Series<'a> {
        self.desk.data.series(key)
    }

    pub fn source(&self, key: SourceKey) -> &'d Source<'a> {
        self.desk.data.source(key)
    }

    /// Who stands behind some claims of what is drawn.
    pub fn voices<'k>(&self, claims: impl IntoIterator<Item = &'k FigureKey>) -> Voices {
        self.desk.data.voices(claims)
    }

    /// Who states the number that is drawn.
    pub fn voices_for(&self, observed: &Observed) -> Voices {
        let quantity = |key: FigureKey| self.desk.data.figure(key).quantity();
        let drawn = quantity(observed.figure);
        self.voices(observed.claims.iter().filter(|key| quantity(**key) == drawn))
    }

    pub fn who(&self, claims: &Claims, figure: &Figure) -> String {
        claimed::who(self.desk, claims, figure)
    }

    pub fn remark(&self, figure: &Figure, standing: Standing) -> String {
        claimed::remark(self.desk, figure, standing)
    }

    pub fn called<'n>(&'n self, shown: &'n Shown) -> &'n str {
        shown.called(self.desk)
    }

    /// How the numbers of a series are said.
    pub fn tone_of(&self, series: SeriesKey) -> Tone {
        self.desk.tone(series)
    }

    /// How the numbers of an observation are said.
    pub fn tone_at(&self, observed: &Observed) -> Tone {
        self.tone_of(self.desk.data.figure(observed.figure).series)
    }

    /// A period of a series in words.
    pub fn period(&self, series: SeriesKey, period: Period) -> String {
        self.desk.period(series, period)
    }

    /// `in 2017`, `on 30 June 2021`, `for April to September 2020`,
    /// `in the year ending June 2022`.
    pub fn when(&self, series: SeriesKey, period: Period) -> String {
        let said = self.period(series, period);
        let naming = self.desk.data.naming(series);
        let language = self.language();
        match period.frequency() {
            Frequency::DAY if period.first_unit().grain() == Grain::Day => self.says().on_day(said),
            _ if language.is_run(period, naming) => self.says().over_period(said),
            _ if language.is_named_by_its_end(period, naming) => self.says().in_the_period(said),
            _ => self.says().in_period(said),
        }
    }

    /// From the first to the last of the periods of a series, as the language says it.
    pub fn first_to_last(&self, series: SeriesKey, first: Period, last: Period) -> String {
        self.language().first_to_last(first, last, self.desk.data.naming(series))
    }

    /// What no value may be said without.
    pub fn caveat(&self, point: &Point) -> Option<&'static str> {
        let statuses = &self.language().statuses;
        match point.forecast {
            true => Some(statuses.forecast()),
            false => point.provisional.then_some(statuses.provisional()),
        }
    }

    /// The units of a panel, in order of appearance.
    pub fn units(&self, board: &Board) -> Vec<Cow<'a, str>> {
        board::units(self.desk, board)
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::resolve;
    use crate::dataset::{Dataset, Files};

    const SPEC: &str = "title = \"As\"\n[[panels]]\nseries = [{ id = \"a\", mark = \"points\" }]\n";

    fn told(formula: &str) -> (Vec<String>, Vec<String>, String, String) {
        let files = Files {
            figures: format!(
                "id,series,period,value,formula,source\n\
                 a-2020,a,2020,,[b-2020] * 2,one\n\
                 a-2021,a,2021,40,,one\n\
                 b-2020,b,2020,,{formula},two\n\
                 c-2020,c,2020,30,,two\n"
            )
            .into(),
            series: "id,title,unit,nature\na,As,people,flow\nb,Bs,people,flow\nc,Cs,people,flow\n"
                .into(),
            sources: "id,publisher,title,published\none,One,T,2021\ntwo,Two,T,2021\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let chart = resolve("x", "charts/x.toml", SPEC, &data, "p").value.expect("it is a chart");
        let sources = chart.sources.iter().map(|source| source.source.clone()).collect();
        (sources, chart.stamp.figures, chart.notes[0].to_string(), chart.stamp.inputs)
    }

    #[test]
    fn a_figure_that_only_a_note_names_is_cited_and_in_the_stamp() {
        let (sources, figures, note, inputs) = told("30 / 3");
        assert_eq!(note, "Calculated: 20 for 2020 = 10 (Two) × 2.");
        assert_eq!(sources, ["one", "two"]);
        assert_eq!(figures, ["a-2020", "a-2021", "b-2020"]);
        assert_ne!(told("20 / 2").3, inputs, "a stale copy is told from a fresh one");
    }

    #[test]
    fn a_figure_between_two_formulas_is_in_the_stamp() {
        let (sources, figures, note, _) = told("[c-2020] / 3");
        assert_eq!(note, "Calculated: 20 for 2020 = 10 (Two) × 2.");
        assert_eq!(sources, ["two", "one"]);
        assert_eq!(figures, ["a-2020", "a-2021", "b-2020", "c-2020"]);
    }
}
