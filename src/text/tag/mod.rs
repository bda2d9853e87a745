//! Decides what each word is in its sentence: noun or verb, past tense or participle, *that* the complementiser or the pronoun.
//!
//! A small hand-written tagger in the manner of Brill (1992): what the word table allows, then the neighbours decide. It serves one
//! purpose, finding cues, their subjects and the ends of clauses, and knows no finer tags than that needs.

mod closed;
mod open;
mod small_name;
mod verb;

use rustc_hash::FxHashSet;

use self::small_name::{is_small_surname, is_unknown_name};
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
            if inside && token.is_capital() && (!token.is(Class::FUNCTION) || is_small_surname(before, token)) {
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
        // "Mrs May": what the word is elsewhere is nothing to those who ask later.
        if tag == Tag::Name && tokens[i].is_capital() && tokens[i].is(Class::FUNCTION | Class::MONTH) {
            tokens[i].class.remove(Class::FUNCTION | Class::TIME | Class::MONTH);
        }
        // "Anne Mills", "Mills said"
        if tag == Tag::Name && tokens[i].is(Class::DERIVED) {
            tokens[i].class.remove(Class::ROLE | Class::PERSON | Class::GROUP | Class::PLURAL | Class::DERIVED);
        }
        // "Peter Day", "Day said"
        if tag == Tag::Name && small_name::is_time_surname(tokens, i) {
            tokens[i].class.remove(Class::TIME);
        }
        // "the PM", but "at 3 PM"
        if tokens[i].is(Class::TIME) && tokens[i].span.of(text) == "PM" && tagger.before != Tag::Num {
            tokens[i].class.remove(Class::TIME);
            tokens[i].class.insert(Class::TITLE | Class::ROLE);
            tokens[i].tag = Tag::Noun;
        }
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
    // "Berg Says It Is Late": short, but inside a sentence "It" and "Is" would be small.
    let small = |t: &&Token| t.is(Class::FUNCTION) && t.is_capital() && t.span.len() > 1;
    let functions = || tokens.iter().skip(1).filter(small).count();
    capitals * 10 >= words * 9 && (words >= 5 || capitals == words && words >= 2 && functions() >= 2)
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
        if class.contains(Class::PARTICLE) && self.is_particle(tokens, i) {
            return Tag::Name;
        }
        self.closed(tokens, i).unwrap_or_else(|| self.open(tokens, i, class))
    }

    /// *Ingrid van der Hoeven*, *said von der Leyen*: small words that only a capital one follows, behind a name or where one may begin.
    fn is_particle(&self, tokens: &[Token], i: usize) -> bool {
        const LONGEST: usize = 3; // particles in a row
        let run = tokens[i..].iter().take(LONGEST).take_while(|t| t.is(Class::PARTICLE) && !t.is_capital()).count();
        let surname = tokens.get(i + run).is_some_and(|t| {
            t.kind == TokenKind::Word && t.is_capital() && !t.is(Class::FUNCTION | Class::DAY | Class::MONTH)
        });
        let before = i.checked_sub(1).map(|b| &tokens[b]);
        let behind_name = before.is_some_and(|b| b.tag == Tag::Name && b.kind == TokenKind::Word);
        let noun = tokens[i].is(Class::NOUN);
        // "gave Anna an Oscar", but "Fergal Mac an Bhaird"
        let english =
            tokens[i].is(Class::FUNCTION) && !before.is_some_and(|b| b.is(Class::PARTICLE) && b.tag == Tag::Name);
        let may_begin = matches!(
            self.before,
            Tag::Punct | Tag::Prep | Tag::And | Tag::That | Tag::Sub | Tag::Wh | Tag::Verb | Tag::VerbS | Tag::VerbPast
        );
        surname && !english && (behind_name || may_begin && (run > 1 || !noun))
    }

    /// *Regulators* at the start of a sentence: no name that the article has elsewhere, and a plural by its end.
    fn is_unknown_plural(&self, token: &Token) -> bool {
        let word = token.span.of(self.text);
        let plural = ["ers", "ors", "ists", "ians", "ants", "ents", "ees"].iter().any(|end| word.ends_with(end));
        plural && word.len() >= 7 && !self.names.contains(word)
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
        // "Crumble & Daw": a verb before an ampersand is a name.
        let ampersand = matches!(&tokens[i + 1..], [and, name, ..]
            if and.kind == TokenKind::Symbol && and.span.of(self.text) == "&" && name.is_capital());
        if ampersand && !class.contains(Class::FUNCTION) {
            return false;
        }
        if self.is_small_name(tokens, i) {
            return false;
        }
        // "the WHO said", but "WHO DID IT"
        let caps = |t: &Token| t.kind == TokenKind::Word && t.shape.contains(Shape::ALL_CAPS) && t.span.len() > 1;
        let lone = || !(i > 0 && caps(&tokens[i - 1])) && !tokens.get(i + 1).is_some_and(caps);
        if token.span.of(self.text) == "WHO" && lone() && !self.title_case {
            return false;
        }
        let next = next_word(tokens, i).filter(|t| t.is_capital());
        let next_capital = next.is_some_and(|t| !t.is(Class::FUNCTION));
        // "State Department spokesman"
        if token.span.of(self.text) == "State" && next.is_some_and(|t| t.is(Class::GROUP)) {
            return false;
        }
        // "Credit Suisse First Boston"
        if token.span.of(self.text) == "First" && self.before == Tag::Name && next_capital && !self.title_case {
            return false;
        }
        // "the Institute for Near East Policy": inside a name that begins behind a small word.
        if class.contains(Class::PREP)
            && matches!(self.before, Tag::Prep | Tag::Det)
            && next_capital
            && !self.title_case
        {
            return false;
        }
        if class.intersects(Class::FUNCTION) && !class.intersects(Class::GIVEN | Class::MONTH) {
            // "the trust's IT team"
            let letters = token.shape.contains(Shape::ALL_CAPS)
                && token.span.len() == 2
                && !self.title_case
                && matches!(self.before, Tag::Genitive | Tag::Det | Tag::Poss | Tag::Adj)
                && next_word(tokens, i).is_some_and(|t| !t.shape.contains(Shape::ALL_CAPS));
            if letters {
                return false;
            }
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
        // "It was late. (Current models say so.)"
        let bracketed = i > 0
            && tokens[i - 1].kind == TokenKind::Open
            && (i == 1 || matches!(tokens[i - 2].kind, TokenKind::Stop | TokenKind::Double));
        let initial = i == 0 || opened || bracketed || tokens[i - 1].kind == TokenKind::Stop;
        if class.intersects(Class::MODAL | Class::MONTH) && class.contains(Class::GIVEN)
            || class.intersects(Class::MONTH)
        {
            return !next_capital && (initial || class.intersects(Class::MONTH))
                || (initial && class.contains(Class::MODAL) && !next_capital);
        }
        if initial || self.title_case {
            let known = class - Class::GIVEN - Class::MASCULINE - Class::FEMININE - Class::PLACE - Class::NATIONALITY;
            if class.is_empty() && !self.title_case && !next_capital {
                return self.is_unknown_plural(token);
            }
            if known.is_empty() || class.intersects(Class::HONORIFIC) {
                return false;
            }
            // "Bakers United said"
            if class.contains(Class::DERIVED) && next_capital && !self.title_case {
                return false;
            }
            // "TRUMP, at a meeting:": capitals before a comma, where the sentence does not go on in them.
            let shouted = |t: &Token| t.shape.contains(Shape::ALL_CAPS) && t.span.len() > 2;
            let label = shouted(token) && tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Comma);
            if i == 0 && label && !self.title_case && !tokens[i + 2..].iter().take(4).any(shouted) {
                return false;
            }
            // "Tore Berg said": no English sentence begins with a past tense alone, but for verbs of saying: "Said Berg".
            const PAST: Class = Class::VERB_PAST.union(Class::VERB);
            if known.contains(Class::VERB_PAST) && known.difference(PAST).is_empty() && next_capital && !self.title_case
            {
                return false;
            }
            if !self.title_case
                && (class.contains(Class::GIVEN) && next_capital || self.names.contains(token.span.of(self.text)))
            {
                return false;
            }
            let word = token.span.of(self.text);
            if !self.title_case && begins_body(word, class, &tokens[i + 1..]) {
                return false;
            }
            // "Senator Smith", "President Obama": part of the name phrase; "Report: …" is a noun either way.
            return !(class.intersects(Class::TITLE) && next_capital);
        }
        false
    }
}

/// *National Grid said*, *Wall Street*: a common word before a common word that has a capital, too, or an adjective before a word that no
/// list has, as no person is called *National Berg*; but *Regular Vi Berg*.
fn begins_body(word: &str, class: Class, behind: &[Token]) -> bool {
    const PERSONAL: Class = Class::GIVEN
        .union(Class::TITLE)
        .union(Class::ROLE)
        .union(Class::PERSON)
        .union(Class::PLURAL)
        .union(Class::TIME);
    const OF_PEOPLE: &[&str] =
        &["Former", "Late", "Young", "Old", "Poor", "Little", "Senior", "Retired", "Fellow", "Rival"];
    let Some(next) = behind.first().filter(|t| t.kind == TokenKind::Word && t.is_capital()) else { return false };
    // "Downing Street"
    if class.contains(Class::VERB_ING) && next.is(Class::GROUP) {
        return true;
    }
    let common = next.is(Class::NOUN | Class::FIRM)
        && !next.is(PERSONAL.union(Class::NATIONALITY).union(Class::PLACE).union(Class::FUNCTION));
    let kind = Class::ADJ | Class::NOUN | Class::NATIONALITY | Class::GROUP;
    let qualifies = class.contains(Class::ADJ) && !class.contains(Class::NATIONALITY) && !OF_PEOPLE.contains(&word);
    !class.intersects(PERSONAL)
        && (class.intersects(kind) && common
            || qualifies && is_unknown_name(next) && !behind.get(1).is_some_and(is_unknown_name))
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
