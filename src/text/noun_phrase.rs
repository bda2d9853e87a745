//! The noun phrase up to its head, nicknames inside it, and the phrases that only say when: *the former chairman*, *Joseph “Joe” Marsh*,
//! *late Thursday*. What goes around them is chunked in `chunk`.

use super::chunk::{Chunk, ChunkKind, is_one_of, nominal_follows};
use super::joins::joins_firm;
use super::tag::Tag;
use super::token::{Shape, Token, TokenKind};
use crate::words::Class;

/// The noun phrase that begins with token `start` and ends before `end`.
pub(super) fn noun_phrase(text: &str, tokens: &[Token], start: usize, end: usize) -> Chunk {
    if tokens[start].tag == Tag::Pron {
        return Chunk::new(ChunkKind::Np, start, start + 1);
    }
    if let Some(time) = time_phrase(text, tokens, start, end) {
        return time;
    }
    let mut i = start;
    let mut head = None;
    while i < end {
        let token = &tokens[i];
        let previous = i.checked_sub(1).filter(|_| i > start).map(|p| &tokens[p]);
        let after_genitive = previous.is_some_and(|p| p.tag == Tag::Genitive);
        let spaced_mark = matches!(token.kind, TokenKind::Double | TokenKind::Single) && token.tag != Tag::Genitive;
        if spaced_mark {
            match nickname_end(tokens, i).filter(|&n| n < end && head == Some(i - 1) && tokens[n].tag == Tag::Name) {
                Some(surname) => i = surname,
                None => break,
            }
            continue;
        }
        match token.tag {
            Tag::Noun | Tag::Name => {
                // A day after a head begins a time phrase: "reporters Tuesday".
                if head.is_some() && !after_genitive && token.is(Class::DAY) {
                    break;
                }
                let behind_noun = head.is_some_and(|h| h + 1 == i && tokens[h].tag == Tag::Noun);
                if behind_noun
                    && (begins_relative(text, tokens, start, i, end) || follows_hearer(text, tokens, start, i, end))
                {
                    break;
                }
                head = Some(i);
            }
            Tag::Num => {
                // "Article 4" is one name; "reporters 62" are two things.
                if head.is_some()
                    && previous.is_some_and(|p| p.tag == Tag::Noun && !p.is(Class::MONTH) && !p.is_capital())
                    && !after_genitive
                {
                    break;
                }
                head = head.or(Some(i)).filter(|&h| h != i).or(Some(i));
            }
            Tag::Adj => {
                // "Berg last night vowed to go"
                if head.is_some()
                    && is_one_of(text, token, &["last", "next", "late", "early", "earlier"])
                    && time_phrase(text, tokens, i, end).is_some()
                {
                    break;
                }
                // "deputy chief doctor"
                let deputy =
                    head.is_some_and(|h| is_one_of(text, &tokens[h], &["deputy", "assistant", "associate", "vice"]));
                // "Oslo Merchant bank senior economist Ines Varga"
                let ranked = head.is_some_and(|h| tokens[h].is(Class::GROUP))
                    && is_one_of(text, token, &["chief", "senior", "deputy", "assistant", "executive"])
                    && tokens[i + 1..end.max(i + 1)].first().is_some_and(|t| t.is(Class::ROLE) && !t.is(Class::PLURAL));
                if head.is_some()
                    && !after_genitive
                    && !ranked
                    && !(deputy && nominal_follows(tokens, i, end))
                    && !previous.is_some_and(|p| matches!(p.tag, Tag::Num | Tag::Det))
                    && !(previous.is_some_and(|p| p.tag == Tag::Name) && nominal_follows(tokens, i, end))
                {
                    break;
                }
            }
            Tag::Det | Tag::Poss => {
                // "three other delegates"
                let counted =
                    previous.is_some_and(|p| p.tag == Tag::Num) && is_one_of(text, token, &["other", "more", "such"]);
                let fresh = counted
                    || head.is_none()
                        && previous.is_none_or(|p| p.is(Class::DET) && !matches!(p.tag, Tag::Noun | Tag::Name));
                if !fresh {
                    break;
                }
            }
            Tag::Genitive => {
                if head.is_none() {
                    break;
                }
            }
            Tag::Adv if head.is_none() && i > start && nominal_follows(tokens, i, end) => {}
            // "the one with the fan"
            Tag::Pron
                if head.is_none()
                    && previous.is_some_and(|p| p.tag == Tag::Det)
                    && is_one_of(text, token, &["one", "ones"]) =>
            {
                head = Some(i);
            }
            // "Marks & Spencer", "Marks and Co": one name
            Tag::And
                if joins_firm(text, tokens, i)
                    && previous.is_some_and(|p| p.tag == Tag::Name)
                    && tokens.get(i + 1).is_some_and(|t| t.tag == Tag::Name && i + 1 < end) => {}
            // "the bespectacled, 71-year-old engineer"
            Tag::Punct
                if head.is_none()
                    && token.kind == TokenKind::Comma
                    && previous.is_some_and(|p| p.tag == Tag::Adj)
                    && matches!(tokens[start].tag, Tag::Det | Tag::Poss)
                    && tokens.get(i + 1).is_some_and(|t| {
                        t.tag == Tag::Adj || t.tag == Tag::Num && t.span.of(text).ends_with("-old")
                    })
                    && nominal_follows(tokens, i + 1, end) => {}
            Tag::VerbIng | Tag::VerbPart
                if head.is_none()
                    && i > start
                    && nominal_follows(tokens, i, end)
                    && matches!(tokens[start].tag, Tag::Det | Tag::Poss) => {}
            _ => break,
        }
        i += 1;
    }
    let stop = i.max(start + 1);
    let mut chunk = Chunk::new(ChunkKind::Np, start, stop);
    chunk.head = head.unwrap_or(stop - 1);
    chunk
}

/// Whether plural `i`, behind one noun with *a*, is the subject of a relative clause that no word opens: *a claim police said was “late”*,
/// but *a dozen pilots said*.
fn begins_relative(text: &str, tokens: &[Token], start: usize, i: usize, end: usize) -> bool {
    let people = tokens[i].is(Class::ROLE | Class::PERSON | Class::GROUP)
        && (tokens[i].is(Class::PLURAL) || is_one_of(text, &tokens[i], &["police"]));
    let one = !tokens[i - 1].is(Class::PLURAL | Class::ROLE | Class::GROUP);
    let verb = tokens[i + 1..end.max(i + 1)].first();
    people
        && one
        && is_one_of(text, &tokens[start], &["a", "an", "one"])
        && !is_one_of(text, &tokens[i - 1], &["couple", "handful", "dozen", "majority"])
        && verb.is_some_and(|t| matches!(t.tag, Tag::VerbPast | Tag::Verb | Tag::Modal | Tag::Have | Tag::Be))
}

/// Whether the name at `i` is the subject of what somebody was told: *told the court Mr Berg had left*, *told reporters Anna Berg, who*.
fn follows_hearer(text: &str, tokens: &[Token], start: usize, i: usize, end: usize) -> bool {
    if tokens[i].tag != Tag::Name || start == 0 || !is_one_of(text, &tokens[start - 1], &["told", "tells", "tell"]) {
        return false;
    }
    let hearer = &tokens[i - 1];
    let many = hearer.is(Class::PLURAL | Class::GROUP) || is_one_of(text, hearer, &["inquest", "hearing", "inquiry"]);
    let name = tokens[i..end].iter().take_while(|t| t.tag == Tag::Name).count();
    let behind = &tokens[i + name..end];
    let verb = |t: &Token| matches!(t.tag, Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Have | Tag::Be | Tag::Do);
    let outlet = hearer.is(Class::OUTLET);
    many && !outlet
        && match behind {
            [comma, next, ..] if comma.kind == TokenKind::Comma => {
                next.tag == Tag::Num || is_one_of(text, next, &["who"])
            }
            [first, ..] => verb(first),
            [] => false,
        }
}

/// The surname behind a nickname whose opening mark is token `open`: *Joseph “Joe” Marsh*.
pub(crate) fn nickname_end(tokens: &[Token], open: usize) -> Option<usize> {
    const LONGEST: usize = 3; // words
    let mark = tokens[open].kind;
    let close = (open + 2..tokens.len()).take(LONGEST).find(|&i| tokens[i].kind == mark)?;
    let words = tokens[open + 1..close].iter().all(|t| t.kind == TokenKind::Word) && tokens[open + 1].is_capital();
    let given = open > 0
        && tokens[open - 1].is_capital()
        && tokens[open - 1].kind == TokenKind::Word
        && !tokens[open - 1].is(Class::FUNCTION | Class::CUE);
    let surname = tokens.get(close + 1).is_some_and(|t| t.kind == TokenKind::Word && t.is_capital());
    (matches!(mark, TokenKind::Double | TokenKind::Single) && words && given && surname).then_some(close + 1)
}

/// A phrase that says when and nothing else: *Thursday*, *late Thursday*, *last week*, *Jan. 5*, *two months ago*.
fn time_phrase(text: &str, tokens: &[Token], start: usize, end: usize) -> Option<Chunk> {
    // "In the past Mr Berg said"
    if let [the, past, name, ..] = &tokens[start..end]
        && name.tag == Tag::Name
        && start > 0
        && is_one_of(text, past, &["past"])
        && is_one_of(text, the, &["the"])
        && is_one_of(text, &tokens[start - 1], &["in"])
    {
        return Some(Chunk::new(ChunkKind::Time, start, start + 2));
    }
    let mut i = start;
    let mut saw_time = false;
    let mut plain = false; // a noun of time that needs "last", "this", "next" or a number before it
    while i < end {
        let token = &tokens[i];
        // "on Jan 5"
        let jan = token.is(Class::GIVEN)
            && token.span.of(text) == "Jan"
            && tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let day =
            token.is(Class::DAY | Class::MONTH) && (token.is_capital() || !token.is(Class::VERB | Class::MODAL)) || jan;
        if day {
            saw_time = true;
        } else if token.is(Class::TIME) && token.tag == Tag::Noun {
            plain = true;
        } else if token.tag == Tag::Num && (saw_time || i == start || i > start) && !token.is(Class::DET) {
            if !(saw_time || tokens.get(i + 1).is_some_and(|t| t.is(Class::TIME))) {
                return None;
            }
        } else if !(i == start && is_one_of(text, token, DETERMINES_TIME)
            || i > start && !saw_time && is_one_of(text, token, INSIDE_TIME))
        {
            break;
        }
        i += 1;
        if i < end && tokens[i].kind != TokenKind::Word && tokens[i].kind != TokenKind::Number {
            break;
        }
        if i < end && plain && is_one_of(text, &tokens[i], &["ago"]) {
            i += 1;
            saw_time = true;
            break;
        }
    }
    if i == start {
        return None;
    }
    // Nearly no noun phrase says when: nothing more is asked about the others.
    if !(saw_time || plain) {
        return None;
    }
    let modified = is_one_of(text, &tokens[start], MODIFIES_TIME)
        || (start..i).any(|j| is_one_of(text, &tokens[j], &["same", "following", "next", "previous"]))
        // "At the time Berg said"
        || start > 0
            && i == start + 2
            && i < end
            && tokens[i].tag == Tag::Name
            && is_one_of(text, &tokens[start - 1], &["at"])
            && is_one_of(text, &tokens[start + 1], &["time", "moment"]);
    if !(saw_time || plain && modified) {
        return None;
    }
    // "The Sunday Chronicle's critic", but "the following week Berg said"
    if i < end
        && !(plain && modified)
        && tokens[start].is(Class::DET)
        && tokens[i].tag == Tag::Name
        && is_one_of(text, &tokens[start], &["the"])
    {
        return None;
    }
    // "Thursday's debate", "Tuesday night rally": part of a noun phrase.
    if i < end
        && (matches!(tokens[i].tag, Tag::Genitive | Tag::Noun | Tag::Adj | Tag::Name)
            && !tokens[i].shape.contains(Shape::INITIAL))
        && !tokens[i].is(Class::TITLE)
        && tokens[i].tag != Tag::Name
    {
        return None;
    }
    Some(Chunk::new(ChunkKind::Time, start, i))
}

/// Words that may stand first in a phrase that says when.
const DETERMINES_TIME: &[&str] =
    &["last", "this", "next", "that", "late", "early", "earlier", "later", "each", "every", "the", "a", "one"];

/// Words that may stand further on in it.
const INSIDE_TIME: &[&str] = &["last", "past", "same", "ago", "earlier", "later", "next", "previous", "following"];

/// Words that make *week* or *year* a phrase that says when.
const MODIFIES_TIME: &[&str] = &["last", "this", "next", "earlier", "later", "late", "early", "that", "each", "every"];
