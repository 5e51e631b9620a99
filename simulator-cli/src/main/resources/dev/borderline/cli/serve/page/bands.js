/** Ranges by year, from the runs of an answer. */

const TAIL = 0.05;
const NORMAL_90 = 1.645;

/** Quantile of sorted values, between two of them in proportion. */
export function quantile(sorted, share) {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Variance of a member's mean by chance alone, over the members that have more than one run; null where none has. */
function chanceVariance(members) {
  const own = members
    .filter((runs) => runs.length > 1)
    .map((runs) => {
      const middle = mean(runs);
      return runs.reduce((sum, run) => sum + (run - middle) ** 2, 0) / (runs.length - 1) / runs.length;
    });
  return own.length === 0 ? null : mean(own);
}

function band(byMember) {
  const members = [...byMember.values()];
  const means = members.map(mean).sort((a, b) => a - b);
  const median = quantile(means, 0.5);
  const variance = chanceVariance(members);
  const half = variance === null ? null : NORMAL_90 * Math.sqrt(variance);
  return { median, low: quantile(means, TAIL), high: quantile(means, 1 - TAIL), chance: half };
}

/** By arm the years in order, each with its median, its 90 % range over members, and half the 90 % range of chance. */
export function byYear(frame, measure) {
  const arms = new Map();
  for (const [arm, member, , year, name, value] of frame.rows) {
    if (name !== measure || year === null || value === null) continue;
    if (!arms.has(arm)) arms.set(arm, new Map());
    const years = arms.get(arm);
    if (!years.has(year)) years.set(year, new Map());
    const members = years.get(year);
    if (!members.has(member)) members.set(member, []);
    members.get(member).push(value);
  }
  return new Map(
    [...arms].map(([arm, years]) => [
      arm,
      [...years].sort(([a], [b]) => a - b).map(([year, members]) => ({ year, ...band(members) })),
    ]),
  );
}
