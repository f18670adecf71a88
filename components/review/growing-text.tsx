'use client';

/** A text box as high as its words; where nothing can be changed, and on paper, the words alone. */
export function GrowingText({
  label,
  placeholder,
  value,
  maxLength,
  onChange,
  className = '',
}: {
  label: string;
  placeholder: string;
  value: string;
  maxLength: number;
  /** Null when it can only be read. */
  onChange: ((text: string) => void) | null;
  className?: string;
}) {
  return (
    <>
      {onChange && (
        <textarea
          aria-label={label}
          placeholder={placeholder}
          className={`field-box no-print mt-2 ${className}`}
          dir="auto"
          rows={1}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {value !== '' && <p className={`desk-text mt-1 ${onChange ? 'hidden print:block' : ''}`}>{value}</p>}
    </>
  );
}
