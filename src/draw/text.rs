//! How wide a text is and where it breaks into lines. Widths are those of Liberation Sans, which
//! are Arial's, or of the font of the house where that is wider; a reader's font may be wider than
//! both, so whatever must not collide keeps the `reserved` width free.

use std::ops::Range;

use super::advances::{LATIN, OTHERS, UNITS_PER_EM};
use crate::chart::{HouseFont, Run, Runs, extend};
use crate::locale::{EN_GB, Language};

/// How much wider another font may be at least. DejaVu Sans, the widest that a reader is likely to
/// have, runs 14% wider, and a quarter and more where it is bold.
pub const SLACK: f64 = 1.15;
/// Up from the baseline; this and the two below are in font sizes.
pub const ASCENT: f64 = 0.905;
/// Down from the baseline.
pub const DESCENT: f64 = 0.212;
/// From line to line.
pub const LINE: f64 = 1.2;

/// The width in pixels. A character the table lacks is one em wide; one that only says which way the
/// text runs has no width.
pub(super) fn width(text: &str, face: Face) -> f64 {
    let shown = |letter: char| u64::from(advances(letter, face).shown());
    pixels(text.chars().map(shown).sum::<u64>() as f64, face)
}

/// The width to keep free, in whichever font: that of DejaVu Sans or of the house, or that measured
/// with [`SLACK`].
pub(super) fn reserved(text: &str, face: Face) -> f64 {
    let (mut own, mut wider) = (0, 0);
    for letter in text.chars() {
        let advances = advances(letter, face);
        own += u64::from(advances.own);
        wider += u64::from(advances.widest());
    }
    pixels((own as f64 * SLACK).max(wider as f64), face)
}

/// Of so many font units.
fn pixels(units: f64, face: Face) -> f64 {
    units * face.size / f64::from(UNITS_PER_EM)
}

/// How far a letter advances, in font units.
#[derive(Clone, Copy)]
struct Advances {
    /// In Liberation Sans.
    own: u16,
    /// In DejaVu Sans.
    wide: u16,
    /// In the font of the house; 0 where there is none, or it lacks the letter.
    house: u16,
}

impl Advances {
    fn shown(self) -> u16 {
        self.own.max(self.house)
    }

    fn widest(self) -> u16 {
        self.wide.max(self.house)
    }
}

fn advances(letter: char, face: Face) -> Advances {
    let (own, wide) = built_in(letter, face.bold);
    let house = match face.house.filter(|_| own > 0) {
        None => 0,
        Some(font) => font
            .advance(letter, face.bold)
            .map_or(0, |share| (share * f64::from(UNITS_PER_EM)).ceil() as u16),
    };
    Advances { own, wide, house }
}

/// In Liberation Sans, and in DejaVu Sans.
fn built_in(letter: char, bold: bool) -> (u16, u16) {
    let latin = LATIN.get((letter as usize).wrapping_sub(0x20));
    let [regular, heavy, wide, wide_heavy] = match latin {
        Some(latin) => *latin,
        None if turns(letter) => return (0, 0),
        None => OTHERS
            .binary_search_by_key(&u32::from(letter), |(code, _)| u32::from(*code))
            .map_or([0; 4], |at| OTHERS[at].1),
    };
    let known = |advance| if advance == 0 { UNITS_PER_EM } else { advance };
    match bold {
        true => (known(heavy), known(wide_heavy)),
        false => (known(regular), known(wide)),
    }
}

/// Does it only say which way the text runs?
fn turns(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Face {
    pub size: f64,
    pub bold: bool,
    /// Says what a line must not tear apart.
    pub language: &'static Language,
    /// That of the house, which is tried first.
    pub house: Option<&'static HouseFont>,
}

impl Face {
    /// In what a picture is set in by default.
    pub const fn plain(size: f64, bold: bool) -> Face {
        Face { size, bold, language: &EN_GB, house: None }
    }

    /// The same in bold, or not.
    pub fn bold_if(self, bold: bool) -> Face {
        Face { bold, ..self }
    }

    /// From one baseline to the next in a text of several lines.
    pub fn pitch(self) -> f64 {
        (self.size * if self.size > 16.0 { 1.25 } else { 1.33 }).round()
    }
}

/// A line and its measured width.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub content: String,
    pub width: f64,
    /// The width to keep free for it.
    pub reserved: f64,
    /// Where it starts in the text, in bytes.
    pub start: usize,
    /// What its bytes stand for; empty where nobody asked.
    pub runs: Vec<Run>,
}

impl Line {
    pub fn new(content: impl Into<String>, face: Face) -> Line {
        let content = content.into();
        let (width, reserved) = (width(&content, face), reserved(&content, face));
        Line { content, width, reserved, start: 0, runs: Vec::new() }
    }
}

/// Its first letters, so many.
pub(super) fn start(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(end, _)| &text[..end])
}

/// Can a text be set in more lines than one?
pub(super) fn has_blank(text: &str) -> bool {
    text.contains(' ')
}

/// The width to keep free for the longest word.
pub(super) fn longest_word(text: &str, face: Face) -> f64 {
    text.split(' ').map(|word| in_a_line(word, face).needed()).fold(0.0, f64::max)
}

/// What a piece of a line takes of it: as measured with [`SLACK`], and in the wider font. Of the
/// whole line the greater counts, so that a few wide letters are made up for by the rest.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    slack: f64,
    wider: f64,
}

impl Share {
    fn needed(self) -> f64 {
        self.slack.max(self.wider)
    }
}

impl std::ops::Add for Share {
    type Output = Share;

    fn add(self, other: Share) -> Share {
        Share { slack: self.slack + other.slack, wider: self.wider + other.wider }
    }
}

/// Bold letters are wider by so much in another font that each has what it needs there.
fn in_a_line(piece: &str, face: Face) -> Share {
    let pixels = face.size / f64::from(UNITS_PER_EM);
    let share = |letter: char| {
        let advances = advances(letter, face);
        let slack = f64::from(advances.own) * SLACK * pixels;
        let wider = f64::from(advances.widest()) * pixels;
        Share { slack: if face.bold { slack.max(wider) } else { slack }, wider }
    };
    piece.chars().map(share).fold(Share::default(), |all, one| all + one)
}

/// How the last lines of a text should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrapping {
    /// Lines of about the same length: titles and labels.
    Even,
    /// Full lines, but no word alone on the last: notes.
    Full,
    /// The title: two lines are even, more are full, so that there are no more than there must be
    /// and none is a column of words.
    Head,
}

/// Breaks a text into lines no wider than `room`, slack included. Words too long for a line are
/// broken; nothing is dropped but the blanks at which a line ends. A no-break space holds.
pub(super) fn wrap(text: &str, face: Face, room: f64, shape: Wrapping) -> Vec<Line> {
    broken(Words::of(text, face, room), room, shape)
}

/// The same of a text in runs: each line knows what it is made of.
pub(super) fn wrap_runs(text: &Runs, face: Face, room: f64, shape: Wrapping) -> Vec<Line> {
    let words = Words::of(text.as_str(), face, room);
    broken(Words { runs: text.runs(), ..words }, room, shape)
}

fn broken(words: Words, room: f64, shape: Wrapping) -> Vec<Line> {
    let full = words.lines(room);
    if full.len() < 2 {
        return words.write(&full);
    }
    let kept = |narrower: f64| {
        let lines = words.lines(narrower);
        (lines.len() == full.len()).then_some(lines)
    };
    let even = shape == Wrapping::Even || shape == Wrapping::Head && full.len() == 2;
    match even {
        true => {
            let (mut low, mut high) = (0.0, room);
            for _ in 0..12 {
                let middle = (low + high) / 2.0;
                if kept(middle).is_some() { high = middle } else { low = middle }
            }
            words.write(&kept(high).unwrap_or(full))
        }
        false => {
            let alone = |lines: &[Range<usize>]| lines.last().is_some_and(|l| l.len() < 2);
            let better = (1..16)
                .map(|step| room * (1.0 - f64::from(step) * 0.03))
                .map_while(kept)
                .find(|lines| !alone(lines));
            words.write(&if alone(&full) { better.unwrap_or(full) } else { full })
        }
    }
}

/// The words of a text with where each starts; what the language holds together, such as one
/// date, stays in one piece if it fits.
fn held_together<'t>(
    text: &'t str,
    language: &Language,
    fits: impl Fn(&str) -> bool,
) -> Vec<(usize, &'t str)> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut next = 0;
    for word in text.split([' ', '\t', '\n', '\r']) {
        let (at, end) = (next, next + word.len());
        next = end + 1;
        match words.last_mut() {
            _ if word.is_empty() => {}
            Some((start, before))
                if *start + before.len() + 1 == at
                    && language.belong(before, word)
                    && fits(&text[*start..end]) =>
            {
                *before = &text[*start..end];
            }
            _ => words.push((at, word)),
        }
    }
    words
}

struct Words<'t> {
    /// Each with where it starts in the text.
    words: Vec<(usize, &'t str, Share)>,
    runs: &'t [Run],
    blank: Share,
    face: Face,
}

impl<'t> Words<'t> {
    fn of(text: &'t str, face: Face, room: f64) -> Words<'t> {
        let mut words = Vec::new();
        let measure = |word: &str| in_a_line(word, face);
        for (first, word) in
            held_together(text, face.language, |word| measure(word).needed() <= room)
        {
            let share = measure(word);
            if share.needed() <= room {
                words.push((first, word, share));
                continue;
            }
            // After its last hyphen that fits, or else after any letter.
            let (mut start, mut so_far, mut hyphen) = (0, Share::default(), 0);
            for (at, letter) in word.char_indices() {
                let next = measure(letter.encode_utf8(&mut [0; 4]));
                if (so_far + next).needed() > room && at > start {
                    let end = if hyphen > start { hyphen } else { at };
                    words.push((first + start, &word[start..end], measure(&word[start..end])));
                    (start, so_far) = (end, measure(&word[end..at]));
                }
                so_far = so_far + next;
                if letter == '-' {
                    hyphen = at + 1;
                }
            }
            words.push((first + start, &word[start..], so_far));
        }
        Words { words, runs: &[], blank: in_a_line(" ", face), face }
    }

    /// Which words stand on which line.
    fn lines(&self, room: f64) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let (mut start, mut used) = (0, Share::default());
        for (at, (.., word)) in self.words.iter().enumerate() {
            let longer = if at > start { used + self.blank + *word } else { *word };
            if at > start && longer.needed() > room {
                lines.push(start..at);
                (start, used) = (at, *word);
            } else {
                used = longer;
            }
        }
        if start < self.words.len() {
            lines.push(start..self.words.len());
        }
        lines
    }

    fn write(&self, lines: &[Range<usize>]) -> Vec<Line> {
        let line = |range: &Range<usize>| {
            let (mut content, mut runs, mut last) = (String::new(), Vec::new(), 0);
            for (start, word, _) in &self.words[range.clone()] {
                if !content.is_empty() {
                    self.add(&mut content, &mut runs, " ", last);
                }
                last = start + word.len();
                self.add(&mut content, &mut runs, word, *start);
            }
            let start = self.words[range.start].0;
            Line { start, runs, ..Line::new(content, self.face) }
        };
        lines.iter().map(line).collect()
    }

    /// Adds a piece that starts at this byte of the text to a line.
    fn add(&self, content: &mut String, runs: &mut Vec<Run>, piece: &str, start: usize) {
        let end = start + piece.len();
        let added = |content: &mut String, piece: &str| {
            let before = content.len();
            content
                .extend(piece.chars().map(|letter| if letter == '\u{a0}' { ' ' } else { letter }));
            before..content.len()
        };
        if self.runs.is_empty() {
            added(content, piece);
        }
        for run in self.runs {
            let (from, to) = (run.bytes.start.max(start), run.bytes.end.min(end));
            if from < to {
                let bytes = added(content, &piece[from - start..to - start]);
                extend(runs, bytes, run.stands_for);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FACE: Face = Face::plain(12.0, false);

    fn contents(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.content.as_str()).collect()
    }

    #[test]
    fn the_number_of_a_source_is_not_torn_off() {
        let text =
            "Sources: [1] The Courier, relayed by the Post; about 310,000 (The Courier [2]).";
        for room in 100..400 {
            let lines = wrap(text, FACE, f64::from(room), Wrapping::Full);
            let torn = |line: &&str| line.ends_with("[1]") || line.starts_with("[2]");
            assert_eq!(contents(&lines).iter().find(|line| torn(line)), None, "{room}");
        }
    }

    #[test]
    fn a_long_word_is_broken_after_its_hyphens() {
        let lines = wrap("Eastleigh-on-the-Marsh", FACE, 110.0, Wrapping::Full);
        assert_eq!(contents(&lines), ["Eastleigh-on-the-", "Marsh"]);
        let lines = wrap("Eastleigh-on-the-Marsh", FACE, 70.0, Wrapping::Full);
        assert_eq!(contents(&lines), ["Eastleigh-", "on-the-", "Marsh"]);
    }

    #[test]
    fn a_date_is_not_torn_apart() {
        let text = "Sources: [1] Daily Mail, September 2018; [2] The Council, 3 September 2018.";
        for room in 160..400 {
            let lines = wrap(text, FACE, f64::from(room), Wrapping::Full);
            let torn = |line: &&str| line.ends_with("September") || line.ends_with(" 3");
            assert_eq!(contents(&lines).iter().find(|line| torn(line)), None, "{room}");
        }
        assert_eq!(
            held_together("in  3 May 2018, 20 million", FACE.language, |_| true),
            [(0, "in"), (4, "3 May 2018,"), (16, "20 million")]
        );
    }

    #[test]
    fn widths_are_those_of_liberation_sans() {
        assert_eq!(width("0", Face::plain(2048.0, false)), 1139.0);
        assert_eq!(width("–", Face::plain(2048.0, true)), 1139.0);
        assert_eq!(width("本", FACE), 12.0);
        assert_eq!(width("\u{1}🙂", FACE.bold_if(true)), 24.0);
    }

    #[test]
    fn titles_break_into_even_lines_and_notes_leave_no_word_alone() {
        let title = "Referrals from online companies to the NCA grew eightfold from 2012 to 2017";
        let lines = wrap(title, FACE, 420.0, Wrapping::Even);
        assert_eq!(lines.len(), 2);
        assert!((lines[0].width - lines[1].width).abs() < 60.0, "{lines:?}");
        let full = wrap("aaaa bbbb cccc dddd eeee", FACE, 130.0, Wrapping::Full);
        assert_eq!(contents(&full), ["aaaa bbbb cccc", "dddd eeee"]);
    }

    #[test]
    fn a_title_is_even_in_two_lines_and_full_in_more() {
        let title = "The police image database was thought to hold about 20 million images";
        let lines = |room| wrap(title, FACE, room, Wrapping::Head);
        let two = lines(420.0);
        assert_eq!(two, wrap(title, FACE, 420.0, Wrapping::Even));
        assert!((two[0].width - two[1].width).abs() < 60.0, "{two:?}");
        assert_eq!(lines(700.0).len(), 1);
        for room in [150.0, 180.0, 220.0] {
            let (head, even) = (lines(room), wrap(title, FACE, room, Wrapping::Even));
            assert_eq!((head.len() > 2, head.len()), (true, even.len()));
            assert!(head[0].width >= even[0].width);
        }
    }

    #[test]
    fn a_long_word_is_broken_after_a_hyphen() {
        let lines = wrap("Eastleigh-on-the-Marsh", FACE, 120.0, Wrapping::Even);
        assert_eq!(contents(&lines), ["Eastleigh-on-the-", "Marsh"]);
    }

    #[test]
    fn a_no_break_space_holds_and_is_written_as_a_blank() {
        let lines = wrap("sources: [1]\u{a0}BBC", FACE, 90.0, Wrapping::Full);
        assert_eq!(contents(&lines), ["sources:", "[1] BBC"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(
            text in "[a-zA-Z0-9 .,−–本]{0,300}",
            room in 20.0..400.0f64,
            even in any::<bool>(),
        ) {
            let shape = if even { Wrapping::Even } else { Wrapping::Full };
            let lines = wrap(&text, FACE, room, shape);
            for line in &lines {
                prop_assert!(line.reserved <= room + 0.01, "{:?}", line);
            }
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&contents(&lines).concat()), letters(&text));
        }
    }
}
