import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PersonActForm } from '#components/people/person-act-form';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listClinics } from '#lib/operations/clinics/list';
import { getAccount } from '#lib/operations/people/get-account';
import { type PersonAct, paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { askRecovery, askRole, disable, enable } from '../actions';

const actions = { disable, enable, role: askRole, recovery: askRecovery } as const;

const actOf = (word: string): PersonAct =>
  word in actions && Object.hasOwn(actions, word) ? (word as PersonAct) : notFound();

type Params = Promise<{ id: string; act: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const t = await getTranslations('person.act');
  return { title: t(`${actOf((await params).act)}.title`) };
}

/** Asks why, before anything is done to an account. */
export default async function PersonActPage({ params }: { params: Params }) {
  await personOf('admin');
  const [{ id, act: word }, t] = await Promise.all([params, getTranslations('person.act')]);
  const act = actOf(word);
  const person = await query(getAccount, { id });
  const { items: sites } = act === 'role' ? await query(listClinics, {}) : { items: [] };
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ') || person.email;
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader
        title={t(`${act}.title`)}
        summary={t(`${act}.effect`)}
        back={{ href: paths.admin.person(id), label: name }}
      />
      {(act === 'disable' || act === 'role') && person.coming_visits > 0 && (
        <Notice tone="warn">{t(`${act}.visits`, { count: person.coming_visits })}</Notice>
      )}
      <PersonActForm act={act} role={person.role} sites={sites} action={actions[act].bind(null, id)} />
    </div>
  );
}
