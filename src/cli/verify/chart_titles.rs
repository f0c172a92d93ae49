//! The chart that a picture without a stamp shows, by its words.

use sourceline::documents::DocumentKind;

/// A title of fewer words may be anybody's.
const FEWEST: usize = 4;

/// What charts are called, with every number alike: an older picture has other ones.
pub struct ChartTitles(Vec<(String, Vec<String>)>);

impl ChartTitles {
    /// The names of charts, and their titles.
    pub fn of(charts: impl Iterator<Item = (String, String)>) -> ChartTitles {
        let titled = charts.map(|(name, title)| (name, plain(&title)));
        ChartTitles(titled.filter(|(_, title)| title.len() >= FEWEST).collect())
    }

    /// The charts whose titles stand in what is said of pictures, each once.
    pub fn shown_by(&self, said: &[String]) -> Vec<String> {
        let mut found: Vec<&(String, Vec<String>)> = Vec::new();
        for text in said.iter().filter(|text| DocumentKind::named(text).is_none()) {
            let words = plain(text);
            let says = |(_, title): &&(String, Vec<String>)| {
                words.windows(title.len()).any(|some| some == title)
            };
            // The longest says most of what it is.
            let alike = self.0.iter().filter(says).max_by_key(|(_, title)| title.len());
            let Some(one) = alike else { continue };
            if found.iter().all(|(name, _)| *name != one.0) {
                found.push(one);
            }
        }
        found.into_iter().map(|(name, _)| name.clone()).collect()
    }
}

/// Words without marks at their ends, in small letters.
fn plain(text: &str) -> Vec<String> {
    let words = text.split_whitespace().map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if word.contains(|c: char| c.is_ascii_digit()) { "#".to_string() } else { word }
    });
    words.filter(|word| !word.is_empty()).collect()
}
