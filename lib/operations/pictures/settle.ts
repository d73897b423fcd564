import type { Tx } from '#db/client';
import { deleteOwnPicture, findOwnPicture } from '#db/queries/profile-pictures';
import { invalidField } from '#lib/errors/operation-error';
import { pictureAddress } from './picture-address';

/**
 * A profile may be sent back as it was read, or without its picture. No address of anybody else is taken: no browser of
 * ours is sent there, and the server asks none.
 * @throws OperationError `validation_failed`
 */
export async function settlePicture(tx: Tx, address: string | null | undefined): Promise<void> {
  if (address === undefined) return;
  if (address === null) return deleteOwnPicture(tx);
  const own = await findOwnPicture(tx);
  if (own && address === pictureAddress(own)) return;
  throw invalidField('profile_picture_url', 'not_own_picture', 'Upload a picture instead');
}
