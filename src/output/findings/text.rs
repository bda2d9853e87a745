//! For people at a terminal: each finding with its words marked in their line, as compilers do it; the manual's advice once a check.

use std::collections::BTreeSet;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::inert::log_line;
use super::{Format, Report};
use crate::check::{Finding, Severity, find};

pub(super) const FORMAT: Format =
    Format { id: "text", about: "For people: each finding with its words marked in their line", write };

/// Escape sequences, or none.
struct Paint(bool);

const BOLD: &str = "1";
const BLUE: &str = "1;34";

impl Paint {
    fn put(&self, style: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{style}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

fn style(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        _ => "1;36",
    }
}

fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(report.color);
    let mut advised = BTreeSet::new();
    for finding in &report.findings {
        one(finding, advised.insert(finding.check), &paint, out)?;
    }
    writeln!(out, "{}", paint.put(BOLD, &report.summary()))?;
    let fixable = report.findings.iter().filter(|f| f.fix.is_some()).count();
    if fixable > 0 {
        writeln!(out, "{fixable} can be mended with --fix; --diff shows how")?;
    }
    Ok(())
}

fn one(finding: &Finding, advise: bool, paint: &Paint, out: &mut dyn Write) -> io::Result<()> {
    let place = &finding.location;
    let number = place.line.to_string();
    let gutter = " ".repeat(number.len());
    let bar = paint.put(BLUE, "|");
    let kind = format!("{}[{}]", finding.severity, finding.check);
    writeln!(
        out,
        "{}{}",
        paint.put(style(finding.severity), &kind),
        paint.put(BOLD, &log_line(&format!(": {}", finding.message)))
    )?;
    let arrow = paint.put(BLUE, "-->");
    writeln!(out, "{gutter}{arrow} {}", log_line(&format!("{}:{}:{}", finding.source, place.line, place.column)))?;
    if !place.excerpt.text.is_empty() {
        let excerpt = &place.excerpt;
        let marked = &excerpt.text[excerpt.marked.clone()];
        let indent = " ".repeat(excerpt.text[..excerpt.marked.start].width());
        let carets = "^".repeat(marked.width().max(1));
        writeln!(out, "{gutter} {bar}")?;
        writeln!(out, "{} {bar} {}", paint.put(BLUE, &number), log_line(&excerpt.text))?;
        writeln!(out, "{gutter} {bar} {indent}{}", paint.put(style(finding.severity), &carets))?;
    }
    let note = |out: &mut dyn Write, kind: &str, text: &str| {
        writeln!(out, "{gutter} {} {}: {}", paint.put(BLUE, "="), paint.put(BOLD, kind), log_line(text))
    };
    for n in &finding.notes {
        match &n.place {
            Some(p) => note(out, "note", &format!("{} ({}:{})", n.message, p.source, p.line))?,
            None => note(out, "note", &n.message)?,
        }
    }
    if let Some(diff) = finding.diff_text() {
        note(out, "changed", &diff)?;
    }
    if let Some(fix) = &finding.fix {
        note(out, "fix", &fix.title)?;
    }
    if let Some(check) = find(finding.check).filter(|_| advise) {
        note(out, "help", check.remedy)?;
    }
    writeln!(out)
}
