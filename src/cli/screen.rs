//! Where words for the person go: standard output or standard error, with colour only where
//! someone looks, and quiet once nobody listens any more.

use std::borrow::Cow;
#[cfg(feature = "page")]
use std::cell::RefCell;
use std::fmt;
use std::io::{self, BufWriter, Write};
#[cfg(feature = "page")]
use std::rc::Rc;

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use clap::builder::styling::{AnsiColor, Style};
use unicode_width::UnicodeWidthChar;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum WhenColoured {
    Auto,
    Always,
    Never,
}

pub struct Screen {
    sink: BufWriter<Box<dyn Write>>,
    styled: bool,
    /// How many columns there are; `None` where the words go into a file or a pipe.
    width: Option<usize>,
    error: Option<io::Error>,
}

impl Screen {
    pub fn stdout(colour: WhenColoured) -> Screen {
        let stream = io::stdout();
        let choice = colour.settle(AutoStream::choice(&stream));
        let width = terminal_size::terminal_size_of(&stream);
        Screen::new(AutoStream::new(stream.lock(), choice), choice, width)
    }

    pub fn stderr(colour: WhenColoured) -> Screen {
        let stream = io::stderr();
        let choice = colour.settle(AutoStream::choice(&stream));
        let width = terminal_size::terminal_size_of(&stream);
        Screen::new(AutoStream::new(stream.lock(), choice), choice, width)
    }

    /// Keeps the words, plain, for whoever shows them another way.
    #[cfg(feature = "page")]
    pub fn kept() -> (Screen, KeptWords) {
        let words = KeptWords::default();
        (Screen::new(words.clone(), ColorChoice::AlwaysAnsi, None), words)
    }

    fn new(
        stream: impl Write + 'static,
        choice: ColorChoice,
        size: Option<(terminal_size::Width, terminal_size::Height)>,
    ) -> Screen {
        Screen {
            sink: BufWriter::new(Box::new(stream)),
            styled: choice != ColorChoice::AlwaysAnsi,
            width: size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0),
            error: None,
        }
    }

    /// Prints; what goes wrong is kept for [`Screen::finish`].
    pub fn say(&mut self, words: fmt::Arguments) {
        if self.error.is_none() {
            self.error = self.sink.write_fmt(words).err();
        }
    }

    /// What was said until now is out; false if nobody listens any more.
    pub fn flush(&mut self) -> bool {
        if self.error.is_none() {
            self.error = self.sink.flush().err();
        }
        !self.is_closed()
    }

    /// On a terminal, what was said before makes room.
    pub fn clear(&mut self) {
        if self.width.is_some() {
            self.say(format_args!("\x1b[H\x1b[2J"));
            self.flush();
        }
    }

    pub fn is_closed(&self) -> bool {
        self.error.is_some()
    }

    /// Everything is out. A pipe that was closed by the reader, as `head` does, is no failure.
    pub fn finish(&mut self) -> io::Result<()> {
        let flushed = self.sink.flush();
        match self.error.take().map_or(flushed, Err) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }

    pub fn is_styled(&self) -> bool {
        self.styled
    }

    pub fn width(&self) -> Option<usize> {
        self.width
    }

    pub fn bold(&self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    pub fn dim(&self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    pub fn bold_red(&self, text: &str) -> String {
        self.paint(AnsiColor::BrightRed.on_default().bold(), text)
    }

    pub fn red(&self, text: &str) -> String {
        self.paint(AnsiColor::Red.on_default(), text)
    }

    pub fn green(&self, text: &str) -> String {
        self.paint(AnsiColor::Green.on_default(), text)
    }

    pub fn yellow(&self, text: &str) -> String {
        self.paint(AnsiColor::Yellow.on_default(), text)
    }

    fn paint(&self, style: Style, text: &str) -> String {
        match self.styled {
            true => format!("{style}{text}{style:#}"),
            false => text.to_string(),
        }
    }
}

/// What was said, once the screen is finished.
#[cfg(feature = "page")]
#[derive(Clone, Default)]
pub struct KeptWords(Rc<RefCell<Vec<u8>>>);

#[cfg(feature = "page")]
impl KeptWords {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

#[cfg(feature = "page")]
impl Write for KeptWords {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WhenColoured {
    /// What is not styled is passed on as it is: nothing looks for escapes in a CSV.
    fn settle(self, looks: ColorChoice) -> ColorChoice {
        match (self, looks) {
            (WhenColoured::Never, _) | (WhenColoured::Auto, ColorChoice::Never) => {
                ColorChoice::AlwaysAnsi
            }
            _ => ColorChoice::Always,
        }
    }
}

/// The text on one line, with everything that would move the cursor, hide or turn words round as
/// an escape, `<U+202E>`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => shown.push(' '),
            hidden if is_hidden(hidden) => shown += &format!("<U+{:04X}>", u32::from(hidden)),
            plain => shown.push(plain),
        }
    }
    Cow::Owned(shown)
}

/// Does a character move the cursor, hide or turn words round?
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// How many columns of a terminal a text takes.
pub fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// The beginning of a text that fits into so many columns, with an ellipsis if it was cut.
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut used = 1;
    let end = text.char_indices().find(|(_, c)| {
        used += c.width().unwrap_or(0);
        used > columns
    });
    Cow::Owned(format!("{}…", text[..end.map_or(0, |(at, _)| at)].trim_end()))
}

/// Lines of at most so many columns, broken at blanks.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_made_visible() {
        let shown = "a<U+202E>b<U+0007>c<U+200B>d e<U+E0041>";
        assert_eq!(visible("a\u{202e}b\u{7}c\u{200b}d\ne\u{e0041}"), shown);
        assert_eq!(visible("Zürich 表"), "Zürich 表");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(cut("表表表", 6), "表表表");
        assert_eq!(cut("表表表", 5), "表表…");
        assert_eq!(cut("abc def", 5), "abc…");
        assert_eq!(wrap("aa bb cc", 5), ["aa bb", "cc"]);
    }
}
