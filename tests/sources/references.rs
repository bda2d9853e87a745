//! *he*, *she*, *the senator*, *an official*: whom a pronoun or a description means, and who goes on without a cue.

use crate::Row;

pub const ROWS: &[Row] = &[
    // A sentence of the reporter's between two quotes.
    (
        "“We are late,” Ole Lund said. Ina Varga shook her head. “He is never late.”",
        &["Ole Lund: We are late,", "Ina Varga: He is never late."],
    ),
    // An unnamed source, and the pronouns and other nouns for it.
    (
        "A mother of two on the dock said the tide was late. “I ran,” she said.",
        &["A mother of two on the dock: the tide was late", "A mother of two on the dock: I ran,"],
    ),
    // Sentences that name nobody stand between, but a father may be somebody else's.
    (
        "Anna Lund came home. It had rained. The road was closed. The train was late. “I ran,” the actress said.",
        &["Anna Lund: I ran,"],
    ),
    (
        "Anna Lund came home. It had rained. The road was closed. The train was late. “I ran,” the 24-year-old said.",
        &["Anna Lund: I ran,"],
    ),
    (
        "Ole Lund came home. It had rained. The road was closed. The train was late. “I ran,” the father said.",
        &["the father: I ran,"],
    ),
    // A headline's bare noun is no word for an unnamed source.
    ("Pilot held in Oslo\n\nThe tide was late. “I ran,” the pilot said.", &["the pilot: I ran,"]),
    ("Oslo waits\n\nA pilot was held. “I ran,” the pilot said.", &["A pilot: I ran,"]),
    // An official of a department with "of" in its name.
    (
        "A Department of Tides official said Lund was late. “We wait,” the official said. The DOT official said it was over.",
        &[
            "A Department of Tides official: Lund was late",
            "A Department of Tides official: We wait,",
            "A Department of Tides official: it was over",
        ],
    ),
    // No revelations or measures say something, nor do they urge anybody.
    (
        "Two pilots said the tide was late. Tax revelations followed. “We wait,” they said. The adjustments were late. They urged Lund to go.",
        &["Two pilots: the tide was late", "Two pilots: We wait,", "Two pilots: Lund to go"],
    ),
    // A text keeps the words at the place; an unnamed source those it was brought in with, also where letters stand for a body.
    (
        "A long report by the port said Lund was late. The report said the tide was, too.",
        &["A long report by the port: Lund was late", "The report: the tide was, too"],
    ),
    (
        "“We wait,” said a Republican Tide Committee member. The RTC member said Lund was late.",
        &["a Republican Tide Committee member: We wait,", "a Republican Tide Committee member: Lund was late"],
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
    // A nationality means the only one named.
    (
        "Race leader Ole Lund kept the jersey but lost a minute. The Italian said the road was wet.",
        &["Ole Lund: the road was wet"],
    ),
    // Whoever has no name and says nothing gives way to the name beside.
    (
        "“I was late,” Ina Varga says. One girl laughed. She is now a pilot, and Varga has a card from her. The tide, she says, was late.",
        &["Ina Varga: I was late,", "Ina Varga: The tide was late"],
    ),
    ("Harbor master Ina Varga last night vowed to go.", &["Ina Varga: to go"]),
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
    // Nothing says that it is a person's name, but whoever bears it has just spoken.
    (
        "Khamenov told them that it was late. He added that it was over.",
        &["Khamenov: it was late", "Khamenov: it was over"],
    ),
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
    // Any holder of an office is an official, if no other has come up.
    (
        "Deputy Minister Ole Lund said it was late. The official said it was over.",
        &["Ole Lund: it was late", "Ole Lund: it was over"],
    ),
    (
        "Ole Lund said it was late. The official said it was over.",
        &["Ole Lund: it was late", "The official: it was over"],
    ),
    // "The president" is whom it meant before, and not the attorney general.
    (
        "Ole Lund called his Attorney General, Ina Varga -- who was late -- to Oslo. Varga left. The president said it was late.",
        &["Ole Lund: it was late"],
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
    // Named right behind the description, and nobody else bears the title.
    (
        "The judge rubbed his chin. “Everything is late,” the judge said. Here was Judge Varga at his best.",
        &["Varga: Everything is late,"],
    ),
    // Whom the sentence before has brought in, but nobody who holds another office.
    (
        "Ole Lund wrote “No.” Lund will be late.\n\nThe shortest message came from pilot Ina Varga. In response to him, the leader of the \
         Oslo Boat party wrote “Good.”",
        &["Ole Lund: No.", "Ina Varga: Good."],
    ),
    // Who holds an office is read with it before a pronoun too.
    ("Head of the town's port Sergei Lundov greeted them. “It is late,” he wrote.", &["Sergei Lundov: It is late,"]),
    ("Senior Director of Tide Ratings Alexander Lundof said it was late.", &["Alexander Lundof: it was late"]),
    ("The father of Adil Ben Salem said it was late.", &["The father of Adil Ben Salem: it was late"]),
    ("Ways and Means chairman Anna Lund said it was late.", &["Anna Lund: it was late"]),
    ("Carroll Lundar and McMoe analyst Brian Berg said it was late.", &["Brian Berg: it was late"]),
    ("Norway and Minister Anna Berg said it was late.", &["Norway and Minister Anna Berg: it was late"]),
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
    // Whoever was quoted is meant, though sentences of the quote stand between.
    (
        "Carl Moe left. “It is late,” Lund added. “Boats wait. So do I.” But, he also said, it was May.",
        &["Lund: It is late, Boats wait. So do I.", "Lund: it was May"],
    ),
    // What somebody is, before the pronoun, and beside the name.
    ("Ina Varga left. A passionate fan of boats, she said it was late.", &["Ina Varga: it was late"]),
    ("Norwegian singer and actress Ina Varga left. “It is late,” she said.", &["Ina Varga: It is late,"]),
    ("Ina Varga left. The pregnant singer's show began. She said it was late.", &["Ina Varga: it was late"]),
    // Whose lead or account the last main clause is about, if nobody else is its subject.
    ("Polls were late, but Mr. Moe's lead vanished. He said it was late.", &["Moe: it was late"]),
    // Whom *who* follows in somebody, as against somewhere.
    ("Oslo has an ally in Mr Moe, who described it as “late.”", &["Moe: it as “late.”"]),
    // Of a text and the thing it lies on the text has the words.
    ("Varga left a note on her new neighbour's car which said “it is late.”", &["a note: it is late."]),
    // No results say anything.
    ("The officials waited for the results. “It is late,” they said.", &["The officials: It is late,"]),
    // A place is not *he*.
    ("Carl Moe won in Kelpa Lundar and other towns. “It is late,” he said.", &["Carl Moe: It is late,"]),
    // A party and a state stand for the committee's chairman, too.
    (
        "Former Nevada Sen. Carl Moe left. Senate Tide Committee Chairman Ole Lund waited. The Georgia Democrat said it was late.",
        &["Ole Lund: it was late"],
    ),
    // Whom *he* speaks of, or does something to, is not he.
    (
        "Carl Moe left in May. When Judge Ole Lund ruled against him, he blamed Lund for “late tides.”",
        &["Carl Moe: Lund for “late tides.”"],
    ),
    ("Carl Moe left. Ole Lund was late. But he said Lund “is no pilot.”", &["Carl Moe: Lund “is no pilot.”"]),
    ("Ole Lund was late. But he said he “is no pilot.”", &["Ole Lund: he “is no pilot.”"]),
    // The sentence before a quote tells of somebody, though its last clause has another subject.
    (
        "Varga has saved nine crowns while boats wait for work. “I eat at noon and go home.”",
        &["Varga: I eat at noon and go home."],
    ),
    // A source of the sentence whose colon introduces more of it.
    (
        "It was late, according to “Boats of Oslo” magazine: “Pilots sleep at noon and go home.”",
        &["“Boats of Oslo” magazine: It was late", "“Boats of Oslo” magazine: Pilots sleep at noon and go home."],
    ),
    // The source is none of both sources.
    (
        "“It is late,” one source said. Both sources said they waited. “We wait,” the source said.",
        &["one source: It is late,", "Both sources: they waited", "one source: We wait,"],
    ),
    // The firm is the firm described before.
    (
        "The security firm Lundtec said it was late. “We wait,” the firm said.",
        &["Lundtec: it was late", "Lundtec: We wait,"],
    ),
    ("Oslo Court said it was late. “We wait,” the court said.", &["Oslo Court: it was late", "the court: We wait,"]),
    ("This crisis had struck the crew. “We want boats,” they said.", &[": We want boats,"]),
    // A name of men here and of women there is whoever goes on.
    (
        "Ole Lund said it was late.\nMinister Patrice Varga called the plan “mad.” He said it was late.",
        &["Ole Lund: it was late", "Patrice Varga: the plan “mad.”", "Patrice Varga: it was late"],
    ),
    (
        "Ole Lund met Andrea Varga. She said it was late. “We wait,” Varga said. “I ran,” she said.",
        &["Andrea Varga: it was late", "Andrea Varga: We wait,", "Andrea Varga: I ran,"],
    ),
    // Of two with a surname "Mr" is the one known to be a man.
    (
        "Carl Lund said it was late. Kim Lund laughed. Mr Lund left. “We wait,” he said.",
        &["Carl Lund: it was late", "Carl Lund: We wait,"],
    ),
    // A relative whom nobody names is none of those named; a silent one gives way to whom the text is about.
    (
        "Ole Lund was late at noon.\nEarlier he was in Oslo. His father said it was late.\nThe father said he ran.",
        &["His father: it was late", "His father: he ran"],
    ),
    (
        "Ina Lund said it was late.\nHer mother took in nets; her mother was a pilot. “I ran,” she said.",
        &["Ina Lund: it was late", "Ina Lund: I ran,"],
    ),
    (
        "Ina Lund said it was late.\nHer husband was a pilot. “I ran,” he said.",
        &["Ina Lund: it was late", "Her husband: I ran,"],
    ),
    ("Carl Moe, the dad of three, ran. The father said it was late.", &["Carl Moe: it was late"]),
    // The gunman is none of those named, as the article calls nobody so.
    (
        "Ole Lund ran.\nThe lone gunman wounded his friend Carl Moe. The gunman yelled “get out” at both.",
        &["The lone gunman: “get out” at both"],
    ),
    // An ambassador of the name is the one told to be an ambassador.
    (
        "Kim In-Sok, Norway's deputy ambassador, said it was late.\nKim Jong-Ho left. Who saw Kim Jong-Ho?\nAmbassador Kim said it was not.",
        &["Kim In-Sok: it was late", "Kim In-Sok: it was not"],
    ),
    // A word of every day's is a surname where the article goes on writing it with a capital.
    (
        "Carl Moe said it was late. In a tweet Trump told of it, and Trump ran.\n“I ran,” Trump said in the first.\n“Is it late?” he asked.",
        &["Carl Moe: it was late", "Trump: I ran,", "Trump: Is it late?"],
    ),
    // “King” alone is a surname of women, too.
    (
        "Captain Anna Jean King said it was late.\n“We wait,” King said.",
        &["Anna Jean King: it was late", "Anna Jean King: We wait,"],
    ),
    // Whose son-in-law he is says nothing of him.
    (
        "President Ina Varga left at noon.\nPresident Varga's son-in-law Carl Moe laughed. The president called it “mad.”",
        &["Ina Varga: it “mad.”"],
    ),
    // Who speaks for one speaks for nobody else.
    (
        "The spokesman for the port chief, Carl Moe, ran.\nThe mayor's spokesman said it was late.",
        &["The mayor's spokesman: it was late"],
    ),
    (
        "Sen. Ina Varga left. Varga spokesman Carl Moe ran.\nThe senator's spokesman said it was late.",
        &["Carl Moe: it was late"],
    ),
    ("Lily Berg was Miss Hungary of her year. “I ran,” she said.", &["Lily Berg: I ran,"]),
    // A text reads so, no bank.
    (
        "A newly found letter was shown. The bank said it was late. “We wait,” it read.",
        &["The bank: it was late", "A newly found letter: We wait,"],
    ),
    // Whom a source speaks of is not the source.
    (
        "According to a senior port official, Carl Moe “will run every day.”\nMoe left. “We wait,” said the port official.",
        &["a senior port official: Carl Moe “will run every day.”", "a senior port official: We wait,"],
    ),
    // Of whom they speak does not say it.
    (
        "Ole Lund is the port's envoy.\nThe wait is over, according to a diplomat involved in the talks.\nLund wants more, the diplomat said.",
        &["a diplomat involved in the talks: The wait is over", "a diplomat involved in the talks: Lund wants more"],
    ),
    // The prime minister is not the first minister.
    (
        "First Minister Ina Varga said it was late.\nAnna Berg left for Oslo. Berg said she ran.\nThe prime minister said it was not.",
        &["Ina Varga: it was late", "Anna Berg: she ran", "Anna Berg: it was not"],
    ),
    (
        "Prime Minister Ina Varga met First Minister Anna Berg.\nThe prime minister said it was late.",
        &["Ina Varga: it was late"],
    ),
    // Whom somebody met is not what he is.
    (
        "Tom Berg, a pilot, said it was late.\nBerg, who met a girl, ran. The girl said it was not.",
        &["Tom Berg: it was late", "The girl: it was not"],
    ),
    ("Tom Berg, who is a pilot, ran.\nA boat came. The pilot said it was late.", &["Tom Berg: it was late"]),
    // Who heads a union with a name is meant, not the union.
    (
        "The news was welcomed by Ina Varga, head of the pilots' union NAPU, who said it was late.",
        &["Ina Varga: it was late"],
    ),
    (
        "The news was welcomed by the pilots' union, a friend of Ina Varga, who said it was late.",
        &["Ina Varga: it was late"],
    ),
    // Of which country a president is told, he is; of no other.
    (
        "Norway's President Ole Lund met Russian President Ivan Pole.\nPole laughed. The Norwegian president said it was late.",
        &["Ole Lund: it was late"],
    ),
    (
        "Russian President Ivan Pole came.\nPole laughed. The Norwegian leader said it was late.",
        &["The Norwegian leader: it was late"],
    ),
    ("Ivan Pole came.\nPole laughed. The Norwegian leader said it was late.", &["Ivan Pole: it was late"]),
    (
        "The US ambassador to Russia, Ole Lund, came.\nLund laughed. The American said it was late.",
        &["Ole Lund: it was late"],
    ),
    // The outlet's own reporter, brought in by name.
    (
        "It is late, the BBC's Ina Varga says.\nOur correspondent adds that the boats have left.",
        &["Ina Varga: It is late", "Ina Varga: the boats have left"],
    ),
    (
        "It is late, Ina Varga says.\nOur correspondent adds that the boats have left.",
        &["Ina Varga: It is late", "Our correspondent: the boats have left"],
    ),
    // Whom the lede describes and the next sentence names: by an age, by the same noun, or as one who speaks.
    ("A woman says she was “late”.\nIna Varga, 66, lost the boat.", &["Ina Varga: she was “late”"]),
    ("A pilot has said it was late.\nIna Varga, a pilot in Oslo, lost the boat.", &["Ina Varga: it was late"]),
    (
        "The keeper of the port has said it was late.\nIna Varga said she ran.",
        &["Ina Varga: it was late", "Ina Varga: she ran"],
    ),
    (
        "Pilot in the dock\nA pilot went on trial.\nOle Lund, 58, left.\nThe pilot said it was late.",
        &["Ole Lund: it was late"],
    ),
    // Neither a man nor a child, nor whom it befell, nor one of whom the first only tells, nor anybody without more.
    ("A woman says she was “late”.\nOle Lund, 66, lost the boat.", &["A woman: she was “late”"]),
    ("A pilot has said it was late.\nIna Varga, 7, lost the boat.", &["A pilot: it was late"]),
    ("A pilot has said it was late.\nIna Varga, 66, was stabbed.", &["A pilot: it was late"]),
    ("A judge has said it was late.\nIna Varga, 66, lost the boat.", &["A judge: it was late"]),
    ("A pilot has said it was late.\nIna Varga said she ran.", &["A pilot: it was late", "Ina Varga: she ran"]),
    ("The mayor has said it was late.\nIna Varga said she ran.", &["The mayor: it was late", "Ina Varga: she ran"]),
    // One who is both, named behind the comma.
    (
        "“I ran,” Ole Lund said.\nLund's friend and fellow pilot, Ivan Pole, left.\n“It is late,” he said.",
        &["Ole Lund: I ran,", "Ivan Pole: It is late,"],
    ),
    ("Her husband and co-author, Ole Lund, said it was late.", &["Ole Lund: it was late"]),
    // No vice president is the president.
    (
        "President Ina Varga left with Vice President Ole Lund.\nLund laughed. The American president said it was late.",
        &["Ina Varga: it was late"],
    ),
    ("Vice President Ole Lund came.\nIna Varga left. The vice president said it was late.", &["Ole Lund: it was late"]),
];
