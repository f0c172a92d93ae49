//! Questions on a terminal. Every line is cut to the window, so that nothing wraps and whatever
//! was drawn can be drawn again; Ctrl-C, Ctrl-D and Escape stop the whole, and nothing is written.

use std::io::{self, IsTerminal};

use console::{Key, Term};

use super::failure::Failure;
use super::quiet::Quiet;
use super::screen::{cut, visible, width};

/// Somebody to ask.
pub struct Asker {
    term: Term,
    styled: bool,
}

/// One of several answers.
#[derive(Clone, Debug)]
pub struct Item {
    /// What is shown, and found as it is typed.
    pub text: String,
    /// Always offered, whatever is typed.
    pub always: bool,
}

impl Item {
    pub fn new(text: impl Into<String>) -> Item {
        Item { text: text.into(), always: false }
    }
}

/// What somebody wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Yes,
    No,
    /// Something is to be said first.
    More,
}

/// What is said below an answer while it is typed.
pub enum Judged {
    /// It will do, and this is what it means.
    Fine(String),
    /// It will not, and why.
    Not(String),
}

/// So many items are shown at once, if the window is high enough.
const MOST_SHOWN: usize = 10;

impl Asker {
    /// `None` where nobody can answer.
    pub fn new(styled: bool) -> Option<Asker> {
        let attended = io::stdin().is_terminal() && io::stderr().is_terminal();
        attended.then(|| Asker { term: Term::stderr(), styled })
    }

    /// A line of text; it is judged with every letter, and taken once it will do.
    pub fn line(
        &self,
        question: &str,
        initial: &str,
        judge: impl Fn(&str) -> Judged,
    ) -> Result<String, Failure> {
        let mut text: Vec<char> = initial.chars().collect();
        let mut cursor = text.len();
        let _quiet = Quiet::begin();
        let mut sketch = Sketch::new(&self.term);
        loop {
            let typed: String = text.iter().collect();
            let judged = judge(typed.trim());
            let room = self.columns();
            let asked = cut(question, (room / 2).max(8));
            let left = room.saturating_sub(width(&asked) + 2).max(8);
            let (shown, column) = window(&text, cursor, left);
            let said = match &judged {
                _ if typed.trim().is_empty() => String::new(),
                Judged::Fine(meaning) => self.dim(&cut(&format!("  = {}", visible(meaning)), room)),
                Judged::Not(why) => self.red(&cut(&format!("  ! {}", visible(why)), room)),
            };
            let line = format!("{} {shown}", self.bold(&format!("{asked}:")));
            sketch.draw(&[line, said], 0, width(&asked) + 2 + column)?;
            match self.key()? {
                Key::Enter => match judged {
                    Judged::Fine(_) => {
                        let answer = typed.trim().to_string();
                        sketch.settle(&self.answered(question, &answer))?;
                        return Ok(answer);
                    }
                    Judged::Not(_) => self.bell()?,
                },
                Key::Char(letter) if !letter.is_control() => {
                    text.insert(cursor, letter);
                    cursor += 1;
                }
                // What is pasted may have a line break in it.
                Key::Char('\n' | '\r') | Key::Tab => {
                    text.insert(cursor, ' ');
                    cursor += 1;
                }
                Key::Backspace if cursor > 0 => {
                    cursor -= 1;
                    text.remove(cursor);
                }
                Key::Char('\u{15}') => {
                    text.drain(..cursor);
                    cursor = 0;
                }
                Key::Del if cursor < text.len() => {
                    text.remove(cursor);
                }
                Key::ArrowLeft => cursor = cursor.saturating_sub(1),
                Key::ArrowRight => cursor = (cursor + 1).min(text.len()),
                Key::Home => cursor = 0,
                Key::End => cursor = text.len(),
                _ => {}
            }
        }
    }

    /// One of the items, searched as it is typed; gives its number.
    pub fn pick(&self, question: &str, items: &[Item]) -> Result<usize, Failure> {
        let mut sought = String::new();
        let mut chosen = 0;
        let _quiet = Quiet::begin();
        let mut sketch = Sketch::new(&self.term);
        loop {
            let found = search(items, &sought);
            chosen = chosen.min(found.len().saturating_sub(1));
            let (room, shown) =
                (self.columns(), self.rows().saturating_sub(3).clamp(1, MOST_SHOWN));
            let first = chosen.saturating_sub(shown - 1);
            let asked = cut(question, (room / 2).max(8));
            let letters: Vec<char> = sought.chars().collect();
            let left = room.saturating_sub(width(&asked) + 2).max(8);
            let (typed, column) = window(&letters, letters.len(), left);
            let mut lines = vec![format!("{} {typed}", self.bold(&format!("{asked}:")))];
            for (at, item) in found.iter().enumerate().skip(first).take(shown) {
                let text = visible(&items[*item].text);
                lines.push(match at == chosen {
                    true => self.bold(&cut(&format!("> {text}"), room)),
                    false => cut(&format!("  {text}"), room).into_owned(),
                });
            }
            let hidden = found.len().saturating_sub(shown);
            lines.push(match (found.len(), hidden) {
                (0, _) => self.red(&cut("  ! nothing is called so", room)),
                (_, 0) => String::new(),
                _ => self.dim(&cut(&format!("  {hidden} more; type to search, ↑ ↓ to move"), room)),
            });
            sketch.draw(&lines, 0, width(&asked) + 2 + column)?;
            match self.key()? {
                Key::Enter => match found.get(chosen) {
                    Some(item) => {
                        sketch.settle(&self.answered(question, &items[*item].text))?;
                        return Ok(*item);
                    }
                    None => self.bell()?,
                },
                Key::ArrowDown | Key::Tab => {
                    chosen = if chosen + 1 < found.len() { chosen + 1 } else { 0 }
                }
                Key::ArrowUp | Key::BackTab => {
                    chosen = chosen.checked_sub(1).unwrap_or(found.len().saturating_sub(1));
                }
                Key::PageDown => chosen += shown,
                Key::PageUp => chosen = chosen.saturating_sub(shown),
                Key::Backspace => {
                    sought.pop();
                    chosen = 0;
                }
                Key::Char(letter) if !letter.is_control() => {
                    sought.push(letter);
                    chosen = 0;
                }
                _ => {}
            }
        }
    }

    /// Yes or no, in one letter.
    pub fn confirm(&self, question: &str) -> Result<bool, Failure> {
        Ok(self.decide(question, false)? == Decision::Yes)
    }

    /// The same; or `m`, where there is more that may be said first.
    pub fn decide(&self, question: &str, has_more: bool) -> Result<Decision, Failure> {
        let _quiet = Quiet::begin();
        let mut sketch = Sketch::new(&self.term);
        let more = if has_more { " m: status, page, note" } else { "" };
        let asked = format!("{question} [y/n]{more}");
        loop {
            let line = cut(&asked, self.columns());
            let column = width(&line) + 1;
            sketch.draw(&[self.bold(&line)], 0, column)?;
            let (decision, answer) = match self.key()? {
                Key::Char('y' | 'Y') => (Decision::Yes, "yes"),
                Key::Char('n' | 'N') => (Decision::No, "no"),
                Key::Char('m' | 'M') if has_more => (Decision::More, "first more"),
                _ => continue,
            };
            sketch.settle(&self.answered(question, answer))?;
            return Ok(decision);
        }
    }

    /// Words between the questions.
    pub fn say(&self, words: &str) -> Result<(), Failure> {
        self.term.write_str(words).map_err(Failure::Print)
    }

    /// A key, or the wish to stop.
    fn key(&self) -> Result<Key, Failure> {
        match self.term.read_key_raw() {
            Ok(Key::CtrlC | Key::Escape | Key::Char('\u{4}')) => {
                self.term.write_line("").map_err(Failure::Print)?;
                Err(Failure::Cancelled)
            }
            Ok(key) => Ok(key),
            // The terminal is gone.
            Err(_) => Err(Failure::Cancelled),
        }
    }

    fn bell(&self) -> Result<(), Failure> {
        self.term.write_str("\u{7}").map_err(Failure::Print)
    }

    fn columns(&self) -> usize {
        // The last column is left free: some terminals go on to the next line in it.
        usize::from(self.term.size().1).clamp(12, 200) - 1
    }

    fn rows(&self) -> usize {
        usize::from(self.term.size().0).max(4)
    }

    fn answered(&self, question: &str, answer: &str) -> String {
        format!("{} {}", self.dim(&format!("{question}:")), visible(answer))
    }

    pub fn bold(&self, text: &str) -> String {
        self.paint("1", text)
    }

    fn dim(&self, text: &str) -> String {
        self.paint("2", text)
    }

    fn red(&self, text: &str) -> String {
        self.paint("31", text)
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.styled { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }
}

/// Lines that are drawn over again.
struct Sketch<'t> {
    term: &'t Term,
    /// On which of the lines the cursor was left.
    line: Option<usize>,
}

impl<'t> Sketch<'t> {
    fn new(term: &'t Term) -> Sketch<'t> {
        Sketch { term, line: None }
    }

    /// Draws the lines and leaves the cursor in a column of one of them.
    fn draw(&mut self, lines: &[String], line: usize, column: usize) -> Result<(), Failure> {
        let mut text = self.back();
        text += &lines.join("\r\n");
        let below = lines.len() - 1 - line;
        if below > 0 {
            text += &format!("\u{1b}[{below}A");
        }
        text += &format!("\r\u{1b}[{column}C");
        self.line = Some(line);
        self.print(&text)
    }

    /// What stays on the screen.
    fn settle(&mut self, text: &str) -> Result<(), Failure> {
        let back = self.back();
        self.line = None;
        self.print(&format!("{back}{text}\r\n"))
    }

    /// To the first line, and clear from there.
    fn back(&self) -> String {
        match self.line {
            Some(line) if line > 0 => format!("\r\u{1b}[{line}A\u{1b}[J"),
            Some(_) => "\r\u{1b}[J".to_string(),
            None => String::new(),
        }
    }

    fn print(&self, text: &str) -> Result<(), Failure> {
        self.term.write_str(text).and_then(|()| self.term.flush()).map_err(Failure::Print)
    }
}

/// The items in which every word is found, those that begin with the text first.
fn search(items: &[Item], sought: &str) -> Vec<usize> {
    let sought = sought.trim().to_lowercase();
    let words: Vec<&str> = sought.split_whitespace().collect();
    let fits = |text: &str| words.iter().all(|word| text.contains(word));
    let mut found: Vec<(bool, usize)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let text = item.text.to_lowercase();
        if item.always || fits(&text) {
            found.push((item.always || !text.starts_with(&sought), at));
        }
    }
    found.sort_by_key(|(later, at)| (*later, items[*at].always, *at));
    found.into_iter().map(|(_, at)| at).collect()
}

/// The part of a text about the cursor that fits into so many columns, and the cursor's column.
fn window(text: &[char], cursor: usize, room: usize) -> (String, usize) {
    let letters =
        |from: usize, to: usize| visible(&text[from..to].iter().collect::<String>()).into_owned();
    let mut start = 0;
    while width(&letters(start, cursor)) >= room && start < cursor {
        start += 1;
    }
    let mut end = text.len();
    while width(&letters(start, end)) > room && end > cursor {
        end -= 1;
    }
    (letters(start, end), width(&letters(start, cursor)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_wherever_it_stands() {
        let mut items: Vec<Item> =
            ["nca-referrals  Referrals", "arrests  Arrests by the NCA", "caid  Images"]
                .map(Item::new)
                .into();
        items.push(Item { text: "a new one".into(), always: true });
        assert_eq!(search(&items, ""), [0, 1, 2, 3]);
        assert_eq!(search(&items, "nca"), [0, 1, 3]);
        assert_eq!(search(&items, "NCA arr"), [1, 3]);
        assert_eq!(search(&items, "zzz"), [3]);
    }

    #[test]
    fn a_long_text_is_shown_about_its_cursor() {
        let text: Vec<char> = "0123456789".chars().collect();
        assert_eq!(window(&text, 10, 20), ("0123456789".into(), 10));
        assert_eq!(window(&text, 10, 5), ("6789".into(), 4));
        assert_eq!(window(&text, 0, 5), ("01234".into(), 0));
        assert_eq!(window(&['表', '表', '表'], 3, 5), ("表表".into(), 4));
    }
}
