//! A number for a sentence: what the words of a chart may compute, with who said it.

use super::citation::Citation;
use super::resolve::{Citations, Desk, column, judge_of, said_by};
use super::spec::TypedText;
use super::tone::Tone;
use super::words::no_answer::NoAnswer;
use super::words::writer::TextWriter;
use super::words::written::WordedPart;
use crate::dataset::Dataset;
use crate::figure::{Figure, FigureKey, Quantity, Series, SeriesKey};
use crate::locale::{EN_GB, Language};

/// A computed number, as a chart would say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// `about 20 million`.
    pub text: String,
    /// Where the numbers behind it come from, in order of use.
    pub sources: Vec<Citation>,
}

impl Quotation {
    /// `about 20 million [LBC, 30 June 2021]`.
    pub fn with_sources(&self) -> String {
        let sources: Vec<&str> = self.sources.iter().map(|source| source.text.as_str()).collect();
        match sources.is_empty() {
            true => self.text.clone(),
            false => format!("{} [{}]", self.text, sources.join("; ")),
        }
    }
}

/// Works an expression out, such as `latest("caid-images")`, over all the data.
pub fn quote(expression: &str, data: &Dataset) -> Result<Quotation, NoAnswer> {
    quote_within(&format!("{{{{ {} }}}}", expression.trim()), 0, data)
}

/// Works out the one expression of a text whose braces open here, with those caveats that the sentence
/// around it does not say itself.
pub fn quote_within(text: &str, opened: usize, data: &Dataset) -> Result<Quotation, NoAnswer> {
    let (problems, without) = (Vec::new(), Vec::new());
    let desk = Desk { data, file: "", text, problems, without, each: None, holds_words: false };
    let look = |id: &str| column(&desk, &[], id);
    let said = |source: &str, words: &str| said_by(&desk, source, words);
    let writer = TextWriter::new(text, data.language, &look, &said);
    let typed = TypedText { text: text.to_string(), bytes: 0..text.len() };
    let written = writer.answer_at(&typed, opened)?;
    if written.parts.contains(&WordedPart::Sources) {
        return Err(NoAnswer {
            message: "`sources()` counts the sources of a chart, and there is none".to_string(),
            hint: "write sources(\"series\")".to_string(),
        });
    }
    let text = written.text(0);
    if written.parts.iter().all(|part| matches!(part, WordedPart::Typed { .. })) {
        return Err(NoAnswer {
            message: format!("`{text}` computes nothing"),
            hint: "write latest(\"series\") or value(\"series\", \"2017\")".to_string(),
        });
    }
    Ok(Quotation { text, sources: cited(data, &written.figures) })
}

/// What is typed beside the number that the expression of a text says whose braces open here, and is
/// false of it: another period, or words of direction and rank that its series contradicts.
pub fn false_beside(text: &str, opened: usize, data: &Dataset) -> Vec<String> {
    let (problems, without) = (Vec::new(), Vec::new());
    let desk = Desk { data, file: "", text, problems, without, each: None, holds_words: false };
    let look = |id: &str| column(&desk, &[], id);
    let said = |source: &str, words: &str| said_by(&desk, source, words);
    let writer = TextWriter::new(text, data.language, &look, &said);
    let typed = TypedText { text: text.to_string(), bytes: 0..text.len() };
    let (written, own) = writer.write_around(&typed, opened);
    let mut series: Vec<SeriesKey> = Vec::new();
    for figure in &written.figures {
        let one = data.figure(*figure).series;
        if !series.contains(&one) {
            series.push(one);
        }
    }
    if own.is_empty() || series.is_empty() {
        return Vec::new();
    }
    let faults = judge_of(&desk, &series).beside_computed(&written, own);
    faults.into_iter().map(|fault| fault.message).collect()
}

/// The sources behind some figures, each once.
pub(crate) fn cited(data: &Dataset, figures: &[FigureKey]) -> Vec<Citation> {
    let mut citations = Citations::default();
    figures.iter().for_each(|figure| citations.cite(data, *figure));
    citations.list(data)
}

/// A figure as a sentence says it: `about 4.4 million`.
pub(crate) fn spoken(
    language: &'static Language,
    series: &Series,
    quantity: &Quantity,
    figure: &Figure,
) -> String {
    let said = Tone::of(language, series).sentence(quantity, figure.is_derived());
    language.with_caveat(said, &[figure.status])
}

/// With every digit; what we worked out is rounded as its label is.
pub fn in_full(
    language: &'static Language,
    series: &Series,
    quantity: &Quantity,
    derived: bool,
) -> String {
    Tone::of(language, series).full(quantity, derived)
}

/// The same as numbers: no digit that nobody stands for.
pub(crate) fn rounded(series: &Series, quantity: &Quantity, derived: bool) -> Quantity {
    Tone::of(&EN_GB, series).rounded(quantity, derived)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;

    #[test]
    fn a_number_is_not_said_without_what_makes_it_uncertain() {
        let figures = "id,series,period,value,status,source\n\
            a-1,a,2021,36210368,,s\na-2,a,2022,99,p,s\na-3,a,2023,120,f,s\n";
        let files = Files {
            figures: figures.into(),
            series: "id,title,unit,nature\na,A,cases,flow\n".into(),
            sources: "id,publisher,title\ns,S,S\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let said = |expression: &str| quote(expression, &data).expect("it has an answer").text;
        assert_eq!(said("value(\"a\", \"2021\")"), "about 36.2 million");
        assert_eq!(said("latest(\"a\")"), "99 (provisional)");
        assert_eq!(said("value(\"a\", \"2023\")"), "120 (forecast)");
        assert_eq!(said("difference(\"a\", \"2022\", \"2023\")"), "21 (forecast)");
    }

    #[test]
    fn what_the_author_says_before_a_number_is_not_said_twice() {
        let files = Files {
            figures: "id,series,period,value,qualifier,source\na-1,a,2021,900,about,s\n\
                b-1,b,2021,70,at_least,s\n"
                .into(),
            series: "id,title,unit,nature\na,A,cases,flow\nb,B,cases,flow\n".into(),
            sources: "id,publisher,title\ns,S,S\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let a = "{{ latest(\"a\") }}";
        let b = "{{ latest(\"b\") }}";
        for (before, expression, text) in [
            ("", a, "about 900"),
            ("About ", a, "900"),
            ("We sent out around ", a, "900"),
            ("We sent ", a, "about 900"),
            ("It was about time: ", a, "about 900"),
            ("at least ", b, "70"),
            ("about ", b, "at least 70"),
        ] {
            let typed = format!("{before}{expression} cases");
            let said = quote_within(&typed, before.len(), &data).expect(before).text;
            assert_eq!(said, text, "{typed}");
        }
    }

    fn refused(expression: &str, data: &Dataset) -> (String, String) {
        let NoAnswer { message, hint } = quote(expression, data).expect_err(expression);
        (message, hint)
    }

    #[test]
    fn words_that_follow_the_data_say_when_and_which_way() {
        let figures = "id,series,period,value,qualifier,status,source\n\
            a-1,a,2020,100,,,s\na-2,a,2021,112,,,s\na-3,a,2022,90,,,s\na-4,a,2023,300,,f,s\n\
            b-1,b,2024-Q2,1000,,,s\nb-2,b,2024-Q3,1003,,,s\n\
            c-1,c,2020,50,,,s\nc-2,c,2021,60,at_least,,s\nc-3,c,2022,40,at_least,,s\n\
            d-1,d,2020,5,,,s\nd-2,d,2021,5,,,s\n";
        let files = Files {
            figures: figures.into(),
            series: "id,title,unit,nature\na,A,cases,flow\nb,B,cases,flow\nc,C,cases,flow\n\
                d,D,cases,flow\n"
                .into(),
            sources: "id,publisher,title\ns,S,S\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let said = |expression: &str| quote(expression, &data).expect(expression).text;
        for (expression, text) in [
            // a forecast is no latest figure
            ("period(\"a\")", "2022"),
            ("latest_period(\"a\")", "2022"),
            ("period(\"a\", \"first\")", "2020"),
            ("value(\"a\", \"latest\")", "90"),
            ("times(\"a\", \"first\", \"latest\")", "0.9 times"),
            ("change(\"a\", \"first\", \"latest\")", "−10%"),
            ("difference(\"a\", \"first\", \"latest\")", "−10"),
            ("rise(\"a\", \"first\", \"2021\")", "up 12%"),
            ("fall(\"a\", \"first\", \"latest\")", "down 10%"),
            ("rise(\"b\", \"first\", \"latest\")", "up 0.3%"),
            ("rise(\"c\", \"2020\", \"2021\")", "up at least 20%"),
            ("sources(\"a\", \"latest\")", "1"),
        ] {
            assert_eq!(said(expression), text, "{expression}");
        }
        assert!(said("period(\"b\")").contains("2024"));
        for (expression, why, instead) in [
            (
                "rise(\"a\", \"2020\", \"2022\")",
                "no rise but a fall",
                "fall(\"a\", \"2020\", \"2022\")",
            ),
            (
                "fall(\"a\", \"2020\", \"2021\")",
                "no fall but a rise",
                "rise(\"a\", \"2020\", \"2021\")",
            ),
            ("times(\"a\", \"2022\", \"2020\")", "backwards", "times(\"a\", \"2020\", \"2022\")"),
            (
                "change(\"a\", \"latest\", \"first\")",
                "backwards",
                "change(\"a\", \"2020\", \"2022\")",
            ),
            ("rise(\"a\", \"2022\", \"2020\")", "backwards", "fall(\"a\", \"2020\", \"2022\")"),
            ("fall(\"c\", \"2020\", \"2022\")", "nobody knows", "both figures"),
            ("rise(\"d\", \"2020\", \"2021\")", "is no rise", "did not change"),
        ] {
            let (message, hint) = refused(expression, &data);
            assert!(message.contains(why), "{expression}: {message}");
            assert!(hint.contains(instead), "{expression}: {hint}");
        }
    }
}
