export { answerUnsubscribe as POST, showUnsubscribe as GET } from '#lib/transport/unsubscribe-door';
