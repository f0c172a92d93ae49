use crate::locale::phrase::phrases;

phrases! {
    /// What stands beside marks.
    Labels {
        /// A change.
        up(size),
        down(size),
        as_stated,
        /// Of the line that carries a change.
        none_between,
        worked_out,
        /// What an average is of, after it.
        in_all(number),
        /// Beside a number that others say of the same period.
        another_source(publishers),
        /// A number that others only repeat, up to the last of them.
        repeated_to(period),
    }
}
