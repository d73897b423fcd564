import { lifecycle } from './lifecycle';
import { singleton } from './singleton';

type Dependency = 'database' | 'redis';
type State = 'ok' | 'disabled' | 'failing';

export interface Readiness {
  readonly status: 'ready' | 'not ready';
  readonly database: State;
  readonly redis: State;
}

const timeoutMilliseconds = 1000;

const probes = () => singleton('readiness-probes', () => new Map<Dependency, () => Promise<unknown>>());

/** Set by the composition roots: one round trip to what the process cannot work without. */
export function probe(dependency: Dependency, ask: () => Promise<unknown>): void {
  probes().set(dependency, ask);
}

/** S64. A process without a database is never ready; one without Redis may be. */
export async function readiness(): Promise<Readiness> {
  const [database, redis] = await Promise.all([state('database'), state('redis')]);
  const ready = !lifecycle().draining && database === 'ok' && redis !== 'failing';
  return {
    status: ready ? 'ready' : 'not ready',
    database: database === 'disabled' ? 'failing' : database,
    redis,
  };
}

/** The reason of a failure stays here: it may name hosts and users. */
async function state(dependency: Dependency): Promise<State> {
  const ask = probes().get(dependency);
  if (!ask) return 'disabled';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<State>((resolve) => {
    timer = setTimeout(() => resolve('failing'), timeoutMilliseconds);
  });
  const asked = ask().then<State, State>(
    () => 'ok',
    () => 'failing',
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
