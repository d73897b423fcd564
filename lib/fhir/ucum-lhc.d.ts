/** The package brings no types: these are the two calls that are used. */
declare module '@lhncbc/ucum-lhc' {
  interface UcumLhc {
    validateUnitString(code: string): { status: 'valid' | 'invalid' | 'error'; ucumCode: string | null };
    convertUnitTo(from: string, value: number, to: string): { status: 'succeeded' | 'failed' | 'error' };
  }
  export const UcumLhcUtils: { getInstance(): UcumLhc };
}
