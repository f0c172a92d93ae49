//! A row of `series.csv` to a series.

use super::judge::Judge;
use super::layout::series;
use super::table::Row;
use crate::figure::{Nature, Series, UnitForm};

impl<'t> Judge<'t> {
    /// The series of a row; `None` for one without a usable id.
    pub fn series(&mut self, row: &Row<'_, 't>) -> Option<Series<'t>> {
        let id = self.id(row);
        let title = self.required_words(row, series::TITLE);
        let unit = self.required_words(row, series::UNIT);
        let nature = self.nature(row);
        // The nature that forbids least, so that one mistake is not many.
        let any = || UnitForm::of_percentages(&unit).map_or(Nature::Ratio, |_| Nature::Growth);
        let shown = nature.unwrap_or_else(any);
        let series = Series {
            id: id.unwrap_or_default(),
            title,
            form: Series::form_of(&unit, shown),
            unit,
            nature: shown,
            per: self.per(row, nature),
            base: self.base(row, nature),
            geography: self.words(row, series::GEOGRAPHY),
            counted_by: self.words(row, series::COUNTED_BY),
            definition: self.words(row, series::DEFINITION),
            formula: self.series_formula(row, nature),
            year_starts: self.month(row, series::YEAR_STARTS),
            not_comparable_with: self.words(row, series::NOT_COMPARABLE_WITH),
            convertible: self.convertible(row),
            note: self.words(row, series::NOTE),
        };
        id.map(|_| series)
    }
}
