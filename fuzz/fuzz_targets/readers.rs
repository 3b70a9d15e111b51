//! Any bytes in any form give articles or refusals, and the part to code lies within the text.
#![no_main]

use detente::text::Given;
use detente::text::reader::{Form, units};
use libfuzzer_sys::fuzz_target;

const FORMS: [Form; 5] = [Form::Plain, Form::Html, Form::Json, Form::Lines, Form::Feed];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let form = FORMS[usize::from(choice) % FORMS.len()];
    for unit in units(form, bytes) {
        for article in unit.articles(Given::default()).into_iter().flatten() {
            assert!(article.prose.slice(&article.text).is_some(), "{:?}", article.prose);
        }
    }
});
