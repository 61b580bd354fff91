import { request } from '../api';
import type { BoardPort } from './board';
import type { Change } from './matrix';
import {
  type Assignment,
  type MyPlan,
  parseDefaults,
  parseMyPage,
  parseRoleMatrix,
  parseRoleTable,
  parseVersion,
  type RoleTable,
} from './model';

const tables = new Map<string, Promise<RoleTable>>();

/// The roles there are, in the language of the page. They change with the server's configuration
/// only, so they are asked once.
export function fetchRoleTable(language: string): Promise<RoleTable> {
  const known = tables.get(language);
  if (known !== undefined) {
    return known;
  }
  const asked = request('GET', '/v1/roles', parseRoleTable);
  tables.set(language, asked);
  asked.catch(() => tables.delete(language));
  return asked;
}

export function fetchMyPage(): Promise<readonly MyPlan[]> {
  return request('GET', '/v1/my-page', parseMyPage);
}

function planPath(planId: string): string {
  return `/v1/plans/${encodeURIComponent(planId)}`;
}

/// What the default table would add for the partners of this plan.
export function fetchDefaults(planId: string): Promise<readonly Assignment[]> {
  return request('GET', `${planPath(planId)}/roles/defaults`, parseDefaults);
}

/// The matrix of one plan on the server.
export function boardPort(planId: string): BoardPort {
  const path = planPath(planId);
  return {
    load: () => request('GET', `${path}/roles`, parseRoleMatrix),
    send: (change, version) =>
      request('PUT', `${path}/${pathOf(change)}`, parseVersion, { version, ...bodyOf(change) }),
    fill: (version) => request('POST', `${path}/roles/defaults`, parseVersion, { version }),
  };
}

function pathOf(change: Change): string {
  const id = (part: string) => encodeURIComponent(part);
  switch (change.kind) {
    case 'roles':
      return `roles/${id(change.partner)}`;
    case 'visibility':
      return `sections/${id(change.section)}/visibility`;
    case 'override':
      return `sections/${id(change.section)}/overrides/${id(change.partner)}`;
  }
}

function bodyOf(change: Change): object {
  switch (change.kind) {
    case 'roles':
      return { scope: change.scope, roles: change.roles };
    case 'visibility':
      return { hidden: change.hidden };
    case 'override':
      return { level: change.level ?? null };
  }
}
