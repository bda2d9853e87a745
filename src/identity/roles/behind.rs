//! The words behind a name: an apposition (*an analyst in Moscow*), *of* and a body (*of the Washington Institute*).

use std::ops::Range;

use super::joined::{is_body_of_owner, is_capital_field, is_joint_office, joins_field};
use super::tells_role;
use crate::identity::people::NameMention;
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Tag, Text, Token, TokenKind};
use crate::words::Class;

/// The apposition between commas behind the name, or *of* and a body.
pub(super) fn behind_name(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    if mention.tokens.end != text.chunks[chunk].end {
        return None;
    }
    let sentence = &text.sentences[mention.sentence];
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - sentence.chunks.start;
    match clause.kind(here + 1)? {
        ChunkKind::Comma => {
            let mut at = here + 2;
            // "Jane Roe, 62, a teacher", "Jane Roe, MD, president of"
            let passes = |i: usize| {
                let head = &text.tokens[clause.chunks[i].head];
                head.tag == Tag::Num || DEGREES.contains(&head.span.of(text.src))
            };
            if clause.is_nominal(at) && passes(at) && clause.kind(at + 1) == Some(ChunkKind::Comma) {
                at += 2;
            }
            // "Ines Varga, of the Tide Party, said", but "of Elm Street"
            if clause.kind(at) == Some(ChunkKind::Prep) && clause.is_word(at, &["of"]) {
                let closes = |end: usize| matches!(clause.kind(end), None | Some(ChunkKind::Comma | ChunkKind::Stop));
                let is_body = |body: &Range<usize>| {
                    text.tokens[body.clone()].iter().any(|t| t.is(Class::GROUP))
                        && !BUILDINGS.contains(&text.word(body.end - 1))
                };
                return of_body(&clause, at + 1)
                    .filter(|(body, end)| closes(*end) && is_body(body))
                    .map(|(body, _)| body);
            }
            // "Ines Varga, now a teacher in Oslo,"
            let now = clause.is_word(at, &["now", "currently", "then"]) && clause.is_word(at + 1, &["a", "an", "the"]);
            apposition(&clause, at + now as usize)
        }
        // "Ines Varga - a pilot and mother - told"
        ChunkKind::Dash => {
            let role = apposition(&clause, here + 2)?;
            let close = (here + 2..clause.chunks.len()).find(|&i| clause.chunks[i].start >= role.end)?;
            (clause.kind(close) == Some(ChunkKind::Dash)).then_some(role)
        }
        _ => None,
    }
}

/// *Ines Varga of the Oslo Institute*.
pub(super) fn behind_of(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - text.sentences[mention.sentence].chunks.start;
    let whole = mention.tokens.end == text.chunks[chunk].end;
    if !whole || clause.kind(here + 1) != Some(ChunkKind::Prep) || !clause.is_word(here + 1, &["of"]) {
        return None;
    }
    let (body, end) = of_body(&clause, here + 2)?;
    // "Ines Varga of Salem, Oregon, who": where she lives
    (!is_state_behind(&clause, end)).then_some(body)
}

/// Whether a comma stands at chunk `comma` and then a place and nothing else: *Salem, Oregon*, *University of California, San Diego*.
fn is_state_behind(clause: &Clause, comma: usize) -> bool {
    const FIRST: &[&str] = &["San", "Santa", "Los", "Nova", "New", "North", "South", "East", "West", "St.", "British"];
    let np = clause.chunks.get(comma + 1).filter(|np| np.kind == ChunkKind::Np);
    let compound = np.is_some_and(|np| np.start + 2 == np.end && FIRST.contains(&clause.text.word(np.start)));
    let abbreviated =
        |t: &Token| t.is(Class::ABBR) && !t.is(Class::MONTH | Class::DAY | Class::HONORIFIC | Class::TITLE);
    let place = |t: &Token| {
        (t.is(Class::PLACE) || compound || abbreviated(t)) && t.is_capital() && (compound || !t.is(Class::GIVEN))
    };
    let ends = matches!(clause.kind(comma + 2), None | Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Wh));
    clause.kind(comma) == Some(ChunkKind::Comma)
        && np.is_some_and(|np| clause.text.tokens[np.start..np.end].iter().all(place))
        && ends
}

/// The body whose name begins with chunk `at`, without its article, and the chunk behind it.
fn of_body(clause: &Clause, at: usize) -> Option<(Range<usize>, usize)> {
    let body = clause.phrase_from(at)?;
    let head = &clause.chunks[body.head];
    let tokens = &clause.text.tokens;
    let named = tokens[head.start..head.end].iter().any(|t| t.tag == Tag::Name);
    // "of 212 Elm St.": where she lives
    let range = clause.tokens(body.chunks.clone());
    let address = tokens[range.start].kind == TokenKind::Number || STREETS.contains(&clause.text.word(range.end - 1));
    (named && !address && !tokens[head.start].is(Class::PLACE)).then(|| {
        let skip = tokens[range.start].is(Class::DET) as usize;
        (range.start + skip..range.end, body.chunks.end)
    })
}

/// Where somebody lives.
const STREETS: &[&str] = &[
    "Street",
    "St.",
    "Road",
    "Rd.",
    "Close",
    "Avenue",
    "Ave.",
    "Lane",
    "Drive",
    "Boulevard",
    "Blvd.",
    "Way",
    "Terrace",
    "Crescent",
];

/// Where somebody may live, and what is a body's name, too: *of Chatham House*.
const BUILDINGS: &[&str] = &["Court", "Place", "Square", "House"];

/// Letters behind a name that are no role.
const DEGREES: &[&str] =
    &["MD", "M.D.", "PhD", "Ph.D.", "RN", "JD", "MBA", "DO", "DDS", "DVM", "CPA", "QC", "KC", "OBE", "MBE", "CBE"];

/// *, a retired pilot*: the noun phrase from chunk `at` on, if it tells what somebody is and names nobody else.
fn apposition(clause: &Clause, at: usize) -> Option<Range<usize>> {
    let phrase = clause.phrase_from(at)?;
    let text = clause.text;
    let joined = is_body_of_owner(clause, phrase.head) || is_capital_field(clause, phrase.head);
    let office = if joined { phrase.head + 2 } else { phrase.head };
    let head = &clause.chunks[office];
    let tells = (head.start..head.end).any(|i| tells_role(text, i)) || is_joint_office(clause, phrase.head);
    let indefinite = clause.is_word(phrase.head, &["a", "an", "our"]) && text.tokens[head.head].tag == Tag::Noun;
    // "Along with Lund, fellow pilot Ines Varga": somebody else.
    let other = text.tokens[head.head].tag == Tag::Name && !tells_role(text, head.head);
    // "to thank Varga, the liberals, and": others
    let several = text.tokens[head.head].is(Class::PLURAL) && clause.is_word(phrase.head, &["the"]);
    // "songs of Berg, “Mayor of the Quay” by Lund and": a title
    let opens = &text.tokens[clause.chunks[phrase.chunks.start].start];
    let marked = matches!(opens.kind, TokenKind::Double | TokenKind::Single);
    if !(tells || indefinite) || other || several || marked || text.tokens[head.start].tag == Tag::Pron {
        return None;
    }
    // It must end where an apposition ends.
    let end = end_of(clause, &phrase, phrase.chunks.end.max(office + 1), tells);
    let closes = matches!(
        clause.kind(end),
        None | Some(
            ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Verb | ChunkKind::Wh | ChunkKind::And | ChunkKind::Dash
        )
    ) || tells_where(clause, end);
    // "Berg, the mayor told …", "Berg, director of works said": the verb ends it as a comma would, but not in "Lund, firm's director meet".
    let says = clause.class(end.min(clause.chunks.len() - 1)).contains(Class::SPEECH_CUE)
        && text.tokens[head.head].is(Class::ROLE | Class::TITLE)
        && !clause.ends_in_holder(end - 1);
    let open = clause.kind(end) == Some(ChunkKind::Verb) && !says && !text.tokens[head.start].is(Class::DET);
    (closes && !open).then(|| clause.tokens(at..end))
}

/// Where an apposition ends whose noun phrase ends before chunk `end`: what hangs on it is its own. Whether the phrase `tells` a role.
fn end_of(clause: &Clause, phrase: &Phrase, mut end: usize, tells: bool) -> usize {
    // "the teacher responsible for the show"
    let qualified = clause.kind(end) == Some(ChunkKind::Adj) && clause.kind(end + 1) == Some(ChunkKind::Prep);
    if tells && qualified && clause.is_nominal(end + 2) {
        end += 3;
    }
    // "the leader of a delegation backed by Moscow at the talks": participles and what hangs on them belong to it.
    while end < clause.chunks.len() {
        match clause.kind(end) {
            // "director of the port in a statement", "director for Asia speaking from Oslo": where it was said
            Some(ChunkKind::Prep | ChunkKind::Verb) if tells_where(clause, end) => break,
            Some(ChunkKind::Verb) if !clause.chunks[end].is_finite() || is_participle(clause, end) => end += 1,
            // "an aide in Salem for nearly ten years"
            Some(ChunkKind::Adv)
                if clause.kind(end - 1) == Some(ChunkKind::Prep)
                    && matches!(clause.kind(end + 1), Some(ChunkKind::Np | ChunkKind::Time)) =>
            {
                end += 1
            }
            // "an entrepreneur best known for his boats"
            Some(ChunkKind::Adj | ChunkKind::Adv)
                if clause.is_word(end, &["best", "well", "better", "widely"])
                    && clause.is_word(end + 1, &["known"]) =>
            {
                end += 2
            }
            // "a director for Breaking the Tide"
            Some(ChunkKind::Np) if clause.is_name(end) && clause.is_name(end - 1) && clause.is_word(end, &["the"]) => {
                end += 1
            }
            // "the strategist for her campaign four years ago"
            Some(ChunkKind::Time) => end += 1,
            Some(ChunkKind::Adv) if clause.is_word(end, &["ago"]) && end > phrase.chunks.end => end += 1,
            Some(ChunkKind::Prep | ChunkKind::Np)
                if end > phrase.chunks.end || clause.kind(end) == Some(ChunkKind::Prep) =>
            {
                end += 1
            }
            Some(ChunkKind::And) if joins_field(clause, end) => end += 2,
            // "a former pilot now at the Oslo Institute"
            Some(ChunkKind::Adv)
                if clause.is_word(end, &["now", "currently", "then"])
                    && clause.kind(end + 1) == Some(ChunkKind::Prep)
                    && clause.is_nominal(end + 2) =>
            {
                end += 3
            }
            _ => break,
        }
    }
    // "the author of “Polk”"
    if clause.kind(end.wrapping_sub(1)) == Some(ChunkKind::Prep) {
        end = match clause.kind(end) {
            Some(ChunkKind::Quote) => end + 1,
            Some(ChunkKind::Mark) => (end + 1..clause.chunks.len())
                .find(|&i| clause.kind(i) == Some(ChunkKind::Mark))
                .map_or(end, |close| close + 1),
            _ => end,
        };
    }
    // "a pilot from Salem, Ore.,", "a professor at the University of California, San Diego,"
    let named = end > phrase.head && clause.text.tokens[clause.chunks[end - 1].head].tag == Tag::Name;
    if named && clause.kind(end.wrapping_sub(2)) == Some(ChunkKind::Prep) && is_state_behind(clause, end) {
        end += 2;
    }
    // "founder of Berg Creameries, Inc.,"
    let company = |i: usize| clause.is_word(i, &["inc.", "inc", "ltd.", "ltd", "llc", "co.", "corp.", "plc"]);
    if clause.kind(end) == Some(ChunkKind::Comma) && company(end + 1) {
        end += 2;
    }
    end
}

/// *in a statement*, *speaking from Oslo*: where it was said, which is no part of a role.
fn tells_where(clause: &Clause, i: usize) -> bool {
    let own = || clause.is_word(i + 1, &["a", "an", "his", "her", "recent"]);
    clause.is_word(i, &["speaking"]) || clause.is_word(i, &["in", "during"]) && own() && clause.is_occasion(i + 1)
}

fn is_participle(clause: &Clause, i: usize) -> bool {
    let chunk = &clause.chunks[i];
    let by = clause.is_word(i + 1, &["by", "with", "in", "at", "to", "for", "from", "on"]);
    chunk.start + 1 == chunk.end
        && clause.text.tokens[chunk.head].is(Class::VERB_PART)
        && !clause.text.tokens[chunk.head].is(Class::CUE)
        && by
}
