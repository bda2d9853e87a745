//! JUnit XML, which every build server shows: a suite a check, a test case a finding; a check without findings is one case that passes.

use std::io::{self, Write};

use super::inert::xml;
use super::{Format, Report, lines};
use crate::check::CHECKS;

pub(super) const FORMAT: Format =
    Format { id: "junit", about: "JUnit XML, for build servers; what stays below --fail-on passes", write };

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let of = |id: &str| report.findings.iter().filter(|f| f.check == id).collect::<Vec<_>>();
    let failures = report.findings.iter().filter(|f| report.fails(f)).count();
    let cases: usize = CHECKS.iter().map(|c| of(c.id).len().max(1)).sum();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"whosaid\" tests=\"{}\" failures=\"{failures}\" errors=\"{}\">",
        cases + report.skipped.len(),
        report.skipped.len()
    )?;
    for check in CHECKS {
        let findings = of(check.id);
        let failures = findings.iter().filter(|f| report.fails(f)).count();
        writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">",
            check.id,
            findings.len().max(1)
        )?;
        if findings.is_empty() {
            writeln!(out, "    <testcase classname=\"whosaid\" name=\"{}\"/>", check.id)?;
        }
        for finding in findings {
            let path = report.paths.relative(&finding.source);
            let name = format!("{path}:{}:{}", finding.location.line, finding.location.column);
            writeln!(
                out,
                "    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\">",
                check.id,
                xml(&name),
                xml(&path),
                finding.location.line
            )?;
            let text = xml(&lines(finding).join("\n"));
            if report.fails(finding) {
                let message = xml(&finding.message);
                writeln!(out, "      <failure type=\"{}\" message=\"{message}\">{text}</failure>", finding.severity)?;
            } else {
                writeln!(out, "      <system-out>{}: {text}</system-out>", finding.severity)?;
            }
            writeln!(out, "    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    if !report.skipped.is_empty() {
        let count = report.skipped.len();
        writeln!(out, "  <testsuite name=\"reading\" tests=\"{count}\" failures=\"0\" errors=\"{count}\">")?;
        for skipped in &report.skipped {
            let skipped = xml(skipped);
            writeln!(
                out,
                "    <testcase classname=\"reading\" name=\"{skipped}\"><error message=\"{skipped}\"/></testcase>"
            )?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}
