//! What an entry says in fields for which there is no column.

use std::collections::HashSet;

use super::Reference;

/// Fields of a list, as far as they are known to it: those of `form` are read into another form
/// (dates, names, types) or say nothing of the source, those of `texts` are held where what they
/// say stands in a cell. What is neither is not held.
pub(super) struct FieldUse {
    pub form: &'static [&'static str],
    pub texts: &'static [&'static str],
}

impl FieldUse {
    /// Notes the names of those fields that say something and are not held, each once.
    pub fn note<'f>(
        &self,
        reference: &mut Reference,
        fields: impl Iterator<Item = (&'f str, String)>,
    ) {
        let cells = [
            &reference.kind,
            &reference.publisher,
            &reference.author,
            &reference.title,
            &reference.container,
            &reference.url,
            &reference.archive_url,
            &reference.origin,
            &reference.licence,
            &reference.note,
        ];
        let cells: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
        let told: Vec<String> = reference.doubts.iter().map(|told| told.words.clone()).collect();
        let mut unheld: Vec<String> = Vec::new();
        let mut noted: HashSet<&str> = HashSet::new();
        for (name, text) in fields {
            let text = text.trim().trim_end_matches('.');
            let is_held = |text: &str| {
                let small = text.to_lowercase();
                cells.iter().any(|cell| cell.contains(&small))
                    || told.iter().any(|words| words.contains(&format!("`{text}")))
            };
            let is_told = text.is_empty()
                || self.form.contains(&name)
                || self.texts.contains(&name) && is_held(text);
            if !is_told && noted.insert(name) {
                unheld.push(name.to_string());
            }
        }
        reference.unheld = unheld;
    }
}

#[cfg(test)]
mod tests {
    use super::super::ListFormat;

    #[test]
    fn what_no_column_holds_is_noted_in_every_format() {
        for (format, text, expected) in [
            (
                ListFormat::BibTex,
                "@article{a, title = {Swifts {Return}: {A} study}, journal = {Journal}, volume = 3, year = 2018,
                  abstract = {Long}, doi = {10.1000/1}, url = {https://x.org/a}, keywords = {birds},
                  editor = {Bell, Ann}, langid = {english}, note = {Seen.}}",
                "volume abstract doi keywords editor langid",
            ),
            (
                ListFormat::BibTex,
                "@article{a, title = {Swifts}, journal = {Journal}, year = 2018, month = sep,
                  doi = {10.1000/1}, abstract = {}}",
                "",
            ),
            (
                ListFormat::Csl,
                r#"[{"id": 1, "type": "report", "title": "T", "publisher": "P", "DOI": "10.1000/1",
                  "abstract": "Long", "ISSN": ["1"], "page": 3, "language": null,
                  "editor": [{"family": "Bell"}]}]"#,
                "ISSN abstract editor page",
            ),
            (
                ListFormat::Ris,
                "TY  - RPRT\nTI  - T\nPB  - P\nKW  - a\nKW  - b\nVL  - 3\nXX  - odd\nDO  - 10.1000/1\nUR  - https://x.org/1\nUR  - https://x.org/2\nER  - \n",
                "KW VL XX DO UR",
            ),
            (
                ListFormat::EndNote,
                "<xml><records><record><database>a</database><titles><title>T</title></titles><publisher>P</publisher>
                  <keywords><keyword>a</keyword></keywords><isbn>1</isbn><contributors><secondary-authors><author>B</author>
                  </secondary-authors></contributors><dates><year>2018</year></dates></record></records></xml>",
                "keywords isbn secondary-authors",
            ),
        ] {
            let listed = format.read(text);
            assert_eq!(listed.references[0].unheld.join(" "), expected, "{text}");
        }
    }
}
