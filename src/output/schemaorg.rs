//! schema.org `Quotation` (JSON-LD): a graph of quotations with who spoke them and the article they stand in, as archives and search
//! engines read it.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::link::iri;
use super::webanno::uuid;
use super::{Format, Links, Open, Options, Sink, to_writer};
use crate::article::Article;
use crate::record::{Flag, Record};

pub(super) const FORMAT: Format = Format {
    id: "schemaorg",
    endings: &[],
    about: "schema.org Quotation (JSON-LD), a graph of quotes with speakers and articles",
    binary: false,
    open: Open::Stream(|out, options| Ok(Box::new(SchemaOrg { out, options: options.clone(), first: true }))),
};

struct SchemaOrg<'a> {
    out: Box<dyn Write + Send + 'a>,
    options: Options,
    first: bool,
}

const HEAD: &str = "{\n\"@context\": \"https://schema.org\",\n\"@graph\": [";

impl SchemaOrg<'_> {
    fn node(&mut self, node: &Value) -> io::Result<()> {
        let before = if std::mem::take(&mut self.first) { HEAD } else { "," };
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(b"\n")?;
        to_writer(&mut self.out, node)
    }
}

impl Sink for SchemaOrg<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        if records.is_empty() {
            return Ok(());
        }
        let links = Links::new(article, self.options.links.as_ref());
        let page = links.page().map_or_else(|| iri(&article.source), |page| page.into_owned());
        let mut node = json!({ "@type": "NewsArticle", "@id": page, "identifier": article.source });
        let fields = [
            ("url", links.page().map(|p| json!(p))),
            ("headline", article.title.as_ref().map(|t| json!(t))),
            ("datePublished", article.date.map(|d| json!(d.to_string()))),
            ("author", article.author.as_ref().map(|a| json!({ "@type": "Person", "name": a }))),
        ];
        extend(&mut node, fields);
        self.node(&node)?;
        for record in records {
            let mut node = json!({
                "@type": "Quotation",
                "@id": uuid(&record.source, &record.id),
                "identifier": record.id,
                "text": record.quote,
                "genre": format!("{} speech", record.kind),
                "isPartOf": { "@id": page },
            });
            let who = source(record);
            extend(
                &mut node,
                [("url", links.to(record).filter(|_| links.page().is_some()).map(|l| json!(l))), (who.0, who.1)],
            );
            self.node(&node)?;
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

/// Who spoke, and the property that says so: a text that is quoted speaks through no character.
fn source(record: &Record) -> (&'static str, Option<Value>) {
    let Some(name) = &record.speaker else { return ("spokenByCharacter", None) };
    let is = |flag: Flag| record.flags.contains(&flag);
    if is(Flag::Document) {
        return ("citation", Some(json!({ "@type": "CreativeWork", "name": name })));
    }
    let kind = if is(Flag::Group) { "Organization" } else { "Person" };
    let mut who = json!({ "@type": kind, "name": name });
    extend(
        &mut who,
        [
            ("identifier", record.speaker_id.as_ref().map(|i| json!(i))),
            ("jobTitle", record.role.as_ref().filter(|_| kind == "Person").map(|r| json!(r))),
        ],
    );
    ("spokenByCharacter", Some(who))
}

fn extend<const N: usize>(node: &mut Value, fields: [(&str, Option<Value>); N]) {
    if let Value::Object(map) = node {
        map.extend(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
}

/// A record as a quotation whose terms carry the prefix `schema:`, to stand within another vocabulary.
pub(super) fn prefixed(record: &Record) -> Value {
    fn prefix(value: Value) -> Value {
        match value {
            Value::Object(map) => Value::Object(
                map.into_iter()
                    .map(|(name, value)| match (name.as_str(), value) {
                        ("@type", Value::String(kind)) => ("type".to_owned(), json!(format!("schema:{kind}"))),
                        (_, value) => (format!("schema:{name}"), prefix(value)),
                    })
                    .collect::<Map<_, _>>(),
            ),
            other => other,
        }
    }
    let mut node = json!({ "@type": "Quotation", "text": record.quote, "identifier": record.id });
    extend(&mut node, [source(record)]);
    prefix(node)
}
