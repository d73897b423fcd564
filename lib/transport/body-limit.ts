/** S20: exactly this many bytes pass. An operation may set less. */
export const bodyLimitBytes = 10_000_000;
