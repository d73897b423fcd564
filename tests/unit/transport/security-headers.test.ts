import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#lib/transport/security-headers';
import { allowedStyleAttributes } from '#lib/transport/style-attributes';

const policyOf = (options: Parameters<typeof securityHeaders>[0]) =>
  securityHeaders(options)['content-security-policy'] ?? '';

describe('securityHeaders', () => {
  it('gives every answer the seven literal headers', () => {
    for (const options of [{ secure: false }, { secure: true, nonce: 'n' }]) {
      expect(securityHeaders(options)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-xss-protection': '1; mode=block',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'permissions-policy': 'geolocation=(), microphone=(), camera=()',
      });
      expect(policyOf(options)).toMatch(/^default-src 'self'; /);
    }
  });

  it('never allows inline or evaluated code on a page, and no style attribute but the listed ones', () => {
    const policy = policyOf({ secure: true, nonce: 'abc', styleAttributeHashes: ["'sha256-x'"] });
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).toContain("style-src-attr 'unsafe-hashes' 'sha256-x'");
    expect(policyOf({ secure: true, nonce: 'abc' })).toContain("style-src-attr 'none'");
  });

  it('runs nothing in an answer that is data', () => {
    expect(policyOf({ secure: true })).toContain("script-src 'none'");
  });
});

it('lists the style attributes of the pinned component library', () => {
  // The hashes that a browser admitted with react-aria-components 1.22.1: a new version may write other strings.
  const hashes = allowedStyleAttributes.map((text) => createHash('sha256').update(text).digest('base64'));
  expect(hashes).toEqual([
    'OPvH+zTsq+vvwlH2fikB1Fveiha+jXy32l3j4fYaEpA=',
    'nlaag70CeJ4ApAK6zDhDoc67sPQgJmu/ZcrF3ZRA718=',
    'hJ78XysmC8+yKD8GyyhebrEz/YhXS2S5hjsPgxZfCaU=',
    'FQP/R6wpXIh0lJil6G/1gqd2diz17gAipn/grrDPGIw=',
    '8OwrgBLJzDmN33BxF2S5Mas+HlBInED24RnP+lwfDws=',
  ]);
});
