//! What the data also states for a figure that is drawn: each value stands at its own height.

use super::convert::Conversion;
use super::desk::Desk;
use super::disputes::others;
use super::labels::label;
use super::observed::Observed;
use crate::chart::label::Label;
use crate::chart::layer::RivalMark;
use crate::chart::panel::Scale;
use rust_decimal::Decimal;

/// Those of one observation.
pub fn rivals(desk: &Desk, observed: &Observed, conversion: Option<Conversion>) -> Vec<RivalMark> {
    let data = desk.data;
    let drawn = data.figure(observed.figure);
    let tone = desk.tone(drawn.series);
    let rival = |other: super::disputes::Other| {
        let figure = data.figure(*other.figures.first()?);
        let (quantity, label) = match conversion {
            None => (other.quantity.clone(), label(tone, &other.quantity, other.derived)),
            Some(conversion) => {
                (conversion.apply(&other.quantity, observed.span())?, Label::default())
            }
        };
        let label = Label { ends: None, required: false, must: false, priority: 0, ..label };
        let (figure, of) = (figure.id.to_string(), drawn.id.to_string());
        Some(RivalMark { figure, of, quantity, label, who: Vec::new() })
    };
    others(desk, observed).into_iter().filter_map(rival).collect()
}

/// Is there a place for it on the axis? Zero and less have none on a log scale; the notes tell it.
pub fn has_place(rival: &RivalMark, scale: Scale) -> bool {
    let numbers = rival.quantity.numbers();
    scale != Scale::Log || numbers.iter().all(|number| *number > Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use crate::chart::{Chart, resolve};
    use crate::dataset::{Dataset, Files};

    fn drawn(series: &str) -> Chart {
        let figures = "id,series,period,value,low,high,qualifier,source\n\
            a-20,a,2020,100,,,,one\na-20-t,a,2020,4000,,,,two\na-20-u,a,2020,,90,250,,three\n\
            a-21,a,2021,200,,,,one\na-21-t,a,2021,200,,,about,two\n\
            a-22,a,2022,300,,,,one\na-22-t,a,2022,0,,,,two\n";
        let files = Files {
            figures: figures.into(),
            series: "id,title,unit,nature\na,As,people,flow\n".into(),
            sources: "id,publisher,title,published\none,One,T,2024\ntwo,Two,T,2023\n\
                three,Three,T,2022\n"
                .into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let spec = format!("title = 'As'\n[[panels]]\n{series}\n");
        resolve("x", "charts/x.toml", &spec, &data, "p").value.expect("it is a chart")
    }

    #[test]
    fn what_differs_stands_at_its_own_height_and_what_agrees_does_not() {
        for mark in ["points", "line", "bars", "spans"] {
            let chart = drawn(&format!("series = [{{ id = 'a', mark = '{mark}' }}]"));
            let layer = &chart.panels[0].layers[0];
            let of = layer.rivals.iter().map(|rival| format!("{} {}", rival.of, rival.figure));
            let of: Vec<String> = of.collect();
            assert_eq!(of, ["a-20 a-20-t", "a-20 a-20-u", "a-22 a-22-t"], "{mark}");
            assert!(layer.numbers().any(|number| number == 4_000.into()));
            assert!(layer.marks().all(|point| !point.figure.ends_with("-t")));
            // The notes say it all the same, and who says so.
            let notes: String = chart.notes.iter().map(|note| note.to_string()).collect();
            assert!(notes.contains("4,000") && notes.contains("Two"), "{notes}");
        }
    }

    #[test]
    fn what_has_no_place_on_a_log_scale_is_in_the_notes_alone() {
        let chart = drawn("scale = 'log'\nseries = [{ id = 'a', mark = 'points' }]");
        let rivals = &chart.panels[0].layers[0].rivals;
        assert!(rivals.iter().all(|rival| rival.of == "a-20"), "{rivals:?}");
        let notes: String = chart.notes.iter().map(|note| note.to_string()).collect();
        assert!(notes.contains("for 2022"), "{notes}");
    }
}
