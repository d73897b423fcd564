import { singleton } from './singleton';

interface Lifecycle {
  draining: boolean;
}

/** Whether this process is on its way out: it answers what it has begun and calls itself not ready. */
export const lifecycle = (): Lifecycle => singleton<Lifecycle>('lifecycle', () => ({ draining: false }));
