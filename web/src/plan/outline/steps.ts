import type { TFunction } from 'i18next';
import { arrange, deleteSection, renameSection, renumber, switchOff, switchOn } from '../api';
import { nameOf, type Plan, type Section } from '../model';
import { type Direction, moved, wholeOutline } from './moves';
import type { Step } from './useOutlineEdit';

type Words = TFunction<'plan'>;

/// A section that is switched on, by its id.
function sectionOf(plan: Plan, id: string): Section | undefined {
  return plan.sections.find((each) => each.id === id);
}

export function moving(t: Words, id: string, direction: Direction) {
  return (plan: Plan): Step => {
    const order = moved(plan, id, direction);
    if (order === undefined) {
      const said = t(direction === 'up' ? 'arrange.noHigher' : 'arrange.noLower');
      return { send: async (now) => now, said: () => said };
    }
    const before = wholeOutline(plan).map((each) => each.id);
    return {
      send: (now) => arrange(now, order),
      said: (after) => whereText(t, after, id),
      undo: (now) => arrange(now, before),
    };
  };
}

/// "3.4 Signaleren staat nu na 3.5 Handhaven."
function whereText(t: Words, plan: Plan, id: string): string {
  const at = plan.sections.findIndex((each) => each.id === id);
  const section = plan.sections[at];
  const before = plan.sections[at - 1];
  if (section === undefined) {
    return '';
  }
  return before === undefined
    ? t('arrange.movedFirst', { name: nameOf(section) })
    : t('arrange.moved', { name: nameOf(section), after: nameOf(before) });
}

export function numbering(t: Words) {
  return (plan: Plan): Step => {
    const whole = wholeOutline(plan);
    const order = whole.map((each) => each.id);
    const numbers = whole.map((each) => each.number);
    return {
      send: renumber,
      said: (after) =>
        t(after.version === plan.version ? 'arrange.numbersRight' : 'arrange.numbered'),
      undo: (now) => arrange(now, order, numbers),
    };
  };
}

export function renaming(t: Words, id: string, title: string) {
  return (plan: Plan): Step | undefined => {
    const before = sectionOf(plan, id)?.title;
    return before === undefined || before === title
      ? undefined
      : {
          send: (now) => renameSection(now, id, title),
          said: () => t('arrange.renamed', { before, title }),
          undo: (now) => renameSection(now, id, before),
        };
  };
}

export function switchingOff(t: Words, id: string, elsewhere: string) {
  return (plan: Plan): Step | undefined => {
    const section = sectionOf(plan, id);
    return (
      section && {
        send: (now) => switchOff(now, id, elsewhere),
        said: () => t('arrange.switchedOff', { name: nameOf(section) }),
        undo: (now) => switchOn(now, id),
      }
    );
  };
}

export function switchingOn(t: Words, id: string) {
  return (plan: Plan): Step | undefined => {
    const section = plan.off.find((each) => each.id === id);
    return (
      section && {
        send: (now) => switchOn(now, id),
        said: () => t('arrange.switchedOn', { name: nameOf(section) }),
        undo: (now) => switchOff(now, id, section.elsewhere),
      }
    );
  };
}

export function deleting(t: Words, id: string) {
  return (plan: Plan): Step | undefined => {
    const section = sectionOf(plan, id);
    return (
      section && {
        send: (now) => deleteSection(now, id),
        said: () => t('arrange.deleted', { name: nameOf(section) }),
      }
    );
  };
}
