import type { FormState } from '#lib/transport/form-state';

export type { FormAction, FormDraft, FormState } from '#lib/transport/form-state';

export const idleForm: FormState = { status: 'idle' };
