// Plain JavaScript, so that an old Node can still read it and say the one sentence that helps.
import path from 'node:path';

/** Checks the Node that runs us, stands in the checkout and lets Node load TypeScript. Ends the process where it cannot. */
export async function loadTypescript() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`MediSecure needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
    process.exit(1);
  }

  process.chdir(path.resolve(import.meta.dirname, '../../..'));
  const { register } = await import('tsx/esm/api').catch(() => {
    process.stderr.write('The packages of MediSecure are missing: run "npm ci" first.\n');
    process.exit(1);
  });
  register();
}
