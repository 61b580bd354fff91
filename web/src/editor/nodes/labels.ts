/// Words on the sheet that are not part of the text, in the language of the interface. The editor's
/// host fills them from i18next, so that nodes know no React and no language.
export interface NodeLabels {
  example: string;
  exampleKeep: string;
  exampleAdapt: string;
  exampleDrop: string;
  exampleState: Readonly<Record<string, string>>;
  help: string;
  helpFold: string;
  helpUnfold: string;
  remove: string;
  questions: string;
  fillIn: string;
  footnote: (number: number) => string;
  crossReferenceMissing: string;
  evidence: string;
  /// What the chip says, with what it is.
  evidenceLabel: (text: string) => string;
  imageDescription: string;
  imageDecorative: string;
  imageDescribe: string;
  unknown: string;
}

export const noLabels: NodeLabels = {
  example: 'Voorbeeld',
  exampleKeep: 'Overnemen',
  exampleAdapt: 'Aanpassen',
  exampleDrop: 'Weglaten',
  exampleState: {},
  help: 'Toelichting',
  helpFold: 'Inklappen',
  helpUnfold: 'Uitklappen',
  remove: 'Weghalen',
  questions: 'Vragen',
  fillIn: 'Invulplek',
  footnote: (number) => `Voetnoot ${number}`,
  crossReferenceMissing: '?',
  evidence: 'onderbouwing',
  evidenceLabel: (text) => `Onderbouwing: ${text}`,
  imageDescription: 'Beschrijving',
  imageDecorative: 'Alleen versiering',
  imageDescribe: 'Wijzigen',
  unknown: '?',
};
