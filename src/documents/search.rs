//! From the bytes of a document to the charts in it.

use memchr::memmem;

use super::found::{FileBeside, FormSays, FoundCharts, FoundForm, FoundPicture, Searcher, joined};
use super::kind::{self, DocumentKind};
use super::limits::{MOST_BYTES, MOST_DEPTH};
use super::unlooked::Unlooked;
use super::{data_uri, notebook, open_document, own_words, pdf, png_texts, prose, web};
use crate::embed::DOCUMENT;
use crate::encode::stamp;

/// Every chart in a document. Its name says what text is written in; packages and pictures are known
/// by their bytes.
pub fn find(name: &str, bytes: &[u8], beside: FileBeside) -> Result<FoundCharts, Unlooked> {
    let mut searcher = Searcher::default();
    let own = searcher.look(name, bytes, 0, beside)?;
    searcher.found.pictures.extend(own);
    Ok(searcher.found)
}

/// Is a file a picture that this program drew, be it damaged since, as by the marks of a merge, or a text
/// that it wrote and that nobody changed? Of what others may stand in that cannot be said.
pub fn is_known_by_stamp(name: &str, bytes: &[u8]) -> bool {
    match DocumentKind::named(name) {
        Some(DocumentKind::Svg) if memmem::find(bytes, stamp::ATTRIBUTE.as_bytes()).is_some() => {
            true
        }
        Some(kind) if kind.is_picture() => {
            find(name, bytes, &mut |_| None).is_ok_and(|found| !found.pictures.is_empty())
        }
        Some(DocumentKind::Markdown) => kind::text_of(bytes).is_ok_and(|text| {
            own_words::in_page(&text)
                .iter()
                .any(|found| found.words.mark.is(DOCUMENT) && found.words.are_untouched())
        }),
        _ => false,
    }
}

impl Searcher {
    /// What one document holds; what lies in another lies one deeper.
    pub(super) fn look(
        &mut self,
        name: &str,
        bytes: &[u8],
        depth: usize,
        beside: FileBeside,
    ) -> Result<Vec<FoundPicture>, Unlooked> {
        let kind = DocumentKind::of(name, bytes)?;
        if kind.holds_others() && depth > MOST_DEPTH {
            return Err(Unlooked::TooDeep);
        }
        match kind {
            DocumentKind::Svg | DocumentKind::Png | DocumentKind::Pdf => {
                let forms = self.forms(kind, "", bytes)?;
                let found = forms.into_iter().map(|form| FoundPicture::alone("", form)).collect();
                Ok(self.charts(found))
            }
            DocumentKind::Package => self.package(bytes, depth),
            DocumentKind::FlatOpenDocument => open_document::flat(self, &kind::text_of(bytes)?),
            DocumentKind::Html => web::find(self, &kind::text_of(bytes)?, beside),
            DocumentKind::Notebook => notebook::find(self, &kind::text_of(bytes)?, beside),
            DocumentKind::Markdown => prose::markdown(self, &kind::text_of(bytes)?, beside),
            DocumentKind::Tex => prose::tex(self, &kind::text_of(bytes)?, beside),
            DocumentKind::Typst => prose::typst(self, &kind::text_of(bytes)?, beside),
        }
    }

    /// What a picture says of itself: a PDF may say it of several.
    pub(super) fn forms(
        &mut self,
        kind: DocumentKind,
        part: &str,
        bytes: &[u8],
    ) -> Result<Vec<FoundForm>, Unlooked> {
        let form = |says| FoundForm { part: part.to_string(), says };
        Ok(match kind {
            DocumentKind::Svg => vec![form(FormSays::of_svg(kind::text_of(bytes)?.into_owned()))],
            DocumentKind::Png => vec![form(png_texts::says(bytes))],
            DocumentKind::Pdf => {
                pdf::says(bytes, &mut self.allowance)?.into_iter().map(form).collect()
            }
            _ => Vec::new(),
        })
    }

    /// A picture that a document names or holds under an address.
    pub(super) fn at_address(
        &mut self,
        place: &str,
        address: &str,
        beside: FileBeside,
    ) -> Vec<FoundPicture> {
        if let Some((name, bytes)) = data_uri::read(address) {
            return self.inner(place, "", name, &bytes);
        }
        let Some(path) = data_uri::local(address) else { return Vec::new() };
        match beside(&path) {
            Some(bytes) => self.inner(place, &path, &path, &bytes),
            None => {
                let told = format!("{place} links to {path}, which is not there");
                if self.told.insert(told.clone()) {
                    self.found.missing.push(told);
                }
                Vec::new()
            }
        }
    }

    /// A picture that stands somewhere in a document.
    pub(super) fn inner(
        &mut self,
        place: &str,
        part: &str,
        name: &str,
        bytes: &[u8],
    ) -> Vec<FoundPicture> {
        let forms = match bytes.len() > MOST_BYTES {
            true => Err(Unlooked::Large),
            false => DocumentKind::of(name, bytes).and_then(|kind| self.forms(kind, part, bytes)),
        };
        match forms {
            Ok(forms) => {
                let place = joined(place, part);
                forms.into_iter().map(|form| FoundPicture::alone(&place, form)).collect()
            }
            Err(why) => {
                self.found.remarks.push(format!("{}: {why}", joined(place, part)));
                Vec::new()
            }
        }
    }
}
