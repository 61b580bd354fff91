/// The keys of fill-ins and examples; `textKey` is a key of the namespace `fillins`.
export const fillInKeys = [{ keys: 'Alt-Enter', textKey: 'keys.panel' }] as const;
