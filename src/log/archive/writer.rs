//! The canonical form, written straight from the model: a log writes it for every record that it seals.
//!
//! Keys and their order are those of [`super::raw`], which reads them; that both agree is tried in
//! `tests/it/log/laws.rs`, since a line is read only where it is written again with the same bytes.

use super::shown::Shown;
use crate::model::article::Article;
use crate::model::day::{Interval, Precision};
use crate::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use crate::model::record::{ActorDeclared, Body, Reading};
use crate::model::span::Span;

/// Appends JSON to bytes.
pub(super) struct Writer<'a> {
    out: &'a mut Vec<u8>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out }
    }

    /// Writes what is JSON already: punctuation and keys.
    pub(super) fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// Writes a key and a value whose text needs no escaping.
    pub(super) fn shown(&mut self, key: &str, value: &impl Shown) {
        self.raw(key);
        self.quoted(value);
    }

    pub(super) fn number(&mut self, key: &str, number: u64) {
        self.raw(key);
        let mut digits = [b'0'; 20];
        let mut left = number;
        let mut from = digits.len();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (left % 10) as u8;
            left /= 10;
            from -= 1;
            if left == 0 {
                break;
            }
        }
        self.out.extend_from_slice(digits.get(from..).unwrap_or_default());
    }

    pub(super) fn body(&mut self, body: &Body) {
        match body {
            Body::ArticleReceived(received) => {
                self.raw(r#"{"kind":"article-received","article":"#);
                self.article(&received.article);
                self.reading(r#","reading":"#, &received.reading);
                self.optional(r#","revises":"#, received.revises.as_ref());
            }
            Body::EventRecorded(event) => {
                self.raw(r#"{"kind":"event-recorded","event":"#);
                self.event(event);
            }
            Body::EventRetracted { event, reason, by } => {
                self.shown(r#"{"kind":"event-retracted","event":"#, event);
                self.text(r#","reason":"#, reason);
                self.text(r#","by":"#, by);
            }
            Body::EventAmended { event, replacement, reason, by } => {
                self.shown(r#"{"kind":"event-amended","event":"#, event);
                self.raw(r#","replacement":"#);
                self.event(replacement);
                self.text(r#","reason":"#, reason);
                self.text(r#","by":"#, by);
            }
            Body::ArticleRecoded { article, reading, events } => {
                self.shown(r#"{"kind":"article-recoded","article":"#, article);
                self.reading(r#","reading":"#, reading);
                self.list(r#","events":"#, events, Self::event);
            }
            Body::ActorDeclared(declared) => self.declared(declared),
            Body::ActorMerged { from, into, reason } => {
                self.shown(r#"{"kind":"actor-merged","from":"#, from);
                self.shown(r#","into":"#, into);
                self.text(r#","reason":"#, reason);
            }
            Body::ActorSplit { from, into, reason } => {
                self.shown(r#"{"kind":"actor-split","from":"#, from);
                self.shown(r#","into":"#, into);
                self.text(r#","reason":"#, reason);
            }
        }
        self.raw("}");
    }

    fn declared(&mut self, declared: &ActorDeclared) {
        self.shown(r#"{"kind":"actor-declared","id":"#, &declared.id);
        self.text(r#","name":"#, &declared.name);
        self.list(r#","names":"#, &declared.names, |writer, name| writer.text("", name));
        self.shown(r#","actor_kind":"#, &declared.kind);
        self.optional(r#","country":"#, declared.country.as_ref());
        self.optional(r#","sector":"#, declared.sector.as_ref());
    }

    fn article(&mut self, article: &Article) {
        self.shown(r#"{"id":"#, &article.id);
        self.optional_text(r#","given_id":"#, article.given_id.as_deref());
        self.text(r#","title":"#, &article.title);
        self.span(r#","title_in_text":"#, article.title_in_text);
        self.text(r#","text":"#, &article.text);
        self.span(r#","prose":"#, Some(article.prose));
        self.shown(r#","published":"#, &article.published);
        self.optional_text(r#","source":"#, article.source.as_deref());
        self.optional_text(r#","url":"#, article.url.as_deref());
        self.text(r#","language":"#, &article.language);
        self.shown(r#","checksum":"#, &article.checksum);
        self.raw("}");
    }

    fn reading(&mut self, key: &str, reading: &Reading) {
        self.raw(key);
        self.text(r#"{"coder":"#, &reading.coder);
        self.shown(r#","ontology":"#, &reading.ontology);
        self.raw("}");
    }

    fn event(&mut self, event: &Event) {
        self.shown(r#"{"id":"#, &event.id);
        self.shown(r#","article":"#, &event.article);
        self.shown(r#","type":"#, &event.kind);
        self.shown(r#","cameo":"#, &event.cameo);
        self.list(r#","actors":"#, &event.actors, Self::participant);
        self.list(r#","recipients":"#, &event.recipients, Self::participant);
        self.raw(r#","speaker":"#);
        match &event.speaker {
            Some(speaker) => self.participant(speaker),
            None => self.raw("null"),
        }
        self.optional(r#","topic":"#, event.topic.as_ref());
        self.interval(&event.occurred);
        self.optional(r#","until":"#, event.until.as_ref());
        self.shown(r#","published":"#, &event.published);
        self.shown(r#","mode":"#, &event.mode);
        self.optional(r#","aspect":"#, event.aspect.as_ref());
        self.optional(r#","stance":"#, event.stance.as_ref());
        self.evidence(&event.evidence);
        self.coder(&event.coder);
        self.confidence(event.confidence);
        self.raw("}");
    }

    fn participant(&mut self, participant: &Participant) {
        self.shown(r#"{"id":"#, &participant.id);
        self.text(r#","name":"#, &participant.name);
        self.shown(r#","kind":"#, &participant.kind);
        self.optional(r#","country":"#, participant.country.as_ref());
        self.optional(r#","sector":"#, participant.sector.as_ref());
        self.raw(if participant.binds { r#","binds":true"# } else { r#","binds":false"# });
        self.span(r#","mention":"#, participant.mention);
        self.raw("}");
    }

    fn interval(&mut self, interval: &Interval) {
        self.optional(r#","occurred":{"earliest":"#, interval.earliest.as_ref());
        self.optional(r#","latest":"#, interval.latest.as_ref());
        self.raw(match interval.precision {
            Precision::Day => r#","precision":"day"}"#,
            Precision::Month => r#","precision":"month"}"#,
            Precision::Year => r#","precision":"year"}"#,
            Precision::Range => r#","precision":"range"}"#,
            Precision::Reported => r#","precision":"reported"}"#,
            Precision::Before => r#","precision":"before"}"#,
            Precision::After => r#","precision":"after"}"#,
        });
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.shown(r#","evidence":{"field":"#, &evidence.field);
        self.number(r#","start":"#, evidence.span.start().into());
        self.number(r#","end":"#, evidence.span.end().into());
        self.text(r#","quote":"#, &evidence.quote);
        self.raw("}");
    }

    fn coder(&mut self, mark: &CoderMark) {
        self.text(r#","coder":{"name":"#, &mark.name);
        self.text(r#","version":"#, &mark.version);
        self.text(r#","rule":"#, &mark.rule);
        self.raw("}");
    }

    /// The ends as integers, what lies between with one or two decimals.
    fn confidence(&mut self, confidence: Confidence) {
        self.raw(r#","confidence":"#);
        match confidence.hundredths() {
            0 => self.raw("0"),
            100 => self.raw("1"),
            tenths if tenths % 10 == 0 => self.number("0.", u64::from(tenths / 10)),
            below if below < 10 => self.number("0.0", u64::from(below)),
            hundredths => self.number("0.", u64::from(hundredths)),
        }
    }

    fn span(&mut self, key: &str, span: Option<Span>) {
        self.raw(key);
        let Some(span) = span else { return self.raw("null") };
        self.number(r#"{"start":"#, span.start().into());
        self.number(r#","end":"#, span.end().into());
        self.raw("}");
    }

    fn list<T>(&mut self, key: &str, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.raw(key);
        self.raw("[");
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.raw(",");
            }
            write(self, item);
        }
        self.raw("]");
    }

    fn optional<T: Shown>(&mut self, key: &str, value: Option<&T>) {
        self.raw(key);
        match value {
            Some(value) => self.quoted(value),
            None => self.raw("null"),
        }
    }

    fn optional_text(&mut self, key: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(key, text),
            None => {
                self.raw(key);
                self.raw("null");
            }
        }
    }

    fn quoted(&mut self, value: &impl Shown) {
        self.out.push(b'"');
        value.shown(|text| self.out.extend_from_slice(text.as_bytes()));
        self.out.push(b'"');
    }

    fn text(&mut self, key: &str, text: &str) {
        self.raw(key);
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let plain = rest.len() - after_plain(rest).len();
            let (before, after) = rest.split_at(plain);
            self.out.extend_from_slice(before);
            let Some((&byte, after)) = after.split_first() else { break };
            self.escaped(byte);
            rest = after;
        }
        self.out.push(b'"');
    }

    fn escaped(&mut self, byte: u8) {
        let digit = |four: u8| if four < 10 { b'0' + four } else { b'a' + four - 10 };
        match byte {
            b'"' => self.raw(r#"\""#),
            b'\\' => self.raw(r"\\"),
            0x08 => self.raw(r"\b"),
            0x0c => self.raw(r"\f"),
            b'\n' => self.raw(r"\n"),
            b'\r' => self.raw(r"\r"),
            b'\t' => self.raw(r"\t"),
            byte => {
                self.raw(r"\u00");
                self.out.extend_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
}

/// Returns what begins with the first byte that has to be escaped.
fn after_plain(bytes: &[u8]) -> &[u8] {
    let escapes = |byte: u8| byte < 0x20 || byte == b'"' || byte == b'\\';
    let mut rest = bytes;
    // Without a branch for each byte, the processor looks at many at once.
    while let Some((near, far)) = rest.split_first_chunk::<32>() {
        if near.iter().fold(false, |found, &byte| found | escapes(byte)) {
            break;
        }
        rest = far;
    }
    let plain = rest.iter().position(|&byte| escapes(byte)).unwrap_or(rest.len());
    rest.get(plain..).unwrap_or_default()
}
