export { answerPortalAuth as GET, answerPortalAuth as POST } from '#lib/transport/portal-auth';
