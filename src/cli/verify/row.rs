//! What is told of a chart that was found.

use std::path::Path;

use super::judge::Verdict;
use crate::cli::exit::Exit;

/// So many reasons are told; the rest is counted.
const TOLD: usize = 10;

/// What is told of one chart, or of a document that cannot be looked at.
pub struct VerdictRow {
    pub document: String,
    pub place: String,
    pub chart: String,
    pub look: String,
    pub verdict: Verdict,
}

impl VerdictRow {
    /// Of a chart that has neither name nor look.
    pub fn judged(path: &Path, verdict: Verdict) -> VerdictRow {
        VerdictRow { verdict, ..VerdictRow::of(path) }
    }

    pub fn of(path: &Path) -> VerdictRow {
        VerdictRow {
            document: path.to_string_lossy().into_owned(),
            place: String::new(),
            chart: String::new(),
            look: String::new(),
            verdict: Verdict::Current(Vec::new()),
        }
    }

    pub fn untold(path: &Path, why: String) -> VerdictRow {
        VerdictRow::judged(path, Verdict::Unknown(why))
    }

    pub fn word(&self) -> &'static str {
        match self.verdict {
            Verdict::Current(_) => "current",
            Verdict::Stale(_) => "stale",
            Verdict::Altered(_) => "altered",
            Verdict::Both(..) => "stale and altered",
            Verdict::Unknown(_) => "unknown",
        }
    }

    pub fn exit(&self) -> Exit {
        match self.verdict {
            Verdict::Current(_) => Exit::Fine,
            Verdict::Stale(_) | Verdict::Altered(_) | Verdict::Both(..) => Exit::Problems,
            Verdict::Unknown(_) => Exit::Unable,
        }
    }

    pub fn reasons(&self) -> Vec<String> {
        match &self.verdict {
            Verdict::Current(how) => how.clone(),
            Verdict::Stale(reasons) | Verdict::Altered(reasons) => reasons.clone(),
            Verdict::Both(stale, altered) => {
                let altered = altered.iter().map(|one| format!("altered: {one}"));
                stale.iter().cloned().chain(altered).collect()
            }
            Verdict::Unknown(reason) => vec![reason.clone()],
        }
    }

    pub fn few_reasons(&self) -> Vec<String> {
        match &self.verdict {
            Verdict::Both(stale, altered) => {
                let altered = few(altered.clone()).into_iter().map(|one| format!("altered: {one}"));
                few(stale.clone()).into_iter().chain(altered).collect()
            }
            _ => few(self.reasons()),
        }
    }
}

pub fn few(mut reasons: Vec<String>) -> Vec<String> {
    let more = reasons.len().saturating_sub(TOLD);
    reasons.truncate(TOLD);
    if more > 0 {
        reasons.push(format!("and {more} more"));
    }
    reasons
}
