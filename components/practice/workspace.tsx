'use client';

import Link from 'next/link';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import type { AttemptDetail } from '@/lib/core/api-types';
import {
  type AnswerSlot,
  answeredSteps,
  answerSlots,
  attemptMinutes,
  attemptName,
  PAGE_SLOT,
} from '@/lib/core/attempt';
import type { CarryOver } from '@/lib/core/review/review-api';
import { STEPS, type StepId } from '@/lib/core/steps';
import { useAnswerSaver } from '../saving/use-answer-saver';
import { BlankSheet, type PageView } from './blank-sheet';
import { ConflictChoice } from './conflict-choice';
import { EarlierSaves } from './earlier-saves';
import { GuidedSheet } from './guided-sheet';
import type { OpenedHint } from './hints';
import { ShortcutsDialog } from './shortcuts-dialog';
import { SidePanel } from './side-panel';
import { StatusBar } from './status-bar';
import { StepRail } from './step-rail';
import { StepSwitcher } from './step-switcher';
import { SubmitDialog } from './submit-dialog';
import { UnaidedSheet } from './unaided-sheet';
import { useCommentAnswers } from './use-comment-answers';
import { useCurrentStep } from './use-current-step';
import { useFoundSoFar } from './use-found-so-far';
import { useLastBox } from './use-last-box';
import { useShortcuts } from './use-shortcuts';
import { useStepClock } from './use-step-clock';

/** What the workspace shows of a case. */
export interface WorkspaceCase {
  readonly slug: string;
  readonly title: string;
  readonly promptHtml: string;
}

/** What the panel holds, for the buttons that show it. */
function panelName(attempt: AttemptDetail, carryOver: CarryOver | null): string {
  const names = [
    ...(carryOver ? ['comments'] : []),
    'prompt',
    ...(attempt.mode === 'guided' ? ['hints', 'findings'] : []),
    'numbers',
  ];
  // On a phone another button stands beside it.
  return names.join(names.length > 2 ? ', ' : ' and ');
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const never = () => () => {};
const isTrue = () => true;
const NO_COMMENTS: CarryOver['comments'] = [];
const isFalse = () => false;
/** Wide enough for the panel to stand beside the sheet. */
const isWide = () => window.matchMedia('(min-width: 64rem)').matches;

/** Where an attempt is worked on: steps, the sheet to write on, one side panel, and the status line. */
export function Workspace({
  attempt,
  study,
  openedHints,
  carryOver,
}: {
  attempt: AttemptDetail;
  study: WorkspaceCase;
  openedHints: readonly OpenedHint[];
  /** The comments on the attempts that this one follows; null when none of them was reviewed. */
  carryOver: CarryOver | null;
}) {
  const slots = answerSlots(attempt);
  const onPage = attempt.mode === 'blank';
  const steps = answeredSteps(attempt);
  const [step, selectStep] = useCurrentStep(steps);
  const place = steps.indexOf(step);
  const slot: AnswerSlot = onPage ? PAGE_SLOT : step;
  const saver = useAnswerSaver(attempt.id, attempt.answers);
  const clock = useStepClock(attempt.id, slot, attempt.segments);
  const [hints, setHints] = useState<readonly OpenedHint[]>(openedHints);
  const [dialog, setDialog] = useState<'shortcuts' | 'history' | 'submit' | 'panel' | null>(null);
  const [panelShown, setPanelShown] = useState(true);
  const [pageView, setPageView] = useState<PageView>('write');
  const answers = useCommentAnswers(attempt.id, carryOver?.comments ?? NO_COMMENTS);
  const found = useFoundSoFar(attempt.id, saver);
  const box = useLastBox();
  const sentences = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Until the scripts are there nobody would hear what is typed, so nothing can be.
  const isListening = useSyncExternalStore(never, isTrue, isFalse);

  const go = useCallback(
    (next: StepId | undefined) => {
      if (!next) return;
      selectStep(next);
      window.scrollTo({ top: 0 });
      heading.current?.focus({ preventScroll: true });
    },
    [selectStep],
  );

  function showPanel() {
    if (isWide()) setPanelShown(true);
    else setDialog('panel');
  }

  function putNumber(text: string): boolean {
    // On a phone the list lies over the answer.
    setDialog(null);
    return box.put(text);
  }

  useShortcuts({
    next: () => !onPage && go(steps[place + 1]),
    previous: () => !onPage && go(steps[place - 1]),
    togglePanel: () => {
      if (isWide()) setPanelShown((shown) => !shown);
      else setDialog((open) => (open === 'panel' ? null : 'panel'));
    },
    saveNow: () => void saver.flush(),
    list: () => setDialog('shortcuts'),
  });

  useEffect(() => {
    // A last word before text leaves the screen that is not on the server yet; it is on this device either way.
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (saver.hasUnsavedText && saver.deviceFailed) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [saver]);

  const panel = (
    <SidePanel
      attemptId={attempt.id}
      shape={attempt}
      saver={saver}
      found={found}
      onUseNumber={putNumber}
      promptHtml={study.promptHtml}
      step={attempt.mode === 'guided' ? step : null}
      opened={hints}
      onOpened={(hint) => setHints((before) => [...before, hint])}
      carryOver={carryOver}
      commentStep={onPage ? null : step}
      answers={answers}
    />
  );
  const inPanel = panelName(attempt, carryOver);
  const commentsHere = (carryOver?.comments ?? []).filter(({ comment }) => onPage || comment.step === step);
  const next = onPage ? undefined : steps[place + 1];

  return (
    <>
      <div data-page="workspace" className="site-frame flex-1 pt-4 pb-10">
        <noscript>
          <p className="mb-4 max-w-[66ch] border-b border-rule pb-4">
            Writing here needs JavaScript: every word is saved as you type it. What is saved can be read below. Switch
            it on for this site and reload.
          </p>
        </noscript>
        <div className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule pb-3">
          <p className="text-large font-medium">
            <Link href={`/cases/${study.slug}`} prefetch={false} className="hover:text-accent">
              {study.title}
            </Link>
          </p>
          <p className="text-muted">{attemptName(attempt)}</p>
          {attempt.caseState === 'changed' && (
            <p className="text-muted">The case’s text has changed since you began; your answers are as they were.</p>
          )}
          <span className="ml-auto hidden lg:block">
            <Button size="small" onClick={() => setPanelShown(!panelShown)}>
              {panelShown ? 'Hide' : 'Show'} {inPanel}
            </Button>
          </span>
          <span className="flex w-full flex-wrap gap-2 lg:hidden">
            <Button size="small" onClick={() => setDialog('panel')}>
              {capitalised(inPanel)}
            </Button>
            <span className="sm:hidden">
              <Button size="small" onClick={() => setDialog('history')}>
                Earlier saves
              </Button>
            </span>
          </span>
        </div>
        <div
          className={`grid gap-x-10 ${
            onPage
              ? panelShown
                ? 'lg:grid-cols-[minmax(0,1fr)_300px]'
                : ''
              : panelShown
                ? 'lg:grid-cols-[210px_minmax(0,1fr)_300px]'
                : 'lg:grid-cols-[210px_minmax(0,1fr)]'
          }`}
        >
          {!onPage && (
            <div className="lg:sticky lg:top-4 lg:self-start">
              <StepRail steps={steps} current={step} saver={saver} clock={clock} onSelect={go} />
            </div>
          )}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notes which of its boxes had the caret. */}
          <div
            className={`min-w-0 max-w-[860px] ${panelShown ? 'md:max-lg:pr-8' : 'md:pr-8 xl:pr-0'}`}
            inert={!isListening}
            onFocus={box.onFocus}
          >
            <h1
              ref={heading}
              tabIndex={-1}
              className="mb-6 font-reading text-display font-semibold tracking-tight outline-none"
            >
              {onPage ? study.title : STEPS[step].title}
            </h1>
            {commentsHere.length > 0 && (
              <p className={panelShown ? 'mb-5 lg:hidden' : 'mb-5'}>
                <button type="button" className="text-link" onClick={showPanel}>
                  {commentsHere.length === 1 ? '1 comment' : `${commentsHere.length} comments`} to answer
                  {onPage ? '' : ' here'}
                </button>
              </p>
            )}
            <ConflictChoice saver={saver} slot={slot} />
            {attempt.mode === 'guided' && <GuidedSheet key={step} step={step} saver={saver} />}
            {attempt.mode === 'unaided' && <UnaidedSheet key={step} step={step} saver={saver} />}
            {onPage && <BlankSheet saver={saver} view={pageView} onView={setPageView} sentences={sentences} />}
            {next && (
              <p className="mt-8 hidden lg:block">
                <Button onClick={() => go(next)}>Next: {STEPS[next].title}</Button>
              </p>
            )}
          </div>
          {panelShown && (
            // It can be longer than the window: then it scrolls by itself, beside the sheet.
            <aside
              inert={!isListening}
              className="hidden lg:sticky lg:top-4 lg:-mr-3 lg:-ml-2 lg:block lg:max-h-[calc(100dvh-88px)] lg:self-start lg:overflow-y-auto lg:pr-3 lg:pl-2"
            >
              {panel}
            </aside>
          )}
        </div>
      </div>
      <div className="sticky bottom-0 z-20 bg-paper">
        {!onPage && (
          <div className="border-t border-rule px-4 py-2 sm:px-6 lg:hidden">
            <StepSwitcher steps={steps} current={step} clock={clock} onSelect={go} />
          </div>
        )}
        <StatusBar
          saver={saver}
          slot={slot}
          slots={slots}
          clock={clock}
          minutes={attemptMinutes(attempt)}
          onShortcuts={() => setDialog('shortcuts')}
          onHistory={() => setDialog('history')}
          onSubmit={() => setDialog('submit')}
        />
      </div>
      <DialogFrame open={dialog === 'panel'} onClose={() => setDialog(null)} title={capitalised(inPanel)}>
        <div className="overflow-y-auto px-5 py-4">{panel}</div>
      </DialogFrame>
      <ShortcutsDialog open={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
      <SubmitDialog
        open={dialog === 'submit'}
        onClose={() => setDialog(null)}
        attemptId={attempt.id}
        slots={slots}
        saver={saver}
        clock={clock}
        sentences={sentences}
        onTag={() => {
          setPageView('tag');
          setDialog(null);
        }}
      />
      {dialog === 'history' && (
        <EarlierSaves attemptId={attempt.id} slot={slot} saver={saver} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
