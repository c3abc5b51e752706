import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { ensureChromium } from "./support/ensureChromium.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = "test-results/vitest.json";
const playwrightReport = "test-results/playwright.json";

/** Everything, one step after the other; a failing step does not keep the next from being seen. */
function runEverything(): Count {
  rmSync("test-results", { recursive: true, force: true });
  const early = [
    step("types", "tsc"),
    step("lint", "biome", "check", "--error-on-warnings"),
    step("unused code", "knip"),
    reported("unit and component tests", vitestReport, countVitest, [
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${vitestReport}`,
    ]),
  ];
  const build = step("build", "npm", "run", "build");
  return total([...early, build, endToEnd(build)]);
}

function endToEnd(build: Count): Count {
  if (build.failed > 0) return fault("end to end: not run, the build failed");
  const chromium = ensureChromium();
  if (!chromium) return fault("end to end: not run, there is no Chromium");
  return reported("end to end", playwrightReport, countPlaywright, ["playwright", "test"], {
    CHROMIUM: chromium,
  });
}

function step(name: string, ...command: readonly string[]): Count {
  return run(name, command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A runner that leaves its counts in a file; one that fails or counts nothing without saying why is a failure. */
function reported(
  name: string,
  report: string,
  count: (report: unknown) => Count,
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Count {
  const isGood = run(name, command, environment);
  const counted = readReport(report, count);
  if (!counted || counted.passed + counted.failed === 0) return fault(`${name}: no test ran`);
  return !isGood && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function readReport(path: string, count: (report: unknown) => Count): Count | null {
  try {
    return count(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** A file that could not even be loaded has no failed test of its own, and counts as one. */
function countVitest(report: unknown): Count {
  const files = field(report, "testResults");
  const broken = Array.isArray(files) ? files.filter(isBroken).length : 0;
  const failed = numberAt(report, "numFailedTests") + broken;
  return { passed: numberAt(report, "numPassedTests"), failed };
}

function isBroken(file: unknown): boolean {
  const tests = field(file, "assertionResults");
  const hasFailedTest = Array.isArray(tests) && tests.some((test) => field(test, "status") === "failed");
  return field(file, "status") === "failed" && !hasFailedTest;
}

function countPlaywright(report: unknown): Count {
  const stats = field(report, "stats");
  return {
    passed: numberAt(stats, "expected"),
    failed: numberAt(stats, "unexpected") + numberAt(stats, "flaky"),
  };
}

function numberAt(value: unknown, name: string): number {
  const found = field(value, name);
  if (typeof found !== "number") throw new TypeError(`no ${name} in the report`);
  return found;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function run(
  name: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  say(`\n── ${name}: ${command.join(" ")}`);
  const [program = "", ...args] = command[0] === "npm" ? command : ["npx", "--no-install", ...command];
  const env = { ...process.env, ...environment };
  return spawnSync(program, args, { stdio: "inherit", env }).status === 0;
}

function fault(words: string): Count {
  say(`\n── ${words}`);
  return { passed: 0, failed: 1 };
}

function total(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { passed, failed } = runEverything();
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
say(`\n${passed} passed, ${failed} failed`);
