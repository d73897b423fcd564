import { uuidV7 } from './uuid-v7';

/** Names one request in answers, logs and the audit trail. Time-ordered, like every id. */
export const newRequestId = (): string => uuidV7();
