/** The closed lists that the log can be filtered by. */
export { auditActions, auditResources } from '#lib/audit/actions';
