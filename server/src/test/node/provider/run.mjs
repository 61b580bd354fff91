// Runs one suite against the server that standard input names: {port, origin, cookie, suite}. What
// failed goes to standard error, and the exit code says so.
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";

const input = JSON.parse(readFileSync(0, "utf8"));
process.env.STAGE = JSON.stringify(input);
const suite = fileURLToPath(new URL(`${input.suite}.test.mjs`, import.meta.url));
const stream = run({ files: [suite], timeout: 120_000 });
stream.on("test:fail", () => {
  process.exitCode = 1;
});
stream.compose(new spec()).pipe(process.stderr);
