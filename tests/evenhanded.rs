//! Who is misquoted must not depend on where a name comes from: the same story with names of nine regions gives the
//! words to the same person.

use nutgraf::{Options, analyze};

/// A region with two women and two men.
const REGIONS: &[(&str, [&str; 4])] = &[
    ("English", ["Helen Marsh", "Susan Tully", "Peter Lowe", "Mark Hollis"]),
    ("West Africa", ["Ngozi Eze", "Aminata Diop", "Kwabena Asante", "Olumide Bakare"]),
    ("East Africa", ["Wanjiru Kamau", "Achieng Odhiambo", "Tesfaye Bekele", "Baraka Mushi"]),
    ("South Asia", ["Priyanka Deshmukh", "Shabnam Khatun", "Gurpreet Gill", "Chaminda Perera"]),
    ("East Asia", ["Xiaoling Wang", "Haruka Mori", "Jianguo Liu", "Minjun Seo"]),
    ("South-East Asia", ["Siti Rahmah", "Nguyen Thi Lan", "Agus Santoso", "Somchai Suksan"]),
    ("Arab world", ["Fatima Mansour", "Rania Khoury", "Tariq Haddad", "Mahmoud Saleh"]),
    ("Slavic", ["Oksana Melnyk", "Zofia Wozniak", "Dmytro Shevchuk", "Goran Petrovic"]),
    ("Latin America", ["Xiomara Quispe", "Yolanda Rojas", "Evaristo Mendoza", "Joaquim Teixeira"]),
];

/// Stories in which the words in the last quotation but `after` are the named person's. {n} is the name, {l} its last
/// word, {t} a courtesy title, {p} and {P} the pronoun, {O} an official of the same sex, {o} the official's surname,
/// {X} one of the other sex.
const STORIES: &[(&str, usize, &str)] = &[
    (
        "told reporters",
        0,
        "{O} defended the plan on Tuesday. {P} said it would save money.¶{n}, who runs a shop on the square, was not convinced. “We were never asked,” {p} told reporters.",
    ),
    (
        "added",
        0,
        "{O} opened the bridge on Friday.¶The first to cross it was {n}, a nurse. “I waited two years,” {p} said. “It was worth it,” {p} added.",
    ),
    (
        "three people",
        0,
        "{O} spoke first.¶Then came farmer {n}, who said the river had risen twice. “My barn is gone,” {p} said.¶The engineer Walter Finch blamed the dam.",
    ),
    (
        "surname only",
        0,
        "{O} visited the camp on Monday. {o} left after an hour.¶{n} has lived there since May. {l} shares a tent with six people. “It is cold at night,” {p} said.",
    ),
    (
        "courtesy",
        0,
        "{O} apologised on Sunday.¶{t} {n} was among those who lost their homes. “An apology is not a roof,” {p} said.",
    ),
    (
        "three paragraphs",
        1,
        "{O} promised new lifts on Monday. {P} did not say when.¶On the twelfth floor lives {n}, a retired teacher.¶“I have not been outside since March,” {p} said. “I count the days.”",
    ),
    (
        "inverted",
        0,
        "{O} resigned on Thursday.¶“About time,” said {n}, a taxi driver. {P} had voted for {o} twice. “I will not do it again,” {p} said.",
    ),
    ("object", 0, "{n} wrote to {O} in May and got no answer. “I wrote three times,” {p} said."),
    (
        "plural between",
        0,
        "{O} thanked the crew.¶Passengers said they had been left in the dark. One of them, {n}, slept on the floor. “Nobody came,” {p} said.",
    ),
    (
        "other sex",
        0,
        "{n} sold the land in 2019. {X} bought it for the city a year later. “I regret it now,” {p} said.",
    ),
    ("passive", 0, "The ruling against {O} was welcomed by {n} on Friday. “It took nine years,” {p} said."),
    (
        "passive, in a paragraph of its own",
        0,
        "{O} opened the inquiry on Monday.¶The report by {O} was attacked by {n}, who runs a clinic. “It is full of errors,” {p} said.",
    ),
    (
        "one of the workers",
        0,
        "{O} said the mill would close.¶One of the workers, {n}, said the news came by text. “I read it on the bus,” {p} said.",
    ),
    (
        "among the volunteers",
        0,
        "{O} thanked the volunteers. Among them was {n}, a student. “I had never held a shovel,” {p} said.",
    ),
    (
        "the official is asked about",
        0,
        "{n} was asked about {X}, who left the party in May. “I wish the party well,” {p} said.",
    ),
    (
        "official in between",
        0,
        "{n} lost the shop in the flood. {O} came to see it in June. “I was open for thirty years,” {n} said. “Now I sweep mud,” {p} said.",
    ),
];

/// Stories in which the official speaks last.
const OFFICIAL: &[(&str, usize, &str)] = &[
    (
        "official again",
        0,
        "{O} said the school would close.¶Parent {n} said the news was a shock. “Nobody told us,” {p} said.¶{o} said the decision was final. “There is no money,” {p} said.",
    ),
    (
        "official met somebody",
        0,
        "{O} met {n} at the harbour on Sunday. {o} said the boat was safe. “I have seen the papers,” {p} said.",
    ),
];

/// Stories in which somebody without a name speaks last.
const NOBODY: &[(&str, usize, &str)] = &[
    (
        "a deckhand",
        0,
        "{O} opened an inquiry on Monday. {n} was to lead it. A deckhand said the boat had been leaking. “Nobody listened to us,” {p} said.",
    ),
    ("a commuter", 0, "{n} and {O} were at the station. “I saw smoke,” a commuter said. “Then I ran,” {p} said."),
];

#[test]
fn words_go_to_the_same_person_wherever_a_name_comes_from() {
    let mut wrong = Vec::new();
    for (region, names) in REGIONS {
        for (at, name) in names.iter().enumerate() {
            let is_woman = at < 2;
            let official = if is_woman { "Janet Price" } else { "Robert Price" };
            let stories = (STORIES.iter().map(|story| (story, Some(*name))))
                .chain(OFFICIAL.iter().map(|story| (story, Some(official))))
                .chain(NOBODY.iter().map(|story| (story, None)));
            for ((what, after, story), expected) in stories {
                let text = tell(story, name, is_woman, official);
                let found = speaker(&text, *after);
                if found.as_deref() != expected {
                    wrong.push(format!("{region}, {what}: expected {expected:?}, found {found:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn tell(story: &str, name: &str, is_woman: bool, official: &str) -> String {
    let (pronoun, capital, title) = if is_woman { ("she", "She", "Ms") } else { ("he", "He", "Mr") };
    let last = name.rsplit(' ').next().unwrap();
    story
        .replace('¶', "\n\n")
        .replace("{n}", name)
        .replace("{l}", last)
        .replace("{t}", title)
        .replace("{p}", pronoun)
        .replace("{P}", capital)
        .replace("{X}", if is_woman { "Councillor Robert Price" } else { "Councillor Janet Price" })
        .replace("{O}", &format!("Councillor {official}"))
        .replace("{o}", "Price")
}

/// The speaker of the last direct quotation but so many.
fn speaker(text: &str, after: usize) -> Option<String> {
    let report = analyze(text, &Options::new());
    let start = text.rmatch_indices('“').nth(after)?.0 as u32 + '“'.len_utf8() as u32;
    let quote = report.quotes.iter().find(|quote| quote.parts.iter().any(|part| part.start == start))?;
    quote.speaker.map(|id| report.entities[id.0 as usize].name.clone())
}
