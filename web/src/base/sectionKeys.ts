/// Whether a section stands in a part, by their keys. A section of the model has its part's key
/// before the point; one of the municipality's own has no such key and stands in whatever part
/// comes before it. Where one may not see a part, its sections must not seem to belong to another.
export function standsIn(sectionKey: string, partKey: string): boolean {
  const model = /^(\d+)\.\d+$/.exec(sectionKey);
  return model === null || model[1] === partKey;
}
