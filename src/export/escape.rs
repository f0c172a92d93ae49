//! Words put into other languages so that they stay words.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::dataset::encoding::breaks_line;

/// For the text and the attributes of HTML, and of XML where the characters are legal.
pub fn html(text: &str) -> String {
    replace(text, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        other => breaks_line(other).then_some(" "),
    })
}

/// A text of TOML with its quotation marks.
pub fn toml(text: &str) -> String {
    // A text of JSON is one, but for this character.
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

/// For one line of Markdown, in CommonMark, on GitHub, in Pandoc and Quarto alike.
pub fn markdown(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(line.len() + 8);
    for (place, character) in line.char_indices() {
        let special = matches!(
            character,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '|'
                | '$'
                | '~'
                | '^'
                | '@'
                | '{'
                | '}'
        );
        if special || (place == 0 && matches!(character, '#' | '+' | '-' | '=' | ':' | '!')) {
            escaped.push('\\');
        }
        match character {
            '&' => escaped.push_str("&amp;"),
            other => escaped.push(other),
        }
    }
    number_first(escaped)
}

/// The same for words from within a line, whose blanks at the ends count.
pub fn markdown_within(words: &str) -> String {
    let line = markdown(&format!("x{words}x"));
    line[1..line.len() - 1].to_string()
}

/// The same where a text must stay as it is to the letter, as an alternative text: Pandoc makes
/// curled quotation marks, dashes and an ellipsis of what is typed with plain signs.
pub fn markdown_exact(text: &str) -> String {
    let mut exact = String::with_capacity(text.len() + 8);
    let mut before = None;
    for character in markdown(text).chars() {
        let quote = matches!(character, '"' | '\'');
        let run = matches!(character, '-' | '.') && before == Some(character);
        if (quote || run) && before != Some('\\') {
            exact.push('\\');
        }
        exact.push(character);
        before = Some(character);
    }
    exact
}

/// For a text between double quotes in Markdown: the title of a picture, an attribute of Pandoc's.
pub fn markdown_title(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    replace(&line, |character| match character {
        '\\' => Some("\\\\"),
        '"' => Some("\\\""),
        '&' => Some("&amp;"),
        _ => None,
    })
}

/// `2012. A year` would begin a list.
fn number_first(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line.as_bytes().get(digits + 1);
    match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 && after.is_none_or(|byte| *byte == b' ') => {
            format!("{}\\{}", &line[..digits], &line[digits..])
        }
        _ => line,
    }
}

/// For an address between round brackets or angle brackets in Markdown.
pub fn markdown_url(url: &str) -> String {
    replace(url, |character| match character {
        '(' => Some("%28"),
        ')' => Some("%29"),
        '<' => Some("%3C"),
        '>' => Some("%3E"),
        '\\' => Some("%5C"),
        '"' => Some("%22"),
        ' ' => Some("%20"),
        // Two of them would make code of what is between.
        '`' => Some("%60"),
        // It would end a cell of a table.
        '|' => Some("%7C"),
        _ => None,
    })
}

/// What means nothing in an address, RFC 3986 2.3, and what parts folders.
const KEPT_IN_PATHS: AsciiSet =
    NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a file, as a page or Markdown names it: an address relative to the document. What is
/// an address already, up to the name of the file, stays one.
pub fn address_of_file(path: &str) -> String {
    let path = path.replace('\\', "/");
    match path.split_once("://") {
        Some((scheme, _)) if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            format!("{folder}/{}", utf8_percent_encode(name, &KEPT_IN_PATHS))
        }
        _ => utf8_percent_encode(&path, &KEPT_IN_PATHS).to_string(),
    }
}

/// For LaTeX, with pdfLaTeX as well as with LuaLaTeX and XeLaTeX.
pub fn latex(text: &str) -> String {
    replace(&apart(text, '\u{200b}'), |character| match character {
        // LuaLaTeX joins signs across an empty group.
        '\u{200b}' => Some("\\/"),
        '≥' => Some("\\ensuremath{\\geq}"),
        '≤' => Some("\\ensuremath{\\leq}"),
        '−' => Some("\\ensuremath{-}"),
        '×' => Some("\\ensuremath{\\times}"),
        '÷' => Some("\\ensuremath{\\div}"),
        other => latex_sign(other),
    })
}

/// For a text that is not set but goes into the PDF as it is: what sets a sign is no letter there.
pub fn latex_alt(text: &str) -> String {
    replace(&apart(text, '\u{200b}'), |character| match character {
        '\u{200b}' => Some("{}"),
        other => latex_sign(other),
    })
}

/// Signs of which LaTeX sets two as another one: `--` is a dash, ``?` `` begins a question.
fn apart(text: &str, between: char) -> String {
    let mut parted = String::with_capacity(text.len() + 8);
    let mut before = None;
    for character in text.chars().filter(|character| *character != between) {
        if matches!(
            (before, character),
            (Some('-'), '-') | (Some('\''), '\'') | (Some('`' | '?' | '!'), '`') | (Some(','), ',')
        ) {
            parted.push(between);
        }
        parted.push(character);
        before = Some(character);
    }
    parted
}

/// What LaTeX would take for its own.
fn latex_sign(character: char) -> Option<&'static str> {
    match character {
        '\\' => Some("\\textbackslash{}"),
        '{' => Some("\\{"),
        '}' => Some("\\}"),
        '$' => Some("\\$"),
        '&' => Some("\\&"),
        '#' => Some("\\#"),
        '_' => Some("\\_"),
        '%' => Some("\\%"),
        '~' => Some("\\textasciitilde{}"),
        '^' => Some("\\textasciicircum{}"),
        '"' => Some("\\textquotedbl{}"),
        '<' => Some("\\textless{}"),
        '>' => Some("\\textgreater{}"),
        '|' => Some("\\textbar{}"),
        other => breaks_line(other).then_some(" "),
    }
}

/// For an address in `\href`.
pub fn latex_url(url: &str) -> String {
    replace(url, |character| match character {
        '%' => Some("\\%"),
        '#' => Some("\\#"),
        '&' => Some("\\&"),
        '\\' => Some("\\%5C"),
        '{' => Some("\\%7B"),
        '}' => Some("\\%7D"),
        '~' => Some("\\%7E"),
        '^' => Some("\\%5E"),
        ' ' => Some("\\%20"),
        _ => None,
    })
}

/// A string of Typst, quotes included.
pub fn typst(text: &str) -> String {
    let inside = replace(text, |character| match character {
        '\\' => Some("\\\\"),
        '"' => Some("\\\""),
        other => breaks_line(other).then_some(" "),
    });
    format!("\"{inside}\"")
}

fn replace(text: &str, instead: impl Fn(char) -> Option<&'static str>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match instead(character) {
            Some(other) => out.push_str(other),
            None => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_becomes_markup() {
        assert_eq!(html("<b a=\"1\">&amp;"), "&lt;b a=&quot;1&quot;&gt;&amp;amp;");
        assert_eq!(markdown("*a* [b](c) <d> $e$ f_g &lt; 2018-09~"), {
            "\\*a\\* \\[b\\](c) \\<d\\> \\$e\\$ f\\_g &amp;lt; 2018-09\\~"
        });
        assert_eq!(latex("100% of {a}_b & \\c"), "100\\% of \\{a\\}\\_b \\& \\textbackslash{}c");
        assert_eq!(latex("1--2 it's ''q'' ?`"), "1-\\/-2 it's '\\/'q'\\/' ?\\/`");
        assert_eq!(latex_alt("a --- b"), "a -{}-{}- b");
        assert_eq!(typst("a \"b\" \\ #c"), "\"a \\\"b\\\" \\\\ #c\"");
    }

    #[test]
    fn whatever_ends_a_line_for_some_program_is_a_blank() {
        let into: [fn(&str) -> String; 8] = [
            html,
            markdown,
            markdown_within,
            markdown_exact,
            markdown_title,
            latex,
            latex_alt,
            typst,
        ];
        for (at, into) in into.iter().enumerate() {
            for end in "\t\n\u{b}\u{c}\r\u{85}\u{2028}\u{2029}".chars() {
                let written = into(&format!("a{end}b"));
                assert_eq!(written.trim_matches('"'), "a b", "{at}, U+{:04X}", end as u32);
            }
        }
    }

    #[test]
    fn an_alternative_text_keeps_its_plain_signs() {
        assert_eq!(markdown_exact("a \"b\" -- c's 1-2 ..."), "a \\\"b\\\" -\\- c\\'s 1-2 .\\.\\.");
        assert_eq!(markdown_exact("--a"), "\\-\\-a");
        assert_eq!(markdown_title("50 % of \"x\" & \\y"), "50 % of \\\"x\\\" &amp; \\\\y");
    }

    #[test]
    fn no_line_becomes_a_list_or_a_heading() {
        assert_eq!(markdown("2012. A year"), "2012\\. A year");
        assert_eq!(markdown("# not\n\nthis"), "\\# not this");
        assert_eq!(markdown("- nor this"), "\\- nor this");
        assert_eq!(markdown("4.4 million"), "4.4 million");
    }

    #[test]
    fn an_address_stays_within_its_brackets() {
        assert_eq!(markdown_url("https://a.example/(x) y"), "https://a.example/%28x%29%20y");
        assert_eq!(markdown_url("https://a.example/?a=`b`"), "https://a.example/?a=%60b%60");
        assert_eq!(
            latex_url("https://a.example/%20#b~c&d"),
            "https://a.example/\\%20\\#b\\%7Ec\\&d"
        );
    }
}
