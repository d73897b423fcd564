import { countPlaywrightTests, runPlaywright, runScript, runVitest } from './parts';
import { nothing, sum, type Tally } from './tally';
import { chromiumTool, oathTool, obtain, redisTool, type Tool } from './tools';

/** `npm test`: checks, unit, operations and row-level security on real PostgreSQL, whole starts, and a browser. */
const inCi = process.env.CI === 'true';
const missing: Tool[] = [];

function pathOf(tool: Tool): string | null {
  const path = obtain(tool);
  if (!path) missing.push(tool);
  return path;
}

const chromium = pathOf(chromiumTool);
const redis = pathOf(redisTool);
const oath = pathOf(oathTool);
const env = {
  ...(chromium && { CHROMIUM_PATH: chromium }),
  ...(redis && { REDIS_SERVER_PATH: redis }),
  ...(oath && { OATHTOOL_PATH: oath }),
};

const tallies: Tally[] = [
  ...['typecheck', 'lint', 'check:imports', 'check:unused', 'check:bans'].map(runScript),
  runVitest('unit', env),
  runVitest('database', env),
  runVitest('start', env),
  chromium ? runPlaywright(env) : { ...nothing, skipped: countPlaywrightTests() },
];

const total = sum(tallies);
if (inCi) {
  total.failed += total.skipped;
  total.skipped = 0;
}
console.log('');
for (const tool of missing) {
  console.log(`${inCi ? 'Failed' : 'Skipped'} what needs ${tool.name}. To run it: ${tool.advice}.`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
