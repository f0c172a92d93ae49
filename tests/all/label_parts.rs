//! What a label must say whatever the names of its series: how sure its value is, its unit, its
//! period.

use std::fmt::Write as _;

use sourceline::chart::{Chart, MayGo, Says, resolve};
use sourceline::dataset::{Dataset, Files};
use sourceline::draw::scene::Role;
use sourceline::draw::{Scene, Style, draw};

const SOURCES: &str = "id,kind,publisher,title,published,url\n\
    office,report,Office,Report,2024-01-01,https://example.org/office\n";

fn chart(series: &str, figures: &str, spec: &str) -> Chart {
    let head = "id,series,period,value,low,high,qualifier,status,formula,source,rank,note\n";
    let files = Files {
        figures: format!("{head}{figures}").into_bytes(),
        series: format!("id,title,unit,nature,per,geography,counted_by\n{series}").into_bytes(),
        sources: SOURCES.into(),
        events: None,
    };
    let data = Dataset::read(&files, 4);
    assert_eq!(data.problems, [], "{figures}");
    let checked = resolve("c", "spec", spec, &data.value, "test");
    assert_eq!(checked.problems, [], "{spec}");
    checked.value.expect("a chart")
}

/// Every text beside the mark of a figure.
fn label(scene: &Scene, figure: &str) -> String {
    let own = scene.texts(&[Role::Label]);
    let own = own.filter(|(shape, _)| shape.figure.as_deref() == Some(figure));
    own.map(|(_, text)| text.content.as_str()).collect::<Vec<_>>().join(" ")
}

/// Three lines of 12 years on a phone, crowded by labels of all points; the last points are provisional or a forecast.
fn crowded(title: &str, status: &str) -> Scene {
    let names = [title, "Recorded offences of all kinds", "Cases that came before a court"];
    let (mut series, mut figures) = (String::new(), String::new());
    for (line, name) in names.iter().enumerate() {
        let _ = writeln!(series, "s{line},{name},people,flow,,Henley,Office");
        for year in 0..12 {
            let status = if year == 11 { status } else { "" };
            // Up and down, and close to one another.
            let value = 3_000 + 20 * line + 500 * ((year + line) % 2);
            let year = 2012 + year;
            let _ =
                writeln!(figures, "s{line}-{year},s{line},{year},{value},,,,{status},,office,,");
        }
    }
    let line = |at: usize| format!("{{ id = \"s{at}\", mark = \"line\" }}");
    let lines: Vec<String> = (0..3).map(line).collect();
    let spec = format!(
        "title = \"The count\"\nsize = \"narrow\"\nlabels = \"all\"\n[[panels]]\nseries = [{}]\n",
        lines.join(", ")
    );
    let chart = chart(&series, &figures, &spec);
    draw(&chart, &Style::of(&chart)).expect("it fits")
}

#[test]
fn a_word_of_doubt_stays_though_the_name_has_it_too() {
    for (title, status, word) in [
        ("Early detentions of young people", "p", "provisional"),
        ("Provisional detentions of young people", "p", "provisional"),
        ("Detentions that a forecast missed", "f", "forecast"),
    ] {
        let scene = crowded(title, status);
        let said = label(&scene, "s0-2023");
        assert!(said.contains("(A)"), "it is not crowded: {said}");
        assert!(said.contains(word), "{title}: {said}");
        let foot = scene.texts(&[Role::KeyLabel]).any(|(_, text)| text.content.contains("(A) "));
        assert!(foot, "{title}");
    }
}

/// Two stocks of different units as points in one panel.
fn units(title: &str) -> Chart {
    let series =
        format!("a,{title},men,stock,,Henley,Office\nb,Beds kept free,beds,stock,,Henley,Office\n");
    let figures = "a-1,a,2020-03-01,50,,,,,,office,,\na-2,a,2021-03-01,60,,,,,,office,,\n\
        b-1,b,2020-03-01,20,,,,,,office,,\n";
    let spec = "title = \"The house\"\n[[panels]]\nseries = [{ id = \"a\", mark = \"points\" }, \
        { id = \"b\", mark = \"points\" }]\n";
    chart(&series, figures, spec)
}

#[test]
fn a_label_names_its_unit_unless_the_name_says_it_as_a_word() {
    for (title, below) in [
        ("Treatments", "Treatments, men"),
        ("Women treated", "Women treated, men"),
        ("Men treated", "Men treated"),
    ] {
        let chart = units(title);
        let points = &chart.panels[0].layers[0].points;
        let scene = draw(&chart, &Style::of(&chart)).expect("it fits");
        assert_eq!(label(&scene, "a-2"), format!("60 {below}"));
        assert_eq!(label(&scene, "a-1"), "50 men");
        // It goes to the foot only with a name that says it.
        let named = title == "Men treated";
        let unit = points[0].label.below.iter().find(|part| part.text == "men");
        assert_eq!(unit.map(|part| &part.says), Some(&Says::Unit { named }));
        let may = if named { MayGo::ToTheFoot } else { MayGo::Nowhere };
        assert_eq!(unit.map(|part| part.says.may_go()), Some(may));
    }
}

#[test]
fn a_figure_of_the_title_keeps_its_label_among_many() {
    let line = |year: i32| format!("a-{year},a,{year},{},,,,,,office,,\n", 50 + year - 2010);
    let figures: String = (2010..2022).map(line).collect();
    let labelled = |title: &str, rest: &str| {
        let spec = format!(
            "title = '{title}'\n{rest}[[panels]]\nseries = [{{ id = \"a\", mark = \"line\" }}]\n"
        );
        let chart = chart("a,Beds,beds,flow,,Henley,Office\n", &figures, &spec);
        let scene = draw(&chart, &Style::of(&chart)).expect("it fits");
        let years = 2010..2022;
        years.filter(|year| !label(&scene, &format!("a-{year}")).is_empty()).collect::<Vec<i32>>()
    };
    let middle = "{{ value(\"a\", \"2016\") }} beds were free";
    assert_eq!(labelled("Beds that were free", ""), [2010, 2021]);
    assert_eq!(labelled(middle, ""), [2010, 2016, 2021]);
    assert_eq!(labelled(middle, "labels = \"ends\"\n"), [2010, 2021]);
    assert_eq!(labelled(middle, "labels = \"none\"\n"), Vec::<i32>::new());
    assert_eq!(labelled(middle, "labels = \"all\"\n"), (2010..2022).collect::<Vec<i32>>());
}
