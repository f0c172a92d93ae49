#![forbid(unsafe_code)]
pub mod dataset;
pub mod figure;
pub mod problem;
