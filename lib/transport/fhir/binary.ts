import { asDownload } from '../file-answer';
import type { WireResponse } from '../wire';
import type { Asked } from './asked';
import { wishesFhir } from './media-type';
import { fhirAnswer } from './outcome';

type File = Parameters<typeof asDownload>[0];

/** R4, "Binary": the resource where FHIR is asked for, else the file itself, to be saved and not shown. */
export function binary({ request, query, params }: Asked, file: File): WireResponse {
  const { content, headers } = asDownload(file);
  if (!wishesFhir(request, query.find(([name]) => name === '_format')?.[1] ?? null))
    return {
      status: 200,
      headers: { ...headers, 'content-security-policy': "sandbox; default-src 'none'" },
      body: content,
    };
  const data = Buffer.from(content).toString('base64');
  return fhirAnswer(200, { resourceType: 'Binary', id: params.id, contentType: file.media_type, data });
}
