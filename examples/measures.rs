//! Prints how the charts of the project come out in each size: how high a picture is, which share
//! of it is the foot, how many labels, leaders and numbers of sources stand in its plot, and how
//! long the longest leader is.
//!
//! ```sh
//! cargo run --example measures                       # the seven of the project
//! cargo run --example measures -- tests/gallery/bars # those of another
//! ```

#[path = "../tests/all/common/mod.rs"]
mod common;

use std::path::Path;

use common::measures::measured;
use common::projects;
use sourceline::chart::Size;

fn main() {
    let asked = std::env::args().nth(1).unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(asked);
    for size in [Size::Report, Size::Narrow, Size::Slide, Size::Card] {
        println!("{:24} height foot % labels leaders numbers longest leader", size.word());
        let mut shares = Vec::new();
        let own = projects().iter().filter(|one| one.folder.components().eq(folder.components()));
        for case in own.flat_map(|project| &project.cases) {
            let Ok(drawn) = &case.drawn else { continue };
            let told = match measured(&drawn.chart, size) {
                Ok(one) => {
                    shares.push(one.foot);
                    format!(
                        "{:6} {:6.1} {:6} {:7} {:7} {:14.0}",
                        one.height, one.foot, one.labels, one.leaders, one.numbers, one.longest
                    )
                }
                Err(why) => format!("not drawn: {why}"),
            };
            println!("  {:22} {told}", case.name);
        }
        let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
        println!("  {:22} {mean:13.1}\n", "mean");
    }
}
