import { loadTypescript } from './typescript.mjs';

await loadTypescript();
const { start } = await import('./start.ts');
await start({ dev: process.argv.includes('--dev') });
