export { answerRecord as GET } from '#lib/transport/record-door';
