export interface SecurityHeaderOptions {
  /** The page's nonce. Without one the answer is data, not a page: nothing in it may run, style or frame. */
  nonce?: string;
  /** `'sha256-…'` of each style attribute that the component library writes into server HTML. */
  styleAttributeHashes?: readonly string[];
  /** Served over TLS: sub-resources are upgraded too. */
  secure: boolean;
  /** `next dev` evaluates code and injects styles; its policy is looser, the built product's never. */
  dev?: boolean;
}

type Policy = Record<string, readonly string[]>;

const lockedDown: Policy = {
  'default-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const dataPolicy: Policy = {
  ...lockedDown,
  'script-src': ["'none'"],
  'style-src': ["'none'"],
  'form-action': ["'none'"],
};

function pagePolicy(
  nonce: string,
  { styleAttributeHashes = [], secure, dev }: SecurityHeaderOptions,
): Policy {
  const own = ["'self'", `'nonce-${nonce}'`];
  return {
    ...lockedDown,
    'script-src': [...own, "'strict-dynamic'", ...(dev ? ["'unsafe-eval'"] : [])],
    'style-src': dev ? ["'self'", "'unsafe-inline'"] : own,
    ...(dev ? {} : { 'style-src-attr': styleAttributes(styleAttributeHashes) }),
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(dev ? ['ws:'] : [])],
    'form-action': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
  };
}

const styleAttributes = (hashes: readonly string[]) =>
  hashes.length === 0 ? ["'none'"] : ["'unsafe-hashes'", ...hashes];

const serialise = (policy: Policy) =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

/**
 * The headers of every response, pages and API alike. The first seven are the specification's literals;
 * `X-XSS-Protection` is obsolete and no current browser acts on it.
 */
export function securityHeaders(options: SecurityHeaderOptions): Record<string, string> {
  const policy = options.nonce ? pagePolicy(options.nonce, options) : dataPolicy;
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-xss-protection': '1; mode=block',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'content-security-policy': serialise(policy),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'geolocation=(), microphone=(), camera=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
