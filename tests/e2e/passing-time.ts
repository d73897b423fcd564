import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { asRole } from '../harness/as-role';
import { superuserUrlOf } from '../harness/product-database';
import { scene } from './scene';

/** A browser whose sessions can be told from all others: its name ends in a word of its own. */
export const marked = () => ({
  userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 ${randomUUID()}`,
});

const stored = <T>(work: Parameters<typeof asRole<T>>[1]) => asRole(superuserUrlOf(scene().product), work);

/** What the server knows of this browser's open session happened that much earlier: minutes that no test waits for. */
export async function letPass(page: Page, seconds: number): Promise<void> {
  const agent = await page.evaluate(() => navigator.userAgent);
  const { count } = await stored(
    (sql) => sql`
      update sessions
         set last_activity_at = last_activity_at - make_interval(secs => ${seconds}),
             authenticated_at = authenticated_at - make_interval(secs => ${seconds}),
             second_factor_at = second_factor_at - make_interval(secs => ${seconds})
       where user_agent = ${agent} and revoked_at is null`,
  );
  if (count !== 1) throw new Error(`${count} sessions are open in this browser.`);
}

/** The last activity of this browser's open session was so many seconds ago. */
export async function leaveIdle(page: Page, seconds: number): Promise<void> {
  const agent = await page.evaluate(() => navigator.userAgent);
  await stored(
    (sql) => sql`
      update sessions set last_activity_at = clock_timestamp() - make_interval(secs => ${seconds})
       where user_agent = ${agent} and revoked_at is null`,
  );
}

/** The waiting time of an agreed approval is over, which no role of ours could say: a trigger keeps what was decided. */
export async function endWaiting(approvalId: string): Promise<void> {
  await stored((sql) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update approvals set not_before = decided_at where id = ${approvalId}`;
    }),
  );
}

/**
 * A visit that was booked days ago is in 23 hours, beside whatever its doctor has then: without the triggers, which know no
 * time that has not passed.
 */
export async function comesTomorrow(visitId: string): Promise<void> {
  await stored((sql) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`
        update appointments set overbooked = true, timed_at = clock_timestamp() - interval '9 days',
                                scheduled_at = clock_timestamp() + interval '23 hours',
                                ends_at = clock_timestamp() + interval '23 hours' + (ends_at - scheduled_at)
         where id = ${visitId}`;
    }),
  );
}
