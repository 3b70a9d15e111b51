//! A chart of relations over time as SVG.

use super::{Bar, Chart, Lane, Mark};
use crate::model::day::Day;
use crate::render::palette;
use crate::render::svg::page::{Page, escaped, text_width};

/// Where the bars begin, and how far they reach.
const LEFT: f64 = 230.0;
const WIDTH: f64 = 860.0;
const RIGHT: f64 = 24.0;
/// Where the lanes begin, and how high each is.
const TOP: f64 = 92.0;
const LANE: f64 = 62.0;
const BAR: f64 = 24.0;
/// How far the point of an open bar reaches.
const POINT: f64 = 9.0;

/// Writes a chart as SVG.
#[must_use]
pub fn write(chart: &Chart) -> String {
    let mut top = TOP;
    let height = TOP + LANE * chart.lanes.iter().map(|_| 1.0).sum::<f64>() + 30.0;
    let mut page = Page::new(LEFT + WIDTH + RIGHT, height, &chart.title);
    words(&mut page, 16.0, 30.0, 18.0, "start", palette::INK, &chart.title);
    words(&mut page, 16.0, 50.0, 11.0, "start", palette::FAINT, LEGEND);
    let scale = Scale::of(chart);
    axis(&mut page, chart, &scale, height - 24.0);
    for lane in &chart.lanes {
        draw_lane(&mut page, lane, &scale, top);
        top += LANE;
    }
    if let Some(now) = chart.now {
        page.raw(&format!(
            "<path id=\"now\" d=\"M0 {:.1}V{:.1}\" transform=\"translate({:.1} 0)\" stroke=\"{}\" stroke-width=\"1.6\"/>\n",
            TOP - 8.0,
            height - 24.0,
            scale.x(now),
            palette::INK
        ));
    }
    page.finish()
}

/// Returns how far from the left a day lies, where the mark of the chart's day is put.
#[must_use]
pub fn place(chart: &Chart, day: Day) -> f64 {
    Scale::of(chart).x(day)
}

const LEGEND: &str = "Orange: bad, blue: good, gray: neither. Dashed: implied, planned or stale. A pointed end is not dated. \
                      Full dots changed the state, hollow ones did not.";

struct Scale {
    first: Day,
    span: f64,
}

impl Scale {
    fn of(chart: &Chart) -> Self {
        Self { first: chart.days.0, span: days(chart.days.1, chart.days.0).max(1.0) }
    }

    fn x(&self, day: Day) -> f64 {
        LEFT + WIDTH * (days(day, self.first) / self.span).clamp(0.0, 1.0)
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of days are small")]
fn days(day: Day, earlier: Day) -> f64 {
    day.days_since(earlier) as f64
}

/// Draws the years, or the quarters where there are few.
fn axis(page: &mut Page, chart: &Chart, scale: &Scale, bottom: f64) {
    let (first, last) = chart.days;
    let n_years = last.year() - first.year() + 1;
    let every = (n_years / 16 + 1).max(1);
    let months: &[u32] = if n_years <= 4 { &[1, 4, 7, 10] } else { &[1] };
    for year in (first.year()..=last.year()).filter(|year| year % every == 0) {
        for &month in months {
            let Some(day) = Day::new(year, month, 1).filter(|day| first <= *day && *day <= last) else { continue };
            let x = scale.x(day);
            page.raw(&format!(
                "<path d=\"M{x:.1} {:.1}V{bottom:.1}\" stroke=\"{}\" stroke-width=\"{}\"/>\n",
                TOP - 8.0,
                palette::GROUP_EDGE,
                if month == 1 { "0.8" } else { "0.3" }
            ));
            let text = if month == 1 { year.to_string() } else { format!("{year:04}-{month:02}") };
            words(page, x, TOP - 14.0, 10.0, "middle", palette::FAINT, &text);
        }
    }
}

fn draw_lane(page: &mut Page, lane: &Lane, scale: &Scale, top: f64) {
    page.raw(&format!(
        "<path d=\"M16 {top:.1}H{:.1}\" stroke=\"{}\" stroke-width=\"0.5\"/>\n",
        LEFT + WIDTH,
        palette::GROUP_EDGE
    ));
    let mut baseline = top + 17.0;
    for (number, line) in lane.name.iter().enumerate() {
        let color = if number == 0 { palette::INK } else { palette::FAINT };
        words(page, 16.0, baseline, 11.0, "start", color, &fitting(line, LEFT - 26.0, 11.0));
        baseline += 14.0;
    }
    let same = |one: &Bar, next: &Bar| one.text == next.text && one.days.1.plus_days(1) == next.days.0;
    for bars in lane.bars.chunk_by(same) {
        bars.iter().for_each(|bar| draw_bar(page, bar, scale, top + 8.0));
        draw_state(page, bars, scale, top + 8.0);
    }
    let mut before = f64::NEG_INFINITY;
    let mut level = 0.0;
    let mut labeled = f64::NEG_INFINITY;
    for (number, mark) in lane.marks.iter().enumerate() {
        let x = scale.x(mark.day);
        // Marks too near to each other stand one below the other.
        level = if x - before < 8.0 && level < 14.0 { level + 7.0 } else { 0.0 };
        before = x;
        draw_mark(page, mark, (x, top + 40.0 + level));
        // The day is written where neither the day before nor the next mark is in the way.
        let text = mark.day.to_string();
        let end = x + 7.0 + text_width(std::slice::from_ref(&text), 9.0);
        let next = lane.marks.get(number + 1).map_or(f64::INFINITY, |next| scale.x(next.day) - 5.0);
        if level == 0.0 && labeled < x - 5.0 && end < next && end < LEFT + WIDTH + RIGHT {
            words(page, x + 6.0, top + 43.0, 9.0, "start", palette::FAINT, &text);
            labeled = end;
        }
    }
}

fn draw_bar(page: &mut Page, bar: &Bar, scale: &Scale, top: f64) {
    let (middle, bottom) = (top + BAR / 2.0, top + BAR);
    let ([start, end], [left, right]) = (ends(bar, scale), inner(bar, scale));
    let color = bar.sign.color();
    let dash = if bar.weak { " stroke-dasharray=\"5 3\"" } else { "" };
    let tip = format!("{} from {} to {}", bar.text, open_day(bar.days.0, bar.open.0), open_day(bar.days.1, bar.open.1));
    page.tipped(&tip, None, |page| {
        let outline = format!(
            "M{left:.1} {top:.1}H{right:.1}L{end:.1} {middle:.1}L{right:.1} {bottom:.1}H{left:.1}L{start:.1} {middle:.1}Z"
        );
        // What is below a bar, such as the line of a year, must not cross its text out.
        page.raw(&format!("<path d=\"{outline}\" fill=\"{}\"/>", palette::PAPER));
        page.raw(&format!(
            "<path d=\"{outline}\" fill=\"{color}\" fill-opacity=\"{}\" stroke=\"{color}\"{dash}/>",
            if bar.weak { "0.08" } else { "0.22" }
        ));
    });
}

/// Returns where a bar starts and ends.
fn ends(bar: &Bar, scale: &Scale) -> [f64; 2] {
    let start = scale.x(bar.days.0);
    [start, scale.x(bar.days.1.plus_days(1)).max(start + 2.0)]
}

/// Returns between where a bar has room; the points of open ends lie inside, so that nothing reaches over the
/// neighbors.
fn inner(bar: &Bar, scale: &Scale) -> [f64; 2] {
    let [start, end] = ends(bar, scale);
    let point = POINT.min((end - start) / 3.0);
    [if bar.open.0 { start + point } else { start }, if bar.open.1 { end - point } else { end }]
}

/// Writes the state of bars that follow each other into the widest, or over all where that alone is too narrow.
fn draw_state(page: &mut Page, bars: &[Bar], scale: &Scale, top: f64) {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return };
    let rooms = bars.iter().map(|bar| inner(bar, scale));
    let widest = rooms.max_by(|one, other| (one[1] - one[0]).total_cmp(&(other[1] - other[0])));
    let whole = [inner(first, scale)[0], inner(last, scale)[1]];
    let fits = |room: &[f64; 2]| text_width(std::slice::from_ref(&first.text), 11.0) <= room[1] - room[0] - 4.0;
    let [left, right] = widest.filter(fits).unwrap_or(whole);
    let size = if fits(&[left, right]) { 11.0 } else { 9.0 };
    let text = fitting(&first.text, right - left - 4.0, size);
    words(page, f64::midpoint(left, right), top + BAR / 2.0 + 4.0, size, "middle", palette::INK, &text);
}

fn open_day(day: Day, is_open: bool) -> String {
    if is_open { "an unknown day".to_owned() } else { day.to_string() }
}

fn draw_mark(page: &mut Page, mark: &Mark, (x, y): (f64, f64)) {
    let fill = if mark.moved { palette::INK } else { palette::PAPER };
    let tip = format!("{}\n{}", mark.day, mark.tip);
    page.tipped(tip.trim_end(), mark.link.as_deref(), |page| {
        page.raw(&format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.2\" fill=\"{fill}\" stroke=\"{}\"/>",
            palette::INK
        ));
    });
}

/// Returns as much of a text as has room; nothing where hardly any has.
fn fitting(text: &str, room: f64, size: f64) -> String {
    let width = |text: &str| text_width(&[text.to_owned()], size);
    if width(text) <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        if width(&short) + width("…") + size > room {
            break;
        }
        short.push(letter);
    }
    if short.chars().count() < 4 { String::new() } else { short + "…" }
}

fn words(page: &mut Page, x: f64, y: f64, size: f64, anchor: &str, color: &str, text: &str) {
    if !text.is_empty() {
        page.raw(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.0}\" text-anchor=\"{anchor}\" fill=\"{color}\">{}</text>\n",
            escaped(text)
        ));
    }
}
