import { OperationError } from '#lib/errors/operation-error';
import { recordContent, type WritableRecordType } from '#lib/fhir/content';
import type { Lifetime } from '#lib/fhir/lifetime';
import { amendResource } from '#lib/fhir/resource';
import { fieldErrors } from '../kernel/field-errors';
import { refuseImpossibleDates } from './impossible-dates';

const isWritable = (type: string): type is WritableRecordType => Object.hasOwn(recordContent, type);

/**
 * The resource with another content. Only the stored record knows which type of content it takes, so its fields are
 * checked here.
 * @throws OperationError `validation_failed` with every broken field, `conflict` for a type that is only imported
 */
export function amendedText(
  current: string,
  recordType: string,
  content: object,
  lifetime: Lifetime,
): string {
  if (!isWritable(recordType)) throw new OperationError('conflict');
  const parsed = recordContent[recordType].safeParse(content);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error.issues).map(({ path, ...rule }) => ({
      path: path ? `content.${path}` : 'content',
      ...rule,
    }));
    throw new OperationError('validation_failed', { errors });
  }
  refuseImpossibleDates({ content: parsed.data }, lifetime);
  return amendResource(current, recordType, parsed.data as never, { recorded_at: lifetime.now });
}
