import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { type FilterChip, FilterChips } from '#components/ui/filter-chips';
import { FilterSelect } from '#components/ui/filter-select';
import { paths } from '#lib/platform/paths';

const choices = {
  role: ['patient', 'doctor', 'admin'],
  verified: ['yes', 'no'],
  state: ['active', 'invited', 'disabled', 'deleted'],
  sort: ['newest', 'oldest', 'email', 'email_desc', 'role', 'role_desc'],
} as const;

type FilterName = keyof typeof choices;
type Words = ReturnType<typeof useTranslations<'people.filter'>>;

/** `search` says that the list is one of those found by an address, which stands elsewhere. */
type PeopleFilterValues = Partial<Record<FilterName | 'search', string>>;

const wordFor = (t: Words, name: FilterName, value: string): string => {
  const key = `${name}.${value}` as 'role.patient';
  return t.has(key) ? t(key) : value;
};

/** An order hides nobody, so it is no chip. */
function chipsOf(t: Words, values: PeopleFilterValues): FilterChip[] {
  return (['role', 'verified', 'state'] as const).flatMap((name) => {
    const value = values[name];
    if (!value) return [];
    const label = t(`${name}.label`);
    return {
      key: name,
      label: `${label}:`,
      value: wordFor(t, name, value),
      removeHref: paths.admin.peopleOf({ ...values, [name]: undefined }),
      removeLabel: t('remove', { label }),
    };
  });
}

/** A plain GET form, as of the audit log: the address holds what is shown. */
export function PeopleFilters({ values }: { values: PeopleFilterValues }) {
  const t = useTranslations('people.filter');
  const select = (name: FilterName) => (
    <FilterSelect
      name={name}
      label={t(`${name}.label`)}
      {...(name !== 'sort' && { any: t(`${name}.any`) })}
      value={values[name]}
      choices={choices[name].map((value) => ({ value, label: wordFor(t, name, value) }))}
    />
  );
  return (
    <div className="flex flex-col gap-3 no-print">
      <form action={paths.admin.people} className="grid grid-cols-2 items-center gap-2 md:flex md:flex-wrap">
        {values.search && <input type="hidden" name="search" value={values.search} />}
        {select('role')}
        {select('verified')}
        {select('state')}
        {select('sort')}
        <Button type="submit" tone="secondary">
          {t('apply')}
        </Button>
      </form>
      <FilterChips
        chips={chipsOf(t, values)}
        clear={{
          href: paths.admin.peopleOf({ sort: values.sort, search: values.search }),
          label: t('clear'),
        }}
      />
    </div>
  );
}
