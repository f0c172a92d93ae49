//! What is drawn now, in the form in which a copy is held against it.

use sourceline::encode::imprint::Imprint;
use sourceline::encode::piece::{PicturePiece, one_line, pieces};
use sourceline::encode::{stamp, svg};
use sourceline::output::rendering::Rendering;

/// What is drawn now, with what its stamp says.
pub struct Now {
    pub drawing: Rendering,
    pub pieces: Vec<PicturePiece>,
    pub imprint: Imprint,
}

impl Now {
    pub fn of(drawing: Rendering) -> Now {
        let read = stamp::read(svg::stamp_in(&drawing.svg));
        let imprint = read.and_then(|(_, imprint)| imprint).unwrap_or_default();
        Now { pieces: pieces(&drawing.scene), imprint, drawing }
    }

    /// Its title, as a copy has it.
    pub fn title(&self) -> String {
        one_line(&self.drawing.scene.title)
    }
}
