export { answerSso as GET } from '#lib/transport/portal-auth';
