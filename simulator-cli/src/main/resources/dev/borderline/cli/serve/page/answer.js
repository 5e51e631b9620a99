/** The answer: a verdict in words, then each outcome by year with its numbers. */

import { byYear } from './bands.js';
import { chart } from './chart.js';
import { $, make } from './dom.js';
import { human, isNone, isSettled, sign, signed, unit } from './words.js';

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
    const text = `${arm.arm}: ${signed(change.median)}${unit(of)} (${signed(change.p05)} to ${signed(change.p95)}), from ${human(base.median)}; ${sign(change)}.`;
    const line = make('p', { class: `change name arm-${arm.arm}` }, text);
    Object.assign(line.dataset, { arm: arm.arm, measure: name, median: change.median, p05: change.p05, p95: change.p95, base: base.median });
    return line;
  });
}

function table(arms, title) {
  const head = ['Arm', 'Year', 'Median', 'from', 'to', 'Chance ±'].map((text) => make('th', { scope: 'col' }, text));
  const rows = [...arms].flatMap(([arm, years]) =>
    years.map((at) =>
      make('tr', {}, make('th', { scope: 'row' }, arm), ...[at.year].map((year) => make('td', {}, `${year}`)), ...[at.median, at.low, at.high, at.chance].map((value) => make('td', { class: 'number' }, value === null ? '–' : human(value)))),
    ),
  );
  const own = make('table', {}, make('caption', {}, `${title} by year: median and 90 % range over members`), make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
  const scroll = make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Numbers: ${title}` }, own);
  return make('details', {}, make('summary', {}, 'Numbers'), scroll);
}

/** Four cards, each with a choice of its outcome; `chosen` hears of another choice. */
export class Cards {
  constructor(measures, outcomes, chosen) {
    this.titles = new Map(measures.map((measure) => [measure.name, measure.title]));
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
      const body = make('div', { class: 'body' });
      $('charts').append(make('article', { class: 'card', 'aria-labelledby': `${id}-label` }, make('label', { for: id, id: `${id}-label` }, `Outcome ${place + 1}`), select, body));
      return { select, body };
    });
  }

  /** Shows an answer; outcomes that it has not are left as they are. */
  show(answer) {
    verdict(answer, this.titles);
    for (const { select, body } of this.cards) {
      const name = select.value;
      if (!answer.arms.every((arm) => arm.measures[name])) continue;
      const title = this.titles.get(name);
      const arms = byYear(answer.frame, name);
      const opened = body.querySelector('details')?.open ?? false;
      const label = `${title}${inUnit(this.units.get(name))}, by year: ${[...arms.keys()].join(', ')}`;
      const numbers = table(arms, title);
      numbers.open = opened;
      body.replaceChildren(make('p', { class: 'unit soft' }, `By year${inUnit(this.units.get(name))}`), chart(label, arms), ...changes(answer, name), numbers);
    }
  }
}

/** What the colours and shades mean. */
export function legend(arms) {
  const words = (name) => (name === 'A' ? 'A: the scenario as it is' : `${name}: with its levers moved`);
  const items = arms.map((name) => make('li', { class: `name arm-${name}` }, words(name)));
  items.push(make('li', {}, make('span', { class: 'shade light', 'aria-hidden': 'true' }), 'light: not known (90 % of the members)'));
  items.push(make('li', {}, make('span', { class: 'shade dark', 'aria-hidden': 'true' }), 'dark: chance'));
  $('legend').replaceChildren(...items);
}
