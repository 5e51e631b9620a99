/** Words that the glossary explains: buttons with a tip, which a screen reader reads as their description. */

import { $, make } from './dom.js';

const GAP = 4;

let byForm = new Map();
let clear = /$^/;

function button(text, word) {
  return make('button', { type: 'button', class: 'word', 'aria-describedby': `word-${word.id}` }, text);
}

/** A text whose words are marked, each where it stands first. */
export function marked(text) {
  const parts = [];
  const seen = new Set();
  let end = 0;
  for (const found of text.matchAll(clear)) {
    const word = byForm.get(found[0]);
    if (seen.has(word)) continue;
    seen.add(word);
    parts.push(text.slice(end, found.index), button(found[0], word));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

function show(word) {
  const meaning = $(word.getAttribute('aria-describedby'));
  const tip = $('tip');
  tip.replaceChildren(make('strong', {}, meaning.previousElementSibling.textContent), ` ${meaning.textContent}`);
  tip.hidden = false;
  const at = word.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, at.left), document.documentElement.clientWidth - own.width - GAP);
  const above = at.top - own.height;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above > GAP ? above : at.bottom) + scrollY}px`;
}

const hide = () => ($('tip').hidden = true);

/** A tip stays while the pointer is at its word or within itself, or its word has the focus; Escape takes it away. */
function listen() {
  const wordOf = (element) => element?.closest?.('.word') ?? null;
  let silent = false;
  addEventListener('resize', hide);
  document.addEventListener('pointermove', (event) => {
    if (event.target.closest?.('#tip')) return;
    const word = wordOf(event.target) ?? (silent ? null : wordOf(document.activeElement));
    if (word) show(word);
    else hide();
  });
  document.addEventListener('focusin', (event) => {
    silent = false;
    const word = wordOf(event.target);
    if (word) show(word);
    else hide();
  });
  document.addEventListener('click', (event) => {
    const word = wordOf(event.target);
    if (word) show(word);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    silent = true;
    hide();
  });
}

/** Takes up the words of the glossary, lists them, and marks those that the page's own text names. */
export function glossary(words) {
  byForm = new Map(words.flatMap((word) => word.forms.map((form) => [form, word])));
  const forms = words.flatMap((word) => word.clear).sort((a, b) => b.length - a.length);
  clear = new RegExp(`(?<![\\w.-])(?:${forms.join('|')})(?![\\w-]|\\.\\w)`, 'g');
  $('words-list').replaceChildren(
    ...words.flatMap((word) => [make('dt', {}, word.name), make('dd', { id: `word-${word.id}` }, word.meaning)]),
  );
  for (const place of document.querySelectorAll('[data-words]')) {
    for (const own of place.querySelectorAll('i')) {
      const text = own.textContent;
      own.replaceWith(button(text, byForm.get(text)));
    }
  }
  listen();
}
