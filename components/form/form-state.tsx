import type { FormState } from '#lib/transport/form-state';

export type { FieldError, FormAction, FormState } from '#lib/transport/form-state';

export const idleForm: FormState = { status: 'idle' };
