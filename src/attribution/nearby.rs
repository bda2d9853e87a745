//! Whose words in marks are that no cue governs, as the words around them tell: a signature behind the quote, a possessor before it, a
//! verb of saying that only stands near it, the clause that a colon ends, the subject of the clause. Each answers which words, or none.

use std::ops::Range;

use super::control::quoted_as_saying;
use super::scene::Scene;
use super::source;
use crate::landmarks::names::{is_group_name, name_in};
use crate::quotes;
use crate::text::clause::{Clause, Phrase};
use crate::text::{ChunkKind, Form, Passage, Shape, Tag, Text, TokenKind};
use crate::words::Class;

/// The name behind a dash that signs the quote `p`: *“…” — Anna Berg*, in its line or the next; or alone in the next line, with what the
/// signer is.
pub(super) fn signature(scene: &Scene, p: &Passage) -> Option<Range<usize>> {
    let text = scene.text;
    let close = p.close?;
    let paragraph = text.sentences[text.sentence_at(close)].paragraph;
    let end = text.paragraphs[paragraph].end;
    let mut at = close + 1;
    let here = at < end;
    if !here {
        // The next line, if the quote has its own.
        let alone = p.open == Some(text.paragraphs[paragraph].start);
        let next = text.paragraphs.get(paragraph + 1).filter(|n| alone && n.len() <= 24)?;
        at = next.start;
    }
    let dash = is_dash(text, at);
    at += dash as usize;
    let sentence = text.sentence_at(at);
    let clause = Clause::of(text, sentence);
    let chunk = clause.chunk_at(at)?;
    let line = &text.paragraphs[text.sentences[sentence].paragraph];
    // Nothing but a name and what goes with it: a verb makes it a sentence.
    let line_end = line.end.min(text.sentences[sentence].tokens.end);
    let verbs = clause.chunks[chunk..].iter().any(|c| c.is_finite() && c.form != Form::Participle);
    if verbs || line_end < at || line_end - at > 24 || !text.tokens[at].is_capital() || !clause.is_nominal(chunk) {
        return None;
    }
    let range = at.max(clause.chunks[chunk].start)..clause.chunks[chunk].end;
    let name = name_in(text, range.clone(), clause.chunks[chunk].head.max(range.start));
    let given = text.tokens[range.start].is(Class::GIVEN) && range.len() > 1;
    let described = matches!(clause.kind(chunk + 1), Some(ChunkKind::Comma | ChunkKind::Open));
    use ChunkKind::{Close, Comma, Np, Open, Stop, Time};
    let first = &text.tokens[range.start];
    let signs = matches!(clause.kind(chunk + 1), None | Some(Comma | Open | Stop | Time | Np | Close));
    if !signs || first.is(Class::DET | Class::NATIONALITY | Class::SUBJECT) {
        return None;
    }
    if dash {
        let phrase = Phrase { chunks: chunk..chunk + 1, head: chunk };
        return name.or_else(|| Some(scene.mention(&clause, &phrase)).filter(|m| m.start >= at));
    }
    (!here && given && described).then_some(name).flatten()
}

fn is_dash(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    token.kind == TokenKind::Dash || token.kind == TokenKind::Symbol && matches!(text.word(i), "-" | "~")
}

/// The subject of a verb of saying that stands right behind a passage, though no comma or stop sets the passage off: *“He is late” Berg
/// said*, *(“He is late,” said Berg.)*
pub(super) fn cue_behind(scene: &Scene, clause: &Clause, close: usize) -> Option<Range<usize>> {
    let text = scene.text;
    let mut i = clause.chunk_at(close)? + 1;
    while matches!(clause.kind(i), Some(ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Close)) {
        i += 1;
    }
    // “…,” as Berg put it
    i += clause.is_word(i, &["as"]) as usize;
    let is_cue = |v: usize| {
        clause
            .chunks
            .get(v)
            .is_some_and(|c| c.is_finite() && !c.passive && !c.negated && text.tokens[c.head].is(Class::SPEECH_CUE))
    };
    if is_cue(i) {
        // "Berg, citing “the tide,” said": the verb has its subject before the marks.
        // “if you like it, keep it” promise: none of the words in marks is its subject.
        let outside = |s: &Phrase| text.passage_at(clause.chunks[s.head].head).is_none();
        let subject = clause.subject_before(i).filter(outside).or_else(|| clause.phrase_from(i + 1))?;
        return is_somebody(scene, clause, &subject).then(|| scene.mention(clause, &subject));
    }
    let verb = (i..clause.chunks.len()).take(8).find(|&v| clause.chunks[v].is_finite()).filter(|&v| is_cue(v))?;
    let subject = clause.subject_before(verb).filter(|s| s.chunks.start == i)?;
    is_somebody(scene, clause, &subject).then(|| scene.mention(clause, &subject))
}

fn is_somebody(scene: &Scene, clause: &Clause, phrase: &Phrase) -> bool {
    scene.can_speak(clause, phrase) && clause.kind(phrase.head) == Some(ChunkKind::Np)
}

/// How many chunks behind the marks *as saying* may stand at most.
const QUOTED: usize = 16;

/// The subject of whatever verb stands behind a quoted sentence that ends in a comma: *“We are late,” Berg retorted*, *“We are late,”
/// came the answer from Berg*, *“We are late,” Berg, who had come on foot, said*.
pub(super) fn verb_behind(scene: &Scene, clause: &Clause, p: &Passage) -> Option<Range<usize>> {
    let text = scene.text;
    let close = p.close?;
    // “We are late,” the agency quoted Berg as saying.
    let from = clause.chunk_at(close)?;
    let saying = (from..clause.chunks.len()).take(QUOTED).find(|&v| clause.is_word(v, &["saying", "telling"]));
    if let Some(quoted) = saying.and_then(|v| quoted_as_saying(clause, v)).filter(|q| q.chunks.start > from) {
        return Some(scene.mention(clause, &quoted));
    }
    let mention = cue_behind(scene, clause, close);
    if mention.is_some() || close + 1 >= text.tokens.len() {
        return mention;
    }
    // “Are we late?” Berg pressed.
    let asked = close > 0 && matches!(text.word(close - 1), "?" | "!");
    let sentence = text.sentence_at(close);
    let ends = text.sentences[sentence].tokens.end <= close + 1;
    if let Some(next) =
        text.sentences.get(sentence + 1).filter(|n| ends && n.paragraph == text.sentences[sentence].paragraph)
    {
        // “We are late.” Berg said.
        let clause = Clause::of(text, sentence + 1);
        let said = clause.chunks.get(1).filter(|c| {
            c.is_finite() && (text.tokens[c.head].is(Class::SPEECH_CUE) || asked && c.form == Form::Past && !c.negated)
        });
        let alone = next.tokens.len() <= 6 && matches!(clause.kind(2), None | Some(ChunkKind::Stop | ChunkKind::Time));
        let phrase = Phrase { chunks: 0..1, head: 0 };
        let found = said.is_some() && alone && is_somebody(scene, &clause, &phrase);
        return found.then(|| scene.mention(&clause, &phrase));
    }
    let comma = |i: usize| text.tokens[i].kind == TokenKind::Comma;
    let i = clause.chunk_at(close + 1 + comma(close + 1) as usize)?;
    if !(comma(close - 1) || comma(close + 1) || asked) || i >= clause.chunks.len() {
        return None;
    }
    let person = |np: usize| {
        let c = &clause.chunks[np];
        let head = &text.tokens[c.head];
        let word = text.word(c.head).to_ascii_lowercase();
        match head.tag {
            Tag::Pron => matches!(&*word, "he" | "she" | "they"),
            Tag::Name => !head.is(Class::TIME),
            _ => head.is(Class::ROLE | Class::PERSON | Class::GROUP | Class::DOCUMENT),
        }
    };
    if clause.is_nominal(i) {
        let Some(verb) = (i + 1..clause.chunks.len()).find(|&v| clause.kind(v) == Some(ChunkKind::Verb)) else {
            // “We are late,” Ms Berg.
            let phrase = clause.phrase_from(i).filter(|_| comma(close - 1) && ends_with_names(clause, i))?;
            let titled = quotes::is_title_case(text, p);
            return (person(phrase.head) && !titled).then(|| scene.mention(clause, &phrase));
        };
        // “Are we late?” Berg was asked.
        let put = &clause.chunks[verb];
        if put.passive && matches!(text.word(put.head), "asked" | "pressed" | "questioned" | "quizzed" | "told") {
            return None;
        }
        // "founder and director Anna Berg"
        let joined = (i + 1..verb).any(|c| clause.kind(c) == Some(ChunkKind::And))
            && (i..verb).all(|c| matches!(clause.kind(c), Some(ChunkKind::Np | ChunkKind::And | ChunkKind::Adj)))
            && !scene.text.tokens[clause.chunks[i].head].is_capital();
        if let Some(name) = joined.then(|| named_before(scene, clause, verb)).flatten() {
            return Some(name);
        }
        // "Customs and Border Protection outlined"
        let whole = clause.subject_before(verb).filter(|s| s.chunks.start == i && s.chunks.end == verb);
        let phrase = whole.or_else(|| clause.phrase_from(i))?;
        return person(phrase.head).then(|| scene.mention(clause, &phrase));
    }
    if clause.chunks[i].is_finite() && !clause.chunks[i].negated {
        let phrase = clause.phrase_from(i + 1)?;
        // “…,” came shouts from the crowd
        let from = phrase.head + 1;
        let whence = clause.is_word(from, &["from"]).then(|| clause.phrase_from(from + 1)).flatten();
        let speaker = if person(phrase.head) { phrase } else { whence.filter(|p| person(p.head))? };
        return Some(scene.mention(clause, &speaker));
    }
    None
}

/// Whether nothing but a few noun phrases stands between chunk `i` and the end of the sentence or the next marks.
fn ends_with_names(clause: &Clause, i: usize) -> bool {
    const MOST: usize = 6; // chunks
    let ends = |kind: ChunkKind| matches!(kind, ChunkKind::Stop | ChunkKind::Quote | ChunkKind::Mark);
    let end = (i..clause.chunks.len()).find(|&c| ends(clause.chunks[c].kind)).unwrap_or(clause.chunks.len());
    end - i <= MOST && (i..end).all(|c| matches!(clause.chunks[c].kind, ChunkKind::Np | ChunkKind::Comma))
}

/// The subject behind a verb of saying that opens the sentence: *Said Berg, “…”*.
pub(super) fn inverted(scene: &Scene, clause: &Clause, until: usize) -> Option<Range<usize>> {
    let verb = (0..until.min(2)).find(|&v| clause.kind(v) == Some(ChunkKind::Verb))?;
    let chunk = &clause.chunks[verb];
    let opens = (0..verb).all(|i| matches!(clause.kind(i), Some(ChunkKind::Adv | ChunkKind::And | ChunkKind::Mark)));
    if !opens
        || !scene.text.tokens[chunk.head].is(Class::SPEECH_CUE)
        || !matches!(chunk.form, Form::Past | Form::Participle | Form::Present)
    {
        return None;
    }
    let subject = clause.phrase_from(verb + 1).filter(|s| s.chunks.end <= until)?;
    scene.can_speak(clause, &subject).then(|| scene.mention(clause, &subject))
}

/// Whose words a form of *be* gives before chunk `until`: *Berg's answer was: “…”*, *her view is that “…”*.
pub(super) fn predicate_of(scene: &Scene, clause: &Clause, until: usize) -> Option<Range<usize>> {
    let link = |i: &usize| {
        matches!(
            clause.kind(*i),
            Some(ChunkKind::Adv | ChunkKind::That | ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Colon)
        )
    };
    let verb = (0..until).rev().find(|i| !link(i))?;
    let be = clause.chunks[verb].is_finite() && scene.text.tokens[clause.chunks[verb].head].tag == Tag::Be;
    let subject = clause.subject_before(verb).filter(|_| be)?;
    let chunk = &clause.chunks[subject.head];
    let naming = ["motto", "slogan", "word", "words", "term", "name", "nickname", "phrase", "title", "catchphrase"];
    let noun = scene.text.word(chunk.head);
    let saying = clause.is_nominal(subject.head)
        && quotes::is_saying(noun)
        && !naming.iter().any(|n| n.eq_ignore_ascii_case(noun));
    saying.then(|| owner(scene.text, clause, chunk.start..chunk.head)).flatten()
}

/// Whose a thing is, by the words before it: *Berg's*, *her*.
fn owner(text: &Text, clause: &Clause, range: Range<usize>) -> Option<Range<usize>> {
    let genitive = range.clone().rev().find(|&i| text.tokens[i].tag == Tag::Genitive);
    if let Some(at) = genitive.filter(|&at| at > range.start) {
        let start = clause.chunks[clause.chunk_at(at - 1)?].start;
        let named = name_in(text, start..at, at - 1);
        let thing = text.tokens[at - 1].is(Class::TIME | Class::PLACE);
        return (!thing).then(|| named.unwrap_or(start..at));
    }
    let third = |i: usize| matches!(&*text.word(i).to_ascii_lowercase(), "his" | "her" | "their" | "its");
    range.clone().find(|&i| text.tokens[i].tag == Tag::Poss && third(i)).map(|i| i..i + 1)
}

/// The subject of a verb of saying somewhere before a colon: *the committee said about its draft:*.
pub(super) fn cue_before(scene: &Scene, clause: &Clause, colon: usize) -> Option<Range<usize>> {
    let says = |v: &usize| {
        let chunk = &clause.chunks[*v];
        let token = &scene.text.tokens[chunk.head];
        chunk.is_finite() && !chunk.passive && !chunk.negated && token.is(Class::SPEECH_CUE)
    };
    let verb = (0..colon).rev().take(24).find(says)?;
    let subject = clause.subject_before(verb)?;
    is_somebody(scene, clause, &subject).then(|| scene.mention(clause, &subject))
}

/// The one whom *Here is Berg in 1992:* presents.
pub(super) fn presented(scene: &Scene, clause: &Clause, colon: usize) -> Option<Range<usize>> {
    let here = clause.is_word(0, &["here"]) && clause.kind(1) == Some(ChunkKind::Verb) && clause.is_nominal(2);
    let phrase = clause.phrase_from(2).filter(|p| here && p.chunks.end <= colon)?;
    let named = name_in(scene.text, clause.chunks[2].start..clause.chunks[2].end, clause.chunks[2].head);
    named.filter(|_| scene.can_speak(clause, &phrase))
}

/// Whether only a participle of saying stands before chunk `until`: *Adding, “…”*, *And saying: “…”*; whoever spoke last speaks on.
pub(super) fn goes_on(clause: &Clause, until: usize) -> bool {
    let word = |i: usize| {
        matches!(
            clause.kind(i),
            Some(ChunkKind::Comma | ChunkKind::Colon | ChunkKind::And | ChunkKind::Adv | ChunkKind::Mark)
        )
    };
    let cues = (0..until).filter(|&i| !word(i)).collect::<Vec<_>>();
    matches!(cues.as_slice(), [v] if clause.kind(*v) == Some(ChunkKind::Verb) && clause.chunks[*v].form == Form::Ing
        && clause.class(*v).contains(Class::CUE))
}

/// The possessor that stands right before the marks, or whose noun of saying governs them: *Berg's “late” remark*, *her warning of “…”*.
pub(super) fn possessor(text: &Text, clause: &Clause, open: usize) -> Option<Range<usize>> {
    let before = open.checked_sub(1)?;
    let chunk_before = clause.chunk_at(before)?;
    // Right before the marks.
    if matches!(text.tokens[before].tag, Tag::Genitive | Tag::Poss | Tag::Adj) {
        // Behind the marks: "Berg's “late” remark"; not "Berg's “late arrival”", which is somebody else's word for it.
        let close = text.passages_in(&(open..open + 2)).find_map(|p| text.passages[p].close)?;
        let said = (close + 1..text.tokens.len()).take(2).any(|i| quotes::is_saying(text.word(i)));
        let start = clause.chunks[chunk_before].start;
        return said.then(|| owner(text, clause, start..open)).flatten();
    }
    // A noun of saying with a preposition or a verb between it and the marks.
    let from = chunk_before.saturating_sub(6);
    for i in (from..=chunk_before).rev() {
        if clause.chunks[i].is_finite() || matches!(clause.kind(i), Some(ChunkKind::Semicolon | ChunkKind::Stop)) {
            return None;
        }
        let head = clause.chunks[i].head;
        if clause.is_nominal(i) && quotes::is_saying(text.word(head)) {
            let chunk = &clause.chunks[i];
            return owner(text, clause, chunk.start..chunk.head);
        }
    }
    None
}

/// Whose words they are where the article says so: *in the words of Anna Berg, “…”*, *in Berg's words, “…”*.
pub(super) fn words_of(scene: &Scene, clause: &Clause, until: usize) -> Option<Range<usize>> {
    let from = until.saturating_sub(9);
    let words = (from..until).rev().find(|&i| clause.is_nominal(i) && is_words(scene.text, clause, i))?;
    if clause.is_word(words + 1, &["of"]) {
        let phrase = clause.phrase_from(words + 2)?;
        return Some(scene.mention(clause, &phrase));
    }
    possessor(scene.text, clause, clause.chunks[words].end)
}

fn is_words(text: &Text, clause: &Clause, np: usize) -> bool {
    let head = text.word(clause.chunks[np].head);
    // "In his view, the boats were “late”", but "In view of the “late” boats"
    let owned = || clause.chunks[np].start < clause.chunks[np].head;
    let view = || np == 1 && clause.is_word(0, &["in"]) && ["view", "opinion"].contains(&head) && owned();
    head.eq_ignore_ascii_case("words") || view()
}

/// The person or body that the words right before a colon or a quote name: *, writes Anna Berg:*, *the economist Anna Berg: “…”*; not
/// one who is spoken to or of.
pub(super) fn named_before(scene: &Scene, clause: &Clause, until: usize) -> Option<Range<usize>> {
    let text = scene.text;
    let np = until.checked_sub(1).filter(|&i| clause.is_nominal(i))?;
    let chunk = &clause.chunks[np];
    let is_person = text.tokens[chunk.start..chunk.end].iter().any(|t| {
        t.is(Class::GIVEN | Class::HONORIFIC) && t.is_capital()
            || t.is(Class::ROLE | Class::TITLE) && !t.is(Class::GROUP)
    });
    let according = np > 1 && clause.is_word(np - 2, &["according"]);
    let spoken_to = np > 0
        && (clause.kind(np - 1) == Some(ChunkKind::Prep) && !according && !clause.is_word(np - 1, &["from", "by"])
            || clause.kind(np - 1) == Some(ChunkKind::Verb) && clause.class(np - 1).contains(Class::HEARER));
    let name = name_in(text, chunk.start..chunk.end, chunk.head)?;
    ((is_person || according) && !spoken_to && !is_group_name(text, &name)).then_some(name)
}

/// The subject of the clause to the left of chunk `i`, if it is somebody who can speak: *He*, *Berg*, *the mayor*; not *it*, *who* or
/// *the talks*.
pub(super) fn speaking_subject(scene: &Scene, clause: &Clause, i: usize) -> Option<Range<usize>> {
    let subject = source::subject_to_the_left(scene, clause, i)?;
    let token = &scene.text.tokens[clause.chunks[subject.head].head];
    let word = scene.text.word(clause.chunks[subject.head].head).to_ascii_lowercase();
    let speaks = match token.tag {
        Tag::Pron => matches!(&*word, "he" | "she" | "they" | "i" | "we"),
        Tag::Name => !token.is(Class::PLACE | Class::TIME | Class::DOCUMENT_ONLY),
        _ => token.is(Class::ROLE | Class::PERSON),
    };
    (speaks && is_of_main_clause(clause, &subject) && clause.kind(subject.head) == Some(ChunkKind::Np))
        .then(|| scene.mention(clause, &subject))
}

/// Whether a subject hangs on no *that* or *who*. "that the talks were “dead”": whose clause it is, the main clause tells.
fn is_of_main_clause(clause: &Clause, subject: &Phrase) -> bool {
    let before = |i: usize| clause.before(i).filter(|&b| clause.kind(b) == Some(ChunkKind::Np));
    // "whether Oslo's potential new owners are “fit”": the owner is a phrase of its own.
    let owned = |np: &usize| clause.tokens(*np..*np + 1).any(|i| clause.text.tokens[i].tag == Tag::Genitive);
    let start = before(subject.chunks.start).filter(owned).unwrap_or(subject.chunks.start);
    let before = clause.before(start).and_then(|b| clause.kind(b));
    !matches!(before, Some(ChunkKind::That | ChunkKind::Sub | ChunkKind::Wh))
}

/// Whom a sentence tells of: one person, the subject of its main verb.
pub(super) fn told_of(scene: &Scene, clause: &Clause) -> Option<Range<usize>> {
    let verb = (0..clause.chunks.len()).find(|&v| clause.chunks[v].is_finite())?;
    let subject = clause.subject_before(verb)?;
    let token = &scene.text.tokens[clause.chunks[subject.head].head];
    let one = match token.tag {
        Tag::Pron => clause.is_word(subject.head, &["he", "she"]),
        Tag::Name => !token.is(Class::PLACE | Class::TIME | Class::DOCUMENT_ONLY | Class::GROUP | Class::OUTLET),
        _ => false,
    };
    (one && is_of_main_clause(clause, &subject)).then(|| scene.mention(clause, &subject))
}

/// Whether a token begins a line that stands alone and is short, as a heading does.
pub(super) fn is_heading(text: &Text, p: &Passage) -> bool {
    let (Some(open), Some(close)) = (p.open, p.close) else { return false };
    let line = &text.paragraphs[text.sentences[text.sentence_at(open)].paragraph];
    let ornament = |i: usize| matches!(text.tokens[i].kind, TokenKind::Stop | TokenKind::Dash | TokenKind::Symbol);
    // A heading has no full stop, and where single marks quote, what ends in one is a quote.
    let stopped = text.single_marks && text.tokens[p.tokens.end - 1].kind == TokenKind::Stop;
    p.single
        && !p.continued
        && !stopped
        && p.tokens.len() <= 9
        && (line.start..open).all(ornament)
        && (close + 1..line.end).all(ornament)
        && text.tokens[p.tokens.start].shape.contains(Shape::CAPITAL)
}
