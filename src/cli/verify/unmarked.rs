//! Words of a chart that stand beside it without the marks of `embed`, because another program took those
//! away: known by what the chart says now.

use std::collections::BTreeSet;

use sourceline::documents::{FoundCharts, FoundPicture, PlainParagraph, is_said_alike};
use sourceline::output::rendering::Rendering;

use super::judge::CopyJudge;
use super::words::{ChangedWords, changed_words};

/// What a chart said before, and now.
pub struct OlderWords {
    /// Where they stand.
    pub place: String,
    /// With what is otherwise.
    pub changes: Vec<ChangedWords>,
}

/// A title that is shorter may be anybody's.
const SHORTEST: usize = 5;
/// Words before a title: `Figure 1:`.
const BEFORE: usize = 4;

/// The older words beside each picture that is current, by its place among the pictures.
pub fn older_words(
    judge: &CopyJudge,
    found: &FoundCharts,
    paragraphs: &[PlainParagraph],
    is_current: &dyn Fn(usize, &FoundPicture) -> bool,
) -> Vec<(usize, OlderWords)> {
    if paragraphs.is_empty() {
        return Vec::new();
    }
    let drawn: Vec<Option<Rendering>> = found.pictures.iter().map(|one| judge.fresh(one)).collect();
    let says: Vec<ChartSays> = drawn.iter().map(|one| ChartSays::of(one.as_ref())).collect();
    let now: BTreeSet<&str> = says.iter().flat_map(|one| one.all()).collect();
    let marked: Vec<String> = found.words.iter().map(|words| one_line(&words.text)).collect();
    let mut older = Vec::new();
    for PlainParagraph { place, words } in paragraphs {
        let words = one_line(words);
        if now.contains(words.as_str()) || marked.iter().any(|marked| marked.contains(&words)) {
            continue;
        }
        let by = says.iter().enumerate().find_map(|(at, says)| Some((at, says.instead(&words)?)));
        let Some((at, is)) = by.filter(|(at, _)| is_current(*at, &found.pictures[*at])) else {
            continue;
        };
        let changes = changed_words(&words, &is);
        older.push((at, OlderWords { place: place.clone(), changes }));
    }
    older
}

/// The sentences of a chart.
#[derive(Default)]
struct ChartSays {
    title: String,
    description: Vec<String>,
}

impl ChartSays {
    fn of(drawn: Option<&Rendering>) -> ChartSays {
        let Some(Rendering { chart, .. }) = drawn else { return ChartSays::default() };
        let description = chart.description.lines().map(one_line);
        ChartSays {
            title: one_line(&chart.title),
            description: description.filter(|line| !line.is_empty()).collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.description.iter().chain([&self.title]).map(String::as_str)
    }

    /// What the chart says now in place of a paragraph that it said before.
    fn instead(&self, said: &str) -> Option<String> {
        let differ = |line: &&String| !numbers(said).eq(numbers(line)) && is_said_alike(said, line);
        if let Some(line) = self.description.iter().find(differ) {
            return Some(line.clone());
        }
        let (said, is): (Vec<&str>, Vec<&str>) =
            (said.split(' ').collect(), self.title.split(' ').collect());
        let before = said.len().checked_sub(is.len()).filter(|before| *before <= BEFORE)?;
        let same = said[before..].iter().zip(&is).all(|(said, is)| {
            said == is || numbers(said).next().is_some() && numbers(is).next().is_some()
        });
        // With numbers that are all said of other periods it is a sentence of its own.
        let known = |number: &str| self.all().flat_map(numbers).any(|one| one == number);
        let is_older = same
            && is.len() >= SHORTEST
            && said[before..] != is[..]
            && said[before..].iter().flat_map(|word| numbers(word)).any(|number| !known(number));
        is_older.then(|| [&said[..before], &is[..]].concat().join(" "))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Numbers as they are written, in order.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    let parts = parts.map(|part| part.trim_matches([',', '.']));
    parts.filter(|part| !part.is_empty())
}
