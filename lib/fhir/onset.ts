import { clearChoice, put } from './edit';
import { string } from './json';
import type { Part } from './part';

/** When it began, as a date. Any other form of `onset[x]` is not shown, and stays until a date takes its place. */
export const onsetPart: Part<{ readonly onset?: string | undefined }> = {
  keys: ['onset'],
  read: (tree) => ({ onset: string(tree.onsetDateTime) }),
  write(tree, content) {
    clearChoice(tree, 'onset', 'onsetDateTime');
    put(tree, 'onsetDateTime', content.onset);
  },
};
