import { createServer, type Server } from 'node:net';
import { OperatorError } from '#lib/platform/operator-error';

/**
 * Where to listen. `localhost` means ::1 to one browser and 127.0.0.1 to the next, so the demo takes both: someone
 * else's server on the other one would answer in our name.
 */
export function listenHosts(host: string): readonly string[] {
  return host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
}

/** @throws OperatorError when someone listens there already. Looked at before anything is touched. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  for (const each of listenHosts(host)) {
    const probe = createServer();
    await listen(probe, each, port);
    await new Promise((resolve) => probe.close(resolve));
  }
}

/** Listens, or says in one sentence why not. A machine without IPv6 simply has no ::1 (false). */
export function listen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (host === '::1' && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')) resolve(false);
      else reject(portError(error, host, port));
    });
    server.listen({ port, host, exclusive: true }, () => resolve(true));
  });
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use: stop what listens there, or choose another with PORT=3001 npm start.`,
    EACCES: `Port ${port} needs rights that this user does not have: choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is not an address of this machine: correct it or leave it out.`,
    ENOTFOUND: `HOST is ${host}, which is not an address of this machine: correct it or leave it out.`,
  };
  const sentence = sentences[error.code ?? ''];
  return sentence ? new OperatorError(sentence) : error;
}
