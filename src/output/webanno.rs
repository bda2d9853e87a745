//! W3C Web Annotation (JSON-LD): an annotation a record, its targets found by the words, by their offsets in a text, by their element
//! in a page. Hypothesis, Recogito, Apache Annotator and others read it.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::link::iri;
use super::{Format, Links, Open, Options, Sink, schemaorg, to_writer};
use crate::article::Article;
use crate::record::{Place, Record};

pub(super) const FORMAT: Format = Format {
    id: "webanno",
    endings: &["jsonld"],
    about: "W3C Web Annotation (JSON-LD), an annotation a quote",
    binary: false,
    open: Open::Stream(|out, options| Ok(Box::new(WebAnnotation { out, options: options.clone(), first: true }))),
};

/// Characters before and behind a quote that help to find it.
const AROUND: usize = 32;

struct WebAnnotation<'a> {
    out: Box<dyn Write + Send + 'a>,
    options: Options,
    first: bool,
}

const HEAD: &str = r#"{
"@context": ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}],
"id": "urn:uuid:8a1f6f0e-5d2b-8c3a-9b7e-77686f736169",
"type": "AnnotationPage",
"items": ["#;

impl Sink for WebAnnotation<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        let links = Links::new(article, self.options.links.as_ref());
        let input: Vec<char> = if records.is_empty() { Vec::new() } else { article.original().chars().collect() };
        for record in records {
            if std::mem::take(&mut self.first) {
                self.out.write_all(HEAD.as_bytes())?;
            } else {
                self.out.write_all(b",")?;
            }
            self.out.write_all(b"\n")?;
            to_writer(&mut self.out, &annotation(article, &links, &input, record))?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if self.first {
            self.out.write_all(HEAD.as_bytes())?;
        }
        self.out.write_all(b"\n]\n}\n")?;
        self.out.flush()
    }
}

fn annotation(article: &Article, links: &Links, input: &[char], record: &Record) -> Value {
    let mut bodies =
        vec![json!({ "type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": record.kind })];
    if let Some(speaker) = &record.speaker {
        bodies.insert(
            0,
            json!({ "type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": speaker }),
        );
    }
    if let Some(role) = &record.role {
        bodies.push(json!({ "type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": role }));
    }
    for flag in &record.flags {
        bodies.push(json!({ "type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": flag }));
    }
    bodies.push(schemaorg::prefixed(record));
    let source = links.page().map_or_else(|| iri(&article.source), |page| page.into_owned());
    let targets: Vec<Value> = record
        .segments
        .iter()
        .map(|segment| json!({ "type": "SpecificResource", "source": source, "selector": selectors(article, links, input, segment) }))
        .collect();
    json!({
        "id": uuid(&record.source, &record.id),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": { "type": "Software", "schema:name": concat!("whosaid ", env!("CARGO_PKG_VERSION")) },
        "body": bodies,
        "target": targets,
    })
}

/// Several ways to the same words, for readers that know one of them.
fn selectors(article: &Article, links: &Links, input: &[char], segment: &Place) -> Vec<Value> {
    let around = |range: std::ops::Range<usize>| input.get(range).unwrap_or_default().iter().collect::<String>();
    let prefix = around(segment.start.saturating_sub(AROUND)..segment.start);
    let suffix = around(segment.end..(segment.end + AROUND).min(input.len()));
    let quote = json!({ "type": "TextQuoteSelector", "exact": segment.text, "prefix": prefix, "suffix": suffix });
    let mut out = vec![quote.clone()];
    match article.element_at(segment.bytes.start) {
        Some(element) => out.push(json!({ "type": "CssSelector", "value": element, "refinedBy": quote })),
        // Offsets into the text as read say nothing of a page.
        None if links.page().is_none() => {
            out.push(json!({ "type": "TextPositionSelector", "start": segment.start, "end": segment.end }));
        }
        None => {}
    }
    out
}

/// A name for a record that is the same in every run: a UUID of the kind for own uses (RFC 9562, version 8) from a hash.
pub(super) fn uuid(source: &str, id: &str) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::new().chain_update(source).chain_update([0]).chain_update(id).finalize();
    let mut hex: String = hash.iter().take(16).map(|b| format!("{b:02x}")).collect();
    hex.replace_range(12..13, "8");
    let variant = (hash[8] & 0x3f) | 0x80;
    hex.replace_range(16..18, &format!("{variant:02x}"));
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_uuids() {
        let one = uuid("a.txt", "00ff");
        assert_eq!(one, uuid("a.txt", "00ff"));
        assert_ne!(one, uuid("b.txt", "00ff"));
        let parts: Vec<_> = one.trim_start_matches("urn:uuid:").split('-').collect();
        assert_eq!(parts.iter().map(|p| p.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(parts[2].starts_with('8') && parts[3].starts_with(['8', '9', 'a', 'b']));
    }
}
