/// How the app looks on this device: whose theme, light or dark. Kept in this browser only.
export type Town = 'voorbeeld' | 'zilverdam';
export type Scheme = 'light' | 'dark' | 'device';

export interface Look {
  town: Town;
  scheme: Scheme;
}

export const towns: readonly Town[] = ['voorbeeld', 'zilverdam'];
export const schemes: readonly Scheme[] = ['device', 'light', 'dark'];

const TOWN_KEY = 'beleidstafel.town';
const SCHEME_KEY = 'beleidstafel.scheme';

export function storedLook(): Look {
  return {
    town: towns.find((town) => town === stored(TOWN_KEY)) ?? 'voorbeeld',
    scheme: schemes.find((scheme) => scheme === stored(SCHEME_KEY)) ?? 'device',
  };
}

/// Puts the look on the page and remembers it.
export function applyLook(look: Look): void {
  const page = document.documentElement;
  page.classList.add('voorbeeld-theme');
  page.setAttribute('data-town', look.town);
  page.setAttribute('data-scheme', resolved(look.scheme));
  store(TOWN_KEY, look.town);
  store(SCHEME_KEY, look.scheme);
}

/// Follows the device while the user chose that. Returns the function that ends it.
export function followDevice(look: () => Look): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const listener = () => applyLook(look());
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

function resolved(scheme: Scheme): 'light' | 'dark' {
  if (scheme !== 'device') {
    return scheme;
  }
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/// Reads a small choice of this browser; absent where the browser refuses storage.
export function stored(key: string): string | undefined {
  try {
    return window.localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function store(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // A browser without storage forgets the choice at the next visit; nothing else is lost.
  }
}
