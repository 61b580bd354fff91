/// The shape of a language's texts, made from the first language: the same keys, any words. A
/// missing or unknown key is then an error of the compiler.
export type Translation<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translation<Texts[Key]>;
};
