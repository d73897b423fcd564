import { loadTypescript } from '../start/typescript.mjs';

await loadTypescript();
const { cli } = await import('./cli.ts');
await cli(process.argv.slice(2));
