//! Pronouns and descriptions: who has been spoken of and who has been speaking, sentence by sentence, so that *he*, *the senator* or
//! *the official* leads back to a person. Gender and number rule out; recency and having been a subject or a speaker decide, as in
//! Hobbs (1978) and the sieves of Muzny et al. (2017), with the newspaper's habit that the last speaker goes on.

use std::ops::Range;

use super::byline;
use super::kin::Kin;
use rustc_hash::FxHashMap;

use super::people::{Gender, NameMention, People};
use super::recall::Recall;
use super::{Who, WordsKind, words_kind};
use crate::attribution::Statement;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Tag, Text, Token};
use crate::words::Class;

/// How many sentences a pronoun may look back.
pub(super) const REACH: usize = 9;

/// How many sentences a pronoun may look back to somebody of whom nothing tells *he* from *she*.
const NEAR: usize = 2;

/// Somebody who was a subject or spoke.
#[derive(Clone, Debug)]
pub(super) struct Prominent {
    pub(super) token: usize,
    pub(super) sentence: usize,
    pub(super) who: Who,
}

/// What has been said of whom so far.
pub(crate) struct Discourse<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) people: &'t People,
    /// Subjects and speakers, by place.
    pub(super) prominent: Vec<Prominent>,
    /// Sentences whose subjects are in `prominent`.
    read: usize,
    /// What statements hold, by place: a subject in there is not whom the sentence is about.
    contents: Vec<Range<usize>>,
    /// Who was spoken of, by what they were called.
    pub(super) recall: Recall<'t>,
    /// Room for the subjects of a sentence.
    heads: Vec<usize>,
    /// Whom the byline names.
    reporter: Option<usize>,
    /// The first description that led back to somebody: *the choir director*.
    described: FxHashMap<usize, Range<usize>>,
    /// Who is whose sister.
    pub(super) kin: Kin,
}

impl<'t> Discourse<'t> {
    pub fn new(text: &'t Text<'t>, people: &'t People, statements: &[Statement]) -> Self {
        let mut contents: Vec<_> = statements.iter().flat_map(|s| s.contents.iter().cloned()).collect();
        contents.sort_by_key(|c| c.start);
        let reporter = byline::author(text).and_then(|name| people.mention_at(name.end - 1)).map(|m| m.person);
        Discourse {
            text,
            people,
            prominent: Vec::new(),
            read: 0,
            contents,
            recall: Recall::default(),
            heads: Vec::new(),
            reporter,
            described: FxHashMap::default(),
            kin: Kin::default(),
        }
    }

    /// Whether a token stands in what somebody is said to have said.
    fn in_content(&self, token: usize) -> bool {
        let after = self.contents.partition_point(|c| c.start <= token);
        self.contents[..after].iter().rev().take(3).any(|c| c.contains(&token))
    }

    /// Notes who made a statement.
    pub fn spoke(&mut self, statement: &Statement, who: Option<&Who>) {
        if let (Some(mention), Some(who)) = (&statement.mention, who) {
            if !statement.continued && !matches!(who, Who::Dangling { .. }) {
                self.note(mention.start, who.clone());
            }
        }
    }

    fn note(&mut self, token: usize, who: Who) {
        let sentence = self.text.sentence_at(token);
        let at = self.prominent.partition_point(|p| p.token < token);
        if self.prominent.get(at).is_none_or(|p| p.token != token) {
            if let Who::Words { tokens, kind: WordsKind::Anonymous | WordsKind::Group | WordsKind::Document, .. } = &who
            {
                let core = self.core(tokens);
                self.recall.note(self.text, token, &core);
            }
            self.prominent.insert(at, Prominent { token, sentence, who });
        }
    }

    /// Reads the subjects of all sentences before and including the one of `token`.
    fn read_to(&mut self, token: usize) {
        let last = self.text.sentence_at(token);
        while self.read <= last && self.read < self.text.sentences.len() {
            let sentence = self.read;
            self.read += 1;
            let clause = Clause::of(self.text, sentence);
            let mut heads = std::mem::take(&mut self.heads);
            heads.extend(topic(&clause));
            for verb in 0..clause.chunks.len() {
                if clause.chunks[verb].is_finite() && self.text.passage_at(clause.chunks[verb].head).is_none() {
                    heads.extend(clause.subject_before(verb).map(|s| s.head));
                    // "She is Ines Varga, a pensioner": from here on she is.
                    let identifies = self.text.tokens[clause.chunks[verb].head].tag == Tag::Be
                        && verb > 0
                        && clause.is_word(verb - 1, &["he", "she", "it"])
                        && clause.chunks.get(verb + 1).is_some_and(|c| self.text.tokens[c.head].tag == Tag::Name);
                    heads.extend(identifies.then_some(verb + 1));
                }
            }
            for head in heads.drain(..) {
                let chunk = &clause.chunks[head];
                if chunk.kind != ChunkKind::Np || chunk.start >= token {
                    continue;
                }
                let who = self.resolve_phrase(chunk.start..chunk.end, chunk.head);
                if let Some(Who::Person { person, .. }) = who {
                    self.note_kin(&clause, head, person);
                    self.note_description(chunk.start..chunk.end, chunk.head, person);
                }
                let mut who = who;
                // "A buyer at one large dairy": with what tells which one is meant.
                if let Some(Who::Words { tokens, kind: WordsKind::Anonymous, through: false }) = &mut who {
                    let mut end = head + 1;
                    while clause.kind(end) == Some(ChunkKind::Prep)
                        && clause.is_nominal(end + 1)
                        && !clause.is_adjunct_preposition(end)
                    {
                        end += 2;
                    }
                    tokens.end = clause.chunks[end - 1].end;
                }
                if let Some(who @ (Who::Person { .. } | Who::Words { .. })) = who {
                    self.note(chunk.start, who);
                }
            }
            self.heads = heads;
        }
    }

    /// Who a mention is.
    pub fn resolve(&mut self, mention: &Range<usize>) -> Who {
        self.read_to(mention.start);
        let sentence = self.text.sentence_at(mention.start);
        let head = self
            .text
            .chunks_of(sentence)
            .iter()
            .find(|c| c.start <= mention.start && mention.start < c.end)
            .map_or(mention.end - 1, |c| c.head.clamp(mention.start, mention.end - 1));
        let who = self.resolve_phrase(mention.clone(), head);
        if let Some(Who::Person { person, .. }) = who {
            self.note_description(mention.clone(), head, person);
        }
        who.unwrap_or_else(|| Who::Dangling { tokens: mention.clone() })
    }

    /// Notes what a description calls a person.
    fn note_description(&mut self, tokens: Range<usize>, head: usize, person: usize) {
        let token = &self.text.tokens[head];
        let definite = self.text.word(tokens.start).eq_ignore_ascii_case("the");
        if definite && token.tag == Tag::Noun && token.is(Class::ROLE) {
            self.described.entry(person).or_insert(tokens);
        }
    }

    /// What the article calls somebody whose name it gives no role with.
    pub fn description_of(&self, person: usize) -> Option<Range<usize>> {
        self.described.get(&person).cloned()
    }

    /// Who a noun phrase is; none where a pronoun finds nobody.
    fn resolve_phrase(&self, tokens: Range<usize>, head: usize) -> Option<Who> {
        let text = self.text;
        let first = &text.tokens[tokens.start];
        if tokens.len() == 1 {
            if first.tag == Tag::Wh {
                return self.relative(tokens.start);
            }
            if matches!(first.tag, Tag::Pron | Tag::Poss) {
                return self.pronoun(tokens.start);
            }
        }
        // A name, alone or behind its titles; "Kerry and Lavrov" stand for themselves.
        let coordinated = tokens.clone().any(|i| text.tokens[i].tag == Tag::And);
        if !coordinated {
            if let Some(m) = self.people.mention_at(head).filter(|m| m.tokens.end <= tokens.end) {
                return Some(Who::Person { person: m.person, through: false, ambiguous: m.ambiguous });
            }
        }
        if !coordinated {
            if let Some(m) = self.apposed(&tokens, head) {
                return Some(Who::Person { person: m.person, through: true, ambiguous: m.ambiguous });
            }
        }
        if let Some(person) = self.relative_of(&tokens, head).filter(|_| !coordinated) {
            return Some(Who::Person { person, through: true, ambiguous: false });
        }
        let described = first.is(Class::DET)
            && ["the", "that", "this"].iter().any(|w| w.eq_ignore_ascii_case(text.word(tokens.start)))
            || first.tag == Tag::Poss;
        if described && !coordinated {
            if let Some(who) = self.description(&tokens, head) {
                return Some(who);
            }
        }
        Some(Who::Words { kind: words_kind(text, &tokens), tokens, through: false })
    }

    /// The name that a description stands in apposition to: *Ines Varga, a retired pilot who …*; *her husband, Carl Moe, …*.
    fn apposed(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        let text = self.text;
        let first = &text.tokens[tokens.start];
        let person = text.tokens[head].is(Class::ROLE | Class::PERSON) && !text.tokens[head].is(Class::GROUP);
        let possessed = tokens.clone().any(|i| text.tokens[i].tag == Tag::Genitive);
        if !person || !(first.is(Class::DET) || first.tag == Tag::Poss || possessed) || self.is_plural(tokens) {
            return None;
        }
        let clause = Clause::of(text, text.sentence_at(tokens.start));
        let at = clause.chunk_at(head)?;
        let comma = |i: usize| clause.kind(i) == Some(ChunkKind::Comma);
        let name = |i: usize| {
            let chunk = clause.chunks.get(i).filter(|c| c.kind == ChunkKind::Np)?;
            self.people.mention_at(chunk.head).filter(|m| m.tokens.end == chunk.end && m.tokens.start == chunk.start)
        };
        // Behind the name it needs its own comma or a relative clause: "With Berg, a crowd left" is no apposition.
        let closes = matches!(clause.kind(at + 1), Some(ChunkKind::Comma | ChunkKind::Wh | ChunkKind::Prep) | None);
        if at >= 2 && comma(at - 1) && closes {
            if let Some(m) = name(at - 2) {
                return Some(m);
            }
        }
        // "the council's head of works, Ines Varga,"
        let mut end = at + 1;
        while clause.kind(end) == Some(ChunkKind::Prep) && clause.is_nominal(end + 1) && end < at + 5 {
            end += 2;
        }
        let ends = matches!(clause.kind(end + 2), Some(ChunkKind::Comma | ChunkKind::Stop) | None);
        if comma(end) && ends { name(end + 1) } else { None }
    }

    /// *who*, *which*: the noun phrase before it.
    fn relative(&self, wh: usize) -> Option<Who> {
        let sentence = self.text.sentence_at(wh);
        let clause = Clause::of(self.text, sentence);
        let at = clause.chunk_at(wh)?;
        let mut before = clause.before(at)?;
        if clause.kind(before) == Some(ChunkKind::Comma) {
            before = clause.before(before)?;
        }
        if clause.kind(before) == Some(ChunkKind::Close) {
            let open = (0..before).rev().find(|&o| clause.kind(o) == Some(ChunkKind::Open))?;
            before = clause.before(open)?;
        }
        if !clause.is_nominal(before) {
            return None;
        }
        // "a man from Ohio who": who goes with the person, not the place.
        let start = clause.phrase_start(before);
        let person = |i: usize| {
            clause.class(i).intersects(Class::ROLE | Class::PERSON | Class::TITLE)
                || clause.text.tokens[clause.chunks[i].head].tag == Tag::Name
        };
        let located = |i: usize| i > start && clause.is_word(i - 1, LOCATIVE);
        let chosen = (start..=before)
            .rev()
            .step_by(2)
            .find(|&i| person(i) && !clause.class(i).contains(Class::PLACE) && !located(i))
            .unwrap_or(before);
        let chunk = &clause.chunks[chosen];
        // "Beatriz Oyelaran, Democrat of Illinois, who"
        let name = chosen.checked_sub(2).filter(|_| clause.kind(chosen - 1) == Some(ChunkKind::Comma)).and_then(|n| {
            let np = clause.chunks.get(n).filter(|c| c.kind == ChunkKind::Np)?;
            self.people.mention_at(np.head).filter(|m| m.tokens.end == np.end)
        });
        let describes = self.people.mention_at(chunk.head).is_none();
        let mut who = match name.filter(|_| describes) {
            Some(m) => Who::Person { person: m.person, through: true, ambiguous: m.ambiguous },
            None => self.resolve_phrase(chunk.start..chunk.end, chunk.head)?,
        };
        match &mut who {
            Who::Person { through, .. } | Who::Words { through, .. } => *through = true,
            Who::Dangling { .. } => {}
        }
        Some(who)
    }

    pub(super) fn pronoun(&self, at: usize) -> Option<Who> {
        let word = self.text.word(at).to_ascii_lowercase();
        let gender = match word.as_str() {
            "he" | "his" | "him" => Some(Gender::Masculine),
            "she" | "her" => Some(Gender::Feminine),
            "they" | "their" | "it" | "its" => None,
            "i" | "me" | "my" => {
                let reporter = self.reporter.filter(|_| self.text.passage_at(at).is_none());
                return Some(reporter.map_or(Who::Dangling { tokens: at..at + 1 }, |person| Who::Person {
                    person,
                    through: true,
                    ambiguous: false,
                }));
            }
            _ => return Some(Who::Dangling { tokens: at..at + 1 }),
        };
        let sentence = self.text.sentence_at(at);
        let from = self.prominent.partition_point(|p| p.sentence + REACH <= sentence);
        let before = self.prominent.partition_point(|p| p.token < at).max(from);
        if let Some(gender) = gender {
            return self.he_or_she(at, sentence, gender);
        }
        let plural = matches!(word.as_str(), "they" | "their");
        // "In a statement it said": the body whose statement it is.
        let vehicle = |p: &Prominent| {
            p.sentence == sentence
                && matches!(p.who, Who::Words { kind: WordsKind::Document, .. })
                && p.token > 0
                && matches!(self.text.word(p.token - 1), "In" | "in" | "On" | "on")
        };
        let said = |p: &&Prominent| (p.sentence < sentence || !self.in_content(p.token)) && !vehicle(p);
        self.prominent[from..before].iter().rev().filter(said).find_map(|p| match &p.who {
            // "A government spokesperson … they said"
            Who::Words { tokens, kind: kind @ WordsKind::Anonymous, .. }
                if plural && p.sentence + NEAR >= sentence && self.is_anybody(tokens) =>
            {
                Some(Who::Words { tokens: tokens.clone(), through: true, kind: *kind })
            }
            Who::Words { tokens, kind, .. }
                if self.is_plural(tokens) == plural
                    && (plural || matches!(kind, WordsKind::Group | WordsKind::Document)) =>
            {
                Some(Who::Words { tokens: tokens.clone(), through: true, kind: *kind })
            }
            _ => None,
        })
    }

    /// The nearest sentence that speaks of somebody whom *he* or *she* fits: its subject or speaker, else anybody named in it.
    fn he_or_she(&self, at: usize, sentence: usize, gender: Gender) -> Option<Who> {
        for s in (sentence.saturating_sub(REACH)..=sentence).rev() {
            let from = self.prominent.partition_point(|p| p.sentence < s);
            // Within the sentence what is said comes after who said it: "If Clinton wins, he said".
            let here = self.prominent[from..]
                .iter()
                .take_while(|p| p.sentence == s && p.token < at)
                .filter(|p| !self.in_content(p.token));
            let subject = here.clone().find_map(|p| match &p.who {
                Who::Person { person, ambiguous, .. } if self.fits(*person, gender) => {
                    Some(Who::Person { person: *person, through: true, ambiguous: *ambiguous })
                }
                Who::Words { tokens, kind: WordsKind::Anonymous, .. }
                    if self.words_fit(tokens, Some(gender)) && (s + NEAR >= sentence || self.tells_gender(tokens)) =>
                {
                    Some(Who::Words { tokens: tokens.clone(), through: true, kind: WordsKind::Anonymous })
                }
                _ => None,
            });
            if subject.is_some() {
                return subject;
            }
            let from = self.people.mentions.partition_point(|m| m.sentence < s);
            let named = self.people.mentions[from..]
                .iter()
                .take_while(|m| m.sentence == s && m.tokens.end <= at)
                .filter(|m| m.chunk.is_some() && !self.is_possessor(m.tokens.end))
                .filter(|m| s < sentence || !self.in_content(m.tokens.start))
                .find(|m| self.fits(m.person, gender));
            // "Banerjee's own account was shorter": of nobody else.
            let start = self.text.sentences[s].tokens.start;
            let owner = || {
                let m = self.people.mentions[from..].first().filter(|m| m.tokens.start <= start + 1 && s < sentence)?;
                (self.is_possessor(m.tokens.end) && self.fits(m.person, gender)).then_some(m)
            };
            if let Some(m) = named.or_else(owner) {
                return Some(Who::Person { person: m.person, through: true, ambiguous: false });
            }
        }
        None
    }

    /// Whether *'s* follows: *Berg's office* speaks of the office.
    fn is_possessor(&self, end: usize) -> bool {
        self.text.tokens.get(end).is_some_and(|t| t.tag == Tag::Genitive)
    }

    /// Whether a name is a person's as far as can be told, and not the reporter's.
    pub(super) fn is_someone(&self, person: usize) -> bool {
        let p = &self.people.people[person];
        self.reporter != Some(person) && (p.is_person || p.is_weak)
    }

    pub(super) fn fits(&self, person: usize, gender: Gender) -> bool {
        if self.reporter == Some(person) {
            return false;
        }
        let p = &self.people.people[person];
        p.gender.map_or(p.is_person || p.is_weak, |g| g == gender)
    }

    /// *a spokesperson*: one of whom *they* is said.
    fn is_anybody(&self, tokens: &Range<usize>) -> bool {
        self.core(tokens).any(|i| self.text.word(i).ends_with("person"))
    }

    /// Whether words for an unnamed source say *he* or *she*: *a spokeswoman*, not *an official*.
    fn tells_gender(&self, tokens: &Range<usize>) -> bool {
        let gender = |t: &Token| t.is(Class::ROLE | Class::PERSON) && Gender::of_class(t.class).is_some();
        self.text.tokens[self.core(tokens)].iter().any(gender)
    }

    /// Whether words for an unnamed source fit a pronoun: *a man*, *an official*, not *officials*.
    fn words_fit(&self, tokens: &Range<usize>, gender: Option<Gender>) -> bool {
        let tokens = &self.core(tokens);
        let own = tokens.clone().find_map(|i| {
            let t = &self.text.tokens[i];
            t.is(Class::ROLE | Class::PERSON).then(|| Gender::of_class(t.class)).flatten()
        });
        let a_person = tokens.clone().any(|i| {
            let t = &self.text.tokens[i];
            matches!(t.tag, Tag::Noun | Tag::Name) && t.is(Class::ROLE | Class::PERSON)
        });
        let counted = tokens
            .clone()
            .filter(|&i| self.text.tokens[i].tag == Tag::Num)
            .any(|i| !self.text.word(i).eq_ignore_ascii_case("one") && !self.text.word(i).ends_with("-old"));
        // "her agent": she who has the agent is nearer at hand.
        let owned = self.text.tokens[tokens.start].tag == Tag::Poss && own.is_none();
        a_person && !counted && !owned && !self.is_plural(tokens) && (own.is_none() || own == gender)
    }

    /// A mention without the clause that tells which one is meant: *a person* of *a person who was there*.
    fn core(&self, tokens: &Range<usize>) -> Range<usize> {
        let clause = |&i: &usize| {
            let tag = self.text.tokens[i].tag;
            i > tokens.start && (tag.is_verb() || matches!(tag, Tag::Wh | Tag::That | Tag::Be | Tag::Have))
        };
        tokens.start..tokens.clone().find(clause).unwrap_or(tokens.end)
    }

    pub(super) fn is_plural(&self, tokens: &Range<usize>) -> bool {
        let range = self.core(tokens);
        if range.clone().any(|i| self.text.tokens[i].tag == Tag::And) {
            return true;
        }
        let sentence = self.text.sentence_at(range.start);
        let head = self
            .text
            .chunks_of(sentence)
            .iter()
            .find(|c| c.kind == ChunkKind::Np && c.start <= range.start && range.start < c.end)
            .map_or(range.end - 1, |c| c.head);
        let token = &self.text.tokens[head];
        let word = self.text.word(head);
        token.is(Class::PLURAL)
            || token.tag == Tag::Noun
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !token.is(Class::ROLE | Class::GROUP | Class::DOCUMENT)
            || token.tag == Tag::Noun && word.ends_with('s') && !word.ends_with("ss") && !token.is(Class::PERSON)
    }
}

/// Prepositions behind which a name is most often a place's.
pub(super) const LOCATIVE: &[&str] =
    &["in", "at", "near", "outside", "from", "across", "around", "inside", "throughout"];

/// The first noun phrase of a sentence that hangs on no preposition: what it is about.
fn topic(clause: &Clause) -> Option<usize> {
    let mut i = 0;
    let mut behind_preposition = None;
    while i < clause.chunks.len() {
        match clause.chunks[i].kind {
            // "For Lise Aubry, a political scientist, the result": the apposition is she.
            ChunkKind::Np if clause.is_word(i, &["a", "an"]) && behind_preposition.is_some() => {
                return behind_preposition;
            }
            ChunkKind::Np => return Some(i),
            ChunkKind::Prep => {
                behind_preposition = Some(i + 1).filter(|&n| clause.is_nominal(n));
                i += 2;
            }
            ChunkKind::Verb | ChunkKind::Quote => return None,
            _ => i += 1,
        }
    }
    None
}
