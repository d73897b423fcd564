import { createServer, type Socket } from 'node:net';

export interface ReceivedMail {
  from: string;
  recipients: string[];
  /** Header names in lower case, lines unfolded. */
  headers: Readonly<Record<string, string>>;
  /** The whole message as it came over the wire. */
  raw: string;
}

export interface SmtpSink {
  url: string;
  received: ReceivedMail[];
  /** What the server answers to RCPT TO; 250 by default. */
  rcptAnswer: string;
  close(): Promise<void>;
}

/** A mail server that accepts everything and keeps it (RFC 5321, as much as a client needs). */
export async function openSmtpSink(): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}));
    converse(socket, sink);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    rcptAnswer: '250 ok',
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return sink;
}

function converse(socket: Socket, sink: SmtpSink): void {
  let buffer = '';
  let mail = { from: '', recipients: [] as string[] };
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);

  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    const angle = /<(.*?)>/.exec(line)?.[1] ?? '';
    if (verb === 'EHLO') say('250-sink\r\n250 SMTPUTF8');
    else if (verb === 'MAIL') {
      mail = { from: angle, recipients: [] };
      say('250 ok');
    } else if (verb === 'RCPT') {
      if (sink.rcptAnswer.startsWith('2')) mail.recipients.push(angle);
      say(sink.rcptAnswer);
    } else if (verb === 'DATA') {
      inData = true;
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };

  /** One command line, or one whole message; false while there is not enough yet. */
  const next = (): boolean => {
    const mark = inData ? '\r\n.\r\n' : '\r\n';
    const end = buffer.indexOf(mark);
    if (end < 0) return false;
    const piece = buffer.slice(0, end);
    buffer = buffer.slice(end + mark.length);
    if (!inData) command(piece);
    else {
      inData = false;
      sink.received.push({ ...mail, raw: piece, headers: headersOf(piece) });
      say('250 kept');
    }
    return true;
  };

  say('220 sink');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    buffer += chunk;
    while (next()) {}
  });
}

function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return Object.fromEntries(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
