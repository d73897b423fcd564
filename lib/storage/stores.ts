import { env } from '#lib/platform/env';
import { singleton } from '#lib/platform/singleton';
import { clamdScanner } from './clamd-scanner';
import type { MalwareScanner } from './malware-scanner';
import type { ObjectStore } from './object-store';
import { s3Store } from './s3-store';

interface Outside {
  readonly objects: ObjectStore | null;
  readonly scanner: MalwareScanner | null;
}

const held = () => singleton<{ outside: Outside | null }>('storage', () => ({ outside: null }));

/** What the configuration names: where files go that leave the database, and who looks at them; null where nobody. */
export function outside(): Outside {
  const holder = held();
  const { s3, clamav } = env();
  holder.outside ??= { objects: s3 ? s3Store(s3) : null, scanner: clamav ? clamdScanner(clamav) : null };
  return holder.outside;
}

/** For tests: others than the configuration names. */
export function setOutside(outside: Outside | null): void {
  held().outside = outside;
}
