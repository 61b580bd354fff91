/// It fetches all files of the app once more to keep them: not while the first page is coming.
const patienceMs = 1500;

/// Starts the service worker, which lets the last pages open without network. Does nothing in
/// development, where files change, and where the browser has none (plain http).
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  try {
    const options = { updateViaCache: 'none' } as const;
    const { installing } = await navigator.serviceWorker.register('/sw.js', options);
    // Once it is ready, this page can open without network already.
    installing?.postMessage({ kind: 'keep', paths: loadedPaths() });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: 'keep', paths: loadedPaths() });
  } catch {
    // Without it the app works, but not after a reload without network.
  }
}

/// What this page had loaded before the worker stood beside it.
function loadedPaths(): string[] {
  return (
    performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name))
      .filter((url) => url.origin === location.origin)
      .map((url) => url.pathname)
      // What cannot be had again from anywhere comes first.
      .sort((one, other) => Number(other.startsWith('/v1/')) - Number(one.startsWith('/v1/')))
  );
}
