//! What README.md and data/README.md say, by their headings: one text for the page of the project,
//! for new projects and for `sourceline help`.

pub const README: &str = include_str!("../../README.md");
pub const DATA: &str = include_str!("../../data/README.md");

/// A heading with all that stands below it, to the next of its rank or a higher one.
pub fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let mut headings = headings(text);
    let own = headings.find(|(_, _, name)| *name == heading);
    let (start, rank, _) = own.expect("a test asks for every heading that is named");
    let end = headings.find(|(_, next, _)| *next <= rank).map_or(text.len(), |(at, ..)| at);
    &text[start..end]
}

/// Where the headings of a text start, with their ranks and names; not what looks like one in a
/// block of code.
fn headings(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let (mut at, mut in_code) = (0, false);
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        in_code ^= line.starts_with("```");
        let rank = line.bytes().take_while(|byte| *byte == b'#').count();
        let name = line[rank..].strip_prefix(' ').filter(|_| rank > 0 && !in_code)?;
        Some((start, rank, name.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_at_the_next_heading_of_its_rank() {
        let text = "# A\n\n## B\nb\n```sh\n# no\n```\n### C\nc\n## D\nd\n";
        assert_eq!(section(text, "B"), "## B\nb\n```sh\n# no\n```\n### C\nc\n");
        assert_eq!(section(text, "C"), "### C\nc\n");
        assert_eq!(section(text, "D"), "## D\nd\n");
    }
}
