//! Takes names apart: which words of a noun phrase are the person's name, which are title, office or outlet. Who the person is, is
//! decided in `attribution`.

use std::ops::Range;

use crate::text::{Tag, Text, TokenKind, nickname_end};
use crate::words::{self, Class};

/// The capitalised name that heads the noun phrase in `range`, with an honorific (*Mr. Putin*) but without titles and offices.
pub(crate) fn name_in(text: &Text, range: Range<usize>, head: usize) -> Option<Range<usize>> {
    let token = |i: usize| &text.tokens[i];
    let in_name = |i: usize| {
        let t = token(i);
        t.tag == Tag::Name || t.kind == TokenKind::Word && t.is(Class::SUFFIX) && t.is_capital()
    };
    if !in_name(head) {
        return None;
    }
    let mut start = head;
    while start > range.start {
        if let Some(given) = before_nickname(text, start).filter(|&given| given >= range.start) {
            start = given;
            continue;
        }
        let before = start - 1;
        // "Crumble & Daw": a firm, of whose name this is the last half.
        if token(before).tag == Tag::And && token(before).kind == TokenKind::Symbol {
            return None;
        }
        let particle = token(before).is(Class::PARTICLE) && before > range.start && in_name(before - 1);
        if !(in_name(before) || particle) {
            break;
        }
        start = before;
    }
    // "Toronto-listed Harrow Lake": an adjective
    let compound = |i: usize| {
        text.word(i)
            .rsplit_once('-')
            .is_some_and(|(first, tail)| first.len() > 3 && tail.len() > 3 && tail.starts_with(char::is_lowercase))
    };
    start += (start < head && compound(start)) as usize;
    // “Dear Miss Berg”
    start += (start < head && text.word(start).eq_ignore_ascii_case("dear")) as usize;
    let mut end = head + 1;
    while end < range.end && in_name(end) {
        end += 1;
    }
    // What stands before the person: the last title, office, outlet or nationality of the run.
    for i in (start..end.saturating_sub(1)).rev() {
        let t = token(i);
        let office = t.is(Class::TITLE | Class::ROLE | Class::GROUP | Class::NATIONALITY | Class::TITLE_PHRASE)
            && !t.is(Class::HONORIFIC);
        if office && !(t.is(Class::GIVEN) && !t.is(Class::TITLE)) {
            // "the Democratic Front", "Network Rail": a body, as a common noun is no surname; "General Motors": no office.
            let last = token(i + 1);
            let common = if t.is(Class::NATIONALITY | Class::GROUP) {
                Class::NOUN | Class::FIRM
            } else if t.shape.contains(crate::text::Shape::ABBREVIATION) {
                Class::empty()
            } else {
                Class::FIRM
            };
            if i + 2 == end && last.is(common) && !last.is(Class::GIVEN) {
                return None;
            }
            start = i + 1;
            break;
        }
    }
    // "Ambassador to the United Nations Ines Varga", "to Cyprus Ines Varga": a body or a place, and who is sent there.
    let sent = end.checked_sub(2).filter(|&g| g > start && token(g).is(Class::GIVEN) && !token(g).is(Class::PLACE));
    if let Some(given) = sent {
        const ELSEWHERE: Class = Class::PLACE.union(Class::NATIONALITY).union(Class::GROUP).union(Class::FIRM);
        const THING: Class = ELSEWHERE.union(Class::OUTLET).union(Class::NOUN);
        let elsewhere = token(given - 1).is(ELSEWHERE) && !token(given - 1).is(Class::GIVEN)
            || start > range.start && token(start - 1).is(Class::DET);
        if elsewhere && !token(given + 1).is(THING) && !token(start).is(Class::GIVEN | Class::HONORIFIC) {
            start = given;
        }
    }
    // "Ambassador to Cyprus Stanislav Osadchy": two words that no list has behind an office and a place.
    let unknown = |i: usize| token(i).class.difference(Class::GIVEN | Class::MASCULINE | Class::FEMININE).is_empty();
    let place = end - start == 3 && token(start).is(Class::PLACE) && !token(start).is(Class::GIVEN);
    let behind_office =
        || start >= 2 && token(start - 1).tag == Tag::Prep && token(start - 2).is(Class::TITLE | Class::ROLE);
    start += (place && behind_office() && unknown(start + 1) && unknown(start + 2)) as usize;
    // "Dairyman Ed Kroll": a noun at the start of a sentence before a given name
    let title = end - start >= 3
        && token(start).shape.contains(crate::text::Shape::INITIAL)
        && !token(start).is(Class::GIVEN | Class::HONORIFIC)
        && token(start + 1).is(Class::GIVEN);
    start += title as usize;
    // "LHP Omar Teague": letters that stand for what he is.
    let letters = token(start).shape.contains(crate::text::Shape::ALL_CAPS) && token(start).span.len() <= 4;
    start +=
        (end - start >= 3 && letters && token(start + 1).is(Class::GIVEN) && !token(start).is(Class::GIVEN)) as usize;
    // "Night Nurse Anna Berg": common nouns with capitals before a given name are what she is.
    if let Some(given) = (start + 1..end.saturating_sub(1)).find(|&i| token(i).is(Class::GIVEN)) {
        let common = |i: usize| token(i).is(Class::NOUN | Class::ROLE) && !token(i).is(Class::GIVEN | Class::HONORIFIC);
        if (start..given).all(common) {
            start = given;
        }
    }
    // "Leader of the Opposition", "Father of Two", "Ambassador to Cyprus"
    let office = end - start == 1
        && token(start).is(Class::TITLE | Class::ROLE | Class::HONORIFIC)
        && !token(start).is(Class::GIVEN)
        && text.tokens.get(end).is_some_and(|t| matches!(t.span.of(text.src), "of" | "to" | "for"));
    // "the Greens", "the Austrian", "This Is My Face": with an article or an owner before it, no person's name.
    let owned = |t: &crate::text::Token| t.is(Class::POSS) && t.is_capital();
    let article = start > range.start
        && (token(start - 1).is(Class::DET) || owned(token(start - 1)))
        && token(start - 1).tag != Tag::Name
        && !token(start).is(Class::HONORIFIC);
    // "the Irish Reptile Rescue": a body, unlike "the Irish Ines Varga".
    let national = start >= range.start + 2
        && token(start - 1).is(Class::NATIONALITY)
        && token(start - 2).is(Class::DET)
        && end - start >= 2
        && !token(start).is(Class::GIVEN | Class::HONORIFIC);
    // "Permanent Representative", "Special Agent": an office in words that every list has.
    let known = Class::ADJ | Class::NOUN | Class::GROUP | Class::FIRM | Class::NATIONALITY;
    let titled = end - start >= 2
        && token(end - 1).is(Class::TITLE | Class::ROLE)
        && (start..end).all(|i| !token(i).is(Class::GIVEN | Class::HONORIFIC))
        && (start..end - 1).all(|i| token(i).is(known));
    // "Christie's said": a house by the name of its founder.
    let house = end - start == 1
        && matches!(text.tokens.get(end..end + 2), Some([owner, verb]) if owner.tag == Tag::Genitive
            && matches!(verb.tag, Tag::VerbPast | Tag::VerbS) && verb.is(Class::SPEECH_CUE));
    (start < end && !office && !article && !national && !titled && !house).then_some(start..end)
}

/// The given name before the nickname that ends before token `surname`: *Joseph “Joe” Marsh*.
pub(crate) fn before_nickname(text: &Text, surname: usize) -> Option<usize> {
    let open = (surname.saturating_sub(5)..surname.saturating_sub(2)).rev();
    let close = text.tokens[surname.checked_sub(1)?].kind;
    if !matches!(close, TokenKind::Double | TokenKind::Single) {
        return None;
    }
    open.filter(|&o| text.tokens[o].kind == close)
        .find(|&o| nickname_end(&text.tokens, o) == Some(surname))?
        .checked_sub(1)
}

/// *MPs*, *CEOs*: more than one of what letters stand for.
fn is_plural_of_letters(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|w| w.len() >= 2 && w.bytes().all(|b| b.is_ascii_uppercase()))
}

/// *radio station Ekho*, *the metalworkers' union Verkstad*: whether the noun before a name says that it is a body's.
pub(crate) fn is_behind_body(text: &Text, name: &Range<usize>, phrase: usize) -> bool {
    let Some(noun) = name.start.checked_sub(1).filter(|&n| n >= phrase).map(|n| &text.tokens[n]) else { return false };
    let person = text.tokens[name.start].is(Class::GIVEN | Class::HONORIFIC);
    let body = noun.is(Class::GROUP | Class::OUTLET) && !noun.is(Class::ROLE | Class::PERSON | Class::TITLE);
    noun.tag == Tag::Noun && !noun.is_capital() && body && !person
}

/// *Titan Concrete*: no given name, and a common word.
pub(crate) fn is_firm_name(text: &Text, name: &Range<usize>) -> bool {
    let tokens = &text.tokens[name.clone()];
    !tokens[0].is(Class::GIVEN | Class::HONORIFIC | Class::TITLE)
        && tokens.iter().any(|t| t.is(Class::NOUN | Class::ADJ) && !t.is(Class::GIVEN))
}

/// Whether a name is that of a body, a place or an outlet rather than a person's.
pub(crate) fn is_group_name(text: &Text, name: &Range<usize>) -> bool {
    let tokens = &text.tokens[name.clone()];
    if tokens.len() == 1 {
        let t = &tokens[0];
        return words::is_party_tag(t.span.of(text.src))
            || t.is(Class::PLACE | Class::NATIONALITY | Class::GROUP | Class::OUTLET)
            || t.shape.contains(crate::text::Shape::ALL_CAPS) && t.span.len() <= 5 && !t.is(Class::GIVEN)
            || is_plural_of_letters(t.span.of(text.src));
    }
    // "Lenny Fox"
    if let [given, surname] = tokens {
        let person = given.is(Class::GIVEN) && !given.is(Class::ADJ | Class::PLACE | Class::NATIONALITY | Class::NOUN);
        if person && surname.is(Class::OUTLET) && !surname.shape.contains(crate::text::Shape::ALL_CAPS) {
            return false;
        }
    }
    // "North Korea", "New Delhi"
    let direction = matches!(tokens[0].span.of(text.src), "North" | "South" | "East" | "West" | "New" | "Capitol");
    tokens.iter().any(|t| t.is(Class::GROUP | Class::OUTLET) && !t.is(Class::GIVEN))
        || direction && tokens.len() == 2
        || matches!(tokens[0].span.of(text.src), "USS" | "HMS" | "HMCS" | "HMAS" | "RMS" | "MV" | "SS" | "MS")
        || tokens.last().is_some_and(|t| t.is(Class::FIRM))
            && !tokens[0].is(Class::GIVEN | Class::HONORIFIC | Class::TITLE)
        || tokens.iter().all(|t| t.is(Class::PLACE | Class::NATIONALITY) && !t.is(Class::GIVEN))
}
