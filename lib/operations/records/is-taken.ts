/** What says "do not take", or is no more than a plan or a proposal, stands with the prescriptions and is none to take. */
export const isTaken = ({ warnings }: { readonly warnings: readonly string[] }): boolean =>
  !warnings.includes('do_not_take') && !warnings.includes('not_an_order');
