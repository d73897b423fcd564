import { headers } from 'next/headers';
import type { RequestFacts } from '#lib/operations/kernel/caller';
import { readFrontDoor } from '#lib/platform/front-door';
import { newRequestId } from '#lib/platform/request-id';

/** From where a page or an action was asked, as the front server knows it. Plain `next start` knows no address. */
export async function requestFacts(): Promise<RequestFacts> {
  const head = await headers();
  const door = readFrontDoor(head);
  return {
    ip: door?.address ?? null,
    userAgent: head.get('user-agent')?.slice(0, 512) ?? null,
    requestId: door?.requestId ?? newRequestId(),
  };
}
