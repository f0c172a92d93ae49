//! What a reader must be told: sentences below the chart, always in the same order.

mod not_drawn;

use std::collections::{HashMap, HashSet};

use crate::chart::claim::Standing;
use crate::chart::resolve::arithmetic::term;
use crate::chart::resolve::board::{Board, Claims, units};
use crate::chart::resolve::breaks::reason;
use crate::chart::resolve::citations::{Citations, inputs};
use crate::chart::resolve::desk::Desk;
use crate::chart::resolve::disputes::{Other, others};
use crate::chart::resolve::observed::Observed;
use crate::chart::resolve::shown::Shown;
use crate::chart::tone::Tone;
use crate::figure::formula::{Operator, Term};
use crate::figure::{Claim, FigureKey, Nature, Period, Quantity, Span, Status};
use crate::locale::{numbers, words};

/// So many periods of a kind are named one by one.
const PERIODS_NAMED: usize = 4;
/// A claim repeated by fewer sources is not worth a sentence.
const VOICES_WORTH_TELLING: usize = 4;
/// Who says otherwise: so many are named.
const PUBLISHERS_NAMED: usize = 3;

/// The computed notes; those of the author follow.
pub fn notes(desk: &Desk, boards: &[Board], citations: &Citations) -> Vec<String> {
    let mut writer = Writer { desk, boards, citations, beside: Vec::new() };
    writer.beside = writer.beside_others();
    let mut notes = Vec::new();
    notes.extend(writer.derivations());
    notes.extend(writer.disputes());
    notes.extend(writer.silent());
    notes.extend(writer.claims());
    notes.extend(writer.breaks());
    notes.extend(writer.statuses());
    notes.extend(writer.intervals());
    notes.extend(writer.conversions());
    notes.extend(writer.units());
    notes.extend(writer.left_out());
    notes.extend(writer.superseded());
    notes.extend(writer.outside());
    notes.extend(writer.far_events());
    notes.extend(writer.voices());
    notes
}

/// The figures that only the notes tell of, in the order in which they do.
pub fn told(desk: &Desk, boards: &[Board]) -> Vec<FigureKey> {
    let writer = Writer { desk, boards, citations: &Citations::default(), beside: Vec::new() };
    let mut told = Vec::new();
    for key in writer.claimed().flat_map(Claims::figures) {
        if desk.data.figure(key).is_derived() {
            told.extend(inputs(desk.data, key));
        }
    }
    for (_, observed) in writer.observed() {
        if desk.data.figure(observed.figure).is_derived() {
            told.extend(inputs(desk.data, observed.figure));
        }
    }
    let disputed = writer.observed().map(|(_, observed)| observed);
    let ends = boards.iter().flat_map(|board| &board.changes).flat_map(|change| &change.ends);
    for (_, observed) in writer.observed() {
        told.extend(silent(desk, observed));
    }
    for observed in disputed.chain(writer.changes()).chain(ends) {
        told.extend(others(desk, observed).into_iter().flat_map(|other| other.figures));
    }
    told
}

struct Writer<'w, 'a> {
    desk: &'w Desk<'a>,
    boards: &'w [Board<'a>],
    citations: &'w Citations,
    /// Those that have a figure for a period of which another has one, too.
    beside: Vec<&'w Shown<'a>>,
}

impl<'w, 'a> Writer<'w, 'a> {
    fn shown(&self) -> impl Iterator<Item = &'w Shown<'a>> {
        self.boards.iter().flat_map(|board| &board.shown)
    }

    fn observed(&self) -> impl Iterator<Item = (&'w Shown<'a>, &'w Observed<'a>)> {
        self.shown().flat_map(|shown| shown.observed.iter().map(move |observed| (shown, observed)))
    }

    fn changes(&self) -> impl Iterator<Item = &'w Observed<'a>> {
        self.boards.iter().flat_map(|board| &board.changes).map(|change| &change.observed)
    }

    /// What a layer is called in a note; empty where the chart shows one thing only.
    fn name(&self, shown: &Shown) -> String {
        match self.shown().count() {
            0 | 1 => String::new(),
            _ => shown.called(self.desk).to_string(),
        }
    }

    /// `2017`, or `2017 (Confirmed)` where another layer has figures for the same periods.
    fn named_period(&self, shown: &Shown, period: Period) -> String {
        let said = self.desk.period(period);
        match self.beside.iter().any(|beside| std::ptr::eq(*beside, shown)) {
            true => self.named(shown, said),
            false => said,
        }
    }

    fn beside_others(&self) -> Vec<&'w Shown<'a>> {
        let mut holders: HashMap<Span, usize> = HashMap::new();
        let mut shared: HashSet<Span> = HashSet::new();
        for (at, shown) in self.shown().enumerate() {
            for span in shown.observed.iter().map(Observed::span) {
                if *holders.entry(span).or_insert(at) != at {
                    shared.insert(span);
                }
            }
        }
        let is_shared = |one: &Observed| shared.contains(&one.span());
        self.shown().filter(|shown| shown.observed.iter().any(is_shared)).collect()
    }

    fn named(&self, shown: &Shown, text: String) -> String {
        match self.name(shown) {
            name if name.is_empty() => text,
            name => format!("{text} ({name})"),
        }
    }

    fn mark(&self, key: FigureKey) -> String {
        match self.citations.mark(self.desk.data, key) {
            mark if mark.is_empty() => mark,
            mark => format!(" {mark}"),
        }
    }

    fn derivations(&self) -> Option<String> {
        let mut told = Vec::new();
        for (shown, observed) in self.observed() {
            let figure = self.desk.data.figure(observed.figure);
            if let (Some(formula), Some(quantity)) = (figure.claim.formula(), figure.quantity()) {
                let arithmetic = formula.write(&mut |term| self.term(term));
                told.push(format!(
                    "{} for {} = {arithmetic}",
                    shown.tone(self.desk).label(quantity, true),
                    self.named_period(shown, observed.period),
                ));
            }
        }
        for claims in self.claimed() {
            for figure in claims.figures().map(|key| self.desk.data.figure(key)) {
                if let (Some(formula), Some(quantity)) = (figure.claim.formula(), figure.quantity())
                {
                    let said = claims.tone(self.desk).label(quantity, true);
                    told.push(format!("{said} = {}", formula.write(&mut |term| self.term(term))));
                }
            }
        }
        for change in self.boards.iter().flat_map(|board| &board.changes) {
            if let Some(worked_out) = &change.worked_out {
                let tone = Tone::of(self.desk.data.series(change.on).nature);
                told.push(format!(
                    "{} for {} = {}",
                    tone.label(&worked_out.quantity, true),
                    self.desk.period(worked_out.period),
                    worked_out.arithmetic,
                ));
            }
        }
        (!told.is_empty()).then(|| format!("Worked out: {}.", told.join("; ")))
    }

    /// A part of a formula; an input that the chart does not draw names its source.
    fn term(&self, term: Term) -> String {
        let sign = |operator| match operator {
            Operator::Plus => "+",
            Operator::Minus => "−",
            Operator::Times => "×",
            Operator::Over => "÷",
        };
        match term {
            Term::Operator(operator) => sign(operator).to_string(),
            Term::Number(number) => numbers::full(number),
            Term::Figure(id) => self.input(id),
        }
    }

    fn input(&self, id: &str) -> String {
        let data = self.desk.data;
        let Some(key) = data.find_figure(id) else { return id.to_string() };
        let figure = data.figure(key);
        let tone = Tone::of(data.series(figure.series).nature);
        let rounded = figure.quantity().map(|q| tone.rounded(q, figure.is_derived()));
        let text = rounded.as_ref().and_then(term).unwrap_or_else(|| id.to_string());
        match self.observed().any(|(_, observed)| observed.figure == key) {
            true => text,
            false => format!("{text}{}", self.mark(key)),
        }
    }

    fn disputes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for shown in self.shown() {
            let tone = shown.tone(self.desk);
            let claimed = |key| self.claimed().any(|claims| claims.figures().any(|one| one == key));
            let told: Vec<String> = shown
                .observed
                .iter()
                .filter(|observed| !claimed(observed.figure))
                .filter_map(|observed| {
                    let others = self.others(observed, tone)?;
                    Some(format!("for {}: {others}", self.named_period(shown, observed.period)))
                })
                .collect();
            if !told.is_empty() {
                notes.push(format!("Other figures {}.", told.join("; ")));
            }
        }
        for change in self.boards.iter().flat_map(|board| &board.changes) {
            let tone = Tone::of(self.desk.data.series(change.on).nature);
            for observed in &change.ends {
                if let Some(others) = self.others(observed, tone) {
                    let period = self.desk.period(observed.period);
                    notes.push(format!("Other figures for {period}: {others}."));
                }
            }
        }
        let changes = self.boards.iter().flat_map(|board| &board.changes);
        notes.extend(changes.filter_map(|change| change.contradicted.clone()));
        for observed in self.changes() {
            if let Some(others) = self.others(observed, Tone::of(Nature::Change)) {
                let period = crate::locale::dates::from_to(observed.period);
                notes.push(format!("Other figures for the change from {period}: {others}."));
            }
        }
        notes
    }

    /// Who has no number for a period for which another source has one, and why.
    fn silent(&self) -> Vec<String> {
        let data = self.desk.data;
        let mut told = Vec::new();
        for (shown, observed) in self.observed() {
            for key in silent(self.desk, observed) {
                let figure = data.figure(key);
                let Claim::Absent(absence) = figure.claim else { continue };
                let publisher = words::name(&data.source(figure.source).publisher);
                let period = self.named_period(shown, observed.period);
                let mark = self.mark(key);
                told.push(format!(
                    "{publisher}{mark} gives no number for {period}: {}.",
                    absence.word()
                ));
            }
        }
        told
    }

    fn claimed(&self) -> impl Iterator<Item = &'w Claims> {
        self.boards.iter().filter_map(|board| board.claims.as_ref())
    }

    /// How many voices stand behind the claims of a panel, and what their rows have to add.
    fn claims(&self) -> Vec<String> {
        let data = self.desk.data;
        let mut notes = Vec::new();
        for claims in self.claimed() {
            let standing = claims.standing();
            let stated = |key: &&FigureKey| {
                let figure = data.figure(**key);
                figure.quantity().is_some() && !figure.is_derived()
            };
            let stated: Vec<FigureKey> = standing.iter().filter(stated).copied().collect();
            let voices = data.voices(&stated);
            let (all, relaying) = (voices.sources.len(), voices.relaying.len());
            let who = match (relaying, &voices.first[..]) {
                (0, _) => String::new(),
                (_, [one]) if relaying == all => {
                    format!(", all relaying {}", data.source(*one).publisher)
                }
                _ if relaying == all => ", all relaying others".to_string(),
                (1, _) => ", 1 of them relaying another".to_string(),
                _ => format!(", {relaying} of them relaying others"),
            };
            let apart = claims.rows.iter().any(|(_, how)| *how == Standing::Differs);
            let differ = match (claims.disputed, apart) {
                (false, _) => "They agree",
                (true, true) => "They differ",
                (true, false) => "They agree with the preferred one, and not all with each other",
            };
            if stated.len() > 1 {
                let sources = if all == 1 { "1 source".into() } else { format!("{all} sources") };
                let figures = format!("{} figures from {sources}{who}", stated.len());
                let period = self.desk.period(claims.period);
                notes.push(format!("For {period} there are {figures}. {differ}."));
            }
            let silent = standing.iter().filter(|key| data.figure(**key).quantity().is_none());
            match silent.count() {
                0 => {}
                1 => notes.push("One source gives no number.".to_string()),
                many => notes.push(format!("{many} sources give no number.")),
            }
            for (key, standing) in &claims.rows {
                let figure = data.figure(*key);
                let adds = matches!(standing, Standing::Differs | Standing::Superseded)
                    || matches!(figure.quantity(), Some(Quantity::Interval(_)));
                if let Some(quantity) =
                    figure.quantity().filter(|_| adds && !figure.note.is_empty())
                {
                    let said = claims.tone(self.desk).label(quantity, figure.is_derived());
                    let publisher = &data.source(figure.source).publisher;
                    let note = words::uncapital(&figure.note);
                    let note = words::sentence(&format!("{said} ({publisher}): {note}"));
                    notes.push(words::capital(&note));
                }
            }
        }
        notes
    }

    fn others(&self, observed: &Observed, tone: Tone) -> Option<String> {
        let others = others(self.desk, observed);
        let told: Vec<String> =
            others.iter().map(|other| self.other(observed, other, tone)).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }

    /// `500,000 to 850,000 (BBC News [3])`.
    fn other(&self, observed: &Observed, other: &Other, tone: Tone) -> String {
        let data = self.desk.data;
        let own = data.figure(observed.figure).source;
        let mut publishers: Vec<String> = Vec::new();
        for key in &other.figures {
            let source = data.figure(*key).source;
            let name = match () {
                () if other.derived => "worked out".to_string(),
                () if source == own => format!("the same source{}", self.mark(*key)),
                () => format!("{}{}", words::name(&data.source(source).publisher), self.mark(*key)),
            };
            if !publishers.contains(&name) {
                publishers.push(name);
            }
        }
        if publishers.len() > PUBLISHERS_NAMED {
            let more = publishers.len() - PUBLISHERS_NAMED;
            publishers.truncate(PUBLISHERS_NAMED);
            publishers.push(format!("{more} more"));
        }
        format!("{} ({})", tone.label(&other.quantity, other.derived), words::list(&publishers))
    }

    /// Where a line stops, and the reason that the data gives.
    fn breaks(&self) -> Vec<String> {
        let mut told = Vec::new();
        for shown in self.shown() {
            for observed in shown.observed.iter().skip(1) {
                for key in &observed.breaks {
                    let place = self.named_period(shown, self.desk.data.figure(*key).period);
                    let reason = reason(self.desk, *key);
                    told.push(words::sentence(&format!("Break before {place}: {reason}")));
                }
            }
        }
        told
    }

    /// `Estimates: 2017 and 2018. Revised: 2019.` What is worked out by us is told elsewhere.
    fn statuses(&self) -> Option<String> {
        type Is = fn(Status) -> bool;
        let kinds: [(&str, &str, Is); 3] = [
            ("estimates", "Estimates", Status::is_estimate),
            ("revised", "Revised", Status::is_revised),
            ("of low reliability", "Low reliability", Status::is_unreliable),
        ];
        let told = kinds.into_iter().filter_map(|(all, some, is)| {
            let (mut periods, mut others) = (Vec::new(), Vec::new());
            for (shown, observed) in self.observed() {
                let figure = self.desk.data.figure(observed.figure);
                let period = self.named_period(shown, observed.period);
                match is(figure.status) && !figure.is_derived() {
                    true => periods.push(period),
                    false => others.push(period),
                }
            }
            match (periods.len(), others.len()) {
                (0, _) => None,
                (2.., 0) => Some(format!("All figures are {all}.")),
                (5.., 1 | 2) => Some(format!("{some}: all but {}.", words::list(&others))),
                _ => Some(format!("{some}: {}.", words::list(&periods))),
            }
        });
        let told: Vec<String> = told.chain(self.approximate_dates()).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// A mark stands at one place, however vaguely its date is known.
    fn approximate_dates(&self) -> Option<String> {
        let all = self.observed().count();
        let approximate: Vec<(&Shown, &Observed)> =
            self.observed().filter(|(_, observed)| observed.period.is_approximate()).collect();
        let periods = || {
            let named = approximate.iter().map(|(shown, one)| self.named_period(shown, one.period));
            words::list(&named.collect::<Vec<String>>())
        };
        match approximate.len() {
            0 => None,
            many if many == all && many > 1 => Some("All dates are approximate.".to_string()),
            1..=PERIODS_NAMED => Some(format!("Approximate dates: {}.", periods())),
            many => Some(format!("The dates of {many} of {all} figures are approximate.")),
        }
    }

    /// Which interval an estimate is drawn with: the note of its figure says so.
    fn intervals(&self) -> Vec<String> {
        let mut told: Vec<(&str, Vec<String>)> = Vec::new();
        for (shown, observed) in self.observed() {
            let figure = self.desk.data.figure(observed.figure);
            let interval = matches!(figure.quantity(), Some(Quantity::Interval(_)));
            if !interval || figure.note.is_empty() {
                continue;
            }
            let period = self.named_period(shown, observed.period);
            match told.iter_mut().find(|(note, _)| *note == &*figure.note) {
                Some((_, periods)) => periods.push(period),
                None => told.push((&figure.note, vec![period])),
            }
        }
        match &told[..] {
            [(only, _)] => vec![words::sentence(only)],
            several => several
                .iter()
                .map(|(note, periods)| {
                    words::sentence(&format!("{}: {note}", words::list(periods)))
                })
                .collect(),
        }
    }

    fn conversions(&self) -> Vec<String> {
        self.shown()
            .filter_map(|shown| {
                let conversion = shown.conversion?;
                Some(format!(
                    "Converted from {} to {}: {}, {}.",
                    words::per(conversion.from),
                    words::per(conversion.to),
                    shown.called(self.desk),
                    conversion.arithmetic(),
                ))
            })
            .collect()
    }

    fn units(&self) -> Vec<String> {
        let several = self.boards.iter().map(|board| units(self.desk, board));
        several
            .filter(|units| units.len() > 1)
            .map(|units| {
                format!(
                    "The marks count different things ({}), so none are joined.",
                    words::list(&units)
                )
            })
            .collect()
    }

    /// One sentence: the figure that most sources state, if they are more than a few.
    fn voices(&self) -> Option<String> {
        let data = self.desk.data;
        let mut most: Option<(usize, String)> = None;
        for (shown, observed) in self.observed() {
            let figure = data.figure(observed.figure);
            let best = most.as_ref().map_or(VOICES_WORTH_TELLING - 1, |(best, _)| *best);
            if observed.claims.len() <= best {
                continue;
            }
            let quantity = figure.quantity();
            let saying_so =
                observed.claims.iter().filter(|key| data.figure(**key).quantity() == quantity);
            let voices = data.voices(saying_so);
            let (all, relaying) = (voices.sources.len(), voices.relaying.len());
            if all <= best {
                continue;
            }
            let who = match (relaying, &voices.first[..]) {
                (0, _) => String::new(),
                (_, [one]) if relaying == all => {
                    format!(", all relaying {}", data.source(*one).publisher)
                }
                _ => format!(", {relaying} of them relaying"),
            };
            let said = shown.tone(self.desk).label(quantity?, figure.is_derived());
            let period = self.named_period(shown, observed.period);
            let said = words::capital(&said);
            most = Some((all, format!("{said} for {period} is stated by {all} sources{who}.")));
        }
        most.map(|(_, sentence)| sentence)
    }
}

/// The claims of what is drawn that have no number.
fn silent<'o>(desk: &'o Desk, observed: &'o Observed) -> impl Iterator<Item = FigureKey> + 'o {
    let claims = observed.claims.iter().copied();
    claims.filter(|key| matches!(desk.data.figure(*key).claim, Claim::Absent(_)))
}
