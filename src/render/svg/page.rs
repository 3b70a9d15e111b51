//! Writing SVG: escaped text, rectangles, courses of lines.

use super::marks::Stroke;
use crate::render::layout::Rect;
use crate::render::palette;
use std::fmt::Write as _;

/// A page of SVG that is being written.
pub(in crate::render) struct Page {
    svg: String,
}

impl Page {
    pub(in crate::render) fn new(width: f64, height: f64, title: &str) -> Self {
        let mut page = Self { svg: String::new() };
        page.raw(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {width:.0} {height:.0}\" role=\"group\" font-family=\"Helvetica, Arial, sans-serif\" \
             fill=\"{}\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
            palette::INK,
            escaped(title),
            palette::PAPER
        ));
        page
    }

    pub(in crate::render) fn finish(mut self) -> String {
        self.raw("</svg>\n");
        self.svg
    }

    pub(in crate::render) fn raw(&mut self, svg: &str) {
        self.svg.push_str(svg);
    }

    pub(in crate::render) fn open_group(&mut self, shift: (f64, f64)) {
        self.raw(&format!("<g transform=\"translate({:.1} {:.1})\">\n", shift.0, shift.1));
    }

    pub(in crate::render) fn close_group(&mut self) {
        self.raw("</g>\n");
    }

    /// Draws something that shows words when pointed at, and leads somewhere.
    pub(in crate::render) fn tipped(&mut self, tip: &str, link: Option<&str>, draw: impl FnOnce(&mut Self)) {
        let link = link.filter(|link| link.starts_with("https://") || link.starts_with("http://"));
        match link {
            Some(link) => self.raw(&format!("<a href=\"{}\" target=\"_blank\">", escaped(link))),
            None => self.raw("<g>"),
        }
        if !tip.is_empty() {
            self.raw(&format!("<title>{}</title>", escaped(tip)));
        }
        draw(self);
        self.raw(if link.is_some() { "</a>\n" } else { "</g>\n" });
    }

    pub(in crate::render) fn rect(&mut self, rect: &Rect, round: f64, fill: &str, edge: &str) {
        let (x, y) = (rect.center.0 - rect.width / 2.0, rect.center.1 - rect.height / 2.0);
        self.raw(&format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{round:.1}\" fill=\"{fill}\" stroke=\"{edge}\"/>",
            rect.width, rect.height
        ));
    }

    /// Draws a sheet with a folded corner.
    pub(in crate::render) fn note(&mut self, rect: &Rect) {
        const FOLD: f64 = 8.0;
        let (left, top) = (rect.center.0 - rect.width / 2.0, rect.center.1 - rect.height / 2.0);
        let (right, bottom) = (left + rect.width, top + rect.height);
        self.raw(&format!(
            "<path d=\"M{left:.1} {top:.1}H{:.1}L{right:.1} {:.1}V{bottom:.1}H{left:.1}Z\" fill=\"{}\" stroke=\"{}\"/>",
            right - FOLD,
            top + FOLD,
            palette::NOTE,
            palette::FAINT
        ));
    }

    /// Writes lines of text around a point.
    pub(in crate::render) fn text(&mut self, lines: &[String], center: (f64, f64), size: f64, strong: Strong) {
        let first = center.1 - text_height(lines, size) / 2.0 + size * 0.95;
        let mut baseline = first;
        for (number, line) in lines.iter().enumerate() {
            let is_strong = strong == Strong::All || strong == Strong::First && number == 0;
            let weight = if is_strong { " font-weight=\"bold\"" } else { "" };
            self.raw(&format!(
                "<text x=\"{:.1}\" y=\"{baseline:.1}\" font-size=\"{size:.0}\" text-anchor=\"middle\"{weight}>{}</text>",
                center.0,
                escaped(line)
            ));
            baseline += size * LEADING;
        }
    }

    /// Writes lines of text on a ground that hides what is below.
    pub(in crate::render) fn label(&mut self, lines: &[String], center: (f64, f64), size: f64) {
        let (width, height) = (label_width(lines, size) + 4.0, text_height(lines, size) + 2.0);
        let (x, y) = (center.0 - width / 2.0, center.1 - height / 2.0);
        self.raw(&format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"3\" fill=\"{}\" fill-opacity=\"0.96\"/>",
            palette::PAPER
        ));
        self.text(lines, center, size, Strong::First);
    }

    /// Draws a line through points, rounded at each.
    pub(in crate::render) fn path(&mut self, points: &[(f64, f64)], stroke: &Stroke, ends: &str) {
        let Some((first, rest)) = points.split_first() else { return };
        let mut course = format!("M{:.1} {:.1}", first.0, first.1);
        let mut after = rest.iter().skip(1);
        for point in rest {
            match after.next() {
                Some(next) => {
                    let middle = (f64::midpoint(point.0, next.0), f64::midpoint(point.1, next.1));
                    let _ = write!(course, "Q{:.1} {:.1} {:.1} {:.1}", point.0, point.1, middle.0, middle.1);
                }
                None => {
                    let _ = write!(course, "L{:.1} {:.1}", point.0, point.1);
                }
            }
        }
        self.raw(&format!("<path d=\"{course}\" fill=\"none\"{}{ends}/>", stroke.attributes()));
    }
}

/// Which lines of a text are bold.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(in crate::render) enum Strong {
    All,
    First,
    None,
}

/// From one baseline to the next, in sizes.
const LEADING: f64 = 1.25;

/// Estimates the width of lines of text.
pub(in crate::render) fn text_width(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| line.chars().map(letter_width).sum::<f64>() * size).fold(0.0, f64::max)
}

/// Estimates the width of a label, whose first line is bold.
pub(in crate::render) fn label_width(lines: &[String], size: f64) -> f64 {
    let (first, rest) = lines.split_at(lines.len().min(1));
    (text_width(first, size) * 1.08).max(text_width(rest, size))
}

/// Returns the height of lines of text.
pub(in crate::render) fn text_height(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|_| size * LEADING).sum()
}

fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 't' | 'f' | ' ' | '.' | ',' | ':' | '-' | '(' | ')' => 0.34,
        'm' | 'w' | 'M' | 'W' => 0.88,
        'A'..='Z' => 0.7,
        letter if letter >= '\u{2E80}' => 1.05,
        _ => 0.57,
    }
}

/// Writes any text so that it can stand in XML.
pub(in crate::render) fn escaped(text: &str) -> String {
    let allowed = |letter: char| match letter {
        '\t' | '\n' => letter,
        letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => ' ',
        letter => letter,
    };
    let plain: String = text.chars().map(allowed).collect();
    quick_xml::escape::escape(plain.as_str()).into_owned()
}
