//! Spec and data set to chart: what to show becomes points, links, labels, notes and sources.
//! No pixel, no plotters.

mod across;
mod alt;
mod apart;
mod arithmetic;
mod board;
mod breaks;
mod change;
mod citations;
mod claimed;
mod claims;
mod column;
pub(crate) mod convert;
mod describe;
mod desk;
mod disputes;
mod events;
mod expand;
mod joins;
mod judged;
mod labels;
mod lengths;
mod marks;
mod multiples;
mod notes;
mod observed;
mod overlaps;
mod panels;
mod rules;
mod said;
mod scales;
mod shown;
mod staying;
mod step;
mod subtitle;
mod teller;
mod texts;
mod topic;
mod unjoined;
mod whole;
mod within;
mod without;

use std::cmp::Reverse;

use crate::chart::chart_spec::ChartSpec;
use crate::chart::label::{LabelPart, Says, names};
use crate::chart::layer::{Layer, Point};
use crate::chart::look::{Cites, HouseRules};
use crate::chart::mark::Body;
use crate::chart::panel::{Against, Break, Panel};
use crate::chart::runs::Runs;
use crate::chart::spec::{EACH, LabelChoice, Spec};
use crate::chart::stamp::{Inputs, stamp};
use crate::chart::waist::{Arrangement, Chart, MOST_SERIES};
use crate::dataset::Dataset;
use crate::figure::frequency::first_of_another_length;
use crate::figure::{FigureKey, SeriesKey, Span, Tie, UnitForm};
use crate::locale::Language;
use crate::problem::{Checked, has_errors};
use board::{Board, coloured, scale, units};
use describe::description;
use labels::Labelling;
use observed::Observed;
use shown::Shown;
use teller::{SpokenOf, Teller};
use texts::SpecTexts;
use topic::{Topic, topics};

pub(super) use citations::Citations;
pub(super) use column::column;
pub(super) use desk::Desk;
pub(super) use said::said_by;

/// The chart that the text of a spec asks for. `name` is that of the spec, `file` the label that
/// problems carry, `project` the name of the project. There is no chart if anything is an error.
pub fn resolve(
    name: &str,
    file: &str,
    text: &str,
    data: &Dataset,
    project: &str,
) -> Checked<Option<Chart>> {
    resolve_spec(&ChartSpec::only(name, file, text), &HouseRules::default(), data, project)
}

/// The same for one of the charts that a spec may have, by the rules of a project.
pub fn resolve_spec(
    source: &ChartSpec,
    rules: &HouseRules,
    data: &Dataset,
    project: &str,
) -> Checked<Option<Chart>> {
    if has_errors(&source.problems) {
        return Checked { value: None, problems: source.problems.clone() };
    }
    let Checked { value: spec, problems } = Spec::read(&source.label, &source.text);
    let each = source.each.as_deref();
    let (file, text) = (&*source.label, &*source.text);
    let mut desk = Desk { data, file, text, problems, without: Vec::new(), each };
    let spec = spec.and_then(|spec| expand::expanded(&mut desk, spec));
    let chart = spec.as_ref().and_then(|spec| chart(&mut desk, spec, &source.name, project, rules));
    let mut problems = desk.problems;
    if let Some(each) = each {
        // What is advised for one chart is written for all.
        let hints = problems.iter_mut().filter_map(|problem| problem.hint.as_mut());
        let (own, every) = (format!("(\"{each}\""), format!("(\"{EACH}\""));
        hints.for_each(|hint| *hint = hint.replace(&own, &every));
    }
    problems.sort_by_key(|problem| problem.place.bytes.start);
    let chart = chart.filter(|_| !has_errors(&problems));
    Checked { value: chart, problems }
}

fn chart<'a>(
    desk: &mut Desk<'a>,
    spec: &'a Spec,
    name: &str,
    project: &str,
    rules: &HouseRules,
) -> Option<Chart> {
    without::leave_out(desk, spec);
    let mut boards: Vec<Board> =
        spec.panels.iter().map(|panel| panels::panel(desk, panel)).collect();
    without::is_drawn(desk, spec, &boards);
    apart::names(desk, &boards);
    events::leave_far_out(desk, spec.layout.value, &mut boards);
    if spec.layout.value == Arrangement::SmallMultiples {
        multiples::check(desk, spec, &boards);
    } else {
        boards.iter().for_each(|board| rules::few_enough(desk, board));
    }
    let texts = SpecTexts::write(desk, spec, &boards);
    if has_errors(&desk.problems) {
        return None;
    }
    let small = spec.layout.value == Arrangement::SmallMultiples;
    let groups = scales::groups(desk, spec.free_scales.value, &boards);
    let differ = !small && scales::differ(desk, &boards, &groups);
    let scale = subtitle::scale(desk.data.language, &boards, differ);
    let unnumbered = Citations::default();
    let teller = Teller::new(desk, &unnumbered);
    notes::notes(&teller, &boards);
    let described = description(&teller, &boards, scale.as_deref());
    let apart = notes::apart(&teller, &boards);
    let description = [&[described], &apart[..]].concat().join(" ");
    let values = alt::values(&teller, &boards);
    let mut spoken_of = teller.spoken_of();
    spoken_of.cited.extend(&texts.figures);
    let numbered = spec.cites.as_ref().map_or(rules.cites, |cites| cites.value) == Cites::Numbers;
    let citations = citations(desk, &topics(desk, &boards), &spoken_of.cited).shown(numbered);
    texts.judge(desk, &boards, &citations);
    dress(desk, &mut boards, small);
    label(desk, &mut boards, &citations, (spec.labels, small, &texts.title.figures));

    let sources = citations.len();
    let mut titles: Vec<String> = texts.panels.iter().map(|title| title.text(sources)).collect();
    scales::say_per(desk, &boards, &mut titles);
    let title = texts.title.text(sources);
    let what = match &texts.subtitle {
        Some(subtitle) => subtitle::completed(desk, &boards, subtitle.text(sources)),
        None => subtitle::subtitle(desk, &boards),
    };
    let subtitle = match scale.as_ref().filter(|scale| !what.contains(scale.as_str())) {
        Some(scale) => crate::locale::words::followed(&what, scale),
        None => what.clone(),
    };
    let subtitle = match (&texts.subtitle, subtitle::definition(desk, &boards)) {
        (None, Some(definition)) => subtitle::defined(&subtitle, &definition),
        _ => subtitle,
    };
    let told = notes::notes(&Teller::new(desk, &citations), &boards);
    let (mut notes, aside) = (told.texts, told.aside);
    notes.extend(texts.notes.iter().map(|note| note.text(sources)));
    let alt = match &texts.alt {
        Some(alt) => alt::with_scale(alt.text(sources), scale.as_deref()),
        None => alt::alt(desk.data.language, &values, (&title, &what), scale.as_deref()),
    };
    let counted = desk.data.language.description.sources(sources);
    let description = format!("{description} {counted}");
    let inputs = inputs(desk, &topics(desk, &boards), spoken_of);
    let told = [&title, &subtitle, &alt, &description].into_iter().chain(&titles).chain(&notes);
    let told: Vec<&str> = told.map(String::as_str).collect();
    let stamp = stamp(desk.data, (project, name), desk.text, inputs, &told);
    let sources = citations.list(desk.data);
    let sources_of = topic::sources_of(desk, &topics(desk, &boards), &citations, &sources);
    let parts = if small { multiples::parts(desk, &boards) } else { Vec::new() };
    let breaks: Vec<Vec<Break>> = boards.iter().map(|board| breaks(desk, board)).collect();
    let panels = boards.into_iter().zip(breaks).zip(titles);
    let panels = panels
        .map(|((board, breaks), title)| panel(desk, board, (breaks, title), &subtitle, &citations));
    let mut panels: Vec<Panel> = panels.collect();
    if spec.layout.value == Arrangement::Stacked {
        name_events_once(&mut panels);
    }
    scales::share(&mut panels, &groups);
    let panels = if small { multiples::divide(panels, parts) } else { panels };
    Some(Chart {
        name: name.to_string(),
        language: desk.data.language,
        title,
        subtitle,
        scale,
        arrangement: spec.layout.value,
        bare: spec.bare,
        wanted: spec.wanted(),
        panels,
        notes: Runs::notes(notes),
        apart,
        aside,
        numbered,
        address: rules.address_of(name),
        sources_of,
        told: Vec::new(),
        sources,
        alt,
        description,
        stamp,
    })
}

fn breaks(desk: &Desk, board: &Board) -> Vec<Break> {
    let shown = board.shown.iter();
    shown.flat_map(|one| breaks::breaks(desk.data, &one.observed, &one.layer.points)).collect()
}

/// Above one another on one time axis, what happened at a moment is named in the highest panel
/// that shows it, and a line below the same line needs no name.
fn name_events_once(panels: &mut [Panel]) {
    let mut named: Vec<String> = Vec::new();
    for event in panels.iter_mut().flat_map(|panel| &mut panel.events) {
        match named.contains(&event.event) {
            true => (event.label, event.cite) = (String::new(), String::new()),
            false => named.push(event.event.clone()),
        }
    }
}

/// Colours, and the names of layers.
///
/// One colour a series in the whole chart; a change has that of its level. A layer has a name
/// where its panel shows more than one thing: it stands below the label of its last point. Where
/// units differ, every label names its unit; where counts over a month and over a year stand in one
/// panel, or a period within another of its series, every label names its period.
///
/// Small multiples have one colour, and each panel the name of its series as its title.
fn dress(desk: &Desk, boards: &mut [Board], small: bool) {
    let (colours, language) = (colours(boards), desk.data.language);
    let place = |series| match small {
        true => 0,
        false => colours.iter().find(|(known, _)| *known == series).map_or(0, |(_, at)| *at),
    };
    for board in boards {
        let several = board.shown.len() > 1 && !small;
        let units = units(desk, board).len() > 1;
        let mixed = of_several_lengths(desk, &board.shown);
        for shown in &mut board.shown {
            shown.layer.colour = place(shown.series);
            let name = if several { shown.called(desk).to_string() } else { String::new() };
            let unit = units.then(|| language.rest_of_unit(desk.data.series(shown.series)));
            let unit = unit.as_deref().unwrap_or_default();
            let last = shown.layer.points.len().saturating_sub(1);
            let nature = desk.data.series(shown.series).nature;
            let mixed = match nature.tie() {
                _ if shown.sequence.reaches_back() => false,
                Tie::Sum => mixed || shown.frequency.is_none(),
                // An average is dated by when it was said.
                Tie::Average => false,
                Tie::Date | Tie::Whole | Tie::Step => has_a_period_within_another(shown),
            };
            let comma = language.small.comma();
            let named = names(&name, unit);
            // Among windows the ticks are those of their ends.
            let aimed = mixed || shown.sequence.reaches_back();
            let below = |point: &Point,
                         observed: &Observed,
                         dated: bool,
                         name: &str,
                         unit: &str| {
                let period = match dated {
                    true => desk.period(shown.series, observed.period),
                    false => String::new(),
                };
                let parts =
                    [(Says::Period, &*period), (Says::Name, name), (Says::Unit { named }, unit)];
                let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
                let parts = parts.map(|(says, text)| LabelPart::new(says, text, comma));
                parts.chain(doubts(point, language)).collect()
            };
            let points = shown.layer.points.iter_mut().zip(&shown.observed);
            for (at, (point, observed)) in points.enumerate() {
                let (name, unit) = match at == last {
                    true => (name.as_str(), if named { "" } else { unit }),
                    false => ("", unit),
                };
                point.label.below = below(point, observed, mixed, name, unit);
            }
            let last = shown.layer.targets.len().saturating_sub(1);
            let targets = shown.layer.targets.iter_mut().zip(&shown.targets);
            for (at, (point, observed)) in targets.enumerate() {
                let name = if at == last { &*name } else { "" };
                point.label.below = below(point, observed, aimed, name, unit);
                labels::aim(&mut point.label, language.statuses.target());
            }
            shown.layer.name = name;
        }
        for change in &mut board.changes {
            change.layer.colour = place(change.on);
            for point in &mut change.layer.points {
                point.label.below = doubts(point, language).collect();
            }
        }
        if let Some(claims) = &mut board.claims {
            claims.colour = place(claims.series);
        }
    }
}

/// Are counts over several lengths of time in one panel?
fn of_several_lengths(desk: &Desk, shown: &[Shown]) -> bool {
    let counted = shown.iter().filter(|one| desk.data.series(one.series).nature.tie() == Tie::Sum);
    let counted = counted.filter(|one| !one.sequence.reaches_back());
    let spans: Vec<Span> = counted.flat_map(Shown::drawn).map(Observed::span).collect();
    !spans.is_empty() && first_of_another_length(spans).is_some()
}

/// A figure for 2020 beside one for 31 March 2020.
fn has_a_period_within_another(shown: &Shown) -> bool {
    let mut spans: Vec<Span> = shown.observed.iter().map(Observed::span).collect();
    spans.sort_by_key(|span| (span.start, Reverse(span.end)));
    spans.windows(2).any(|pair| pair[0] != pair[1] && pair[1].end <= pair[0].end)
}

/// How sure a number is, in words.
fn doubts(point: &Point, language: &Language) -> impl Iterator<Item = LabelPart> + use<> {
    let (comma, statuses) = (language.small.comma(), &language.statuses);
    let forecast = point.forecast.then(|| statuses.forecast());
    let provisional = point.provisional.then(|| statuses.provisional());
    [forecast, provisional]
        .into_iter()
        .flatten()
        .map(|word| LabelPart::new(Says::Status, word, comma))
}

/// The place of each series in the palette: one after the other, and another where a series of the
/// same panel has it already.
fn colours(boards: &[Board]) -> Vec<(SeriesKey, usize)> {
    let mut known: Vec<(SeriesKey, usize)> = Vec::new();
    for series in boards.iter().flat_map(coloured) {
        if known.iter().any(|(other, _)| *other == series) {
            continue;
        }
        let beside = boards.iter().filter(|board| coloured(board).any(|one| one == series));
        let beside: Vec<SeriesKey> = beside.flat_map(coloured).collect();
        let taken = |at: &usize| known.iter().any(|(one, own)| own == at && beside.contains(one));
        let next = known.len() % MOST_SERIES;
        let free = (next..MOST_SERIES).chain(0..next).find(|at| !taken(at));
        known.push((series, free.unwrap_or(next)));
    }
    known
}

/// Every source of the chart, in order of first appearance: labels, texts, computed words.
fn citations(desk: &Desk, topics: &[Topic], texts: &[FigureKey]) -> Citations {
    let mut citations = Citations::default();
    for topic in topics {
        match topic {
            Topic::Event(event) => citations.cite_event(desk.data, *event),
            _ => topic.figure().into_iter().for_each(|figure| citations.cite(desk.data, figure)),
        }
    }
    texts.iter().for_each(|figure| citations.cite(desk.data, *figure));
    citations
}

/// Puts the numbers of the sources on the labels, and says which labels must be there.
fn label(
    desk: &Desk,
    boards: &mut [Board],
    citations: &Citations,
    (choice, small, title): (LabelChoice, bool, &[FigureKey]),
) {
    for board in boards {
        let in_panel = board.layers().map(|layer| layer.points.len()).sum();
        for (key, event) in &mut board.events {
            event.cite = citations.mark_event(desk.data, *key);
        }
        for shown in &mut board.shown {
            let observed = &shown.observed;
            for (point, observed) in shown.layer.points.iter_mut().zip(observed) {
                point.label.cite = citations.part(desk.data, observed.figure);
            }
            for (point, observed) in shown.layer.targets.iter_mut().zip(&shown.targets) {
                point.label.cite = citations.part(desk.data, observed.figure);
            }
            labels::once(&mut shown.layer.targets);
            for (gap, observed) in shown.layer.gaps.iter_mut().zip(&shown.gaps) {
                gap.cite = citations.mark(desk.data, observed.figure);
            }
            let breaks = |at: usize| observed.get(at).is_some_and(|one| !one.breaks.is_empty());
            let beside = |at: usize| (at > 0 && breaks(at)) || breaks(at + 1);
            let silent = shown.layer.provisional_in_words();
            let (mark, points) = (shown.layer.mark, shown.layer.points.len());
            let labelling = Labelling {
                choice,
                some: labels::only_some(mark, points, in_panel, small),
                bars: mark.traits().body == Body::Bar,
                kept: &|at| silent[at] || beside(at),
                in_title: &|at| title.contains(&observed[at].figure),
            };
            labelling.rank(&mut shown.layer.points);
        }
        for change in &mut board.changes {
            let figures: Vec<FigureKey> =
                change.layer.points.iter().map(|point| change.behind(desk, point)).collect();
            for (point, figure) in change.layer.points.iter_mut().zip(figures) {
                point.label.cite = citations.part(desk.data, figure);
            }
            for label in change.layer.points.iter_mut().map(|point| &mut point.label) {
                (label.must, label.required, label.priority) = (true, true, 6);
            }
            if let Some(connector) = &mut change.layer.connector {
                connector.label.cite = citations.part(desk.data, change.figure);
            }
        }
    }
}

/// Everything that the chart has read.
fn inputs(desk: &Desk, topics: &[Topic], spoken_of: SpokenOf) -> Inputs {
    let mut inputs = Inputs::default();
    inputs.shown.extend(spoken_of.cited);
    inputs.shown.extend(spoken_of.named);
    for topic in topics {
        inputs.shown.extend(topic.figure());
        match topic {
            Topic::Observed(observed) => inputs.read.extend(observed.claims.iter()),
            Topic::Change(change) => {
                let observed = std::iter::once(&change.observed).chain(&change.ends);
                inputs.read.extend(observed.flat_map(|one| one.claims.iter()));
            }
            Topic::Event(event) => inputs.events.push(*event),
            Topic::Series(series, outside) => {
                inputs.series.push(*series);
                inputs.read.extend(outside.iter().flat_map(|one| one.claims.iter()));
            }
            Topic::End(_) | Topic::Claim(_) => {}
        }
    }
    for figure in inputs.shown.iter().filter(|key| desk.data.figure(**key).is_derived()) {
        inputs.read.extend(citations::inputs(desk.data, *figure));
    }
    inputs
}

fn panel(
    desk: &Desk,
    board: Board,
    (breaks, title): (Vec<Break>, String),
    subtitle: &str,
    citations: &Citations,
) -> Panel {
    let series = board.shown.iter().map(|shown| shown.series);
    let mut series = series.chain(board.claims.iter().map(|claims| claims.series)).peekable();
    let form = |series| desk.data.series(series).form();
    let first = series.peek().map(|series| form(*series)).unwrap_or_default();
    let unit_told = series.peek().is_some_and(|series| {
        subtitle::says_unit(desk.data.language, desk.data.series(*series), subtitle)
    });
    let unit = if series.all(|series| form(series) == first) { first } else { UnitForm::default() };
    let form = match &board.claims {
        Some(claims) => claims::form(desk, claims, citations),
        None => Against::Time,
    };
    let (scale, ticks) = (scale(&board), panels::ticks(desk, &board));
    let years = panels::years(desk, &board);
    let mut layers: Vec<(usize, Layer)> =
        board.shown.into_iter().map(|shown| (shown.place, shown.layer)).collect();
    layers.extend(board.changes.into_iter().map(|change| (change.place, change.layer)));
    layers.sort_by_key(|(place, _)| *place);
    Panel {
        title,
        form,
        scale,
        from: board.spec.from.as_ref().map(|from| from.value.span().start),
        to: board.spec.to.as_ref().map(|to| to.value.span().end),
        unit,
        unit_told,
        ticks,
        years,
        layers: layers.into_iter().map(|(_, layer)| layer).collect(),
        beside: Vec::new(),
        events: board.events.into_iter().map(|(_, event)| event).collect(),
        breaks,
    }
}
