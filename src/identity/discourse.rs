//! Who has been spoken of and who has been speaking, sentence by sentence, and whom a mention means by that: a name, a relative pronoun,
//! an apposition. Pronouns are read in `pronouns`, descriptions in `descriptions`.

use std::ops::Range;

use super::byline;
use super::kin::Kin;
use super::lede::{Introduced, introduced};
use rustc_hash::FxHashMap;

use super::people::People;
use super::recall::Recall;
use super::{Who, WordsKind, words_kind};
use crate::attribution::Statement;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Tag, Text};
use crate::words::Class;

/// Somebody who was a subject or spoke.
#[derive(Clone, Debug)]
pub(super) struct Prominent {
    pub(super) token: usize,
    pub(super) sentence: usize,
    pub(super) who: Who,
    /// It made a statement; a subject that only comes up did not.
    pub(super) spoke: bool,
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
    pub(super) reporter: Option<usize>,
    /// The first description that led back to somebody: *the choir director*.
    described: FxHashMap<usize, Range<usize>>,
    /// Whom a noun has led back to; nobody, where it has led to several.
    pub(super) meant: FxHashMap<String, Option<usize>>,
    /// Who was asked last, and in which sentence.
    pub(super) asked: Option<(usize, usize)>,
    /// Who is whose sister.
    pub(super) kin: Kin,
    /// Whom the lede describes.
    pub(super) introduced: Option<Introduced>,
}

impl<'t> Discourse<'t> {
    pub fn new(text: &'t Text<'t>, people: &'t People, statements: &[Statement]) -> Self {
        let mut contents: Vec<_> = statements.iter().flat_map(|s| s.contents.iter().cloned()).collect();
        contents.sort_by_key(|c| c.start);
        let reporter = byline::author(text).and_then(|name| people.mention_at(name.end - 1)).map(|m| m.person);
        let mut discourse = Discourse {
            text,
            people,
            prominent: Vec::new(),
            read: 0,
            contents,
            recall: Recall::default(),
            heads: Vec::new(),
            reporter,
            described: FxHashMap::default(),
            meant: FxHashMap::default(),
            asked: None,
            kin: Kin::default(),
            introduced: introduced(text, people, statements),
        };
        if let Some(lede) = &discourse.introduced {
            discourse.meant.insert(text.word(lede.head).to_ascii_lowercase(), Some(lede.person));
            discourse.described.extend(lede.role(text).map(|role| (lede.person, role)));
        }
        discourse
    }

    /// Whether a token stands in what somebody is said to have said.
    pub(super) fn in_content(&self, token: usize) -> bool {
        let after = self.contents.partition_point(|c| c.start <= token);
        self.contents[..after].iter().rev().take(3).any(|c| c.contains(&token))
    }

    /// Notes who made a statement.
    pub fn spoke(&mut self, statement: &Statement, who: Option<&Who>) {
        self.note_asked(statement);
        if let (Some(mention), Some(who)) = (&statement.mention, who) {
            // Whoever goes on for paragraphs is still the one who speaks.
            let at = match statement.contents.first() {
                Some(content) if statement.continued => content.start,
                _ => mention.start,
            };
            if !matches!(who, Who::Dangling { .. }) {
                // Whoever asked is not whom the rest of the sentence is about.
                self.note(at, who.clone(), statement.rule.id != "asked");
            }
        }
    }

    /// Notes whom a question was put to: *Berg asked Lund whether*, *“Why?” Berg asked Lund.*
    fn note_asked(&mut self, statement: &Statement) {
        let Some(cue) = statement.cue.as_ref().filter(|c| matches!(self.text.word(c.start), "asked" | "asks")) else {
            return;
        };
        let clause = Clause::of(self.text, self.text.sentence_at(cue.start));
        let hearer =
            clause.chunk_at(cue.start).and_then(|v| clause.chunks.get(v + 1)).filter(|c| c.kind == ChunkKind::Np);
        let person = hearer.and_then(|c| self.people.mention_at(c.head)).filter(|m| !m.ambiguous).map(|m| m.person);
        let asker = statement.mention.as_ref().is_some_and(|m| m.end <= cue.start);
        self.asked = person.filter(|_| asker).map(|p| (self.text.sentence_at(cue.start), p));
    }

    fn note(&mut self, token: usize, who: Who, spoke: bool) {
        let sentence = self.text.sentence_at(token);
        let at = self.prominent.partition_point(|p| p.token < token);
        if self.prominent.get(at).is_none_or(|p| p.token != token) {
            if let Who::Words { tokens, kind: WordsKind::Anonymous | WordsKind::Group | WordsKind::Document, .. } = &who
            {
                let core = self.core(tokens);
                self.recall.note(self.text, token, &core);
            }
            self.prominent.insert(at, Prominent { token, sentence, who, spoke });
        } else {
            let known = &mut self.prominent[at];
            known.spoke |= spoke;
            // "A waiter who was there": with what tells which one is meant, once it is known who spoke.
            if let (Who::Words { tokens: old, .. }, Who::Words { tokens: new, .. }) = (&mut known.who, who) {
                if old.start == new.start && old.end < new.end {
                    *old = new;
                }
            }
        }
    }

    /// Whose article, book or letter a subject is, and where that stands: *Varga's article attacked him. She*.
    fn article_owner(&self, clause: &Clause, subject: usize) -> Option<(usize, usize)> {
        let chunk = &clause.chunks[subject];
        let opens = subject == 0 || matches!(clause.kind(subject - 1), Some(ChunkKind::Adv | ChunkKind::And));
        let written = self.text.tokens[chunk.head].is(Class::DOCUMENT | Class::DOCUMENT_ONLY);
        let owner = (chunk.start + 1..chunk.head).filter(|_| opens && written).find(|&i| self.text.is_possessor(i))?;
        let person = self.people.mention_at(owner - 1)?.person;
        self.people.people[person].signs.is_person.then_some((owner, person))
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
                if chunk.kind != ChunkKind::Np || chunk.start >= token || self.text.passage_at(chunk.head).is_some() {
                    continue;
                }
                // "Norwegian singer and pilot Ines Varga sang": both are hers.
                let both = (clause.kind(head + 1) == Some(ChunkKind::And) && clause.is_nominal(head + 2))
                    .then(|| self.minister(&(chunk.start..clause.chunks[head + 2].end)))
                    .flatten()
                    .map(|m| Who::Person { person: m.person, through: true, ambiguous: m.ambiguous });
                let mut who = both.or_else(|| self.resolve_phrase(chunk.start..chunk.end, chunk.head));
                if let Some(Who::Person { person, .. }) = who {
                    self.note_kin(&clause, head, person);
                    // "The receptionist": who is only spoken of may be somebody else, unless an office is named.
                    if self.text.tokens[chunk.head].is(Class::TITLE) {
                        self.note_description(chunk.start..chunk.end, chunk.head, person);
                    }
                }
                if let Some((at, person)) = self.article_owner(&clause, head) {
                    self.note(at, Who::Person { person, through: false, ambiguous: false }, false);
                }
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
                    // "Head of the town's port Ines Varga"
                    let office = Some(tokens.clone()).filter(|t| t.end > chunk.end);
                    if let Some(m) = office.and_then(|office| self.office_holder_in(&office, chunk.head)) {
                        who = Some(Who::Person { person: m.person, through: true, ambiguous: m.ambiguous });
                    }
                }
                if let Some(who @ (Who::Person { .. } | Who::Words { .. })) = who {
                    self.note(chunk.start, who, false);
                }
            }
            self.heads = heads;
            self.read_kin(&clause, sentence, token);
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
        // "the Taoiseach", "the Scottish First Minister"
        let titled = token.tag == Tag::Name && token.is(Class::TITLE);
        // "the singer's performance" is no role.
        let owner = self.text.is_possessor(head + 1);
        // "He has not even been the director": he is none.
        let verb =
            |i: &usize| matches!(self.text.tokens[*i].tag, Tag::Be | Tag::Have | Tag::Modal | Tag::Adv | Tag::Not);
        let mut before = (0..tokens.start).rev().take(4).take_while(verb);
        let denied = before.any(|i| self.text.tokens[i].tag == Tag::Not || self.text.word(i) == "never");
        if definite && !owner && !denied && (titled || token.tag == Tag::Noun && token.is(Class::ROLE)) {
            let known = self.meant.entry(self.text.word(head).to_ascii_lowercase()).or_insert(Some(person));
            *known = known.filter(|&known| known == person);
            self.described.entry(person).or_insert_with(|| office_in(self.text, tokens));
        }
    }

    /// What the article calls somebody whose name it gives no role with.
    pub fn description_of(&self, person: usize) -> Option<Range<usize>> {
        self.described.get(&person).cloned()
    }

    /// Who a noun phrase is; none where a pronoun finds nobody.
    pub(super) fn resolve_phrase(&self, tokens: Range<usize>, head: usize) -> Option<Who> {
        let text = self.text;
        let first = &text.tokens[tokens.start];
        if let Some(lede) = self.introduced.as_ref().filter(|lede| lede.tokens.start == tokens.start) {
            return Some(Who::Person { person: lede.person, through: true, ambiguous: false });
        }
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
        let beside = if coordinated {
            self.minister(&tokens)
        } else {
            self.apposed(&tokens, head)
                .or_else(|| self.office_holder_in(&tokens, head))
                .or_else(|| self.author(&tokens, head))
        };
        if let Some(m) = beside {
            return Some(Who::Person { person: m.person, through: true, ambiguous: m.ambiguous });
        }
        if let Some(tokens) = self.several(&tokens, head).filter(|_| !coordinated) {
            return Some(Who::Words { tokens, through: true, kind: WordsKind::Anonymous });
        }
        let told = self.relative_of(&tokens, head).or_else(|| self.own_reporter(&tokens, head));
        if let Some(person) = told.filter(|_| !coordinated) {
            return Some(Who::Person { person, through: true, ambiguous: false });
        }
        if let Some(who) = self.own_words(&tokens, head) {
            return Some(who);
        }
        // "The “Whiskey” crooner"
        let marked = tokens.start.checked_sub(2).and_then(|i| text.passage_at(i)).and_then(|p| {
            let p = &text.passages[p];
            p.open.filter(|_| p.close == Some(tokens.start - 1))?.checked_sub(1)
        });
        let described = marked.is_some_and(|the| text.word(the).eq_ignore_ascii_case("the"))
            || first.is(Class::DET)
                && ["the", "that", "this"].iter().any(|w| w.eq_ignore_ascii_case(text.word(tokens.start)))
            || first.tag == Tag::Poss && !first.is(Class::FIRST_PERSON);
        if described && !coordinated {
            if let Some(who) = self.description(&tokens, head) {
                return Some(who);
            }
        }
        // "President said"
        let bare = tokens.len() == 1 && first.is(Class::TITLE) && first.is_capital() && !first.is(Class::PLURAL);
        if let Some(who @ Who::Person { .. }) = bare.then(|| self.description(&tokens, head)).flatten() {
            return Some(who);
        }
        Some(Who::Words { kind: words_kind(text, &tokens), tokens, through: false })
    }
}

/// What a description says somebody is, with whose: *founder of the port* of *the 61-year-old founder* of the port.
fn office_in(text: &Text, tokens: Range<usize>) -> Range<usize> {
    let aged = tokens.len() > 2 && text.word(tokens.start + 1).ends_with("-year-old");
    let clause = Clause::of(text, text.sentence_at(tokens.start));
    let last = clause.chunk_at(tokens.end - 1).filter(|&last| clause.is_word(last + 1, &["of"]));
    let body = last.and_then(|last| clause.phrase_from(last + 2));
    tokens.start + 2 * aged as usize..body.map_or(tokens.end, |body| clause.tokens(body.chunks).end)
}

/// Prepositions behind which a name is most often a place's.
pub(super) const LOCATIVE: &[&str] =
    &["in", "at", "near", "outside", "from", "across", "around", "inside", "throughout"];

/// Whether what opens with noun phrase `i` tells, before a comma, what *he* or *she* behind it is.
fn is_predicate(clause: &Clause, i: usize) -> bool {
    let mut end = i + 1;
    while clause.kind(end) == Some(ChunkKind::Prep) && clause.is_nominal(end + 1) && clause.is_word(i, &["a", "an"]) {
        end += 2;
    }
    clause.kind(end) == Some(ChunkKind::Comma) && clause.is_word(end + 1, &["he", "she"])
}

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
            // "A prominent refugee, she", "A passionate fan of boats, he": that is what she is.
            ChunkKind::Np if is_predicate(clause, i) => i += 2,
            ChunkKind::Np => return Some(i),
            // "As a teen, she": she was one.
            ChunkKind::Prep if clause.is_word(i, &["as"]) && clause.is_word(i + 1, &["a", "an"]) => i += 2,
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
