//! Takes the speakers and verbs of a lexicon one by one, and refuses what no lexicon can mean: an empty name, an id or an alias that two
//! speakers share, a role that ends before it begins.

use std::borrow::Cow;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use toml::Spanned;

use super::cue::{CueClass, Frames};
use super::cues::CueTable;
use super::speakers::{File, RoleEntry, SpeakerEntry, line_column, slug};
use super::{Date, Lexicon, LexiconError, Pronouns, Role, Speaker};
use crate::fnv;

/// What has been read of a lexicon.
pub(super) struct Reader<'a> {
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
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        let (speakers, ids, names) = (Vec::new(), FxHashMap::default(), Vec::new());
        Reader { file, text, speakers, ids, id_places: Vec::new(), names, cues: CueTable::default() }
    }

    pub(super) fn lexicon(self) -> Result<Lexicon, LexiconError> {
        if let Some((alias, other)) = shared_alias(&self.names, &self.speakers) {
            let message = format!(
                "{:?} of {} is {} of {} too (line {}): no article could tell them apart; take it from one of them",
                alias.written(&self.speakers),
                self.speakers[alias.speaker as usize].name,
                if other.alias.is_some() { "an alias" } else { "the name" },
                self.speakers[other.speaker as usize].name,
                line_column(self.text, other.at).0,
            );
            return Err(self.wrong(alias.at, "aliases", message));
        }
        Ok(Lexicon::new(self.speakers, self.cues))
    }
}

impl Reader<'_> {
    /// Takes what a piece holds that begins at byte `offset` of the file.
    pub(super) fn keep(&mut self, parsed: File, offset: usize) -> Result<(), LexiconError> {
        parsed.speaker.into_iter().try_for_each(|entry| self.keep_speaker(entry, offset))?;
        parsed.cue.into_iter().try_for_each(|cue| self.keep_cue(cue.into_inner().verb, offset))
    }

    /// What is wrong with a field at byte `at` of the file.
    fn wrong(&self, at: usize, field: &'static str, message: impl Into<String>) -> LexiconError {
        let (file, line) = (self.file.to_owned(), line_column(self.text, at).0);
        LexiconError::Field { file, line, field, message: message.into() }
    }

    fn keep_speaker(&mut self, entry: Spanned<SpeakerEntry>, offset: usize) -> Result<(), LexiconError> {
        let at = offset + entry.span().start;
        let entry = entry.into_inner();
        let name_at = offset + entry.name.span().start;
        let name = trimmed(entry.name);
        if name.is_empty() {
            return Err(self.wrong(name_at, "name", "is empty: write the speaker's full name"));
        }
        let id_at = entry.id.as_ref().map_or(name_at, |id| offset + id.span().start);
        let id = entry.id.map_or_else(|| slug(&name), trimmed);
        if id.is_empty() {
            let message = format!("{name:?} has no letters to make an id of: give the speaker an `id`");
            return Err(self.wrong(id_at, "id", message));
        }
        let number = self.speakers.len() as u32;
        if let Some(first) = self.bearer_of_id(&id, number) {
            let first = line_column(self.text, self.id_places[first]).0;
            let message = format!("{id:?} is taken by the speaker of line {first}: give one of them another `id`");
            return Err(self.wrong(id_at, "id", message));
        }
        self.id_places.push(id_at.max(at));
        let pronouns = entry.pronouns.map(|p| self.pronouns(&p, offset)).transpose()?;
        self.names.push(Name { speaker: number, alias: None, at: name_at });
        let mut aliases = Vec::with_capacity(entry.aliases.len());
        for alias in entry.aliases {
            let at = offset + alias.span().start;
            let alias = trimmed(alias);
            if alias.is_empty() {
                return Err(self.wrong(at, "aliases", "holds an empty alias: remove it"));
            }
            self.names.push(Name { speaker: number, alias: Some(aliases.len() as u32), at });
            aliases.push(alias);
        }
        let mut roles = Vec::with_capacity(entry.roles.len());
        for role in entry.roles {
            roles.push(self.role(role.into_inner(), offset)?);
        }
        let wikidata = entry.wikidata.map(|id| id.into_inner().into_owned());
        self.speakers.push(Speaker { id, name, aliases, pronouns, wikidata, roles });
        Ok(())
    }

    /// The speaker who has an id already; if nobody has, it is noted as that of speaker `number`.
    fn bearer_of_id(&mut self, id: &str, number: u32) -> Option<usize> {
        match self.ids.entry(fnv::hash(&[id])) {
            Entry::Vacant(free) => {
                free.insert(number);
                None
            }
            Entry::Occupied(taken) if self.speakers[*taken.get() as usize].id == id => Some(*taken.get() as usize),
            // Two ids of one hash, which is not to be expected in a lifetime.
            Entry::Occupied(_) => self.speakers.iter().position(|s| s.id == id),
        }
    }

    fn pronouns(&self, written: &Spanned<Cow<str>>, offset: usize) -> Result<Pronouns, LexiconError> {
        match written.get_ref().as_ref() {
            "he" => Ok(Pronouns::He),
            "she" => Ok(Pronouns::She),
            "they" => Ok(Pronouns::They),
            other => {
                let message = format!("{other:?} is none of \"he\", \"she\", \"they\"");
                Err(self.wrong(offset + written.span().start, "pronouns", message))
            }
        }
    }

    fn role(&self, role: RoleEntry, offset: usize) -> Result<Role, LexiconError> {
        let to_at = role.to.as_ref().map(|t| offset + t.span().start);
        let from = self.date(role.from, "from", offset)?;
        let to = self.date(role.to, "to", offset)?;
        if let (Some(from), Some(to), Some(at)) = (from, to, to_at) {
            if to < from {
                return Err(self.wrong(at, "to", format!("{to} is before `from`, {from}")));
            }
        }
        Ok(Role { title: trimmed(role.title), from, to })
    }

    fn date(
        &self,
        written: Option<Spanned<toml::value::Datetime>>,
        field: &'static str,
        offset: usize,
    ) -> Result<Option<Date>, LexiconError> {
        let Some(written) = written else { return Ok(None) };
        let at = offset + written.span().start;
        let date = written.into_inner().date;
        let date = date.ok_or_else(|| self.wrong(at, field, "is a time without a date: write 2015-05-13"))?;
        Ok(Some(Date { year: date.year, month: date.month, day: date.day }))
    }

    fn keep_cue(&mut self, verb: Spanned<String>, offset: usize) -> Result<(), LexiconError> {
        let (at, verb) = (offset + verb.span().start, verb.into_inner());
        let verb = verb.trim();
        if verb.is_empty() || !verb.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '/' | '+')) {
            let message = format!("{verb:?} is no verb: write its base form, as in verb = \"posit\"");
            return Err(self.wrong(at, "verb", message));
        }
        self.cues.add(&verb.to_lowercase(), CueClass::Speech, Frames::THAT | Frames::QUOTE | Frames::PAREN);
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
