//! Any text as a string of DOT is one string and reads as the text.
#![no_main]

use detente::render::dot::quoted;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let quoted = quoted(text);
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).expect("quotes around it");
    let mut read = String::new();
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        assert!(letter != '"' && !letter.is_control(), "{quoted}");
        match letter {
            '\\' => match letters.next() {
                Some('n') => read.push('\n'),
                Some(escaped @ ('"' | '\\')) => read.push(escaped),
                other => panic!("{other:?} in {quoted}"),
            },
            '&' => {
                let rest = letters.as_str().strip_prefix("amp;").expect("an entity");
                letters = rest.chars();
                read.push('&');
            }
            letter => read.push(letter),
        }
    }
    let plain = |letter: char| match letter {
        '\n' => '\n',
        letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => ' ',
        letter => letter,
    };
    assert_eq!(read, text.chars().map(plain).collect::<String>());
});
