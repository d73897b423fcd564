/** What one upload may ask of the process that reads it. */
export const bundleLimits = {
  entries: 50_000,
  /** Entries that may be refused before the rest is not looked at any more. */
  refused: 1000,
  /** A document of 10,000,000 bytes in base64, and what stands around it. */
  entryBytes: 14_000_000,
  headBytes: 1_000_000,
  depth: 64,
  /** R4 datatypes, "string": at most 1024 * 1024 characters. */
  stringLength: 1_048_576,
  base64Length: 13_333_336,
  numberLength: 100,
  keyLength: 200,
} as const;
