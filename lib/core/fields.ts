import type { StepId } from './steps';

/** A column of a table field. Cells are text, as typed; a `number` column takes "200M" as well as "200000000". */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'choice';
  /** Only for `choice`. */
  readonly choices?: readonly string[];
  /** Relative width on a wide screen; 1 when left out. */
  readonly width?: number;
  readonly placeholder?: string;
}

interface FieldBase {
  readonly id: string;
  readonly label: string;
  /** One line, as an interviewer would ask it. */
  readonly prompt: string;
  /** Core fields are always shown; the others stand behind "Go deeper". */
  readonly core: boolean;
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly maxCharacters: number;
}
export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly maxItems: number;
}
/** A list whose items are each confirmed or assumed. */
export interface AssumptionsField extends FieldBase {
  readonly type: 'assumptions';
  readonly maxItems: number;
}
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
  /** Several may be chosen. */
  readonly multiple: boolean;
  /** Room for "why"; 0 when none is asked. */
  readonly maxWhyCharacters: number;
}
/** A number with its unit and where it comes from. */
export interface QuantityField extends FieldBase {
  readonly type: 'quantity';
  readonly unitPlaceholder: string;
}
export interface TableField extends FieldBase {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly maxRows: number;
  /** A column whose numbers are added up under the table, and what the total is held against. */
  readonly sum?: { readonly column: string; readonly unit: string; readonly against?: 'latency-slo' };
}
export interface DiagramField extends FieldBase {
  readonly type: 'diagram';
}

export type Field = TextField | ListField | AssumptionsField | ChoiceField | QuantityField | TableField | DiagramField;

export const MAX_LIST_ITEM_CHARACTERS = 160;
export const MAX_CELL_CHARACTERS = 160;
export const MAX_DIAGRAM_CHARACTERS = 20_000;

const column = (
  id: string,
  label: string,
  kind: Column['kind'] = 'text',
  rest: Partial<Pick<Column, 'choices' | 'width' | 'placeholder'>> = {},
): Column => ({ id, label, kind, ...rest });

/** The form of each step in guided mode. Ids are stored in answers: rename one only with a migration. */
export const STEP_FIELDS: Readonly<Record<StepId, readonly Field[]>> = {
  clarify: [
    {
      id: 'business_goal',
      label: 'Business goal',
      prompt: 'What changes for users and for the company if this works?',
      type: 'text',
      maxCharacters: 280,
      core: true,
    },
    {
      id: 'scale',
      label: 'Scale',
      prompt: 'How many users, items and requests a second, on average and at peak, and how do you get there?',
      type: 'table',
      maxRows: 8,
      core: true,
      columns: [
        column('quantity', 'Quantity', 'text', { placeholder: 'peak requests', width: 1.4 }),
        column('value', 'Value', 'number', { placeholder: '35k' }),
        column('unit', 'Unit', 'text', { placeholder: 'per second' }),
        column('formula', 'How derived', 'text', { placeholder: '200M × 5 ÷ 86,400 × 3', width: 2 }),
      ],
    },
    {
      id: 'slo',
      label: 'Service levels',
      prompt: 'How fast, how available and how fresh must it be?',
      type: 'table',
      maxRows: 3,
      core: true,
      columns: [
        column('p99', 'p99 latency, ms', 'number', { placeholder: '200' }),
        column('availability', 'Availability, %', 'number', { placeholder: '99.9' }),
        column('freshness', 'Freshness', 'text', { placeholder: 'new items within 10 min', width: 2 }),
      ],
    },
    {
      id: 'data_today',
      label: 'Data today',
      prompt: 'What is logged now, and where would labels come from?',
      type: 'list',
      maxItems: 8,
      core: true,
    },
    {
      id: 'error_cost',
      label: 'Cost of errors',
      prompt: 'Who pays for a false positive, and who for a false negative?',
      type: 'text',
      maxCharacters: 240,
      core: true,
    },
    {
      id: 'surfaces',
      label: 'Surfaces',
      prompt: 'Where is the result seen, and by whom?',
      type: 'text',
      maxCharacters: 200,
      core: false,
    },
    {
      id: 'functional',
      label: 'What it must do',
      prompt: 'Which abilities must the first version have?',
      type: 'list',
      maxItems: 8,
      core: false,
    },
    {
      id: 'constraints',
      label: 'Constraints',
      prompt: 'Which limits of law, privacy, money or people shape the design?',
      type: 'list',
      maxItems: 6,
      core: false,
    },
    {
      id: 'out_of_scope',
      label: 'Out of scope',
      prompt: 'What do you leave out on purpose?',
      type: 'list',
      maxItems: 5,
      core: false,
    },
    {
      id: 'assumptions',
      label: 'Assumptions',
      prompt: 'What do you take as given, and has anyone confirmed it?',
      type: 'assumptions',
      maxItems: 6,
      core: false,
    },
  ],
  frame: [
    {
      id: 'ml_objective',
      label: 'ML objective',
      prompt: 'Given which x do you predict which y, to decide what?',
      type: 'text',
      maxCharacters: 280,
      core: true,
    },
    {
      id: 'task',
      label: 'Task type',
      prompt: 'What kind of task is it? Choose more than one if it has stages.',
      type: 'choice',
      choices: ['classify', 'rank', 'retrieve', 'regress', 'forecast', 'detect', 'generate', 'cluster', 'control'],
      multiple: true,
      maxWhyCharacters: 0,
      core: true,
    },
    {
      id: 'label',
      label: 'Label',
      prompt: 'What exactly is positive, negative and ignored, and after how long do you know?',
      type: 'text',
      maxCharacters: 400,
      core: true,
    },
    {
      id: 'alternatives',
      label: 'Other framings',
      prompt: 'Which framings did you reject, what would each gain, and why not?',
      type: 'table',
      maxRows: 5,
      core: true,
      columns: [
        column('framing', 'Framing', 'text', { placeholder: 'pairwise ranking' }),
        column('gain', 'What it would gain', 'text', { width: 1.4 }),
        column('why_not', 'Why not here', 'text', { width: 1.4 }),
      ],
    },
    {
      id: 'proxy_gap',
      label: 'Proxy gap',
      prompt: 'How could this metric rise while the business loses?',
      type: 'text',
      maxCharacters: 240,
      core: true,
    },
    {
      id: 'need_ml',
      label: 'Why learn at all',
      prompt: 'What would a rule or a query do, and where does it break?',
      type: 'text',
      maxCharacters: 240,
      core: false,
    },
    {
      id: 'io',
      label: 'Input and output',
      prompt: 'What goes in, what comes out, and for what unit: one user, one pair, one list?',
      type: 'table',
      maxRows: 4,
      core: false,
      columns: [column('input', 'Input'), column('output', 'Output'), column('granularity', 'Granularity')],
    },
    {
      id: 'decision_rule',
      label: 'Decision rule',
      prompt: 'How does a prediction become an action?',
      type: 'text',
      maxCharacters: 240,
      core: false,
    },
  ],
  data: [
    {
      id: 'sources',
      label: 'Sources',
      prompt: 'Which data, how much a day, how late, whose, and how personal?',
      type: 'table',
      maxRows: 8,
      core: true,
      columns: [
        column('name', 'Source', 'text', { placeholder: 'impression log', width: 1.4 }),
        column('volume', 'Volume a day', 'text', { placeholder: '10B rows' }),
        column('lag', 'Lag', 'text', { placeholder: '5 min' }),
        column('owner', 'Owner'),
        column('pii', 'Personal data', 'choice', { choices: ['none', 'pseudonymous', 'personal', 'sensitive'] }),
      ],
    },
    {
      id: 'labels',
      label: 'Labels',
      prompt: 'Which labels are natural, human or weak, and what do they cost in money and noise?',
      type: 'text',
      maxCharacters: 400,
      core: true,
    },
    {
      id: 'features',
      label: 'Features',
      prompt: 'Which features, keyed by what, encoded how, how fresh, and where could serving differ from training?',
      type: 'table',
      maxRows: 20,
      core: true,
      columns: [
        column('name', 'Feature', 'text', { placeholder: 'clicks in last 7 days', width: 1.6 }),
        column('entity', 'Entity', 'text', { placeholder: 'user' }),
        column('type', 'Type', 'text', { placeholder: 'count' }),
        column('encoding', 'Encoding', 'text', { placeholder: 'log1p, then standardise', width: 1.3 }),
        column('freshness', 'Freshness', 'choice', { choices: ['batch', 'stream', 'request'] }),
        column('skew_risk', 'Skew risk', 'text', { width: 1.3 }),
      ],
    },
    {
      id: 'split',
      label: 'Split',
      prompt: 'By time, entity or place, and why that one?',
      type: 'text',
      maxCharacters: 240,
      core: true,
    },
    {
      id: 'negatives',
      label: 'Negatives',
      prompt: 'How are negatives sampled, and how is that corrected afterwards?',
      type: 'text',
      maxCharacters: 300,
      core: true,
    },
    {
      id: 'label_delay',
      label: 'Label delay',
      prompt: 'How long until a label is mature?',
      type: 'quantity',
      unitPlaceholder: 'minutes',
      core: false,
    },
    {
      id: 'bias',
      label: 'Bias',
      prompt: 'Which of position, selection and survivorship bite here, and what do you do about each?',
      type: 'list',
      maxItems: 6,
      core: false,
    },
    {
      id: 'leakage_checks',
      label: 'Leakage checks',
      prompt: 'How do you know that no feature saw the future?',
      type: 'list',
      maxItems: 5,
      core: false,
    },
    {
      id: 'privacy',
      label: 'Privacy',
      prompt: 'What about consent, retention, and deletion from training sets?',
      type: 'text',
      maxCharacters: 240,
      core: false,
    },
  ],
  model: [
    {
      id: 'baseline',
      label: 'Baseline',
      prompt: 'What do you beat first: a rule, and then a simple model?',
      type: 'text',
      maxCharacters: 200,
      core: true,
    },
    {
      id: 'candidates',
      label: 'Candidate models',
      prompt: 'Which models do you compare, and what does each cost and risk?',
      type: 'table',
      maxRows: 6,
      core: true,
      columns: [
        column('model', 'Model', 'text', { placeholder: 'two-tower' }),
        column('why', 'Why', 'text', { width: 1.4 }),
        column('cost', 'Cost', 'text'),
        column('risk', 'Risk', 'text', { width: 1.2 }),
      ],
    },
    {
      id: 'architecture',
      label: 'Architecture',
      prompt: 'What are the inputs, shapes, fusion, towers and heads?',
      type: 'text',
      maxCharacters: 1200,
      core: true,
    },
    {
      id: 'loss',
      label: 'Loss',
      prompt: 'What is minimised, as a formula, and how does it follow the metric?',
      type: 'text',
      maxCharacters: 400,
      core: true,
    },
    {
      id: 'architecture_diagram',
      label: 'Model diagram',
      prompt: 'Draw the model: inputs at the top, heads at the bottom.',
      type: 'diagram',
      core: true,
    },
    {
      id: 'imbalance_calibration',
      label: 'Imbalance and calibration',
      prompt: 'What do you do about rare classes, and are the scores probabilities?',
      type: 'text',
      maxCharacters: 300,
      core: false,
    },
    {
      id: 'training',
      label: 'Training',
      prompt: 'Which window, cadence, warm start, hardware, and how many hours?',
      type: 'text',
      maxCharacters: 400,
      core: false,
    },
    {
      id: 'ablations',
      label: 'Ablations',
      prompt: 'Which experiments come first, and when do you stop?',
      type: 'list',
      maxItems: 5,
      core: false,
    },
    {
      id: 'cold_start',
      label: 'Cold start',
      prompt: 'What happens for a user or an item with no history?',
      type: 'text',
      maxCharacters: 240,
      core: false,
    },
  ],
  evaluate: [
    {
      id: 'offline',
      label: 'Offline metrics',
      prompt: 'Which metric, on which slice, and what must it reach to go on?',
      type: 'table',
      maxRows: 8,
      core: true,
      columns: [
        column('metric', 'Metric', 'text', { placeholder: 'NDCG@20' }),
        column('slice', 'Slice', 'text', { placeholder: 'new users' }),
        column('gate', 'Gate', 'text', { placeholder: 'no worse than −0.5 %' }),
      ],
    },
    {
      id: 'online',
      label: 'Online metrics',
      prompt: 'What is the primary metric, which guardrails, and what is the smallest effect worth seeing?',
      type: 'table',
      maxRows: 6,
      core: true,
      columns: [
        column('primary', 'Metric', 'text', { width: 1.3 }),
        column('guardrail', 'Role', 'choice', { choices: ['primary', 'guardrail'] }),
        column('min_effect', 'Smallest effect', 'text', { placeholder: '1 % relative' }),
      ],
    },
    {
      id: 'experiment',
      label: 'Experiment',
      prompt: 'What is randomised, split how, how many in each arm, for how long?',
      type: 'table',
      maxRows: 4,
      core: true,
      columns: [
        column('unit', 'Unit', 'text', { placeholder: 'user' }),
        column('split', 'Split', 'text', { placeholder: '5 % / 5 %' }),
        column('n_per_arm', 'n per arm', 'number', { placeholder: '753k' }),
        column('days', 'Days', 'number', { placeholder: '14' }),
        column('novelty', 'Novelty plan', 'text', { width: 1.5 }),
      ],
    },
    {
      id: 'ship_rule',
      label: 'Ship rule',
      prompt: 'What makes you ship, and what makes you roll back?',
      type: 'text',
      maxCharacters: 200,
      core: true,
    },
    {
      id: 'eval_set',
      label: 'Evaluation set',
      prompt: 'How big, from when, judged by whom?',
      type: 'text',
      maxCharacters: 240,
      core: false,
    },
    {
      id: 'offline_online_gap',
      label: 'Offline and online disagree',
      prompt: 'What are the likely causes, in the order in which you test them?',
      type: 'text',
      maxCharacters: 300,
      core: false,
    },
    {
      id: 'slices',
      label: 'Slices',
      prompt: 'For whom could it be worse while the mean gets better?',
      type: 'list',
      maxItems: 8,
      core: false,
    },
    {
      id: 'error_analysis',
      label: 'Error analysis',
      prompt: 'Which errors do you read, and how many?',
      type: 'text',
      maxCharacters: 240,
      core: false,
    },
  ],
  serve: [
    {
      id: 'mode',
      label: 'Serving mode',
      prompt: 'Batch, online, streaming, edge or a mix, and why?',
      type: 'choice',
      choices: ['batch', 'online', 'streaming', 'edge', 'hybrid'],
      multiple: false,
      maxWhyCharacters: 200,
      core: true,
    },
    {
      id: 'latency_budget',
      label: 'Latency budget',
      prompt: 'Where do the milliseconds go? The stages must fit in the p99 that you agreed on.',
      type: 'table',
      maxRows: 12,
      core: true,
      columns: [
        column('stage', 'Stage', 'text', { placeholder: 'candidate retrieval', width: 2 }),
        column('ms', 'ms', 'number', { placeholder: '25' }),
      ],
      sum: { column: 'ms', unit: 'ms', against: 'latency-slo' },
    },
    {
      id: 'request_path',
      label: 'Request path',
      prompt: 'What happens from the request to the answer?',
      type: 'text',
      maxCharacters: 600,
      core: true,
    },
    {
      id: 'request_path_diagram',
      label: 'Request path diagram',
      prompt: 'Draw it: client at the top, stores at the side.',
      type: 'diagram',
      core: true,
    },
    {
      id: 'rollout',
      label: 'Rollout',
      prompt: 'Shadow, canary of how many per cent, and what triggers the rollback?',
      type: 'text',
      maxCharacters: 300,
      core: true,
    },
    {
      id: 'capacity',
      label: 'Capacity',
      prompt: 'How many requests a second, replicas, and how much memory?',
      type: 'table',
      maxRows: 6,
      core: false,
      columns: [
        column('component', 'Component', 'text', { placeholder: 'ranker', width: 1.4 }),
        column('qps', 'Requests a second', 'number'),
        column('replicas', 'Replicas', 'number'),
        column('memory', 'Memory each', 'text', { placeholder: '32 GB' }),
      ],
    },
    {
      id: 'feature_path',
      label: 'Feature path',
      prompt: 'How do features reach the model, and how do you keep them the same as in training?',
      type: 'text',
      maxCharacters: 300,
      core: false,
    },
    {
      id: 'fallback',
      label: 'Fallbacks',
      prompt: 'For each dependency: what is served when it is slow or gone?',
      type: 'list',
      maxItems: 5,
      core: false,
    },
    {
      id: 'cost',
      label: 'Cost',
      prompt: 'What do a thousand requests cost?',
      type: 'quantity',
      unitPlaceholder: '$ per 1,000 requests',
      core: false,
    },
  ],
  monitor: [
    {
      id: 'monitors',
      label: 'Monitors',
      prompt: 'Which signal, over which window, at which threshold, leads to which action by whom?',
      type: 'table',
      maxRows: 10,
      core: true,
      columns: [
        column('signal', 'Signal', 'text', { placeholder: 'calibration ratio', width: 1.4 }),
        column('window', 'Window', 'text', { placeholder: '1 h' }),
        column('threshold', 'Threshold', 'text', { placeholder: 'outside 0.9–1.1' }),
        column('action', 'Action', 'text', { width: 1.4 }),
        column('owner', 'Owner', 'text'),
      ],
    },
    {
      id: 'drift',
      label: 'Drift',
      prompt: 'How do you tell input, label and concept drift apart, before labels arrive?',
      type: 'text',
      maxCharacters: 300,
      core: true,
    },
    {
      id: 'retrain',
      label: 'Retraining',
      prompt: 'What triggers it, which gate does it pass, and who says yes?',
      type: 'text',
      maxCharacters: 300,
      core: true,
    },
    {
      id: 'loops',
      label: 'Feedback loops',
      prompt: 'How do the outputs change the data they will be trained on?',
      type: 'list',
      maxItems: 4,
      core: true,
    },
    {
      id: 'lineage',
      label: 'Lineage',
      prompt: 'How would you reproduce one prediction from last month?',
      type: 'text',
      maxCharacters: 240,
      core: false,
    },
    {
      id: 'runbook',
      label: 'Runbook',
      prompt: 'What happens in the first 15 minutes of an incident?',
      type: 'text',
      maxCharacters: 400,
      core: false,
    },
    {
      id: 'roadmap',
      label: 'Roadmap',
      prompt: 'What comes next, and what is it expected to gain?',
      type: 'list',
      maxItems: 3,
      core: false,
    },
  ],
};

/** The field of a step by id, or null when the step has no such field. */
export function findField(step: StepId, fieldId: string): Field | null {
  return STEP_FIELDS[step].find((field) => field.id === fieldId) ?? null;
}
