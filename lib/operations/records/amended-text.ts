import { OperationError } from '#lib/errors/operation-error';
import { recordContent, type WritableRecordType } from '#lib/fhir/content';
import type { Lifetime } from '#lib/fhir/lifetime';
import { amendResource, fromResource } from '#lib/fhir/resource';
import { fieldErrors } from '../kernel/field-errors';
import { refuseImpossibleDates } from './impossible-dates';
import { refuseUnfitUnit } from './unfit-units';

interface Measured {
  readonly text?: unknown;
  readonly unit?: unknown;
}

const isWritable = (type: string): type is WritableRecordType => Object.hasOwn(recordContent, type);

/** A unit that stays as it was received is not held against how units are written today. */
function parse(type: WritableRecordType, content: Measured, received: string | undefined) {
  const schema = recordContent[type];
  if (received === undefined || content.unit !== received) return schema.safeParse(content);
  const parsed = schema.safeParse({ ...content, unit: '1' });
  return parsed.success ? { ...parsed, data: { ...parsed.data, unit: received } } : parsed;
}

/**
 * The resource with another content. Only the stored record knows which type of content it takes, so its fields are
 * checked here.
 * @throws OperationError `validation_failed` with every broken field, `conflict` for a type that is only imported
 */
export function amendedText(
  current: string,
  recordType: string,
  content: Measured,
  lifetime: Lifetime,
): string {
  if (!isWritable(recordType)) throw new OperationError('conflict');
  const before: { readonly text: string; readonly unit?: string | undefined } = fromResource(
    current,
    'UTC',
  ).content;
  const parsed = parse(recordType, content, before.unit);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error.issues).map(({ path, ...rule }) => ({
      path: path ? `content.${path}` : 'content',
      ...rule,
    }));
    throw new OperationError('validation_failed', { errors });
  }
  refuseImpossibleDates({ content: parsed.data }, lifetime);
  refuseUnfitUnit(parsed.data, before);
  return amendResource(current, recordType, parsed.data as never, { recorded_at: lifetime.now });
}
