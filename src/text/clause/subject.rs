//! Who does what a verb says: the noun phrase before it, through appositions, relative clauses and brackets.

use super::{Clause, Phrase};
use crate::text::{ChunkKind, Tag, TokenKind};
use crate::words::{Class, is_party_tag};

/// How many chunks a verb looks back for the noun that it modifies.
pub(super) const REACH: usize = 24;
/// What stands beside whom it means: *Berg herself*.
const REFLEXIVE: &[&str] = &["himself", "herself", "itself", "themselves"];

impl Clause<'_> {
    /// The subject of the finite verb chunk `v`, or of a participle that a comma sets off.
    pub fn subject_before(&self, v: usize) -> Option<Phrase> {
        if let Some(auxiliary) = self.split_from(v) {
            return self.subject_before(auxiliary);
        }
        let mut end = v; // chunks end..v are adverbials between subject and verb
        loop {
            let before = self.before(end)?;
            match self.chunks[before].kind {
                ChunkKind::Adv => end = before,
                ChunkKind::Np if self.is_adverbial(before) => end = before - 1,
                // "Berg herself said", "they all said", "have both said"
                ChunkKind::Np if self.is_floating(before) => end = before,
                ChunkKind::Verb if end < v && self.chunks[before].is_finite() && self.is_floating(end) => {
                    return self.subject_before(before);
                }
                ChunkKind::Time => {
                    end = before;
                    if end > 0 && self.kind(end - 1) == Some(ChunkKind::Prep) {
                        end -= 1;
                    }
                }
                _ => break,
            }
        }
        let before = self.before(end)?;
        match self.chunks[before].kind {
            ChunkKind::Np => self.subject_ending_at(before, v),
            ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Close => self.subject_across(before),
            ChunkKind::Wh if self.is_word(before, &["who", "which"]) => self.relative_subject(before),
            ChunkKind::Wh if self.is_word(before, &["that"]) => self.relative_subject(before),
            ChunkKind::Adj | ChunkKind::Verb => self.subject_of_modified(before),
            _ => None,
        }
    }

    /// The auxiliary of a participle that a phrase of time or manner parts from it: *have for years said*, *has in the past called*.
    fn split_from(&self, v: usize) -> Option<usize> {
        const PARTS: &[&str] = &["past", "times", "occasions", "public", "private", "interviews", "speeches", "effect"];
        let [auxiliary, preposition, when] = [v.checked_sub(3)?, v - 2, v - 1];
        let parts = || {
            let head = &self.text.tokens[self.chunks[when].head];
            self.kind(when) == Some(ChunkKind::Time)
                || head.is(Class::TIME)
                || PARTS.contains(&head.span.of(self.text.src))
        };
        let verb = &self.chunks[auxiliary];
        let splits = self.kind(preposition) == Some(ChunkKind::Prep)
            && verb.kind == ChunkKind::Verb
            && self.text.tokens[verb.head].tag == Tag::Have
            && self.class(v).contains(Class::VERB_PART)
            && parts();
        splits.then_some(auxiliary)
    }

    /// `X, who said`: the relative pronoun stands for the noun phrase before it.
    fn relative_subject(&self, wh: usize) -> Option<Phrase> {
        Some(Phrase { chunks: wh..wh + 1, head: wh })
    }

    /// Where the body begins whose letters stand in brackets before chunk `np`: *the Ministry of Trade and Industry (MTI) official*.
    fn lettered_body(&self, np: usize) -> Option<usize> {
        let close = np.checked_sub(1).filter(|&c| self.kind(c) == Some(ChunkKind::Close))?;
        let name = Some(self.before_letters(close)).filter(|&name| name != close && self.is_name(name))?;
        let mut start = self.phrase_start(name);
        while start >= 2 && self.kind(start - 1) == Some(ChunkKind::And) && self.is_name(start - 2) {
            start = self.phrase_start(start - 2);
        }
        Some(start)
    }

    /// The subject whose last noun phrase is `last`, directly before the verb.
    fn subject_ending_at(&self, last: usize, v: usize) -> Option<Phrase> {
        if let Some(body) = self.lettered_body(last) {
            return Some(Phrase { chunks: body..last + 1, head: last });
        }
        let mut start = self.subject_start(last);
        // "the spokesman played down claims she was late": she, and nobody further left.
        let pronoun = start == last && self.is_word(last, &["he", "she", "they", "we"]);
        // “… the tax paid by all” Berg said: what stands in marks before her is none of her name.
        let marked = |i: usize| self.text.passage_at(self.chunks[i].head).is_some();
        // "Noting the plan announced last week Berg said": what stands between hangs on no name.
        let timed = start == last && start > 0 && self.kind(start - 1) == Some(ChunkKind::Time) && self.is_name(last);
        let beside = |p: &Phrase| !pronoun && !timed && (marked(start) || !marked(p.head));
        // "officials briefed on the matter said", "a man who met the senator said": the phrase hangs on a noun further left.
        if let Some(phrase) = self.reduced_relative(start, v).filter(beside) {
            return Some(phrase);
        }
        // "current and former officials said"
        if start >= 2 && self.kind(start - 1) == Some(ChunkKind::And) && self.kind(start - 2) == Some(ChunkKind::Adj) {
            return Some(Phrase { chunks: start - 2..last + 1, head: start });
        }
        // "Kerry and Lavrov said"
        let mut head = start;
        while start >= 2 && self.kind(start - 1) == Some(ChunkKind::And) && !self.is_word(start - 1, &["but", "yet"]) {
            let other = self.before_letters(start - 2);
            // "the Institute of Health and Welfare shows", but "Berg and Lund" never "shows"
            let of_one = || {
                let hangs = other >= 2 && self.kind(other - 1) == Some(ChunkKind::Prep);
                hangs && self.is_name(start) && self.is_name(other) || self.is_one_name(other, start)
            };
            if !self.is_nominal(other) || self.chunks[v].is_third_singular(self.text) && !of_one() {
                break;
            }
            // "It comes through equity or debt and Berg said": her sentence begins behind the "and".
            // "It was held after its landing and Oslo Air said"
            let noun = &self.text.tokens[self.chunks[other].head];
            let owned = self.text.tokens[self.chunks[other].start].tag == Tag::Poss
                && noun.tag == Tag::Noun
                && !noun.is(Class::ROLE | Class::PERSON | Class::GROUP | Class::PLURAL);
            if self.is_name(start) && (self.text.is_thing(self.chunks[other].head) || owned) {
                break;
            }
            let left = self.phrase_start(other);
            let opens = left == 0
                || matches!(
                    self.kind(left - 1),
                    Some(
                        ChunkKind::Comma
                            | ChunkKind::Sub
                            | ChunkKind::That
                            | ChunkKind::Stop
                            | ChunkKind::Quote
                            | ChunkKind::Mark
                            | ChunkKind::Dash
                            | ChunkKind::And
                    )
                );
            if !opens {
                break;
            }
            start = left;
            head = left;
        }
        // "Kerry, Lavrov and Carter said"
        if self.kind(start + 1) == Some(ChunkKind::And) && start < last {
            start = self.list_start(start);
            head = start;
        }
        // "Kirby, a spokesman, said" is met from the comma; here "spokesman, Kirby" needs nothing.
        if let Some(name) = self.name_before_open_apposition(start, last) {
            let name_start = self.phrase_start(name);
            let opens = name_start == 0
                || matches!(
                    self.kind(name_start - 1),
                    Some(
                        ChunkKind::Quote
                            | ChunkKind::Mark
                            | ChunkKind::Comma
                            | ChunkKind::Stop
                            | ChunkKind::Sub
                            | ChunkKind::And
                    )
                );
            // "with the hosts Ines Varga and Tom Moe, the candidate said": names behind a preposition are no subject.
            let joined = name_start >= 2 && self.kind(name_start - 1) == Some(ChunkKind::And);
            let first = if joined { self.phrase_start(name_start - 2) } else { name_start };
            let governed = first > 0 && self.kind(first - 1) == Some(ChunkKind::Prep);
            if opens && !governed && self.is_name(name_start) {
                return Some(Phrase { chunks: name_start..last + 1, head: name_start });
            }
        }
        Some(Phrase { chunks: start..last + 1, head })
    }

    /// The name before an apposition or a place whose closing comma is missing, if that ends with chunk `last`: *Berg, a professor at Yale
    /// said*, *Berg, director of works for Staley said*, *Ines Berg, 18, from the US said*.
    fn name_before_open_apposition(&self, start: usize, last: usize) -> Option<usize> {
        let comma = start.checked_sub(1)?;
        if self.kind(comma) == Some(ChunkKind::Comma) {
            let office = self.is_indefinite_role(start) || self.is_bare_office(start) && !self.ends_in_holder(last);
            return self.before_seat(comma).filter(|&name| office && self.is_name(name));
        }
        let from = self.kind(comma) == Some(ChunkKind::Prep) && self.is_word(comma, &["from"]);
        let comma = comma.checked_sub(1).filter(|&c| from && self.kind(c) == Some(ChunkKind::Comma))?;
        let before = self.before(comma)?;
        let age = self.text.tokens[self.chunks[before].head].tag == Tag::Num;
        let name = if age {
            self.before(self.before(before).filter(|&c| self.kind(c) == Some(ChunkKind::Comma))?)?
        } else {
            before
        };
        (self.is_name(name) && self.is_titled(name)).then_some(name)
    }

    /// What stands before comma `i`, behind a party and a state: *Rep. Ines Varga* of *Rep. Ines Varga, D-Mass, the chairwoman of*.
    fn before_seat(&self, comma: usize) -> Option<usize> {
        let before = self.before(comma)?;
        let seat = is_party_tag(self.text.word(self.chunks[before].head));
        let other = before.checked_sub(1).filter(|&c| seat && self.kind(c) == Some(ChunkKind::Comma));
        other.map_or(Some(before), |c| self.before(c))
    }

    /// What stands before the letters in brackets that end with chunk `i`: *the Oslo Tide Union (OTU) and others*; else `i`.
    pub(super) fn before_letters(&self, i: usize) -> usize {
        let bracket = i >= 3 && self.kind(i) == Some(ChunkKind::Close) && self.kind(i - 2) == Some(ChunkKind::Open);
        if bracket && self.chunks[i - 1].start + 1 == self.chunks[i - 1].end { i - 3 } else { i }
    }

    /// Whether two noun phrases that *and* joins can be the name of one body: *the Food and Drug Administration*.
    pub(crate) fn is_one_name(&self, left: usize, right: usize) -> bool {
        let first = |i: usize| &self.text.tokens[self.chunks[i].start];
        let article = first(left).tag == Tag::Det && self.is_word(left, &["the"]);
        let bare = !first(right).is(Class::DET | Class::POSS | Class::GIVEN | Class::HONORIFIC | Class::TITLE);
        article && bare && first(right).is_capital() && self.is_name(left) && self.is_name(right)
    }

    pub(crate) fn is_name(&self, i: usize) -> bool {
        self.is_nominal(i) && self.text.tokens[self.chunks[i].head].tag == Tag::Name
    }

    /// Whether a noun phrase and the preposition before it say when, or for whom one speaks, between a subject and its verb: *who in 2010
    /// said*, *the government in 2010 said*, *the firm for its part said*, *officials at the time said*.
    fn is_adverbial(&self, np: usize) -> bool {
        let Some(preposition) = np.checked_sub(1).filter(|&p| p > 0) else { return false };
        let is = |word: &str| self.is_word(preposition, &[word]);
        let dates = self.kind(preposition) == Some(ChunkKind::Prep)
            && (is("in") || self.kind(preposition - 1) == Some(ChunkKind::Wh));
        dates && self.is_year(np)
            || is("for") && self.is_pair(np, &["his", "her", "its", "their"], "part")
            || is("at") && self.is_pair(np, &["the"], "time")
    }

    /// Whether a noun phrase is one of `first` and the word `head`.
    fn is_pair(&self, i: usize, first: &[&str], head: &str) -> bool {
        let chunk = &self.chunks[i];
        chunk.start + 2 == chunk.end && self.is_word(i, first) && self.text.word(chunk.head) == head
    }

    /// *2010*, alone.
    fn is_year(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        let token = &self.text.tokens[chunk.head];
        chunk.start + 1 == chunk.end && token.kind == TokenKind::Number && token.span.len() == 4
    }

    /// *herself*, behind whom it stresses.
    pub(crate) fn is_reflexive(&self, i: usize) -> bool {
        i > 0 && self.is_word(i, REFLEXIVE) && matches!(self.kind(i - 1), Some(ChunkKind::Np | ChunkKind::Wh))
    }

    /// A word that stands beside the subject and is not it: *herself*, *both*, behind a noun phrase or an auxiliary.
    pub(super) fn is_floating(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        chunk.start + 1 == chunk.end
            && i > 0
            && (self.is_reflexive(i)
                || self.is_word(i, &["both", "all", "each"])
                    && (self.is_nominal(i - 1)
                        || self.kind(i - 1) == Some(ChunkKind::Verb)
                            && self.text.tokens[self.chunks[i - 1].head].tag == Tag::Have))
    }

    /// A title or an honorific stands in the phrase.
    pub(crate) fn is_titled(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        self.text.tokens[chunk.start..chunk.end].iter().any(|t| t.is(Class::TITLE | Class::HONORIFIC | Class::GIVEN))
    }

    pub(super) fn is_indefinite_role(&self, i: usize) -> bool {
        self.is_nominal(i)
            && self.is_word(i, &["a", "an", "the"])
            && self.class(i).intersects(Class::ROLE | Class::TITLE)
    }

    /// One person's office without an article: *director of works*, but not *aides*.
    fn is_bare_office(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        let head = &self.text.tokens[chunk.head];
        let class = self.class(i);
        // "director of communications"
        let title = self.text.tokens[chunk.start].is(Class::TITLE_PHRASE);
        self.is_nominal(i)
            && head.tag == Tag::Noun
            && (title
                || class.intersects(Class::ROLE | Class::TITLE) && !class.intersects(Class::PLURAL | Class::GROUP))
            && !self.text.tokens[chunk.start].is(Class::DET | Class::POSS)
    }

    /// A noun and a name in one phrase: *the bench Ines Varga*, which ends with who holds the office.
    pub(crate) fn ends_in_holder(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        let tokens = &self.text.tokens[chunk.start..chunk.end];
        self.is_name(i) && tokens.iter().any(|t| t.tag == Tag::Noun && !t.is_capital())
    }
}
