import { spawnSync } from 'node:child_process';
import { sourceFiles } from './source-files';

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/**
 * `npm run check:imports`: the import directions of tests/config/dependency-cruiser.cjs. Fails as well when the tool saw
 * fewer modules than the tree has: without a TypeScript that it can read it sees none and finds nothing wrong.
 */
const cruised = ['app', 'components', 'db', 'lib', 'middleware.ts', 'instrumentation.ts', 'next.config.ts'];
const args = ['--config', 'tests/config/dependency-cruiser.cjs', '--output-type', 'json', ...cruised];
const { stdout, stderr } = spawnSync('node_modules/.bin/depcruise', args, {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (stderr) console.error(stderr);
const { modules, summary } = JSON.parse(stdout) as Cruise;

const seen = new Set(modules.map(({ source }) => source));
const unseen = sourceFiles()
  .map(({ path }) => path)
  .filter((path) => cruised.some((each) => path === each || path.startsWith(`${each}/`)) && !seen.has(path));

for (const { from, to, rule } of summary.violations) console.log(`${from} → ${to}: ${rule.name}`);
for (const path of unseen) console.log(`${path} was not seen`);
const breaches = summary.violations.length + unseen.length;
console.log(
  breaches === 0 ? `${seen.size} modules keep their directions.` : `${breaches} imports are out of order.`,
);
process.exitCode = breaches === 0 ? 0 : 1;
