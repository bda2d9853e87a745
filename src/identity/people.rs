//! The people of an article: every name in it, gathered under the fullest form, with what tells that it is a person's and whether
//! *he* or *she* fits. Nothing here knows who speaks.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::labels;
use crate::landmarks::NameHit;
use crate::landmarks::names::{is_group_name, name_in};
use crate::lexicon::{Lexicon, Pronouns};
use crate::text::{ChunkKind, Tag, Text, TokenKind};
use crate::words::Class;

/// Which pronouns fit a person, as far as the article or the lexicon tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

impl Gender {
    fn of(pronouns: Pronouns) -> Option<Self> {
        match pronouns {
            Pronouns::He => Some(Gender::Masculine),
            Pronouns::She => Some(Gender::Feminine),
            Pronouns::They => None,
        }
    }
}

/// A person of the article.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Words of the fullest form, in order, without honorific.
    pub words: Vec<String>,
    /// The lexicon's speaker.
    pub speaker: Option<usize>,
    /// What the pronouns would be.
    pub gender: Option<Gender>,
    /// Something beside capitals says that it is a person: a title, a given name, an honorific, an apposition, an age.
    pub is_person: bool,
    /// Only the look of the name says that it is a person.
    pub is_weak: bool,
    /// The name is a surname that several speakers of the lexicon bear.
    pub shared: bool,
    /// The article has called this person by one word, with or without an honorific.
    pub called_bare: bool,
    /// Where the name stands, in order: indices into [`People::mentions`].
    pub mentions: Vec<usize>,
}

impl Person {
    /// The name as it is exported.
    pub fn name(&self) -> String {
        self.words.join(" ")
    }

    /// The last of its words that is no *Jr.*
    pub fn surname(&self) -> &str {
        last_name(&self.words)
    }

    fn given(&self) -> Option<&str> {
        (self.words.len() > 1).then(|| self.words[0].as_str())
    }
}

/// A name in the text.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    /// Its tokens, honorific included.
    pub tokens: Range<usize>,
    /// Whose it is.
    pub person: usize,
    /// The noun phrase chunk it stands in, as an index into all chunks; none inside a quoted sentence.
    pub chunk: Option<usize>,
    /// The sentence.
    pub sentence: usize,
    /// The name is a surname that fits others as well, and nothing tells them apart.
    pub ambiguous: bool,
}

/// All people and all their names, in reading order.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub people: Vec<Person>,
    pub mentions: Vec<NameMention>,
    /// The people who have borne a word as their last or first name, by the word in small letters, each in order.
    by_name: FxHashMap<String, Vec<usize>>,
    /// The people whom the lexicon knows, by the lexicon's number.
    by_speaker: FxHashMap<usize, usize>,
}

/// Of so many people who share a name only the last are asked whether they are the one: an article that names more is no article.
const NAMESAKES: usize = 32;

/// A name before it is known whose it is.
struct Candidate {
    tokens: Range<usize>,
    chunk: Option<usize>,
    sentence: usize,
    words: Vec<String>,
    gender: Option<Gender>,
    is_person: bool,
    is_weak: bool,
    /// The only word is a given name, of this gender if it tells.
    given: Option<Option<Gender>>,
    hits: Vec<usize>,
}

impl Candidate {
    /// A new person of this name, whom nothing else is known of.
    fn person(&self) -> Person {
        Person {
            words: self.words.clone(),
            speaker: None,
            gender: self.gender,
            is_person: self.is_person,
            is_weak: self.is_weak,
            shared: false,
            called_bare: false,
            mentions: Vec::new(),
        }
    }
}

impl People {
    /// Gathers the people of an article.
    pub fn collect(text: &Text, hits: &[NameHit], lexicon: &Lexicon) -> Self {
        let mut candidates = candidates(text, hits);
        add_labels(text, hits, &mut candidates);
        let mut people = People::default();
        // Full names first, wherever they stand: a surname may come before them, as in headlines.
        let mut owner: Vec<Option<usize>> = vec![None; candidates.len()];
        for (i, c) in candidates.iter().enumerate() {
            if c.words.len() > 1 || !c.hits.is_empty() {
                owner[i] = Some(people.person_for(c, lexicon));
            }
        }
        for (i, c) in candidates.into_iter().enumerate() {
            let (person, ambiguous) = match owner[i] {
                Some(p) => (p, false),
                None => people.person_of_single(&c, lexicon),
            };
            let entry = &mut people.people[person];
            entry.is_person |= c.is_person;
            entry.is_weak |= c.is_weak;
            entry.gender = entry.gender.or(c.gender);
            entry.mentions.push(people.mentions.len());
            let (tokens, chunk, sentence) = (c.tokens, c.chunk, c.sentence);
            entry.called_bare |= c.words.len() == 1;
            people.mentions.push(NameMention { tokens, person, chunk, sentence, ambiguous });
        }
        people
    }

    /// The mention that covers a token.
    pub fn mention_at(&self, token: usize) -> Option<&NameMention> {
        let after = self.mentions.partition_point(|m| m.tokens.start <= token);
        self.mentions[..after].last().filter(|m| m.tokens.contains(&token))
    }

    /// The person of a full name: one already known whose name agrees, or a new one.
    fn person_for(&mut self, c: &Candidate, lexicon: &Lexicon) -> usize {
        let speaker = match c.hits.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        let same = |&p: &usize| match (self.people[p].speaker, speaker) {
            (Some(a), Some(b)) => a == b,
            _ => agree(&self.people[p].words, &c.words),
        };
        let namesakes = self.called(last_name(&c.words)).filter(same).min();
        let known = namesakes.into_iter().chain(speaker.and_then(|s| self.by_speaker.get(&s)).copied()).min();
        if let Some(known) = known {
            let person = &mut self.people[known];
            let fuller = c.words.len() > person.words.len() && person.speaker.is_none();
            if fuller {
                person.words = c.words.clone();
            }
            let adopts = person.speaker.is_none() && speaker.is_some();
            if adopts {
                person.adopt(speaker, lexicon);
            }
            if fuller || adopts {
                self.index(known);
            }
            return known;
        }
        let mut person = c.person();
        person.adopt(speaker, lexicon);
        self.push(person)
    }

    fn push(&mut self, person: Person) -> usize {
        self.people.push(person);
        self.index(self.people.len() - 1);
        self.people.len() - 1
    }

    /// Makes a person findable by name.
    fn index(&mut self, person: usize) {
        let words = &self.people[person].words;
        for word in [Some(last_name(words)), words.first().map(String::as_str)].into_iter().flatten() {
            let bearers = self.by_name.entry(folded(word)).or_default();
            if let Err(at) = bearers.binary_search(&person) {
                bearers.insert(at, person);
            }
        }
        if let Some(speaker) = self.people[person].speaker {
            let first = self.by_speaker.entry(speaker).or_insert(person);
            *first = person.min(*first);
        }
    }

    /// The people who have borne a name, in order.
    fn called(&self, name: &str) -> impl Iterator<Item = usize> + '_ {
        let bearers = self.by_name.get(&folded(name)).map_or(&[][..], Vec::as_slice);
        bearers[bearers.len().saturating_sub(NAMESAKES)..].iter().copied()
    }

    /// The person of a single word: whose surname or given name it is; and whether it could as well be another's.
    fn person_of_single(&mut self, c: &Candidate, lexicon: &Lexicon) -> (usize, bool) {
        let word = c.words[0].as_str();
        let fits = |p: &Person| c.gender.is_none() || p.gender.is_none() || c.gender == p.gender;
        let by_surname: Vec<usize> = self.indices(word, |p| p.surname() == word && fits(p));
        if let Some(chosen) = self.of_surname(&by_surname, c) {
            return chosen;
        }
        let by_given: Vec<usize> =
            self.indices(word, |p| p.given() == Some(word) && fits(p) && (p.is_person || c.given.is_some()));
        if let [one] = by_given.as_slice() {
            return (*one, false);
        }
        // Nobody in the article has a fuller name: the lexicon may.
        let speakers: Vec<usize> = lexicon
            .of_surname(word)
            .filter(|&s| {
                let gender = lexicon.speakers[s].pronouns.and_then(Gender::of);
                gender.is_none() || c.gender.is_none() || gender == c.gender
            })
            .collect();
        let mut person = c.person();
        let mut ambiguous = false;
        if let [one] = speakers.as_slice() {
            person.adopt(Some(*one), lexicon);
        } else if !speakers.is_empty() {
            ambiguous = true;
            person.is_person = true;
        } else if c.given.is_some() {
            // A given name that is nobody's surname: "Bob, they said, …"
            person.is_person = true;
            person.gender = person.gender.or(c.given.flatten());
        }
        person.shared = ambiguous;
        (self.push(person), ambiguous)
    }

    fn indices(&self, name: &str, fits: impl Fn(&Person) -> bool) -> Vec<usize> {
        self.called(name).filter(|&p| fits(&self.people[p])).collect()
    }

    /// Whose a bare surname is, of several people who bear it, and whether nothing tells them apart. The one whom the article calls by
    /// the fuller name before this place; of two such the one it speaks of far more often; else the one named last, if the other's
    /// name stands further up.
    fn of_surname(&self, people: &[usize], c: &Candidate) -> Option<(usize, bool)> {
        let [first, rest @ ..] = people else { return None };
        if rest.is_empty() {
            return Some((*first, self.people[*first].shared));
        }
        let before = |p: usize| {
            let mentions = &self.people[p].mentions;
            &mentions[..mentions.partition_point(|&m| self.mentions[m].tokens.start < c.tokens.start)]
        };
        let mut known: Vec<(usize, usize, usize)> = people
            .iter()
            .filter_map(|&p| {
                let last = before(p).last()?;
                Some((before(p).len(), self.mentions[*last].sentence, p))
            })
            .collect();
        known.sort_unstable_by(|a, b| b.cmp(a));
        // Whom the article has called by the bare surname before, it goes on to call so; relatives have their given names.
        let mut called = known.iter().filter(|(_, _, p)| self.people[*p].called_bare);
        if let (Some((_, _, one)), None) = (called.next(), called.next()) {
            return Some((*one, false));
        }
        match known.as_slice() {
            [] => Some((*first, true)),
            [(_, _, one)] => Some((*one, false)),
            [(most, _, main), (next, _, _), ..] if *most >= 3 * next => Some((*main, false)),
            [first, second, ..] => {
                let (late, early) = if first.1 >= second.1 { (first, second) } else { (second, first) };
                Some((late.2, late.1 <= early.1 + 1))
            }
        }
    }
}

impl Person {
    fn adopt(&mut self, speaker: Option<usize>, lexicon: &Lexicon) {
        let Some(speaker) = speaker else { return };
        let entry = &lexicon.speakers[speaker];
        self.speaker = Some(speaker);
        self.is_person = true;
        self.words = entry.name.split_whitespace().map(str::to_owned).collect();
        self.gender = entry.pronouns.and_then(Gender::of).or(self.gender);
    }
}

/// All names of the article that could be a person's.
fn candidates(text: &Text, hits: &[NameHit]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (sentence, entry) in text.sentences.iter().enumerate() {
        for chunk in entry.chunks.clone() {
            let c = &text.chunks[chunk];
            match c.kind {
                ChunkKind::Np => {
                    for name in names_of(text, c.start..c.end) {
                        out.extend(candidate(text, name, Some(chunk), sentence, hits));
                    }
                }
                ChunkKind::Quote => {
                    for name in runs(text, c.start..c.end) {
                        out.extend(candidate(text, name, None, sentence, hits));
                    }
                }
                _ => {}
            }
        }
    }
    // "Minister", "Brother" in a headline are nobody's name; "Baker" is one if somebody's surname is Baker.
    let is_common = |c: &Candidate| {
        c.words.len() == 1
            && c.hits.is_empty()
            && c.given.is_none()
            && text.tokens[c.tokens.end - 1].is(Class::ROLE | Class::PERSON | Class::TITLE)
    };
    if out.iter().any(is_common) {
        let surnames: FxHashSet<String> =
            out.iter().filter(|c| c.words.len() > 1).filter_map(|c| c.words.last().cloned()).collect();
        out.retain(|c| !is_common(c) || surnames.contains(&c.words[0]));
    }
    for i in 1..out.len() {
        let (head, tail) = out.split_at_mut(i);
        share_surname(text, &mut head[i - 1], &tail[0]);
    }
    out
}

/// The names in the labels of a transcript: nobody but a person speaks, whatever the capitals look like.
fn add_labels(text: &Text, hits: &[NameHit], candidates: &mut Vec<Candidate>) {
    for label in labels::names(text) {
        let tokens = label.tokens;
        candidates.retain(|c| c.tokens.end <= tokens.start || tokens.end <= c.tokens.start);
        let at = candidates.partition_point(|c| c.tokens.start < tokens.start);
        let sentence = text.sentence_at(tokens.start);
        let class = text.tokens[tokens.start].class;
        let gender = if tokens.len() > 1 { gender_of(class) } else { None };
        let known = hits.iter().filter(|h| tokens.start <= h.start && h.end <= tokens.end);
        let (words, hits) = (label.words, known.map(|h| h.speaker).collect());
        let candidate = Candidate {
            tokens,
            chunk: None,
            sentence,
            words,
            gender,
            is_person: true,
            is_weak: false,
            given: None,
            hits,
        };
        candidates.insert(at, candidate);
    }
}

/// *Barry and Sheila Tuck*: the surname is both's.
fn share_surname(text: &Text, a: &mut Candidate, b: &Candidate) {
    let joined = a.tokens.end + 1 == b.tokens.start && text.tokens[a.tokens.end].tag == Tag::And;
    let [given, .., surname] = b.words.as_slice() else { return };
    let is_given = |c: &Candidate| text.tokens[c.tokens.start].is(Class::GIVEN);
    if joined && a.words.len() == 1 && a.given.is_some() && is_given(b) && !is_suffix(surname) && a.words[0] != *given {
        a.words.push(surname.clone());
        a.gender = a.gender.or(a.given.take().flatten());
        a.is_person = true;
    }
}

/// The names inside a noun phrase: a possessor's and the head's.
fn names_of(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut i = range.start;
    while i < range.end {
        if text.tokens[i].tag != Tag::Name {
            i += 1;
            continue;
        }
        let end = run_end(text, i, range.end);
        // "Race director", "Trump campaign": a name before a noun is an attribute, no mention of the person.
        let attribute = end < range.end && text.tokens[end].tag == Tag::Noun;
        if !attribute {
            out.extend(name_in(text, range.start..end, end - 1));
        }
        i = end;
    }
    out
}

fn run_end(text: &Text, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        let t = &text.tokens[end];
        let particle = t.is(Class::PARTICLE) && end + 1 < limit && text.tokens[end + 1].tag == Tag::Name;
        if t.tag == Tag::Name || t.is(Class::SUFFIX) && t.is_capital() || particle {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// Runs of capitalised words inside a quoted sentence.
fn runs(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut i = range.start;
    while i < range.end {
        if text.tokens[i].tag == Tag::Name {
            let end = run_end(text, i, range.end);
            out.extend(name_in(text, i..end, end - 1));
            i = end;
        } else {
            i += 1;
        }
    }
    out
}

fn candidate(
    text: &Text,
    tokens: Range<usize>,
    chunk: Option<usize>,
    sentence: usize,
    hits: &[NameHit],
) -> Option<Candidate> {
    let first = hits.partition_point(|h| h.start < tokens.start);
    let found: Vec<usize> = hits[first..]
        .iter()
        .take_while(|h| h.start < tokens.end)
        .filter(|h| h.end <= tokens.end)
        .map(|h| h.speaker)
        .collect();
    if found.is_empty() && is_group_name(text, &tokens) {
        return None;
    }
    if found.is_empty() && is_dateline(text, &tokens, chunk) {
        return None;
    }
    let mut gender = None;
    let mut is_person = !found.is_empty();
    let mut words = Vec::new();
    for i in tokens.clone() {
        let t = &text.tokens[i];
        let honorific = words.is_empty() && t.is(Class::HONORIFIC);
        if honorific
            || words.is_empty() && t.is(Class::GIVEN) && tokens.len() > 1
            || t.is(Class::TITLE) && words.is_empty()
        {
            is_person = true;
        }
        // A given name tells only before a surname: "Clinton" alone is none.
        let first_of_several = t.is(Class::GIVEN) && i + 1 < tokens.end;
        if gender.is_none() && words.is_empty() && (t.is(Class::HONORIFIC) || first_of_several) {
            gender = gender_of(t.class);
        }
        if !honorific && t.kind == TokenKind::Word {
            words.push(text.word(i).to_owned());
        }
    }
    if words.is_empty() {
        return None;
    }
    let last = &text.tokens[tokens.end - 1];
    let given = (tokens.len() == 1 && last.is(Class::GIVEN)).then(|| gender_of(last.class));
    // Two or three capitalised words that are no body's and no place's name are most often a person's.
    let common =
        Class::GROUP | Class::DOCUMENT | Class::PLACE | Class::TIME | Class::NATIONALITY | Class::NOUN | Class::OUTLET;
    let plural = |w: &String| w.len() > 6 && w.ends_with('s') && !w.ends_with("ss");
    let is_weak = matches!(words.len(), 2 | 3)
        && !words.last().is_some_and(plural)
        && text.tokens[tokens.clone()].iter().all(|t| !t.is(common) || t.is(Class::GIVEN))
        && !text.tokens[tokens.clone()].iter().all(|t| t.shape.contains(crate::text::Shape::ALL_CAPS));
    if let Some(chunk) = chunk {
        let c = &text.chunks[chunk];
        // A title or a role before the name in its phrase, or a role or an age behind it.
        is_person |= (c.start..tokens.start)
            .any(|i| text.tokens[i].is(Class::TITLE | Class::ROLE | Class::HONORIFIC | Class::TITLE_PHRASE));
        if gender.is_none() {
            gender = (c.start..tokens.start).find_map(|i| {
                let t = &text.tokens[i];
                match (t.is(Class::ROLE | Class::TITLE), t.is(Class::MASCULINE), t.is(Class::FEMININE)) {
                    (true, true, false) => Some(Gender::Masculine),
                    (true, false, true) => Some(Gender::Feminine),
                    _ => None,
                }
            });
        }
        // "The harbor master, Ines Varga,"
        if let Some([np, comma]) = chunk.checked_sub(2).map(|b| &text.chunks[b..chunk]) {
            let role = text.tokens[np.start..np.end].iter().any(|t| t.is(Class::ROLE | Class::TITLE | Class::PERSON));
            is_person |= comma.kind == ChunkKind::Comma && np.kind == ChunkKind::Np && role;
        }
        // "Hamid Darwaza, who …"
        let behind_name = text.chunks[chunk + 1..].iter().find(|c| c.kind != ChunkKind::Comma);
        is_person |=
            behind_name.is_some_and(|c| c.kind == ChunkKind::Wh && text.word(c.start).eq_ignore_ascii_case("who"));
        let behind: Vec<_> = text.chunks[chunk + 1..].iter().take(3).collect();
        if let [comma, np, ..] = behind.as_slice() {
            let role = text.tokens[np.start..np.end].iter().any(|t| t.is(Class::ROLE | Class::TITLE));
            let age = text.tokens[np.head].tag == Tag::Num && np.start + 1 == np.end;
            is_person |= comma.kind == ChunkKind::Comma && np.kind == ChunkKind::Np && (role || age);
        }
    }
    Some(Candidate { tokens, chunk, sentence, words, gender, is_person, is_weak, given, hits: found })
}

/// *PUERTO ALMA (AP) —*: a place in capitals that begins a paragraph.
fn is_dateline(text: &Text, tokens: &Range<usize>, chunk: Option<usize>) -> bool {
    use ChunkKind::{Close, Comma, Dash, Open};
    let capitals = text.tokens[tokens.clone()].iter().all(|t| t.shape.contains(crate::text::Shape::ALL_CAPS));
    let next = chunk.and_then(|c| text.chunks.get(c + 1));
    let begins = text.paragraphs.binary_search_by_key(&tokens.start, |p| p.start).is_ok();
    capitals && begins && next.is_some_and(|n| matches!(n.kind, Open | Dash | Comma | Close))
}

/// Which pronouns a title, a role or a given name goes with.
fn gender_of(class: Class) -> Option<Gender> {
    match (class.contains(Class::MASCULINE), class.contains(Class::FEMININE)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}

/// The last word of a name that is no *Jr.*
fn last_name(words: &[String]) -> &str {
    let last = words.iter().rposition(|w| !is_suffix(w)).unwrap_or(0);
    words.get(last).map_or("", String::as_str)
}

/// A word of a name as names are compared: in small letters, without a stop at its end.
fn folded(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// Whether two names can be the same person's: the surname is the same, and the given names agree or one is the other's initial.
fn agree(a: &[String], b: &[String]) -> bool {
    let plain = |name: &[String]| name.iter().filter(|w| !is_suffix(w)).count();
    let (words, others) = (plain(a), plain(b));
    if words == 0 || others == 0 || !same_letters(last_name(a), last_name(b)) {
        return false;
    }
    if words == 1 || others == 1 {
        return words == others;
    }
    let given = |name: &[String]| name.iter().find(|w| !is_suffix(w)).map(|w| folded(w)).unwrap_or_default();
    let (a, b) = (given(a), given(b));
    a == b || initial_of(&a, &b) || initial_of(&b, &a) || short_form(&a, &b)
}

/// Whether two words of names are the same but for capitals and a stop at the end.
fn same_letters(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { a.to_lowercase() == b.to_lowercase() }
}

fn initial_of(initial: &str, name: &str) -> bool {
    initial.chars().count() == 1 && name.starts_with(initial)
}

/// Whether one given name is the usual short form of the other, by sound of its beginning: *Josh* and *Joshua*, *Ed* and *Edward*.
fn short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 2 && long.starts_with(short) && long.len() > short.len()
        || SHORT_FORMS.iter().any(|(s, l)| *s == short && *l == long || *s == long && *l == short)
}

/// Short forms that do not begin like the full name.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("bob", "robert"),
    ("bill", "william"),
    ("will", "william"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("jim", "james"),
    ("jack", "john"),
    ("mike", "michael"),
    ("tony", "anthony"),
    ("ted", "edward"),
    ("ned", "edward"),
    ("ted", "theodore"),
    ("chuck", "charles"),
    ("charlie", "charles"),
    ("hank", "henry"),
    ("harry", "henry"),
    ("larry", "lawrence"),
    ("peggy", "margaret"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("betty", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("patty", "patricia"),
    ("tricia", "patricia"),
    ("sue", "susan"),
    ("nancy", "ann"),
    ("jeb", "john"),
    ("mitt", "willard"),
    ("andy", "andrew"),
    ("drew", "andrew"),
    ("kenny", "kenneth"),
    ("jerry", "gerald"),
    ("bernie", "bernard"),
    ("joe", "joseph"),
];

fn is_suffix(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    matches!(word.len(), 2..=3) && ["jr", "sr", "ii", "iii", "iv", "esq"].iter().any(|s| s.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_or_not() {
        for (a, b, want) in [
            ("Andrew J. Tabler", "Andrew Tabler", true),
            ("Bill Clinton", "Hillary Clinton", false),
            ("William Clinton", "Bill Clinton", true),
            ("J. Tabler", "Andrew Tabler", false),
            ("Josh Earnest", "Joshua Earnest", true),
            ("Robert F. Kennedy Jr.", "Robert Kennedy", true),
        ] {
            let words = |n: &str| n.split(' ').map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(agree(&words(a), &words(b)), want, "{a} and {b}");
        }
    }
}
