//! Cues with a complement: *said (that) S*, *told NP (that) S*, *asked whether S*, *vowed to VP*, *denied NP*, one rule a frame.

use super::beside_quote::{SUBJECT_CUE_QUOTE, quote_content};
use super::content::clause_end;
use super::naming::{has_own_marks, is_name, is_written};
use super::nearby;
use super::source;
use super::start::{content_start, object_end};
use super::{Example, Found, Rule, Scene, Site};
use crate::lexicon::{CueClass, Frames};
use crate::text::clause::{Clause, Phrase};
use crate::text::{Chunk, ChunkKind, Form, Tag};
use crate::words::Class;

pub(super) const RULES: &[&Rule] =
    &[&CUE_CLAUSE, &CUE_WH, &SUBJECT_CUE_QUOTE, &CUE_TO, &CUE_JUDGEMENT, &CUE_MARKS, &CUE_OBJECT];

/// *X said (that) S.*
const CUE_CLAUSE: Rule = Rule {
    id: "cue-clause",
    says: "The clause that a verb of saying governs, with or without “that”, is what its subject said.",
    confidence: 0.85,
    examples: &[
        Example {
            text: "Anna Berg said on Monday that the port would close.",
            found: "Anna Berg: the port would close",
        },
        Example { text: "Anna Berg told reporters the port would close.", found: "Anna Berg: the port would close" },
    ],
    find: |scene, site| {
        if !site.cue.frames.intersects(Frames::THAT | Frames::HEARER) {
            return None;
        }
        let subject = source::speaker(scene, site)?;
        let start = content_start(site)?;
        let clause = &site.clause;
        let is_that = is_that(clause, start);
        let from = if is_that && !is_demonstrative(clause, start) { start + 1 } else { start };
        let end = clause_end(site, from);
        let marked = has_own_marks(site, from, end);
        // A verb that may govern a plain object needs a whole clause: "maintained a lead", "announced it would".
        let governs_objects = !matches!(&*site.cue.lemma, "say" | "tell" | "add" | "argue" | "insist");
        let clause_follows = if governs_objects {
            clause.clause_verb(from, end).is_some_and(|v| !is_bare_auxiliary(site, v))
        } else {
            clause.has_clause(from, end)
        };
        if !is_that && !clause_follows && !(marked && starts_with_mark(site, from)) || is_written(scene, site) {
            return None;
        }
        if !is_that && site.hit.form == crate::lexicon::CueForm::Participle {
            return None;
        }
        // "responded by closing the port", "reiterated them on Monday": no subject that a clause could begin with.
        // "US President Berg" is nobody's object.
        let pronoun = clause.chunks.get(start).is_some_and(|c| clause.text.tokens[c.start].tag == Tag::Pron);
        let object = pronoun && clause.is_word(start, &["me", "him", "them", "us"])
            || clause.is_word(start, &["by", "with"]) && clause.kind(start) == Some(ChunkKind::Prep);
        if !is_that && object && !marked {
            return None;
        }
        // "states that have moved", "reported in a paper that is new": a noun and its relative clause.
        let finite = |i: usize| clause.chunks.get(i).is_some_and(Chunk::is_finite);
        if is_that
            && clause.kind(start) == Some(ChunkKind::Wh)
            && (finite(from) || start > site.after && finite(start + 1))
        {
            return None;
        }
        // "battleground states Ohio and Florida": without "that" the form is more often the noun.
        if !is_that && !marked && site.cue.lemma == "state" {
            return None;
        }
        found(scene, site, subject, from, end)
    },
};

/// *X asked whether S.*
const CUE_WH: Rule = Rule {
    id: "cue-question",
    says: "The question that a verb of asking or telling governs is what its subject said.",
    confidence: 0.81,
    examples: &[Example {
        text: "Anna Berg asked whether the port would close.",
        found: "Anna Berg: whether the port would close",
    }],
    find: |scene, site| {
        if !site.cue.frames.contains(Frames::WH) {
            return None;
        }
        let subject = source::speaker(scene, site)?;
        let start = object_end(site, site.after);
        let clause = &site.clause;
        // "noted the rules that lapse": a noun's relative clause, but "told them that was late".
        let relative = clause.is_word(start, &["that"])
            && !site.cue.frames.contains(Frames::HEARER)
            && start > 0
            && clause.is_nominal(start - 1);
        let asks = clause.kind(start) == Some(ChunkKind::Wh) && !relative;
        if !asks && !clause.is_word(start, &["whether", "if"]) {
            return None;
        }
        let end = clause_end(site, start);
        // "told them that harbor masters were late", where the tagger takes "harbor" for a verb
        let ahead = start + 2..end.min(start + 8);
        let breaks = |i: &usize| !matches!(clause.kind(*i), Some(ChunkKind::Comma | ChunkKind::Wh | ChunkKind::That));
        let conjunction =
            clause.is_word(start, &["that"]) && ahead.take_while(breaks).any(|i| clause.chunks[i].is_finite());
        found(scene, site, subject, start + conjunction as usize, end)
    },
};

/// *X vowed to do.*
const CUE_TO: Rule = Rule {
    id: "cue-infinitive",
    says: "The infinitive that a verb of promising or asking governs is what its subject said.",
    confidence: 0.68,
    examples: &[
        Example { text: "Anna Berg vowed to close the port.", found: "Anna Berg: to close the port" },
        Example { text: "The storm threatened to close the port.", found: "" },
    ],
    find: |scene, site| {
        let clause = &site.clause;
        let subject = source::speaker(scene, site).filter(|s| source::can_intend(clause, s))?;
        let at = clause.adjuncts_end(site.after);
        let start = if site.cue.frames.contains(Frames::TO) && is_verb(clause, at, Form::Infinitive) {
            at
        } else if site.cue.frames.contains(Frames::NP_TO) {
            let object = clause.phrase_from(clause.at_or_after(site.after))?;
            let not = clause.kind(object.chunks.end) == Some(ChunkKind::Adv);
            if !is_verb(clause, object.chunks.end + not as usize, Form::Infinitive) {
                return None;
            }
            object.chunks.start
        } else {
            return None;
        };
        found(scene, site, subject, start, clause_end(site, start))
    },
};

/// *X announced a plan.*
const CUE_OBJECT: Rule = Rule {
    id: "cue-object",
    says: "The object or gerund of a verb of announcing or denying is what its subject said.",
    confidence: 0.67,
    examples: &[
        Example { text: "Anna Berg announced a plan for the port.", found: "Anna Berg: a plan for the port" },
        Example { text: "Anna Berg denied closing the port.", found: "Anna Berg: closing the port" },
        Example { text: "Nobody denied the rumor.", found: "" },
    ],
    find: |scene, site| {
        let gerund = site.cue.frames.contains(Frames::ING) && is_verb(&site.clause, site.after, Form::Ing);
        let plain = site.cue.class == CueClass::Speech && (gerund || site.cue.frames.contains(Frames::NP));
        // "to announce a plan": an infinitive tells what may be, not what was said.
        let happens = site.clause.chunks[site.verb].form != Form::Infinitive;
        if !plain || !happens || !gerund && !site.clause.is_nominal(site.after) {
            return None;
        }
        let subject = source::speaker(scene, site).filter(|s| source::can_intend(&site.clause, s))?;
        found(scene, site, subject, site.after, clause_end(site, site.after))
    },
};

/// *X accused Y of lying*, *X described Y as a fool*, *X called Y a fool.*
const CUE_JUDGEMENT: Rule = Rule {
    id: "cue-judgement",
    says: "Whom a verb of accusing or describing names, and as what, is said by its subject.",
    confidence: 0.79,
    examples: &[
        Example { text: "Anna Berg accused the port of lying.", found: "Anna Berg: the port of lying" },
        Example { text: "Anna Berg described the port as a ruin.", found: "Anna Berg: the port as a ruin" },
        Example { text: "Anna Berg called the meeting for Monday.", found: "" },
    ],
    find: |scene, site| {
        let clause = &site.clause;
        let object = clause.phrase_from(site.after)?;
        let next = object.chunks.start + 1;
        let link = |word: &str| clause.is_word(next, &[word]) || clause.is_word(object.chunks.end, &[word]);
        let judges = site.cue.frames.contains(Frames::NP_OF) && link("of")
            || site.cue.frames.contains(Frames::NP_AS) && site.cue.lemma != "refer to" && link("as");
        if !judges || site.cue.class != CueClass::Act || clause.chunks[site.verb].form == Form::Infinitive {
            return None;
        }
        let subject = source::speaker(scene, site)?;
        let end = clause_end(site, site.after);
        let content = scene_prefix(scene, clause.tokens(site.after..end))?;
        Some(Found { mention: Some(scene.mention(clause, &subject)), contents: vec![content] })
    },
};

/// *X called the plan “Q”.*
const CUE_MARKS: Rule = Rule {
    id: "cue-marks",
    says: "Words in marks that a verb of stance or saying governs are its subject's, with the phrase they stand in.",
    confidence: 0.69,
    examples: &[
        Example { text: "Anna Berg called the plan “a bad joke.”", found: "Anna Berg: the plan “a bad joke.”" },
        Example { text: "Anna Berg called the plan off.", found: "" },
        Example { text: "It is what pilots call “slack water.”", found: "" },
        Example { text: "It is what she calls “slack water.”", found: ": slack water." },
        Example {
            text: "The plan, often described as “a bad joke” by Anna Berg, is dead.",
            found: "Anna Berg: a bad joke",
        },
        Example {
            text: "The ministry backed the plan after Anna Berg called it “a bad joke.”",
            found: "Anna Berg: it “a bad joke.”",
        },
        Example {
            text: "It is common for Anna Berg to call the plan “a bad joke.”",
            found: "Anna Berg: the plan “a bad joke.”",
        },
    ],
    find: |scene, site| {
        if site.clause.kind(site.verb) == Some(ChunkKind::Prep) {
            return None; // "according to", "per"
        }
        // "whom they have referred to as a “butcher”": the object stands before the cue.
        let extracted = site.cue.frames.contains(Frames::NP_AS) && site.clause.is_word(site.after, &["as"]);
        // "pledged Saturday to", "went on to call it": the words of time are the cue's, and the second verb is the cue.
        let behind_time = site.clause.adjuncts_end(site.after);
        let start = if behind_time > site.after && is_verb(&site.clause, behind_time, Form::Infinitive) {
            behind_time
        } else {
            site.after + extracted as usize
        };
        if is_name(site, extracted) || is_written(scene, site) {
            return None;
        }
        let is_cue = is_verb(&site.clause, start, Form::Infinitive) && site.clause.class(start).contains(Class::CUE);
        if is_cue && matches!(&*site.cue.lemma, "go on" | "continue" | "proceed") {
            return None;
        }
        if matches!(site.clause.kind(start), None | Some(ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Quote)) {
            return None;
        }
        let end = clause_end(site, start);
        // "discussed Berg's “late” remark": the remark is hers.
        let opens = (start..end).find(|&i| matches!(site.clause.kind(i), Some(ChunkKind::Mark | ChunkKind::Quote)));
        let open = opens.map(|i| site.clause.chunks[i].start).filter(|o| *o > 0);
        if open.is_some_and(|o| {
            scene.text.tokens[o - 1].tag == Tag::Genitive && nearby::possessor(scene.text, &site.clause, o).is_some()
        }) {
            return None;
        }
        if !has_own_marks(site, start, end) || opens.is_some_and(|o| another_says(site, start, o)) {
            return None;
        }
        // "a rout described as “late”": by nobody, or by whom the sentence tells.
        let before = site.clause.before(site.verb).filter(|&np| extracted && site.clause.is_nominal(np));
        let described =
            before.is_some_and(|np| source::names_no_speaker(&scene.text.tokens[site.clause.chunks[np].head]));
        if described || source::is_passive(site) {
            let (agent, by) = source::agent(scene, site, end)?;
            let behind = agent.chunks.end;
            // "called by some as “Q”"
            let link = site.clause.is_word(behind, &["as"])
                && matches!(site.clause.kind(behind + 1), Some(ChunkKind::Np | ChunkKind::Mark));
            let (start, end) = if by == start { (behind + link as usize, end) } else { (start, by) };
            return if has_own_marks(site, start, end) { found(scene, site, agent, start, end) } else { None };
        }
        let subject = source::speaker(scene, site)?;
        found(scene, site, subject, start, end)
    },
};

/// *backed the plan after Berg called it “mad”*: the words in marks are those of the nearer verb of saying, which has a subject of its
/// own. In *a firm called Lark* the past form is a participle.
fn another_says(site: &Site, start: usize, open: usize) -> bool {
    let clause = &site.clause;
    let says = |v: usize| {
        clause.chunks[v].is_finite()
            && clause.class(v).intersects(Class::CUE | Class::STANCE)
            && clause.kind(v - 1) == Some(ChunkKind::Np)
    };
    let told = |v: usize| {
        let subject = &clause.text.tokens[clause.chunks[v - 1].head];
        let named = matches!(subject.tag, Tag::Pron | Tag::Name) || clause.chunks[v].form != Form::Past;
        // "mocked what she calls “Q”": she is whose words they are anyway, and what is told of others is told by her.
        let own = subject.tag == Tag::Pron && clause.is_word(v - 2, &["what"]);
        let retold = clause.kind(v - 2) == Some(ChunkKind::That) || clause.is_word(v - 2, &["that"]);
        !own && !retold && (source::subordinates(clause, v - 2) || named && clause.kind(v - 2) != Some(ChunkKind::Prep))
    };
    // "led Berg, who wrote the study, to call it “mad”": the infinitive goes on behind the relative clause.
    let relative = site.verb > 0 && clause.kind(site.verb - 1) == Some(ChunkKind::Wh);
    let goes_on = |v: usize| {
        relative
            && is_verb(clause, v, Form::Infinitive)
            && clause.class(v).intersects(Class::CUE | Class::STANCE)
            && clause.kind(v - 1) == Some(ChunkKind::Comma)
    };
    (start + 2..open).any(|v| says(v) && told(v)) || (start + 1..open).any(goes_on)
}

/// Whether chunk `i` is a verb group of this form.
fn is_verb(clause: &Clause, i: usize, form: Form) -> bool {
    clause.chunks.get(i).is_some_and(|c| c.kind == ChunkKind::Verb && c.form == form)
}

/// *as she said she would*: an auxiliary without its verb.
fn is_bare_auxiliary(site: &Site, v: usize) -> bool {
    let chunk = &site.clause.chunks[v];
    chunk.form == Form::Modal && chunk.start == chunk.head
}

/// The complementiser *that*.
fn is_that(clause: &Clause, i: usize) -> bool {
    clause.is_word(i, &["that"])
        && match clause.kind(i) {
            Some(ChunkKind::That | ChunkKind::Wh) => true,
            Some(ChunkKind::Np) => {
                clause.chunks.get(i + 1).is_some_and(|v| v.is_finite()) && is_participle_of_subject(clause, i + 1)
            }
            _ => false,
        }
}

/// *argued that means war*: a verb follows, with no subject of its own but *that*. In *said that combined attacks would end it* the
/// verb is a participle, as another verb comes behind the noun.
fn is_demonstrative(clause: &Clause, that: usize) -> bool {
    let mut v = that + 1;
    while clause.kind(v) == Some(ChunkKind::Adv) {
        v += 1;
    }
    clause.chunks.get(v).is_some_and(Chunk::is_finite) && !is_participle_of_subject(clause, v)
}

fn is_participle_of_subject(clause: &Clause, v: usize) -> bool {
    use ChunkKind::{Adj, Adv, Np, Prep, Verb};
    let modifies = clause.chunks[v].form == Form::Past
        && clause.class(v).contains(Class::VERB_PART)
        && clause.chunks.get(v + 1).is_some_and(|np| np.kind == Np && np.start == np.head);
    let next = (v + 1..clause.chunks.len()).find(|&i| !matches!(clause.kind(i), Some(Np | Prep | Adj | Adv)));
    modifies && next.is_some_and(|i| clause.kind(i) == Some(Verb) && clause.chunks[i].is_finite())
}

fn starts_with_mark(site: &Site, from: usize) -> bool {
    site.clause.kind(from) == Some(ChunkKind::Mark)
}

fn found(scene: &Scene, site: &Site, subject: Phrase, from: usize, to: usize) -> Option<Found> {
    if from >= to || site.needs_marks && !has_own_marks(site, from, to) || is_anonymity(site, from, to) {
        return None;
    }
    let clause = &site.clause;
    // A quoted sentence at the end is a quote of its own: He said it was over: “We are done.”
    let quote = (from + 1..to).rev().find(|&i| clause.kind(i) == Some(ChunkKind::Quote)).filter(|&q| {
        q + 1 >= to && matches!(clause.kind(q - 1), Some(ChunkKind::Comma | ChunkKind::Colon | ChunkKind::Dash))
    });
    let mut contents = vec![scene_prefix(scene, clause.tokens(from..quote.unwrap_or(to)))?];
    contents.extend(quote.and_then(|q| quote_content(scene, site, q)).filter(|c| scene.is_free(c)));
    Some(Found { mention: Some(scene.mention(clause, &subject)), contents })
}

/// *asked not to be named*, *begged us not to print his name*: a condition of the talk, no part of what was told.
fn is_anonymity(site: &Site, from: usize, to: usize) -> bool {
    let asks = matches!(&*site.cue.lemma, "ask" | "beg" | "request" | "insist" | "demand" | "plead");
    let word = |w: &str| {
        ["name", "names", "surname", "named", "identified", "anonymity"].iter().any(|n| n.eq_ignore_ascii_case(w))
    };
    let withheld =
        |w: &str| ["not", "anonymity", "withheld", "out", "without"].iter().any(|n| n.eq_ignore_ascii_case(w));
    let words = || site.clause.tokens(from..to).map(|i| site.clause.text.word(i));
    asks && to - from <= 12 && words().any(word) && words().any(withheld)
}

/// The part of a content up to the first token that already belongs to another.
fn scene_prefix(scene: &Scene, content: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let taken = content.clone().find(|&i| scene.owner(i).is_some()).unwrap_or(content.end);
    (taken > content.start).then_some(content.start..taken)
}
