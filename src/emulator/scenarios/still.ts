import { forbidden as forbiddenAnswer } from "../errors.ts";
import { organizations } from "../organizations.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { tokenListOf } from "../tokenList.ts";
import { day, floorTo, wireToken } from "../wire.ts";

/** Tokens on which nobody has revoked anything. */
export const quiet: ScenarioFactory = (settings) => ({
  tokensAt(now) {
    const today = floorTo(day, settings.createdAt);
    return tokenListOf(
      Object.values(organizations).map((owner, index) =>
        wireToken({ ...settings, index, today, now }, owner),
      ),
    );
  },
});

/** No tokens, or none that this person may see: Graph does not tell the difference. */
export const empty: ScenarioFactory = () => ({ tokensAt: () => tokenListOf([]) });

/** Signed in, consented, but without an Intune role. */
export const forbidden: ScenarioFactory = () => ({
  tokensAt: () => tokenListOf([]),
  refuse: forbiddenAnswer,
});
