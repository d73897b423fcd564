'use server';
import { archiveRoom } from '#lib/operations/rooms/archive';
import { createRoom } from '#lib/operations/rooms/create';
import { updateRoom } from '#lib/operations/rooms/update';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function addRoom(
  clinicId: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(createRoom, form, paths.admin.rooms({ site, done: 'added' }), { clinic_id: clinicId });
}

export async function renameRoom(
  id: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(updateRoom, form, paths.admin.rooms({ site, done: 'saved' }), { id });
}

export async function putAwayRoom(
  id: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(archiveRoom, form, paths.admin.rooms({ site, done: 'archived' }), { id });
}
