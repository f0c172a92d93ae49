use crate::locale::phrase::phrases;

phrases! {
    /// The long description, and the sentence for those who do not see the picture.
    Description {
        panel(title),
        event(event),
        event_not_drawn(event),
        /// What the author says beside a mark.
        annotated(what, text),
        sources(count),
        /// The unit of a percentage.
        percent,
        /// The unit of a difference of percentages.
        points,
        unit_per(unit, per),
        /// The unit of a growth, and what it is compared with.
        unit_on(unit, base),
        first_last(first, last),
        between(all),
        targets(all),
        /// What is stacked, from below.
        parts_of(total, parts),
        parts_of_a_whole(parts),
        /// What others are held against.
        held_against(all),
        target(number),
        no_number(when, why),
        superseded(number, when),
        /// A number that later statements only repeat, and when.
        repeated(number, all),
        break_before(period, reason),
        number_when(number, when),
        in_period(period),
        /// A year or a week that is named by its end.
        in_the_period(period),
        on_day(day),
        over_period(period),
        converted,
        /// A count over the whole period, said as the average over it.
        averaged(number),
        worked_out,
        worked_out_whole(arithmetic),
        highest_lowest(highest, lowest),
        highest_lowest_of(from, to, highest, lowest),
        between_periods(one, next),
        no_figures(between),
        /// Between the items of that list.
        nor,
        none_between,
        disputed(period, count, figures),
        silent,
        silent_because(why),
        all_agree,
        not_all_agree,
        change(series, period, change),
        stated_change(series, period, change),
        /// What opens the one sentence.
        chart(subject),
        and_more,
        first_and_last(first, last),
        broken_first_and_last(first, last),
        /// Of a series whose highest value is not its last.
        highest_then_latest(highest, latest),
        highest_is_latest(value),
        sources_preferred(count, number),
    }
}
