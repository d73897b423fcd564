export { answer as GET, answer as HEAD, answer as OPTIONS } from '#lib/transport/next-door';
