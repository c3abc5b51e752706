import { Input, makeStyles } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useText } from "../i18n/useText.ts";

const useStyles = makeStyles({ field: { flexGrow: 1, flexBasis: "240px", maxWidth: "420px", minWidth: 0 } });

interface SearchFieldProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

export function SearchField({ q, onSearch }: SearchFieldProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <Input
      type="search"
      className={styles.field}
      aria-label={text("search.label")}
      placeholder={text("search.placeholder")}
      contentBefore={<SearchRegular aria-hidden />}
      value={q}
      onChange={(_event, data) => onSearch(data.value)}
    />
  );
}
