export { answerExport as GET } from '#lib/transport/export-door';
