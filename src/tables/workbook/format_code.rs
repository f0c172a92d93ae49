//! The code of a number format, taken apart.

#[derive(Clone, Debug, PartialEq)]
pub struct FormatSection {
    pub condition: Option<Condition>,
    pub parts: Vec<FormatPart>,
    /// It has a colour, as numbers below zero often have in place of a minus.
    pub is_coloured: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    pub least: f64,
    pub most: f64,
    pub holds_at_ends: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum FormatPart {
    Literal(String),
    General,
    Text,
    Percent,
    Number(Placeholders),
    Date(DatePart),
}

/// The digits of a number: `#,##0.0,,` has 1 whole digit, 1 decimal and 2 scalings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placeholders {
    pub least_whole: usize,
    pub least_decimals: usize,
    pub most_decimals: usize,
    pub has_point: bool,
    pub groups: bool,
    pub thousands: i32,
    /// The digits of the power of ten, of a format like `0.00E+00`, and whether `+` is shown.
    pub exponent: Option<(usize, bool)>,
}

/// A part of a date, with how many letters ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatePart {
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// AM or PM.
    HalfDay,
    /// 2020-03-01, where computers differ.
    IsoDay,
    /// 14:30.
    IsoMinute,
}

impl DatePart {
    pub fn of(letter: char, count: usize) -> Option<DatePart> {
        match (letter.to_ascii_lowercase(), count) {
            ('y', 1..=2) => Some(DatePart::Year(2)),
            ('y', 3..=4) => Some(DatePart::Year(4)),
            ('m', 1..=4) => Some(DatePart::Month(count)),
            ('d', 1..=4) => Some(DatePart::Day(count)),
            ('h', 1..=2) => Some(DatePart::Hour(count)),
            ('s', 1..=2) => Some(DatePart::Second(count)),
            _ => None,
        }
    }
}

/// Its sections; `None` where any of it is not understood.
pub fn sections(code: &str) -> Option<Vec<FormatSection>> {
    if is_by_computer(code) {
        return Some(vec![FormatSection {
            condition: None,
            parts: by_computer(code),
            is_coloured: false,
        }]);
    }
    let mut sections = Vec::new();
    let mut reader = CodeReader { rest: code };
    loop {
        sections.push(reader.section()?);
        match reader.rest.strip_prefix(';') {
            Some(rest) => reader.rest = rest,
            None => break,
        }
    }
    (sections.len() <= 4).then_some(sections)
}

/// Dates that every computer shows in its own order, so that only the day itself is known: the
/// formats 14 and 22, and those that begin with this mark.
fn is_by_computer(code: &str) -> bool {
    code.starts_with("[$-F800]")
        || code.starts_with("[$-x-sysdate]")
        || matches!(code, "mm-dd-yy" | "m/d/yy h:mm")
}

fn by_computer(code: &str) -> Vec<FormatPart> {
    let mut parts = vec![FormatPart::Date(DatePart::IsoDay)];
    if code.contains("h:mm") {
        parts.extend([FormatPart::Literal(" ".into()), FormatPart::Date(DatePart::IsoMinute)]);
    }
    parts
}

struct CodeReader<'c> {
    rest: &'c str,
}

impl<'c> CodeReader<'c> {
    fn section(&mut self) -> Option<FormatSection> {
        let (mut condition, mut is_coloured) = (None, false);
        let mut parts: Vec<FormatPart> = Vec::new();
        while let Some(next) = self.rest.chars().next() {
            match next {
                ';' => break,
                '"' => {
                    let (literal, rest) = self.rest[1..].split_once('"')?;
                    self.rest = rest;
                    parts.push(FormatPart::Literal(literal.to_string()));
                }
                '\\' => {
                    self.take(1);
                    let literal = self.take_char()?;
                    parts.push(FormatPart::Literal(literal.to_string()));
                }
                // As wide as the next character; as many of it as there is room for.
                '_' => {
                    self.take(1);
                    self.take_char()?;
                    parts.push(FormatPart::Literal(" ".into()));
                }
                '*' => {
                    self.take(1);
                    self.take_char()?;
                }
                '[' => {
                    let (inner, rest) = self.rest[1..].split_once(']')?;
                    self.rest = rest;
                    match bracket(inner)? {
                        Bracket::Colour => is_coloured = true,
                        Bracket::NoColour => {}
                        Bracket::Literal(sign) => parts.push(FormatPart::Literal(sign)),
                        Bracket::Condition(found) => condition = Some(found),
                    }
                }
                '0' | '#' | '?' | '.' => {
                    // Digits in two places of one section are not understood.
                    if parts.iter().any(|part| matches!(part, FormatPart::Number(_))) {
                        return None;
                    }
                    parts.push(FormatPart::Number(self.placeholders()?));
                }
                '%' => {
                    self.take(1);
                    parts.push(FormatPart::Percent);
                }
                '@' => {
                    self.take(1);
                    parts.push(FormatPart::Text);
                }
                'G' | 'g' if starts(self.rest, "general") => {
                    self.take("general".len());
                    parts.push(FormatPart::General);
                }
                'A' | 'a' if starts(self.rest, "am/pm") => {
                    self.take("am/pm".len());
                    parts.push(FormatPart::Date(DatePart::HalfDay));
                }
                letter if letter.is_alphabetic() => {
                    let same = |c: &char| c.eq_ignore_ascii_case(&letter);
                    let count = self.rest.chars().take_while(same).count();
                    parts.push(FormatPart::Date(DatePart::of(letter, count)?));
                    self.take(count);
                }
                ',' if !parts.iter().any(|part| matches!(part, FormatPart::Date(_))) => {
                    return None;
                }
                other if other.is_ascii_digit() => return None,
                _ => {
                    let literal = self.take_char()?;
                    parts.push(FormatPart::Literal(literal.to_string()));
                }
            }
        }
        settle_minutes(&mut parts);
        let is = |fits: fn(&FormatPart) -> bool| parts.iter().any(fits);
        let has_date = is(|part| matches!(part, FormatPart::Date(_)));
        let has_number = is(|part| matches!(part, FormatPart::Number(_) | FormatPart::Percent));
        (!(has_date && has_number)).then_some(FormatSection { condition, parts, is_coloured })
    }

    fn take(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }

    fn take_char(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    /// How long a blank or an apostrophe is that parts the thousands: `# ##0`, `#\\ ##0`, `#'##0`.
    fn parts_thousands(&self) -> Option<usize> {
        let bare = self.rest.strip_prefix('\\').unwrap_or(self.rest);
        let sign = bare.chars().next().filter(|c| " '’\u{a0}\u{202f}".contains(*c))?;
        let behind = &bare[sign.len_utf8()..];
        let digits = behind.chars().take_while(|c| matches!(c, '0' | '#')).count();
        (digits == 3).then(|| self.rest.len() - behind.len())
    }

    fn placeholders(&mut self) -> Option<Placeholders> {
        let mut places = Placeholders::default();
        let mut seen_whole = 0;
        let mut commas = 0;
        while let Some(next) = self.rest.chars().next() {
            match next {
                '0' | '#' | '?' if places.has_point => {
                    places.most_decimals += 1;
                    if next == '0' {
                        places.least_decimals = places.most_decimals;
                    }
                    if commas > 0 {
                        return None;
                    }
                }
                '0' | '#' | '?' => {
                    places.groups |= commas > 0;
                    commas = 0;
                    seen_whole += 1;
                    // `0#` shows as many digits as `00`.
                    if next == '0' || places.least_whole > 0 {
                        places.least_whole += 1;
                    }
                }
                ',' if seen_whole > 0 || places.has_point => commas += 1,
                '.' if !places.has_point => places.has_point = true,
                '.' => return None,
                _ if seen_whole > 0 && !places.has_point && self.parts_thousands().is_some() => {
                    places.groups = true;
                    self.take(self.parts_thousands().unwrap_or_default());
                    continue;
                }
                'E' | 'e' => {
                    let rest = self.rest[1..].strip_prefix(['+', '-'])?;
                    let digits = rest.bytes().take_while(|byte| *byte == b'0').count();
                    places.exponent = Some((digits, self.rest.as_bytes()[1] == b'+'));
                    self.rest = &rest[digits..];
                    let is_plain = seen_whole == 1 && places.least_whole == 1 && digits > 0;
                    return is_plain.then_some(places);
                }
                '/' => return None,
                _ => break,
            }
            self.take(1);
        }
        places.thousands = commas;
        Some(places)
    }
}

fn starts(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

enum Bracket {
    Colour,
    /// Black, in which most numbers are shown, or white.
    NoColour,
    Literal(String),
    Condition(Condition),
}

fn bracket(inner: &str) -> Option<Bracket> {
    const COLOURS: [&str; 8] =
        ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"];
    if let Some(currency) = inner.strip_prefix('$') {
        let (sign, place) = currency.split_once('-').unwrap_or((currency, ""));
        let is_english =
            place.is_empty() || ENGLISH.iter().any(|own| own.eq_ignore_ascii_case(place));
        // Of other languages, a sign alone is as good as any.
        return (is_english || !sign.is_empty()).then(|| Bracket::Literal(sign.to_string()));
    }
    let lower = inner.to_ascii_lowercase();
    if COLOURS.contains(&lower.as_str())
        || lower.strip_prefix("color").is_some_and(|rest| rest.trim().parse::<u8>().is_ok())
    {
        let is_plain = matches!(lower.as_str(), "black" | "white" | "color1" | "color2");
        return Some(if is_plain { Bracket::NoColour } else { Bracket::Colour });
    }
    let at = |sign: &str| inner.strip_prefix(sign)?.trim().parse::<f64>().ok();
    let condition = |least, most, holds_at_ends| {
        Some(Bracket::Condition(Condition { least, most, holds_at_ends }))
    };
    let (low, high) = (f64::NEG_INFINITY, f64::INFINITY);
    if let Some(least) = at(">=") {
        condition(least, high, true)
    } else if let Some(most) = at("<=") {
        condition(low, most, true)
    } else if let Some(least) = at(">") {
        condition(least, high, false)
    } else if let Some(most) = at("<") {
        condition(low, most, false)
    } else {
        at("=").and_then(|number| condition(number, number, true))
    }
}

/// Places whose months and days have English names, as Windows numbers them, and neutral ones.
const ENGLISH: [&str; 10] =
    ["409", "809", "C09", "1009", "1409", "1809", "en-GB", "en-US", "1", "2"];

/// `m` is a minute after an hour or before a second.
fn settle_minutes(parts: &mut [FormatPart]) {
    let dates: Vec<usize> =
        (0..parts.len()).filter(|at| matches!(parts[*at], FormatPart::Date(_))).collect();
    let is = |parts: &[FormatPart], at: Option<&usize>, fits: fn(&DatePart) -> bool| {
        at.is_some_and(|at| matches!(&parts[*at], FormatPart::Date(part) if fits(part)))
    };
    for (place, at) in dates.iter().enumerate() {
        let FormatPart::Date(DatePart::Month(digits)) = parts[*at] else { continue };
        let before = place.checked_sub(1).and_then(|place| dates.get(place));
        let is_minute = is(parts, before, |part| matches!(part, DatePart::Hour(_)))
            || is(parts, dates.get(place + 1), |part| matches!(part, DatePart::Second(_)));
        if is_minute && digits <= 2 {
            parts[*at] = FormatPart::Date(DatePart::Minute(digits));
        }
    }
}
