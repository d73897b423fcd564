/** The part of autocannon 9 that the measurements use; the package has no types of its own. */
declare module 'autocannon' {
  interface Request {
    method?: 'GET';
    path: string;
    headers: Readonly<Record<string, string>>;
  }

  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    requests: readonly Request[];
  }

  interface Result {
    requests: { total: number };
    /** Seconds that the run took. */
    duration: number;
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    '2xx': number;
    non2xx: number;
    errors: number;
    timeouts: number;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
