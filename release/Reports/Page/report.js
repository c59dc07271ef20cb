"use strict";

// All of it is comfort: without it each mark is reached with Tab, and the journal is searched with the browser's own means.

// One stop of Tab for a row of marks; arrows go from mark to mark.
for (const row of document.querySelectorAll('[role="group"].marks')) {
  const marks = [...row.querySelectorAll(".mark")];
  marks.forEach((mark, index) => { mark.tabIndex = index === 0 ? 0 : -1; });
  row.addEventListener("keydown", event => {
    const at = marks.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (event.key === "Escape" && at >= 0) marks[at].blur();
    if (at < 0 || to === undefined || !marks[to]) return;
    event.preventDefault();
    marks.forEach(mark => { mark.tabIndex = -1; });
    marks[to].tabIndex = 0;
    marks[to].focus();
  });
}

const filter = document.getElementById("filter");
if (filter) {
  const rows = [...document.querySelectorAll("#journal tbody tr")];
  const matches = document.getElementById("matches");
  const texts = rows.map(row => row.textContent.toLowerCase());
  filter.closest(".filter").hidden = false;
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !texts[index].includes(wanted);
      if (!row.hidden) shown++;
    });
    matches.textContent = wanted ? `${shown} of ${rows.length}` : "";
  });
}
