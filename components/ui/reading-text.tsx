/** Compiled, sanitised markdown set for reading. `html` must come from lib/content. */
export function ReadingText({ html, className = '' }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: compiled at build and sanitised by lib/content.
  return <div className={`reading ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
