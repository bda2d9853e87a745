//! GitLab’s code quality report: one JSON list, each finding with the fingerprint GitLab follows it by.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Format, Report, lines};
use crate::check::Severity;

pub(super) const FORMAT: Format =
    Format { id: "gitlab", about: "Code quality report for GitLab merge requests", write };

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let issues: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let severity = match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                _ => "info",
            };
            json!({
                "description": lines(finding).join("; "),
                "check_name": finding.check,
                "fingerprint": finding.fingerprint,
                "severity": severity,
                "location": {
                    "path": report.paths.relative(&finding.source),
                    "lines": { "begin": finding.location.line, "end": finding.location.end_line },
                },
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}
