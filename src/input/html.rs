//! Web pages: the main content as `dom_smoothie` finds it (Mozilla's Readability), title, author, date and canonical address from the
//! page's metadata. Offsets point into the extracted text; each paragraph remembers its element in the page.

use std::io::BufRead;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::body::Body;
use super::bounded::read_all;
use super::dom::{DEEPEST, STAMP, is_too_deep, paragraphs, walk};
use super::encoding::decode;
use super::{Format, Item, Options, Pending, Problem, dates, dom, plain};
use crate::article::{Article, Element};

pub(super) const FORMAT: Format = Format {
    id: "html",
    endings: &["html", "htm", "xhtml"],
    about: "Web pages, an article a file: main content, title, author, date and address",
    looks: |head, _| {
        let head = head.trim_ascii_start().to_ascii_lowercase();
        [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<article"].iter().any(|t| head.starts_with(t))
            || head.starts_with(b"<?xml") && memchr::memmem::find(&head, b"<html").is_some()
            || head.starts_with(b"<!--") && memchr::memmem::find(&head, b"<html").is_some()
    },
    is_export: |head, _| memchr::memmem::find(head, b"<meta name=\"generator\" content=\"whosaid").is_some(),
    read,
    seeking: None,
};

/// A page of no more elements (`html`, `head`, `body`) is all content: nothing in it could be left out.
const BARE: usize = 3;
/// Deeper pages are read without looking for the main content: what does that climbs the tree.
const DEPTH: usize = 400;

fn read(source: &str, bytes: &mut dyn BufRead, options: &Options, each: &mut dyn FnMut(Pending) -> bool) {
    let source = source.to_owned();
    match read_all(bytes, options) {
        Ok(all) => each(Pending::new(all.len(), move || page(&source, all, None, None))),
        Err(message) => each(Problem::new(&source, None, message).into()),
    };
}

/// An article of a page. `label` is the encoding its server named, `url` where it was found.
pub(super) fn page(source: &str, bytes: Vec<u8>, label: Option<&str>, url: Option<&str>) -> Item {
    let label = label.map(str::to_owned).or_else(|| declared_encoding(&bytes));
    let Ok(decoded) = decode(bytes, label.as_deref()) else {
        return Item::Problem(Problem::new(source, None, plain::BINARY));
    };
    if is_too_deep(&decoded.text) {
        let message = format!("is nested more than {DEEPEST} elements deep, as no article is: leave it out");
        return Item::Problem(Problem::new(source, None, message));
    }
    let mut article = parse(&decoded.text);
    source.clone_into(&mut article.source);
    article.url = article.url.or_else(|| url.filter(|u| is_web(u)).map(str::to_owned));
    article.notes.extend(plain::notes(&decoded));
    if article.body.trim().is_empty() {
        return Item::Problem(Problem::new(
            source,
            None,
            "holds no text: a page that is filled by a script must be saved from the browser",
        ));
    }
    Item::Article(article)
}

/// The encoding that a page declares for itself.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=").or_else(|| memchr::memmem::find(&head, b"encoding="))?;
    let value = head[at..].split(|b| *b == b'=').nth(1)?;
    let value: Vec<u8> = value
        .iter()
        .copied()
        .skip_while(|b| matches!(b, b'"' | b'\'' | b' '))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .collect();
    String::from_utf8(value).ok()
}

fn is_web(url: &str) -> bool {
    let url = url.trim_start().get(..8).unwrap_or_default().to_ascii_lowercase();
    url.starts_with("http://") || url.starts_with("https://")
}

fn parse(html: &str) -> Article {
    let (document, paths) = stamped(html);
    let mut article = Article::default();
    about(&document, &mut article);
    let paragraphs = if paths.steps.len() <= BARE {
        Some(paragraphs(&document.root()))
    } else if paths.depth <= DEPTH {
        main_content(document).map(|content| paragraphs(&Document::fragment(content).root()))
    } else {
        article.notes.push("the page is nested too deep to find its main content: all of its text was read".to_owned());
        None
    };
    let paragraphs = paragraphs.filter(|p| !p.is_empty()).unwrap_or_else(|| dom::paragraphs(&stamped(html).0.root()));

    let whole = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let mut body = Body::new(&whole);
    let mut elements = Vec::with_capacity(paragraphs.len());
    for paragraph in &paragraphs {
        if !body.text().is_empty() {
            body.keep("\n\n");
        }
        if let Some(selector) = paragraph.stamp.and_then(|s| paths.selector(s)) {
            elements.push(Element { at: body.text().len(), selector });
        }
        body.keep(&paragraph.text);
    }
    body.into_article(&mut article);
    article.elements = elements;
    article
}

fn main_content(document: Document) -> Option<String> {
    let mut readability = Readability::with_document(document, None, Some(Config::default())).ok()?;
    readability.parse().ok().map(|a| a.content.to_string())
}

/// Title, author, day and address from the page's metadata.
fn about(document: &Document, article: &mut Article) {
    let first = |selector: &str, attribute: &str| {
        let found = document.select(selector);
        let value = found.iter().find_map(|n| n.attr(attribute))?;
        Some(value.trim().to_owned()).filter(|v| !v.is_empty())
    };
    let canonical = ["link[rel='canonical']", "meta[property='og:url']"].iter().zip(["href", "content"]);
    article.url = canonical.filter_map(|(s, a)| first(s, a)).find(|u| is_web(u));
    if let Ok(readability) = Readability::with_document(document.clone(), None, None) {
        let about = readability.get_article_metadata(readability.parse_json_ld());
        article.title = Some(fold(&about.title)).filter(|t| !t.is_empty());
        article.author = about.byline.map(|b| fold(&b)).filter(|b| !b.is_empty());
        article.date = about.published_time.as_deref().and_then(dates::parse);
    }
    let dated = [
        ("meta[itemprop='datePublished']", "content"),
        ("meta[name='date']", "content"),
        ("meta[name='DC.date.issued']", "content"),
        ("time[itemprop='datePublished']", "datetime"),
        ("article time[datetime]", "datetime"),
        ("time[datetime]", "datetime"),
    ];
    article.date =
        article.date.or_else(|| dated.iter().filter_map(|(s, a)| first(s, a)).find_map(|d| dates::parse(&d)));
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the elements of a page stand.
struct Paths {
    /// Parent and own step, by number.
    steps: Vec<(Option<usize>, String)>,
    depth: usize,
}

impl Paths {
    fn selector(&self, stamp: usize) -> Option<String> {
        let mut steps = Vec::new();
        let mut at = Some(stamp);
        while let Some((parent, step)) = at.and_then(|i| self.steps.get(i)) {
            steps.push(step.as_str());
            at = *parent;
        }
        steps.reverse();
        (!steps.is_empty()).then(|| steps.join(" > "))
    }
}

/// The parsed page, its elements numbered.
fn stamped(html: &str) -> (Document, Paths) {
    let document = Document::from(html);
    let mut paths = Paths { steps: Vec::new(), depth: 0 };
    let mut open: Vec<Option<usize>> = vec![None];
    walk(&document.root(), |node, entering| {
        if !node.is_element() {
            return true;
        }
        if !entering {
            open.pop();
            return true;
        }
        let parent = open.last().copied().flatten();
        let number = paths.steps.len();
        paths.steps.push((parent, step(node)));
        node.set_attr(STAMP, &number.to_string());
        open.push(Some(number));
        paths.depth = paths.depth.max(open.len());
        true
    });
    (document, paths)
}

/// An element among those of its kind under its parent.
fn step(node: &NodeRef) -> String {
    let name = node.node_name().unwrap_or_default().to_string();
    if matches!(name.as_str(), "html" | "head" | "body") {
        return name;
    }
    let same = |n: &NodeRef| n.node_name().is_some_and(|other| *other == *name);
    let mut before = 0;
    let mut at = node.prev_element_sibling();
    // Far siblings are not counted one by one for each: a list of a million rows would never end.
    while let Some(sibling) = at {
        if same(&sibling) {
            if let Some(known) = sibling.attr("data-whosaid-nth").and_then(|n| n.parse::<usize>().ok()) {
                before = known;
                break;
            }
            before += 1;
        }
        at = sibling.prev_element_sibling();
    }
    node.set_attr("data-whosaid-nth", &(before + 1).to_string());
    format!("{name}:nth-of-type({})", before + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_know_their_element() {
        let filler =
            "There was much to say about the ferry and its new timetable, and the harbour office said some of it. "
                .repeat(8);
        let page = format!(
            "<html><head><title>Ferry late</title><link rel=canonical href='https://x.example/ferry'>\
             <meta property='article:published_time' content='2016-07-15T08:00:00Z'></head><body><nav><a href=/>Home</a></nav>\
             <main><h1>Ferry late</h1><article><p>{filler}</p><div><p>{filler}</p><p>“We are late,” Anna Berg said. {filler}</p></div>\
             </article></main><footer><p>All rights</p></footer></body></html>"
        );
        let article = parse(&page);
        assert_eq!(article.title.as_deref(), Some("Ferry late"));
        assert_eq!(article.url.as_deref(), Some("https://x.example/ferry"));
        assert_eq!(article.date.unwrap().to_string(), "2016-07-15");
        assert!(!article.body.contains("Home") && !article.body.contains("All rights"));
        let at = article.body.find("“We").unwrap();
        assert_eq!(
            article.element_at(at),
            Some("html > body > main:nth-of-type(1) > article:nth-of-type(1) > div:nth-of-type(1) > p:nth-of-type(2)")
        );
    }

    #[test]
    fn deep_pages_are_read_or_refused() {
        let nested = |depth: usize| {
            format!("{}<p>“We are late,” Anna Berg said.{}", "<div>".repeat(depth), "</div>".repeat(depth))
        };
        for (depth, too_deep) in [(10, false), (500, false), (1900, false), (3000, true), (100_000, true)] {
            let page = nested(depth);
            assert_eq!(is_too_deep(&page), too_deep, "{depth}");
            if !too_deep {
                assert_eq!(parse(&page).body, "“We are late,” Anna Berg said.", "{depth}");
            }
        }
        let flat =
            format!("<ul>{}</ul><script>{}</script>", "<li><b>a</b><br>".repeat(5000), "if (a<b) x(); ".repeat(5000));
        assert!(!is_too_deep(&flat));
    }
}
