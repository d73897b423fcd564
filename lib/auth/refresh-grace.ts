/** How long an answer that was lost, or a request that ran beside the first, gets the same successor. */
export const graceSeconds = 10;
