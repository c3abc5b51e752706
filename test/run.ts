import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { ensureChromium } from "./support/ensureChromium.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = "test-results/vitest.json";

/** Nothing named: everything but `soak`. `soak` alone: only that. `--with-soak`: both, counted together. */
function runWhatIsNamed(names: readonly string[]): Count {
  rmSync("test-results", { recursive: true, force: true });
  if (names.includes("soak")) return total(builtAndRun(["soak"]));
  return total([...runChecks(), ...builtAndRun(names.includes("--with-soak") ? ["e2e", "soak"] : ["e2e"])]);
}

/** One step after the other; a failing step does not keep the next from being seen. */
function runChecks(): readonly Count[] {
  return [
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
}

type Project = "e2e" | "soak";

const projectNames = { e2e: "end to end", soak: "soak" } as const satisfies Record<Project, string>;

function builtAndRun(projects: readonly Project[]): readonly Count[] {
  const builds = ["build", ...(projects.includes("e2e") ? ["build:package"] : [])];
  const build = total(builds.map((script) => step(script, "npm", "run", script)));
  return [build, ...projects.map((project) => inChromium(project, build))];
}

function inChromium(project: Project, build: Count): Count {
  const name = projectNames[project];
  if (build.failed > 0) return fault(`${name}: not run, the build failed`);
  const chromium = ensureChromium();
  if (!chromium) return fault(`${name}: not run, there is no Chromium`);
  const report = `test-results/${project}.json`;
  return reported(name, report, countPlaywright, ["playwright", "test", `--project=${project}`], {
    CHROMIUM: chromium,
    PLAYWRIGHT_REPORT: report,
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

/** What passed only when run again counts as passed, and is said: the runner's own list names it. */
function countPlaywright(report: unknown): Count {
  const stats = field(report, "stats");
  const passedAgain = numberAt(stats, "flaky");
  if (passedAgain > 0) say(`\n── passed only when run again: ${passedAgain}, named above as flaky`);
  return { passed: numberAt(stats, "expected") + passedAgain, failed: numberAt(stats, "unexpected") };
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

const { passed, failed } = runWhatIsNamed(process.argv.slice(2));
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
say(`\n${passed} passed, ${failed} failed`);
