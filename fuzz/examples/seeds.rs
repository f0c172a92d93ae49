//! Writes what each door begins with to `corpus/NAME/`.

use std::fs;
use std::path::Path;

use sourceline_fuzz::doors::DOORS;

fn main() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for door in DOORS {
        let folder = corpus.join(door.name);
        fs::create_dir_all(&folder).expect("a folder");
        for (at, seed) in door.first().iter().chain(&door.found()).enumerate() {
            fs::write(folder.join(format!("seed-{at:04}")), seed).expect("a seed");
        }
    }
}
