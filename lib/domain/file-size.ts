/** S20: a file of exactly this many bytes is taken, whatever way it comes. */
export const largestFileBytes = 10_000_000;

/** Of a file in a form, which has its fields and their borders around it. */
export const largestFormFileBytes = 9_900_000;
