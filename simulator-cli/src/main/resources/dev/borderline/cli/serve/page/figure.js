/** A drawing of the page as a file of its own: what it shows, what its shades mean, and what prints its numbers again. */

import { draw, picture } from './svg.js';

const MARGIN = 14;
const HEAD = 46;
const LINE = 15;
const LETTERS = 76; // in a line of notes
const STYLE = `text{font:12px "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;fill:#59606b}
.title{font-size:14px;font-weight:600;fill:#1d2127}.small{font-size:10.5px}
.end{text-anchor:end}.middle{text-anchor:middle}
.paper{fill:#fff}.grid{stroke:#e3e6ea}.base{stroke:#8b929c}
.arm-A{color:#4b5563}.arm-B{color:#0072b2}.arm-C{color:#bf5400}text.name{fill:currentColor}
.line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}.dot{fill:currentColor}
.spread{fill:currentColor;opacity:.13}.chance{fill:currentColor;opacity:.3}`;

/** Lines of a text, broken between words; a word that is longer than a line is cut. */
function lines(text) {
  const broken = [''];
  for (const word of text.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${LETTERS}}`, 'g')) ?? [])) {
    const last = broken[broken.length - 1];
    if (last === '') broken[broken.length - 1] = word;
    else if (last.length + 1 + word.length <= LETTERS) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken;
}

/**
 * The text of an SVG file.
 *
 * title, what: the head; svg: the drawing; arms: [name, words] of each; notes: paragraphs below
 */
export function figure({ title, what, svg, arms, notes }) {
  const { width, height } = svg.viewBox.baseVal;
  const told = [
    ...arms.flatMap(([name, words]) => lines(words).map((line) => ({ line, class: `name small arm-${name}` }))),
    ...notes.flatMap((note) => lines(note).map((line) => ({ line, class: 'small' }))),
  ];
  const whole = picture(`${title}, ${what}`, width + 2 * MARGIN, HEAD + height + (told.length + 1) * LINE + MARGIN);
  draw(whole, 'style', {}, STYLE);
  draw(whole, 'rect', { class: 'paper', width: '100%', height: '100%' });
  draw(whole, 'text', { class: 'title', x: MARGIN, y: 22 }, title);
  draw(whole, 'text', { x: MARGIN, y: 39 }, what);
  const inner = svg.cloneNode(true);
  for (const [key, value] of Object.entries({ x: MARGIN, y: HEAD, width, height })) inner.setAttribute(key, value);
  whole.append(inner);
  told.forEach(({ line, class: kind }, place) => draw(whole, 'text', { class: kind, x: MARGIN, y: HEAD + height + (place + 1) * LINE + 4 }, line));
  return `${new XMLSerializer().serializeToString(whole)}\n`;
}
