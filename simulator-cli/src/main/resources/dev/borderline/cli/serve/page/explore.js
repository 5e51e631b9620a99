/** The page: levers on one side, on the other what changes, asked of the model itself whenever a lever rests. */

import { Cards, legend } from './answer.js';
import { Asker, Refusal, get, post } from './api.js';
import { $, download, make } from './dom.js';
import { levers } from './levers.js';
import { BASE, arm, question, read, write } from './state.js';

const REST_MILLIS = 150;
const USUAL = 'tightening-2015';
const MEMBERS = [16, 32, 64, 128];

const asker = new Asker();
let state;
let cards;
let active = 'B';
let showLevers = () => {};
let rest;
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
    tell('');
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

function files(texts) {
  const buttons = Object.entries(texts).map(([name, text]) => {
    const button = make('button', { type: 'button' }, `Save ${name}, which it reads`);
    button.addEventListener('click', () => download(name, text));
    return button;
  });
  $('files').replaceChildren(...buttons);
}

function compute() {
  $('answer').dataset.state = 'waiting';
  $('state').textContent = 'Computing …';
  trying(() => asker.compare(question(state), heard));
}

/** Takes up a change: into the address at once, to the model when nothing moves any more. */
function changed() {
  history.replaceState(null, '', location.pathname + location.search + write(state));
  showLevers(state.arms[active]);
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
  const saves = names.map((name) => {
    const button = make('button', { type: 'button', id: `save-${name}` }, `Save ${name} as a scenario`);
    button.addEventListener('click', () => trying(() => save(name)));
    return button;
  });
  $('saves').replaceChildren(...saves);
  legend([BASE, ...names]);
}

async function save(name) {
  const { name: own, ...asked } = arm(state, name);
  const { yaml } = await post('api/scenario.yaml', asked);
  download(`${own}.yaml`, yaml);
  $('told').textContent = `${own}.yaml is saved where your browser keeps downloads.`;
}

/** Shows the state's scenario: its story, its levers. */
async function open() {
  const scenario = state.yaml === null
    ? await get(`api/scenarios/${encodeURIComponent(state.scenario)}`)
    : await post('api/scenarios/check', { yaml: state.yaml });
  tell('');
  $('story').textContent = `${scenario.title}. ${scenario.story}`;
  $('limits').textContent = scenario.limits;
  showLevers = levers($('levers'), scenario, move);
  arms();
  changed();
}

function choose(next) {
  active = 'B';
  const { outcomes, members, all } = state;
  state = { ...read(write(next), USUAL), outcomes, members, all };
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
  const [scenarios, measures] = await Promise.all([get('api/scenarios'), get('api/measures')]);
  $('scenario').append(...scenarios.map(({ name, title }) => make('option', { value: name }, title)));
  if (state.yaml === null) $('scenario').value = state.scenario;
  else $('scenario').prepend(make('option', { value: '', selected: true }, 'A file of yours'));
  const counts = [...new Set([...MEMBERS, state.members])].sort((a, b) => a - b);
  $('members').append(...counts.map((count) => make('option', { value: `${count}` }, `${count}`)));
  $('members').value = `${state.members}`;
  $('all').checked = state.all;
  cards = new Cards(measures, state.outcomes, (place, name) => {
    state.outcomes[place] = name;
    changed();
  });
  wire();
  await open();
}

trying(start);
