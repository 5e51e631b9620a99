/** The page: levers on one side, on the other what changes, asked of the model itself whenever a lever rests. */

import { Cards, legend } from './answer.js';
import { Asker, Refusal, get, post } from './api.js';
import { $, make } from './dom.js';
import { glossary, marked } from './glossary.js';
import { Household } from './household.js';
import { levers } from './levers.js';
import { files, saves } from './save.js';
import { Schematic } from './schematic.js';
import { BASE, arm, question, read, write } from './state.js';

const REST_MILLIS = 150;
const USUAL = 'tightening-2015';
const MEMBERS = [16, 32, 64, 128];

const asker = new Asker();
let state;
let cards;
let household;
let schematic;
let active = 'B';
let showLevers = () => {};
let rest;
let told; // scenario and arms that a story or a drawing may be of
let latest;

function tell(error) {
  $('error').hidden = error === '';
  $('error').textContent = error;
}

/** Runs what may be refused; a refusal is told in its own words. */
async function trying(work) {
  try {
    await work();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    tell(refusal.message);
    $('state').textContent = '';
  }
}

const heard = {
  progress(done, total) {
    $('progress').max = total;
    $('progress').value = done;
  },
  answer(answer, isLast) {
    latest = answer;
    cards.show(answer);
    $('command').value = answer.command;
    const people = /--people (\S+)/.exec(answer.command);
    const over = `Over ${answer.ensemble.members} members of the ensemble ${answer.ensemble.name}${people ? `, ${people[1]} of the people` : ''}`;
    $('state').textContent = isLast ? `${over}.` : `${over}; getting better …`;
    $('answer').dataset.state = isLast ? 'done' : 'partial';
    files(answer.files);
  },
  failed: (error) => tell(error),
};

function compute() {
  tell(''); // what a household's search was refused for stays until a lever moves
  $('answer').dataset.state = 'waiting';
  $('state').textContent = 'Computing …';
  trying(() => asker.compare(question(state), heard));
}

/** Takes up a change: into the address at once, to the model when nothing moves any more. */
function changed() {
  history.replaceState(null, '', location.pathname + location.search + write(state));
  showLevers(state.arms[active]);
  const worlds = JSON.stringify([state.scenario, state.yaml, state.arms]);
  if (worlds !== told) {
    household.stale();
    schematic.stale();
    told = worlds;
  }
  $('answer').dataset.state = 'waiting';
  asker.drop();
  clearTimeout(rest);
  rest = setTimeout(compute, REST_MILLIS);
}

function move(path, moved) {
  if (moved === null) delete state.arms[active][path];
  else state.arms[active][path] = moved;
  changed();
}

function arms() {
  const names = Object.keys(state.arms);
  if (!names.includes(active)) active = 'B';
  const choices = names.map((name) => {
    const input = make('input', { type: 'radio', name: 'arm', id: `arm-${name}`, value: name, checked: name === active });
    input.addEventListener('change', () => {
      active = name;
      showLevers(state.arms[name]);
    });
    return make('span', { class: 'choice' }, input, make('label', { for: `arm-${name}`, class: `name arm-${name}` }, `arm ${name}`));
  });
  $('arms').replaceChildren(make('legend', {}, 'Moved levers belong to'), ...choices);
  $('add').textContent = state.arms.C ? 'Drop arm C' : 'Add an arm C';
  saves(state, trying);
  household.arms(names);
  schematic.arms([BASE, ...names]);
  legend([BASE, ...names], state.by);
}

/** Shows the state's scenario: its story, its levers. */
async function open() {
  const scenario = state.yaml === null
    ? await get(`api/scenarios/${encodeURIComponent(state.scenario)}`)
    : await post('api/scenarios/check', { yaml: state.yaml });
  tell('');
  $('story').replaceChildren(...marked(`${scenario.title}. ${scenario.story}`));
  $('limits').replaceChildren(...marked(scenario.limits));
  showLevers = levers($('levers'), scenario, move);
  arms();
  changed();
}

/** A run's scenario is what an arm is, without its name. */
const runOf = ({ name, ...asked }) => asked;

function choose(next) {
  active = 'B';
  const { outcomes, members, all, by } = state;
  state = { ...read(write(next), USUAL), outcomes, members, all, by };
  trying(open);
}

function wire() {
  $('scenario').addEventListener('change', () => choose({ ...state, scenario: $('scenario').value, yaml: null, arms: { B: {} } }));
  $('file').addEventListener('change', async () => {
    const [file] = $('file').files;
    if (file) choose({ ...state, yaml: await file.text(), arms: { B: {} } });
  });
  $('reset').addEventListener('click', () => {
    for (const name of Object.keys(state.arms)) state.arms[name] = {};
    changed();
  });
  $('add').addEventListener('click', () => {
    if (state.arms.C) delete state.arms.C;
    else state.arms.C = {};
    active = state.arms.C ? 'C' : 'B';
    arms();
    changed();
  });
  $('members').addEventListener('change', () => {
    state.members = Number($('members').value);
    changed();
  });
  for (const input of document.querySelectorAll('#by input')) {
    input.addEventListener('change', () => {
      state.by = input.value;
      legend([BASE, ...Object.keys(state.arms)], state.by);
      changed();
    });
  }
  $('all').addEventListener('change', () => {
    state.all = $('all').checked;
    changed();
  });
  $('copy').addEventListener('click', async () => {
    $('command').select();
    try {
      await navigator.clipboard.writeText(latest.command);
      $('told').textContent = 'Copied.';
    } catch {
      $('told').textContent = 'The browser lets no page copy; the command is selected, copy it with Ctrl-C.';
    }
  });
  addEventListener('hashchange', () => location.reload());
}

async function start() {
  state = read(location.hash, new URLSearchParams(location.search).get('scenario') ?? USUAL);
  const [scenarios, measures, words, { fates }] = await Promise.all(['scenarios', 'measures', 'glossary', 'fates'].map((what) => get(`api/${what}`)));
  glossary(words);
  $('scenario').append(...scenarios.map(({ name, title }) => make('option', { value: name }, title)));
  if (state.yaml === null) $('scenario').value = state.scenario;
  else $('scenario').prepend(make('option', { value: '', selected: true }, 'A file of yours'));
  const counts = [...new Set([...MEMBERS, state.members])].sort((a, b) => a - b);
  $('members').append(...counts.map((count) => make('option', { value: `${count}` }, `${count}`)));
  $('members').value = `${state.members}`;
  $('all').checked = state.all;
  $(`by-${state.by}`).checked = true;
  cards = new Cards(measures, state.outcomes, (place, name) => {
    state.outcomes[place] = name;
    changed();
  });
  household = new Household(fates, (name) => [arm(state, BASE), arm(state, name)], trying);
  schematic = new Schematic((name) => runOf(arm(state, name)), trying);
  await schematic.open();
  wire();
  await open();
}

trying(start);
