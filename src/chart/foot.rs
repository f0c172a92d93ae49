//! The line of sources at the foot of a chart. A few are listed one by one; many are folded into
//! who said it, with how often and under which numbers, so that a label still leads to its source.

use super::citation::Citation;
use crate::locale::words;

/// More sources than this are folded.
const LISTED: usize = 8;

/// Do labels say from which source they are? Where all figures have the same, there is no need.
pub fn are_numbered(sources: &[Citation]) -> bool {
    sources.iter().filter(|source| source.only_of.is_empty()).count() > 1
}

/// `Source: NPCC, 6 September 2018.`, with the sources of events after it in words, or all of them
/// with their numbers. A number stays with the word after it.
pub fn source_line(sources: &[Citation]) -> String {
    let text = match sources {
        [] => return String::new(),
        few if !are_numbered(few) => {
            let entry = |source: &Citation| match source.only_of.as_str() {
                "" => source.text.clone(),
                events => format!("for {events}: {}", source.text),
            };
            format!("Source: {}", few.iter().map(entry).collect::<Vec<_>>().join("; "))
        }
        few if few.len() <= LISTED => {
            let entry =
                |(at, source): (usize, &Citation)| format!("[{}]\u{a0}{}", at + 1, source.text);
            let entries: Vec<String> = few.iter().enumerate().map(entry).collect();
            format!("Sources: {}", entries.join("; "))
        }
        many => {
            let voices: Vec<String> = voices(many).iter().map(Voice::text).collect();
            format!("Sources: {}; full list with dates in the data table", voices.join("; "))
        }
    };
    words::sentence(&text)
}

/// Who said something, under which numbers, and who passed it on under which others.
struct Voice<'c> {
    publisher: &'c str,
    own: Vec<usize>,
    relayed: Vec<(&'c str, Vec<usize>)>,
}

/// In the order in which they are first cited.
fn voices(sources: &[Citation]) -> Vec<Voice<'_>> {
    let mut voices: Vec<Voice> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let known = voices.iter().position(|voice| voice.publisher == source.publisher);
        let place = known.unwrap_or_else(|| {
            let publisher = source.publisher.as_str();
            voices.push(Voice { publisher, own: Vec::new(), relayed: Vec::new() });
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
        numbers.push(at + 1);
    }
    voices
}

impl Voice<'_> {
    /// `NCA (4) [1, 5–6], relayed by BBC News [9]`.
    fn text(&self) -> String {
        let count = self.own.len() + self.relayed.iter().map(|(_, own)| own.len()).sum::<usize>();
        let mut text = self.publisher.to_string();
        if count > 1 {
            text.push_str(&format!("\u{a0}({count})"));
        }
        if !self.own.is_empty() {
            text.push_str(&format!("\u{a0}{}", numbers(&self.own)));
        }
        let relay = |(by, own): &(&str, Vec<usize>)| format!("{by}\u{a0}{}", numbers(own));
        let relays: Vec<String> = self.relayed.iter().map(relay).collect();
        if !relays.is_empty() {
            text.push_str(&format!(", relayed by {}", words::list(&relays)));
        }
        text
    }
}

/// `[1]`, `[1, 3–5]`.
fn numbers(all: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in all {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let said = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first},\u{a0}{last}"),
        _ => format!("{first}–{last}"),
    };
    // A short list stays in one piece.
    let between = if runs.len() <= 6 { ",\u{a0}" } else { ", " };
    format!("[{}]", runs.iter().map(said).collect::<Vec<_>>().join(between))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        source_line(&all.iter().copied().map(cite).collect::<Vec<_>>()).replace('\u{a0}', " ")
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
        let both = source_line(&[cite(("NCA", "")), event("the event")]);
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
            "Sources: NCA (6) [1, 4–6], relayed by BBC News [8] and The Guardian [9]; \
             Home Office (2) [2, 7]; BBC News [3]; NPCC, relayed by LBC [10]; \
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
