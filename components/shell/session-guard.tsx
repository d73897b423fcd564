'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { paths } from '#lib/platform/paths';
import type { IdleWarningLabels } from './idle-warning';
import { SessionWatch } from './session-watch';

const IdleWarning = lazy(() => import('./idle-warning'));

interface SessionGuardProps {
  /** Counts as activity; takes a form, as the front server lets through nothing else. False where the session has ended. */
  extend: (form: FormData) => Promise<boolean>;
  labels: IdleWarningLabels;
}

/** Warns before an idle session ends, and takes the page away once it has ended, for whatever reason. */
export function SessionGuard({ extend, labels }: SessionGuardProps) {
  const watch = useRef<SessionWatch>(null);
  const [endsAt, setEndsAt] = useState<number | null>(null);
  useEffect(() => {
    const made = new SessionWatch({ warn: setEndsAt, leave });
    watch.current = made;
    return () => made.stop();
  }, []);
  const stay = async () => {
    await extend(new FormData()).catch(() => false);
    await watch.current?.check();
  };
  if (endsAt === null) return null;
  return (
    <Suspense>
      <IdleWarning endsAt={endsAt} labels={labels} onStay={stay} />
    </Suspense>
  );
}

/** Hidden at once: what stood here is nobody's to read any more. */
function leave(reason: Parameters<typeof paths.signInAgain>[0]): void {
  document.body.hidden = true;
  location.replace(paths.signInAgain(reason, location.pathname + location.search));
}
