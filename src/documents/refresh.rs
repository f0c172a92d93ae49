//! A document with newer pictures in place of its stale ones: as wide as they were, with their
//! alternative texts. All else stays byte for byte.

use std::collections::BTreeMap;

use super::alternatives::{self, AlternativeInPage};
use super::found::{FormSays, FoundForm, FoundPicture, Searcher};
use super::kind::{DocumentKind, text_of};
use super::newer::{NewPicture, Newer};
use super::package::DocumentParts;
use super::part_change::{PageChanges, PartChange};
use super::picture_facts::{NO_PNG, alternative_of, shape_of};
use super::repack::repacked;
use super::search::find;
use super::splice::TextChanges;
use super::svg_in_page::shown_as_before;
use super::unlooked::Unlooked;
use super::web::{ShownInPage, ShownThing};
use super::{book, data_uri, office, open_document, own_words, pdf, prose, sizes_in_page, web};
use crate::references::xml::is_overfull;

/// What became of a document.
#[derive(Debug, Default)]
pub struct Refreshed {
    /// The whole document.
    pub bytes: Vec<u8>,
    /// How many pictures are newer.
    pub pictures: usize,
    /// How many of the words beside them are.
    pub words: usize,
    /// How many heights that a page gives them are.
    pub heights: usize,
    /// How many expressions are filled in, or newer.
    pub filled: usize,
    /// What a person has to look at.
    pub remarks: Vec<String>,
    /// What is stale and stays so.
    pub left: Vec<String>,
    /// What could not be looked into, and why.
    pub unlooked: Vec<String>,
}

impl Refreshed {
    /// Each once: parts are read to find pictures, and again to replace them.
    fn tell_unlooked(&mut self, remarks: Vec<String>) {
        for told in remarks {
            if !self.unlooked.contains(&told) {
                self.unlooked.push(told);
            }
        }
    }
}

/// The document with newer pictures; else why it is left alone.
pub fn refreshed(name: &str, bytes: &[u8], newer: &mut dyn Newer) -> Result<Refreshed, String> {
    let kind = DocumentKind::of(name, bytes).map_err(|why| why.to_string())?;
    let mut done = Refreshed { bytes: bytes.to_vec(), ..Refreshed::default() };
    match kind {
        DocumentKind::Pdf
            if !pdf::is_as_written(bytes, &mut Searcher::default().allowance)
                .map_err(|why| why.to_string())? =>
        {
            return Err("a PDF is updated while it is one chart as `sourceline` wrote it, and this one holds \
                        more or went through another program; make it anew"
                .into());
        }
        DocumentKind::Svg | DocumentKind::Png | DocumentKind::Pdf => {
            let found = find(name, bytes, &mut |_| None).map_err(|why| why.to_string())?;
            for picture in &found.pictures {
                if let Some(new) = newer.picture(picture) {
                    done.bytes = in_form(kind, &new).ok_or(NO_PNG)?;
                    done.pictures += 1;
                }
            }
        }
        DocumentKind::Package => package(name, bytes, newer, &mut done)?,
        DocumentKind::Html => {
            let text = text_of(bytes).map_err(|why| why.to_string())?;
            refuse_if_overfull(&text)?;
            page(&text, &text, alternatives::in_tags(&text), bytes, newer, &mut done)?;
        }
        DocumentKind::Markdown => {
            let text = text_of(bytes).map_err(|why| why.to_string())?;
            let shown = prose::without_code(&text);
            refuse_if_overfull(&shown)?;
            let mut said = alternatives::in_tags(&shown);
            said.extend(alternatives::in_markdown(&text));
            page(&text, &shown, said, bytes, newer, &mut done)?;
        }
        DocumentKind::FlatOpenDocument
        | DocumentKind::Notebook
        | DocumentKind::Tex
        | DocumentKind::Typst => {
            return Err(
                "what is updated are docx, pptx, odt, odp, html, md, svg, png and a pdf of one chart; \
                        make the others anew"
                    .into(),
            );
        }
    }
    Ok(done)
}

fn refuse_if_overfull(page: &str) -> Result<(), String> {
    if is_overfull(page) { Err(Unlooked::Overfull.to_string()) } else { Ok(()) }
}

const SIGNED: &str = "it is signed, and a change would void that: take the signature away first";

fn in_form(kind: DocumentKind, new: &NewPicture) -> Option<Vec<u8>> {
    match kind {
        DocumentKind::Svg => Some(new.svg.clone().into_bytes()),
        DocumentKind::Png => new.png.clone(),
        DocumentKind::Pdf => new.pdf.clone(),
        _ => None,
    }
}

/// Pictures that stand in the page itself. `shown` is of the same length as the text.
fn page(
    text: &str,
    shown: &str,
    alternatives: Vec<AlternativeInPage>,
    bytes: &[u8],
    newer: &mut dyn Newer,
    done: &mut Refreshed,
) -> Result<(), String> {
    let mut changes = TextChanges::default();
    for ShownInPage { line, span, what } in web::shown(shown) {
        let place = format!("line {line}");
        match what {
            ShownThing::Inline(svg) => {
                let form = FoundForm { part: String::new(), says: FormSays::of_svg(svg.clone()) };
                let picture = FoundPicture::alone(&place, form);
                if picture.is_chart()
                    && let Some(new) = newer.picture(&picture)
                {
                    let mut shown = shown_as_before(&svg, new.svg.trim_end());
                    if text[span.clone()].contains("\r\n") {
                        shown = shown.replace('\n', "\r\n");
                    }
                    changes.replace(span, shown);
                    done.pictures += 1;
                }
            }
            ShownThing::Address(address) => {
                let Some((kind_name, inner)) = data_uri::read(&address) else { continue };
                let mut searcher = Searcher::default();
                let pictures = searcher.inner(&place, "", kind_name, &inner);
                done.tell_unlooked(searcher.found.remarks);
                for picture in pictures {
                    if !picture.is_chart() {
                        continue;
                    }
                    let Some(new) = newer.picture(&picture) else { continue };
                    let kind =
                        DocumentKind::of(kind_name, &inner).map_err(|why| why.to_string())?;
                    let written = data_uri::write(kind, &in_form(kind, &new).ok_or(NO_PNG)?);
                    let own = text[span.clone()].find(&address);
                    let start = span.start
                        + own.ok_or_else(|| format!("{place}: its address has escaped letters"))?;
                    changes.replace(start..start + address.len(), written);
                    done.pictures += 1;
                }
            }
        }
    }
    let words = own_words::in_page(shown);
    let alternatives = alternatives::outside(alternatives, &words);
    for found in words {
        if let Some(part) = newer.words(&found.words) {
            found.replace(text, &part, &mut changes);
            done.words += 1;
        }
    }
    for found in alternatives {
        if let Some(new) = newer.alternative(&found.said) {
            found.replace(&new, &mut changes);
            done.words += 1;
        }
    }
    for found in sizes_in_page::in_tags(shown) {
        if let Some(new) = newer.height(&found.said) {
            found.replace(new, &mut changes);
            done.heights += 1;
        }
    }
    if !changes.is_empty() {
        let mark = &bytes[..bytes.len() - text.len()];
        done.bytes = [mark, changes.made_in(text).as_bytes()].concat();
    }
    Ok(())
}

fn package(
    name: &str,
    bytes: &[u8],
    newer: &mut dyn Newer,
    done: &mut Refreshed,
) -> Result<(), String> {
    let found = find(name, bytes, &mut |_| None).map_err(|why| why.to_string())?;
    let mut searcher = Searcher::default();
    let mut parts = DocumentParts::open(bytes).map_err(|why| why.to_string())?;
    let signed = |name: &String| {
        name.starts_with("_xmlsignatures/") || name == "META-INF/documentsignatures.xml"
    };
    let is_signed = parts.names().iter().any(signed);
    let mut new_parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut changes: BTreeMap<String, PartChange> = BTreeMap::new();
    for picture in &found.pictures {
        let Some(new) = newer.picture(picture) else { continue };
        if is_signed {
            return Err(SIGNED.into());
        }
        let of_part = |form: &FoundForm| DocumentKind::named(&form.part);
        let kinds: Option<Vec<DocumentKind>> = picture.forms.iter().map(of_part).collect();
        let kinds = kinds.filter(|kinds| kinds.iter().all(|kind| kind.is_picture()));
        let Some(kinds) = kinds.filter(|_| !picture.nested) else {
            done.left
                .push(format!("{}: left as it is; update that document itself", picture.place));
            continue;
        };
        // Of both forms the words are those of the SVG.
        let mut old_alt = None;
        for form in &picture.forms {
            let old = parts.bytes(&form.part, &mut searcher).map_err(|why| why.to_string())?;
            old_alt = old_alt.or(str::from_utf8(&old).ok().and_then(alternative_of));
        }
        for (form, kind) in picture.forms.iter().zip(kinds) {
            let old = parts.bytes(&form.part, &mut searcher).map_err(|why| why.to_string())?;
            let fresh = in_form(kind, &new).ok_or(NO_PNG)?;
            let higher = shape_of(&fresh).zip(shape_of(&old)).map_or(1.0, |(new, old)| new / old);
            let change = PartChange {
                higher,
                old_alt: old_alt.clone(),
                new_alt: alternative_of(&new.svg).unwrap_or_default(),
            };
            changes.insert(form.part.clone(), change);
            new_parts.insert(form.part.clone(), fresh);
        }
        done.pictures += 1;
    }
    let mut pages = PageChanges::of(&changes);
    match parts.has("[Content_Types].xml") {
        true => office::refresh(&mut parts, &mut searcher, &mut pages, newer)?,
        false => {
            open_document::refresh(&mut parts, &mut searcher, &mut pages, newer)?;
            book::refresh(&mut parts, &mut searcher, &mut pages, newer)?;
        }
    }
    done.remarks.append(&mut pages.remarks);
    done.left.append(&mut pages.left);
    done.tell_unlooked(found.remarks);
    if is_signed && !pages.written.is_empty() {
        return Err(SIGNED.into());
    }
    if !pages.faults.is_empty() {
        return Err(pages.faults.join("\n"));
    }
    done.words = pages.words;
    done.filled = pages.filled;
    let mut more = std::mem::take(&mut pages.new_parts);
    more.name(&mut parts, &mut searcher)?;
    done.tell_unlooked(searcher.found.remarks);
    new_parts.extend(more.written);
    new_parts.extend(pages.written.into_iter().map(|(name, text)| (name, text.into_bytes())));
    if !new_parts.is_empty() {
        done.bytes = repacked(bytes, &new_parts, &more.added)?;
    }
    Ok(())
}
