import { AwsClient } from 'aws4fetch';
import { hashOf } from '#lib/crypto/sealed-file';
import type { S3 } from '#lib/platform/env/s3';
import { type ObjectStore, StoreFailed } from './object-store';

const timeoutMilliseconds = 30_000;

/**
 * S3 or whatever speaks its protocol: two calls of it, signed by Signature Version 4, with the hash of the body among
 * what is signed. Addresses are path-style, which all of them know.
 */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3): ObjectStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const addressOf = (name: string) =>
    new URL(`${endpoint.pathname.replace(/\/$/, '')}/${bucket}/${name}`, endpoint);
  const ask = async (name: string, init: RequestInit): Promise<Response> => {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    return client
      .fetch(addressOf(name).href, { ...init, signal, redirect: 'error' })
      .catch((error: unknown) => {
        throw new StoreFailed(error instanceof Error ? error.name : 'UNKNOWN');
      });
  };
  return {
    async put(name, bytes) {
      const sha256 = hashOf(bytes).toString('hex');
      const headers = { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 };
      const response = await ask(name, { method: 'PUT', headers, body: new Uint8Array(bytes) });
      await response.body?.cancel();
      if (!response.ok) throw new StoreFailed(String(response.status));
    },
    async get(name) {
      const response = await ask(name, { method: 'GET' });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      if (response.status === 404) return null;
      throw new StoreFailed(String(response.status));
    },
  };
}
