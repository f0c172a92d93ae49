//! Where a new row belongs: next to its series, in time order.

use super::Dataset;
use super::edit::RowSpot;
use crate::figure::{Period, SeriesKey, Span};

impl Dataset<'_> {
    /// After the figure of the series that is nearest before this period or of the same; before
    /// the first of the series if all are later; at the end for a series without figures.
    pub fn spot_for_figure(&self, series: SeriesKey, period: Period) -> RowSpot {
        self.spots_for_figures(series)(period)
    }

    /// The same for many figures of one series.
    pub fn spots_for_figures(&self, series: SeriesKey) -> impl Fn(Period) -> RowSpot {
        let spots = self.spots_for_all(vec![series]);
        move |period| spots(series, period)
    }

    /// The same for many figures of several series.
    pub fn spots_for_all(&self, wanted: Vec<SeriesKey>) -> impl Fn(SeriesKey, Period) -> RowSpot {
        let mut own: Vec<Option<Vec<(Span, u32)>>> = vec![None; self.series.len()];
        wanted.iter().for_each(|series| own[series.index()] = Some(Vec::new()));
        for (key, figure) in self.figures() {
            if let Some(own) = &mut own[figure.series.index()] {
                own.push((figure.period.span(), key.0));
            }
        }
        let first = |own: &Vec<(Span, u32)>| own.iter().map(|(_, key)| *key).min();
        let firsts: Vec<Option<u32>> = own.iter().map(|own| own.as_ref().and_then(first)).collect();
        own.iter_mut().flatten().for_each(|own| own.sort_unstable());
        move |series, period| {
            let own = own[series.index()].as_deref().unwrap_or_default();
            let before = own.partition_point(|one| *one <= (period.span(), u32::MAX));
            match (before.checked_sub(1).map(|at| own[at].1), firsts[series.index()]) {
                (Some(key), _) => RowSpot::After(self.figure_sheet.start(key)),
                (None, Some(key)) => RowSpot::Before(self.figure_sheet.start(key)),
                (None, None) => RowSpot::End,
            }
        }
    }

    /// After the event that is nearest before this date, or before the first.
    pub fn spot_for_event(&self, date: Period) -> RowSpot {
        let Some(sheet) = &self.event_sheet else { return RowSpot::End };
        let dated =
            self.events.iter().enumerate().map(|(key, event)| (event.date.span(), key as u32));
        let before = dated.clone().filter(|(span, _)| *span <= date.span()).max();
        match (before, dated.clone().next()) {
            (Some((_, key)), _) => RowSpot::After(sheet.start(key)),
            (None, Some((_, key))) => RowSpot::Before(sheet.start(key)),
            (None, None) => RowSpot::End,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;

    #[test]
    fn a_figure_goes_next_to_its_series_in_time_order() {
        let text = "id,series,period,value,source\n\
            a-1,a,2010,1,s\nb-1,b,2001,1,s\na-2,a,2012,1,s\na-3,a,2012,1,s\nb-2,b,2003,1,s\n";
        let files = Files {
            figures: text.into(),
            series: "id,title,unit,nature\na,A,x,flow\nb,B,x,flow\nc,C,x,flow\n".into(),
            sources: "id,publisher,title\ns,S,S\n".into(),
            events: Some("id,date,label\nx,2010-05,X\ny,2012,Y\n".into()),
        };
        let data = Dataset::read(&files, 4).value;
        let row = |id: &str| text.find(&format!("{id},")).unwrap();
        let spot = |series: &str, period: &str| {
            data.spot_for_figure(data.find_series(series).unwrap(), Period::parse(period).unwrap())
        };
        assert_eq!(spot("a", "2009"), RowSpot::Before(row("a-1")));
        assert_eq!(spot("a", "2011"), RowSpot::After(row("a-1")));
        assert_eq!(spot("a", "2012"), RowSpot::After(row("a-3")));
        assert_eq!(spot("a", "2012-06"), RowSpot::After(row("a-3")));
        assert_eq!(spot("b", "2002"), RowSpot::After(row("b-1")));
        assert_eq!(spot("c", "2002"), RowSpot::End);
        let event = |date: &str| data.spot_for_event(Period::parse_date(date).unwrap());
        assert_eq!(event("2009"), RowSpot::Before(14));
        assert_eq!(event("2010-06"), RowSpot::After(14));
        assert_eq!(event("2013"), RowSpot::After(26));
        assert_eq!(event("2011-03/2014-06"), RowSpot::After(14));
    }
}
