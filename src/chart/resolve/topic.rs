//! The one walk over what panels show: citations and the stamp are made of it.

use hashbrown::HashMap;

use super::board::{Board, Change, Claims};
use super::citations::Citations;
use super::desk::Desk;
use super::disputes::others;
use super::observed::Observed;
use super::shown::Shown;
use crate::chart::citation::Citation;
use crate::figure::{EventKey, FigureKey, SeriesKey};

/// Something that a panel shows.
pub enum Topic<'b, 'a> {
    /// A point of a layer, or a period for which there is no number.
    Observed(&'b Observed<'a>),
    /// The figure behind a point at an end of a change.
    End(FigureKey),
    Change(&'b Change<'a>),
    /// A row of a panel of claims.
    Claim(FigureKey),
    Event(EventKey),
    /// A series, with what of it lies outside the window of the panel.
    Series(SeriesKey, &'b [Observed<'a>]),
}

impl Topic<'_, '_> {
    /// The figure that it shows.
    pub fn figure(&self) -> Option<FigureKey> {
        match self {
            Topic::Observed(observed) => Some(observed.figure),
            Topic::End(figure) | Topic::Claim(figure) => Some(*figure),
            Topic::Change(change) => Some(change.figure),
            Topic::Event(_) | Topic::Series(..) => None,
        }
    }
}

/// What each panel shows, in the order in which it is cited.
pub fn topics<'b, 'a>(desk: &Desk, boards: &'b [Board<'a>]) -> Vec<Topic<'b, 'a>> {
    let mut topics = Vec::new();
    for board in boards {
        let observed = board.shown.iter().flat_map(Shown::drawn);
        topics.extend(observed.map(Topic::Observed));
        for change in &board.changes {
            let ends = change.layer.points.iter();
            topics.extend(ends.map(|point| Topic::End(change.behind(desk, point))));
            topics.push(Topic::Change(change));
        }
        topics.extend(board.claims.iter().flat_map(Claims::figures).map(Topic::Claim));
        let gaps = board.shown.iter().flat_map(|shown| &shown.gaps);
        topics.extend(gaps.map(Topic::Observed));
        topics.extend(board.all_events().map(Topic::Event));
        let series = |shown: &'b Shown<'a>| Topic::Series(shown.series, &shown.outside);
        topics.extend(board.shown.iter().map(series));
        let others = board.changes.iter().map(|change| change.on);
        let others = others.chain(board.claims.iter().map(|claims| claims.series));
        topics.extend(others.map(|series| Topic::Series(series, &[])));
    }
    topics
}

/// Every figure that is drawn with the places of its sources: its own, then of those that say
/// otherwise.
pub fn sources_of(
    desk: &Desk,
    topics: &[Topic],
    citations: &Citations,
    list: &[Citation],
) -> Vec<(String, Vec<usize>)> {
    let mut all: Vec<(String, Vec<usize>)> = Vec::new();
    let mut known: HashMap<FigureKey, usize> = HashMap::new();
    for topic in topics {
        let Some(figure) = topic.figure() else { continue };
        let disputed = match topic {
            Topic::Observed(observed) => others(desk, observed),
            Topic::Change(change) => others(desk, &change.observed),
            _ => Vec::new(),
        };
        let said = std::iter::once(figure).chain(disputed.into_iter().flat_map(|one| one.figures));
        let said: Vec<FigureKey> = said.collect();
        let places = citations.places(desk.data, list, &said);
        let at = *known.entry(figure).or_insert(all.len());
        if at == all.len() {
            all.push((desk.data.figure(figure).id.to_string(), Vec::new()));
        }
        let own = &mut all[at].1;
        let new: Vec<usize> = places.into_iter().filter(|at| !own.contains(at)).collect();
        own.extend(new);
    }
    all
}
