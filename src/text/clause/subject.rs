//! Who does what a verb says: the noun phrase before it, through appositions, relative clauses and brackets.

use super::{Clause, Phrase};
use crate::text::{ChunkKind, Form, Tag, TokenKind};
use crate::words::{Class, is_party_tag};

/// How many chunks a verb looks back for the noun that it modifies.
const REACH: usize = 24;
/// How many chunks an insertion is long at most, with all that stands beside it.
const LONGEST: usize = 64;
/// How many verbs may stand between: behind more, no English sentence comes back to its subject.
const VERBS: usize = 5;

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

    /// The subject whose last noun phrase is `last`, directly before the verb.
    fn subject_ending_at(&self, last: usize, v: usize) -> Option<Phrase> {
        let mut start = self.subject_start(last);
        // "the spokesman played down claims she was late": she, and nobody further left.
        let pronoun = start == last && self.is_word(last, &["he", "she", "they", "we"]);
        // "officials briefed on the matter said", "a man who met the senator said": the phrase hangs on a noun further left.
        if let Some(phrase) = self.reduced_relative(start, v).filter(|_| !pronoun) {
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
        // "Kirby, a spokesman, said" is met from the comma; here "spokesman, Kirby" needs nothing.
        // ", a professor at Yale said", ", director of works for Staley said": the closing comma of an apposition is missing.
        if start >= 2
            && self.kind(start - 1) == Some(ChunkKind::Comma)
            && self.is_name(self.before(start - 1)?)
            && (self.is_indefinite_role(start) || self.is_bare_office(start) && !self.ends_in_holder(last))
        {
            let name = self.before(start - 1)?;
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

    /// A word that stands beside the subject and is not it: *herself*, *both*, behind a noun phrase or an auxiliary.
    fn is_floating(&self, i: usize) -> bool {
        let chunk = &self.chunks[i];
        chunk.start + 1 == chunk.end
            && i > 0
            && (self.is_word(i, &["himself", "herself", "itself", "themselves"]) && self.is_nominal(i - 1)
                || self.is_word(i, &["both", "all", "each"])
                    && (self.is_nominal(i - 1)
                        || self.kind(i - 1) == Some(ChunkKind::Verb)
                            && self.text.tokens[self.chunks[i - 1].head].tag == Tag::Have))
    }

    /// A title or an honorific stands in the phrase.
    fn is_titled(&self, i: usize) -> bool {
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

    /// A phrase whose last part hangs on a participle or a relative clause: *officials briefed on it*, *people who saw it*.
    fn reduced_relative(&self, start: usize, v: usize) -> Option<Phrase> {
        let mut i = start;
        let mut steps = 0;
        while i > 0 && steps < 12 {
            steps += 1;
            match self.chunks[i - 1].kind {
                // "leaders who would rather work for Berg or Tom Lund said"
                ChunkKind::And if i >= 2 && self.is_nominal(i) && self.is_nominal(i - 2) => i -= 1,
                // "people familiar with the matter said"
                ChunkKind::Adj if i >= 2 && self.is_nominal(i - 2) && self.kind(i) == Some(ChunkKind::Prep) => {
                    let from = self.phrase_start(i - 2);
                    return Some(Phrase { chunks: from..v, head: from });
                }
                ChunkKind::Prep
                | ChunkKind::Np
                | ChunkKind::Adv
                | ChunkKind::Adj
                | ChunkKind::Mark
                | ChunkKind::Time => i -= 1,
                // "who identified himself only as a Teamster said"
                ChunkKind::Sub
                    if i == start
                        && i >= 2
                        && self.is_word(i - 1, &["as"])
                        && self.is_word(i - 2, &["only", "himself", "herself", "themselves"]) =>
                {
                    i -= 1
                }
                ChunkKind::Verb => {
                    let verb = &self.chunks[i - 1];
                    let before = self.before(i - 1)?;
                    if self.kind(before) == Some(ChunkKind::Wh) && self.is_word(before, &["who", "that", "which"]) {
                        let mut np = self.before(before)?;
                        // ", who is a pastor in Elizabeth, Colorado, said"
                        if self.kind(np) == Some(ChunkKind::Comma) {
                            np = self.before(np)?;
                        }
                        if !self.is_nominal(np) {
                            return None;
                        }
                        let from = self.phrase_start(np);
                        return Some(Phrase { chunks: from..v, head: from });
                    }
                    // "One mother whose twins took part said"
                    let whose =
                        before.checked_sub(1).filter(|&w| self.is_nominal(before) && self.is_word(w, &["whose"]));
                    if let Some(owner) = whose.and_then(|w| self.before(w)).filter(|&o| self.is_nominal(o)) {
                        let from = self.phrase_start(owner);
                        return Some(Phrase { chunks: from..v, head: from });
                    }
                    let reduced = matches!(verb.form, Form::Participle | Form::Ing | Form::Infinitive)
                        || verb.form == Form::Past
                            && verb.start + 1 == verb.end
                            && !self.class(i - 1).contains(Class::CUE);
                    if reduced && self.is_nominal(before) && !self.is_pronoun(before) {
                        // A participle after a noun; a second finite verb (v) makes it one.
                        if matches!(self.kind(i), Some(ChunkKind::Prep | ChunkKind::Time)) || verb.form == Form::Ing {
                            let from = self.phrase_start(before);
                            return Some(Phrase { chunks: from..v, head: from });
                        }
                        // "Organisers of the push to close the port said"
                        let from = self.phrase_start(before);
                        let opens = from.checked_sub(1).is_none_or(|b| {
                            matches!(self.chunks[b].kind, ChunkKind::Sub | ChunkKind::That | ChunkKind::Stop)
                        });
                        if verb.form == Form::Infinitive && opens {
                            return Some(Phrase { chunks: from..v, head: from });
                        }
                        return None;
                    }
                    // "who asked not to be named because she eats with both"
                    if self.is_pronoun(before) && before > 0 && self.kind(before - 1) == Some(ChunkKind::Sub) {
                        i = before - 1;
                        continue;
                    }
                    // "who caught him putting on a show": on to the verb that sees or hears it.
                    if verb.form == Form::Ing
                        && self.is_pronoun(before)
                        && before > 0
                        && self.kind(before - 1) == Some(ChunkKind::Verb)
                    {
                        i = before;
                        continue;
                    }
                    // "who spoke anonymously to discuss it", "who was asked to go": on to the verb that it hangs on.
                    let adverbial = verb.form == Form::Infinitive && self.kind(before) == Some(ChunkKind::Adv);
                    if adverbial
                        || matches!(verb.form, Form::Infinitive | Form::Participle | Form::Ing)
                            && self.kind(before) == Some(ChunkKind::Verb)
                    {
                        i -= 1;
                        continue;
                    }
                    return None;
                }
                _ => return None,
            }
        }
        None
    }

    /// The subject of a verb that follows an adjective or another verb: *some familiar with …*, *who asked not to be named said*.
    fn subject_of_modified(&self, last: usize) -> Option<Phrase> {
        let mut verbs = 0;
        for i in (0..=last).rev().take(REACH) {
            match self.chunks[i].kind {
                ChunkKind::Verb if verbs == VERBS => return None,
                ChunkKind::Verb => verbs += 1,
                ChunkKind::Wh if self.is_word(i, &["who", "that", "which"]) => {
                    let np = self.before(i).filter(|&n| self.is_nominal(n))?;
                    let from = self.phrase_start(np);
                    return Some(Phrase { chunks: from..last + 1, head: from });
                }
                ChunkKind::Np if self.kind(i + 1) == Some(ChunkKind::Adj) => {
                    let from = self.phrase_start(i);
                    return Some(Phrase { chunks: from..last + 1, head: from });
                }
                ChunkKind::Comma
                | ChunkKind::Stop
                | ChunkKind::Semicolon
                | ChunkKind::Quote
                | ChunkKind::Sub
                | ChunkKind::That => return None,
                _ => {}
            }
        }
        None
    }

    /// The subject before a comma, a dash or a bracket that closes an insertion: *X, a senator from Ohio, said*.
    fn subject_across(&self, closing: usize) -> Option<Phrase> {
        let opener = |i: usize| match self.chunks[closing].kind {
            ChunkKind::Comma => self.chunks[i].kind == ChunkKind::Comma,
            ChunkKind::Dash => self.chunks[i].kind == ChunkKind::Dash,
            _ => self.chunks[i].kind == ChunkKind::Open,
        };
        // "In the primary, Gov. Ines Varga (Ind.), said"
        let bracket = closing.checked_sub(1).filter(|&c| self.kind(c) == Some(ChunkKind::Close));
        if let Some(open) =
            bracket.and_then(|c| (0..c).rev().take(REACH).find(|&o| self.kind(o) == Some(ChunkKind::Open)))
        {
            if let Some(np) = self.before(open).filter(|&n| self.is_name(n) && self.is_titled(n)) {
                // "Berg's niece, Del. Ines Varga (Ind.), said": the description before the name is of the phrase.
                let described = np.checked_sub(2).filter(|&d| {
                    self.kind(np - 1) == Some(ChunkKind::Comma) && self.is_nominal(d) && self.is_descriptive(d)
                });
                let start = described.map_or(np, |d| self.phrase_start(d));
                return Some(Phrase { chunks: start..closing, head: np });
            }
        }
        if let Some(name) = self.opening_name(closing) {
            return Some(name);
        }
        let mut best = None;
        let mut i = closing;
        while i > 0 && closing - i < LONGEST {
            i -= 1;
            match self.chunks[i].kind {
                ChunkKind::Quote | ChunkKind::Stop | ChunkKind::Semicolon | ChunkKind::Colon => break,
                _ if !opener(i) => continue,
                _ => {}
            }
            let Some(mut np) = self.before(i) else { break };
            // "Rep. Ines Varga, (D-Ohio) said"
            if self.kind(i) == Some(ChunkKind::Open) && self.kind(np) == Some(ChunkKind::Comma) {
                let Some(before) = self.before(np) else { break };
                np = before;
            }
            // "Berg, meanwhile, who left, said"
            if self.kind(np) == Some(ChunkKind::Adv) && np > 0 && opener(np - 1) {
                let Some(before) = self.before(np - 1) else { break };
                np = before;
            }
            if self.kind(np) == Some(ChunkKind::Close) {
                // "Rep. X (R-Ohio), the chairman, said"
                let open = (0..np).rev().find(|&o| self.chunks[o].kind == ChunkKind::Open)?;
                let np = self.before(open).filter(|&n| self.is_nominal(n))?;
                let start = self.phrase_start(np);
                best = Some(Phrase { chunks: start..closing, head: start });
                break;
            }
            if !self.is_insertion(i + 1, closing) {
                break;
            }
            if !self.is_nominal(np) && self.kind(np) != Some(ChunkKind::Time) {
                if matches!(self.kind(np), Some(ChunkKind::Adj | ChunkKind::Verb | ChunkKind::Adv)) && best.is_none() {
                    if let Some(phrase) = self.subject_of_modified(np) {
                        best = Some(Phrase { chunks: phrase.chunks.start..closing, head: phrase.head });
                    }
                }
                break;
            }
            // "Berg, whose mother, Ida, died on Sunday, said": a verb of the relative clause's.
            if best.is_none() && self.kind(i + 1) == Some(ChunkKind::Verb) {
                let whose = (1..i)
                    .rev()
                    .take(REACH)
                    .find(|&w| self.is_word(w, &["whose"]) && self.kind(w - 1) == Some(ChunkKind::Comma));
                if let Some(owner) = whose.and_then(|w| self.before(w - 1)).filter(|&o| self.is_nominal(o)) {
                    let start = self.phrase_start(owner);
                    return Some(Phrase { chunks: start..closing, head: start });
                }
            }
            let start = self.subject_start(np);
            // "Berg, 22, of Flint, Mich., said", "Berg, during a meeting in Flint, Mich., said"
            let aside = start >= 3
                && self.kind(start - 1) == Some(ChunkKind::Prep)
                && opener(start - 2)
                && (self.is_nominal(start - 3) || self.is_word(start - 1, &["of", "from"]));
            if aside {
                i = start - 1;
                continue;
            }
            // "In a statement, her adviser, Jake Sullivan, said": what hangs on a preposition is no subject.
            if best.is_some() && start > 0 && matches!(self.kind(start - 1), Some(ChunkKind::Prep | ChunkKind::Verb)) {
                break;
            }
            let phrase = match self.reduced_relative(start, closing) {
                Some(p) => p,
                None => Phrase { chunks: start..closing, head: start },
            };
            let descriptive = self.is_descriptive(phrase.head)
                || self.kind(np) == Some(ChunkKind::Time)
                || self.is_place(phrase.head);
            best = Some(phrase.clone());
            // "Kirby, the department's spokesman, who …, said": go on to the left while what stands here only describes.
            let from = phrase.chunks.start;
            let continues = from > 0 && opener(from - 1) && descriptive;
            if !continues {
                // Coordination of the subject: "Kerry and Lavrov, both …, said"
                if from >= 2 && self.kind(from - 1) == Some(ChunkKind::And) && self.is_nominal(from - 2) {
                    let left = self.phrase_start(from - 2);
                    if left == 0 || matches!(self.kind(left - 1), Some(ChunkKind::Quote | ChunkKind::Stop)) {
                        best = Some(Phrase { chunks: left..closing, head: left });
                    }
                }
                break;
            }
            i = from;
        }
        best
    }

    fn is_place(&self, i: usize) -> bool {
        self.class(i).intersects(Class::PLACE | Class::SUFFIX | Class::ABBR)
            || is_party_tag(self.text.word(self.chunks[i].head))
    }

    /// Whether the chunks between two commas can be an insertion and no clause of their own: an apposition, a relative clause, a
    /// participle phrase, an adverb.
    pub(super) fn is_insertion(&self, from: usize, to: usize) -> bool {
        if from >= to {
            return false;
        }
        let relative = matches!(self.chunks[from].kind, ChunkKind::Wh)
            || self.chunks[from].kind == ChunkKind::Prep && self.kind(from + 1) == Some(ChunkKind::Wh)
            || self.chunks[from].kind == ChunkKind::Np
                && self.kind(from + 1) == Some(ChunkKind::Prep)
                && self.kind(from + 2) == Some(ChunkKind::Wh);
        if relative || self.chunks[from].kind == ChunkKind::Sub {
            return true;
        }
        // A finite verb whose subject stands inside makes it a clause, unless a relative pronoun came first.
        let mut saw_relative = false;
        let mut saw_np = false;
        for i in from..to {
            match self.chunks[i].kind {
                ChunkKind::Wh | ChunkKind::That | ChunkKind::Sub => saw_relative = true,
                ChunkKind::Np => saw_np = true,
                ChunkKind::Verb if self.chunks[i].is_finite() && !saw_relative && saw_np && !self.is_bare_past(i) => {
                    return false;
                }
                _ => {}
            }
        }
        true
    }

    /// A single past form, which may be a participle: *the plan backed by Moscow*.
    pub(super) fn is_bare_past(&self, i: usize) -> bool {
        let c = &self.chunks[i];
        c.form == Form::Past && c.start + 1 == c.end && self.text.tokens[c.head].is(Class::VERB_PART)
    }
}
