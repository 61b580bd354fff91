/** Waits for a condition; throws with its name when it does not come. */
export async function until(what, maxMs, condition) {
  const end = Date.now() + maxMs;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > end) throw new Error(`waited ${maxMs} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
