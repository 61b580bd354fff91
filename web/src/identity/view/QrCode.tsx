import { generate } from 'lean-qr';

const marginModules = 4;

/// A text as a QR code: dark on light in every theme, because scanners expect it.
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(text);
  const steps: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) {
        steps.push(`M${x + marginModules} ${y + marginModules}h1v1h-1z`);
      }
    }
  }
  const side = code.size + 2 * marginModules;
  return (
    <svg className="bt-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect className="bt-qr__light" width={side} height={side} />
      <path className="bt-qr__dark" d={steps.join('')} />
    </svg>
  );
}
