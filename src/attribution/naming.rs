//! Words in marks that a cue has before it, but that are a name: *a plan called “Slow Tide,”* *wrote “The Long Quay,”* as against *called
//! the plan “a mess.”* What the words themselves show is in [`quotes`]; this is what the cue and its frame show.

use super::{Scene, Site, source};
use crate::lexicon::CueClass;
use crate::quotes;
use crate::text::{Chunk, ChunkKind, Form, TokenKind};
use crate::words::Class;

/// *a plan called “Back to the Bowl”*: a participle that tells the name of what stands before it, as against *what he called “a mess”*.
/// `extracted`: the object stands before the cue.
pub(super) fn is_name(site: &Site, extracted: bool) -> bool {
    let clause = &site.clause;
    let names = matches!(
        &*site.cue.lemma,
        "call" | "dub" | "title" | "entitle" | "name" | "term" | "label" | "nickname" | "bill" | "christen" | "brand"
    );
    let participle = clause.class(site.verb).contains(Class::VERB_PART)
        && clause.chunks[site.verb].start == clause.chunks[site.verb].head;
    // "a path called the “Priest’s Regret”"
    let Some(first) = clause.chunks.get(site.after).map(|c| c.start) else { return false };
    let article = clause.text.word(first).eq_ignore_ascii_case("the");
    let passage = clause.text.passages_in(&(first..first + article as usize + 2)).next().filter(|_| !extracted);
    let Some(passage) = passage
        .map(|p| &clause.text.passages[p])
        .filter(|p| names && participle && p.open.is_some_and(|o| o <= first + article as usize))
    else {
        return false;
    };
    let link =
        site.subject().and_then(|s| s.chunks.start.checked_sub(1)).filter(|&i| !clause.is_word(i, &["when", "where"]));
    let relative =
        link.is_some_and(|i| matches!(clause.kind(i), Some(ChunkKind::Wh | ChunkKind::That | ChunkKind::Np)));
    // "dubbed “Bramsin” by fans"
    let text = clause.text;
    let is_name = || text.tokens[passage.tokens.clone()].iter().all(|t| t.kind != TokenKind::Word || t.is_capital());
    !relative && (!source::is_passive(site) || is_name())
}

/// *wrote “The Long Quay”*, *buttons that said “Slow Boats”*: the title of what somebody wrote, or what is written on a thing.
pub(super) fn is_written(scene: &Scene, site: &Site) -> bool {
    let marked =
        |c: &&Chunk| matches!(c.kind, ChunkKind::Quote | ChunkKind::Mark | ChunkKind::Comma | ChunkKind::Colon);
    let Some(chunk) = site.clause.chunks.get(site.after).filter(marked) else { return false };
    // A comma or a colon, the mark and a word.
    let passage = scene.text.passages_in(&(chunk.start..chunk.start + 3)).next();
    let sign = passage.and_then(|p| quotes::standing_not_speech(scene.text, &scene.text.passages[p]));
    sign.is_some_and(|sign| sign.id == "inscribed" || site.cue.lemma == "write" && chunk.kind != ChunkKind::Comma)
}

/// Whether words in marks stand between the chunks, and no verb of saying before them that they belong to.
pub(super) fn has_own_marks(site: &Site, from: usize, to: usize) -> bool {
    let clause = &site.clause;
    for i in from..to.min(clause.chunks.len()) {
        match clause.chunks[i].kind {
            ChunkKind::Mark | ChunkKind::Quote => {
                let passage = clause.text.passages_in(&(clause.chunks[i].start..clause.chunks[i].end + 1)).next();
                // A title or a name in marks is nobody's words.
                let naming =
                    matches!(&*site.cue.lemma, "call" | "dub" | "label" | "term" | "brand" | "nickname" | "bill");
                let named = passage.is_some_and(|p| {
                    quotes::not_speech(clause.text, &clause.text.passages[p]).is_some_and(|sign| {
                        matches!(sign.id, "markup" | "nickname" | "habit" | "award" | "rating" | "inscribed" | "work" | "worn") || sign.id == "named" && !naming
                            // "who presents “Cash in the Cellar,”"
                            || sign.id == "title"
                                && !naming
                                && i == from
                                && site.cue.class == CueClass::Act
                                && clause.text.passages[p].tokens.len() >= 3
                    })
                });
                if !named && passage.is_some() {
                    return true;
                }
            }
            ChunkKind::Verb if i > site.verb && clause.class(i).contains(Class::SPEECH_CUE) => return false,
            // "slammed the envoy who accused them of “lies”": who accuses, says so.
            ChunkKind::Verb
                if i > from
                    && clause.chunks[i].is_finite()
                    && clause.class(i).contains(Class::STANCE)
                    && clause.is_word(i - 1, &["who"]) =>
            {
                return false;
            }
            // "attacked them and visited": another verb of the same subject
            ChunkKind::And | ChunkKind::Comma
                if i > from
                    && clause
                        .chunks
                        .get(i + 1)
                        .is_some_and(|c| c.kind == ChunkKind::Verb && c.form != Form::Infinitive) =>
            {
                return false;
            }
            // "wrote the songs, and she has an ear": another sentence
            ChunkKind::And
                if i > from
                    && clause.kind(i - 1) == Some(ChunkKind::Comma)
                    && clause.kind(i + 1) == Some(ChunkKind::Np)
                    && clause.chunks.get(i + 2).is_some_and(Chunk::is_finite) =>
            {
                return false;
            }
            _ => {}
        }
    }
    false
}
