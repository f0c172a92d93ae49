//! A phrase: words with places for what differs from chart to chart, `{publisher}, relayed by
//! {relay}`. Which places it has is said once, where it is named; a language that leaves one out,
//! or makes one up, does not compile.
//!
//! A word that depends on a number is written in all its forms, `{count|source|sources}`; which of
//! them is said is the language's [`Plural`].

use std::borrow::Cow;
use std::fmt::Write as _;

/// Which form a word takes beside so many things, counted from 0.
pub type Plural = fn(usize) -> usize;

/// Words with places.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    template: &'static str,
    places: &'static [&'static str],
    plural: Plural,
}

/// What a phrase is made of, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the language.
    Words(&'static str),
    /// A place, counted from 0 in the order in which the phrase names them.
    Place(usize),
    /// The forms of a word that depends on the number at a place, with `|` between them.
    Forms(usize, &'static str),
}

/// What may stand at a place.
pub trait Filling {
    /// Adds itself to a text.
    fn put(&self, text: &mut String);

    /// How many it is, where it is a number of things.
    fn count(&self) -> usize {
        usize::MAX
    }
}

impl Filling for str {
    fn put(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Filling for String {
    fn put(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Filling for Cow<'_, str> {
    fn put(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Filling for usize {
    fn put(&self, text: &mut String) {
        let _ = write!(text, "{self}");
    }

    fn count(&self) -> usize {
        *self
    }
}

impl Filling for i32 {
    fn put(&self, text: &mut String) {
        let _ = write!(text, "{self}");
    }

    fn count(&self) -> usize {
        usize::try_from(*self).unwrap_or(usize::MAX)
    }
}

impl Filling for u32 {
    fn put(&self, text: &mut String) {
        let _ = write!(text, "{self}");
    }

    fn count(&self) -> usize {
        usize::try_from(*self).unwrap_or(usize::MAX)
    }
}

impl<T: Filling + ?Sized> Filling for &T {
    fn put(&self, text: &mut String) {
        (**self).put(text);
    }

    fn count(&self) -> usize {
        (**self).count()
    }
}

impl Phrase {
    /// Panics, in a constant at compile time, where the template has other places than these.
    pub(super) const fn new(
        template: &'static str,
        places: &'static [&'static str],
        plural: Plural,
    ) -> Phrase {
        let bytes = template.as_bytes();
        let mut seen = 0_u32;
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'{' {
                let (place, end) = place(bytes, at + 1, places);
                seen |= 1 << place;
                at = end;
            }
            at += 1;
        }
        assert!(seen == (1 << places.len()) - 1, "a phrase leaves out one of its places");
        Phrase { template, places, plural }
    }

    /// As it is written.
    pub fn template(&self) -> &'static str {
        self.template
    }

    /// Words and places, for a text that is made of parts.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> + use<> {
        let (places, mut rest) = (self.places, self.template);
        std::iter::from_fn(move || {
            // Phrases are short: byte for byte is the fastest way through them.
            let find = |text: &str, sign: u8| text.bytes().position(|byte| byte == sign);
            let opened = find(rest, b'{').unwrap_or(rest.len());
            if opened > 0 || rest.is_empty() {
                let words;
                (words, rest) = rest.split_at(opened);
                return (!words.is_empty()).then_some(Piece::Words(words));
            }
            let end = find(rest, b'}')?;
            let inner = &rest[1..end];
            rest = &rest[end + 1..];
            let (name, forms) = match find(inner, b'|') {
                Some(at) => (&inner[..at], Some(&inner[at + 1..])),
                None => (inner, None),
            };
            let place = places.iter().position(|known| *known == name)?;
            Some(forms.map_or(Piece::Place(place), |forms| Piece::Forms(place, forms)))
        })
    }

    /// The phrase as parts, with these at its places; a word with several forms takes its last.
    pub fn parts<P: From<&'static str> + Clone>(&self, places: &[P]) -> Vec<P> {
        let part = |piece| match piece {
            Piece::Words(words) => Some(P::from(words)),
            Piece::Place(place) => places.get(place).cloned(),
            Piece::Forms(_, forms) => forms.rsplit('|').next().map(P::from),
        };
        self.pieces().filter_map(part).collect()
    }

    /// The phrase as a text, with these at its places.
    pub fn filled(&self, places: &[&dyn Filling]) -> String {
        self.marked_up(|words| words, places)
    }

    /// The same in a language of markup, which `escape` writes words in; what stands at the places
    /// is written in it already.
    pub fn marked_up<T: AsRef<str>>(
        &self,
        escape: impl Fn(&'static str) -> T,
        places: &[&dyn Filling],
    ) -> String {
        let mut text = String::with_capacity(self.template.len() + 16 * places.len());
        for piece in self.pieces() {
            match piece {
                Piece::Words(words) => text.push_str(escape(words).as_ref()),
                Piece::Place(place) => places[place].put(&mut text),
                Piece::Forms(place, forms) => {
                    let form = (self.plural)(places[place].count());
                    let form = forms.split('|').nth(form).or_else(|| forms.rsplit('|').next());
                    text.push_str(escape(form.unwrap_or_default()).as_ref());
                }
            }
        }
        text
    }
}

/// Which of the places a template names at a byte, and where the brace is closed.
const fn place(bytes: &[u8], start: usize, places: &[&str]) -> (usize, usize) {
    let mut length = 0;
    while start + length < bytes.len() && bytes[start + length] != b'}' {
        if bytes[start + length] == b'|' {
            break;
        }
        length += 1;
    }
    let mut end = start + length;
    while end < bytes.len() && bytes[end] != b'}' {
        end += 1;
    }
    assert!(end < bytes.len(), "a place in a phrase is not closed");
    let mut place = 0;
    while place < places.len() {
        let known = places[place].as_bytes();
        let mut same = 0;
        while same < length && same < known.len() && known[same] == bytes[start + same] {
            same += 1;
        }
        if same == length && same == known.len() {
            return (place, end);
        }
        place += 1;
    }
    panic!("a phrase has a place that nothing fills")
}

/// A group of phrases. With texts it is a draft, as a language writes it; finished, each phrase is
/// a method that takes what belongs at its places, and a field for who wants its parts.
macro_rules! phrases {
    (
        $(#[$about:meta])*
        $group:ident { $( $(#[$doc:meta])* $name:ident $(($($place:ident),+))? ),* $(,)? }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $group<T = $crate::locale::Phrase> {
            $( #[doc = concat!("The phrase `", stringify!($name), "`.")] $(#[$doc])* pub $name: T, )*
        }

        impl $group<&'static str> {
            /// Its places are as they should be; a language that is no constant may panic.
            pub(in crate::locale) const fn finished(
                self,
                plural: $crate::locale::Plural,
            ) -> $group {
                $group { $(
                    $name: $crate::locale::Phrase::new(
                        self.$name,
                        &[$($(stringify!($place)),+)?],
                        plural,
                    ),
                )* }
            }

            /// Every template changed in one way.
            pub(in crate::locale) fn map(
                self,
                change: &impl Fn(&'static str) -> &'static str,
            ) -> Self {
                $group { $( $name: change(self.$name), )* }
            }
        }

        impl $group {
            $( $crate::locale::phrase::phrases!(
                @method $(#[$doc])* $name $($($place)+)?
            ); )*
        }
    };
    (@method $(#[$doc:meta])* $name:ident) => {
        #[doc = concat!("The phrase `", stringify!($name), "`.")]
        $(#[$doc])*
        pub fn $name(&self) -> &'static str {
            self.$name.template()
        }
    };
    (@method $(#[$doc:meta])* $name:ident $($place:ident)+) => {
        #[doc = concat!("The phrase `", stringify!($name), "`.")]
        $(#[$doc])*
        pub fn $name(&self, $($place: impl $crate::locale::Filling),+) -> String {
            self.$name.filled(&[$(&$place),+])
        }
    };
}
pub(super) use phrases;

#[cfg(test)]
mod tests {
    use super::*;

    fn plural(count: usize) -> usize {
        usize::from(count != 1)
    }

    #[test]
    fn places_stand_in_any_order_and_words_take_their_form() {
        let phrase = Phrase::new("{b}: {a} {a|source|sources}.", &["a", "b"], plural);
        assert_eq!(phrase.filled(&[&1_usize, &"NCA"]), "NCA: 1 source.");
        assert_eq!(phrase.filled(&[&2_usize, &"NCA"]), "NCA: 2 sources.");
        assert_eq!(phrase.parts(&["2", "NCA"]).concat(), "NCA: 2 sources.");
    }

    #[test]
    fn pieces_are_words_and_places() {
        let phrase = Phrase::new("{who}, relayed by {relay}", &["who", "relay"], plural);
        let pieces: Vec<Piece> = phrase.pieces().collect();
        let words = Piece::Words(", relayed by ");
        assert_eq!(pieces, [Piece::Place(0), words, Piece::Place(1)]);
    }

    #[test]
    #[should_panic(expected = "leaves out")]
    fn a_place_may_not_be_left_out() {
        Phrase::new("words", &["a"], plural);
    }

    #[test]
    #[should_panic(expected = "nothing fills")]
    fn a_place_may_not_be_made_up() {
        Phrase::new("{b}", &["a"], plural);
    }
}
