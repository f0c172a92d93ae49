//! A part of the charts, for one of several machines or jobs that share the work and need not know
//! of each other.

use std::str::FromStr;

use sourceline::chart::ChartSpec;

/// One of so many parts; all charts are the first part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    number: usize,
    of: usize,
}

impl Default for Shard {
    fn default() -> Shard {
        Shard { number: 1, of: 1 }
    }
}

impl Shard {
    /// Every so manyth chart: neighbours are often alike, so that each part has as much to do.
    pub fn part<'c>(&self, charts: impl IntoIterator<Item = &'c ChartSpec>) -> Vec<ChartSpec> {
        charts.into_iter().skip(self.number - 1).step_by(self.of).cloned().collect()
    }

    /// Does it tell what is about the project as such, which is told once?
    pub fn leads(&self) -> bool {
        self.number == 1
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(typed: &str) -> Result<Shard, String> {
        let counted =
            |text: &str| -> Option<usize> { text.parse().ok().filter(|_| !text.starts_with('+')) };
        let shard = typed
            .split_once('/')
            .and_then(|(number, of)| Some(Shard { number: counted(number)?, of: counted(of)? }));
        match shard {
            Some(shard) if (1..=shard.of).contains(&shard.number) => Ok(shard),
            Some(Shard { of: of @ 1.., number: 0 }) => {
                Err(format!("parts are counted from 1: the first is 1/{of}"))
            }
            Some(Shard { of: of @ 1.., .. }) => {
                Err(format!("there are {of} parts, from 1/{of} to {of}/{of}"))
            }
            _ => Err("write which part of how many: 3/16".to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chart_is_in_one_part_and_the_parts_are_alike() {
        let charts: Vec<ChartSpec> =
            (0..23).map(|at| ChartSpec::only(&format!("c{at}"), "", "")).collect();
        for of in [1, 2, 5, 23, 30] {
            let parts: Vec<Vec<ChartSpec>> =
                (1..=of).map(|number| Shard { number, of }.part(&charts)).collect();
            let sizes = parts.iter().map(Vec::len);
            assert!(sizes.clone().max() <= sizes.min().map(|least| least + 1));
            let mut names: Vec<&str> =
                parts.iter().flatten().map(|chart| chart.name.as_str()).collect();
            names.sort();
            names.dedup();
            assert_eq!((names.len(), parts.iter().flatten().count()), (23, 23));
        }
    }

    #[test]
    fn a_part_that_is_none_is_told_with_what_to_write() {
        assert_eq!("3/16".parse(), Ok(Shard { number: 3, of: 16 }));
        for (typed, told) in [
            ("0/4", "parts are counted from 1: the first is 1/4"),
            ("5/4", "there are 4 parts, from 1/4 to 4/4"),
            ("3", "write which part of how many: 3/16"),
            ("1/0", "write which part of how many: 3/16"),
            ("0/0", "write which part of how many: 3/16"),
            ("+1/2", "write which part of how many: 3/16"),
        ] {
            assert_eq!(typed.parse::<Shard>(), Err(told.to_string()), "{typed}");
        }
    }
}
