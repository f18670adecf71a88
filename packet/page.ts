import type { PacketData } from '@/lib/core/review/packet-data';
import { verdictIssues } from '@/lib/core/review/verdict';
import { createAnswers, readSelection } from './answers';
import { bandFields } from './bands';
import { createComments, withText } from './comments';
import type { Context } from './context';
import { downloadReview, keepDraft, readDraft } from './draft';
import { byId, element, fill } from './element';
import { expectationList } from './expectations';
import { createSelectionBar } from './selection-bar';
import { createVerdict } from './verdict-fields';

/*
 * The page that a review packet is. It runs from a file, without a server: what it shows stands in the file, what is written is kept in the
 * browser, and "Save review" gives it to the person as a file.
 */
const data = JSON.parse(byId('packet').textContent ?? '') as PacketData;
const draft = readDraft(data);

const status = element('p', { class: 'status', role: 'status' });
const problems = element('div', { role: 'alert', tabindex: -1, id: 'problems' });

function keptText(savedAt: string): string {
  return `Kept in this browser, ${new Date(savedAt).toLocaleTimeString([], { timeStyle: 'short' })}`;
}

const context: Context = {
  data,
  draft,
  selected: null,
  changed() {
    draft.savedAt = new Date().toISOString();
    answers.mark();
    verdict.draw();
    const isKept = keepDraft(data, draft);
    this.say(
      isKept ? keptText(draft.savedAt) : 'This browser keeps nothing of it: save the review before you close the page.',
    );
  },
  select(quote) {
    this.selected = quote;
    answers.mark();
    bar.draw();
  },
  say(text) {
    fill(status, text);
  },
};

const answers = createAnswers(context);
const comments = createComments(context);
const verdict = createVerdict(context);
const bar = createSelectionBar(context, comments.add);

/** What keeps the file from being taken later, in words; empty when it is all right. */
function findProblems(): { text: string; id: string }[] {
  const { review, coachName } = draft;
  return [
    ...(coachName.trim() === '' ? [{ text: 'Sign it with your name.', id: 'coach-name' }] : []),
    ...review.comments.flatMap((comment, index) =>
      comment.text.trim() === '' ? [{ text: `Comment ${index + 1} says nothing yet.`, id: `text-${comment.id}` }] : [],
    ),
    ...verdictIssues(review, data.dimensions).map(({ path, message }) => {
      const [part, dimension] = path.split('.');
      return { text: message, id: part === 'dimensions' ? `dimension-${dimension}` : 'reason' };
    }),
  ];
}

function save(): void {
  const found = findProblems();
  if (found.length > 0) {
    fill(
      problems,
      element('p', {}, 'Before it can be saved:'),
      element('ul', {}, ...found.map(({ text, id }) => element('li', {}, element('a', { href: `#${id}` }, text)))),
    );
    problems.focus();
    return;
  }
  fill(problems);
  downloadReview(data, draft);
  context.say('The review was given to your browser as a file. Send it to the candidate.');
}

const submitted = new Date(data.submittedAt).toLocaleDateString([], { dateStyle: 'long' });
const name = element('input', {
  id: 'coach-name',
  maxlength: 80,
  autocomplete: 'name',
  input: () => {
    draft.coachName = name.value;
    context.changed();
  },
});
name.value = draft.coachName;
const summary = withText(
  element('textarea', {
    id: 'summary-text',
    rows: 5,
    maxlength: 20_000,
    dir: 'auto',
    input: () => {
      draft.review.summary = summary.value;
      context.changed();
    },
  }),
  draft.review.summary,
);

document.body.append(
  element(
    'header',
    {},
    element('h1', { dir: 'auto' }, data.title),
    element('p', { class: 'muted' }, `${data.mode} · ${data.level} · submitted on ${submitted}`),
    element('p', { class: 'prompt', dir: 'auto' }, data.prompt),
    element(
      'p',
      { class: 'help' },
      'Read the answer, select words of it (with the mouse, or by the buttons under each part), and comment on them or quote them for an expectation or a band. ' +
        'Nothing leaves this page until you save the review as a file.',
    ),
  ),
  element(
    'main',
    {},
    element(
      'div',
      { class: 'answers' },
      ...data.steps.map((step) =>
        element(
          'section',
          { 'aria-labelledby': `step-${step.id}` },
          element('h2', { id: `step-${step.id}` }, step.title),
          ...(step.blocks.length > 0
            ? answers.draw(step.blocks)
            : [element('p', { class: 'muted' }, 'Nothing was written here.')]),
          expectationList(context, step),
        ),
      ),
      data.rest.length > 0 &&
        element(
          'section',
          { 'aria-labelledby': 'rest' },
          element('h2', { id: 'rest' }, 'The rest of the page'),
          ...answers.draw(data.rest),
        ),
    ),
    element(
      'div',
      { class: 'review' },
      comments.node,
      element(
        'section',
        { 'aria-labelledby': 'bands' },
        element('h2', { id: 'bands' }, 'Bands'),
        ...data.dimensions.map((dimension) => bandFields(context, dimension)),
      ),
      verdict.node,
      element(
        'section',
        { 'aria-labelledby': 'summary' },
        element('h2', { id: 'summary' }, 'Summary'),
        element('label', { for: 'summary-text' }, 'In all, for the candidate'),
        summary,
        element('label', { for: 'coach-name' }, 'Your name'),
        name,
        problems,
        element('button', { type: 'button', class: 'primary', click: save }, 'Save review'),
      ),
    ),
  ),
  element('footer', { class: 'dock' }, bar.node, status),
);

context.say(
  draft.savedAt === null ? 'Nothing is written yet. It is kept in this browser as you write.' : keptText(draft.savedAt),
);
comments.draw();
verdict.draw();
answers.mark();
document.addEventListener('mouseup', () => setTimeout(() => readSelection(context)));
document.addEventListener('touchend', () => setTimeout(() => readSelection(context)));
document.addEventListener('keyup', (event) => {
  if (event.key === 'Escape' && context.selected) context.select(null);
  else if (event.shiftKey) readSelection(context);
});
