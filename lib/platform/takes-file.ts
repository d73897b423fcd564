/** The pages with a form that takes a file: only to these does the front server let one through. */
export const takesFile = (path: string): boolean =>
  /^\/(?:patient\/documents|doctor\/patients\/[^/]+\/documents|(?:doctor|admin)\/imports|account\/profile)$/.test(
    path,
  );
