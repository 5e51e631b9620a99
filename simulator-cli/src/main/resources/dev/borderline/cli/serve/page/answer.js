/** The answer: a verdict in words, then each outcome by year with its numbers. */

import { byYear } from './bands.js';
import { chart } from './chart.js';
import { $, download, make } from './dom.js';
import { figure } from './figure.js';
import { marked } from './glossary.js';
import { WAYS, groupChart, groupTable } from './groups.js';
import { human, isNone, isSettled, sign, signed, unit } from './words.js';

/** A definition without its formula. */
const plain = (about) => `${about.replace(/: `.*$/, '')}.`;

const inUnit = (text) => (text === '1' ? '' : `, ${text}`);

/** Sentences on the signs of an arm's changes: those that are settled, those that are open. */
function sentences(arm, titles) {
  const told = { settled: [], open: [] };
  for (const [name, { change }] of Object.entries(arm.measures)) {
    if (isNone(change)) continue;
    told[isSettled(change) ? 'settled' : 'open'].push(`${titles.get(name)} ${sign(change)}`);
  }
  const parts = [];
  if (told.settled.length > 0) parts.push(`Settled, given this model: ${told.settled.join('; ')}.`);
  if (told.open.length > 0) parts.push(`Open: ${told.open.join('; ')}.`);
  return parts.length === 0 ? ['Nothing differs from A.'] : parts;
}

function verdict(answer, titles) {
  const paragraphs = answer.arms.map((arm) => {
    const paragraph = make('p', {}, make('strong', { class: `name arm-${arm.arm}` }, `${arm.arm} beside A. `));
    paragraph.append(sentences(arm, titles).join(' '));
    return paragraph;
  });
  $('verdict').replaceChildren(...paragraphs);
}

/** Numbers of the change over the whole time, with all digits in their cells. */
function changes(answer, name) {
  return answer.arms.map((arm) => {
    const { unit: of, change, base } = arm.measures[name];
    const text = isNone(change)
      ? `${arm.arm}: nothing differs in any member, from ${human(base.median)}${unit(of)}.`
      : `${arm.arm}: ${signed(change.median)}${unit(of)} (${signed(change.p05)} to ${signed(change.p95)}), from ${human(base.median)}; ${sign(change)}.`;
    const line = make('p', { class: `change name arm-${arm.arm}` }, text);
    Object.assign(line.dataset, { arm: arm.arm, measure: name, median: change.median, p05: change.p05, p95: change.p95, base: base.median });
    return line;
  });
}

function yearTable(arms, title) {
  const head = ['Arm', 'Year', 'Median', 'from', 'to', 'Chance ±'].map((text) => make('th', { scope: 'col' }, text));
  const rows = [...arms].flatMap(([arm, years]) =>
    years.map((at) =>
      make('tr', {}, make('th', { scope: 'row' }, arm), ...[at.year].map((year) => make('td', {}, `${year}`)), ...[at.median, at.low, at.high, at.chance].map((value) => make('td', { class: 'number' }, value === null ? '–' : human(value)))),
    ),
  );
  return make('table', {}, make('caption', {}, `${title} by year: median and 90 % range over members`), make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
}

/** A table folded away under its drawing. */
function folded(table, title, open) {
  const scroll = make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Numbers: ${title}` }, table);
  return make('details', { open }, make('summary', {}, 'Numbers'), scroll);
}

/** An outcome's drawing, what it is of, and its numbers as a table. */
function drawing(answer, name, title, of) {
  const groups = (answer.groups ?? []).filter((row) => row.measure === name);
  if (answer.groups) {
    const what = `Change from A ${WAYS[answer.groups[0].by]}${inUnit(groups[0].unit)}`;
    return { what, svg: groupChart(`${title}: ${what}`, groups), table: groupTable(title, groups) };
  }
  const arms = byYear(answer.frame, name);
  const what = `By year${inUnit(of)}`;
  return { what, svg: chart(`${title}${inUnit(of)}, by year: ${[...arms.keys()].join(', ')}`, arms), table: yearTable(arms, title) };
}

/** What the shades of a drawing mean. */
const SHADES = {
  true: (members) => `Lines: medians over ${members} members of the ensemble. Light: not known, 90 % of the members. Dark: chance, what other random draws would give.`,
  false: (members) => `Dots: medians over ${members} members of the ensemble. Lines: 90 % of the members, what is not known.`,
};

function save(answer, name, title, { what, svg }, words) {
  const arms = answer.arms.map((arm) => [arm.arm, changes(answer, name).find((line) => line.dataset.arm === arm.arm).textContent]);
  const notes = [
    SHADES[!answer.groups](answer.ensemble.members),
    'Conditional what-ifs, not estimates of real counts.',
    answer.command,
    `borderline answer ${answer.digest.slice(0, 16)}`,
  ];
  download(`${name}.svg`, figure({ title, what, svg, arms: [['A', 'A: the scenario as it is'], ...arms], notes }));
  words(`${name}.svg is saved where your browser keeps downloads.`);
}

/** Four cards, each with a choice of its outcome; `chosen` hears of another choice. */
export class Cards {
  constructor(measures, outcomes, chosen) {
    this.titles = new Map(measures.map((measure) => [measure.name, measure.title]));
    this.abouts = new Map(measures.map((measure) => [measure.name, measure.about]));
    this.units = new Map(measures.map((measure) => [measure.name, measure.unit]));
    this.cards = outcomes.map((outcome, place) => {
      const id = `outcome-${place}`;
      const groups = new Map();
      for (const measure of measures) {
        const option = make('option', { value: measure.name }, measure.title);
        groups.set(measure.group, [...(groups.get(measure.group) ?? []), option]);
      }
      const select = make('select', { id }, ...[...groups].map(([label, options]) => make('optgroup', { label }, ...options)));
      select.value = outcome;
      select.addEventListener('change', () => chosen(place, select.value));
      const about = make('p', { class: 'about soft' });
      const body = make('div', { class: 'body' });
      const keep = make('button', { type: 'button', id: `figure-${place}`, class: 'keep', disabled: true }, 'Save the drawing');
      $('charts').append(make('article', { class: 'card', 'aria-labelledby': `${id}-label` }, make('label', { for: id, id: `${id}-label` }, `Outcome ${place + 1}`), select, about, body, keep));
      return { select, about, body, keep };
    });
  }

  /** Shows an answer; outcomes that it has not are left as they are. */
  show(answer) {
    verdict(answer, this.titles);
    for (const { select, about, body, keep } of this.cards) {
      const name = select.value;
      if (about.dataset.of !== name) about.replaceChildren(...marked(plain(this.abouts.get(name))));
      about.dataset.of = name;
      if (!answer.arms.every((arm) => arm.measures[name])) continue;
      const title = this.titles.get(name);
      const opened = body.querySelector('details')?.open ?? false;
      const drawn = drawing(answer, name, title, this.units.get(name));
      const { what, svg, table } = drawn;
      const words = make('span', { class: 'soft', 'aria-live': 'polite' });
      keep.disabled = false;
      keep.onclick = () => save(answer, name, title, drawn, (text) => (words.textContent = text));
      body.replaceChildren(make('p', { class: 'unit soft' }, what), svg, ...changes(answer, name), folded(table, title, opened), words);
    }
  }
}

/** What the colours and shades mean. */
export function legend(arms, by) {
  const words = (name) => (name === 'A' ? 'A: the scenario as it is' : `${name}: with its levers moved`);
  const shown = by === 'year' ? arms : arms.filter((name) => name !== 'A');
  const items = shown.map((name) => make('li', { class: `name arm-${name}` }, words(name)));
  const shade = (kind, text) => make('li', {}, make('span', { class: `shade ${kind}`, 'aria-hidden': 'true' }), text);
  if (by === 'year') items.push(shade('light', 'light: not known (90 % of the members)'), shade('dark', 'dark: chance'));
  else items.push(make('li', {}, 'dot: median of the members; line: 90 % of them'));
  $('legend').replaceChildren(...items);
}
