//! Which periods of stacked bars are not stacked, and why.

use super::writer::{NoteWriter, PERIODS_NAMED};
use crate::chart::resolve::board::WhyApart;
use crate::figure::{Period, SeriesKey};

impl NoteWriter<'_, '_> {
    /// `Not stacked: 2019, as not all numbers are exact; 2021, as sources differ.`
    pub(super) fn stacks(&self) -> Vec<String> {
        let says = self.says();
        let stacks = || self.boards.iter().filter_map(|board| board.stacks.as_ref());
        let mut told: Vec<(String, Vec<(SeriesKey, Period)>)> = Vec::new();
        for (series, period, why) in stacks().flat_map(|stacks| &stacks.apart) {
            let why = self.why_not_stacked(*series, *why);
            match told.iter_mut().find(|(known, _)| *known == why) {
                Some((_, periods)) => periods.push((*series, *period)),
                None => told.push((why, vec![(*series, *period)])),
            }
        }
        let told = told.into_iter().map(|(why, periods)| {
            let named =
                |(series, period): &(SeriesKey, Period)| self.teller.period(*series, *period);
            let all: Vec<String> = periods.iter().map(named).collect();
            let periods = match (&all[..], all.len()) {
                ([first, .., last], PERIODS_NAMED..) => {
                    says.periods_from_to(all.len(), first, last)
                }
                _ => self.teller.language().list(&all),
            };
            says.because(periods, why)
        });
        let told: Vec<String> = told.collect();
        let apart = (!told.is_empty()).then(|| says.not_stacked(told.join("; ")));
        let rounded = stacks().any(|stacks| stacks.rounded);
        apart.into_iter().chain(rounded.then(|| says.parts_rounded().to_string())).collect()
    }

    fn why_not_stacked(&self, series: SeriesKey, why: WhyApart) -> String {
        let says = self.says();
        let tone = self.teller.tone_of(series);
        match why {
            WhyApart::Missing => says.a_part_is_missing().to_string(),
            WhyApart::NoTotal => says.the_total_is_missing().to_string(),
            WhyApart::NotExact => says.a_part_is_not_exact().to_string(),
            WhyApart::Disputed => says.a_part_is_disputed().to_string(),
            WhyApart::Forecast => says.a_part_is_a_forecast().to_string(),
            WhyApart::Negative => says.a_part_is_below_zero().to_string(),
            WhyApart::Sum { sum, total } => {
                let [sum, total] = [sum, total].map(|number| tone.number(number.normalize()));
                says.parts_add_up_to(sum, total)
            }
        }
    }
}
