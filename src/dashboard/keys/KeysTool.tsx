import { type RefObject, useEffect, useRef, useState } from "react";
import { useText } from "../../i18n/useText.ts";
import { PanelButton } from "../../ui/PanelButton.tsx";
import { rootOf } from "../../ui/rootOf.ts";
import type { RevocationsTableHandle } from "../RevocationsTable.tsx";
import { KeysPanel } from "./KeysPanel.tsx";
import { useKeys } from "./useKeys.ts";

interface KeysToolProps {
  readonly page: RefObject<HTMLElement | null>;
  readonly table: RefObject<RevocationsTableHandle | null>;
  /** Closes the opened revocation; `null` while none is open. */
  readonly onClose: (() => void) | null;
  readonly hasSingleKeys: boolean;
  readonly onSingleKeysChange: (hasSingleKeys: boolean) => void;
}

/** Makes the keys work, and lists them. Opened by its key it takes the focus, and gives it back when it closes. */
export function KeysTool({ page, table, onClose, hasSingleKeys, onSingleKeysChange }: KeysToolProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const close = () => {
    setOpen(false);
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    cameFrom.current = null;
  };
  const onHelp = () => {
    if (isOpen) return close();
    cameFrom.current = page.current && rootOf(page.current).activeElement;
    setOpen(true);
  };
  useKeys({ page, table, hasSingleKeys, onHelp, onClose });
  useEffect(() => {
    if (isOpen && cameFrom.current !== null) heading.current?.focus();
  }, [isOpen]);
  return (
    <PanelButton
      label={text("keys.button")}
      isOpen={isOpen}
      onToggle={(isNowOpen) => (isNowOpen ? setOpen(true) : close())}
    >
      <KeysPanel heading={heading} hasSingleKeys={hasSingleKeys} onSingleKeysChange={onSingleKeysChange} />
    </PanelButton>
  );
}
