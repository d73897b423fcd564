import { setTimeout as pause } from 'node:timers/promises';
import { call } from '../start/two-servers';

/** How often each act had each answer: 'book 201'. */
export type Tally = Map<string, number>;

interface Time {
  readonly doctor_id: string;
  readonly scheduled_at: string;
}

interface Client {
  readonly origin: string;
  readonly doctors: readonly string[];
  readonly token: string;
  readonly seed: number;
}

const longestPauseMs = 250;
/** So few times of each doctor that 50 clients meet. */
const timesOfEach = 12;

/** A patient who does one thing after the other, chosen by chance; the same chances from the same seed. */
export function clientOf({ origin, doctors, token, seed }: Client) {
  const tally: Tally = new Map();
  const chance = chancesFrom(seed);
  let times: Time[] = [];
  let hold: { id: string; time: Time } | null = null;
  const visits = new Map<string, Time>();
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(chance() * all.length)];

  async function ask(act: string, ...[line, body]: [Parameters<typeof call>[1], object?]) {
    const answer = await call(origin, line, { token, ...(body && { body }) });
    const key = `${act} ${answer.status}`;
    tally.set(key, (tally.get(key) ?? 0) + 1);
    // Told at once: what the machine did at that moment is seen in its own log alone.
    if (isBroken(answer.status)) console.error(`${new Date().toISOString()} ${key}`);
    return { status: answer.status, body: answer.pair as Record<string, unknown> };
  }

  async function search(): Promise<void> {
    const doctor = pick(doctors) ?? '';
    const { status, body } = await ask('search', `GET /doctors/${doctor}/slots?days=14`);
    if (status === 200) times = timesIn(doctor, body).slice(0, timesOfEach);
  }

  async function holdOne(): Promise<void> {
    const time = pick(times);
    if (!time) return search();
    const { status, body } = await ask('hold', 'POST /holds', time);
    if (status === 201) hold = { id: String(body.id), time };
  }

  async function book(): Promise<void> {
    const held = hold;
    const time = held?.time ?? pick(times);
    if (!time) return search();
    hold = null;
    const { status, body } = await ask(held ? 'book held' : 'book', 'POST /appointments', {
      ...time,
      ...(held && { hold_id: held.id }),
    });
    if (status === 201) visits.set(String(body.id), time);
  }

  async function move(): Promise<void> {
    const [id, from] = pick([...visits]) ?? [];
    const time = pick(
      times.filter((each) => each.doctor_id === from?.doctor_id && each.scheduled_at !== from.scheduled_at),
    );
    if (!id || !time) return search();
    const { status } = await ask('move', `PUT /appointments/${id}`, { scheduled_at: time.scheduled_at });
    if (status === 200) visits.set(id, time);
  }

  async function cancel(): Promise<void> {
    const visit = pick([...visits.keys()]);
    if (!visit) return book();
    const { status } = await ask('cancel', `DELETE /appointments/${visit}`);
    if (status === 204) visits.delete(visit);
  }

  return {
    async actUntil(end: number): Promise<Tally> {
      while (Date.now() < end) {
        await pick([search, holdOne, holdOne, book, book, move, cancel])?.();
        await pause(chance() * longestPauseMs);
      }
      return tally;
    },
  };
}

/** No answer at all, or one that says that the server is at fault. */
export const isBroken = (status: number) => status === 0 || status >= 500;

function timesIn(doctor_id: string, { days }: Record<string, unknown>): Time[] {
  const found = (days ?? []) as { slots: { starts_at: string }[] }[];
  return found.flatMap(({ slots }) => slots.map(({ starts_at }) => ({ doctor_id, scheduled_at: starts_at })));
}

/** Numbers from 0 to 1 (mulberry32). */
function chancesFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
