/// Word puts a reference (`href="#_ftn1"`) in the text and the notes at the end. Each pair becomes
/// one footnote of the sheet, at its reference.
export function wordFootnotes(body: HTMLElement): void {
  for (const reference of [...body.querySelectorAll<HTMLAnchorElement>('a[href*="#_ftn"]')]) {
    const name = /#(_ftn\d+)$/.exec(reference.getAttribute('href') ?? '')?.[1];
    const back = body.querySelector(`a[name="${name ?? 'none'}"]`);
    const note = back?.closest('div') ?? back?.closest('p');
    if (name === undefined || back === null || note === null || note === undefined) {
      continue;
    }
    back.remove();
    const footnote = body.ownerDocument.createElement('span');
    footnote.setAttribute('data-bt', 'footnote');
    footnote.textContent = (note.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    reference.replaceWith(footnote);
    note.remove();
  }
  for (const list of body.querySelectorAll('[style*="mso-element:footnote-list"]')) {
    list.remove();
  }
}
