#![forbid(unsafe_code)]
pub mod chart;
pub mod check;
pub mod dataset;
pub mod draw;
pub mod embed;
pub mod encode;
pub mod export;
pub mod figure;
pub mod locale;
pub mod nearest;
pub mod problem;
pub mod reading;
pub mod references;
