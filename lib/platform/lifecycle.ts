import { singleton } from './singleton';

interface Lifecycle {
  /** Database and keys have been opened, or are about to be, by whoever began this process. */
  opened: boolean;
  /** On its way out: it answers what it has begun and calls itself not ready. */
  draining: boolean;
}

/** Where this process stands between its beginning and its end. */
export const lifecycle = (): Lifecycle =>
  singleton<Lifecycle>('lifecycle', () => ({ opened: false, draining: false }));
