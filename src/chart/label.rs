//! What stands beside a mark, in parts: whoever places it measures and joins them, and where there
//! is no room leaves out what may be told elsewhere. Nobody has to look into their words.

use std::borrow::Cow;

/// What stands beside a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The number and how sure it is, in the order in which they are read; both ends of a range
    /// are one number. Empty where nothing is to be said.
    pub value: Vec<LabelPart>,
    /// The ends of a range on their own, low then high: an interval block shows them at its ends.
    pub ends: Option<(String, String)>,
    /// Where it comes from, or the letter in whose place the foot says a name; none if the chart
    /// has only one source.
    pub cite: Option<LabelPart>,
    /// A second line: the layer's name, the unit, a word such as `forecast`; may be empty.
    pub below: Vec<LabelPart>,
    /// It must be there; the others as room allows.
    pub required: bool,
    /// It must be there however little room there is: without it a reader would be misled.
    pub must: bool,
    /// The greater, the sooner it is placed.
    pub priority: u8,
    /// What the chart is about: in bold.
    pub strong: bool,
}

/// A piece of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelPart {
    /// What it says.
    pub says: Says,
    /// The words, in the language of the chart.
    pub text: String,
    /// What joins it to the part before, if there is one.
    pub joint: &'static str,
}

/// What a part of a label is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// `about`, `at least`.
    Qualifier,
    /// `80,000`, or a range as a whole: `550,000 to 850,000`.
    Number,
    /// What an average is per: `a month`.
    Per,
    /// The interval that a source states around its number: `(40 to 60)`.
    Interval,
    /// What an average is of: `(2,400 in all)`.
    Total {
        /// What the foot says of it: `2,400 for 2020 and 2021`.
        told: String,
    },
    /// `[2, 3]`: the sources, by their places in [`Chart::sources`](super::Chart::sources).
    Sources(Vec<usize>),
    /// `(A)`.
    Letter,
    /// When.
    Period,
    /// What the marks of its layer are called.
    Name,
    /// `named` where the name of the layer says it.
    Unit {
        /// Does the name of the layer say it?
        named: bool,
    },
    /// How sure it is, where no qualifier says so: `provisional`, `as stated`.
    Status,
    /// Until when others only repeat it: `repeated to April 2023`.
    Repeated,
    /// What its mark is not to be taken for: `no values between`.
    Meaning,
    /// What the author says of it.
    Remark,
}

/// Where a part may go when there is no room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayGo {
    /// Without it the reader would be misled.
    Nowhere,
    /// Where the shape of the mark and the key say it.
    ToTheKey,
    /// Where a note says it.
    ToTheFoot,
}

impl Says {
    /// Where it may go for want of room.
    pub fn may_go(&self) -> MayGo {
        match self {
            Says::Sources(_) | Says::Name | Says::Unit { named: true } => MayGo::ToTheFoot,
            Says::Per | Says::Total { .. } => MayGo::ToTheFoot,
            Says::Qualifier => MayGo::ToTheKey,
            Says::Number
            | Says::Interval
            | Says::Letter
            | Says::Period
            | Says::Unit { named: false }
            | Says::Status
            | Says::Repeated
            | Says::Meaning
            | Says::Remark => MayGo::Nowhere,
        }
    }
}

impl LabelPart {
    /// A part with what stands between it and the one before.
    pub fn new(says: Says, text: impl Into<String>, joint: &'static str) -> LabelPart {
        LabelPart { says, text: text.into(), joint }
    }
}

impl Label {
    /// The value and how sure it is: `about 80,000`.
    pub fn text(&self) -> Cow<'_, str> {
        joined(&self.value)
    }

    /// `[2, 3]`, or empty.
    pub fn cite(&self) -> &str {
        self.cite.as_ref().map_or("", |part| &part.text)
    }

    /// The words before the number, the number with what it is per, and those after it.
    pub fn around_number(&self) -> (&[LabelPart], &[LabelPart], &[LabelPart]) {
        let at = self.value.iter().position(|part| part.says == Says::Number);
        let at = at.unwrap_or(self.value.len());
        let (before, rest) = self.value.split_at(at);
        let per = rest.get(1).is_some_and(|part| part.says == Says::Per);
        let (number, after) = rest.split_at(rest.len().min(if per { 2 } else { 1 }));
        (before, number, after)
    }
}

/// A value in parts: its number, and what stands before and after it.
pub fn parts([before, number, after]: [String; 3], interval: bool) -> Vec<LabelPart> {
    let blank = |apart| if apart { " " } else { "" };
    let beside = if interval { Says::Interval } else { Says::Qualifier };
    let parts = [
        LabelPart::new(Says::Qualifier, before.trim_end(), ""),
        LabelPart::new(Says::Number, number, blank(before.ends_with(' '))),
        LabelPart::new(beside, after.trim_start(), blank(after.starts_with(' '))),
    ];
    parts.into_iter().filter(|part| !part.text.is_empty()).collect()
}

/// A value as an average: what it is per right after its number, what it is of at its end.
pub fn averaged(mut value: Vec<LabelPart>, per: &str, total: LabelPart) -> Vec<LabelPart> {
    let number = value.iter().position(|part| part.says == Says::Number);
    value.insert(number.map_or(0, |at| at + 1), LabelPart::new(Says::Per, per, " "));
    value.push(total);
    value
}

/// Parts as one text.
pub fn joined(parts: &[LabelPart]) -> Cow<'_, str> {
    match parts {
        [] => Cow::Borrowed(""),
        [one] => Cow::Borrowed(&one.text),
        [first, rest @ ..] => {
            let mut text = first.text.clone();
            for part in rest {
                text.push_str(part.joint);
                text.push_str(&part.text);
            }
            Cow::Owned(text)
        }
    }
}

/// Does a name say a word, whole and in whatever case? `Men in treatment` says `men`, `Treatments`
/// does not, and `non-members` does not say `members`.
pub fn names(name: &str, word: &str) -> bool {
    let (name, word) = (name.to_lowercase(), word.to_lowercase());
    let inner = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’');
    // Only a letter can be the middle of a word.
    let ends = |own: Option<char>, next: Option<char>| {
        !(own.is_some_and(inner) && next.is_some_and(inner))
    };
    !word.is_empty()
        && name.match_indices(&word).any(|(at, _)| {
            ends(word.chars().next(), name[..at].chars().next_back())
                && ends(word.chars().next_back(), name[at + word.len()..].chars().next())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_a_unit_only_as_whole_words() {
        for (name, word, says) in [
            ("Treatments", "men", false),
            ("Men in treatment", "men", true),
            ("Treated men", "men", true),
            ("Women, all ages", "men", false),
            ("Non-members", "members", false),
            ("Men's clubs", "men", false),
            ("Share of 15%", "%", true),
            ("New people aged 10 to 17", "new people", true),
            ("Anything", "", false),
        ] {
            assert_eq!(names(name, word), says, "{name}, {word}");
        }
    }

    #[test]
    fn parts_are_joined_as_they_say() {
        let part = |says, text: &str, joint| LabelPart::new(says, text, joint);
        let label = Label {
            value: vec![
                part(Says::Qualifier, "about", ""),
                part(Says::Number, "50", " "),
                part(Says::Interval, "(40 to 60)", " "),
            ],
            ..Label::default()
        };
        assert_eq!(label.text(), "about 50 (40 to 60)");
        let (before, number, after) = label.around_number();
        assert_eq!([joined(before), joined(number), joined(after)], ["about", "50", "(40 to 60)"]);
    }
}
