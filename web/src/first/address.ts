/// The address of a section, as `http/WebApp.java` has it.
const section = /^\/plannen\/([0-9a-f-]{36})\/([A-Z]?\d[\d-]*)$/;

/// Where the server gives what stands on the sheet of this address; undefined where it is no
/// section's.
export function textPathOf(pathname: string): string | undefined {
  const [, plan, key] = section.exec(pathname) ?? [];
  return plan === undefined ? undefined : `/v1/plans/${plan}/sections/${key}/text`;
}
