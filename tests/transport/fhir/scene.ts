import { createRecord } from '#lib/operations/records/create';
import { systemClock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { ask, type Reply, tokenOf } from '../../harness/ask';
import { openClinic, type TestClinic } from '../../harness/clinic';

export type Who = 'doctor' | 'stranger' | 'patient' | 'other' | 'admin';

/** A patient, whom a doctor treats; another one, whom nobody does; and an admin. */
export interface FhirScene extends TestClinic {
  readonly doctor: DoctorPerson;
  readonly patient: PatientPerson;
  readonly other: PatientPerson;
  /** A record in the patient's chart, written by the doctor. */
  write(wish: object): Promise<string>;
  get(path: string, as: Who | null, headers?: Record<string, string>): Promise<Reply>;
  send(method: string, path: string, as: Who): Promise<Reply>;
  /** Asks as somebody whom the patient lets look after so much. */
  carer(scope: string): Promise<(path: string) => Promise<Reply>>;
  /** Asks as a doctor whom the patient's own has consulted. */
  consulted(): Promise<(path: string) => Promise<Reply>>;
}

export async function openFhirScene(): Promise<FhirScene> {
  const clinic = await openClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  const site = await createSite(clinic.clock);
  const [doctor, stranger] = [await createDoctor(clinic.clock, site), await createDoctor(clinic.clock, site)];
  const patient = await createPatient(clinic.clock, site);
  const other = await createPatient(clinic.clock, site, 'Gus Dicki');
  await relate(clinic.clock, patient, doctor);
  const people = { doctor, stranger, patient, other, admin: await createAdmin(clinic.clock) };
  const tokens = {} as Record<Who, string>;
  for (const who of Object.keys(people) as Who[])
    tokens[who] = await tokenOf(clinic.clock, people[who].caller as never);
  const send = (method: string, path: string, as: Who | null, headers: Record<string, string> = {}) =>
    ask(method, path.startsWith('http') ? path.replace('http://localhost:3000', '') : `/fhir/R4${path}`, {
      headers,
      ...(as && { token: tokens[as] }),
    });
  return {
    ...clinic,
    ...{ doctor, patient, other },
    write: async (wish) => {
      const written = await doctor.call(createRecord, { patient_id: patient.id, ...wish } as never);
      return (written as { id: string }).id;
    },
    async carer(scope) {
      const carer = await createPatient(clinic.clock, site, 'Rosa Vargas');
      await asRole(
        clinic.database.superuserUrl,
        (sql) => sql`
          insert into care_relationships (id, patient_id, user_id, kind, scope, valid_from, created_at)
          values (${newId('care_relationships')}, ${patient.id}, ${carer.account.id}, 'carer', ${scope},
                  ${clinic.clock.now().toString()}, ${clinic.clock.now().toString()})`,
      );
      const token = await tokenOf(clinic.clock, carer.caller as never);
      return (path) => ask('GET', `/fhir/R4${path}`, { token });
    },
    async consulted() {
      const colleague = await createDoctor(clinic.clock, site);
      await relate(clinic.clock, patient, colleague, 'consulting');
      const token = await tokenOf(clinic.clock, colleague.caller as never);
      return (path) => ask('GET', `/fhir/R4${path}`, { token });
    },
    get: (path, as, headers) => send('GET', path, as, headers),
    send,
  };
}

export interface BundleEntry {
  readonly fullUrl: string;
  readonly resource: { readonly resourceType: string; readonly id: string } & Record<string, unknown>;
  readonly search?: { readonly mode: string };
}

export const entriesOf = ({ json }: Pick<Reply, 'json'>) => (json.entry ?? []) as BundleEntry[];

export const idsIn = (reply: Pick<Reply, 'json'>, mode = 'match') =>
  entriesOf(reply)
    .filter(({ search }) => search?.mode === mode)
    .map(({ resource }) => resource.id);

export const linkOf = ({ json }: Pick<Reply, 'json'>, relation: string) =>
  (json.link as { relation: string; url: string }[]).find((link) => link.relation === relation)?.url;

/** The first refusal of an OperationOutcome: its code and the parameter that it is about. */
export function refusalOf({ status, json }: Reply) {
  const [issue] = json.issue as { details: { coding: { code: string }[] }; expression?: string[] }[];
  return [status, issue?.details.coding[0]?.code, issue?.expression?.[0]];
}
