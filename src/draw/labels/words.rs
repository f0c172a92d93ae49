//! What a label says, and the forms it can be set in.

use crate::draw::scene::{Anchor, Area};
use crate::draw::text::{self, Face, LINE, Line};

/// What a label says: a value with its sources, and a line below.
#[derive(Clone, Copy)]
pub(in crate::draw) struct Words<'c> {
    pub text: &'c str,
    pub cite: &'c str,
    pub below: &'c str,
    /// The ends of a range on their own, low then high.
    pub ends: Option<(&'c str, &'c str)>,
    pub face: Face,
    /// The widest a line should be.
    pub room: f64,
    /// Try the narrow form first: its neighbours are as narrow.
    pub narrow: bool,
}

/// The lines of a label, measured.
#[derive(Clone)]
pub(in crate::draw) struct Block {
    pub pieces: Vec<Piece>,
    /// The width to keep free, and that as measured.
    pub width: f64,
    pub measured: f64,
    pub height: f64,
}

/// A line of a label, and how far to the right and down from its corner it starts.
#[derive(Clone)]
pub(in crate::draw) struct Piece {
    pub line: Line,
    pub face: Face,
    pub right: f64,
    pub down: f64,
}

/// How many forms are tried.
const FORMS: usize = 4;
/// A line shorter than this share of the widest is a word left alone.
const LONELY: f64 = 0.45;

impl Block {
    /// Where its letters stand within the area kept for it.
    pub fn text_within(&self, area: &Area, anchor: Anchor) -> Area {
        let left = area.left + (area.width() - self.measured) * anchor.share();
        Area { left, right: left + self.measured, ..*area }
    }

    /// One line below the other.
    pub fn of(lines: Vec<(Line, Face)>) -> Block {
        let (mut width, mut measured) = (0.0_f64, 0.0_f64);
        let (mut height, mut down) = (0.0, 0.0);
        let mut pieces = Vec::with_capacity(lines.len());
        for (line, face) in lines.into_iter().filter(|(line, _)| !line.content.is_empty()) {
            width = width.max(line.reserved);
            measured = measured.max(line.width);
            height = down + face.size * (text::ASCENT + text::DESCENT);
            pieces.push(Piece { line, face, right: 0.0, down: down + face.size * text::ASCENT });
            down += face.size * LINE;
        }
        Block { pieces, width, measured, height }
    }
}

impl Words<'_> {
    /// A text and the sources.
    fn value(&self, text: &str) -> String {
        let blank = if text.is_empty() || self.cite.is_empty() { "" } else { " " };
        format!("{text}{blank}{}", self.cite)
    }

    /// The ends of a range: the lower alone, the higher with everything else.
    pub fn ends(&self, below: Face) -> Option<(Block, Block)> {
        let (low, high) = self.ends?;
        let low = Block::of(vec![(Line::new(low, self.face), self.face)]);
        Some((low, self.block(&[&self.value(high)], below, self.room)))
    }

    /// The value alone above the line below, no wider than this.
    pub fn stacked(&self, below: Face, room: f64) -> Block {
        self.block(&[&self.value(self.text)], below, room)
    }

    /// Ever narrower forms, each with a line more; none with a word left alone between the others.
    pub fn ever_narrower(&self, below: Face) -> Vec<Block> {
        let mut forms = vec![self.wide(below)];
        while let Some(last) = forms.last()
            && forms.len() < FORMS
        {
            let lines = last.pieces.len();
            let mut room = last.width - 1.0;
            let mut next = self.stacked(below, room);
            while next.pieces.len() == lines && room > 24.0 {
                room = next.width.min(room) - 1.0;
                next = self.stacked(below, room);
            }
            if next.pieces.len() <= lines || next.width >= last.width {
                break;
            }
            forms.push(next);
        }
        let wide = forms.remove(0);
        forms.retain(|form| {
            form.pieces.iter().all(|piece| piece.line.width > LONELY * form.measured)
        });
        forms.insert(0, wide);
        forms
    }

    /// As few lines as the room allows.
    pub fn wide(&self, below: Face) -> Block {
        self.block(&[&self.value(self.text)], below, self.room)
    }

    /// The value and the line below side by side.
    pub fn inline(&self, below: Face) -> Block {
        let value = Line::new(self.value(self.text), self.face);
        let name = Line::new(self.below, below);
        let right = value.reserved + 5.0;
        let alone = self.below.is_empty();
        let width = if alone { right - 5.0 } else { right + name.reserved };
        let measured = if alone { value.width } else { right + name.width };
        let down = self.face.size * text::ASCENT;
        let height = self.face.size * (text::ASCENT + text::DESCENT);
        let mut pieces = vec![Piece { line: value, face: self.face, right: 0.0, down }];
        if !self.below.is_empty() {
            pieces.push(Piece { line: name, face: below, right, down });
        }
        Block { pieces, width, measured, height }
    }

    /// Narrower: the words before a number on a line of their own, or the sources, or what there is
    /// in two lines.
    pub fn narrow(&self, below: Face) -> Option<Block> {
        let number = self.text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
        let (before, number) = self.text.split_at(number);
        if !self.cite.is_empty() && !self.narrow && before.ends_with(' ') {
            let parts = [before.trim_end(), &self.value(number)];
            return Some(self.block(&parts, below, self.room / 1.5));
        }
        if !self.cite.is_empty() {
            return Some(self.block(&[self.text, self.cite], below, self.room / 1.5));
        }
        if let Some((value, interval)) = self.text.split_once(" (") {
            let interval = format!("({interval}");
            return Some(self.block(&[value, &interval], below, self.room));
        }
        let wide = text::reserved(self.text, self.face.size, self.face.bold);
        let two = self.text.contains(' ') && wide > 40.0;
        two.then(|| self.block(&[self.text], below, wide * 0.62))
    }

    fn block(&self, parts: &[&str], below: Face, room: f64) -> Block {
        let mut lines = Vec::with_capacity(parts.len() + 1);
        let mut set = |part: &str, face: Face| {
            let line = Line::new(part, face);
            if line.reserved <= room {
                lines.push((line, face));
            } else {
                let room = room.max(text::longest_word(part, face).min(self.room.max(120.0)));
                let wrapped = text::wrap(part, face, room, text::Shape::Even);
                lines.extend(wrapped.into_iter().map(|line| (line, face)));
            }
        };
        parts.iter().for_each(|part| set(part, self.face));
        if !self.below.is_empty() {
            set(self.below, below);
        }
        Block::of(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Face = Face { size: 12.0, bold: false, language: &crate::locale::EN_GB };

    fn words<'c>(text: &'c str, cite: &'c str) -> Words<'c> {
        Words { text, cite, below: "", ends: None, face: FACE, room: 190.0, narrow: false }
    }

    fn lines(block: &Block) -> Vec<&str> {
        block.pieces.iter().map(|piece| piece.line.content.as_str()).collect()
    }

    #[test]
    fn a_label_of_two_lines_keeps_its_number_and_its_source_together() {
        let narrow = |text, cite| words(text, cite).narrow(FACE);
        assert_eq!(lines(&narrow("about 800", "[13]").unwrap()), ["about", "800 [13]"]);
        assert_eq!(lines(&narrow("at least 1,200", "[2]").unwrap()), ["at least", "1,200 [2]"]);
        assert_eq!(lines(&narrow("51,186", "[2]").unwrap()), ["51,186", "[2]"]);
    }

    #[test]
    fn the_label_of_an_event_leaves_no_word_alone() {
        let forms = words("IWF may look for material itself, Apr 2014", "[2]").ever_narrower(FACE);
        assert_eq!(lines(&forms[0]), ["IWF may look for material", "itself, Apr 2014 [2]"]);
        assert_eq!(lines(&forms[1]), ["IWF may look for", "material itself,", "Apr 2014 [2]"]);
        for form in forms {
            assert!(!lines(&form).contains(&"itself,"), "{:?}", lines(&form));
        }
    }
}
