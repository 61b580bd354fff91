import type { OutlineSection } from '../matrix';
import type { Partner, RoleMatrix, RoleTable } from '../model';

export const demoTable: RoleTable = {
  roles: [
    { id: 'executing', label: 'Uitvoerend', level: 'write', coordinates: false },
    { id: 'advising', label: 'Adviserend', level: 'comment', coordinates: false },
    { id: 'signalling', label: 'Signalerend', level: 'comment', coordinates: false },
    { id: 'coordinating', label: 'Coördinerend', level: 'write', coordinates: true },
    { id: 'referring', label: 'Doorverwijzend', level: 'comment', coordinates: false },
  ],
  withoutRole: 'read',
};

function section(
  id: string,
  key: string,
  level: OutlineSection['level'],
  title: string,
): OutlineSection {
  const part = level === 'section' ? 's3' : undefined;
  return { id, key, number: level === 'front' ? '' : key, title, level, part };
}

export const demoSections: readonly OutlineSection[] = [
  section('lees', 'leeswijzer', 'front', 'Leeswijzer'),
  section('s3', '3', 'part', 'Beschrijving'),
  section('s3.8', '3.8', 'section', 'Drugscriminaliteit'),
  section('s3.9', '3.9', 'section', 'Partners'),
  section('own', 'own-1', 'section', 'Van onszelf'),
  section('sB1', 'B1', 'annex', 'Bijlage'),
];

function partner(id: string, name: string, badge: string, colour: number): Partner {
  return { id, name, badge, colour, kindLabel: name };
}

export const demoMatrix: RoleMatrix = {
  version: 1,
  mayEdit: true,
  partners: [
    partner('town', 'Gemeente', 'GD', 0),
    partner('police', 'Politie', 'PO', 2),
    partner('school', 'School', 'SC', 3),
  ],
  assignments: [
    { partner: 'town', scope: 'plan', role: 'coordinating' },
    { partner: 'police', scope: 's3', role: 'signalling' },
    { partner: 'police', scope: 's3.8', role: 'executing' },
  ],
  sections: demoSections.map(({ id }) => ({ id, hidden: false, overrides: [] })),
};
