export const stepNames = ['name', 'contents', 'situation', 'partners'] as const;

export type StepName = (typeof stepNames)[number];

/// The step of an address, which counts from 1; the first where it names none.
export function stepOf(word: string | null): StepName {
  return stepNames[Number(word ?? '1') - 1] ?? 'name';
}
