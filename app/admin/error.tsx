'use client';
export { PortalFailure as default } from '#components/ui/failure';
