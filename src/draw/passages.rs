//! Where the words of a chart stand in its scene, for what reads them out one by one.

use std::ops::Range;

use super::scene::{Area, Role, Scene, Shape, StandsFor};
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
    Source {
        /// Where it leads; empty where there is no address.
        url: String,
        /// What the link leads to, in words.
        name: String,
    },
    /// What stands between the sources, such as their numbers.
    Between,
    /// No words: where a mark lies, or its part that leads to one of its sources.
    Mark {
        /// Where it leads.
        url: String,
        /// What the link leads to, in words.
        name: String,
    },
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
    let mut last = None;
    for (_, text) in scene.texts(&[Role::Note, Role::Source]) {
        for run in &text.runs {
            // A note or a source goes on over several lines.
            if last != Some(run.stands_for) {
                last = Some(run.stands_for);
                passages.push(Passage { kind: kind(chart, run.stands_for), lines: Vec::new() });
            }
            if let Some(passage) = passages.last_mut() {
                let area = text.area(1.0);
                passage.lines.push(PassageLine { area, bytes: run.bytes.clone() });
            }
        }
    }
    passages.extend(marks(chart, scene));
    passages
}

/// A smaller mark is hard to hit.
const LEAST: f64 = 8.0;

/// Each mark with the sources of its figure that have an address, one beside the other.
fn marks(chart: &Chart, scene: &Scene) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (figure, places) in &chart.sources_of {
        let own = scene.shapes.iter().filter(|shape| {
            shape.role == Role::Mark && shape.figure.as_deref() == Some(figure.as_str())
        });
        let Some(area) = own.map(Shape::area).reduce(|one, other| one.around(&other)) else {
            continue;
        };
        let wide = f64::max(0.0, LEAST - area.width()) / 2.0;
        let high = f64::max(0.0, LEAST - area.height()) / 2.0;
        let (left, top) = (area.left - wide, area.top - high);
        let (right, bottom) = (area.right + wide, area.bottom + high);
        let sources = places.iter().filter_map(|at| chart.sources.get(*at));
        let sources: Vec<&Citation> = sources.filter(|source| !source.url.is_empty()).collect();
        let step = (right - left) / sources.len().max(1) as f64;
        for (at, source) in sources.into_iter().enumerate() {
            let left = left + step * at as f64;
            let lines = vec![PassageLine {
                area: Area { left, right: left + step, top, bottom },
                bytes: 0..0,
            }];
            let kind = PassageKind::Mark { url: source.url.clone(), name: source.text.clone() };
            passages.push(Passage { kind, lines });
        }
    }
    passages
}

fn kind(chart: &Chart, stands_for: StandsFor) -> PassageKind {
    match stands_for {
        StandsFor::Note(_) => PassageKind::Note,
        StandsFor::Source(at) => chart.sources.get(at).map_or(PassageKind::Between, |citation| {
            PassageKind::Source { url: citation.url.clone(), name: citation.text.clone() }
        }),
        StandsFor::Between | StandsFor::Aside => PassageKind::Between,
    }
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
            PassageKind::Source { url, .. } => Some((said(passage, &scene), url.clone())),
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
        chart.notes = Runs::notes(["A long note. ".repeat(20), "A short one.".to_string()]);
        chart.sources =
            (1..9).map(|number| cited(number, &format!("Publisher number {number}"))).collect();
        let scene = draw(&chart, &Style::default()).unwrap();
        let passages = passages(&chart, &scene);
        let mut sources = Vec::new();
        let mut foot = String::new();
        for passage in &passages {
            let words = said(passage, &scene);
            match &passage.kind {
                PassageKind::Source { name, .. } => {
                    assert_eq!(words, *name);
                    sources.push(words.clone());
                    foot.push_str(&words);
                }
                PassageKind::Between => foot.push_str(&words),
                PassageKind::Mark { .. } => panic!("its figures have no sources"),
                PassageKind::Title => assert_eq!(words, chart.title),
                PassageKind::Subtitle => assert_eq!(words, chart.subtitle),
                PassageKind::Note => {
                    assert!(chart.notes.iter().any(|note| note.as_str().trim() == words), "{words}")
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
