//! The tests of the whole, as one program: it is linked once, and what several of them look at is
//! read, resolved and drawn once for all (`common`). A file is a module, listed here.

mod addresses;
mod alternatives;
mod common;
#[cfg(unix)]
mod units;
mod unprivileged;
mod window;

mod averages;
mod beside;
#[cfg(feature = "xlsx")]
mod brought_back;
mod caveats;
mod charts;
mod checks;
mod cli;
mod descriptions;
mod determinism;
mod dialogue;
mod documents;
#[path = "../doors/mod.rs"]
mod doors;
mod doors_tried;
mod drawing;
mod drawing_number;
mod embed;
mod found;
mod hostile;
mod house;
#[cfg(unix)]
mod import_dialogue;
mod in_offices;
mod label_parts;
mod labels;
mod language;
mod lasting;
mod limits;
mod limits_of_documents;
mod looks;
mod misleading;
mod mutations;
mod names;
mod natures;
mod naughty;
mod never_lost;
mod not_compared;
#[cfg(feature = "page")]
mod open;
mod outlines;
mod overlaps;
mod pages;
mod period_hints;
mod periods;
mod pictures;
mod protected;
mod reading;
mod references;
mod renderers;
mod rules;
mod sentences;
mod shards;
mod shipped_data;
mod short_foot;
mod side_by_side;
mod site;
mod specs;
mod spreadsheet;
mod stacks;
mod staying;
mod tables;
mod told_apart;
mod typed;
mod typed_where;
mod update;
mod verify;
mod verify_read;
mod verify_stale;
mod verify_told;
mod watching;
mod workbooks;
mod worked_out;
