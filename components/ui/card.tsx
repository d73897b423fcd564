import type { ReactNode } from 'react';

interface CardProps {
  as?: 'div' | 'section' | 'article' | 'ul' | 'ol';
  /** Rows bring their own padding. */
  flush?: boolean;
  className?: string;
  labelledBy?: string;
  children: ReactNode;
}

/** A white sheet on the canvas: hairline, one pixel of shadow. */
export function Card({ as: Tag = 'div', flush = false, className = '', labelledBy, children }: CardProps) {
  const padding = flush ? 'divide-y divide-border overflow-hidden' : 'p-5 sm:p-6 dense:p-4';
  return (
    <Tag
      aria-labelledby={labelledBy}
      className={`card-edge rounded-card border border-border/60 bg-surface shadow-card ${padding} ${className}`.trimEnd()}
    >
      {children}
    </Tag>
  );
}
