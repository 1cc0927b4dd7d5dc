//! Lists of words in code, which belong among the lists under `tools/train/lists`.

/// How many words stand in lists of more than so many.
pub(crate) fn words_in_lists(code: &str, longest: usize) -> usize {
    lists(code).into_iter().filter(|&words| words > longest).sum()
}

/// The number of words of every list: string literals with nothing between them but what parts the items of a list, the
/// rows of a table or the arms of a match. The name of a rule is no word to look for.
fn lists(code: &str) -> Vec<usize> {
    let mut lists = Vec::new();
    let mut words = 0;
    for (between, literal) in literals(code) {
        if !parts_items(between) {
            lists.push(words);
            words = 0;
        }
        let names_a_rule = between.ends_with("rule(");
        words += usize::from(!between.ends_with('b') && !names_a_rule && is_word(literal));
    }
    lists.push(words);
    lists.retain(|&words| words > 0);
    lists
}

fn parts_items(between: &str) -> bool {
    let plain = between.replace("=>", "");
    !plain.contains([';', '{', '}', '=']) && between.contains([',', '|']) && between.lines().count() <= 3
}

/// Words and phrases to compare with a text, rather than messages or formats.
fn is_word(literal: &str) -> bool {
    literal.contains(char::is_alphabetic) && !literal.contains('{')
}

/// Every string literal, after the code between it and the one before; strings of bytes are code.
fn literals(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(quote) = code[at..].find(['"', '\'']).map(|offset| at + offset) {
        if code[quote..].starts_with('\'') {
            at = quote + character(&code[quote..]);
            continue;
        }
        let Some(length) = closed(&code[quote + 1..]) else { break };
        found.push((&code[start..quote], &code[quote + 1..quote + 1 + length]));
        (start, at) = (quote + length + 2, quote + length + 2);
    }
    found
}

/// The length of the literal of a character, or of the mark that begins a lifetime.
fn character(code: &str) -> usize {
    let mut inside = code.char_indices().skip(if code.starts_with("'\\") { 3 } else { 2 });
    inside.next().filter(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1)
}

/// Where a string ends whose opening mark stands before.
fn closed(code: &str) -> Option<usize> {
    let mut escaped = false;
    code.char_indices().find_map(|(at, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at)
    })
}

#[test]
fn lists_are_told_from_other_literals() {
    for (code, expected) in [
        (r#"const A: [&str; 3] = ["a", "b", "c"];"#, vec![3]),
        (r#"matches!(x, "a" | "b\"c")"#, vec![2]),
        (r#"match x { "a" | "b" => 1, "c" => Unit::Day, _ => 2 }"#, vec![3]),
        (r#"x == "a" || x == "b""#, vec![1, 1]),
        (r#"One = "one", Two = "two","#, vec![1, 1]),
        (r#"f(x, '"', '\'', "a"); g("b")"#, vec![1, 1]),
        (r#"["1", "a {b}", b"c"]"#, vec![]),
        (r#"[ rule("a", f), rule("b", g)]"#, vec![]),
    ] {
        assert_eq!(lists(code), expected, "{code}");
    }
    assert_eq!(words_in_lists(r#"["a", "b", "c"]; ["d"]"#, 2), 3);
}
