//! Every form through one `check`: bytes in, articles or refusals out, as text.

use super::{Form, units};
use crate::text::{Given, MAX_ARTICLE};
use expect_test::{Expect, expect};
use std::fmt::Write as _;

fn read(form: Form, bytes: &[u8], published: Option<&str>) -> String {
    let given = Given { published: published.map(|day| day.parse().expect("a day")) };
    let mut out = String::new();
    for article in units(form, bytes).flat_map(|unit| unit.articles(given)) {
        match article {
            Ok(article) => {
                let prose = article.prose.slice(&article.text).expect("prose lies in the text");
                if let Some(span) = article.title_in_text {
                    assert_eq!(span.slice(&article.text), Some(article.title.as_str()));
                }
                assert_eq!(article.checksum, article.digest());
                let title_at = article.title_in_text.map_or("apart".to_owned(), |span| span.to_string());
                let meta =
                    [&article.given_id, &article.source, &article.url].map(|field| field.as_deref().unwrap_or("-"));
                writeln!(
                    out,
                    "{} | {} ({title_at}) | {:?} | {}",
                    article.published,
                    article.title,
                    prose,
                    meta.join(" ")
                )
            }
            Err(refused) => {
                writeln!(out, "{refused}{}", refused.id.as_deref().map_or(String::new(), |id| format!(" [{id}]")))
            }
        }
        .expect("a string takes it");
    }
    out
}

fn check(form: Form, bytes: &[u8], want: Expect) {
    want.assert_eq(&read(form, bytes, None));
}

#[test]
fn plain_text_with_a_head() {
    check(
        Form::Plain,
        "Title: Envoy recalled\nPublished: 2023-11-04\nSource: Own Wire\nUrl: https://example.org/1\nLanguage: English\nId: a1\n\nThe envoy was recalled.\n".as_bytes(),
        expect![[r#"
            2023-11-04 | Envoy recalled (7..21) | "The envoy was recalled.\n" | a1 Own Wire https://example.org/1
        "#]],
    );
    check(
        Form::Plain,
        b"Published: 2023-11-04\r\n\r\nEnvoy recalled\r\n\r\nThe envoy was recalled.\r\n",
        expect![[r#"
            2023-11-04 | Envoy recalled (25..39) | "Envoy recalled\r\n\r\nThe envoy was recalled.\r\n" | - - -
        "#]],
    );
    // The title may stand before the head without its key, as people write it; a report is none.
    check(
        Form::Plain,
        b"Envoy recalled: Peru protests\nPublished: 2023-11-04\n\nThe envoy was recalled.\n",
        expect![[r#"
            2023-11-04 | Envoy recalled: Peru protests (0..29) | "The envoy was recalled.\n" | - - -
        "#]],
    );
    // Beside a title that has its key it would be neither title nor report.
    check(
        Form::Plain,
        b"The envoy was recalled.\nTitle: Envoy recalled\nPublished: 2023-11-04\n\nPeru protests.\n",
        expect![[r#"
            line 1: has no publication date: it gives none, and no dateline holds one
        "#]],
    );
    check(
        Form::Plain,
        b"The envoy was recalled.\nNobody: said why.\n\nPublished: 2023-11-04\n",
        expect![[r#"
            line 1: has no publication date: it gives none, and no dateline holds one
        "#]],
    );
    check(
        Form::Plain,
        b"Title: Envoy recalled\nPublishd: 2023-11-04\n\nThe envoy was recalled.\n",
        expect![[r#"
            line 2: unknown key "Publishd" in the head: Title, Published, Source, Url, Language or Id was expected
        "#]],
    );
    check(
        Form::Plain,
        b"Published: November 2023\n\nThe envoy was recalled.\n",
        expect![[r#"
            line 1: published: "November 2023" is not a full date: a form such as 2024-01-31 was expected
        "#]],
    );
}

#[test]
fn plain_text_without_a_head() {
    check(
        Form::Plain,
        "\u{feff}Kremlin: no talks\nANKARA, March 3, 2021 (Own Wire) - The envoy was recalled.".as_bytes(),
        expect![[r#"
            2021-03-03 | Kremlin: no talks (3..20) | "Kremlin: no talks\nANKARA, March 3, 2021 (Own Wire) - The envoy was recalled." | - - -
        "#]],
    );
    check(
        Form::Plain,
        b"Source: Kremlin rejects talks\nANKARA, March 3. /OWN/. The envoy was recalled.",
        expect![[r#"
            line 1: has no publication date: its dateline, "March 3", has no year
        "#]],
    );
    check(
        Form::Plain,
        b"The envoy was recalled on March 3, 2021.",
        expect![[r#"
            line 1: has no publication date: it gives none, and no dateline holds one
        "#]],
    );
    let given = read(Form::Plain, b"The envoy was recalled.", Some("2024-01-31"));
    expect![[r#"
        2024-01-31 |  (apart) | "The envoy was recalled." | - - -
    "#]]
    .assert_eq(&given);
}

#[test]
fn what_is_no_article_is_refused_by_name() {
    check(
        Form::Plain,
        b"",
        expect![[r#"
        line 1: is empty: an article was expected
    "#]],
    );
    check(
        Form::Plain,
        b" \n\n",
        expect![[r#"
        line 1: is empty: an article was expected
    "#]],
    );
    check(
        Form::Plain,
        b"Title: Nothing\nPublished: 2024-01-31\n\n",
        expect![[r#"
        line 1: is empty: an article was expected
    "#]],
    );
    check(
        Form::Plain,
        b"\x7fELF\x02\x01\x01\0\0\0",
        expect![[r#"
        line 1: is binary: UTF-8 text was expected
    "#]],
    );
    check(
        Form::Plain,
        "Published: 2024-01-31\n\nМинистр иностранных дел заявил об этом.".as_bytes(),
        expect![[r#"
            line 1: is not in English: 100 of 100 letters are not Latin, such as 'М'
        "#]],
    );
    let long = "word ".repeat(MAX_ARTICLE / 5 + 1);
    check(
        Form::Plain,
        long.as_bytes(),
        expect![[r#"
        line 1: has more than 4 MiB in one article, the most that is read
    "#]],
    );
}

#[test]
fn lines_are_read_one_by_one_and_bad_ones_passed_over() {
    let long = format!("{{\"text\":\"{}\"}}", "word ".repeat(MAX_ARTICLE / 5 + 1));
    let lines = [
        r#"{"id":"a","title":"Envoy recalled","text":"The envoy was recalled.","published":"2023-11-04T23:30:00-05:00","more":[1]}"#,
        "",
        r#"{"id":"b","text":"The envoy"#,
        &long,
        r#"{"id":7,"text":"The envoy was recalled."}"#,
        r#"{"id":"d","published":"2023-11-04"}"#,
        r#"{"id":"e","text":["The envoy"],"published":"2023-11-04"}"#,
        "[1]",
        r#"{"id":"f","text":"Der Botschafter","language":"de","published":"2023-11-04"}"#,
        r#"{"id":"g","text":"The envoy returned.","published":"2024-11-04"}"#,
    ]
    .join("\n");
    check(
        Form::Lines,
        lines.as_bytes(),
        expect![[r#"
        2023-11-04 | Envoy recalled (apart) | "The envoy was recalled." | a - -
        line 3: is not whole JSON: EOF while parsing a string in column 27
        line 4: has more than 4 MiB in one line, the most that is read
        line 5: has no publication date: it gives none, and no dateline holds one [7]
        line 6: text: nothing where a string was expected [d]
        line 7: text: an array where a string was expected [e]
        line 8: the line: an array where an object with "text" was expected
        line 9: is not in English: its source says language "de" [f]
        2024-11-04 |  (apart) | "The envoy returned." | g - -
    "#]],
    );
    let latin1 = b"{\"text\":\"The envoy was recalled.\",\"published\":\"2023-11-04\"}\n{\"text\":\"T\xfcrkiye\"}\n";
    check(
        Form::Lines,
        latin1,
        expect![[r#"
        2023-11-04 |  (apart) | "The envoy was recalled." | - - -
        line 2: is not UTF-8: byte 0xFC in column 11 begins no character (often Latin-1 or Windows-1252)
    "#]],
    );
}

#[test]
fn json_files_hold_one_article_or_an_array() {
    check(
        Form::Json,
        b"[\n {\"text\":\"The {envoy} was recalled.\",\n  \"published\":\"2023-11-04\"},\n {\"text\":\"The envoy returned.\"}\n]",
        expect![[r#"
            2023-11-04 |  (apart) | "The {envoy} was recalled." | - - -
            line 4: has no publication date: it gives none, and no dateline holds one
        "#]],
    );
    check(
        Form::Json,
        b"{\n \"text\": \"The envoy was recalled.\",\n \"publi",
        expect![[r#"
        line 3: is not whole JSON: EOF while parsing a string in column 7
    "#]],
    );
    check(
        Form::Json,
        b"[]",
        expect![[r#"
        line 1: is empty: an article was expected
    "#]],
    );
}

const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><title>Envoy recalled | Own Wire</title>
HEAD</head><body><nav><a href="/">Home</a></nav><article><h1>Envoy recalled</h1>TIME
<p>The government recalled its envoy on Saturday, the ministry said in a statement that it published in the evening.</p>
<p>The other government regretted the step and said that its own ambassador would stay at his post for the time being.</p>
</article><footer>All rights reserved</footer></body></html>"#;

#[test]
fn pages_give_their_date_in_several_ways() {
    let page = |head: &str, time: &str| PAGE.replace("HEAD", head).replace("TIME", time);
    let json_ld = r#"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Envoy recalled","datePublished":"2023-11-04T21:00:00+03:00"}]}</script>"#;
    let open_graph = r#"<meta property="article:published_time" content="2023-11-05T09:00:00Z"><meta property="og:site_name" content="Own Wire"><meta property="og:title" content="Envoy recalled">"#;
    let time = r#"<time datetime="2023-11-06">Monday</time>"#;
    check(
        Form::Html,
        page(json_ld, time).as_bytes(),
        expect![[r#"
        2023-11-04 | Envoy recalled (apart) | "Monday \nThe government recalled its envoy on Saturday, the ministry said in a statement that it published in the evening.\n\nThe other government regretted the step and said that its own ambassador would stay at his post for the time being." | - - -
    "#]],
    );
    check(
        Form::Html,
        page(open_graph, time).as_bytes(),
        expect![[r#"
        2023-11-05 | Envoy recalled (apart) | "Monday \nThe government recalled its envoy on Saturday, the ministry said in a statement that it published in the evening.\n\nThe other government regretted the step and said that its own ambassador would stay at his post for the time being." | - Own Wire -
    "#]],
    );
    check(
        Form::Html,
        page("", time).as_bytes(),
        expect![[r#"
        2023-11-06 | Envoy recalled (apart) | "Monday \nThe government recalled its envoy on Saturday, the ministry said in a statement that it published in the evening.\n\nThe other government regretted the step and said that its own ambassador would stay at his post for the time being." | - - -
    "#]],
    );
    check(
        Form::Html,
        page("", "").as_bytes(),
        expect![[r#"
        line 1: has no publication date: it gives none, and no dateline holds one
    "#]],
    );
    check(
        Form::Html,
        b"<html><body></body></html>",
        expect![[r#"
        line 1: holds no readable article: failed to grab the article
    "#]],
    );
}

#[test]
fn feeds_give_an_article_an_entry() {
    let rss = r#"<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Own Wire</title><language>en-us</language>
<item><title>Envoy recalled</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Sat, 04 Nov 2023 23:30:00 -0500</pubDate>
<content:encoded><![CDATA[<p>The envoy was recalled.</p><p>The other side regretted it.</p>]]></content:encoded></item>
<item><title>A link</title><link>https://example.org/2</link><guid>g2</guid></item>
</channel></rss>"#;
    check(
        Form::Feed,
        rss.as_bytes(),
        expect![[r#"
        2023-11-04 | Envoy recalled (apart) | "The envoy was recalled.\n\nThe other side regretted it." | g1 Own Wire https://example.org/1
        line 5: the feed entry carries no text, only a link [g2]
    "#]],
    );
    let atom = r#"<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Own Wire</title><id>f</id>
<entry><title>Envoy returned</title><id>e1</id><updated>2024-11-04T10:00:00Z</updated><content type="html">&lt;p&gt;The envoy returned.&lt;/p&gt;</content></entry></feed>"#;
    check(
        Form::Feed,
        atom.as_bytes(),
        expect![[r#"
        2024-11-04 | Envoy returned (apart) | "The envoy returned." | e1 Own Wire -
    "#]],
    );
    check(
        Form::Feed,
        b"<rss version=\"2.0\"><channel>",
        expect![[r#"
        line 1: is no RSS or Atom feed: unable to parse XML: Parser error: syntax error: tag not closed: `>` not found before end of input
    "#]],
    );
    check(
        Form::Feed,
        b"<?xml version=\"1.0\"?><note>Hello</note>",
        expect![[r#"
        line 1: is no RSS or Atom feed: unable to parse feed: no root element
    "#]],
    );
}

#[test]
fn forms_are_known_by_extension_or_first_bytes() {
    assert_eq!(Form::of_extension("HTM"), Some(Form::Html));
    assert_eq!(Form::of_extension("pdf"), None);
    for (start, form) in [
        ("\u{feff} {\"text\":", Form::Lines),
        ("[", Form::Json),
        ("<?xml version", Form::Feed),
        ("<!DOCTYPE html>", Form::Html),
        ("MOSCOW", Form::Plain),
        ("", Form::Plain),
    ] {
        assert_eq!(Form::of_start(start.as_bytes()), form, "{start}");
    }
}
