//! Nouns, adjectives and verbs: what the word table allows, decided by the neighbours.

use super::{Tag, Tagger, may_be_nominal, next_word};
use crate::text::token::{Shape, Token, TokenKind};
use crate::words::Class;

impl Tagger<'_> {
    /// Nouns, adjectives, adverbs and verbs.
    pub(super) fn open(&self, tokens: &[Token], i: usize, class: Class) -> Tag {
        let next = tokens.get(i + 1);
        if class.intersects(Class::ANY_VERB) {
            if let Some(tag) = self.verb(tokens, i, class) {
                return tag;
            }
        }
        // "the local's president"
        if class.contains(Class::ADJ) && next.is_some_and(|t| t.kind == TokenKind::Suffix) && self.before == Tag::Det {
            return Tag::Noun;
        }
        // "the law firm Linklaters", "the central bank chief Ines Varga", "chief of the division"
        if class.contains(Class::ADJ | Class::ROLE) && next.is_some_and(|t| t.span.of(self.text) == "of") {
            return Tag::Noun;
        }
        if class.contains(Class::ADJ)
            && class.intersects(Class::GROUP | Class::ROLE)
            && self.before == Tag::Noun
            && next.is_some_and(|t| t.kind == TokenKind::Word && t.is_capital() && !self.title_case)
        {
            return Tag::Noun;
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
        // "Sources close to the talks"
        let word = |n: usize| tokens.get(n).map_or("", |t| t.span.of(self.text));
        let people = || self.before_word.is_some_and(|b| tokens[b].is(Class::PLURAL) && tokens[b].tag != Tag::Pron);
        if word(i) == "close"
            && people()
            && word(i + 1) == "to"
            && tokens.get(i + 2).is_some_and(|t| t.is(Class::DET | Class::POSS) || t.is_capital())
        {
            return Some(Tag::Adj);
        }
        let noun = class.intersects(Class::NOUN | Class::ROLE | Class::PERSON | Class::TIME | Class::GROUP);
        let opens_object = self.opens_object(tokens, i);
        let before = self.before;
        // "the estimated 11 million", "400 pledged delegates", "the most telling sign"
        let attributive = class.contains(Class::ADJ)
            && tokens.get(i + 1).is_some_and(|n| {
                n.kind == TokenKind::Number || n.kind == TokenKind::Word && may_be_nominal(n) && !n.is_capital()
            });
        let noun_begins =
            matches!(before, Tag::Det | Tag::Num | Tag::Poss | Tag::Genitive | Tag::Adj | Tag::Prep | Tag::That);
        if attributive && noun_begins {
            return None;
        }
        // "state Sen. Olaf Lund", "“Q,” retired Air Force general Olaf Lund said", "“Q,” acting mayor Olaf Lund said"
        let titles = tokens[i + 1..].iter().take(3);
        let behind_mark = i > 0 && tokens[i - 1].kind == TokenKind::Double;
        let nominal = matches!(before, Tag::Punct | Tag::VerbPast | Tag::VerbS | Tag::Prep | Tag::And | Tag::Genitive);
        if noun
            && nominal
            && tokens.get(i + 1).is_some_and(|t| t.is(Class::TITLE) && t.is_capital() && !t.is(Class::GIVEN))
            || (behind_mark || before == Tag::Det && word(i) == "acting")
                && class.intersects(Class::VERB_PART | Class::VERB_ING)
                && !class.contains(Class::CUE)
                && titles.take_while(|t| t.kind == TokenKind::Word).any(|t| t.is(Class::TITLE | Class::ROLE))
        {
            return if noun { None } else { Some(Tag::Adj) };
        }
        // "Ines Varga, associate media director at", "senior research associate at", "founding director of"
        let nominal_next = || tokens.get(i + 1).is_some_and(|t| may_be_nominal(t) && !t.is_capital());
        let modifies = matches!(before, Tag::Punct | Tag::Det | Tag::Prep | Tag::VerbPast) && nominal_next();
        let hangs = matches!(before, Tag::Noun | Tag::Adj) && tokens.get(i + 1).is_some_and(|t| t.is(Class::PREP));
        match word(i) {
            "associate" if modifies || hangs => return None,
            "founding" if modifies => return Some(Tag::Adj),
            // "defending champion Ines Varga"
            "defending" | "reigning" | "visiting" | "retiring" | "incoming" | "outgoing"
                if !matches!(before, Tag::Be | Tag::Have) && begins_with_person(&tokens[i..]) =>
            {
                return Some(Tag::Adj);
            }
            _ => {}
        }
        // "Oslo News anchor Ines Varga"
        let given = tokens.get(i + 1).is_some_and(|t| t.is_capital() && t.is(Class::GIVEN) && !self.title_case);
        if class.contains(Class::ROLE | Class::VERB) && matches!(before, Tag::Noun | Tag::Name) && given {
            return None;
        }
        // "Retired surgeon Ines Varga said", "one guest, syndicated radio host Ines Varga"
        let part = class.contains(Class::VERB_PART) && !class.contains(Class::CUE);
        if before == Tag::Punct && part && begins_with_person(&tokens[i..]) {
            return Some(Tag::Adj);
        }
        // "the rights group Oslo Watch", but "voters trust Berg"
        let named = tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word && t.is_capital() && !self.title_case);
        let somebody = || self.before_word.is_some_and(|b| tokens[b].is(Class::PERSON | Class::ROLE));
        if class.contains(Class::GROUP | Class::VERB) && before == Tag::Noun && named && !somebody() {
            return None;
        }
        // "premium brands of the firm"
        if noun
            && class.contains(Class::VERB_S)
            && !class.contains(Class::CUE)
            && word(i + 1) == "of"
            && before == Tag::Noun
        {
            return None;
        }
        let one = self.before_word.is_some_and(|b| tokens[b].span.of(self.text).eq_ignore_ascii_case("one"));
        // "a 2012 audit"
        let dated = before == Tag::Num && self.before_word.is_some_and(|b| b > 0 && tokens[b - 1].tag == Tag::Det);
        if dated && class.contains(Class::VERB) && (noun || !self.opens_object(tokens, i)) {
            return None;
        }
        // "Berg and Lund call"
        let coordinated = self.before_word.is_some_and(|b| {
            b >= 2
                && tokens[b].tag == Tag::Name
                && tokens[b - 1].tag == Tag::And
                && tokens[b - 1].kind == TokenKind::Word
                && tokens[b - 2].tag == Tag::Name
        });
        let before_plural = before == Tag::Num && !one
            || coordinated
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
            let shows = self.before_word.is_some_and(|b| tokens[b].is(Class::DOCUMENT) && tokens[b].tag == Tag::Noun);
            if (shows || class.contains(Class::SPEECH_CUE)) && self.closes_sentence(tokens, i) {
                return Some(Tag::VerbS);
            }
            // "two men in vests came", "price monitors.": a plural noun, since the verb is elsewhere.
            let next_ends = tokens.get(i + 1).is_none_or(|t| {
                matches!(t.kind, TokenKind::Stop | TokenKind::Comma)
                    || t.is(Class::BE | Class::HAVE | Class::MODAL)
                    || t.is(Class::VERB_PAST) && !t.is(Class::ADJ)
            });
            if before == Tag::Noun && next_ends && !opens_object && (noun || !class.contains(Class::SPEECH_CUE)) {
                return None;
            }
            // "The election results also suggest": the verb is behind the adverb.
            let adverbs = tokens[i + 1..].iter().take_while(|t| t.is(Class::ADV) && !t.is(Class::DET)).count();
            let verb_behind = tokens.get(i + 1 + adverbs).is_some_and(|t| {
                t.is(Class::CUE | Class::STANCE) && t.is(Class::VERB) && !t.is(Class::NOUN | Class::VERB_PAST)
            });
            // "Appeal Court judges also ruled"
            let past_behind =
                tokens.get(i + 1 + adverbs).is_some_and(|t| t.is(Class::VERB_PAST) && !t.is(Class::NOUN | Class::ADJ));
            if (before == Tag::Noun && verb_behind || before == Tag::Name && past_behind) && noun && adverbs > 0 {
                return None;
            }
            // "remarks that were less surprising", "states that vote in May": the relative clause of a noun.
            if self.heads_relative(tokens, i) {
                return None;
            }
            // "cited derogatory comments Berg had made": a word that no table knows, alone behind a verb, qualifies.
            let unknown = |b: usize| tokens[b].class.is_empty() && !tokens[b].span.of(self.text).ends_with('s');
            if noun
                && before == Tag::Noun
                && self.before_word.is_some_and(|b| b > 0 && unknown(b) && tokens[b - 1].tag.is_verb())
            {
                return None;
            }
            // "that engineers raised it": behind the conjunction stands a subject.
            if before == Tag::That && !opens_object {
                return None;
            }
            let verb = match before {
                // "Berg calls people names"
                Tag::Name | Tag::And
                    if class.intersects(Class::CUE | Class::STANCE)
                        && tokens.get(i + 1).is_some_and(|t| t.is(Class::PLURAL) && t.is(Class::PERSON)) =>
                {
                    true
                }
                // "hiring UK stars to play": the object of a gerund
                Tag::Name | Tag::Noun | Tag::Punct | Tag::Num if noun => {
                    let object = self
                        .before_word
                        .filter(|_| before == Tag::Name)
                        .is_some_and(|b| b > 0 && tokens[b - 1].tag == Tag::VerbIng && !tokens[b - 1].is(Class::CUE));
                    opens_object && !(before == Tag::Punct && i == 0) && !object
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
                // "Elected officials say": a sentence that begins with people, not with a verb
                Tag::Punct if part && i == 0 && begins_with_people(tokens) => Some(Tag::Adj),
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
                // "include pledged delegates"
                Tag::VerbPast | Tag::VerbS | Tag::Verb
                    if part
                        && next_nominal
                        && (!class.contains(Class::CUE)
                            || tokens.get(i + 1).is_some_and(|t| t.is(Class::PLURAL) && !t.is_capital())) =>
                {
                    Some(Tag::Adj)
                }
                Tag::Prep | Tag::To | Tag::Modal if noun => None,
                // "Woods shot 67"
                _ if noun
                    && !opens_object
                    && !(before == Tag::Name && tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number))
                    && !self.behind_full_name(tokens)
                    && !self.behind_subject(tokens)
                    && !class.contains(Class::SPEECH_CUE) =>
                {
                    None
                }
                _ if !class.contains(Class::VERB_PAST) => Some(Tag::VerbPart),
                // "written by her", but "continued by saying"
                Tag::Noun | Tag::Name
                    if part
                        && tokens.get(i + 1).is_some_and(|t| t.span.of(self.text) == "by")
                        && !tokens.get(i + 2).is_some_and(|t| t.is(Class::VERB_ING) && t.is(Class::CUE)) =>
                {
                    Some(Tag::VerbPart)
                }
                _ => Some(Tag::VerbPast),
            };
        }
        if class.contains(Class::VERB_ING) {
            // "what is most telling to them"
            let degree = i > 0 && matches!(tokens[i - 1].span.of(self.text), "most" | "more" | "very" | "so" | "too");
            if degree && class.contains(Class::ADJ) {
                return None;
            }
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

    /// *The turnout is low, the city council claims.*, *“Q,” the report finds.*: one that speaks stands alone behind a comma, and the
    /// sentence ends with the verb.
    fn closes_sentence(&self, tokens: &[Token], i: usize) -> bool {
        const LONGEST: usize = 5; // words before the head of the subject
        let Some(head) = self.before_word.filter(|&b| b + 1 == i) else { return false };
        let names = tokens[head].tag == Tag::Name;
        let speaks = names
            || tokens[head].tag == Tag::Noun
                && tokens[head].is(Class::GROUP | Class::ROLE | Class::PERSON | Class::DOCUMENT)
                && !tokens[head].is(Class::PLURAL);
        let inside = |t: &&Token| matches!(t.tag, Tag::Noun | Tag::Name | Tag::Adj | Tag::Num);
        let before = tokens[..head].iter().rev().take(LONGEST).take_while(inside).count();
        let determined = head > before && tokens[head - before - 1].is(Class::DET);
        let first = head - before - determined as usize;
        let comma = match &tokens[..first] {
            [.., last] if last.kind == TokenKind::Comma => true,
            [.., last, mark] => {
                last.kind == TokenKind::Comma && matches!(mark.kind, TokenKind::Double | TokenKind::Single)
            }
            _ => false,
        };
        tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Stop) && speaks && (names || determined) && comma
    }

    /// *The leather, Berg reports, is fine*: nothing but a name stands between the word and the comma before it.
    fn is_aside(&self, tokens: &[Token], i: usize) -> bool {
        let names = tokens[..i].iter().rev().take_while(|t| t.tag == Tag::Name).count();
        let comma = i.checked_sub(names + 1).filter(|_| names > 0).map(|c| tokens[c].kind);
        comma == Some(TokenKind::Comma) && tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Comma)
    }

    /// *They left in May*: a pronoun that is a subject and nothing else wants a verb.
    fn behind_subject(&self, tokens: &[Token]) -> bool {
        self.before == Tag::Pron
            && self.before_word.is_some_and(|b| tokens[b].is(Class::SUBJECT) && !tokens[b].is(Class::OBJECT))
    }

    /// *Ingrid Berg left microphones*, *Mr. Berg left*: a surname behind its given name wants a verb.
    fn behind_full_name(&self, tokens: &[Token]) -> bool {
        self.before == Tag::Name
            && self.before_word.is_some_and(|b| {
                // "Anna T. Berg set a date"
                let initial = |t: &Token| t.shape.contains(Shape::ABBREVIATION) && t.span.len() == 2;
                b > 0
                    && tokens[b - 1].is_capital()
                    && (tokens[b - 1].is(Class::GIVEN | Class::HONORIFIC) || initial(&tokens[b - 1]))
            })
    }

    /// Whether *that* and a verb which can have only a plural subject stand behind a form in *-s*, which is then a plural noun.
    fn heads_relative(&self, tokens: &[Token], i: usize) -> bool {
        let [that, verb, rest @ ..] = &tokens[(i + 1).min(tokens.len())..] else { return false };
        let auxiliary = matches!(verb.span.of(self.text), "are" | "were" | "have" | "do");
        let plural = auxiliary || verb.is(Class::VERB) && !verb.is(Class::VERB_S) && !verb.is_capital();
        let noun = verb.is(Class::NOUN | Class::ADJ | Class::ROLE | Class::PERSON | Class::PLURAL);
        // "states that vote in May", against "claims that support for her fell"
        let state = tokens[i].span.of(self.text) == "states";
        let goes_on = rest.first().is_some_and(|t| t.is(Class::DET | Class::PREP | Class::TO | Class::ADV));
        that.is(Class::THAT) && plural && (!noun || state && goes_on)
    }

    /// *stops breathing*, *keeps talking*: a verb of beginning or ending, which takes a gerund.
    fn governs_gerund(&self, token: &Token) -> bool {
        let word = token.span.of(self.text);
        ["stop", "start", "keep", "begin", "quit", "avoid", "finish"]
            .iter()
            .any(|v| word.strip_prefix(v).is_some_and(|rest| matches!(rest, "s" | "es" | "" | "ed" | "ped")))
    }

    /// Whether what follows can only be a verb's object, complement or adverbial: a determiner, a pronoun, *that*, *to*, a name.
    fn opens_object(&self, tokens: &[Token], i: usize) -> bool {
        let Some(next) = tokens.get(i + 1) else { return false };
        match next.kind {
            TokenKind::Word => {
                next.is(Class::DET | Class::POSS | Class::THAT | Class::OBJECT | Class::SUBJECT | Class::WH | Class::TO)
                    || next.is(Class::ADV) && !next.is(Class::PREP)
                    || next.is_capital() && !self.title_case && !next.is(Class::DAY | Class::MONTH)
                    || next.is(Class::VERB_ING) && self.governs_gerund(&tokens[i])
                    || next.is(Class::PREP)
                        && tokens[i].is(Class::CUE)
                        && !next.is_capital()
                        && !matches!(
                            next.span.of(self.text),
                            "of" | "for" | "from" | "by" | "about" | "against" | "in" | "on" | "with" | "as"
                        )
            }
            TokenKind::Double | TokenKind::Single => {
                tokens[i].is(Class::CUE | Class::STANCE) && next.shape.contains(Shape::SPACED)
            }
            TokenKind::Number => tokens[i].is(Class::CUE),
            // “Q,” a voice in the ad states.
            // S, analysts say.
            TokenKind::Stop | TokenKind::Comma if tokens[i].is(Class::SPEECH_CUE) => {
                // "The trust's statement read, “Q”"
                let marks = (tokens[i].is(Class::VERB_ING) || tokens[i].span.of(self.text) == "read")
                    && tokens.get(i + 2).is_some_and(|t| matches!(t.kind, TokenKind::Double | TokenKind::Single));
                let plain = !tokens[i].class.contains(Class::VERB_S) || self.is_aside(tokens, i);
                self.quoted || marks || self.comma && plain
            }
            TokenKind::Comma | TokenKind::Colon => {
                tokens[i].is(Class::SPEECH_CUE)
                    && tokens.get(i + 2).is_some_and(|t| matches!(t.kind, TokenKind::Double | TokenKind::Single))
            }
            _ => false,
        }
    }
}

/// *Retired radio host Ines Varga*: behind the first word a role and straight behind it a name.
fn begins_with_person(tokens: &[Token]) -> bool {
    const LONGEST: usize = 4; // words before the name
    let small = |t: &&Token| t.kind == TokenKind::Word && !t.is_capital() && !t.is(Class::FUNCTION);
    let words = tokens.iter().skip(1).take(LONGEST).take_while(small).count();
    words > 0
        && tokens[words].is(Class::ROLE)
        && !tokens[words].is(Class::PLURAL)
        && tokens.get(words + 1).is_some_and(|t| t.kind == TokenKind::Word && t.is_capital() && t.is(Class::GIVEN))
}

/// *Elected officials say*: behind the first word people in the plural, and then their verb or what hangs on them.
fn begins_with_people(tokens: &[Token]) -> bool {
    let [_, people, next, ..] = tokens else { return false };
    people.is(Class::PLURAL)
        && !people.is_capital()
        && next.kind == TokenKind::Word
        && next.is(Class::PREP | Class::BE | Class::HAVE | Class::MODAL | Class::CUE | Class::VERB_PAST)
}
