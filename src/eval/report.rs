//! The figures, the rules and the errors as text to read or as JSON for machines.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

use super::errors::{Cause, Miss};
use super::figures::{FIGURES, Value};
use super::measure::{Counts, Measured};
use crate::output::{inert, one_line};

/// What an evaluation came to.
#[derive(Debug, Default)]
pub struct Report {
    counts: Counts,
    misses: Vec<Miss>,
}

/// What a rule's quotes are worth: shares from 0 to 1.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct RuleRow {
    /// The rule.
    pub rule: String,
    /// Quotes it decided.
    pub quotes: usize,
    /// Share whose content is exactly an annotated one.
    pub strict: f64,
    /// Share of the content that is annotated, averaged.
    pub soft: f64,
    /// Share with the right speaker, of those with half of the content annotated.
    pub source: f64,
    /// Rows of the export that it made.
    pub rows: usize,
    /// Share of these rows that can be used as they are: what `confidence` states.
    pub right: f64,
    /// The lower end of that share's 95 % interval (Wilson 1927): what can be said where rows are few.
    pub least: f64,
    /// The share of direct and mixed rows, with their number.
    pub marked: (f64, usize),
    /// The share of indirect rows, with their number.
    pub indirect: (f64, usize),
    /// The confidence that the rule states.
    pub confidence: f64,
}

impl Report {
    /// Adds an article.
    pub fn add(&mut self, measured: Measured) {
        self.counts.join(measured.counts);
        self.misses.extend(measured.misses);
    }

    /// Articles compared.
    pub fn articles(&self) -> usize {
        self.counts.articles
    }

    /// Quotes found, those of one act of speech counted once.
    pub fn quotes(&self) -> usize {
        self.counts.quotes
    }

    /// The value of a metric: a figure's name and its part, as in `passage-f1`.
    pub fn metric(&self, name: &str) -> Option<f64> {
        self.metrics().into_iter().find(|(n, _)| n == name).map(|(_, value)| value)
    }

    /// All metrics by name.
    pub fn metrics(&self) -> Vec<(String, f64)> {
        let figures = FIGURES.iter().map(|f| (f.id, (f.value)(&self.counts)));
        figures.flat_map(|(id, value)| value.metrics().into_iter().map(move |(m, v)| (format!("{id}{m}"), v))).collect()
    }

    /// The rules, those with the most quotes first.
    pub fn rules(&self) -> Vec<RuleRow> {
        let mut out: Vec<RuleRow> = self
            .counts
            .rules
            .iter()
            .map(|(rule, c)| {
                let [marked, indirect] = c.usable;
                let rows = marked.of + indirect.of;
                let hits = marked.hits + indirect.hits;
                RuleRow {
                    rule: rule.clone(),
                    quotes: c.strict.of,
                    strict: c.strict.share(),
                    soft: c.soft.share(),
                    source: c.source.share(),
                    rows,
                    right: if rows == 0 { 0.0 } else { hits / rows as f64 },
                    least: least(hits, rows),
                    marked: (marked.share(), marked.of),
                    indirect: (indirect.share(), indirect.of),
                    // Two places, as it is written in the rule.
                    confidence: (f64::from(c.confidence) * 100.0).round() / 100.0,
                }
            })
            .collect();
        out.sort_by(|a, b| b.quotes.cmp(&a.quotes).then(a.rule.cmp(&b.rule)));
        out
    }

    /// The errors, in the order of the articles.
    pub fn errors(&self) -> &[Miss] {
        &self.misses
    }

    /// Writes the figures, the errors counted by cause and the first `errors` of each, as text.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn write_text(&self, out: &mut impl Write, errors: usize) -> io::Result<()> {
        let mut head = "";
        for figure in FIGURES {
            let value = (figure.value)(&self.counts);
            let (columns, cells) = match value {
                Value::Balance([p, r, f]) => ("precision  recall      F1", format!("{p:9.3}  {r:6.3}  {f:6.3}")),
                Value::Recall([s, p], n) => ("   strict    soft      of", format!("{s:9.3}  {p:6.3}  {n:6}")),
                Value::Share(s, n) => ("    share              of", format!("{s:9.3}          {n:6}")),
            };
            if columns != head {
                let gap = if head.is_empty() { "" } else { "\n" };
                writeln!(out, "{gap}{:18}{columns}", "")?;
                head = columns;
            }
            writeln!(out, "{:18}{cells}", figure.id)?;
        }
        if self.misses.is_empty() {
            return Ok(());
        }
        writeln!(out, "\nerrors")?;
        for cause in Cause::ALL {
            let all: Vec<&Miss> = self.misses.iter().filter(|m| m.cause == *cause).collect();
            if all.is_empty() {
                continue;
            }
            writeln!(out, "{:6}  {:14}{}", all.len(), cause.as_str(), cause.says())?;
            for miss in all.iter().take(errors) {
                write_miss(out, miss)?;
            }
        }
        Ok(())
    }

    /// Writes what each rule's quotes are worth, as text: the table from which the rules' confidence is set.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn write_rules(&self, out: &mut impl Write) -> io::Result<()> {
        let rows = self.rules();
        let width = rows.iter().map(|r| r.rule.len()).max().unwrap_or(0).max(4);
        writeln!(
            out,
            "{:width$}  quotes  strict   soft  source    rows  right  least  stated   marked    of  indirect    of",
            "rule"
        )?;
        let share = |(share, of): (f64, usize)| if of == 0 { "–".to_owned() } else { format!("{share:.3}") };
        for r in rows {
            writeln!(
                out,
                "{:width$}  {:6}  {:6.3}  {:5.3}  {:6.3}  {:6}  {:5.3}  {:5.3}  {:6.2}   {:>6}  {:4}    {:>6}  {:4}",
                r.rule,
                r.quotes,
                r.strict,
                r.soft,
                r.source,
                r.rows,
                r.right,
                r.least,
                r.confidence,
                share(r.marked),
                r.marked.1,
                share(r.indirect),
                r.indirect.1,
            )?;
        }
        Ok(())
    }

    /// All of it as one JSON object, with at most `errors` errors of each cause.
    pub fn to_json(&self, errors: usize) -> Json {
        let mut figures = Map::new();
        for figure in FIGURES {
            let value = match (figure.value)(&self.counts) {
                Value::Balance([p, r, f]) => json!({ "precision": p, "recall": r, "f1": f }),
                Value::Recall([strict, soft], of) => json!({ "strict": strict, "soft": soft, "of": of }),
                Value::Share(share, of) => json!({ "share": share, "of": of }),
            };
            figures.insert(figure.id.to_owned(), value);
        }
        let mut causes: BTreeMap<&str, usize> = BTreeMap::new();
        let mut listed: Vec<&Miss> = Vec::new();
        for miss in &self.misses {
            let count = causes.entry(miss.cause.as_str()).or_default();
            *count += 1;
            if *count <= errors {
                listed.push(miss);
            }
        }
        json!({
            "articles": self.articles(),
            "quotes": self.quotes(),
            "figures": figures,
            "rules": self.rules(),
            "causes": causes,
            "errors": listed,
        })
    }
}

/// The lower end of the 95 % interval of a share.
fn least(hits: f64, of: usize) -> f64 {
    if of == 0 {
        return 0.0;
    }
    let (n, z) = (of as f64, 1.96);
    let share = hits / n;
    let spread = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    (share + z * z / (2.0 * n) - spread).max(0.0) / (1.0 + z * z / n)
}

fn write_miss(out: &mut impl Write, miss: &Miss) -> io::Result<()> {
    let line = |words: &str| one_line(words, 96);
    let rule = miss.rule.as_ref().map(|r| format!(", {r}")).unwrap_or_default();
    writeln!(out, "          {}:{}: {}{rule}", inert(&miss.source), miss.line, miss.kind)?;
    let is_speaker = matches!(miss.cause, Cause::WrongSpeaker | Cause::NoSpeaker);
    for (label, words) in [("gold", &miss.annotated), ("found", &miss.found)] {
        if let Some(words) = words.as_ref().filter(|_| !(is_speaker && label == "found")) {
            writeln!(out, "            {label:6} {}", line(words))?;
        }
    }
    if is_speaker {
        let said = |name: &Option<String>| name.as_deref().map_or("nobody".to_owned(), line);
        writeln!(out, "            by     {}, found: {}", said(&miss.source_words), said(&miss.speaker))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_rows_say_little() {
        for (hits, of, want) in
            [(0.0, 0, 0.0), (0.0, 10, 0.0), (10.0, 10, 0.722), (95.0, 100, 0.888), (950.0, 1000, 0.935)]
        {
            assert!((least(hits, of) - want).abs() < 0.001, "{hits} of {of}: {}", least(hits, of));
        }
    }
}
