"use strict";
// Moves what the page shows to another day and another state of knowledge. All states are in the page.
(() => {
  const find = (id) => document.getElementById(id);
  const data = JSON.parse(find("data").textContent);
  const [day, known, to, told] = ["day", "known", "to", "told"].map(find);
  const text = (lines) => lines.map((line) => data.lines[line]).join("\n");
  let shown = [...data.shown];

  function show() {
    const [k, s] = [Number(known.value), Number(day.value)];
    if (data.plan[k][s] !== data.plan[shown[0]][shown[1]]) {
      find("state").innerHTML = text(data.panels[data.plan[k][s]]);
    }
    if (k !== shown[0]) {
      find("lanes").innerHTML = text(data.charts[k]);
    }
    const mark = find("now");
    if (mark) {
      mark.setAttribute("transform", `translate(${data.places[s]} 0)`);
    }
    const last = data.stops[s];
    for (const row of document.querySelectorAll("#history tr[data-day]")) {
      row.hidden = row.dataset.day > last || (data.known[k] !== null && row.dataset.known > data.known[k]);
    }
    const words = data.said[s] + data.by[k];
    told.textContent = words;
    day.setAttribute("aria-valuetext", words);
    to.value = data.stops[s];
    find("when").textContent = words;
    shown = [k, s];
  }

  // The stop on or before a day.
  function go() {
    if (to.value) {
      const after = data.stops.findIndex((stop) => stop > to.value);
      day.value = after < 0 ? data.stops.length - 1 : Math.max(after - 1, 0);
      show();
    }
  }

  // A note opens the words that it stands for.
  function open(id) {
    const words = find(id);
    const details = words && words.closest("details");
    if (details) {
      details.open = true;
      details.scrollIntoView({ block: "center" });
      details.firstElementChild.focus({ preventScroll: true });
    }
  }

  day.addEventListener("input", show);
  known.addEventListener("change", show);
  to.addEventListener("change", go);
  document.addEventListener("click", (event) => {
    const note = event.target.closest("a[href^='#e']");
    if (note) {
      event.preventDefault();
      open(note.getAttribute("href").slice(1));
    }
  });
  find("time").hidden = false;
  find("when").className = "print";
  show();
  open(location.hash.slice(1));
})();
