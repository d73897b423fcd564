interface Stated {
  readonly status: string;
}

/** A result that was cancelled, or entered in error, has no value that counts, whatever stands in it. */
export const valueCounts = ({ status }: Stated): boolean =>
  status !== 'cancelled' && status !== 'entered-in-error';
