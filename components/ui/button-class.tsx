export type ButtonTone = 'primary' | 'secondary' | 'danger' | 'quiet' | 'off';

const base =
  'control-edge inline-flex min-h-11 items-center justify-center gap-2 rounded-field border px-4 py-2 text-base font-semibold transition-colors duration-[120ms] ease-out disabled:opacity-60 aria-disabled:opacity-60 compact:min-h-8 compact:px-3 compact:py-1 compact:text-sm';

const tones: Record<ButtonTone, string> = {
  primary: 'border-transparent bg-primary text-on-primary hover:bg-primary-strong',
  secondary: 'border-control bg-surface text-ink hover:bg-sunken',
  danger: 'border-danger bg-surface text-danger-ink hover:bg-danger-soft',
  quiet: 'border-transparent text-primary-ink hover:bg-primary-soft',
  /** The place of a button that has nothing to do now. */
  off: 'border-border bg-surface text-muted',
};

/** The look of everything that is pressed: a link that acts like a button has the same classes. */
export const buttonClass = (tone: ButtonTone = 'primary', extra = ''): string =>
  `${base} ${tones[tone]} ${extra}`.trimEnd();
