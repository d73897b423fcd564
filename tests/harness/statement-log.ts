import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface StatementLog {
  /** The database of the given address, through here. */
  readonly url: string;
  /** What was sent since the last time, in words without values: each statement as often as it ran. */
  take(): string[];
  close(): Promise<void>;
}

/**
 * Stands between the product and PostgreSQL and reads along (PostgreSQL documentation, "Message Formats"): so it sees each
 * statement as it is sent, be it prepared or not.
 */
export async function logStatements(databaseUrl: string): Promise<StatementLog> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let seen: string[] = [];
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const read = frontendReader((statement) => seen.push(statement));
    client.on('data', read);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Of one connection: Parse gives a name to a text, Bind runs what a name stands for, Query is text alone. */
function frontendReader(onStatement: (text: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let begun = false;
  const texts = new Map<string, string>();
  const handle = (type: string, body: Buffer) => {
    const [first = '', second = ''] = body.toString('latin1').split('\0', 2);
    if (type === 'P') texts.set(first, second);
    if (type === 'Q') onStatement(words(first));
    if (type === 'B') onStatement(words(texts.get(second) ?? ''));
  };
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message of a connection has a length and no type.
      const at = begun ? 1 : 0;
      if (rest.length < at + 4) return;
      const length = at + rest.readUInt32BE(at);
      if (rest.length < length) return;
      if (begun) handle(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, length));
      begun = true;
      rest = rest.subarray(length);
    }
  };
}

const words = (text: string) =>
  text
    .replace(/'[^']*'/g, "'…'")
    .replace(/\s+/g, ' ')
    .trim();
