//! Comments by which a writer silences one check on one paragraph, with a reason. They are no text of the article: [`take`] lifts them
//! out before anybody reads it.
//!
//! Markdown and HTML: `<!-- whosaid: allow anonymous-source agreed with the desk -->`; text: `[[whosaid: allow anonymous-source agreed
//! with the desk]]`. A comment speaks for the paragraph it stands in, or, alone on its line, for the next.

use crate::article::{Article, Repair};

/// What a comment asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Byte of the article's body at which the comment stood.
    pub at: usize,
    /// One past its last byte in the body; the same as `at` where the format keeps comments out of the text.
    pub end: usize,
    /// The check's id as written; empty if the comment asks for nothing that can be read.
    pub check: String,
    /// Why.
    pub reason: String,
    /// Nothing else stands on its line: it speaks for the next paragraph.
    pub alone: bool,
}

const SIGN: &[u8] = b"whosaid:";
const FORMS: &[(&str, &str)] = &[("<!--", "-->"), ("[[", "]]")];

/// Takes the silencing comments out of an article, blank for blank, so that no other offset moves.
pub fn take(article: &mut Article) -> Vec<Silence> {
    let mut out: Vec<Silence> = Vec::new();
    if memchr::memmem::find(article.body.as_bytes(), SIGN).is_some() {
        let mut body = String::with_capacity(article.body.len());
        let mut at = 0;
        for (start, end, words) in Comments::new(&article.body) {
            body.push_str(&article.body[at..start]);
            let from = body.len();
            body.extend(article.body[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            out.push(Silence { at: from, end: body.len(), ..read(words) });
            at = end;
        }
        body.push_str(&article.body[at..]);
        let before = blank_before(&body, out.iter().map(|s| s.at));
        let behind = blank_behind(&body, out.iter().map(|s| s.end));
        for (silence, alone) in out.iter_mut().zip(before.into_iter().zip(behind)) {
            silence.alone = alone == (true, true);
        }
        if article.body.len() > body.len() {
            shift_repairs(article, &body);
        }
        article.body = body;
    }
    // What a format leaves out of the text is kept as a repair.
    let holds_one = |r: &&Repair| memchr::memmem::find(r.original.as_bytes(), SIGN).is_some();
    let repairs: Vec<&Repair> = article.repairs.iter().filter(holds_one).collect();
    let body = &article.body;
    let before = blank_before(body, repairs.iter().map(|r| r.at));
    let behind = blank_behind(body, repairs.iter().map(|r| r.at + article.replacement(r).len()));
    for (repair, (before, behind)) in repairs.into_iter().zip(before.into_iter().zip(behind)) {
        let original = &repair.original;
        for (start, end, words) in Comments::new(original) {
            let alone = blank(original[..start].chars().rev()).unwrap_or(before)
                && blank(original[end..].chars()).unwrap_or(behind);
            out.push(Silence { at: repair.at, end: repair.at, alone, ..read(words) });
        }
    }
    out.sort_by_key(|s| s.at);
    out
}

/// Whether nothing but white space comes before the end of the line; none where neither comes.
fn blank(mut chars: impl Iterator<Item = char>) -> Option<bool> {
    chars.find(|c| *c == '\n' || !c.is_whitespace()).map(|c| c == '\n')
}

/// For each of some places, in order, whether nothing but white space stands before it on its line.
fn blank_before(text: &str, places: impl Iterator<Item = usize>) -> Vec<bool> {
    let (mut at, mut so_far) = (0, true);
    let step = |place| {
        so_far = blank(text[at..place].chars().rev()).unwrap_or(so_far);
        at = place;
        so_far
    };
    places.map(step).collect()
}

/// For each of some places, in order, whether nothing but white space stands behind it on its line.
fn blank_behind(text: &str, places: impl DoubleEndedIterator<Item = usize>) -> Vec<bool> {
    let (mut at, mut so_far) = (text.len(), true);
    let step = |place| {
        so_far = blank(text[place..at].chars()).unwrap_or(so_far);
        at = place;
        so_far
    };
    let mut out: Vec<bool> = places.rev().map(step).collect();
    out.reverse();
    out
}

/// Repairs name bytes of the body, which got shorter where a reason held letters of several bytes; characters stayed the same.
fn shift_repairs(article: &mut Article, body: &str) {
    let (mut from, mut to) = (0, 0); // the same place in the body as it was and as it is
    for repair in &mut article.repairs {
        let chars = article.body[from..repair.at].chars().count();
        from = repair.at;
        to += body[to..].char_indices().nth(chars).map_or(body.len() - to, |(i, _)| i);
        repair.at = to;
    }
}

/// The comments of a text: of each its start, its end, and the words behind `whosaid:`.
struct Comments<'a> {
    text: &'a str,
    signs: memchr::memmem::FindIter<'a, 'static>,
    /// Where the last comment ended.
    at: usize,
    /// The forms that nothing closes any more.
    unclosed: [bool; FORMS.len()],
}

impl<'a> Comments<'a> {
    fn new(text: &'a str) -> Self {
        let signs = memchr::memmem::find_iter(text.as_bytes(), SIGN);
        Comments { text, signs, at: 0, unclosed: [false; FORMS.len()] }
    }
}

impl<'a> Iterator for Comments<'a> {
    type Item = (usize, usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let Comments { text, signs, at: from, unclosed } = self;
        signs.find_map(|at| {
            let before = text.get(*from..at)?.trim_end();
            let form = FORMS.iter().position(|(open, _)| before.ends_with(open)).filter(|&f| !unclosed[f])?;
            let (open, close) = FORMS[form];
            let words = &text[at + SIGN.len()..];
            let length = words.find(close);
            unclosed[form] = length.is_none();
            let length = length?;
            let start = *from + before.len() - open.len();
            *from = at + SIGN.len() + length + close.len();
            Some((start, *from, &words[..length]))
        })
    }
}

fn read(words: &str) -> Silence {
    let mut parts = words.split_whitespace();
    let (check, reason) = match parts.next() {
        Some("allow") => (parts.next().unwrap_or_default().to_owned(), parts.collect::<Vec<_>>().join(" ")),
        _ => (String::new(), String::new()),
    };
    Silence { at: 0, end: 0, check, reason, alone: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_leave_the_text_and_move_nothing() {
        for (body, left, want) in [
            (
                "Yes. <!-- whosaid: allow unattributed a poem -->\nNo.",
                "Yes.                                            \nNo.",
                Some(("unattributed", "a poem")),
            ),
            (
                "[[whosaid: allow name-variant so spelt\nby herself]] Yes.",
                "                                      \n             Yes.",
                Some(("name-variant", "so spelt by herself")),
            ),
            ("[[ whosaid: permit x]]", "                      ", Some(("", ""))),
            ("[[whosaid: allow unattributed]]", "                               ", Some(("unattributed", ""))),
            ("[[a link]] and <!-- a note --> stay", "[[a link]] and <!-- a note --> stay", None),
            ("<!-- whosaid: allow x never closed", "<!-- whosaid: allow x never closed", None),
        ] {
            let mut article = Article::new("a.txt", body);
            let silences = take(&mut article);
            assert_eq!(article.body, left);
            assert_eq!(silences.first().map(|s| (s.check.as_str(), s.reason.as_str())), want, "{body}");
        }
    }

    #[test]
    fn comments_alone_on_their_line() {
        for (body, want) in [
            ("[[whosaid: allow x y]]\nYes.", true),
            ("No.\n\n  <!-- whosaid: allow x y -->  \n\nYes.", true),
            ("No. [[whosaid: allow x y]]\nYes.", false),
            ("[[whosaid: allow x y]] Yes.", false),
        ] {
            assert_eq!(take(&mut Article::new("a.txt", body))[0].alone, want, "{body}");
        }
        // Several on a line, each of which is alone with the others.
        let two = "[[whosaid: allow x y]] [[whosaid: allow y z]]";
        for (body, want) in [(two.to_owned(), true), (format!("{two} Yes."), false), (format!("No.{two}\n"), false)] {
            let silences = take(&mut Article::new("a.txt", body.clone()));
            assert_eq!(silences.iter().map(|s| s.alone).collect::<Vec<_>>(), [want; 2], "{body}");
        }
        // What a format left out of the text, with the line ends around it, in it or beside it.
        for (before, after, want) in [
            ("No.\n\n", "\n\nYes.", true),
            ("No. ", "\n\nYes.", false),
            ("", "\nYes.", true),
            ("No.\n", " Yes.", false),
        ] {
            let comment = "<!-- whosaid: allow x y -->";
            for (body, at, original) in [
                (format!("{before}{after}"), before.len(), comment.to_owned()),
                (String::new(), 0, format!("{before}{comment}{after}")),
            ] {
                let mut article = Article::new("a.md", body);
                article.repairs.push(Repair { at, chars: 0, original, cause: crate::article::Cause::Markup });
                assert_eq!(take(&mut article)[0].alone, want, "{before:?} {after:?}");
            }
        }
    }

    #[test]
    fn characters_keep_their_places() {
        let mut article = Article::new("a.txt", "[[whosaid: allow x Ärger]] “Ja,” sagte er.");
        let before = article.body.chars().position(|c| c == '“');
        take(&mut article);
        assert_eq!(article.body.chars().position(|c| c == '“'), before);
    }
}
