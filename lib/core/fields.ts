import type { Field } from './field';
import { clarifyForm } from './forms/clarify';
import { dataForm } from './forms/data';
import { evaluateForm } from './forms/evaluate';
import { frameForm } from './forms/frame';
import { modelForm } from './forms/model';
import { monitorForm } from './forms/monitor';
import { serveForm } from './forms/serve';
import type { StepId } from './steps';

/** The form of each step in guided mode. Ids are stored in answers: rename one only with a migration. */
export const STEP_FIELDS: Readonly<Record<StepId, readonly Field[]>> = {
  clarify: clarifyForm,
  frame: frameForm,
  data: dataForm,
  model: modelForm,
  evaluate: evaluateForm,
  serve: serveForm,
  monitor: monitorForm,
};
