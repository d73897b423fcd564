import { z } from 'zod';
import { documentCategoryNames } from '#lib/domain/document-categories';
import { freeText } from '#lib/domain/free-text';
import { fhirDateInput } from '#lib/fhir/date-input';
import { fileBytes } from './file-bytes';

/** What somebody says of a document that they add, and the file itself. */
export const documentInput = {
  title: freeText(200).refine((text) => text.trim() !== '', { error: 'required' }),
  category: z.enum(documentCategoryNames).default('other'),
  /** When it was written or taken, as far as that is known. */
  occurred_at: fhirDateInput.optional(),
  file_name: freeText(255).optional(),
  content: fileBytes,
};

export type DocumentInput = z.output<z.ZodObject<typeof documentInput>>;
