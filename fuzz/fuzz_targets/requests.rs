#![no_main]

sourceline_fuzz::target!("requests");
