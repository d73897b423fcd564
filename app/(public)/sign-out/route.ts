export { portalSignOut as POST } from '#lib/transport/portal-sign-in';
