'use server';
import { decideRefill } from '#lib/operations/refills/decide';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function decide(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const done = ({ status }: { status: string }) =>
    paths.doctor.requestsDone(status === 'approved' ? 'approved' : 'denied');
  return submit(decideRefill, form, done, { id });
}
