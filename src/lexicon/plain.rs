//! Reads the TOML that nearly all of a large lexicon is made of: `[[speaker]]` tables of strings on one line, lists of them, and roles
//! with days. Twenty times as fast as a parser of all TOML, which reads whatever this one does not know, mistakes among it.

use std::borrow::Cow;

use toml::Spanned;
use toml::value::Datetime;

use super::speakers::{RoleEntry, SpeakerEntry};

/// The speakers of a piece of a lexicon; none where it holds anything else.
pub(super) fn speakers(piece: &str) -> Option<Vec<Spanned<SpeakerEntry<'_>>>> {
    let mut reader = Plain { text: piece, at: 0 };
    let mut out = Vec::new();
    reader.blank_lines()?;
    while reader.at < piece.len() {
        let start = reader.at;
        reader.take("[[speaker]]")?;
        reader.line_end()?;
        let entry = reader.table()?;
        out.push(Spanned::new(start..reader.at, entry));
    }
    Some(out)
}

struct Plain<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Plain<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, words: &str) -> Option<()> {
        let taken = self.text.as_bytes()[self.at..].starts_with(words.as_bytes());
        taken.then(|| self.at += words.len())
    }

    fn spaces(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t')) {
            self.at += 1;
        }
    }

    /// Spaces and the end of a line, or of the text.
    fn line_end(&mut self) -> Option<()> {
        self.spaces();
        match self.peek() {
            None => Some(()),
            Some(b'\n') => self.take("\n"),
            _ => self.take("\r\n"),
        }
    }

    /// Lines without words, and comments.
    fn blank_lines(&mut self) -> Option<()> {
        loop {
            self.spaces();
            match self.peek() {
                None => return Some(()),
                Some(b'\n' | b'\r') => self.line_end()?,
                Some(b'#') => {
                    let rest = &self.text.as_bytes()[self.at..];
                    let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                    let words = rest[..length].strip_suffix(b"\r").unwrap_or(&rest[..length]);
                    if words.iter().any(|&b| b < 0x20 && b != b'\t' || b == 0x7f) {
                        return None;
                    }
                    self.at += length;
                }
                Some(_) => return Some(()),
            }
        }
    }

    /// The lines of a table up to the next header.
    fn table(&mut self) -> Option<SpeakerEntry<'a>> {
        let mut name = None;
        let (mut id, mut pronouns, mut wikidata) = (None, None, None);
        let (mut aliases, mut roles) = (None, None);
        loop {
            self.blank_lines()?;
            match self.peek() {
                None | Some(b'[') => break,
                _ => {}
            }
            match self.key()? {
                "name" => set(&mut name, self.string()?)?,
                "id" => set(&mut id, self.string()?)?,
                "pronouns" => set(&mut pronouns, self.string()?)?,
                "wikidata" => set(&mut wikidata, self.string()?)?,
                "aliases" => set(&mut aliases, self.list(Self::string)?)?,
                "roles" => set(&mut roles, self.list(Self::role)?)?,
                _ => return None,
            }
            self.line_end()?;
        }
        let (aliases, roles) = (aliases.unwrap_or_default(), roles.unwrap_or_default());
        Some(SpeakerEntry { name: name?, id, aliases, pronouns, wikidata, roles })
    }

    /// A bare key with the sign behind it.
    fn key(&mut self) -> Option<&'a str> {
        let rest = &self.text[self.at..];
        let length = rest.bytes().position(|b| !b.is_ascii_lowercase())?;
        self.at += length;
        self.spaces();
        self.take("=")?;
        self.spaces();
        Some(&rest[..length])
    }

    /// A string on one line without escapes.
    fn string(&mut self) -> Option<Spanned<Cow<'a, str>>> {
        let start = self.at;
        self.take("\"")?;
        let rest = &self.text[self.at..];
        let length = rest.bytes().position(|b| matches!(b, b'"' | b'\\' | 0x7f) || b < 0x20 && b != b'\t')?;
        self.at += length;
        self.take("\"")?;
        // Three marks begin a string of several lines.
        (length > 0 || self.peek() != Some(b'"')).then(|| Spanned::new(start..self.at, rest[..length].into()))
    }

    /// Values in brackets.
    fn list<T>(&mut self, mut value: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.take("[")?;
        let mut out = Vec::new();
        loop {
            self.blank_lines()?;
            if self.take("]").is_some() {
                return Some(out);
            }
            out.push(value(self)?);
            self.blank_lines()?;
            if self.peek() != Some(b']') {
                self.take(",")?;
            }
        }
    }

    /// `{ title = "…", from = 2015-05-13, to = 2017-01-20 }`
    fn role(&mut self) -> Option<Spanned<RoleEntry<'a>>> {
        let start = self.at;
        self.take("{")?;
        let (mut title, mut from, mut to) = (None, None, None);
        loop {
            self.spaces();
            match self.key()? {
                "title" => set(&mut title, self.string()?)?,
                "from" => set(&mut from, self.day()?)?,
                "to" => set(&mut to, self.day()?)?,
                _ => return None,
            }
            self.spaces();
            if self.take("}").is_some() {
                return Some(Spanned::new(start..self.at, RoleEntry { title: title?, from, to }));
            }
            self.take(",")?;
        }
    }

    /// `2015-05-13`; those that not every month has are left to others.
    fn day(&mut self) -> Option<Spanned<Datetime>> {
        let start = self.at;
        let day = super::Date::parse(self.text.get(self.at..)?).filter(|d| d.day <= 28)?;
        self.at += 10;
        matches!(self.peek(), Some(b' ' | b',' | b'}')).then_some(())?;
        // A space may stand before the time of day.
        let behind = self.text.as_bytes().get(self.at + 1);
        if self.peek() == Some(b' ') && behind.is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let date = toml::value::Date { year: day.year, month: day.month, day: day.day };
        Some(Spanned::new(start..self.at, Datetime { date: Some(date), time: None, offset: None }))
    }
}

/// Sets a field once.
fn set<T>(field: &mut Option<T>, value: T) -> Option<()> {
    field.replace(value).is_none().then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::speakers::File;

    #[test]
    fn reads_what_a_parser_of_all_toml_reads_or_nothing() {
        let plain = [
            "[[speaker]]\nname = \"Ada Berg\"\n",
            "\n# Speakers\n[[speaker]]  \r\nname=\"Åsa\"\r\n\r\n[[speaker]]\n  name = \"Bo\"\n",
            "[[speaker]]\nname = \"A\"\nid = \"a\"\npronouns = \"she\"\nwikidata = \"Q1\"\naliases = []",
            "[[speaker]]\nname = \"A\"\naliases = [\n  \"B\", # a note\n  \"\", \"C C\",\n]\n",
            "[[speaker]]\nname = \"A\"\nroles = [{ title = \"x\" }, {title=\"y\",from=2015-05-13,to = 2016-02-28 } ]\n",
            "",
        ];
        let others = [
            "[[speaker]]\nname = 'A'\n",
            "[[speaker]]\nname = \"\"\"A\"\"\"\n",
            "[[speaker]]\nname = \"A\\u0042\"\n",
            "[[speaker]]\n\"name\" = \"A\"\n",
            "[[speaker]]\nname = \"A\"\nroles = [{ title = \"x\", from = 2016-02-29 }]\n",
            "[[speaker]]\nname = \"A\"\nroles = [{ title = \"x\", from = 2016-02-02 10:00:00 }]\n",
            "[[speaker]]\nname = \"A\"\nroles = [{ title = \"x\", from = 2016-02-02T10:00:00 }]\n",
            "[[speaker]]\nname = \"A\" # a note\n",
            "[[speaker]]\nname = \"A\"\n[[speaker.roles]]\ntitle = \"x\"\n",
            "[[cue]]\nverb = \"posit\"\n",
            "speaker = [{ name = \"A\" }]\n",
        ];
        let mistakes = [
            "[[speaker]]\n",
            "[[speaker]]\nname = \"A\"\nname = \"B\"\n",
            "[[speaker]]\nname = \"A\"\nnam = \"B\"\n",
            "[[speaker]]\nname = \"A\nB\"\n",
            "[[speaker]]\nname = \"A\u{7f}B\"\n",
            "[[speaker]]\nname = \"A\" id = \"b\"\n",
            "[[speaker]] name = \"A\"\n",
            "# a\u{1}b\n[[speaker]]\nname = \"A\"\n",
            "[[speaker]]\nname = \"A\"\naliases = [\"B\" \"C\"]\n",
            "[[speaker]]\nname = \"A\"\naliases = [,]\n",
            "[[speaker]]\nname = \"A\"\nroles = [{ title = \"x\", from = 2016-13-02 }]\n",
            "[[speaker]]\nname = \"A\"\nroles = [{ title = \"x\", from = 2016-01-02x }]\n",
            "[[speaker]]\nname = \"A\"\rid = \"b\"\n",
        ];
        for text in plain {
            let read = speakers(text).unwrap_or_else(|| panic!("{text:?} is not read"));
            let whole: File = toml::from_str(text).unwrap();
            let shown = |speakers: &[Spanned<SpeakerEntry>]| -> Vec<String> {
                speakers.iter().map(|s| format!("{:?}", s.get_ref())).collect()
            };
            assert_eq!(shown(&read), shown(&whole.speaker), "{text:?}");
        }
        for text in others {
            assert!(speakers(text).is_none() && toml::from_str::<File>(text).is_ok(), "{text:?}");
        }
        for text in mistakes {
            assert!(speakers(text).is_none() && toml::from_str::<File>(text).is_err(), "{text:?}");
        }
    }
}
