//! A computed number is said with what its figures must not be said without, and not twice.

use sourceline::chart::resolve;
use sourceline::check::errors;
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::Rule;

const FIGURES: &str = "id,series,period,value,qualifier,status,formula,source\n\
    a-17,a,2017,80,,,,s\n\
    a-18,a,2018,100,,e,,s\n\
    a-19,a,2019,200,,u,,s\n\
    a-20,a,2020,300,,pu,,s\n\
    a-21-s,a,2021,400,,,,s\n\
    a-21-t,a,2021,500,,,,t\n\
    a-22,a,2022,600,,,,s\n\
    a-23,a,2023-01/2023-06,310,,p,,s\n\
    a-24,a,2024,1000,about,f,,s\n\
    b-18,b,2018,,,,[a-18] / 2,s\n\
    b-20,b,2020,,,,[a-20] / 2,s\n\
    b-22,b,2022,,about,e,[a-22] / 2,s\n\
    b-24,b,2024,,about,,[a-24] / 2,s\n\
    c-20,c,2020,5,,,,s\n\
    c-21,c,2021,7,,,,s\n\
    c-22,c,2022-01,1,,,,s\n\
    c-23,c,2022-02,1,,,,s\n\
    d-22,d,2022-03,50,,,,s\n\
    d-30,d,2030-12,60,,t,,s\n\
    d-32,d,2022-12,55,,,,s\n\
    z-22,z,2022,9,,,,s\n";

/// The title of a chart that draws another series.
fn title(typed: &str) -> String {
    let files = Files {
        figures: FIGURES.into(),
        series: "id,title,unit,nature\na,Visits,visits,flow\nb,Half the visits,visits,flow\n\
                 c,Books,books,flow\nd,Members,members,stock\nz,Others,others,flow\n"
            .into(),
        sources: "id,publisher,title,published\ns,Office,One,2025\nt,Town,Two,2025\n".into(),
        events: None,
    };
    let data = Dataset::read(&files, 4).value;
    let spec =
        format!("title = '{typed}'\n[[panels]]\nseries = [{{ id = 'z', mark = 'points' }}]\n");
    let checked = resolve("x", "charts/x.toml", &spec, &data, "p");
    let problems = format!("{:?}", checked.problems);
    checked.value.map_or(problems, |chart| chart.title.to_string())
}

#[test]
fn a_number_is_said_with_the_caveats_of_its_figures() {
    for (function, said) in [
        ("first(\"a\")", "80"),
        ("value(\"a\", \"2018\")", "100 (estimate)"),
        ("value(\"a\", \"2019\")", "200 (low reliability)"),
        ("value(\"a\", \"2020\")", "300 (provisional, low reliability)"),
        ("value(\"a\", \"2021\")", "400 (sources differ)"),
        ("value(\"a\", \"2022\")", "600"),
        ("latest(\"a\")", "310 (provisional, six months)"),
        ("value(\"a\", \"2024\")", "about 1,000 (forecast)"),
        ("times(\"a\", \"2018\", \"2022\")", "6 times (estimate)"),
        ("times(\"a\", \"2018\", \"2021\")", "4 times (estimate, sources differ)"),
        ("change(\"a\", \"2019\", \"2022\")", "200% (low reliability)"),
        ("difference(\"a\", \"2020\", \"2024\")", "about 700 (forecast, low reliability)"),
    ] {
        assert_eq!(title(&format!("It was {{{{ {function} }}}}")), format!("It was {said}"));
    }
}

/// Our own working out makes no estimate of a source.
#[test]
fn a_worked_out_number_is_said_with_the_caveats_of_what_it_is_made_of() {
    for (year, said) in [
        ("2018", "50 (estimate)"),
        ("2020", "150 (provisional, low reliability)"),
        ("2022", "about 300"),
        ("2024", "about 500 (forecast)"),
    ] {
        let typed = format!("It was {{{{ value(\"b\", \"{year}\") }}}}");
        assert_eq!(title(&typed), format!("It was {said}"));
    }
}

#[test]
fn a_caveat_that_the_sentence_says_is_not_said_twice() {
    for (typed, said) in [
        ("An estimated {{ value(\"a\", \"2018\") }} visits", "An estimated 100 visits"),
        ("A provisional {{ value(\"a\", \"2020\") }}", "A provisional 300 (low reliability)"),
        (
            "No longer provisional: {{ value(\"a\", \"2020\") }}",
            "No longer provisional: 300 (provisional, low reliability)",
        ),
        ("In May, {{ value(\"a\", \"2024\") }}", "In May, about 1,000 (forecast)"),
        ("{{ value(\"a\", \"2024\") }} visits are expected", "about 1,000 visits are expected"),
        (
            "More than expected: {{ value(\"a\", \"2024\") }}",
            "More than expected: about 1,000 (forecast)",
        ),
        (
            "A forecast is a guess. It says {{ value(\"a\", \"2024\") }}",
            "A forecast is a guess. It says about 1,000 (forecast)",
        ),
        (
            "Sources differ on the {{ value(\"a\", \"2021\") }} visits",
            "Sources differ on the 400 visits",
        ),
        (
            "A provisional {{ latest(\"a\") }} from January to June 2023",
            "A provisional 310 from January to June 2023",
        ),
        (
            "A provisional {{ latest(\"a\") }} in the first 6 months of 2023",
            "A provisional 310 in the first 6 months of 2023",
        ),
        ("A provisional {{ latest(\"a\") }} in 2023", "A provisional 310 (six months) in 2023"),
    ] {
        assert_eq!(title(typed), said);
    }
}

#[test]
fn months_after_years_and_days_of_a_stock_are_no_parts() {
    assert_eq!(title("It was {{ value(\"c\", \"2022-01\") }}"), "It was 1");
    assert_eq!(title("It was {{ first(\"d\") }}"), "It was 50");
    assert_eq!(title("It has a {{ target(\"d\", \"2030-12\") }}"), "It has a target of 60");
    assert_eq!(title("A target of {{ value(\"d\", \"2030-12\") }}"), "A target of 60");
    assert_eq!(title("In all {{ value(\"d\", \"2030-12\") }}"), "In all 60 (target)");
}

/// The arithmetic under a chart names the inputs that may yet change.
#[test]
fn the_arithmetic_names_inputs_that_are_no_final_counts() {
    let files = Files {
        figures: "id,series,period,value,status,formula,source\n\
                  a-23,a,2023,400,p,,s\na-24,a,2024,1000,f,,s\na-25,a,2025,10,,,s\n\
                  b-23,b,2023,,,[a-23] / 2,s\nb-24,b,2024,,,[a-24] / 2,s\n\
                  b-25,b,2025,,,[a-25] / 2,s\n"
            .into(),
        series: "id,title,unit,nature\na,Visits,visits,flow\nb,Half the visits,visits,flow\n"
            .into(),
        sources: "id,publisher,title,published\ns,Office,One,2025\n".into(),
        events: None,
    };
    let data = Dataset::read(&files, 4).value;
    let spec = "title = 'T'\n[[panels]]\nseries = [{ id = 'b', mark = 'points' }]\n";
    let chart = resolve("x", "charts/x.toml", spec, &data, "p").value.expect("a chart");
    let notes: Vec<String> = chart.notes.iter().map(|note| note.to_string()).collect();
    let note = notes.iter().find(|note| note.starts_with("Calculated")).expect("a note");
    for said in ["400 (provisional) ", "1,000 (forecast) ", " 10 "] {
        assert!(note.contains(said), "{said}: {note}");
    }
}

#[test]
fn a_count_and_a_target_are_not_added() {
    let told = |formula: &str| {
        let files = Files {
            figures: format!(
                "id,series,period,value,status,formula,source\n\
                 a-23,a,2023,400,,,s\na-24,a,2024,500,,,s\na-30,a,2030,900,t,,s\n\
                 a-31,a,2031,950,t,,s\nb-25,b,2025,,,{formula},s\n"
            )
            .into(),
            series: "id,title,unit,nature\na,Visits,visits,flow\nb,More,visits,net\n".into(),
            sources: "id,publisher,title,published\ns,Office,One,2025\n".into(),
            events: None,
        };
        let problems = errors(&files, 4).problems;
        problems.iter().any(|problem| problem.rule == Rule::FormulaSum)
    };
    assert!(told("[a-23] + [a-30]"));
    assert!(told("([a-30] / 2 + [a-24]) * 3"));
    assert!(!told("[a-30] - [a-24]"), "what is missing to a target");
    assert!(!told("[a-23] + [a-24]"));
    assert!(!told("[a-30] + [a-31]"));
    assert!(!told("[a-30] + 5"));
}
