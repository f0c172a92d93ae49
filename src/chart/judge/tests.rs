//! What an author may type.

use super::*;
use crate::chart::tone::Tone;
use crate::chart::words::written::WordedPart;
use crate::figure::{Nature, Period, Side, Status, UnitForm, Years};

fn refused(text: &str) -> Vec<String> {
    let mut judge = WordJudge::new(&crate::locale::EN_GB);
    for value in ["82109", "36210368", "4.4", "700"] {
        let percent = value == "700";
        let form = if percent { UnitForm::PERCENT } else { UnitForm::default() };
        let nature = if percent { Nature::Change } else { Nature::Flow };
        let quantity = Side::Exact.of(value.parse().unwrap());
        let told = DrawnFigure {
            key: None,
            period: "2017".into(),
            called: "2017".into(),
            span: Period::parse("2009/2021").unwrap().span(),
            said: AsSaid {
                tone: Tone::new(&crate::locale::EN_GB, nature, form),
                quantity: quantity.clone(),
                derived: false,
                status: Status::default(),
            },
            quantities: vec![quantity],
            status: Status::default(),
            sayers: Vec::new(),
            noted: Vec::new(),
            rivals: Vec::new(),
        };
        judge.counted.push(Counted {
            id: value.into(),
            form,
            nature,
            per: None,
            sources: Vec::new(),
            panel: 0,
            units: vec!["things".into()],
            called: Vec::new(),
            titled: Vec::new(),
            also: Vec::new(),
            definition: String::new(),
            place: String::new(),
            balance: None,
            told: vec![told],
            breaks: Vec::new(),
            apart: Vec::new(),
        });
    }
    for period in ["2012", "2017", "2009-04/2010-03", "2021-06-30", "2018-Q2"] {
        judge.dates.period(Period::parse(period).unwrap(), Years::of_project(4));
    }
    judge.names.sources = vec!["Channel 4 News".into(), "E4 children".into()];
    let typed = WordedPart::Typed { text: text.into(), bytes: 0..text.len(), exact: true };
    let objections = judge.objections(&Worded::of(vec![typed]), Scope::Chart);
    objections.into_iter().map(|one| text[one.place].to_string()).collect()
}

#[test]
fn digits_pass_if_the_chart_says_them_too() {
    for text in [
        "82,109 referrals",
        "82 thousand of them",
        "36.2 million",
        "36 million",
        "36,210,368",
        "up 700%",
        "up 700 per cent",
        "from 2012 to 2017",
        "2012-2017",
        "2012–2017",
        "in 2009/10",
        "on 30 June 2021",
        "June 30, 2021",
        "2021-06-30",
        "Q2 2018",
        "on Channel 4, that is",
        "what E4 says",
        "no digits at all",
        "in\u{a0}2012 and\u{2003}2017",
    ] {
        assert_eq!(refused(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn no_word_makes_another_number_of_a_computed_one() {
    let refused = |text: &str| {
        let typed = WordedPart::Typed { text: text.into(), bytes: 0..text.len(), exact: true };
        let parts = vec![WordedPart::Computed("2,234".into()), typed];
        WordJudge::new(&crate::locale::EN_GB).objections(&Worded::of(parts), Scope::Chart)
    };
    for (text, word) in [
        (" million", "million"),
        ("% of all", "%"),
        (" per cent", "per"),
        (" times", "times"),
        ("-fold", "fold"),
    ] {
        let places: Vec<&str> = refused(text).into_iter().map(|one| &text[one.place]).collect();
        assert_eq!(places.len(), 1, "{text}");
        assert!(places[0].contains(word), "{text}: {places:?}");
    }
    assert_eq!(refused(" times the first").len(), 1);
    assert_eq!(refused(" visits that people made"), []);
    // numbers in words are numbers
    assert_eq!(refused(" visits a million people made").len(), 1);
}

#[test]
fn any_other_digits_are_refused() {
    for (text, tokens) in [
        ("80,000 referrals", vec!["80,000"]),
        ("36.3 million", vec!["36.3"]),
        ("37 million", vec!["37"]),
        ("82,109%", vec!["82,109"]),
        ("since 2016", vec!["2016"]),
        ("2009/11", vec!["2009/11"]),
        ("31 June 2021", vec!["31"]),
        ("4 of them", vec!["4"]),
        ("4.4 of them", vec![]),
        ("5 of them, 6 more", vec!["5", "6"]),
        ("the 1990s", vec!["1990"]),
        ("２０１７", vec!["２０１７"]),
        ("2017 million", vec!["2017"]),
        ("2017% more", vec!["2017"]),
        ("82,109 times", vec!["82,109"]),
        ("82,109-fold", vec!["82,109"]),
        ("−82,109", vec!["82,109"]),
        ("£82,109", vec!["82,109"]),
        ("m² or ½", vec!["²", "½"]),
        ("Channel 5", vec!["5"]),
        ("Channel\u{a0}5\u{2003}of", vec!["5"]),
    ] {
        let found = refused(text);
        let same = found.iter().zip(&tokens).all(|(found, token)| found.contains(token));
        assert!(same && found.len() == tokens.len(), "{text}: {found:?}");
    }
}
