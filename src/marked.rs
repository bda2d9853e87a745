//! Words in marks that nobody is quoted as saying (titles, nicknames, terms, apostrophes taken for marks), as rows beside the quotes, so
//! that a person can see what was left out and by which sign.

use crate::article::Article;
use crate::attribution::{self, Passed, Rule, Statement};
use crate::identity::Identity;
use crate::record::{Flag, Kind, Record};
use crate::records::Recorder;
use crate::text::Text;

/// Stands for the sign whose id the row gets. It is never right: nobody is quoted.
const NOT_SPEECH: Rule = Rule {
    id: "not-speech",
    says: "Words in marks that nobody is quoted as saying.",
    confidence: 0.0,
    examples: &[],
    find: |_, _| None,
};

/// Adds a record for each passage that is in no statement, where it stands in the reading order. Its rule is the sign.
pub(crate) fn add(article: &Article, text: &Text, statements: &[Statement], records: &mut Vec<Record>) {
    let mut recorder = Recorder::new(article, text);
    let mut number = statements.len() as u32;
    for (p, passage) in text.passages.iter().enumerate() {
        let tokens = &passage.tokens;
        let said = |s: &Statement| s.contents.iter().any(|c| c.start < tokens.end && tokens.start < c.end);
        if statements.iter().any(said) {
            continue;
        }
        let sign = match attribution::passed_over(text, p) {
            Some(Passed::NotSpeech(sign)) => sign.id,
            Some(Passed::Single) => "single-marks",
            None => "undecided",
        };
        number += 1;
        let contents = [tokens.clone()];
        let statement = Statement {
            rule: &NOT_SPEECH,
            cue: None,
            mention: None,
            contents: contents.to_vec(),
            sentence: text.sentence_at(tokens.start),
            continued: false,
        };
        let nobody = Identity { flags: vec![Flag::NotSpeech], ..Identity::default() };
        let mut row = recorder.record(&statement, &nobody, number, &contents);
        row.rule = sign.to_owned();
        row.kind = Kind::Direct;
        let at = records.partition_point(|r| r.segments[0].start <= row.segments[0].start);
        records.insert(at, row);
    }
}
