export function talkPathOf(planId: string, interviewId: string): string {
  return `/plannen/${planId}/interviews/${interviewId}/gesprek`;
}
