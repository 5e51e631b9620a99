/** Levers: each a slider with its unit, the scenario's value, the range of its evidence and the grade of that. */

import { make } from './dom.js';
import { human, unit } from './words.js';

const STEPS = 200;
const ROOM = 0.25; // beside the evidence, as a share of its range
const FIRST = 'Those that matter most';
const LOG_FROM = 30; // ratio of the ends above which steps are ratios

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Places on a slider, from 0 to STEPS, of values and back. */
function scale(lever) {
  const room = (lever.high - lever.low || Math.abs(lever.value) || 1) * ROOM;
  const bound = (value) => Math.min(lever.most, Math.max(lever.least, value));
  const from = bound(Math.min(lever.value, lever.low - (lever.low > 0 ? Math.min(room, lever.low / 2) : room)));
  const to = bound(Math.max(lever.value, lever.high + room));
  const isLog = from > 0 && to / from > LOG_FROM;
  const share = (value) => (isLog ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from || 1));
  return {
    place: (value) => Math.min(STEPS, Math.max(0, share(value) * STEPS)),
    value(place) {
      const value = isLog ? from * (to / from) ** (place / STEPS) : from + ((to - from) * place) / STEPS;
      const digits = Number(value.toPrecision(3));
      return bound(lever.whole ? Math.round(value) : digits);
    },
  };
}

/** Words on what the scenario itself does to a lever over time. */
function own(lever) {
  const words = { set: 'to', scale: 'by the factor', ramp: 'in steps to' };
  const moves = lever.moves.map((move) => `from ${move.at} ${words[move.action]} ${human(move.to)}${move.until ? ` until ${move.until}` : ''}`);
  return moves.length === 0 ? '' : ` The scenario moves it: ${moves.join('; ')}.`;
}

class Row {
  constructor(lever, place, changed) {
    this.lever = lever;
    this.scale = scale(lever);
    this.changed = changed;
    const id = `lever-${place}`;
    this.slider = make('input', { type: 'range', id, min: '0', max: `${STEPS}`, step: '1', 'aria-describedby': `${id}-about` });
    this.slider.dataset.path = lever.path;
    this.exact = make('input', { type: 'number', step: 'any', 'aria-label': `${lever.name}, in digits` });
    this.back = make('button', { type: 'button', title: 'Back to the scenario’s value' }, 'Reset');
    this.back.setAttribute('aria-label', `Reset ${lever.name}`);
    this.from = make('input', { type: 'date', id: `${id}-from` });
    this.until = make('input', { type: 'date', id: `${id}-until` });
    this.dates = make('p', { class: 'dates' }, make('label', { for: `${id}-from` }, 'from'), this.from, make('label', { for: `${id}-until` }, 'in even steps until'), this.until);
    const track = make('span', { class: 'track', 'aria-hidden': 'true' }, make('span', { class: 'evidence' }), make('span', { class: 'own' }));
    const grade = make('span', { class: `grade g${lever.grade}`, title: `Grade ${lever.grade} of the evidence` }, lever.grade);
    const name = make('label', { for: id }, capital(lever.name));
    this.element = make('div', { class: 'lever' }, make('div', { class: 'head' }, name, grade, this.exact, make('span', { class: 'unit' }, unit(lever.unit)), this.back), make('div', { class: 'slide' }, track, this.slider), make('p', { class: 'soft about', id: `${id}-about` }, `${lever.about}. Evidence ${human(lever.low)} to ${human(lever.high)}${unit(lever.unit)}, scenario ${human(lever.value)}.${own(lever)}`), this.dates);
    this.#mark(track);
    this.slider.addEventListener('input', () => this.#move(this.scale.value(Number(this.slider.value))));
    this.exact.addEventListener('change', () => this.#move(this.exact.value === '' ? lever.value : Number(this.exact.value)));
    for (const date of [this.from, this.until]) date.addEventListener('change', () => this.#move(this.now.value));
    this.back.addEventListener('click', () => {
      changed(lever.path, null);
      this.slider.focus();
    });
  }

  #mark(track) {
    const percent = (value) => (this.scale.place(value) / STEPS) * 100;
    const [evidence, mark] = track.children;
    evidence.style.left = `${percent(this.lever.low)}%`;
    evidence.style.width = `${percent(this.lever.high) - percent(this.lever.low)}%`;
    mark.style.left = `${percent(this.lever.value)}%`;
  }

  #move(value) {
    const from = this.from.value;
    const same = value === this.lever.value && from === '';
    this.changed(this.lever.path, same ? null : { value, from, until: from === '' ? '' : this.until.value });
  }

  /** Shows the value that the arm has. */
  show(moved) {
    this.now = moved ?? { value: this.lever.value, from: '', until: '' };
    if (this.scale.value(Number(this.slider.value)) !== this.now.value) this.slider.value = this.scale.place(this.now.value);
    this.slider.setAttribute('aria-valuetext', `${human(this.now.value)}${unit(this.lever.unit)}`);
    this.exact.value = this.now.value;
    this.from.value = this.now.from;
    this.until.value = this.now.until;
    const isMoved = moved !== undefined;
    this.element.classList.toggle('moved', isMoved);
    this.back.disabled = !isMoved;
    this.dates.hidden = !isMoved;
    this.dates.classList.toggle('open', this.now.from === '');
  }
}

/** The rows of a scenario's levers in `place`; answers with what shows an arm's changes. */
export function levers(place, scenario, changed) {
  const ranked = scenario.levers.filter((lever) => lever.rank !== null).sort((a, b) => a.rank - b.rank);
  const groups = new Map([[FIRST, ranked]]);
  for (const lever of scenario.levers.filter((each) => each.rank === null)) {
    const name = capital(lever.group);
    groups.set(name, [...(groups.get(name) ?? []), lever]);
  }
  const rows = [];
  const parts = [...groups].map(([name, all]) => {
    const own = all.map((lever) => {
      rows.push(new Row(lever, rows.length, changed));
      return rows[rows.length - 1].element;
    });
    return make('details', { class: 'group', open: name === FIRST }, make('summary', {}, name), ...own);
  });
  place.replaceChildren(...parts);
  return (changes) => {
    for (const row of rows) {
      row.show(changes[row.lever.path]);
      if (changes[row.lever.path]) row.element.closest('details').open = true;
    }
  };
}
