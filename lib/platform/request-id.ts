import { v7 } from 'uuid';

/** Names one request in answers, logs and the audit trail. Time-ordered, like every id. */
export const newRequestId = (): string => v7();
