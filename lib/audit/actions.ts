/** The closed list of what an audit event can say was done. */
export const auditActions = [
  'SIGNUP',
  'VERIFY_EMAIL',
  'LOGIN',
  'LOGIN_FAILED',
  'LOGOUT',
  'REFRESH_TOKEN',
  'MFA_CHALLENGED',
  'MFA_FAILED',
  'MFA_SETUP_STARTED',
  'MFA_ENROLLED',
  'ACCEPT_INVITATION',
  'INVITE_ADMIN',
  'CHANGE_PASSWORD',
  'VIEW_PROFILE',
  'UPDATE_PROFILE',
  'VIEW_USER',
  'LIST_USERS',
  'LIST_DOCTORS',
  'LIST_SLOTS',
  'LIST_PATIENTS',
  'VIEW_PATIENT',
  'IMPORT_PATIENT',
  'VIEW_RECORD',
  'LIST_RECORDS',
  'CREATE_RECORD',
  'AMEND_RECORD',
  'REMOVE_RECORD',
  'LIST_APPOINTMENTS',
  'VIEW_APPOINTMENT',
  'BOOK_APPOINTMENT',
  'LIST_AUDIT_EVENTS',
  'VIEW_AUDIT_EVENT',
  'VIEW_STATISTICS',
] as const;

export type AuditAction = (typeof auditActions)[number];

export const auditResources = [
  'user',
  'session',
  'factor',
  'patient',
  'practitioner',
  'medical_record',
  'appointment',
  'audit_log',
  'clinic',
] as const;

export type AuditResource = (typeof auditResources)[number];
