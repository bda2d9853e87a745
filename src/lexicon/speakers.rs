//! Reads `speakers.toml`, a long one in pieces, and says what is wrong with it by file, line and column. What its tables may hold is
//! decided in `reader`.

use std::borrow::Cow;

use serde::Deserialize;
use toml::Spanned;

use super::reader::Reader;
use super::{Lexicon, LexiconError, plain};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File<'a> {
    #[serde(default)]
    pub speaker: Vec<Spanned<SpeakerEntry<'a>>>,
    #[serde(default)]
    pub cue: Vec<Spanned<CueEntry>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpeakerEntry<'a> {
    pub name: Spanned<Cow<'a, str>>,
    pub id: Option<Spanned<Cow<'a, str>>>,
    #[serde(default)]
    pub aliases: Vec<Spanned<Cow<'a, str>>>,
    pub pronouns: Option<Spanned<Cow<'a, str>>>,
    pub wikidata: Option<Spanned<Cow<'a, str>>>,
    #[serde(default)]
    pub roles: Vec<Spanned<RoleEntry<'a>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleEntry<'a> {
    pub title: Spanned<Cow<'a, str>>,
    pub from: Option<Spanned<toml::value::Datetime>>,
    pub to: Option<Spanned<toml::value::Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueEntry {
    pub verb: Spanned<String>,
}

/// Parses a lexicon; `file` is what errors call it.
pub(super) fn parse(file: &str, text: &str) -> Result<Lexicon, LexiconError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(pieces) = pieces(text) {
        // What is wrong with a piece is told by its place in the whole.
        let mut reader = Reader::new(file, text);
        // A few at a time, so that not all of them are held at once; on threads of their own, since the pool is the caller's to set up.
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let all = pieces.chunks(threads).all(|few| {
            let files: Vec<_> = std::thread::scope(|scope| {
                let reading: Vec<_> = few.iter().map(|piece| scope.spawn(|| read(&text[piece.clone()]).ok())).collect();
                reading.into_iter().map(|thread| thread.join().ok().flatten()).collect()
            });
            few.iter().zip(files).all(|(piece, file)| file.is_some_and(|f| reader.keep(f, piece.start).is_ok()))
        });
        if all {
            return reader.lexicon();
        }
    }
    let mut reader = Reader::new(file, text);
    match read(text) {
        Ok(file) => {
            reader.keep(file, 0)?;
            reader.lexicon()
        }
        Err(e) => {
            let (line, column) = e.span().map_or((1, 1), |s| line_column(text, s.start));
            let mut message = e.message().trim_end().to_owned();
            if message.ends_with("expected a TOML datetime") {
                message += ": write a day without quotes, as in 2015-05-13";
            }
            Err(LexiconError::Syntax { file: file.to_owned(), line, column, message })
        }
    }
}

/// A long lexicon in pieces of whole `[[speaker]]` and `[[cue]]` tables: a document of a million tables takes ten times the memory of
/// what is kept of it. None where the text is short or has more than such tables. A cut inside a string of several lines leaves the
/// string open, which is a mistake in its piece.
fn pieces(text: &str) -> Option<Vec<std::ops::Range<usize>>> {
    const SIZE: usize = 1 << 20;
    let first = memchr::memmem::find(text.as_bytes(), b"[[")?;
    let is_plain = |line: &str| line.trim_start().is_empty() || line.trim_start().starts_with('#');
    if text.len() < 2 * SIZE || !text[..first].lines().all(is_plain) {
        return None;
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    while text.len() - from > SIZE {
        let cut = memchr::memmem::find(&text.as_bytes()[from + SIZE..], b"\n[[").map(|at| from + SIZE + at + 1);
        let Some(cut) = cut else { break };
        pieces.push(from..cut);
        from = cut;
    }
    pieces.push(from..text.len());
    Some(pieces)
}

/// Reads a piece.
fn read(piece: &str) -> Result<File<'_>, toml::de::Error> {
    match plain::speakers(piece) {
        Some(speaker) => Ok(File { speaker, cue: Vec::new() }),
        None => toml::from_str(piece),
    }
}

/// 1-based line and column (in characters) of byte `at`.
pub(super) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at.min(text.len())];
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

/// A name as an id: *Fyodor Lukyanov* gives `fyodor-lukyanov`.
pub(crate) fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() && c != '.' && c != '\'' && c != '’' {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_named_by_line_and_field() {
        for (text, want) in [
            ("[[speaker]]\nname = ", "speakers.toml:2:8"),
            ("[[speaker]]\nnam = \"A\"", "speakers.toml:2:1: unknown field `nam`"),
            ("[[speaker]]\nname = \"\"", "speakers.toml:2: name is empty"),
            (
                "[[speaker]]\nname = \"A B\"\n[[speaker]]\nname = \"A. B\"",
                "speakers.toml:4: id \"a-b\" is taken by the speaker of line 2",
            ),
            ("[[speaker]]\nname = \"A B\"\npronouns = \"it\"", "speakers.toml:3: pronouns \"it\" is none of"),
            (
                "[[speaker]]\nname = \"A B\"\nroles = [{ title = \"x\", from = 2016-01-02, to = 2015-01-01 }]",
                "speakers.toml:3: to 2015-01-01 is before",
            ),
            (
                "[[speaker]]\nname = \"Ada Berg\"\naliases = [\"The  Iron\"]\n[[speaker]]\nname = \"Bo Berg\"\naliases = [\"the iron\"]",
                "speakers.toml:6: aliases \"the iron\" of Bo Berg is an alias of Ada Berg too (line 3): ",
            ),
            (
                "[[speaker]]\nname = \"Ada Berg\"\naliases = [\"Bo Ek\"]\n[[speaker]]\nname = \"Bo Ek\"",
                "speakers.toml:3: aliases \"Bo Ek\" of Ada Berg is the name of Bo Ek too (line 5): ",
            ),
            ("[[cue]]\nverb = \"so it goes\"", "speakers.toml:2: verb \"so it goes\" is no verb"),
        ] {
            let message = parse("speakers.toml", text).unwrap_err().to_string();
            assert!(message.starts_with(want), "{message:?} does not start with {want:?}");
        }
    }

    #[test]
    fn namesakes_are_no_mistake() {
        for text in [
            "[[speaker]]\nname = \"Ada Berg\"\n[[speaker]]\nname = \"Bo Berg\"",
            "[[speaker]]\nname = \"Ada Berg\"\n[[speaker]]\nname = \"Ada Berg\"\nid = \"the-other\"",
            "[[speaker]]\nname = \"Ada Berg\"\naliases = [\"Ada\", \"Ada\", \"Ada Berg\"]",
        ] {
            assert!(parse("speakers.toml", text).is_ok(), "{text}");
        }
    }

    #[test]
    fn slugs() {
        for (name, want) in [
            ("Mark Toner", "mark-toner"),
            ("Andrew J. Tabler", "andrew-j-tabler"),
            ("Beto O’Rourke", "beto-orourke"),
            ("José  Díaz-Balart", "josé-díaz-balart"),
        ] {
            assert_eq!(slug(name), want);
        }
    }
}
