//! Who has been spoken of and who has been speaking, sentence by sentence, and whom a mention means by that: a name, a relative pronoun,
//! an apposition. Pronouns are read in `pronouns`, descriptions in `descriptions`.

use std::ops::Range;

use super::byline;
use super::kin::Kin;
use rustc_hash::FxHashMap;

use super::people::{NameMention, People};
use super::recall::Recall;
use super::{Who, WordsKind, words_kind};
use crate::attribution::Statement;
use crate::landmarks::names::is_firm_name;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Shape, Tag, Text, Token, TokenKind};
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
    pub(super) fn in_content(&self, token: usize) -> bool {
        let after = self.contents.partition_point(|c| c.start <= token);
        self.contents[..after].iter().rev().take(3).any(|c| c.contains(&token))
    }

    /// Notes who made a statement.
    pub fn spoke(&mut self, statement: &Statement, who: Option<&Who>) {
        if let (Some(mention), Some(who)) = (&statement.mention, who) {
            if !statement.continued && !matches!(who, Who::Dangling { .. }) {
                // Whoever asked is not whom the rest of the sentence is about.
                self.note(mention.start, who.clone(), statement.rule.id != "asked");
            }
        }
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
        if let Some(m) = self.minister(&tokens).filter(|_| coordinated) {
            return Some(Who::Person { person: m.person, through: true, ambiguous: m.ambiguous });
        }
        if let Some(m) = self.officer(&tokens, head).filter(|_| !coordinated) {
            return Some(Who::Person { person: m.person, through: true, ambiguous: m.ambiguous });
        }
        if let Some(person) = self.relative_of(&tokens, head).filter(|_| !coordinated) {
            return Some(Who::Person { person, through: true, ambiguous: false });
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
        Some(Who::Words { kind: words_kind(text, &tokens), tokens, through: false })
    }

    /// The name that a description stands in apposition to: *Ines Varga, a retired pilot who …*; *her husband, Carl Moe, …*.
    fn apposed(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        let text = self.text;
        let first = &text.tokens[tokens.start];
        let person = text.tokens[head].is(Class::ROLE | Class::PERSON) && !text.tokens[head].is(Class::GROUP);
        let possessed = tokens.clone().any(|i| text.tokens[i].tag == Tag::Genitive);
        // "a cargo shifter, Ines Varga, said": what no list knows may be what somebody is.
        let unknown = text.tokens[head].class.is_empty()
            && (first.tag == Tag::Poss || ["a", "an"].iter().any(|a| text.word(tokens.start).eq_ignore_ascii_case(a)));
        // "One of them, Councillor Carl Moe, said"
        let one = text.word(tokens.start).eq_ignore_ascii_case("one");
        let clause = Clause::of(text, text.sentence_at(tokens.start));
        let at = clause.chunk_at(head)?;
        let comma = |i: usize| clause.kind(i) == Some(ChunkKind::Comma);
        // "by Ines Varga, solicitor for the defendant, she": an office without an article
        let bare = head == tokens.start && at >= 2 && comma(at - 1);
        if !one && !person && !unknown
            || !(one || bare || first.is(Class::DET) || first.tag == Tag::Poss || possessed)
            || self.is_plural(tokens)
        {
            return None;
        }
        let name = |i: usize| {
            let chunk = clause.chunks.get(i).filter(|c| c.kind == ChunkKind::Np)?;
            // "the Very Rev Ines Varga"
            let styled = |m: &NameMention| {
                let before = &text.tokens[chunk.start..m.tokens.start];
                text.tokens[m.tokens.start].is(Class::HONORIFIC)
                    && before.iter().all(|t| t.is(Class::DET | Class::ADV | Class::ADJ))
                    || before
                        .iter()
                        .all(|t| (t.is(Class::TITLE) || t.shape.contains(Shape::ALL_CAPS)) && t.is_capital())
            };
            self.people
                .mention_at(chunk.head)
                .filter(|m| m.tokens.end == chunk.end && (m.tokens.start == chunk.start || styled(m)))
                .filter(|m| !unknown || self.people.people[m.person].is_person)
        };
        // "Another passenger, who gave his name only as Tome, said"
        let wh = at + 1 + comma(at + 1) as usize;
        if clause.kind(wh) == Some(ChunkKind::Wh) && clause.is_word(wh + 1, GIVES) {
            let tail = wh + 2..(wh + 6).min(clause.chunks.len());
            return tail.rev().find(|&i| clause.is_word(i - 1, &["as"])).and_then(name);
        }
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
        // "the mission's leader, Ines Varga of Norway."
        let of = (clause.is_word(end + 2, &["of", "from"]) && clause.is_nominal(end + 3)) as usize * 2;
        let ends = matches!(clause.kind(end + 2 + of), Some(ChunkKind::Comma | ChunkKind::Stop) | None);
        if comma(end) && ends {
            name(end + 1).filter(|m| end == at + 1 || !is_firm_name(self.text, &m.tokens))
        } else {
            None
        }
    }

    /// *Energy and Mines Minister Ines Varga*: one office over two fields, not two people.
    fn minister(&self, tokens: &Range<usize>) -> Option<&NameMention> {
        let text = self.text;
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        let office = m.tokens.start.checked_sub(1).filter(|&o| o > tokens.start)?;
        let fields = &text.tokens[tokens.start..office];
        let plain = |t: &Token| {
            t.tag == Tag::And || t.is_capital() && t.kind == TokenKind::Word && !t.is(Class::GIVEN | Class::HONORIFIC)
        };
        let titled = text.tokens[office].is(Class::TITLE | Class::ROLE) && text.tokens[office].is_capital();
        let alone = (tokens.start..office)
            .all(|i| self.people.mention_at(i).is_none_or(|n| !self.people.people[n.person].is_person));
        (m.tokens.end == tokens.end && titled && fields.iter().all(plain) && alone).then_some(m)
    }

    /// *keeper of antiquities Ines Varga*, *spokeswoman for the Investigative Department Ines Varga*: an office without an article, the
    /// body, and who holds it.
    fn officer(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        let text = self.text;
        let first = &text.tokens[tokens.start];
        let office = text.tokens[head].is(Class::ROLE | Class::TITLE) || head == tokens.start;
        if !office || first.is(Class::DET | Class::POSS) || self.is_plural(tokens) || text.word(head).ends_with('s') {
            return None;
        }
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        let body = &text.tokens[m.tokens.start.checked_sub(1).filter(|&b| b > head)?];
        let person = body.is(Class::TITLE | Class::ROLE | Class::PERSON) && !body.is(Class::PLURAL | Class::GROUP);
        let is_body = matches!(body.tag, Tag::Noun | Tag::Name) && !person;
        let full = m.tokens.end == tokens.end && m.tokens.len() > 1 && self.is_someone(m.person);
        // "Opposition planning spokeswoman Ines Varga": nothing hangs on the office but the name.
        let plain = m.tokens.start.checked_sub(1).is_some_and(|o| text.tokens[o].is(Class::ROLE | Class::TITLE))
            && !(tokens.start..m.tokens.start).any(|i| matches!(text.tokens[i].tag, Tag::Prep | Tag::And));
        (full && (is_body || plain)).then_some(m)
    }

    /// *who*, *which*: the noun phrase before it.
    fn relative(&self, wh: usize) -> Option<Who> {
        let sentence = self.text.sentence_at(wh);
        let clause = Clause::of(self.text, sentence);
        let at = clause.chunk_at(wh)?;
        let mut before = clause.before(at)?;
        // "who trained the team and who used to tell": both are his.
        if clause.kind(before) == Some(ChunkKind::And) {
            let first = (0..before).rev().take(16).find(|&i| clause.is_word(i, &["who"]))?;
            return self.relative(clause.chunks[first].start);
        }
        if clause.kind(before) == Some(ChunkKind::Comma) {
            before = clause.before(before)?;
        }
        // "an official there, who"
        if clause.kind(before) == Some(ChunkKind::Adv) {
            before = clause.before(before)?;
        }
        if clause.kind(before) == Some(ChunkKind::Close) {
            let open = (0..before).rev().find(|&o| clause.kind(o) == Some(ChunkKind::Open))?;
            before = clause.before(open)?;
        }
        // "Carl Moe, the former harbor master, now eighty-eight, who": the age is nobody.
        while clause.is_nominal(before) && clause.text.tokens[clause.chunks[before].head].tag == Tag::Num {
            let now = before.checked_sub(1).filter(|&a| clause.kind(a) == Some(ChunkKind::Adv)).unwrap_or(before);
            match clause.before(now).filter(|&c| clause.kind(c) == Some(ChunkKind::Comma)) {
                Some(comma) => before = clause.before(comma)?,
                None => break,
            }
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
        // "Mrs. Varga of Elm Heights, who"
        let named = |i: usize| {
            let m = clause.chunks.get(i).and_then(|c| self.people.mention_at(c.head));
            m.is_some_and(|m| self.people.people[m.person].is_person) && clause.is_word(i + 1, &["of"])
        };
        let chosen = Some(start)
            .filter(|&i| i < before && named(i))
            .or_else(|| {
                (start..=before)
                    .rev()
                    .step_by(2)
                    .find(|&i| person(i) && !clause.class(i).contains(Class::PLACE) && !located(i))
            })
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
            // "A man from Second Street who": with what tells which one is meant.
            Who::Words { tokens, through, kind: WordsKind::Anonymous } if tokens.end == chunk.end => {
                tokens.end = clause.chunks[before].end;
                *through = true;
            }
            Who::Person { through, .. } | Who::Words { through, .. } => *through = true,
            Who::Dangling { .. } => {}
        }
        Some(who)
    }
}

/// What somebody does who lets a part of the name be printed: *gave his name as*, *identified himself only as*.
const GIVES: &[&str] = &["gave", "gives", "give", "identified", "identifies", "introduced"];

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
