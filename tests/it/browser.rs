//! The page of `report` in a browser: without network, on a phone, on paper, by keyboard and by ear.
//!
//! Skipped where chromedriver is not installed, but not under `CI`, where `.ci/run` installs it.

mod driver;

use crate::run::{project, run};
use driver::Browser;
use serde_json::{Value, json};
use std::path::Path;

/// Starts a browser, or says that the test is skipped.
fn browser() -> Option<Browser> {
    let browser = Browser::start();
    if browser.is_none() {
        assert!(std::env::var_os("CI").is_none(), "chromedriver is not installed");
        println!("skipped: chromedriver is not installed");
    }
    browser
}

/// Writes the page of the sample articles and returns its address.
fn page(folder: &Path, actors: &[&str]) -> String {
    let store = folder.join("db");
    let ran = run(&store, &["ingest", &project("examples/articles")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let file = folder.join("page.html");
    let file = file.to_str().expect("a path");
    let mut args = vec!["report"];
    args.extend(actors);
    args.extend(["--at", "2022-04-01", "-o", file]);
    let ran = run(&store, &args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    format!("file://{file}")
}

fn text(browser: &Browser, selector: &str) -> String {
    let found = browser.run(&format!("return document.querySelector({selector:?}).innerText"));
    found.as_str().unwrap_or_default().to_owned()
}

/// What is wrong for those who cannot see the page, or see it without colors: names, roles, order, contrast.
const CHECKS: &str = r##"
const wrong = [];
const name = (e) => (e.getAttribute("aria-label") || (e.labels && [...e.labels].map((l) => l.textContent).join(" "))
  || e.querySelector("title")?.textContent || e.textContent || e.getAttribute("title") || "").trim();
if (document.documentElement.lang !== "en") wrong.push("no language");
if (!document.title) wrong.push("no title");
for (const [what, n] of [["main", 1], ["h1", 1], ["header", 1], ["footer", 1]])
  if (document.querySelectorAll(what).length !== n) wrong.push(`not ${n} ${what}`);
const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => wrong.push(`id twice: ${id}`));
for (const e of document.querySelectorAll("a[href], button, input, select, summary, [tabindex], [role=region], svg, form"))
  if (!name(e)) wrong.push(`no name: ${e.outerHTML.slice(0, 80)}`);
for (const e of document.querySelectorAll("svg[role=img] a[href]")) wrong.push(`a link within an image: ${name(e)}`);
let level = 0;
for (const e of document.querySelectorAll("h1, h2, h3, h4")) {
  const next = Number(e.tagName[1]);
  if (next > level + 1) wrong.push(`a heading left out before ${e.textContent}`);
  level = next;
}
for (const e of document.querySelectorAll("th")) if (!e.scope) wrong.push(`no scope: ${e.textContent}`);
for (const e of document.querySelectorAll("a[href^='#']"))
  if (!document.getElementById(e.getAttribute("href").slice(1))) wrong.push(`leads nowhere: ${e.outerHTML}`);
const numbers = (color) => (color.match(/[\d.]+/g) || []).map(Number);
const light = (color) => numbers(color).slice(0, 3).map((v) => v / 255)
  .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const hex = (text) => (text?.startsWith("#") ? `rgb(${[1, 3, 5].map((i) => parseInt(text.slice(i, i + 2), 16))})` : null);
for (const e of document.querySelectorAll("p, li, td, th, dt, dd, h1, h2, h3, a, summary, blockquote, label, output, footer, svg text")) {
  if (!e.checkVisibility() || !e.textContent.trim()) continue;
  let ground = "rgb(255, 255, 255)";
  for (let up = e; up && up.tagName !== "svg"; up = up.parentElement) {
    const color = getComputedStyle(up).backgroundColor;
    if (numbers(color)[3] !== 0) { ground = color; break; }
  }
  const style = getComputedStyle(e);
  const ink = e.namespaceURI.endsWith("svg") ? style.fill : style.color;
  const [one, other] = [light(ink), light(hex(ground) || ground)].sort((a, b) => b - a);
  if ((one + 0.05) / (other + 0.05) < 4.5) wrong.push(`pale: ${ink} on ${ground}: ${e.textContent.slice(0, 40)}`);
}
return wrong;
"##;

#[test]
fn the_slider_changes_the_state_and_notes_open_the_words() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    browser.open(&page(folder.path(), &["Russia", "Japan"]));
    assert!(text(&browser, "#state").contains("suspended by Russia since 2022-03-21"), "{}", text(&browser, "#state"));
    assert_eq!(text(&browser, "#told"), "On 2022-04-01, as far as the log knows");

    // Back by keyboard, to before the suspension.
    let n_rows = || browser.run("return document.querySelectorAll('#history tbody tr:not([hidden])').length");
    let rows = n_rows();
    let mark = browser.run("return document.getElementById('now').getAttribute('transform')");
    for _ in 0..10 {
        browser.press("#day", "\u{e012}");
        if !text(&browser, "#state").contains("suspended by Russia") {
            break;
        }
    }
    let state = text(&browser, "#state");
    assert!(state.contains("under way (implied"), "{}: {state}", text(&browser, "#told"));
    assert!(!state.contains("suspended by Russia since 2022-03-21"), "{state}");
    assert!(n_rows().as_u64() < rows.as_u64(), "the history ends where the day is");
    assert_ne!(browser.run("return document.getElementById('now').getAttribute('transform')"), mark);
    let diagram = browser.run("return document.querySelector('#state svg').textContent");
    assert!(diagram.as_str().expect("text").contains("negotiations: under way"), "{diagram}");

    // The last day, and then with the knowledge of 2022 only.
    browser.press("#day", "\u{e010}");
    let last = text(&browser, "#state");
    assert!(last.contains("last confirmed 2024-01-31"), "{last}");
    browser.run(
        "const known = document.getElementById('known');
         known.value = [...known.options].find((option) => option.text < '2023').value;
         known.dispatchEvent(new Event('change'));",
    );
    let then = text(&browser, "#state");
    assert!(then.contains("suspended by Russia since 2022-03-21") && !then.contains("2024-01-31"), "{then}");
    assert!(text(&browser, "#told").contains("as known by 2022-"), "{}", text(&browser, "#told"));

    // A day typed leads to the state that held on it.
    browser.run(
        "const known = document.getElementById('known'); known.value = 0; known.dispatchEvent(new Event('change'));
         const to = document.getElementById('to'); to.value = '2022-03-21'; to.dispatchEvent(new Event('change'));",
    );
    assert!(text(&browser, "#told").contains(" 2022-03-21"), "{}", text(&browser, "#told"));

    let open = "return document.querySelectorAll('details[open]').length";
    assert_eq!(browser.run(open), json!(0));
    browser.click("#state .notes a");
    assert_eq!(browser.run(open), json!(1));
    let words = text(&browser, "details[open] blockquote");
    assert!(words.contains("suspended negotiations"), "{words}");
}

#[test]
fn nothing_is_fetched_and_without_script_the_day_asked_for_is_shown() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let address = page(folder.path(), &["Russia", "Japan"]);
    browser.open(&address);
    let fetched = browser.run("return performance.getEntriesByType('resource').map((entry) => entry.name)");
    assert_eq!(fetched, json!([]));
    browser.tool("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    browser.open(&address);
    // What the document holds is asked of the tools: scripts do not run.
    let tree = browser.tool("DOM.getDocument", &json!({"depth": 0}));
    let html = browser.tool("DOM.getOuterHTML", &json!({"nodeId": tree["root"]["nodeId"]}));
    let html = html["outerHTML"].as_str().expect("the page");
    assert!(html.contains("<p id=\"when\">On 2022-04-01, as far as the log knows</p>"), "{html}");
    assert!(html.contains("suspended by Russia since 2022-03-21"), "{html}");
    assert!(html.contains(" hidden=\"\">\n<output"), "a slider that nothing moves is not shown: {html}");
}

#[test]
fn it_fits_a_phone_and_prints_on_a4() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    browser.open(&page(folder.path(), &["Russia", "Japan"]));
    let wide = "const root = document.scrollingElement;
        return [root.scrollWidth, root.clientWidth, [...document.querySelectorAll('body *')]
            .filter((e) => !e.closest('.wide') && e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
            .map((e) => e.outerHTML.slice(0, 80))]";
    let phone = json!({"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true});
    browser.tool("Emulation.setDeviceMetricsOverride", &phone);
    let found = browser.run(wide);
    assert_eq!((&found[0], &found[2]), (&found[1], &json!([])), "{found}");
    assert_eq!(found[1], json!(390), "{found}");

    // The printed width of A4 less its margins, at 96 points an inch.
    browser.tool(
        "Emulation.setDeviceMetricsOverride",
        &json!({"width": 680, "height": 1009, "deviceScaleFactor": 1, "mobile": false}),
    );
    browser.tool("Emulation.setEmulatedMedia", &json!({"media": "print"}));
    let found = browser.run(wide);
    assert_eq!((&found[0], &found[2]), (&found[1], &json!([])), "{found}");
    let figures =
        browser.run("return [...document.querySelectorAll('.wide')].map((e) => e.scrollWidth <= e.clientWidth + 1)");
    assert_eq!(figures, json!([true, true]));
    let hidden = browser.run(
        "return [...document.querySelectorAll('blockquote')].filter((e) => !e.getBoundingClientRect().height).length",
    );
    assert_eq!(hidden, json!(0), "all words are on paper");

    let pdf = browser.post("print", &json!({"page": {"width": 21.0, "height": 29.7}, "shrinkToFit": false}));
    let pdf = pdf.as_str().expect("a file");
    // "%PDF-" in base 64, and more than a blank page.
    assert!(pdf.starts_with("JVBERi0") && pdf.len() > 20_000, "{} letters", pdf.len());
}

#[test]
fn it_can_be_used_without_seeing_it() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    for actors in [&["Russia", "Japan"][..], &["Japan"]] {
        browser.open(&page(folder.path(), actors));
        assert_eq!(browser.run(CHECKS), json!([]), "{actors:?}");
        // All words open, as a reader would have them.
        browser.run("document.querySelectorAll('details').forEach((e) => { e.open = true; });");
        assert_eq!(browser.run(CHECKS), json!([]), "{actors:?}");
        // The checks see what they are there for.
        browser.run(
            "document.querySelector('main').insertAdjacentHTML('beforeend',
                '<div id=\"flaw\"><input><p style=\"color:#aaa\">pale</p><a href=\"#nowhere\">x</a></div>')",
        );
        let flaws = browser.run(CHECKS);
        assert_eq!(flaws.as_array().map(Vec::len), Some(3), "{flaws}");
        browser.run("document.getElementById('flaw').remove()");
        let Some(axe) = std::env::var_os("DETENTE_AXE") else {
            println!("skipped in part: DETENTE_AXE names no axe.min.js");
            continue;
        };
        let axe = std::fs::read_to_string(axe).expect("axe.min.js");
        browser.run(&axe);
        let found = browser.run_async(
            "const done = arguments[arguments.length - 1];
             axe.run().then((found) => done(found.violations.map((one) =>
                 `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')}`)), (error) => done([String(error)]));",
        );
        assert_eq!(found, Value::Array(Vec::new()), "{actors:?}");
    }
}
