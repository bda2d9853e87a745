//! The small words, whose list is closed: determiners, pronouns, prepositions, *that*, *to*, auxiliaries, and *'s*.

use super::{Tag, Tagger, may_be_nominal, next_word};
use crate::text::token::{Token, TokenKind};
use crate::words::Class;

impl Tagger<'_> {
    pub(super) fn suffix(&self, tokens: &[Token], i: usize) -> Tag {
        let form = tokens[i].span.of(self.text).trim_start_matches(['\'', '’']);
        match form {
            "s" | "S" => {
                let Some(prev) = i.checked_sub(1).map(|p| &tokens[p]) else { return Tag::Genitive };
                let next = tokens.get(i + 1);
                if prev.tag == Tag::Pron
                    || prev.tag == Tag::Wh
                    || prev.tag == Tag::That
                    || prev.is(Class::FUNCTION) && prev.tag != Tag::Name
                {
                    return match next {
                        _ if prev.is(Class::SUBJECT)
                            && prev.span.len() > 4
                            && next.is_some_and(|n| !n.is(Class::FUNCTION | Class::VERB_PART)) =>
                        {
                            Tag::Genitive
                        }
                        Some(n) if n.class.contains(Class::VERB_PART) && !n.class.contains(Class::ADJ) => Tag::Have,
                        _ => Tag::Be,
                    };
                }
                match next {
                    // "Berg's been late"
                    Some(n) if n.span.of(self.text) == "been" => Tag::Have,
                    Some(n)
                        if n.kind == TokenKind::Word
                            && n.is(Class::DET | Class::NOT)
                            && !n.is(Class::NUMBER)
                            && !n.is_capital() =>
                    {
                        Tag::Be
                    }
                    Some(n)
                        if n.kind == TokenKind::Word
                            && n.class.contains(Class::VERB_ING)
                            && !n.is(Class::NOUN)
                            && next_word(tokens, i + 1).is_some_and(|t| t.is(Class::DET | Class::TO | Class::POSS)) =>
                    {
                        Tag::Be
                    }
                    _ => Tag::Genitive,
                }
            }
            "d" | "D" | "ll" | "LL" => Tag::Modal,
            "ve" | "VE" => Tag::Have,
            _ => Tag::Be,
        }
    }

    /// Whether *that* at `i` stands before a word of time with nothing of a noun phrase behind it: *that night said*, *that week.*
    fn tells_when(&self, tokens: &[Token], i: usize) -> bool {
        const TIMES: &[&str] = &[
            "day",
            "night",
            "morning",
            "afternoon",
            "evening",
            "week",
            "weekend",
            "month",
            "year",
            "summer",
            "winter",
            "spring",
        ];
        let is_time = tokens.get(i + 1).is_some_and(|t| TIMES.contains(&t.span.of(self.text)));
        is_time
            && tokens.get(i + 2).is_none_or(|t| {
                t.kind != TokenKind::Word
                    || t.is(Class::VERB_PAST | Class::PREP | Class::THAT | Class::AND)
                        && !t.is(Class::BE | Class::HAVE | Class::MODAL)
            })
    }

    /// Tags of closed-class words; none for others.
    pub(super) fn closed(&self, tokens: &[Token], i: usize) -> Option<Tag> {
        let token = &tokens[i];
        let class = token.class;
        let word = token.span.of(self.text);
        let next = next_word(tokens, i);
        let next_is_nominal = next.is_some_and(may_be_nominal);
        let nominal_behind = next_is_nominal && is_written(tokens, i + 1);
        let tag = if class.contains(Class::THAT) {
            self.that(tokens, i)
        } else if class.contains(Class::TO) {
            if self.is_infinitive_to(tokens, i) { Tag::To } else { Tag::Prep }
        } else if class.contains(Class::NOT) && !class.contains(Class::DET) {
            Tag::Not
        } else if class.contains(Class::MODAL) {
            self.modal(tokens, i)
        } else if word.eq_ignore_ascii_case("there") && self.is_expletive(tokens, i) {
            Tag::Pron // "there is": the subject's place is taken
        } else if word == "am" && self.before == Tag::Name && tokens.get(i + 1).is_some_and(Token::is_capital) {
            Tag::Name // "Frankfurt am Main": only "I" goes with the verb
        } else if class.contains(Class::BE) {
            Tag::Be
        } else if class.contains(Class::HAVE) {
            Tag::Have
        } else if class.contains(Class::DO) {
            Tag::Do
        } else if class.contains(Class::POSS) && class.contains(Class::OBJECT) {
            if nominal_behind { Tag::Poss } else { Tag::Pron }
        } else if class.contains(Class::WH) || class.contains(Class::REL) {
            Tag::Wh
        } else if class.contains(Class::POSS) {
            Tag::Poss
        } else if word == "No"
            && matches!(self.before, Tag::Noun | Tag::Name)
            && tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number)
        {
            Tag::Noun // "Hospital No 31"
        } else if class.contains(Class::DET) && !class.intersects(Class::SUB | Class::PREP | Class::AND) {
            self.determiner(tokens, i)
        } else if class.intersects(Class::SUBJECT | Class::OBJECT) && !class.contains(Class::PREP) {
            Tag::Pron
        } else if class.contains(Class::AND) {
            Tag::And
        } else if class.contains(Class::SUB) && class.contains(Class::ADV) && self.is_adverb(tokens, i) {
            Tag::Adv
        } else if class.contains(Class::SUB) && class.contains(Class::PREP) {
            if clause_follows(self.text, tokens, i) { Tag::Sub } else { Tag::Prep }
        } else if class.contains(Class::SUB) {
            Tag::Sub
        } else if self.before == Tag::Det
            && word == "past"
            && next.is_none_or(|t| !may_be_nominal(t) || t.is(Class::CUE | Class::STANCE))
        {
            Tag::Noun // "has in the past called it"
        } else if self.before == Tag::Det && word == "following" && next_is_nominal
            || word.eq_ignore_ascii_case("first") && next.is_some_and(|t| self.is_rank(t))
        {
            Tag::Adj // "the following day", "Ines Varga, first vice president at"
        } else if matches!(word, "First" | "Second" | "Third") && self.is_first_of_name(tokens, i) {
            Tag::Name // "First City said it may sell", "First Marathon Securities"
        } else if class.contains(Class::PREP) {
            let object = Class::DET | Class::POSS | Class::OBJECT | Class::WH | Class::VERB_ING | Class::SUBJECT;
            let next_object = nominal_behind || is_written(tokens, i + 1) && next.is_some_and(|t| t.is(object));
            if class.contains(Class::ADV) && !next_object { Tag::Adv } else { Tag::Prep }
        } else if class.contains(Class::ADV)
            && !class.intersects(Class::ADJ | Class::NOUN | Class::TIME | Class::ANY_VERB)
        {
            // "the forward said", "former Oslo forward Anna Berg"
            let role = class.contains(Class::ROLE);
            let player = role && self.before == Tag::Det && !next_is_nominal;
            let given = |t: &Token| t.is_capital() && t.is(Class::GIVEN);
            let named = role && is_written(tokens, i + 1) && next.is_some_and(given);
            if player || named { Tag::Noun } else { Tag::Adv }
        } else if class.contains(Class::NUMBER) {
            Tag::Num
        } else {
            return None;
        };
        Some(tag)
    }

    /// *the mayor once said*, *Berg, the mayor, once said*, *had once called*: whether what could open a clause stands before its verb.
    fn is_adverb(&self, tokens: &[Token], i: usize) -> bool {
        let next = |class: Class| tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word && t.is(class));
        let inside = matches!(self.before, Tag::Have | Tag::Be | Tag::Modal) && next(Class::VERB_PART | Class::VERB);
        let behind = matches!(self.before, Tag::Noun | Tag::Name | Tag::Pron | Tag::Wh)
            || i > 0 && tokens[i - 1].kind == TokenKind::Comma;
        inside || behind && next(Class::VERB_PAST | Class::VERB_S) && !next(Class::NOUN)
    }

    /// *First City*, but *First Berg left*, *First Officer Berg*: in a sentence before a capital, at its start before two or a place.
    fn is_first_of_name(&self, tokens: &[Token], i: usize) -> bool {
        const PERSONAL: Class = Class::TITLE.union(Class::ROLE).union(Class::GIVEN).union(Class::HONORIFIC);
        let name = |i: usize| {
            tokens
                .get(i)
                .is_some_and(|t| t.kind == TokenKind::Word && t.is_capital() && !t.is(PERSONAL | Class::FUNCTION))
        };
        let place = |i: usize| tokens.get(i).is_some_and(|t| t.is(Class::PLACE));
        let goes_on = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
        let inside = i > 0 && matches!(tokens[i - 1].kind, TokenKind::Word | TokenKind::Comma | TokenKind::Double);
        // "First Boston said", but "First London, then Paris"
        !self.title_case && name(i + 1) && (inside || name(i + 2) || place(i + 1) && goes_on(i + 2))
    }

    /// *first vice president*, *First Deputy Chairman*
    fn is_rank(&self, token: &Token) -> bool {
        ["vice", "deputy", "assistant"].iter().any(|rank| rank.eq_ignore_ascii_case(token.span.of(self.text)))
    }

    /// *that*: conjunction, determiner, relative or other pronoun.
    fn that(&self, tokens: &[Token], i: usize) -> Tag {
        let next = next_word(tokens, i);
        let next_is_nominal = next.is_some_and(may_be_nominal);
        // "that engineers raised it": a plural noun, which the table knows as a verb only.
        let is_subject = next.is_some_and(|t| t.is(Class::VERB_S)) && verb_of_subject(tokens, i + 2);
        // "a form that states: “…”", "a letter that claims the port is late", but "evidence that claims were late"
        let has_object = tokens
            .get(i + 2)
            .is_some_and(|t| matches!(t.kind, TokenKind::Colon | TokenKind::Double) || t.is(Class::DET | Class::POSS));
        let next_is_verb = next.is_some_and(|t| {
            t.is(Class::BE | Class::MODAL | Class::HAVE | Class::DO)
                || t.is(Class::VERB_S | Class::VERB_PAST) && (!t.is(Class::NOUN) || has_object) && !is_subject
        });
        match self.before {
            Tag::Prep if next_is_nominal => Tag::Det,
            Tag::Prep => Tag::Pron,
            // "on duty that night", but "news that night work would end"
            Tag::Noun | Tag::Name if self.tells_when(tokens, i) => Tag::Det,
            Tag::Noun | Tag::Name | Tag::Pron if next_is_verb || !next_is_nominal => Tag::Wh,
            Tag::Punct if next_is_verb => Tag::Pron,
            Tag::Punct if i == 0 || tokens[i - 1].kind == TokenKind::Stop => match next_is_nominal {
                true => Tag::Det,
                false => Tag::Pron,
            },
            _ if self.before.is_verb() && next_is_verb => Tag::Pron,
            // "labeled that report “false”": what is judged is named, not told.
            _ if self.before.is_verb() && next_is_nominal && is_judging(tokens[i - 1].span.of(self.text)) => Tag::Det,
            _ => Tag::That,
        }
    }

    /// Whether a verb's base form stands behind *to*, adverbs and marks passed over.
    fn is_infinitive_to(&self, tokens: &[Token], i: usize) -> bool {
        let according = i > 0 && tokens[i - 1].span.of(self.text).eq_ignore_ascii_case("according");
        let passed_over = |t: &Token| {
            t.kind == TokenKind::Word && t.is(Class::ADV | Class::NOT) && !t.is(Class::VERB)
                || matches!(t.kind, TokenKind::Double | TokenKind::Single)
        };
        let base = |t: &Token| {
            t.kind == TokenKind::Word
                && (t.is(Class::VERB) || matches!(t.span.of(self.text), "be" | "have" | "do"))
                && (!t.is_capital() || self.title_case)
        };
        !according && tokens[i + 1..].iter().find(|t| !passed_over(t)).is_some_and(base)
    }

    /// *will*, *may*: the verb, the document, the month.
    fn modal(&self, tokens: &[Token], i: usize) -> Tag {
        let class = tokens[i].class;
        let next = next_word(tokens, i);
        // "This will be": the pronoun; "this will": the document.
        let verb_follows = self.before == Tag::Det
            && next.is_some_and(|t| t.is(Class::BE | Class::HAVE | Class::VERB | Class::NOT) && !t.is(Class::NOUN));
        // "wrote in May that", "last May", "May 2012": the month
        let month = class.contains(Class::MONTH)
            && tokens[i].is_capital()
            && !self.title_case
            && (matches!(self.before, Tag::Prep | Tag::Adj | Tag::Det | Tag::Num)
                || next.is_some_and(|t| t.kind == TokenKind::Number));
        let noun = class.contains(Class::NOUN)
            && matches!(self.before, Tag::Det | Tag::Poss | Tag::Adj | Tag::Genitive)
            && !verb_follows;
        if month || noun { Tag::Noun } else { Tag::Modal }
    }

    /// Whether *there* stands where a subject would: *there has been*, *there seems*.
    fn is_expletive(&self, tokens: &[Token], i: usize) -> bool {
        tokens[i + 1..].iter().find(|t| !t.is(Class::ADV) || t.is(Class::VERB)).is_some_and(|t| {
            t.is(Class::BE | Class::MODAL | Class::HAVE)
                || t.kind == TokenKind::Suffix
                || t.span.of(self.text).starts_with("seem")
        })
    }

    /// A determiner, or the pronoun, number or adverb that the same word may be.
    fn determiner(&self, tokens: &[Token], i: usize) -> Tag {
        let class = tokens[i].class;
        let word = tokens[i].span.of(self.text);
        let next = next_word(tokens, i);
        let next_is_nominal = next.is_some_and(may_be_nominal);
        // "they each called it", "the two both said"
        let floats = matches!(word, "each" | "both" | "all")
            && matches!(self.before, Tag::Noun | Tag::Name | Tag::Pron)
            && tokens.get(i + 1).is_some_and(|t| t.is(Class::CUE | Class::STANCE) && t.is(Class::VERB_PAST));
        // "those surveyed said"
        let those =
            word.eq_ignore_ascii_case("those") && next.is_some_and(|t| t.is(Class::VERB_PART) && !t.is(Class::ADJ));
        let alone = class.intersects(Class::SUBJECT | Class::OBJECT | Class::PLURAL)
            && !(next_is_nominal && is_written(tokens, i + 1));
        if floats {
            Tag::Adv
        } else if those || alone {
            Tag::Pron
        } else if class.contains(Class::NUMBER) {
            Tag::Num
        } else if class.contains(Class::ADV) && !next_is_nominal {
            Tag::Adv
        } else {
            Tag::Det
        }
    }
}

/// A verb that calls things something, and has no conjunction behind it.
fn is_judging(verb: &str) -> bool {
    const JUDGING: &[&str] = &[
        "call",
        "calls",
        "called",
        "calling",
        "label",
        "labels",
        "labeled",
        "labelled",
        "labeling",
        "labelling",
        "brand",
        "brands",
        "branded",
        "branding",
        "describe",
        "describes",
        "described",
        "describing",
        "dub",
        "dubs",
        "dubbed",
    ];
    JUDGING.contains(&verb)
}

/// Whether token `i` is a word, a number or a mark of a quote: nothing that ends a phrase.
fn is_written(tokens: &[Token], i: usize) -> bool {
    tokens.get(i).is_some_and(|t| {
        matches!(
            t.kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Double | TokenKind::Single | TokenKind::Suffix
        )
    })
}

/// Whether the verb of a subject that ends before token `i` follows, at once or behind a prepositional phrase.
fn verb_of_subject(tokens: &[Token], i: usize) -> bool {
    let finite = |t: &Token| {
        t.is(Class::BE | Class::MODAL | Class::HAVE | Class::DO)
            || t.is(Class::VERB_PAST) && !t.is(Class::NOUN | Class::ADJ)
    };
    match tokens.get(i) {
        Some(t) if finite(t) => true,
        Some(t) if t.is(Class::PREP) && !t.is(Class::THAT) => tokens[i + 1..]
            .iter()
            .take(8)
            .take_while(|t| t.kind != TokenKind::Comma && !t.is(Class::SUBJECT | Class::SUB | Class::THAT | Class::REL))
            .any(finite),
        _ => false,
    }
}

/// Whether a clause (a subject and a finite verb) follows before the next comma: *after he left* against *after the meeting*.
fn clause_follows(text: &str, tokens: &[Token], i: usize) -> bool {
    const LONGEST: usize = 12; // tokens of a subject with its verb
    for (n, token) in tokens[i + 1..].iter().take(LONGEST).enumerate() {
        match token.kind {
            TokenKind::Comma | TokenKind::Stop | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash => {
                return false;
            }
            // "since 2021"
            TokenKind::Number if n == 0 && token.span.len() == 4 => return false,
            TokenKind::Suffix => {
                if n == 1 && !token.span.is_empty() && tokens[i + 1].is(Class::SUBJECT) {
                    return true;
                }
            }
            TokenKind::Word => {
                if n == 0 && token.is(Class::SUBJECT) && !token.is(Class::OBJECT | Class::DET) {
                    return true;
                }
                if token.is(Class::MODAL | Class::DO)
                    || token.is(Class::HAVE | Class::BE) && !matches!(token.class, c if c.contains(Class::NOUN))
                {
                    return n > 0;
                }
                if n > 0
                    && token.is(Class::VERB_PAST | Class::VERB_S)
                    && !token.is(Class::NOUN | Class::ADJ | Class::VERB)
                {
                    return true;
                }
                // "after the head of the union left", but "as many as half of them say"
                let of = token.span.of(text) == "of" && tokens[i].span.of(text) != "as"
                    || token.span.of(text) == "for" && stands_in_name(tokens, i + 1 + n);
                if n > 0 && token.is(Class::SUB | Class::REL | Class::PREP | Class::TO) && !of {
                    return false;
                }
            }
            _ => {}
        }
    }
    false
}

/// *People for the Ethical Treatment*: capitals on both sides of the word at `i`, or behind its article.
fn stands_in_name(tokens: &[Token], i: usize) -> bool {
    let article = tokens.get(i + 1).is_some_and(|t| t.is(Class::DET)) as usize;
    tokens[i - 1].is_capital() && tokens.get(i + 1 + article).is_some_and(|t| t.is_capital())
}
