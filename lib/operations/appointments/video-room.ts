import type { AppointmentRow } from '#db/queries/appointments';
import { blindIndex } from '#lib/crypto/blind-index';

/**
 * One room for one visit at one time, the same for all who come: nobody can work it out without our key, and it tells the
 * provider neither who comes nor which visit it is.
 */
export function videoRoom(
  provider: string,
  { id, scheduled_at }: Pick<AppointmentRow, 'id' | 'scheduled_at'>,
): string {
  const url = new URL(provider);
  const meeting = [id, scheduled_at.toString()].join(' ');
  const room = blindIndex('video_room', meeting).toString('base64url');
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${room}`;
  return url.toString();
}
