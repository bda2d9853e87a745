//! Who speaks in sentences whose subject stands far from its verb: one row a construction, the negative ones beside them.

use whosaid::lexicon::Lexicon;
use whosaid::{Article, Extractor};

/// A sentence and what is found in it, a row each: *speaker: quote*.
const ROWS: &[(&str, &[&str])] = &[
    // The name that opens a sentence, behind insertions of any length.
    (
        "Ina Varga, speaking at a fair in Ashby, N.Y., warned that the bridge was late.",
        &["Ina Varga: the bridge was late"],
    ),
    (
        "Sen. Ina Varga, facing a spirited challenge in Ohio, a swing state, said she would stay.",
        &["Ina Varga: she would stay"],
    ),
    (
        "Ole Lund, the editor of the town's paper, Il Foglio Verde, said the port was late.",
        &["Ole Lund: the port was late"],
    ),
    (
        "Mr. Lund, whose latest firm, Paralane, helps shops find boats, said the port was late.",
        &["Lund: the port was late"],
    ),
    (
        "Many of the pilots who would rather work for Varga or Lund said they had left.",
        &["Many of the pilots who would rather work for Varga or Lund: they had left"],
    ),
    // A participle is the main clause's subject's.
    (
        "The chairwoman dismissed claims that the Lund campaign is breaking the law — saying the boats were late.",
        &["The chairwoman: the boats were late"],
    ),
    (
        "Farmers had sued after Ohio ended what had been called the “long week,” saying that the law was late.",
        &["Farmers: the law was late"],
    ),
    ("Ina Varga quashed rumors he was leaving by saying that Lund would stay.", &["Ina Varga: Lund would stay"]),
    // A joined verb is not a question's or a date's, and agrees with its subject.
    (
        "But some pilots fear that Lund has missed his boat and warn that the tide is late.",
        &["some pilots: the tide is late"],
    ),
    (
        "The spokesman would not tell whom Varga would like to see win but said the port was late.",
        &["The spokesman: the port was late"],
    ),
    // Whom a verb causes to speak.
    ("The result will force Ina Varga to acknowledge that the port was late.", &["Ina Varga: the port was late"]),
    (
        "The panel forced Ole Lund, who was under oath, to admit that the port was late.",
        &["Ole Lund: the port was late"],
    ),
    // “with” and a noun phrase, footage of somebody.
    ("Many voters shrugged, with three in ten saying the port was late.", &["three in ten: the port was late"]),
    ("The spot ends with footage of Ina Varga saying, “We are late.”", &["Ina Varga: We are late."]),
    // A statement with an issuer behind it.
    (
        "In a statement announcing the plan, the Union of Pilots called Varga a “champion.”",
        &["the Union of Pilots: the plan", "the Union of Pilots: Varga a “champion.”"],
    ),
    // No adjective speaks.
    ("Doctors cited derogatory comments Lund had made about her.", &[]),
    ("Lund defended what he did — remarks that were less than kind.", &[]),
    // Nicknames and titles inside a name.
    ("Joseph “Joe” Marsh, 54, a retired miner, said the mine was closed.", &["Joseph Marsh: the mine was closed"]),
    (
        "“We are late!” Lund's niece, state Sen. Ina “Tide” Varga (D-Ashby), shouted to the crowd.",
        &["Ina Varga: We are late!"],
    ),
    ("“We are late,” retired Navy captain Ole Lund said.", &["Ole Lund: We are late,"]),
    // A sentence of the reporter's between two quotes.
    (
        "“We are late,” Ole Lund said. Ina Varga shook her head. “He is never late.”",
        &["Ole Lund: We are late,", "Ina Varga: He is never late."],
    ),
    // The one who opens a sentence with “said” is not named again by “she said”.
    (
        "Ina Varga said she felt late because “nobody knows the tide,” she said.",
        &["Ina Varga: she felt late because “nobody knows the tide,”"],
    ),
    // An act joined to a statement is one of its own, unless the statement's own verb may share it.
    (
        "Ina Varga said the tide was late and accused the pilots of sleeping.",
        &["Ina Varga: the tide was late", "Ina Varga: the pilots of sleeping"],
    ),
    (
        "Ina Varga said Lund denied the story and blamed the tide.",
        &["Ina Varga: Lund denied the story and blamed the tide"],
    ),
    (
        "Ina Varga said in a letter pushed under doors on Tuesday that the tide was late.",
        &["Ina Varga: the tide was late"],
    ),
    // An unnamed source, and the pronouns and other nouns for it.
    (
        "A mother of two on the dock said the tide was late. “I ran,” she said.",
        &["A mother of two on the dock: the tide was late", "A mother of two on the dock: I ran,"],
    ),
    (
        "A source at the port said Lund had left. “He ran,” the insider said.",
        &["A source at the port: Lund had left", "A source at the port: He ran,"],
    ),
    ("One of the pilots, Councillor Ole Lund, described the port as late.", &["Ole Lund: the port as late"]),
    (
        "Ole Lund, the former harbor master, now eighty-eight, who described the port as late, laughed.",
        &["Ole Lund: the port as late"],
    ),
    ("Ole Lund came by boat. “I ran,” the dad-of-two said.", &["Ole Lund: I ran,"]),
    // A body, though its name looks like a person's; a person, though the surname is an outlet's.
    ("The Irish Tern Rescue said the tide was late.", &["The Irish Tern Rescue: the tide was late"]),
    ("Lenny Fox said the tide was late.", &["Lenny Fox: the tide was late"]),
    ("Opposition MPs said the tide was late.", &["Opposition MPs: the tide was late"]),
    // Relatives named beside an apposition.
    (
        "Ole Lund, a walnut grower, and his wife, Ina, sat in the boat. Her husband said the tide was late.",
        &["Ole Lund: the tide was late"],
    ),
    (
        "Ole and Ina Lund ran the shop. Mr. Lund said the tide was late. His wife said she had stopped counting.",
        &["Ole Lund: the tide was late", "Ina Lund: she had stopped counting"],
    ),
    // A nationality means the only one named.
    (
        "Race leader Ole Lund kept the jersey but lost a minute. The Italian said the road was wet.",
        &["Ole Lund: the road was wet"],
    ),
    // What tells which one is meant, and not why there is no name.
    (
        "“We are late,” said a man selling umbrellas on the dock.",
        &["a man selling umbrellas on the dock: We are late,"],
    ),
    ("“We are late,” said a pilot who spoke on the condition of anonymity.", &["a pilot: We are late,"]),
    (
        "A waiter who was on duty that night said the tide was late.",
        &["A waiter who was on duty that night: the tide was late"],
    ),
    // Small words inside a surname, and a surname of several words.
    (
        "“We are late,” said Ina van der Lund, a pilot. “It is over,” van der Lund said. Van der Lund said the tide was late.",
        &["Ina van der Lund: We are late,", "Ina van der Lund: It is over,", "Ina van der Lund: the tide was late"],
    ),
    (
        "Maria das Varga Lund, a pilot, ran. Mr. Ole de Berg saw her. “I ran,” said Varga Lund. “She did,” de Berg said.",
        &["Maria das Varga Lund: I ran,", "Ole de Berg: She did,"],
    ),
    ("Karim al-Berg ran. Al-Berg said the tide was late.", &["Karim al-Berg: the tide was late"]),
    ("Mary Ann Berg ran. “I ran,” said Ann Berg.", &["Ann Berg: I ran,"]),
    ("He gave Anna an Oscar and said the tide was late.", &["He: the tide was late"]),
    // An office without an article, its body, and who holds it.
    (
        "Keeper of antiquities Ina Varga said the boat was old. Keeper of the boat in Oslo said it was new.",
        &["Ina Varga: the boat was old", "Keeper of the boat in Oslo: it was new"],
    ),
    (
        "It is late, spokeswoman for the Oslo Tide Department Ina Varga said. Spokesman for Senator Ole Lund said so too.",
        &["Ina Varga: It is late"],
    ),
    (
        "Tide Development Corporation managing director Ina Varga said the tide was late.",
        &["Ina Varga: the tide was late"],
    ),
    // What no list knows, and the name beside it.
    ("“We are late,” said a cargo shuffler, Ina Varga, one of two.", &["Ina Varga: We are late,"]),
    ("Another sailor, who gave his name only as Tome, said the tide was late.", &["Tome: the tide was late"]),
    // The name is that of the firm he speaks for.
    (
        "A publicist for the studio, Grand Meridian, said the tide was late.",
        &["A publicist for the studio: the tide was late"],
    ),
    ("A spokesman for the port, Bartosz Kowal, said the tide was late.", &["Bartosz Kowal: the tide was late"]),
    // Bodies, and more than one of what no list knows, where a sentence begins.
    (
        "But the opposition Democratic Front said the tide was late.",
        &["the opposition Democratic Front: the tide was late"],
    ),
    ("Quaymasters in Oslo said the tide was late.", &["Quaymasters in Oslo: the tide was late"]),
    // Where a subject begins.
    (
        "They plan to charge boats for the quay after a pilot, Ina Varga, said the tide was late.",
        &["Ina Varga: the tide was late"],
    ),
    (
        "A teacher who caught him putting on a show with two gloves and a rag wrote that the tide was late.",
        &["A teacher who caught him putting on a show with two gloves and a rag: the tide was late"],
    ),
    // Whoever has no name and says nothing gives way to the name beside.
    (
        "“I was late,” Ina Varga says. One girl laughed. She is now a pilot, and Varga has a card from her. The tide, she says, was late.",
        &["Ina Varga: I was late,", "Ina Varga: The tide was late"],
    ),
    ("Harbor master Ina Varga last night vowed to go.", &["Ina Varga: to go"]),
    // One office over two fields; what hangs on a description; honorifics of other countries.
    ("Energy and Tides Minister Ina Varga said the tide was late.", &["Ina Varga: the tide was late"]),
    (
        "The tide is late, according to two people familiar with the quay.",
        &["two people familiar with the quay: The tide is late"],
    ),
    ("Elected officials say the tide is late.", &["Elected officials: the tide is late"]),
    ("Ross Igwe ran. “I ran,” Igwe said.", &["Ross Igwe: I ran,"]),
    ("Igwe Linus Varga said the tide was late.", &["Linus Varga: the tide was late"]),
    ("Ole Lund ran. The “Tide King” crooner said the tide was late.", &["Ole Lund: the tide was late"]),
    ("Ole Lund, 34, ran. “We ran,” the 34-year-old center said.", &["Ole Lund: We ran,"]),
    ("Norway forward Ina Varga ran. “I ran,” the forward said.", &["Ina Varga: I ran,"]),
    ("Mrs. Ina Varga of Elm Heights, who said she had money, ran.", &["Ina Varga: she had money"]),
    (
        "A driver who identified himself only as a Teamster said the tide was late.",
        &["A driver who identified himself only as a Teamster: the tide was late"],
    ),
    (
        "Ina Lund, who with her husband, Ole, rents out two boats, said the tide was late.",
        &["Ina Lund: the tide was late"],
    ),
    (
        "The station, which the other bank calls late, has not been heard. It said the tide was late.",
        &["The station: the tide was late"],
    ),
    (
        "A cousin who asked not to be named because she eats with both said the tide was late.",
        &["A cousin: the tide was late"],
    ),
    (
        "They thanked Ole Lund, who trained the crew and who used to tell them that a tide was a clock.",
        &["Ole Lund: a tide was a clock"],
    ),
    ("An official there, who was new, said the tide was late.", &["An official: the tide was late"]),
    ("Superintendent of Police Ravneet Kaur Varga said the tide was late.", &["Ravneet Kaur Varga: the tide was late"]),
    ("Opposition planning spokeswoman Ina Varga said the tide was late.", &["Ina Varga: the tide was late"]),
    (
        "The spokesperson for the state command, DSP Ina Varga, said the tide was late.",
        &["Ina Varga: the tide was late"],
    ),
    (
        "A member of the port's IT team, who asked not to be named, said the tide was late.",
        &["A member of the port's IT team: the tide was late"],
    ),
    (
        "Abbas Jawad Varga, standing behind her, said the tide was late. “What is the price?” he asked.",
        &["Abbas Jawad Varga: the tide was late", "Abbas Jawad Varga: What is the price?"],
    ),
    ("Sources close to the talks said the tide was late.", &["Sources close to the talks: the tide was late"]),
    ("The radio station Ekho said the tide was late.", &["The radio station Ekho: the tide was late"]),
    ("Hernan Varga Lund ran. “I ran,” Varga said.", &["Hernan Varga Lund: I ran,"]),
    ("Judge Amos T. Varga set a date. He said the tide was late.", &["Amos T. Varga: the tide was late"]),
    ("Her directeur sportif, Ole Lund, said the tide was late.", &["Ole Lund: the tide was late"]),
    ("“We wait,” said the mission's leader, Ina Varga of Norway. Leader Ole Lund ran.", &["Ina Varga: We wait,"]),
    ("Ina Varga is a saddler. The leather, Varga reports, is late.", &["Ina Varga: The leather is late"]),
    ("Ina Varga said in a brief televised address that the tide was late.", &["Ina Varga: the tide was late"]),
    // "al-Varga" is a surname, "van" a part of one.
    ("Zuhrob al-Varga ran. He said the tide was late.", &["Zuhrob al-Varga: the tide was late"]),
    ("Zuhrob van der Varga ran. He said the tide was late.", &["Zuhrob van der Varga: the tide was late"]),
    // Bylines.
    (
        "A slow boat\n\nWords: Ina Varga\n\nI asked whether the tide was late.",
        &["Ina Varga: whether the tide was late"],
    ),
    (
        "A slow boat\n\nReviewed by Ina Varga\n\nI asked whether the tide was late.",
        &["Ina Varga: whether the tide was late"],
    ),
    (
        "A slow boat\n\nTo the quay\n\nFinn Mac an Varga\n\nI asked whether the tide was late.",
        &["Finn Mac an Varga: whether the tide was late"],
    ),
    // An auxiliary and its participle with the time between them.
    ("Ina Varga's friends have for years said the tide was “late.”", &["Ina Varga's friends: the tide was “late.”"]),
    ("Ina Varga, who has in the past called the tide “late,” ran.", &["Ina Varga: the tide “late,”"]),
    (
        "The Oslo Post and the Bergen Post each called the tide “late.”",
        &["The Oslo Post and the Bergen Post: the tide “late.”"],
    ),
    ("Ina Varga calls people “tides.”", &["Ina Varga: people “tides.”"]),
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
    ("Pilots of the push to boycott the tide said it was late.", &["Pilots: it was late"]),
    // A verb of saying at the end is no noun.
    ("The tide is late, the harbour says.", &["the harbour: The tide is late"]),
    ("The tide is late, Ina Varga claims.", &["Ina Varga: The tide is late"]),
    ("The tide is late, the new report notes.", &["the new report: The tide is late"]),
    ("Ina Varga knows the port, its tides and its many claims.", &[]),
    // Between a subject and its verb: who it is, and when.
    ("According to her brother, Ole Lund, the tide was late.", &["Ole Lund: the tide was late"]),
    ("Ina Varga wrote the following week that the tide was late.", &["Ina Varga: the tide was late"]),
    (
        "Boats ran at the old port, the largest in Oslo, an Oslo pilot said.",
        &["an Oslo pilot: Boats ran at the old port, the largest in Oslo"],
    ),
    // The relative clause of a noun is not what was said.
    ("Ina Varga reported in a paper that is new.", &[]),
    // Words that stand on things.
    ("Pilots ran with placards reading “Late Again!” in Oslo.", &[]),
    ("A sign on the quay has asked “Late Again?” since May.", &[]),
    // Consecutive lines, each a quote and a name.
    (
        "“I won it.” ― Ina Varga\n“The worst pilot of all.” ― Ole Lund\n",
        &["Ina Varga: I won it.", "Ole Lund: The worst pilot of all."],
    ),
    // Small words and months that are surnames.
    (
        "Theresa May left in May. Mrs May said the tide was late. May added that she would wait. May I go?",
        &["Theresa May: the tide was late", "Theresa May: she would wait"],
    ),
    (
        "In May the tide was late, said Mr. Long. “It was,” Long said.",
        &["Long: In May the tide was late", "Long: It was,"],
    ),
    ("“It was late,” said Ina Still. Still said no more.", &["Ina Still: It was late,"]),
    (
        "“We wait,” said June Varga. “The tide is late,” June said.",
        &["June Varga: We wait,", "June Varga: The tide is late,"],
    ),
    // The stop behind a name is no abbreviation's.
    (
        "Sun Li and Jan Varga came. “The tide is late,” says Sun. “It was so on Jan. 4,” says Jan.",
        &["Sun Li: The tide is late,", "Jan Varga: It was so on Jan. 4,"],
    ),
    // Surnames that stand first, and given names of several words.
    ("Ri Tong-il came with Ole Lund. “It is late,” Ri said. Ri Jong-chol was in Oslo.", &["Ri Tong-il: It is late,"]),
    (
        "“We wait,” said his son, Te Kaurinui Robert Varga. “We do,” said Te Kaurinui.",
        &["Te Kaurinui Robert Varga: We wait,", "Te Kaurinui Robert Varga: We do,"],
    ),
    // Bodies whose name begins the sentence with a common word, an office or a nationality.
    (
        "Saudi Arabia said it was late. Wall Street says it was not.",
        &["Saudi Arabia: it was late", "Wall Street: it was not"],
    ),
    (
        "National Grid said it was late. Human Rights Watch says so, too, adding that it was long.",
        &["National Grid: it was late", "Human Rights Watch: it was long"],
    ),
    (
        "General Motors said it was late. General Lund said it was not.",
        &["General Motors: it was late", "Lund: it was not"],
    ),
    (
        "British Airways said it was late. British Varga said it was not.",
        &["British Airways: it was late", "Varga: it was not"],
    ),
    (
        "Network Rail said it was late. Christie's said it was not.",
        &["Network Rail: it was late", "Christie's: it was not"],
    ),
    (
        "Ole Lund left. Former Lund aides said it was late. Young Lund said it was not.",
        &["Former Lund aides: it was late", "Ole Lund: it was not"],
    ),
    // A capital in brackets begins a sentence; a prime minister is no time of day.
    ("The tide was late. (Current models say that it was not.)", &["Current models: it was not."]),
    ("The PM said the tide was late at 3 PM.", &["The PM: the tide was late at 3 PM"]),
    ("“We wait,” says Long Yongtu. Later Lund left.", &["Long Yongtu: We wait,"]),
    // Whose pronoun it is, behind another subject.
    (
        "Ost Varga, a director, made a point. He used his boat. Once Varga had left, his daughter changed her mind. “It was late,” he said.",
        &["Ost Varga: It was late,"],
    ),
    // Whoever speaks for paragraphs is still the one who speaks.
    (
        "Ina Varga wrote: “We wait.\n\n“The tide is late. The boat is old. The port is far.\n\n“We all wait.” The actress added that it was late.",
        &[
            "Ina Varga: We wait.",
            "Ina Varga: The tide is late. The boat is old. The port is far.",
            "Ina Varga: We all wait.",
            "Ina Varga: it was late",
        ],
    ),
    // What one verb before a quote governs, a smile behind it does not.
    ("A pilot said, “Are you late?” Ina Varga smiles when she hears it.", &["A pilot: Are you late?"]),
    // Who holds an office behind its body, and who is both.
    (
        "Ambassador to the United Nations Ina Varga came. “We wait,” Varga said. The ambassador said it was late.",
        &["Ina Varga: We wait,", "Ina Varga: it was late"],
    ),
    ("It was late, Russian Ambassador to Cyprus Stanislav Osadchy said.", &["Stanislav Osadchy: It was late"]),
    ("Department of Works Secretary Ole Lund said it was late.", &["Ole Lund: it was late"]),
    ("Law professor and legal expert Ole Lund said it was late.", &["Ole Lund: it was late"]),
    ("The mayor and legal expert Ole Lund said it was late.", &["The mayor and legal expert Ole Lund: it was late"]),
    (
        "Taoiseach Enda Kenny said it was late. Mr Kenny said it was over.",
        &["Enda Kenny: it was late", "Enda Kenny: it was over"],
    ),
    // Nothing says that it is a person's name, but whoever bears it has just spoken.
    (
        "Khamenov told them that it was late. He added that it was over.",
        &["Khamenov: it was late", "Khamenov: it was over"],
    ),
    // A programme is no quote.
    ("“We wait,” Ina Varga said on Oslo's “Wait, Wait!”", &["Ina Varga: We wait,"]),
    // Accents, Arabic articles, and a surname that is a pronoun only behind an honorific.
    ("José Manuel Lund came. “We wait,” Lund said.", &["José Manuel Lund: We wait,"]),
    ("Haider al-Varga came. “We wait,” Varga said.", &["Haider al-Varga: We wait,"]),
    ("Ole Lund met Mr. He. “It is late,” said Mr. He. He said it was.", &["He: It is late,", "He: it was"]),
    ("Liam Fox came. “We wait,” Fox said. Ina Varga left.", &["Liam Fox: We wait,"]),
    ("Liam Fox was on Fox News. The network was late, Fox said.", &["Fox: The network was late"]),
    // What a text says, at the end of the sentence.
    ("The tide is “late again,” the report finds.", &["the report: The tide is “late again,”"]),
    ("The tide will be late by 2030, the study forecasts.", &["the study: The tide will be late by 2030"]),
    ("The tide was late, a new poll has found.", &["a new poll: The tide was late"]),
    ("“It is late,” acting port director Ina Varga said.", &["Ina Varga: It is late,"]),
    ("The tide was “late”, she was quoted as saying by the Oslo Post.", &["she: The tide was “late”"]),
    (
        "Many want a boat, according to Ina Varga: “They are late.” In her opinion, “nobody minds.”",
        &["Ina Varga: Many want a boat", "Ina Varga: They are late.", "Ina Varga: nobody minds."],
    ),
    // A participle behind a question that nobody answers is the main clause's subject's.
    (
        "The envoy did not say when the plan to join Elba to the coast of Oslo could be made, noting that it was late.",
        &["The envoy: it was late"],
    ),
    ("The tide was late after the head of the union said it would be.", &["the head of the union: it would be"]),
    // Statements that follow one another without a cue are no dialogue; short turns may be.
    (
        "Ina Varga wrote, “We wait.”\n\n“The tide has been late for a week, and nobody here knows why.”\n\n“The boats will have to \
         stay in the port till Monday, I am afraid.”",
        &[
            "Ina Varga: We wait.",
            "Ina Varga: The tide has been late for a week, and nobody here knows why.",
            "Ina Varga: The boats will have to stay in the port till Monday, I am afraid.",
        ],
    ),
    (
        "Ina Varga wrote, “We wait.”\n\n“Why?”\n\n“It is late.”",
        &["Ina Varga: We wait.", "Ina Varga: Why?", ": It is late."],
    ),
    ("The statement read, “We wait here.”", &["The statement: We wait here."]),
    // Descriptions that can be somebody new, somebody else's, or another office.
    ("Ole Lund, a pilot, met a friend. “Are you late?” the friend asked.", &["the friend: Are you late?"]),
    ("Ole Lund, a pilot, was late. Her translator said he would be.", &["Her translator: he would be"]),
    (
        "Oslo's first minister said it was late. The prime minister said it was over.",
        &["Oslo's first minister: it was late", "The prime minister: it was over"],
    ),
    (
        "An Oslo official said it was late. Ole Lund came. Asked about Lund's beliefs, the official said it was over.",
        &["An Oslo official: it was late", "An Oslo official: it was over"],
    ),
    (
        "Russian Ambassador to Cyprus Stanislav Osadchy came. The Russian diplomat said it was late.",
        &["Stanislav Osadchy: it was late"],
    ),
    (
        "Norwegian Ambassador Ole Lund met Danish Ambassador Ina Varga. The Norwegian diplomat said it was late.",
        &["Ole Lund: it was late"],
    ),
    (
        "Norwegian Foreign Minister Ole Lund met Ina Varga, a pilot. The Norwegian top diplomat said it was late.",
        &["Ole Lund: it was late"],
    ),
    // Two who speak together are both spelled out.
    ("Ina Varga met Ole Lund. Ms Varga and Mr Lund said it was late.", &["Ina Varga and Ole Lund: it was late"]),
    ("Ina Varga met a pilot. Varga and the pilot said it was late.", &["Varga and the pilot: it was late"]),
    // What a body works in is part of its name.
    (
        "The Department for Environment, Food and Rural Affairs said it was late.",
        &["The Department for Environment, Food and Rural Affairs: it was late"],
    ),
    ("After Monday, Ole Lund and Ina Varga said it was late.", &["Ole Lund and Ina Varga: it was late"]),
    ("The following week Ina Varga said it was late.", &["Ina Varga: it was late"]),
    (
        "The mayor's spokesman played down claims she had no boat, saying it was late.",
        &["The mayor's spokesman: it was late"],
    ),
    ("It was late, according to the law firm Lund.", &["the law firm Lund: It was late"]),
    // Who *who* is: behind a dash, and the person rather than the body in their phrase.
    ("Ina Varga -- who called the tide “late” -- came to Oslo.", &["Ina Varga: the tide “late”"]),
    ("Ina Varga – known as the Pilot – who called the tide “late” came.", &["Ina Varga: the tide “late”"]),
    (
        "A member of the Oslo Council who called the tide “late” came.",
        &["A member of the Oslo Council: the tide “late”"],
    ),
    (
        "A source familiar with the workings of the Oslo Council who called the tide “late” came.",
        &["A source familiar with the workings of the Oslo Council: the tide “late”"],
    ),
    ("It was Ina Varga, the Governor of Ekiti State, who said it was late.", &["Ina Varga: it was late"]),
    // What stands between a subject and its verb.
    ("The Varga government in 2013 said it was late.", &["The Varga government: it was late"]),
    ("Oslotec for its part said it was late.", &["Oslotec: it was late"]),
    ("“It is late,” Oslo Tide Service (OTS) meteorologist Ina Varga told an agency.", &["Ina Varga: It is late,"]),
    (
        "Attorneys for the Oslo Tide Union (OTU) and other groups said it was late.",
        &["Attorneys for the Oslo Tide Union (OTU) and other groups: it was late"],
    ),
    ("Appeal Court judges also ruled it was late.", &["Appeal Court judges: it was late"]),
    ("Coroner Dr Ina Varga ruled it was late.", &["Ina Varga: it was late"]),
    ("Ole Lund, founder of tide.me.uk said: “It is late.”", &["Ole Lund: It is late."]),
    ("It was late, according to Oslo Tide Inc. ola@tide.example.com", &["Oslo Tide Inc.: It was late"]),
    ("Russian President Ivan Varga came. “It is late,” President said.", &["Ivan Varga: It is late,"]),
    // A firm is it, he is not.
    (
        "Varga said it was late. He waited for the port after it said it was over.",
        &["Varga: it was late", "it: it was over"],
    ),
    // Any holder of an office is an official, if no other has come up.
    (
        "Deputy Minister Ole Lund said it was late. The official said it was over.",
        &["Ole Lund: it was late", "Ole Lund: it was over"],
    ),
    (
        "Ole Lund said it was late. The official said it was over.",
        &["Ole Lund: it was late", "The official: it was over"],
    ),
    // Whom somebody told is no quote.
    ("Ina Varga told “Oslo This Morning” that it was late.", &["Ina Varga: it was late"]),
    ("“It is late,” Ina Varga told the “Oslo Tide,” laughing.", &["Ina Varga: It is late,"]),
    // An opening mark that got lost.
    ("We wait,” Ina Varga said. She added: “It is late.”", &["Ina Varga: We wait,", "Ina Varga: It is late."]),
    ("It cost 5\" more, Ina Varga said.", &["Ina Varga: It cost 5\" more"]),
    // "The president" is whom it meant before, and not the attorney general.
    (
        "Ole Lund called his Attorney General, Ina Varga -- who was late -- to Oslo. Varga left. The president said it was late.",
        &["Ole Lund: it was late"],
    ),
    // Bodies and houses that look like people, months without a stop.
    ("Downing Street said it was late.", &["Downing Street: it was late"]),
    ("Only two are late, says Moody's.", &["Moody's: Only two are late"]),
    ("While the Army Corps says it is late, the tide is in.", &["the Army Corps: it is late"]),
    ("Ole Lund spoke at the UN General Assembly. He said it was late.", &["Ole Lund: it was late"]),
    ("The measure, announced Nov 28, says it is late.", &["The measure: it is late"]),
    ("At the time Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("Ole Lund came to Oslo. Second-child policy moved the tide. “We wait,” he said.", &["Ole Lund: We wait,"]),
    // Offices and who holds them.
    ("The acting Immigration Minister, Daryl Varga, says it is late.", &["Daryl Varga: it is late"]),
    ("Norway's Queen Ina II came. The Queen said it was late.", &["Ina II: it was late"]),
    ("Former Taliban ambassador to Pakistan Abdul Salam Zaeef said it was late.", &["Abdul Salam Zaeef: it was late"]),
    (
        "Ole Lund came. Asked where Lund was, the Pentagon spokesman said it was late.",
        &[": where Lund was", "the Pentagon spokesman: it was late"],
    ),
    // "US President" is no "us", the WHO no "who".
    ("The WHO said it was late. It added that it was over.", &["The WHO: it was late", "The WHO: it was over"]),
    ("“It is late,” WHO spokesman Ole Lund said.", &["Ole Lund: It is late,"]),
    (
        "Mr Powell says US President Ole Lund does not care how long it takes.",
        &["Powell: US President Ole Lund does not care how long it takes"],
    ),
    (
        "The study by the Oslo Institute of Health and Welfare shows the tide has been late.",
        &["The study by the Oslo Institute of Health and Welfare: the tide has been late"],
    ),
    (
        "An address by Ole Lund, in which he said the tide was late, was heard in Oslo.",
        &["Ole Lund: the tide was late"],
    ),
    (
        "The families say that they wait, but Ole Lund, whose boat is late, says it is over.",
        &["The families: they wait", "Ole Lund: it is over"],
    ),
    (
        "The caddie, her elder brother Ole Lund, said it was late. “It is over,” he added.",
        &["Ole Lund: it was late", "Ole Lund: It is over,"],
    ),
    // The agency passes on what somebody said.
    (
        "“We wait,” the agency quoted Norway's central bank chief Ina Varga as saying in Oslo. “It is late.”",
        &["Ina Varga: We wait, It is late."],
    ),
    // He whom the last main clause tells of; a firm that has spoken.
    (
        "Ole Lund did not say why, but Bo Berg said it was late.\n\n“I wait,” he wrote.",
        &["Bo Berg: it was late", "Bo Berg: I wait,"],
    ),
    ("Oslotec said it was late. It said it was over.", &["Oslotec: it was late", "Oslotec: it was over"]),
    (
        "Governments in England, Scotland and Wales said it was late.",
        &["Governments in England, Scotland and Wales: it was late"],
    ),
    ("Authorities at the time said it was late.", &["Authorities: it was late"]),
    (
        "Ole Lund criticised the port for hiring UK stars to play sailors, and said: “We have many here.”",
        &["Ole Lund: We have many here."],
    ),
    // An apposition whose second comma is missing; an office without an article before its comma and the name.
    ("“We wait,” Ina Varga, director of works for Tidetec said.", &["Ina Varga: We wait,"]),
    ("“We wait,” Ina Varga, director of communications for the Oslo Tide Association said.", &["Ina Varga: We wait,"]),
    ("Ole Lund, aides said, was late.", &["aides: Ole Lund was late"]),
    (
        "At the port, deputy commander of the Oslo Tide Force, Lt General Ole Lund, was late. “We wait,” he said.",
        &["Ole Lund: We wait,"],
    ),
    (
        "The port was late, according to President of the Oslo Union of Pilots, Ina Varga.",
        &["Ina Varga: The port was late"],
    ),
    ("The Tide and Boat Office says it was late.", &["The Tide and Boat Office: it was late"]),
    (
        "The rules follow the Oslo Tide and Boats Act, which says it is late.",
        &["the Oslo Tide and Boats Act: it is late"],
    ),
    ("The impatient and unloved Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("The mayor and Ina Varga said it was late.", &["The mayor and Ina Varga: it was late"]),
    (
        "Chairwoman of the Tide Panel, Rep. Ina Varga, (D-Ohio) said today “it is very late.”",
        &["Ina Varga: it is very late."],
    ),
    // Of two who share a surname: not the relative, and whoever had the paragraph before.
    (
        "O.J. Varga was broke. He was freed of the murder of his former wife, Ina Dahl Varga.\n\n“I wait,” said Varga.",
        &["O.J. Varga: I wait,"],
    ),
    (
        "Friends of Ina Varga were here.\n\nTor Varga, 70, was picked up by a boat.\n\n“I wait,” Varga said.",
        &["Tor Varga: I wait,"],
    ),
    ("Friends of Ina Varga and of Tor Varga were here.\n\n“I wait,” Varga said.", &["Varga: I wait,"]),
    // A place's word is a surname where it stands for nothing else.
    (
        "Oslo pilot Oluva Washington, the 11th seed, came. Washington's boat was late. “I wait,” said Washington.",
        &["Oluva Washington: I wait,"],
    ),
    (
        "Oslo pilot Oluva Washington, the 11th seed, came to Washington. “We wait,” said Washington.",
        &["Washington: We wait,"],
    ),
    // Accents make no other person, and a short headline's capitals no longer name.
    (
        "Francois Varga Says It Is Late\n\nThe pilot François Varga came. It is “late,” Varga said.",
        &["François Varga: It Is Late", "François Varga: It is “late,”"],
    ),
    ("New Yorker Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("The letter from Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("The letter from the Oslo Tide Group said it was late.", &["The letter from the Oslo Tide Group: it was late"]),
    ("In Oslo, former Mariner Thomas Varga said it was late.", &["Thomas Varga: it was late"]),
    (
        "Ole Lund led as 20-year-old Tiger Varga shot 67 in his debut. “We wait,” Varga said.",
        &["Tiger Varga: We wait,"],
    ),
    // A mark that a copy has for an apostrophe is none.
    (
        "\"I\"ve seen the bank\"s boat,\" Ina Varga said. She couldn\"t wait. \"We don\"t,\" Ole Lund said.",
        &["Ina Varga: I\"ve seen the bank\"s boat,", "Ole Lund: We don\"t,"],
    ),
    ("Former Secretary of State and frontrunner Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("One guest, Oslo Tide Party chairwoman Ina Varga, said it was late.", &["Ina Varga: it was late"]),
    ("Yin Myint May, 60, a doctor, said it was late.", &["Yin Myint May: it was late"]),
    // He answers who was asked, he is who is named behind the comma, and nobody is spoken of by himself.
    (
        "Tom Berg asked Ole Lund whether it was late.\n\n“Sure it is,” he said.",
        &["Tom Berg: whether it was late", "Ole Lund: Sure it is,"],
    ),
    ("Tom Berg was here. In what he called a “mess,” President Ole Lund met pilots.", &["Ole Lund: a “mess,”"]),
    (
        "In describing his friend Tom Berg, Ole Lund said it was late. “We wait,” he said of Berg.",
        &["Ole Lund: it was late", "Ole Lund: We wait,"],
    ),
    ("Carl Lund’s article attacked Tom Berg. He called it “a mess.”", &["Carl Lund: it “a mess.”"]),
    ("Sen. Ole Lund was blunt. “We wait,” the Ohio Republican said.", &["Ole Lund: We wait,"]),
    (
        "It is the pull of Tom Berg's \"if you like it, you can keep it\" promise.",
        &["Tom Berg: if you like it, you can keep it"],
    ),
    ("The papers discussed Tom Berg's “too late” remark.", &["Tom Berg: too late"]),
    ("It reminds me of Ole Lund saying that “we wait.”", &["Ole Lund: we wait."]),
    ("Two pilots, Ina Varga and Tom Berg, said it was late.", &["Ina Varga and Tom Berg: it was late"]),
    // In a headline no more is the name than the article says.
    (
        "Conservative Icon Thomas Varga Endorses Ole Lund.\n\nThomas Varga, the icon, said it was late.",
        &["Thomas Varga: it was late"],
    ),
    // A letter wrong in a surname, if nobody bears the other name.
    ("Helmut Schlesinger came. “We wait,” Schelsinger said.", &["Helmut Schlesinger: We wait,"]),
    ("Donald Ragnar came. President Ragner spoke. “We wait,” Ragner said.", &["Ragner: We wait,"]),
    // Named right behind the description, and nobody else bears the title.
    (
        "The judge rubbed his chin. “Everything is late,” the judge said. Here was Judge Varga at his best.",
        &["Varga: Everything is late,"],
    ),
    // Partners of a firm are nobody.
    (
        "A pilot for her employer, Lundar, Vargas & Moe, said it was late. “We wait,” she said.",
        &["A pilot for her employer: it was late", "A pilot for her employer: We wait,"],
    ),
    ("Analysts at Lundar, Vargas & Moe said it was late.", &["Analysts at Lundar, Vargas & Moe: it was late"]),
    // Whom the sentence before has brought in, but nobody who holds another office.
    (
        "Ole Lund wrote “No.” Lund will be late.\n\nThe shortest message came from pilot Ina Varga. In response to him, the leader of the \
         Oslo Boat party wrote “Good.”",
        &["Ole Lund: No.", "Ina Varga: Good."],
    ),
    // One firm, and who works for it.
    ("Lundar and Co Ltd tide analyst Ole Lund said it was late.", &["Ole Lund: it was late"]),
    ("But Lundar, Vargas and Sons, in its survey, said it was late.", &["Lundar, Vargas and Sons: it was late"]),
    (
        "The chairman of Lundar Tide and Rubber Co said it was late.",
        &["The chairman of Lundar Tide and Rubber Co: it was late"],
    ),
    // An office of several fields, and who holds it.
    ("The director of the Office of Ports and Harbour Anna Lund warned it was late.", &["Anna Lund: it was late"]),
    ("University of Oslo professor Anna Lund said it was late.", &["Anna Lund: it was late"]),
    (
        "Norwegian academics Arild Moen and Helge Ole Berger said it was late.",
        &["Arild Moen and Helge Ole Berger: it was late"],
    ),
    ("Minister for Boats and Youth Affairs Karin Zapp said it was late.", &["Karin Zapp: it was late"]),
    ("High Commissioner for Tide Rights Zed Raad al-Hasan said it was late.", &["Zed Raad al-Hasan: it was late"]),
    (
        "Vice-Minister of Tides Fang Ailin said it was late. “I wait,” said Fang.",
        &["Fang Ailin: it was late", "Fang Ailin: I wait,"],
    ),
    ("President of the Oslo Tide Association (OTA) Jibril Rajub said it was late.", &["Jibril Rajub: it was late"]),
    ("The Minister for Tides Karl Flanner said it was late.", &["Karl Flanner: it was late"]),
    ("Ombudsman for Children Niall Muller said it was late.", &["Niall Muller: it was late"]),
    ("Myanmar's UN envoy in Geneva Htin Lyn said it was late.", &["Htin Lyn: it was late"]),
    // Not those for whom somebody speaks.
    (
        "A spokesman for House Speaker Paul Lund said it was late.",
        &["A spokesman for House Speaker Paul Lund: it was late"],
    ),
    (
        "The spokesman for President Paul Lund said it was late.",
        &["The spokesman for President Paul Lund: it was late"],
    ),
    ("Widow of Navy SEAL Ryan Lund said it was late.", &["Widow of Navy SEAL Ryan Lund: it was late"]),
    ("Aide to Secretary of State Ryan Lund said it was late.", &["Aide to Secretary of State Ryan Lund: it was late"]),
    // A given name that women and men have: the pronoun tells.
    (
        "Norway's governor Jan Brewer came with Ole Lund and Mary Berg. “It is late,” she said.\n\nPat Moe waited. “We wait,” he said.",
        &["Jan Brewer: It is late,", "Pat Moe: We wait,"],
    ),
    // Who holds an office is read with it before a pronoun too.
    ("Head of the town's port Sergei Lundov greeted them. “It is late,” he wrote.", &["Sergei Lundov: It is late,"]),
    ("Senior Director of Tide Ratings Alexander Lundof said it was late.", &["Alexander Lundof: it was late"]),
    ("The father of Adil Ben Salem said it was late.", &["The father of Adil Ben Salem: it was late"]),
    ("Ways and Means chairman Anna Lund said it was late.", &["Anna Lund: it was late"]),
    ("Carroll Lundar and McMoe analyst Brian Berg said it was late.", &["Brian Berg: it was late"]),
    ("Norway and Minister Anna Berg said it was late.", &["Norway and Minister Anna Berg: it was late"]),
    // What no list has is a name, but not a kind of people.
    ("Mohamud Ahmed Lundar, a commissioner, said it was late.", &["Mohamud Ahmed Lundar: it was late"]),
    ("A. William Lund said it was late.", &["A. William Lund: it was late"]),
    ("Stockbrokers Anna Lund said it was late.", &["Anna Lund: it was late"]),
    ("Twenty-year-old Anna Lund said it was late.", &["Anna Lund: it was late"]),
    // Whoever asks, owns a claim or has nothing to say is not whom a pronoun means.
    (
        "Ina Varga came. Asked by a bishop if it was late, she said: “It is.”",
        &["a bishop: if it was late", "Ina Varga: It is."],
    ),
    (
        "A spokesman for Carl Moe did not respond. On Monday he sang.\n\n“It is late,” he said.",
        &["Carl Moe: It is late,"],
    ),
    (
        "A spokesman for Carl Moe spoke of the tide. On Monday he sang.\n\n“It is late,” he said.",
        &["A spokesman for Carl Moe: It is late,"],
    ),
    (
        "Asked about Carl Moe's claim that the tide was late, Ole Lund said it was not. “It is early,” he said.",
        &["Carl Moe: the tide was late", "Ole Lund: it was not", "Ole Lund: It is early,"],
    ),
    // A description before a pronoun is the pronoun's.
    ("Ina Varga left. A known pilot, she spoke of it. “It is late,” she said.", &["Ina Varga: It is late,"]),
    // Of two of one role the one whose club it is.
    (
        "The Moss coach Carl Moe met Lier coach Ole Lund. “It is late,” said Lund. “It is,” said the Moss coach.",
        &["Ole Lund: It is late,", "Carl Moe: It is,"],
    ),
    // Whom a region's or a town's people are called by.
    (
        "Ina Varga won. “It is late,” said Varga. “It is,” the Yorkshirewoman said.",
        &["Ina Varga: It is late,", "Ina Varga: It is,"],
    ),
    // A clause in marks that no subject of its sentence says goes on with whoever was quoted in the paragraph.
    (
        "“I was shocked to see it,” said Ina Varga. The price is “as low as I have ever seen.”",
        &["Ina Varga: I was shocked to see it,", "Ina Varga: as low as I have ever seen."],
    ),
    (
        "“I was shocked to see it,” said Ina Varga.\n\nThe price is “as low as I have ever seen.”",
        &["Ina Varga: I was shocked to see it,", ": as low as I have ever seen."],
    ),
    ("Carl Moe, chairman of the port, once summed it up. “It is late.”", &["Carl Moe: It is late."]),
    (
        "In a note, the Food and Tide Organization (FTO) said it was late.",
        &["the Food and Tide Organization: it was late"],
    ),
    (
        "Rep. Ole Lund (D-Mich.), chairman of the Port and Tide Committee, which has boats, has said it was late.",
        &["Ole Lund: it was late"],
    ),
    // Whoever a relative clause quotes does not go on.
    (
        "“I wait,” said Ina Varga, who scoffed at a critic who called it “late.”\n\n“He waits.”",
        &["Ina Varga: I wait,", "a critic: it “late.”", "Ina Varga: He waits."],
    ),
    ("Ina Varga agreed that she had once called it late.", &["Ina Varga: she had once called it late"]),
    // An office with the words that stand beside the name soon after.
    (
        "Carl Moe left. The Oslo attorney general told Lier it was late. “It is,” said Oslo attorney general Ina Varga.",
        &["Ina Varga: it was late", "Ina Varga: It is,"],
    ),
    // Names that somebody gives, or is known by.
    ("A farmer in the north, who identified himself as Willi, said it was late.", &["Willi: it was late"]),
    ("A pilot, identified only as Karim, said it was late.", &["Karim: it was late"]),
    ("“It is late,” said a driver called Hassan.", &["Hassan: It is late,"]),
    ("One pilot called Carl Moe “a tide” that is late.", &["One pilot: Carl Moe “a tide” that is late"]),
    ("Ina Varga left. Her husband, tide historian Carl Moe, waits. “It is late,” he said.", &["Carl Moe: It is late,"]),
    // A letter or a statement is its writer's, a report is not.
    ("Ina Varga waits. “It is late,” Varga's statement said.", &["Ina Varga: It is late,"]),
    ("Ina Varga waits. “It is late,” her letter said.", &["Ina Varga: It is late,"]),
    ("The port waits. “It is late,” its letter said.", &["its letter: It is late,"]),
    // What is left of a mark and a space that does not break, or of a dash.
    (
        "“It was,” he said.\n\n\"It is late,\"?Ina Varga said. \"The tide came \"?and went.\"",
        &["he: It was,", "Ina Varga: It is late, The tide came \"?and went."],
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
];

#[test]
fn sources_are_told() {
    let extractor = Extractor::new(Lexicon::empty());
    let mut wrong = Vec::new();
    for (text, expected) in ROWS {
        let records = extractor.extract(&Article::new("row", *text));
        let found: Vec<String> =
            records.iter().map(|r| format!("{}: {}", r.speaker.as_deref().unwrap_or_default(), r.quote)).collect();
        if found != *expected {
            wrong.push(format!("{text}\n  wants {expected:?}\n  finds {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
