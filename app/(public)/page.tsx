import { redirect } from 'next/navigation';
import { Landing } from '#components/shell/landing';
import { PublicShell } from '#components/shell/public-shell';
import { homeOf } from '#lib/platform/paths';
import { isDemo } from '#lib/transport/page-mode';
import { somebody } from '#lib/transport/page-person';

/** Whoever is signed in begins in their portal. */
export default async function HomePage() {
  const person = await somebody();
  if (person) redirect(homeOf(person.role));
  return (
    <PublicShell width="wide">
      <Landing demo={isDemo()} />
    </PublicShell>
  );
}
