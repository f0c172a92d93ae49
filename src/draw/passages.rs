//! Where the words of a chart stand in its scene, for what reads them out one by one.

use std::ops::Range;

use super::scene::{Area, Role, Scene};
use crate::chart::{Chart, Citation};

/// A part of the chart's words and the lines it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    pub kind: Kind,
    pub lines: Vec<Line>,
}

/// One line of the scene, by where it is, and the bytes of it that belong to a passage: two
/// sources may share a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub area: Area,
    pub bytes: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Read before the picture.
    Title,
    /// Read before the picture.
    Subtitle,
    Note,
    Source {
        url: String,
        /// What the link leads to, in words.
        name: String,
    },
    /// What stands between the sources, such as their numbers.
    Between,
}

/// The title, the subtitle, every note and every source, in reading order.
pub fn passages(chart: &Chart, scene: &Scene) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (role, kind) in [(Role::Title, Kind::Title), (Role::Subtitle, Kind::Subtitle)] {
        let lines = lines(scene, role);
        if !lines.is_empty() {
            passages.push(Passage { kind, lines: lines.into_iter().map(Set::whole).collect() });
        }
    }
    passages.extend(notes(chart, scene));
    passages.extend(sources(chart, scene));
    passages
}

/// One line as it was set.
struct Set<'s> {
    content: &'s str,
    area: Area,
}

impl Set<'_> {
    fn whole(self) -> Line {
        Line { area: self.area, bytes: 0..usize::MAX }
    }
}

fn lines(scene: &Scene, role: Role) -> Vec<Set<'_>> {
    let roles = [role];
    let set = scene.texts(&roles);
    set.map(|(_, text)| Set { content: &text.content, area: text.area(1.0) }).collect()
}

/// A note ends where its words do.
fn notes(chart: &Chart, scene: &Scene) -> Vec<Passage> {
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
    let mut ahead = chart.notes.iter().map(|note| letters(note));
    let mut passages: Vec<Passage> = Vec::new();
    let mut left = 0;
    for line in lines(scene, Role::Note) {
        if left == 0 {
            left = ahead.next().unwrap_or(usize::MAX);
            passages.push(Passage { kind: Kind::Note, lines: Vec::new() });
        }
        left = left.saturating_sub(letters(line.content));
        if let Some(passage) = passages.last_mut() {
            passage.lines.push(line.whole());
        }
    }
    passages
}

/// Sources share lines and run over them, so each is looked for in the whole.
fn sources(chart: &Chart, scene: &Scene) -> Vec<Passage> {
    let lines = lines(scene, Role::Source);
    let mut whole = String::new();
    let mut starts = Vec::new();
    for line in &lines {
        starts.push(whole.len());
        whole.push_str(line.content);
        whole.push(' ');
    }
    let set = |kind, range: Range<usize>| {
        let on_lines = lines.iter().zip(&starts).filter_map(|(line, start)| {
            let bytes = shared(&range, *start..start + line.content.len())?;
            Some(Line { area: line.area, bytes: bytes.start - start..bytes.end - start })
        });
        Passage { kind, lines: on_lines.collect() }
    };
    let mut passages = Vec::new();
    let mut from = 0;
    for (found, citation) in cited(chart, &whole) {
        passages.push(set(Kind::Between, from..found.start));
        from = found.end;
        let (url, name) = (citation.url.clone(), citation.text.clone());
        passages.push(set(Kind::Source { url, name }, found));
    }
    passages.push(set(Kind::Between, from..whole.len()));
    passages.retain(|passage| !passage.lines.is_empty());
    passages
}

/// Where the foot names each source: by its words, or by its number where many are folded.
fn cited<'c>(chart: &'c Chart, foot: &str) -> Vec<(Range<usize>, &'c Citation)> {
    let mut found = Vec::new();
    let mut from = 0;
    for citation in &chart.sources {
        let words = citation.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(start) = foot[from..].find(&words).map(|at| from + at) {
            from = start + words.len();
            found.push((start..from, citation));
        }
    }
    if found.is_empty() { numbered(chart, foot) } else { found }
}

/// The numbers of `[2, 3, 5–9]`.
fn numbered<'c>(chart: &'c Chart, foot: &str) -> Vec<(Range<usize>, &'c Citation)> {
    let mut found = Vec::new();
    for (open, _) in foot.match_indices('[') {
        let Some(length) = foot[open..].find(']') else { break };
        let mut at = open + 1;
        for part in foot[at..open + length].split_inclusive([',', ' ', '–']) {
            let digits = part.trim_end_matches([',', ' ', '–']);
            let source = digits.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let citation = source.and_then(|at| chart.sources.get(at));
            found.extend(citation.map(|citation| (at..at + digits.len(), citation)));
            at += part.len();
        }
    }
    found
}

fn shared(a: &Range<usize>, b: Range<usize>) -> Option<Range<usize>> {
    let range = a.start.max(b.start)..a.end.min(b.end);
    (range.start < range.end).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::fixtures;
    use crate::draw::{Style, draw};

    /// What a passage is made of, line by line, as it stands in the scene.
    fn said(passage: &Passage, scene: &Scene) -> String {
        let of_line = |line: &Line| {
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

    #[test]
    fn a_folded_source_is_found_by_its_number() {
        let mut chart = fixtures::chart("A title", "A subtitle", Vec::new());
        let citation = |number: u32| Citation {
            source: format!("s{number}"),
            text: format!("Office, {number} June 2021"),
            publisher: "Office".to_string(),
            url: format!("https://example.org/{number}"),
            ..Citation::default()
        };
        chart.sources = (1..=12).map(citation).collect();
        let foot = "Sources: Office (11) [1, 3–12], relayed by Paper [x] and Post [2]; [99]";
        let found = cited(&chart, foot);
        let told: Vec<(&str, &str)> =
            found.iter().map(|(range, one)| (&foot[range.clone()], &*one.source)).collect();
        assert_eq!(told, [("1", "s1"), ("3", "s3"), ("12", "s12"), ("2", "s2")]);
    }

    #[test]
    fn every_source_is_found_on_its_lines_and_nothing_is_left_over() {
        let quantity = crate::figure::Quantity::Exact(fixtures::number("5"));
        let panels = vec![fixtures::panel(crate::chart::Scale::Linear, vec![quantity])];
        let mut chart = fixtures::chart("A title", "A subtitle", panels);
        chart.notes = vec!["A long note. ".repeat(20), "A short one.".to_string()];
        chart.sources = (1..9)
            .map(|number| Citation {
                source: format!("s{number}"),
                text: format!("Publisher number {number}, {number} June 2021"),
                publisher: format!("Publisher number {number}"),
                url: format!("https://example.org/{number}"),
                ..Citation::default()
            })
            .collect();
        let scene = draw(&chart, &Style::default()).unwrap();
        let passages = passages(&chart, &scene);
        let mut sources = Vec::new();
        let mut foot = String::new();
        for passage in &passages {
            let words = said(passage, &scene);
            match &passage.kind {
                Kind::Source { name, .. } => {
                    assert_eq!(words, *name);
                    sources.push(words.clone());
                    foot.push_str(&words);
                }
                Kind::Between => foot.push_str(&words),
                Kind::Title => assert_eq!(words, chart.title),
                Kind::Subtitle => assert_eq!(words, chart.subtitle),
                Kind::Note => {
                    assert!(chart.notes.iter().any(|note| note.trim() == words), "{words}")
                }
            }
        }
        assert_eq!(sources.len(), 8);
        let set: String = scene.texts(&[Role::Source]).map(|(_, text)| &*text.content).collect();
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(letters(&foot), letters(&set));
        assert_eq!(passages.iter().filter(|one| one.kind == Kind::Note).count(), 2);
    }
}
