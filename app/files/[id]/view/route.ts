export { answerView as GET } from '#lib/transport/file-door';
