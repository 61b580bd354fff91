/// Dutch words that stand on the sheet itself, beside the text.
export const nodesNl = {
  example: {
    tag: 'Voorbeeld',
    state: { keep: 'Overgenomen', adapt: 'Wordt aangepast', drop: 'Komt niet in het plan' },
  },
  help: { title: 'Toelichting', fold: 'Inklappen', unfold: 'Uitklappen' },
  questions: { title: 'Vragen om te beantwoorden' },
  fillIn: { name: 'Invulplek' },
  evidence: { name: 'onderbouwing' },
  image: {
    description: 'Beschrijving',
    isDecorative: 'Alleen versiering, zonder beschrijving',
    describe: 'Wijzigen',
  },
};
