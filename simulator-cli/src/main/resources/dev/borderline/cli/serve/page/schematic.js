/** The model in one drawing: counts of one run's days at its arrows, and dots that move along them while it plays. */

import { post } from './api.js';
import { $, make } from './dom.js';
import { draw } from './svg.js';
import { human } from './words.js';

const DAY_MILLIS = 900;
const DOTS_MAX = 12; // on an arrow; more would hide it
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Counts of a day by arrow, those of two arrows together and the number of people held at its end among them. */
function counts(run, day, heldBefore) {
  const of = Object.fromEntries(run.flows.map(({ name }, place) => [name, run.days[day][place]]));
  return { ...of, taken: of.taken_over_calls + of.taken_otherwise, held: heldBefore + of.formal - of.released };
}

/** Counts of all days. */
function history(run) {
  const all = [];
  for (let day = 0; day < run.days.length; day++) all.push(counts(run, day, all[day - 1]?.held ?? 0));
  return all;
}

function dateOf(start, day) {
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The drawing and its controls; `asked` gives the arm of a name, `trying` tells refusals. */
export class Schematic {
  #days = null;
  #start = '';
  #day = 0;
  #begun = null; // when the day shown began, while it plays
  #turn = 0;

  constructor(asked, trying) {
    this.asked = asked;
    this.trying = trying;
    $('play').addEventListener('click', () => (this.#begun === null ? this.#with(() => this.#play()) : this.#pause()));
    $('step').addEventListener('click', () => {
      this.#pause();
      const first = this.#days === null;
      this.#with(() => this.#show(first ? 0 : this.#day + 1));
    });
    $('day').addEventListener('input', () => {
      this.#pause();
      this.#show(Number($('day').value) - 1);
    });
    $('drawn').addEventListener('change', () => this.stale());
  }

  /** Fetches the drawing, which stands still until somebody lets it move. */
  async open() {
    const text = await (await fetch('schematic.svg')).text();
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    $('drawing').replaceChildren(document.importNode(svg, true));
  }

  /** Offers the runs of these arms. */
  arms(names) {
    const chosen = $('drawn').value;
    $('drawn').replaceChildren(...names.map((name) => make('option', { value: name }, `arm ${name}`)));
    if (names.includes(chosen)) $('drawn').value = chosen;
  }

  /** Forgets a run that is not of what is chosen now. */
  stale() {
    this.#turn++;
    this.#pause();
    this.#days = null;
    $('day').disabled = true;
    $('date').textContent = '';
    for (const text of document.querySelectorAll('#drawing [data-count]')) text.textContent = '';
    $('model').dataset.state = '';
  }

  #with(work) {
    if (this.#days !== null) {
      work();
      return;
    }
    const turn = ++this.#turn;
    $('date').textContent = 'Running …';
    this.trying(async () => {
      const run = await post('api/days?wait=true', this.asked($('drawn').value));
      if (turn !== this.#turn) return;
      this.#days = history(run);
      this.#start = run.start;
      $('day').max = `${this.#days.length}`;
      $('day').disabled = false;
      this.#show(0);
      work();
    });
  }

  #show(day) {
    this.#day = Math.min(day, this.#days.length - 1);
    $('day').value = `${this.#day + 1}`;
    const date = dateOf(this.#start, this.#day);
    $('day').setAttribute('aria-valuetext', date);
    const now = this.#days[this.#day];
    for (const text of document.querySelectorAll('#drawing [data-count]')) {
      const count = human(now[text.dataset.count]);
      text.textContent = text.dataset.count === 'held' ? `${count} held` : count;
    }
    const told = `${date}. Calls: ${human(now.calls + now.broker_calls)}; located: ${human(now.located)}; people taken: ${human(now.taken)}; cases settled: ${human(now.settled)}; people held: ${human(now.held)}.`;
    $('date').textContent = this.#begun === null ? told : date;
    $('model').dataset.day = `${this.#day + 1}`;
    $('model').dataset.state = 'shown';
  }

  #play() {
    if (this.#day >= this.#days.length - 1) this.#show(0);
    $('date').setAttribute('aria-live', 'off'); // nobody wants a date read out every second
    $('play').textContent = 'Pause';
    this.#begun = performance.now();
    requestAnimationFrame((now) => this.#frame(now));
  }

  #pause() {
    if (this.#begun === null) return;
    this.#begun = null;
    $('play').textContent = 'Play';
    $('date').setAttribute('aria-live', 'polite');
    for (const dot of document.querySelectorAll('#drawing .dot')) dot.remove();
    if (this.#days !== null) this.#show(this.#day);
  }

  #frame(now) {
    if (this.#begun === null) return;
    const share = (now - this.#begun) / DAY_MILLIS;
    if (share >= 1) {
      if (this.#day >= this.#days.length - 1) {
        this.#pause();
        return;
      }
      this.#begun = now;
      this.#show(this.#day + 1);
    }
    if (!still.matches) this.#dots(Math.min(1, Math.max(0, share)) % 1);
    requestAnimationFrame((next) => this.#frame(next));
  }

  /** Dots one after another along each arrow, as many as happened on the day, up to a bound. */
  #dots(share) {
    const now = this.#days[this.#day];
    for (const dot of document.querySelectorAll('#drawing .dot')) dot.remove();
    for (const path of document.querySelectorAll('#drawing [data-flow]')) {
      const dots = Math.min(DOTS_MAX, now[path.dataset.flow]);
      const length = path.getTotalLength();
      for (let place = 0; place < dots; place++) {
        const { x, y } = path.getPointAtLength(length * ((share + place / dots) % 1));
        draw(path.ownerSVGElement, 'circle', { class: 'dot', r: 3, cx: x.toFixed(1), cy: y.toFixed(1) });
      }
    }
  }
}
