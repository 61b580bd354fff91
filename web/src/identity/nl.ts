import { waysInNl } from './waysInNl';

export const identityNl = {
  ways: waysInNl,
  email: 'E-mailadres',
  password: 'Wachtwoord',
  signIn: {
    pageTitle: 'Inloggen – Beleidstafel',
    title: 'Inloggen',
    lead: 'Werk samen met uw partners aan het plan van uw gemeente.',
    submit: 'Inloggen',
    busy: 'Bezig met inloggen',
    failed: 'Inloggen is niet gelukt',
    emailMissing: 'Vul uw e-mailadres in.',
    passwordMissing: 'Vul uw wachtwoord in.',
    expired: 'U was uitgelogd. Log opnieuw in om verder te gaan. Uw tekst is nog in deze browser.',
    made: 'Uw account is gemaakt. U kunt nu inloggen.',
  },
  demonstration: {
    title: 'Dit is een demonstratie',
    lead: 'Kies een verzonnen organisatie. Het formulier wordt dan voor u ingevuld.',
  },
  welcome: {
    pageTitle: 'Welkom – Beleidstafel',
    title: 'Welkom bij Beleidstafel',
    lead: 'U bent de eerste beheerder. Vul in voor welke gemeente u werkt en maak uw account.',
    municipality: 'Naam van de gemeente',
    name: 'Uw naam',
    passwordRule: 'Kies minstens {{count}} tekens. Een zin van een paar woorden is goed.',
    submit: 'Account maken',
    failed: 'Het account is niet gemaakt',
    tokenMissing: 'Deze link is niet compleet',
    tokenMissingDetail:
      'Open de hele link uit het logboek van de server, met alles wat achter het hekje staat.',
    missing: {
      municipality: 'Vul de naam van de gemeente in.',
      name: 'Vul uw naam in.',
      email: 'Vul een e-mailadres in, zoals naam@gemeente.nl.',
      password: 'Kies een langer wachtwoord.',
    },
  },
  failure: {
    unreachable: 'De server antwoordt niet. Controleer uw verbinding en probeer het opnieuw.',
    slowed: 'U hebt het te vaak geprobeerd. Wacht even en probeer het opnieuw.',
    slowedFor_one: 'U hebt het te vaak geprobeerd. Wacht {{count}} seconde en probeer het opnieuw.',
    slowedFor_other:
      'U hebt het te vaak geprobeerd. Wacht {{count}} seconden en probeer het opnieuw.',
    unknown: 'Er ging iets mis. Probeer het opnieuw.',
  },
} as const;
