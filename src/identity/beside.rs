//! The name that stands beside a description, in its own phrase or at its comma: *a pilot, Ines Varga*, *keeper of antiquities Ines
//! Varga*, *Ines Varga, who*. Whom a description alone means is read in `descriptions`.

use std::ops::Range;

use super::discourse::{Discourse, LOCATIVE};
use super::people::NameMention;
use super::{Who, WordsKind, words_kind};
use crate::landmarks::names::is_firm_name;
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Shape, Tag};
use crate::words::Class;

impl Discourse<'_> {
    /// The name that a description stands in apposition to: *Ines Varga, a retired pilot who …*; *her husband, Carl Moe, …*.
    pub(super) fn apposed(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        let text = self.text;
        let first = &text.tokens[tokens.start];
        let person = text.tokens[head].is(Class::ROLE | Class::PERSON) && !text.tokens[head].is(Class::GROUP);
        let possessed = tokens.clone().any(|i| text.tokens[i].tag == Tag::Genitive);
        // "a cargo shifter, Ines Varga, said": what no list knows may be what somebody is.
        let unknown = text.tokens[head].class.is_empty()
            && (first.tag == Tag::Poss || ["a", "an"].iter().any(|a| text.word(tokens.start).eq_ignore_ascii_case(a)));
        // "One of them, Councillor Carl Moe, said"
        let one = text.word(tokens.start).eq_ignore_ascii_case("one");
        let one_of = one || text.word(tokens.start).eq_ignore_ascii_case("another");
        let clause = Clause::of(text, text.sentence_at(tokens.start));
        let at = clause.chunk_at(head)?;
        let comma = |i: usize| clause.kind(i) == Some(ChunkKind::Comma);
        // "by Ines Varga, solicitor for the defendant, she": an office without an article
        let bare = head == tokens.start && at >= 2 && comma(at - 1);
        // "deputy commander of the Air Force, General Ines Varga, was": only the name behind it tells who that is.
        let office = !first.is(Class::HONORIFIC)
            && text.tokens[head].is(Class::ROLE | Class::TITLE)
            && text.tokens[tokens.start..head].iter().all(|t| matches!(t.tag, Tag::Noun | Tag::Adj | Tag::Name));
        let marked = one || bare || first.is(Class::DET) || first.tag == Tag::Poss || possessed;
        if !one && !person && !unknown || !(marked || office) || self.is_plural(tokens) {
            return None;
        }
        let name = |i: usize| {
            let chunk = clause.chunks.get(i).filter(|c| c.kind == ChunkKind::Np)?;
            // "the Very Rev Ines Varga"
            let styled = |m: &NameMention| {
                let before = &text.tokens[chunk.start..m.tokens.start];
                // "The caddie, her elder brother Carl Moe,"
                let kin = Class::POSS | Class::ADJ | Class::ADV | Class::ROLE | Class::PERSON;
                let kin = before.first().is_some_and(|t| t.is(Class::POSS)) && before.iter().all(|t| t.is(kin));
                // "Her husband, tide historian Carl Moe,", "One guest, tide party chairwoman Ines Varga,", "The chairman, the critic Ines Varga,"
                let office = before.last().is_some_and(|t| t.is(Class::ROLE) && !t.is(Class::PLURAL))
                    && (one_of || first.tag == Tag::Poss || before.len() <= 3 && text.word(chunk.start) == "the");
                kin || office
                    || text.tokens[m.tokens.start].is(Class::HONORIFIC)
                        && before.iter().all(|t| t.is(Class::DET | Class::ADV | Class::ADJ))
                    || before
                        .iter()
                        .all(|t| (t.is(Class::TITLE) || t.shape.contains(Shape::ALL_CAPS)) && t.is_capital())
            };
            self.people
                .mention_at(chunk.head)
                .filter(|m| m.tokens.end == chunk.end && (m.tokens.start == chunk.start || styled(m)))
                .filter(|m| !unknown || self.people.people[m.person].signs.is_person)
        };
        // "the council's head of works"
        let mut end = at + 1;
        while clause.kind(end) == Some(ChunkKind::Prep) && clause.is_nominal(end + 1) && end < at + 5 {
            end += 2;
        }
        // "Varga's friend and fellow pilot, Ole Lund, said": one who is both.
        let fellow = clause.chunks.get(end + 1).filter(|c| marked && end == at + 1 && c.kind == ChunkKind::Np);
        let both = fellow.is_some_and(|c| {
            let bare = !text.tokens[c.start].is(Class::DET | Class::POSS) && !text.tokens[c.head].is_capital();
            bare && text.tokens[c.head].is(Class::ROLE | Class::PERSON) && !text.tokens[c.head].is(Class::PLURAL)
        });
        if both && clause.is_word(end, &["and"]) && comma(end + 2) {
            end += 2;
        }
        // "Another passenger, who gave his name only as Tome, said"
        let wh = end + comma(end) as usize;
        if clause.kind(wh) == Some(ChunkKind::Wh) && clause.is_word(wh + 1, GIVES) {
            let tail = wh + 2..(wh + 6).min(clause.chunks.len());
            return tail.rev().find(|&i| clause.is_word(i - 1, &["as"])).and_then(name);
        }
        // "A protester, identified only as Karim, said", "a man called Hassan"
        if clause.is_word(wh, &["identified", "named", "known", "called"]) {
            let by = (wh + 1..(wh + 4).min(clause.chunks.len())).find(|&i| clause.is_word(i, &["as"]));
            let named = by.unwrap_or(wh) + 1;
            // "one lawmaker called Varga “a tide”"
            let ends =
                matches!(clause.kind(named + 1), Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Verb) | None);
            let names = by.is_some() || ends && clause.is_word(wh, &["named", "called"]);
            return name(named).filter(|_| names);
        }
        // Behind the name it needs its own comma or a relative clause: "With Berg, a crowd left" is no apposition.
        let closes = matches!(clause.kind(at + 1), Some(ChunkKind::Comma | ChunkKind::Wh | ChunkKind::Prep) | None);
        if marked && at >= 2 && comma(at - 1) && closes {
            if let Some(m) = name(at - 2) {
                return Some(m);
            }
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

    /// *Two pilots, Ines Varga and Carl Moe, said*: both names.
    pub(super) fn several(&self, tokens: &Range<usize>, head: usize) -> Option<Range<usize>> {
        let clause = Clause::of(self.text, self.text.sentence_at(tokens.start));
        let at = clause.chunk_at(head).filter(|_| self.is_plural(tokens))?;
        let [comma, a, and, b, close, ..] = clause.chunks.get(at + 1..)? else { return None };
        let someone = |c: &Chunk| {
            let m = self.people.mention_at(c.head).filter(|m| c.kind == ChunkKind::Np && m.tokens.start == c.start);
            m.is_some_and(|m| m.tokens.end == c.end && self.is_someone(m.person))
        };
        let commas = comma.kind == ChunkKind::Comma && close.kind == ChunkKind::Comma && and.kind == ChunkKind::And;
        (commas && someone(a) && someone(b)).then_some(a.start..b.end)
    }

    /// *his letter*: whose it is.
    pub(super) fn own_words(&self, tokens: &Range<usize>, head: usize) -> Option<Who> {
        let owner = self.text.word(tokens.start);
        let own = tokens.len() == 2 && ["his", "her"].iter().any(|w| w.eq_ignore_ascii_case(owner));
        if !own || !self.is_message(head) {
            return None;
        }
        match self.pronoun(tokens.start)? {
            Who::Person { person, ambiguous, .. } => Some(Who::Person { person, through: true, ambiguous }),
            _ => None,
        }
    }

    /// Whether a noun is what somebody writes to be read soon, and owns nothing itself.
    fn is_message(&self, head: usize) -> bool {
        MESSAGES.contains(&self.text.word(head)) && !self.text.is_possessor(head + 1)
    }

    /// *a letter from Ines Varga*, *the statement by a spokesman, Ines Varga*, *Varga's letter*: who wrote it.
    pub(super) fn author(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        let text = self.text;
        let written = self.is_message(head);
        if let Some(m) = self.people.mention_at(tokens.start).filter(|m| written && text.is_possessor(m.tokens.end)) {
            return self.is_someone(m.person).then_some(m);
        }
        let by = tokens.clone().skip(1).find(|&i| text.tokens[i].tag == Tag::Prep).filter(|_| written)?;
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        let between = &text.tokens[(by + 1).min(m.tokens.start)..m.tokens.start];
        let whole =
            by < m.tokens.start && between.iter().all(|t| !matches!(t.tag, Tag::Prep | Tag::And | Tag::Genitive));
        let is_by = ["from", "by"].contains(&text.word(by));
        // "a letter from Marwan Kelp": a place has its name in a list.
        let unlisted = || m.tokens.len() > 1 && m.tokens.clone().all(|i| text.tokens[i].class.is_empty());
        (is_by && whole && (self.is_someone(m.person) || unlisted())).then_some(m)
    }

    /// *who*, *which*: the noun phrase before it.
    pub(super) fn relative(&self, wh: usize) -> Option<Who> {
        let sentence = self.text.sentence_at(wh);
        let clause = Clause::of(self.text, sentence);
        let at = clause.chunk_at(wh)?;
        let mut before = clause.before(at)?;
        // "who trained the team and who used to tell": both are his.
        if clause.kind(before) == Some(ChunkKind::And) {
            let first = (0..before).rev().take(16).find(|&i| clause.is_word(i, &["who"]))?;
            return self.relative(clause.chunks[first].start);
        }
        // "Ole Lund – known as the Pilot – who"
        if clause.kind(before) == Some(ChunkKind::Dash) {
            const LONGEST: usize = 12; // chunks between dashes
            let open = (0..before).rev().take(LONGEST).find(|&o| clause.kind(o) == Some(ChunkKind::Dash));
            before = open.unwrap_or(before);
        }
        if matches!(clause.kind(before), Some(ChunkKind::Comma | ChunkKind::Dash)) {
            before = clause.before(before)?;
        }
        // "Berg herself, who"
        if clause.is_reflexive(before) {
            before -= 1;
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
        let mut start = clause.phrase_start(before);
        // "a source familiar with the council who"
        if start >= 3
            && clause.kind(start - 1) == Some(ChunkKind::Prep)
            && clause.kind(start - 2) == Some(ChunkKind::Adj)
        {
            start = if clause.is_nominal(start - 3) { clause.phrase_start(start - 3) } else { start };
        }
        let who = clause.is_word(at, &["who", "whom"]);
        let named = |i: usize| {
            let m = clause.chunks.get(i).and_then(|c| self.people.mention_at(c.head));
            m.is_some_and(|m| self.people.people[m.person].signs.is_person)
        };
        // "head of the union NAHT, who"
        let called_body = |i: usize| {
            let chunk = &clause.chunks[i];
            chunk.start < chunk.head && clause.text.tokens[chunk.head - 1].is(Class::GROUP)
        };
        let body =
            |i: usize| who && (clause.class(i).intersects(Class::GROUP | Class::OUTLET) || called_body(i) && !named(i));
        let person = |i: usize| {
            clause.class(i).intersects(Class::ROLE | Class::PERSON | Class::TITLE)
                || clause.text.tokens[clause.chunks[i].head].tag == Tag::Name
        };
        // "a man from Oslo, who", but "an ally in Mr Lund, who"
        let located = |i: usize| i > start && clause.is_word(i - 1, LOCATIVE) && !named(i);
        let chosen = Some(start)
            // "Mrs. Varga of Elm Heights, who"
            .filter(|&i| i < before && named(i) && clause.is_word(i + 1, &["of"]))
            // "a note on her car which said": of a text and a thing, the text.
            .or_else(|| {
                let text = !who && clause.class(start).contains(Class::DOCUMENT);
                let hers =
                    clause.class(before).intersects(Class::ROLE | Class::PERSON | Class::GROUP | Class::DOCUMENT);
                let noun = clause.text.tokens[clause.chunks[before].head].tag == Tag::Noun;
                (text && start < before && noun && !hers).then_some(start)
            })
            .or_else(|| {
                let fits = |i: usize| person(i) && !clause.class(i).contains(Class::PLACE) && !located(i) && !body(i);
                (start..=before).rev().find(|&i| clause.is_nominal(i) && fits(i))
            })
            .unwrap_or(before);
        let chunk = &clause.chunks[chosen];
        // "the Oslo Tide and Boats Act, which"
        let left = chosen.checked_sub(2).filter(|&l| {
            let body = clause.class(chosen).intersects(Class::GROUP | Class::DOCUMENT | Class::DOCUMENT_ONLY)
                || clause.chunks.get(at + 1).is_some_and(|v| v.is_third_singular(self.text));
            !who && chosen == before && body && clause.is_word(chosen - 1, &["and"]) && clause.is_one_name(l, chosen)
        });
        if let Some(left) = left {
            let tokens = clause.chunks[left].start..chunk.end;
            return Some(Who::Words { kind: words_kind(self.text, &tokens), tokens, through: true });
        }
        // "Beatriz Oyelaran, Democrat of Illinois, who"
        let name = chosen.checked_sub(2).filter(|_| clause.kind(chosen - 1) == Some(ChunkKind::Comma)).and_then(|n| {
            let np = clause.chunks.get(n).filter(|c| c.kind == ChunkKind::Np)?;
            self.people.mention_at(np.head).filter(|m| m.tokens.end == np.end)
        });
        let describes = self.people.mention_at(chunk.head).is_none();
        let restrictive = clause.is_nominal(at - 1) && chosen != before && chunk.end - chunk.start > 2;
        let mut who = match name.filter(|_| describes) {
            Some(m) => Who::Person { person: m.person, through: true, ambiguous: m.ambiguous },
            // "The Norwegian envoy in Oslo who accused them": told apart from whoever was met.
            None if describes && who && restrictive => {
                let tokens = chunk.start..chunk.end;
                Who::Words { kind: words_kind(self.text, &tokens), tokens, through: true }
            }
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

/// What somebody writes whose words it is then.
const MESSAGES: &[&str] = &[
    "letter",
    "message",
    "memo",
    "note",
    "email",
    "e-mail",
    "statement",
    "tweet",
    "post",
    "column",
    "essay",
    "article",
];
