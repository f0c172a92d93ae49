//! Where the words of a chart stand in its scene, for what reads them out one by one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::scene::{Area, Role, Scene, StandsFor};
use crate::chart::{Chart, Citation};

/// A part of the chart's words and the lines it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// What it is to a reader.
    pub kind: PassageKind,
    /// From the top.
    pub lines: Vec<PassageLine>,
}

/// One line of the scene, by where it is, and the bytes of it that belong to a passage: two
/// sources may share a line.
#[derive(Clone, Debug, PartialEq)]
pub struct PassageLine {
    /// Where it stands, in pixels.
    pub area: Area,
    /// Which of its bytes belong to the passage.
    pub bytes: Range<usize>,
}

/// What a passage is to a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// Read before the picture.
    Title,
    /// Read before the picture.
    Subtitle,
    /// One of the notes.
    Note,
    /// What a source line cites.
    Source(PassageLink),
    /// Who said several sources: those to which nothing else leads.
    Folded(Vec<PassageLink>),
    /// What stands between the sources, such as their numbers.
    Between,
    /// No words: where a mark lies that leads to its sources.
    Mark(Vec<PassageLink>),
}

/// Where a passage leads, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageLink {
    /// An address; empty where there is none.
    pub url: String,
    /// What the link leads to, in words.
    pub name: String,
}

impl PassageLink {
    fn to(citation: &Citation) -> PassageLink {
        PassageLink { url: citation.url.clone(), name: citation.text.clone() }
    }
}

/// The title, the subtitle, every note and every source, in reading order.
pub fn passages(chart: &Chart, scene: &Scene) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (role, kind) in [(Role::Title, PassageKind::Title), (Role::Subtitle, PassageKind::Subtitle)]
    {
        let lines: Vec<PassageLine> = scene
            .texts(&[role])
            .map(|(_, text)| PassageLine { area: text.area(1.0), bytes: 0..usize::MAX })
            .collect();
        if !lines.is_empty() {
            passages.push(Passage { kind, lines });
        }
    }
    let (marks, mut linked) = marks(chart, scene);
    let runs = || scene.texts(&[Role::Note, Role::Source]).flat_map(|(_, text)| &text.runs);
    linked.extend(runs().filter_map(|run| match run.stands_for {
        StandsFor::Source(at) => Some(at),
        _ => None,
    }));
    // Each source to which nothing leads yet, with what leads to it.
    let homeless = (0..chart.sources.len()).filter(|at| !linked.contains(at));
    let mut homes: Vec<(StandsFor, PassageLink)> = Vec::new();
    for source in homeless.map(|at| &chart.sources[at]).filter(|source| !source.url.is_empty()) {
        let own = |of: &StandsFor| match of {
            StandsFor::Publisher(first) => chart.sources[*first].publisher == source.publisher,
            _ => false,
        };
        let home = runs().map(|run| run.stands_for).find(own).unwrap_or(StandsFor::Unnamed);
        homes.push((home, PassageLink::to(source)));
    }
    let mut folded = |of: StandsFor| {
        let (own, rest) = std::mem::take(&mut homes).into_iter().partition(|(home, _)| *home == of);
        homes = rest;
        PassageKind::Folded(Vec::into_iter(own).map(|(_, link)| link).collect())
    };
    let mut last = None;
    for (_, text) in scene.texts(&[Role::Note, Role::Source]) {
        for run in &text.runs {
            // A note or a source goes on over several lines.
            if last != Some(run.stands_for) {
                last = Some(run.stands_for);
                let kind = match run.stands_for {
                    StandsFor::Note(_) => PassageKind::Note,
                    StandsFor::Source(at) => {
                        let source = chart.sources.get(at).map(PassageLink::to);
                        source.map_or(PassageKind::Between, PassageKind::Source)
                    }
                    of @ (StandsFor::Publisher(_) | StandsFor::Unnamed) => folded(of),
                    StandsFor::Between | StandsFor::Aside => PassageKind::Between,
                };
                passages.push(Passage { kind, lines: Vec::new() });
            }
            if let Some(passage) = passages.last_mut() {
                let area = text.area(1.0);
                passage.lines.push(PassageLine { area, bytes: run.bytes.clone() });
            }
        }
    }
    passages.extend(marks);
    passages
}

/// A smaller mark is hard to hit.
const LEAST: f64 = 8.0;

/// Each mark with the sources of its figure that have an address; and the places of all those.
fn marks(chart: &Chart, scene: &Scene) -> (Vec<Passage>, Vec<usize>) {
    let (mut passages, mut linked) = (Vec::new(), Vec::new());
    let mut areas: BTreeMap<&str, Area> = BTreeMap::new();
    for shape in scene.shapes.iter().filter(|shape| matches!(shape.role, Role::Mark | Role::Gap)) {
        if let Some(figure) = shape.figure.as_deref() {
            let area = shape.area();
            areas.entry(figure).and_modify(|all| *all = all.around(&area)).or_insert(area);
        }
    }
    for (figure, places) in &chart.sources_of {
        let Some(area) = areas.get(figure.as_str()) else { continue };
        let has_address =
            |at: &&usize| chart.sources.get(**at).is_some_and(|one| !one.url.is_empty());
        let places: Vec<usize> = places.iter().filter(has_address).copied().collect();
        if places.is_empty() {
            continue;
        }
        let wide = f64::max(0.0, LEAST - area.width()) / 2.0;
        let high = f64::max(0.0, LEAST - area.height()) / 2.0;
        let area = Area {
            left: area.left - wide,
            right: area.right + wide,
            top: area.top - high,
            bottom: area.bottom + high,
        };
        let links = places.iter().map(|at| PassageLink::to(&chart.sources[*at])).collect();
        let kind = PassageKind::Mark(links);
        passages.push(Passage { kind, lines: vec![PassageLine { area, bytes: 0..0 }] });
        linked.extend(places);
    }
    (passages, linked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Runs;
    use crate::draw::fixtures;
    use crate::draw::{Style, draw};

    /// What a passage is made of, line by line, as it stands in the scene.
    fn said(passage: &Passage, scene: &Scene) -> String {
        let of_line = |line: &PassageLine| {
            let roles = [Role::Title, Role::Subtitle, Role::Note, Role::Source];
            let (_, set) = scene
                .texts(&roles)
                .find(|(_, set)| set.area(1.0).top == line.area.top)
                .expect("there is such a line");
            let end = line.bytes.end.min(set.content.len());
            set.content[line.bytes.start.min(end)..end].to_string()
        };
        passage.lines.iter().map(of_line).collect::<Vec<_>>().join(" ")
    }

    /// The words of each source of the foot, and where they lead.
    fn links(chart: &Chart) -> Vec<(String, String)> {
        let scene = draw(chart, &Style::default()).unwrap();
        let passages = passages(chart, &scene);
        let links = passages.iter().filter_map(|passage| match &passage.kind {
            PassageKind::Source(link) => Some((said(passage, &scene), link.url.clone())),
            _ => None,
        });
        links.collect()
    }

    fn cited(number: usize, publisher: &str) -> Citation {
        Citation {
            source: format!("s{number}"),
            text: format!("{publisher}, {number} June 2021"),
            publisher: publisher.to_string(),
            url: format!("https://example.org/{number}"),
            ..Citation::default()
        }
    }

    #[test]
    fn a_folded_source_is_linked_by_its_number() {
        let mut chart = fixtures::chart("A title", "A subtitle", Vec::new());
        chart.sources = (1..=12).map(|number| cited(number, "Office")).collect();
        chart.sources[1] = Citation { relay: Some("Paper [x]".into()), ..cited(2, "Post") };
        let link = |number: u32| (number.to_string(), format!("https://example.org/{number}"));
        assert_eq!(links(&chart), [1, 3, 12, 2].map(link));
    }

    #[test]
    fn who_is_named_for_several_sources_leads_to_those_without_a_mark() {
        let mut chart = fixtures::chart("A title", "A subtitle", Vec::new());
        chart.numbered = false;
        let names = ["Office", "Post", "Office", "Court", "Union", "Paper", "Post"];
        let of_figures = names.iter().enumerate().map(|(at, name)| cited(at, name));
        let event = |(at, name): (usize, &&str)| Citation {
            only_of: format!("event {at}"),
            ..cited(at + 10, name)
        };
        let of_events = ["Roads", "Roads", "Court", "Rail"].iter().enumerate().map(event);
        chart.sources = of_figures.chain(of_events).collect();
        let scene = draw(&chart, &Style::default()).unwrap();
        let found = passages(&chart, &scene);
        let folded = found.iter().filter_map(|passage| match &passage.kind {
            PassageKind::Folded(links) => Some((said(passage, &scene), links)),
            _ => None,
        });
        let folded: Vec<(String, String)> = folded
            .map(|(words, links)| {
                let ends = links.iter().map(|link| link.url.rsplit('/').next().unwrap());
                (words, ends.collect::<Vec<_>>().join(" "))
            })
            .collect();
        let wanted = [("Office", "0 2"), ("Post", "1 6"), ("2 more", "4 5"), ("Roads", "10 11")];
        assert_eq!(folded, wanted.map(|(words, ends)| (words.to_string(), ends.to_string())));
    }

    #[test]
    fn a_publisher_with_a_number_in_brackets_leads_to_no_other_source() {
        let mut chart = fixtures::chart("A title", "A subtitle", Vec::new());
        let name = |number: usize| match number {
            1 => "Office [3]".to_string(),
            other => format!("Paper {other}"),
        };
        chart.sources = (1..=12).map(|number| cited(number, &name(number))).collect();
        for (number, url) in links(&chart) {
            assert_eq!(url, format!("https://example.org/{number}"));
        }
        assert_eq!(links(&chart).len(), 12);
    }

    #[test]
    fn a_source_that_says_the_words_of_another_leads_to_its_own() {
        let mut chart = fixtures::chart("A title", "A subtitle", Vec::new());
        let one = |number, text: &str| Citation { text: text.into(), ..cited(number, "NCA") };
        chart.sources = vec![
            Citation { only_of: "the law (NCA, May 2021)".into(), ..one(1, "NCA, May 2021") },
            one(2, "NCA, May 2021, revised"),
        ];
        let links: Vec<String> = links(&chart).into_iter().map(|(words, _)| words).collect();
        assert_eq!(links, ["NCA, May 2021", "NCA, May 2021, revised"]);
    }

    #[test]
    fn every_source_is_found_on_its_lines_and_nothing_is_left_over() {
        let quantity = crate::figure::Side::Exact.of(fixtures::number("5"));
        let panels = vec![fixtures::panel(crate::chart::Scale::Linear, vec![quantity])];
        let mut chart = fixtures::chart("A title", "A subtitle", panels);
        chart.notes = Runs::notes([["A long note."; 20].join(" "), "A short one.".to_string()]);
        chart.sources =
            (1..9).map(|number| cited(number, &format!("Publisher number {number}"))).collect();
        let scene = draw(&chart, &Style::default()).unwrap();
        let passages = passages(&chart, &scene);
        let mut sources = Vec::new();
        let mut foot = String::new();
        for passage in &passages {
            let words = said(passage, &scene);
            match &passage.kind {
                PassageKind::Source(link) => {
                    assert_eq!(words, link.name);
                    sources.push(words.clone());
                    foot.push_str(&words);
                }
                PassageKind::Between => foot.push_str(&words),
                PassageKind::Folded(_) | PassageKind::Mark(_) => {
                    panic!("its figures have no sources, and none is folded")
                }
                PassageKind::Title => assert_eq!(words, chart.title),
                PassageKind::Subtitle => assert_eq!(words, chart.subtitle),
                PassageKind::Note => {
                    assert!(chart.notes.iter().any(|note| note.as_str() == words), "{words}")
                }
            }
        }
        assert_eq!(sources.len(), 8);
        let set: String = scene.texts(&[Role::Source]).map(|(_, text)| &*text.content).collect();
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(letters(&foot), letters(&set));
        assert_eq!(passages.iter().filter(|one| one.kind == PassageKind::Note).count(), 2);
    }
}
