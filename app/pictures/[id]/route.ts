export { answerPicture as GET } from '#lib/transport/file-door';
