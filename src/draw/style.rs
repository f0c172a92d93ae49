//! The size and the look a chart is drawn at. Lengths are those of a report; a picture that is to be
//! seen from afar is drawn as one and enlarged when it is done.

use super::text::Face;
use super::theme::Theme;
use crate::chart::{Chart, Look, Size};
use crate::locale::Language;

/// How far labels may rise above the highest grid line before the chart grows.
pub(super) const HEADROOM: f64 = 22.0;

/// All that a picture follows besides its chart; lengths are pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Its colours, markers and hatchings.
    pub theme: Theme,
    pub(super) look: Look,
    /// How many times the whole is enlarged.
    pub(super) scale: f64,
    /// Before that.
    pub(super) width: f64,
    /// Before that; where there is none it follows from what has to be said.
    pub(super) height: Option<f64>,
    /// Labels may leave something to the foot.
    pub(super) brief: bool,
    /// A screen: little height, and width to spare.
    pub(super) low: bool,
    pub(super) margin: f64,
    pub(super) title: Face,
    pub(super) subtitle: Face,
    pub(super) panel: Face,
    pub(super) label: Face,
    /// The second line of a label.
    pub(super) below: Face,
    /// Axes and events.
    pub(super) small: Face,
    /// The key, notes and sources.
    pub(super) foot: Face,
    /// Between panels.
    pub(super) gutter: f64,
    /// How tall a plot is before its labels ask for more.
    pub(super) plot: f64,
}

impl Style {
    /// A slide is always as high as a screen is; otherwise `height` is that of the whole picture,
    /// if it has to be just that.
    pub fn new(look: Look, height: Option<u32>) -> Style {
        let style = match look.size {
            Size::Report => Style::report(look),
            Size::Narrow => Style::narrow(look),
            Size::Slide => Style::slide(look),
        };
        let fixed = height.map(|height| f64::from(height) / style.scale);
        Style { height: fixed.or(style.height), ..style }
    }

    /// As the spec of a chart says.
    pub fn of(chart: &Chart) -> Style {
        Style::new(chart.wanted.or(Look::default()), chart.wanted.height)
    }

    /// The same for texts of this language.
    pub(super) fn told_in(&self, language: &'static Language) -> Style {
        let told = |face: Face| Face { language, ..face };
        Style {
            title: told(self.title),
            subtitle: told(self.subtitle),
            panel: told(self.panel),
            label: told(self.label),
            below: told(self.below),
            small: told(self.small),
            foot: told(self.foot),
            ..self.clone()
        }
    }

    /// 720 pixels wide.
    fn report(look: Look) -> Style {
        let face = |size: f64, bold: bool| Face { size, bold, language: Default::default() };
        Style {
            theme: Theme::named(look.theme),
            look,
            scale: 1.0,
            width: 720.0,
            height: None,
            brief: false,
            low: false,
            margin: 20.0,
            title: face(20.0, true),
            subtitle: face(14.0, false),
            panel: face(13.0, true),
            label: face(12.5, true),
            below: face(12.0, false),
            small: face(12.0, false),
            foot: face(12.0, false),
            gutter: 26.0,
            plot: 260.0,
        }
    }

    /// 360 pixels wide, a phone held upright.
    fn narrow(look: Look) -> Style {
        let report = Style::report(look);
        Style {
            width: 360.0,
            brief: true,
            margin: 14.0,
            title: Face { size: 18.0, ..report.title },
            subtitle: Face { size: 13.5, ..report.subtitle },
            plot: 240.0,
            ..report
        }
    }

    /// 1280 by 720 pixels. What nobody reads from the last row, the notes and the sources, is set
    /// as small as in a report, so that the plot has the room.
    fn slide(look: Look) -> Style {
        let scale = 1.6;
        let report = Style::report(look);
        Style {
            scale,
            width: 1280.0 / scale,
            height: Some(720.0 / scale),
            brief: true,
            low: true,
            foot: Face { size: 13.6 / scale, ..report.foot },
            ..report
        }
    }

    /// The width between the margins.
    pub(super) fn inside(&self) -> f64 {
        self.width - 2.0 * self.margin
    }
}

impl Default for Style {
    fn default() -> Style {
        Style::new(Look::default(), None)
    }
}
