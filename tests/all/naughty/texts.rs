//! The texts of `tests/naughty.txt`, whose head says how they are written.

/// Each with its kind.
pub fn texts() -> Vec<(String, String)> {
    let mut kind = "";
    let mut all = Vec::new();
    for line in include_str!("../../naughty.txt").lines() {
        match line.strip_prefix("# ") {
            Some(remark) => kind = remark.split_once(": ").map_or(kind, |(kind, _)| kind),
            None if line.is_empty() || line == "#" => {}
            None => all.push((kind.to_string(), unescaped(line))),
        }
    }
    all
}

fn unescaped(line: &str) -> String {
    if let Some((count, text)) = line.strip_prefix("\\*").and_then(|rest| rest.split_once(' ')) {
        return unescaped(text).repeat(count.parse().expect("a number"));
    }
    let mut text = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next().expect("something is escaped") {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '\\' => text.push('\\'),
            'u' => {
                let number: String =
                    letters.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
                let number = u32::from_str_radix(&number, 16).expect("a number");
                text.push(char::from_u32(number).expect("a character"));
            }
            other => panic!("\\{other} in {line}"),
        }
    }
    text
}
