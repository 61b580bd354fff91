import type { Level, OffSection, Plan, Section } from '../model';

export type Direction = 'up' | 'down';

/// All sections in their order, those that are switched off in their places.
export function wholeOutline(plan: Plan): readonly (Section | OffSection)[] {
  const whole: (Section | OffSection)[] = [...plan.sections];
  for (const off of [...plan.off].sort((one, other) => one.position - other.position)) {
    whole.splice(off.position, 0, off);
  }
  return whole;
}

export function isOff(section: Section | OffSection): section is OffSection {
  return 'elsewhere' in section;
}

/// The order of all sections after one went a place up or down; absent where it cannot. A section
/// goes from part to part, a part takes along what stands in it, and what is switched off stays
/// with its part.
export function moved(plan: Plan, id: string, direction: Direction): readonly string[] | undefined {
  const whole = wholeOutline(plan);
  const at = whole.findIndex((each) => each.id === id);
  const section = whole[at];
  if (section === undefined) {
    return undefined;
  }
  const end = section.level === 'part' ? endOfPart(whole, at) : at + 1;
  const target =
    section.level === 'part'
      ? placeOfPart(whole, at, end, direction)
      : placeOfOne(whole, at, direction);
  if (target === undefined) {
    return undefined;
  }
  const ids = whole.map((each) => each.id);
  const moving = ids.slice(at, end);
  return target < at
    ? [...ids.slice(0, target), ...moving, ...ids.slice(target, at), ...ids.slice(end)]
    : [...ids.slice(0, at), ...ids.slice(end, target), ...moving, ...ids.slice(target)];
}

/// Where the part ends: the place of the next part, annex, or of nothing.
function endOfPart(whole: readonly Section[], at: number): number {
  let end = at + 1;
  while (whole[end]?.level === 'section') {
    end++;
  }
  return end;
}

function placeOfPart(
  whole: readonly (Section | OffSection)[],
  at: number,
  end: number,
  direction: Direction,
): number | undefined {
  const isPart = (each: Section | OffSection) => each.level === 'part' && !isOff(each);
  if (direction === 'up') {
    const before = whole.slice(0, at).findLastIndex(isPart);
    return before < 0 ? undefined : before;
  }
  const after = whole.findIndex((each, place) => place >= end && isPart(each));
  return after < 0 ? undefined : endOfPart(whole, after);
}

/// A place for what is no part: beside the next that is switched on, if that is of its kind; a
/// section may also pass the head of a part that has one before it.
function placeOfOne(
  whole: readonly (Section | OffSection)[],
  at: number,
  direction: Direction,
): number | undefined {
  const level = whole[at]?.level;
  const beside = nextOn(whole, at, direction);
  const other = whole[beside];
  if (other === undefined) {
    return undefined;
  }
  if (other.level === level) {
    return direction === 'up' ? beside : beside + 1;
  }
  if (level !== 'section' || other.level !== 'part') {
    return undefined;
  }
  if (direction === 'down') {
    return beside + 1;
  }
  const last = nextOn(whole, beside, 'up');
  const ends: readonly (Level | undefined)[] = ['part', 'section'];
  return ends.includes(whole[last]?.level) ? last + 1 : undefined;
}

function nextOn(
  whole: readonly (Section | OffSection)[],
  at: number,
  direction: Direction,
): number {
  const step = direction === 'up' ? -1 : 1;
  let place = at + step;
  for (let each = whole[place]; each !== undefined && isOff(each); each = whole[place]) {
    place += step;
  }
  return place;
}
