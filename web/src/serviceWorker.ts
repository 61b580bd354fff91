/// Starts the service worker, which lets the last pages open without network. Does nothing in
/// development, where files change, and where the browser has none (plain http).
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: 'keep', paths: loadedPaths() });
  } catch {
    // Without it the app works, but not after a reload without network.
  }
}

/// What this page had loaded before the worker stood beside it.
function loadedPaths(): string[] {
  return performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin)
    .map((url) => url.pathname);
}
