import { largestArchiveBytes, mostArchiveFiles } from '#lib/archive/manifest';
import { isOperationError } from '#lib/errors/operation-error';
import type { openDocument } from '#lib/operations/documents/open';
import type { RecordView } from '#lib/operations/records/record-view';
import type { ArchiveFile } from './build-archive';

type OpenedDocument = NonNullable<NonNullable<(typeof openDocument)['types']>['output']>;

/** Which document of the record a file is, or why it has none here. */
interface Told {
  readonly document: string;
  readonly title: string;
  readonly file_name: string | null;
  readonly path: string | null;
  /** `withheld`: as everywhere, nobody opens it now. `absent`: it was never here. `no_room`: to be saved by itself. */
  readonly left_out: 'withheld' | 'absent' | 'no_room' | null;
}

export interface Room {
  readonly bytes: number;
  readonly files: number;
}

/** What the rest of an archive needs stays free. */
const wholeRoom: Room = {
  bytes: largestArchiveBytes * 0.75,
  files: mostArchiveFiles - 100,
};

/**
 * The files of a record's documents, one after the other, each opened as its reader would open it when it is asked for;
 * then a list that says which is which, and what is missing and why.
 */
export async function* recordDocuments(
  records: readonly RecordView[],
  open: (id: string) => Promise<OpenedDocument>,
  { bytes, files }: Room = wholeRoom,
): AsyncGenerator<ArchiveFile, void> {
  const documents = records.filter(({ record_type }) => record_type === 'document');
  const told: Told[] = [];
  let [used, count] = [0, 0];
  for (const { id, title } of documents) {
    const hasRoom = used < bytes && count < files;
    const found = hasRoom ? await opened(open, id) : 'no_room';
    if (typeof found === 'string') {
      told.push({
        document: id,
        title,
        file_name: null,
        path: null,
        left_out: found,
      });
      continue;
    }
    const path = `documents/${id}${endingOf(found.name)}`;
    told.push({
      document: id,
      title,
      file_name: found.name,
      path,
      left_out: null,
    });
    [used, count] = [used + found.content.byteLength, count + 1];
    yield { path, bytes: new Uint8Array(found.content) };
  }
  if (told.length > 0) yield { path: 'documents.json', bytes: listOf(told) };
}

/** A name under which a file is saved ends as what the file is. */
const endingOf = (name: string) => name.slice(name.lastIndexOf('.')).toLowerCase();

const listOf = (told: readonly Told[]) => new TextEncoder().encode(`${JSON.stringify(told, undefined, 2)}\n`);

async function opened(open: (id: string) => Promise<OpenedDocument>, id: string) {
  try {
    return await open(id);
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    if (thrown.code === 'file_withheld') return 'withheld';
    if (thrown.code === 'not_found') return 'absent';
    throw thrown;
  }
}
