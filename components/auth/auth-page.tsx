import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';

interface AuthPageProps {
  title: string;
  intro?: ReactNode;
  /** Above the card: what has just happened. */
  notice?: ReactNode;
  children: ReactNode;
  /** Under the card: the way to the other page. */
  footer?: ReactNode;
}

/** A page before signing in: one question on one card. */
export function AuthPage({ title, intro, notice, children, footer }: AuthPageProps) {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h1 className="text-3xl font-bold">{title}</h1>
        {intro && <p className="text-muted">{intro}</p>}
      </div>
      {notice}
      <Card>{children}</Card>
      {footer && <p className="text-base text-muted">{footer}</p>}
    </div>
  );
}
