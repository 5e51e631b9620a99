/** An outcome by year, drawn as the report draws it: lines, a light band for what is not known, a darker one for chance. */

import { draw, picture, step } from './svg.js';
import { human } from './words.js';

const WIDTH = 440;
const HEIGHT = 220;
const LEFT = 64;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;

const point = (x, y) => `${x.toFixed(1)} ${y.toFixed(1)}`;

function area(years, x, upper, lower) {
  const above = years.map((at) => point(x(at.year), upper(at)));
  const below = years.map((at) => point(x(at.year), lower(at))).reverse();
  return `M${[...above, ...below].join('L')}Z`;
}

/** Draws the arms, the base first; axes hold everything that is drawn, and zero. */
export function chart(label, arms) {
  const all = [...arms.values()].flat();
  const svg = picture(label, WIDTH, HEIGHT);
  if (all.length === 0) return svg;
  const ends = all.flatMap((at) => [at.low, at.high, at.median - (at.chance ?? 0), at.median + (at.chance ?? 0)]);
  const low = Math.min(0, ...all.map((at) => at.low));
  const high = Math.max(...ends, low + 1e-9);
  const size = step(high - low);
  const first = Math.floor(low / size) * size;
  const last = Math.ceil(high / size) * size;
  const years = all.map((at) => at.year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const wide = WIDTH - LEFT - RIGHT;
  const x = (year) => (to === from ? LEFT + wide / 2 : LEFT + 6 + ((year - from) / (to - from)) * (wide - 12));
  const held = (value) => Math.min(last, Math.max(first, value)); // a band of chance below zero is cut there
  const y = (value) => TOP + ((last - held(value)) / (last - first)) * (HEIGHT - TOP - BOTTOM);
  for (let place = 0; first + place * size <= last + size / 2; place++) {
    const value = Number((first + place * size).toPrecision(12));
    draw(svg, 'line', { class: value === 0 ? 'base' : 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) });
    draw(svg, 'text', { class: 'tick end', x: LEFT - 8, y: (y(value) + 4).toFixed(1) }, human(value));
  }
  const every = Math.max(1, Math.ceil((to - from + 1) / 8));
  for (let year = from; year <= to; year += every) {
    draw(svg, 'text', { class: 'tick middle', x: x(year).toFixed(1), y: HEIGHT - 6 }, year);
  }
  for (const [arm, at] of arms) {
    const group = draw(svg, 'g', { class: `arm arm-${arm}` });
    if (at.length > 1) {
      draw(group, 'path', { class: 'spread', d: area(at, x, (one) => y(one.high), (one) => y(one.low)) });
      const sure = at.filter((one) => one.chance !== null);
      if (sure.length > 1) {
        const d = area(sure, x, (one) => y(one.median + one.chance), (one) => y(one.median - one.chance));
        draw(group, 'path', { class: 'chance', d });
      }
      draw(group, 'path', { class: 'line', d: `M${at.map((one) => point(x(one.year), y(one.median))).join('L')}` });
    } else {
      for (const one of at) {
        draw(group, 'line', { class: 'line', x1: x(one.year), x2: x(one.year), y1: y(one.low), y2: y(one.high) });
      }
    }
    for (const one of at) {
      const dot = draw(group, 'circle', { class: 'dot', r: 3, cx: x(one.year).toFixed(1), cy: y(one.median).toFixed(1) });
      draw(dot, 'title', {}, `${arm}, ${one.year}: ${human(one.median)} (${human(one.low)} to ${human(one.high)})`);
    }
  }
  return svg;
}
