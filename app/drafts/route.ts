export { answerDraft as POST } from '#lib/transport/draft-door';
