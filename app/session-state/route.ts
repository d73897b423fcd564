export { answerSessionState as GET } from '#lib/transport/session-state';
