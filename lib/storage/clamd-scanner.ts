import { createConnection, type Socket } from 'node:net';
import type { ClamAv } from '#lib/platform/env/clamav';
import { type MalwareScanner, ScanFailed } from './malware-scanner';

const timeoutMilliseconds = 60_000;
const chunkBytes = 64 * 1024;
const longestReply = 4096;

/**
 * ClamAV's daemon by its own protocol (clamd(8), INSTREAM): the file in chunks with their lengths before them, nothing on
 * a disk, and one line back. Its command needs no library.
 */
export function clamdScanner(place: ClamAv): MalwareScanner {
  return {
    async scan(bytes) {
      const reply = await converse(place, bytes);
      if (reply === 'stream: OK') return 'clean';
      if (/^stream: .+ FOUND$/.test(reply)) return 'infected';
      throw new ScanFailed(/size limit exceeded/i.test(reply) ? 'SIZE_LIMIT' : 'REFUSED');
    },
  };
}

function converse(place: ClamAv, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(place);
    let reply = '';
    const fail = (code: string) => {
      socket.destroy();
      reject(new ScanFailed(code));
    };
    socket.setTimeout(timeoutMilliseconds, () => fail('TIMEOUT'));
    socket.once('error', (error: Error & { code?: string }) => fail(error.code ?? 'CONNECTION'));
    socket.once('connect', () => send(socket, bytes));
    socket.on('data', (chunk) => {
      reply += chunk.toString('latin1');
      if (reply.length > longestReply) fail('REFUSED');
    });
    socket.once('close', () => (reply === '' ? fail('NO_REPLY') : resolve(reply.replace(/\0.*$/s, ''))));
  });
}

/** `z` ends the command, and the reply, with a zero byte; an empty chunk ends the file. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    socket.write(lengthOf(chunk));
    socket.write(chunk);
  }
  socket.write(lengthOf(new Uint8Array()));
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.byteLength);
  return length;
}
