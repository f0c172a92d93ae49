//! The line of sources at the foot of a chart. A few are listed one by one; many are folded into
//! who said it, with how often and under which numbers, so that a label still leads to its source.

use super::citation::Citation;
use super::runs::{Runs, StandsFor};
use super::waist::Chart;
use crate::locale::Language;

/// More sources than this are folded.
const LISTED: usize = 8;

/// Do labels say from which source they are? Where all figures have the same, there is no need.
pub fn are_numbered(sources: &[Citation]) -> bool {
    sources.iter().filter(|source| source.only_of.is_empty()).count() > 1
}

/// Of more sources than this the most used publishers are named.
const NAMED: usize = 3;
/// What fills two lines is told by its publishers alone, too.
const LONGEST_LIST: usize = 130;

/// What a picture says of its sources: `Source: NPCC, 6 September 2018.`, with the sources of
/// events after it in words; of many who is cited most. With numbers where the chart numbers them;
/// then a number stays with the word after it. Where the chart is found is said last. From the
/// longest to the shortest: without their days, then with fewer of those who are cited most.
pub fn source_lines(chart: &Chart) -> impl Iterator<Item = Runs> {
    let (language, sources) = (chart.language, &chart.sources[..]);
    let brevities = match (sources, chart.numbered) {
        ([], _) => &[],
        (_, true) => &BREVITIES[..1],
        (_, false) => &BREVITIES[..],
    };
    let line = move |brevity: &Brevity| match sources {
        all if !chart.numbered => named(language, all, *brevity),
        few if !are_numbered(few) || few.len() <= LISTED => listed(language, few),
        many => folded(language, many),
    };
    brevities.iter().map(move |brevity| closed(chart, line(brevity)))
}

/// How much of its sources a picture says.
#[derive(Clone, Copy)]
struct Brevity {
    dated: bool,
    /// Of more sources than are told one by one, so many publishers.
    named: usize,
}

const BREVITIES: [Brevity; 4] = [
    Brevity { dated: true, named: NAMED },
    Brevity { dated: false, named: NAMED },
    Brevity { dated: false, named: NAMED - 1 },
    Brevity { dated: false, named: 1 },
];

fn closed(chart: &Chart, mut line: Runs) -> Runs {
    if !chart.address.is_empty() {
        let address = Runs::whole(&chart.address, StandsFor::Between);
        return Runs::said(&chart.language.foot.found_at, &[line, address]);
    }
    line.close();
    line
}

/// Without numbers: up to three by publication and publisher, of more the publishers that are
/// cited most.
fn named(language: &Language, sources: &[Citation], brevity: Brevity) -> Runs {
    let all = || sources.iter().enumerate();
    let of_figures: Vec<(usize, &Citation)> =
        all().filter(|(_, source)| source.only_of.is_empty()).collect();
    let of_events: Vec<(usize, &Citation)> =
        all().filter(|(_, source)| !source.only_of.is_empty()).collect();
    let each =
        one_by_one(of_figures.iter().map(|(at, source)| published(language, *at, source, brevity)));
    let short = of_figures.len() < 2 || each.to_string().chars().count() <= LONGEST_LIST;
    let mut line = match of_figures.len() {
        0..=NAMED if short => each,
        _ => most_used(language, &of_figures, brevity.named),
    };
    // Who is named already as a publisher need not be named again.
    let told = |(_, source): &(usize, &Citation)| line.as_str().contains(&source.publisher);
    let folded = of_figures.len() > NAMED || !short;
    let all_told = folded && of_events.iter().all(told);
    let of_events = if all_told { Vec::new() } else { of_events };
    let event = |(at, source): &(usize, &Citation)| {
        let events = Runs::whole(&source.only_of, StandsFor::Between);
        Runs::said(&language.foot.for_events, &[events, published(language, *at, source, brevity)])
    };
    let events = match of_events.len() {
        0..=NAMED => one_by_one(of_events.iter().map(event)),
        _ => {
            let events = Runs::whole(language.foot.the_events(), StandsFor::Between);
            let who = most_used(language, &of_events, brevity.named);
            Runs::said(&language.foot.for_events, &[events, who])
        }
    };
    line.between(if line.is_empty() || events.is_empty() { "" } else { "; " });
    line.append(&events);
    let says = &language.foot;
    Runs::said(if sources.len() > 1 { &says.sources } else { &says.source }, &[line])
}

fn one_by_one(all: impl Iterator<Item = Runs>) -> Runs {
    let mut line = Runs::default();
    for (at, one) in all.enumerate() {
        line.between(if at == 0 { "" } else { "; " });
        line.append(&one);
    }
    line
}

/// `Annual Review 2010-11, CEOP, May 2011`; no title where readers know it by its publisher.
fn published(language: &Language, at: usize, source: &Citation, brevity: Brevity) -> Runs {
    let text = match (brevity.dated, &source.relay) {
        (true, _) => source.text.trim_end().to_string(),
        (false, None) => source.publisher.clone(),
        (false, Some(relay)) => language.foot.relayed_by(&source.publisher, relay),
    };
    let whole = match source.publication.trim_end() {
        "" => text,
        title => format!("{title}, {text}"),
    };
    Runs::whole(whole, StandsFor::Source(at))
}

/// `NCA, Home Office, NPCC and 2 more, some reported by others`: who said it first, by how often.
fn most_used(language: &Language, sources: &[(usize, &Citation)], named: usize) -> Runs {
    let mut used: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, source) in sources {
        match used.iter_mut().find(|(known, _)| *known == source.publisher) {
            Some((_, places)) => places.push(*at),
            None => used.push((&source.publisher, vec![*at])),
        }
    }
    // The first cited among equals.
    used.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    let more = match used.len() {
        all if all > named + 1 => all - named,
        _ => 0,
    };
    used.truncate(used.len() - more);
    let name = |(name, places): &(&str, Vec<usize>)| match places[..] {
        [only] => Runs::whole(name, StandsFor::Source(only)),
        _ => Runs::whole(name, StandsFor::Publisher(places[0])),
    };
    let mut names: Vec<Runs> = used.iter().map(name).collect();
    if more > 0 {
        names.push(Runs::whole(language.notes.more(more), StandsFor::Unnamed));
    }
    let names = list_of_names(language, &names);
    let relayed = sources.iter().filter(|(_, source)| source.relay.is_some()).count();
    match relayed {
        0 => names,
        all if all == sources.len() => Runs::said(&language.foot.all_as_reported, &[names]),
        _ => Runs::said(&language.foot.some_as_reported, &[names]),
    }
}

/// With semicolons where a name is itself of two, so that nobody takes one for two.
fn list_of_names(language: &Language, names: &[Runs]) -> Runs {
    let and = language.small.and("", "");
    let joint = |name: &Runs| name.as_str().contains(&and) || name.as_str().contains(',');
    match names {
        [before @ .., last] if before.len() > 1 && names.iter().any(joint) => {
            let before = one_by_one(before.iter().cloned());
            Runs::said(&language.foot.and_last, &[before, last.clone()])
        }
        _ => Runs::list(language, names),
    }
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
    Runs::said(&language.foot.sources, &[all])
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

    fn cite((publisher, relay): (&str, &str)) -> Citation {
        Citation {
            source: "id".into(),
            text: format!("{publisher}, May 2021"),
            publisher: publisher.into(),
            relay: (!relay.is_empty()).then(|| relay.to_string()),
            ..Citation::default()
        }
    }

    fn said(numbered: bool, sources: Vec<Citation>) -> String {
        let mut chart = crate::draw::fixtures::chart("T", "", Vec::new());
        (chart.numbered, chart.sources) = (numbered, sources);
        let line = source_lines(&chart).next().unwrap_or_default();
        line.to_string().replace('\u{a0}', " ")
    }

    fn line(all: &[(&str, &str)]) -> String {
        said(true, all.iter().copied().map(cite).collect())
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
        let both = said(true, vec![cite(("NCA", "")), event("the event")]);
        assert_eq!(both, "Source: NCA, May 2021; for the event: Roads, May 2021.");
        assert!(are_numbered(&[cite(("NCA", "")), cite(("BBC", "")), event("")]));
    }

    #[test]
    fn without_numbers_the_most_cited_are_named() {
        let cited = |all: &[(&str, &str)]| said(false, all.iter().copied().map(cite).collect());
        let report = Citation { publication: "Annual Review".into(), ..cite(("CEOP", "")) };
        assert_eq!(said(false, vec![report]), "Source: Annual Review, CEOP, May 2021.");
        let three = cited(&[("NCA", ""), ("BBC", ""), ("NCA", "")]);
        assert_eq!(three, "Sources: NCA, May 2021; BBC, May 2021; NCA, May 2021.");
        let all = [("A", ""), ("B", ""), ("C", ""), ("D", ""), ("E", ""), ("D", "BBC")];
        assert_eq!(cited(&all), "Sources: D, A, B and 2 more; some reported by others.");
        assert_eq!(cited(&all[..4]), "Sources: A, B, C and D.");
        let joint = cited(&[("A", ""), ("B and C", ""), ("D", ""), ("E", ""), ("F", "")]);
        assert_eq!(joint, "Sources: A; B and C; D; and 2 more.");
        let event = |name: &str| Citation { only_of: name.into(), ..cite(("Roads", "")) };
        let both = said(false, vec![cite(("NCA", "")), event("the event")]);
        assert_eq!(both, "Sources: NCA, May 2021; for the event: Roads, May 2021.");
    }

    #[test]
    fn sources_are_told_ever_shorter() {
        let lines = |numbered: bool, all: &[(&str, &str)]| -> Vec<String> {
            let mut chart = crate::draw::fixtures::chart("T", "", Vec::new());
            (chart.numbered, chart.sources) = (numbered, all.iter().copied().map(cite).collect());
            let mut lines: Vec<String> =
                source_lines(&chart).map(|line| line.to_string()).collect();
            lines.dedup();
            lines
        };
        assert_eq!(
            lines(false, &[("NCA", "BBC"), ("NPCC", "")]),
            ["Sources: NCA, May 2021; NPCC, May 2021.", "Sources: NCA, reported by BBC; NPCC."]
        );
        let five = [("A", ""), ("B", ""), ("C", ""), ("D", ""), ("E", "")];
        assert_eq!(
            lines(false, &five),
            ["Sources: A, B, C and 2 more.", "Sources: A, B and 3 more.", "Sources: A and 4 more."]
        );
        assert_eq!(lines(true, &five).len(), 1);
        assert!(lines(false, &[]).is_empty());
    }

    #[test]
    fn where_the_chart_is_found_is_said_last() {
        let mut chart = crate::draw::fixtures::chart("T", "", Vec::new());
        chart.sources = vec![cite(("NCA", ""))];
        chart.address = "https://example.org/charts/nests".into();
        let line =
            "Source: NCA, May 2021. Every figure with its source: https://example.org/charts/nests";
        assert_eq!(source_lines(&chart).next().map(|line| line.to_string()).as_deref(), Some(line));
    }

    #[test]
    fn many_sources_fold_into_who_said_it() {
        let mut all = vec![("NCA", ""), ("Home Office", ""), ("BBC News", "")];
        all.extend([("NCA", ""), ("NCA", ""), ("NCA", ""), ("Home Office", "")]);
        all.extend([("NCA", "BBC News"), ("NCA", "The Guardian"), ("NPCC", "LBC")]);
        assert_eq!(
            line(&all),
            "Sources: NCA (6) [1, 4–6], reported by BBC News [8] and The Guardian [9]; \
             Home Office (2) [2, 7]; BBC News [3]; NPCC, reported by LBC [10]."
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
