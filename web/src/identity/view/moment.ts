/// A moment as people say it in this language, such as "3 april 2027, 14:05".
export function momentText(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(time),
  );
}
