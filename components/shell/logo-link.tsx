import Link from 'next/link';
import { Logo } from '#components/ui/logo';

/** The way home of every shell. */
export function LogoLink({ href }: { href: string }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center">
      <Logo />
    </Link>
  );
}
