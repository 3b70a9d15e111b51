//! Splitting, datelines, quotations and dictionary forms.

use expect_test::{Expect, expect};

use super::read;

/// Compares the sentences, one a line.
fn check_sentences(text: &str, expected: Expect) {
    let document = read(text);
    let mut lines = String::new();
    for sentence in document.sentences() {
        let words = sentence.tokens.iter().map(|token| &*token.text).collect::<Vec<_>>().join(" ");
        lines += &format!("{} {words}\n", sentence.paragraph).replace('\u{ad}', "~");
    }
    expected.assert_eq(&lines);
}

/// Compares dateline, place, date and agency.
fn check_dateline(text: &str, expected: Expect) {
    let document = read(text);
    let show = |span: Option<crate::model::span::Span>| span.and_then(|span| span.slice(text)).unwrap_or("-");
    let found = match document.dateline() {
        Some(line) => {
            format!("{} | {} | {} | {}", show(Some(line.span)), show(line.place), show(line.date), show(line.agency))
        }
        None => "none".to_owned(),
    };
    let first = document.sentences().first().and_then(|sentence| sentence.span.slice(text)).unwrap_or("-");
    expected.assert_eq(&format!("{found}\n{first}"));
}

/// Compares the words of every quotation.
fn check_quotations(text: &str, expected: Expect) {
    let document = read(text);
    let mut lines = String::new();
    for (n, quotation) in document.quotations().iter().enumerate() {
        let tokens = document.sentences().iter().flat_map(|sentence| &sentence.tokens);
        let words = tokens.filter(|token| token.quotation == Some(n)).map(|token| &*token.text).collect::<Vec<_>>();
        let end = if quotation.close.is_some() { "" } else { " (open)" };
        lines += &format!("{}{end}\n", words.join(" "));
    }
    expected.assert_eq(&lines);
}

#[test]
fn abbreviations_and_initials_end_no_sentence() {
    check_sentences(
        "Gen. J. R. Hale met Sen. Ortiz in St. Petersburg on Jan. 5. He left at 10 a.m. The No. 2 at the U.S. embassy, \
         Mr. Lee of Acme Corp., stayed. They spoke with Dr. Ng vs. the U.N. envoy.",
        expect![[r#"
            0 Gen. J. R. Hale met Sen. Ortiz in St. Petersburg on Jan. 5 .
            0 He left at 10 a.m.
            0 The No. 2 at the U.S. embassy , Mr. Lee of Acme Corp. , stayed .
            0 They spoke with Dr. Ng vs. the U.N. envoy .
        "#]],
    );
}

#[test]
fn stops_in_quotations_end_a_sentence_only_before_a_new_one() {
    check_sentences(
        "\"Will they sign?\" the envoy asked. “Never!” Petrov said. \"It is over.\" The hall fell silent. \
         \"We wait,\" she said. \"We hope.\"",
        expect![[r#"
            0 " Will they sign ? " the envoy asked .
            0 “ Never ! ” Petrov said .
            0 " It is over . "
            0 The hall fell silent .
            0 " We wait , " she said .
            0 " We hope . "
        "#]],
    );
}

#[test]
fn contractions_hyphens_and_money_split_as_in_treebanks() {
    check_sentences(
        "Ministers' aides can't say who’ll pay $5.5 million (10%) for the anti-tank, U.S.-made and/or Czech-built \
         rockets of 2020-2021; they cannot…",
        expect![[r#"
            0 Ministers ' aides ca n't say who ’ll pay $ 5.5 million ( 10 % ) for the anti - tank , U.S. - made and / or Czech - built rockets of 2020-2021 ;
            0 they can not …
        "#]],
    );
}

#[test]
fn titles_stand_alone_and_wrapped_lines_are_joined() {
    check_sentences(
        "Oslo and Riga sign a pact\r\n\r\nNorway and Latvia signed a pact on Monday after a year of talks that\r\nhad \
         stalled twice over fishing rights in the northern waters. The text\r\nwas not published.\r\n\r\nPhoto: Jane Roe\r\n",
        expect![[r#"
            0 Oslo and Riga sign a pact
            1 Norway and Latvia signed a pact on Monday after a year of talks that had stalled twice over fishing rights in the northern waters .
            1 The text was not published .
            2 Photo : Jane Roe
        "#]],
    );
    check_sentences(
        "Norway will send arms\nThe government said so on Friday, in a note that was longer than a hundred characters and ended the debate.\nIt gave no date.",
        expect![[r#"
            0 Norway will send arms
            1 The government said so on Friday , in a note that was longer than a hundred characters and ended the debate .
            2 It gave no date .
        "#]],
    );
}

#[test]
fn breaks_inside_a_sentence_are_layout() {
    check_sentences(
        "The envoys of\nNorway\n, who came on the 1\nst\nof May, left.\nThey\nsaid nothing.",
        expect![[r#"
            0 The envoys of Norway , who came on the 1 st of May , left .
            1 They said nothing .
        "#]],
    );
}

#[test]
fn odd_spaces_and_soft_hyphens_are_no_obstacle() {
    check_sentences(
        "The\u{a0}President\u{a0}met\u{2009}the del\u{ad}egation.\u{feff} It left.",
        expect![[r#"
            0 The President met the del~egation .
            0 It left .
        "#]],
    );
}

#[test]
fn a_headline_is_cut_at_semicolons() {
    check_sentences(
        "Peru cuts ties with Chile; envoys leave for home\n\nPeru cut ties; its envoys left.",
        expect![[r#"
            0 Peru cuts ties with Chile ;
            0 envoys leave for home
            1 Peru cut ties ; its envoys left .
        "#]],
    );
}

#[test]
fn datelines_are_set_apart() {
    check_dateline(
        "MOSCOW, March 3. /TASS/. Russia protested.",
        expect![[r#"
            MOSCOW, March 3. /TASS/. | MOSCOW | March 3 | TASS
            Russia protested."#]],
    );
    check_dateline(
        "Headline here\n\nBEIJING, March 10 (Xinhua) -- China protested.",
        expect![[r#"
            BEIJING, March 10 (Xinhua) -- | BEIJING | March 10 | Xinhua
            Headline here"#]],
    );
    check_dateline(
        "LIMA, Peru (AP) _ Peru protested.",
        expect![[r#"
            LIMA, Peru (AP) _ | LIMA, Peru | - | AP
            Peru protested."#]],
    );
    check_dateline(
        "TOKYO (Kyodo) -- Japan protested.",
        expect![[r#"
            TOKYO (Kyodo) -- | TOKYO | - | Kyodo
            Japan protested."#]],
    );
    check_dateline(
        "QUITO (dpa) - Ecuador protested.",
        expect![[r#"
            QUITO (dpa) - | QUITO | - | dpa
            Ecuador protested."#]],
    );
    check_dateline(
        "Harare, 8 December - Zimbabwe protested.",
        expect![[r#"
            Harare, 8 December - | Harare | 8 December | -
            Zimbabwe protested."#]],
    );
    check_dateline(
        "BRUSSELS - The bloc protested.",
        expect![[r#"
            BRUSSELS - | BRUSSELS | - | -
            The bloc protested."#]],
    );
    check_dateline(
        "WASHINGTON (AP) — Congress met.",
        expect![[r#"
            WASHINGTON (AP) — | WASHINGTON | - | AP
            Congress met."#]],
    );
    check_dateline(
        "SEOUL, Jan. 5 (Yonhap) -- South Korea protested.",
        expect![[r#"
            SEOUL, Jan. 5 (Yonhap) -- | SEOUL | Jan. 5 | Yonhap
            South Korea protested."#]],
    );
    check_dateline(
        "KYIV. Oct 12 (Interfax) - Ukraine protested.",
        expect![[r#"
            KYIV. Oct 12 (Interfax) - | KYIV | Oct 12 | Interfax
            Ukraine protested."#]],
    );
    check_dateline(
        "GENEVA/NEW YORK, 5 May 2021 (AFP) – Envoys met.",
        expect![[r#"
            GENEVA/NEW YORK, 5 May 2021 (AFP) – | GENEVA/NEW YORK | 5 May 2021 | AFP
            Envoys met."#]],
    );
    check_dateline(
        "ST. PETERSBURG, June 4, 2019 /TASS/. Delegates met.",
        expect![[r#"
            ST. PETERSBURG, June 4, 2019 /TASS/. | ST. PETERSBURG | June 4, 2019 | TASS
            Delegates met."#]],
    );
    check_dateline(
        "Paris, June 3 (Reuters) - France protested.",
        expect![[r#"
            Paris, June 3 (Reuters) - | Paris | June 3 | Reuters
            France protested."#]],
    );
    check_dateline(
        "WASHINGTON, D.C. (AP) — Congress met.",
        expect![[r#"
            WASHINGTON, D.C. (AP) — | WASHINGTON, D.C. | - | AP
            Congress met."#]],
    );
    check_dateline(
        "CASTRIES, St. Lucia (AP) — Ministers met.",
        expect![[r#"
            CASTRIES, St. Lucia (AP) — | CASTRIES, St. Lucia | - | AP
            Ministers met."#]],
    );
    check_dateline(
        "AL-ULA, Saudi Arabia (AFP) - Ministers met.",
        expect![[r#"
            AL-ULA, Saudi Arabia (AFP) - | AL-ULA, Saudi Arabia | - | AFP
            Ministers met."#]],
    );
    check_dateline(
        "LAHORE: Pakistan protested.",
        expect![[r#"
            LAHORE: | LAHORE | - | -
            Pakistan protested."#]],
    );
    check_dateline(
        "Doha, Qatar – Egypt protested.",
        expect![[r#"
            Doha, Qatar – | Doha, Qatar | - | -
            Egypt protested."#]],
    );
    check_dateline(
        "Peru, Chile – two neighbours.",
        expect![[r#"
        none
        Peru, Chile – two neighbours."#]],
    );
    check_dateline(
        "YEREVAN, Armenia\n\nEnvoys met.",
        expect![[r#"
            YEREVAN, Armenia | YEREVAN, Armenia | - | -
            Envoys met."#]],
    );
    check_dateline(
        "CAIRO, Egypt — Envoys met.",
        expect![[r#"
            CAIRO, Egypt — | CAIRO, Egypt | - | -
            Envoys met."#]],
    );
}

#[test]
fn what_only_looks_like_a_dateline_stays() {
    check_dateline(
        "EXCLUSIVE - Norway will leave.",
        expect![[r#"
            none
            EXCLUSIVE - Norway will leave."#]],
    );
    check_dateline(
        "NATO allies met in Riga - and agreed.",
        expect![[r#"
            none
            NATO allies met in Riga - and agreed."#]],
    );
    check_dateline(
        "Norway (pop. 5 million) - a founding member - agreed.",
        expect![[r#"
            none
            Norway (pop. 5 million) - a founding member - agreed."#]],
    );
}

#[test]
fn quotations_run_over_sentences_and_paragraphs() {
    check_quotations(
        "\"We wait,\" she said. \"We hope. We pray.\"",
        expect![[r#"
            We wait ,
            We hope . We pray .
        "#]],
    );
    check_quotations(
        "“It began in May.\n\n“It ended in June,” he said. “So be it.”",
        expect![[r#"
            It began in May . It ended in June ,
            So be it .
        "#]],
    );
    check_quotations(
        "\"It never closes.\nThe next paragraph is nobody's word.",
        expect![[r#"
            It never closes . (open)
        "#]],
    );
}

#[test]
fn single_marks_quote_where_they_are_no_apostrophes() {
    check_quotations(
        "The envoys' plan, ‘a bad joke’ to some, wasn't 'dead' yet. “He said ‘no’ twice,” she said.",
        expect![[r#"
            a bad joke
            dead
            He said ‘ ’ twice ,
            no
        "#]],
    );
}
