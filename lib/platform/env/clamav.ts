import { z } from 'zod';

/** Who looks at what is uploaded. What is handed over is the file as it is, so it should not go over a foreign network. */
export const clamAvVariables = {
  CLAMAV_HOST: z
    .string()
    .regex(
      /^(?:\/\S+|[A-Za-z0-9.:-]+)$/,
      'CLAMAV_HOST must be a host name, an address, or the path of a socket.',
    )
    .optional(),
  CLAMAV_PORT: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'CLAMAV_PORT must be a number from 1 to 65535.')
    .default('3310')
    .transform(Number)
    .refine((port) => port <= 65535, 'CLAMAV_PORT must be a number from 1 to 65535.'),
};

type Given = z.infer<z.ZodObject<typeof clamAvVariables>>;

/** As `node:net` connects to it. */
export type ClamAv = { readonly path: string } | { readonly host: string; readonly port: number };

export function readClamAv({ CLAMAV_HOST: host, CLAMAV_PORT: port }: Given): ClamAv | undefined {
  if (!host) return undefined;
  return host.startsWith('/') ? { path: host } : { host, port };
}
