/** A browser without scripts: cookies of each host, and redirects one at a time. */
export class PlainBrowser {
  #jars = new Map<string, Map<string, string>>();

  /** One request; what comes back is not followed. */
  async get(address: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie && { cookie }) };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  }

  /** Goes from redirect to redirect, until one leads to where `arrived` says. */
  async follow(address: string, arrived: (url: URL) => boolean): Promise<string> {
    let url = new URL(address);
    for (let step = 0; step < 12; step += 1) {
      if (arrived(url)) return url.href;
      const response = await this.get(url.href);
      const location = response.headers.get('location');
      if (!location) throw new Error(`${url.pathname} answers ${response.status} and leads nowhere.`);
      url = new URL(location, url);
    }
    throw new Error('Too many redirects.');
  }

  has(name: string): boolean {
    return [...this.#jars.values()].some((jar) => jar.has(name));
  }

  /** The same browser at this moment, to go on from twice. */
  copy(): PlainBrowser {
    const copied = new PlainBrowser();
    copied.#jars = new Map([...this.#jars].map(([host, jar]) => [host, new Map(jar)]));
    return copied;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const gone = attributes.some((each) => /^\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(each));
  if (gone || value === '') jar.delete(name);
  else jar.set(name, value);
}
