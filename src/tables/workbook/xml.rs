//! XML, one part after the other.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::fault::WorkbookFault;

pub struct XmlReader<'x> {
    reader: Reader<&'x [u8]>,
}

/// Elements are known by their local names: the prefixes are each file's own.
pub enum XmlPart<'x> {
    Open(XmlElement<'x>),
    Close(String),
    Text(String),
    End,
}

pub struct XmlElement<'x> {
    pub name: String,
    start: BytesStart<'x>,
}

impl<'x> XmlReader<'x> {
    pub fn new(text: &'x str) -> XmlReader<'x> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        XmlReader { reader }
    }

    pub fn next(&mut self) -> Result<XmlPart<'x>, WorkbookFault> {
        loop {
            let event = self.reader.read_event().map_err(broken)?;
            return Ok(match event {
                Event::Start(start) => XmlPart::Open(XmlElement { name: local(&start), start }),
                Event::End(end) => {
                    XmlPart::Close(String::from_utf8_lossy(end.local_name().as_ref()).into_owned())
                }
                Event::Text(text) => XmlPart::Text(text.decode().map_err(broken)?.into_owned()),
                Event::CData(text) => XmlPart::Text(text.decode().map_err(broken)?.into_owned()),
                Event::GeneralRef(named) => {
                    let letter = named.resolve_char_ref().map_err(broken)?;
                    let name = named.decode().map_err(broken)?;
                    let known = quick_xml::escape::resolve_xml_entity(&name).map(str::to_string);
                    XmlPart::Text(letter.map(String::from).or(known).ok_or_else(|| broken(name))?)
                }
                Event::Eof => XmlPart::End,
                _ => continue,
            });
        }
    }

    /// Passes over all that is in an element that was opened.
    pub fn skip(&mut self) -> Result<(), WorkbookFault> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                XmlPart::Open(_) => depth += 1,
                XmlPart::Close(_) => depth -= 1,
                XmlPart::Text(_) => {}
                XmlPart::End => return Err(broken("it ends too early")),
            }
        }
        Ok(())
    }

    /// The texts in an element that was opened.
    pub fn text(&mut self) -> Result<String, WorkbookFault> {
        let (mut depth, mut all) = (1, String::new());
        while depth > 0 {
            match self.next()? {
                XmlPart::Open(_) => depth += 1,
                XmlPart::Close(_) => depth -= 1,
                XmlPart::Text(text) => all.push_str(&text),
                XmlPart::End => return Err(broken("it ends too early")),
            }
        }
        Ok(all)
    }
}

impl XmlElement<'_> {
    /// An attribute by its local name; of several, the first.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|one| one.key.local_name().as_ref() == name.as_bytes())?;
        found.normalized_value(XmlVersion::Explicit1_0).ok().map(|value| value.into_owned())
    }

    /// A whole number; without it, the one given. One that is none is too large for anything.
    pub fn count(&self, name: &str, otherwise: usize) -> usize {
        let number = |text: String| text.trim().parse().unwrap_or(usize::MAX >> 1);
        self.attribute(name).map_or(otherwise, number)
    }

    pub fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|text| text == "1" || text == "true")
    }
}

fn local(start: &BytesStart) -> String {
    String::from_utf8_lossy(start.local_name().as_ref()).into_owned()
}

fn broken(why: impl std::fmt::Display) -> WorkbookFault {
    WorkbookFault::Broken(format!("its XML is damaged ({why})"))
}
