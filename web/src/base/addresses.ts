/// Addresses in texts: which of them a page may follow or show.

const schemes = ['http:', 'https:', 'mailto:'];

/// The address as a link may hold it, or undefined. Words without a scheme become https, an
/// address with @ becomes mailto; anything that could run as a program is refused.
export function safeHref(text: string): string | undefined {
  const words = text.trim();
  if (words === '' || /\s/.test(words)) {
    return undefined;
  }
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(words) && !/^[^:/]+:\d+(\/|$)/.test(words);
  const full = hasScheme ? words : words.includes('@') ? `mailto:${words}` : `https://${words}`;
  try {
    const url = new URL(full);
    const named = url.protocol === 'mailto:' || url.hostname.includes('.') || hasScheme;
    return schemes.includes(url.protocol) && named ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const ownImage = /^\/v1\/images\/[0-9A-Za-z-]+$/;

/// Whether a source is a picture kept by our own server. Nothing else is shown: a text must not
/// make every reader's browser call somebody else's.
export function isOwnImage(src: unknown): src is string {
  return typeof src === 'string' && ownImage.test(src);
}
