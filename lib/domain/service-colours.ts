/** By which visits of a kind are told apart in a diary, beside their names. */
export const serviceColours = ['green', 'blue', 'violet', 'amber', 'rose', 'slate'] as const;
