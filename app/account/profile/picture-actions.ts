'use server';
import { removePicture } from '#lib/operations/pictures/remove';
import { setPicture } from '#lib/operations/pictures/set';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { submitFile } from '#lib/transport/action-file';

export async function savePicture(_state: FormState, form: FormData): Promise<FormState> {
  return submitFile(setPicture, form, paths.account.profileDone('picture_set'));
}

export async function dropPicture(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removePicture, form, paths.account.profileDone('picture_removed'));
}
