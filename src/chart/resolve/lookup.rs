use crate::dataset::Dataset;
use crate::figure::*;
pub trait Find {
    fn find_figure(&self, id: &str) -> Option<FigureKey>;
    fn find_series(&self, id: &str) -> Option<SeriesKey>;
    fn find_event(&self, id: &str) -> Option<EventKey>;
}
impl Find for Dataset<'_> {
    fn find_figure(&self, id: &str) -> Option<FigureKey> {
        self.figures.iter().position(|f| f.id == id).map(|at| FigureKey(at as u32))
    }
    fn find_series(&self, id: &str) -> Option<SeriesKey> {
        self.series.iter().position(|f| f.id == id).map(|at| SeriesKey(at as u32))
    }
    fn find_event(&self, id: &str) -> Option<EventKey> {
        self.events.iter().position(|f| f.id == id).map(|at| EventKey(at as u32))
    }
}
