import { uploadDocument } from '#lib/operations/documents/upload';
import { examplePicture, setPicture } from '#lib/operations/pictures/set';
import { getRecord } from '#lib/operations/records/get';
import type { Clock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import { setOutside } from '#lib/storage/stores';
import { signIn } from '../factories/account';
import { type Visitor, visitor } from '../factories/visitor';
import type { ExampleChart } from './example-chart';

const writer = async (clock: Clock, { writer: account }: ExampleChart): Promise<Visitor> =>
  visitor(clock, await signIn(clock, account));

async function upload(doctor: Visitor, { patient }: ExampleChart): Promise<string> {
  const content = Buffer.from('Seen today, all is well.\n');
  const said = { title: 'Letter from the eye clinic', category: 'letter', file_name: 'letter.txt' } as const;
  const { id } = await doctor.call(uploadDocument, { patient_id: patient, ...said, content });
  return id;
}

/** A document of the chart, which its doctor has added. */
export const aDocument = async (clock: Clock, chart: ExampleChart) =>
  upload(await writer(clock, chart), chart);

/** One whose file waits for the scanner. */
export async function aWaitingFile(clock: Clock, chart: ExampleChart) {
  const doctor = await writer(clock, chart);
  setOutside({ scanner: { scan: async () => 'clean' }, objects: null });
  const id = await upload(doctor, chart);
  setOutside(null);
  const { content } = await doctor.call(getRecord, { id });
  return { document: id, blob: (content as { blob_id?: string }).blob_id ?? '' };
}

/** The portrait of whoever owns the chart; of nobody where they have closed their account. */
export async function aPicture(clock: Clock, { owner }: ExampleChart): Promise<string> {
  const person = visitor(clock, await signIn(clock, owner));
  const made = await person.call(setPicture, { content: examplePicture }).catch(() => null);
  return made?.id ?? newId('profile_pictures');
}
