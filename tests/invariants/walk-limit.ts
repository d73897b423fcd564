/**
 * Milliseconds that a walk over all operations may take. It grows with them and with what else the machine does: this ends
 * one that hangs, and says nothing about speed.
 */
export const walkLimit = 600_000;
