import type { Translation } from '../base/translation';
import type { identityNl } from './nl';
import { waysInEn } from './waysInEn';

export const identityEn: Translation<typeof identityNl> = {
  ways: waysInEn,
  email: 'E-mail address',
  password: 'Password',
  signIn: {
    pageTitle: 'Sign in – Beleidstafel',
    title: 'Sign in',
    lead: 'Work with your partners on the plan of your municipality.',
    submit: 'Sign in',
    busy: 'Signing in',
    failed: 'Signing in failed',
    emailMissing: 'Enter your e-mail address.',
    passwordMissing: 'Enter your password.',
    expired: 'You were signed out. Sign in again to go on. Your text is still in this browser.',
    made: 'Your account has been made. You can sign in now.',
  },
  demonstration: {
    title: 'This is a demonstration',
    lead: 'Choose an invented organisation. The form is then filled in for you.',
  },
  welcome: {
    pageTitle: 'Welcome – Beleidstafel',
    title: 'Welcome to Beleidstafel',
    lead: 'You are the first administrator. Say which municipality you work for and make an account.',
    municipality: 'Name of the municipality',
    name: 'Your name',
    passwordRule: 'Choose at least {{count}} characters. A sentence of a few words is good.',
    submit: 'Make the account',
    failed: 'The account was not made',
    tokenMissing: 'This link is not complete',
    tokenMissingDetail:
      "Open the whole link from the server's log, with all that follows the hash sign.",
    missing: {
      municipality: 'Enter the name of the municipality.',
      name: 'Enter your name.',
      email: 'Enter an e-mail address, such as name@municipality.nl.',
      password: 'Choose a longer password.',
    },
  },
  failure: {
    unreachable: 'The server does not answer. Check your connection and try again.',
    slowed: 'You tried too often. Wait a moment and try again.',
    slowedFor_one: 'You tried too often. Wait {{count}} second and try again.',
    slowedFor_other: 'You tried too often. Wait {{count}} seconds and try again.',
    unknown: 'Something went wrong. Try again.',
  },
};
