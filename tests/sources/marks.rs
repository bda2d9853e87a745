//! Where a quote begins and ends, and words in marks that nobody says.

use crate::Row;

pub const ROWS: &[Row] = &[
    // What somebody is called is no title.
    (
        "Ina Varga called the two old pilots “Slow Tide” and “Late Tide” in Oslo.",
        &["Ina Varga: the two old pilots “Slow Tide” and “Late Tide” in Oslo"],
    ),
    ("Ole Lund shouts at pilots and calls people “tides.”", &["Ole Lund: people “tides.”"]),
    ("Ina Varga called Ole Lund “Slow Tide” often.", &["Ina Varga: Ole Lund “Slow Tide” often"]),
    // British spellings.
    ("The organiser, Ina Varga, emphasised that the tide was late.", &["Ina Varga: the tide was late"]),
    ("Ina Varga labelled the defence of the harbour “late.”", &["Ina Varga: the defence of the harbour “late.”"]),
    // An article that quotes in single marks: over paragraphs, and inside a sentence.
    (
        "‘We wait,’ said Ina Varga.\n\n‘The tide is late.\n\n‘The pilots’ boats are late.’\n\nVarga has a quay ‘long enough for us all’ in Oslo.",
        &[
            "Ina Varga: We wait,",
            "Ina Varga: The tide is late.",
            "Ina Varga: The pilots’ boats are late.",
            "Ina Varga: long enough for us all",
        ],
    ),
    // Where double marks quote, single ones inside a sentence do not.
    ("“We wait,” said Ina Varga. She has a boat ‘long enough for us all’ in Oslo.", &["Ina Varga: We wait,"]),
    (
        "Pilots of the push to boycott the tide said it was late.",
        &["Pilots of the push to boycott the tide: it was late"],
    ),
    // Words that stand on things.
    ("Pilots ran with placards reading “Late Again!” in Oslo.", &[]),
    ("A sign on the quay has asked “Late Again?” since May.", &[]),
    // Consecutive lines, each a quote and a name.
    (
        "“I won it.” ― Ina Varga\n“The worst pilot of all.” ― Ole Lund\n",
        &["Ina Varga: I won it.", "Ole Lund: The worst pilot of all."],
    ),
    // What one verb before a quote governs, a smile behind it does not.
    ("A pilot said, “Are you late?” Ina Varga smiles when she hears it.", &["A pilot: Are you late?"]),
    // A programme is no quote.
    ("“We wait,” Ina Varga said on Oslo's “Wait, Wait!”", &["Ina Varga: We wait,"]),
    // Whom somebody told is no quote.
    ("Ina Varga told “Oslo This Morning” that it was late.", &["Ina Varga: it was late"]),
    ("“It is late,” Ina Varga told the “Oslo Tide,” laughing.", &["Ina Varga: It is late,"]),
    // An opening mark that got lost.
    ("We wait,” Ina Varga said. She added: “It is late.”", &["Ina Varga: We wait,", "Ina Varga: It is late."]),
    ("It cost 5\" more, Ina Varga said.", &["Ina Varga: It cost 5\" more"]),
    // A letter or a statement is its writer's, a report is not.
    ("Ina Varga waits. “It is late,” Varga's statement said.", &["Ina Varga: It is late,"]),
    ("Ina Varga waits. “It is late,” her letter said.", &["Ina Varga: It is late,"]),
    ("The port waits. “It is late,” its letter said.", &["its letter: It is late,"]),
    // What is left of a mark and a space that does not break, or of a dash.
    (
        "“It was,” he said.\n\n\"It is late,\"?Ina Varga said. \"The tide came \"?and went.\"",
        &[": It was,", "Ina Varga: It is late, The tide came \"?and went."],
    ),
    ("\"Is it late\"?\n\nIna Varga said so.", &[": Is it late"]),
    // What somebody goes on to do is not said; a film's title behind a colon is none of anybody's words.
    ("Carl Moe went on to win the “long race” in May.", &[]),
    ("Carl Moe went on to call the race “too long.”", &["Carl Moe: the race “too long.”"]),
    ("Carl Moe made two films: “One Went Over the Quay” (1975) and “Port.”", &[]),
    ("Carl Moe said two things of films: “They are late and too long.”", &["Carl Moe: They are late and too long."]),
    // A soft hyphen before a word joins nothing.
    ("“It is late,” said Ole \u{ad}Lund.", &["Ole Lund: It is late,"]),
    // A first paragraph that ends in a quote is no headline.
    (
        "Ina Varga came to a film of the port that was called “late.” Varga said, “I wait.”\n\nIt was Oslo.",
        &["Ina Varga: I wait."],
    ),
    // Words with capitals that nobody near says are a title, but not an answer.
    ("The quay is quiet, and “Harbour” opens in May.", &[]),
    ("The old bell was stolen. It was called many things in its time, “Nobby” to the pilots.", &[]),
    ("The quay was quiet. “Nothing,” came the reply.", &[": Nothing,"]),
    // A hyphen that a copy has for a space that does not break.
    ("“It is late,”-Ina Varga said-on Monday. “It was.”", &["Ina Varga: It is late, It was."]),
    ("Ina Varga, a pilot,-said: “It is late.”", &["Ina Varga: It is late."]),
    ("Varga-said it was late.-Lund-says it was not.", &["Varga: it was late", "Lund: it was not"]),
    ("Varga-also said it was late. Lund-in Oslo-said it was not.", &["Varga: it was late", "Lund: it was not"]),
    ("The Minister for Finance-Anna Varga said it was late.", &["Anna Varga: it was late"]),
    ("The Minister for Housing-Anna Varga said it was late.", &["Anna Varga: it was late"]),
    ("Ina Varga-denied it was late. “Never,” she said.", &["Ina Varga: it was late", "Ina Varga: Never,"]),
    ("Ina Varga rose. She added:- “It is late.”", &["Ina Varga: It is late."]),
    ("Sit-in leaders said it was late.", &["Sit-in leaders: it was late"]),
    ("The “late”-style, so-said Act of U.S.-Norway trade is old.", &[]),
    ("Mr-Berg told the-port that Oslo-is late.- Lund-was not.", &["Berg: Oslo-is late"]),
    (
        "Ina Varga, who heard the unheard-of, said the must-have boat-was late.",
        &["Ina Varga: the must-have boat-was late"],
    ),
    // What somebody is charged with, or called, others have said.
    ("Ina Varga was charged with “spreading late tides abroad.”", &[]),
    ("Ina Varga left the hall in “a very bad mood indeed.”", &["Ina Varga: a very bad mood indeed."]),
    // The nearer verb of saying has the words in marks; a firm called so has none; nobody says what he was asked.
    ("The port cut its funds after Carl Moe called boats a “hoax.”", &["Carl Moe: boats a “hoax.”"]),
    (
        "Berg accused the owners, a firm called Lund, of “theft.”",
        &["Berg: the owners, a firm called Lund, of “theft.”"],
    ),
    ("“Did he pay?” Carl Moe was asked.", &[": Did he pay?"]),
    ("Rowers love a game kept for fans and described by one pilot as “a mess.”", &["one pilot: a mess."]),
    // What is asked, heard or meant nobody says here.
    ("The inquiry will include whether Oslo's potential new owners are “fit and proper.”", &[]),
    (
        "In the meantime we already hear talk about exactly what the law means by “late tides and early winds.”",
        &[": late tides and early winds."],
    ),
    // A straight mark where an apostrophe was.
    (
        "\"I didn\"t see it,\" said Ole Lund. \"We couldn\"t, and I\"ve no boat.\"",
        &["Ole Lund: I didn\"t see it, We couldn\"t, and I\"ve no boat."],
    ),
    ("\"We wait\" the pilot said.", &["the pilot: We wait"]),
];
