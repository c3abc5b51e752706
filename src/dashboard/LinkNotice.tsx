import { Button } from "@fluentui/react-components";
import { useText } from "../i18n/useText.ts";
import { Notice } from "../ui/Notice.tsx";

interface LinkNoticeProps {
  /** `missing`: not among what is visible. `unreadable`: the link itself is damaged. */
  readonly kind: "missing" | "unreadable";
  readonly onClear: () => void;
}

/** A link that opens nothing says so, instead of showing something else. */
export function LinkNotice({ kind, onClear }: LinkNoticeProps) {
  const text = useText();
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
