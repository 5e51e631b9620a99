/** One household: a fate is chosen, and its story in both arms is told, three sentences first. */

import { post } from './api.js';
import { $, make } from './dom.js';
import { marked } from './glossary.js';

const OPEN_MAX = 4; // everyday events in a row; more are folded away
const BOTH = 0;

/** Events of both arms in order: those before the arms part once, those after it in a lane of their own. */
function lines(story) {
  const [one, other] = story.sides;
  const apart = story.parting?.event ?? one.events.length;
  const told = (event) => event.tells;
  const common = one.events.slice(0, apart).filter(told).map((event) => ({ ...event, lane: BOTH }));
  if (!story.parting) return common;
  const after = [one, other].flatMap((side, place) =>
    side.events
      .slice(apart)
      .map((event, index) => ({ ...event, lane: place + 1, parting: index === 0 }))
      .filter((event) => event.parting || told(event)),
  );
  return [...common, ...after.sort((a, b) => a.date.localeCompare(b.date))];
}

/** Lines in a row, many of little weight together. */
function blocks(all) {
  const found = [];
  for (const line of all) {
    const weighty = line.matters || line.parting;
    const last = found[found.length - 1];
    if (last && !weighty && !last.weighty) last.lines.push(line);
    else found.push({ weighty, lines: [line] });
  }
  return found;
}

function item(line, names) {
  const where = line.lane === BOTH ? 'in both' : `in ${names[line.lane - 1]}`;
  const li = make(
    'li',
    { class: `lane-${line.lane} ${line.matters ? 'weighty' : ''} ${line.parting ? 'parting' : ''}` },
    make('span', { class: 'date' }, line.date),
    ' ',
    make('span', { class: 'where' }, where),
    ' ',
    make('span', { class: 'event' }, line.story),
  );
  if (line.parting) li.append(make('span', { class: 'mark-parting' }, 'the first event that comes out otherwise'));
  return li;
}

function block({ lines: all, weighty }, names) {
  const list = make('ol', { class: 'lines' }, ...all.map((line) => item(line, names)));
  if (weighty || all.length <= OPEN_MAX) return list;
  const head = `${all.length} events of everyday, ${all[0].date} to ${all[all.length - 1].date}`;
  return make('details', { class: 'everyday' }, make('summary', {}, head), list);
}

/** The place where a household is sought and told of; `asked` gives the two arms of a name, `trying` tells refusals. */
export class Household {
  #others = [];
  #turn = 0;

  constructor(fates, asked, trying) {
    this.asked = asked;
    this.trying = trying;
    this.fates = fates;
    $('fifth').append(...['any', '1, the poorest', '2', '3', '4', '5, the richest'].map((text, fifth) => make('option', { value: `${fifth}` }, text)));
    $('beside').addEventListener('change', () => this.#list());
    for (const id of ['beside', 'fate', 'fifth']) $(id).addEventListener('change', () => this.stale());
    $('find').addEventListener('click', () => {
      const fifth = $('fifth').value;
      this.#tell({ fate: $('fate').value, ...(fifth === '0' ? {} : { fifth }) });
    });
    $('another').addEventListener('click', () => this.#tell({ household: this.#others.shift() }));
  }

  /** Offers these arms beside the base. */
  arms(names) {
    const chosen = $('beside').value;
    $('beside').replaceChildren(...names.map((name) => make('option', { value: name }, `arm ${name}`)));
    if (names.includes(chosen)) $('beside').value = chosen;
    this.#list();
  }

  #list() {
    const chosen = $('fate').selectedIndex;
    const beside = $('beside').value;
    const options = this.fates.map((fate) => {
      const words = fate.replace(/ in B$/, ` in ${beside}`).replace(/^(lost|found) contact$/, `$& in ${beside}`);
      return make('option', { value: fate }, words);
    });
    $('fate').replaceChildren(...options);
    $('fate').selectedIndex = Math.max(0, chosen);
  }

  /** Takes away a story that is not of what is chosen now. */
  stale() {
    this.#turn++;
    this.#others = [];
    $('another').hidden = true;
    $('story-of').replaceChildren();
    $('household').dataset.state = '';
  }

  #tell(whose) {
    const others = this.#others;
    this.stale();
    const turn = this.#turn;
    $('household').dataset.state = 'waiting';
    $('story-of').replaceChildren(make('p', { class: 'soft' }, 'Looking …'));
    this.trying(async () => {
      try {
        const story = await post('api/explain?wait=true', { arms: this.asked($('beside').value), ...whose });
        if (turn !== this.#turn) return;
        this.#others = story.sought?.households.slice(1) ?? others;
        this.#show(story);
      } catch (refusal) {
        if (turn === this.#turn) this.stale();
        throw refusal;
      }
    });
  }

  #show(story) {
    const names = story.sides.map((side) => side.name);
    const { sought } = story;
    const parts = [make('h3', {}, `Household ${story.household}`)];
    parts.push(...story.summary.map((sentence) => make('p', { class: 'sentence' }, ...marked(sentence))));
    if (sought) {
      const count = `“${sought.fate.replace(/ in B$/, ` in ${names[1]}`)}”: ${sought.households.length} of ${sought.among} households${sought.fifth ? ` of fifth ${sought.fifth}` : ''} in this run. This is the first of them.`;
      parts.push(make('p', { class: 'soft' }, count));
    }
    const lanes = make('p', { class: 'lane-names', 'aria-hidden': 'true' }, ...names.map((name, place) => make('span', { class: `lane-${place + 1}` }, name)));
    parts.push(lanes, ...blocks(lines(story)).map((each) => block(each, names)));
    $('story-of').replaceChildren(...parts);
    $('another').hidden = this.#others.length === 0;
    $('household').dataset.state = 'done';
    $('household').dataset.beside = names[1];
  }
}
