/** The state of the page, which is that of its address. Changes are written as the command line writes them: ARM:LEVER=VALUE. */

export const BASE = 'A';
export const FIRST_OUTCOMES = ['completed_contacts', 'arrests', 'person_years_held', 'pair_years_dark'];

export function fresh(scenario) {
  return { scenario, yaml: null, outcomes: [...FIRST_OUTCOMES], members: 64, all: false, by: 'year', arms: { B: {} } };
}

/** The state that an address tells; what it does not tell is as usual. */
export function read(hash, usual) {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const state = fresh(told.get('scenario') ?? usual);
  state.yaml = told.get('yaml');
  const outcomes = (told.get('outcomes') ?? '').split(',').filter((name) => /^[a-z_0-9]+$/.test(name));
  outcomes.slice(0, 4).forEach((name, place) => (state.outcomes[place] = name));
  const members = Number(told.get('members'));
  if (Number.isInteger(members) && members > 0) state.members = members;
  state.all = told.get('all') === '1';
  if (['fifth', 'zone'].includes(told.get('by'))) state.by = told.get('by');
  if (told.get('arms') === '3') state.arms.C = {};
  for (const change of told.getAll('set')) {
    const parts = /^([BC]):([a-z0-9_.]+)=([-+0-9.eE]+)(?:@(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?)?$/.exec(change);
    if (parts) {
      const [, arm, path, value, from = '', until = ''] = parts;
      (state.arms[arm] ??= {})[path] = { value: Number(value), from, until };
    }
  }
  return state;
}

function change(arm, path, { value, from, until }) {
  const dates = from ? `@${from}${until ? `..${until}` : ''}` : '';
  return `${arm}:${path}=${value}${dates}`;
}

/** The address that tells a state. */
export function write(state) {
  const told = new URLSearchParams();
  if (state.yaml === null) told.set('scenario', state.scenario);
  else told.set('yaml', state.yaml);
  told.set('outcomes', state.outcomes.join(','));
  told.set('members', state.members);
  if (state.all) told.set('all', '1');
  if (state.by !== 'year') told.set('by', state.by);
  if (state.arms.C) told.set('arms', '3');
  for (const [arm, changes] of Object.entries(state.arms)) {
    for (const [path, moved] of Object.entries(changes)) told.append('set', change(arm, path, moved));
  }
  return `#${told}`;
}

/** An arm as the server is asked for it. */
export function arm(state, name) {
  const asked = { name, ...(state.yaml === null ? { scenario: state.scenario } : { yaml: state.yaml }) };
  const changes = Object.entries(state.arms[name] ?? {});
  const at = changes.filter(([, moved]) => moved.from);
  asked.set = Object.fromEntries(changes.filter(([, moved]) => !moved.from).map(([path, { value }]) => [path, value]));
  if (at.length > 0) {
    asked.moves = at.map(([lever, { value, from, until }]) => ({
      lever,
      at: from,
      to: value,
      ...(until ? { until } : {}),
    }));
  }
  return asked;
}

/** The comparison that a state asks for. */
export function question(state) {
  return {
    arms: [BASE, ...Object.keys(state.arms)].map((name) => arm(state, name)),
    outcomes: [...new Set(state.outcomes)],
    members: state.members,
    yearly: state.by === 'year',
    ...(state.by === 'year' ? {} : { by: [state.by] }),
    refine: state.all,
  };
}
