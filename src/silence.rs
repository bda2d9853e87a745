//! Comments by which a writer silences one check on one paragraph, with a reason. They are no text of the article: [`take`] lifts them
//! out before anybody reads it.
//!
//! Markdown and HTML: `<!-- whosaid: allow anonymous-source agreed with the desk -->`; text: `[[whosaid: allow anonymous-source agreed
//! with the desk]]`. A comment speaks for the paragraph it stands in, or, alone on its line, for the next.

use crate::article::Article;

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
        while let Some((start, end, words)) = next(&article.body, at) {
            body.push_str(&article.body[at..start]);
            let from = body.len();
            body.extend(article.body[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            out.push(Silence { at: from, end: body.len(), ..read(words) });
            at = end;
        }
        body.push_str(&article.body[at..]);
        for silence in &mut out {
            silence.alone = is_alone(&body[..silence.at], &body[silence.end..]);
        }
        let shorter = article.body.len() - body.len();
        if shorter > 0 {
            shift_repairs(article, &body);
        }
        article.body = body;
    }
    // What a format leaves out of the text is kept as a repair.
    for repair in &article.repairs {
        let mut from = 0;
        while let Some((start, end, words)) = next(&repair.original, from) {
            let (before, after) = (&repair.original[..start], &repair.original[end..]);
            let behind = article.body[repair.at..]
                .char_indices()
                .nth(repair.chars)
                .map_or("", |(i, _)| &article.body[repair.at + i..]);
            let alone = is_alone(&format!("{}{before}", &article.body[..repair.at]), &format!("{after}{behind}"));
            out.push(Silence { at: repair.at, end: repair.at, alone, ..read(words) });
            from = end;
        }
    }
    out.sort_by_key(|s| s.at);
    out
}

/// Whether what stands before a comment ends, and what stands behind it begins, with the end of a line.
fn is_alone(before: &str, after: &str) -> bool {
    let blank = |line: Option<&str>| line.is_none_or(|l| l.trim().is_empty());
    blank(before.rsplit('\n').next()) && blank(after.split('\n').next())
}

/// Repairs name bytes of the body, which got shorter where a reason held letters of several bytes; characters stayed the same.
fn shift_repairs(article: &mut Article, body: &str) {
    for repair in &mut article.repairs {
        let chars = article.body[..repair.at].chars().count();
        repair.at = body.char_indices().nth(chars).map_or(body.len(), |(i, _)| i);
    }
}

/// The next comment from byte `from` on: its start, its end, and the words behind `whosaid:`.
fn next(text: &str, from: usize) -> Option<(usize, usize, &str)> {
    let mut unclosed = [false; FORMS.len()];
    memchr::memmem::find_iter(&text.as_bytes()[from..], SIGN).find_map(|at| {
        let at = from + at;
        let before = text[from..at].trim_end();
        let form = FORMS.iter().position(|(open, _)| before.ends_with(open)).filter(|&f| !unclosed[f])?;
        let (open, close) = FORMS[form];
        let words = &text[at + SIGN.len()..];
        let length = words.find(close);
        unclosed[form] = length.is_none();
        let length = length?;
        Some((from + before.len() - open.len(), at + SIGN.len() + length + close.len(), &words[..length]))
    })
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
        // What a format left out of the text, with the line ends around it.
        for (before, after, want) in [
            ("No.\n\n", "\n\nYes.", true),
            ("No. ", "\n\nYes.", false),
            ("", "\nYes.", true),
            ("No.\n", " Yes.", false),
        ] {
            assert_eq!(is_alone(before, after), want, "{before:?} {after:?}");
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
