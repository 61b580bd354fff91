/// Tells the bell that something was seen on this page.
const seen = new EventTarget();

export function tellSeen(): void {
  seen.dispatchEvent(new Event('seen'));
}

/// Calls until the answer is called.
export function onSeen(call: () => void): () => void {
  seen.addEventListener('seen', call);
  return () => seen.removeEventListener('seen', call);
}
