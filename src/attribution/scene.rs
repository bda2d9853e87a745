//! What the rules may look at: the article's structure, the cue in question, and what has been decided so far.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Found, Limit, Rule, Statement};
use crate::landmarks::CueHit;
use crate::lexicon::{Cue, CueForm, PREPOSITIONS};
use crate::text::clause::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Form, Tag, Text};
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
        // "went on tour", "went on strike"
        let named = |c: &Chunk| c.kind == ChunkKind::Np && text.tokens[c.head].tag == Tag::Noun;
        if cue.lemma == "go on" && clause.chunks.get(after).is_some_and(|c| to(c) || named(c)) {
            return None;
        }
        // "That added to worries that": what is joined to something is not said.
        let quoted = || clause.chunks.iter().any(|c| c.kind == ChunkKind::Quote);
        if cue.lemma == "add" && clause.is_word(after, &["to"]) && !quoted() {
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
        let is = |words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(self.text.word(head.head)));
        // "according to the “Tide” survey": an article alone is nobody.
        let alone = token.tag == Tag::Det && phrase.chunks.end <= phrase.head + 1;
        let nobody = token.tag == Tag::Pron && is(&["there"]) || alone && is(&["the", "a", "an"]);
        !nobody && !token.is(Class::TIME)
    }
}
