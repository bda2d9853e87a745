//! Links that land on a quote: to the web with a text fragment (`#:~:text=`, WICG Scroll to Text Fragment), to a file beside the output.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::path::{Component, Path};

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Base;
use crate::article::Article;
use crate::record::{Place, Record};

/// In a text directive `-`, `,` and `&` have a meaning; of the others only those are left that no program takes for the link's end.
const DIRECTIVE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');
/// What a path may hold as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~').remove(b'-').remove(b'/').remove(b'+');
/// What would end a link or leave its attribute.
const URL: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'\\').add(b'^').add(b'{').add(b'|').add(b'}');

/// A quote of up to this many words is named whole, a longer one by its first and last words.
const WHOLE: usize = 12;
const ENDS: usize = 5;

/// Links to places in one article.
#[derive(Debug)]
pub struct Links<'a> {
    article: &'a Article,
    file: Option<String>,
    /// The text as a browser compares it: lower case, white space folded; made when the first link into it is.
    folded: OnceCell<String>,
}

impl<'a> Links<'a> {
    /// Links from an output at `base`.
    pub fn new(article: &'a Article, base: Option<&Base>) -> Self {
        let file = base.and_then(|base| article.path.as_deref().and_then(|path| relative(Path::new(path), base)));
        Links { article, file, folded: OnceCell::new() }
    }

    /// The article's address on the web, without a fragment, if it has a sound one.
    pub fn page(&self) -> Option<Cow<'a, str>> {
        let url = self.article.url.as_deref().filter(|_| is_web(self.article))?;
        Some(utf8_percent_encode(url.trim().split(":~:").next()?.trim_end_matches('#'), URL).into())
    }

    /// The file the article was read from, as a link from the output.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// A link that lands on a record: on the web if the article stands there, else in its file.
    pub fn to(&self, record: &Record) -> Option<String> {
        let web = self.page();
        let page = web.as_deref().or(self.file())?;
        // In a file only browsers find the place; other programs would take the fragment for a part of its name.
        let in_browser = web.is_some() || page.ends_with(".html") || page.ends_with(".htm");
        let fragment = if in_browser { self.fragment(record) } else { String::new() };
        match (fragment.is_empty(), page.contains('#')) {
            (true, _) => Some(page.to_owned()),
            (false, true) => Some(format!("{page}:~:{fragment}")),
            (false, false) => Some(format!("{page}#:~:{fragment}")),
        }
    }

    fn fragment(&self, record: &Record) -> String {
        let pieces: Vec<_> = record.segments.iter().take(3).filter_map(|s| self.piece(s)).collect();
        pieces.join("&")
    }

    fn piece(&self, segment: &Place) -> Option<String> {
        let body = &self.article.body;
        let text = body.get(segment.bytes.clone())?;
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() {
            return None;
        }
        let in_one_block = !text.contains("\n\n") && !text.contains("\n\r\n");
        let (start, end) = if words.len() <= WHOLE && in_one_block {
            (words.join(" "), None)
        } else {
            let ends = ENDS.min(words.len() / 2).max(1);
            // The first words may not run into the next block.
            let first = text.split('\n').find(|l| !l.trim().is_empty()).unwrap_or(text);
            let last = text.rsplit('\n').find(|l| !l.trim().is_empty()).unwrap_or(text);
            let head: Vec<&str> = first.split_whitespace().take(ends).collect();
            let mut tail: Vec<&str> = last.split_whitespace().rev().take(ends).collect();
            tail.reverse();
            (head.join(" "), Some(tail.join(" ")))
        };
        let folded = self.folded.get_or_init(|| fold(body));
        let is_unique = folded.matches(&fold(&start)).nth(1).is_none();
        let (mut before, mut after) = (String::new(), String::new());
        if !is_unique || words.len() < 3 {
            before = last_words(&body[..segment.bytes.start]);
            after = first_words(&body[segment.bytes.end..]);
        }
        Some(text_fragment(&before, &start, end.as_deref(), &after))
    }
}

/// Up to four words right before a place, of the same block.
fn last_words(text: &str) -> String {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let mut words: Vec<&str> = line.split_whitespace().rev().take(4).collect();
    words.reverse();
    words.join(" ")
}

fn first_words(text: &str) -> String {
    text.split('\n').next().unwrap_or_default().split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

fn fold(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text directive: what stands before (may be empty), the first words, the last words of a long text, what stands behind.
///
/// ```
/// use whosaid::output::text_fragment;
/// assert_eq!(text_fragment("", "We are late, again", None, ""), "text=We%20are%20late%2C%20again");
/// assert_eq!(text_fragment("said:", "No", None, "she"), "text=said%3A-,No,-she");
/// ```
pub fn text_fragment(before: &str, start: &str, end: Option<&str>, after: &str) -> String {
    let encode = |text: &str| utf8_percent_encode(text, DIRECTIVE).to_string();
    let mut out = "text=".to_owned();
    if !before.is_empty() {
        out += &format!("{}-,", encode(before));
    }
    out += &encode(start);
    if let Some(end) = end {
        out += &format!(",{}", encode(end));
    }
    if !after.is_empty() {
        out += &format!(",-{}", encode(after));
    }
    out
}

/// A name for something on no known address: a relative IRI.
pub(super) fn iri(source: &str) -> String {
    if ["http://", "https://"].iter().any(|s| source.starts_with(s)) {
        utf8_percent_encode(source, URL).to_string()
    } else {
        utf8_percent_encode(source, PATH).to_string()
    }
}

/// Whether an article's address is one of the web: any other could run something.
fn is_web(article: &Article) -> bool {
    article.url.as_deref().is_some_and(|url| {
        let url = url.trim();
        ["http://", "https://"].iter().any(|s| url.get(..s.len()).is_some_and(|u| u.eq_ignore_ascii_case(s)))
            && !url.contains(char::is_control)
    })
}

/// A path from the output's folder, as a link.
fn relative(path: &Path, base: &Base) -> Option<String> {
    let target = normal(&base.current.join(path))?;
    let from = normal(&base.output)?;
    let shared = target.iter().zip(from.iter()).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - shared);
    let steps: Vec<String> = up.chain(target[shared..].iter().cloned()).collect();
    Some(utf8_percent_encode(&steps.join("/"), PATH).to_string())
}

/// The names in an absolute path, `..` worked out.
fn normal(path: &Path) -> Option<Vec<String>> {
    let mut out = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => out.push(name.to_str()?.to_owned()),
            Component::ParentDir => {
                out.pop();
            }
            Component::Prefix(drive) => out.push(drive.as_os_str().to_str()?.to_owned()),
            Component::RootDir | Component::CurDir => {}
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Extractor, lexicon::Lexicon};

    #[test]
    fn links_land_on_the_quote() {
        let long = "“We have waited for this ferry since the morning and nobody has told us a word about it yet!” Anna Berg said.";
        for (body, url, want) in [
            (
                "“We are late!” Anna Berg said.",
                "https://x.example/a",
                Some("https://x.example/a#:~:text=We%20are%20late%21"),
            ),
            (
                long,
                "https://x.example/a#top",
                Some("https://x.example/a#top:~:text=We%20have%20waited%20for%20this,a%20word%20about%20it%20yet%21"),
            ),
            (
                "We are late! it was late. “We are late!” Anna Berg said.",
                "https://x.example/a",
                Some(
                    "https://x.example/a#:~:text=it%20was%20late.%20%E2%80%9C-,We%20are%20late%21,-%E2%80%9D%20Anna%20Berg%20said.",
                ),
            ),
            ("“We are late!” Anna Berg said.", "javascript:alert(1)", None),
            ("“We are late!” Anna Berg said.", "file:///etc/passwd", None),
            (
                "“We are late!” Anna Berg said.",
                "https://x.example/\"><b>",
                Some("https://x.example/%22%3E%3Cb%3E#:~:text=We%20are%20late%21"),
            ),
        ] {
            let article = Article { url: Some(url.to_owned()), ..Article::new("a", body) };
            let records = Extractor::new(Lexicon::empty()).extract(&article);
            assert_eq!(Links::new(&article, None).to(&records[0]).as_deref(), want, "{body}");
        }
    }

    #[test]
    fn files_are_named_from_the_output() {
        for (path, current, output, want) in [
            ("articles/a b.txt", "/home/me", "/home/me", "articles/a%20b.txt"),
            ("articles/a.txt", "/home/me", "/home/me/out", "../articles/a.txt"),
            ("../x/é#1.txt", "/home/me", "/home/me", "../x/%C3%A9%231.txt"),
            ("/data/a.txt", "/home/me", "/home/me", "../../data/a.txt"),
        ] {
            let base = Base { current: current.into(), output: output.into() };
            assert_eq!(relative(Path::new(path), &base).as_deref(), Some(want));
        }
    }
}
