//! A PROJECT AS PAGES for any web server: templates over what the other rooms say of charts, series
//! and sources. Texts of the data arrive as texts: whatever stands in a page went through `maud`,
//! and only addresses on the web become links. Opens no file and asks no clock.

mod changes_page;
mod chart_page;
mod claims;
mod embed_page;
mod feed;
mod history;
mod linked_data;
mod lists;
mod page;
mod record;
mod search;
mod series_page;
mod site;
mod source_page;
mod way;

pub use claims::anchor;
pub use history::{HistoryStep, ShownState, SiteHistory, SpecChange};
pub use page::linked;
pub use record::{RECORD, SiteRecord};
pub use site::{
    ChartDrawings, ChartPages, ShownOn, SiteChart, SiteFile, SitePackage, StaticSite, card_look,
    looks_of_pages,
};
pub use way::is_link;
