import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getAppointment } from '#lib/operations/appointments/get';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { updateAppointment } from '#lib/operations/appointments/update';
import { getAuditEvent } from '#lib/operations/audit-logs/get';
import { listAuditLog } from '#lib/operations/audit-logs/list';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { beginPasskeyStepUp } from '#lib/operations/auth/begin-passkey-step-up';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { login } from '#lib/operations/auth/login';
import { loginPasskey } from '#lib/operations/auth/login-passkey';
import { logout } from '#lib/operations/auth/logout';
import { refresh } from '#lib/operations/auth/refresh';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { signUp } from '#lib/operations/auth/sign-up';
import { stepUp } from '#lib/operations/auth/step-up';
import { stepUpMethods } from '#lib/operations/auth/step-up-methods';
import { stepUpPasskey } from '#lib/operations/auth/step-up-passkey';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { listOwnDevices } from '#lib/operations/devices/list';
import { removeDevice } from '#lib/operations/devices/remove';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { getDocument } from '#lib/operations/documents/get';
import { listDocuments } from '#lib/operations/documents/list';
import { openDocument } from '#lib/operations/documents/open';
import { uploadDocument } from '#lib/operations/documents/upload';
import { fileMediaTypes } from '#lib/operations/documents/upload-media-types';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { listFactors } from '#lib/operations/factors/list';
import { removeFactor } from '#lib/operations/factors/remove';
import { renameFactor } from '#lib/operations/factors/rename';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { registerPasskey } from '#lib/operations/passkeys/register';
import { changePassword } from '#lib/operations/passwords/change';
import { forgotPassword } from '#lib/operations/passwords/forgot';
import { resetPassword } from '#lib/operations/passwords/reset';
import { changeRole } from '#lib/operations/people/change-role';
import { disablePerson } from '#lib/operations/people/disable';
import { getPerson } from '#lib/operations/people/get';
import { getAccount } from '#lib/operations/people/get-account';
import { listUsers } from '#lib/operations/people/list';
import { searchUsers } from '#lib/operations/people/search';
import { confirmPhone } from '#lib/operations/phones/confirm';
import { getPhone } from '#lib/operations/phones/get';
import { sendSignInCode } from '#lib/operations/phones/send-code';
import { sendStepUpCode } from '#lib/operations/phones/send-step-up-code';
import { setupPhone } from '#lib/operations/phones/setup';
import { getPicture } from '#lib/operations/pictures/get';
import { removePicture } from '#lib/operations/pictures/remove';
import { setPicture } from '#lib/operations/pictures/set';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { signRecord } from '#lib/operations/records/sign';
import { objectByLink } from '#lib/operations/recoveries/object-by-link';
import { countRecoveryCodes } from '#lib/operations/recovery-codes/count';
import { makeRecoveryCodes } from '#lib/operations/recovery-codes/make';
import { endSession } from '#lib/operations/sessions/end';
import { endAllSessions } from '#lib/operations/sessions/end-all';
import { extendOwnSession } from '#lib/operations/sessions/extend';
import { listSessions } from '#lib/operations/sessions/list';
import { getStatistics } from '#lib/operations/statistics/get';
import { searchTerminology } from '#lib/operations/terminology/search';
import { changeEmail } from '#lib/operations/users/change-email';
import { confirmEmail } from '#lib/operations/users/confirm-email';
import { deleteMe } from '#lib/operations/users/delete-me';
import { exportMe } from '#lib/operations/users/export-me';
import { getMe } from '#lib/operations/users/get-me';
import { undoDeletion } from '#lib/operations/users/undo-deletion';
import { updateMe } from '#lib/operations/users/update-me';
import { asDownload, asPicture } from './file-answer';
import { expectedVersion } from './if-match';
import { type RestRoute, route } from './rest-route';
import { documentAddress, documentWire } from './rest-v1-document';
import { changedProfileMapping, profileMapping } from './rest-v1-profile';
import { recordPageV1, recordV1, toRecordPageV1, toRecordV1 } from './rest-v1-record';

const version = (output: { readonly version: number }) => output.version;

/** Version 1, frozen: what stands here is what the clients of version 1 were promised. */
export const restV1: readonly RestRoute[] = [
  route('POST /auth/signup', signUp),
  route('POST /auth/verify-email', verifyEmail),
  route('POST /auth/login', login),
  route('POST /auth/mfa/verify', verifySecondFactor),
  route('POST /auth/mfa/totp/setup', setupTotp),
  route('POST /auth/mfa/totp/confirm', confirmTotp),
  route('GET /auth/mfa/sms', getPhone),
  route('POST /auth/mfa/sms/setup', setupPhone),
  route('POST /auth/mfa/sms/confirm', confirmPhone),
  route('POST /auth/mfa/sms/send', sendSignInCode),
  route('POST /auth/mfa/sms/step-up', sendStepUpCode),
  route('POST /auth/webauthn/register/options', beginPasskeyRegistration),
  route('POST /auth/webauthn/register/verify', registerPasskey),
  route('POST /auth/webauthn/login/options', beginPasskeySignIn),
  route('POST /auth/webauthn/login/verify', loginPasskey),
  route('POST /auth/passkeys/step-up/options', beginPasskeyStepUp),
  route('POST /auth/passkeys/step-up', stepUpPasskey),
  route('GET /auth/step-up', stepUpMethods),
  route('POST /auth/step-up', stepUp),
  route('GET /auth/mfa/recovery-codes', countRecoveryCodes),
  route('POST /auth/mfa/recovery-codes', makeRecoveryCodes),
  route('POST /auth/refresh', refresh),
  route('POST /auth/logout', logout),
  route('POST /auth/password/forgot', forgotPassword),
  route('POST /auth/password/reset', resetPassword),
  route('POST /users/me/change-password', changePassword),
  route('GET /users/me', getMe, profileMapping),
  route('PUT /users/me', updateMe, changedProfileMapping),
  route('DELETE /users/me', deleteMe),
  route('GET /users/me/export', exportMe),
  route('POST /users/me/email', changeEmail),
  route('POST /auth/email/confirm', confirmEmail),
  route('POST /auth/undo-deletion', undoDeletion),
  route('POST /auth/recovery/objection', objectByLink),
  route('GET /users/me/sessions', listSessions),
  route('DELETE /users/me/sessions', endAllSessions, { wire: { query: ['keep_current'] } }),
  route('GET /users/me/factors', listFactors),
  route('PUT /users/me/factors/{id}', renameFactor),
  route('DELETE /users/me/factors/{id}', removeFactor),
  route('DELETE /users/me/sessions/{id}', endSession),
  route('POST /users/me/sessions/current/extend', extendOwnSession),
  route('GET /users/me/devices', listOwnDevices),
  route('DELETE /users/me/devices/{id}', removeDevice),
  route('GET /admin/users', listUsers),
  route('POST /admin/user-search', searchUsers),
  route('GET /admin/users/{id}', getAccount),
  route('PUT /admin/users/{id}', changeRole),
  route('DELETE /admin/users/{id}', disablePerson),
  route('GET /users', listUsers),
  route('GET /users/{id}', getPerson),
  route('GET /admin/audit-logs', listAuditLog),
  route('GET /admin/audit-logs/{id}', getAuditEvent),
  route('GET /admin/stats', getStatistics),
  route('POST /records', createRecord, {
    fromOutput: toRecordV1,
    version,
    wire: { output: recordV1 },
    location: ({ id }) => `/api/v1/records/${id}`,
  }),
  route('GET /records', listChartRecords, { fromOutput: toRecordPageV1, wire: { output: recordPageV1 } }),
  route('GET /records/{id}', getRecord, { fromOutput: toRecordV1, version, wire: { output: recordV1 } }),
  route('PUT /records/{id}', amendRecord, {
    toInput: expectedVersion,
    fromOutput: toRecordV1,
    version,
    wire: { output: recordV1, ifMatch: 'expected_version' },
  }),
  route('POST /records/{id}/sign', signRecord, {
    toInput: expectedVersion,
    fromOutput: toRecordV1,
    version,
    wire: { output: recordV1, ifMatch: 'expected_version' },
  }),
  route('DELETE /records/{id}', markRecordInError, {
    toInput: expectedVersion,
    wire: { ifMatch: 'expected_version' },
  }),
  route('POST /documents', uploadDocument, {
    location: documentAddress,
    wire: { ...documentWire, query: ['patient_id'] },
  }),
  route('GET /documents', listDocuments),
  route('GET /documents/{id}', getDocument, { version }),
  route('GET /documents/{id}/content', openDocument, {
    file: asDownload,
    wire: { produces: fileMediaTypes },
  }),
  route('POST /users/me/documents', uploadOwnDocument, { location: documentAddress, wire: documentWire }),
  route('PUT /users/me/picture', setPicture, { wire: { bytes: 'content' } }),
  route('DELETE /users/me/picture', removePicture),
  route('GET /pictures/{id}', getPicture, { file: asPicture, wire: { produces: ['image/webp'] } }),
  route('POST /terminology/search', searchTerminology),
  route('GET /doctors', listClinicDoctors),
  route('GET /doctors/{id}/slots', listSlots),
  route('POST /appointments', bookAppointment, {
    version,
    location: ({ id }) => `/api/v1/appointments/${id}`,
  }),
  route('POST /holds', holdAppointment),
  route('GET /appointments', listOwnAppointments),
  route('GET /appointments/{id}', getAppointment, { version }),
  route('PUT /appointments/{id}', updateAppointment, {
    toInput: expectedVersion,
    version,
    wire: { ifMatch: 'expected_version' },
  }),
  route('DELETE /appointments/{id}', cancelAppointment, {
    toInput: expectedVersion,
    wire: { ifMatch: 'expected_version' },
  }),
];
