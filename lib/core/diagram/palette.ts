/** How a block is drawn: mermaid's brackets around a label. */
type Shape = 'box' | 'person' | 'store' | 'stream' | 'model';

/** A part of an ML system that the palette can put into a diagram. */
export interface Block {
  readonly id: string;
  /** What stands in the box, and in the palette. */
  readonly label: string;
  readonly shape: Shape;
}

export interface BlockGroup {
  readonly label: string;
  readonly blocks: readonly Block[];
}

const block = (label: string, shape: Shape = 'box'): Block => ({
  id: label.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
  label,
  shape,
});

export const PALETTE: readonly BlockGroup[] = [
  {
    label: 'Request path',
    blocks: [
      block('Client', 'person'),
      block('API gateway'),
      block('Cache', 'store'),
      block('Rules and filters'),
      block('Fallback list', 'store'),
    ],
  },
  {
    label: 'Models',
    blocks: [
      block('Candidate generator', 'model'),
      block('ANN index', 'store'),
      block('Ranker', 'model'),
      block('Re-ranker', 'model'),
      block('Embedding service', 'model'),
    ],
  },
  {
    label: 'Data and features',
    blocks: [
      block('Event stream', 'stream'),
      block('Label join'),
      block('Warehouse', 'store'),
      block('Feature pipeline'),
      block('Feature store', 'store'),
    ],
  },
  {
    label: 'Training and release',
    blocks: [
      block('Training pipeline'),
      block('Offline evaluation'),
      block('Model registry', 'store'),
      block('Experiment service'),
      block('Monitor'),
    ],
  },
];

/** A node of a flowchart for this block. */
export function nodeText(nodeId: string, { label, shape }: Block): string {
  switch (shape) {
    case 'person':
      return `${nodeId}([${label}])`;
    case 'store':
      return `${nodeId}[(${label})]`;
    case 'stream':
      return `${nodeId}[/${label}/]`;
    case 'model':
      return `${nodeId}[[${label}]]`;
    case 'box':
      return `${nodeId}[${label}]`;
  }
}

export interface DiagramTemplate {
  readonly label: string;
  readonly source: string;
}

export const TEMPLATES: readonly DiagramTemplate[] = [
  {
    label: 'Request path',
    source: `flowchart TB
  client([Client]) --> gateway[API gateway]
  gateway --> cache[(Cache)]
  cache -->|miss| service[Prediction service]
  features[(Feature store)] --> service
  service --> ranker[[Ranker]]
  ranker --> rules[Rules and filters]
  rules --> client
`,
  },
  {
    label: 'Training and serving',
    source: `flowchart TB
  subgraph offline [Offline]
    events[/Event stream/] --> labels[Label join]
    labels --> warehouse[(Warehouse)]
    warehouse --> training[Training pipeline]
    training --> gate{{Better offline?}}
    gate -->|yes| registry[(Model registry)]
  end
  subgraph online [Online]
    client([Client]) --> service[[Prediction service]]
    features[(Feature store)] --> service
  end
  warehouse --> features
  registry --> service
  service -.->|logged features| events
`,
  },
  {
    label: 'Two-stage retrieval',
    source: `flowchart TB
  client([Client]) --> user[[User tower]]
  user -->|embedding| ann[(ANN index)]
  items[[Item tower]] -->|hourly| ann
  ann -->|500 candidates| filters[Rules and filters]
  filters --> ranker[[Ranker]]
  features[(Feature store)] --> ranker
  ranker -->|top 20| blend[Re-rank for variety]
  blend --> client
`,
  },
];
