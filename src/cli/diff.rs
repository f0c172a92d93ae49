//! What was changed in a file, as `diff -U0` says it: `patch -R` takes it back. A column that comes
//! or goes is told in a line, or every row would be shown.

use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, capture_diff_slices_deadline};
use sourceline::dataset::edit::{Splice, apply};
use sourceline::dataset::widened::Widened;

use super::report::count;
use super::screen::{Screen, visible};

/// Nobody reads more bytes of changes than these.
const MOST_SHOWN: usize = 2_000_000;

/// Prints the changes of one file; the splices are in the order of the text.
pub fn print(label: &str, before: &[u8], splices: &[Splice], screen: &mut Screen) {
    let columns = ColumnChange::of(label, before, splices);
    let (before, splices, told) = match &columns {
        Some(change) => (change.before.as_slice(), change.splices.as_slice(), change.words()),
        None => (before, splices, Vec::new()),
    };
    let bytes: usize = splices.iter().map(|splice| splice.at.len() + splice.with.len()).sum();
    if bytes > MOST_SHOWN {
        told.iter().for_each(|line| screen.say(format_args!("{label} {line}\n")));
        let added: usize = splices.iter().map(|splice| line_ends(&splice.with)).sum();
        screen.say(format_args!("{label}: {added} lines written, too many to show here\n"));
        return;
    }
    let shown = |text: &str| match screen.width() {
        Some(_) => visible(text).into_owned(),
        None => text.to_string(),
    };
    let mut lines =
        vec![screen.dim(&format!("--- a/{label}")), screen.dim(&format!("+++ b/{label}"))];
    lines.extend(told);
    for hunk in hunks(before, splices) {
        lines.push(screen.dim(&hunk.head()));
        for (mark, text) in hunk.lines() {
            let line = format!("{mark}{}", shown(&text));
            lines.push(match mark {
                '-' => screen.red(&line),
                '+' => screen.green(&line),
                _ => screen.dim(&line),
            });
        }
    }
    lines.iter().for_each(|line| screen.say(format_args!("{line}\n")));
}

/// The lines that a change takes away and writes, wherever in the file they stand.
pub fn lines_changed(label: &str, before: &[u8], splices: &[Splice]) -> Vec<(char, String)> {
    let columns = ColumnChange::of(label, before, splices);
    let (before, splices) = match &columns {
        Some(change) => (change.before.as_slice(), change.splices.as_slice()),
        None => (before, splices),
    };
    hunks(before, splices).iter().flat_map(|hunk| hunk.lines()).collect()
}

/// A change that brings or takes columns, and what it changes besides.
struct ColumnChange {
    /// The file as it was, with the columns that come.
    before: Vec<u8>,
    /// What makes it the file as it will be, with the columns that go.
    splices: Vec<Splice>,
    verb: &'static str,
    columns: Vec<(&'static str, usize)>,
}

impl ColumnChange {
    fn of(label: &str, before: &[u8], splices: &[Splice]) -> Option<ColumnChange> {
        let header = memchr::memchr2(b'\n', b'\r', before).unwrap_or(before.len());
        splices.first().filter(|first| first.at.start <= header)?;
        let after = apply(before, splices);
        if let Some(Widened { text, columns }) = Widened::of(label, before, &after) {
            let splices = between(&text, &after);
            return Some(ColumnChange { before: text, splices, verb: "adds", columns });
        }
        let Widened { text, columns } = Widened::of(label, &after, before)?;
        let splices = between(before, &text);
        Some(ColumnChange { before: before.to_vec(), splices, verb: "takes away", columns })
    }

    fn words(&self) -> Vec<String> {
        let line = |(column, empty): &(&str, usize)| {
            let rows = count(*empty, "row", "rows");
            format!("{} the column `{column}` (empty in {rows})", self.verb)
        };
        self.columns.iter().map(line).collect()
    }
}

/// Lines that give way to others.
struct Hunk<'b> {
    /// How many lines stand before it, in the old text and in the new.
    before: (usize, usize),
    old: Vec<&'b [u8]>,
    new: Vec<Vec<u8>>,
}

impl Hunk<'_> {
    fn head(&self) -> String {
        let side = |before: usize, lines: usize| match lines {
            0 => format!("{before},0"),
            1 => format!("{}", before + 1),
            _ => format!("{},{lines}", before + 1),
        };
        let (old, new) = (side(self.before.0, self.old.len()), side(self.before.1, self.new.len()));
        format!("@@ -{old} +{new} @@")
    }

    fn lines(&self) -> Vec<(char, String)> {
        let mut lines = Vec::new();
        let old = self.old.iter().map(|line| ('-', *line));
        let new = self.new.iter().map(|line| ('+', line.as_slice()));
        for (mark, line) in old.chain(new) {
            let (text, ended) = match line.strip_suffix(b"\n") {
                Some(text) => (text, true),
                None => (line.strip_suffix(b"\r").unwrap_or(line), line.ends_with(b"\r")),
            };
            lines.push((mark, String::from_utf8_lossy(text).into_owned()));
            if !ended {
                lines.push(('\\', " No newline at end of file".to_string()));
            }
        }
        lines
    }
}

fn hunks<'b>(before: &'b [u8], splices: &[Splice]) -> Vec<Hunk<'b>> {
    let mut hunks: Vec<Hunk> = Vec::new();
    let mut counted = 0;
    let mut old_lines = 0;
    let mut grown = 0;
    let mut at = 0;
    while at < splices.len() {
        // Changes that share a line are one.
        let mut region = lines_about(before, &splices[at]);
        let mut together = at + 1;
        while together < splices.len() && splices[together].at.start < region.end {
            region.end = region.end.max(lines_about(before, &splices[together]).end);
            together += 1;
        }
        let mut new = Vec::new();
        let mut done = region.start;
        for splice in &splices[at..together] {
            new.extend_from_slice(&before[done..splice.at.start]);
            new.extend_from_slice(&splice.with);
            done = splice.at.end;
        }
        new.extend_from_slice(&before[done..region.end]);
        old_lines += line_ends(&before[counted..region.start]);
        counted = region.start;
        let (mut old, mut new) = (lines(&before[region]), lines(&new));
        let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        old.drain(..same);
        new.drain(..same);
        while !old.is_empty() && old.last() == new.last() {
            old.pop();
            new.pop();
        }
        let start = old_lines + same;
        let new_start = start.saturating_add_signed(grown);
        grown += new.len() as isize - old.len() as isize;
        let mut new: Vec<Vec<u8>> = new.into_iter().map(<[u8]>::to_vec).collect();
        at = together;
        match hunks.last_mut().filter(|last| last.before.0 + last.old.len() == start) {
            Some(last) => {
                last.old.append(&mut old);
                last.new.append(&mut new);
            }
            None => hunks.push(Hunk { before: (start, new_start), old, new }),
        }
    }
    hunks
}

/// The whole lines that a change touches; none for one that is whole lines itself.
fn lines_about(text: &[u8], splice: &Splice) -> Range<usize> {
    let ends = |at: usize| matches!(text[at - 1], b'\n' | b'\r') && !is_inside(text, at);
    let mut start = splice.at.start;
    while start > 0 && !ends(start) {
        start -= 1;
    }
    let whole =
        start == splice.at.start && splice.with.ends_with(b"\n") | splice.with.ends_with(b"\r");
    let mut end = splice.at.end;
    if splice.at.is_empty() && whole {
        return start..start;
    }
    while end < text.len() && (end == start || !ends(end)) {
        end += 1;
    }
    start..end
}

/// Between the CR and the LF of one line ending.
fn is_inside(text: &[u8], at: usize) -> bool {
    at > 0 && text[at - 1] == b'\r' && text.get(at) == Some(&b'\n')
}

/// How many lines end in a stretch that starts and ends with whole ones.
fn line_ends(text: &[u8]) -> usize {
    let ends = |at: &usize| text[*at] == b'\n' || text.get(at + 1) != Some(&b'\n');
    memchr::memchr2_iter(b'\n', b'\r', text).filter(ends).count()
}

/// Lines with their endings: LF, CRLF or CR.
fn lines(text: &[u8]) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=text.len() {
        if matches!(text[at - 1], b'\n' | b'\r') && !is_inside(text, at) {
            lines.push(&text[start..at]);
            start = at;
        }
    }
    if start < text.len() {
        lines.push(&text[start..]);
    }
    lines
}

/// Nobody waits longer than this for the fewest lines.
const SEARCHED: Duration = Duration::from_secs(1);

/// The changes that make one text another, line by line: for a text of which much changed.
pub fn between(before: &[u8], after: &[u8]) -> Vec<Splice> {
    let (old, new) = (lines(before), lines(after));
    let mut starts = vec![0];
    old.iter().for_each(|line| starts.push(starts[starts.len() - 1] + line.len()));
    let changed = |(at, (old, new)): (usize, (&&[u8], &&[u8]))| {
        let with = || Splice { at: starts[at]..starts[at + 1], with: new.to_vec() };
        (old != new).then(with)
    };
    if old.len() == new.len() {
        return old.iter().zip(&new).enumerate().filter_map(changed).collect();
    }
    let until = Some(Instant::now() + SEARCHED);
    let parts = capture_diff_slices_deadline(Algorithm::Patience, &old, &new, until);
    let differing = parts.iter().filter(|part| part.tag() != similar::DiffTag::Equal);
    let splice = |(at, with): (Range<usize>, Range<usize>)| Splice {
        at: starts[at.start]..starts[at.end],
        with: new[with].concat(),
    };
    differing.map(|part| splice((part.old_range(), part.new_range()))).collect()
}

/// A file that is new, line by line.
pub fn whole(label: &str, text: &str) -> String {
    let mut told =
        format!("--- /dev/null\n+++ b/{label}\n@@ -0,0 +1,{} @@\n", text.lines().count());
    text.lines().for_each(|line| told += &format!("+{}\n", visible(line)));
    told
}

/// A file that goes, line by line.
pub fn gone(label: &str, text: &str) -> String {
    let mut told =
        format!("--- a/{label}\n+++ /dev/null\n@@ -1,{} +0,0 @@\n", text.lines().count());
    text.lines().for_each(|line| told += &format!("-{}\n", visible(line)));
    told
}

/// The whole as one text, for tests.
#[cfg(test)]
fn text(label: &str, before: &str, splices: &[Splice]) -> String {
    let mut text = format!("--- a/{label}\n+++ b/{label}\n");
    for hunk in hunks(before.as_bytes(), splices) {
        text += &format!("{}\n", hunk.head());
        for (mark, line) in hunk.lines() {
            text += &format!("{mark}{line}\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splice(at: Range<usize>, with: &str) -> Splice {
        Splice { at, with: with.into() }
    }

    #[test]
    fn an_added_row_is_one_line() {
        let told = text("x", "a\nb\n", &[splice(2..2, "new\n")]);
        assert_eq!(told, "--- a/x\n+++ b/x\n@@ -1,0 +2 @@\n+new\n");
        let told = text("x", "a\nb", &[splice(3..3, "\nnew")]);
        assert!(told.ends_with("@@ -2 +2,2 @@\n-b\n\\ No newline at end of file\n+b\n+new\n\\ No newline at end of file\n"), "{told}");
    }

    #[test]
    fn a_changed_cell_is_a_line_for_a_line_and_a_removed_row_one_less() {
        let told = text("x", "a,1\nb,2\nc,3\n", &[splice(2..3, "9"), splice(8..12, "")]);
        assert_eq!(told, "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a,1\n+a,9\n@@ -3 +2,0 @@\n-c,3\n");
        let told = text("x", "a,1\r\nb,2\r\n", &[splice(5..6, "x"), splice(7..8, "9")]);
        assert!(told.ends_with("@@ -2 +2 @@\n-b,2\r\n+x,9\r\n"), "{told:?}");
    }

    #[test]
    fn what_is_between_two_texts_makes_one_the_other() {
        for (before, after) in
            [("a\r\nb\r\nc", "a\nb\nc"), ("x\na\nb\n", "a\nB\n"), ("", "a\n"), ("a", "a")]
        {
            let splices = between(before.as_bytes(), after.as_bytes());
            let made = sourceline::dataset::edit::apply(before.as_bytes(), &splices);
            assert_eq!(String::from_utf8(made).unwrap(), after);
        }
    }

    #[test]
    fn what_lies_between_two_changes_is_not_one() {
        let (before, after) = ("a\nb\nc\nd\ne\n", "a\nx\nb\nc\nd\ny\nz\ne\n");
        let told = text("x", before, &between(before.as_bytes(), after.as_bytes()));
        assert_eq!(told, "--- a/x\n+++ b/x\n@@ -1,0 +2 @@\n+x\n@@ -4,0 +6,2 @@\n+y\n+z\n");
    }

    #[test]
    fn a_column_that_comes_or_goes_is_a_line() {
        let narrow = "id,title,unit,nature\na,A,b,flow\nb,B,b,flow\n";
        let wide = "id,title,unit,nature,note\na,A,b,flow,\nc,C,b,flow,Odd.\nb,B,b,flow,\n";
        let of = |before: &str, after: &str| {
            let splices = between(before.as_bytes(), after.as_bytes());
            let change = ColumnChange::of("data/series.csv", before.as_bytes(), &splices)?;
            let before = String::from_utf8(change.before.clone()).unwrap();
            Some((change.words(), text("x", &before, &change.splices)))
        };
        let (words, told) = of(narrow, wide).unwrap();
        assert_eq!(words, ["adds the column `note` (empty in 2 rows)"]);
        assert!(told.ends_with("@@ -2,0 +3 @@\n+c,C,b,flow,Odd.\n"), "{told}");
        let (words, told) = of(wide, narrow).unwrap();
        assert_eq!(words, ["takes away the column `note` (empty in 2 rows)"]);
        assert!(told.ends_with("@@ -3 +2,0 @@\n-c,C,b,flow,Odd.\n"), "{told}");
        assert!(of(narrow, narrow).is_none());
    }
}
