import { Button } from "@fluentui/react-components";
import { useText } from "../i18n/useText.ts";
import { Notice } from "../ui/Notice.tsx";
import type { OpenedRevocation } from "./openedRevocation.ts";

interface LinkNoticeProps {
  readonly opened: OpenedRevocation;
  readonly onClear: () => void;
}

/** A link that opens nothing says so, instead of showing something else. */
export function LinkNotice({ opened: { kind }, onClear }: LinkNoticeProps) {
  const text = useText();
  if (kind !== "missing" && kind !== "unreadable") return null;
  return (
    <Notice intent="warning" title={text(`link.${kind}`)}>
      {text(`link.${kind}Help`)}
      <div>
        <Button size="small" appearance="primary" onClick={onClear}>
          {text("link.clear")}
        </Button>
      </div>
    </Notice>
  );
}
