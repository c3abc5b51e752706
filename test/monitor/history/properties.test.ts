import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveRevocations, type Revocation } from "../../../src/domain/revocation.ts";
import { collectImport } from "../../../src/monitor/history/collectImport.ts";
import { exportHistory } from "../../../src/monitor/history/exportLines.ts";
import { emptyMemory, type HistoryMemory } from "../../../src/monitor/history/historyMemory.ts";
import { parseImportedLine } from "../../../src/monitor/history/importedLines.ts";
import { byRevocation, mergeHistory } from "../../../src/monitor/history/mergeHistory.ts";
import {
  isSameObserved,
  type Observation,
  observedValues,
  onlyChanges,
} from "../../../src/monitor/history/observation.ts";
import { type RecordedRead, recordSnapshot } from "../../../src/monitor/history/recordSnapshot.ts";
import { lastObservation, lastSeenAtOf } from "../../../src/monitor/history/remembered.ts";
import { deriveTimeline } from "../../../src/monitor/history/timeline.ts";
import { testNow } from "../../support/builders.ts";
import { again, anyReads } from "./anyReads.ts";
import { type Recording, record, recordOnto, rememberedIn } from "./reads.ts";

/** The same histories every time; change the seed to look further. */
const runs = { numRuns: 200, seed: 20_261_122 };
const nothing: Recording = { memory: emptyMemory, observed: [], past: [] };

function observationsIn({ memory, past }: Recording): ReadonlyMap<string, readonly Observation[]> {
  const pastOf = byRevocation(past);
  return new Map(
    rememberedIn(memory).map((one) => [
      one.key,
      onlyChanges([...(pastOf.get(one.key) ?? []), lastObservation(one)]),
    ]),
  );
}

/** What Graph reported in a read, as far as it was really read. */
function reportedIn({ snapshot, notFound = [] }: RecordedRead): readonly Revocation[] {
  return snapshot.tokens.filter(({ id }) => !notFound.includes(id)).flatMap(deriveRevocations);
}

describe("recording any reads", () => {
  it("loses nothing that was reported", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        const recording = record(...reads);
        const observations = observationsIn(recording);
        for (const reported of reads.flatMap(reportedIn)) {
          const owners = rememberedIn(recording.memory).filter(
            ({ key, formerKeys }) =>
              key === reported.key || formerKeys.some((former) => former.key === reported.key),
          );
          const all = owners.flatMap(({ key }) => observations.get(key) ?? []);
          expect(all.some((one) => isSameObserved(one, observedValues(reported.result)))).toBe(true);
        }
      }),
      runs,
    );
  });

  it("keeps every change, in its order", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        const recording = record(...reads);
        const observations = observationsIn(recording);
        const joined = new Set(
          rememberedIn(recording.memory).flatMap(({ key, formerKeys }) => [
            ...formerKeys.map((former) => former.key),
            ...(formerKeys.length > 0 ? [key] : []),
          ]),
        );
        const reported = byKeyInOrder(reads);
        for (const [key, results] of reported) {
          if (joined.has(key)) continue;
          expect(
            observations.get(key)?.map(({ key: _, seenAt: __, order: ___, ...values }) => values),
          ).toEqual(results);
        }
      }),
      runs,
    );
  });

  it("counts the same read once", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        let recording = nothing;
        for (const read of reads) {
          recording = recordOnto(recording, read);
          const twice = recordOnto(recording, again(read));
          expect(twice.observed).toEqual([]);
          expect(twice.past).toEqual(recording.past);
          expect(twice.memory.spans).toEqual(recording.memory.spans);
        }
      }),
      runs,
    );
  });

  it("never joins what is ambiguous", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        let memory: HistoryMemory = emptyMemory;
        for (const read of reads) {
          const recorded = recordSnapshot(memory, read);
          const [before, reported] = [rememberedIn(memory), reportedIn(read)];
          for (const { from, to } of recorded.change.continued) {
            expect(before.find(({ key }) => key === from)).toMatchObject({
              isAmbiguous: false,
              goneSince: null,
            });
            expect(reported.find(({ key }) => key === to)).toMatchObject({ isAmbiguous: false });
            expect(reported.some(({ key }) => key === from)).toBe(false);
          }
          ({ memory } = recorded);
        }
      }),
      runs,
    );
  });

  it("says gone of exactly what the last full read lacks", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        const last = reads.at(-1);
        if (last === undefined) return;
        const { memory } = record(...reads, again({ ...last, isFull: true, notFound: [] }));
        const reported = new Set(reportedIn({ ...last, notFound: [] }).map(({ key }) => key));
        for (const { key, goneSince } of rememberedIn(memory))
          expect(goneSince === null).toBe(reported.has(key));
      }),
      runs,
    );
  });

  it("draws timelines whose time only rises", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        const recording = record(...reads);
        for (const observations of observationsIn(recording).values()) {
          const timeline = deriveTimeline(observations, recording.memory.spans, testNow);
          const times = timeline?.points.map(({ at }) => at) ?? [];
          expect(times).toEqual([...times].sort((left, right) => left - right));
          for (const { from, to } of timeline?.gaps ?? []) expect(to).toBeGreaterThan(from);
        }
      }),
      runs,
    );
  });
});

function byKeyInOrder(reads: readonly RecordedRead[]): ReadonlyMap<string, readonly object[]> {
  const byKey = new Map<string, ReturnType<typeof observedValues>[]>();
  for (const { key, result } of reads.flatMap(reportedIn)) {
    const values = byKey.get(key) ?? [];
    const last = values.at(-1);
    const next = observedValues(result);
    if (last === undefined || !isSameObserved(last, next)) values.push(next);
    byKey.set(key, values);
  }
  return byKey;
}

const linesOf = ({ memory, past }: Recording) => [
  ...exportHistory(memory, past, { tenantKey: "tenant", exportedAt: testNow }),
];

function importOnto(before: Recording, lines: readonly string[]): Recording & { readonly taken: number } {
  const parsed = lines.map((text, index) => ({ number: index + 1, line: parseImportedLine(text) }));
  const { incoming, problems, refusal } = collectImport(parsed, "tenant");
  expect([...problems, refusal]).toEqual([null]);
  const { memory, change, taken } = mergeHistory(before.memory, byRevocation(before.past), incoming);
  const moved = before.past.map((one) => ({
    ...one,
    key: change.continued.find(({ from }) => from === one.key)?.to ?? one.key,
  }));
  return { memory, past: [...moved, ...change.observations], observed: [], taken };
}

function contentOf(recording: Recording) {
  const { memory } = recording;
  return {
    spans: memory.spans.map(({ from, to }) => [from, to]),
    observations: observationsIn(recording),
    tokens: [...memory.tokens.values()].map(({ revocations, ...token }) => ({
      ...token,
      revocations: revocations.map((one) => ({ ...one, lastSeenAt: lastSeenAtOf(one, memory.fullReadAt) })),
    })),
  };
}

describe("exporting and importing", () => {
  it("gives back the same history", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        const recording = record(...reads);
        expect(contentOf(importOnto(nothing, linesOf(recording)))).toEqual(contentOf(recording));
      }),
      runs,
    );
  });

  it("takes nothing from its own export", () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        const recording = record(...reads);
        const imported = importOnto(recording, linesOf(recording));
        expect(imported.taken).toBe(0);
        expect(contentOf(imported)).toEqual(contentOf(recording));
      }),
      runs,
    );
  });

  it("takes another computer's history once", () => {
    fc.assert(
      fc.property(anyReads, anyReads, (mine, theirs) => {
        const lines = linesOf(record(...theirs));
        const once = importOnto(record(...mine), lines);
        const twice = importOnto(once, lines);
        expect(twice.taken).toBe(0);
        expect(contentOf(twice)).toEqual(contentOf(once));
      }),
      runs,
    );
  });

  it("loses nothing that either has seen", () => {
    fc.assert(
      fc.property(anyReads, anyReads, (mine, theirs) => {
        const [here, there] = [record(...mine), record(...theirs)];
        const merged = [...observationsIn(importOnto(here, linesOf(there))).values()].flat();
        for (const one of [...observationsIn(here).values(), ...observationsIn(there).values()].flat()) {
          expect(merged.some((other) => isSameObserved(one, other))).toBe(true);
        }
      }),
      runs,
    );
  });
});
