import { z } from 'zod';
import { isLoopback } from './loopback';

const endpoint = z
  .string()
  .refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    return safe && !url.search && !url.hash && !url.username;
  }, 'S3_ENDPOINT must be an https address, such as https://s3.eu-central-1.amazonaws.com.')
  .transform((value) => new URL(value));

/** Where the sealed bytes of documents go, instead of staying in the database. */
export const s3Variables = {
  S3_ENDPOINT: endpoint.optional(),
  S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'S3_BUCKET must be the name of a bucket: 3 to 63 of a-z, 0-9, - and dots.',
    )
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'S3_REGION must look like eu-central-1.')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
};

type Given = z.infer<z.ZodObject<typeof s3Variables>>;

export interface S3 {
  readonly endpoint: URL;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const needed = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** Half a configuration would leave documents in the database without a word. */
export function s3Faults(given: Given): string[] {
  const missing = needed.filter((name) => !given[name]);
  if (missing.length === 0 || missing.length === needed.length) return [];
  return [`Object storage needs ${missing.join(' and ')} as well, or no S3 variable at all.`];
}

export function readS3(given: Given): S3 | undefined {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = given;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined;
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
