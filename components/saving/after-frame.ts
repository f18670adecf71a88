/** A frame that does not come, because the tab went out of sight meanwhile, is not waited for. */
const LATEST_MS = 100;

/** Resolves once the next frame is drawn; at once where nobody looks. What can wait that long does not delay the letter just typed. */
export function afterFrame(): Promise<void> {
  if (typeof document === 'undefined' || document.visibilityState !== 'visible') return Promise.resolve();
  return new Promise((resolve) => {
    const latest = setTimeout(resolve, LATEST_MS);
    requestAnimationFrame(() => {
      clearTimeout(latest);
      setTimeout(resolve);
    });
  });
}
