//! Reads `speakers.toml` and says what is wrong with it, by file, line and field.

use std::borrow::Cow;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::Spanned;

use super::cue::{CueClass, Frames};
use super::cues::CueTable;
use super::plain;
use crate::fnv;

use super::{Date, Lexicon, LexiconError, Pronouns, Role, Speaker};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File<'a> {
    #[serde(default)]
    pub speaker: Vec<Spanned<SpeakerEntry<'a>>>,
    #[serde(default)]
    cue: Vec<Spanned<CueEntry>>,
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
struct CueEntry {
    verb: Spanned<String>,
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

/// What has been read of a lexicon.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    speakers: Vec<Speaker>,
    /// The speaker of each id, by the id's hash.
    ids: FxHashMap<u64, u32>,
    /// Where the ids stand in the file.
    id_places: Vec<usize>,
    names: Vec<Name>,
    cues: CueTable,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, text: &'a str) -> Self {
        let (speakers, ids, names) = (Vec::new(), FxHashMap::default(), Vec::new());
        Reader { file, text, speakers, ids, id_places: Vec::new(), names, cues: CueTable::default() }
    }

    fn lexicon(self) -> Result<Lexicon, LexiconError> {
        if let Some((alias, other)) = shared_alias(&self.names, &self.speakers) {
            let message = format!(
                "{:?} of {} is {} of {} too (line {}): no article could tell them apart; take it from one of them",
                alias.written(&self.speakers),
                self.speakers[alias.speaker as usize].name,
                if other.alias.is_some() { "an alias" } else { "the name" },
                self.speakers[other.speaker as usize].name,
                line_column(self.text, other.at).0,
            );
            return Err(LexiconError::Field {
                file: self.file.to_owned(),
                line: line_column(self.text, alias.at).0,
                field: "aliases",
                message,
            });
        }
        Ok(Lexicon::new(self.speakers, self.cues))
    }
}

/// Reads a piece.
fn read(piece: &str) -> Result<File<'_>, toml::de::Error> {
    match plain::speakers(piece) {
        Some(speaker) => Ok(File { speaker, cue: Vec::new() }),
        None => toml::from_str(piece),
    }
}

impl Reader<'_> {
    /// Takes what a piece holds.
    fn keep(&mut self, parsed: File, offset: usize) -> Result<(), LexiconError> {
        let Reader { file, text, speakers, ids, id_places, names, cues } = self;
        let (file, text) = (*file, *text);
        let field = |at: usize, field: &'static str, message: String| LexiconError::Field {
            file: file.to_owned(),
            line: line_column(text, offset + at).0,
            field,
            message,
        };

        for entry in parsed.speaker {
            let at = entry.span().start;
            let entry = entry.into_inner();
            let name_at = entry.name.span().start;
            let name = trimmed(entry.name);
            if name.is_empty() {
                return Err(field(name_at, "name", "is empty: write the speaker's full name".to_owned()));
            }
            let id_at = entry.id.as_ref().map_or(name_at, |id| id.span().start);
            let id = entry.id.map_or_else(|| slug(&name), trimmed);
            if id.is_empty() {
                return Err(field(
                    id_at,
                    "id",
                    format!("{name:?} has no letters to make an id of: give the speaker an `id`"),
                ));
            }
            let number = speakers.len() as u32;
            let known = match ids.entry(fnv::hash(&[&id])) {
                Entry::Vacant(free) => {
                    free.insert(number);
                    None
                }
                Entry::Occupied(taken) if speakers[*taken.get() as usize].id == id => Some(*taken.get() as usize),
                // Two ids of one hash, which is not to be expected in a lifetime.
                Entry::Occupied(_) => speakers.iter().position(|s: &Speaker| s.id == id),
            };
            if let Some(first) = known {
                let first = line_column(text, id_places[first]).0;
                return Err(field(
                    id_at,
                    "id",
                    format!("{id:?} is taken by the speaker of line {first}: give one of them another `id`"),
                ));
            }
            id_places.push(offset + id_at.max(at));
            let pronouns = match entry.pronouns {
                None => None,
                Some(p) => Some(match p.get_ref().as_ref() {
                    "he" => Pronouns::He,
                    "she" => Pronouns::She,
                    "they" => Pronouns::They,
                    other => {
                        return Err(field(
                            p.span().start,
                            "pronouns",
                            format!("{other:?} is none of \"he\", \"she\", \"they\""),
                        ));
                    }
                }),
            };
            names.push(Name { speaker: number, alias: None, at: offset + name_at });
            let mut aliases = Vec::with_capacity(entry.aliases.len());
            for alias in entry.aliases {
                let at = alias.span().start;
                let alias = trimmed(alias);
                if alias.is_empty() {
                    return Err(field(at, "aliases", "holds an empty alias: remove it".to_owned()));
                }
                names.push(Name { speaker: number, alias: Some(aliases.len() as u32), at: offset + at });
                aliases.push(alias);
            }
            let mut roles = Vec::with_capacity(entry.roles.len());
            for role in entry.roles {
                let role = role.into_inner();
                let date = |d: Option<Spanned<toml::value::Datetime>>,
                            name: &'static str|
                 -> Result<Option<Date>, LexiconError> {
                    let Some(d) = d else { return Ok(None) };
                    let at = d.span().start;
                    let date = d
                        .into_inner()
                        .date
                        .ok_or_else(|| field(at, name, "is a time without a date: write 2015-05-13".to_owned()))?;
                    Ok(Some(Date { year: date.year, month: date.month, day: date.day }))
                };
                let to_at = role.to.as_ref().map(|t| t.span().start);
                let (from, to) = (date(role.from, "from")?, date(role.to, "to")?);
                if let (Some(from), Some(to), Some(at)) = (from, to, to_at) {
                    if to < from {
                        return Err(field(at, "to", format!("{to} is before `from`, {from}")));
                    }
                }
                roles.push(Role { title: trimmed(role.title), from, to });
            }
            speakers.push(Speaker {
                id,
                name,
                aliases,
                pronouns,
                wikidata: entry.wikidata.map(|id| id.into_inner().into_owned()),
                roles,
            });
        }

        for cue in parsed.cue {
            let verb = cue.into_inner().verb;
            let (at, verb) = (verb.span().start, verb.into_inner());
            let verb = verb.trim();
            if verb.is_empty() || !verb.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '/' | '+')) {
                return Err(field(
                    at,
                    "verb",
                    format!("{verb:?} is no verb: write its base form, as in verb = \"posit\""),
                ));
            }
            cues.add(&verb.to_lowercase(), CueClass::Speech, Frames::THAT | Frames::QUOTE | Frames::PAREN);
        }
        Ok(())
    }
}

/// A name or an alias.
struct Name {
    speaker: u32,
    /// Which of the speaker's aliases; none for the name.
    alias: Option<u32>,
    /// Byte in the file.
    at: usize,
}

impl Name {
    fn written<'s>(&self, speakers: &'s [Speaker]) -> &'s str {
        let speaker = &speakers[self.speaker as usize];
        self.alias.map_or(&speaker.name, |alias| &speaker.aliases[alias as usize])
    }
}

/// The words of a string without white space around them.
fn trimmed(text: Spanned<Cow<str>>) -> String {
    let text = text.into_inner();
    if text.trim().len() == text.len() { text.into_owned() } else { text.trim().to_owned() }
}

/// White space and the case of letters do not tell two people apart.
fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A hash of the folded name.
fn folded_hash(name: &str) -> u64 {
    let plain = name.is_ascii() && !name.contains("  ") && !name.bytes().any(|b| b < b' ');
    if !plain {
        return fnv::hash(&[&fold(name)]);
    }
    let mut small = [0; 64];
    match small.get_mut(..name.len()) {
        Some(small) => {
            small.copy_from_slice(name.as_bytes());
            small.make_ascii_lowercase();
            fnv::hash_bytes(small)
        }
        None => fnv::hash(&[&name.to_ascii_lowercase()]),
    }
}

/// The first alias in the file that is another speaker's name or alias too. Two speakers of one name are namesakes and stay apart by
/// what else the article says of them; an alias is a claim that it means one of them.
fn shared_alias<'n>(names: &'n [Name], speakers: &[Speaker]) -> Option<(&'n Name, &'n Name)> {
    // By hash, so that only names that are likely the same are kept and compared.
    let mut hashes: Vec<(u64, usize)> =
        names.iter().enumerate().map(|(i, n)| (folded_hash(n.written(speakers)), i)).collect();
    hashes.sort_unstable();
    let shared = |same: &[(u64, usize)]| {
        let alike = |a: &Name, b: &Name| fold(a.written(speakers)) == fold(b.written(speakers));
        let group = || same.iter().map(|&(_, i)| (i, &names[i]));
        group().filter(|(_, n)| n.alias.is_some()).find_map(|(i, alias)| {
            // The later of two aliases is the one to report.
            let other = group()
                .map(|(_, o)| o)
                .find(|o| o.speaker != alias.speaker && (o.alias.is_none() || o.at < alias.at) && alike(o, alias))?;
            Some((i, (alias, other)))
        })
    };
    let groups = hashes.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1);
    groups.filter_map(shared).min_by_key(|(i, _)| *i).map(|(_, pair)| pair)
}

/// 1-based line and column (in characters) of byte `at`.
fn line_column(text: &str, at: usize) -> (usize, usize) {
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
