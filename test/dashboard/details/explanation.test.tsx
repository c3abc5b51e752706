import { cleanup, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Revocation } from "../../../src/domain/revocation.ts";
import { aRevocation, hourMs, testNow } from "../../support/builders.ts";
import { renderDetails } from "./renderDetails.tsx";

const dayMs = 24 * hourMs;
const endedAt = testNow - 26 * hourMs;
const failed = {
  actionState: "failed",
  totalLicensesCount: 50,
  failedLicensesCount: 50,
  startedAt: endedAt - hourMs,
  lastUpdatedAt: endedAt,
} as const;
const expiredToken = { state: "expired", expiresAt: testNow - 52 * dayMs, lastSyncAt: null } as const;
const unsynced = { lastSyncAt: null, lastSyncStatus: null } as const;

describe("What happened and what to do", () => {
  it.each([
    {
      failureReason: "appleFailure",
      en: /^Apple’s service answered with an error/,
      ru: /служба Apple ответила ошибкой/,
      first: /^Look at Apple’s system status page/,
      primary: "Apple system status",
    },
    {
      failureReason: "internalError",
      en: /^Intune itself failed/,
      ru: /внутренняя ошибка Intune/,
      first: /^Wait a while, then start the revocation once more/,
      primary: "Open Intune",
    },
    {
      failureReason: "expiredVppToken",
      en: /^The location token had expired when Intune asked Apple/,
      ru: /срок действия токена расположения уже истёк\.$/,
      first: /^Sign in to Apple School Manager as vpp@contoso\.com and download a new content token\.$/,
      primary: "Open Intune",
    },
    {
      failureReason: "expiredApplePushNotificationCertificate",
      en: /push certificate had expired/,
      ru: /срок действия push-сертификата Apple MDM вашей организации уже истёк/,
      first: /^In Intune, look up when the push certificate expires/,
      primary: "Apple Push Certificates Portal",
    },
    {
      failureReason: "none",
      en: /^Intune reports a failure and gives no reason\.$/,
      ru: /^Intune сообщает об ошибке, но не называет причину\.$/,
      first: /^In Intune, check the state of this VPP token/,
      primary: "Open Intune",
    },
    {
      failureReason: { kind: "unrecognized", raw: "solarFlare" },
      en: /a reason that this version does not know: solarFlare\.$/,
      ru: /причину, которой эта версия не знает: solarFlare\.$/,
      first: /^Look up the reason solarFlare/,
      primary: "Open Intune",
    },
  ] as const)("explains $failureReason", async ({ failureReason, en, ru, first, primary }) => {
    const token = failureReason === "expiredVppToken" ? expiredToken : unsynced;
    const revocation = aRevocation({ ...failed, failureReason }, token);
    await renderDetails(revocation);
    expect(sectionSentences("What happened")[0]).toMatch(en);
    expect(stepsIn("What to do")[0]).toMatch(first);
    expect(linksIn("What to do")[0]).toBe(`${primary} (opens in a new tab)`);
    cleanup();
    await renderDetails(revocation, { locale: "ru" });
    expect(sectionSentences("Что произошло")[0]).toMatch(ru);
    expect(stepsIn("Что делать").join(" ")).toMatch(/[а-я]/);
  });

  it("opens every link in a tab that knows nothing of this one", async () => {
    await renderDetails(aRevocation({ ...failed, failureReason: "expiredVppToken" }, expiredToken));
    const links = screen.getAllByRole("link");
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "https://intune.example",
      "https://school.apple.com/",
      "https://support.apple.com/guide/business/manage-content-tokens-axme0f8659ec/web",
      "https://learn.microsoft.com/intune/intune-service/apps/vpp-apps-ios",
    ]);
    for (const link of links) {
      expect(link).toHaveAttribute("target", "_blank");
      expect(link).toHaveAttribute("rel", "noopener noreferrer");
    }
  });

  it("asks for the same account where it is not known", async () => {
    await renderDetails(
      aRevocation(
        { ...failed, failureReason: "expiredVppToken" },
        { ...expiredToken, appleId: null, accountType: null },
      ),
    );
    expect(stepsIn("What to do")[0]).toBe(
      "Sign in to Apple Business Manager or Apple School Manager with the account that the present token came from and download a new content token.",
    );
  });

  it("never tells anyone to delete the token", async () => {
    await renderDetails(aRevocation({ ...failed, failureReason: "expiredVppToken" }, expiredToken));
    expect(stepsIn("What to do")[1]).toContain("Do not delete the old one first");
  });

  it("lets a run end before it is started again", async () => {
    await renderDetails(aRevocation({ failureReason: "appleFailure" }, unsynced));
    expect(stepsIn("What to do").at(-1)).toBe("When this run has ended, start the revocation again.");
    expect(sectionSentences("What happened")[1]).toMatch(/^Intune is working on it/);
  });

  it("tells done with failures from failed when no reason is given", async () => {
    await renderDetails(aRevocation({ ...failed, actionState: "done", failedLicensesCount: 3 }));
    expect(sectionSentences("What happened")).toContain(
      "Intune reports the run as done, yet some licences failed to revoke. It gives no reason for them.",
    );
  });
});

describe("Outcomes without a failure", () => {
  const complete = { ...failed, failedLicensesCount: 0 } as const;

  it.each([
    ["pending", { actionState: "pending" }, /^The revocation is waiting/, /^Nothing to do now/],
    ["active", { actionState: "active" }, /a long one may be normal\.$/, /^Nothing to do now/],
    ["done", { actionState: "done" }, /has taken back every licence/, /^Nothing to do\./],
    [
      "done with nothing attempted",
      { actionState: "done", totalLicensesCount: 0 },
      /there was no licence for Intune to attempt/,
      /^If you expected licences/,
    ],
    [
      "done without counts",
      { actionState: "done", totalLicensesCount: null },
      /^Intune reports the run as done\.$/,
      /^Nothing/,
    ],
    ["canceled", { actionState: "canceled" }, /was canceled/, /start the revocation again/],
    ["none", { actionState: "none" }, /reports no state/, /^Compare this/],
    ["notSupported", { actionState: "notSupported" }, /not supported here/, /^Compare this/],
    ["not reported", { actionState: null }, /did not report a state/, /^Compare this/],
    [
      "unrecognized",
      { actionState: { kind: "unrecognized", raw: "paused" } },
      /does not know: paused\./,
      /^Compare this/,
    ],
  ] as const)("says what %s means and what is next", async (_name, overrides, happened, next) => {
    await renderDetails(aRevocation({ ...complete, ...overrides }));
    expect(sectionSentences("What happened")).toEqual([expect.stringMatching(happened)]);
    expect(sectionSentences("What to do")).toEqual([expect.stringMatching(next)]);
  });

  it("speaks Russian of a running revocation", async () => {
    await renderDetails(aRevocation(), { locale: "ru" });
    expect(sectionSentences("Что произошло")[0]).toMatch(/^Intune выполняет отзыв/);
    expect(sectionSentences("Что делать")[0]).toMatch(/^Сейчас делать ничего не нужно/);
  });
});

describe("Live evidence", () => {
  const cases: readonly [string, Revocation, Record<string, string>][] = [
    [
      "agrees",
      aRevocation({ ...failed, failureReason: "expiredVppToken" }, expiredToken),
      {
        "VPP token state": "Expired agrees with the reason",
        "Expired on": "Oct 1, 2026 (52 days ago) agrees with the reason",
        "Last Apple sync": "not reported cannot tell",
      },
    ],
    [
      "renewed since",
      aRevocation({ ...failed, failureReason: "expiredVppToken" }, { lastModifiedAt: testNow - 3 * hourMs }),
      {
        "VPP token state": "Valid renewed since: run it again",
        "Expires on": "Jun 10, 2027 (in 200 days) renewed since: run it again",
      },
    ],
    [
      "contradicts",
      aRevocation({ ...failed, failureReason: "expiredVppToken" }),
      {
        "VPP token state": "Valid contradicts the reason: it had not expired then",
        "Expires on": "Jun 10, 2027 (in 200 days) contradicts the reason: it had not expired then",
        "Result of that sync": "Completed cannot tell",
      },
    ],
    [
      "Apple answered since",
      aRevocation({ ...failed, failureReason: "appleFailure" }),
      { "Result of that sync": "Completed Apple has answered since: run it again" },
    ],
    [
      "could explain a failure without reason",
      aRevocation(failed, { lastSyncStatus: "failed" }),
      { "Result of that sync": "Failed could explain it" },
    ],
    [
      "cannot tell of a certificate",
      aRevocation({ ...failed, failureReason: "expiredApplePushNotificationCertificate" }),
      { "Push certificate": "not read here: it needs a permission of its own cannot tell" },
    ],
    [
      "keeps what this version does not know",
      aRevocation(failed, {
        state: { kind: "unrecognized", raw: "paused" },
        lastSyncStatus: { kind: "unrecognized", raw: "halfway" },
        expiresAt: { kind: "unreadable", raw: "soon" },
      }),
      {
        "VPP token state": "paused (unrecognized) cannot tell",
        "Result of that sync": "halfway (unrecognized) cannot tell",
        Expiry: "soon (not a date) cannot tell",
      },
    ],
  ];

  it.each(cases)("%s", async (_name, revocation, expected) => {
    await renderDetails(revocation);
    expect(evidence()).toMatchObject(expected);
  });

  it("puts what says something before what does not", async () => {
    await renderDetails(aRevocation({ ...failed, failureReason: "appleFailure" }, { state: "unknown" }));
    expect(Object.values(evidence()).map((text) => text.endsWith("cannot tell"))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("says each verdict once", async () => {
    await renderDetails(aRevocation({ ...failed, failureReason: "appleFailure" }));
    expect(
      verdicts().map(({ words, pieces }) => [words, within(pieces).getAllByRole("term").length]),
    ).toEqual([
      ["Apple has answered since: run it again", 3],
      ["cannot tell", 1],
    ]);
  });

  it("renews nothing on a contradicted reason", async () => {
    await renderDetails(aRevocation({ ...failed, failureReason: "expiredVppToken" }));
    expect(sectionSentences("What happened")).toEqual([
      "Intune says that the location token had expired when it asked Apple to take the licences back.",
      "What Graph reports of the token does not fit that reason.",
    ]);
    expect(screen.queryByText(/download a new content token/)).toBeNull();
  });

  it("begins with another run when the cause has gone", async () => {
    await renderDetails(
      aRevocation({ ...failed, failureReason: "expiredVppToken" }, { lastModifiedAt: testNow - 3 * hourMs }),
    );
    expect(stepsIn("What to do")[0]).toMatch(/^Start the revocation again: what stood in its way/);
    expect(screen.queryByText(/download a new content token/)).toBeNull();
  });

  it("gives its verdicts in Russian", async () => {
    await renderDetails(aRevocation({ ...failed, failureReason: "expiredVppToken" }, expiredToken), {
      locale: "ru",
    });
    expect(evidence()).toMatchObject({ "Состояние токена VPP": "Срок истёк согласуется с причиной" });
  });
});

function section(title: string): HTMLElement {
  const parent = screen.getByRole("heading", { level: 3, name: title }).parentElement;
  if (parent === null) throw new Error(`${title} has no section`);
  return parent;
}

function sectionSentences(title: string): readonly string[] {
  return within(section(title))
    .queryAllByRole("paragraph")
    .map((sentence) => sentence.textContent);
}

function stepsIn(title: string): readonly string[] {
  const [steps] = within(section(title)).getAllByRole("list");
  return [...(steps?.children ?? [])].map((step) => step.textContent);
}

function linksIn(title: string): readonly string[] {
  return within(section(title))
    .getAllByRole("link")
    .map((link) => link.textContent.replace(/\s+/g, " "));
}

/** Term to value and the verdict that it stands under, in the order shown. */
function evidence(): Record<string, string> {
  return Object.fromEntries(
    verdicts().flatMap(({ words, pieces }) =>
      within(pieces)
        .getAllByRole("term")
        .map((term) => [term.textContent, `${term.nextElementSibling?.textContent} ${words}`]),
    ),
  );
}

function verdicts(): readonly { readonly words: string; readonly pieces: HTMLElement }[] {
  const list = screen.getByLabelText(/^(What Graph reports|Что Graph сообщает) /);
  return [...list.children].map(({ firstElementChild, lastElementChild }) => {
    if (!(lastElementChild instanceof HTMLElement)) throw new Error("a verdict is given on nothing");
    return { words: firstElementChild?.textContent ?? "", pieces: lastElementChild };
  });
}
