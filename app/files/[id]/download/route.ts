export { answerDownload as GET } from '#lib/transport/file-door';
