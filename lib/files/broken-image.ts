/** An image whose parts do not fit together: nothing can be taken out of it safely. */
export class BrokenImage extends Error {
  override readonly name = 'BrokenImage';
}
