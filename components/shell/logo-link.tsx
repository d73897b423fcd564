import { Logo } from '#components/ui/logo';
import { PageLink } from '#components/ui/page-link';

/** The way home of every shell. */
export function LogoLink({ href }: { href: string }) {
  return (
    <PageLink href={href} className="inline-flex min-h-11 items-center">
      <Logo />
    </PageLink>
  );
}
