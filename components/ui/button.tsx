import type { ComponentProps } from 'react';

const VARIANTS = {
  primary: 'bg-accent text-on-accent border-accent hover:opacity-90',
  quiet: 'bg-transparent text-ink border-control hover:border-ink',
  plain: 'bg-transparent text-muted border-transparent hover:text-ink',
  danger: 'bg-transparent text-danger border-danger hover:bg-danger hover:text-on-accent',
} as const;

const SIZES = {
  regular: 'h-9 px-4 text-base',
  small: 'h-7 px-2.5 text-small',
} as const;

export type ButtonVariant = keyof typeof VARIANTS;

/** The look of a button, for links that lead somewhere as a button would. */
export function buttonClass(variant: ButtonVariant = 'quiet', size: keyof typeof SIZES = 'regular'): string {
  return `inline-flex items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-colors duration-150 disabled:opacity-50 aria-disabled:opacity-50 ${VARIANTS[variant]} ${SIZES[size]}`;
}

/**
 * `busy` says that the last press is still being worked on: the button takes no other, but keeps the focus, which a
 * disabled one would lose.
 */
export function Button({
  variant = 'quiet',
  size = 'regular',
  className = '',
  type = 'button',
  busy = false,
  onClick,
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant; size?: keyof typeof SIZES; busy?: boolean }) {
  return (
    <button
      type={type}
      className={`${buttonClass(variant, size)} ${className}`}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}
