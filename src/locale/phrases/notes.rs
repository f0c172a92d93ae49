use crate::locale::phrase::phrases;

phrases! {
    /// The sentences below a chart.
    Notes {
        /// Series that stand side by side and may not be compared.
        not_comparable(series, reason),
        /// The same where they are all that the panels of a chart show.
        panels_not_comparable(reason),
        /// What a series counts.
        counts(series, definition),
        worked_out(all),
        /// All figures of a series, by one formula.
        worked_out_whole(all),
        not_worked_out(periods, why),
        no_figure_of(series),
        no_number_of(series),
        range_of(series),
        several_levels_of(series),
        divides_by_zero,
        opposed_bounds,
        too_long,
        break_before_the_base(series),
        /// A level that stands for the period around it.
        level_of(series, day),
        /// The same day in each period.
        level_of_day(series, day),
        inputs_disputed(periods),
        /// A number that was worked out, in the list of them.
        equals(number, period, arithmetic),
        converted(from, to, series, arithmetic),
        averaged(per, series, arithmetic),
        /// What averages are of, where the labels have no room for it.
        in_all(all),
        in_all_of(series, all),
        /// What others say of a period, in the list of all that is said otherwise.
        another_says(period, count, others),
        /// What the source of the figure that is drawn says besides.
        also_prints(period, others),
        /// What a formula gives for a period for which a source has a number too.
        a_calculation_gives(period, others),
        /// A period and what is said of it, in a list.
        others_for(period, others),
        /// A level for a longer period than that of others.
        within(period, count, others),
        /// A level of a day for which there are only others of longer periods.
        around(period, count, others),
        /// In the place of a period.
        the_change(period),
        /// In the place of a publisher.
        by_us,
        the_same_source,
        more(count),
        gives_no_number(source, period, why),
        contradicted(from, to, change, stated),
        left_out(all),
        /// A figure that was superseded and says otherwise than the one that is drawn.
        withdrawn(figure),
        for_period(number, period),
        /// Of what is said of several periods of one series.
        of_one_series(series, told),
        no_number,
        figures_from_to(count, from, to),
        superseded(all),
        not_shown(all),
        figures_for(count, periods),
        figures_before(count, period),
        figures_after(count, period),
        events_not_drawn(all),
        long_before(event),
        long_after(event),
        long_before_those_of(event, panel),
        long_after_those_of(event, panel),
        sources(count),
        all_relaying(sources, publisher),
        all_relaying_others(sources),
        some_relaying_others(sources, count),
        some_relaying(sources, count),
        there_are(period, count, sources, agreement),
        they_agree,
        they_differ,
        agree_with_the_preferred,
        one_without_number,
        many_without_number(count),
        stated_by(number, period, sources),
        all_estimates,
        all_revised,
        all_unreliable,
        estimates(periods),
        revised(periods),
        unreliable(periods),
        estimates_but(periods),
        revised_but(periods),
        unreliable_but(periods),
        /// Where each mark stands at the day on which its source said it.
        dated_as_quoted(count),
        dated_as_quoted_for(periods),
        some_dated_as_quoted(count, all),
        all_dates_approximate,
        approximate_dates(periods),
        some_dates_approximate(count, all),
        break_before(period, reason),
        no_reason,
        /// Parts of a whole that stand side by side.
        not_stacked(all),
        because(periods, why),
        periods_from_to(count, from, to),
        a_part_is_missing,
        the_total_is_missing,
        a_part_is_not_exact,
        a_part_is_disputed,
        a_part_is_a_forecast,
        a_part_is_below_zero,
        parts_add_up_to(sum, total),
        parts_rounded,
        different_things(units),
        /// Where the subtitle names them.
        different_things_named,
        /// Series that stand back, of which not each has its name beside it.
        in_grey(count),
        /// Of windows that overlap.
        share_months,
        share_days,
        /// Of totals that run on from one day.
        includes_the_one_before,
        /// Either of some of the series.
        said_of(said, series),
    }
}
