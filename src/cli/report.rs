//! What a person is told on standard error: problems, notes, and a line at the end that sums up the run.

use std::io::{self, IsTerminal, Write};
use std::time::Instant;

use anstyle::{AnsiColor, Style};
use whosaid::output::inert;
use whosaid::tally::Tally;

const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default().bold();

/// Prints a line on standard error: something could not be done. The text may come from an article, so control characters are made
/// visible.
pub(super) fn complain(message: &str) {
    print(RED, message);
}

/// Prints a line on standard error: something to know.
pub(super) fn note(message: &str) {
    print(YELLOW, message);
}

fn print(style: Style, message: &str) {
    // Where nobody reads messages any more there is nobody to tell.
    let _ = writeln!(anstream::stderr(), "{style}whosaid{style:#}: {}", inert(message).replace('\r', "\u{fffd}"));
}

/// What a run did, for the line at its end.
pub(super) struct Summary {
    start: Instant,
    pub tally: Tally,
    pub problems: usize,
    repaired: usize,
    decoded: usize,
    other_notes: usize,
    first_note: Option<String>,
}

impl Summary {
    pub fn new() -> Self {
        Summary {
            start: Instant::now(),
            tally: Tally::default(),
            problems: 0,
            repaired: 0,
            decoded: 0,
            other_notes: 0,
            first_note: None,
        }
    }

    /// Takes note of what was noticed while an article was read.
    pub fn read(&mut self, article: &whosaid::Article) {
        for text in &article.notes {
            if text.starts_with("mojibake") {
                self.repaired += 1;
            } else if text.starts_with("decoded from") {
                self.decoded += 1;
            } else {
                self.other_notes += 1;
                self.first_note.get_or_insert_with(|| format!("{}: {text}", article.source));
            }
        }
    }

    /// Prints the line if a person is there to read it or the records went to a file.
    pub fn print(&self, quiet: bool, to_file: bool) {
        if quiet || !(to_file || io::stderr().is_terminal()) {
            return;
        }
        if let Some(text) = &self.first_note {
            let more = if self.other_notes > 1 {
                format!(" (and {} more of the kind)", self.other_notes - 1)
            } else {
                String::new()
            };
            note(&format!("{text}{more}"));
        }
        let mut parts = vec![
            count(self.tally.articles(), "article", "articles"),
            count(self.tally.quotes(), "quote", "quotes"),
            count(self.tally.named(), "speaker", "speakers"),
            format!("{} unattributed", grouped(self.tally.unattributed())),
        ];
        if self.repaired > 0 {
            parts.push(format!("mojibake repaired in {}", grouped(self.repaired)));
        }
        if self.decoded > 0 {
            parts.push(format!("{} not in UTF-8", grouped(self.decoded)));
        }
        if self.problems > 0 {
            parts.push(count(self.problems, "problem", "problems"));
        }
        parts.push(format!("{:.1} s", self.start.elapsed().as_secs_f64()));
        let style = if self.problems > 0 { YELLOW } else { GREEN };
        let _ = writeln!(anstream::stderr(), "{style}whosaid{style:#}: {}", parts.join(", "));
    }
}

/// A number with its noun.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// A number with a comma between thousands.
pub(super) fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(d);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (n, want) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(n), want);
        }
        assert_eq!(count(1, "quote", "quotes"), "1 quote");
    }
}
