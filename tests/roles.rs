//! The article's own words for what a speaker is: one row a construction, the negative ones beside them.

use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor};

/// A text, and the role of whoever speaks last in it.
const ROWS: &[(&str, Option<&str>)] = &[
    ("“It is late,” said harbor master Ina Varga.", Some("harbor master")),
    ("“It is late,” said former Oslo forward Anna Varga.", Some("former Oslo forward")),
    (
        "University of Lier Law School professor Ina Varga said it was late.",
        Some("University of Lier Law School professor"),
    ),
    ("On Monday, one of her lawyers, Ina Varga, said: “It is late.”", Some("one of her lawyers")),
    ("Office of Boats and Tides spokesman Carl Moe said it was late.", Some("Office of Boats and Tides spokesman")),
    ("“It is late,” said US President-elect Ina Varga.", Some("US President-elect")),
    ("“It is late,” said Ina Varga, a retired pilot.", Some("a retired pilot")),
    ("“It is late,” said Ina Varga, 62, a retired pilot.", Some("a retired pilot")),
    ("House of Representatives Speaker Ina Varga said it was late.", Some("House of Representatives Speaker")),
    ("Ina Varga, its policy and campaigns director, said it was late.", Some("its policy and campaigns director")),
    ("Ina Varga, a Tory ranking member of the board, said it was late.", Some("a Tory ranking member of the board")),
    ("Ina Varga, sitting member of the board, said it was late.", Some("sitting member of the board")),
    ("Ina Varga, ranking boats by size, said it was late.", None),
    ("Harbel Marn, a shipping company in Oslo, said it was late.", None),
    ("The retailer Harbel was a donor to the port. Harbel said it was late.", None),
    ("Ina Varga, a letter carrier in Oslo, said it was late.", Some("a letter carrier in Oslo")),
    ("Ina Varga, a pilot and the mayor, said it was late.", Some("a pilot and the mayor")),
    (
        "Ina Varga, Oslo's director of adult social services, said it was late.",
        Some("Oslo's director of adult social services"),
    ),
    ("In an open letter to the president, Ina Varga said it was late.", None),
    ("A letter came from the president, Ina Varga.\nVarga said it was late.", Some("the president")),
    ("“It is late,” said Ina Varga, MD, president of the Oslo Society.", Some("president of the Oslo Society")),
    ("It was late, said Ina Varga, the author of “The Tide.”", Some("the author of “The Tide.”")),
    ("Ina Varga is a retired pilot. “It is late,” Varga said.", Some("a retired pilot")),
    ("Ina Varga is the director of Oslo Boats. “It is late,” Varga said.", Some("the director of Oslo Boats")),
    (
        "Ole Lund met director of the Tide Group Ina Varga. “It is late,” Varga said.",
        Some("director of the Tide Group"),
    ),
    ("Russian Ambassador to Norway Ina Varga came. “It is late,” Varga said.", Some("Russian Ambassador to Norway")),
    (
        "Oslo Tide Committee (OTC) President Ina Varga came. “It is late,” Varga said.",
        Some("Oslo Tide Committee (OTC) President"),
    ),
    ("The Taoiseach, Enda Kenny, came. The Taoiseach waited. “It is late,” Kenny said.", Some("The Taoiseach")),
    ("President of embattled Oslotec leaves\n\nThe tide is late. “It is,” said Oslotec.", None),
    (
        "Ina Varga left. The 61-year-old co-founder of Oslotec waits. “It is late,” said the co-founder.",
        Some("co-founder of Oslotec"),
    ),
    ("“It is late,” said Ina Varga, a retired pilot in her early 60s.", Some("a retired pilot")),
    ("early mayor Ina Varga said it was late.", Some("early mayor")),
    ("“It is late,” said Ina Varga, a singer in her 1960s band.", Some("a singer in her 1960s band")),
    ("“It is late,” says Ina Varga, a partner at the law firm Lund.", Some("a partner at the law firm Lund")),
    ("“It is late,” Ina Varga, director of works for Tidetec said.", Some("director of works for Tidetec")),
    (
        "Ole Lund heard of his Tide and Port Minister, Ina Varga, who said it was “late.”",
        Some("Tide and Port Minister"),
    ),
    ("Jailing Ole Lund, chair of the bench Ina Varga told him: “It is late.” Lund said: “I wait.”", None),
    (
        "“It is late,” said Ina Varga, deputy chief pilot of Port No 31 in the north.",
        Some("deputy chief pilot of Port No 31 in the north"),
    ),
    ("“It is late,” said Ina Varga, first vice president at Oslotec.", Some("first vice president at Oslotec")),
    (
        "“It is late,” said Ina Varga, president of the Salem, Ore.-based company's Tide Division.",
        Some("president of the Salem, Ore.-based company's Tide Division"),
    ),
    ("Former pilot and soccer boss Ina Varga said it was late.", Some("Former pilot and soccer boss")),
    ("Double Olympic swimming champion Ina Varga said it was late.", Some("Double Olympic swimming champion")),
    ("“It is late,” said Ina Varga, associate media director at Oslotec.", Some("associate media director at Oslotec")),
    (
        "Food and Drug Administration commissioner Ina Varga said it was late.",
        Some("Food and Drug Administration commissioner"),
    ),
    (
        "Ole Lund came. Lund and Drug Administration commissioner Ina Varga met. “It is late,” Varga said.",
        Some("Drug Administration commissioner"),
    ),
    ("Ina Varga, chief of tide operations at Oslotec, said it was late.", Some("chief of tide operations at Oslotec")),
    (
        "The bank met Norway's central bank chief Ina Varga. “It is late,” Varga said.",
        Some("Norway's central bank chief"),
    ),
    ("Ina Varga, adviser to Credit First Oslo, said it was late.", Some("adviser to Credit First Oslo")),
    (
        "Ina Varga, founding faculty director of tides at Oslotec, said it was late.",
        Some("founding faculty director of tides at Oslotec"),
    ),
    (
        "Ina Varga, the teacher responsible for the show, said it was late.",
        Some("the teacher responsible for the show"),
    ),
    (
        "Ina Varga, an aide in Oslo for nearly ten years, said it was late.",
        Some("an aide in Oslo for nearly ten years"),
    ),
    ("Ina Varga, of the Oslo Tide Party, said it was late.", Some("Oslo Tide Party")),
    ("Ina Varga, of Elm Street, said it was late.", None),
    (
        "Ina Varga, deputy director of the tide rights group Oslo Watch, said it was late.",
        Some("deputy director of the tide rights group Oslo Watch"),
    ),
    ("Polls show voters trust Ina Varga. “It is late,” Varga said.", None),
    (
        "Ina Varga, Lund’s deputy national political director, said it was late.",
        Some("Lund’s deputy national political director"),
    ),
    ("Oslo News anchor Ina Varga said it was late.", Some("Oslo News anchor")),
    (
        "Ina Varga - Lund's friend and co-host on his channel - told the paper it was late.",
        Some("Lund's friend and co-host on his channel"),
    ),
    (
        "“It is late,” said Ina Varga, the chief strategist for Lund's campaign four years ago.",
        Some("the chief strategist for Lund's campaign four years ago"),
    ),
    ("His digital mastermind, Ina Varga, said it was late.", Some("His digital mastermind")),
    ("Another pollster, Ina Varga of Oslo University, said it was late.", Some("Another pollster")),
    ("Ina Varga of Tide University said it was late.", Some("Tide University")),
    ("Ina Varga of Madison, Alabama, said it was late.", None),
    (
        "Ina Varga, a professor at the University of California, San Diego, said it was late.",
        Some("a professor at the University of California, San Diego"),
    ),
    (
        "Former Alaska Gov. and Republican candidate Ina Varga said it was late.",
        Some("Former Alaska Gov. and Republican candidate"),
    ),
    ("Retired surgeon Ina Varga said it was late.", Some("Retired surgeon")),
    ("But one guest, syndicated radio host Ina Varga, said it was late.", Some("syndicated radio host")),
    ("At the party convention Sen. Ina Varga said it was late.", Some("Sen.")),
    ("Presidential candidate Sen. Ina Varga said it was late.", Some("Presidential candidate Sen.")),
    (
        "In a statement by Tide Editor-in-Chief Ina Varga, it was late. “It is,” Varga said.",
        Some("Tide Editor-in-Chief"),
    ),
    ("I have to thank Ina Varga, the liberals, and the tide. “It is late,” Varga said.", None),
    ("In praise of Lund's qualities to be president, Ina Varga said it was late.", None),
    ("With septuagenarian Ina Varga there is no chance. “It is late,” Varga said.", None),
    ("Rival Ina Varga said it was late.", None),
    ("Lund, Tide Group director meet in Oslo\n\nThe tide is late. “It is,” said Ole Lund.", None),
    ("Ina Varga is a woman who sails. “It is late,” Varga said.", None),
    ("Ina Varga is the daughter of a cook. “It is late,” Varga said.", None),
    ("Along with Ina Varga, fellow pilot Ole Lund is here. “It is late,” Varga said.", None),
    ("State Department spokesman Ole Lund told reporters it was late.", Some("State Department spokesman")),
    ("Bank of Norway governor Anna Lund said it was late.", Some("Bank of Norway governor")),
    ("Lundar and Co Inc chairman Anna Lund said it was late.", Some("Lundar and Co Inc chairman")),
    ("It was hard for defending champion Anna Lund. “It is late,” Lund said.", Some("defending champion")),
    ("Minister for Boats and Youth Affairs Karin Zapp said it was late.", Some("Minister for Boats and Youth Affairs")),
    ("“It is late,” said Ina Varga, a nurse in Tampa, Fla. who sails.", Some("a nurse in Tampa, Fla.")),
    ("Ole Lund of Salem, Mass., said it was late.", None),
    ("Mrs. Varga of 212 Elm St. said it was late.", None),
    // Fields joined before an office, what an office is known for, what somebody is by now, names of several words behind it.
    (
        "“It is late,” said Ina Varga, Europe and Central Asia Manager at the bank.",
        Some("Europe and Central Asia Manager at the bank"),
    ),
    ("“It is late,” said Ina Varga, Oslo and Tom Lund.", None),
    (
        "Ina Varga, a political and media adviser to the port, said it was late.",
        Some("a political and media adviser to the port"),
    ),
    (
        "Ina Varga, the Food and Tide Administration's boat chief, said it was late.",
        Some("the Food and Tide Administration's boat chief"),
    ),
    ("“It is late,” said Ina Varga, a pilot best known for her boats.", Some("a pilot best known for her boats")),
    ("Ina Varga, now a history professor in Oslo, said it was late.", Some("a history professor in Oslo")),
    ("Ina Varga, now in Oslo, said it was late.", None),
    ("Ina Varga, a director for Keep the Tide, said it was late.", Some("a director for Keep the Tide")),
    ("Ina Varga, 28, is a pilot from Oslo. Varga said it was late.", Some("a pilot from Oslo")),
    ("Ina Varga, 28, is not a pilot. Varga said it was late.", None),
    // Whose apposition stands between two names; where it was said is no role.
    ("According to Tom Lund, an expert on tides, Ina Varga had left. Varga said it was late.", None),
    ("In Oslo, an expert on tides, Ina Varga, left. Varga said it was late.", Some("an expert on tides")),
    ("“It is late,” said Ina Varga, director of the port in a statement.", Some("director of the port")),
    (
        "“It is late,” said Ina Varga, the port's director for Asia speaking from Oslo.",
        Some("the port's director for Asia"),
    ),
    ("Ina Varga of Elm Street said it was late.", None),
    ("Ina Varga of Chatham House said it was late.", Some("Chatham House")),
    // What somebody is for a time, or was.
    (
        "Ina Varga, interim general secretary of the port, said it was late.",
        Some("interim general secretary of the port"),
    ),
    ("Ina Varga, acting U.S. attorney in Oslo, said it was late.", Some("acting U.S. attorney in Oslo")),
    ("Ina Varga, acting as a judge, said it was late.", None),
    ("“It is late,” said retired Major General Ina Varga.", Some("retired Major General")),
    (
        "Ina Varga, the Church of Norway's lead bishop on tides, said it was late.",
        Some("the Church of Norway's lead bishop on tides"),
    ),
    ("Ina Varga, the port of Lund's boats, said it was late.", None),
    ("Ina Varga ran. She has not even been the director of a firm. Varga said it was late.", None),
    ("Ina Varga, author of “Late Tides,” said it was late.", Some("author of “Late Tides”")),
    (
        "Oslo Department of Law Enforcement commissioner Anna Lund said it was late.",
        Some("Oslo Department of Law Enforcement commissioner"),
    ),
    ("Brazil's Trade and Industry Minister Anna Lund said it was late.", Some("Trade and Industry Minister")),
    ("UK Secretary of State for Tides Grant Lund said it was late.", Some("UK Secretary of State for Tides")),
    ("Minister for Justice Anna Lund said it was late.", Some("Minister for Justice")),
    ("Myanmar's UN envoy in Geneva Htin Lyn said it was late.", Some("Myanmar's UN envoy in Geneva")),
    // Fields and clubs in a list, two offices of one body.
    ("Danish Energy and Climate Minister Ina Varga said it was late.", Some("Danish Energy and Climate Minister")),
    (
        "Agriculture, Forestry and Fisheries Minister Ina Varga said it was late.",
        Some("Agriculture, Forestry and Fisheries Minister"),
    ),
    ("Former Moss and Lier striker Ina Varga said it was late.", Some("Former Moss and Lier striker")),
    ("“It is late,” Oslotec's founder and chairman Ole Lund said.", Some("Oslotec's founder and chairman")),
    ("Ole Lund, our fixer, said it was late.", Some("our fixer")),
    ("Ole Lund, her voice in his ear, said it was late.", None),
    ("The books of Berg, “Mayor of the Quay” by Ole Lund and others, are old. “It is late,” said Berg.", None),
    (
        "Ina Varga, a professor of planning and public administration at Oslo University, said it was late.",
        Some("a professor of planning and public administration at Oslo University"),
    ),
    ("Ina Varga, a professor at Oslo and her husband said it was late.", Some("a professor at Oslo")),
    (
        "Ina Varga, a vice president responsible for oil and gas exploration and production, said it was late.",
        Some("a vice president responsible for oil and gas exploration and production"),
    ),
    (
        "Ina Varga, a former port lawyer now at the Oslo Institute, said it was late.",
        Some("a former port lawyer now at the Oslo Institute"),
    ),
    ("Oslo Chamber of Commerce President Ina Varga said it was late.", Some("Oslo Chamber of Commerce President")),
    (
        "“It is late,” said Ina Varga, First Deputy Chairman of the Tide Committee.",
        Some("First Deputy Chairman of the Tide Committee"),
    ),
    // A description before the name comes first, before a title and before what stands behind the name.
    ("The head of the rebel team, Colonel Ole Lund, said it was late.", Some("The head of the rebel team")),
    ("His opponent, Senator Ole Lund, said it was late.", Some("Senator")),
    ("Her husband, tide historian Ole Lund, said it was late.", Some("Her husband")),
    ("Her husband, Senate President Ole Lund, said it was late.", Some("Senate President")),
    ("Her daughter, Ina Varga, an actuary in Oslo, said it was late.", Some("Her daughter")),
    ("Her coach and husband, Ole Lund, said it was late.", Some("Her coach and husband")),
    ("The port closed after his wife, Ina Varga, left it. “It is late,” said Varga.", Some("his wife")),
    ("Along with the mayor, Ina Varga, a pilot, left. “It is late,” said Varga.", Some("a pilot")),
    ("On the Tide Party side, Ina Varga, who waits, said it was late.", None),
    ("Gen. Ole Lund, the commander of the port, said it was late.", Some("the commander of the port")),
    ("Senator Ole Lund, the chairman of the port, said it was late.", Some("Senator")),
    ("Gen. Ole Lund said it was late.", Some("Gen.")),
    ("Army spokesman Lt. Col. Ole Lund said it was late.", Some("Army spokesman")),
    // Somebody who is only spoken of need not be the last one named.
    ("Ina Varga came. What the porter will never tell you is here. “It is late,” Varga said.", None),
    ("Ina Varga came. The director wrote a book. “It is late,” Varga said.", Some("The director")),
    // What the lede said of whom the next sentence names.
    (
        "The envoy to Norway of the port has left.\nIna Varga, 66, said it was late.",
        Some("The envoy to Norway of the port"),
    ),
    ("A man has left.\nOle Lund, 66, said it was late.", None),
    ("Varga's friend and fellow pilot, Ole Lund, said it was late.", Some("Varga's friend and fellow pilot")),
    ("In icy Norway President Ina Varga said it was late.", Some("President")),
    ("In quiet Oslo Father Moe said it was late.", None),
    ("The Norwegian security firm Lundtec said it was late.", None),
];

#[test]
fn roles_are_told() {
    let extractor = Extractor::new(Lexicon::empty());
    let mut wrong = Vec::new();
    for &(text, expected) in ROWS {
        let records = extractor.extract(&Article::new("row", text));
        let found = records.last().and_then(|r| r.stated_role.as_deref());
        if records.last().is_none_or(|r| r.speaker.is_none()) || found != expected {
            wrong.push(format!("{text}\n  wants {expected:?}\n  finds {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
