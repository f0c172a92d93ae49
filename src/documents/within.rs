//! What lies in a package: every part is looked at once, and those that a page of the document shows
//! stand where it shows them.

use std::collections::{BTreeMap, BTreeSet};

use super::found::{FormSays, FoundForm, FoundPicture, Searcher, joined};
use super::kind::{DocumentKind, text_of};
use super::package::{DocumentParts, ShownParts, resolved};
use super::unlooked::Unlooked;
use super::{book, data_uri, office, open_document, typed_elsewhere, web};

impl Searcher {
    /// All that lies in a package.
    pub fn package(&mut self, bytes: &[u8], depth: usize) -> Result<Vec<FoundPicture>, Unlooked> {
        let mut parts = DocumentParts::open(bytes)?;
        self.allowance.take_parts(parts.names().len())?;
        if parts.has("EncryptedPackage") || is_locked_book(&mut parts, self) {
            return Err(Unlooked::Locked);
        }
        let shown = match () {
            () if parts.has("[Content_Types].xml") => office::shown(&mut parts, self),
            () if parts.has("content.xml") => open_document::shown(&mut parts, self)?,
            () => Vec::new(),
        };
        let mut says = self.pictures_of(&mut parts, depth)?;
        let mut found = Vec::new();
        let mut placed: BTreeSet<String> = BTreeSet::new();
        for ShownParts { place, parts: forms } in shown {
            let all = forms.iter().filter_map(|part| Some((part, says.pictures.get(part)?)));
            let all = all.flat_map(|(part, says)| says.iter().map(move |says| (part, says)));
            let form = |(part, says): (&String, &FormSays)| FoundForm {
                part: part.clone(),
                says: says.clone(),
            };
            let forms: Vec<FoundForm> = all.map(form).collect();
            placed.extend(forms.iter().map(|form| form.part.clone()));
            if !forms.is_empty() {
                found.push(FoundPicture { place, forms, nested: false });
            }
        }
        for picture in &says.inner {
            placed.extend(picture.forms.iter().map(|form| form.part.clone()));
        }
        found.append(&mut says.inner);
        for (part, all) in says.pictures {
            if placed.contains(&part) {
                continue;
            }
            let forms = all.into_iter().map(|says| FoundForm { part: part.clone(), says });
            found.extend(forms.map(|form| FoundPicture::alone(&part, form)));
        }
        Ok(self.charts(found))
    }

    /// What each picture says, and what the pages and documents in the package hold.
    fn pictures_of(
        &mut self,
        parts: &mut DocumentParts,
        depth: usize,
    ) -> Result<PartsSay, Unlooked> {
        let mut says = PartsSay::default();
        let mut pages = Vec::new();
        for name in parts.names().to_vec() {
            let Some(kind) = DocumentKind::named(&name) else { continue };
            if !kind.is_picture() {
                pages.push((name, kind));
                continue;
            }
            match parts.bytes(&name, self).and_then(|bytes| self.forms(kind, &name, &bytes)) {
                Ok(forms) => {
                    says.pictures.insert(name, forms.into_iter().map(|form| form.says).collect());
                }
                Err(Unlooked::LargeInAll) => return Err(Unlooked::LargeInAll),
                Err(why) => self.found.remarks.push(format!("{name}: {why}")),
            }
        }
        for (name, kind) in pages {
            let bytes = match parts.bytes(&name, self) {
                Ok(bytes) => bytes,
                Err(Unlooked::LargeInAll) => return Err(Unlooked::LargeInAll),
                Err(why) => {
                    self.found.remarks.push(format!("{name}: {why}"));
                    continue;
                }
            };
            let typed = self.found.elsewhere.len();
            let inner = match kind {
                DocumentKind::Html => text_of(&bytes).map(|text| self.page(&name, &text, &says)),
                // Pictures beside it are parts, and are told by themselves.
                _ => self.look(&name, &bytes, depth + 1, &mut |_| None),
            };
            for typed in &mut self.found.elsewhere[typed..] {
                typed.place = joined(&name, &typed.place);
            }
            match inner {
                Ok(inner) => says.inner.extend(inner.into_iter().map(|picture| FoundPicture {
                    place: joined(&name, &picture.place),
                    nested: kind != DocumentKind::Html,
                    ..picture
                })),
                Err(Unlooked::LargeInAll) => return Err(Unlooked::LargeInAll),
                Err(why) => self.found.remarks.push(format!("{name}: {why}")),
            }
        }
        Ok(says)
    }

    /// A page of a package, which shows other parts of it.
    fn page(&mut self, name: &str, text: &str, says: &PartsSay) -> Vec<FoundPicture> {
        let mut found = Vec::new();
        typed_elsewhere::in_page(text, &mut self.found);
        let said = book::alternatives(name, text).into_iter().map(|one| one.said);
        self.found.alternatives.extend(said);
        for shown in web::shown(text) {
            let place = format!("line {}", shown.line);
            match shown.what {
                web::ShownThing::Inline(svg) => {
                    let form = FoundForm { part: name.to_string(), says: FormSays::of_svg(svg) };
                    found.push(FoundPicture::alone(&place, form));
                }
                web::ShownThing::Address(address) => {
                    if let Some((kind, bytes)) = data_uri::read(&address) {
                        found.extend(self.inner(&place, "", kind, &bytes));
                    } else if let Some(path) = data_uri::local(&address) {
                        let part = resolved(name, &path);
                        let all = says.pictures.get(&part).into_iter().flatten();
                        let form =
                            |says: &FormSays| FoundForm { part: part.clone(), says: says.clone() };
                        found.extend(all.map(|says| FoundPicture::alone(&place, form(says))));
                    }
                }
            }
        }
        found
    }
}

/// What the parts of a package say.
#[derive(Default)]
struct PartsSay {
    pictures: BTreeMap<String, Vec<FormSays>>,
    inner: Vec<FoundPicture>,
}

/// OpenDocument and EPUB name in a part of their own what is locked.
fn is_locked_book(parts: &mut DocumentParts, searcher: &mut Searcher) -> bool {
    let manifest = parts.text("META-INF/manifest.xml", searcher);
    manifest.is_some_and(|text| text.contains("encryption-data"))
}
