/// A moment as people say it: the time today, "gisteren 14:03", or the date.
export function spokenTime(
  at: number,
  now: number,
  language: string,
  words: { yesterday: (time: string) => string },
): string {
  const moment = new Date(at);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(
    moment,
  );
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) {
    return time;
  }
  if (days === 1) {
    return words.yesterday(time);
  }
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(moment);
  return `${date} ${time}`;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
