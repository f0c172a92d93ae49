//! Markdown as plain text for a terminal: tables become lists, marks of emphasis go.

use super::screen::wrap;

/// The text in lines of at most so many columns; `strong` makes headings.
pub fn plain(markdown: &str, columns: usize, strong: impl Fn(&str) -> String) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut lines = markdown.lines().peekable();
    let mut in_list = false;
    while let Some(line) = lines.next() {
        let (mark, rest) = list_mark(line);
        if line.starts_with("```") {
            let mut code = Vec::new();
            for line in lines.by_ref().take_while(|line| !line.starts_with("```")) {
                code.push(format!("    {line}").trim_end().to_string());
            }
            blocks.push(code.join("\n"));
        } else if line.starts_with('#') {
            blocks.push(strong(line.trim_start_matches('#').trim()));
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(cells(row));
            }
            blocks.push(list_of(&rows, columns));
        } else if !line.trim().is_empty() {
            let mut words = rest.to_string();
            while let Some(more) = lines.next_if(|line| goes_on(line)) {
                words += &format!(" {}", more.trim());
            }
            let text = indented(&inline(&words), mark, columns);
            match blocks.last_mut().filter(|_| in_list && !mark.is_empty()) {
                Some(list) => *list += &format!("\n{text}"),
                None => blocks.push(text),
            }
        } else {
            continue;
        }
        in_list = !mark.is_empty();
    }
    blocks.join("\n\n") + "\n"
}

/// Does a line belong to the paragraph before it?
fn goes_on(line: &str) -> bool {
    let begins = line.starts_with('|') || line.starts_with('#') || line.starts_with("```");
    !line.trim().is_empty() && !begins && list_mark(line).0.is_empty()
}

/// `- ` or `1. `, and what stands behind it.
fn list_mark(line: &str) -> (&str, &str) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let length = match &line[digits..] {
        rest if digits > 0 && rest.starts_with(". ") => digits + 2,
        rest if digits == 0 && rest.starts_with("- ") => 2,
        _ => 0,
    };
    line.split_at(length)
}

/// The cells of a row of a table; a bar within marks of code is no end of a cell.
fn cells(row: &str) -> Vec<String> {
    let (mut cells, mut in_code) = (vec![String::new()], false);
    for letter in row.trim().trim_matches('|').chars() {
        in_code ^= letter == '`';
        match letter {
            '|' if !in_code => cells.push(String::new()),
            letter => cells.last_mut().expect("there is one").push(letter),
        }
    }
    cells.iter().map(|cell| inline(cell.trim())).collect()
}

/// Each row by its first cell; below it the others, by the names of their columns where there are
/// several that need one.
fn list_of(rows: &[Vec<String>], columns: usize) -> String {
    let head = &rows[0];
    let mut lines = Vec::new();
    for row in rows.iter().skip(2) {
        lines.push(indented(&row[0].replace('`', ""), "  ", columns));
        let filled = row.iter().zip(head).skip(1).filter(|(cell, _)| !cell.is_empty());
        let mut named = Vec::new();
        for (at, (cell, name)) in filled.enumerate() {
            if at == 0 && (head.len() == 2 || name == "meaning") {
                lines.push(indented(cell, "      ", columns));
            } else {
                named.push(format!("{name}: {cell}"));
            }
        }
        if !named.is_empty() {
            lines.push(indented(&named.join("; "), "      ", columns));
        }
    }
    lines.join("\n")
}

/// Wrapped, with a mark before the first line and as many blanks before the others.
fn indented(text: &str, mark: &str, columns: usize) -> String {
    let blanks = " ".repeat(mark.len());
    let lines = wrap(text, columns.saturating_sub(mark.len()).max(20)).into_iter();
    let lines = lines.enumerate().map(|(at, line)| match at {
        0 => format!("{mark}{line}"),
        _ => format!("{blanks}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Without marks of emphasis; of a link its words, and its address where it is one of the web.
fn inline(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let link = rest[open..].find("](").map(|at| open + at);
        let end = link.and_then(|link| rest[link..].find(')').map(|at| (link, link + at)));
        let in_code = rest[..open].matches('`').count() % 2 == 1;
        let Some((link, end)) = end.filter(|_| !in_code) else {
            said += &rest[..=open];
            rest = &rest[open + 1..];
            continue;
        };
        said += &rest[..open];
        said += &rest[open + 1..link];
        let address = &rest[link + 2..end];
        if address.starts_with("http") {
            said += &format!(" ({address})");
        }
        rest = &rest[end + 1..];
    }
    let mut in_code = false;
    let mut shown = |letter: &char| {
        in_code ^= *letter == '`';
        in_code || *letter != '*'
    };
    (said + rest).chars().filter(|letter| shown(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_well_without_its_marks() {
        let text = "## Head\n\nSome **strong** words\nof [a page](page.md), [web](https://x.org).\n\n\
            | column | meaning | example |\n|---|---|---|\n| id | short | `a|b` |\n| low, high | ends | |\n\n\
            - one\n- two\n  goes on\n\n1. first, `a * b`\n\n```toml\na = [1] # x\n```\n";
        let said = "HEAD\n\nSome strong words of a page, web\n(https://x.org).\n\n  id\n      short\n      \
            example: `a|b`\n  low, high\n      ends\n\n- one\n- two goes on\n1. first, `a * b`\n\n    a = [1] # x\n";
        assert_eq!(plain(text, 34, str::to_uppercase), said);
    }

    #[test]
    fn every_cell_of_a_wide_table_is_said_by_the_name_of_its_column() {
        let text = "| the source says | value | low |\n|---|---|---|\n| around 5 | `5` | |\n";
        assert_eq!(plain(text, 60, str::to_string), "  around 5\n      value: `5`\n");
    }
}
