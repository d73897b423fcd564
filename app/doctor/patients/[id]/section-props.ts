import type { ChartQuery } from '#lib/platform/paths';

/** What each part of a chart's page is given. */
export interface SectionProps {
  patientId: string;
  zone: string;
  asked: ChartQuery;
}
