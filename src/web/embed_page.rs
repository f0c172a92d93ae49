//! The page of a chart that other sites frame: the picture and the way to its page, and no script.

use maud::{DOCTYPE, PreEscaped, html};

use super::page::{lines, policy};
use super::site::{SiteFile, StaticSite};
use super::way;
use crate::chart::Chart;
use crate::embed::{Pictures, picture};

impl StaticSite<'_> {
    /// The link leads out of the frame.
    pub(super) fn embed_page(&self, chart: &Chart, pictures: &Pictures) -> SiteFile {
        let path = way::of_frame(&chart.name);
        let words = &self.data.language.website;
        let page = html! {
            (DOCTYPE)
            html lang=(chart.language.tag) {
                head {
                    (policy(false))
                    title { (chart.title) }
                    meta name="color-scheme" content="light dark";
                    meta name="robots" content="noindex";
                    link rel="stylesheet" href=(way::from(&path, way::STYLE));
                    @if let Some(address) = self.address() {
                        link rel="canonical" href=(way::on_the_web(address, &way::of_chart(&chart.name)));
                    }
                }
                body.framed {
                    main {
                        h1.unseen { (chart.title) }
                        (PreEscaped(picture(pictures, &chart.alt, "")))
                        p {
                            a href=(way::INDEX) target="_top" {
                                (words.figures_and_sources(&chart.title))
                            }
                        }
                    }
                }
            }
        };
        SiteFile { path, bytes: lines(page).into_bytes() }
    }
}
