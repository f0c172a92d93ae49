//! Bytes that are no text, and characters that no cell may have.

use super::cells::shown;
use super::direction::{is_direction, reason, straight, turning};
use super::places::FoundCell;
use super::table::Table;
use crate::problem::{Gathered, Problem, Rule};

fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\n' | b'\r')) || byte == 0x7f
}

/// What to do with a file that holds no text at all.
pub const NO_TEXT_HINT: &str = "open it in the program it belongs to and save its table as CSV \
                                (in Excel: CSV UTF-8), or put the CSV back";

/// What a file is that holds no text at all, by the bytes it begins with.
pub fn no_text(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 7] = [
        (b"PK\x03\x04", "a workbook of a spreadsheet, or another ZIP archive"),
        (b"\xd0\xcf\x11\xe0", "a workbook of an old Excel"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"%PDF-", "a PDF"),
        (b"\x1f\x8b", "packed with gzip"),
        (b"\x7fELF", "a program"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
}

/// Two bytes a letter: what a spreadsheet saves as "Unicode text".
pub fn is_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = |odd| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let mostly = head.len() / 2 * 3 / 4;
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        || (head.len() >= 8 && (zeros(0) >= mostly) != (zeros(1) >= mostly))
}

/// Reports every cell with a byte or a character it may not have, once for each kind of trouble,
/// and remembers those cells. `odd` is what [`odd_stretches`] has found.
pub fn examine(table: &mut Table, odd: &[u32], problems: &mut Gathered) {
    let mut tainted = Vec::new();
    let mut note = |suspects: &mut dyn Iterator<Item = (usize, Trouble)>| {
        let mut cell: Option<FoundCell> = None;
        let mut told: Vec<Trouble> = Vec::new();
        // What turns the cell, once that is looked for.
        let mut turn: Option<Option<char>> = None;
        for (at, trouble) in suspects.skip_while(|(at, _)| *at < table.start) {
            if !cell.as_ref().is_some_and(|cell| cell.span.contains(&at)) {
                cell = table.cell_at(at);
                told.clear();
                turn = None;
            }
            let Some(cell) = &cell else { continue };
            let mut turns = || {
                let here = first_char(&table.bytes[at..]).filter(|found| is_direction(*found));
                let text = || String::from_utf8_lossy(&table.bytes[cell.span.clone()]);
                here.is_some() && here == *turn.get_or_insert_with(|| turning(&text()))
            };
            let trouble = match trouble {
                Trouble::Hidden if cell.is_key => trouble,
                Trouble::Hidden if turns() => Trouble::Direction,
                Trouble::Hidden => continue,
                other => other,
            };
            if told.contains(&trouble) {
                continue;
            }
            if told.is_empty() {
                tainted.push(at);
            }
            told.push(trouble);
            problems.push(trouble.problem(table, at, cell.span.clone()));
        }
    };
    note(&mut odd.iter().flat_map(|start| suspects(table.bytes, *start as usize, table.separator)));
    if table.text.is_none() {
        note(&mut invalid(table.bytes).map(|at| (at, Trouble::NotUtf8)));
    }
    tainted.sort_unstable();
    table.tainted = tainted;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    NotUtf8,
    Control,
    Hidden,
    Direction,
    DoubleEncoded,
    Lost,
}

/// Where the stretches begin that are worth a closer look.
pub fn odd_stretches(bytes: &[u8]) -> Vec<u32> {
    let stretches = bytes.chunks(STRETCH).enumerate();
    let odd = stretches.filter(|(_, stretch)| !is_plain(stretch));
    odd.map(|(number, _)| (number * STRETCH) as u32).collect()
}

/// What may be wrong in a stretch, and where.
fn suspects(
    bytes: &[u8],
    start: usize,
    separator: u8,
) -> impl Iterator<Item = (usize, Trouble)> + '_ {
    (start..bytes.len().min(start + STRETCH)).filter_map(move |at| {
        let trouble = match bytes[at] {
            // A tab-separated file has tabs; everywhere else they are control characters.
            byte if is_control(byte) && byte != separator => Trouble::Control,
            0xc2 | 0xc3 | 0xd8 | 0xe1 | 0xe2 | 0xef..=0xf4 => suspect(&bytes[at..])?,
            _ => return None,
        };
        Some((at, trouble))
    })
}

const STRETCH: usize = 256;

/// Printable ASCII and line breaks only. Without a branch, so that it takes many bytes at once.
fn is_plain(stretch: &[u8]) -> bool {
    let odd = |byte: &u8| {
        let ends_line = (*byte == b'\n') | (*byte == b'\r');
        (*byte > 0x7e) | ((*byte < 0x20) & !ends_line)
    };
    !stretch.iter().fold(false, |found, byte| found | odd(byte))
}

fn suspect(bytes: &[u8]) -> Option<Trouble> {
    match first_char(bytes)? {
        '\u{80}'..='\u{9f}' => Some(Trouble::Control),
        '\u{fffd}' => Some(Trouble::Lost),
        other if is_no_character(other) => Some(Trouble::Control),
        'Â' | 'Ã' | 'â' | 'ð' => undone(bytes).map(|_| Trouble::DoubleEncoded),
        other if is_hidden(other) => Some(Trouble::Hidden),
        _ => None,
    }
}

fn first_char(bytes: &[u8]) -> Option<char> {
    let head = &bytes[..bytes.len().min(4)];
    let valid = match str::from_utf8(head) {
        Ok(text) => text,
        Err(error) => str::from_utf8(&head[..error.valid_up_to()]).ok()?,
    };
    valid.chars().next()
}

/// Without width, or changing the direction of what stands around it.
pub fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A code that Unicode keeps free for good: XML forbids two of them, and HTML calls each an error.
pub fn is_no_character(character: char) -> bool {
    matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xfffe == 0xfffe
}

/// What some program ends a line at: in a text that is written in one line it is a blank.
pub fn breaks_line(character: char) -> bool {
    matches!(character, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Does a reader see nothing of this text?
pub fn shows_nothing(text: &str) -> bool {
    if text.bytes().next().is_some_and(|first| matches!(first, b'!'..=b'~')) {
        return false;
    }
    // Letters and marks of some scripts are as empty as blanks: fillers, joiners, the dots of Braille.
    let empty = |letter| {
        matches!(letter,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}')
    };
    text.chars().all(|letter| letter.is_whitespace() || is_hidden(letter) || empty(letter))
}

/// Where bytes are that are no UTF-8.
fn invalid(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let mut at = 0;
    bytes.utf8_chunks().filter_map(move |chunk| {
        let bad = at + chunk.valid().len();
        at = bad + chunk.invalid().len();
        (!chunk.invalid().is_empty()).then_some(bad)
    })
}

impl Trouble {
    fn problem(self, table: &Table, at: usize, span: std::ops::Range<usize>) -> Problem {
        let place = table.place(at..at + 1);
        let cell = &table.bytes[span];
        let character = first_char(&table.bytes[at..]).unwrap_or(char::REPLACEMENT_CHARACTER);
        match self {
            Trouble::NotUtf8 => {
                let byte = table.bytes[at];
                let likely = windows_1252(byte).map_or_else(
                    || "stands for no character in Windows-1252 either".to_string(),
                    |likely| format!("would be `{likely}` in Windows-1252"),
                );
                let message = format!("the byte 0x{byte:02X} is not UTF-8; it {likely}");
                let mended = as_windows_1252(cell);
                Rule::NotUtf8.at(place, message).hint(format!(
                    "save the file as UTF-8 (in Excel: CSV UTF-8), so that the cell reads {}",
                    shown(&mended)
                ))
            }
            Trouble::Control => {
                let code = u32::from(character);
                let likely = u8::try_from(code).ok().and_then(windows_1252);
                let hint = match (character, likely) {
                    ('\t', _) => "write a blank instead of the tab".to_string(),
                    ('\u{80}'..='\u{9f}', Some(likely)) => format!("write `{likely}`"),
                    _ => "delete it".to_string(),
                };
                let what = match character {
                    other if is_no_character(other) => "code that stands for no character",
                    _ => "control character",
                };
                let message = format!("there is a {what}, U+{code:04X}, in this cell");
                Rule::ControlCharacter.at(place, message).hint(hint)
            }
            Trouble::Hidden => {
                let kept: String =
                    String::from_utf8_lossy(cell).chars().filter(|c| !is_hidden(*c)).collect();
                let message = format!(
                    "there is an invisible character, U+{:04X}, in this cell, so it is not what \
                     it looks like",
                    u32::from(character)
                );
                Rule::HiddenCharacter
                    .at(place, message)
                    .hint(format!("write {}", shown(kept.trim_matches('"'))))
            }
            Trouble::Direction => {
                let straight = straight(&String::from_utf8_lossy(cell));
                Rule::DirectionCharacter
                    .at(place, reason(character))
                    .hint(format!("write {}", shown(straight.trim_matches('"'))))
            }
            Trouble::DoubleEncoded => {
                let (wrong, right) = undone(&table.bytes[at..]).unwrap_or_default();
                let mended = mended(cell);
                let message = format!(
                    "`{wrong}` is what becomes of `{right}` when UTF-8 is read as Windows-1252"
                );
                Rule::DoubleEncoded.at(place, message).hint(format!("write {}", shown(&mended)))
            }
            Trouble::Lost => {
                let message = "a character was lost here when the text was converted: U+FFFD \
                               stands in its place";
                Rule::LostCharacter
                    .at(place, message)
                    .hint("write the character that the source has")
            }
        }
    }
}

/// What 0x80 to 0x9F are in Windows-1252; five are nothing.
const UPPER_CONTROLS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

pub fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => Some(UPPER_CONTROLS[usize::from(byte - 0x80)]).filter(|c| *c != '\0'),
        _ => Some(char::from(byte)),
    }
}

fn windows_1252_byte(character: char) -> Option<u8> {
    match UPPER_CONTROLS.iter().position(|known| *known == character && character != '\0') {
        Some(at) => Some(0x80 + at as u8),
        // The five that are nothing come through as controls.
        None => u8::try_from(u32::from(character)).ok(),
    }
}

fn as_windows_1252(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte).unwrap_or('?')));
    }
    text
}

/// The first character of a text that was UTF-8, was read as Windows-1252 and saved again: where it
/// is, as it stands and as it should.
pub fn double_encoded(text: &[u8]) -> Option<(usize, String, char)> {
    memchr::memchr_iter(0xc3, text).find_map(|at| {
        matches!(first_char(&text[at..])?, 'Â' | 'Ã' | 'â' | 'ð').then_some(())?;
        let (wrong, right) = undone(&text[at..])?;
        Some((at, wrong, right))
    })
}

/// The double-encoded character at the start, as it stands and as it should.
fn undone(bytes: &[u8]) -> Option<(String, char)> {
    let mut wrong = String::new();
    let mut right = Vec::new();
    let mut at = 0;
    while right.len() < 4 {
        let next = first_char(&bytes[at..])?;
        at += next.len_utf8();
        wrong.push(next);
        right.push(windows_1252_byte(next)?);
        if right[right.len() - 1].is_ascii() {
            return None;
        }
        if let Ok(text) = str::from_utf8(&right) {
            return text.chars().next().map(|right| (wrong, right));
        }
    }
    None
}

/// A text with every double-encoded character as it should be.
pub fn mended(cell: &[u8]) -> String {
    let mut text = String::new();
    let mut at = 0;
    while at < cell.len() {
        let Some(next) = first_char(&cell[at..]) else { break };
        match undone(&cell[at..]).filter(|_| matches!(next, 'Â' | 'Ã' | 'â' | 'ð')) {
            Some((wrong, right)) => {
                text.push(right);
                at += wrong.len();
            }
            None => {
                text.push(next);
                at += next.len_utf8();
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_encoding_is_undone() {
        assert_eq!(mended("Â£5 and the policeâ€™s cafÃ©".as_bytes()), "£5 and the police’s café");
        assert_eq!(mended("Âge, château, mañana, «É»".as_bytes()), "Âge, château, mañana, «É»");
        assert_eq!(undone("Ã‚".as_bytes()), Some(("Ã‚".into(), 'Â')));
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert!(is_utf16(&wide("\u{feff}id")));
        assert!(is_utf16(&wide("id,series,period")));
        assert!(!is_utf16(b"id,series,period\0\0"));
        assert!(!is_utf16(b""));
    }
}
