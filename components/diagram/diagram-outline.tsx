import { outlineDiagram } from '@/lib/core/diagram/outline';

const KINDS_WITH_OUTLINE =
  'Only flowcharts and sequence diagrams can be told in words. The text of the diagram says the rest.';

/** What a diagram shows, as lists: for those who do not see it, and for a check of what was drawn. */
export function DiagramOutline({ source }: { source: string }) {
  const outline = outlineDiagram(source);
  if (outline === null) return <p className="text-muted">{KINDS_WITH_OUTLINE}</p>;
  const { nodes, edges } = outline;
  const numbered = <T,>(items: readonly T[]) => items.map((item, index) => ({ item, key: `${index}` }));
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      <div>
        <p className="label-text">{count(nodes.length, 'box', 'boxes')}</p>
        <ul className="mt-1">
          {nodes.map(({ id, label, group }) => (
            <li key={id}>
              {label}
              {group !== null && group !== '' && <span className="text-muted"> in {group}</span>}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <p className="label-text">{count(edges.length, 'arrow', 'arrows')}</p>
        <ul className="mt-1">
          {numbered(edges).map(({ item: { from, to, label }, key }) => (
            <li key={key}>
              {from} to {to}
              {label !== null && <span className="text-muted">: {label}</span>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** One sentence for a picture's name: its title if it has one, else how much is in it. */
export function diagramName(source: string, label: string): string {
  const title = /^[ \t]*accTitle[ \t]*:[ \t]*(.+)$/m.exec(source)?.[1]?.trim();
  if (title) return title;
  const outline = outlineDiagram(source);
  if (outline === null) return label;
  return `${label}: ${count(outline.nodes.length, 'box', 'boxes')}, ${count(outline.edges.length, 'arrow', 'arrows')}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
