import { createServer, type Socket } from 'node:net';

export interface ClamdServer {
  config: { host: string; port: number };
  /** The files that were handed over. */
  scanned: Buffer[];
  /** What it answers instead of looking. */
  failure: 'silence' | string | null;
  close(): Promise<void>;
}

/** The test file of the European Institute for Computer Antivirus Research, put together so that this one is none. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Speaks the one command of clamd(8) that is needed: zINSTREAM. What holds the test file of EICAR is infected. */
export async function openClamdServer(): Promise<ClamdServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const file = fileIn(received);
      if (file) answer(socket, clamd, file);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const clamd: ClamdServer = {
    config: { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 },
    scanned: [],
    failure: null,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return clamd;
}

const command = Buffer.from('zINSTREAM\0');

/** The whole file, once its end has arrived. */
function fileIn(received: Buffer): Buffer | null {
  if (!received.subarray(0, command.byteLength).equals(command)) return null;
  const chunks: Buffer[] = [];
  for (let at = command.byteLength; at + 4 <= received.byteLength; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

function answer(socket: Socket, clamd: ClamdServer, file: Buffer): void {
  clamd.scanned.push(file);
  if (clamd.failure === 'silence') return void socket.destroy();
  const found = file.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';
  socket.end(`${clamd.failure ?? found}\0`);
}
