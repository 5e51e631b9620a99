/** Changes of an outcome by wealth fifth or zone: a dot for the median and a line for 90 % of the members, group by group. */

import { make } from './dom.js';
import { draw, picture, step } from './svg.js';
import { human, signed } from './words.js';

const WIDTH = 440;
const LEFT = 96;
const RIGHT = 16;
const TOP = 10;
const BOTTOM = 26;
const ROW = 26; // of one arm
const GAP = 8; // between groups

/** Ways of drawing the answer, in words. */
export const WAYS = { year: 'by year', fifth: 'by wealth fifth', zone: 'by zone' };

const FIFTHS = { 1: 'poorest fifth', 5: 'richest fifth' };

/** A group in words. */
const named = (row) => (row.by === 'fifth' ? (FIFTHS[row.group] ?? `fifth ${row.group}`) : row.group);

/** The rows of an outcome by group, in their order. */
function byGroup(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return groups;
}

/** Draws the changes from the base; zero is always on the axis. */
export function groupChart(label, rows) {
  const groups = byGroup(rows);
  const heights = [...groups.values()].map((all) => all.length * ROW + GAP);
  const height = TOP + heights.reduce((sum, one) => sum + one, 0) + BOTTOM;
  const svg = picture(label, WIDTH, height);
  const ends = rows.flatMap((row) => [row.low, row.high, row.change]).filter((value) => value !== null);
  const size = step(Math.max(0, ...ends) - Math.min(0, ...ends) || 1);
  const first = Math.floor(Math.min(0, ...ends) / size) * size;
  const last = Math.ceil(Math.max(first + size, ...ends) / size) * size;
  const x = (value) => LEFT + ((value - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  for (let place = 0; first + place * size <= last + size / 2; place++) {
    const value = Number((first + place * size).toPrecision(12));
    draw(svg, 'line', { class: value === 0 ? 'base' : 'grid', x1: x(value), x2: x(value), y1: TOP, y2: height - BOTTOM });
    draw(svg, 'text', { class: 'tick middle', x: x(value).toFixed(1), y: height - 8 }, signed(value));
  }
  let top = TOP;
  for (const all of groups.values()) {
    draw(svg, 'text', { class: 'tick end', x: LEFT - 10, y: top + (all.length * ROW) / 2 + 4 }, named(all[0]));
    for (const row of all) {
      const y = top + ROW / 2;
      top += ROW;
      if (row.change === null) continue;
      const group = draw(svg, 'g', { class: `arm arm-${row.arm}` });
      draw(group, 'line', { class: 'line', x1: x(row.low), x2: x(row.high), y1: y, y2: y });
      const dot = draw(group, 'circle', { class: 'dot', r: 5, cx: x(row.change).toFixed(1), cy: y });
      draw(dot, 'title', {}, `${row.arm}, ${named(row)}: ${signed(row.change)} (${signed(row.low)} to ${signed(row.high)})`);
      Object.assign(dot.dataset, { arm: row.arm, group: row.group, measure: row.measure, change: row.change, low: row.low, high: row.high });
    }
    top += GAP;
  }
  return svg;
}

/** The numbers of a drawing, row by row. */
export function groupTable(title, rows) {
  const head = ['Arm', 'Group', 'A', 'Change', 'from', 'to', 'Rises in'].map((text) => make('th', { scope: 'col' }, text));
  const number = (text) => make('td', { class: 'number' }, text);
  const share = (row) => (row.share_positive === null ? '–' : `${human(100 * row.share_positive)} %`);
  const lines = rows.map((row) =>
    make('tr', {}, make('th', { scope: 'row' }, row.arm), make('td', {}, named(row)), number(human(row.base)), ...[row.change, row.low, row.high].map((value) => number(signed(value))), number(share(row))),
  );
  const caption = make('caption', {}, `${title}: median and 90 % range over members of the change, and in how many members it rises`);
  return make('table', {}, caption, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...lines));
}
