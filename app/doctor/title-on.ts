import { getLocale } from 'next-intl/server';
import { wishedDate } from '#components/appointments/wished-date';
import { formatter } from '#lib/i18n/format';
import { queryOf, type SearchParams } from '#lib/transport/page-query';

/** The title of a page with the date in its address: a reader who steps from one to the next hears where they are. */
export async function titleOn(title: string, searchParams: SearchParams): Promise<string> {
  const [{ date }, locale] = await Promise.all([queryOf(searchParams), getLocale()]);
  const day = wishedDate(date);
  return day ? `${title}, ${formatter(locale, 'UTC').plainLongDateWithYear(day.toString())}` : title;
}
