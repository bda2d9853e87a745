//! SARIF 2.1.0, which code scanning reads: every check is listed with its help, whether it found something or not; findings keep their
//! fingerprint when lines move.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Format, Report, lines};
use crate::check::{CHECKS, Check, Edit, Finding, Location, Severity};

pub(super) const FORMAT: Format = Format { id: "sarif", about: "SARIF 2.1.0, for code scanning", write };

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Off => "none",
    }
}

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let notifications: Vec<Value> =
        report.skipped.iter().map(|s| json!({ "level": "error", "message": { "text": s } })).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "whosaid",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": CHECKS.iter().map(|c| rule(c)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": report.skipped.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "results": report.findings.iter().map(|f| result(report, f)).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn rule(check: &Check) -> Value {
    let name: String = check.id.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
    json!({
        "id": check.id,
        "name": name,
        "shortDescription": { "text": check.finds },
        "fullDescription": { "text": format!("{} {}", check.finds, check.why) },
        "help": {
            "text": format!("{}\n\n{}\n\n{}", check.finds, check.why, check.remedy),
            "markdown": format!("{}\n\n**Why it matters.** {}\n\n**What to do.** {}", check.finds, check.why, check.remedy),
        },
        "defaultConfiguration": { "enabled": check.severity > Severity::Off, "level": level(check.severity) },
    })
}

fn result(report: &Report, finding: &Finding) -> Value {
    let artifact = |source: &str| {
        let uri = report.paths.uri(source);
        if uri.contains("://") { json!({ "uri": uri }) } else { json!({ "uri": uri, "uriBaseId": "%SRCROOT%" }) }
    };
    let related: Vec<Value> = finding
        .notes
        .iter()
        .filter_map(|n| Some((n, n.place.as_ref()?)))
        .enumerate()
        .map(|(id, (note, place))| {
            json!({
                "id": id + 1,
                "message": { "text": note.message },
                "physicalLocation": {
                    "artifactLocation": artifact(&place.source),
                    "region": { "startLine": place.line.max(1), "startColumn": place.column.max(1) },
                },
            })
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.check,
        "ruleIndex": CHECKS.iter().position(|c| c.id == finding.check),
        "level": level(finding.severity),
        "message": { "text": lines(finding).join("\n") },
        "locations": [{ "physicalLocation": {
            "artifactLocation": artifact(&finding.source),
            "region": region(&finding.location),
        } }],
        "partialFingerprints": { "whosaid/v1": finding.fingerprint },
    });
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    if let Some(fix) = &finding.fix {
        let replacement =
            |edit: &Edit| json!({ "deletedRegion": region(&edit.location), "insertedContent": { "text": edit.new } });
        result["fixes"] = json!([{
            "description": { "text": fix.title },
            "artifactChanges": [{
                "artifactLocation": artifact(&finding.source),
                "replacements": fix.edits.iter().map(replacement).collect::<Vec<_>>(),
            }],
        }]);
    }
    result
}

fn region(place: &Location) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}
