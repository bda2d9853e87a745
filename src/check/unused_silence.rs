//! A comment that silences nothing: it outlived what it was written for, or was never understood.

use super::config::suggestion;
use super::finding::{Finding, Location};
use super::{CHECKS, Check, Run, Severity, find};
use crate::silence::Silence;

pub(super) const CHECK: Check = Check {
    id: "unused-silence",
    finds: "A comment that allows what no check finds, names no check, or gives no reason.",
    why: "A silence that outlives its reason will one day hide a mistake. One without a reason cannot be judged by the next editor.",
    remedy: "Take the comment out, or write it as `whosaid: allow CHECK REASON`.",
    severity: Severity::Warning,
    settings: &[],
    examples: &[],
    run: &[Run::Engine],
};

/// What is wrong with a comment, if anything. `could` says whether a check would have found something here.
pub(super) fn finding(
    silence: &Silence,
    location: &Location,
    used: bool,
    could: impl Fn(&Check) -> bool,
) -> Option<Finding> {
    let message = if silence.check.is_empty() {
        "the comment allows nothing: write allow, a check and a reason".to_owned()
    } else {
        match find(&silence.check) {
            None => {
                let ids: Vec<_> = CHECKS.iter().map(|c| c.id).collect();
                format!("no check is called {:?}{}", silence.check, suggestion(&silence.check, &ids))
            }
            Some(check) if silence.reason.is_empty() => {
                format!("the comment gives no reason to allow {}, so it allows nothing", check.id)
            }
            Some(check) if !used && could(check) => format!("{} finds nothing here that must be allowed", check.id),
            Some(_) => return None,
        }
    };
    Some(Finding::new(CHECK.id, location.clone(), message))
}
