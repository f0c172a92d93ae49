//! Spec and data set to chart: what to show becomes points, links, labels, notes and sources.
//! No pixel, no plotters.

mod across;
mod alt;
mod annotate;
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
mod dress;
mod emphasis;
mod events;
mod expand;
mod in_plot;
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
mod reference;
mod repeats;
mod rivals;
mod rows;
mod rules;
mod said;
mod scales;
mod shown;
mod stacks;
mod staying;
mod step;
mod subtitle;
mod teller;
mod texts;
pub(crate) mod titles;
mod topic;
mod unjoined;
mod whole;
mod within;
mod without;

use crate::chart::chart_spec::ChartSpec;
use crate::chart::hue::Hue;
use crate::chart::layer::Layer;
use crate::chart::look::{Cites, HouseRules};
use crate::chart::mark::Joins;
use crate::chart::panel::{Against, Break, Panel};
use crate::chart::runs::Runs;
use crate::chart::spec::{EACH, LabelChoice, Spec};
use crate::chart::stamp::{Inputs, stamp};
use crate::chart::waist::{Arrangement, Chart};
use crate::dataset::Dataset;
use crate::figure::{FigureKey, UnitForm};
use crate::problem::{Checked, Problem, Rule, has_errors};
use board::{Board, scale};
use describe::description;
use dress::dress;
use emphasis::Emphasis;
use labels::Labelling;
use teller::{SpokenOf, Teller};
use texts::SpecTexts;
use topic::{Topic, topics};

pub(super) use citations::Citations;
pub(super) use column::column;
pub(super) use desk::Desk;
pub(super) use judged::judge_of;
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
    resolved(source, rules, data, project, false)
}

/// The words of a spec that nothing could be held against, for somebody to look at.
pub fn unheld_words(
    source: &ChartSpec,
    rules: &HouseRules,
    data: &Dataset,
    project: &str,
) -> Vec<Problem> {
    let mut problems = resolved(source, rules, data, project, true).problems;
    problems.retain(|problem| problem.rule == Rule::UnheldWord);
    problems
}

fn resolved(
    source: &ChartSpec,
    rules: &HouseRules,
    data: &Dataset,
    project: &str,
    holds_words: bool,
) -> Checked<Option<Chart>> {
    if has_errors(&source.problems) {
        return Checked { value: None, problems: source.problems.clone() };
    }
    let Checked { value: spec, problems } = Spec::read(&source.label, &source.text);
    let each = source.each.as_deref();
    let (file, text) = (&*source.label, &*source.text);
    let mut desk = Desk { data, file, text, problems, without: Vec::new(), each, holds_words };
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
    panels::named_by_place(desk, spec, &mut boards);
    apart::names(desk, &boards);
    events::leave_far_out(desk, spec.layout.value, &mut boards);
    let emphasis = Emphasis::of(desk, spec, &boards);
    let annotated = annotate::places(desk, spec, &boards);
    if spec.layout.value == Arrangement::SmallMultiples {
        multiples::check(desk, spec, &boards);
    } else {
        boards.iter().for_each(|board| rules::few_enough(desk, board, emphasis.as_ref()));
    }
    let texts = SpecTexts::write(desk, spec, &boards);
    if has_errors(&desk.problems) {
        return None;
    }
    repeats::find(desk, &mut boards);
    let small = spec.layout.value == Arrangement::SmallMultiples;
    let groups = scales::groups(desk, spec.free_scales.value, &boards);
    let differ = !small && scales::differ(desk, &boards, &groups);
    let scale = subtitle::scale(desk.data.language, &boards, differ);
    let scale = subtitle::with_day(desk.data, scale);
    let unnumbered = Citations::default();
    let teller = Teller::new(desk, &unnumbered);
    notes::notes(&teller, &boards, "");
    let described = description(&teller, &boards, scale.as_deref());
    let apart = notes::apart(&teller, &boards);
    let values = alt::values(&teller, &boards, emphasis.as_ref());
    let mut spoken_of = teller.spoken_of();
    spoken_of.cited.extend(&texts.figures);
    let numbered = spec.cites.as_ref().map_or(rules.cites, |cites| cites.value) == Cites::Numbers;
    let citations = citations(desk, &topics(desk, &boards), &spoken_of.cited).shown(numbered);
    texts.judge(desk, &boards, &citations);
    let beside = texts.annotations.iter().map(|(text, _)| text.text(citations.len()));
    let beside: Vec<String> = beside.collect();
    let remarks = annotate::told(desk, &boards, &annotated, &beside);
    let description = [&[described], &apart[..], &remarks].concat().join(" ");
    dress(desk, &mut boards, small, emphasis.as_ref());
    annotate::annotate(desk, spec, &mut boards, &annotated, &beside);
    label(desk, &mut boards, &citations, (spec.labels, small, &texts.title.figures));
    emphasis::strengthen(desk, &mut boards, emphasis.as_ref(), &texts.title.figures);
    repeats::label(desk, &mut boards);

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
    let seen = if spec.bare { "" } else { &*subtitle };
    let told = notes::notes(&Teller::new(desk, &citations), &boards, seen);
    let (mut notes, aside, spare) = (told.texts, told.aside, told.spare);
    let beside = if numbered { Vec::new() } else { told.beside };
    notes.extend(emphasis.as_ref().and_then(|one| one.note(desk.data.language, &boards)));
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
    let stamp = stamp(desk.data, (project, name), (desk.text, &rules.style), inputs, &told);
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
    let in_plot = in_plot::in_plot(desk, &mut panels, beside);
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
        spare,
        in_plot,
        said_in_plot: Vec::new(),
        numbered,
        house: rules.style.clone(),
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
        let crowded = emphasis::is_crowded(board);
        let own = board.layers().flat_map(|layer| &layer.points);
        let in_panel = own.filter(|point| !point.repeats).count();
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
            for (point, observed) in shown.layer.guides.iter_mut().zip(&shown.guides) {
                point.label.cite = citations.part(desk.data, observed.figure);
            }
            labels::once(&mut shown.layer.targets);
            for (gap, observed) in shown.layer.gaps.iter_mut().zip(&shown.gaps) {
                gap.cite = citations.mark(desk.data, observed.figure);
            }
            let breaks = |at: usize| observed.get(at).is_some_and(|one| !one.breaks.is_empty());
            let beside = |at: usize| (at > 0 && breaks(at)) || breaks(at + 1);
            let silent = shown.layer.provisional_in_words();
            let (mark, points) = (shown.layer.mark, shown.layer.own_points());
            let line = mark.traits().joins == Joins::Points;
            let grey = shown.layer.hue == Hue::Grey;
            let hues: Vec<Hue> = shown.layer.points.iter().map(|point| point.hue).collect();
            let labelling = Labelling {
                choice,
                some: !mark.traits().stacks && labels::only_some(mark, points, in_panel, small),
                bars: mark.traits().body.is_bar(),
                kept: &|at| silent[at] || beside(at),
                in_title: &|at| title.contains(&observed[at].figure),
                behind: &|at| !small && (crowded || line) && hues[at] == Hue::Grey,
                crowded,
                alone: &|at| grey && hues[at] != Hue::Grey,
                stacked: mark.traits().stacks,
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
    let form = |series| desk.data.series(series).form;
    let first = series.peek().map(|series| form(*series)).unwrap_or_default();
    let unit_told = series.peek().is_some_and(|series| {
        subtitle::says_unit(desk.data.language, desk.data.series(*series), subtitle)
    });
    let unit = if series.all(|series| form(series) == first) { first } else { UnitForm::default() };
    let form = match &board.claims {
        Some(claims) => claims::form(desk, claims, citations),
        None => board.rows.as_ref().map_or(Against::Time, |rows| rows::form(desk, &board, rows)),
    };
    let (scale, ticks) = (scale(&board), panels::ticks(desk, &board));
    let years = panels::years(desk, &board);
    let mut layers: Vec<(usize, Layer)> =
        board.shown.into_iter().map(|shown| (shown.place, shown.layer)).collect();
    layers.extend(board.changes.into_iter().map(|change| (change.place, change.layer)));
    layers.sort_by_key(|(place, _)| *place);
    for (_, layer) in &mut layers {
        layer.rivals.retain(|rival| rivals::has_place(rival, scale));
    }
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
