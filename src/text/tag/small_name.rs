//! Surnames that are small words or months: *Theresa May*, *Mr. Long*, *June said*. Names made of other words are told in the parent.

use super::{Tag, Tagger};
use crate::text::token::{Shape, Token, TokenKind};
use crate::words::Class;

/// What a small word must be to be a surname: *May*, *Long*, *Do*, *He*; never *of*, *and* or *the*.
const SMALL: Class = Class::MODAL.union(Class::ADV).union(Class::DO).union(Class::SUBJECT);

/// *Theresa May*, *Mr. Long*: a small word with a capital, straight behind a given name or an honorific.
pub(super) fn is_small_surname(before: &Token, token: &Token) -> bool {
    let capital = token.kind == TokenKind::Word && token.is_capital() && token.shape.contains(Shape::SPACED);
    capital
        && names_person(before)
        && token.is(SMALL)
        && !token.is(Class::FUNCTION.difference(SMALL))
        && token.span.len() > 1
}

impl Tagger<'_> {
    /// Whether a small word is a name here: behind a given name, as one that speaks, or as one that is a name elsewhere in the article
    /// and does not stand in the small word's own place.
    pub(super) fn is_small_name(&self, tokens: &[Token], i: usize) -> bool {
        let token = &tokens[i];
        let month = token.is(Class::MONTH) && token.is(Class::GIVEN);
        if self.title_case || !(month || token.is(SMALL)) {
            return false;
        }
        let next = tokens.get(i + 1);
        let speaks = next.is_some_and(may_report);
        // "June said", but "In June said"
        if month && speaks && self.before == Tag::Punct {
            return true;
        }
        let Some(before) = i.checked_sub(1).map(|b| &tokens[b]) else {
            return self.is_known(token) && is_subject(next);
        };
        let inside = matches!(before.kind, TokenKind::Word | TokenKind::Comma);
        let closed = matches!(before.kind, TokenKind::Double | TokenKind::Single | TokenKind::Comma);
        let ends = next.is_none_or(|t| matches!(t.kind, TokenKind::Stop | TokenKind::Comma));
        let alone = token.is(Class::MODAL | Class::ADV) && token.shape.contains(Shape::SPACED);
        // "Yin Myint May, 60,"
        let number = tokens.get(i + 2).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 2);
        let aged = ends && number && tokens.get(i + 3).is_some_and(|t| t.kind == TokenKind::Comma);
        let name = |t: &Token| t.kind == TokenKind::Word && t.is_capital() && !t.is(Class::FUNCTION | Class::TIME);
        let unknown = i >= 2 && name(before) && name(&tokens[i - 2]);
        is_small_surname(before, token)
            || token.is(Class::MONTH) && unknown && aged
            // "says Long Yongtu", "the designer So Jin"
            || inside && alone && !before.is_capital() && next.is_some_and(is_unknown_name)
            // "“Q,” Long said"
            || alone && speaks && closed
            // "“Q,” said Long."
            || alone && ends && self.quoted && before.is(Class::SPEECH_CUE) && self.before.is_verb()
            || self.is_known(token) && if inside { self.is_no_month(next) } else { is_subject(next) }
    }

    fn is_known(&self, token: &Token) -> bool {
        token.is(Class::MODAL | Class::ADV) && self.names.contains(token.span.of(self.text))
    }

    /// Not *in May*, *last May*, *May 2012*.
    fn is_no_month(&self, next: Option<&Token>) -> bool {
        !matches!(self.before, Tag::Prep | Tag::Adj | Tag::Det | Tag::Num)
            && next.is_none_or(|t| t.kind != TokenKind::Number)
    }
}

/// *May said*, *May's*, *May is*: behind the first word of a sentence stands what only a subject or an owner has.
fn is_subject(next: Option<&Token>) -> bool {
    const FINITE: Class = Class::VERB_PAST.union(Class::VERB_S).union(Class::HAVE).union(Class::MODAL).union(Class::BE);
    next.is_some_and(|t| t.kind == TokenKind::Suffix || t.is(FINITE) && !t.is_capital())
}

/// *Peter*, *Mr.*: what stands before a surname.
fn names_person(token: &Token) -> bool {
    token.is_capital() && token.is(Class::GIVEN | Class::HONORIFIC)
}

/// *said*, *warns*: a verb of saying by its form.
fn may_report(token: &Token) -> bool {
    token.is(Class::SPEECH_CUE) && token.is(Class::VERB_PAST | Class::VERB_S)
}

/// A capital word that no list has.
pub(super) fn is_unknown_name(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.is_capital() && token.class.is_empty()
}

/// *Peter Day*, *Day said*, *said Day*: a word of time with a capital, behind a given name or as one that speaks.
pub(super) fn is_time_surname(tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let before = i.checked_sub(1).map(|b| &tokens[b]);
    if !token.is(Class::TIME) || token.is(Class::DAY | Class::MONTH) || !token.is_capital() {
        return false;
    }
    let alone = before
        .is_none_or(|b| b.kind != TokenKind::Word || !b.is_capital() && !b.is(Class::DET | Class::PREP | Class::ADJ));
    let speaks = alone && tokens.get(i + 1).is_some_and(may_report);
    speaks || before.is_some_and(|b| names_person(b) || may_report(b))
}
