//! The line of sources at the foot of a chart. A few are listed one by one; many are folded into
//! who said it, with how often and under which numbers, so that a label still leads to its source.

use super::citation::Citation;
use super::runs::{Runs, StandsFor};
use crate::locale::Language;

/// More sources than this are folded.
const LISTED: usize = 8;

/// Do labels say from which source they are? Where all figures have the same, there is no need.
pub fn are_numbered(sources: &[Citation]) -> bool {
    sources.iter().filter(|source| source.only_of.is_empty()).count() > 1
}

/// `Source: NPCC, 6 September 2018.`, with the sources of events after it in words, or all of them
/// with their numbers. A number stays with the word after it.
pub fn source_line(language: &Language, sources: &[Citation]) -> Runs {
    let mut line = match sources {
        [] => return Runs::default(),
        few if !are_numbered(few) || few.len() <= LISTED => listed(language, few),
        many => folded(language, many),
    };
    line.close();
    line
}

/// One by one.
fn listed(language: &Language, sources: &[Citation]) -> Runs {
    let numbered = are_numbered(sources);
    let mut all = Runs::default();
    for (at, source) in sources.iter().enumerate() {
        all.between(if at == 0 { "" } else { "; " });
        let own = Runs::whole(source.text.trim_end(), StandsFor::Source(at));
        match source.only_of.as_str() {
            _ if numbered => {
                all.between(format!("[{}]\u{a0}", at + 1));
                all.append(&own);
            }
            "" => all.append(&own),
            events => {
                let events = Runs::whole(events, StandsFor::Between);
                all.append(&Runs::said(&language.foot.for_events, &[events, own]));
            }
        }
    }
    let line = if numbered { &language.foot.sources } else { &language.foot.source };
    Runs::said(line, &[all])
}

/// By who said it; each number is its source's.
fn folded(language: &Language, sources: &[Citation]) -> Runs {
    let mut all = Runs::default();
    for (at, voice) in voices(sources).iter().enumerate() {
        all.between(if at == 0 { "" } else { "; " });
        all.append(&voice.said(language));
    }
    Runs::said(&language.foot.folded, &[all])
}

/// Who said something, in which sources, and who passed it on in which others.
struct Publisher<'c> {
    name: &'c str,
    own: Vec<usize>,
    relayed: Vec<(&'c str, Vec<usize>)>,
}

/// In the order in which they are first cited.
fn voices(sources: &[Citation]) -> Vec<Publisher<'_>> {
    let mut voices: Vec<Publisher> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let known = voices.iter().position(|voice| voice.name == source.publisher);
        let place = known.unwrap_or_else(|| {
            let name = source.publisher.as_str();
            voices.push(Publisher { name, own: Vec::new(), relayed: Vec::new() });
            voices.len() - 1
        });
        let voice = &mut voices[place];
        let numbers = match &source.relay {
            None => &mut voice.own,
            Some(relay) => {
                let known = voice.relayed.iter().position(|(by, _)| by == relay);
                let place = known.unwrap_or_else(|| {
                    voice.relayed.push((relay, Vec::new()));
                    voice.relayed.len() - 1
                });
                &mut voice.relayed[place].1
            }
        };
        numbers.push(at);
    }
    voices
}

impl Publisher<'_> {
    /// `NCA (4) [1, 5–6], reported by BBC News [9]`.
    fn said(&self, language: &Language) -> Runs {
        let count = self.own.len() + self.relayed.iter().map(|(_, own)| own.len()).sum::<usize>();
        let mut own = Runs::whole(self.name, StandsFor::Between);
        if count > 1 {
            own.between(format!("\u{a0}({count})"));
        }
        if !self.own.is_empty() {
            numbers(&mut own, &self.own);
        }
        let relay = |(by, numbered): &(&str, Vec<usize>)| {
            let mut relay = Runs::whole(by, StandsFor::Between);
            numbers(&mut relay, numbered);
            relay
        };
        let relays: Vec<Runs> = self.relayed.iter().map(relay).collect();
        match Runs::list(language, &relays) {
            relays if relays.is_empty() => own,
            relays => Runs::said(&language.foot.relayed_by, &[own, relays]),
        }
    }
}

/// ` [1]`, ` [1, 3–5]`.
fn numbers(line: &mut Runs, all: &[usize]) {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for number in all {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => stretches.push((*number, *number)),
        }
    }
    // A short list stays in one piece.
    let between = if stretches.len() <= 6 { ",\u{a0}" } else { ", " };
    line.between("\u{a0}[");
    for (at, (first, last)) in stretches.into_iter().enumerate() {
        line.between(if at == 0 { "" } else { between });
        line.push((first + 1).to_string(), StandsFor::Source(first));
        if last > first {
            line.between(if last == first + 1 { ",\u{a0}" } else { "–" });
            line.push((last + 1).to_string(), StandsFor::Source(last));
        }
    }
    line.between("]");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::EN_GB;

    fn cite((publisher, relay): (&str, &str)) -> Citation {
        Citation {
            source: "id".into(),
            text: format!("{publisher}, May 2021"),
            publisher: publisher.into(),
            relay: (!relay.is_empty()).then(|| relay.to_string()),
            ..Citation::default()
        }
    }

    fn line(all: &[(&str, &str)]) -> String {
        source_line(&EN_GB, &all.iter().copied().map(cite).collect::<Vec<_>>())
            .to_string()
            .replace('\u{a0}', " ")
    }

    #[test]
    fn a_few_sources_are_listed() {
        assert_eq!(line(&[]), "");
        assert_eq!(line(&[("NCA", "")]), "Source: NCA, May 2021.");
        let eight = line(&[("NCA", ""); 8]);
        assert!(eight.starts_with("Sources: [1] NCA, May 2021; [2] NCA, May"), "{eight}");
    }

    #[test]
    fn the_sources_of_events_are_told_in_words() {
        let event = |name: &str| Citation { only_of: name.into(), ..cite(("Roads", "")) };
        let both = source_line(&EN_GB, &[cite(("NCA", "")), event("the event")]);
        assert_eq!(both, "Source: NCA, May 2021; for the event: Roads, May 2021.");
        assert!(are_numbered(&[cite(("NCA", "")), cite(("BBC", "")), event("")]));
    }

    #[test]
    fn many_sources_fold_into_who_said_it() {
        let mut all = vec![("NCA", ""), ("Home Office", ""), ("BBC News", "")];
        all.extend([("NCA", ""), ("NCA", ""), ("NCA", ""), ("Home Office", "")]);
        all.extend([("NCA", "BBC News"), ("NCA", "The Guardian"), ("NPCC", "LBC")]);
        assert_eq!(
            line(&all),
            "Sources: NCA (6) [1, 4–6], reported by BBC News [8] and The Guardian [9]; \
             Home Office (2) [2, 7]; BBC News [3]; NPCC, reported by LBC [10]; \
             full list with dates in the data table."
        );
    }

    #[test]
    fn each_number_is_found_once_however_many_there_are() {
        let all: Vec<(&str, &str)> = (0..40).map(|at| (["A", "B", "C"][at * at % 3], "")).collect();
        let line = line(&all);
        let mut found = Vec::new();
        for list in line.split('[').skip(1) {
            let list = list.split(']').next().unwrap();
            for run in list.split(", ") {
                let mut ends = run.split('–').map(|end| end.parse::<usize>().unwrap());
                let first = ends.next().unwrap();
                found.extend(first..=ends.next().unwrap_or(first));
            }
        }
        found.sort_unstable();
        assert_eq!(found, (1..=40).collect::<Vec<_>>());
        assert!(line.chars().count() < 260, "{line}");
    }
}
