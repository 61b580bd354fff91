import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/// No violation of WCAG 2.2 AA, nor of what axe calls good practice, in this state of a page.
/// `without` names rules that do not hold there.
export async function expectAccessible(
  page: Page,
  state: string,
  without: readonly string[] = [],
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules([...without])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found, state).toEqual([]);
}
