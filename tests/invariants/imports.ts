import { spawnSync } from 'node:child_process';
import { sourceFiles } from './source-files';

/**
 * `npm run check:imports`: the import directions of tests/config/dependency-cruiser.cjs. Fails as well when the tool saw
 * fewer modules than the tree has: without a TypeScript that it can read it sees none and finds nothing wrong.
 */
const cruised = ['app', 'components', 'db', 'lib', 'middleware.ts', 'instrumentation.ts', 'next.config.ts'];
const { stdout, status } = spawnSync(
  'node_modules/.bin/depcruise',
  ['--config', 'tests/config/dependency-cruiser.cjs', ...cruised],
  { encoding: 'utf8' },
);
console.log(stdout.trim());

const seen = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
const own = sourceFiles().filter((file) =>
  cruised.some((each) => file.path === each || file.path.startsWith(`${each}/`)),
);
if (seen < own.length) console.log(`Only ${seen} modules were cruised, and the tree has ${own.length}.`);
process.exitCode = status === 0 && seen >= own.length ? 0 : 1;
