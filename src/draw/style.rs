//! The size and the look a chart is drawn at. Lengths are those of a report; a picture that is to be
//! seen from afar is drawn as one and enlarged when it is done.

use super::text::Face;
use super::theme::Theme;
use crate::chart::{Chart, HouseStyle, Look, PictureLengths, Size};
use crate::locale::Language;

/// How far labels may rise above the highest grid line before the chart grows.
pub(super) const HEADROOM: f64 = 22.0;

/// From this width on type is as in a report.
const COLUMN: f64 = 560.0;
/// No plot is higher by its width alone.
const MOST_PLOT: f64 = 420.0;
/// The title of a post, and the least type of what is enlarged, in pixels of the whole picture.
const POST_TITLE: f64 = 44.0;
const LEAST_AFAR: f64 = 18.0;

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
    /// What is for a screen is always as high as that is; otherwise `height` is that of the whole
    /// picture, if it has to be just that.
    pub fn new(look: Look, height: Option<u32>) -> Style {
        Style::measured(look, PictureLengths { height, ..PictureLengths::default() })
    }

    /// With the lengths that the look asks for, or else these.
    pub fn measured(look: Look, lengths: PictureLengths) -> Style {
        let PictureLengths { width, height } = look.lengths.or(lengths);
        let style = match (width, look.size) {
            (Some(width), _) => Style::as_wide(f64::from(width), look),
            (None, Size::Report) => Style::report(look),
            (None, Size::Narrow) => Style::narrow(look),
            (None, Size::Slide) => Style::slide(look),
            (None, Size::Card) => Style::post(look, 1200.0, 630.0),
            (None, Size::Square) => Style::post(look, 1080.0, 1080.0),
            (None, Size::Tall) => Style::post(look, 1080.0, 1350.0),
        };
        let fixed = height.map(|height| f64::from(height) / style.scale);
        Style { height: fixed.or(style.height), ..style }
    }

    /// As the spec of a chart says.
    pub fn of(chart: &Chart) -> Style {
        Style::measured(chart.wanted.or(Look::default()), chart.wanted.lengths)
    }

    /// The same for texts of this language.
    pub(super) fn told_in(&self, language: &'static Language) -> Style {
        self.set_in(|face| Face { language, ..face })
    }

    /// In the colours and the type of a house. What is seen from afar has large type already.
    pub(super) fn of_house(&self, house: &HouseStyle) -> Style {
        let times = if self.scale > 1.0 { 1.0 } else { house.type_size.times() };
        let set = self.set_in(|face| Face { size: face.size * times, house: house.font, ..face });
        Style { theme: set.theme.of_house(self.look.theme, house), ..set }
    }

    /// With each of its faces changed in the same way.
    fn set_in(&self, change: impl Fn(Face) -> Face) -> Style {
        Style {
            title: change(self.title),
            subtitle: change(self.subtitle),
            panel: change(self.panel),
            label: change(self.label),
            below: change(self.below),
            small: change(self.small),
            foot: change(self.foot),
            ..self.clone()
        }
    }

    /// 720 pixels wide.
    fn report(look: Look) -> Style {
        let face = Face::plain;
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

    /// Any width, in the type of a phone where it is no wider than a column of text.
    fn as_wide(width: f64, look: Look) -> Style {
        if width < COLUMN {
            return Style { width, ..Style::narrow(look) };
        }
        let report = Style::report(look);
        // A wider plot is higher too, not as fast.
        let plot = report.plot + 0.2 * (width - report.width).max(0.0);
        Style { width, plot: plot.min(MOST_PLOT).round(), ..report }
    }

    /// What is looked at in passing, on a phone as a rule: a large title, few words.
    fn post(look: Look, width: f64, height: f64) -> Style {
        let scale = 2.0;
        let report = Style::report(look);
        Style {
            scale,
            width: width / scale,
            height: Some(height / scale),
            brief: true,
            low: height < width,
            margin: 24.0,
            title: Face { size: POST_TITLE / scale, ..report.title },
            foot: Face { size: 10.5, ..report.foot },
            ..report
        }
    }

    /// The same with smaller type below its title, if no type becomes too small for it.
    pub(super) fn denser(&self) -> Option<Style> {
        let scale = self.scale - 0.25;
        let (width, height) = (self.width * self.scale, self.height? * self.scale);
        (self.look.lengths.width.is_none() && scale * 12.0 >= LEAST_AFAR).then(|| Style {
            scale,
            width: width / scale,
            height: Some(height / scale),
            margin: self.margin * self.scale / scale,
            title: Face { size: self.title.size * self.scale / scale, ..self.title },
            foot: Face { size: LEAST_AFAR / scale, ..self.foot },
            ..self.clone()
        })
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

    /// From one baseline to the next in the key and the foot, whose lines are long and few.
    pub(super) fn foot_pitch(&self) -> f64 {
        (self.foot.size * 1.25).round()
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
