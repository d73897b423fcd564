/** The resource may not become what was asked for: it is entered in error already, of another type, or not understood. */
export class ImpossibleMove extends Error {
  override readonly name = 'ImpossibleMove';
}
