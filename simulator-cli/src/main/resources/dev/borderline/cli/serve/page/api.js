/** The server's answers, and the way to one that gets better while it is awaited. */

const token = new URLSearchParams(location.search).get('token') ?? '';

const SILENCE =
  'The server does not answer. Start it again: with the same --port and --token-file this page goes on; else open the address that it prints, with what follows # in the address of this page.';

/** A refusal in the server's own words. */
export class Refusal extends Error {}

async function ask(method, address, body) {
  let response;
  try {
    response = await fetch(address, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refusal(SILENCE);
  }
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer.error);
  return answer;
}

export const get = (address) => ask('GET', address);
export const post = (address, body) => ask('POST', address, body);

/** One comparison at a time: a new one takes the place of the old, whose work is dropped. */
export class Asker {
  #turn = 0;
  #job = null;
  #events = null;

  /** Tells `heard` of progress and of ever better answers; throws a refusal. */
  async compare(body, heard) {
    const turn = ++this.#turn;
    this.drop();
    const job = await post('api/compare', body);
    if (turn !== this.#turn) {
      this.#cancel(job.job);
      return;
    }
    this.#job = job.job;
    const events = new EventSource(`${job.events}?token=${encodeURIComponent(token)}`);
    this.#events = events;
    const on = (name, act) =>
      events.addEventListener(name, (event) => {
        if (turn === this.#turn) act(JSON.parse(event.data));
      });
    on('progress', ({ done, total }) => heard.progress(done, total));
    on('partial', (answer) => heard.answer(answer, false));
    on('answer', (answer) => {
      this.#end();
      heard.answer(answer, true);
    });
    on('failed', ({ error }) => {
      this.#end();
      heard.failed(error);
    });
    events.onerror = () => {
      if (turn !== this.#turn) return;
      this.#end();
      heard.failed(SILENCE);
    };
  }

  /** Drops the work under way. */
  drop() {
    const job = this.#job;
    this.#end();
    if (job !== null) this.#cancel(job);
  }

  #end() {
    this.#events?.close();
    this.#events = null;
    this.#job = null;
  }

  #cancel(job) {
    ask('DELETE', `api/jobs/${job}`).catch(() => {}); // it has ended by itself
  }
}
