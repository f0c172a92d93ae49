//! Rule 8: words may compute. Between `{{` and `}}` stand functions, such as latest, period
//! and times; everything else is typed, and its digits are judged by
//! [`judge`](super::judge).

mod caveats;
pub mod compare;
pub mod engine;
pub mod known;
pub mod no_answer;
pub mod placed;
pub mod writer;
pub mod written;
