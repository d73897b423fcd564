import type { ReactNode } from 'react';
import { Card } from './card';

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** What will stand here one day. */
  children?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <Card className="flex flex-col items-start gap-2">
      {icon && <span className="mb-1 text-primary">{icon}</span>}
      <p className="font-semibold">{title}</p>
      {children && <p className="max-w-prose text-muted">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </Card>
  );
}
