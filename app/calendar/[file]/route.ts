export { answerFeed as GET } from '#lib/transport/file-door';
