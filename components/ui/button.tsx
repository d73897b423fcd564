import type { ComponentProps } from 'react';
import { type ButtonTone, buttonClass } from './button-class';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'style'> {
  tone?: ButtonTone;
}

/** A plain button: server HTML, no script. */
export function Button({ tone, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}
