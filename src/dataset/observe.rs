//! Figures to observations: what the figures of one series and period add up to.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;
use std::ops::Range;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use crate::dataset::Dataset;
use crate::figure::agreement::{agree, all_agree};
use crate::figure::{
    Day, Figure, FigureKey, Period, Quantity, Rank, Sequence, SeriesKey, Side, Source, SourceKey,
    Span, Tie,
};

/// The figures of one series and period that are not superseded.
#[derive(Clone, Debug)]
pub struct Observation {
    /// What is counted.
    pub series: SeriesKey,
    /// As the preferred figure writes it.
    pub period: Period,
    /// The figure to draw.
    pub preferred: FigureKey,
    /// Some pair of its figures differs, ranked or not.
    pub disputed: bool,
    /// Where its claims stand among those of its series.
    claims: Range<u32>,
}

/// Who stands behind an observation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The sources that state a figure of it, in order of preference; derived figures have none.
    pub sources: Vec<SourceKey>,
    /// Those of them that pass on what another publisher said first.
    pub relaying: Vec<SourceKey>,
    /// The first voices, each once.
    pub first: Vec<SourceKey>,
}

/// A figure with its period, to be put in order.
#[derive(Clone, Copy)]
struct Dated {
    period: Period,
    key: FigureKey,
}

/// What the figures of one series add up to.
#[derive(Debug, Default)]
pub(super) struct SeriesObserved {
    /// In time.
    observations: Vec<Observation>,
    /// What was aimed at, in time: never an observation, and never in dispute with one.
    targets: Vec<Observation>,
    /// How its periods follow each other; of changes nobody asks.
    pub sequence: Sequence,
    /// The claims of every observation and target, one run each, in order of preference.
    claims: Vec<FigureKey>,
}

/// To start threads takes longer than to group fewer figures.
const WORTH_THREADS: usize = 50_000;

impl SeriesObserved {
    /// Of figures that have no row, each with its period and whether its inputs are disputed, in
    /// time.
    pub(super) fn of_derived(
        series: SeriesKey,
        figures: impl Iterator<Item = (Period, FigureKey, bool)>,
    ) -> SeriesObserved {
        let (mut observations, mut claims) = (Vec::new(), Vec::new());
        for (period, preferred, disputed) in figures {
            let at = claims.len() as u32;
            claims.push(preferred);
            let claims = at..at + 1;
            observations.push(Observation { series, period, preferred, disputed, claims });
        }
        let spans: Vec<Span> =
            observations.iter().map(|one: &Observation| one.period.span()).collect();
        SeriesObserved { observations, targets: Vec::new(), sequence: Sequence::of(&spans), claims }
    }
}

impl Dated {
    fn order(&self) -> (Span, FigureKey) {
        (self.period.span(), self.key)
    }

    fn is_same_span(&self, other: &Dated) -> bool {
        self.period.span() == other.period.span()
    }
}

impl<'t> Dataset<'t> {
    /// Groups the figures; called once, when all figures and sources are linked. `expected` is how
    /// many figures each series has at most.
    pub(super) fn observe(&mut self, expected: &[u32]) {
        let by_series = self.by_series(expected);
        let observed = |(series, dated)| self.observed(SeriesKey(series as u32), dated);
        self.observed = if self.figures.len() < WORTH_THREADS {
            by_series.into_iter().enumerate().map(observed).collect()
        } else {
            by_series.into_par_iter().enumerate().map(observed).collect()
        };
        self.inherit_disputes();
    }

    /// What is worked out of a disputed number is disputed itself. Rows only: series that are
    /// worked out whole come later, and mind it themselves.
    fn inherit_disputes(&mut self) {
        let is_derived = |figure: &Figure| figure.is_derived() && figure.rank != Rank::Superseded;
        if !self.figures.iter().any(is_derived) {
            return;
        }
        let mut known: HashMap<FigureKey, bool> = HashMap::new();
        let mut inherited = Vec::new();
        for (series, observed) in self.observed.iter().enumerate() {
            for (at, one) in observed.observations.iter().enumerate() {
                let derived = is_derived(self.figure(one.preferred));
                if !one.disputed && derived && self.is_disputed(one.preferred, &mut known) {
                    inherited.push((series, at));
                }
            }
        }
        for (series, at) in inherited {
            self.observed[series].observations[at].disputed = true;
        }
    }

    /// Is the number of a figure disputed, or one that it is worked out of? A chain of formulas may
    /// be long, so that it is walked without recursion; none runs in a circle.
    fn is_disputed(&self, key: FigureKey, known: &mut HashMap<FigureKey, bool>) -> bool {
        let mut path = vec![key];
        while let Some(at) = path.last().copied() {
            let formula = self.figure(at).claim.formula();
            let ids = formula.map(|formula| formula.figures()).unwrap_or_default();
            let inputs = ids.into_iter().filter_map(|id| self.find_figure(id));
            let mut inherited = false;
            let before = path.len();
            for input in inputs {
                match known.get(&input) {
                    Some(disputed) => inherited |= disputed,
                    None => path.push(input),
                }
            }
            if path.len() == before {
                path.pop();
                known.insert(at, inherited || self.is_in_dispute(at));
            }
        }
        known.get(&key).copied().unwrap_or_default()
    }

    /// Do the sources differ on this figure's period?
    fn is_in_dispute(&self, key: FigureKey) -> bool {
        let figure = self.figure(key);
        let span = figure.period.span();
        let own = self.observations_of(figure.series);
        let first = own.partition_point(|one| one.period.span() < span);
        let mut of_its_days = own[first..].iter().take_while(|one| one.period.span() == span);
        of_its_days.any(|one| one.disputed && self.claims(one).contains(&key))
    }

    /// The figures that are not superseded, by series and then as in the file.
    fn by_series(&self, expected: &[u32]) -> Vec<Vec<Dated>> {
        let with_room = |count: &u32| Vec::with_capacity(*count as usize);
        let mut by_series: Vec<Vec<Dated>> = expected.iter().map(with_room).collect();
        for (key, figure) in self.figures() {
            if figure.rank != Rank::Superseded {
                by_series[figure.series.index()].push(Dated { period: figure.period, key });
            }
        }
        by_series
    }

    /// What the figures of one series add up to. Most files are in time order already, so that
    /// little is left to sort.
    fn observed(&self, series: SeriesKey, mut dated: Vec<Dated>) -> SeriesObserved {
        let is_target = |dated: &Dated| self.figure(dated.key).status.is_target();
        let mut targets: Vec<Dated> = dated.extract_if(.., |dated| is_target(dated)).collect();
        let mut claims = Vec::with_capacity(dated.len() + targets.len());
        let observations = self.grouped(series, &mut dated, &mut claims);
        let targets = self.grouped(series, &mut targets, &mut claims);
        let spans = || observations.iter().map(|one| one.period.span()).collect::<Vec<_>>();
        let sequence = match self.series(series).nature.tie() {
            Tie::Step => Sequence::Mixed,
            _ => Sequence::of(&spans()),
        };
        SeriesObserved { observations, targets, sequence, claims }
    }

    /// The observations of these figures in time; their claims are added to those of the series.
    fn grouped(
        &self,
        series: SeriesKey,
        dated: &mut [Dated],
        claims: &mut Vec<FigureKey>,
    ) -> Vec<Observation> {
        if !dated.is_sorted_by_key(Dated::order) {
            dated.sort_unstable_by_key(Dated::order);
        }
        let mut observations = Vec::with_capacity(dated.chunk_by(Dated::is_same_span).count());
        let mut from = claims.len();
        claims.extend(dated.iter().map(|dated| dated.key));
        for run in dated.chunk_by(Dated::is_same_span) {
            let to = from + run.len();
            if let [Dated { period, key: preferred }] = *run {
                let claims = from as u32..to as u32;
                let disputed = false;
                observations.push(Observation { series, period, preferred, disputed, claims });
                from = to;
                continue;
            }
            claims[from..to].sort_by(|a, b| self.order(*a, *b));
            for one in claims[from..to].chunk_by(|a, b| self.ends(*a) == self.ends(*b)) {
                observations.push(self.observation(series, one, from));
                from += one.len();
            }
        }
        observations
    }

    /// `claims` are in order of preference, and stand at `from` among those of their series.
    fn observation(&self, series: SeriesKey, claims: &[FigureKey], from: usize) -> Observation {
        Observation {
            series,
            period: self.figure(claims[0]).period,
            preferred: claims[0],
            disputed: self.differs_somewhere(claims),
            claims: from as u32..(from + claims.len()) as u32,
        }
    }

    /// What else makes the period of a change one and the same: `2012/2017` compares two years,
    /// `2012-01/2017-12` two months.
    fn ends(&self, key: FigureKey) -> Option<(Span, Span)> {
        let figure = self.figure(key);
        let is_change = self.series(figure.series).nature.tie() == Tie::Step;
        is_change.then(|| (figure.period.first_unit().span(), figure.period.last_unit().span()))
    }

    /// Figures of one series and span: by the ends of a change, then by preference, then by order
    /// in the file.
    fn order(&self, a: FigureKey, b: FigureKey) -> Ordering {
        let by_ends = self.ends(a).cmp(&self.ends(b));
        let (one, other) = (self.figure(a), self.figure(b));
        let by_statement = || statement(one).cmp(&statement(other));
        let by_source = || self.provenance(one).cmp(&self.provenance(other));
        by_ends.then_with(by_statement).then_with(by_source).then(a.cmp(&b))
    }

    /// What decides next, by where the figure is from.
    fn provenance(&self, figure: &Figure) -> impl Ord + use<> {
        let source = self.source(figure.source);
        let relayed = self.first_voice(figure).is_some_and(|first| first != figure.source);
        let published: Option<Day> = source.published.map(|unit| unit.span().start);
        (relayed, Reverse(published))
    }

    /// Does some pair of them differ?
    pub fn differs_somewhere(&self, claims: &[FigureKey]) -> bool {
        match claims {
            [] | [_] => false,
            [a, b] => self.differ(*a, *b),
            _ => !all_agree(claims.iter().filter_map(|key| self.figure(*key).quantity())),
        }
    }

    /// Do two figures of one series and period differ? A figure without a number differs from none.
    pub fn differ(&self, a: FigureKey, b: FigureKey) -> bool {
        match (self.figure(a).quantity(), self.figure(b).quantity()) {
            (Some(one), Some(other)) => !agree(one, other),
            _ => false,
        }
    }

    /// All observations and then all targets of each series, in time.
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.observed
            .iter()
            .flat_map(|observed| observed.observations.iter().chain(&observed.targets))
    }

    /// The observations of one series, in time.
    pub fn observations_of(&self, series: SeriesKey) -> &[Observation] {
        &self.observed[series.index()].observations
    }

    /// The targets of one series, in time: what its sources aim at, for one period each.
    pub fn targets_of(&self, series: SeriesKey) -> &[Observation] {
        &self.observed[series.index()].targets
    }

    /// The breaks of a series in time, each with the figure that tells of it. A break stays where
    /// it is, whoever is drawn: also that of a figure that is superseded.
    pub fn breaks_of(&self, series: SeriesKey) -> Vec<FigureKey> {
        let mut breaks: Vec<FigureKey> = self.indexes.breaks.of(series).collect();
        let span = |key: FigureKey| self.figure(key).period.span();
        breaks.sort_by_key(|key| (span(*key), self.figure(*key).rank, *key));
        breaks.dedup_by_key(|key| span(*key));
        breaks
    }

    /// The figure before which a break lies between two figures of one series.
    pub fn break_between(&self, one: FigureKey, other: FigureKey) -> Option<FigureKey> {
        let start = |key: FigureKey| self.figure(key).period.span().start;
        let series = self.figure(one).series;
        if series != self.figure(other).series {
            return None;
        }
        let (first, last) = (start(one).min(start(other)), start(one).max(start(other)));
        let breaks = self.breaks_of(series).into_iter();
        breaks.into_iter().find(|key| first < start(*key) && start(*key) <= last)
    }

    /// The figures of an observation, the preferred one first.
    pub fn claims(&self, observation: &Observation) -> &[FigureKey] {
        let claims = &self.observed[observation.series.index()].claims;
        &claims[observation.claims.start as usize..observation.claims.end as usize]
    }

    /// The claims that differ from the preferred figure.
    pub fn differing(&self, observation: &Observation) -> impl Iterator<Item = FigureKey> {
        let preferred = observation.preferred;
        let others = self.claims(observation)[1..].iter().copied();
        others.filter(move |key| self.differ(preferred, *key))
    }

    /// The first voice of a figure: the end of its chain of origins. A derived figure has none,
    /// nor has a chain that runs in a circle (which `check` refuses).
    pub fn first_voice(&self, figure: &Figure) -> Option<SourceKey> {
        if figure.is_derived() {
            return None;
        }
        if figure.origin == Some(figure.source) {
            return figure.origin;
        }
        self.voices[figure.origin.unwrap_or(figure.source).index()]
    }

    /// Does this figure's source pass on what another publisher said first?
    pub fn relays(&self, figure: &Figure) -> bool {
        self.first_voice(figure).is_some_and(|first| {
            self.source(first).publisher != self.source(figure.source).publisher
        })
    }

    /// How many have said these figures, those counted once who relay another.
    pub fn voices<'k>(&self, claims: impl IntoIterator<Item = &'k FigureKey>) -> Voices {
        let mut voices = Voices::default();
        for figure in claims.into_iter().map(|key| self.figure(*key)) {
            let Some(first) = self.first_voice(figure) else { continue };
            push_once(&mut voices.first, first);
            push_once(&mut voices.sources, figure.source);
            if self.relays(figure) {
                push_once(&mut voices.relaying, figure.source);
            }
        }
        voices
    }
}

/// What decides which figure is drawn, by what it says; the least is the best.
fn statement(figure: &Figure) -> impl Ord + use<> {
    let precision = match figure.quantity() {
        Some(Quantity::One { side: Side::Exact, .. }) => 0,
        Some(Quantity::Interval(_) | Quantity::Range { .. }) => 1,
        Some(Quantity::One { side, .. }) if side.is_rough() => 2,
        Some(Quantity::One { .. }) => 3,
        None => 4,
    };
    (figure.rank, figure.quantity().is_none(), figure.is_derived(), precision)
}

fn push_once(list: &mut Vec<SourceKey>, key: SourceKey) {
    if !list.contains(&key) {
        list.push(key);
    }
}
/// The end of every chain of origins; none where it runs in a circle.
pub fn first_voices(sources: &[Source]) -> Vec<Option<SourceKey>> {
    let mut voices: Vec<Option<Option<SourceKey>>> = vec![None; sources.len()];
    let mut chain = Vec::new();
    for start in 0..sources.len() as u32 {
        let mut at = SourceKey(start);
        chain.clear();
        let voice = loop {
            if let Some(known) = voices[at.index()] {
                break known;
            }
            // Until the end of the chain is known, its members count as a circle.
            voices[at.index()] = Some(None);
            chain.push(at);
            match sources[at.index()].origin {
                Some(origin) => at = origin,
                None => break Some(at),
            }
        };
        for member in &chain {
            voices[member.index()] = Some(voice);
        }
    }
    voices.into_iter().map(Option::flatten).collect()
}
