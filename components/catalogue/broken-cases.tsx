/** A case that cannot be read, as its author sees it while writing. */
export interface BrokenCase {
  readonly slug: string;
  readonly findings: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly fix: string;
  }[];
}

function Findings({ of }: { of: BrokenCase }) {
  return (
    <ul className="mt-2 space-y-3">
      {of.findings.map((finding) => (
        <li key={`${finding.file}:${finding.line}:${finding.column}:${finding.message}`}>
          <code className="font-code text-small break-all text-muted">
            {finding.file}:{finding.line}:{finding.column}
          </code>
          <p>{finding.message}</p>
          <p className="text-muted">{finding.fix}</p>
        </li>
      ))}
    </ul>
  );
}

/** A case that does not pass the check, at its own address. Only ever there in development. */
export function BrokenCasePage({ broken }: { broken: BrokenCase }) {
  const count = broken.findings.length;
  return (
    <div className="site-frame max-w-[76ch] py-10 sm:py-14">
      <h1 className="font-reading text-display font-semibold tracking-tight wrap-anywhere">
        {broken.slug} has {count === 1 ? 'a mistake' : `${count} mistakes`}
      </h1>
      <p className="mt-1 text-muted">
        Shown while developing, in place of the case. A build stops until {count === 1 ? 'it is' : 'these are'} mended.
      </p>
      <div className="mt-6 border-t border-rule pt-4">
        <Findings of={broken} />
      </div>
    </div>
  );
}

/** Cases that do not pass the check, with what to mend. Only ever there in development: a build refuses them. */
export function BrokenCases({ cases }: { cases: readonly BrokenCase[] }) {
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby="broken-cases" className="mt-12">
      <h2 id="broken-cases" className="font-reading text-title font-semibold">
        Cases with mistakes
      </h2>
      <p className="mt-1 text-muted">Shown while developing. A build stops until these are mended.</p>
      {cases.map((one) => (
        <div key={one.slug} className="mt-6 border-t border-rule pt-4">
          <h3 className="font-medium">{one.slug}</h3>
          <Findings of={one} />
        </div>
      ))}
    </section>
  );
}
