//! Checkstyle XML, which many review tools read.

use std::io::{self, Write};

use super::inert::xml;
use super::{Format, Report, lines};
use crate::check::Severity;

pub(super) const FORMAT: Format = Format { id: "checkstyle", about: "Checkstyle XML, for review tools", write };

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">")?;
    for file in report.findings.chunk_by(|a, b| a.source == b.source) {
        writeln!(out, "  <file name=\"{}\">", xml(&report.paths.relative(&file[0].source)))?;
        for finding in file {
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                _ => "info",
            };
            writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"whosaid.{}\"/>",
                finding.location.line,
                finding.location.column,
                xml(&lines(finding).join("\n")),
                finding.check
            )?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}
