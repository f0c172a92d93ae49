//! What a label says, and the forms it can be set in.

use std::ops::Range;

use crate::chart::{Label, LabelPart, Says, joined};
use crate::draw::scene::{Anchor, Area};
use crate::draw::text::{self, Face, LINE, Line};

/// What a label says: a value with its sources, and a line below.
#[derive(Clone, Copy)]
pub(in crate::draw) struct LabelWords<'c> {
    /// What has no parts: the name of an event, the end of a range.
    pub plain: &'c str,
    /// Before the number: `about`.
    pub before: &'c [LabelPart],
    pub number: &'c [LabelPart],
    /// After the number: its interval, or what it is the average of.
    pub after: &'c [LabelPart],
    pub cite: &'c str,
    pub below: &'c [LabelPart],
    /// The ends of a range on their own, low then high.
    pub ends: Option<(&'c str, &'c str)>,
    pub face: Face,
    /// The widest a line should be.
    pub room: f64,
    /// Try the narrow form first: its neighbours are as narrow.
    pub narrow: bool,
    /// A number in a ring, which stands for what the foot says.
    pub ringed: bool,
}

/// The lines of a label, measured.
#[derive(Clone)]
pub(in crate::draw) struct Block {
    pub pieces: Vec<LabelLine>,
    /// The width to keep free, and that as measured.
    pub width: f64,
    pub measured: f64,
    pub height: f64,
}

/// A line of a label, and how far to the right and down from its corner it starts.
#[derive(Clone)]
pub(in crate::draw) struct LabelLine {
    pub line: Line,
    pub face: Face,
    pub right: f64,
    pub down: f64,
    /// It starts with what may stand apart from the value.
    pub aside: bool,
}

/// How many forms are tried.
const FORMS: usize = 4;
/// How far a ring lies from its middle, by the size of the number in it.
const RING: f64 = 0.7;
/// How high a digit is, by the size of its type.
const DIGIT: f64 = 0.7;
/// A line shorter than this share of the widest is a word left alone.
const LONELY: f64 = 0.45;

impl Block {
    /// Where its letters stand within the area kept for it.
    pub fn text_within(&self, area: &Area, anchor: Anchor) -> Area {
        let left = area.left + (area.width() - self.measured) * anchor.share();
        Area { left, right: left + self.measured, ..*area }
    }

    /// One line below the other, each with whether it starts with what may stand apart.
    pub fn of(lines: Vec<(Line, Face, bool)>) -> Block {
        let (mut width, mut measured) = (0.0_f64, 0.0_f64);
        let (mut height, mut down) = (0.0, 0.0);
        let mut pieces = Vec::with_capacity(lines.len());
        let written = lines.into_iter().filter(|(line, ..)| !line.content.is_empty());
        for (line, face, aside) in written {
            width = width.max(line.reserved);
            measured = measured.max(line.width);
            height = down + face.size * (text::ASCENT + text::DESCENT);
            let baseline = down + face.size * text::ASCENT;
            pieces.push(LabelLine { line, face, right: 0.0, down: baseline, aside });
            down += face.size * LINE;
        }
        Block { pieces, width, measured, height }
    }
}

impl<'c> LabelWords<'c> {
    /// Those of a label.
    pub fn of(label: &'c Label, face: Face, room: f64) -> LabelWords<'c> {
        let (before, number, after) = label.around_number();
        let ends = label.ends.as_ref().map(|(low, high)| (low.as_str(), high.as_str()));
        let plain = LabelWords::plain("", label.cite(), face, room);
        LabelWords { before, number, after, below: &label.below, ends, ..plain }
    }

    /// A text and its sources.
    pub fn plain(plain: &'c str, cite: &'c str, face: Face, room: f64) -> LabelWords<'c> {
        LabelWords {
            plain,
            before: &[],
            number: &[],
            after: &[],
            cite,
            below: &[],
            ends: None,
            face,
            room,
            narrow: false,
            ringed: false,
        }
    }

    /// Is there no value to be shown?
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.number.is_empty()
    }

    /// Everything but the sources and what stands below.
    pub fn text(&self) -> String {
        self.value().text
    }

    fn value(&self) -> Strip {
        Strip::of(self.before).plain(self.plain).with(self.number).with(self.after)
    }

    /// A value and the sources.
    fn whole(&self) -> Strip {
        self.value().cited(self.cite)
    }

    /// The ends of a range: the lower alone, the higher with everything else.
    pub fn ends(&self, below: Face) -> Option<(Block, Block)> {
        let (low, high) = self.ends?;
        let low = Block::of(vec![(Line::new(low, self.face), self.face, false)]);
        let high = LabelWords { plain: high, before: &[], number: &[], after: &[], ..*self };
        Some((low, high.wide(below)))
    }

    /// The value alone above the line below, no wider than this.
    pub fn stacked(&self, below: Face, room: f64) -> Block {
        self.block(&[self.whole()], below, room)
    }

    /// Its number with the room for a ring around it.
    pub fn ring(&self) -> Block {
        let mut block = Block::of(vec![(Line::new(self.plain, self.face), self.face, false)]);
        let across = 2.0 * f64::max(RING * self.face.size, block.measured / 2.0 + 2.0).ceil();
        for piece in &mut block.pieces {
            piece.down = across / 2.0 + DIGIT * self.face.size / 2.0;
        }
        Block { width: across, measured: across, height: across, ..block }
    }

    /// As few lines as the room allows.
    pub fn wide(&self, below: Face) -> Block {
        self.stacked(below, self.room)
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

    /// The value and the line below side by side.
    pub fn inline(&self, below: Face) -> Block {
        let whole = self.whole();
        let aside = whole.is_aside(0);
        let value = Line::new(whole.text, self.face);
        let name = Line::new(joined(self.below), below);
        let right = value.reserved + 5.0;
        let alone = self.below.is_empty();
        let width = if alone { right - 5.0 } else { right + name.reserved };
        let measured = if alone { value.width } else { right + name.width };
        let down = self.face.size * text::ASCENT;
        let height = self.face.size * (text::ASCENT + text::DESCENT);
        let mut pieces = vec![LabelLine { line: value, face: self.face, right: 0.0, down, aside }];
        if !alone {
            pieces.push(LabelLine { line: name, face: below, right, down, aside: false });
        }
        Block { pieces, width, measured, height }
    }

    /// Narrower: the words before a number on a line of their own, or the sources, or what there is
    /// in two lines.
    pub fn narrow(&self, below: Face) -> Option<Block> {
        let cited = !self.cite.is_empty();
        if cited && !self.narrow && !self.before.is_empty() {
            let number = Strip::of(self.number).with(self.after).cited(self.cite);
            return Some(self.block(&[Strip::of(self.before), number], below, self.room / 1.5));
        }
        if cited {
            let strips = [self.value(), Strip::default().cited(self.cite)];
            return Some(self.block(&strips, below, self.room / 1.5));
        }
        if !self.after.is_empty() {
            let number = Strip::of(self.before).with(self.number);
            return Some(self.block(&[number, Strip::of(self.after)], below, self.room));
        }
        let value = self.value();
        let wide = text::reserved(&value.text, self.face);
        let two = text::has_blank(&value.text) && wide > 40.0;
        two.then(|| self.block(&[value], below, wide * 0.62))
    }

    fn block(&self, strips: &[Strip], below: Face, room: f64) -> Block {
        let mut lines = Vec::with_capacity(strips.len() + 1);
        let mut set = |strip: &Strip, face: Face| {
            let line = Line::new(strip.text.as_str(), face);
            if line.reserved <= room {
                return lines.push((line, face, strip.is_aside(0)));
            }
            let longest = text::longest_word(&strip.text, face);
            let room = room.max(longest.min(self.room.max(120.0)));
            for line in text::wrap(&strip.text, face, room, text::Wrapping::Even) {
                let aside = strip.is_aside(line.start);
                lines.push((line, face, aside));
            }
        };
        strips.iter().for_each(|strip| set(strip, self.face));
        if !self.below.is_empty() {
            set(&Strip::of(self.below), below);
        }
        Block::of(lines)
    }
}

/// Parts one after the other, and where those start that may stand apart from the value: its
/// interval, its sources.
#[derive(Default)]
struct Strip {
    text: String,
    asides: [Option<usize>; 2],
    /// A line that starts within it tears the number from its scale.
    number: Range<usize>,
}

impl Strip {
    fn of(parts: &[LabelPart]) -> Strip {
        Strip::default().with(parts)
    }

    fn plain(mut self, text: &str) -> Strip {
        self.text.push_str(text);
        self
    }

    fn with(mut self, parts: &[LabelPart]) -> Strip {
        for part in parts {
            self.text.push_str(if self.text.is_empty() { "" } else { part.joint });
            if part.says == Says::Interval {
                self.asides[0] = Some(self.text.len());
            }
            if part.says == Says::Number {
                self.number = self.text.len()..self.text.len() + part.text.len();
            }
            self.text.push_str(&part.text);
        }
        self
    }

    fn cited(mut self, cite: &str) -> Strip {
        if !cite.is_empty() {
            self.text.push_str(if self.text.is_empty() { "" } else { " " });
            self.asides[1] = Some(self.text.len());
            self.text.push_str(cite);
        }
        self
    }

    /// Does what should not start a line start at this byte?
    fn is_aside(&self, byte: usize) -> bool {
        self.asides.contains(&Some(byte)) || self.number.contains(&byte) && byte > self.number.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Face = Face::plain(12.0, false);

    fn words<'c>(text: &'c str, cite: &'c str) -> LabelWords<'c> {
        LabelWords::plain(text, cite, FACE, 190.0)
    }

    fn lines(block: &Block) -> Vec<&str> {
        block.pieces.iter().map(|piece| piece.line.content.as_str()).collect()
    }

    #[test]
    fn a_label_of_two_lines_keeps_its_number_and_its_source_together() {
        let narrow = |before: &str, number: &str, cite: &str| {
            let (before, number) = (
                LabelPart::new(Says::Qualifier, before, ""),
                LabelPart::new(Says::Number, number, " "),
            );
            let value = [before, number].into_iter().filter(|part| !part.text.is_empty());
            let label = Label {
                value: value.collect(),
                cite: Some(LabelPart::new(Says::Sources(vec![1]), cite, " ")),
                ..Label::default()
            };
            let block = LabelWords::of(&label, FACE, 190.0).narrow(FACE).unwrap();
            lines(&block).into_iter().map(str::to_string).collect::<Vec<String>>()
        };
        assert_eq!(narrow("about", "800", "[13]"), ["about", "800 [13]"]);
        assert_eq!(narrow("about", "−800", "[13]"), ["about", "−800 [13]"]);
        assert_eq!(narrow("at least", "1,200", "[2]"), ["at least", "1,200 [2]"]);
        assert_eq!(narrow("", "51,186", "[2]"), ["51,186", "[2]"]);
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
