//! Marks of a merge that git left to a person: `<<<<<<<`, `=======`, `>>>>>>>` at the start of a
//! line. Between them stand the rows of both sides, so that nothing else of the file is told.

use memchr::memmem;

use crate::locale::EN_GB;
use crate::problem::{Place, Problem, Rule};

/// What is wrong with a text that holds such marks: one problem for all of them.
pub fn merge_marks(file: &str, text: &[u8]) -> Option<Problem> {
    // Any of these alone tells that one was overlooked; the middle one may stand in words, but in no table.
    let any = |mark: &[u8]| memmem::find(text, mark).is_some();
    let is_table = file.ends_with(".csv");
    if !(any(b"<<<<<<<") || any(b">>>>>>>") || is_table && any(b"=======")) {
        return None;
    }
    let is = |line: &[u8], mark: &[u8]| {
        let rest = line.strip_prefix(mark);
        rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' ' | b'\r' | b'\n')))
    };
    let middle = |line: &[u8]| is_table && line.trim_ascii_end() == b"=======";
    let side = |line: &[u8]| is(line, b"<<<<<<<") || is(line, b">>>>>>>") || middle(line);
    let mark = |line: &[u8]| side(line) || is(line, b"=======") || is(line, b"|||||||");
    let mut lines = Vec::new();
    let (mut at, mut first, mut sides) = (0, None, 0);
    for (number, line) in text.split_inclusive(|byte| *byte == b'\n').enumerate() {
        if mark(line) {
            lines.push((number + 1).to_string());
            first.get_or_insert((number + 1, at..at + line.trim_ascii_end().len()));
            sides += usize::from(side(line));
        }
        at += line.len();
    }
    let (line, bytes) = first.filter(|_| sides > 0)?;
    const SHOWN: usize = 9;
    if lines.len() > SHOWN {
        let more = lines.len() - SHOWN;
        lines.truncate(SHOWN);
        lines.push(format!("{more} more"));
    }
    let noun = if lines.len() == 1 { "a mark in line" } else { "marks in lines" };
    let message = format!(
        "git could not merge two versions of the file and left both in it, with {noun} {}",
        EN_GB.list(&lines)
    );
    let place = Place { file: file.to_string(), line, column: 1, bytes, cell: None };
    let hint = "keep the lines that are right, of one side or of both, and delete those with the \
                marks";
    Some(Rule::MergeMarks.at(place, message).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_by_their_lines_and_other_lines_are_not_taken_for_them() {
        let told = |text: &str| {
            let problem = merge_marks("x", text.as_bytes())?;
            let lines = problem.message.rsplit("in lines ").next().map(String::from);
            Some((problem.place.line, lines.unwrap_or_default()))
        };
        let both = "a\r\n<<<<<<< HEAD\r\nb\r\n||||||| base\r\n=======\r\nc\r\n>>>>>>> other\r\n";
        assert_eq!(told(both), Some((2, "2, 4, 5 and 7".into())));
        assert_eq!(told("a\n=======\nb\n>>>>>>> x"), Some((2, "2 and 4".into())));
        assert_eq!(told("a,<<<<<<< x\n <<<<<<< y\n=======\n<<<<<<<z\n<<<<<<<<\n"), None);
        assert_eq!(told("a\n=======\nb\n"), None);
        assert!(merge_marks("x.csv", b"a\n=======\nb\n").is_some());
    }
}
