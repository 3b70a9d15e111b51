//! A diagram for Graphviz.
//!
//! Written by us and not by a library, for groups, a legend and words behind every line. Any text can
//! stand in any place: what Graphviz would read as an escape or an entity is escaped.

use super::palette::{self, Sign};
use super::scene::{Arrow, Card, Key, Line, Scene, Shape, Tie};
use std::fmt::Write as _;

/// Writes a diagram as DOT.
#[must_use]
pub fn write(scene: &Scene) -> String {
    let mut dot = String::from("digraph relations {\n");
    dot += "  graph [rankdir=LR, ranksep=0.7, nodesep=0.25, fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, labelloc=t, \
            labeljust=l, newrank=true, bgcolor=\"#FFFFFF\"];\n";
    dot += &format!(
        "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, fontcolor=\"{0}\", color=\"{1}\", margin=\"0.12,0.06\"];\n  \
         edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, fontcolor=\"{0}\", color=\"{1}\"];\n",
        palette::INK,
        palette::FAINT
    );
    dot += &format!("  label=<{}>;\n  tooltip={};\n", heading(scene), quoted(&scene.title));
    for (number, group) in scene.groups.iter().enumerate() {
        let cards: Vec<&Card> = scene.inside(number).map(|(_, card)| card).collect();
        // A state alone needs no frame around its box.
        if let [card] = cards.as_slice() {
            dot += &node(card, "  ");
            continue;
        }
        dot += &format!("  subgraph {} {{\n", quoted(&format!("cluster_{}", group.id)));
        let attributes = [
            ("label", quoted("")),
            ("style", quoted("rounded,filled")),
            ("fillcolor", quoted(palette::GROUP)),
            ("color", quoted(palette::GROUP_EDGE)),
            ("margin", "10".to_owned()),
            ("tooltip", quoted(&group.name)),
        ];
        for (name, value) in attributes {
            dot += &format!("    {name}={value};\n");
        }
        for card in cards {
            dot += &node(card, "    ");
        }
        dot += "  }\n";
    }
    for line in &scene.lines {
        if let (Some(from), Some(to)) = (scene.boxes.get(line.from), scene.boxes.get(line.to)) {
            dot += &edge(line, from, to);
        }
    }
    dot + "}\n"
}

fn node(card: &Card, indent: &str) -> String {
    let (shape, style, fill) = match card.shape {
        Shape::Party => ("box", "filled", palette::PARTY),
        Shape::Institution => ("box", "filled", palette::MEMBER),
        Shape::Person => ("box", "rounded,filled", palette::MEMBER),
        Shape::Position => ("note", "filled", palette::NOTE),
    };
    let mut attributes = vec![
        ("shape", shape.to_owned()),
        ("style", quoted(style)),
        ("fillcolor", quoted(fill)),
        ("label", label(&card.text)),
    ];
    match card.shape {
        Shape::Party => attributes.push(("fontsize", "13".to_owned())),
        Shape::Position => attributes.push(("fontsize", "9".to_owned())),
        Shape::Institution | Shape::Person => {}
    }
    attributes.extend(words(&card.tip, card.link.as_deref()));
    format!("{indent}{} [{}];\n", quoted(&card.id), list(&attributes))
}

fn edge(line: &Line, from: &Card, to: &Card) -> String {
    let mut attributes: Vec<(&str, String)> = Vec::new();
    match line.tie {
        Tie::Relation { sign, weak, disputed, arrow, n_reports } => {
            attributes.push(("label", label(&line.text)));
            let color = sign.color();
            let doubled = format!("{color}:{}:{color}", palette::PAPER);
            attributes.push(("color", quoted(if disputed { &doubled } else { color })));
            let tenths = palette::width_tenths(n_reports);
            attributes.push(("penwidth", format!("{}.{}", tenths / 10, tenths % 10)));
            if weak {
                attributes.push(("style", "dashed".to_owned()));
            }
            let head = match sign {
                Sign::Bad => "tee",
                Sign::Neither => "empty",
                Sign::Good => "normal",
            };
            let (dir, at_head, at_tail) = match arrow {
                Arrow::Forward => ("forward", Some(head), None),
                Arrow::Back => ("back", None, Some(head)),
                Arrow::Both => ("both", Some(head), Some(head)),
            };
            attributes.push(("dir", dir.to_owned()));
            attributes.extend(at_head.map(|head| ("arrowhead", head.to_owned())));
            attributes.extend(at_tail.map(|tail| ("arrowtail", tail.to_owned())));
        }
        Tie::Represents => attributes.extend([("dir", "none".to_owned()), ("penwidth", "0.8".to_owned())]),
        Tie::Holds => attributes.extend([("dir", "none".to_owned()), ("style", "dotted".to_owned())]),
        Tie::Toward { arrow } => {
            let dir = if arrow == Arrow::Back { "back" } else { "forward" };
            attributes.extend([("dir", dir.to_owned()), ("style", "dotted".to_owned())]);
            attributes.extend([("arrowhead", "vee".to_owned()), ("arrowtail", "vee".to_owned())]);
            attributes.push(("arrowsize", "0.6".to_owned()));
        }
    }
    let tip = words(&line.tip, line.link.as_deref());
    for (name, value) in tip {
        if name == "tooltip" {
            attributes.push(("labeltooltip", value.clone()));
        }
        attributes.push((name, value));
    }
    format!("  {} -> {} [{}];\n", quoted(&from.id), quoted(&to.id), list(&attributes))
}

/// Returns what is shown when pointed at and where a click leads, where there is such.
fn words(tip: &str, link: Option<&str>) -> Vec<(&'static str, String)> {
    let mut attributes = Vec::new();
    if !tip.is_empty() {
        attributes.push(("tooltip", quoted(tip)));
    }
    // Only web addresses become links: a feed may carry any scheme.
    let link = link.filter(|link| link.starts_with("https://") || link.starts_with("http://"));
    attributes.extend(link.map(|link| ("URL", quoted(&address(link)))));
    attributes
}

/// Writes an address with what no address holds as it stands, such as a quotation mark, by its number.
///
/// Graphviz puts addresses into SVG as they are, quotation marks and all.
fn address(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    for letter in link.chars() {
        match letter {
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\'' => {
                let _ = write!(out, "%{:02X}", u32::from(letter));
            }
            letter if letter.is_control() || letter.is_whitespace() => out += "%20",
            letter => out.push(letter),
        }
    }
    out
}

/// Writes the title, the remarks and the legend as a table.
fn heading(scene: &Scene) -> String {
    let mut table = String::from("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">");
    let row = |text: &str, size: u32, color: &str| {
        format!("<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"{size}\" COLOR=\"{color}\">{}</FONT></TD></TR>", html(text))
    };
    table += &row(&scene.title, 16, palette::INK);
    for remark in &scene.remarks {
        table += &row(remark, 10, palette::FAINT);
    }
    for keys in scene.legend.chunks(4) {
        table += "<TR><TD ALIGN=\"LEFT\">";
        for key in keys {
            let _ = write!(
                table,
                "{} <FONT POINT-SIZE=\"9\">{}</FONT>&#160;&#160;&#160; ",
                sample(*key),
                html(key.meaning())
            );
        }
        table += "</TD></TR>";
    }
    table + "</TABLE>"
}

/// Writes how a sign of the legend looks.
fn sample(key: Key) -> String {
    let (color, sign) = match key {
        Key::Sign(sign @ Sign::Bad) | Key::Trend(sign @ Sign::Bad) => (sign.color(), "━━┫"),
        Key::Sign(sign @ Sign::Neither) | Key::Trend(sign @ Sign::Neither) => (sign.color(), "━━▷"),
        Key::Sign(sign @ Sign::Good) | Key::Trend(sign @ Sign::Good) => (sign.color(), "━━▶"),
        Key::Weak | Key::Gone => (palette::INK, "– – –"),
        Key::New => (palette::INK, "+"),
        Key::Disputed => (palette::INK, "═══"),
        Key::Width => (palette::INK, "─ ━"),
        Key::Shape(Shape::Party) => (palette::GROUP_EDGE, "■"),
        Key::Shape(Shape::Institution) => (palette::INK, "□"),
        Key::Shape(Shape::Person) => (palette::INK, "▢"),
        Key::Shape(Shape::Position) => ("#D9CB3F", "■"),
    };
    format!("<FONT COLOR=\"{color}\">{sign}</FONT>")
}

fn list(attributes: &[(&str, String)]) -> String {
    attributes.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", ")
}

/// Writes lines as a label, each one centered.
fn label(lines: &[String]) -> String {
    quoted(&lines.join("\n"))
}

/// Writes any text as a string of DOT.
///
/// Graphviz reads `\` escapes and HTML entities within strings, and C0 letters have no place in SVG.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '&' => out.push_str("&amp;"),
            letter if is_hidden(letter) => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Writes any text as the text of a label of HTML.
fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if is_hidden(letter) => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Tells whether a letter cannot stand in XML.
fn is_hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn an_address_cannot_leave_its_attribute() {
        let written = |link: &str| words("", Some(link)).first().map(|(_, text)| text.clone());
        assert_eq!(written("https://example.org/a?b=1&c=2").as_deref(), Some("\"https://example.org/a?b=1&amp;c=2\""));
        assert_eq!(
            written("https://example.org/\"<b> \\n").as_deref(),
            Some("\"https://example.org/%22%3Cb%3E%20%5Cn\"")
        );
        assert_eq!(written("javascript:alert(1)"), None);
    }
}
