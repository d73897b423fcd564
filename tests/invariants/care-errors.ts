import { acceptCarerInvitation } from '#lib/operations/care-relationships/accept-invitation';
import { endCare } from '#lib/operations/care-relationships/end';
import { createPatient } from '../factories/care';
import { visitor } from '../factories/visitor';
import { invitationFor } from './care-inputs';
import type { ExampleClinic } from './example-clinic';
import type { ReadyRun } from './performers';

type Ready = ReadyRun & { readonly clinic: ExampleClinic };

/** What it takes to get the errors of sharing. */
export const careErrors = {
  /** They look after that record already. */
  'care-relationships.accept-invitation: conflict': async ({ clinic, chart, caller }: Ready) => {
    const other = await createPatient(clinic.clock, clinic.site);
    const theirs = { patient: other.id, owner: other.account };
    const token = async () => (await invitationFor(clinic.clock, theirs, chart.owner.email)).token;
    await visitor(clinic.clock, caller).call(acceptCarerInvitation, { token: await token() });
    return { token: await token() };
  },
  'care-relationships.change-end: conflict': async ({ clinic, caller, input }: Ready) => {
    await visitor(clinic.clock, caller).call(endCare, { id: (input as { id: string }).id });
    return input;
  },
};
