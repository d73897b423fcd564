import { plainMedicine } from '#components/records/plain-medicine';
import type { AnyRequest } from './request';

/** What a request is about, as a label prints it. */
export const requestTitle = ({ record_type, record_title }: AnyRequest): string =>
  record_type === 'prescription' ? plainMedicine(record_title) : record_title;
