import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { type FilterChip, FilterChips } from '#components/ui/filter-chips';
import { FilterSelect } from '#components/ui/filter-select';
import { paths } from '#lib/platform/paths';

const choices = {
  role: ['patient', 'doctor', 'admin'],
  verified: ['yes', 'no'],
  sort: ['newest', 'oldest', 'email', 'role'],
} as const;

type FilterName = keyof typeof choices;
type Words = ReturnType<typeof useTranslations<'people.filter'>>;

export type PeopleFilterValues = Partial<Record<FilterName, string>>;

const wordFor = (t: Words, name: FilterName, value: string): string => {
  const key = `${name}.${value}` as 'role.patient';
  return t.has(key) ? t(key) : value;
};

/** An order hides nobody, so it is no chip. */
function chipsOf(t: Words, values: PeopleFilterValues): FilterChip[] {
  return (['role', 'verified'] as const).flatMap((name) => {
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
        {select('role')}
        {select('verified')}
        {select('sort')}
        <Button type="submit" tone="secondary">
          {t('apply')}
        </Button>
      </form>
      <FilterChips
        chips={chipsOf(t, values)}
        clear={{ href: paths.admin.peopleOf({ sort: values.sort }), label: t('clear') }}
      />
    </div>
  );
}
