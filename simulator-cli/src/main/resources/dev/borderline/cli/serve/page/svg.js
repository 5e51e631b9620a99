/** Drawings, made element by element. */

const NS = 'http://www.w3.org/2000/svg';
const TICKS = 4;

/** Adds an element to a drawing. */
export function draw(parent, name, attributes, text) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

/** An empty drawing with a label for those who do not see it. */
export function picture(label, width, height) {
  const svg = document.createElementNS(NS, 'svg');
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label })) svg.setAttribute(key, value);
  return svg;
}

/** A round step of which a few make the range. */
export function step(range) {
  const rough = range / TICKS;
  const ten = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * ten).find((size) => size >= rough);
}
