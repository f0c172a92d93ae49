//! What a label must say whatever the names of its series: how sure its value is, its unit, its
//! period.

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
