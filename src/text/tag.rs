//! Decides what each word is in its sentence: noun or verb, past tense or participle, *that* the complementiser or the pronoun.
//!
//! A small hand-written tagger in the manner of Brill (1992): what the word table allows, then the neighbours decide. It serves one
//! purpose, finding cues, their subjects and the ends of clauses, and knows no finer tags than that needs.

use rustc_hash::FxHashSet;

use crate::text::Sentence;
use crate::text::token::{Shape, Token, TokenKind};
use crate::words::Class;

/// What a token is in its sentence.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    Det,
    Poss,
    Pron,
    Noun,
    Name,
    Adj,
    Adv,
    Num,
    /// Base form or plain present: *they say*, *to say*.
    Verb,
    /// *says*
    VerbS,
    /// *said* as a past tense
    VerbPast,
    /// *said* as a participle
    VerbPart,
    /// *saying*
    VerbIng,
    Modal,
    Be,
    Have,
    Do,
    Not,
    Prep,
    /// *to* before a verb
    To,
    And,
    /// *because*, *while*
    Sub,
    /// *that* as a complementiser
    That,
    /// *who*, *which*, *what*, *whether*
    Wh,
    /// *'s* of a possessor
    Genitive,
    Punct,
    Other,
}

impl Tag {
    /// Can stand inside a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Pron)
    }

    /// A form of a full verb.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::Verb | Tag::VerbS | Tag::VerbPast | Tag::VerbPart | Tag::VerbIng)
    }
}

/// The words that stand capitalised inside sentences of an article: where they begin one, they are names there too.
pub(crate) fn capitalised_inside<'a>(text: &'a str, tokens: &[Token], sentences: &[Sentence]) -> FxHashSet<&'a str> {
    let mut names = FxHashSet::default();
    for sentence in sentences {
        let tokens = &tokens[sentence.tokens.clone()];
        if is_title_case(tokens) {
            continue;
        }
        for pair in tokens.windows(2) {
            let [before, token] = pair else { continue };
            let inside = matches!(before.kind, TokenKind::Word | TokenKind::Number | TokenKind::Comma);
            if inside && token.is_capital() && !token.is(Class::FUNCTION) {
                names.insert(token.span.of(text));
            }
        }
    }
    names
}

/// Tags the tokens of one sentence in place; `names` are the words that are names wherever they stand capitalised.
pub(crate) fn tag(text: &str, tokens: &mut [Token], names: &FxHashSet<&str>) {
    let mut tagger = Tagger {
        text,
        quoted: false,
        comma: false,
        names,
        title_case: is_title_case(tokens),
        before: Tag::Punct,
        before_word: None,
    };
    for i in 0..tokens.len() {
        let tag = tagger.tag(tokens, i);
        tokens[i].tag = tag;
        tagger.quoted |= tokens[i].kind == TokenKind::Double;
        tagger.comma |= tokens[i].kind == TokenKind::Comma;
        if !matches!(tag, Tag::Adv | Tag::Not) && !matches!(tokens[i].kind, TokenKind::Double | TokenKind::Single) {
            tagger.before = tag;
            tagger.before_word = Some(i);
        }
    }
}

/// Whether nearly all words are capitalised, as in headlines: capitals then mark no names.
fn is_title_case(tokens: &[Token]) -> bool {
    let mut words = 0;
    let mut capitals = 0;
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 3) {
        words += 1;
        capitals += token.is_capital() as usize;
    }
    words >= 5 && capitals * 10 >= words * 9
}

struct Tagger<'a> {
    text: &'a str,
    /// A quotation mark stood earlier in the sentence.
    quoted: bool,
    /// A comma stood earlier in the sentence.
    comma: bool,
    names: &'a FxHashSet<&'a str>,
    title_case: bool,
    /// The tag before, adverbs and marks passed over.
    before: Tag,
    before_word: Option<usize>,
}

impl Tagger<'_> {
    fn tag(&self, tokens: &[Token], i: usize) -> Tag {
        let token = &tokens[i];
        match token.kind {
            TokenKind::Number => return Tag::Num,
            TokenKind::Suffix => return self.suffix(tokens, i),
            TokenKind::Word => {}
            TokenKind::Symbol if token.span.of(self.text) == "&" => return Tag::And,
            TokenKind::Single if self.is_genitive_apostrophe(tokens, i) => return Tag::Genitive,
            _ => return Tag::Punct,
        }
        let class = token.class;
        if class.contains(Class::TITLE_PHRASE) {
            return Tag::Noun;
        }
        if token.is_capital() && !self.is_plain_capital(tokens, i) {
            return Tag::Name;
        }
        self.closed(tokens, i).unwrap_or_else(|| self.open(tokens, i, class))
    }

    /// `officials'`: the apostrophe of a plural possessor, told from a closing mark by the noun that follows.
    fn is_genitive_apostrophe(&self, tokens: &[Token], i: usize) -> bool {
        i > 0
            && !tokens[i].shape.contains(Shape::SPACED)
            && matches!(tokens[i - 1].tag, Tag::Noun | Tag::Name)
            && tokens[i - 1].span.of(self.text).ends_with(['s', 'S', 'z'])
            && tokens.get(i + 1).is_some_and(|t| {
                t.kind == TokenKind::Word && t.shape.contains(Shape::SPACED) && !t.is(Class::FUNCTION | Class::CUE)
            })
    }

    /// Whether a capital says nothing: a function word, a day or a month, the first word of a sentence that the table knows.
    fn is_plain_capital(&self, tokens: &[Token], i: usize) -> bool {
        let token = &tokens[i];
        let class = token.class;
        let next_capital = next_word(tokens, i).is_some_and(|t| t.is_capital() && !t.is(Class::FUNCTION));
        // "the Institute for Near East Policy": inside a name that begins behind a small word.
        if class.contains(Class::PREP)
            && matches!(self.before, Tag::Prep | Tag::Det)
            && next_capital
            && !self.title_case
        {
            return false;
        }
        if class.intersects(Class::FUNCTION) && !class.intersects(Class::GIVEN | Class::MONTH) {
            // "The Who", "US": a function word in capitals may be a name; not worth it but for acronyms.
            return !(token.shape.contains(Shape::ALL_CAPS)
                && token.span.len() <= 3
                && !self.title_case
                && class.contains(Class::PLACE));
        }
        if class.intersects(Class::DAY | Class::MONTH) && !class.contains(Class::GIVEN) {
            return true;
        }
        let opened = i > 0
            && matches!(tokens[i - 1].kind, TokenKind::Double | TokenKind::Single)
            && !token.shape.contains(Shape::SPACED);
        let initial = i == 0 || opened || tokens[i - 1].kind == TokenKind::Stop;
        if class.intersects(Class::MODAL | Class::MONTH) && class.contains(Class::GIVEN)
            || class.intersects(Class::MONTH)
        {
            return !next_capital && (initial || class.intersects(Class::MONTH))
                || (initial && class.contains(Class::MODAL) && !next_capital);
        }
        if initial || self.title_case {
            let known = class - Class::GIVEN - Class::MASCULINE - Class::FEMININE - Class::PLACE - Class::NATIONALITY;
            if known.is_empty() || class.intersects(Class::HONORIFIC) {
                return false;
            }
            if !self.title_case
                && (class.contains(Class::GIVEN) && next_capital || self.names.contains(token.span.of(self.text)))
            {
                return false;
            }
            // "Senator Smith", "President Obama": part of the name phrase; "Report: …" is a noun either way.
            return !(class.intersects(Class::TITLE) && next_capital);
        }
        false
    }

    fn suffix(&self, tokens: &[Token], i: usize) -> Tag {
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

    /// Tags of closed-class words.
    fn closed(&self, tokens: &[Token], i: usize) -> Option<Tag> {
        let token = &tokens[i];
        let class = token.class;
        let next = next_word(tokens, i);
        let next_is_nominal = next.is_some_and(may_be_nominal);
        let next_written = tokens.get(i + 1).is_some_and(|t| {
            matches!(
                t.kind,
                TokenKind::Word | TokenKind::Number | TokenKind::Double | TokenKind::Single | TokenKind::Suffix
            )
        });
        let tag = if class.contains(Class::THAT) {
            let next_is_verb = next.is_some_and(|t| {
                t.is(Class::BE | Class::MODAL | Class::HAVE | Class::DO)
                    || t.is(Class::VERB_S | Class::VERB_PAST) && !t.is(Class::NOUN)
            });
            match self.before {
                Tag::Prep => {
                    if next_is_nominal {
                        Tag::Det
                    } else {
                        Tag::Pron
                    }
                }
                Tag::Noun | Tag::Name | Tag::Pron if next_is_verb || !next_is_nominal => Tag::Wh,
                Tag::Punct if next_is_verb => Tag::Pron,
                Tag::Punct if i == 0 || tokens[i - 1].kind == TokenKind::Stop => {
                    if next_is_nominal {
                        Tag::Det
                    } else {
                        Tag::Pron
                    }
                }
                _ if self.before.is_verb() && next_is_verb => Tag::Pron,
                _ => Tag::That,
            }
        } else if class.contains(Class::TO) {
            let according = i > 0 && tokens[i - 1].span.of(self.text).eq_ignore_ascii_case("according");
            let verb_follows = !according
                && (i + 1..tokens.len())
                    .map(|j| &tokens[j])
                    .find(|t| {
                        !(t.kind == TokenKind::Word && t.is(Class::ADV | Class::NOT) && !t.is(Class::VERB))
                            && !matches!(t.kind, TokenKind::Double | TokenKind::Single)
                    })
                    .is_some_and(|t| {
                        t.kind == TokenKind::Word
                            && (t.is(Class::VERB) || matches!(t.span.of(self.text), "be" | "have" | "do"))
                            && (!t.is_capital() || self.title_case)
                    });
            if verb_follows { Tag::To } else { Tag::Prep }
        } else if class.contains(Class::NOT) && !class.contains(Class::DET) {
            Tag::Not
        } else if class.contains(Class::MODAL) {
            if class.contains(Class::NOUN) && matches!(self.before, Tag::Det | Tag::Poss | Tag::Adj | Tag::Genitive) {
                Tag::Noun
            } else {
                Tag::Modal
            }
        } else if token.span.of(self.text).eq_ignore_ascii_case("there")
            && tokens[i + 1..].iter().find(|t| !t.is(Class::ADV) || t.is(Class::VERB)).is_some_and(|t| {
                t.is(Class::BE | Class::MODAL | Class::HAVE) || t.span.of(self.text).starts_with("seem")
            })
        {
            Tag::Pron // "there is": the subject's place is taken
        } else if class.contains(Class::BE) {
            Tag::Be
        } else if class.contains(Class::HAVE) {
            Tag::Have
        } else if class.contains(Class::DO) {
            Tag::Do
        } else if class.contains(Class::POSS) && class.contains(Class::OBJECT) {
            if next_is_nominal && next_written { Tag::Poss } else { Tag::Pron }
        } else if class.contains(Class::WH) || class.contains(Class::REL) {
            Tag::Wh
        } else if class.contains(Class::POSS) {
            Tag::Poss
        } else if class.contains(Class::DET) && !class.intersects(Class::SUB | Class::PREP | Class::AND) {
            // "those surveyed said"
            let those = token.span.of(self.text).eq_ignore_ascii_case("those")
                && next.is_some_and(|t| t.is(Class::VERB_PART) && !t.is(Class::ADJ));
            if those
                || class.intersects(Class::SUBJECT | Class::OBJECT | Class::PLURAL)
                    && !(next_is_nominal && next_written)
            {
                Tag::Pron
            } else if class.contains(Class::NUMBER) {
                Tag::Num
            } else if class.contains(Class::ADV) && !next_is_nominal {
                Tag::Adv
            } else {
                Tag::Det
            }
        } else if class.intersects(Class::SUBJECT | Class::OBJECT) && !class.contains(Class::PREP) {
            Tag::Pron
        } else if class.contains(Class::AND) {
            Tag::And
        } else if class.contains(Class::SUB) && class.contains(Class::PREP) {
            if clause_follows(tokens, i) { Tag::Sub } else { Tag::Prep }
        } else if class.contains(Class::SUB) {
            Tag::Sub
        } else if class.contains(Class::PREP) {
            let next_object = next_written
                && next.is_some_and(|t| {
                    may_be_nominal(t)
                        || t.is(Class::DET | Class::POSS | Class::OBJECT | Class::WH | Class::VERB_ING | Class::SUBJECT)
                });
            if class.contains(Class::ADV) && !next_object { Tag::Adv } else { Tag::Prep }
        } else if class.contains(Class::ADV)
            && !class.intersects(Class::ADJ | Class::NOUN | Class::TIME | Class::ANY_VERB)
        {
            Tag::Adv
        } else if class.contains(Class::NUMBER) {
            Tag::Num
        } else {
            return None;
        };
        Some(tag)
    }

    /// Nouns, adjectives, adverbs and verbs.
    fn open(&self, tokens: &[Token], i: usize, class: Class) -> Tag {
        let next = tokens.get(i + 1);
        if class.intersects(Class::ANY_VERB) {
            if let Some(tag) = self.verb(tokens, i, class) {
                return tag;
            }
        }
        if class.contains(Class::ADJ) || class.intersects(Class::NATIONALITY) && !class.contains(Class::PLURAL) {
            let before_verb = matches!(self.before, Tag::Name | Tag::Noun | Tag::Pron)
                && next.is_some_and(|t| t.is(Class::VERB_PAST) && (t.is(Class::CUE) || self.before != Tag::Noun));
            if class.contains(Class::ADV) && (before_verb || !next.is_some_and(may_be_nominal)) {
                return Tag::Adv;
            }
            if class
                .intersects(Class::NOUN | Class::ROLE | Class::GROUP | Class::PERSON | Class::DOCUMENT | Class::TIME)
                && !next.is_some_and(|t| may_be_nominal(t) && !t.is(Class::VERB_PAST | Class::VERB_S))
                && matches!(self.before, Tag::Det | Tag::Poss | Tag::Adj | Tag::Noun | Tag::Name)
            {
                return Tag::Noun;
            }
            return Tag::Adj;
        }
        if class.contains(Class::ADV) && !class.contains(Class::TIME) && !class.contains(Class::NOUN) {
            return Tag::Adv;
        }
        Tag::Noun
    }

    /// The verb form a word has here; none where it is no verb.
    fn verb(&self, tokens: &[Token], i: usize, class: Class) -> Option<Tag> {
        let noun = class.intersects(Class::NOUN | Class::ROLE | Class::PERSON | Class::TIME | Class::GROUP);
        let opens_object = self.opens_object(tokens, i);
        let before = self.before;
        // "the estimated 11 million", "400 pledged delegates", "the most telling sign"
        let attributive = class.contains(Class::ADJ)
            && tokens.get(i + 1).is_some_and(|n| {
                n.kind == TokenKind::Number || n.kind == TokenKind::Word && may_be_nominal(n) && !n.is_capital()
            });
        if attributive && matches!(before, Tag::Det | Tag::Num | Tag::Poss | Tag::Genitive | Tag::Adj | Tag::Prep) {
            return None;
        }
        let before_plural = before == Tag::Num
            || self.before_word.is_some_and(|b| {
                let t = &tokens[b];
                t.is(Class::PLURAL)
                    || matches!(t.tag, Tag::Noun | Tag::Name)
                        && t.span.of(self.text).ends_with('s')
                        && !t.span.of(self.text).ends_with("ss")
                        && !t.is(Class::GIVEN)
            });
        if class.contains(Class::VERB) {
            let verb = match before {
                Tag::To | Tag::Modal | Tag::Do => true,
                Tag::Pron | Tag::Wh | Tag::That => {
                    !noun || opens_object || self.before_word.is_some_and(|b| tokens[b].is(Class::SUBJECT))
                }
                Tag::Noun | Tag::Name | Tag::Num if before_plural => {
                    if noun {
                        opens_object
                    } else {
                        !class.contains(Class::ADJ)
                    }
                }
                Tag::And => !noun || opens_object && !class.contains(Class::ADJ),
                Tag::Punct => !noun && !class.contains(Class::ADJ) || opens_object && !class.contains(Class::ADJ),
                // "a snappy retort": one thing takes no plural verb
                Tag::Noun
                    if !class.contains(Class::VERB_PAST)
                        && self.before_word.is_some_and(|b| {
                            b > 0 && matches!(tokens[b - 1].span.of(self.text), "a" | "an" | "A" | "An")
                        }) =>
                {
                    false
                }
                Tag::Noun | Tag::Name if class.contains(Class::VERB_PAST) => !noun || opens_object,
                Tag::Noun | Tag::Name => !noun && !class.contains(Class::ADJ),
                Tag::Verb | Tag::VerbS | Tag::VerbPast | Tag::VerbIng if !noun => !class.contains(Class::ADJ),
                _ => false,
            };
            if verb {
                let past = class.contains(Class::VERB_PAST) && !matches!(before, Tag::To | Tag::Modal | Tag::Do);
                return Some(match before {
                    Tag::Have if class.contains(Class::VERB_PART) => Tag::VerbPart,
                    Tag::Be if class.contains(Class::VERB_PART) => Tag::VerbPart,
                    _ if past && !before_plural && before != Tag::Pron => Tag::VerbPast,
                    _ => Tag::Verb,
                });
            }
        }
        if class.contains(Class::VERB_S) {
            // "two men in vests came", "price monitors.": a plural noun, since the verb is elsewhere.
            let next_ends = tokens.get(i + 1).is_none_or(|t| {
                matches!(t.kind, TokenKind::Stop | TokenKind::Comma)
                    || t.is(Class::BE | Class::HAVE | Class::MODAL)
                    || t.is(Class::VERB_PAST) && !t.is(Class::ADJ)
            });
            if before == Tag::Noun && next_ends && !opens_object {
                return None;
            }
            let verb = match before {
                Tag::Name | Tag::Noun | Tag::Punct | Tag::Num if noun => {
                    opens_object && !(before == Tag::Punct && i == 0)
                }
                Tag::Pron | Tag::Wh | Tag::That => {
                    !noun || opens_object || self.before_word.is_some_and(|b| tokens[b].is(Class::SUBJECT))
                }
                Tag::Name | Tag::Noun | Tag::Punct | Tag::And | Tag::Num => !noun || opens_object,
                Tag::Adv => !noun,
                _ => false,
            };
            if verb {
                return Some(Tag::VerbS);
            }
        }
        if class.intersects(Class::VERB_PAST | Class::VERB_PART) && !(class.contains(Class::VERB) && noun) {
            let part = class.contains(Class::VERB_PART);
            let next_nominal = next_word(tokens, i)
                .is_some_and(|t| may_be_nominal(t) && tokens.get(i + 1).is_some_and(|n| n.kind == TokenKind::Word));
            return match before {
                Tag::Have | Tag::Be if part => Some(Tag::VerbPart),
                // "two armed raiders"
                Tag::Num if part && next_nominal && !class.contains(Class::CUE) && !noun => Some(Tag::Adj),
                Tag::Det | Tag::Poss | Tag::Genitive | Tag::Adj
                    if !class.contains(Class::CUE) || part && next_nominal =>
                {
                    if noun {
                        None
                    } else {
                        Some(Tag::Adj)
                    }
                }
                Tag::Prep if part && next_nominal => Some(Tag::Adj),
                // "said undecided voter Jane Roe"
                Tag::VerbPast | Tag::VerbS | Tag::Verb if part && next_nominal && !class.contains(Class::CUE) => {
                    Some(Tag::Adj)
                }
                Tag::Prep | Tag::To | Tag::Modal if noun => None,
                _ if noun && !opens_object && !class.contains(Class::SPEECH_CUE) => None,
                _ if !class.contains(Class::VERB_PAST) => Some(Tag::VerbPart),
                Tag::Noun | Tag::Name if part && tokens.get(i + 1).is_some_and(|t| t.span.of(self.text) == "by") => {
                    Some(Tag::VerbPart)
                }
                _ => Some(Tag::VerbPast),
            };
        }
        if class.contains(Class::VERB_ING) {
            // "Shipping agents estimated": a noun behind it that has a verb of its own
            let modifies = i == 0
                && tokens.get(1).is_some_and(|t| t.is(Class::PLURAL | Class::ROLE) && !t.is_capital())
                && tokens.get(2).is_some_and(|t| t.is(Class::VERB_PAST | Class::BE | Class::HAVE | Class::MODAL));
            if modifies {
                return Some(Tag::Adj);
            }
            return match before {
                Tag::Det | Tag::Poss | Tag::Genitive | Tag::Adj => {
                    if noun || !opens_object {
                        None
                    } else {
                        Some(Tag::VerbIng)
                    }
                }
                Tag::Noun | Tag::Name if noun && !opens_object => None,
                Tag::Prep | Tag::Punct if noun && !opens_object && !class.contains(Class::CUE) => None,
                _ => Some(Tag::VerbIng),
            };
        }
        None
    }

    /// Whether what follows can only be a verb's object, complement or adverbial: a determiner, a pronoun, *that*, *to*, a name.
    fn opens_object(&self, tokens: &[Token], i: usize) -> bool {
        let Some(next) = tokens.get(i + 1) else { return false };
        match next.kind {
            TokenKind::Word => {
                next.is(Class::DET | Class::POSS | Class::THAT | Class::OBJECT | Class::SUBJECT | Class::WH | Class::TO)
                    || next.is(Class::ADV) && !next.is(Class::PREP)
                    || next.is_capital() && !self.title_case && !next.is(Class::DAY | Class::MONTH)
                    || next.is(Class::PREP)
                        && tokens[i].is(Class::CUE)
                        && !next.is_capital()
                        && !matches!(
                            next.span.of(self.text),
                            "of" | "for" | "from" | "by" | "about" | "against" | "in" | "on" | "with"
                        )
            }
            TokenKind::Double | TokenKind::Single => tokens[i].is(Class::CUE) && next.shape.contains(Shape::SPACED),
            TokenKind::Number => tokens[i].is(Class::CUE),
            // “Q,” a voice in the ad states.
            // S, analysts say.
            TokenKind::Stop | TokenKind::Comma if tokens[i].is(Class::SPEECH_CUE) => {
                self.quoted || self.comma && !tokens[i].class.contains(Class::VERB_S)
            }
            TokenKind::Comma | TokenKind::Colon => {
                tokens[i].is(Class::SPEECH_CUE)
                    && tokens.get(i + 2).is_some_and(|t| matches!(t.kind, TokenKind::Double | TokenKind::Single))
            }
            _ => false,
        }
    }
}

/// The next word or number after `i`, marks passed over, within the sentence.
fn next_word(tokens: &[Token], i: usize) -> Option<&Token> {
    tokens[i + 1..]
        .iter()
        .find(|t| !matches!(t.kind, TokenKind::Double | TokenKind::Single))
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
}

/// Whether a token can begin or be a noun phrase without a determiner.
fn may_be_nominal(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            token.is_capital() && !token.is(Class::FUNCTION)
                || token.is(Class::NOUN
                    | Class::ADJ
                    | Class::ROLE
                    | Class::PERSON
                    | Class::GROUP
                    | Class::DOCUMENT
                    | Class::NUMBER
                    | Class::TIME)
                || token.is(Class::VERB_PART | Class::VERB_ING) && !token.is(Class::CUE)
                || !token.is(Class::FUNCTION | Class::ANY_VERB)
        }
        _ => false,
    }
}

/// Whether a clause (a subject and a finite verb) follows before the next comma: *after he left* against *after the meeting*.
fn clause_follows(tokens: &[Token], i: usize) -> bool {
    for (n, token) in tokens[i + 1..].iter().take(9).enumerate() {
        match token.kind {
            TokenKind::Comma | TokenKind::Stop | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash => {
                return false;
            }
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
                if n > 0 && token.is(Class::SUB | Class::REL | Class::PREP | Class::TO) {
                    return false;
                }
            }
            _ => {}
        }
    }
    false
}
