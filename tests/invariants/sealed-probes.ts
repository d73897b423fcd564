import type { SealedColumn } from '#lib/crypto/columns';
import { decideAmendment } from '#lib/operations/amendment-requests/decide';
import { disagreeWithAmendment } from '#lib/operations/amendment-requests/disagree';
import { getAmendmentRequest } from '#lib/operations/amendment-requests/get';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { getAppointment } from '#lib/operations/appointments/get';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { getApproval } from '#lib/operations/approvals/get';
import { refresh } from '#lib/operations/auth/refresh';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { inviteCarer } from '#lib/operations/care-relationships/invite-carer';
import { listOwnCare } from '#lib/operations/care-relationships/list';
import type { Operation } from '#lib/operations/define';
import { listDemoOutbox } from '#lib/operations/demo-outbox/list';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { openDocument } from '#lib/operations/documents/open';
import { getDraft } from '#lib/operations/drafts/get';
import { saveDraft } from '#lib/operations/drafts/save';
import { readExportFile } from '#lib/operations/exports/read-file';
import { listFactors } from '#lib/operations/factors/list';
import { finishImport } from '#lib/operations/imports/finish';
import type { Caller } from '#lib/operations/kernel/caller';
import { getPatient } from '#lib/operations/patients/get';
import { changeRole } from '#lib/operations/people/change-role';
import { disablePerson } from '#lib/operations/people/disable';
import { getAccount } from '#lib/operations/people/get-account';
import { getPicture } from '#lib/operations/pictures/get';
import { amendRecord } from '#lib/operations/records/amend';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { viewTimeline } from '#lib/operations/records/timeline';
import { decideRefill } from '#lib/operations/refills/decide';
import { getRefill } from '#lib/operations/refills/get';
import { getResultCourse } from '#lib/operations/results/course';
import { reviewResult } from '#lib/operations/results/review';
import { getMe } from '#lib/operations/users/get-me';
import { updateMe } from '#lib/operations/users/update-me';
import { getVisitAnswers } from '#lib/operations/visit-answers/get';
import { writeVisitAnswers } from '#lib/operations/visit-answers/write';
import { createAccount } from '../factories/account';
import { addPasskey } from '../factories/passkey-holder';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { anotherAdmin } from './approval-material';
import { aDocument, aPicture } from './document-material';
import type { ExampleClinic } from './example-clinic';
import { writtenExport } from './export-material';
import { checkedImport } from './import-inputs';
import { askedAmendment, askedRefill } from './request-material';
import { receivedResult } from './result-material';
import { exchangedToken, secondFactorAnswer, signUpToken } from './sign-in-material';
import { asksOfVisit } from './visit-day-inputs';

/** A sealed cell and the operation that opens it. */
export interface Probe {
  readonly column: SealedColumn;
  /** The row, by its primary key: of the newest where it is left out. */
  readonly rowId?: string;
  readonly operation: Operation;
  readonly input: unknown;
  readonly caller: Caller;
}

const self = { role: 'patient', relation: 'self' } as const;
const treating = { role: 'doctor', relation: 'treating' } as const;

const profile = {
  first_name: 'Elsa',
  last_name: 'Vargas',
  phone_number: '+15550100',
  date_of_birth: '1980-05-17',
  address: '1 Harbour Road',
} as const;

/** One probe for each sealed column that there is, in a chart with everything in it. */
export async function createProbes(clinic: ExampleClinic): Promise<Probe[]> {
  const { clock } = clinic;
  const chart = await clinic.chartOf(self);
  const [patient, doctor] = [await clinic.callerOf(self), await clinic.callerOf(treating)];
  await visitor(clock, patient).call(updateMe, profile);
  await visitor(clock, patient).call(saveDraft, {
    form: 'profile',
    fields: [{ name: 'address', value: 'x' }],
  });
  const document = await aDocument(clock, chart);
  const { content: described } = await visitor(clock, doctor).call(getRecord, { id: document });
  const blob = (described as { blob_id?: string }).blob_id ?? '';
  const picture = await aPicture(clock, chart);
  const by =
    (operation: Operation, input: unknown, caller: Caller = patient) =>
    (column: SealedColumn, rowId?: string): Probe => ({
      ...{ column, operation, input, caller },
      ...(rowId !== undefined && { rowId }),
    });

  const admin = await anotherAdmin(clock);
  const account = await createAccount(clock, 'doctor');
  const asked = await admin.call(changeRole, { id: account.id, role: 'admin', reason: 'Takes over' });
  const patientAccount = await createAccount(clock, 'patient');
  const told = { display_name: 'Dr Ines Duarte', speciality: 'General practice' };
  const newDoctor = { id: patientAccount.id, role: 'doctor', reason: 'Has qualified', ...told } as const;
  const wished = await admin.call(changeRole, newDoctor);
  await admin.call(disablePerson, { id: account.id, reason: 'Has left' });

  const file = by(openDocument, { id: document });
  const scene = { ...clinic, chart };
  const [refill, amendment] = [await askedRefill(scene), await askedAmendment(scene)];
  const denied = { decision: 'denied', answer: 'Come in first.' } as const;
  await visitor(clock, doctor).call(decideRefill, { id: refill, ...denied });
  await visitor(clock, doctor).call(decideAmendment, { id: amendment, ...denied });
  await visitor(clock, patient).call(disagreeWithAmendment, { id: amendment, disagreement: 'I disagree' });
  const ofRefill = by(getRefill, { id: refill });
  const ofAmendment = by(getAmendmentRequest, { id: amendment });
  const result = await receivedResult({ clock, chart });
  await visitor(clock, doctor).call(reviewResult, { id: result, comment: 'No change' });
  // After all else that is written: its version is to be the newest.
  const content = { text: 'Essential hypertension', clinical_status: 'active' };
  await visitor(clock, doctor).call(amendRecord, { id: chart.record, content, reason: 'Confirmed' });
  const rosa = { carer_name: 'Rosa', email: 'rosa@example.org', scope: 'chart' } as const;
  const { id: invited } = await visitor(clock, patient).call(inviteCarer, rosa);
  const sharing = by(listOwnCare, {});

  const off = { id: chart.visit, state: 'cancelled', reason: 'The doctor is ill' } as const;
  await visitor(clock, doctor).call(changeVisitState, off);
  await visitor(clock, doctor).call(undoVisitChange, { id: chart.visit });
  const became = by(listVisitTransitions, { id: chart.visit });
  const [called] = (await visitor(clock, patient).call(listVisitTransitions, { id: chart.visit })).items;

  const asking = await asksOfVisit({ ...clinic, chart });
  await visitor(clock, patient).call(writeVisitAnswers, { ...asking, answers: ['Stairs'] });
  const answered = by(getVisitAnswers, { id: chart.visit });

  const exported = await exportedLines(clinic, patient);
  const me = by(getMe, {});
  const banner = by(getPatient, { id: chart.patient });
  const history = by(listRecordHistory, { id: chart.record });
  const record = by(getRecord, { id: chart.record });
  const nobody: Caller = { kind: 'anonymous' };
  const signUp = by(verifyEmail, { token: await signUpToken(clock) }, nobody);
  // Before the factor that has a secret: that one is to be the newest.
  const { id: named } = await addPasskey(visitor(clock, patient), {}, 'Blue key');
  const code = by(verifySecondFactor, await secondFactorAnswer(clock), nobody);
  const { refresh_token, rowId: exchanged } = await exchangedToken(clock);
  const again = by(refresh, { refresh_token }, nobody);
  const fields = Object.keys(profile) as (keyof typeof profile)[];
  return [
    me('users.email', chart.owner.id),
    ...fields.map((field) => me(`user_profiles.${field}`, chart.owner.id)),
    me('user_profiles.profile_picture_url', chart.owner.id),
    by(getPicture, { id: picture })('profile_pictures.content', picture),
    file('blobs.facts', blob),
    file('blob_chunks.content', blob),
    ...(['legal_name', 'birth_date', 'sex', 'identity'] as const).map((field) =>
      banner(`patients.${field}`, chart.patient),
    ),
    record('medical_records.encrypted_content', chart.record),
    by(viewTimeline, { patient_id: chart.patient })('medical_records.summary', chart.record),
    record('patient_keys.wrapped_key', chart.keyId),
    history('medical_record_versions.content'),
    history('reasons.text'),
    ...(['note', 'answer'] as const).map((field) => ofRefill(`refill_requests.${field}`, refill)),
    ...(['wrong', 'wanted', 'answer', 'disagreement'] as const).map((field) =>
      ofAmendment(`amendment_requests.${field}`, amendment),
    ),
    by(getResultCourse, { id: result })('result_reviews.comment'),
    by(readExportFile, exported.input)('export_files.content', exported.rowId),
    by(getAppointment, { id: chart.visit })('appointments.notes', chart.visit),
    became('appointment_transitions.reason', called?.id),
    answered('visit_answers.answers'),
    by(listClinicDoctors, {})('practitioners.display_name', chart.bookable),
    sharing('carer_invitations.name', invited),
    sharing('carer_invitations.email', invited),
    by(getDraft, { form: 'profile' })('drafts.content'),
    by(finishImport, await checkedImport(clock), { kind: 'system', job: 'import' })('import_chunks.content'),
    signUp('pending_signups.email'),
    signUp('pending_signups.profile'),
    code('factors.secret'),
    by(listFactors, {})('factors.name', named),
    code('single_use_tickets.payload'),
    again('refresh_tokens.successor', exchanged),
    by(getApproval, { id: asked.approval_id }, admin.caller)('approvals.reason', asked.approval_id),
    by(getApproval, { id: wished.approval_id }, admin.caller)('approvals.display_name', wished.approval_id),
    by(getAccount, { id: account.id }, admin.caller)('account_reasons.text'),
    by(listDemoOutbox, {}, { kind: 'system', job: 'demo-outbox' })('outbox.payload'),
  ];
}

/** A file of whose lines all are of one chart, and so under one key. */
async function exportedLines({ clock, database }: ExampleClinic, caller: Caller) {
  const { id } = await writtenExport(clock, caller, 'Condition');
  const rows = await asRole(
    database.superuserUrl,
    (sql) => sql<{ id: string }[]>`
      select id from export_files where export_id = ${id} and resource_type = 'Condition'`,
  );
  return { input: { id, resource_type: 'Condition', part: 1 }, rowId: rows[0]?.id ?? '' };
}
