export interface Deployment {
  /** The demo clinic: synthetic people, `/demo/*` pages, loopback only. */
  readonly demo: boolean;
  /** People reach the product over TLS. */
  readonly secure: boolean;
  /** `next dev`: a looser content policy. A build never is. */
  readonly dev: boolean;
  /** Opens the portal's cookie. Null: no cookie opens and everybody is signed out. */
  readonly portalSecret: string | null;
}

/** What pages and the middleware must know about where they run: the start has put it into the environment. */
export function deployment(): Deployment {
  const { MEDISECURE_MODE, DATABASE_URL, PUBLIC_URL, NODE_ENV, NEXTAUTH_SECRET } = process.env;
  return {
    demo: MEDISECURE_MODE ? MEDISECURE_MODE === 'demo' : !DATABASE_URL,
    secure: PUBLIC_URL?.startsWith('https://') ?? false,
    dev: NODE_ENV === 'development',
    portalSecret: NEXTAUTH_SECRET || null,
  };
}
