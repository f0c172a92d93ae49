//! What a short cell stands for: a note below the table, or a mark of the number.

use super::absence::absence_meant;
use super::marks::{Mark, Marked, plain_of_raised};
use super::published::PublishedTable;

impl PublishedTable {
    /// What stands below the table behind a mark such as `[2]`, `2` or `a`.
    pub fn footnote(&self, mark: &str) -> Option<&str> {
        const LONGEST: usize = 5;
        let mark = mark.trim_matches(['[', ']', '(', ')']);
        let is_note = mark.len() <= 8 && mark.to_lowercase().starts_with("note ");
        // `¹` behind a number may be `1` below the table.
        if let Some(plain) = unraised(mark) {
            let own =
                || self.outline.notes.clone().any(|row| self.grid.cell(row, 0).starts_with(mark));
            if !own() {
                return self.footnote(&plain);
            }
        }
        if mark.is_empty() || !is_note && (mark.len() > LONGEST || mark.contains(' ')) {
            return None;
        }
        self.outline.notes.clone().find_map(|row| {
            let cell = self.grid.cell(row, 0);
            let bare = cell.strip_prefix(['[', '(']).unwrap_or(cell);
            let rest = bare.strip_prefix(mark)?;
            // `e.g.` explains no `e`.
            let is_marked = rest.starts_with([' ', ':', ')', ']'])
                || rest
                    .strip_prefix('.')
                    .is_some_and(|after| !after.starts_with(char::is_alphanumeric));
            let rest = rest.strip_prefix(']').unwrap_or(rest);
            let text = rest.trim_start_matches(['.', ':', ')', ' ']);
            // `† provisional`: no word begins with a sign.
            let is_sign = mark.chars().all(|c| !c.is_alphanumeric());
            let is_text = text.contains(' ')
                || (is_sign || bare.len() < cell.len()) && text.contains(char::is_alphabetic);
            (is_marked && is_text).then_some(text)
        })
    }

    /// What a cell of notes says: numbers alone, such as `1, 2`, are those of notes below the table, or of the
    /// source.
    pub fn told_note(&self, note: &str) -> String {
        let marks: Vec<&str> =
            note.split([',', ';', '&', ' ']).filter(|mark| !mark.is_empty()).collect();
        let is_number =
            |mark: &&str| mark.len() < 3 && mark.bytes().all(|byte| byte.is_ascii_digit());
        if marks.is_empty() || !marks.iter().all(is_number) {
            return note.to_string();
        }
        let texts: Option<Vec<&str>> = marks.iter().map(|mark| self.footnote(mark)).collect();
        match texts {
            Some(texts) => {
                let ended = |text: &&str| format!("{}.", text.trim_end_matches('.'));
                texts.iter().map(ended).collect::<Vec<_>>().join(" ")
            }
            None => {
                let plural = if marks.len() > 1 { "s" } else { "" };
                format!("Note{plural} {} in the source.", marks.join(", "))
            }
        }
    }

    /// The same marks with what stands below the table behind those of the publisher's own: `*`
    /// may be explained there as `* Provisional`.
    pub fn explained(&self, marked: Marked) -> Marked {
        let own = |words: &str| {
            // What a mark usually means is no answer where the table gives its own.
            let (mark, _) = words.strip_prefix("Marked ")?.split_once(" in the source")?;
            let small = mark.to_lowercase();
            let text = self.footnote(mark).or_else(|| self.footnote(&small))?;
            let text = text.trim_start_matches(['=', ' ']).trim_end_matches('.');
            Some((format!("Marked {mark} in the source: {text}."), text))
        };
        let mut letters = marked.letters;
        let otherwise: Vec<(char, String)> = letters
            .chars()
            .filter_map(|letter| Some((letter, self.said_otherwise(letter)?)))
            .collect();
        letters.retain(|letter| otherwise.iter().all(|(other, _)| *other != letter));
        // A sign that is told already is no such letter.
        let alone = !marked.words.iter().any(|words| words.starts_with("Marked "));
        let mut said = letters.chars().filter(|_| alone);
        let absent = said.find_map(|letter| self.absence_said(letter));
        let words = marked.words.into_iter().map(|words| {
            let Some((told, text)) = own(&words) else { return words };
            let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let known = Mark::find(first).filter(|_| first.len() > 3).and_then(|mark| mark.letter);
            let is_absent = letters.contains(['c', 'x', 'z']);
            if let Some(letter) = known.filter(|letter| "befpru".contains(*letter) && !is_absent)
                && !letters.contains(letter)
            {
                letters.push(letter);
            }
            told
        });
        let mut words: Vec<String> = words.collect();
        if let Some((letter, told)) = absent {
            letters = letters.replace(['c', 'x', 'z'], letter.encode_utf8(&mut [0; 4]));
            words.push(told);
        }
        words.extend(
            otherwise
                .into_iter()
                .map(|(letter, text)| format!("Marked {letter} in the source: {text}.")),
        );
        Marked { letters, words }
    }

    /// What the table says of a letter that stands in place of a number, where that is not what it usually means, and
    /// which letter of ours that is: `x = Tabellenfach gesperrt, weil Aussage nicht sinnvoll` is `z`.
    fn absence_said(&self, letter: char) -> Option<(char, String)> {
        if !matches!(letter, 'c' | 'x' | 'z') || self.outline.notes.is_empty() {
            return None;
        }
        let text = self.footnote(letter.encode_utf8(&mut [0; 4]))?;
        let text = text.trim_start_matches(['=', ' ']).trim_end_matches(['.', ';']);
        let meant = absence_meant(text);
        let told = format!("Marked {letter} in the source: {text}.");
        (meant != Some(letter)).then(|| (meant.unwrap_or('x'), told))
    }

    /// What the table says of a letter, where that is not what the letter usually means: `b` of
    /// `(b) Excludes Northern Ireland`.
    fn said_otherwise(&self, letter: char) -> Option<String> {
        let stems: &[&str] = match letter {
            'b' => &["break", "method", "not comparable", "discontinu"],
            'e' => &["estimat", "imput"],
            'f' => &["forecast", "project"],
            'p' => &["provision", "prelimin"],
            'r' => &["revis", "correct", "amend"],
            'u' => &["reliab", "caution", "uncertain"],
            _ => return None,
        };
        if self.outline.notes.is_empty() {
            return None;
        }
        let text = self.footnote(letter.encode_utf8(&mut [0; 4]))?;
        let text = text.trim_start_matches(['=', ' ']).trim_end_matches('.');
        let small = text.to_lowercase();
        (!stems.iter().any(|stem| small.contains(stem))).then(|| text.to_string())
    }

    /// Are the cells of a column, whatever it is called, the letters of statuses, each of them
    /// known and none explained otherwise below the table?
    pub fn holds_letters(&self, column: usize) -> bool {
        let mut cells =
            self.body().map(|row| self.grid.cell(row, column)).filter(|c| !c.is_empty());
        let mut filled = false;
        let all = cells.all(|cell| {
            filled = true;
            let marked = self.marks(column, cell);
            let first = |text: &str| text.split([' ', ',', ';']).next().map(str::to_string);
            let otherwise = self.footnote(cell).and_then(first).is_some_and(|word| {
                let letter = Mark::find(&word).and_then(|mark| mark.letter);
                letter.is_none_or(|letter| !marked.letters.contains(letter))
            });
            !marked.letters.is_empty() && marked.words.is_empty() && !otherwise
        });
        all && filled
    }

    /// May a column that is called a status mark numbers: is anything in it a known mark, or short as one?
    /// `Looked after status` with `All` in each row, and `Marital status`, are about people.
    pub fn may_mark(&self, column: usize) -> bool {
        const LOOKED_AT: usize = 2_000;
        const SHORT: usize = 2;
        let cells = || self.body().take(LOOKED_AT).map(|row| self.grid.cell(row, column));
        let is_mark = |cell: &str| {
            Mark::find(cell).is_some()
                || cell.chars().count() <= SHORT
                || cell.starts_with(['[', '('])
                || !self.marks(column, cell).letters.is_empty()
        };
        let mut filled = cells().filter(|cell| !cell.is_empty()).peekable();
        filled.peek().is_none() || filled.any(is_mark)
    }

    /// Are the cells of a column letters of marks in capitals, that of a normal value among them?
    pub fn holds_marks(&self, column: usize) -> bool {
        let mut cells = self.body().map(|row| self.grid.cell(row, column));
        let is_mark = |cell: &str| {
            cell.is_empty()
                || cell.len() < 4
                    && cell.bytes().all(|byte| byte.is_ascii_uppercase())
                    && Mark::find(cell).is_some()
        };
        cells.clone().any(|cell| cell == "A") && cells.all(is_mark)
    }

    /// Does a column that is called otherwise mark some of the numbers: known letters in brackets, or
    /// small ones in no more than half of the rows?
    pub fn marks_some(&self, column: usize) -> bool {
        let cells = || self.body().map(|row| self.grid.cell(row, column));
        let filled = cells().filter(|cell| !cell.is_empty()).count();
        let is_plain = |cell: &str| cell.to_lowercase() == cell;
        let is_bracketed = |cell: &str| cell.starts_with(['[', '(']);
        (filled * 2 <= cells().count() || cells().any(is_bracketed))
            && cells().all(|cell| cell.is_empty() || is_plain(cell) && cell.len() < 6)
            && self.holds_letters(column)
    }
}

/// `12` of `¹²`, `b` of `ᵇ`.
fn unraised(mark: &str) -> Option<String> {
    if mark.is_empty() { None } else { mark.chars().map(plain_of_raised).collect() }
}
