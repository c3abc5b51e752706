import type { VppToken } from "../../../src/domain/vppToken.ts";
import { emptyMemory, type HistoryMemory } from "../../../src/monitor/history/historyMemory.ts";
import type { Observation } from "../../../src/monitor/history/observation.ts";
import type { RecordedRead } from "../../../src/monitor/history/recordSnapshot.ts";
import { recordSnapshot } from "../../../src/monitor/history/recordSnapshot.ts";
import type { RememberedRevocation } from "../../../src/monitor/history/remembered.ts";
import { aResult, aSnapshot, aVppToken, testNow } from "../../support/builders.ts";

/** A full read of the given tokens, `seconds` after `testNow`. */
export function aRead(
  seconds: number,
  tokens: readonly VppToken[] = [aVppToken()],
  overrides: Partial<RecordedRead> = {},
): RecordedRead {
  return {
    snapshot: aSnapshot(tokens),
    readAt: testNow + seconds * 1_000,
    askedAt: null,
    isHidden: false,
    isFull: true,
    intervalMs: 10_000,
    ...overrides,
  };
}

/** One token that has one result. */
export function withResult(overrides: Parameters<typeof aResult>[0] = {}): VppToken[] {
  return [aVppToken({ actionResults: [aResult(overrides)] })];
}

export interface Recording {
  readonly memory: HistoryMemory;
  /** What was new in the last read. */
  readonly observed: readonly Observation[];
  /** What a store would hold: superseded observations, moved where they were continued. */
  readonly past: readonly Observation[];
}

export function record(...reads: readonly RecordedRead[]): Recording {
  return recordOnto({ memory: emptyMemory, observed: [], past: [] }, ...reads);
}

export function recordOnto(before: Recording, ...reads: readonly RecordedRead[]): Recording {
  let { memory, observed, past } = before;
  for (const read of reads) {
    const recorded = recordSnapshot(memory, read);
    const { continued, observations } = recorded.change;
    past = past.map((one) => ({
      ...one,
      key: continued.find(({ from }) => from === one.key)?.to ?? one.key,
    }));
    past = [...past, ...observations];
    ({ memory, observed } = recorded);
  }
  return { memory, observed, past };
}

export function rememberedIn({ tokens }: HistoryMemory): readonly RememberedRevocation[] {
  return [...tokens.values()].flatMap(({ revocations }) => revocations);
}

export function onlyRemembered(memory: HistoryMemory): RememberedRevocation {
  const [one, ...others] = rememberedIn(memory);
  if (one === undefined || others.length > 0) throw new Error(`${others.length} more than one, or none`);
  return one;
}
