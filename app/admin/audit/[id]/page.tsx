import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditEventDetail } from '#components/audit/audit-event-detail';
import { getAuditEvent } from '#lib/operations/audit-logs/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('event') };
}

export default async function AuditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ zone }, { id }] = await Promise.all([personOf('admin'), params]);
  return <AuditEventDetail event={await query(getAuditEvent, { id })} zone={zone} />;
}
