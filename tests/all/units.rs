//! Units with a sign or a scale of their own, from the cell of `series.csv` to what is said.

use sourceline::chart::{quote, resolve};
use sourceline::dataset::{Dataset, Files};
use sourceline::figure::{Nature, Quantity};
use sourceline::problem::Rule;
use sourceline::reading::{Measure, Reading, quantity};

/// Two years of one series in a unit.
fn files(unit: &str, nature: &str, values: [&str; 2]) -> Files {
    let [first, last] = values;
    Files {
        figures: format!(
            "id,series,period,value,source\na-2020,a,2020,{first},s\na-2021,a,2021,{last},s\n"
        )
        .into(),
        series: format!("id,title,unit,nature\na,Apples,\"{unit}\",{nature}\n").into(),
        sources: "id,publisher,title,published\ns,S,T,2022\n".into(),
        events: None,
    }
}

fn spec(title: &str) -> String {
    format!("title = '{title}'\n[[panels]]\nseries = [{{ id = \"a\", mark = \"points\" }}]\n")
}

#[test]
fn what_is_typed_is_true_in_the_unit_of_the_series() {
    for (unit, nature, value, typed, passes) in [
        ("£ million", "flow", "642", "£642 million", true),
        ("£ million", "flow", "642", "£642m", true),
        ("£ million", "flow", "642", "£0.64 billion", true),
        ("£ million", "flow", "642", "£642,000,000", true),
        ("£ million", "flow", "642", "642 million pounds", true),
        ("£ million", "flow", "642", "£642", false),
        ("£ million", "flow", "642", "642 apples", false),
        ("£ million", "flow", "642", "£642 billion", false),
        ("£ million", "flow", "642", "€642 million", false),
        ("£ million", "flow", "642", "£643 million", false),
        ("£m", "net", "-158", "−£158 million", true),
        ("£m", "net", "-158", "-£158 million", true),
        ("£m", "net", "158", "−£158 million", false),
        ("£", "flow", "1200000", "£1.2 million", true),
        ("£", "flow", "1200000", "£1.2m", true),
        ("£", "flow", "1200000", "£1,200,000", true),
        ("£", "flow", "1200000", "$1.2 million", false),
        ("US$", "flow", "1200000", "$1.2 million", true),
        ("A$", "flow", "1200000", "A$1.2 million", true),
        ("EUR", "flow", "642", "EUR 642", true),
        ("EUR", "flow", "642", "€642", true),
        ("EUR", "flow", "642", "GBP 642", false),
        ("people", "flow", "642", "£642", false),
        ("people", "flow", "642", "642m", false),
        ("people", "flow", "642", "642°C", false),
        ("people", "flow", "642", "642 percentage points", false),
        ("thousand tonnes", "flow", "642", "642 thousand", true),
        ("thousand tonnes", "flow", "642", "642,000 tonnes", true),
        ("thousand tonnes", "flow", "642", "642 tonnes", false),
        ("million people", "stock", "67.1", "67.1 million", true),
        ("°C", "ratio", "-21", "−21°C", true),
        ("°C", "ratio", "21", "21 °C", true),
        ("°C", "ratio", "21", "21 degrees Celsius", true),
        ("°C", "ratio", "21", "21°F", false),
        ("°C", "ratio", "21", "21%", false),
        ("percent", "share", "21", "21%", true),
        ("percent", "share", "21", "21 percentage points", false),
        ("percentage points", "change", "21", "21 percentage points", true),
        ("percentage points", "change", "21", "21%", false),
    ] {
        let files = files(unit, nature, [value, "3"]);
        let files = match nature {
            "change" => Files {
                figures: format!(
                    "id,series,period,value,source\na-2020,a,2019/2020,{value},s\n\
                     a-2021,a,2020/2021,3,s\n"
                )
                .into(),
                ..files
            },
            _ => files,
        };
        let data = Dataset::read(&files, 4).value;
        let checked = resolve("x", "spec", &spec(&format!("It was {typed}")), &data, "test");
        let refused = checked.problems.iter().any(|problem| problem.rule == Rule::TypedNumber);
        assert_eq!(!refused, passes, "{typed} of {value} {unit}: {:?}", checked.problems);
    }
}

#[test]
fn no_sign_stands_before_a_number_that_brings_its_own() {
    for sign in ["£", "−", "-", "GBP ", "€"] {
        let files = files("£", "flow", ["642", "700"]);
        let data = Dataset::read(&files, 4).value;
        let title = format!("It was {sign}{{{{ latest(\"a\") }}}} and more");
        let checked = resolve("x", "spec", &spec(&title), &data, "test");
        let told: Vec<&str> =
            checked.problems.iter().map(|problem| problem.message.as_str()).collect();
        let sign = sign.trim();
        let expected =
            format!("`{sign}` stands before a number that is worked out, and brings its own sign");
        assert_eq!(told, [expected]);
        let mended = title.replacen(sign, "", 1).replace("  ", " ");
        let checked = resolve("x", "spec", &spec(&mended), &data, "test");
        assert_eq!(checked.problems, [], "{mended}");
    }
}

#[test]
fn what_is_worked_out_is_said_in_the_unit_of_the_series() {
    for (unit, nature, values, expression, said) in [
        ("£", "flow", ["642", "1200000"], "latest(\"a\")", "£1,200,000"),
        ("£", "flow", ["642", "36210368"], "latest(\"a\")", "about £36.2 million"),
        ("£", "net", ["642", "-158"], "difference(\"a\", \"2020\", \"2021\")", "−£800"),
        ("£ million", "flow", ["642", "1642"], "latest(\"a\")", "£1,642 million"),
        (
            "£ million",
            "flow",
            ["642", "1642"],
            "difference(\"a\", \"2020\", \"2021\")",
            "£1,000 million",
        ),
        ("£ million", "flow", ["2", "20000000"], "latest(\"a\")", "£20,000,000 million"),
        ("£ million", "flow", ["642", "1284"], "times(\"a\", \"2020\", \"2021\")", "2 times"),
        ("°C", "ratio", ["-1.5", "2"], "difference(\"a\", \"2020\", \"2021\")", "3.5°C"),
        (
            "percent",
            "share",
            ["2", "3"],
            "difference(\"a\", \"2020\", \"2021\")",
            "1 percentage point",
        ),
        (
            "percent",
            "share",
            ["2", "3.5"],
            "difference(\"a\", \"2020\", \"2021\")",
            "1.5 percentage points",
        ),
        (
            "percent",
            "share",
            ["3", "2"],
            "difference(\"a\", \"2020\", \"2021\")",
            "−1 percentage point",
        ),
        (
            "% of GDP",
            "ratio",
            ["2", "3"],
            "difference(\"a\", \"2020\", \"2021\")",
            "1 percentage point",
        ),
    ] {
        let files = files(unit, nature, values);
        let data = Dataset::read(&files, 4).value;
        let quoted = quote(expression, &data).unwrap_or_else(|no| panic!("{unit}: {no:?}"));
        assert_eq!(quoted.text, said, "{expression} of {values:?} {unit}");
    }
}

#[test]
fn nothing_is_twice_as_warm() {
    let files = files("°C", "ratio", ["10", "20"]);
    let data = Dataset::read(&files, 4).value;
    for function in ["times", "change"] {
        let refused = quote(&format!("{function}(\"a\", \"2020\", \"2021\")"), &data).unwrap_err();
        assert!(refused.message.contains("temperature"), "{refused:?}");
        assert!(refused.hint.contains("difference"), "{refused:?}");
    }
}

#[test]
fn a_chart_says_its_unit_once_above_and_its_sign_with_each_number() {
    for (unit, subtitle, label, alt) in [
        ("£", "Apples, pounds, by year", "£700", "£642 in 2020 and £700 in 2021"),
        ("£ per head", "Apples, £ per head, by year", "£700", "£642 in 2020"),
        ("£m", "Apples, £ million, by year", "£700 million", "£642 million in 2020"),
        ("000s", "Apples, thousands, by year", "700 thousand", "642 thousand in 2020"),
        ("apples", "Apples, by year", "700", "642 in 2020"),
    ] {
        let data = files(unit, "flow", ["642", "700"]);
        let data = Dataset::read(&data, 4).value;
        let checked = resolve("x", "spec", &spec("Apples"), &data, "test");
        let chart = checked.value.expect("it is a chart");
        assert_eq!(chart.subtitle, subtitle);
        let point = &chart.panels[0].layers[0].points[1];
        assert_eq!(point.label.text(), label);
        assert!(chart.alt.contains(alt), "{}", chart.alt);
        assert!(matches!(point.quantity, Quantity::One { .. }));
    }
}

#[test]
fn a_scale_beside_a_number_is_counted_in_that_of_the_unit() {
    for (unit, number) in [
        ("£ million", "642"),
        ("£m", "642"),
        ("£bn", "0.642"),
        ("£k", "642000"),
        ("£000s", "642000"),
        ("000s", "642000"),
        ("thousand tonnes", "642000"),
    ] {
        let of = Measure { unit, nature: Nature::Flow, per: None, base: "" };
        let read = quantity("642 million", &of);
        let number: rust_decimal::Decimal = number.parse().unwrap();
        let values: Vec<_> = read.values().into_iter().map(|value| value.value()).collect();
        assert!(!values.is_empty() && values.iter().all(|own| *own == Some(number)), "{unit}");
        assert!(matches!(quantity("642", &of), Reading::Understood(_)), "{unit}");
    }
}
