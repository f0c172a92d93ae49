use crate::dataset::Dataset;
use crate::figure::SourceKey;
use crate::problem::{Problem, Rule};

/// # origin-circle (error)
///
/// The `origin` of a source is the source it passes on. Followed from source to source, origins
/// must end at one that has none: the first voice. A source must not name itself; an origin equal
/// to the figure's own source is another matter, and says that the figure was said there first.
pub fn origin_circle(data: &Dataset) -> Vec<Problem> {
    // Each source is walked over once: 0 not yet, otherwise the number of the walk.
    let mut walks = vec![0; data.sources.len()];
    let mut problems = Vec::new();
    for start in 0..data.sources.len() {
        let mut at = SourceKey(start as u32);
        while walks[at.index()] == 0 {
            walks[at.index()] = start + 1;
            match data.source(at).origin {
                Some(origin) => at = origin,
                None => break,
            }
        }
        let closes = data.source(at).origin.is_some() && walks[at.index()] == start + 1;
        if closes {
            problems.push(circle(data, at));
        }
    }
    problems
}

fn circle(data: &Dataset, start: SourceKey) -> Problem {
    let next = |key: &SourceKey| data.source(*key).origin;
    let round = std::iter::successors(Some(start), next).skip(1);
    let mut members: Vec<SourceKey> = round.take_while(|key| *key != start).collect();
    members.insert(0, start);
    let first = members.iter().enumerate().min_by_key(|(_, key)| **key).map_or(0, |(at, _)| at);
    members.rotate_left(first);
    members.push(members[0]);
    const LONGEST: usize = 8;
    let more = if members.len() > LONGEST { " → …" } else { "" };
    let names: Vec<&str> = members.iter().take(LONGEST).map(|key| data.source(*key).id).collect();
    let message = match names[..] {
        [one, _] => format!("`{one}` names itself as its origin"),
        _ => format!("the origins run in a circle: {}{more}", names.join(" → ")),
    };
    let hint = "leave the origin empty at the source that said it first";
    Rule::OriginCircle.at(data.place_of_source(members[0], "origin"), message).hint(hint)
}
