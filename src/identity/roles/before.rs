//! The words before a name: *the former State Department spokesman*, *Bank of Norway governor*, *Danish Trade and Industry Minister*.

use std::ops::Range;

use super::tells_role;
use crate::identity::people::NameMention;
use crate::landmarks::names::has_field;
use crate::text::{Chunk, ChunkKind, Shape, Tag, Text, Token, names_field};
use crate::words::Class;

/// *the former State Department spokesman* before the name, without the article.
pub(super) fn before_name(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let end = mention.tokens.start;
    let mut start = qualifier_start(text, chunk, end);
    let tells = (start..end).any(|i| tells_role(text, i));
    if tells && start == text.chunks[chunk].start {
        start = joined_before(text, chunk, start..end).unwrap_or(start);
    }
    if let Some(body) = body_before(text, chunk, start).filter(|_| tells && start + 1 < end) {
        return Some(body..end);
    }
    if let Some(office) = office_of(text, chunk, start..end, tells) {
        return Some(office..end);
    }
    // "the brothers Carl and Tom Moe"
    let several = end > start && text.tokens[end - 1].is(Class::PLURAL) && !text.tokens[end - 1].is_capital();
    (start < end && tells && !several).then(|| start..unranked(text, start..end))
}

/// Where the words begin that say what somebody is, in the noun phrase `chunk` whose name begins at `end`.
fn qualifier_start(text: &Text, chunk: usize, end: usize) -> usize {
    let mut start = text.chunks[chunk].start;
    // A possessor is no part of the role: "Mr. Rubio's spokesman Alex Conant" is his spokesman, but "the city's mayor" is a role.
    let article = |t: &Token| t.is(Class::DET) && (!t.is_capital() || t.tag == Tag::Det);
    while start < end && article(&text.tokens[start]) {
        start += 1;
    }
    // "at the party convention Sen. Ines Varga said": nothing but what qualifies a title stands before it.
    let abbreviated =
        |i: &usize| text.tokens[*i].is(Class::TITLE) && text.tokens[*i].shape.contains(Shape::ABBREVIATION);
    if let Some(title) = (start..end).find(abbreviated) {
        let qualifies = |i: usize| {
            let t = &text.tokens[i];
            t.is_capital() || t.tag == Tag::Adj || t.is(Class::TITLE_PHRASE) || text.word(i) == "state"
        };
        // "presidential candidate Sen."
        let holder = (start..title).any(|i| text.tokens[i].is(Class::ROLE | Class::PERSON));
        if !holder {
            start = (start..title).rev().find(|&i| !qualifies(i)).map_or(start, |i| i + 1);
        }
    }
    // "In Norway President Varga said": where, and who.
    if let Some(place) = (start..end).rev().find(|&i| text.tokens[i].is(Class::PLACE)) {
        let before = chunk.checked_sub(1).map(|c| text.chunks[c].start);
        if before.is_some_and(|b| matches!(text.word(b), "In" | "At")) && !text.tokens[place].is(Class::NATIONALITY) {
            start = place + 1;
        }
    }
    // "Rival Ines Varga": whose, is not said.
    start + (start + 1 == end && text.word(start).eq_ignore_ascii_case("rival")) as usize
}

/// Where the body begins whose field opens the phrase of the name: *Bank* before *of Norway governor Ines Varga*, *Bureau* before *of
/// Investigation spokesman Ines Varga*.
fn body_before(text: &Text, chunk: usize, start: usize) -> Option<usize> {
    let body = &text.chunks[chunk.checked_sub(2)?];
    let named = text.tokens[body.head].is_capital() && text.tokens[body.head].is(Class::GROUP | Class::OUTLET);
    let of = || text.word(text.chunks[chunk - 1].start) == "of";
    if start != text.chunks[chunk].start || body.kind != ChunkKind::Np || !named || !of() {
        return None;
    }
    let first = &text.tokens[start];
    let common = first.is(Class::NOUN) && !first.is(Class::GIVEN | Class::TITLE);
    // "University of Lier Law School professor Ines Varga"
    let school = matches!(text.word(body.head), "University" | "College" | "Institute");
    // "Army Corps of Engineers commander Ines Varga"
    let engineers = first.is(Class::ROLE) && text.word(start).ends_with('s');
    let known = first.is(Class::PLACE | Class::PLURAL) || engineers || common || names_field(text.word(start));
    let field = first.is_capital() && (school || known);
    field.then(|| body.start + text.tokens[body.start].is(Class::DET) as usize)
}

/// Where the office begins over the body or the field `role` that stands in the phrase of the name: *head* before *of the Lund Group Ines
/// Varga*, *Minister* before *for Justice Ines Varga*.
fn office_of(text: &Text, chunk: usize, role: Range<usize>, tells: bool) -> Option<usize> {
    let last = &text.tokens[role.end.checked_sub(1).filter(|_| !role.is_empty())?];
    let over = || office_over(text, chunk);
    // "President of embattled Lundtec leaves": what stands before the name qualifies a firm.
    let qualified = last.tag == Tag::Adj && !last.is(Class::NATIONALITY);
    if !tells {
        return over().filter(|_| !qualified);
    }
    // "Ombudsman for Children Ines Varga"
    let first = &text.tokens[role.start];
    let may_be_field =
        role.len() == 1 && first.is_capital() && (!first.is(Class::TITLE) || text.word(role.start) == "Justice");
    let field = |&office: &usize| (office..role.start).any(|i| has_field(text.word(i)));
    may_be_field.then(over).flatten().filter(field)
}

/// Whether a word is a rank, which says less than an office.
pub(super) fn is_rank(word: &str) -> bool {
    const RANKS: &[&str] = &[
        "Gen.", "Lt.", "Col.", "Maj.", "Capt.", "Sgt.", "Cmdr.", "Adm.", "Brig.", "Cpl.", "Colonel", "Major", "Captain",
    ];
    RANKS.contains(&word)
}

/// Where a role ends without the rank behind it: *army spokesman* of *army spokesman Lt. Col. Ole Lund*.
fn unranked(text: &Text, role: Range<usize>) -> usize {
    let ranks = role.clone().rev().take_while(|&i| is_rank(text.word(i))).count();
    let office = role.end - ranks;
    let holder = |i: usize| text.tokens[i].is(Class::ROLE) && !text.tokens[i].shape.contains(Shape::ABBREVIATION);
    if office > role.start && holder(office - 1) { office } else { role.end }
}

/// Where the role begins whose last part is `role` in noun phrase `chunk`: *co-founder* before *and CEO Kit Oduya*.
fn joined_before(text: &Text, chunk: usize, role: Range<usize>) -> Option<usize> {
    let [before, and] = &text.chunks[chunk.checked_sub(2)?..chunk] else { return None };
    if before.kind != ChunkKind::Np || text.word(and.start) != "and" {
        return None;
    }
    // "Norway's Trade and Industry Minister Ines Varga", "the firm's founder and CEO Ines Varga"
    let owner = (before.start..before.end).find(|&i| text.tokens[i].tag == Tag::Genitive);
    let from = owner.map(|g| g + 1).filter(|&i| i < before.end).unwrap_or(before.start);
    // "former Alaska Gov. and presidential candidate Ines Varga", "Former Secretary of State and candidate Ines Varga"
    let plain = |t: &Token| {
        matches!(t.tag, Tag::Adj | Tag::Noun | Tag::Name) && !t.is(Class::GIVEN | Class::HONORIFIC | Class::DET)
            || t.is(Class::NATIONALITY | Class::TITLE_PHRASE)
    };
    let bare = text.tokens[from..before.end].iter().all(plain)
        && !text.tokens[before.head].is(Class::PLURAL)
        && (tells_role(text, before.head) || text.tokens[before.head].is(Class::TITLE_PHRASE));
    // "former Oslo and Bergen striker Ines Varga"
    let past = matches!(text.word(before.start), "former" | "Former" | "ex" | "Ex")
        && text.tokens[before.start + 1..before.end].iter().all(|t| t.is_capital() && plain(t))
        && role.len() > 1
        && text.tokens[role.start].is_capital();
    // "Food and Drug Administration commissioner Ines Varga", but "Varga and Drug Administration commissioner Tom Moe"
    let common = |i: usize| {
        let t = &text.tokens[i];
        let known = t.is(Class::GROUP | Class::NOUN) && !t.is(Class::GIVEN | Class::TITLE);
        t.is_capital() && (known || names_field(text.word(i)))
    };
    let is_body = |i: usize| text.tokens[i].is(Class::GROUP) && text.tokens[i].is_capital();
    let first = &text.tokens[role.start];
    let one_body = (before.start..before.end).all(common) && first.is_capital() && role.clone().skip(1).any(is_body);
    if bare || past || one_body {
        return Some(before.start);
    }
    // "Office of Boats and Tide spokesman Ines Varga"
    if let Some([body, of]) = chunk.checked_sub(4).and_then(|b| text.chunks[b..].first_chunk::<2>()) {
        let head = &text.tokens[body.head];
        let named = body.kind == ChunkKind::Np && head.is_capital() && head.is(Class::GROUP);
        let fields = text.tokens[before.head].is_capital() && first.is_capital() && role.len() > 1;
        if named && fields && text.word(of.start) == "of" {
            return Some(body.start + text.tokens[body.start].is(Class::DET) as usize);
        }
    }
    // "Danish Trade and Industry Minister Ines Varga", "Ways and Means chairman Ines Varga"
    let nation = from + 1 < before.end && text.tokens[from].is(Class::NATIONALITY);
    let fields = role.len() > 1
        && common(role.start)
        && (from + nation as usize..before.end).all(|i| common(i) && !text.tokens[i].is(Class::GROUP));
    fields.then(|| listed_from(text, chunk - 2).unwrap_or(from))
}

/// Where a list of fields begins whose last but one is chunk `at`: *Trade, Tides and Industry Minister*.
fn listed_from(text: &Text, at: usize) -> Option<usize> {
    const MOST: usize = 3; // fields before that one
    let is_field = |c: &Chunk| {
        c.kind == ChunkKind::Np
            && text.tokens[c.head].is_capital()
            && names_field(text.word(c.head))
            && c.start == c.head
    };
    let listed = (1..=MOST).map_while(|n| {
        let [field, comma] = text.chunks.get(at.checked_sub(2 * n)?..)?.get(..2)? else { return None };
        (comma.kind == ChunkKind::Comma && is_field(field)).then_some(field.start)
    });
    listed.last()
}

/// Where the office begins that governs the body in noun phrase `chunk`: *head*, *CEO* before *of*.
fn office_over(text: &Text, chunk: usize) -> Option<usize> {
    const LONGEST: usize = 4; // "head of the department for trade of the Lund Group"
    let mut at = chunk;
    for _ in 0..LONGEST {
        let [np, link] = text.chunks.get(at.checked_sub(2)?..at)? else { return None };
        let linked = np.kind == ChunkKind::Np && link.kind == ChunkKind::Prep;
        let head = &text.tokens[np.head];
        // "Minister of Trade and Industry Ines Varga", "director of the Office of Ports and Harbour Ines Varga"
        let joined = link.kind == ChunkKind::And
            && text.word(link.start) == "and"
            && np.kind == ChunkKind::Np
            && head.is_capital()
            && !head.is(Class::GIVEN | Class::HONORIFIC);
        if joined {
            at -= 2;
            continue;
        }
        // "Ambassador to Norway Ines Varga"
        let body = &text.chunks[at];
        let placed = || (body.start..body.end).any(|i| text.tokens[i].is(Class::PLACE));
        let sent = (text.word(link.start) == "to" || text.word(link.start) == "in" && placed())
            && head.is(Class::ROLE | Class::TITLE);
        if !linked || !(sent || ["of", "for", "at"].contains(&text.word(link.start))) {
            return None;
        }
        at -= 2;
        if head.is(Class::ROLE | Class::TITLE | Class::TITLE_PHRASE) && !head.is(Class::PLURAL) {
            return Some(np.start + text.tokens[np.start].is(Class::DET) as usize);
        }
    }
    None
}
