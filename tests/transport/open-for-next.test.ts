import { expect, it } from 'vitest';
import { openForNext } from '#lib/transport/start/open-for-next';

it('does not open the demo behind Next alone, which would serve it to any network', async () => {
  await expect(openForNext()).rejects.toThrow('The demo starts with "npm start"');
});
