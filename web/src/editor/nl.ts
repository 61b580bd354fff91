export const editorNl = {} as const;
