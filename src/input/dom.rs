//! What a reader sees of a page: its paragraphs, in the order of its elements. Knows the tree of a page and nothing of articles.

use std::collections::HashMap;

use dom_query::NodeRef;

/// The attribute that carries an element's number through the search for the main content.
pub(super) const STAMP: &str = "data-whosaid";

/// The parser looks at all open elements for each new one: a page made to be deep would take it hours.
pub(super) const DEEPEST: usize = 2000;

/// Whether more elements are open at once than any article has, by a count that takes no parsing.
pub(super) fn is_too_deep(html: &str) -> bool {
    // Their end tags may be missing, or they have none.
    const NOT_COUNTED: &[&str] = &[
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead", "tfoot", "colgroup", "br", "img", "input",
        "meta", "link", "hr", "source", "area", "base", "col", "embed", "track", "wbr", "param", "html", "head",
        "body", "path",
    ];
    let bytes = html.as_bytes();
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &bytes[at..]) {
        at += open + 1;
        let close = bytes.get(at) == Some(&b'/');
        let name_at = at + usize::from(close);
        let length = bytes[name_at..].iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
        if length == 0 {
            continue;
        }
        let name = html[name_at..name_at + length].to_ascii_lowercase();
        if NOT_COUNTED.contains(&name.as_str()) {
            continue;
        }
        if close {
            depth = depth.saturating_sub(1);
        } else if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
            // What stands in it are no tags, until its own end.
            let ends = memchr::memmem::find_iter(&bytes[name_at..], b"</").map(|e| name_at + e + 2);
            let is_own =
                |e: &usize| bytes.get(*e..*e + length).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
            at = ends.into_iter().find(is_own).map_or(bytes.len(), |e| e + length);
        } else {
            let tag = &bytes[name_at..memchr::memchr(b'>', &bytes[name_at..]).map_or(bytes.len(), |e| name_at + e)];
            depth += usize::from(!tag.ends_with(b"/"));
            if depth > DEEPEST {
                return true;
            }
        }
    }
    false
}

/// Visits the nodes under `root` in order, entering and leaving each, without recursion. A visitor that says false when it enters an
/// element passes over what is in it.
pub(super) fn walk(root: &NodeRef, mut visit: impl FnMut(&NodeRef, bool) -> bool) {
    let mut next = root.first_child();
    let mut depth = 0;
    while let Some(node) = next {
        if visit(&node, true)
            && let Some(child) = node.first_child()
        {
            depth += 1;
            next = Some(child);
            continue;
        }
        visit(&node, false);
        let mut at = node;
        next = loop {
            if let Some(sibling) = at.next_sibling() {
                break Some(sibling);
            }
            if depth == 0 {
                break None;
            }
            depth -= 1;
            match at.parent() {
                Some(parent) => at = parent,
                None => break None,
            }
            visit(&at, false);
        };
    }
}

/// A paragraph of a page.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub text: String,
    /// The number that its element carries in the attribute [`STAMP`].
    pub stamp: Option<usize>,
}

/// What is no text of the article, or no text at all.
const SILENT: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "title",
    "nav",
    "aside",
    "footer",
    "form",
    "button",
    "select",
    "textarea",
    "figcaption",
    "svg",
    "math",
    "iframe",
    "object",
    "video",
    "audio",
    "canvas",
    "dialog",
    "menu",
];

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The text under a node as a reader sees it: a paragraph a block, white space folded.
pub(super) fn paragraphs(root: &NodeRef) -> Vec<Paragraph> {
    let mut out = Writer::default();
    let mut blocks: HashMap<dom_query::NodeId, Option<usize>> = HashMap::new();
    walk(root, |node, entering| {
        if node.is_text() {
            if entering {
                out.text(&node.text());
            }
            return true;
        }
        let Some(name) = node.node_name().filter(|_| node.is_element()) else { return !node.is_comment() };
        let name = &*name;
        if entering && (SILENT.contains(&name) || is_hidden(node)) {
            out.silent = Some(node.id);
            return false;
        }
        if !entering && out.silent.take_if(|id| *id == node.id).is_some() {
            return true;
        }
        match (name, entering) {
            ("br", true) => out.line_break(),
            // A browser shows the marks of a <q>.
            ("q", true) => out.text("“"),
            ("q", false) => out.text("”"),
            (name, true) if BLOCKS.contains(&name) => {
                let stamp = node.attr(STAMP).and_then(|s| s.parse().ok());
                out.flush();
                blocks.insert(node.id, out.stamp);
                out.stamp = stamp.or(out.stamp);
            }
            (name, false) if BLOCKS.contains(&name) => {
                out.flush();
                out.stamp = blocks.remove(&node.id).flatten();
            }
            _ => {}
        }
        true
    });
    out.flush();
    out.done
}

fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|s| s.replace(' ', "").to_ascii_lowercase().contains("display:none"))
}

/// Joins text to paragraphs.
#[derive(Default)]
struct Writer {
    done: Vec<Paragraph>,
    line: String,
    space: bool,
    stamp: Option<usize>,
    silent: Option<dom_query::NodeId>,
}

impl Writer {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                self.space = true;
            } else {
                if std::mem::take(&mut self.space) && !self.line.is_empty() && !self.line.ends_with('\n') {
                    self.line.push(' ');
                }
                self.line.push(c);
            }
        }
    }

    /// One break ends a line, two a paragraph.
    fn line_break(&mut self) {
        if self.line.ends_with('\n') {
            self.flush();
        } else if !self.line.is_empty() {
            self.line.push('\n');
        }
        self.space = false;
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.line);
        let text = text.trim_matches(|c: char| matches!(c, ' ' | '\n' | '\u{a0}'));
        if !text.is_empty() {
            self.done.push(Paragraph { text: text.to_owned(), stamp: self.stamp });
        }
        self.space = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    #[test]
    fn text_as_a_reader_sees_it() {
        for (html, want) in [
            ("<p>One</p><p>Two</p>", "One\n\nTwo"),
            ("<p>“We are <em>late</em>,”\n  <b>Anna Berg</b> said.</p>", "“We are late,” Anna Berg said."),
            ("<p>a<br>b<br><br>c</p>", "a\nb\n\nc"),
            ("<p><q>Yes</q>, she said.</p>", "“Yes”, she said."),
            ("<p>a</p><script>alert('“no,” he said')</script><style>p{}</style><p>b</p>", "a\n\nb"),
            ("<p>5 &lt; 6 &amp; &ldquo;so&rdquo;</p>", "5 < 6 & “so”"),
            ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
            ("<p hidden>no</p><p style='display: none'>no</p><p>yes</p><!-- no -->", "yes"),
            ("<figure><img><figcaption>A caption.</figcaption></figure><p>a</p>", "a"),
            ("loose <p>held</p> loose again", "loose\n\nheld\n\nloose again"),
        ] {
            let got = paragraphs(&Document::from(html).root());
            let got: Vec<_> = got.iter().map(|p| p.text.as_str()).collect();
            assert_eq!(got.join("\n\n"), want, "{html}");
        }
    }
}
