/// A random UUID (version 4). `crypto.randomUUID` exists on secure pages only, and a town may
/// try the product on plain http first.
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const versions = bytes.map((byte, index) => {
    if (index === 6) {
      return (byte & 0x0f) | 0x40;
    }
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = [...versions].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
