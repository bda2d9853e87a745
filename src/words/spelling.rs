//! British spellings of the words that the lists write the American way: *labelled*, *emphasise*, *neighbour*. One row a difference.

/// Endings that differ in every word but those of [`SAME`].
const ENDINGS: &[(&str, &str)] = &[
    ("ize", "ise"),
    ("izes", "ises"),
    ("ized", "ised"),
    ("izing", "ising"),
    ("izer", "iser"),
    ("izers", "isers"),
    ("ization", "isation"),
    ("izations", "isations"),
    ("yze", "yse"),
    ("yzed", "ysed"),
    ("yzing", "ysing"),
];

/// What ends like them and is spelt so everywhere begins with one of these.
const SAME: &[&str] = &["siz", "priz", "seiz", "capsiz"];

/// Stems that differ; words begin with them.
const STEMS: &[(&str, &str)] = &[
    ("armor", "armour"),
    ("behavior", "behaviour"),
    ("catalog", "catalogue"),
    ("centered", "centred"),
    ("centering", "centring"),
    ("center", "centre"),
    ("color", "colour"),
    ("cozy", "cosy"),
    ("defense", "defence"),
    ("dialog", "dialogue"),
    ("endeavor", "endeavour"),
    ("enroll", "enrol"),
    ("favor", "favour"),
    ("flavor", "flavour"),
    ("fulfill", "fulfil"),
    ("gray", "grey"),
    ("harbor", "harbour"),
    ("honor", "honour"),
    ("humor", "humour"),
    ("jewelry", "jewellery"),
    ("judgment", "judgement"),
    ("labor", "labour"),
    ("license", "licence"),
    ("maneuver", "manoeuvre"),
    ("mom", "mum"),
    ("neighbor", "neighbour"),
    ("odor", "odour"),
    ("offense", "offence"),
    ("parlor", "parlour"),
    ("pediatric", "paediatric"),
    ("plow", "plough"),
    ("program", "programme"),
    ("rumor", "rumour"),
    ("savior", "saviour"),
    ("savor", "savour"),
    ("skeptic", "sceptic"),
    ("somber", "sombre"),
    ("theater", "theatre"),
    ("vapor", "vapour"),
];

/// What may stand behind a stem.
const TAILS: &[&str] = &["", "s", "ed", "ing", "er", "ers", "d", "al", "ally", "ly", "ian", "ians", "able"];

/// A word (in small letters) as America spells it, and as Britain does where it differs.
pub(crate) fn spellings(word: &str) -> impl Iterator<Item = String> {
    [Some(word.to_owned()), british(word)].into_iter().flatten()
}

/// How Britain spells a word.
///
/// Endings in *-ize*, stems in *-or* and *-er*, and the *l* that is doubled behind a vowel without stress: *labelled*, *signalling*.
fn british(word: &str) -> Option<String> {
    let respelt = |end: &(&str, &str)| word.strip_suffix(end.0).map(|stem| [stem, end.1].concat());
    if let Some(british) = ENDINGS.iter().find_map(respelt) {
        return (!SAME.iter().any(|same| word.starts_with(same))).then_some(british);
    }
    let stem = STEMS.iter().find_map(|(american, british)| {
        let tail = word.strip_prefix(american).filter(|tail| TAILS.contains(tail))?;
        Some([*british, tail].concat())
    });
    stem.or_else(|| doubled(word))
}

/// *labeled*: one vowel, *l* and an ending, behind another syllable.
fn doubled(word: &str) -> Option<String> {
    let tail = ["ed", "ing", "er", "ers"].into_iter().find(|tail| word.ends_with(tail))?;
    let stem = word.strip_suffix(tail)?;
    let is_vowel = |c: char| "aeiou".contains(c);
    let mut end = stem.chars().rev();
    let l = end.next() == Some('l');
    let vowel = end.next().is_some_and(|c| "aei".contains(c));
    let consonant = end.next().is_some_and(|c| !is_vowel(c));
    (l && vowel && consonant && end.any(is_vowel)).then(|| [stem, "l", tail].concat())
}

#[cfg(test)]
mod tests {
    use super::british;

    #[test]
    fn britain_spells_otherwise() {
        for (american, want) in [
            ("emphasized", "emphasised"),
            ("organizations", "organisations"),
            ("analyzing", "analysing"),
            ("labeled", "labelled"),
            ("signaling", "signalling"),
            ("traveler", "traveller"),
            ("neighbors", "neighbours"),
            ("favoring", "favouring"),
            ("centered", "centred"),
            ("theaters", "theatres"),
            ("skeptical", "sceptical"),
            ("fulfills", "fulfils"),
        ] {
            assert_eq!(british(american).as_deref(), Some(want));
        }
        for word in
            ["size", "seized", "prizes", "capsizing", "revealed", "failed", "called", "paled", "laboratory", "moment"]
        {
            assert_eq!(british(word), None, "{word}");
        }
    }
}
