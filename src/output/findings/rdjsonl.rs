//! Reviewdog’s diagnostics, a JSON object a line; fixes become suggestions. Columns count bytes, as reviewdog has it.

use std::io::{self, Write};

use serde_json::json;

use super::{Format, Report, lines};
use crate::check::{Location, Severity};

pub(super) const FORMAT: Format =
    Format { id: "rdjsonl", about: "Diagnostics for reviewdog, with fixes as suggestions", write };

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let range = |place: &Location| {
        json!({
            "start": { "line": place.line, "column": place.byte_columns.0 },
            "end": { "line": place.end_line, "column": place.byte_columns.1 },
        })
    };
    for finding in &report.findings {
        let severity = match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            _ => "INFO",
        };
        let mut diagnostic = json!({
            "message": lines(finding).join("\n"),
            "location": {
                "path": report.paths.relative(&finding.source),
                "range": range(&finding.location),
            },
            "severity": severity,
            "source": { "name": "whosaid" },
            "code": { "value": finding.check },
        });
        if let Some(fix) = &finding.fix {
            let suggestions = fix.edits.iter().map(|e| json!({ "range": range(&e.location), "text": e.new }));
            diagnostic["suggestions"] = suggestions.collect();
        }
        serde_json::to_writer(&mut *out, &diagnostic)?;
        writeln!(out)?;
    }
    Ok(())
}
