//! Who says it where the subject stands far from its verb: insertions, participles, joined verbs, relative clauses.

use crate::Row;

pub const ROWS: &[Row] = &[
    // What adds to something says nothing, but what somebody adds to the applause.
    ("That added to the port's worries that the tide was late.", &[]),
    ("“It is late,” Varga added to applause.", &["Varga: It is late,"]),
    // How something goes is no source.
    ("It was going according to plan until the boat sank.", &[]),
    // Who testifies before a body says it, not the body.
    ("Two men testified before the Senate saying the tide was late.", &["Two men: the tide was late"]),
    ("A member of the Senate saying the tide was late left.", &["A member of the Senate: the tide was late left"]),
    // A claim's *that* is its own where a clause has the claim for its subject.
    (
        "Critics say Ms Varga's claim that Lund was late has hurt the port.",
        &["Critics: Ms Varga's claim that Lund was late has hurt the port"],
    ),
    ("Varga repeated her claim that Lund was late.", &["Varga: Lund was late"]),
    // Going on tour is not going on to say.
    ("Varga went on strike to “save the port.”", &["Varga: save the port."]),
    // A court rules behind the sentence, too.
    ("The port may ban “any sign of faith,” a court has ruled.", &["a court: The port may ban “any sign of faith,”"]),
    // What is called something is named, and not told.
    ("The port labeled that report “false” and has sued.", &["The port: that report “false”"]),
    // Three and more who say it together, before the verb and behind it, but not whom another word governs.
    (
        "Ina Varga, Ole Lund and Anna Berg said the tide was late. “We wait,” wrote pilots Ina Varga, Ole Lund and Anna Berg.",
        &["Ina Varga, Ole Lund and Anna Berg: the tide was late", "Ina Varga, Ole Lund and Anna Berg: We wait,"],
    ),
    ("“We wait,” said Ina Varga, Oslo Mayor and Harbor Pilot.", &["Ina Varga: We wait,"]),
    (
        "In a boat with Ina Varga, Ole Lund and Anna Berg said the tide was late.",
        &["Ole Lund and Anna Berg: the tide was late"],
    ),
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
    // Where a subject begins.
    (
        "They plan to charge boats for the quay after a pilot, Ina Varga, said the tide was late.",
        &["Ina Varga: the tide was late"],
    ),
    (
        "A teacher who caught him putting on a show with two gloves and a rag wrote that the tide was late.",
        &["A teacher who caught him putting on a show with two gloves and a rag: the tide was late"],
    ),
    // An auxiliary and its participle with the time between them.
    ("Ina Varga's friends have for years said the tide was “late.”", &["Ina Varga's friends: the tide was “late.”"]),
    ("Ina Varga, who has in the past called the tide “late,” ran.", &["Ina Varga: the tide “late,”"]),
    (
        "The Oslo Post and the Bergen Post each called the tide “late.”",
        &["The Oslo Post and the Bergen Post: the tide “late.”"],
    ),
    ("Ina Varga calls people “tides.”", &["Ina Varga: people “tides.”"]),
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
    // What a text says, at the end of the sentence.
    ("The tide is “late again,” the report finds.", &["the report: The tide is “late again,”"]),
    ("The tide will be late by 2030, the study forecasts.", &["the study: The tide will be late by 2030"]),
    ("The tide was late, a new poll has found.", &["a new poll: The tide was late"]),
    ("“It is late,” acting port director Ina Varga said.", &["Ina Varga: It is late,"]),
    ("The tide was “late”, she was quoted as saying by the Oslo Post.", &[": The tide was “late”"]),
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
    // The agency passes on what somebody said.
    (
        "“We wait,” the agency quoted Norway's central bank chief Ina Varga as saying in Oslo. “It is late.”",
        &["Ina Varga: We wait, It is late."],
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
    // "that" and a verb that may be a noun, with its object behind it: a relative clause.
    ("A pilot signs a form that states: “I wait for the tide.”", &["a form: I wait for the tide."]),
    ("Ina Varga held up a letter that claims the port is late.", &["a letter: the port is late"]),
    // Who accuses in a relative clause says so, and not whoever speaks of them.
    (
        "Ina Varga slammed the Norwegian envoy in Oslo who accused pilots of “lies.”",
        &["the Norwegian envoy in Oslo: pilots of “lies.”"],
    ),
    // A number that tells what kind stands before a noun in -ing.
    ("The 43-page ruling argued that the port was late.", &["The 43-page ruling: the port was late"]),
    ("One banking analyst said the port was late.", &["One banking analyst: the port was late"]),
    // Behind a comma in the marks a name alone says whose words they are.
    ("“We wait for the tide,” Ms Varga. “So do you.”", &["Varga: We wait for the tide, So do you."]),
    ("“Boats wait for the tide,” Varga, 29, dishes.", &["Varga: Boats wait for the tide,"]),
    // Whom a verb causes to speak, with who that is; and a thing that is described, by nobody who is named.
    (
        "Oslo barred pilots, prompting Carl Moe, the prime minister, to describe it as “late.”",
        &["Carl Moe: it as “late.”"],
    ),
    ("In a rout described as “late and dear” boats sank.", &[]),
    ("The rout that Ina Varga described as “late and dear” is over.", &["Ina Varga: “late and dear” is over"]),
    (
        "“It is late,” Rep. Ina Varga, D-Mass, the chairwoman of the Tide Committee said. “Wait.”",
        &["Ina Varga: It is late, Wait."],
    ),
    ("A letter from Kelpa Varga said it was late.", &["Kelpa Varga: it was late"]),
    ("A letter from Saudi Arabia said it was late.", &["A letter from Saudi Arabia: it was late"]),
    // What stands in marks before a subject is none of it.
    (
        "“We wait - that rate is less than the rate paid by half of Oslo” Varga said from Lier.",
        &["Varga: We wait - that rate is less than the rate paid by half of Oslo"],
    ),
    // A relative clause ends at its comma, and the verb behind it goes on with the main clause.
    (
        "The Oslo agency linked to Lier, which has claimed all such boats, reported the tide and described it as “late.”",
        &["The Oslo agency linked to Lier: it as “late.”"],
    ),
    // Where someone comes from, between two commas of which the second is missing.
    ("Ina Varga, 18, from the US said: “We wait.”", &["Ina Varga: We wait."]),
    ("In May, from the quay Varga said: “We wait.”", &["Varga: We wait."]),
    // What stands between a name and its verb, and what belongs to the clause before.
    ("Noting the plan announced by Carl Moe last week Varga said, “It is late.”", &["Varga: It is late."]),
    ("It came through equity or debt and Varga said that “it is late.”", &["Varga: it is late."]),
    (
        "Pilots seemed less sure of its safety after an outside pilot told them it was “late.”",
        &["an outside pilot: it was “late.”"],
    ),
    ("When Oslo closed the port in May, port President Ina Varga, said, “It is late.”", &["Ina Varga: It is late."]),
    ("“It is late,” the freighter's master, Ina Varga, said.", &["Ina Varga: It is late,"]),
    (
        "One Oslo official at a firm not involved in the deal said “it is late.”",
        &["One Oslo official at a firm: it is late."],
    ),
    (
        "A senior executive of a Japanese securities firm operating in Oslo told Lier: “It is late.”",
        &["A senior executive of a Japanese securities firm operating in Oslo: It is late."],
    ),
    ("Varga put a gun to a pilot's head saying he wanted to “go home.”", &["Varga: he wanted to “go home.”"]),
    // A magazine in marks tells where it was said.
    (
        "It is a “very late tide,” Varga revealed in an interview with the magazine “Kelp.”",
        &["Varga: It is a “very late tide,”"],
    ),
    ("“It is late,” said a source close to Varga.", &["a source close to Varga: It is late,"]),
    // What a line with a colon is about says nothing; who stands before the comma does.
    ("Boats were late.\n\nVARGA, at a rally in Oslo: “I wait.”", &["VARGA: I wait."]),
    ("Boats were late.\n\nOn the Norwegian tide: “It is late.”", &[": It is late."]),
    ("Boats were late.\n\nOslo attack: “It was late.”", &[": It was late."]),
    // A body with its letters in brackets, and who speaks for it.
    (
        "“It is late,” a Ministry of Tides and Industry (MTI) official said.",
        &["a Ministry of Tides and Industry (MTI) official: It is late,"],
    ),
    (
        "“It is late,” Ministry of Tides and Industry (MTI) director general Ina Varga told Lier.",
        &["Ina Varga: It is late,"],
    ),
    ("“It is late,” the director of the Lundar camp Ina Varga told Lier.", &["Ina Varga: It is late,"]),
    ("Moe was on a boat, described by a friend as a “late man.”", &["a friend: a “late man.”"]),
    (
        "The monitor of the deal, former Norwegian President Ina Varga, echoed a call for a plan that includes Oslo, saying it “is late.”",
        &["Ina Varga: it “is late.”"],
    ),
    ("On a wet day in May, Ina Varga looked at a boat, and told Lier it was late.", &["Ina Varga: it was late"]),
    ("Boats were late.\n\nIna Varga, harbor master: “I wait.”", &["Ina Varga: I wait."]),
    ("Boats were late.\n\nThe harbor master, INA VARGA: “I wait.”", &["INA VARGA: I wait."]),
    (
        "On Friday, Oslo's military said boats must take “immediate action” against it.",
        &["Oslo's military: boats must take “immediate action” against it"],
    ),
    (
        "Boats were “late”, unnamed Oslo officials were quoted as saying by a paper.",
        &["unnamed Oslo officials: Boats were “late”"],
    ),
    ("“It is late,” Lundar sporting director Ina Varga told Lier.", &["Ina Varga: It is late,"]),
    ("Boats walked back on it, a result after Varga called the tide a “hoax.”", &["Varga: the tide a “hoax.”"]),
    ("Lundar's parent, Oslo Tide Corp., said it was “late.”", &["Oslo Tide Corp.: it was “late.”"]),
    ("In the past Mr Moe called boats an “enemy.”", &["Moe: boats an “enemy.”"]),
    ("Carl Moe himself, who called boats a “hoax,” resigned in May.", &["Carl Moe: boats a “hoax,”"]),
    ("More than 30 unions called it “late.”", &["More than 30 unions: it “late.”"]),
    // Plurals of people and bodies, which are forms of verbs, too.
    ("Several Oslo brokers said it was late.", &["Several Oslo brokers: it was late"]),
    ("Some Norwegian banks have announced they plan to wait.", &["Some Norwegian banks: they plan to wait"]),
    ("“It is late,” said Anna Mills. “We wait,” Mills said.", &["Anna Mills: It is late,", "Anna Mills: We wait,"]),
    ("Carl Moe himself, who first backed the boats, eventually conceded “some harm.”", &["Carl Moe: some harm."]),
    ("Leeks are “out of season,” says organic vegetable retailer Lundtec.", &["Lundtec: Leeks are “out of season,”"]),
    // "came" is no participle; who in a talk says; a thing of the port's says nothing beside Oslotec.
    ("Her vote came after the lawyer, Anna Moe, said it was late.", &["Anna Moe: it was late"]),
    ("The case drew in Carl Moe, who in a talk with the Tide newspaper said it was late.", &["Carl Moe: it was late"]),
    ("The boat was held after its landing and Oslotec said it was late.", &["Oslotec: it was late"]),
    (
        "A friend who gave money to help the town meet the costs of the flood said it was late.",
        &["A friend who gave money to help the town meet the costs of the flood: it was late"],
    ),
    ("Mr Moe repeated unspoken claims that it was late.", &["Moe: it was late"]),
    // What a participle brings after “of” or “with” belongs to whom it describes.
    (
        "The man accused of burning the writer Anna Moe said it was late.",
        &["The man accused of burning the writer Anna Moe: it was late"],
    ),
    (
        "The head of a board charged with recovering boats said it was late.",
        &["The head of a board charged with recovering boats: it was late"],
    ),
    (
        "Countries along a road used by people trying to reach Oslo said it was late.",
        &["Countries along a road used by people trying to reach Oslo: it was late"],
    ),
    ("Since recovering boats Anna Moe said it was late.", &["Anna Moe: it was late"]),
    // What opens the sentence with a preposition or a participle is no subject: what is set off behind it is.
    (
        "Speaking to the paper, a senior official who chose to remain silent, said it was late.",
        &["a senior official who chose to remain silent: it was late"],
    ),
    ("Speaking to Al Jazeera, a senior official said it was late.", &["a senior official: it was late"]),
    ("On Monday the pilot, Tom Lund, said it was late.", &["Tom Lund: it was late"]),
    ("In Oslo Tom Lund, a pilot, said it was late.", &["Tom Lund: it was late"]),
    // What ends in marks before the comma is none of hers.
    (
        "She became \"angry, upset, and late,\" her lawyer, Ines Varga, said.",
        &["Ines Varga: She became \"angry, upset, and late,\""],
    ),
    // The infinitive goes on behind the relative clause of whom it speaks.
    (
        "Such gaps led Ole Lund, a pilot who wrote the study, to criticize the port as a “lottery.”",
        &["Ole Lund: the port as a “lottery.”"],
    ),
    // Behind a comma and a verb of saying stands who can say it, or else the verb has its subject before the comma.
    ("The port, a firm in Oslo, claimed responsibility for the fire that struck a boat.", &[]),
    ("The report, published last week, revealed important failings.", &["The report: important failings"]),
    ("Surgeons told him he was late, claimed a ringside pal.", &["a ringside pal: Surgeons told him he was late"]),
    // “all G20 states”: no verb.
    (
        "Last year's statement called on all G20 states to resist \"all forms\" of fear.",
        &["Last year's statement: all G20 states to resist \"all forms\" of fear"],
    ),
    ("Her boat was on a list of 78 alleged \"late\" boats released by the port.", &[]),
    // A past form that describes what is spoken of is no main verb.
    (
        "Addressing the crew, Ole Lund stood by his plan to subject pilots from several towns deemed a risk to more tests, insisting: “We cannot allow fog.”",
        &["Ole Lund: We cannot allow fog."],
    ),
    (
        "Ole Lund met the crew. Pilots welcomed the weight Lund attached to tests, saying it was late.",
        &["Pilots: it was late"],
    ),
    // Between dashes stands what the object of a relative clause is.
    (
        "The tide study, which looks at nine ports in two countries - Norway and Peru - found that it was late.",
        &["The tide study: it was late"],
    ),
    // Behind an article stands no verb, and an article alone is nobody.
    ("It is a look at the probes of the alleged contacts, into Oslo.", &[]),
    ("Ole Lund singled out the proposed “Tide” law.", &[]),
    (
        "A second storm will come on Monday, according to the forecast.",
        &["the forecast: A second storm will come on Monday"],
    ),
    ("An outside consultant said it was late.", &["An outside consultant: it was late"]),
    // A comma between the subject and the verb that brings in its words.
    ("Night fell. Imam Berg, said: “The road is quiet at this hour.”", &["Berg: The road is quiet at this hour."]),
    // In whose view something was so; not in view of something.
    ("In his view, the boats were “late.” Ole Lund left.", &[": late."]),
    ("Ole Lund came. In his view, the boats were “late and unsafe.”", &["Ole Lund: late and unsafe."]),
    // What another said of it is no part of what was called so.
    (
        "Ole Lund called the deal “a mess,” in response to Ina Varga, who said it was “the best in years.”",
        &["Ole Lund: the deal “a mess,” in response to Ina Varga", "Ina Varga: it was “the best in years.”"],
    ),
    (
        "Ole Lund called the deal “a mess,” for Ina Varga, who said it was late, and for others.",
        &["Ole Lund: the deal “a mess,” for Ina Varga, who said it was late, and for others"],
    ),
    // A relative clause that no word opens has its own subject.
    ("It was a claim police said was “late”.", &["police: was “late”"]),
    ("It was a boat pilots called “late”.", &["pilots: late"]),
    ("A dozen pilots said it was late.", &["A dozen pilots: it was late"]),
    ("A union official said it was late.", &["A union official: it was late"]),
    // Whoever is told ends where the subject of what is told begins.
    ("Ina Varga told the court Mr Lund was late.", &["Ina Varga: Mr Lund was late"]),
    ("Ina Varga told pilots Ole Lund, who had left, was late.", &["Ina Varga: Ole Lund, who had left, was late"]),
    ("Ina Varga told city pilots Ole Lund and Ivan Pole that it was late.", &["Ina Varga: it was late"]),
    ("Ina Varga told the newspaper Boats am Sonntag that it was late.", &["Ina Varga: it was late"]),
];
