import { nothing, request } from '../api';
import {
  type DeedPage,
  type Invitation,
  type Kind,
  type Mail,
  type Offer,
  type Partner,
  type Person,
  parseDeeds,
  parseInvitations,
  parseMails,
  parseOffer,
  parsePartners,
  parsePeople,
  parseTowns,
  type Town,
} from './model';

/// All that the page of partners shows.
export interface People {
  partners: readonly Partner[];
  kinds: readonly Kind[];
  people: readonly Person[];
  invitations: readonly Invitation[];
}

export async function fetchPeople(): Promise<People> {
  const [known, people, invitations] = await Promise.all([
    request('GET', '/v1/partners', parsePartners),
    request('GET', '/v1/members', parsePeople),
    request('GET', '/v1/invitations', parseInvitations),
  ]);
  return { ...known, people, invitations };
}

export interface Guest {
  name: string;
  email: string;
}

export interface PartnerWish {
  name: string;
  kind: string;
  badge?: string;
  colour?: number;
  contact?: Guest;
}

export function addPartner(wish: PartnerWish): Promise<void> {
  return request('POST', '/v1/partners', nothing, wish);
}

export function changePartner(id: string, wish: PartnerWish): Promise<void> {
  return request('PUT', `/v1/partners/${id}`, nothing, wish);
}

export function removePartner(id: string): Promise<void> {
  return request('DELETE', `/v1/partners/${id}`, nothing);
}

export function invite(
  guest: Guest & { partner: string; contact: boolean; administrator: boolean },
): Promise<void> {
  return request('POST', '/v1/invitations', nothing, guest);
}

export function resendInvitation(id: string): Promise<void> {
  return request('POST', `/v1/invitations/${id}/resend`, nothing, {});
}

export function withdrawInvitation(id: string): Promise<void> {
  return request('DELETE', `/v1/invitations/${id}`, nothing);
}

export function sendLink(guest: Guest & { partner: string }): Promise<void> {
  return request('POST', '/v1/links', nothing, guest);
}

export function renewLink(member: string): Promise<void> {
  return request('POST', `/v1/links/${member}/renew`, nothing, {});
}

export function withdrawLink(member: string): Promise<void> {
  return request('DELETE', `/v1/links/${member}`, nothing);
}

export interface Rights {
  administrator: boolean;
  contact: boolean;
  operator?: boolean;
}

export function changePerson(id: string, rights: Rights): Promise<void> {
  return request('PUT', `/v1/members/${id}`, nothing, rights);
}

export function removePerson(id: string, erase: boolean): Promise<void> {
  return request('DELETE', `/v1/members/${id}${erase ? '?erase=true' : ''}`, nothing);
}

export function fetchTowns(): Promise<readonly Town[]> {
  return request('GET', '/v1/municipalities', parseTowns);
}

export function addTown(name: string, administrator: Guest): Promise<void> {
  return request('POST', '/v1/municipalities', nothing, { name, administrator });
}

export function inviteToTown(id: string, guest: Guest): Promise<void> {
  return request('POST', `/v1/municipalities/${id}/invitation`, nothing, guest);
}

export function fetchMails(): Promise<readonly Mail[]> {
  return request('GET', '/v1/mailbox', parseMails);
}

export function fetchDeeds(query: string): Promise<DeedPage> {
  return request('GET', `/v1/audit-log${query}`, parseDeeds);
}

export function lookAtInvitation(token: string): Promise<Offer> {
  return request('POST', '/v1/invitation/look', parseOffer, { token });
}

export function acceptInvitation(token: string, name: string, password: string): Promise<void> {
  return request('POST', '/v1/invitation/accept', nothing, { token, name, password });
}

export function lookAtLink(token: string): Promise<Offer> {
  return request('POST', '/v1/link/look', parseOffer, { token });
}

export function openLink(token: string): Promise<void> {
  return request('POST', '/v1/link/open', nothing, { token });
}

export function askReset(email: string): Promise<void> {
  return request('POST', '/v1/password-resets', nothing, { email });
}

export function resetPassword(token: string, password: string): Promise<void> {
  return request('POST', '/v1/password-reset', nothing, { token, password });
}

export function rename(name: string): Promise<void> {
  return request('PUT', '/v1/member', nothing, { name });
}

export function changePassword(password: string, newPassword: string): Promise<void> {
  return request('PUT', '/v1/member/password', nothing, { password, newPassword });
}

export function wishAddress(email: string, password: string): Promise<void> {
  return request('POST', '/v1/member/address', nothing, { email, password });
}

export function confirmAddress(token: string): Promise<void> {
  return request('POST', '/v1/address-change', nothing, { token });
}

export function eraseSelf(password: string): Promise<void> {
  return request('POST', '/v1/member/erasure', nothing, { password });
}
