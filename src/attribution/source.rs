//! Whose statement it is, as words: the subject of a cue, or of the verb whose subject the cue shares (*she rose and said*, *she left,
//! saying*), or the possessor of a noun of saying. Who the words name is decided in `identity`.

use super::control::{modified_noun, quoted_as_saying, subject_of_infinitive};
use super::scene::{Scene, Site};
use crate::lexicon::{CueClass, Frames};
use crate::text::clause::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Form, Shape, Tag, Token};
use crate::words::Class;

/// How many chunks behind a passive verb its agent may stand.
pub(super) const REACH: usize = 16;

/// Who speaks at a cue; none where it is passive or nobody can be found.
pub(super) fn speaker(scene: &Scene, site: &Site) -> Option<Phrase> {
    site.speaker(scene, || find_speaker(scene, site))
}

fn find_speaker(scene: &Scene, site: &Site) -> Option<Phrase> {
    let clause = &site.clause;
    let chunk = &clause.chunks[site.verb];
    // "as mentioned above": a participle without a subject
    let bare_as =
        chunk.start + 1 == chunk.end && site.verb > 0 && clause.is_word(site.verb - 1, &["as", "than", "if", "when"]);
    if chunk.negated || is_unsaid(clause, site.verb) {
        return None;
    }
    if chunk.passive || bare_as && chunk.form != Form::Ing {
        return None;
    }
    let subject = own_or_shared(scene, site)?;
    // "Neither side said", "Nobody denied": nobody did.
    if clause.is_word(subject.chunks.start, &["neither", "nobody", "no", "none", "nothing"]) {
        return None;
    }
    if site.cue.class == CueClass::Document && !can_show(clause, &subject) {
        return None;
    }
    scene.can_speak(clause, &subject).then_some(subject)
}

/// Whether the verb's subject is whom it is said of: *was described as*, *a plan called*, *often labeled as … by*.
pub(super) fn is_passive(site: &Site) -> bool {
    let clause = &site.clause;
    let chunk = &clause.chunks[site.verb];
    let alone = chunk.start + 1 == chunk.end;
    // A participle that the tagger takes for a past tense: a comma or a dash before it, and *by* behind.
    let behind_adverb = clause
        .before(site.verb)
        .map(|b| if clause.kind(b) == Some(ChunkKind::Adv) { clause.before(b).unwrap_or(b) } else { b });
    let no_subject = chunk.form == Form::Past
        && clause.class(site.verb).contains(Class::VERB_PART)
        && behind_adverb.is_some_and(|b| matches!(clause.kind(b), Some(ChunkKind::Dash | ChunkKind::Comma)))
        && by_phrase(site, clause.chunks.len()).is_some();
    // "a game kept for wizards and described by one fan as": no verb of describing has *by* for an object.
    let described = site.cue.frames.contains(Frames::NP_AS)
        && clause.is_word(site.after, &["by"])
        && clause.class(site.verb).contains(Class::VERB_PART);
    chunk.passive || alone && (chunk.form == Form::Participle || no_subject || described)
}

/// The *by* behind a passive verb, before the next finite verb.
fn by_phrase(site: &Site, until: usize) -> Option<usize> {
    let clause = &site.clause;
    (site.after..until.min(clause.chunks.len()))
        .take(REACH)
        .take_while(|&i| !clause.chunks[i].is_finite() && clause.kind(i) != Some(ChunkKind::Comma))
        .find(|&i| clause.is_word(i, &["by"]) && clause.text.passage_at(clause.chunks[i].start).is_none())
}

/// Who says it where the verb is passive, and the *by* before the words: *labeled a “hoax” by Berg*.
pub(super) fn agent(scene: &Scene, site: &Site, until: usize) -> Option<(Phrase, usize)> {
    let clause = &site.clause;
    let by = by_phrase(site, until)?;
    let agent = clause.phrase_from(by + 1)?;
    scene.can_speak(clause, &agent).then_some((agent, by))
}

/// The subject behind a verb of saying that a comma or nothing stands before: *But, said Berg, “…”*.
pub(super) fn inverted(site: &Site) -> Option<Phrase> {
    let clause = &site.clause;
    let chunk = &clause.chunks[site.verb];
    let set_off = site
        .verb
        .checked_sub(1)
        .and_then(|i| clause.kind(i))
        .is_none_or(|k| matches!(k, ChunkKind::Comma | ChunkKind::And | ChunkKind::Mark | ChunkKind::Dash));
    if !set_off || !site.is_finite_active() || chunk.start + 1 < chunk.end || site.cue.frames.contains(Frames::HEARER) {
        return None;
    }
    let subject = clause.phrase_from(site.after)?;
    let end = subject.chunks.end;
    let quote = matches!(clause.kind(end), Some(ChunkKind::Comma | ChunkKind::Colon))
        && clause.kind(end + 1) == Some(ChunkKind::Quote);
    let token = &clause.text.tokens[clause.chunks[subject.head].head];
    let somebody = token.tag == Tag::Name || token.is(Class::ROLE | Class::PERSON | Class::THIRD_PERSON);
    (quote && somebody).then_some(subject)
}

/// Whether a verb of saying only might, should or would not happen: *could say*, *refused to say*, *needs to say*.
fn is_unsaid(clause: &Clause, verb: usize) -> bool {
    const POSSIBLE: &[&str] = &["could", "might", "may", "should", "must", "can", "ought"];
    const UNDONE: &[&str] = &[
        "decline",
        "declined",
        "declines",
        "declining",
        "refuse",
        "refused",
        "refuses",
        "refusing",
        "fail",
        "failed",
        "fails",
        "need",
        "needs",
        "needed",
        "want",
        "wants",
        "wanted",
        "plan",
        "plans",
        "planned",
        "hope",
        "hopes",
        "hoped",
        "try",
        "tries",
        "tried",
        "trying",
        "likely",
        "unlikely",
        "able",
        "unable",
        "ready",
        "reluctant",
        "soon",
        "hard",
        "easy",
        "difficult",
        "expect",
        "expected",
        "expects",
        "neglected",
        "hesitated",
        "unwilling",
        "willing",
        "wait",
    ];
    let chunk = &clause.chunks[verb];
    match chunk.form {
        // "could only say": so she did.
        Form::Modal => {
            let only = (chunk.start..chunk.end).any(|i| clause.text.word(i).eq_ignore_ascii_case("only"));
            clause.is_word(verb, POSSIBLE) && !only
        }
        Form::Infinitive => {
            // "it is fair to say": one may.
            let fair = verb >= 3 && clause.kind(verb - 1) == Some(ChunkKind::Adj) && clause.is_word(verb - 3, &["it"]);
            let before = clause.before(verb).map(|b| clause.text.word(clause.chunks[b].head));
            fair || before.is_some_and(|word| UNDONE.iter().any(|u| u.eq_ignore_ascii_case(word)))
        }
        // "stopped short of saying", "from declaring it over to leaving": nobody says so here.
        Form::Ing => clause.before(verb).is_some_and(|b| clause.is_word(b, &["from", "without", "instead"])),
        _ => false,
    }
}

/// Whether a subject can show or find something in words: a text, a study, those who made it.
fn can_show(clause: &Clause, subject: &Phrase) -> bool {
    // "Judge Ines Varga ruled"
    let titled = |i: usize| {
        clause.is_name(i)
            && clause.text.tokens[clause.chunks[i].start..clause.chunks[i].end].iter().any(|t| t.is(Class::ROLE))
    };
    (subject.chunks.start..subject.chunks.end)
        .take_while(|&i| !matches!(clause.kind(i), Some(ChunkKind::Wh | ChunkKind::Comma)))
        .any(|i| clause.class(i).intersects(Class::DOCUMENT | Class::GROUP | Class::ROLE | Class::OUTLET) || titled(i))
}

/// The cue's own subject; for *saying*, *and added*, *to say* the subject of the verb it hangs on.
fn own_or_shared(scene: &Scene, site: &Site) -> Option<Phrase> {
    let clause = &site.clause;
    let chunk = &clause.chunks[site.verb];
    if chunk.is_finite() {
        if let Some(subject) = site.subject() {
            return Some(subject);
        }
    } else if chunk.form == Form::Ing {
        if let Some(phrase) = quoted_as_saying(clause, site.verb) {
            return Some(phrase);
        }
        if let Some(phrase) = modified_noun(scene, clause, site.verb) {
            return Some(phrase);
        }
    }
    if let Some(phrase) = subject_of_infinitive(clause, site.verb) {
        return Some(phrase);
    }
    if let Some(subject) = subject_to_the_left(scene, clause, site.verb) {
        return Some(subject);
    }
    // "Saying it was late, Berg left.": the subject follows.
    if site.verb <= 1 && chunk.form == Form::Ing {
        let comma = (site.verb..clause.chunks.len()).find(|&i| clause.kind(i) == Some(ChunkKind::Comma))?;
        let verb = (comma + 1..clause.chunks.len()).find(|&i| clause.chunks[i].is_finite())?;
        return clause.subject_before(verb);
    }
    None
}

/// The subject of the nearest finite verb before chunk `i` that is the reporter's: verbs inside what somebody else said are passed over.
pub(super) fn subject_to_the_left(scene: &Scene, clause: &Clause, i: usize) -> Option<Phrase> {
    let subjects = || {
        (0..i)
            .rev()
            .filter(|&v| clause.chunks[v].is_finite() && scene.owner(clause.chunks[v].head).is_none())
            .take(8) // who is further off in so long a sentence is not meant
            .filter_map(|v| Some((v, clause.subject_before(v).or_else(|| inverted_source(scene, clause, v))?)))
    };
    // "She insisted that they and the firm wait, telling him": the participle is the main clause's.
    let main = |(v, s): &(usize, Phrase)| {
        // "the idea that the billionaire real estate developer …", "when the plan to join Oslo to the coast …": what splits the phrase.
        let inside = |l: usize| clause.is_nominal(l) || clause.chunks[l].form == Form::Infinitive;
        let link = (0..s.chunks.start).rev().find(|&l| !inside(l));
        // "stood by her plan to send boats deemed a risk to Oslo, insisting": a participle of what is spoken of.
        let governed = |l: usize| {
            matches!(clause.kind(l), Some(ChunkKind::Prep | ChunkKind::Verb))
                && (0..=l).any(|earlier| clause.chunks[earlier].is_finite())
        };
        let described = clause.is_bare_past(*v) && link.is_some_and(governed);
        clause.kind(s.head) != Some(ChunkKind::Wh) && !described && !link.is_some_and(|l| subordinates(clause, l))
    };
    // "quashed rumors he was late by saying", "played down claims she was late, saying"
    let contact = |s: &Phrase| {
        s.chunks.start >= 2
            && clause.is_nominal(s.chunks.start - 1)
            && matches!(clause.kind(s.chunks.start - 2), Some(ChunkKind::Verb | ChunkKind::Prep))
            && clause.text.tokens[clause.chunks[s.head].head].tag == Tag::Pron
    };
    let verb = clause.chunks.get(i);
    let before = clause.before(i).and_then(|b| clause.kind(b));
    let participle = verb.is_some_and(|v| v.form == Form::Ing)
        && (matches!(before, Some(ChunkKind::Comma | ChunkKind::And | ChunkKind::Dash))
            || i > 0 && clause.is_word(i - 1, &["while", "whilst"]));
    if participle {
        if let Some((_, s)) =
            subjects().find(|found| is_somebody(clause, &found.1) && main(found) && !contact(&found.1))
        {
            return Some(s);
        }
    }
    // "He asked whether the court could hear her but said": what is joined with "and" is not the question's.
    let listed = (0..i).rev().find(|&v| clause.kind(v) == Some(ChunkKind::Verb));
    let infinitive = verb.is_some_and(|v| v.form == Form::Present)
        && listed.is_some_and(|v| clause.chunks[v].form == Form::Infinitive);
    if verb.is_some_and(Chunk::is_finite) && before == Some(ChunkKind::And) && !infinitive {
        let asked = |s: &Phrase| s.chunks.start.checked_sub(1).is_some_and(|l| opens_aside(clause, l));
        let subjects = || subjects().map(|(_, s)| s);
        if let Some(s) = subjects().find(|s| is_somebody(clause, s) && agrees(clause, s, i) && !asked(s)) {
            return Some(s);
        }
        // "Pilots fear that Berg is late and warn": a plural that no table knows.
        let plural = |s: &Phrase| clause.text.word(clause.chunks[s.head].head).ends_with('s') && agrees(clause, s, i);
        let singular = subjects().next().filter(|s| !agrees(clause, s, i));
        if let Some(s) = singular.and_then(|_| subjects().find(plural)) {
            return Some(s);
        }
    }
    let by = i > 0 && clause.is_word(i - 1, &["by"]);
    // "Carson held that the episode was over, saying": things do not speak where somebody is there who can.
    let mut first = None;
    for (_, subject) in subjects() {
        if is_somebody(clause, &subject) && !(by && contact(&subject)) {
            return Some(subject);
        }
        first = first.or(Some(subject));
    }
    first
}

/// Whether the clause behind chunk `i` is asked or dated, not told: *whether Berg could*, *who Berg would*, *after Berg had*.
fn opens_aside(clause: &Clause, i: usize) -> bool {
    clause.is_word(i, &["whether", "who", "whom", "what", "how", "why", "after", "before"])
}

/// Whether a subject takes a verb in number: *Clinton* does not *warn*, *strategists* do not *warns*.
fn agrees(clause: &Clause, subject: &Phrase, verb: usize) -> bool {
    let head = &clause.chunks[subject.head];
    let token = &clause.text.tokens[head.head];
    let coordinated = (subject.chunks.start..subject.chunks.end).any(|i| clause.kind(i) == Some(ChunkKind::And));
    match clause.text.tokens[clause.chunks[verb].start].tag {
        // A team or a firm may: "Arsenal say".
        Tag::Verb => {
            let several = coordinated
                || token.is(Class::GROUP | Class::OUTLET | Class::PLURAL)
                || token.shape.contains(Shape::ALL_CAPS)
                || clause.text.word(head.head).ends_with('s');
            token.tag != Tag::Name || several
        }
        _ => true,
    }
}

/// Whether a clause that begins behind chunk `i` hangs on another: *that*, *whether*, *after* before a subject and its verb.
pub(super) fn subordinates(clause: &Clause, i: usize) -> bool {
    matches!(clause.kind(i), Some(ChunkKind::That | ChunkKind::Sub | ChunkKind::Wh)) || clause.joins_clauses(i)
}

/// Whether a subject can promise or ask: somebody or a body, not *a plan that threatened to …*.
pub(super) fn can_intend(clause: &Clause, phrase: &Phrase) -> bool {
    let antecedent = match clause.kind(phrase.head) {
        Some(ChunkKind::Wh) if !clause.is_word(phrase.head, &["who"]) => clause.before(phrase.head),
        _ => Some(phrase.head),
    };
    // "The operator, Blue Strait Lines, denied": a body with a name.
    let named = clause.tokens(phrase.chunks.clone()).any(|i| clause.text.tokens[i].tag == Tag::Name);
    antecedent.is_none_or(|head| {
        if named && head == phrase.head {
            return true;
        }
        let token = &clause.text.tokens[clause.chunks[head].head];
        let that = token.tag == Tag::Pron && clause.is_word(head, &["that", "this"]);
        !names_no_speaker(token) && !that
    })
}

/// Whether the head of a noun phrase is no name, and no noun known for what speaks: *a plan*, *a rout*. Stricter than [`Text::is_thing`]:
/// a noun in no list is none.
pub(super) fn names_no_speaker(head: &Token) -> bool {
    const SPEAKS: Class = Class::ROLE
        .union(Class::PERSON)
        .union(Class::GROUP)
        .union(Class::OUTLET)
        .union(Class::NATIONALITY)
        .union(Class::DOCUMENT)
        .union(Class::PLURAL);
    head.tag == Tag::Noun && !head.is(SPEAKS)
}

/// Whether a noun phrase names or describes somebody, a body or a text.
fn is_somebody(clause: &Clause, phrase: &Phrase) -> bool {
    let token = &clause.text.tokens[clause.chunks[phrase.head].head];
    // "The tide's top monitor, former President Ines Varga,"
    let hangs = |i: &usize| matches!(clause.kind(*i), Some(ChunkKind::Prep | ChunkKind::Np));
    let comma = (phrase.head + 1..phrase.chunks.end).find(|i| !hangs(i));
    let comma = comma.filter(|&c| clause.kind(c) == Some(ChunkKind::Comma) && c + 1 < phrase.chunks.end);
    let governed = phrase.chunks.start.checked_sub(1).is_some_and(|p| clause.kind(p) == Some(ChunkKind::Prep));
    let described = token.tag == Tag::Noun && !token.is(Class::TIME) && !governed;
    let named = |name: usize| clause.is_name(name) && clause.is_titled(name);
    described && comma.is_some_and(|c| named(c + 1))
        || matches!(token.tag, Tag::Name | Tag::Wh)
        || token.tag == Tag::Pron && token.is(Class::THIRD_PERSON | Class::FIRST_PERSON | Class::SECOND_PERSON)
        || token.is(Class::ROLE | Class::PERSON | Class::GROUP | Class::DOCUMENT | Class::OUTLET | Class::NATIONALITY)
}

/// The source behind a cue that is already decided: *“Q,” said Biden, urging them to wait*.
fn inverted_source(scene: &Scene, clause: &Clause, verb: usize) -> Option<Phrase> {
    let cue = clause.chunks[verb].head;
    let statement =
        scene.statements().iter().rev().take(4).find(|s| s.cue.as_ref().is_some_and(|c| c.contains(&cue)))?;
    let head = clause.chunk_at(statement.mention.as_ref()?.start)?;
    (head > verb).then_some(Phrase { chunks: head..head + 1, head })
}
