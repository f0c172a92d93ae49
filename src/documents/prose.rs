//! Markdown, LaTeX and Typst: the pictures that a text names, and those that stand in it.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::found::{FileBeside, FoundPicture, LineStarts, Searcher};
use super::unlooked::Unlooked;
use super::{alternatives, data_uri, own_words, typed_elsewhere, web};

/// Every chart of a text in Markdown. What stands in code is not shown.
pub fn markdown(
    searcher: &mut Searcher,
    text: &str,
    beside: FileBeside,
) -> Result<Vec<FoundPicture>, Unlooked> {
    let (page, addresses) = apart(text);
    let said = alternatives::outside(alternatives::in_markdown(text), &own_words::in_page(&page));
    searcher.found.alternatives.extend(said.into_iter().map(|one| one.said));
    let lines = LineStarts::of(text);
    let mut found: Vec<(usize, Vec<FoundPicture>)> = Vec::new();
    for (at, address) in addresses {
        let line = lines.line(at);
        let place = format!("line {line}");
        let address = of_several(address, beside);
        found.push((line, searcher.at_address(&place, &address, beside)));
    }
    // HTML in the text: pictures in it go on over empty lines, whatever Markdown makes of them.
    for picture in web::find(searcher, &page, beside)? {
        let line = picture.place.strip_prefix("line ").unwrap_or_default();
        let line = line.split(',').next().and_then(|line| line.parse().ok());
        found.push((line.unwrap_or(usize::MAX), vec![picture]));
    }
    found.sort_by_key(|(line, _)| *line);
    Ok(searcher.charts(found.into_iter().flat_map(|(_, all)| all).collect()))
}

/// The text as HTML, with blanks in place of code, and where it names pictures in its own way.
fn apart(text: &str) -> (String, Vec<(usize, String)>) {
    let mut addresses = Vec::new();
    let mut page = text.as_bytes().to_vec();
    let mut code = 0;
    for (event, span) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                addresses.push((span.start, dest_url.into_string()));
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                if let CodeBlockKind::Fenced(info) = &kind {
                    addresses.extend(directive(info).map(|address| (span.start, address)));
                }
                code += 1;
            }
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Code(_) => blank(&mut page, span),
            // Of a code block only what stands in it, for it may lie in a list.
            Event::Text(_) if code > 0 => blank(&mut page, span),
            _ => {}
        }
    }
    // Code begins and ends between letters.
    let page = String::from_utf8(page).unwrap_or_default();
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        if let Some(rest) = line.trim_start().strip_prefix(":::") {
            let told = directive(rest.trim_start_matches(':'));
            addresses.extend(told.map(|address| (at, address)));
        }
        at += line.len();
    }
    addresses.sort_by_key(|(at, _)| *at);
    (page, addresses)
}

/// The picture that a directive of MyST shows: of what stands behind its fence.
fn directive(info: &str) -> Option<String> {
    let rest = info.trim_start().strip_prefix('{')?;
    let (name, address) = rest.split_once('}')?;
    let is_picture = matches!(name.trim(), "figure" | "image" | "figure-md");
    Some(address.trim().to_string()).filter(|address| is_picture && !address.is_empty())
}

/// `a.*` is whichever is there of the pictures of that name.
fn of_several(address: String, beside: FileBeside) -> String {
    let Some(stem) = address.strip_suffix(".*") else { return address };
    let each = ["svg", "pdf", "png"].map(|ending| format!("{stem}.{ending}"));
    let there = each
        .iter()
        .find(|address| data_uri::local(address).is_some_and(|path| beside(&path).is_some()));
    there.unwrap_or(&each[0]).clone()
}

/// The text with blanks in place of code, as long as it is.
pub fn without_code(text: &str) -> String {
    apart(text).0
}

/// Line ends stay, so that lines keep their numbers.
fn blank(page: &mut [u8], span: std::ops::Range<usize>) {
    page[span].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

/// Every chart of a text in LaTeX.
pub fn tex(
    searcher: &mut Searcher,
    text: &str,
    beside: FileBeside,
) -> Result<Vec<FoundPicture>, Unlooked> {
    // LaTeX looks in folders that only it knows, so nothing is said to be missing.
    let told = searcher.found.missing.len();
    let commands = ["\\includegraphics", "\\includesvg", "\\includestandalone"];
    let folders = folders_of_pictures(text);
    let mut beside = |path: &str| {
        let elsewhere = folders.iter().map(|folder| format!("{folder}{path}"));
        std::iter::once(path.to_string()).chain(elsewhere).find_map(|path| beside(&path))
    };
    let found = named(searcher, text, &mut beside, '%', |line, at| {
        let command = commands.iter().find(|command| line[at..].starts_with(**command))?;
        let mut rest = line[at + command.len()..].trim_start_matches('*').trim_start();
        if rest.starts_with('[') {
            rest = rest.split_once(']')?.1.trim_start();
        }
        Some(rest.strip_prefix('{')?.split_once('}')?.0.trim().to_string())
    });
    searcher.found.missing.truncate(told);
    found
}

/// Those of `\graphicspath{{one/}{two/}}`, in which LaTeX looks after the folder of the text; the last counts.
fn folders_of_pictures(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| without_remark(line, '%')).collect::<Vec<_>>();
    let text = lines.join("\n");
    let Some((_, rest)) = text.rsplit_once("\\graphicspath") else { return Vec::new() };
    let Some(mut rest) = rest.trim_start().strip_prefix('{') else { return Vec::new() };
    let mut folders = Vec::new();
    while let Some(inside) = rest.trim_start().strip_prefix('{') {
        let Some((folder, after)) = inside.split_once('}') else { break };
        folders.push(folder.trim().to_string());
        rest = after;
    }
    folders
}

/// Every chart of a text in Typst.
pub fn typst(
    searcher: &mut Searcher,
    text: &str,
    beside: FileBeside,
) -> Result<Vec<FoundPicture>, Unlooked> {
    named(searcher, text, beside, '/', |line, at| {
        let rest = line[at..].strip_prefix("image(")?.trim_start();
        Some(rest.strip_prefix('"')?.split_once('"')?.0.to_string())
    })
}

/// What `of` reads at some letter of a line that is no remark.
fn named(
    searcher: &mut Searcher,
    text: &str,
    beside: FileBeside,
    remark: char,
    of: impl Fn(&str, usize) -> Option<String>,
) -> Result<Vec<FoundPicture>, Unlooked> {
    let mut found = Vec::new();
    let mut number = 0;
    typed_elsewhere::in_text(text, |line| without_remark(line, remark), &mut searcher.found);
    // A command may go on in the next line after an option.
    for line in text.split('\n') {
        number += 1;
        let line = without_remark(line, remark);
        for (at, _) in line.char_indices().filter(|(_, letter)| matches!(letter, '\\' | 'i')) {
            let Some(address) = of(line, at) else { continue };
            let place = format!("line {number}");
            found.extend(match super::kind::DocumentKind::named(&address) {
                Some(_) => searcher.at_address(&place, &address, beside),
                None => without_ending(searcher, &place, &address, beside),
            });
        }
    }
    Ok(searcher.charts(found))
}

fn without_remark(line: &str, remark: char) -> &str {
    let sign = if remark == '/' { "//" } else { "%" };
    let mut from = 0;
    while let Some(at) = line[from..].find(sign).map(|at| from + at) {
        // `\%` is a sign, and `https://` an address.
        if !line[..at].ends_with(['\\', ':']) {
            return &line[..at];
        }
        from = at + sign.len();
    }
    line
}

/// LaTeX takes the first of these that is there.
fn without_ending(
    searcher: &mut Searcher,
    place: &str,
    address: &str,
    beside: FileBeside,
) -> Vec<FoundPicture> {
    for ending in ["pdf", "png", "svg"] {
        let path = format!("{address}.{ending}");
        if let Some(bytes) = beside(&path) {
            return searcher.inner(place, &path, &path, &bytes);
        }
    }
    Vec::new()
}
