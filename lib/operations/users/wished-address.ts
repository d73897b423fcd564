import { z } from 'zod';
import { sessionId } from '#lib/platform/ids';

/** What the ticket of an e-mail change is about: the new address, and the session that asked for it. */
const wish = z.strictObject({ email: z.string(), session_id: sessionId });
export type WishedAddress = z.output<typeof wish>;

export const writeWish = (wished: WishedAddress): string => JSON.stringify(wished);
export const readWish = (payload: string): WishedAddress => wish.parse(JSON.parse(payload));
