//! Strokes, arrows and the legend of SVG.

use super::page::{escaped, text_width};
use crate::render::palette::{self, Sign};
use crate::render::scene::{Arrow, Key, Scene, Shape};

/// How a line is drawn.
#[derive(Copy, Clone)]
pub(in crate::render) struct Stroke {
    pub(in crate::render) color: &'static str,
    pub(in crate::render) width: f64,
    pub(in crate::render) dashed: bool,
    pub(in crate::render) dotted: bool,
}

impl Stroke {
    /// A line that is no relation.
    pub(in crate::render) fn faint(dotted: bool) -> Self {
        Self { color: palette::FAINT, width: 0.9, dashed: false, dotted }
    }

    pub(in crate::render) fn attributes(&self) -> String {
        let dash = match (self.dashed, self.dotted) {
            (true, _) => " stroke-dasharray=\"7 4\"",
            (false, true) => " stroke-dasharray=\"1.5 3\"",
            (false, false) => "",
        };
        format!(" stroke=\"{}\" stroke-width=\"{:.1}\"{dash}", self.color, self.width)
    }
}

/// The ends of lines: a bar for bad, an open and a filled arrow for neither and good, a fork for `toward`.
pub(super) const ARROWS: &str = concat!(
    "<defs>",
    "<marker id=\"bad\" viewBox=\"0 0 6 12\" refX=\"5\" refY=\"6\" markerWidth=\"6\" markerHeight=\"12\" ",
    "markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><rect x=\"2\" width=\"3\" height=\"12\" fill=\"#D55E00\"/></marker>",
    "<marker id=\"neither\" viewBox=\"0 0 11 10\" refX=\"10\" refY=\"5\" markerWidth=\"11\" markerHeight=\"10\" ",
    "markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path d=\"M1 1L10 5L1 9Z\" fill=\"#FFFFFF\" stroke=\"#6B6B6B\"/></marker>",
    "<marker id=\"good\" viewBox=\"0 0 11 10\" refX=\"10\" refY=\"5\" markerWidth=\"11\" markerHeight=\"10\" ",
    "markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path d=\"M0 0L11 5L0 10Z\" fill=\"#0072B2\"/></marker>",
    "<marker id=\"toward\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" ",
    "markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path d=\"M1 1L7 4L1 7\" fill=\"none\" stroke=\"#767676\"/></marker>",
    "</defs>\n",
);

/// Returns the attributes that put arrows at the ends of a relation.
pub(super) fn ends(sign: Sign, arrow: Arrow) -> String {
    let name = match sign {
        Sign::Bad => "bad",
        Sign::Neither => "neither",
        Sign::Good => "good",
    };
    at(name, arrow)
}

/// Returns the attributes that put a fork at the actor that a position is toward.
pub(super) fn toward(arrow: Arrow) -> String {
    at("toward", arrow)
}

fn at(name: &str, arrow: Arrow) -> String {
    let (start, end) = (format!(" marker-start=\"url(#{name})\""), format!(" marker-end=\"url(#{name})\""));
    match arrow {
        Arrow::Forward => end,
        Arrow::Back => start,
        Arrow::Both => start + &end,
    }
}

/// Title, remarks and legend, and the room that they take.
pub(super) struct Heading {
    pub(super) svg: String,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// How wide a row of the legend gets.
const ROW: f64 = 640.0;

/// Writes title, remarks and legend.
pub(super) fn heading(scene: &Scene) -> Heading {
    const LEFT: f64 = 16.0;
    let mut svg = String::new();
    let mut y = 30.0;
    let mut width = 0.0_f64;
    let mut row = |text: &str, y: f64, size: f64, color: &str| {
        width = width.max(text_width(&[text.to_owned()], size) * 1.05);
        svg += &format!(
            "<text x=\"{LEFT}\" y=\"{y:.1}\" font-size=\"{size:.0}\" fill=\"{color}\">{}</text>\n",
            escaped(text)
        );
    };
    row(&scene.title, y, 18.0, palette::INK);
    for remark in &scene.remarks {
        y += 17.0;
        row(remark, y, 11.0, palette::FAINT);
    }
    y += 20.0;
    let mut x = LEFT;
    for key in &scene.legend {
        let meaning = key.meaning();
        let room = 40.0 + text_width(&[meaning.to_owned()], 10.0) + 18.0;
        if x > LEFT && x + room > ROW {
            x = LEFT;
            y += 16.0;
        }
        svg += &format!(
            "<g transform=\"translate({x:.1} {y:.1})\">{}<text x=\"38\" font-size=\"10\">{}</text></g>\n",
            sample(*key),
            escaped(meaning)
        );
        x += room;
        width = width.max(x);
    }
    Heading { svg, width, height: y + 6.0 }
}

/// Draws how a sign of the legend looks.
fn sample(key: Key) -> String {
    let line = |stroke: Stroke, ends: &str| format!("<path d=\"M2 -3.5H30\"{}{ends}/>", stroke.attributes());
    let ink = Stroke { color: palette::INK, width: 1.4, dashed: false, dotted: false };
    let card = |round: u32, fill: &str, edge: &str| {
        format!("<rect x=\"8\" y=\"-9\" width=\"20\" height=\"11\" rx=\"{round}\" fill=\"{fill}\" stroke=\"{edge}\"/>")
    };
    match key {
        Key::Sign(sign) | Key::Trend(sign) => {
            line(Stroke { color: sign.color(), width: 2.0, ..ink }, &ends(sign, Arrow::Forward))
        }
        Key::New => "<text x=\"20\" font-size=\"14\">+</text>".to_owned(),
        Key::Weak | Key::Gone => line(Stroke { dashed: true, ..ink }, ""),
        Key::Disputed => format!("<path d=\"M2 -5.5H30M2 -1.5H30\"{}/>", ink.attributes()),
        Key::Width => {
            let wide = Stroke { width: 3.8, ..ink };
            format!("<path d=\"M2 -3.5H14\"{}/><path d=\"M18 -3.5H30\"{}/>", ink.attributes(), wide.attributes())
        }
        Key::Shape(Shape::Party) => card(2, palette::PARTY, palette::GROUP_EDGE),
        Key::Shape(Shape::Institution) => card(0, palette::MEMBER, palette::FAINT),
        Key::Shape(Shape::Person) => card(5, palette::MEMBER, palette::FAINT),
        Key::Shape(Shape::Position) => card(0, palette::NOTE, palette::FAINT),
    }
}
