/** What a person takes away as a file. */

import { post } from './api.js';
import { $, download, make } from './dom.js';
import { BASE, arm, question } from './state.js';

const PLACE = 'where your browser keeps downloads';

function button(id, text, act) {
  const made = make('button', { type: 'button', id }, text);
  made.addEventListener('click', act);
  return made;
}

async function scenario(state, name) {
  const { name: own, ...asked } = arm(state, name);
  const { yaml } = await post('api/scenario.yaml', asked);
  download(`${own}.yaml`, yaml);
  $('told').textContent = `${own}.yaml is saved ${PLACE}.`;
}

async function sweep(state) {
  const { yaml } = await post('api/sweep.yaml', question(state));
  download('arms.yaml', yaml);
  const beside = state.yaml === null ? '' : `; it reads ${BASE}.yaml, to be saved beside it`;
  $('told').textContent = `arms.yaml is saved ${PLACE}${beside}. ./borderline sweep arms.yaml gives the numbers of this page.`;
}

async function report(state) {
  $('told').textContent = 'Making the report …';
  const { html } = await post('api/report?wait=true', question(state));
  download('report.html', html);
  $('told').textContent = `report.html is saved ${PLACE}; open it from there.`;
}

/** Offers the arms as scenarios, all of them as a sweep, and its report; `trying` tells refusals. */
export function saves(state, trying) {
  const each = Object.keys(state.arms).map((name) => button(`save-${name}`, `Save ${name} as a scenario`, () => trying(() => scenario(state, name))));
  $('saves').replaceChildren(
    ...each,
    button('save-sweep', 'Save all arms as a sweep', () => trying(() => sweep(state))),
    button('save-report', 'Save the report', () => trying(() => report(state))),
  );
}

/** Offers the files that the command reads. */
export function files(texts) {
  const all = Object.entries(texts).map(([name, text]) => button(`file-${name}`, `Save ${name}, which it reads`, () => download(name, text)));
  $('files').replaceChildren(...all);
}
