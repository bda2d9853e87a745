//! Whom the first sentence describes and the next one names: *A woman has lost her case. Ines Varga, 66, had asked the court*; the
//! delayed identification of news writing. Who is described again further on is read in `descriptions`.

use std::ops::Range;

use super::people::{Gender, People};
use crate::attribution::Statement;
use crate::text::clause::Clause;
use crate::text::{ChunkKind, Tag, Text};
use crate::words::Class;

/// Somebody whom the lede describes.
#[derive(Clone, Debug)]
pub(super) struct Introduced {
    /// The description's tokens, as far as its first noun phrase goes.
    pub tokens: Range<usize>,
    /// Its noun.
    pub head: usize,
    /// Who is named behind it.
    pub person: usize,
}

impl Introduced {
    /// What the description says somebody is, if it says more than *a man*: *the keeper of the lighthouse*, *an envoy to Norway*.
    pub fn role(&self, text: &Text) -> Option<Range<usize>> {
        let told = text.tokens[self.head].is(Class::ROLE) && !ANYBODY.contains(&text.word(self.head));
        let clause = Clause::of(text, text.sentence_at(self.head));
        let mut end = 1;
        while clause.is_word(end, &["of", "to", "for", "with", "at"]) && clause.is_nominal(end + 1) {
            end += 2;
        }
        // "A director of a fish processing plant"
        let whole = end == 1 || clause.kind(end) != Some(ChunkKind::Verb) || clause.chunks[end].is_finite();
        let end = if whole { clause.chunks[end - 1].end } else { self.tokens.end };
        told.then_some(self.tokens.start..end)
    }
}

/// The person whom an article describes first and names in the next sentence or paragraph.
pub(super) fn introduced(text: &Text, people: &People, statements: &[Statement]) -> Option<Introduced> {
    /// A title, a byline and a line below them may come before the lede.
    const ABOVE: usize = 4; // paragraphs
    let first = |paragraph: usize| Some(text.sentence_at(text.paragraphs.get(paragraph)?.start));
    (0..ABOVE).find_map(|paragraph| {
        let sentence = first(paragraph)?;
        let described = Described::in_sentence(text, sentence)?;
        let next = Some(sentence + 1).filter(|&s| s < text.sentences.len());
        let named = next.into_iter().chain(first(paragraph + 1).filter(|&s| Some(s) != next));
        let person = named.into_iter().find_map(|s| described.named_in(s, people, statements))?;
        Some(Introduced { tokens: described.tokens, head: described.head, person })
    })
}

/// A description of one person that opens a sentence as its subject.
struct Described<'t> {
    text: &'t Text<'t>,
    tokens: Range<usize>,
    head: usize,
    /// More than *the president*: words tell which one.
    is_qualified: bool,
    /// One who tells of others.
    reports: bool,
}

impl<'t> Described<'t> {
    fn in_sentence(text: &'t Text<'t>, sentence: usize) -> Option<Self> {
        let clause = Clause::of(text, sentence);
        let chunk = clause.chunks.first().filter(|c| c.kind == ChunkKind::Np)?;
        let (tokens, head) = (chunk.start..chunk.end, chunk.head);
        let noun = &text.tokens[head];
        let word = text.word(head).to_ascii_lowercase();
        let owned = tokens.clone().any(|i| text.tokens[i].tag == Tag::Genitive);
        let is_person = noun.is(Class::ROLE | Class::PERSON) && !noun.is(Class::GROUP | Class::PLURAL);
        let begins = text.tokens[tokens.start].is(Class::DET) || owned;
        // "A woman who", "The keeper of", "A man accused of", but "A man and a woman", "A man, Ines Varga said,"
        let behind = 1 + (clause.kind(1) == Some(ChunkKind::Comma)) as usize;
        let goes_on = match clause.kind(behind) {
            Some(ChunkKind::Wh) => true,
            Some(ChunkKind::Prep | ChunkKind::Verb | ChunkKind::Adv) => behind == 1,
            _ => false,
        };
        let tells = head + 1 == tokens.end && is_person && begins && goes_on;
        let reports = REPORTERS.contains(&word.as_str());
        let is_indefinite = clause.is_word(0, &["a", "an"]);
        let is_qualified = !is_indefinite && (tokens.len() > 2 || clause.is_word(1, &["of", "in", "who"]));
        tells.then_some(Described { text, tokens, head, is_qualified, reports })
    }

    /// Who is named at the beginning of a sentence as the one described: with an age, with *who*, with the description's noun again, or,
    /// where the description told which one, as somebody who speaks.
    fn named_in(&self, sentence: usize, people: &People, statements: &[Statement]) -> Option<usize> {
        let text = self.text;
        let clause = Clause::of(text, sentence);
        let chunk = clause.chunks.first().filter(|c| c.kind == ChunkKind::Np)?;
        let m = people.mention_at(chunk.head).filter(|m| m.tokens == (chunk.start..chunk.end))?;
        let person = &people.people[m.person];
        let own = Gender::of_class(text.tokens[self.head].class);
        let fits = own.is_none() || person.signs.gender.is_none() || own == person.signs.gender;
        let is_new =
            |&other: &usize| !(self.tokens.start..m.tokens.start).contains(&people.mentions[other].tokens.start);
        if m.tokens.len() < 2 || m.ambiguous || !fits || !person.mentions.iter().all(is_new) {
            return None;
        }
        let comma = clause.kind(1) == Some(ChunkKind::Comma);
        let told = comma
            && (self.is_called_again(&clause)
                || !self.reports && (self.is_aged(&clause) || clause.is_word(2, &["who"])));
        let speaks = |s: &Statement| s.mention.as_ref().is_some_and(|mention| mention.start == m.tokens.start);
        let says = self.is_qualified && !self.reports && !comma && statements.iter().any(speaks);
        ((told || says) && !self.is_sufferer(&clause)).then_some(m.person)
    }

    /// Whether the age of a grown person stands behind the name.
    fn is_aged(&self, clause: &Clause) -> bool {
        const GROWN: u32 = 14;
        const OLD: u32 = 120;
        let number = if clause.is_word(2, &["aged"]) { 3 } else { 2 };
        let Some(chunk) = clause.chunks.get(number) else { return false };
        let age = self.text.word(chunk.head).parse::<u32>();
        chunk.end - chunk.start == 1 && age.is_ok_and(|age| (GROWN..OLD).contains(&age))
    }

    /// *the state prosecutor* behind *the top prosecutor in Oslo*.
    fn is_called_again(&self, clause: &Clause) -> bool {
        let again = clause.chunks.get(2).filter(|c| c.kind == ChunkKind::Np && clause.is_word(2, &["a", "an", "the"]));
        again.is_some_and(|c| self.text.word(c.head).eq_ignore_ascii_case(self.text.word(self.head)))
    }

    /// Whether the sentence tells what was done to whoever it names: *A man has admitted murder. Carl Moe, 34, was stabbed.*
    fn is_sufferer(&self, clause: &Clause) -> bool {
        let verb = clause.chunks.iter().find(|c| c.is_finite());
        verb.is_some_and(|v| SUFFERED.contains(&self.text.word(v.head)))
    }
}

/// What everybody is.
const ANYBODY: &[&str] = &["man", "woman", "boy", "girl", "person", "teenager", "teen", "student", "pupil"];

/// Those who tell of others: whom the next sentence names is somebody else.
const REPORTERS: &[&str] = &[
    "official",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "source",
    "aide",
    "witness",
    "judge",
    "magistrate",
    "coroner",
    "lawyer",
    "attorney",
    "prosecutor",
    "barrister",
    "solicitor",
    "reporter",
    "correspondent",
    "journalist",
    "doctor",
    "detective",
    "officer",
    "policeman",
    "bystander",
    "onlooker",
    "neighbour",
    "neighbor",
    "friend",
    "insider",
    "expert",
    "analyst",
];

/// What is done to whom a crime or an accident befell.
const SUFFERED: &[&str] = &[
    "died",
    "dies",
    "found",
    "killed",
    "murdered",
    "stabbed",
    "shot",
    "attacked",
    "raped",
    "assaulted",
    "beaten",
    "struck",
    "hit",
    "injured",
    "wounded",
    "discovered",
    "pronounced",
];
