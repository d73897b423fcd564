import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clamdScanner } from '#lib/storage/clamd-scanner';
import { s3Store } from '#lib/storage/s3-store';
import { type ClamdServer, eicar, openClamdServer } from '../../harness/clamd-server';
import { openS3Server, type S3Server } from '../../harness/s3-server';

let s3: S3Server;
let clamd: ClamdServer;
beforeAll(async () => {
  [s3, clamd] = [await openS3Server(), await openClamdServer()];
});
beforeEach(() => {
  s3.failure = null;
  clamd.failure = null;
});
afterAll(async () => {
  await s3.close();
  await clamd.close();
});

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256));

describe('the object store', () => {
  it('gives back what it was given, signed in every byte', async () => {
    const store = s3Store(s3.config);
    await store.put('blobs/one', bytes);
    expect(Buffer.from((await store.get('blobs/one')) ?? [])).toEqual(bytes);
    expect([...s3.objects.keys()]).toEqual(['/documents/blobs/one']);
    expect(await store.get('blobs/none')).toBeNull();
  });

  it('is refused with another secret, another region or another key', async () => {
    for (const wrong of [{ secretAccessKey: 'other' }, { region: 'us-east-1' }, { accessKeyId: 'OTHER' }]) {
      const store = s3Store({ ...s3.config, ...wrong });
      await expect(store.put('blobs/two', bytes)).rejects.toMatchObject({ name: 'StoreFailed', code: '403' });
    }
    expect([...s3.objects.keys()]).toEqual(['/documents/blobs/one']);
  });

  it('tells a failure from an absence', async () => {
    const store = s3Store(s3.config);
    s3.failure = 503;
    await expect(store.get('blobs/one')).rejects.toMatchObject({ code: '503' });
    s3.failure = 'silence';
    await expect(store.get('blobs/one')).rejects.toMatchObject({ name: 'StoreFailed' });
  }, 20_000);
});

describe('the scanner', () => {
  it('hands the whole file over and tells what was found', async () => {
    const scanner = clamdScanner(clamd.config);
    expect(await scanner.scan(bytes)).toBe('clean');
    expect(clamd.scanned.at(-1)).toEqual(bytes);
    const infected = Buffer.concat([bytes, Buffer.from(eicar)]);
    expect(await scanner.scan(infected)).toBe('infected');
  });

  it('takes no failure for a clean file', async () => {
    const scanner = clamdScanner(clamd.config);
    for (const failure of [
      'INSTREAM size limit exceeded. ERROR',
      'stream: lstat() failed ERROR',
      'silence',
      'OK',
    ]) {
      clamd.failure = failure;
      await expect(scanner.scan(bytes)).rejects.toMatchObject({ name: 'ScanFailed' });
    }
    await expect(clamdScanner({ host: '127.0.0.1', port: 1 }).scan(bytes)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await expect(clamdScanner({ path: '/nowhere/clamd.sock' }).scan(bytes)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
