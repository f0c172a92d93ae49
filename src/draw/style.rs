//! The size and the look a chart is drawn at.

use super::text::Face;
use super::theme::Theme;
use crate::chart::Look;

#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    pub width: f64,
    pub theme: Theme,
    pub(super) look: Look,
    pub(super) margin: f64,
    pub(super) title: Face,
    pub(super) subtitle: Face,
    pub(super) panel: Face,
    pub(super) label: Face,
    /// The second line of a label.
    pub(super) below: Face,
    /// Axes, events, notes and sources.
    pub(super) small: Face,
    /// Between panels.
    pub(super) gutter: f64,
    /// How tall a plot is before its labels ask for more.
    pub(super) plot: f64,
}

impl Style {
    pub fn new(look: Look) -> Style {
        Style { look, ..Style::report(Theme::named(look.theme)) }
    }

    /// For a report, 720 pixels wide.
    fn report(theme: Theme) -> Style {
        let face = |size: f64, bold: bool| Face { size, bold };
        Style {
            width: 720.0,
            theme,
            look: Look::default(),
            margin: 20.0,
            title: face(20.0, true),
            subtitle: face(14.0, false),
            panel: face(13.0, true),
            label: face(12.5, true),
            below: face(12.0, false),
            small: face(12.0, false),
            gutter: 26.0,
            plot: 260.0,
        }
    }

    /// The width between the margins.
    pub(super) fn inside(&self) -> f64 {
        self.width - 2.0 * self.margin
    }
}

impl Default for Style {
    fn default() -> Style {
        Style::new(Look::default())
    }
}
