import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { type FilterChip, FilterChips } from '#components/ui/filter-chips';
import { FilterSelect } from '#components/ui/filter-select';
import { paths } from '#lib/platform/paths';

export interface AuditFilterValues {
  user_id?: string;
  action?: string;
  resource_type?: string;
  outcome?: string;
  /** ISO dates in the clinic's zone. */
  from?: string;
  to?: string;
  ip_address?: string;
}

interface AuditFiltersProps {
  values: AuditFilterValues;
  /** Names of the closed lists. */
  actions: readonly string[];
  resources: readonly string[];
  /** Whose events are shown, when one person's are. */
  userName?: string;
}

type FilterName = keyof AuditFilterValues;
type Words = ReturnType<typeof useTranslations<'audit'>>;

const names: readonly FilterName[] = [
  'user_id',
  'action',
  'resource_type',
  'outcome',
  'from',
  'to',
  'ip_address',
];
const outcomes = ['allowed', 'denied', 'failed'] as const;
const groups: Partial<Record<FilterName, string>> = {
  action: 'action',
  resource_type: 'resource',
  outcome: 'outcome',
};
const inputClass =
  'control-edge min-h-11 w-full min-w-0 rounded-field border border-control bg-surface px-3 compact:min-h-8';

/** A value of a closed list in words; one that the catalogue does not know stands as it is. */
function wordFor(t: Words, name: FilterName, value: string): string {
  const key = `${groups[name]}.${value}` as 'action.LOGIN';
  return groups[name] && t.has(key) ? t(key) : value;
}

function chipsOf({ values, userName }: AuditFiltersProps, t: Words): FilterChip[] {
  return names.flatMap((name) => {
    const value = values[name];
    if (!value) return [];
    const label = t(`filter.${name}`);
    return {
      key: name,
      label: `${label}:`,
      value: name === 'user_id' ? (userName ?? value) : wordFor(t, name, value),
      removeHref: paths.admin.auditOf({ ...values, [name]: undefined }),
      removeLabel: t('filter.remove', { label }),
    };
  });
}

/** A plain GET form: the address holds the filters, so that a view can be kept and sent. Active ones are chips. */
export function AuditFilters(props: AuditFiltersProps) {
  const { values, actions, resources } = props;
  const t = useTranslations('audit');
  const choices = (name: FilterName, list: readonly string[]) =>
    list.map((value) => ({ value, label: wordFor(t, name, value) }));
  const date = (name: 'from' | 'to') => (
    <label className="flex min-w-0 items-center gap-2 text-muted">
      {t(`filter.${name}`)}
      <input type="date" name={name} defaultValue={values[name]} className={`${inputClass} md:w-36`} />
    </label>
  );
  return (
    <div className="flex flex-col gap-3 no-print">
      <form action={paths.admin.audit} className="grid grid-cols-2 items-center gap-2 md:flex md:flex-wrap">
        {values.user_id && <input type="hidden" name="user_id" value={values.user_id} />}
        <FilterSelect
          name="action"
          label={t('filter.action')}
          any={t('filter.anyAction')}
          value={values.action}
          choices={choices('action', actions)}
        />
        <FilterSelect
          name="resource_type"
          label={t('filter.resource_type')}
          any={t('filter.anyResource')}
          value={values.resource_type}
          choices={choices('resource_type', resources)}
        />
        <FilterSelect
          name="outcome"
          label={t('filter.outcome')}
          any={t('filter.anyOutcome')}
          value={values.outcome}
          choices={choices('outcome', outcomes)}
        />
        <input
          name="ip_address"
          aria-label={t('filter.ip_address')}
          placeholder={t('filter.ip_address')}
          defaultValue={values.ip_address}
          autoComplete="off"
          className={`${inputClass} md:w-32`}
        />
        {date('from')}
        {date('to')}
        <Button type="submit" tone="secondary" className="max-md:col-span-2">
          {t('filter.apply')}
        </Button>
      </form>
      <FilterChips chips={chipsOf(props, t)} clear={{ href: paths.admin.audit, label: t('filter.clear') }} />
    </div>
  );
}
