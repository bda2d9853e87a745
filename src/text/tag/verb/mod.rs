//! Which form of a verb a word is in its sentence, if it is one. What comes before it says whether a verb is wanted, what comes behind it
//! whether it has an object; a word that is a noun too is a verb only where both agree.

mod exceptions;
mod neighbours;

use super::{Tag, Tagger, may_be_nominal, next_word};
use crate::text::token::{Token, TokenKind};
use crate::words::Class;
use exceptions::EXCEPTIONS;

/// A word that may be a verb, and what its neighbours say of that.
struct Word<'t> {
    tagger: &'t Tagger<'t>,
    tokens: &'t [Token],
    i: usize,
    class: Class,
    /// The tag before, adverbs and marks passed over.
    before: Tag,
    /// It may be a noun.
    noun: bool,
    /// What follows can only be a verb's object.
    opens_object: bool,
}

/// The verb form of word `i`, which may have one; none where it is no verb.
pub(super) fn tag(tagger: &Tagger, tokens: &[Token], i: usize, class: Class) -> Option<Tag> {
    let noun = class.intersects(Class::NOUN | Class::ROLE | Class::PERSON | Class::TIME | Class::GROUP);
    let mut word = Word { tagger, tokens, i, class, before: tagger.before, noun, opens_object: false };
    word.opens_object = word.opens_object();
    if let Some(exception) = EXCEPTIONS.iter().find(|e| (e.is)(&word)) {
        return exception.tag;
    }
    if class.contains(Class::VERB) {
        if let Some(tag) = word.base() {
            return Some(tag);
        }
    }
    if class.contains(Class::VERB_S) {
        if word.is_said_last() {
            return Some(Tag::VerbS);
        }
        if word.is_plural_noun() {
            return None;
        }
        if word.is_third_person() {
            return Some(Tag::VerbS);
        }
    }
    if class.intersects(Class::VERB_PAST | Class::VERB_PART) && !(class.contains(Class::VERB) && noun) {
        return word.past();
    }
    if class.contains(Class::VERB_ING) { word.ing() } else { None }
}

impl Word<'_> {
    /// The base form or plain present, or a past tense spelt like it.
    fn base(&self) -> Option<Tag> {
        let (class, before, noun) = (self.class, self.before, self.noun);
        let before_plural = self.is_behind_plural();
        // "a snappy retort": one thing takes no plural verb
        let one_thing =
            || self.tagger.before_word.is_some_and(|b| b > 0 && matches!(self.at(b - 1), "a" | "an" | "A" | "An"));
        let verb = match before {
            Tag::To | Tag::Modal | Tag::Do => true,
            Tag::Pron | Tag::Wh | Tag::That => self.is_behind_pronoun(),
            Tag::Noun | Tag::Name | Tag::Num if before_plural => match noun {
                true => self.opens_object,
                false => !class.contains(Class::ADJ),
            },
            Tag::And => !noun || self.opens_object && !class.contains(Class::ADJ),
            Tag::Punct => (!noun || self.opens_object) && !class.contains(Class::ADJ),
            Tag::Noun if !class.contains(Class::VERB_PAST) && one_thing() => false,
            Tag::Noun | Tag::Name if class.contains(Class::VERB_PAST) => !noun || self.opens_object,
            Tag::Noun | Tag::Name => !noun && !class.contains(Class::ADJ),
            Tag::Verb | Tag::VerbS | Tag::VerbPast | Tag::VerbIng if !noun => !class.contains(Class::ADJ),
            _ => false,
        };
        let past = class.contains(Class::VERB_PAST) && !matches!(before, Tag::To | Tag::Modal | Tag::Do);
        verb.then_some(match before {
            Tag::Have | Tag::Be if class.contains(Class::VERB_PART) => Tag::VerbPart,
            _ if past && !before_plural && before != Tag::Pron => Tag::VerbPast,
            _ => Tag::Verb,
        })
    }

    /// *S, the council claims.*
    fn is_said_last(&self) -> bool {
        let shows = || self.word_before().is_some_and(|b| b.is(Class::DOCUMENT) && b.tag == Tag::Noun);
        (self.class.contains(Class::SPEECH_CUE) || shows()) && self.closes_sentence()
    }

    /// *The court rules*, where it is no plural noun.
    fn is_third_person(&self) -> bool {
        let (class, before, noun) = (self.class, self.before, self.noun);
        // "Berg calls people names"
        let calls = || {
            class.intersects(Class::CUE | Class::STANCE)
                && self.next(1).is_some_and(|t| t.is(Class::PLURAL) && t.is(Class::PERSON))
        };
        // "hiring UK stars to play": the object of a gerund
        let object = || {
            let name = self.tagger.before_word.filter(|&b| before == Tag::Name && b > 0);
            name.is_some_and(|b| self.tokens[b - 1].tag == Tag::VerbIng && !self.tokens[b - 1].is(Class::CUE))
        };
        match before {
            Tag::Name | Tag::And if calls() => true,
            Tag::Name | Tag::Noun | Tag::Punct | Tag::Num if noun => {
                self.opens_object && !(before == Tag::Punct && self.i == 0) && !object()
            }
            Tag::Pron | Tag::Wh | Tag::That => self.is_behind_pronoun(),
            Tag::Name | Tag::Noun | Tag::Punct | Tag::And | Tag::Num => !noun || self.opens_object,
            Tag::Adv => !noun,
            _ => false,
        }
    }

    /// A form in *-s* whose neighbours say that it is the plural of a noun.
    fn is_plural_noun(&self) -> bool {
        let (before, noun) = (self.before, self.noun);
        // "two men in vests came", "price monitors.": the verb is elsewhere.
        let next_ends = self.next(1).is_none_or(|t| {
            matches!(t.kind, TokenKind::Stop | TokenKind::Comma)
                || t.is(Class::BE | Class::HAVE | Class::MODAL)
                || t.is(Class::VERB_PAST) && !t.is(Class::ADJ)
        });
        let ends =
            before == Tag::Noun && next_ends && !self.opens_object && (noun || !self.class.contains(Class::SPEECH_CUE));
        // "cited derogatory comments Berg had made": a word that no table knows, alone behind a verb, qualifies.
        let unknown = |b: usize| self.tokens[b].class.is_empty() && !self.at(b).ends_with('s');
        let qualified = || {
            let qualifier = self.tagger.before_word.filter(|&b| noun && before == Tag::Noun && b > 0);
            qualifier.is_some_and(|b| unknown(b) && self.tokens[b - 1].tag.is_verb())
        };
        // "that engineers raised it": behind the conjunction stands a subject.
        let subject = before == Tag::That && !self.opens_object;
        // "remarks that were less surprising", "states that vote in May": the relative clause of a noun.
        ends || self.is_before_verb() || self.heads_relative() || qualified() || subject
    }

    /// *The election results also suggest*: the verb is behind the adverb.
    fn is_before_verb(&self) -> bool {
        let adverbs = self.tokens[self.i + 1..].iter().take_while(|t| t.is(Class::ADV) && !t.is(Class::DET)).count();
        let behind = self.next(1 + adverbs).filter(|_| self.noun && adverbs > 0);
        behind.is_some_and(|t| match self.before {
            Tag::Noun => t.is(Class::CUE | Class::STANCE) && t.is(Class::VERB) && !t.is(Class::NOUN | Class::VERB_PAST),
            // "Appeal Court judges also ruled"
            Tag::Name => t.is(Class::VERB_PAST) && !t.is(Class::NOUN | Class::ADJ),
            _ => false,
        })
    }

    /// The past tense or the participle, which may qualify a noun.
    fn past(&self) -> Option<Tag> {
        let (class, before, noun) = (self.class, self.before, self.noun);
        let part = class.contains(Class::VERB_PART);
        let next_nominal = next_word(self.tokens, self.i)
            .is_some_and(|t| may_be_nominal(t) && self.next(1).is_some_and(|n| n.kind == TokenKind::Word));
        let cue = class.contains(Class::CUE);
        let plural_next = || self.next(1).is_some_and(|t| t.is(Class::PLURAL) && !t.is_capital());
        // "Woods shot 67"
        let counted = || before == Tag::Name && self.next(1).is_some_and(|t| t.kind == TokenKind::Number);
        // "written by her", but "continued by saying", "stood by her"
        const NO_PASSIVE: &[&str] = &["stood", "stuck", "sat", "lived", "stopped", "arrived", "swung", "abided"];
        let by_agent = || {
            self.next(1).is_some_and(|t| t.span.of(self.tagger.text) == "by")
                && !NO_PASSIVE.contains(&self.at(self.i))
                && !self.next(2).is_some_and(|t| t.is(Class::VERB_ING) && t.is(Class::CUE))
        };
        match before {
            Tag::Have | Tag::Be if part => Some(Tag::VerbPart),
            Tag::Punct if part && self.i == 0 && begins_with_people(self.tokens) => Some(Tag::Adj),
            // "two armed raiders"
            Tag::Num if part && next_nominal && !cue && !noun => Some(Tag::Adj),
            Tag::Det | Tag::Poss | Tag::Genitive | Tag::Adj if !cue || part && next_nominal => {
                (!noun).then_some(Tag::Adj)
            }
            Tag::Prep if part && next_nominal => Some(Tag::Adj),
            // "said undecided voter Jane Roe", "include pledged delegates"
            Tag::VerbPast | Tag::VerbS | Tag::Verb if part && next_nominal && (!cue || plural_next()) => Some(Tag::Adj),
            Tag::Prep | Tag::To | Tag::Modal if noun => None,
            _ if noun
                && !self.opens_object
                && !counted()
                && !self.behind_full_name()
                && !self.behind_subject()
                && !class.contains(Class::SPEECH_CUE) =>
            {
                None
            }
            _ if !class.contains(Class::VERB_PAST) => Some(Tag::VerbPart),
            Tag::Noun | Tag::Name if part && by_agent() => Some(Tag::VerbPart),
            _ => Some(Tag::VerbPast),
        }
    }

    /// The -ing form, which may be a noun or qualify one.
    fn ing(&self) -> Option<Tag> {
        let (class, noun) = (self.class, self.noun);
        // "what is most telling to them"
        let degree = self.i > 0 && matches!(self.at(self.i - 1), "most" | "more" | "very" | "so" | "too");
        if degree && class.contains(Class::ADJ) {
            return None;
        }
        // "Shipping agents estimated": a noun behind it that has a verb of its own
        let modifies = self.i == 0
            && self.next(1).is_some_and(|t| t.is(Class::PLURAL | Class::ROLE) && !t.is_capital())
            && self.next(2).is_some_and(|t| t.is(Class::VERB_PAST | Class::BE | Class::HAVE | Class::MODAL));
        if modifies {
            return Some(Tag::Adj);
        }
        match self.before {
            Tag::Det | Tag::Poss | Tag::Genitive | Tag::Adj if noun || !self.opens_object => None,
            Tag::Noun | Tag::Name if noun && !self.opens_object => None,
            // "the 43-page ruling", "one banking analyst"
            Tag::Num if self.is_behind_measure() && !self.opens_object => None,
            Tag::Prep | Tag::Punct if noun && !self.opens_object && !class.contains(Class::CUE) => None,
            _ => Some(Tag::VerbIng),
        }
    }

    /// *43-page*, *one*: a number that tells what kind or that it is one thing, but not an age, whose bearer may do it.
    fn is_behind_measure(&self) -> bool {
        let number = self.i.checked_sub(1).map_or("", |b| self.at(b));
        number.contains('-') && !number.ends_with("-old") || number == "one"
    }
}

/// *Elected officials say*: behind the first word people in the plural, and then their verb or what hangs on them.
fn begins_with_people(tokens: &[Token]) -> bool {
    let [_, people, next, ..] = tokens else { return false };
    people.is(Class::PLURAL)
        && !people.is_capital()
        && next.kind == TokenKind::Word
        && next.is(Class::PREP | Class::BE | Class::HAVE | Class::MODAL | Class::CUE | Class::VERB_PAST)
}
