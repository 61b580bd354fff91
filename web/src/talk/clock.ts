/// `0:07`, `12:30`, `1:02:05`.
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/// How long each question was open on this screen, kept for this window.
export class QuestionTimes {
  private readonly spent: Map<string, number>;
  private open = '';
  private since = 0;
  private readonly key: string;

  constructor(talk: string) {
    this.key = `beleidstafel.talk.times/${talk}`;
    this.spent = new Map(readTimes(this.key));
  }

  /// From now on this question is open; an empty one: none.
  turnTo(question: string, now: number): void {
    if (this.open !== '') {
      this.spent.set(this.open, this.of(this.open, now));
    }
    this.open = question;
    this.since = now;
    try {
      sessionStorage.setItem(this.key, JSON.stringify([...this.spent]));
    } catch {
      // Without storage the times last as long as the page.
    }
  }

  of(question: string, now: number): number {
    const before = this.spent.get(question) ?? 0;
    return question === this.open ? before + Math.max(0, now - this.since) : before;
  }
}

function readTimes(key: string): [string, number][] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(found)
      ? found.filter(
          (pair): pair is [string, number] =>
            Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number',
        )
      : [];
  } catch {
    return [];
  }
}
