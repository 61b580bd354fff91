/// Starts the service worker, which lets the last pages open without network. Does nothing in
/// development, where files change, and where the browser has none (plain http).
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  } catch {
    // Without it the app works, but not after a reload without network.
  }
}

/// Forgets the kept answers about session and plans. Call at sign-out.
export async function forgetOfflinePages(): Promise<void> {
  if ('caches' in globalThis) {
    await caches.delete('beleidstafel-data-1');
  }
}
