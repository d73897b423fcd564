export { answerVideoRoom as GET } from '#lib/transport/file-door';
