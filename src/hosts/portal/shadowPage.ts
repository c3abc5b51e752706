import type { Theme } from "@fluentui/react-components";

export interface ShadowPage {
  readonly root: ShadowRoot;
  /** Where everything is rendered, overlays too. */
  readonly container: HTMLElement;
  readonly setTheme: (theme: Theme) => void;
  readonly close: () => void;
}

/** Fluent marks so what shows that it has the focus; its own way there listens to the whole window. */
const focusVisible = "data-fui-focus-visible";

/**
 * A page within an element of someone else's: their styles stay out and ours stay in, theirs that would be inherited
 * included. Styles are adopted sheets only, which no `style-src` has to allow. The portal may set
 * `--vpp-revocation-monitor-top` to the height of what it keeps at the top of the window.
 */
export function openShadowPage(host: HTMLElement): ShadowPage {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const container = host.ownerDocument.createElement("div");
  container.className = "page";
  const theme = new CSSStyleSheet();
  const base = new CSSStyleSheet();
  base.replaceSync(baseRules);
  root.adoptedStyleSheets = [base, theme];
  root.replaceChildren(container);
  const ignoreFocus = showFocus(root);
  return {
    root,
    container,
    setTheme: (values) => theme.replaceSync(`.page{${declarationsOf(values)}}`),
    close: () => {
      ignoreFocus();
      root.replaceChildren();
      root.adoptedStyleSheets = [];
    },
  };
}

const baseRules = `
:host { display: block; isolation: isolate; min-height: 480px; }
:host([hidden]) { display: none; }
.page { all: initial; display: block; visibility: inherit; container: page / inline-size; --page-height: 480px; --page-top: var(--vpp-revocation-monitor-top, 0px); }
`;

function declarationsOf(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${name}:${value};`)
    .join("");
}

function showFocus(root: ShadowRoot): () => void {
  const show = ({ target }: Event) => {
    if (target instanceof Element && target.matches(":focus-visible")) target.setAttribute(focusVisible, "");
  };
  const hide = ({ target }: Event) => {
    if (target instanceof Element) target.removeAttribute(focusVisible);
  };
  root.addEventListener("focusin", show);
  root.addEventListener("focusout", hide);
  return () => {
    root.removeEventListener("focusin", show);
    root.removeEventListener("focusout", hide);
  };
}
