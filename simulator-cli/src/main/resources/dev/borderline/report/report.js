"use strict";
(() => {
  const tip = document.getElementById("tip");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // A word is explained by the line of the glossary that it leads to. The label of a mark is a sentence: what it is of, a colon,
  // the number, its interval in brackets.
  const lines = (mark) => {
    if (mark.matches(".word")) {
      const meaning = document.getElementById(mark.getAttribute("aria-describedby"));
      return [["tip-value", meaning.previousElementSibling.textContent], ["tip-name", meaning.textContent]];
    }
    const [, name, value, rest] = mark.getAttribute("aria-label").match(/^(.*): (.*?)(?: \((.*)\))?$/);
    return [["tip-value", value], ["tip-name", name], ["tip-rest", rest]];
  };
  const show = (mark) => {
    tip.replaceChildren();
    for (const [kind, text] of lines(mark)) {
      if (text) {
        const line = document.createElement("div");
        line.className = kind;
        line.textContent = text;
        tip.append(line);
      }
    }
    tip.hidden = false;
    const at = (mark.querySelector(".dot, .fill, rect:not(.reach), .flow") || mark).getBoundingClientRect();
    const own = tip.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left + at.width / 2 - own.width / 2), document.documentElement.clientWidth - own.width - 8);
    const above = at.top - own.height - 8;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(above > 4 ? above : at.bottom + 8) + scrollY}px`;
  };
  const hide = () => { tip.hidden = true; };
  addEventListener("resize", hide);

  // One stop of the Tab key for each panel; arrow keys go to the nearest mark that way, Home and End to the first and last.
  const centre = (mark) => {
    const box = (mark.querySelector(".dot, .fill, rect:not(.reach)") || mark).getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };
  const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const next = (marks, from, [dx, dy]) => {
    const [x, y] = centre(from);
    let best = null;
    let least = Infinity;
    for (const mark of marks) {
      const [u, v] = centre(mark);
      const along = (u - x) * dx + (v - y) * dy;
      const aside = Math.abs((u - x) * dy) + Math.abs((v - y) * dx);
      const far = along + 2.5 * aside;
      if (mark !== from && along > 0.5 && far < least) { best = mark; least = far; }
    }
    return best;
  };
  const go = (marks, mark) => {
    for (const one of marks) one.setAttribute("tabindex", one === mark ? "0" : "-1");
    mark.focus();
  };
  for (const panel of all("svg.panel")) {
    const marks = all(".mark", panel);
    marks.forEach((mark, i) => mark.setAttribute("tabindex", i === 0 ? "0" : "-1"));
    panel.addEventListener("keydown", (event) => {
      const from = event.target.closest(".mark");
      if (!from) return;
      const to = event.key === "Home" ? marks[0] : event.key === "End" ? marks[marks.length - 1]
        : ways[event.key] ? next(marks, from, ways[event.key]) : null;
      if (to || ways[event.key]) event.preventDefault();
      if (to) go(marks, to);
    });
  }
  // A pointer that moves goes before the keyboard; when it leaves, the mark with the focus speaks again, unless Escape silenced
  // it. Not pointerover: that also comes when the page scrolls under a pointer at rest.
  const markOf = (element) => element && element.closest ? element.closest(".mark, .word") : null;
  let silent = false;
  document.addEventListener("pointermove", (event) => {
    const pointed = markOf(event.target);
    const mark = pointed || (silent ? null : markOf(document.activeElement));
    if (mark) show(mark); else hide();
  });
  document.addEventListener("focusin", (event) => {
    silent = false;
    const mark = markOf(event.target);
    if (mark) show(mark); else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { silent = true; hide(); }
  });

  // A drawing is of the outcome that its label begins with, of the longest where several do; others always stay.
  const chooser = document.getElementById("chooser");
  if (chooser) {
    const boxes = all("input", chooser);
    const choose = () => {
      for (const panel of all("svg.panel")) {
        const label = panel.getAttribute("aria-label");
        const own = boxes.filter((box) => label.startsWith(box.value)).sort((a, b) => b.value.length - a.value.length)[0];
        panel.toggleAttribute("hidden", own !== undefined && !own.checked);
      }
    };
    chooser.addEventListener("change", choose);
    chooser.hidden = false;
    choose(); // a browser may remember what was chosen before
  }

  // Paper has nothing to click: the ledger is printed open.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("#ledger details:not([open])");
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });
})();
