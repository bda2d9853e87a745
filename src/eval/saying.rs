//! Verbs of saying by which the measures tell speech from beliefs and other attributions: VerbNet's classes say, tell, talk by manner
//! and transfer of message, in short. A list of its own, so that a change of the program's cues does not change what is measured.

use std::collections::HashSet;
use std::sync::LazyLock;

const VERBS: &str = "\
acknowledge add admit advise affirm allege announce answer argue ask assert assure boast caution claim comment complain concede \
conclude confirm contend continue counter declare deny disclose emphasize estimate exclaim explain exult insist interject joke lament \
maintain mention muse note object observe opine plead pledge post proclaim promise protest quip recall recommend recount reiterate \
relate remark remind repeat reply report respond retort reveal say scoff shout signal speculate state stress suggest swear tell \
testify tweet urge vow warn write yell chant predict propose wonder read";

const IRREGULAR: &str =
    "said saying says told telling tells wrote written writing writes swore sworn swearing swears reads reading";

static FORMS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut out: HashSet<String> = IRREGULAR.split(' ').map(str::to_owned).collect();
    out.insert("according".to_owned());
    for verb in VERBS.split_whitespace() {
        let last = &verb[verb.len() - 1..];
        out.insert(verb.to_owned());
        for ending in ["s", "es", "ed", "ing", "d"] {
            out.insert(format!("{verb}{ending}"));
        }
        out.insert(format!("{verb}{last}ed"));
        out.insert(format!("{verb}{last}ing"));
        if let Some(stem) = verb.strip_suffix('y') {
            out.insert(format!("{stem}ied"));
            out.insert(format!("{stem}ies"));
        }
        if let Some(stem) = verb.strip_suffix('e') {
            out.insert(format!("{stem}ing"));
        }
    }
    out
});

/// Whether the words of a cue hold a verb of saying or *according*.
pub(crate) fn is_saying(cue: &str) -> bool {
    words(cue).iter().any(|w| FORMS.contains(w))
}

/// The runs of the letters a to z, in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_ascii_lowercase()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saying() {
        for (cue, want) in [
            ("said", true),
            ("According to", true),
            ("has repeatedly denied", true),
            ("quipped", true),
            ("arguing", true),
            ("replied", true),
            ("thinks", false),
            ("criticized", false),
            ("", false),
        ] {
            assert_eq!(is_saying(cue), want, "{cue:?}");
        }
    }
}
