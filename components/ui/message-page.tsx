import type { ReactNode } from 'react';

interface MessagePageProps {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** One message and the way on. */
export function MessagePage({ icon, title, children, actions }: MessagePageProps) {
  return (
    <div className="flex flex-col items-start gap-3">
      {icon && <span className="text-primary">{icon}</span>}
      <h1 className="text-3xl font-bold">{title}</h1>
      <div className="flex max-w-prose flex-col gap-3 text-muted">{children}</div>
      {actions && <div className="mt-3 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
