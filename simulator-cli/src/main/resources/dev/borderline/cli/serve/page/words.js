/** Numbers and verdicts in the words of the command line. */

const LIKELIHOODS = [
  'virtually certain',
  'very likely',
  'likely',
  'about as likely as not',
  'unlikely',
  'very unlikely',
  'exceptionally unlikely',
];
const EVEN = LIKELIHOODS[3];

/** Four significant digits, with commas between thousands. */
export function human(value) {
  if (value === null || !Number.isFinite(value)) return 'n/a';
  const short = Number(value.toPrecision(4));
  return Math.abs(short) < 1e-6 && short !== 0
    ? short.toExponential().replace('e', 'E')
    : short.toLocaleString('en-US', { maximumFractionDigits: 12 });
}

export const signed = (value) => (value > 0 ? '+' : '') + human(value);

/** A measure's unit after a number; none for shares. */
export const unit = (text) => (text === '1' ? '' : ` ${text}`);

function counted(count) {
  return Number.isInteger(count) ? human(count) : count.toFixed(1);
}

/** In how many members a measure rises or falls, whichever more do, and the calibrated word for it. */
export function sign(change) {
  if (change.share_positive === null) return 'is not defined';
  const rising = Math.round(change.share_positive * change.members * 2) / 2; // ties count half
  const rises = change.share_positive >= 0.5;
  const count = rises ? rising : change.members - rising;
  const word = change.likelihood;
  const own = word === null ? '' : ` (${rises ? word : LIKELIHOODS[LIKELIHOODS.length - 1 - LIKELIHOODS.indexOf(word)]})`;
  return `${rises ? 'rises' : 'falls'} in ${counted(count)} of ${change.members} members${own}`;
}

export const isSettled = (change) => change.likelihood !== null && change.likelihood !== EVEN;

/** Nothing differs in any member. */
export const isNone = (change) => change.median === 0 && change.p05 === 0 && change.p95 === 0;
