/// Makes an element with attributes and children; text children are set as text, never as HTML.
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/// A button inside the text that is no part of the text. It takes no place in the tab order of a
/// reader who only writes: the toolbar and keys reach the same action.
export function sheetButton(text: string, className: string, onPress: () => void) {
  const button = make('button', { type: 'button', class: className }, text);
  button.contentEditable = 'false';
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', (event) => {
    event.preventDefault();
    onPress();
  });
  return button;
}
