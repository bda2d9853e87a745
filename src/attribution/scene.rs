//! What the rules may look at: the article's structure, the cue in question, and what has been decided so far.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Found, Limit, Rule, Statement};
use crate::landmarks::{CueHit, names};
use crate::lexicon::{Cue, CueForm, PREPOSITIONS};
use crate::text::clause::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Form, Shape, Tag, Text};
use crate::words::Class;

/// What was asked last, as a number, and what was found.
type Asked<T> = Option<(usize, Option<T>)>;

/// A cue in its sentence.
pub(crate) struct Site<'t> {
    /// The sentence.
    pub sentence: usize,
    /// Its chunks.
    pub clause: Clause<'t>,
    /// The cue.
    pub hit: CueHit,
    /// Its row in the cue table.
    pub cue: &'t Cue,
    /// The verb chunk that the cue heads.
    pub verb: usize,
    /// The cue makes a statement only of words in marks: it names a stance or a belief.
    pub needs_marks: bool,
    /// The chunk after the cue (after the particle in *point out*).
    pub after: usize,
    /// What [`Site::subject`] found: rule after rule asks.
    subject: OnceCell<Option<Phrase>>,
    /// Who speaks, as it was worked out when there were so many statements: more of them may tell otherwise.
    speaker: RefCell<Asked<Phrase>>,
    /// Where the content that begins at a chunk ends: rules ask about the same one.
    pub limit: Cell<Asked<(usize, &'static Limit)>>,
}

impl<'t> Site<'t> {
    /// None where the cue's word is no verb here.
    pub fn new(text: &'t Text<'t>, sentence: usize, hit: CueHit, cue: &'t Cue, needs_marks: bool) -> Option<Self> {
        let clause = Clause::of(text, sentence);
        let verb = clause.chunk_at(hit.start)?;
        let chunk = &clause.chunks[verb];
        if hit.form == CueForm::Noun {
            if chunk.kind != ChunkKind::Np || chunk.head != hit.start {
                return None;
            }
        } else if !PREPOSITIONS.contains(&&*cue.lemma) && (chunk.kind != ChunkKind::Verb || chunk.head != hit.start) {
            return None;
        }
        let mut after = verb + 1;
        while clause.chunks.get(after).is_some_and(|c| c.start < hit.end) {
            after += 1;
        }
        // "went on to win": the second verb may be a cue, this one says nothing.
        let to = |c: &Chunk| c.kind == ChunkKind::Verb && c.form == Form::Infinitive;
        if cue.lemma == "go on" && clause.chunks.get(after).is_some_and(to) {
            return None;
        }
        let (subject, speaker, limit) = Default::default();
        Some(Site { sentence, clause, hit, cue, verb, after, needs_marks, subject, speaker, limit })
    }

    /// The cue is a noun of saying.
    pub fn is_noun(&self) -> bool {
        self.hit.form == CueForm::Noun
    }

    /// The source before the verb, if it has one.
    pub fn subject(&self) -> Option<Phrase> {
        self.subject.get_or_init(|| self.clause.subject_before(self.verb)).clone()
    }

    /// Who speaks, worked out by `find` unless it has been since the last statement.
    pub fn speaker(&self, scene: &Scene, find: impl FnOnce() -> Option<Phrase>) -> Option<Phrase> {
        let now = scene.statements.len();
        if let Some((then, speaker)) = &*self.speaker.borrow() {
            if *then == now {
                return speaker.clone();
            }
        }
        let speaker = find();
        *self.speaker.borrow_mut() = Some((now, speaker.clone()));
        speaker
    }

    /// The verb is finite and active: its subject speaks.
    pub fn is_finite_active(&self) -> bool {
        let chunk = &self.clause.chunks[self.verb];
        chunk.is_finite() && !chunk.passive
    }
}

/// The article and what is decided in it.
pub(crate) struct Scene<'t> {
    pub text: &'t Text<'t>,
    statements: Vec<Statement>,
    /// For each token, one more than the index of the statement whose content it is.
    owner: Vec<u32>,
    /// Cue tokens that are used up.
    used: FxHashSet<usize>,
}

impl<'t> Scene<'t> {
    pub fn new(text: &'t Text<'t>) -> Self {
        Scene { text, statements: Vec::new(), owner: vec![0; text.tokens.len()], used: FxHashSet::default() }
    }

    /// The statement whose content holds token `i`.
    pub fn owner(&self, i: usize) -> Option<usize> {
        self.owner.get(i).and_then(|&o| (o as usize).checked_sub(1))
    }

    /// Whether nothing of a token range is content yet.
    pub fn is_free(&self, range: &Range<usize>) -> bool {
        self.owner[range.clone()].iter().all(|&o| o == 0)
    }

    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// A cue is decided if a statement has it, or if it stands inside a content.
    pub fn is_decided(&self, site: &Site) -> bool {
        self.owner(site.hit.start).is_some()
            || self.used.contains(&site.hit.start)
            || self.text.passage_at(site.hit.start).is_some_and(|p| !self.text.passages[p].unclosed)
    }

    /// Makes what a rule found a statement.
    pub fn take(&mut self, rule: &'static Rule, site: &Site, found: Found) {
        self.used.insert(site.hit.start);
        let statement = Statement {
            rule,
            cue: Some(site.hit.start..site.hit.end),
            mention: found.mention,
            contents: Vec::new(),
            sentence: site.sentence,
            continued: false,
        };
        self.push(statement, found.contents);
    }

    /// Adds a statement with its contents.
    pub fn push(&mut self, statement: Statement, contents: Vec<Range<usize>>) -> usize {
        let index = self.statements.len();
        self.statements.push(statement);
        for content in contents {
            self.add_content(index, content);
        }
        index
    }

    /// Adds a stretch of content to a statement.
    pub fn add_content(&mut self, index: usize, content: Range<usize>) {
        let content = self.trim(content);
        // Marks alone are what an inserted cue left over.
        let says =
            |t: &crate::text::Token| matches!(t.kind, crate::text::TokenKind::Word | crate::text::TokenKind::Number);
        if !self.text.tokens[content.clone()].iter().any(says) {
            return;
        }
        for o in &mut self.owner[content.clone()] {
            *o = index as u32 + 1;
        }
        let contents = &mut self.statements[index].contents;
        // Nearly always the last; sorting each time would make a long monologue quadratic.
        let at = contents.iter().rposition(|c| c.start <= content.start).map_or(0, |before| before + 1);
        contents.insert(at, content);
    }

    /// Drops punctuation and lone marks at the ends; a comma inside the closing mark stays, as the words before it are quoted with it.
    fn trim(&self, mut range: Range<usize>) -> Range<usize> {
        use crate::text::TokenKind::*;
        while range.start < range.end
            && matches!(self.text.tokens[range.start].kind, Comma | Semicolon | Colon | Dash | Stop | Close)
        {
            range.start += 1;
        }
        let closes = self.text.tokens.get(range.end).is_some_and(|t| matches!(t.kind, Double | Single | Close));
        while range.start < range.end
            && !closes
            && matches!(self.text.tokens[range.end - 1].kind, Comma | Semicolon | Colon | Dash | Open)
        {
            range.end -= 1;
        }
        // The mark that closes what was opened in here belongs to it, with the comma before it.
        if let Some(p) = self.text.passage_at(range.end.saturating_sub(1)).map(|p| &self.text.passages[p]) {
            let opened = p.open.is_some_and(|open| range.contains(&open));
            if let Some(close) = p.close.filter(|&close| opened && close <= range.end + 1) {
                range.end = close + 1;
            }
        }
        range
    }

    pub fn into_statements(mut self) -> Vec<Statement> {
        self.statements.retain(|s| !s.contents.is_empty());
        self.statements.sort_by_key(|s| s.contents[0].start);
        self.statements
    }

    /// The words for a source: the name in a phrase, else the phrase up to its first comma or relative clause.
    pub fn mention(&self, clause: &Clause, phrase: &Phrase) -> Range<usize> {
        let head = &clause.chunks[phrase.head];
        let coordinated = clause.kind(phrase.head + 1) == Some(ChunkKind::And) && phrase.head + 2 < phrase.chunks.end;
        if head.kind == ChunkKind::Np && !coordinated {
            if let Some(name) = names::name_in(self.text, head.start..head.end, head.head) {
                let body = names::is_behind_body(self.text, &name, head.start);
                if !body && !names::is_group_name(self.text, &name) {
                    return name;
                }
            }
        }
        // "Bank of Oslo's Varga": who works there.
        let of = clause.is_word(phrase.head + 1, &["of"]) && phrase.head + 3 == phrase.chunks.end;
        let body = of && clause.is_name(phrase.head);
        if let Some(of) = clause.chunks.get(phrase.head + 2).filter(|c| body && c.kind == ChunkKind::Np) {
            let owner = (of.start..of.end).find(|&i| self.text.tokens[i].tag == Tag::Genitive);
            let name = owner.map(|g| g + 1..of.end).filter(|name| !name.is_empty());
            let names = |name: &Range<usize>| self.text.tokens[name.clone()].iter().all(|t| t.tag == Tag::Name);
            if let Some(name) = name.filter(|n| names(n) && !names::is_group_name(self.text, n)) {
                return name;
            }
        }
        // "The harbor master, Ines Varga, said": the name stands behind the description.
        let comma = (phrase.head + 1..phrase.chunks.end).find(|&i| clause.kind(i) == Some(ChunkKind::Comma));
        if let Some(named) = comma.map(|c| c + 1).filter(|&n| clause.is_nominal(n) && n < phrase.chunks.end) {
            let chunk = &clause.chunks[named];
            let alone = matches!(clause.kind(named + 1), None | Some(ChunkKind::Comma | ChunkKind::Verb))
                || named + 1 == phrase.chunks.end;
            // "The harbor master, Ines Varga, said": of two words behind "the" nobody is called but a person.
            let definite =
                self.text.tokens[head.start].is(Class::DET) && clause.is_word(phrase.head, &["the", "its", "their"]);
            let describes = definite && chunk.end - chunk.start >= 2
                || self.text.tokens[head.start..head.end]
                    .iter()
                    .any(|t| t.is(Class::ROLE | Class::TITLE | Class::PERSON | Class::TITLE_PHRASE));
            if let Some(name) = names::name_in(self.text, chunk.start..chunk.end, chunk.head) {
                // "A spokesman, Commander Ines Varga, said"
                let before = &self.text.tokens[chunk.start..name.start];
                // "DSP Halima Garba", "former Botswana President Ines Varga"
                let qualifies = Class::TITLE | Class::ROLE | Class::PLACE | Class::NATIONALITY;
                let titled =
                    before.iter().all(|t| t.is(qualifies) || t.tag == Tag::Adj || t.shape.contains(Shape::ALL_CAPS));
                // "A spokesman for the builder, Titan Concrete, said"
                let client = comma != Some(phrase.head + 1) && names::is_firm_name(self.text, &name);
                let body = client || names::is_group_name(self.text, &name);
                let full = titled && name.end == chunk.end && !body;
                if alone && describes && full && head.kind == ChunkKind::Np {
                    return name;
                }
            }
            // "Norsk's parent, Oslo Tide Corp., said": the body behind what it is to another.
            let relation = matches!(
                self.text.word(head.head),
                "parent"
                    | "owner"
                    | "operator"
                    | "maker"
                    | "publisher"
                    | "subsidiary"
                    | "unit"
                    | "rival"
                    | "partner"
                    | "lender"
                    | "carrier"
                    | "broadcaster"
                    | "developer"
                    | "manufacturer"
                    | "supplier"
                    | "sponsor"
                    | "organiser"
                    | "organizer"
            );
            let all_names = self.text.tokens[chunk.start..chunk.end].iter().all(|t| t.tag == Tag::Name);
            if alone && relation && all_names && comma == Some(phrase.head + 1) {
                return chunk.start..chunk.end;
            }
        }
        let mut first = phrase.chunks.start.min(phrase.head);
        // "More than 30 unions"
        if first >= 2
            && self.text.tokens[clause.chunks[first].start].tag == Tag::Num
            && clause.is_word(first - 1, &["than"])
            && clause.is_word(first - 2, &["more", "fewer", "less"])
        {
            first -= 2;
        }
        let mut end = phrase.head + 1;
        while end < phrase.chunks.end {
            match clause.chunks[end].kind {
                ChunkKind::Np | ChunkKind::Prep | ChunkKind::Adj | ChunkKind::Mark => end += 1,
                ChunkKind::And if end + 1 < phrase.chunks.end => end += 1,
                // "the Oslo Tide Union (OTU) and others"
                ChunkKind::Open
                    if clause.kind(end + 2) == Some(ChunkKind::Close)
                        && clause.kind(end + 3) == Some(ChunkKind::And)
                        && end + 4 < phrase.chunks.end =>
                {
                    end += 4
                }
                ChunkKind::Verb if clause.chunks[end].form == crate::text::Form::Participle => end += 1,
                _ => break,
            }
        }
        while end > phrase.head + 1
            && matches!(clause.chunks[end - 1].kind, ChunkKind::Prep | ChunkKind::And | ChunkKind::Mark)
        {
            end -= 1;
        }
        clause.tokens(first..restriction_end(clause, phrase, end))
    }

    /// Whether a phrase can be a source at all: a person, a body, a text, a pronoun; not *it* of *it is said*, not a time or a sum.
    pub fn can_speak(&self, clause: &Clause, phrase: &Phrase) -> bool {
        let head = &clause.chunks[phrase.head];
        if head.kind == ChunkKind::Wh {
            return true;
        }
        if head.kind != ChunkKind::Np {
            return false;
        }
        let token = &self.text.tokens[head.head];
        !(token.tag == Tag::Pron && self.text.word(head.head).eq_ignore_ascii_case("there")) && !token.is(Class::TIME)
    }
}

/// Where the words end that tell which one is meant: *a person who was there*, *two officials briefed on the plan*. A comma before them
/// would make them an aside.
fn restriction_end(clause: &Clause, phrase: &Phrase, end: usize) -> usize {
    let restricts = match clause.kind(end) {
        Some(ChunkKind::Wh) => clause.is_word(end, &["who", "that", "whose"]),
        Some(ChunkKind::Verb) => !clause.chunks[end].is_finite() || clause.class(end).contains(Class::VERB_PART),
        _ => false,
    };
    let head = &clause.chunks[phrase.head];
    let is_name = clause.text.tokens[head.head].tag == Tag::Name;
    if !restricts || end >= phrase.chunks.end || is_name {
        return end;
    }
    let aside = |i: &usize| {
        matches!(clause.kind(*i), Some(ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Quote | ChunkKind::Open))
    };
    let close = (end..phrase.chunks.end).find(aside).unwrap_or(phrase.chunks.end);
    if keeps_unnamed(clause, end..close) { end } else { close }
}

/// *who spoke on the condition of anonymity*, *who was not authorized to speak*: why somebody has no name here, not who it is.
pub(super) fn keeps_unnamed(clause: &Clause, chunks: Range<usize>) -> bool {
    const WORDS: &[&str] = &["anonymity", "anonymously", "authorized", "authorised", "background"];
    const NAMED: &[&str] = &["named", "identified"];
    let tokens = clause.tokens(chunks);
    let words = || tokens.clone().take(8).map(|i| clause.text.word(i));
    words().any(|w| WORDS.contains(&w)) || words().zip(words().skip(1)).any(|(be, w)| be == "be" && NAMED.contains(&w))
}
