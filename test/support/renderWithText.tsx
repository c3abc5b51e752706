import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, type RenderResult, render } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { vi } from "vitest";
import { LocaleProvider } from "../../src/i18n/LocaleProvider.tsx";
import { loadWords } from "../../src/i18n/loadWords.ts";
import type { LocaleCode } from "../../src/i18n/locales.ts";

/** Renders inside the words of a locale and Fluent's light theme; resolves once the catalogue is there. */
export async function renderWithText(
  element: ReactNode,
  locale: LocaleCode = "en",
): Promise<Omit<RenderResult, "rerender"> & { rerender: (next: ReactNode) => void }> {
  const wrapped = (child: ReactNode) => (
    <FluentProvider theme={webLightTheme}>
      <Suspense fallback={null}>
        <LocaleProvider locale={locale} words="all">
          {child}
        </LocaleProvider>
      </Suspense>
    </FluentProvider>
  );
  await loadWords(locale, "all");
  const result = await act(async () => render(wrapped(element)));
  // What loads later is there before a test goes on: React loses an update that meets a waiting part outside of `await act`.
  await act(() => vi.dynamicImportSettled());
  return { ...result, rerender: (next) => result.rerender(wrapped(next)) };
}
