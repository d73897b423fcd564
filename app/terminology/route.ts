export { answerTerminology as POST } from '#lib/transport/terminology-door';
