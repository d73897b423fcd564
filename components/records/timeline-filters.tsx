import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { FilterSelect } from '#components/ui/filter-select';
import type { ChartQuery } from '#lib/platform/paths';
import { recordGroups } from './record';

interface TimelineFiltersProps {
  /** The chart's own address. */
  action: string;
  values: ChartQuery;
  /** Posts `q`: what is looked for in a chart belongs into no address. */
  search: (form: FormData) => Promise<void>;
  query: string;
}

const field =
  'control-edge min-h-11 min-w-0 rounded-field border border-control bg-surface px-3 compact:min-h-8';

/** Two forms: what is looked for is posted, what is left out stands in the address. */
export function TimelineFilters({ action, values, search, query }: TimelineFiltersProps) {
  const t = useTranslations('records.find');
  return (
    <div className="flex flex-col gap-2 no-print">
      <search>
        <form action={search} className="flex flex-wrap gap-2">
          <input
            type="search"
            name="q"
            defaultValue={query}
            aria-label={t('label')}
            placeholder={t('placeholder')}
            autoComplete="off"
            maxLength={200}
            className={`${field} w-full flex-1 basis-48`}
          />
          <Button type="submit" tone="secondary">
            {t('texts')}
          </Button>
        </form>
      </search>
      <form action={action} className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input type="hidden" name="section" value="timeline" />
        <FilterSelect
          name="group"
          label={t('group')}
          any={t('anyGroup')}
          value={values.group}
          choices={Object.keys(recordGroups).map((value) => ({
            value,
            label: t(`groups.${value as keyof typeof recordGroups}`),
          }))}
        />
        <Day name="from" label={t('from')} value={values.from} />
        <Day name="until" label={t('until')} value={values.until} />
        <Check name="flagged" value={values.flagged}>
          {t('flagged')}
        </Check>
        <Check name="mine" value={values.mine}>
          {t('mine')}
        </Check>
        <Check name="drafts" value={values.drafts}>
          {t('drafts')}
        </Check>
        <Button type="submit" tone="secondary">
          {t('apply')}
        </Button>
      </form>
    </div>
  );
}

interface FieldProps {
  name: string;
  value: string | undefined;
}

function Day({ name, label, value }: FieldProps & { label: string }) {
  return (
    <label className="flex items-center gap-2 text-muted">
      {label}
      <input type="date" name={name} defaultValue={value} className={`${field} text-ink`} />
    </label>
  );
}

function Check({ name, value, children }: FieldProps & { children: ReactNode }) {
  return (
    <label className="inline-flex min-h-11 items-center gap-2 compact:min-h-8">
      <input
        type="checkbox"
        name={name}
        value="true"
        defaultChecked={value === 'true'}
        className="size-5 accent-primary compact:size-4"
      />
      {children}
    </label>
  );
}
