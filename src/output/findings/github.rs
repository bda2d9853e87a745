//! Workflow commands of GitHub Actions, which annotate the lines of a pull request. GitHub shows ten of a kind a step, so the log ends
//! with a table of all.

use std::io::{self, Write};

use super::inert::log_line;
use super::{Format, Report, lines};
use crate::check::Severity;

pub(super) const FORMAT: Format =
    Format { id: "github", about: "Annotations for GitHub Actions, and a table of all findings for the log", write };

/// The message of a command.
fn data(text: &str) -> String {
    log_line(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            _ => "notice",
        };
        let place = &finding.location;
        write!(out, "::{command} file={}", property(&report.paths.relative(&finding.source)))?;
        write!(out, ",line={},endLine={}", place.line, place.end_line)?;
        if place.line == place.end_line {
            write!(out, ",col={},endColumn={}", place.column, place.end_column)?;
        }
        writeln!(out, ",title={}::{}", property(finding.check), data(&lines(finding).join("\n")))?;
    }
    if !report.findings.is_empty() {
        table(report, out)?;
    }
    for skipped in &report.skipped {
        writeln!(out, "::error title=whosaid::{}", data(skipped))?;
    }
    writeln!(out, "{}", report.summary())
}

/// Every line begins with a severity, so that no word of an article begins one.
fn table(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let place = |f: &crate::check::Finding| format!("{}:{}:{}", f.source, f.location.line, f.location.column);
    let checks = report.findings.iter().map(|f| f.check.len()).max().unwrap_or(0).max("CHECK".len());
    let places = report.findings.iter().map(|f| place(f).chars().count()).max().unwrap_or(0).clamp("PLACE".len(), 60);
    writeln!(out, "\n{:<8} {:<checks$} {:<places$} MESSAGE", "SEVERITY", "CHECK", "PLACE")?;
    for finding in &report.findings {
        let row = format!(
            "{:<8} {:<checks$} {:<places$} {}",
            finding.severity,
            finding.check,
            place(finding),
            finding.message
        );
        writeln!(out, "{}", log_line(&row))?;
    }
    writeln!(out)
}
