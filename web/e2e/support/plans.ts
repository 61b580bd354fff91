import { expect, request } from '@playwright/test';
import { password, people } from './people';

interface Roles {
  version: number;
  partners: { id: string; name: string; kind: string }[];
}

/// A plan that the demonstration's coordinator made, beside any page.
export interface MadePlan {
  id: string;
  address: string;
  /// Gives every partner but the municipality a role on the whole plan.
  giveAll: (role: string) => Promise<void>;
  /// Gives a partner roles on sections, by their keys.
  give: (organisation: string, role: string, keys: readonly string[]) => Promise<void>;
}

/// Makes a plan from the first model plan. Nobody but the municipality has a role in it.
export async function makePlan(origin: string, title: string): Promise<MadePlan> {
  const server = await request.newContext({ baseURL: origin });
  const opened = await server.post('/v1/session', {
    data: { email: people.regie.email, password },
  });
  const { token } = await opened.json();
  const headers = { Authorization: `Bearer ${token}` };
  const read = async (path: string) => (await server.get(path, { headers })).json();
  const { items } = await read('/v1/templates');
  const made = await server.post('/v1/plans', {
    headers,
    data: { title, template: items[0].id },
  });
  expect(made.status()).toBe(201);
  const plan: { id: string; sections: { id: string; key: string }[] } = await made.json();
  const path = `/v1/plans/${plan.id}/roles`;
  const assign = async (partner: string, scope: string, roles: readonly string[]) => {
    const { version }: Roles = await read(path);
    const answer = await server.put(`${path}/${partner}`, {
      headers,
      data: { version, scope, roles },
    });
    expect(answer.status()).toBe(200);
  };
  const { partners, assignments }: Roles & { assignments: Assignment[] } = await read(path);
  const others = partners.filter(({ kind }) => kind !== 'municipality');
  for (const { partner, scope } of assignments) {
    if (others.some(({ id }) => id === partner)) {
      await assign(partner, scope, []);
    }
  }
  return {
    id: plan.id,
    address: `/plannen/${plan.id}`,
    giveAll: async (role) => {
      for (const { id } of others) {
        await assign(id, 'plan', [role]);
      }
    },
    give: async (organisation, role, keys) => {
      const partner = partners.find(({ name }) => name === organisation)?.id ?? '';
      for (const section of plan.sections.filter(({ key }) => keys.includes(key))) {
        await assign(partner, section.id, [role]);
      }
    },
  };
}

interface Assignment {
  partner: string;
  scope: string;
  role: string;
}
