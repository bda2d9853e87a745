//! JSON lines: a finding a line, with all it has. For programs of one’s own.

use std::io::{self, Write};

use super::{Format, Report};

pub(super) const FORMAT: Format = Format { id: "jsonl", about: "JSON lines, a finding a line with all it has", write };

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        serde_json::to_writer(&mut *out, finding)?;
        writeln!(out)?;
    }
    Ok(())
}
