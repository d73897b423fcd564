export { answerCalendarFile as GET } from '#lib/transport/file-door';
