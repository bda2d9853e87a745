//! Names of people and bodies: titles, offices, particles, honorifics, bylines, firms that look like people.

use crate::Row;

pub const ROWS: &[Row] = &[
    // Nicknames and titles inside a name.
    ("Joseph “Joe” Marsh, 54, a retired miner, said the mine was closed.", &["Joseph Marsh: the mine was closed"]),
    (
        "“We are late!” Lund's niece, state Sen. Ina “Tide” Varga (D-Ashby), shouted to the crowd.",
        &["Ina Varga: We are late!"],
    ),
    ("“We are late,” retired Navy captain Ole Lund said.", &["Ole Lund: We are late,"]),
    // A body, though its name looks like a person's; a person, though the surname is an outlet's.
    ("The Irish Tern Rescue said the tide was late.", &["The Irish Tern Rescue: the tide was late"]),
    ("Lenny Fox said the tide was late.", &["Lenny Fox: the tide was late"]),
    // What ends in an everyday word is a thing, if no given name begins it, and is neither *he* nor *she* nor whose surname is used.
    ("Varga Community Course, who has two halls, was full. Varga said it was late.", &["Varga: it was late"]),
    ("Ms Berg builds on President Lund's Affordable Harbour Act. “We are late,” he said.", &[": We are late,"]),
    ("The report on Regional Cooperation was read. “We are late,” he said.", &[": We are late,"]),
    ("Ole Lund saw Ina Course. “We are late,” she said.", &["Ina Course: We are late,"]),
    // Nor is what is somebody's by its name alone, but a reporter of an outlet's.
    ("Police liked her Harbel Winterbol. “We are late,” she said.", &[": We are late,"]),
    ("Police liked the Gazette's Harbel Winterbol. “We are late,” she said.", &["Harbel Winterbol: We are late,"]),
    // A name in no list behind the place of an envoy's office.
    ("The UN envoy for Norway Wanjiru de Berg said it was late.", &["Wanjiru de Berg: it was late"]),
    ("The UN envoy to Saudi Arabia said it was late.", &["The UN envoy to Saudi Arabia: it was late"]),
    // A think tank is a noun.
    ("A Norwegian think tank says it is late.", &["A Norwegian think tank: it is late"]),
    ("The Oslo-based think tank Tern House found that it was late.", &["Tern House: it was late"]),
    // What the article tells beside the name makes it a body's: neither *he* nor *she*, but *it*.
    (
        "The Long Gull sank. Harbel Marn, the shipping company that owns it, was sorry. It said the tide was late.",
        &["Harbel Marn: the tide was late"],
    ),
    ("A news magazine, Albin Marn, asked. Some had left. “We are late,” he said.", &[": We are late,"]),
    ("The shipping company Harbel asked. Some had left. “We are late,” he said.", &[": We are late,"]),
    ("The best company Varga had was Lund. Ina Varga left. “We are late,” Varga said.", &["Ina Varga: We are late,"]),
    // Relatives named beside an apposition.
    (
        "Ole Lund, a walnut grower, and his wife, Ina, sat in the boat. Her husband said the tide was late.",
        &["Ole Lund: the tide was late"],
    ),
    (
        "Ole and Ina Lund ran the shop. Mr. Lund said the tide was late. His wife said she had stopped counting.",
        &["Ole Lund: the tide was late", "Ina Lund: she had stopped counting"],
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
    ("He gave Anna an Oscar and said the tide was late.", &[": the tide was late"]),
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
    ("The radio station Ekho said the tide was late.", &["Ekho: the tide was late"]),
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
    // Accents, Arabic articles, and a surname that is a pronoun only behind an honorific.
    ("José Manuel Lund came. “We wait,” Lund said.", &["José Manuel Lund: We wait,"]),
    ("Haider al-Varga came. “We wait,” Varga said.", &["Haider al-Varga: We wait,"]),
    ("Ole Lund met Mr. He. “It is late,” said Mr. He. He said it was.", &["He: It is late,", "He: it was"]),
    ("Liam Fox came. “We wait,” Fox said. Ina Varga left.", &["Liam Fox: We wait,"]),
    ("Liam Fox was on Fox News. The network was late, Fox said.", &["Fox: The network was late"]),
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
    ("It was late, according to the law firm Lund.", &["Lund: It was late"]),
    // A firm is it, he is not.
    (
        "Varga said it was late. He waited for the port after it said it was over.",
        &["Varga: it was late", ": it was over"],
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
    // In a headline no more is the name than the article says.
    (
        "Conservative Icon Thomas Varga Endorses Ole Lund.\n\nThomas Varga, the icon, said it was late.",
        &["Thomas Varga: it was late"],
    ),
    // A letter wrong in a surname, if nobody bears the other name.
    ("Helmut Schlesinger came. “We wait,” Schelsinger said.", &["Helmut Schlesinger: We wait,"]),
    ("Donald Ragnar came. President Ragner spoke. “We wait,” Ragner said.", &["Ragner: We wait,"]),
    // Partners of a firm are nobody.
    (
        "A pilot for her employer, Lundar, Vargas & Moe, said it was late. “We wait,” she said.",
        &["A pilot for her employer: it was late", "A pilot for her employer: We wait,"],
    ),
    ("Analysts at Lundar, Vargas & Moe said it was late.", &["Analysts at Lundar, Vargas & Moe: it was late"]),
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
    // A given name that women and men have: the pronoun tells.
    (
        "Norway's governor Jan Brewer came with Ole Lund and Mary Berg. “It is late,” she said.\n\nPat Moe waited. “We wait,” he said.",
        &["Jan Brewer: It is late,", "Pat Moe: We wait,"],
    ),
    // What no list has is a name, but not a kind of people.
    ("Mohamud Ahmed Lundar, a commissioner, said it was late.", &["Mohamud Ahmed Lundar: it was late"]),
    ("A. William Lund said it was late.", &["A. William Lund: it was late"]),
    ("Stockbrokers Anna Lund said it was late.", &["Anna Lund: it was late"]),
    ("Twenty-year-old Anna Lund said it was late.", &["Anna Lund: it was late"]),
    // Names that somebody gives, or is known by.
    ("A farmer in the north, who identified himself as Willi, said it was late.", &["Willi: it was late"]),
    ("A pilot, identified only as Karim, said it was late.", &["Karim: it was late"]),
    ("“It is late,” said a driver called Hassan.", &["Hassan: It is late,"]),
    ("One pilot called Carl Moe “a tide” that is late.", &["One pilot: Carl Moe “a tide” that is late"]),
    ("Ina Varga left. Her husband, tide historian Carl Moe, waits. “It is late,” he said.", &["Carl Moe: It is late,"]),
    // "First" in the name of a firm, and before what somebody did or is.
    ("To raise cash, First Tide said it may sell boats.", &["First Tide: it may sell boats"]),
    ("First Tide Bancorp said it may sell boats.", &["First Tide Bancorp: it may sell boats"]),
    ("First Varga said it was late.", &["Varga: it was late"]),
    // A club is no person.
    (
        "Ina Varga left Oslo City. “It is late,” she said. City said it was.",
        &["Ina Varga: It is late,", "City: it was"],
    ),
    (
        "Goalkeeper Carl Moe left Oslo City. “After Oslo City, it is late,” he said.",
        &["Carl Moe: After Oslo City, it is late,"],
    ),
    // Two clubs of one player.
    ("Pilots left, while former Oslo and Real Lund striker Carl Moe called it “late.”", &["Carl Moe: it “late.”"]),
    (
        "Former Oslo and Bergen's striker Carl Moe said it was late.",
        &["Former Oslo and Bergen's striker Carl Moe: it was late"],
    ),
    ("“It is late,” said bandmember and main songwriter Lund.", &["Lund: It is late,"]),
    // Two roles behind one article, if neither is an office that another may hold.
    ("The artist and pilot Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("Former Oslo and Bergen star Carl Moe wrote: “It is late.”", &["Carl Moe: It is late."]),
    // An honorific begins the name, whatever stands before it, and parts it from an office and its body.
    ("Chief kelpist at Public Health Norway Dr Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("Head of boats at the Oslo Institute Professor Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("A spokesman for Dr Ina Varga said it was late.", &["A spokesman for Dr Ina Varga: it was late"]),
    // An event that is called by somebody's name is not its fuller form.
    ("Ina Varga left “Ina Varga Live” at noon. “It is late,” Varga said.", &["Ina Varga: It is late,"]),
    ("Tory Kelpa Varga said it was late.", &["Kelpa Varga: it was late"]),
    ("“It is late,” said Varga matter-of-factly.", &["Varga: It is late,"]),
    // A past tense of no verb of saying begins no sentence: it is a name.
    ("Tore Varga of the Oslo pilots said: “We wait.”", &["Tore Varga: We wait."]),
    ("Said Varga: “We wait.”", &["Varga: We wait."]),
    ("Norwegian Ambassador to the UN Ri Tong II said it was late.", &["Ri Tong II: it was late"]),
    ("“It is late,” said chancellor of the Oslo Academy Monsignor Carl Moe.", &["Carl Moe: It is late,"]),
    ("The American Academy of Kelp said it was “late.”", &["The American Academy of Kelp: it was “late.”"]),
    // Of two forms of a given name the longer one.
    (
        "“It is late,” said Doug Moe. Douglas Moe came. “So it is,” Moe said.",
        &["Douglas Moe: It is late,", "Douglas Moe: So it is,"],
    ),
    ("“It is late,” said D. Moe. Dan Moe came.", &["Dan Moe: It is late,"]),
    // What is left of letters and spaces that a copy lost.
    (
        "“It is late,” said Wolfgang Sch?ttle. “So?” Sch?ttle added.",
        &["Wolfgang Sch?ttle: It is late,", "Wolfgang Sch?ttle: So?"],
    ),
    ("Uwe L\u{fffd}\u{fffd}rig said it was late.", &["Uwe L\u{fffd}\u{fffd}rig: it was late"]),
    ("The spokesperson-said it was late.", &["The spokesperson: it was late"]),
    ("The director-Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("Photographer-Ina Varga called it “late.”", &["Ina Varga: it “late.”"]),
    // Who works for a body, and who heads one.
    ("“It is late,” said Bank of Oslo's Varga.", &["Varga: It is late,"]),
    (
        "“It is late,” said the head of the Norwegian port's Central Command.",
        &["the head of the Norwegian port's Central Command: It is late,"],
    ),
    ("“It is late,” wrote Lundar Merchant bank chief economist Ina Varga.", &["Ina Varga: It is late,"]),
    ("“It is late,” said Minister of Commerce Ina Varga on the day of the vote.", &["Ina Varga: It is late,"]),
    ("Norwegian Minister for EU Affairs Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("Boats were late.\n\nIna Varga (Conservative, Mid Lund): “I wait.”", &["Ina Varga: I wait."]),
    // An office and its field, and who holds it.
    ("UN Humanitarian Coordinator for Lundar, Ina Varga, said it was late.", &["Ina Varga: it was late"]),
    ("UN High Commissioner for Human Rights Ina Varga said it was late.", &["Ina Varga: it was late"]),
    ("It is late, said Lundar City FBI Special Agent in Charge Carl Moe.", &["Carl Moe: It is late"]),
    ("“It is late,” US Ambassador to the UN Ina Varga told pilots.", &["Ina Varga: It is late,"]),
    ("U.K. Chancellor of the Exchequer Carl Moe said it was late.", &["Carl Moe: it was late"]),
    ("Oslotec Director of Government Affairs Phil Moe said it was late.", &["Phil Moe: it was late"]),
    ("In Frankfurt F. Wilhelm Moe said it was late.", &["F. Wilhelm Moe: it was late"]),
    (
        "Bai Moe, a pilot at the Norwegian Academy of International Trade and Economic Cooperation, the tank of the ministry, says: “It is late.”",
        &["Bai Moe: It is late."],
    ),
    // An office, whatever body it is of, and a name in full that ends the phrase.
    ("Office of Boats and Tides spokesman Carl Moe said it was late.", &["Carl Moe: it was late"]),
    ("Former Chief of Staff of the Norwegian Tide Forces Viktor Moe said it was late.", &["Viktor Moe: it was late"]),
    (
        "It is late, said Green Party politician and member of Norwegian parliament Harald Moe.",
        &["Harald Moe: It is late"],
    ),
    ("It is late, Deputy Head of the OTU Kelpar Moely said.", &["Kelpar Moely: It is late"]),
    ("“It is late,” Lund's chairman and chief executive officer Carl Moe said.", &["Carl Moe: It is late,"]),
    ("Former Wales striker and Boat of the Day pundit Carl Moe said it was late.", &["Carl Moe: it was late"]),
    ("A spokesman for actor Carl Moe said it was late.", &["A spokesman for actor Carl Moe: it was late"]),
    ("Supporters of Democrat Anna Moe said it was late.", &["Supporters of Democrat Anna Moe: it was late"]),
    ("Oslo mayor Ina Varga and author Carl Moe said it was late.", &["Ina Varga and Carl Moe: it was late"]),
    ("In quiet Oslo Father Moe said it was late.", &["Moe: it was late"]),
    // A body that is described and named is its name.
    ("The Norwegian rights group Tide Now said it was late.", &["Tide Now: it was late"]),
    ("It is late, state news agency NUNA said.", &["NUNA: It is late"]),
    ("The radio station WPVI in Oslo said it was late.", &["WPVI: it was late"]),
    ("Security firms Lundtec and Moetec said it was late.", &["Security firms Lundtec and Moetec: it was late"]),
    ("The group Democrats for Tides said it was late.", &["The group Democrats for Tides: it was late"]),
    (
        "A spokesman for security firm Lundtec said it was late.",
        &["A spokesman for security firm Lundtec: it was late"],
    ),
    // A body and a name with a hyphen for a space; two words of an office are no name.
    ("Deputy Assistant Commissioner of the Oslo Police-Neil Moe (above) said it was late.", &["Neil Moe: it was late"]),
    ("Deputy Assistant Commissioner Neil Moe said it was late.", &["Neil Moe: it was late"]),
    // Fields with commas in an office before a name.
    (
        "Minister for Housing, Planning and Local Government Simon Varga said it was late.",
        &["Simon Varga: it was late"],
    ),
    ("“It is late,” said Lundar and Drew economist Bill Varga.", &["Bill Varga: It is late,"]),
    // A hyphen for a lost space behind an owner.
    ("The Oslo Times's-Ina Varga said it was late.", &["Ina Varga: it was late"]),
    // An office behind its body, and a rank behind the office.
    ("“It is late,” said Army Corps of Engineers Oslo District Commander Col. John Moe.", &["John Moe: It is late,"]),
    // A nun without her surname.
    (
        "Mother Teresa of Oslo said it was late. “We wait,” she said. “I ran,” Mother Anna Varga said.",
        &["Mother Teresa: it was late", "Mother Teresa: We wait,", "Anna Varga: I ran,"],
    ),
    // Ranks as papers shorten them.
    (
        "Det Con Mike Berg said it was late.\nCdr BJ Lund said it was not.",
        &["Mike Berg: it was late", "BJ Lund: it was not"],
    ),
    ("The con artist said it was late.", &["The con artist: it was late"]),
    // What bears a number for a name.
    (
        "“It is late,” First Pacific analyst Ida Berg said.\nFirst Boston said it was shut. “It is,” Second Atlantic economist Ole Lund said.",
        &["Ida Berg: It is late,", "First Boston: it was shut", "Ole Lund: It is,"],
    ),
    ("First Lund said it was late.", &["Lund: it was late"]),
];
