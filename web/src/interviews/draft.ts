import type { Wish } from './api';
import type { Confidentiality, Interview, Table } from './model';

/// What stands in the form of an interview.
export interface Draft {
  /// A partner at the table, or somebody else.
  atTable: boolean;
  partner: string;
  organisation: string;
  kind: string;
  function: string;
  place: string;
  /// Such as 2026-12-01; empty while it is not known.
  day: string;
  time: string;
  minutes: string;
  list: string;
  experiment: boolean;
  figures: readonly string[];
  confidentiality: Confidentiality;
  interviewers: readonly string[];
  noteTakers: readonly string[];
}

/// What must still be filled in, by field.
export type Need = 'partner' | 'organisation' | 'kind' | 'list' | 'interviewers' | 'day' | 'time';

export const lengths = ['30', '45', '60', '90', '120'] as const;

export function newDraft(memberId: string, about: { partner: string; kind: string }): Draft {
  return {
    atTable: about.kind === '',
    partner: about.partner,
    organisation: '',
    kind: about.kind,
    function: '',
    place: '',
    day: '',
    time: '',
    minutes: '60',
    list: '',
    experiment: false,
    figures: [],
    confidentiality: 'core',
    interviewers: [memberId],
    noteTakers: [],
  };
}

export function draftOf(interview: Interview, table: Table): Draft {
  const { partner, at } = interview;
  const known = table.partners.some(({ id }) => id === partner);
  return {
    atTable: known,
    partner: known ? (partner ?? '') : '',
    organisation: interview.organisation,
    kind: interview.partnerKind,
    function: interview.function,
    place: interview.place,
    day: at === undefined ? '' : new Intl.DateTimeFormat('sv-SE').format(at),
    time:
      at === undefined
        ? ''
        : new Intl.DateTimeFormat('nl', { hour: '2-digit', minute: '2-digit' }).format(at),
    minutes: String(interview.minutes),
    // Empty keeps the list there is.
    list: '',
    experiment: interview.experiment,
    figures: interview.figures,
    confidentiality: interview.confidentiality,
    interviewers: interview.interviewers.map(({ id }) => id),
    noteTakers: interview.noteTakers.map(({ id }) => id),
  };
}

/// @param fresh an interview that is not there yet needs a list, and somebody who leads it
export function needsOf(draft: Draft, fresh: boolean): ReadonlySet<Need> {
  const needs = new Set<Need>();
  if (draft.atTable && draft.partner === '') {
    needs.add('partner');
  }
  if (!draft.atTable && draft.organisation.trim() === '') {
    needs.add('organisation');
  }
  if (!draft.atTable && draft.kind === '') {
    needs.add('kind');
  }
  if (fresh && draft.list === '') {
    needs.add('list');
  }
  if (fresh && draft.interviewers.length === 0) {
    needs.add('interviewers');
  }
  if (draft.day === '' && draft.time !== '') {
    needs.add('day');
  }
  if (draft.day !== '' && draft.time === '') {
    needs.add('time');
  }
  return needs;
}

export function wishOf(draft: Draft): Wish {
  const at = draft.day === '' ? Number.NaN : new Date(`${draft.day}T${draft.time}`).getTime();
  return {
    partner: draft.atTable ? draft.partner : null,
    organisation: draft.atTable ? '' : draft.organisation.trim(),
    partnerKind: draft.atTable ? '' : draft.kind,
    function: draft.function.trim(),
    place: draft.place.trim(),
    at: Number.isNaN(at) ? null : at,
    minutes: Number(draft.minutes),
    experiment: draft.experiment,
    figures: draft.figures,
    confidentiality: draft.confidentiality,
    interviewers: draft.interviewers,
    noteTakers: draft.noteTakers.filter((id) => !draft.interviewers.includes(id)),
    list: draft.list === '' ? null : draft.list,
  };
}
