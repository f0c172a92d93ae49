//! How long a chart takes from the resolved spec to SVG bytes, beside writing the same bytes by
//! hand. The two are run by turns, so that what else the machine does hits both.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use sourceline::chart::{self, Chart};
use sourceline::dataset::{Dataset, Files};
use sourceline::draw::scene::{Anchor, Colour, Form, Paint, Scene, Shape, Spot};
use sourceline::draw::{Style, draw};
use sourceline::encode::svg;

fn main() {
    println!("{:<28}{:>10}{:>10}{:>10}{:>10}", "", "by hand", "draw", "encode", "resolve");
    for (name, points, series, every) in [
        ("30 points", 30, 1, false),
        ("200 points, 6 series", 200, 6, false),
        ("2,000 points", 2_000, 1, false),
        ("10,000 points", 10_000, 1, false),
        ("12 points, all labelled", 12, 1, true),
    ] {
        measure(name, points, series, every);
    }
}

fn measure(name: &str, points: usize, series: usize, every: bool) {
    let files = data(points, series);
    let data = Dataset::read(&files, 4).value;
    let spec = spec(points, series, every);
    let resolved = chart::resolve("bench", "charts/bench.toml", &spec, &data, "bench");
    let Some(chart) = resolved.value else { panic!("{:?}", resolved.problems) };
    let style = Style::default();
    let scene = draw(&chart, &style).expect("the chart fits");
    let svg = svg::encode(&scene);
    assert_eq!(svg, by_hand(&scene), "the same bytes");
    let mut times: [Vec<Duration>; 4] = Default::default();
    let runs = (60_000 / (points * series)).clamp(5, 2_000);
    for _ in 0..runs {
        times[0].push(time(|| by_hand(black_box(&scene))));
        times[1].push(time(|| draw(black_box(&chart), &style)));
        times[2].push(time(|| svg::encode(black_box(&scene))));
        times[3].push(time(|| resolve(&spec, &data)));
    }
    let [hand, draw, encode, resolve] = times.map(median);
    let all = draw + encode + resolve;
    println!(
        "{name:<28}{hand:>10.1?}{draw:>10.1?}{encode:>10.1?}{resolve:>10.1?}   {:.1} times, {} bytes",
        all.as_secs_f64() / hand.as_secs_f64(),
        svg.len(),
    );
}

fn resolve(spec: &str, data: &Dataset) -> Option<Chart> {
    chart::resolve("bench", "charts/bench.toml", spec, data, "bench").value
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Days in a row, a little up and down.
fn data(points: usize, series: usize) -> Files {
    let mut figures = String::from("id,series,period,value,source\n");
    let mut rows = String::from("id,title,unit,nature,geography\n");
    for line in 0..series {
        let _ = writeln!(rows, "s{line},Things of kind {line},things,flow,Somewhere");
        for at in 0..points {
            let period = if points > 200 {
                let day = chrono::NaiveDate::from_ymd_opt(1980, 1, 1).unwrap();
                (day + chrono::Days::new(at as u64)).to_string()
            } else {
                format!("{:04}", 1801 + at)
            };
            let value = 1000 + line * 700 + (at * 37 + at * at * 11) % 600;
            let _ = writeln!(figures, "f{line}-{at},s{line},{period},{value},office");
        }
    }
    let sources = "id,kind,publisher,title,published\noffice,report,Office,Things,2024\n";
    let bytes = |text: &str| text.as_bytes().to_vec();
    Files { figures: bytes(&figures), series: bytes(&rows), sources: bytes(sources), events: None }
}

fn spec(points: usize, series: usize, every: bool) -> String {
    let mark = if every { "points" } else { "line" };
    let layers: Vec<String> =
        (0..series).map(|line| format!("{{ id = \"s{line}\", mark = \"{mark}\" }}")).collect();
    format!(
        "title = \"Things were counted for a long time\"\nnotes = [\"A note on {} things.\"]\n\n[[panels]]\nseries = [{}]\n",
        if points > 0 { "these" } else { "no" },
        layers.join(", ")
    )
}

/// The same file, written shape by shape with the standard library.
fn by_hand(scene: &Scene) -> String {
    let mut out = String::new();
    let (w, h) = (scene.width, scene.height);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w:.2}\" height=\"{h:.2}\" viewBox=\"0 0 {w:.2} {h:.2}\" role=\"img\" aria-label=\"{}\" lang=\"{}\" font-family=\"Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif\">\n<title>{}</title>\n<desc>{}</desc>\n",
        safe(&scene.alt),
        scene.lang,
        safe(&scene.title),
        safe(&scene.description)
    );
    let stamp = &scene.stamp;
    let figures = stamp.figures.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(",");
    let json = format!(
        "{{\"sourceline\":1,\"project\":\"{}\",\"chart\":\"{}\",\"figures\":[{figures}],\"inputs\":\"{}\"}}",
        stamp.project, stamp.chart, stamp.inputs
    );
    let _ = writeln!(out, "<metadata>{}</metadata>", safe(&json));
    let fill = hex(scene.background);
    let _ = writeln!(out, "<rect width=\"{w:.2}\" height=\"{h:.2}\" fill=\"{fill}\"/>");
    for shape in &scene.shapes {
        write_shape(&mut out, shape);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape) {
    let figure = match &shape.figure {
        Some(id) => format!(" data-figure=\"{}\"", safe(id)),
        None => String::new(),
    };
    let look = paint(&shape.paint);
    let _ = match &shape.form {
        Form::Rect(a) => writeln!(
            out,
            "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\"{look}{figure}/>",
            a.left,
            a.top,
            a.width(),
            a.height()
        ),
        Form::Line(a, b) => writeln!(
            out,
            "<line x1=\"{:.2}\" y1=\"{:.2}\" x2=\"{:.2}\" y2=\"{:.2}\"{look}{figure}/>",
            a.x, a.y, b.x, b.y
        ),
        Form::Polyline(spots) => {
            writeln!(out, "<polyline points=\"{}\"{look}{figure}/>", points(spots))
        }
        Form::Polygon(spots) => {
            writeln!(out, "<polygon points=\"{}\"{look}{figure}/>", points(spots))
        }
        Form::Circle { centre, radius } => writeln!(
            out,
            "<circle cx=\"{:.2}\" cy=\"{:.2}\" r=\"{radius:.2}\"{look}{figure}/>",
            centre.x, centre.y
        ),
        Form::Text(text) => {
            let bold = if text.bold { " font-weight=\"bold\"" } else { "" };
            let anchor = match text.anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let fill = shape.paint.fill.map(hex).unwrap_or_default();
            writeln!(
                out,
                "<text x=\"{:.2}\" y=\"{:.2}\" font-size=\"{:.2}\"{bold}{anchor} fill=\"{fill}\"{figure}>{}</text>",
                text.at.x,
                text.at.y,
                text.size,
                safe(&text.content)
            )
        }
    };
}

fn points(spots: &[Spot]) -> String {
    spots.iter().map(|spot| format!("{:.2},{:.2}", spot.x, spot.y)).collect::<Vec<_>>().join(" ")
}

fn paint(paint: &Paint) -> String {
    let mut out = format!(" fill=\"{}\"", paint.fill.map_or("none".into(), hex));
    if let Some(opacity) = paint.fill_opacity {
        let _ = write!(out, " fill-opacity=\"{opacity:.2}\"");
    }
    if let Some(stroke) = paint.stroke {
        let _ =
            write!(out, " stroke=\"{}\" stroke-width=\"{:.2}\"", hex(stroke.colour), stroke.width);
        if let Some((dash, space)) = stroke.dash {
            let _ = write!(out, " stroke-dasharray=\"{dash:.2} {space:.2}\"");
        }
        if stroke.round {
            out.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
    }
    out
}

fn hex(Colour(r, g, b): Colour) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn safe(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
